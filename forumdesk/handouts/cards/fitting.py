# SPDX-License-Identifier: MIT
"""Text made to fit a place of fixed size: smaller, then on more lines, and never cut.

A text is set at its style's size where that fits; else smaller, down to the share of it that one
line may come to; then on more lines, the largest size of which all fit; then down to the floor.
What does not fit even there is set as small as it takes, and is told.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from forumdesk.domain.values import frozen
from forumdesk.handouts.fonts import normal
from forumdesk.handouts.text.breaks import joints
from forumdesk.handouts.text.linebreaking import SetLine, Span, set_text
from forumdesk.handouts.theme import Style

_STEP = 0.25  # points between two sizes that are tried
_LEAST = 2.0  # points; smaller nothing can be told from dust
_SAME = 0.01


@frozen
class Text:
    """A text to be set: language and words, its style, most lines, space over it, its tag.

    Smaller than ``single`` of its size it does not get on one line while it may have more.
    """

    language: str
    words: str
    style: Style
    lines: int = 1
    gap: float = 0.0
    tag: str = "P"
    single: float = 0.86


@dataclass(eq=False, slots=True)
class Block:
    """A text as it is set: its lines, in a style of the size that was found."""

    lines: list[SetLine]
    style: Style
    language: str
    fits: bool = True

    @property
    def height(self) -> float:
        """The height of its lines."""
        return len(self.lines) * self.style.leading


class Fitter:
    """Fits texts, and knows those it has fitted: most cards share body and band."""

    def __init__(self, floor: float) -> None:
        self.floor = floor
        self._sizes: dict[tuple[Style, float], Style] = {}
        self._found: dict[tuple[object, ...], Block] = {}

    def fit(self, text: Text, style: Style, room: tuple[float, float]) -> Block:
        """A text in ``style`` within width and height of ``room``."""
        key = (text.language, text.words, style, room, text.lines, text.single)
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._fitted(text, style, room)
        return found

    def sized(self, style: Style, size: float) -> Style:
        """A style at another size."""
        key = (style, size)
        found = self._sizes.get(key)
        if found is None:
            scale = size / style.size
            found = self._sizes[key] = replace(
                style, size=size, leading=style.leading * scale, rise=style.rise * scale
            )
        return found

    def _fitted(self, text: Text, style: Style, room: tuple[float, float]) -> Block:
        measure, height = room
        floor = _stepped(min(self.floor, style.size))
        wide = style.face.width(normal(text.words))
        tall = height / (style.leading / style.size)
        alone = _stepped(min(style.size, measure / wide if wide else style.size, tall))
        least = floor if text.lines == 1 else max(style.size * text.single, floor)
        if alone < least:
            best = self._largest(text, (style, floor), room)
            if best is not None and best.style.size > alone:
                return best
        if alone >= floor:
            return self._set(text, style, alone, measure)
        return self._forced(text, style, room)

    def _largest(
        self, text: Text, within: tuple[Style, float], room: tuple[float, float]
    ) -> Block | None:
        """The largest size at which a text takes no more than its lines, words left whole."""
        style, floor = within
        measure, height = room
        words = normal(text.words).split()
        widths = [style.face.width(part) for word in words for part in joints(word)]
        if not any(widths):
            return None
        # Larger than this, a word is wider than a line, all of them are wider than all lines
        # together, or a line alone is too tall: nothing of that need be tried.
        tall = height / (style.leading / style.size)
        most = min(measure / max(widths), text.lines * measure / sum(widths), tall + _SAME)
        size = _stepped(min(style.size, most))
        # Smaller type never takes more lines or height: the first size that fits is halved in on.
        steps = int((size - floor) / _STEP + 1e-6)
        rough = replace(style, balanced=False)  # as many lines, found sooner
        low, high = 0, steps + 1
        while low < high:
            middle = (low + high) // 2
            tried = self._set(text, rough, size - middle * _STEP, measure)
            fits = len(tried.lines) <= text.lines and tried.height <= height + _SAME
            low, high = (low, middle) if fits else (middle + 1, high)
        return self._set(text, style, size - low * _STEP, measure) if low <= steps else None

    def _forced(self, text: Text, style: Style, room: tuple[float, float]) -> Block:
        """As small as it takes; told as not fitting."""
        measure, height = room
        size = _stepped(min(self.floor, style.size))
        tried = self._set(text, style, size, measure)
        while size > _LEAST and tried.height > height:
            size -= _STEP
            tried = self._set(text, style, size, measure)
        tried.fits = False
        return tried

    def _set(self, text: Text, style: Style, size: float, measure: float) -> Block:
        sized = self.sized(style, size)
        lines = set_text([Span(text.words, sized)], measure, text.language)
        return Block(lines, sized, text.language)


def _stepped(size: float) -> float:
    """The next size below that is tried."""
    return max(int(size / _STEP + 1e-6) * _STEP, _LEAST)
