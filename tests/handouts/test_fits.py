# SPDX-License-Identifier: MIT
"""How sheets are made to fit: smaller type first, then less detail."""

import pytest

from forumdesk.handouts.content import Detail
from forumdesk.handouts.fits import Fit, fitted


def itself(fit: Fit) -> Fit:
    return fit


@pytest.mark.parametrize("needs", [1.0, 0.95, 0.8])
def test_the_largest_type_that_fits_is_taken(needs: float) -> None:
    scale, fit = fitted(lambda tried: tried.scale, lambda sheet: 1 if sheet <= needs else 2, 0.7)
    assert needs - 0.02 <= scale <= needs
    assert fit == Fit(scale)


@pytest.mark.parametrize("needs", [0.97, 0.9, 0.8])
def test_how_full_pages_are_saves_trying_sizes(needs: float) -> None:
    counted: set[Fit] = set()
    measured: set[Fit] = set()

    def count(tried: Fit) -> int:
        counted.add(tried)
        return 1 if tried.scale <= needs else 2

    def measure(tried: Fit) -> float:
        measured.add(tried)
        return (tried.scale / needs) ** 2

    assert fitted(itself, measure, 0.7)[1] == fitted(itself, count, 0.7)[1]
    assert len(measured) < len(counted)


@pytest.mark.parametrize("enough", range(len(Detail) + 1))
def test_the_fewest_details_are_left_out(enough: int) -> None:
    everything = tuple(Detail)
    _, fit = fitted(itself, lambda tried: 2 - (len(tried.dropped) >= enough), 0.9, everything)
    assert fit.dropped == everything[:enough]


def test_everything_but_people_is_left_out_before_another_page_is_taken() -> None:
    everything = tuple(Detail)

    def pages(fit: Fit) -> int:
        return 3 - (Detail.OFFICE in fit.dropped) - (Detail.SUMMARY in fit.dropped)

    assert fitted(itself, pages, 1.0, everything)[0].dropped == everything
    made, fit = fitted(itself, lambda tried: 9 - len(tried.dropped), 1.0, everything)
    assert made.dropped == fit.dropped == everything


def test_no_sheet_is_made_twice() -> None:
    made: list[Fit] = []

    def make(fit: Fit) -> Fit:
        made.append(fit)
        return fit

    fitted(make, lambda sheet: 1 if sheet.scale < 0.8 else 3, 0.7, tuple(Detail))
    assert len(made) == len(set(made))
