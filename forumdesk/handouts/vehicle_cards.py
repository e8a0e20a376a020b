# SPDX-License-Identifier: MIT
"""Setting windscreen cards: a name to be read from afar, the delegation in its colour, the list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from forumdesk.handouts.cards.badge import in_each, joined
from forumdesk.handouts.cards.fitting import Fitter, Text
from forumdesk.handouts.cards.stacking import Area, Stack, put, stacked
from forumdesk.handouts.content import said
from forumdesk.handouts.document import Document, Look, Printed
from forumdesk.handouts.dress import empty_note, one_line, titled
from forumdesk.handouts.flow.boxes import BoxMark, Mark, Page, RuleMark, Strip
from forumdesk.handouts.motorcade import CarCard, CarLine, MotorcadeContent
from forumdesk.handouts.result import Finding, FindingKind
from forumdesk.handouts.story import Bit, Column, Entry, Field, Fields, Part, Words, rich
from forumdesk.handouts.tagging import Node
from forumdesk.handouts.text.breaks import NO_BREAK
from forumdesk.handouts.theme import POINTS_PER_MM

_USUAL = 81 * POINTS_PER_MM  # the width of the card for which themes give the sizes
_COLUMNS = tuple(Column(f"vehicle-{name}") for name in ("car", "plate", "driver", "riders"))


class Motorcade:
    """The cards, then the list of the motorcade on a page of its own."""

    def __init__(self, content: MotorcadeContent, look: Look) -> None:
        self._content = content
        self._document = Document(content.sheet, look)
        self._document.one_sided = True
        self._node = self._document.root.add("Sect")  # the cards are read first
        self._document.add([Part(tuple(_list(content)))])

    @property
    def filled(self) -> float:
        """How many pages the list takes, the last one by as much as is filled."""
        return self._document.filled

    def printed(self, card_look: Look) -> Printed:
        """Draw it all; cards have a look of their own."""
        cards = _Cards(self._content, card_look, (self._document, self._node))
        self._document.bare(cards.pages())
        self._document.composer.outline[:0] = cards.outline
        return cards.told(self._document.printed())


class _Drawn:
    """Marks kept for a page."""

    def __init__(self) -> None:
        self.kept: list[Mark] = []

    def marks(self, marks: Iterable[Mark], y: float) -> None:
        """Marks whose base line is at ``y``."""
        for mark in marks:
            mark.y += y
            self.kept.append(mark)


class _Cards:
    """Draws the cards of a motorcade, one or two to a page."""

    def __init__(self, content: MotorcadeContent, look: Look, of: tuple[Document, Node]) -> None:
        self._content = content
        self._document, self._node = of
        self._languages = self._document.arranger.set_languages
        self.outline = [
            (card.anchor, said(card.name, self._languages[0])[1], 1) for card in content.cards
        ]
        frame = look.theme.frame
        self._sheet = (frame.width, frame.height)
        self._size = (frame.width, frame.height / 2) if content.halves else self._sheet
        self._theme = look.theme.scaled(self._size[0] / _USUAL)
        self._fitter = Fitter(self._theme.floor)
        self._findings: list[Finding] = []

    def pages(self) -> Iterator[Page]:
        """The pages of cards."""
        cards, each = self._content.cards, 2 if self._content.halves else 1
        for start in range(0, len(cards), each):
            drawn, anchors = _Drawn(), []
            for place, card in enumerate(cards[start : start + each]):
                low = self._sheet[1] - (place + 1) * self._size[1]
                drawn.marks(self._card(card), low)
                anchors.append(card.anchor)
            if each > 1:
                drawn.marks(self._cut(), self._size[1])
            top = self._sheet[1]
            strip = Strip(top, 0.0, drawn.kept, anchors=tuple(anchors))
            yield Page(strips=[(top, strip)])

    def told(self, printed: Printed) -> Printed:
        """A finished file with what did not fit."""
        found = dict.fromkeys((*printed.findings, *self._findings))
        return replace(printed, findings=tuple(found))

    def _cut(self) -> list[Mark]:
        """Marks at both edges of the paper where it is cut."""
        theme = self._document.theme
        length, thick, ink = theme.space("cut"), theme.line("hairline"), theme.ink("soft")
        right = self._sheet[0] - length
        return [RuleMark(x, 0.0, length, thick, ink) for x in (0.0, right)]

    def _card(self, card: CarCard) -> list[Mark]:
        """A card, its lower left corner for origin: head, name and riders, band, foot."""
        drawn, theme = _Drawn(), self._theme
        node = self._node.add("Sect")
        pad, gap = theme.space("vehicle-pad"), theme.space("vehicle-gap")
        width, height = self._size
        top = self._head(drawn, height - pad) - gap
        low = self._band(drawn, card, node, pad) + gap
        measure = width - 2 * pad
        most = (top - low) * theme.share("vehicle-riders-most")
        riders = stacked(self._fitter, self._riders(card), (measure, most))
        below = riders.height + gap if card.riders else 0.0
        name = stacked(self._fitter, self._name(card), (measure, top - low - below))
        start = top - max(top - low - below - name.height, 0) / 2
        for stack in (name, riders):
            self._found(card, stack)
            put(drawn, stack, Area(pad, start, measure, stack.height), node)
            start -= stack.height + gap
        return drawn.kept

    def _found(self, card: CarCard, stack: Stack) -> None:
        for words in stack.overflowing:
            self._findings.append(Finding(FindingKind.OVERFLOW, card.anchor, words))

    def _name(self, card: CarCard) -> list[Text]:
        """The name in each language, the first one largest."""
        style, gap = self._theme.style, self._theme.space("vehicle-gap")
        return [
            Text(tag, words, style("vehicle-name", second=n > 0), 2, gap / 3, "P" if n else "H1")
            for n, (tag, words) in enumerate(in_each(card.name, self._languages))
        ]

    def _riders(self, card: CarCard) -> list[Text]:
        """Who rides in it, one below the other."""
        style = self._theme.style("vehicle-rider" if len(card.riders) == 1 else "vehicle-riders")
        first, gap = self._languages[0], self._theme.space("vehicle-gap") / 6
        return [
            Text(said(rider, first)[0], joined(rider, self._languages), style, 2, gap)
            for rider in card.riders
        ]

    def _head(self, drawn: _Drawn, top: float) -> float:
        """The forum and its days, over a rule; where they end. They are the same on each."""
        theme, sheet = self._theme, self._content.sheet
        pad, width = theme.space("vehicle-pad"), self._size[0] - 2 * theme.space("vehicle-pad")
        share = theme.share("vehicle-title")
        left = (width * share, theme.style("vehicle-title").leading * 2)
        right = (width * (1 - share), left[1])
        titles = [
            Text(tag, words, theme.style("vehicle-title", second=n > 0), 1 if n else 2)
            for n, (tag, words) in enumerate(in_each(sheet.title, self._languages))
        ]
        told = [
            Text(tag, words, theme.style("vehicle-date"))
            for tag, words in in_each(sheet.dates, self._languages)
        ]
        first, second = (
            stacked(self._fitter, titles, left),
            stacked(self._fitter, told, right),
        )
        put(drawn, first, Area(pad, top, left[0], first.height), None)
        put(drawn, second, Area(pad + left[0], top, right[0], second.height), None)
        low = top - max(first.height, second.height) - theme.space("vehicle-gap") / 3
        rule = RuleMark(pad, 0.0, width, theme.line("heavy"), theme.ink("accent"))
        drawn.marks([rule], low)
        return low

    def _band(self, drawn: _Drawn, card: CarCard, node: Node, pad: float) -> float:
        """The delegation in a field of its colour, plate and stamp under it; where it begins."""
        theme = self._theme
        low = self._foot(drawn, card, node, pad)
        words = joined(card.side, self._languages)
        if not words:
            return low
        style, width = theme.style("vehicle-side"), self._size[0] - 2 * pad
        high = style.leading + theme.space("vehicle-band")
        field = BoxMark(pad, 0.0, width, high, theme.tone(card.tone), theme.space("card-round"))
        drawn.marks([field], low)
        room = (width - theme.space("vehicle-gap") * 2, style.leading)
        tag = said(card.side, self._languages[0])[0]
        stack = stacked(self._fitter, [Text(tag, words, style)], room)
        top = low + (high + stack.height) / 2
        put(drawn, stack, Area((self._size[0] - room[0]) / 2, top, *room), node)
        return low + high

    def _foot(self, drawn: _Drawn, card: CarCard, node: Node, pad: float) -> float:
        """The state it shows, small, and the plate at the right; where what is above begins."""
        theme, stamp = self._theme, self._content.sheet.stamp
        name = said(stamp.name, self._languages[0])
        state = " · ".join(filter(None, (name[1], stamp.time, stamp.digest)))
        half = (self._size[0] - 2 * pad) / 2
        plate, foot = theme.style("vehicle-number"), theme.style("vehicle-foot")
        top = pad / 2 + plate.leading
        base = pad / 2 + (plate.leading + foot.leading) / 2
        told = stacked(self._fitter, [Text(name[0], state, foot)], (half, foot.leading))
        put(drawn, told, Area(pad, base, half, told.height), None)
        if card.plate:
            number = [Text("", card.plate, plate)]
            stack = stacked(self._fitter, number, (half, plate.leading))
            self._found(card, stack)
            put(drawn, stack, Area(pad + half, top, half, stack.height), node)
        return top + theme.space("vehicle-gap") / 3


def _list(content: MotorcadeContent) -> Iterator[Entry]:
    """The motorcade in order: car, plate, driver and telephone, everybody in it."""
    sheet = content.sheet
    yield titled(content.listed, one_line(sheet.title, sheet.dates, sheet.place))
    note = Words(rich(content.note), "list-note", inline=True, whole=True)
    yield Entry((note,), before="list-note", keep=True)
    if not content.lines:
        yield empty_note(content.nothing)
        return
    heads = content.heads
    told = (heads.car, heads.plate, heads.driver, heads.riders)
    fields = tuple(Field((Words(rich(head), "list-head"),)) for head in told)
    yield Entry(
        (Fields(_COLUMNS, fields, head=True),),
        pad="list-head",
        under="rule",
        tag="TR",
        keep=True,
    )
    for line in content.lines:
        yield Entry((Fields(_COLUMNS, _fields(line)),), pad="row", rule="hairline", tag="TR")


def _fields(line: CarLine) -> tuple[Field, ...]:
    riders = tuple(
        Words(rich(rider), "list-name" if not n else "list-text")
        for n, rider in enumerate(line.riders)
    )
    return (
        Field((Words(rich(line.name), "list-body"),)),
        # A plate is read as one: it goes on no other line.
        Field(_plain((line.plate.replace(" ", NO_BREAK), "list-code"))),
        Field(_plain((line.driver, "list-name"), (line.phone, "list-code"))),
        Field((*riders, *_plain((line.notes, "list-note")))),
    )


def _plain(*texts: tuple[str, str]) -> tuple[Words, ...]:
    """Texts that are the same in every language."""
    return tuple(Words((("", (Bit(text),)),), style) for text, style in texts if text)
