# SPDX-License-Identifier: MIT
"""How a sheet is made to fit on as few pages as it takes.

Type shrinks first, down to the theme's least size; then declared details go, one after the
other, and the finding says which. Text is never cut.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import cache
from itertools import pairwise
from math import ceil, sqrt
from typing import TypeVar

from forumdesk.domain.values import frozen

M = TypeVar("M")
_STEPS = 4  # halvings of the range of type sizes
_GUESSED = 3  # sizes from which the next is guessed; after them ranges are halved


@frozen
class Fit:
    """How a sheet was made to fit: type at ``scale``, without the details ``dropped``."""

    scale: float = 1.0
    dropped: tuple[StrEnum, ...] = ()


def fitted(
    make: Callable[[Fit], M],
    pages: Callable[[M], float],
    least: float,
    details: Sequence[StrEnum] = (),
) -> tuple[M, Fit]:
    """A sheet in the largest type and with most detail with which it is on one page, else on two.

    Where neither can be, it is on as few as it takes. ``make`` makes it for a fit, and ``pages``
    counts what it takes, the last page by as much as is filled if that is known: sizes are then
    tried in a better order. ``least`` is the smallest scale of type. Who speaks is no detail:
    people stay, and the sheet takes another page.
    """
    made = cache(make)
    fit = _best(lambda tried: pages(made(tried)), details, least)
    return made(fit), fit


def _best(pages: Callable[[Fit], float], details: Sequence[StrEnum], least: float) -> Fit:
    if pages(Fit()) <= 1:
        return Fit()
    most = 1 if pages(Fit(least)) <= 1 else ceil(pages(Fit(least, tuple(details))))
    return _largest(pages, Fit(least, _dropped(pages, details, (least, most))), most)


def _dropped(
    pages: Callable[[Fit], float], details: Sequence[StrEnum], wanted: tuple[float, int]
) -> tuple[StrEnum, ...]:
    """The fewest details to leave out, for a scale and most pages: without all it has so few."""
    least, most = wanted
    if not details or pages(Fit(least)) <= most:
        return ()
    too_few, enough = 0, len(details)
    while enough - too_few > 1:
        middle = (too_few + enough) // 2
        if pages(Fit(least, tuple(details[:middle]))) <= most:
            enough = middle
        else:
            too_few = middle
    return tuple(details[:enough])


def _largest(pages: Callable[[Fit], float], fit: Fit, most: int) -> Fit:
    """The same in the largest type with which it takes no more pages."""
    if fit.scale >= 1:
        return fit
    sizes = _sizes(fit.scale)
    known = {0: pages(fit)}
    fits, too_large = 0, len(sizes)
    # How much there is with every detail at full size was asked before: that is known at once.
    at = _likely(sizes, (fits, too_large), known, most) if fit.dropped else too_large - 1
    while True:
        known[at] = pages(replace(fit, scale=sizes[at]))
        fits, too_large = (at, too_large) if known[at] <= most else (fits, at)
        if too_large - fits == 1:
            return replace(fit, scale=sizes[fits])
        at = _likely(sizes, (fits, too_large), known, most)


def _sizes(least: float) -> list[float]:
    sizes = [least, 1.0]
    for _ in range(_STEPS):
        middles = [(one + other) / 2 for one, other in pairwise(sizes)]
        sizes = [size for pair in zip(sizes, middles, strict=False) for size in pair] + sizes[-1:]
    return sizes


def _likely(
    sizes: Sequence[float], between: tuple[int, int], known: Mapping[int, float], most: int
) -> int:
    """Which of the sizes between two is likely the largest that fits."""
    fits, too_large = between
    filled = known[fits]
    if filled == ceil(filled) or len(known) > _GUESSED:
        return (fits + too_large) // 2
    area = sizes[fits] ** 2  # letters grow both ways
    if too_large in known:
        share = (most - filled) / (known[too_large] - filled)
        area += share * (sizes[too_large] ** 2 - area)
    else:
        area *= most / filled
    return min(max(bisect_right(sizes, sqrt(area)) - 1, fits + 1), too_large - 1)
