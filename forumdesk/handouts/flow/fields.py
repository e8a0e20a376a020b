# SPDX-License-Identifier: MIT
"""Rows of tables: fields side by side, in columns that align down a section."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from forumdesk.handouts.flow.boxes import Strip, TextMark
from forumdesk.handouts.flow.cells import Cell, Setter
from forumdesk.handouts.story import Column, Element, Entry, Field, Fields, Words
from forumdesk.handouts.tagging import Node
from forumdesk.handouts.text.breaks import joints

_WIDER = 1.6  # times its share a column gets at most for a long word
_WORD = 24  # characters of the longest word that is kept whole
SetElement = Callable[[Element, Node, Cell], Iterable[Strip]]


class Rows:
    """Sets rows of tables; ``set_element`` sets what stands in a field."""

    def __init__(self, setter: Setter, set_element: SetElement) -> None:
        self.theme = setter.theme
        self._setter = setter
        self._set = set_element
        self._widths: dict[str, float] = {}  # of tight columns, by share
        self._least: dict[str, float] = {}  # what the words of other columns want, by share
        self._known: tuple[Sequence[Column], float, list[float]] | None = None  # of the row before

    def make_room(self, entries: Iterable[Entry]) -> None:
        """Widen tight columns to the widest line of some rows, others to their longest word."""
        self._known = None
        for entry in entries:
            for row in _rows([entry]):
                for column, field in _placed(row):
                    if field.span == 1:
                        known = self._widths if column.tight else self._least
                        wanted = self._natural(field) if column.tight else self._longest(field.body)
                        known[column.share] = max(wanted, known.get(column.share, 0.0))

    def _longest(self, body: Sequence[Element]) -> float:
        """The width of the longest word in a field, with what it is set in by."""
        return max((self._width_of(element) for element in body), default=0.0)

    def _width_of(self, element: Element) -> float:
        if isinstance(element, Entry):
            inset = self.theme.space(element.width) if element.width else 0.0
            return inset + self._longest(element.body)
        if not isinstance(element, Words):
            return 0.0
        widest = 0.0
        for _, bits in element.text:
            for bit in bits:
                if not bit.pill:
                    style = bit.style or element.style
                    widest = max(widest, self._setter.word_width(bit.text, style, _unparted))
        return widest

    def _natural(self, field: Field) -> float:
        """The width of a field's widest line."""
        lines = (
            self._setter.text_width(bits, words.style)
            for words in field.body
            if isinstance(words, Words)
            for _, bits in words.text
        )
        return max(lines, default=0.0)

    def row(self, row: Fields, node: Node, area: Cell) -> list[Strip]:
        """A row as strips: line by line what its fields have."""
        widths = self._columns(row.columns, area.width)
        gap = self.theme.space("column-gap")
        strips: list[Strip] = []
        at = 0
        for field in row.fields:
            left, width = sum(widths[:at]), sum(widths[at : at + field.span])
            holder = node.add("TH" if row.head else "TD")
            holder.attributes = _attributes(field, head=row.head)
            # The last column ends where the text does; one of figures, where the next begins.
            figures = row.columns[at].figures
            white = gap if figures or at + field.span < len(widths) else 0.0
            x = area.x + left + (white if figures else 0.0)
            cell = Cell(x, width - white, area.language, area.second)
            body = [strip for element in field.body for strip in self._set(element, holder, cell)]
            strips = beside(strips, list(_lines(body)))
            at += field.span
        return self._raised(strips, self.theme.space(row.least)) if row.least else strips

    def _raised(self, strips: list[Strip], least: float) -> list[Strip]:
        """A row of some height at least, its lines midway."""
        filled = strips or [Strip(0.0, 0.0)]
        missing = max(least - sum(strip.height for strip in filled), 0.0)
        filled[0].above += missing / 2
        filled[-1].below += missing / 2
        return filled

    def _columns(self, columns: Sequence[Column], width: float) -> list[float]:
        """The width of each column: mostly those of the row before."""
        if self._known is None or self._known[0] is not columns or self._known[1] != width:
            self._known = (columns, width, self._spread(columns, width))
        return self._known[2]

    def _spread(self, columns: Sequence[Column], width: float) -> list[float]:
        """The width of each column, the white after it included; together they fill a width."""
        gap = self.theme.space("column-gap")
        tight = {c.share: self._widths.get(c.share, 0.0) + gap for c in columns if c.tight}
        left = max(width - sum(tight.values()), 0.0)
        shares = [0.0 if c.tight else self.theme.share(c.share) for c in columns]
        whole = sum(shares)
        own = [
            tight[c.share] if c.tight else left * share / whole
            for c, share in zip(columns, shares, strict=True)
        ]
        wanted = [
            width if c.tight or c.firm else self._least.get(c.share, 0.0) + (gap if n else 0.0)
            for n, c, width in zip(range(len(columns) - 1, -1, -1), columns, own, strict=True)
        ]
        return _evened(own, wanted)


