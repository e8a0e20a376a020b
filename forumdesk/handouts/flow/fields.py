# SPDX-License-Identifier: MIT
"""Rows of tables: fields side by side, in columns that align down a section."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from forumdesk.handouts.flow.boxes import Strip, TextMark
from forumdesk.handouts.flow.cells import Cell, Setter
from forumdesk.handouts.story import Column, Element, Entry, Field, Fields, Words
from forumdesk.handouts.tagging import Node
from forumdesk.handouts.text.breaks import joints

_WIDER = 1.6  # times its share a column gets at most for a long word
_MOST_KNOWN = 5_000  # texts
_WORD = 24  # characters of the longest word that is kept whole
SetElement = Callable[[Element, Node, Cell], Iterable[Strip]]
_Place: TypeAlias = tuple[Sequence[Column], list[int], Cell]
"""Columns, how many of them each field of a row takes, and where the row stands."""


class Rows:
    """Sets rows of tables; ``set_element`` sets what stands in a field."""

    def __init__(self, setter: Setter, set_element: SetElement) -> None:
        self.theme = setter.theme
        self._setter = setter
        self._set = set_element
        self._widths: dict[str, float] = {}  # of tight columns, by share
        self._least: dict[str, float] = {}  # what the words of other columns want, by share
        self._words: dict[tuple[str, str], float] = {}  # the longest, by text and style
        self._known: tuple[_Place, list[Cell]] | None = None  # of the row before

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
                    widest = max(widest, self._word_of(bit.text, bit.style or element.style))
        return widest

    def _word_of(self, text: str, style: str) -> float:
        """The width of the longest word of a text: many rows have one office, or one body."""
        found = self._words.get((text, style))
        if found is None:
            if len(self._words) > _MOST_KNOWN:
                self._words.clear()
            found = self._words[text, style] = self._setter.word_width(text, style, _unparted)
        return found

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
        strips: list[Strip] = []
        for field, cell in zip(row.fields, self._cells(row, area), strict=True):
            holder = node.add("TH" if row.head else "TD")
            if row.head or field.span > 1:
                holder.attributes = _attributes(field, head=row.head)
            body: list[Strip] = []
            for element in field.body:
                body += self._set(element, holder, cell)
            strips = beside(strips, _lines(body))
        return self._raised(strips, self.theme.space(row.least)) if row.least else strips

    def past_first(self, row: Fields, area: Cell) -> Cell:
        """Where the columns of a row stand that come after its first one."""
        first = self._spread(row.columns, area.width)[0]
        return Cell(area.x + first, area.width - first, area.language, area.second)

    def _raised(self, strips: list[Strip], least: float) -> list[Strip]:
        """A row of some height at least, its lines midway."""
        filled = strips or [Strip(0.0, 0.0)]
        missing = max(least - sum(strip.height for strip in filled), 0.0)
        filled[0].above += missing / 2
        filled[-1].below += missing / 2
        return filled

    def _cells(self, row: Fields, area: Cell) -> list[Cell]:
        """Where each field of a row stands: mostly below that of the row before."""
        place = (row.columns, [field.span for field in row.fields], area)
        if self._known is None or self._known[0] != place:
            self._known = (place, [*self._across(row, area)])
        return self._known[1]

    def _across(self, row: Fields, area: Cell) -> Iterator[Cell]:
        widths = self._spread(row.columns, area.width)
        gap = self.theme.space("column-gap")
        at = 0
        for field in row.fields:
            left, width = sum(widths[:at]), sum(widths[at : at + field.span])
            # The last column ends where the text does; one of figures, where the next begins.
            figures = row.columns[at].figures
            white = gap if figures or at + field.span < len(widths) else 0.0
            x = area.x + left + (white if figures else 0.0)
            yield Cell(x, width - white, area.language, area.second)
            at += field.span

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


def _lines(strips: Iterable[Strip]) -> list[Strip]:
    """Strips with lines on them; white alone is added over the line below it."""
    lines, white = [], 0.0
    for strip in strips:
        if not (strip.marks or strip.opposite):
            white += strip.height
            continue
        strip.above += white
        white = 0.0
        lines.append(strip)
    return lines


def beside(left: list[Strip], right: list[Strip]) -> list[Strip]:
    """Two columns of lines side by side, each pair on one base line."""
    for one, other in zip(left, right, strict=False):
        one.above, one.below = max(one.above, other.above), max(one.below, other.below)
        one.marks += other.marks
        one.opposite += other.opposite
        one.keep = one.keep or other.keep
    return left + right[len(left) :]
