# SPDX-License-Identifier: MIT
"""How a sheet is made to fit on as few pages as it takes.

Type shrinks first, down to the theme's least size; then declared details go, one after the
other, and the finding says which. Text is never cut.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import cache
from typing import TypeVar

from forumdesk.domain.values import frozen

M = TypeVar("M")
_STEPS = 4  # halvings of the range of type sizes


@frozen
class Fit:
    """How a sheet was made to fit: type at ``scale``, without the details ``dropped``."""

    scale: float = 1.0
    dropped: tuple[StrEnum, ...] = ()


def fitted(
    make: Callable[[Fit], M],
    pages: Callable[[M], int],
    least: float,
    details: Sequence[StrEnum] = (),
) -> tuple[M, Fit]:
    """A sheet in the largest type and with most detail with which it is on one page, else on two.

    Where neither can be, it is on as few as it takes. ``make`` makes it for a fit and ``pages``
    counts what it takes; ``least`` is the smallest scale of type. Who speaks is no detail: people
    stay, and the sheet takes another page.
    """
    made = cache(make)
    fit = _best(lambda tried: pages(made(tried)), details, least)
    return made(fit), fit


def _best(pages: Callable[[Fit], int], details: Sequence[StrEnum], least: float) -> Fit:
    if pages(Fit()) == 1:
        return Fit()
    for goal in (1, 2):
        if fit := _fit(pages, details, (least, goal)):
            return fit
    smallest = Fit(least, tuple(details))
    return _fit(pages, details, (least, pages(smallest))) or smallest


def _fit(
    pages: Callable[[Fit], int], details: Sequence[StrEnum], wanted: tuple[float, int]
) -> Fit | None:
    """With the fewest details left out, the largest type for a least scale and most pages."""
    least, most = wanted
    for count in range(len(details) + 1):
        fit = Fit(least, tuple(details[:count]))
        if pages(fit) <= most:
            return _largest(pages, fit, most)
    return None


def _largest(pages: Callable[[Fit], int], fit: Fit, fewest: int) -> Fit:
    fits, too_large = fit.scale, 1.0
    if pages(replace(fit, scale=too_large)) <= fewest:
        return replace(fit, scale=too_large)
    for _ in range(_STEPS):
        middle = (fits + too_large) / 2
        if pages(replace(fit, scale=middle)) <= fewest:
            fits = middle
        else:
            too_large = middle
    return replace(fit, scale=fits)
