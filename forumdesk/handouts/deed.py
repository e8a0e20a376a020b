# SPDX-License-Identifier: MIT
"""Setting signing copies: text over places to sign, each copy with pages of its own.

A place to sign never stands alone on a page: the last lines of the text go with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from forumdesk.handouts.content import Wording, said
from forumdesk.handouts.document import Look, Printed
from forumdesk.handouts.dress import own
from forumdesk.handouts.flow.arrange import Arranger
from forumdesk.handouts.flow.boxes import (
    Line,
    Mark,
    Page,
    RuleMark,
    Strip,
    TextMark,
    height_of,
    set_down,
)
from forumdesk.handouts.flow.cells import Cell
from forumdesk.handouts.flow.pages import paginate
from forumdesk.handouts.flow.setting import Composer
from forumdesk.handouts.margins import Margins
from forumdesk.handouts.options import Arrangement
from forumdesk.handouts.outcomes import NumberedAim
from forumdesk.handouts.painting import Painter
from forumdesk.handouts.signing import SignatureBlock, SigningCopiesContent, SigningCopy
from forumdesk.handouts.story import Bit, Element, Entry, Gap, Label, Part, Text, Words, rich
from forumdesk.handouts.tagging import Node
from forumdesk.handouts.text.linebreaking import Span, natural_width
from forumdesk.handouts.theme import Theme

_COLUMNS = 2  # places to sign beside each other
_SCALES = (1.0, 0.96, 0.92, 0.88, 0.84)
_LINES = 2  # of the text that stay with the places to sign


def copies_printed(content: SigningCopiesContent, look: Look) -> Printed:
    """Every copy from a page of its own, with its own numbers of pages."""
    return _Press(content, look.theme).printed()


class _Press:
    """Draws the copies of one content."""

    def __init__(self, content: SigningCopiesContent, theme: Theme) -> None:
        self.content, self.theme = content, theme
        self.root = Node("Document")
        self.margins = Margins(theme)

    def printed(self) -> Printed:
        """Draw them all; without any, a page that says so."""
        painter = Painter(self.root, {})
        painter.one_sided = True
        outline = [(copy.anchor, copy.called, 1) for copy in self.content.copies]
        count = 0
        for copy in self.content.copies:
            pages = self._fitting(copy)
            for number, page in enumerate(pages, 1):
                self._page(painter, page)
                if number == 1:
                    painter.bookmark(copy.anchor, self.theme.frame.height)
                titled = said(copy.title, copy.language)[1]
                folio = f"{number} / {len(pages)}"
                self.margins.foot(painter, (titled, ""), folio, mirrored=False)
                painter.end()
            count += len(pages)
        if not count:
            self._nothing(painter)
        sheet = self.content.sheet
        first = sheet.languages[0] if sheet.languages else "en"
        named = (own(sheet.title, first), own(sheet.subject, first))
        data = painter.finish(named, sheet.languages, outline)
        return Printed(data, max(count, 1), tuple(sorted(painter.missing.items())))

    def _fitting(self, copy: SigningCopy) -> list[Page]:
        """The pages of a copy, its type a little smaller where that saves one of them."""
        holder = self.root.add("Sect", copy.language)
        tried = []
        for scale in _SCALES:
            if self.theme.base * scale >= self.theme.least:
                node = Node("Sect", copy.language)
                tried.append((node, _Deed(copy, self.theme.scaled(scale), node).pages()))
        node, pages = min(tried, key=lambda one: len(one[1]))  # of those alike the largest
        holder.put(node)
        return pages

    def _page(self, painter: Painter, page: Page) -> None:
        frame = self.theme.frame
        painter.begin(frame.width, frame.height)
        for at, (top, strip) in enumerate(page.strips):
            if at:
                painter.marks(strip.over, top - strip.above)
            painter.marks(strip.marks, top - strip.above)

    def _nothing(self, painter: Painter) -> None:
        sheet = self.content.sheet
        composer = _composer(self.theme, sheet.languages[:1] or ("en",))
        lines = tuple(
            Words(rich(text), "deed-text") for text in (sheet.title, self.content.nothing)
        )
        strips = composer.part(Part((Entry(lines),)), self.root)
        self._page(painter, paginate(strips, self.theme.frame)[0])
        painter.end()


def _composer(theme: Theme, languages: Sequence[str]) -> Composer:
    return Composer(theme, Arranger(Arrangement.SINGLE, languages, theme.space("gutter")))


class _Deed:
    """One copy: its text as a story, then the places to sign."""

    def __init__(self, copy: SigningCopy, theme: Theme, node: Node) -> None:
        self.copy, self.theme, self.node = copy, theme, node
        self.composer = _composer(theme, (copy.language,))
        self.setter = self.composer.elements.setter

    def pages(self) -> list[Page]:
        """The pages of the copy."""
        text = self.composer.part(Part(tuple(self._story())), self.node)
        places = list(self._places())
        if text and places:
            for strip in (*text[-_LINES:], *places[:-1]):
                strip.keep = True
        return paginate([*text, *places], self.theme.frame)

    # -- the text -------------------------------------------------------------------------------

    def _story(self) -> Iterator[Entry]:
        copy = self.copy
        head: list[Element] = []
        # A title that is the name of its kind stands once.
        if copy.kind and said(copy.kind, copy.language)[1] not in said(copy.title, "")[1]:
            head.append(Words(rich(copy.kind), "deed-kind", keep=True))
            head.append(Gap("deed-kind"))
        head.append(Words(rich(copy.title or copy.kind), "deed-title", tag="H1", keep=True))
        head.append(Gap("deed-title"))
        for n, party in enumerate(copy.parties):
            if n:
                head.append(Gap("part"))
            head.append(Words(rich(party), "deed-party", keep=True))
        yield Entry(tuple(head), keep=True)
        if copy.preamble:
            yield Entry((Text(copy.preamble, "deed-text"),), before="deed-parties")
        for n, aim in enumerate(copy.aims):
            yield self._aim(aim, "deed-aim" if n else "deed-part")
        if copy.closing:
            yield Entry((Text(copy.closing, "deed-text"),), before="deed-part")
        if copy.done:
            yield Entry((Words(rich(copy.done), "deed-done"),), before="deed-done")

    def _aim(self, aim: NumberedAim, before: str) -> Entry:
        body: list[Element] = []
        if aim.title:
            body.append(Words(rich(aim.title), "deed-aim", tag="H2", keep=True))
        if aim.text:
            body.append(Text(aim.text, "deed-text"))
        number = Label((("", (Bit(f"{aim.number}."),)),), "deed-number")
        return Entry(tuple(body), rail=number, width="deed-number", before=before, tag="LI")

    # -- the places to sign -----------------------------------------------------------------------

    def _places(self) -> Iterator[Strip]:
        """Rows of places, the parties' first, then the witnesses' under their label."""
        yield from self._rows(self.copy.signatures)
        if self.copy.witnesses:
            label = list(self._lines(self.copy.witnessed, "deed-label", self._column(0)))
            for n, line in enumerate(label):
                before = self.theme.space("deed-rows") if n == 0 else 0.0
                yield Strip(line.above, line.below, line.marks, before=before, keep=True)
            yield from self._rows(self.copy.witnesses, labelled=True)

    def _rows(self, blocks: Sequence[SignatureBlock], *, labelled: bool = False) -> Iterator[Strip]:
        for start in range(0, len(blocks), _COLUMNS):
            row = self._row(blocks[start : start + _COLUMNS])
            if labelled and start == 0:
                row.before = 0.0
            yield row

    def _row(self, blocks: Sequence[SignatureBlock]) -> Strip:
        """A row with its lines at one height: parties above, names and offices below."""
        theme = self.theme
        cells = [self._column(n) for n in range(len(blocks))]
        above = [
            list(self._lines(block.party, "deed-sign-party", cell))
            for block, cell in zip(blocks, cells, strict=True)
        ]
        room = max(height_of(lines) for lines in above) + theme.space("deed-sign")
        marks: list[Mark] = []
        depth = 0.0
        for block, cell, lines in zip(blocks, cells, above, strict=True):
            marks += set_down(lines, room)
            marks.append(self._rule(block, cell, marks))
            below = [
                *self._lines(block.name, "deed-sign-name", cell),
                *self._lines(block.office, "deed-sign-office", cell),
            ]
            top = -theme.space("deed-name")
            marks += set_down(below, top)
            depth = max(depth, height_of(below) - top)
        return Strip(room, depth, marks, before=theme.space("deed-rows"))

    def _rule(self, block: SignatureBlock, cell: Cell, marks: list[Mark]) -> RuleMark:
        """The line to sign on, ending before the place of a seal."""
        theme = self.theme
        width = cell.width
        if block.seal:
            span = Span(block.seal, theme.style("deed-seal"))
            wide = natural_width([span])
            node = self.node.add("P", cell.language)
            marks.append(TextMark(cell.x + width - wide, block.seal, span, wide, node))
            width -= wide + theme.unit
        return RuleMark(cell.x, 0.0, width, theme.line("hairline"), theme.ink("ink"))

    def _column(self, number: int) -> Cell:
        frame, gap = self.theme.frame, self.theme.space("deed-gap")
        width = (frame.measure - gap * (_COLUMNS - 1)) / _COLUMNS
        return Cell(frame.left + number * (width + gap), width, self.copy.language)

    def _lines(self, text: Wording, style: str, cell: Cell) -> Iterable[Line]:
        if not text:
            return ()
        language, words = said(text, self.copy.language)
        node = self.node.add("P", language)
        return self.setter.paragraph((language, (Bit(words),)), style, cell, node)
