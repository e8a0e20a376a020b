# SPDX-License-Identifier: MIT
"""Two columns of strips side by side on a page, under a head that is as wide as both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from forumdesk.handouts.flow.boxes import Mark, Page, Strip, depth_of
from forumdesk.handouts.flow.pages import paginate, turned
from forumdesk.handouts.theme import Frame

COUNT = 2


def narrowed(frame: Frame, gutter: float) -> Frame:
    """The first column of a page."""
    width = (frame.measure - gutter * (COUNT - 1)) / COUNT
    return replace(frame, right=frame.width - frame.left - width)


def in_columns(
    head: Sequence[Strip], strips: Iterable[Strip], frame: Frame, gutter: float
) -> Iterator[Page]:
    """Pages of columns filled one after the other, the head on the first of them."""
    narrow = narrowed(frame, gutter)
    top = [(at, strip) for page in paginate(head, frame)[:1] for at, strip in page.strips]
    low = depth_of(head)
    page = Page(strips=top)
    for at, column in enumerate(turned(strips, narrow, [low] * COUNT)):
        place = at % COUNT
        if at and not place:
            yield page
            page = Page()
        page.running = page.running if place else column.running
        page.strips += _moved(column, place * (narrow.measure + gutter))
    yield page


def _moved(column: Page, by: float) -> list[tuple[float, Strip]]:
    """The strips of a column at their place across the page; what fills several does so still."""
    fills = {
        fill: replace(fill, x=fill.x + by) for _, strip in column.strips for fill in strip.fills
    }
    return [
        (
            top,
            replace(
                strip,
                marks=[_at(mark, by) for mark in strip.marks],
                # What comes first in a column has nothing over it to be parted from.
                over=[_at(mark, by) for mark in strip.over] if n else [],
                fills=tuple(fills[fill] for fill in strip.fills),
            ),
        )
        for n, (top, strip) in enumerate(column.strips)
    ]


def _at(mark: Mark, by: float) -> Mark:
    return replace(mark, x=mark.x + by)
