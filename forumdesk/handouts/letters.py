# SPDX-License-Identifier: MIT
"""Setting letters: letterhead, the address where a window shows it, the text, who signs.

Where things stand on the first page is not the theme's business but the envelope's: it is data in
``resources/letters/envelopes.toml``, in mm.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from forumdesk.domain.assets import resources
from forumdesk.handouts.content import HostMark
from forumdesk.handouts.document import Look, Printed
from forumdesk.handouts.dress import own
from forumdesk.handouts.flow.boxes import (
    Line,
    Mark,
    Page,
    PictureMark,
    RuleMark,
    Strip,
    TextMark,
    height_of,
)
from forumdesk.handouts.flow.cells import Cell, Setter
from forumdesk.handouts.flow.pages import paginate
from forumdesk.handouts.mailing import LetterPage, LettersContent
from forumdesk.handouts.margins import Margins
from forumdesk.handouts.painting import Painter
from forumdesk.handouts.story import Bit
from forumdesk.handouts.tagging import Node
from forumdesk.handouts.theme import POINTS_PER_MM, Theme

_SMALLER = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6)  # until a text fits its place; then as it is
_MOST_COLUMNS = 3


@cache
def _envelopes() -> Mapping[str, Any]:
    text = (resources() / "letters" / "envelopes.toml").read_text("utf-8")
    return tomllib.loads(text)


def letters_printed(content: LettersContent, look: Look, paper: str) -> Printed:
    """Every letter from a page of its own."""
    return _Press(content, look.theme, _envelopes()[paper]).printed()


class _Press:
    """Sets the letters of one content on one paper."""

    def __init__(self, content: LettersContent, theme: Theme, places: Mapping[str, Any]) -> None:
        self.content, self.theme, self.places = content, theme, places
        self.setter = Setter(theme)
        self.root = Node("Document")
        self.body_top = places["body"] * POINTS_PER_MM

    def printed(self) -> Printed:
        """Draw them all; without any, a page that says so."""
        content, frame = self.content, self.theme.frame
        painter = Painter(self.root, {})
        painter.one_sided = True
        outline: list[tuple[str, str, int]] = []
        count = 0
        for number, letter in enumerate(content.letters):
            anchor = f"letter-{number}"
            pages = self._pages(letter)
            outline.append((anchor, letter.name, 1))
            for at, page in enumerate(pages, 1):
                painter.begin(frame.width, frame.height)
                self._draw(painter, page)
                if at == 1:
                    painter.bookmark(anchor, frame.height)
                else:
                    folio = f"{at} / {len(pages)}"
                    Margins(self.theme).foot(painter, ("", ""), folio, mirrored=False)
                painter.end()
            count += len(pages)
        if not count:
            self._nobody(painter)
        sheet = content.sheet
        first = sheet.languages[0] if sheet.languages else "en"
        named = (own(sheet.title, first), own(sheet.subject, first))
        data = painter.finish(named, sheet.languages, outline)
        missing, density = sorted(painter.missing.items()), sorted(painter.density.items())
        return Printed(data, max(count, 1), tuple(missing), density=tuple(density))

    def _nobody(self, painter: Painter) -> None:
        sheet, frame = self.content.sheet, self.theme.frame
        painter.begin(frame.width, frame.height)
        cell = Cell(frame.left, frame.measure, sheet.languages[0] if sheet.languages else "en")
        said = [own(text, cell.language) for text in (sheet.title, self.content.nobody)]
        marks, _ = self._placed(said, "letter-text", (cell, self.root), frame.top)
        painter.marks(marks, frame.height)
        painter.end()

    def _draw(self, painter: Painter, page: Page) -> None:
        for top, strip in page.strips:
            painter.marks(strip.marks, top - strip.above)

    def _pages(self, letter: LetterPage) -> list[Page]:
        node = self.root.add("Sect", letter.language)
        strips = [self._first(letter, node), *self._text(letter, node)]
        return paginate(strips, self.theme.frame)

    # -- the head of the first page -----------------------------------------------------------

    def _first(self, letter: LetterPage, node: Node) -> Strip:
        """All that stands at a place of its own, over where the body begins."""
        frame = self.theme.frame
        marks: list[Mark] = [
            *self._letterhead(letter.language, node),
            *self._sender(letter),
            *self._address(letter, node),
            *self._date(letter, node),
            *self._folds(),
        ]
        # Marks were placed by their distance from the upper edge of the paper.
        base = self.body_top
        for mark in marks:
            mark.y += base
        return Strip(base - frame.top, 0.0, marks, keep=True)

    def _letterhead(self, language: str, node: Node) -> list[Mark]:
        """The hosts side by side over a rule, each with logo and name."""
        theme, frame, hosts = self.theme, self.theme.frame, self.content.hosts
        if not hosts:
            return []
        columns = min(len(hosts), _MOST_COLUMNS)
        gap = theme.space("gutter")
        width = (frame.measure - gap * (columns - 1)) / columns
        top, marks, low = theme.space("letter-top"), [], 0.0
        for row in range(0, len(hosts), columns):
            row_top = max(low, top)
            for at, host in enumerate(hosts[row : row + columns]):
                cell = Cell(frame.left + at * (width + gap), width, language)
                own_marks, foot = self._host(host, cell, row_top, node)
                marks += own_marks
                low = max(low, foot)
        y = low + theme.space("letter-rule")
        thick = theme.line("rule")
        return [*marks, RuleMark(frame.left, -y, frame.measure, thick, theme.ink("accent"))]

    def _host(self, host: HostMark, cell: Cell, top: float, node: Node) -> tuple[list[Mark], float]:
        marks: list[Mark] = []
        y, theme = top, self.theme
        if logo := host.logo:
            height = theme.space("letter-logo")
            width = min(height * logo.width / max(logo.height, 1), cell.width * theme.share("logo"))
            height = width * logo.height / max(logo.width, 1)
            said = own(logo.alt, cell.language) or "·"
            figure = node.add("Figure", cell.language, alt=said)
            marks.append(PictureMark(logo, cell.x, -(y + height), width, height, figure))
            y += height + theme.space("letter-gap")
        name = own(host.name, cell.language)
        placed, y = self._placed([name], "letter-host", (cell, node), y)
        return [*marks, *placed], y

    def _sender(self, letter: LetterPage) -> list[Mark]:
        """The return address, small, over the address; seen, not read aloud."""
        place = self.places.get("sender")
        if not place or not letter.sender:
            return []
        cell = self._cell(place, letter.language)
        for factor in _SMALLER[:3]:
            lines = Setter(self.theme.scaled(factor)).paragraph(
                (letter.language, (Bit(letter.sender),)), "letter-sender", cell, Node("P")
            )
            if len(lines) == 1:
                break
        tall = height_of(lines)
        marks, y = _stacked(lines, place["bottom"] * POINTS_PER_MM - tall)
        for mark in marks:
            if isinstance(mark, TextMark):
                mark.node = None
        rule = RuleMark(
            cell.x, -y, cell.width, self.theme.line("hairline"), self.theme.ink("hairline")
        )
        return [*marks, rule]

    def _address(self, letter: LetterPage, node: Node) -> list[Mark]:
        place = self.places["address"]
        cell, room = self._cell(place, letter.language), place["height"] * POINTS_PER_MM
        top = place["top"] * POINTS_PER_MM
        holder = node.add("P", letter.language)
        for factor in _SMALLER:
            holder.children = ()
            marks, y = self._placed(
                letter.address, "letter-address", (cell, holder), top, factor=factor
            )
            if y - top <= room:
                break
        return marks

    def _date(self, letter: LetterPage, node: Node) -> list[Mark]:
        """The date at the right, on the last line over the body."""
        if not letter.date:
            return []
        frame, style = self.theme.frame, self.theme.style("letter-date")
        cell = Cell(frame.left, frame.measure, letter.language)
        top = self.body_top - style.leading - self.theme.space("letter-gap")
        return self._placed([letter.date], "letter-date", (cell, node), top)[0]

    def _folds(self) -> list[Mark]:
        """Small marks at the left edge where the sheet is folded."""
        theme = self.theme
        x, length = theme.space("letter-fold-edge"), theme.space("letter-fold")
        thick, ink = theme.line("hairline"), theme.ink("faint")
        return [RuleMark(x, -mm * POINTS_PER_MM, length, thick, ink) for mm in self.places["folds"]]

    def _cell(self, place: Mapping[str, float], language: str) -> Cell:
        return Cell(place["left"] * POINTS_PER_MM, place["width"] * POINTS_PER_MM, language)

    def _placed(
        self,
        texts: Sequence[str],
        style: str,
        place: tuple[Cell, Node],
        top: float,
        *,
        factor: float = 1.0,
    ) -> tuple[list[Mark], float]:
        """Texts one below the other from a height of the paper, and where they end."""
        setter = Setter(self.theme.scaled(factor)) if factor != 1.0 else self.setter
        cell, node = place
        lines = [
            line
            for text in texts
            for line in setter.paragraph(
                (cell.language, (Bit(text),)), style, cell, node.add("P", cell.language)
            )
        ]
        return _stacked(lines, top)

    # -- the text -----------------------------------------------------------------------------

    def _text(self, letter: LetterPage, node: Node) -> list[Strip]:
        frame, theme = self.theme.frame, self.theme
        cell = Cell(frame.left, frame.measure, letter.language)
        subject = node.add("H1", letter.language)
        head = (letter.language, (Bit(letter.subject),))
        strips = _strips(self.setter.paragraph(head, "letter-subject", cell, subject), keep=True)
        for block in letter.body:
            lines = self.setter.block(block, "letter-text", cell, node)
            more = _strips(lines)
            if more:
                more[0].before += theme.space("letter-paragraph")
            strips += more
        if strips and letter.signed:
            strips[-1].keep = True
        return [*strips, *self._signed(letter, cell, node)]

    def _signed(self, letter: LetterPage, cell: Cell, node: Node) -> list[Strip]:
        """Who signs, side by side under a line to sign on."""
        theme, signed = self.theme, letter.signed
        if not signed:
            return []
        columns = max(min(len(signed), _MOST_COLUMNS), 2)
        gap = theme.space("gutter")
        width = (cell.width - gap * (columns - 1)) / columns
        strips = []
        for row in range(0, len(signed), columns):
            marks: list[Mark] = []
            tall, room = 0.0, theme.space("letter-signature")
            for at, name in enumerate(signed[row : row + columns]):
                mine = Cell(cell.x + at * (width + gap), width, cell.language)
                placed, low = self._placed([name], "letter-signed", (mine, node), 0.0)
                line = RuleMark(mine.x, 0.0, width, theme.line("hairline"), theme.ink("soft"))
                marks += [*placed, line]
                tall = max(tall, low)
            strips.append(Strip(room, tall, marks))
        return strips


def _stacked(lines: Iterable[Line], top: float) -> tuple[list[Mark], float]:
    """Lines from a height of the paper down: their marks, as far below its edge, and the end."""
    marks: list[Mark] = []
    y = top
    for line in lines:
        y += line.above
        for mark in line.marks:
            mark.y -= y
            marks.append(mark)
        y += line.below
    return marks, y


def _strips(lines: Sequence[Line], *, keep: bool = False) -> list[Strip]:
    return [Strip(line.above, line.below, line.marks, keep=keep or line.keep) for line in lines]
