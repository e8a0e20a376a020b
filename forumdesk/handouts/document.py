# SPDX-License-Identifier: MIT
"""From a story to a finished file: pages, contents list, running heads, covers, outline."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from forumdesk.domain.values import frozen
from forumdesk.handouts.content import BackCover, Cover, Sheet
from forumdesk.handouts.covers import CoverPainter
from forumdesk.handouts.dress import heading, own
from forumdesk.handouts.fits import Fit
from forumdesk.handouts.flow.arrange import Arranger
from forumdesk.handouts.flow.boxes import Fill, Page, RuleMark, Strip, depth_of
from forumdesk.handouts.flow.cells import Setter
from forumdesk.handouts.flow.columns import in_columns, narrowed
from forumdesk.handouts.flow.pages import filled, paginate, turned
from forumdesk.handouts.flow.setting import Composer
from forumdesk.handouts.imposition.folding import Folding
from forumdesk.handouts.imposition.sheets import SheetPainter
from forumdesk.handouts.imposition.trim import UNTRIMMED, Trim
from forumdesk.handouts.margins import Margins
from forumdesk.handouts.options import Arrangement
from forumdesk.handouts.painting import Painter
from forumdesk.handouts.result import Finding, FindingKind
from forumdesk.handouts.story import Entry, Numbered, Part, rich
from forumdesk.handouts.tagging import Node
from forumdesk.handouts.theme import Theme

_INDENT = {1: "", 2: "toc-indent", 3: "toc-indent-deep"}
_SESSION = 3  # level of a session in a contents list
_STYLES = {1: "toc", 2: "toc-day", 3: "toc-sub"}
_MOST_SAVED = 1.2  # of fewer pages: what is taller does not fit them in any theme it is tried in
LONG = 8  # a document of more pages has a contents list


@frozen
class Look:
    """How a sheet is to look: a theme at its paper size, and how languages stand together.

    ``trim`` is what surrounds its pages for a print shop. ``folding``: how they come to lie on
    sheets that are folded; even pages lie at the left then, and have their numbers there.
    """

    theme: Theme
    arrangement: Arrangement
    trim: Trim = UNTRIMMED
    folding: Folding | None = None


@frozen
class Printed:
    """A finished file: its bytes, pages, and each character no font has, with a text it is in.

    ``density`` is the least dots per inch at which each picture is drawn, by its id; ``modules``
    the size of a module of each QR code in points, 0 for a link too long for any;
    ``overflowing`` are the texts that do not fit their card, with whose card it is; ``findings``
    what else there is to say of how it was set; ``folded``: its pages are sheets that have
    several of the document.
    """

    data: bytes
    pages: int
    missing: tuple[tuple[str, str], ...] = ()
    fit: Fit | None = None  # how an agenda was made to fit
    density: tuple[tuple[str, float], ...] = ()
    modules: tuple[float, ...] = ()
    overflowing: tuple[tuple[str, str], ...] = ()
    findings: tuple[Finding, ...] = ()  # what else was found, as it is told
    folded: bool = False


@frozen
class Leaf:
    """One side of a sheet of paper: a page, or one of two that face each other."""

    page: Page
    side: int = 0


class Document:
    """A sheet in the making. ``narrow``: its text stands in two columns side by side.

    ``foot`` stands in the middle of every foot, instead of the section at hand. ``one_sided``: its
    pages are handed out or hung up leaf by leaf, and their backs stay blank.
    """

    foot: str = ""
    one_sided = False

    def __init__(self, sheet: Sheet, look: Look, *, narrow: bool = False) -> None:
        self.sheet = sheet
        self.theme = look.theme
        self._trim, self._folding = look.trim, look.folding
        gutter = look.theme.space("gutter")
        self.arranger = Arranger(look.arrangement, sheet.languages, gutter)
        self._gutter = gutter if narrow else 0.0
        column = self.theme.framed(narrowed(self.theme.frame, gutter)) if narrow else self.theme
        self.composer = Composer(column, self.arranger, sheet.labels.continued)
        self.root = Node("Document")
        self._cover: Cover | None = None
        self._back: BackCover | None = None
        self._cover_node = self.root.add("Sect")
        self._contents_node = self.root.add("Sect")
        self._listed: list[Entry] = []
        self._strips: list[Strip] = []
        self._head: list[Strip] = []
        self._bare: list[Page] = []
        self._setters: dict[Theme, Setter] = {}  # of what is handed out by itself
        self._crowded = self._headed = False  # logos without room; a head that is drawn
        self._flowing: Part | None = None
        self._apart: set[int] = set()  # the first strips of what is counted by itself

    def head(self, part: Part) -> None:
        """Set what stands over both columns of the first page."""
        composer = Composer(self.theme, self.arranger, self.sheet.labels.continued)
        self._head += composer.part(part, self.root)
        self.composer.outline += composer.outline

    def add(self, parts: Iterable[Part]) -> None:
        """Set the sections between the covers."""
        for part in parts:
            self._strips += self.composer.part(part, self.root)
            self._listed += self.composer.listed

    def flow(self, part: Part) -> None:
        """Set a last section while it is drawn, which may have thousands of pages.

        Nothing of a page is kept once it is drawn, and there is no contents list.
        """
        if self.arranger.facing or self._folding:
            self.add([part])
        else:
            self._flowing = part

    def add_apart(self, part: Part, languages: tuple[str, ...], themes: Iterable[Theme]) -> None:
        """Set a section that is handed out by itself: its pages are counted from 1.

        It has an order of languages of its own, and of some themes for this paper the first with
        which it takes the fewest pages.
        """
        best: tuple[int, list[Strip], Node, Composer] | None = None
        for theme in themes:
            composer, root = self._composing(languages, theme), Node("Document")
            strips = composer.part(part, root)
            count = len(paginate(strips, self.theme.frame))
            if best is None or count < best[0]:
                best = (count, strips, root, composer)
            if count == 1 or depth_of(strips) > _MOST_SAVED * (count - 1) * self.theme.frame.depth:
                break
        if best is not None:
            _, strips, root, composer = best
            self._strips += strips
            self._apart.add(id(strips[0]))
            for child in root.children:
                self.root.put(child)
            self.composer.outline += composer.outline

    def _composing(self, languages: tuple[str, ...], theme: Theme) -> Composer:
        """What sets a section in an order of languages and a theme of its own."""
        arranger = Arranger(self.arranger.wanted, languages, self.arranger.gutter)
        setter = self._setters.setdefault(theme, Setter(theme))
        return Composer(theme, arranger, self.sheet.labels.continued, setter)

    def place(self, strips: Iterable[Strip]) -> None:
        """Have something drawn elsewhere stand after what was set so far."""
        self._strips += strips

    def bare(self, pages: Iterable[Page]) -> None:
        """Have pages drawn elsewhere come first, without heads and feet."""
        self._bare += pages

    def covers(self, front: Cover | None, back: BackCover | None) -> None:
        """Give it a front and a back."""
        self._cover, self._back = front, back

    def pages(self) -> list[Page]:
        """The pages between the covers, without a contents list."""
        return [*self._turned(self._strips)]

    def _turned(self, strips: Iterable[Strip]) -> Iterator[Page]:
        if self._gutter:
            return in_columns(self._head, strips, self.theme.frame, self._gutter)
        return turned(strips, self.theme.frame)

    @property
    def filled(self) -> float:
        """How many pages there are between the covers, the last one by as much as is filled."""
        return filled(self.pages(), self.theme.frame)

    def printed(self, *, contents: bool = False, twice: bool = False) -> Printed:
        """Draw it all. ``contents``: with a contents list, if it is long.

        ``twice``: each page twice on one sheet, one above the other, to be cut apart.
        """
        if self._flowing is not None:
            return self._finished(*self._flowed(self._flowing))
        leaves = self._leaves(contents=contents)
        painter, sides = self._painter(leaves)
        if self.arranger.facing and not self._folding:
            painter.layout("TwoPageRight" if self._cover else "TwoPageLeft")
        self._strips, places = [], deque(self._places(leaves))
        if self._apart:
            painter.firsts = tuple(n for n, (number, _) in enumerate(places) if number == 1)
        leaves.reverse()
        while leaves:  # a page is no longer kept once it is drawn
            leaf, place = leaves.pop(), places.popleft()
            painter.begin(self.theme.frame.width, self.theme.frame.height * (1 + twice))
            self._draw(painter, leaf, place)
            if twice:
                self._cut(painter)
            painter.end()
        return self._finished(painter, sides)

    def _flowed(self, part: Part) -> tuple[Painter, int]:
        """Draw pages as soon as they are set; heads and feet when it is known how many there are.

        What is read of a page is written at once, too, and its strips and marks are let go.
        """
        painter, drawn = Painter(self.root, {}, self._trim), []
        strips = chain(self._strips, self.composer.flow(part.entries, self.root))
        for page in self._turned(strips):
            painter.begin(self.theme.frame.width, self.theme.frame.height)
            self._set_down(painter, Leaf(page))
            painter.leave()
            for _, strip in page.strips:
                if strip.closes:
                    parent, element = strip.closes
                    painter.close(element, parent)
            drawn.append(Leaf(Page(running=page.running)))
        for number, leaf in enumerate(drawn, 1):
            painter.go_back()
            self._heads(painter, leaf)
            self._foot(painter, leaf, (number, len(drawn)))
            painter.end_left()
        return painter, len(drawn)

    def _finished(self, painter: Painter, sides: int) -> Printed:
        """The file of so many pages that were drawn."""
        sheet, first = self.sheet, self.arranger.languages[0]
        named = (own(sheet.title, first), own(sheet.subject, first))
        painter.one_sided = self.one_sided
        data = painter.finish(named, sheet.languages, self.composer.outline)
        missing, density = sorted(painter.missing.items()), sorted(painter.density.items())
        return Printed(
            data,
            sides,
            tuple(missing),
            density=tuple(density),
            modules=tuple(painter.modules),
            findings=(Finding(FindingKind.CROWDED),) if self._crowded else (),
            folded=self._folding is not None,
        )

    def _painter(self, leaves: Sequence[Leaf]) -> tuple[Painter, int]:
        """The painter of some pages, and how many the file has in the end."""
        numbers = self._numbers(leaves)
        if self._folding is None:
            return Painter(self.root, numbers, self._trim), len(leaves)
        # Pages that face each other do so inside: before them a cover, or a blank.
        lead = int(self.arranger.facing and self._cover is None)
        layout = self._folding.layout(len(leaves), back=self._back is not None, lead=lead)
        painter = SheetPainter(self.root, numbers, self._trim, layout)
        return painter, len(layout.plan.sides)

    # -- pages ------------------------------------------------------------------------------

    def _leaves(self, *, contents: bool) -> list[Leaf]:
        body = self.pages()
        sides = 2 if self.arranger.facing else 1
        outer = [Leaf(Page("cover"))] if self._cover else []
        if contents and len(body) * sides + len(outer) > LONG:
            outer += self._both(self._contents())
        leaves = [*outer, *map(Leaf, self._bare), *self._both(body)]
        if self._back:
            leaves.append(Leaf(Page("back")))
        return leaves or [Leaf(Page())]

    def _both(self, pages: Sequence[Page]) -> list[Leaf]:
        sides = (0, 1) if self.arranger.facing else (0,)
        return [Leaf(page, side) for page in pages for side in sides]

    def _contents(self) -> list[Page]:
        """The contents list: with the sessions where they fit on its page."""
        whole = self._listed
        # What takes more than a page with each title on one line is not set to find that out.
        least = sum(self.theme.style(_STYLES[entry.level]).leading for entry in whole)
        if least <= self.theme.frame.depth and len(pages := self._contents_of(whole)) == 1:
            return pages
        self._contents_node.children = ()
        return self._contents_of([entry for entry in whole if entry.level < _SESSION])

    def _contents_of(self, listed: Sequence[Entry]) -> list[Page]:
        top = heading(self.sheet.labels.contents, anchor="contents")
        entries = [replace(top, level=0)]  # the outline is a contents list itself
        for entry in listed:
            style = _STYLES[entry.level]
            line = Numbered(rich(entry.title), style, entry.anchor)
            rule = "hairline" if entry.level == 1 and len(entries) > 1 else ""
            entries.append(Entry((line,), width=_INDENT[entry.level], pad=style, rule=rule))
        strips = self.composer.part(Part(tuple(entries)), self._contents_node)
        return paginate(strips, self.theme.frame)

    def _numbers(self, leaves: Sequence[Leaf]) -> dict[tuple[str, int], int]:
        return {
            (anchor, leaf.side): number
            for number, leaf in enumerate(leaves, 1)
            for _, strip in leaf.page.strips
            for anchor in strip.anchors
        }

    def _places(self, leaves: Sequence[Leaf]) -> Iterator[tuple[int, int]]:
        """The number of each page and of how many, what stands by itself counted for itself."""
        run: list[Leaf] = []
        for leaf in (*leaves, None):
            first = leaf.page.strips[0][1] if leaf and leaf.page.strips else None
            if run and (leaf is None or id(first) in self._apart):
                yield from ((number, len(run)) for number in range(1, len(run) + 1))
                run = []
            run += [leaf] if leaf else []

    # -- drawing ----------------------------------------------------------------------------

    def _draw(self, painter: Painter, leaf: Leaf, place: tuple[int, int]) -> None:
        page = leaf.page
        covers = CoverPainter(self.theme, self.sheet.languages)
        if page.kind == "cover" and self._cover:
            covers.front(painter, self._cover, self.sheet.subject, self._cover_node)
            return
        if page.kind == "back" and self._back:
            covers.back(painter, self._back, self.root.add("Sect"))
            return
        self._set_down(painter, leaf)
        if page not in self._bare:
            self._heads(painter, leaf)
            self._logos(painter, place)
            self._foot(painter, leaf, place)

    def _set_down(self, painter: Painter, leaf: Leaf) -> None:
        """What stands between the margins."""
        page = leaf.page
        self._fields(painter, page)
        for n, (top, strip) in enumerate(page.strips):
            if n:
                painter.marks(strip.over, top - strip.above)
            marks = strip.opposite if leaf.side else strip.marks
            painter.marks(marks, top - strip.above)
            if not leaf.side:
                for anchor in strip.anchors:
                    painter.bookmark(anchor, top + self.theme.unit)

    def _cut(self, painter: Painter) -> None:
        """The page once more above, and marks at the edges where the paper is cut between."""
        theme, frame = self.theme, self.theme.frame
        painter.echo(frame.height)
        length, thick, ink = theme.space("cut"), theme.line("hairline"), theme.ink("soft")
        for x in (0.0, frame.width - length):
            painter.marks([RuleMark(x, 0.0, length, thick, ink)], frame.height)

    def _fields(self, painter: Painter, page: Page) -> None:
        """Fields and bars behind neighbouring strips, each drawn once."""
        open_: dict[Fill, tuple[float, float]] = {}
        for top, strip in page.strips:
            for fill in strip.fills:
                high = open_[fill][0] if fill in open_ else top
                open_[fill] = (high, top - strip.height)
        for fill, (high, low) in open_.items():
            inset = fill.inset
            size = (fill.width, high - low - 2 * inset)
            painter.field(fill.x, low + inset, size, fill.color)

    def _heads(self, painter: Painter, leaf: Leaf) -> None:
        running = [own(self.sheet.running, tag) for tag in self.arranger.set_languages]
        if self.arranger.facing:
            left = running[min(leaf.side, len(running) - 1)] if running else ""
            right = _at(leaf.page.running, leaf.side)
            texts = (left, right) if not leaf.side else (right, left)
        elif len(set(running)) > 1:
            texts = (running[0], running[1])
        else:
            texts = (running[0] if running else "", _at(leaf.page.running, 0))
        Margins(self.theme).head(painter, *texts)

    def _logos(self, painter: Painter, place: tuple[int, int]) -> None:
        """The hosts' logos over the head, where the theme has them there."""
        first = place[0] == 1 or not self._headed
        self._headed = True
        where = self.theme.choice("heads") if self.sheet.logos else ""
        if where == "every" or (where and first):
            self._crowded |= not Margins(self.theme).logos(painter, self.sheet.logos)

    def _foot(self, painter: Painter, leaf: Leaf, place: tuple[int, int]) -> None:
        stamp = self.sheet.stamp
        name = own(stamp.name, self.arranger.languages[0])
        said = " · ".join(filter(None, (name, stamp.time, stamp.digest)))
        folio = f"{place[0]} / {place[1]}"
        bilingual = len(self.arranger.set_languages) > 1 and not self.arranger.facing
        middle = " · ".join(leaf.page.running) if bilingual else ""
        at_left = leaf.side == 0 if self.arranger.facing else place[0] % 2 == 0
        mirrored = at_left and (self.arranger.facing or self._folding is not None)
        Margins(self.theme).foot(painter, (said, self.foot or middle), folio, mirrored=mirrored)


def _at(texts: Sequence[str], side: int) -> str:
    return texts[min(side, len(texts) - 1)] if texts else ""
