# SPDX-License-Identifier: MIT
"""Breaking a column of strips into pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from forumdesk.handouts.flow.boxes import Page, Strip, depth_of
from forumdesk.handouts.theme import Frame

_HAIR = 0.01  # points
_LEAST = 0.01  # of a page: what is begun counts


def paginate(strips: Sequence[Strip], frame: Frame, lowered: Sequence[float] = ()) -> list[Page]:
    """Pages filled from the top, keeping together what belongs together.

    A group taller than a page is parted between any two of its strips: nothing is lost. The
    first pages begin lower than others by what ``lowered`` says.
    """
    return [*turned(strips, frame, lowered)]


def turned(strips: Iterable[Strip], frame: Frame, lowered: Sequence[float] = ()) -> Iterator[Page]:
    """The same pages one by one: each is given as soon as it is full, and kept by nobody."""
    filler = _Filler(frame, lowered)
    for group in _groups(strips):
        filler.place(group)
        yield from filler.full()
    yield from filler.full(last=True)


def filled(pages: Sequence[Page], frame: Frame) -> float:
    """How many pages are filled, the last of them in part: 1.25 for one and a quarter."""
    if not pages or not pages[-1].strips:
        return float(len(pages))
    top, last = pages[-1].strips[-1]
    used = (frame.height - frame.top - top + last.height) / frame.depth
    return len(pages) - 1 + min(max(used, _LEAST), 1.0)


def _groups(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.keep:
            yield group
            group = []
    if group:
        yield group


class _Filler:
    def __init__(self, frame: Frame, lowered: Sequence[float]) -> None:
        self._pages: list[Page] = []  # that were not given yet
        self._given = 0
        self._lowered = lowered
        self._top = frame.height - frame.top
        self._foot = frame.bottom
        self._depth = frame.depth
        self._y = 0.0  # no page yet
        self._running: tuple[str, ...] = ()

    def full(self, *, last: bool = False) -> Iterator[Page]:
        """The pages on which nothing more comes: all but the one at hand."""
        while len(self._pages) > (not last):
            self._given += 1
            yield self._pages.pop(0)

    def place(self, group: list[Strip]) -> None:
        if not self._pages or self._y - depth_of(group) < self._foot - _HAIR or self._wants(group):
            self._turn()
        for strip in group:
            if self._y - strip.before - strip.height < self._foot - _HAIR and self._started:
                self._turn()
            self._put(strip)

    @property
    def _started(self) -> bool:
        return bool(self._pages and self._pages[-1].strips)

    def _wants(self, group: list[Strip]) -> bool:
        """Whether the group asks for a new page though it would fit on this one."""
        left = self._y - self._foot
        return self._started and any(strip.need * self._depth > left for strip in group[:1])

    def _turn(self) -> None:
        number = self._given + len(self._pages)
        self._pages.append(Page(running=self._running))
        self._y = self._top - (self._lowered[number] if number < len(self._lowered) else 0.0)

    def _put(self, strip: Strip) -> None:
        page = self._pages[-1]
        if not page.strips and strip.repeat:
            for head in strip.repeat:
                page.strips.append((self._y, head))
                self._y -= head.height
            strip = replace(strip, over=())  # the head has a rule of its own
        if strip.running:
            self._running = strip.running
            if not page.strips or not page.running:
                page.running = strip.running
        self._y -= strip.before if page.strips else 0.0
        page.strips.append((self._y, strip))
        self._y -= strip.height
