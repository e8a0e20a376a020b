# SPDX-License-Identifier: MIT
"""What a block of a grid says: all there is, else smaller, else without declared details.

Type shrinks first, as far as the theme lets a whole sheet shrink. Then go who is on, the word for
the track, the second language; the title alone shrinks to the theme's floor. What does not fit
even so borrows free room below it, or gets a number, with the first words of its title if there
is room, and stands in full in the list at the end of its day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from forumdesk.domain.values import frozen
from forumdesk.handouts.content import NOTHING, Wording
from forumdesk.handouts.fonts import normal
from forumdesk.handouts.text.breaks import joints
from forumdesk.handouts.text.linebreaking import SetLine, Span, set_text
from forumdesk.handouts.theme import Style, Theme, least_scale
from forumdesk.handouts.timetables import GridDetail, Slot

_STEP = 0.9  # between two sizes that are tried
_CLOSE = 0.03  # sizes are further apart
_JOINT = "\u00a0· "
_AFTER_TIME = "\u00a0 "  # two spaces, of which one may end a line
_SYLLABLES = "\u1100"  # words that begin before it in Unicode do not part
_SAME = 0.01
_MARKS = " ,;:–—-(&"  # that do not stand before dots
_TELLING = 6  # letters: a beginning that is not longer tells nothing
_WHITE = 0.75  # of the white under a block's last line is not wanted of it

_Bit = tuple[str, str, bool]  # text, style, whether it is of a further language


@frozen
class _Ask:
    """What of a session is wanted; ``whole``: its times on a line of their own.

    ``native``: people are named in the first language alone.
    """

    whole: bool = False
    run_in: bool = False
    native: bool = False
    gone: tuple[GridDetail, ...] = ()


_FULL = (_Ask(whole=True), _Ask(), _Ask(run_in=True))
_SHORT = (
    _Ask(native=True),
    _Ask(run_in=True, native=True),
    _Ask(gone=(GridDetail.WHO,)),
    _Ask(run_in=True, gone=(GridDetail.WHO,)),
    _Ask(run_in=True, gone=(GridDetail.WHO, GridDetail.TRACK)),
)
_LEAST = _Ask(gone=tuple(GridDetail))


@dataclass(eq=False, slots=True)
class _Measured:
    """A stretch of text at full size: its leading, its words and the longest of them.

    ``western`` is the longest one that has no syllables between which it may part.
    """

    leading: float
    words: list[tuple[float, float]]
    longest: float
    western: float


@dataclass(eq=False, slots=True)
class _Runs:
    """A text at full size: its longest words, and each paragraph's leading and words.

    A word is its width and that of the space after it; ``white`` is what does not count of the
    last line.
    """

    longest: float
    western: float
    paragraphs: list[tuple[float, list[tuple[float, float]]]]
    white: float


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
    """What a block says, how high it is, how much smaller it is set, what was left out for it."""

    paragraphs: tuple[Paragraph, ...]
    height: float
    scale: float = 1.0
    gone: tuple[GridDetail, ...] = ()


class Teller:
    """Makes sessions fit blocks."""

    def __init__(self, theme: Theme, languages: Sequence[str]) -> None:
        self.theme = theme
        self._languages = tuple(languages)
        self._sizes = list(_sizes(least_scale(theme)))
        floor = theme.floor if theme.least < theme.base else theme.base
        self._size = theme.style("grid-title").size
        self.line = theme.style("grid-title").leading * 2
        """Blocks that are not higher have no white over and under their text."""
        self._floors = list(_sizes(min(1.0, floor / theme.style("grid-title").size)))
        self._bits: dict[_Bit, _Measured] = {}
        self._runs: dict[tuple[str, _Ask, Wording, bool, bool], _Runs] = {}

    def told(self, slot: Slot, place: Place) -> Told | None:
        """A session within a place; ``None`` where not even its title fits."""
        if place.line:
            lined = self._first(slot, place, (_Ask(run_in=True),), self._sizes)
            if lined is not None and sum(len(p.lines) for p in lined.paragraphs) == 1:
                return lined
        # What does not fit run in at the smallest size does not fit in any way.
        hopeless = self._height(slot, place, _FULL[-1], self._sizes[-1], parted=False)
        for scale in self._sizes if hopeless <= place.height + _SAME else ():
            if (found := self._first(slot, place, _FULL, [scale])) is not None:
                return found
        for ask in _SHORT:
            if ask.native and len(slot.who) <= 1:
                continue
            if (found := self._first(slot, place, (ask,), self._sizes)) is not None:
                return found
        least = self._first(slot, place, (_LEAST,), self._floors)
        return least or self._first(slot, place, (_LEAST,), self._floors[-1:], parted=True)

    def least(self, slot: Slot, place: Place) -> Told | None:
        """The title of a session alone, as small as may be."""
        return self._first(slot, place, (_LEAST,), self._floors[-1:], parted=True)

    def shortened(self, slot: Slot, place: Place, number: str) -> Told | None:
        """A number and as many words as there is room for of a title that stands elsewhere."""
        tag, title = slot.title[0] if slot.title else ("", "")
        words = title.split()
        found: Told | None = None
        fewest = 0
        too_many = len(words)
        while too_many - fewest > 1:
            count = (fewest + too_many) // 2
            begun = f"{' '.join(words[:count]).rstrip(_MARKS)}\u00a0..."
            short = replace(
                slot,
                id=f"{slot.id} {count}",
                title=((tag, begun),),
                start=((tag, number),),
                end=NOTHING,
                note=NOTHING,
                aside=NOTHING,
            )
            told = self.least(short, replace(place, continued=NOTHING))
            if told is None:
                too_many = count
            else:
                fewest, found = count, told if len(begun) > _TELLING + 4 else found
        return found

    def heights(self, slot: Slot, place: Place) -> tuple[float, float]:
        """About the height that the title of a session takes at least, and all of it."""
        return (
            self._height(slot, place, _LEAST, self._floors[-1], parted=True),
            self._height(slot, place, _FULL[-1], self._sizes[-1], parted=True),
        )

    def whole(self, slot: Slot, place: Place) -> float:
        """About the height that all of a session takes without being set smaller."""
        return min(self._height(slot, place, ask, 1.0, parted=False) for ask in _FULL)

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
        if len(sizes) > 1:  # what does not fit at the smallest size fits at none
            least = (self._height(slot, place, ask, sizes[-1], parted=parted) for ask in asks)
            if min(least) > place.height + _SAME:
                return None
        for scale in sizes:
            for ask in asks:
                if self._height(slot, place, ask, scale, parted=parted) <= place.height + _SAME:
                    told = self._set(slot, place, ask, scale)
                    if told.height <= place.height + _SAME:
                        return told
        return None

    # -- what can't fit is not set ----------------------------------------------------------------

    def _height(self, slot: Slot, place: Place, ask: _Ask, scale: float, *, parted: bool) -> float:
        """About how high a text gets, without setting it; endless where a word is too long.

        ``parted``: between its syllables a word may part.
        """
        key = (slot.id, ask, place.continued, place.track, place.line)
        known = self._runs.get(key)
        if known is None:
            known = self._runs[key] = self._measured(slot, place, ask)
        measure = place.width / scale
        if (known.western if parted else known.longest) > measure:
            return float("inf")
        height = -known.white
        for leading, words in known.paragraphs:
            height += leading * _lines(words, measure)
        return height * scale

    def _measured(self, slot: Slot, place: Place, ask: _Ask) -> _Runs:
        """The words of each paragraph at full size."""
        longest, western, leading = 0.0, 0.0, self._size
        made: list[tuple[float, list[tuple[float, float]]]] = []
        for _, bits in self._paragraphs(slot, place, ask):
            known = [self._bits.get(bit) or self._known(bit) for bit in bits]
            longest = max([longest, *(one.longest for one in known)])
            western = max([western, *(one.western for one in known)])
            leading = max([0.0, *(one.leading for one in known)])
            one_only = len(known) == 1
            words = known[0].words if one_only else [word for one in known for word in one.words]
            made.append((leading, words))
        return _Runs(longest, western, made, (leading - self._size) * _WHITE)

    def _known(self, bit: _Bit) -> _Measured:
        """A stretch of text measured: one that is run in is as it is alone, and a point."""
        text, name, second = bit
        style = self.theme.style(name, second=second)
        if text.endswith(_JOINT):
            alone = (text.removesuffix(_JOINT), name, second)
            found = self._bits.get(alone) or self._known(alone)
            width, space = found.words[-1]
            wider = width + style.face.words[_JOINT[:-1]] * style.size
            words = [*found.words[:-1], (wider, space)]
            longest, western = max(found.longest, wider), max(found.western, wider)
            made = _Measured(found.leading, words, longest, western)
        else:
            made = _widths(text, style)
        self._bits[bit] = made
        return made

    # -- setting ----------------------------------------------------------------------------------

    def _set(self, slot: Slot, place: Place, ask: _Ask, scale: float) -> Told:
        theme = self.theme.scaled(scale)
        made: list[Paragraph] = []
        for language, bits in self._paragraphs(slot, place, ask):
            spans = [Span(text, theme.style(name, second=other)) for text, name, other in bits]
            lines = set_text(spans, place.width, language)
            tallest = max((span.style for span in spans), key=_leading)
            made.append(Paragraph(language, tuple(lines), tallest.leading, tallest.rise))
        height = sum(len(p.lines) * p.leading for p in made)
        if made:  # white under the last line is that of the block
            height -= (made[-1].leading - theme.style("grid-title").size) * _WHITE
        wanted = (*ask.gone, GridDetail.SECOND) if ask.native else ask.gone
        gone = tuple(detail for detail in wanted if _has(slot, place, detail, native=ask.native))
        return Told(tuple(made), height, scale, gone)

    def _paragraphs(self, slot: Slot, place: Place, ask: _Ask) -> list[tuple[str, list[_Bit]]]:
        """Title, who is on and track by paragraph, the first one with the time before it."""
        gone = ask.gone
        first = self._languages[0]
        titles = slot.title[:1] if GridDetail.SECOND in gone else slot.title
        name = "grid-quiet" if slot.quiet else "grid-title"
        made: list[tuple[str, list[_Bit]]] = [
            (tag, [(words, name, n > 0)]) for n, (tag, words) in enumerate(titles)
        ]
        noted = slot.note or slot.aside or place.continued
        for n, (tag, bits) in enumerate(made if noted else ()):
            if note := _in(slot.note, tag, n):
                bits.append((f" ({note})", "grid-note", n > 0))
            if where := _in(slot.aside, tag, n):
                bits.append((f"{_JOINT}{where}", "grid-who", n > 0))
            if begun := _in(place.continued, tag, n):
                bits.insert(0, (f"{begun}{_JOINT}", "grid-note", n > 0))
        if GridDetail.WHO not in gone:
            names = slot.who[:1] if ask.native else slot.who
            made += [(tag, [(words, "grid-who", n > 0)]) for n, (tag, words) in enumerate(names)]
        if slot.track and place.track and GridDetail.TRACK not in gone:
            made.append((first, [(_said(slot.track.name), "grid-track", False)]))
        if ask.run_in:
            made = [(first, _joined([bits for _, bits in made]))]
        when = times(slot, whole=ask.whole or (ask.run_in and place.line))
        if when and ask.whole:
            made.insert(0, (first, [(when, "grid-time", False)]))
        elif when and made:
            made[0][1].insert(0, (f"{when}{_AFTER_TIME}", "grid-time", False))
        return made


def times(slot: Slot, *, whole: bool) -> str:
    """When a session is: its start, or start and end."""
    start = slot.start[0][1] if slot.start else ""
    end = slot.end[0][1] if slot.end else ""
    return f"{start}\u00a0– {end}" if start and end and whole else start


def _joined(paragraphs: list[list[_Bit]]) -> list[_Bit]:
    """Paragraphs run in to one, points between them."""
    bits: list[_Bit] = []
    for paragraph in paragraphs:
        if bits:
            text, style, second = bits[-1]
            bits[-1] = (f"{text}{_JOINT}", style, second)
        bits += paragraph
    return bits


@lru_cache(maxsize=8_000)  # a sheet is set again and again while it is planned
def _widths(text: str, style: Style) -> _Measured:
    """The words of a text with their widths and those of the spaces after them."""
    size, widths = style.size, style.face.words
    space = style.face.space * size
    words: list[tuple[float, float]] = []
    longest, western = 0.0, 0.0
    for word in normal(text).split(" "):
        for part in (word,) if word.isalnum() else joints(word):
            width = widths[part] * size
            words.append((width, 0.0))
            longest = max(longest, width)
            if part < _SYLLABLES:
                western = max(western, width)
        words[-1] = (width, space)
    return _Measured(style.leading, words, longest, western)


def _lines(run: Sequence[tuple[float, float]], measure: float) -> int:
    """How many lines a run of words takes that are filled greedily."""
    count, used = 1, 0.0
    for width, space in run:
        if used and used + width > measure:
            count, used = count + 1, 0.0
        used += width + space
    return count


def _in(text: Wording, tag: str, number: int) -> str:
    """A text beside the title in a language; one that has the same words in all stands once."""
    said = dict(text)
    return said.get(tag, "" if number or not text else text[0][1])


def _has(slot: Slot, place: Place, detail: GridDetail, *, native: bool) -> bool:
    """Whether a session has a detail that may be left out."""
    has: dict[GridDetail, Callable[[], bool]] = {
        GridDetail.WHO: lambda: bool(slot.who),
        GridDetail.TRACK: lambda: bool(slot.track and place.track),
        GridDetail.SECOND: lambda: len(slot.who if native else slot.title) > 1,
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
    while scale > least + _CLOSE:
        yield scale
        scale *= _STEP
    yield least
