# SPDX-License-Identifier: MIT
"""Several finished files in one for the printer, which reads as each of them did.

Every file begins on the front of a sheet. All pages stand upright, so that one setting, both sides
over the long edge, is right for every sheet: those that lie are turned, their backs the other way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from forumdesk.domain.values import frozen
from forumdesk.handouts.imposition.office import leaves_of
from forumdesk.handouts.imposition.plan import Flip, Piece
from forumdesk.handouts.paper import Size
from forumdesk.handouts.pdffile import FileWriter, text_string
from forumdesk.handouts.pdfparts import Taken, references, referred, renumbered

_CATALOG, _INFO, _PAGES, _TREE, _PARENTS, _DOCUMENT, _OUTLINE = range(1, 8)
_FIRST = 8
_HEAD_LEFT, _HEAD_RIGHT = 270, 90  # to where the head of a lying page is turned
_NEAR = 1.0  # points by which a page may be smaller than its paper
_PREFERENCES = "<< /DisplayDocTitle true /Duplex /DuplexFlipLongEdge /PrintScaling /None >>"
_BOX = re.compile(rb"/MediaBox \[([^\]]*)\]")
_LANGUAGE = re.compile(rb"/Lang \(([^)]*)\)")
_OWNED = re.compile(rb"(\d+) (\[[^\]]*\]|\d+ 0 R)")
_COUNT = re.compile(rb"/Count (\d+)")


@frozen
class _Line:
    """A line of the outline: its object, its title, where it leads, the ends of those under it."""

    number: int
    title: str
    page: int
    under: str = ""


class Gathering:
    """A file in the making; ``paper`` is what all of it is printed on."""

    def __init__(self, title: str, paper: Size) -> None:
        self._title = title
        self._paper = min(paper), max(paper)
        self._writer = FileWriter()
        self._next = _FIRST
        self._key = 0
        self._pages: list[int] = []
        self._parts: list[int] = []
        self._owners: list[tuple[int, bytes]] = []
        self._labels: list[str] = []
        self._lines: list[_Line] = []
        self._languages: dict[str, None] = {}

    def add(self, piece: Piece) -> None:
        """Put a file after the others."""
        taken = Taken(piece.data)
        shift = self._next - 1
        self._next += taken.size - 1
        catalog = taken.objects.pop(taken.root)
        pages = references(taken.objects.pop(referred(catalog, "Pages")), "Kids")
        tree = taken.objects.pop(referred(catalog, "StructTreeRoot"), b"")
        owners = taken.objects.pop(referred(tree, "ParentTree"), b"")
        taken.objects.pop(taken.info, None)
        taken.objects.pop(referred(catalog, "PageLabels"), None)
        outline = referred(catalog, "Outlines")
        self._outlined(_Line(outline + shift, piece.name, pages[0] + shift), taken, shift)
        self._label(piece.label)
        turns = self._placed(piece, [(n + shift, taken.objects[n]) for n in pages])
        top, language = referred(tree, "K"), self._language(catalog)
        key = self._keyed(owners, shift)
        for number, body in taken.objects.items():
            told = renumbered(body, shift, key)
            if (turn := turns.get(number + shift)) is not None:
                told = self._page(told, turn)
            elif number == top:
                told = _part(told, piece.name, language)
                self._parts.append(number + shift)
            self._writer.add(number + shift, told)

    def finished(self) -> bytes:
        """The file."""
        pages = _listed(self._pages)
        put = self._writer.add
        put(_PAGES, _ascii(f"<< /Type /Pages /Count {len(self._pages)} /Kids {pages} >>"))
        self._put_structure()
        self._put_outline()
        languages = ", ".join(self._languages)
        put(
            _INFO,
            _ascii(
                f"<< /Title {text_string(self._title)} /Creator (ForumDesk)"
                f" /Keywords {text_string(languages)} >>"
            ),
        )
        first = next(iter(self._languages), "en")
        put(
            _CATALOG,
            _ascii(
                f"<< /Type /Catalog /Pages {_PAGES} 0 R /Outlines {_OUTLINE} 0 R"
                f" /PageMode /UseOutlines /PageLabels << /Nums [ {' '.join(self._labels)} ] >>"
                f" /StructTreeRoot {_TREE} 0 R /MarkInfo << /Marked true >> /Lang ({first})"
                f" /ViewerPreferences {_PREFERENCES} >>"
            ),
        )
        return self._writer.finished(self._next, f"{_CATALOG} 0 R", f"{_INFO} 0 R")

    # -- pages ------------------------------------------------------------------------------

    def _placed(self, piece: Piece, pages: Iterable[tuple[int, bytes]]) -> dict[int, int]:
        """Give pages their place; how much each that lies is turned, those that stand by 0."""
        turns = {}
        placed = [*pages]
        leaves = leaves_of(piece.data, len(placed), apart=piece.apart)
        fronts = {leaf[0] for leaf in leaves}
        for n, (number, body) in enumerate(placed):
            if n in fronts:
                self._to_front()
            left, low, right, top = _box(body)
            back = len(self._pages) % 2 and piece.flip is Flip.SHORT_EDGE
            turn = _HEAD_RIGHT if back else _HEAD_LEFT
            turns[number] = turn if right - left > top - low else 0
            self._pages.append(number)
        self._to_front()
        return turns

    def _to_front(self) -> None:
        """Leave the back of a sheet blank whose front is printed."""
        if len(self._pages) % 2:
            self._blank()

    def _blank(self) -> None:
        number, self._next = self._next, self._next + 1
        width, height = self._paper
        page = (
            f"<< /Type /Page /Parent {_PAGES} 0 R /MediaBox [ 0 0 {width:.2f} {height:.2f} ]"
            " /Resources << >> /Tabs /S >>"
        )
        self._writer.add(number, _ascii(page))
        self._pages.append(number)

    def _page(self, body: bytes, turn: int) -> bytes:
        """A page in its place. One smaller than its paper stands in the middle of it."""
        body = re.sub(rb"/Parent \d+ 0 R", b"/Parent %d 0 R" % _PAGES, body)
        body = re.sub(rb"/Rotate \d+", b"", body).rstrip().removesuffix(b">>")
        left, low, right, top = _box(body)
        width, height = self._paper[::-1] if right - left > top - low else self._paper
        x, y = (width - right + left) / 2, (height - top + low) / 2
        if max(x, y) > _NEAR:
            sides = (left - x, low - y, right + x, top + y)
            box = " ".join(f"{side:.3f}" for side in sides)
            body = _BOX.sub(_ascii(f"/MediaBox [ {box} ]"), body)
        return body + b"/Rotate %d >>" % turn

    def _label(self, label: str) -> None:
        told = f"/P {text_string(f'{label}-')}" if label else ""
        self._labels.append(f"{len(self._pages)} << {told} /S /D >>")

    # -- what is read, and found ------------------------------------------------------------

    def _language(self, catalog: bytes) -> str:
        found = _LANGUAGE.search(catalog)
        language = found[1].decode("ascii") if found else "en"
        self._languages[language] = None
        return language

    def _keyed(self, owners: bytes, shift: int) -> Callable[[int], int]:
        """Gives the keys into the parent tree that take the place of those of a file."""
        keys: dict[int, int] = {}

        def key(old: int) -> int:
            if old not in keys:
                keys[old], self._key = self._key, self._key + 1
            return keys[old]

        for old, owner in _OWNED.findall(owners.partition(b"/Nums [")[2]):
            self._owners.append((key(int(old)), renumbered(owner, shift, key)))
        return key

    def _put_structure(self) -> None:
        put, held = self._writer.add, _listed(self._parts)
        put(
            _TREE,
            _ascii(
                f"<< /Type /StructTreeRoot /K {_DOCUMENT} 0 R /ParentTree {_PARENTS} 0 R"
                f" /ParentTreeNextKey {self._key} >>"
            ),
        )
        put(_DOCUMENT, _ascii(f"<< /S /Document /P {_TREE} 0 R /K {held} >>"))
        owners = b" ".join(b"%d %s" % one for one in self._owners)
        put(_PARENTS, b"<< /Nums [ %s ] >>" % owners)

    def _outlined(self, line: _Line, taken: Taken, shift: int) -> None:
        """A file's line of the outline takes the place of its outline, and has what is in it."""
        told = taken.objects.pop(line.number - shift, None)
        if told is None:
            line, self._next = replace(line, number=self._next), self._next + 1
        else:
            ends = (f"/{end} {referred(told, end) + shift} 0 R" for end in ("First", "Last"))
            found = _COUNT.search(told)
            line = replace(line, under=f"{' '.join(ends)} /Count -{int(found[1]) if found else 1}")
        self._lines.append(line)

    def _put_outline(self) -> None:
        numbers = [line.number for line in self._lines]
        ends = f"/First {numbers[0]} 0 R /Last {numbers[-1]} 0 R /Count {len(numbers)}"
        self._writer.add(_OUTLINE, _ascii(f"<< /Type /Outlines {ends} >>"))
        before, after = [0, *numbers], [*numbers[1:], 0]
        for line, previous, following in zip(self._lines, before, after, strict=False):
            told = f"<< /Title {text_string(line.title)} /Parent {_OUTLINE} 0 R"
            told += f" /Dest [ {line.page} 0 R /Fit ]"
            told += f" /Prev {previous} 0 R" if previous else ""
            told += f" /Next {following} 0 R" if following else ""
            self._writer.add(line.number, _ascii(f"{told} {line.under} >>"))


def _part(body: bytes, name: str, language: str) -> bytes:
    """The element of a whole file as that of a part."""
    told = f"/S /Part /T {text_string(name)} /Lang ({language})"
    body = re.sub(rb"/S /Document\b", lambda _: _ascii(told), body, count=1)
    return re.sub(rb"/P \d+ 0 R", b"/P %d 0 R" % _DOCUMENT, body, count=1)


def _box(page: bytes) -> tuple[float, float, float, float]:
    """What a page's paper is."""
    found = _BOX.search(page)
    left, low, right, top = (float(side) for side in (found[1] if found else b"0 0 1 1").split())
    return left, low, right, top


def _listed(numbers: Iterable[int]) -> str:
    return f"[ {' '.join(f'{number} 0 R' for number in numbers)} ]"


def _ascii(text: str) -> bytes:
    return text.encode("ascii")
