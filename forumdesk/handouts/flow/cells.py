# SPDX-License-Identifier: MIT
"""Setting elements of a story into lines, one language at a time, in a cell of a given width."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from forumdesk.domain.values import frozen
from forumdesk.handouts.content import Block, BlockKind
from forumdesk.handouts.flow.boxes import BoxMark, Line, Mark, RuleMark, SymbolMark, TextMark
from forumdesk.handouts.fonts import normal
from forumdesk.handouts.story import Bit, Rich
from forumdesk.handouts.tagging import Node
from forumdesk.handouts.text.breaks import NO_BREAK
from forumdesk.handouts.text.linebreaking import SetLine, Span, natural_width, set_text
from forumdesk.handouts.theme import Style, Theme

_ADDRESS = re.compile(
    r"https?://[^\s<>\"“”]+[^\s<>\"“”.,;:!?)\]}’'。、]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
)
_SHORT = 80  # characters of a text that may come again
_MOST_KNOWN = 5_000
_SAFE = ("http://", "https://", "mailto:", "#")


@frozen
class Cell:
    """Where lines are set: ``x`` from the left edge and the width, in points, and the language.

    ``second``: the text stands below that of another language and is set lighter. ``lead`` is
    what a first column has over the others, so that they stand under those of rows with a rail.
    """

    x: float
    width: float
    language: str
    second: bool = False
    lead: float = 0.0

    def moved(self, by: float) -> Cell:
        """The cell without so much of its left."""
        return replace(self, x=self.x + by, width=self.width - by)

    def led(self, lead: float) -> Cell:
        """The cell with such a lead."""
        return self if lead == self.lead else replace(self, lead=lead)


def bits_in(text: Rich, language: str) -> tuple[str, tuple[Bit, ...]]:
    """The language and bits of a text for a reader of ``language``: its own, else what there is."""
    for pair in text:
        if pair[0] == language:
            return pair
    return text[0] if text else (language, ())


class Setter:
    """Sets bits of text with a theme."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._known: dict[tuple[str, str, bool, float, str], list[SetLine]] = {}

    def spans(self, bits: Sequence[Bit], style: str, *, second: bool = False) -> list[Span]:
        """Bits as spans of their styles; web and mail addresses in them become links."""
        spans: list[Span] = []
        for bit in bits:
            if bit.pill:
                spans.append(self._pill(bit, second=second))
                continue
            of = self.theme.style(bit.style or style, second=second)
            if bit.link:
                spans.append(Span(bit.text, of, bit.link if bit.link.startswith(_SAFE) else ""))
            elif "://" in bit.text or "@" in bit.text:
                spans.extend(_linked(bit.text, of))
            else:
                spans.append(Span(bit.text, of))
        return spans

    def paragraph(
        self, text: tuple[str, Sequence[Bit]], style: str, cell: Cell, node: Node
    ) -> list[Line]:
        """Lines of a paragraph, no first or last line of it left alone by a page break."""
        return self._made(self._broken(text, style, cell), style, cell, node)

    def inline(
        self, texts: Sequence[tuple[str, Sequence[Bit]]], style: str, cell: Cell, node: Node
    ) -> list[Line]:
        """Lines of a paragraph in which the languages follow each other, the first leading."""
        spans = self._inline_spans(texts, style)
        return self.composed(texts[0][0], spans, style, cell, node=node)

    def inline_width(self, texts: Sequence[tuple[str, Sequence[Bit]]], style: str) -> float:
        """The width of such a paragraph on one line, in points."""
        return natural_width(self._inline_spans(texts, style))

    def _inline_spans(self, texts: Sequence[tuple[str, Sequence[Bit]]], style: str) -> list[Span]:
        spans: list[Span] = []
        for n, (language, bits) in enumerate(texts):
            more = self.spans(bits, style, second=n > 0)
            if n:
                spans.append(Span(NO_BREAK + " ", self.theme.style(style, second=True)))
                more = [Span(s.text, s.style, s.link, s.pill, s.pad, language) for s in more]
            spans += more
        return spans

    def composed(
        self, language: str, spans: Sequence[Span], style: str, cell: Cell, *, node: Node
    ) -> list[Line]:
        """Lines of some spans, in the leading of a style."""
        return self._made(set_text(spans, cell.width, language), style, cell, node)

    def _made(self, broken: Sequence[SetLine], style: str, cell: Cell, node: Node) -> list[Line]:
        of = self.theme.style(style, second=cell.second)
        lines = [self._line(line, of, cell, node) for line in broken]
        if len(lines) > 1:
            keep_ends(lines)
        return lines

    def _broken(self, text: tuple[str, Sequence[Bit]], style: str, cell: Cell) -> list[SetLine]:
        """The lines of a paragraph; short ones come again and again in a list."""
        language, bits = text
        bit = bits[0] if len(bits) == 1 else None
        if bit is None or bit.pill or bit.link or len(bit.text) > _SHORT:
            spans = self.spans(bits, style, second=cell.second)
            return set_text(spans, cell.width, language)
        key = (bit.text, bit.style or style, cell.second, cell.width, language)
        found = self._known.get(key)
        if found is None:
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            spans = self.spans(bits, style, second=cell.second)
            found = self._known[key] = set_text(spans, cell.width, language)
        return found

    def text_width(self, bits: Sequence[Bit], style: str, *, second: bool = False) -> float:
        """The width of some bits on one line, in points."""
        return natural_width(self.spans(bits, style, second=second))

    def word_width(self, text: str, style: str, words: Callable[[str], Iterable[str]]) -> float:
        """The width of the longest of the words that ``words`` finds in a text, in points."""
        of = self.theme.style(style)
        widths = map(of.face.words.__getitem__, words(normal(text)))
        return max(widths, default=0.0) * of.size

    def block(self, block: Block, style: str, cell: Cell, node: Node) -> list[Line]:
        """Lines of a paragraph, bullet or numbered item."""
        if block.kind is BlockKind.PARAGRAPH:
            paragraph = node.add("P", cell.language)
            return self.paragraph((cell.language, (Bit(block.text),)), style, cell, paragraph)
        item = node.add("LI", cell.language)
        of = self.theme.style("bullet", second=cell.second)
        mark = Span(block.mark or "•", of)
        indent = max(self.theme.space("bullet"), natural_width([mark]) + self.theme.unit)
        body = item.add("LBody")
        lines = self.paragraph((cell.language, (Bit(block.text),)), style, cell.moved(indent), body)
        if lines:
            label = TextMark(cell.x, mark.text, mark, natural_width([mark]), item.add("Lbl"))
            item.children = [*reversed(item.children)]
            lines[0].marks.insert(0, label)
        return lines

    def symbol(self, name: str, line: Line, cell: Cell, style: str) -> None:
        """Draw a symbol in the white at the left of a line."""
        of = self.theme.style(style)
        size = self.theme.space("symbol")
        y = of.size * self.theme.share("cap-middle") - size / 2
        line.marks.append(
            SymbolMark(
                name,
                cell.x - size - self.theme.space("symbol-gap"),
                y,
                size,
                self.theme.ink("mark"),
            )
        )

    def _line(self, line: SetLine, style: Style, cell: Cell, node: Node) -> Line:
        x = cell.x
        if style.align == "right":
            x += cell.width - line.width
        elif style.align == "center":
            x += (cell.width - line.width) / 2
        above, below = style.rise, style.leading - style.rise
        marks: list[Mark] = []
        for piece in line.pieces:
            span = piece.span
            if span.pill:
                marks.append(self._field(x + piece.x, piece.width, span, style))
            to = node.add("Span", span.language) if span.language else node
            to = to.add("Link") if span.link else to
            at = x + piece.x + span.pad
            y = self._lift(span, style) if span.pill else 0.0
            marks.append(TextMark(at, piece.text, span, piece.width, to, y))
            if span.style.struck:
                through = span.style.size * self.theme.share("struck")
                thick = self.theme.line("hairline")
                marks.append(RuleMark(at, y + through, piece.width, thick, span.style.color))
        return Line(above, below, marks)

    def _lift(self, span: Span, style: Style) -> float:
        """How far a label's letters are raised to stand midway in a line of bigger ones."""
        return (style.size - span.style.size) * self.theme.share("cap-middle")

    def _pill(self, bit: Bit, *, second: bool) -> Span:
        outlined = second or self.theme.choice("badge") == "line"
        style = self.theme.style("badge-line" if outlined else "badge")
        color = self.theme.ink(bit.pill)
        return Span(
            bit.text,
            style,
            "",
            ("line " if outlined else "") + color,
            self.theme.space("badge-pad"),
        )

    def _field(self, x: float, width: float, span: Span, around: Style) -> BoxMark:
        """The field of a label, midway between the capitals of the line it stands in."""
        theme, style = self.theme, span.style
        outline = span.pill.startswith("line ")
        middle = style.size * theme.share("cap-middle")
        height = style.leading + theme.space("badge-rise")
        lift = self._lift(span, around)
        return BoxMark(
            *(x, lift + middle - height / 2, width + 2 * span.pad, height, span.pill.split()[-1]),
            radius=height * theme.share("badge-round"),
            outline=theme.line("hairline") * 1.5 if outline else 0.0,
        )


def keep_ends(lines: Sequence[Line]) -> None:
    """Keep the first two and the last two lines of a paragraph together."""
    if len(lines) > 1:
        lines[0].keep = lines[-2].keep = True
    if len(lines) == 3:
        lines[1].keep = True


def beside(left: list[Line], right: list[Line]) -> list[Line]:
    """Lines of two cells side by side, each pair on one base line."""
    return [_joined(pair) for pair in zip_longest(left, right)]


def _joined(lines: Sequence[Line | None]) -> Line:
    there = [line for line in lines if line]
    if len(there) == 1:
        return there[0]
    return Line(
        max(line.above for line in there),
        max(line.below for line in there),
        [mark for line in there for mark in line.marks],
        any(line.keep for line in there),
    )


def _linked(text: str, style: Style) -> Iterator[Span]:
    at = 0
    for found in _ADDRESS.finditer(text):
        if found.start() > at:
            yield Span(text[at : found.start()], style)
        address = found.group()
        yield Span(address, style, address if "://" in address else f"mailto:{address}")
        at = found.end()
    if at < len(text):
        yield Span(text[at:], style)
