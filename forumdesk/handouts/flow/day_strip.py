# SPDX-License-Identifier: MIT
"""A day at a glance, drawn: what fills it, the reader's own in the accent, the hours below."""

from __future__ import annotations

from collections.abc import Iterator

from forumdesk.handouts.briefs import DayBar
from forumdesk.handouts.flow.boxes import BoxMark, Mark, RuleMark, Strip, TextMark
from forumdesk.handouts.flow.cells import Cell
from forumdesk.handouts.text.linebreaking import Span, natural_width
from forumdesk.handouts.theme import Theme


def day_strip(theme: Theme, bar: DayBar, area: Cell, *, facing: bool) -> Iterator[Strip]:
    """The bar and its hours. All it says stands in words below, so it is not read aloud."""
    height, tick = theme.space("brief-bar"), theme.space("brief-tick")
    style = theme.style("brief-hour")
    strip = Strip(height, tick + style.leading, keep=True)
    for marks in (strip.marks, strip.opposite) if facing else (strip.marks,):
        marks.extend(_stretches(theme, bar, area, height))
        marks.extend(_hours(theme, bar, area))
    yield strip


def _stretches(theme: Theme, bar: DayBar, area: Cell, height: float) -> Iterator[Mark]:
    thin = theme.line("hairline")
    yield BoxMark(area.x, 0.0, area.width, height, theme.ink("hairline"), outline=thin)
    white = thin * 2
    for each in bar.stretches:
        x, width = area.x + each.start * area.width, (each.end - each.start) * area.width
        inset = 0.0 if each.own else height * theme.share("brief-bar-inset")
        ink = theme.ink("accent" if each.own else "hairline")
        yield BoxMark(x, inset, max(width - white, white), height - 2 * inset, ink)


def _hours(theme: Theme, bar: DayBar, area: Cell) -> Iterator[Mark]:
    style, tick = theme.style("brief-hour"), theme.space("brief-tick")
    for place, said in bar.hours:
        x = area.x + place * area.width
        yield RuleMark(x, -tick / 2, theme.line("hairline"), tick, theme.ink("faint"))
        span = Span(said, style)
        width = natural_width([span])
        left = min(max(x - width / 2, area.x), area.x + area.width - width)
        yield TextMark(left, said, span, width, None, -tick - style.rise)
