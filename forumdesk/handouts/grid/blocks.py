# SPDX-License-Identifier: MIT
"""What a block of a grid says: all there is, else smaller, else without declared details.

Type shrinks first, as far as the theme lets a whole sheet shrink. Then go who is on, the word for
the track, the second language; the title alone shrinks to the theme's floor. What does not fit
even so gets a number, and stands in full in the list at the end of its day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import ceil

from forumdesk.domain.values import frozen
from forumdesk.handouts.content import NOTHING, Wording
from forumdesk.handouts.fonts import normal
from forumdesk.handouts.text.linebreaking import SetLine, Span, set_text
from forumdesk.handouts.theme import Style, Theme, least_scale
from forumdesk.handouts.timetables import GridDetail, Slot

_STEP = 0.94  # between two sizes that are tried
_JOINT = "\u00a0· "
_AFTER_TIME = "\u00a0\u00a0"
_SAME = 0.01

_Bit = tuple[str, str, bool]  # text, style, whether it is of a further language


@frozen
class _Ask:
    """What of a session is wanted; ``whole``: its times on a line of their own."""

    whole: bool = False
    run_in: bool = False
    gone: tuple[GridDetail, ...] = ()


_FULL = (_Ask(whole=True), _Ask(), _Ask(run_in=True))
_SHORT = (
    _Ask(gone=(GridDetail.WHO,)),
    _Ask(run_in=True, gone=(GridDetail.WHO,)),
    _Ask(run_in=True, gone=(GridDetail.WHO, GridDetail.TRACK)),
)
_LEAST = _Ask(gone=tuple(GridDetail))


@frozen
class Place:
    """The room there is for the text of a block; ``continued``: it began on another sheet.

    ``track``: the word for it is wanted. ``line``: all of it stands on one line.
    """

    width: float
    height: float
    continued: Wording = NOTHING
    track: bool = True
    line: bool = False


@frozen
class Paragraph:
    """Lines of a block in one language; the mark of ``when`` spans is their style."""

    language: str
    lines: tuple[SetLine, ...]
    leading: float
    rise: float


@frozen
class Told:
    """What a block says, how high it is, and what was left out for it."""

    paragraphs: tuple[Paragraph, ...]
    height: float
    gone: tuple[GridDetail, ...] = ()


class Teller:
    """Makes sessions fit blocks."""

    def __init__(self, theme: Theme, languages: Sequence[str]) -> None:
        self._theme = theme
        self._languages = tuple(languages)
        self._sizes = list(_sizes(least_scale(theme)))
        floor = theme.floor if theme.least < theme.base else theme.base
        self._floors = list(_sizes(min(1.0, floor / theme.style("grid-title").size)))
        self._natural: dict[tuple[str, _Ask, Wording, bool], tuple[float, list[float]]] = {}

    def told(self, slot: Slot, place: Place) -> Told | None:
        """A session within a place; ``None`` where not even its title fits."""
        if place.line:
            lined = self._first(slot, place, (_Ask(run_in=True),), self._sizes)
            if lined is not None and sum(len(p.lines) for p in lined.paragraphs) == 1:
                return lined
        for scale in self._sizes:
            if (found := self._first(slot, place, _FULL, [scale])) is not None:
                return found
        for ask in _SHORT:
            if (found := self._first(slot, place, (ask,), self._sizes)) is not None:
                return found
        least = self._first(slot, place, (_LEAST,), self._floors)
        return least or self._first(slot, place, (_LEAST,), self._floors[-1:], parted=True)

    def _first(
        self,
        slot: Slot,
        place: Place,
        asks: Sequence[_Ask],
        sizes: Sequence[float],
        *,
        parted: bool = False,
    ) -> Told | None:
        """The first of some sizes, and wishes for each, that fits."""
        for scale in sizes:
            for ask in asks:
                if not self._hopeless(slot, place, ask, scale, parted=parted):
                    told = self._set(slot, place, ask, scale)
                    if told.height <= place.height + _SAME:
                        return told
        return None

    # -- what can't fit is not set ----------------------------------------------------------------

    def _hopeless(
        self, slot: Slot, place: Place, ask: _Ask, scale: float, *, parted: bool
    ) -> bool:
        """Whether a text is too long for a place whatever way its lines fall."""
        key = (slot.id, ask, place.continued, place.track)
        known = self._natural.get(key)
        if known is None:
            known = self._natural[key] = self._measured(slot, place, ask)
        longest, lengths = known
        if not parted and longest * scale > place.width:
            return True
        lines = sum(max(1, ceil(length * scale / place.width)) for length in lengths)
        size = self._theme.style("grid-who").size * scale
        return (lines - 1) * size > place.height

    def _measured(self, slot: Slot, place: Place, ask: _Ask) -> tuple[float, list[float]]:
        """The longest word that must not part, and the length of each paragraph (points)."""
        longest, lengths = 0.0, []
        for _, bits in self._paragraphs(slot, place, ask):
            length = 0.0
            for text, style, second in bits:
                of = self._theme.style(style, second=second)
                words = normal(text).split(" ")
                wide = [of.face.words[word] * of.size for word in words]
                length += sum(wide) + of.face.space * of.size * (len(words) - 1)
                longest = max(longest, *wide)
            lengths.append(length * 0.98)
        return longest, lengths

    # -- setting ----------------------------------------------------------------------------------

    def _set(self, slot: Slot, place: Place, ask: _Ask, scale: float) -> Told:
        theme = self._theme.scaled(scale)
        made: list[Paragraph] = []
        for language, bits in self._paragraphs(slot, place, ask):
            spans = [Span(text, theme.style(name, second=other)) for text, name, other in bits]
            lines = set_text(spans, place.width, language)
            tallest = max((span.style for span in spans), key=_leading)
            made.append(Paragraph(language, tuple(lines), tallest.leading, tallest.rise))
        height = sum(len(p.lines) * p.leading for p in made)
        if made:  # white under the last line is that of the block
            height -= (made[-1].leading - theme.style("grid-title").size) * 0.6
        return Told(tuple(made), height, tuple(d for d in ask.gone if _has(slot, place, d)))

    def _paragraphs(
        self, slot: Slot, place: Place, ask: _Ask
    ) -> list[tuple[str, list[_Bit]]]:
        """Title, who is on and track by paragraph, the first one with the time before it."""
        gone = frozenset(ask.gone)
        first = self._languages[0]
        titles = slot.title[:1] if GridDetail.SECOND in gone else slot.title
        name = "grid-quiet" if slot.quiet else "grid-title"
        made: list[tuple[str, list[_Bit]]] = [
            (tag, [(words, name, n > 0)]) for n, (tag, words) in enumerate(titles)
        ]
        if slot.note and made:
            made[0][1].append((f" ({slot.note[0][1]})", "grid-note", False))
        if place.continued and made:
            made[0][1].insert(0, (f"{place.continued[0][1]}{_JOINT}", "grid-note", False))
        if GridDetail.WHO not in gone:
            made += [(tag, [(words, "grid-who", n > 0)]) for n, (tag, words) in enumerate(slot.who)]
        if slot.track and place.track and GridDetail.TRACK not in gone:
            made.append((first, [(_said(slot.track.name), "grid-track", False)]))
        if ask.run_in:
            made = [(first, _joined([bits for _, bits in made]))]
        when = times(slot, whole=ask.whole or ask.run_in and place.line)
        if when and ask.whole:
            made.insert(0, (first, [(when, "grid-time", False)]))
        elif when and made:
            made[0][1].insert(0, (f"{when}{_AFTER_TIME}", "grid-time", False))
        return made


def times(slot: Slot, *, whole: bool) -> str:
    """When a session is: its start, or start and end."""
    start = slot.start[0][1] if slot.start else ""
    end = slot.end[0][1] if slot.end else ""
    return f"{start}–{end}" if start and end and whole else start


def _joined(paragraphs: list[list[_Bit]]) -> list[_Bit]:
    """Paragraphs run in to one, points between them."""
    bits: list[_Bit] = []
    for paragraph in paragraphs:
        if bits:
            text, style, second = bits[-1]
            bits[-1] = (f"{text}{_JOINT}", style, second)
        bits += paragraph
    return bits


def _has(slot: Slot, place: Place, detail: GridDetail) -> bool:
    """Whether a session has a detail that may be left out."""
    has: dict[GridDetail, Callable[[], bool]] = {
        GridDetail.WHO: lambda: bool(slot.who),
        GridDetail.TRACK: lambda: bool(slot.track and place.track),
        GridDetail.SECOND: lambda: len(slot.title) > 1,
    }
    return has[detail]()


def _said(text: Wording) -> str:
    """A text in all its languages on one line."""
    return " · ".join(dict.fromkeys(words for _, words in text))


def _leading(style: Style) -> float:
    return style.leading


def _sizes(least: float) -> Iterator[float]:
    """Scales from 1 down to the least."""
    scale = 1.0
    while scale > least + _SAME:
        yield scale
        scale *= _STEP
    yield least
