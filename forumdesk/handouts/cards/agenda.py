# SPDX-License-Identifier: MIT
"""The face of an agenda for the pocket: whose it is, then line by line what to be at.

One that is longer than a card goes on on the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from forumdesk.domain.values import frozen
from forumdesk.handouts.cards.agenda_content import AgendaCard, AgendaDay, AgendaLine
from forumdesk.handouts.cards.badge import in_each
from forumdesk.handouts.cards.content import AnyCard, CardsContent
from forumdesk.handouts.cards.fitting import Block, Fitter, Text
from forumdesk.handouts.cards.press import Press, points
from forumdesk.handouts.cards.stacking import Area, put, put_block, stacked
from forumdesk.handouts.content import Wording, said
from forumdesk.handouts.flow.boxes import BoxMark, RuleMark
from forumdesk.handouts.fonts import normal
from forumdesk.handouts.stock import Stock
from forumdesk.handouts.tagging import Node
from forumdesk.handouts.theme import Theme

_LINES = 30  # that a text may take: a card is as long as it must be
_TALL = 100_000.0
_BETWEEN = " · "
_HAIR = 1e-6  # points; sums of heights are not exact


@frozen
class _Row:
    """A day's heading, or a line of a day: times, texts, how far it stands in, where it is."""

    clock: str
    texts: tuple[Text, ...]
    indent: float = 0.0
    place: tuple[Text, ...] = ()
    mine: bool = False
    heading: bool = False
    inner: bool = False


@dataclass(eq=False, slots=True)
class _Set:
    """A row as it is set."""

    row: _Row
    beside: list[Block]
    blocks: list[Block]
    height: float


