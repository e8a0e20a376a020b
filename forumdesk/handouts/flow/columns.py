# SPDX-License-Identifier: MIT
"""Two columns of strips side by side on a page, under a head that is as wide as both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from forumdesk.handouts.flow.boxes import Mark, Page, Strip, depth_of
from forumdesk.handouts.flow.pages import paginate
from forumdesk.handouts.theme import Frame

COUNT = 2


def narrowed(frame: Frame, gutter: float) -> Frame:
    """The first column of a page."""
    width = (frame.measure - gutter * (COUNT - 1)) / COUNT
    return replace(frame, right=frame.width - frame.left - width)


def in_columns(
    head: Sequence[Strip], strips: Sequence[Strip], frame: Frame, gutter: float
) -> list[Page]:
    """Pages of columns filled one after the other, the head on the first of them."""
    narrow = narrowed(frame, gutter)
    top = [(at, strip) for page in paginate(head, frame)[:1] for at, strip in page.strips]
    low = depth_of(head)
    columns = paginate(strips, narrow, [low] * COUNT)
    pages: list[Page] = []
    for at in range(0, len(columns), COUNT):
        page = Page(strips=list(top) if not at else [], running=columns[at].running)
        for n, column in enumerate(columns[at : at + COUNT]):
            page.strips += _moved(column, n * (narrow.measure + gutter))
        pages.append(page)
    return pages or [Page(strips=top)]


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
