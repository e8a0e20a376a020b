# SPDX-License-Identifier: MIT
"""``agreements``: the register on the command line."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from forumdesk.domain.forum import Series
from forumdesk.domain.outcomes import AgreementState
from forumdesk.domain.wording import Text
from forumdesk.services import agreements, editions, outcomes, people
from forumdesk.store.forumfile import ForumFile

Run = Callable[..., str]
Tell = Callable[..., Any]


@pytest.fixture
def agreed(forum: Path) -> Path:
    """An MOU in force that is overdue for review, and a draft that takes its place."""
    with ForumFile.open(forum) as desk:
        (series,) = desk.find(Series)
        first = editions.add_edition(desk, series.id, {"first_day": date(2024, 6, 27)})
        second = editions.add_edition(desk, series.id, {"first_day": date(2025, 6, 26)})
        body = people.add_organization(desk, Text.of(ko="한국협회", en="KSIA"), {})
        mou = agreements.draw_up(desk, first.id, Text.of(ko="양해각서", en="The MOU"))
        outcomes.set_parties(desk, mou.id, [body.id])
        outcomes.change_agreement(desk, mou.id, {"review_on": date(2025, 1, 1)})
        agreements.set_state(desk, mou.id, AgreementState.IN_FORCE, date(2024, 7, 1))
        new = agreements.draw_up(desk, second.id, Text.of(en="The Agreement"))
        outcomes.change_agreement(desk, new.id, {"kind": "agreement", "replaces": mou.id})
        agreements.add_aim(desk, new.id, Text.of(en="To meet"))
    return forum


def test_the_register_in_words(agreed: Path, said: Run) -> None:
    assert said("agreements", agreed).splitlines() == [
        "The Agreement",
        "  Agreement · Draft · CHIP/2",
        "  takes the place of “The MOU”",
        "The MOU",
        "  Memorandum of Understanding · In force 2024-07-01 · CHIP/1",
        "  KSIA",
        "  review by 2025-01-01 · review overdue",
    ]


def test_the_register_for_scripts(agreed: Path, told: Tell) -> None:
    new, old = told("agreements", agreed, "--series", "chip")
    assert old == {
        "id": old["id"],
        "edition": "CHIP/1",
        "kind": "mou",
        "title": {"ko": "양해각서", "en": "The MOU"},
        "state": "in-force",
        "agreed_on": None,
        "signed_on": None,
        "in_force_on": "2024-07-01",
        "ended_on": None,
        "review_on": "2025-01-01",
        "parties": [{"ko": "한국협회", "en": "KSIA"}],
        "aims": 0,
        "originals": [],
        "amends": None,
        "replaces": None,
        "amended_by": [],
        "replaced_by": [new["id"]],
        "commitments": 0,
    }
    assert (new["replaces"], new["aims"], new["state"]) == (old["id"], 1, "draft")


def test_nothing_agreed_yet(forum: Path, said: Run, told: Tell) -> None:
    assert said("agreements", forum) == "No agreements.\n"
    assert told("agreements", forum) == []


def test_a_series_there_is_not(agreed: Path, refused: Run) -> None:
    assert refused("agreements", agreed, "--series", "None").startswith("There is no series “None”")
