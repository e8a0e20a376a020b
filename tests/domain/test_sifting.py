# SPDX-License-Identifier: MIT
"""Views kept as text come back as they were; what is not understood is left out."""

import pytest

from forumdesk.domain.people import Invitation
from forumdesk.domain.sifting import Filters, Mark, Order, View
from forumdesk.domain.words import words_in

WHOLE = View(
    Filters(
        '김 "%"',
        sides=("a", ""),
        organizations=("o",),
        categories=("VIP",),
        statuses=(Invitation.INVITED, Invitation.TENTATIVE),
        marks=tuple(Mark),
    ),
    Order("office.ko", falling=True),
    ("name", "office.ko"),
)


@pytest.mark.parametrize("view", [View(), WHOLE])
def test_view_comes_back_as_it_was(view: View) -> None:
    assert View.from_json(view.to_json()) == view


@pytest.mark.parametrize(
    "state",
    ["", "no", "[]", "{}", "null", '{"filters": 3, "order": [], "columns": {}}', '{"filters": {}}'],
)
def test_what_is_no_view_is_the_usual_one(state: str) -> None:
    assert View.from_json(state) == View()


def test_what_a_later_program_adds_is_left_out() -> None:
    state = '{"filters": {"marks": ["honored", "flying"], "statuses": [1, "lost"], "typed": 5}}'
    assert View.from_json(state) == View(Filters(marks=(Mark.HONORED,)))


def test_every_mark_has_a_name_of_its_own() -> None:
    for language in ("en", "ko"):
        said = [mark.said(words_in(language)) for mark in Mark]
        assert len(set(said)) == len(said)


def test_filters_are_true_while_they_filter() -> None:
    assert not Filters()
    assert Filters(typed="a")
    assert Filters(categories=("",))
