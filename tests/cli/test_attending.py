# SPDX-License-Identifier: MIT
"""``check-in``, ``attendance`` and ``share``."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from forumdesk.domain.agenda import CheckIn
from forumdesk.domain.codes import row_code, scan_code
from forumdesk.domain.forum import Edition, Series, Side
from forumdesk.domain.naming import names_from
from forumdesk.domain.people import Invitation, Participation
from forumdesk.domain.wording import Text
from forumdesk.services import editions, invitations, people
from forumdesk.store.forumfile import ForumFile
from tests.cli.conftest import Run

NAMES = ("홍길동 (Gil-dong HONG)", "Ann Lee", "김성태", "김성태")


@pytest.fixture
def guests(forum: Path) -> list[Participation]:
    """Four who accepted, two of them of one name, and one who declined."""
    with ForumFile.open(forum) as desk:
        (series,) = desk.find(Series)
        edition = editions.add_edition(desk, series.id, {})
        side = editions.add_side(desk, edition.id, Text.of(ko="한국", en="Korea"), {})
        made = []
        for n, name in enumerate((*NAMES, "Never Comes")):
            person = people.add_person(desk, names_from(name), {})
            status = Invitation.ACCEPTED if n < 4 else Invitation.DECLINED
            fields = {"status": status, "side": side.id if n % 2 == 0 else None}
            made.append(invitations.add_participation(desk, edition.id, person.id, fields))
        return made


def test_checking_in_by_badge_code_and_name(
    forum: Path, guests: list[Participation], said: Run
) -> None:
    badge = scan_code(guests[0])
    out = said("check-in", forum, badge, "2w", "Ann", "--desk", "A")
    with ForumFile.open(forum) as desk:
        lines = desk.find(CheckIn)
        assert [(line.participation, line.desk) for line in lines] == [
            (guests[0].id, "A"),
            (guests[1].id, "A"),
        ]
        assert desk.history()[0].phrase.message == "Check in by a list"
        at = lines[1].at.astimezone().strftime("%H:%M")
    assert out.splitlines() == [
        f"{badge}  Gil-dong Hong: checked in",
        "2w  Ann Lee: checked in",
        f"Ann  Ann Lee: in already ({at}, A)",
    ]


def test_what_names_nobody_or_several_is_told_and_the_others_are_done(
    forum: Path, guests: list[Participation], told: Callable[..., Any]
) -> None:
    found = told("check-in", forum, "김성태", "1T", "77", "1R", code=1)
    assert [(line["code"], line["state"], line["name"]) for line in found] == [
        ("김성태", "several", {}),
        ("1T", "unknown", {}),
        ("77", "unknown", {}),
        ("1R", "in", {"ko": "홍길동", "en": "Gil-dong Hong"}),
    ]
    assert found[3]["participation"] == guests[0].id


def test_taking_back(forum: Path, guests: list[Participation], said: Run) -> None:
    said("check-in", forum, "1R")
    assert said("check-in", forum, "1R", "--undo") == "1R  Gil-dong Hong: taken back\n"
    assert said("check-in", forum, "1R", "--undo", code=1) == "1R  Gil-dong Hong: not in\n"


def test_attendance_in_words(forum: Path, guests: list[Participation], said: Run) -> None:
    said("check-in", forum, "1R", "2W", row_code(5))
    assert said("attendance", forum).splitlines() == [
        "Korea: 1 of 2 expected came, 0 walk-ins, 1 others",
        "Without a side: 1 of 2 expected came, 0 walk-ins, 0 others",
        "All: 2 of 4 expected came, 0 walk-ins, 1 others",
        "Did not come:",
        f"        {row_code(3)}  김성태",
        f"        {row_code(4)}  김성태",
    ]


def test_attendance_for_scripts(
    forum: Path, guests: list[Participation], told: Callable[..., Any]
) -> None:
    told("check-in", forum, "1R")
    with ForumFile.open(forum) as desk:
        (edition,) = desk.find(Edition)
        (side,) = desk.find(Side)
    found = told("attendance", forum, "--edition", "1")
    everybody = {
        "expected": 4,
        "came": 1,
        "no_shows": 3,
        "walk_ins": 0,
        "others": 0,
        "late": 0,
        "rate": 0.25,
    }
    half = {**everybody, "expected": 2, "no_shows": 1, "rate": 0.5}
    none = {**everybody, "expected": 2, "came": 0, "no_shows": 2, "rate": 0.0}
    assert found == {
        "edition": edition.id,
        "total": everybody,
        "sides": [
            {"id": side.id, "name": {"ko": "한국", "en": "Korea"}, **half},
            {"id": None, "name": {}, **none},
        ],
        "organizations": [{"id": None, "name": {}, **everybody}],
        "no_shows": [
            {
                "participation": guest.id,
                "code": row_code(guest.number or 0),
                "name": dict(name),
                "organization": None,
                "side": {"ko": "한국", "en": "Korea"} if guest.side else None,
            }
            for guest, name in zip(
                guests[1:4],
                [
                    {"ko": "Ann Lee", "en": "Ann Lee"},
                    *[{"ko": "김성태", "en": "김성태"}] * 2,
                ],
                strict=True,
            )
        ],
        "erased": 0,
        "before": None,
        "returning": {"came": 0, "again": 0},
    }


def test_sharing_writes_a_copy_without_history(forum: Path, said: Run, refused: Run) -> None:
    out = forum.with_name("shared.forum")
    assert said("share", forum, "-o", out) == f"Copy to share: {out}\n"
    with ForumFile.open(out) as copy:
        assert (copy.history(), copy.count(Series)) == ([], 1)
    assert "exists already" in refused("share", forum, "-o", out)
