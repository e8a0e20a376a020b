# SPDX-License-Identifier: MIT
"""Filling lines: greedily, from word widths measured once, never wider than the measure.

A word that does not fit goes to the next line; one wider than a whole line parts between its
syllables or characters. Nothing is cut and nothing sticks out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate
from typing import TypeAlias

from forumdesk.domain.values import frozen
from forumdesk.domain.words import APART
from forumdesk.handouts.fonts import Face, normal
from forumdesk.handouts.text.bidi import visual
from forumdesk.handouts.text.breaks import by_character, characters, glued, joints, pieces
from forumdesk.handouts.theme import Style

_MOST_BALANCED = 6  # lines of a heading; more is no heading
_LONGEST = 400  # characters of a word looked at for one line
_HAIR = 1e-6  # em; sums of widths are not exact
_KEPT = 1_000  # characters of a text whose lines are kept
_SHORT = 200  # characters of a text whose words are kept with their widths
_ENDLESS = 300  # syllables in a "word": parted in one go, not over and over from its start


_Measured: TypeAlias = tuple[str, float, int | None, bool]
"""A word, its width in em, the spaces after it, and whether the text itself ends a line there."""


@frozen
class Span:
    """A stretch of text in one style. ``link`` is an address, or ``#anchor`` inside the sheet.

    ``pill`` is the colour of a label's field (``""``: none); ``pad`` is its space at either side.
    ``language`` is told where it differs from that of the paragraph.
    """

    text: str
    style: Style
    link: str = ""
    pill: str = ""
    pad: float = 0.0
    language: str = ""

    def __hash__(self) -> int:
        return hash(self.text)  # few differ in nothing but the rest


@frozen
class Piece:
    """A stretch of a set line: where it starts in the line, and how wide it is (points)."""

    x: float
    text: str
    span: Span
    width: float


@frozen
class SetLine:
    """A line of text: its pieces and its width in points."""

    pieces: tuple[Piece, ...]
    width: float


def set_text(spans: Sequence[Span], measure: float, language: str) -> list[SetLine]:
    """Lines of some text no wider than ``measure`` points, to be left as they are.

    Line ends in the text are kept. What a sentence holds apart is laid out by itself.
    """
    said = tuple([part for span in spans if span.text for part in _apart(span)])
    if sum([len(span.text) for span in said]) > _KEPT:
        return _set(said, measure, language)
    return _kept(said, measure, language)


def _apart(span: Span) -> Sequence[Span]:
    """A stretch of text in those of its parts that each have a direction of their own."""
    if span.text.isascii() or not APART.search(span.text):
        return (span,)
    return [replace(span, text=text) for text in APART.split(span.text) if text]


def _set(spans: tuple[Span, ...], measure: float, language: str) -> list[SetLine]:
    if not spans:
        return []
    lines = _filled(spans, measure, language)
    if spans[0].style.balanced and 1 < len(lines) <= _MOST_BALANCED:
        return _balanced(spans, (measure, len(lines)), language, lines)
    return lines


# What is set again is mostly as it was: the next brief, the sheet after a change.
_kept = lru_cache(maxsize=12_000)(_set)


def natural_width(spans: Sequence[Span]) -> float:
    """The width of a text on one line, in points."""
    return sum(_width(span, normal(span.text)) + 2 * span.pad for span in spans)


def _filled(spans: Sequence[Span], measure: float, language: str) -> list[SetLine]:
    if len(spans) == 1 and not spans[0].pill:
        return [
            line
            for paragraph in normal(spans[0].text).split("\n")
            for line in _plain(paragraph, spans[0], measure, language)
        ]
    return list(_mixed(spans, measure, language))


def _balanced(
    spans: Sequence[Span], goal: tuple[float, int], language: str, lines: list[SetLine]
) -> list[SetLine]:
    """The same number of lines, as even in width as can be: for headings."""
    widest, count = goal
    # Narrower than a word that fits the line is parted that need not be.
    whole = (chunk.width for chunk in _chunks(spans, language) if chunk.width <= widest)
    narrow, wide = max(widest / 2, *whole, 0.0), widest
    for _ in range(7):
        middle = (narrow + wide) / 2
        tried = _filled(spans, middle, language)
        if len(tried) > count:
            narrow = middle
        else:
            wide, lines = middle, tried
    return lines


def _plain(text: str, span: Span, measure: float, language: str) -> Iterator[SetLine]:
    """Lines of a text in one style: whole runs of words are found by bisection."""
    words = [word for word in glued(text).split(" ") if word]
    endless = len(text) > _ENDLESS and any(len(word) > _ENDLESS for word in words)
    if endless or by_character(text, language):
        yield from _mixed([span], measure, language)
        return
    size, face = span.style.size, span.style.face
    room, space = measure / size + _HAIR, face.space
    first = 0
    ends = _ends(words, span)
    while first < len(words):
        start = ends[first - 1] if first else 0.0
        last = bisect_right(ends, start + room + space, first)
        line = " ".join(words[first:last])
        left = room - (ends[last - 1] - start) if last > first else room
        parted = last < len(words) and _parted(words[last], span, (left, room))
        if parted:
            line = f"{line} {parted[0]}" if line else parted[0]
            words[last : last + 1] = parted
            ends = _ends(words, span)
            last += 1
        if last == first:  # one syllable, wider than the line: it is set all the same
            line, last = words[first], first + 1
        elif last < len(words) and not parted:
            line += " "  # so that words stay apart where lines are read as one
        start = ends[first - 1] if first else 0.0
        yield _line(line, span, (ends[last - 1] - start - space) * size)
        first = last


def _ends(words: list[str], span: Span) -> list[float]:
    return list(accumulate(map(span.style.face.steps.__getitem__, words)))


def _line(text: str, span: Span, width: float) -> SetLine:
    return SetLine((Piece(0.0, _seen(text), span, width),), width)


def _seen(text: str) -> str:
    """A line as it is set; the space that parts it from the next one stays behind it."""
    if text.isascii():
        return text
    said = text.removesuffix(" ")
    return visual(said) + text[len(said) :]


def _parted(word: str, span: Span, rooms: tuple[float, float]) -> tuple[str, str] | None:
    """A word in two, the first part fitting what is left of the line; ``None``: leave it whole.

    ``rooms``: what is left of this line, and a whole line (em).
    """
    left, whole = rooms
    width = span.style.face.words
    parts = joints(word)
    if len(parts) == 1 or width[parts[0]] > left:
        if width[word] <= whole:
            return None
        parts = pieces(word[:_LONGEST])
        parts[-1] += word[_LONGEST:]
        if len(parts) > 1 and width[parts[0]] > left:
            parts = pieces(parts[0]) + parts[1:] if left == whole else parts
    return _first_fitting(parts, left, span, forced=left == whole)


def _first_fitting(
    parts: list[str], room: float, span: Span, *, forced: bool
) -> tuple[str, str] | None:
    face = span.style.face
    taken, width = 0, 0.0
    for part in parts:
        width += face.words[part] if len(part) > 1 else face.width(part)
        if width > room:
            break
        taken += 1
    if taken == 0 and forced:  # not even one syllable fits: it is set all the same
        taken = 1
    if not 0 < taken < len(parts):
        return None
    return "".join(parts[:taken]), "".join(parts[taken:])


@dataclass(slots=True)
class _Chunk:
    """What no line parts: fragments of spans; ``space`` is the space after it (points)."""

    parts: list[tuple[str, Span]]
    width: float
    space: float = 0.0
    ends: bool = False  # a line ends after it


def _mixed(spans: Sequence[Span], measure: float, language: str) -> Iterator[SetLine]:
    """Lines of a text in several styles, or one that breaks between characters."""
    line: list[_Chunk] = []
    used = 0.0
    room = measure + _HAIR
    for chunk in _chunks(spans, language):
        if line and used + chunk.width > room:
            yield _composed(line)
            line, used = [], 0.0
        for part in (chunk,) if chunk.width <= room else _fitted(chunk, room):
            if line and part.parts and used + part.width > room:
                yield _composed(line)
                line, used = [], 0.0
            line.append(part)
            used += part.width + part.space
        if chunk.ends:
            yield _composed(line)
            line, used = [], 0.0
    if line:
        yield _composed(line)


def _fitted(chunk: _Chunk, room: float) -> Iterator[_Chunk]:
    """The syllables of a chunk that is wider than the line, or of what in it is."""
    if chunk.width <= room:
        yield chunk
        return
    if len(chunk.parts) > 1 and any(span.pill for _, span in chunk.parts):
        for text, span in chunk.parts:
            width = _width(span, text) + 2 * span.pad
            yield from _fitted(_Chunk([(text, span)], width), room)
        yield _Chunk([], 0.0, chunk.space)
        return
    if chunk.parts[0][1].pill:
        yield from _fields(*chunk.parts[0])
        return
    for text, span in chunk.parts:
        for part in pieces(text):
            width = _width(span, part)
            if width <= room:
                yield _Chunk([(part, span)], width)
            else:
                yield from (_Chunk([(c, span)], _width(span, c)) for c in part)
    yield _Chunk([], 0.0, chunk.space)


def _fields(text: str, span: Span) -> Iterator[_Chunk]:
    """The words of a label wider than the line, each in a field of its own."""
    space = span.style.face.space * span.style.size
    for word in text.split():
        yield _Chunk([(word, span)], _width(span, word) + 2 * span.pad, space)


def _chunks(spans: Sequence[Span], language: str) -> Iterator[_Chunk]:
    chunk = _Chunk([], 0.0)
    for span in spans:
        if span.pill:
            chunk.parts.append((normal(span.text), span))
            chunk.width += _width(span, normal(span.text)) + 2 * span.pad
            continue
        size, gap = span.style.size, span.style.face.space * span.style.size
        measured = _known if len(span.text) <= _SHORT else _measured
        for text, width, space, ends in measured(span.text, span.style.face, language):
            if text:
                chunk.parts.append((text, span))
                chunk.width += width * size
            if space is not None:
                chunk.space = space * gap
                chunk.ends = ends
                yield chunk
                chunk = _Chunk([], 0.0)
    if chunk.parts:
        yield chunk


@lru_cache(maxsize=2_000)  # a sheet that is made to fit is set several times
def _known(text: str, face: Face, language: str) -> tuple[_Measured, ...]:
    return tuple(_measured(text, face, language))


def _measured(text: str, face: Face, language: str) -> Iterator[_Measured]:
    """Words of a text, each with its width and what follows it."""
    widths = face.words
    for word, space, ends in _words(normal(text), language):
        yield word, widths[word] if word else 0.0, space, ends


def _words(text: str, language: str) -> Iterator[tuple[str, int | None, bool]]:
    """Words with the number of spaces after each: ``None`` where the next span may go on.

    The third is true where the text itself ends a line.
    """
    paragraphs = text.split("\n")
    for n, paragraph in enumerate(paragraphs):
        words = glued(paragraph).split(" ")
        for word in words[:-1]:
            yield from _within(word, language, 1)
        ends = n < len(paragraphs) - 1
        *parts, last = _within(words[-1], language, 0 if ends else None)
        yield from parts
        yield last[0], last[1], ends


def _within(word: str, language: str, space: int | None) -> list[tuple[str, int | None, bool]]:
    """A word in the parts between which a line may break, the last followed by ``space``."""
    *parts, last = characters(word) if by_character(word, language) else joints(word)
    return [*((part, 0, False) for part in parts), (last, space, False)]


def _composed(line: list[_Chunk]) -> SetLine:
    """The pieces of a line, neighbours of one span joined."""
    runs: list[_Run] = []
    x = gap = 0.0
    for chunk in line:
        for text, span in chunk.parts:
            last = runs[-1] if runs else None
            if last and last.span is span and not span.pill:
                last.words.append((" " if gap else "") + text)
            else:
                if last:
                    x = last.end
                    if gap and not last.span.pill:  # words stay apart when read aloud
                        last.words.append(" ")
                runs.append(_Run([text], span, x + gap))
            gap = 0.0
        gap = chunk.space or gap
    pieces_ = []
    for run in runs:
        text = "".join(run.words)
        width = _width(run.span, text.removesuffix(" "))
        pieces_.append(Piece(run.x, _seen(text), run.span, width))
    return SetLine(tuple(pieces_), runs[-1].end if runs else 0.0)


@dataclass(slots=True)
class _Run:
    """Neighbouring words of one span on a line."""

    words: list[str]
    span: Span
    x: float

    @property
    def end(self) -> float:
        return self.x + _width(self.span, "".join(self.words)) + 2 * self.span.pad


def _width(span: Span, text: str) -> float:
    return span.style.face.words[text] * span.style.size