def _evened(own: Sequence[float], wanted: Sequence[float]) -> list[float]:
    """Widths of which those too narrow for a word get more from those that have it to give."""
    pairs = list(zip(own, wanted, strict=True))
    missing = [max(min(want, width * _WIDER) - width, 0.0) for width, want in pairs]
    spare = [max(width - want, 0.0) for width, want in pairs]
    asked, there = sum(missing), sum(spare)
    if not asked or not there:
        return list(own)
    moved = min(asked, there)
    return [
        width + more * moved / asked - less * moved / there
        for width, more, less in zip(own, missing, spare, strict=True)
    ]


def _unparted(text: str) -> Iterator[str]:
    """The words of a text that are not to be parted; addresses and the like may be."""
    for word in text.replace("\n", " ").split(" "):
        if len(word) <= _WORD:
            yield from joints(word)


def repeating(strips: Sequence[Strip]) -> tuple[Strip, ...]:
    """Strips to be set again atop other pages: nothing in them is read aloud twice."""
    again = tuple(
        replace(strip, marks=[*strip.marks], opposite=[*strip.opposite], anchors=(), closes=None)
        for strip in strips
    )
    for strip in again:
        for marks in (strip.marks, strip.opposite):
            marks[:] = [
                replace(mark, node=None) if isinstance(mark, TextMark) else mark for mark in marks
            ]
    return again


def _rows(entries: Iterable[Entry]) -> Iterator[Fields]:
    for entry in entries:
        yield from (element for element in entry.body if isinstance(element, Fields))


def _placed(row: Fields) -> Iterator[tuple[Column, Field]]:
    """Each field with the column it begins in."""
    at = 0
    for field in row.fields:
        yield row.columns[at], field
        at += field.span


def _attributes(field: Field, *, head: bool) -> str:
    """Attributes of a cell as PDF writes them (ISO 32000-1, 14.8.5.7)."""
    told = (" /Scope /Column" if head else "") + (
        f" /ColSpan {field.span}" if field.span > 1 else ""
    )
    return f"<< /O /Table{told} >>" if told else ""


def _lines(strips: Iterable[Strip]) -> Iterator[Strip]:
    """Strips with lines on them; white alone is added over the line below it."""
    white = 0.0
    for strip in strips:
        if not (strip.marks or strip.opposite):
            white += strip.height
            continue
        strip.above += white
        white = 0.0
        yield strip


def beside(left: list[Strip], right: list[Strip]) -> list[Strip]:
    """Two columns of lines side by side, each pair on one base line."""
    if not left:
        return right
    strips = []
    for one, other in zip_longest(left, right):
        if one is None or other is None:
            strips.append(one or other)
            continue
        one.above, one.below = max(one.above, other.above), max(one.below, other.below)
        one.marks += other.marks
        one.opposite += other.opposite
        one.keep = one.keep or other.keep
        strips.append(one)
    return strips