class AgendaDesign:
    """Draws agendas on the cards of a stock."""

    def __init__(self, content: CardsContent, stock: Stock, theme: Theme) -> None:
        self.overflowing: list[tuple[str, str]] = []
        self._theme = theme
        self._fitter = Fitter(theme.floor)
        self._width, self._height = (points(side) for side in stock.face)
        self._pad = points(stock.inset)
        self._measure = self._width - 2 * self._pad
        self._clock = self._clocks(content)
        self._known: dict[tuple[AgendaDay, tuple[str, ...]], list[_Set]] = {}

    def _clocks(self, content: CardsContent) -> float:
        """The width of the times."""
        style = self._theme.style("own-clock")
        said = {
            line.clock
            for card in content.cards
            if isinstance(card, AgendaCard)
            for day in card.days
            for line in day.lines
        }
        return max((style.face.width(normal(one)) * style.size for one in said), default=0.0)

    # -- parting --------------------------------------------------------------------------------

    def parted(self, cards: Sequence[AnyCard]) -> Iterator[AnyCard]:
        """Agendas as they come on cards, those that are longer than one on several."""
        for card in cards:
            if isinstance(card, AgendaCard):
                yield from self._parts(card)
            else:
                yield card

    def has_room(self, cards: Sequence[AnyCard]) -> bool:
        """Whether every line, with what is inside it, can stand on a card."""
        return all(self._holds(card) for card in cards if isinstance(card, AgendaCard))

    def _holds(self, card: AgendaCard) -> bool:
        room = self._room(card)
        for day in card.days:
            head, *lines = self._rows(day, card.languages)
            if any(head.height + height > room for _, height in _groups(lines, day)):
                return False
        return True

    def _parts(self, card: AgendaCard) -> list[AgendaCard]:
        room = self._room(card)
        parts: list[list[AgendaDay]] = [[]]
        left = room
        for day in card.days:
            head, *lines = self._rows(day, card.languages)
            at = 0
            groups = list(_groups(lines, day))
            for n, (line, height) in enumerate(groups):
                needed = height + (head.height if not at else 0.0)
                if needed > left and parts[-1]:
                    parts.append([])
                    left, at = room, 0
                    needed = height + head.height
                if not at:
                    parts[-1].append(replace(day, lines=()))
                parts[-1][-1] = replace(parts[-1][-1], lines=(*parts[-1][-1].lines, line))
                left -= needed
                at = n + 1
        count = len(parts)
        return [
            replace(card, days=tuple(days), number=n, count=count)
            for n, days in enumerate(parts, 1)
        ]

    def _room(self, card: AgendaCard) -> float:
        """The height there is for lines."""
        return self._height - 2 * self._pad - self._head_height(card) - self._foot_height(card)

    # -- setting --------------------------------------------------------------------------------

    def _rows(self, day: AgendaDay, languages: tuple[str, ...]) -> list[_Set]:
        key = (day, languages)
        found = self._known.get(key)
        if found is None:
            found = [self._set(row) for row in self._worded(day, languages)]
            self._known[key] = found
        return found

    def _worded(self, day: AgendaDay, languages: tuple[str, ...]) -> Iterator[_Row]:
        yield _Row("", self._texts(day.date, languages, "own-day", tag="H2"), heading=True)
        for line in day.lines:
            yield from self._line(line, languages, inner=False)

    def _line(self, line: AgendaLine, languages: tuple[str, ...], *, inner: bool) -> Iterator[_Row]:
        mine = bool(line.mine)
        strong = "own-quiet" if line.quiet or (inner and not mine) else "own-title"
        texts = list(self._texts(line.title, languages, strong))
        if line.mine and line.mine != line.title:
            texts += self._texts(line.mine, languages, "own-mine", joined=True)
        place = self._texts(line.detail, languages[:1], "own-detail")
        if place and (inner or not self._is_beside(place[0])):
            texts, place = self._under(texts, place[0]), ()
        indent = self._theme.space("own-indent") if inner else 0.0
        yield _Row(line.clock, tuple(texts), indent, place[:1], mine, inner=inner)
        for each in line.inside:
            yield from self._line(each, languages, inner=True)

    def _is_beside(self, place: Text) -> bool:
        """Whether where it is stands on one line below the time."""
        lines = place.words.split("\n")
        return all(
            place.style.face.width(normal(words)) * place.style.size <= self._clock + 1
            for words in lines
        )

    def _under(self, texts: Sequence[Text], place: Text) -> list[Text]:
        """Texts with where it is: after what is said in another language, else on its own."""
        *others, last = texts
        if not others or "\n" in place.words:
            return [*texts, place]
        return [*others, replace(last, words=f"{last.words}{_BETWEEN}{place.words}")]

    def _texts(
        self,
        wording: Wording,
        languages: tuple[str, ...],
        style: str,
        *,
        tag: str = "P",
        joined: bool = False,
    ) -> tuple[Text, ...]:
        """A text in each language, the first one strong; or in all of them on one line."""
        pairs = in_each(wording, languages)
        of = self._theme.style
        if joined and pairs:
            words = " · ".join(dict.fromkeys(words for _, words in pairs))
            return (Text(pairs[0][0], words, of(style), _LINES, 0.0, tag, 1.0),)
        return tuple(
            Text(language, words, of(style, second=n > 0), _LINES, 0.0, tag if not n else "P", 1.0)
            for n, (language, words) in enumerate(pairs)
        )

    def _set(self, row: _Row) -> _Set:
        theme = self._theme
        left = 0.0 if row.heading else self._clock + theme.space("own-gap") + row.indent
        width = self._measure - left
        blocks = [self._fitter.fit(text, text.style, (width, _TALL)) for text in row.texts]
        beside = self._beside(row)
        pad = theme.space("own-day" if row.heading else "own-row")
        tall = max(sum(block.height for block in column) for column in (blocks, beside))
        return _Set(row, beside, blocks, tall + pad)

    def _beside(self, row: _Row) -> list[Block]:
        """The time, and below it where it is."""
        style = self._theme.style("own-inner-clock" if row.inner else "own-clock")
        clock = (Text("", row.clock, style),) if row.clock else ()
        width = self._clock + (row.indent if row.inner else 0.0) + 1
        return [self._fitter.fit(text, text.style, (width, _TALL)) for text in (*clock, *row.place)]

    # -- drawing --------------------------------------------------------------------------------

    def draw(
        self, press: Press, card: AnyCard, languages: tuple[str, ...], node: Node | None
    ) -> None:
        """Draw an agenda, or a part of one."""
        if not isinstance(card, AgendaCard):
            return
        top = self._head(press, card, node)
        foot = self._foot(press, card, node)
        days = [self._rows(day, card.languages) for day in card.days]
        air = self._air(days, top - foot)
        for n, rows in enumerate(days):
            top -= air if n else 0.0
            for of in rows:
                if top - of.height < foot and of.blocks:
                    self.overflowing.append((card.participation, of.row.texts[0].words))
                top = self._row(press, of, top, node)

    def _air(self, days: Sequence[Sequence[_Set]], room: float) -> float:
        """What parts a day from the one before it, as far as the card has room for it."""
        left = room - sum(of.height for rows in days for of in rows) - _HAIR
        share = left / (len(days) - 1) if len(days) > 1 else 0.0
        return max(min(share, self._theme.space("own-days")), 0.0)

    def _row(self, press: Press, of: _Set, top: float, node: Node | None) -> float:
        theme, row = self._theme, of.row
        pad = theme.space("own-day" if row.heading else "own-row")
        bottom = top - of.height
        if row.mine:
            over = theme.space("own-over")
            box = BoxMark(
                self._pad - over, 0, self._measure + 2 * over, of.height, theme.ink("tint")
            )
            bar = BoxMark(self._pad - over, 0, theme.space("own-bar"), of.height, theme.ink("mark"))
            press.marks([box, bar] if theme.ink("tint") else [bar], bottom)
        elif not row.inner:
            thin, ink = theme.line("hairline"), theme.ink("hairline")
            rule = "accent" if row.heading else ""
            press.marks(
                [RuleMark(self._pad, 0, self._measure, thin, theme.ink(rule) if rule else ink)],
                bottom if row.heading else top,
            )
        holder = node.add("Div") if node is not None and not row.heading else node
        start = top - pad / 2
        at, low = self._pad + (row.indent if row.inner else 0.0), start
        for block in of.beside:
            own = holder.add("P", block.language) if holder is not None else None
            low = put_block(press, block, Area(at, low, self._clock, 0), own)
        left = 0.0 if row.heading else self._clock + theme.space("own-gap") + row.indent
        for text, block in zip(row.texts, of.blocks, strict=True):
            area = Area(self._pad + left, start, self._measure - left, 0)
            own = holder.add(text.tag, block.language) if holder is not None else None
            start = put_block(press, block, area, own)
        return bottom

    # -- head and foot --------------------------------------------------------------------------

    def _named(self, card: AgendaCard) -> tuple[Text, ...]:
        theme, gap = self._theme, self._theme.space("own-row")
        pairs = in_each(card.name, card.languages)
        names = [
            Text(*pair, theme.style("own-name", second=n > 0), 2, 0.0, "P" if n else "H1")
            for n, pair in enumerate(pairs)
        ]
        told = said(card.affiliation, card.languages[0])
        body = [Text(*told, theme.style("own-body"), 2, gap / 2)] if told[1] else []
        return (*names, *body)

    def _head_height(self, card: AgendaCard) -> float:
        limit = self._height * self._theme.share("own-head")
        stack = stacked(self._fitter, self._named(card), (self._measure, limit))
        return stack.height + self._theme.space("own-head")

    def _head(self, press: Press, card: AgendaCard, node: Node | None) -> float:
        theme = self._theme
        limit = self._height * theme.share("own-head")
        stack = stacked(self._fitter, self._named(card), (self._measure, limit))
        self.overflowing += [(card.participation, words) for words in stack.overflowing]
        top = self._height - self._pad
        if card.tone:
            over = theme.space("own-over")
            bar = BoxMark(self._pad, 0, self._measure, over, theme.tone(card.tone))
            press.marks([bar], top + over / 2)
        put(press, stack, Area(self._pad, top, self._measure, stack.height), node)
        return top - stack.height - theme.space("own-head")

    def _footed(self, card: AgendaCard) -> tuple[Text, ...]:
        theme = self._theme
        style = theme.style("own-foot")
        first = card.languages[0]
        parts = [said(of, first)[1] for of in (card.side, card.title) if of]
        if card.count > 1:
            word = said(card.continued, first)[1]
            number = f"{card.number}/{card.count}"
            parts.append(f"{word} {number}" if card.number > 1 else number)
        notes = [Text(*said(note, first), style, 3) for note in card.notes]
        return (*notes, Text(first, " · ".join(parts), style, 2))

    def _foot_height(self, card: AgendaCard) -> float:
        # Whether it goes on is not known yet; room is kept for saying so.
        card = replace(card, number=2, count=9)
        stack = stacked(self._fitter, self._footed(card), (self._measure, self._height / 4))
        return stack.height + self._theme.space("own-row")

    def _foot(self, press: Press, card: AgendaCard, node: Node | None) -> float:
        theme = self._theme
        stack = stacked(self._fitter, self._footed(card), (self._measure, self._height / 4))
        top = self._pad + stack.height
        put(press, stack, Area(self._pad, top, self._measure, stack.height), node)
        thin = RuleMark(self._pad, 0, self._measure, theme.line("hairline"), theme.ink("hairline"))
        press.marks([thin], top + theme.space("own-row") / 2)
        return top + theme.space("own-row")


def _groups(lines: Sequence[_Set], day: AgendaDay) -> Iterator[tuple[AgendaLine, float]]:
    """The lines of a day, each with the height of it and of all that is inside it."""
    at = 0
    for line in day.lines:
        count = 1 + _depth(line)
        yield line, sum(one.height for one in lines[at : at + count])
        at += count


def _depth(line: AgendaLine) -> int:
    return sum(1 + _depth(each) for each in line.inside)
