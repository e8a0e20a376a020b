# SPDX-License-Identifier: MIT
"""``commitments`` lists what was promised, ``export reminders`` puts it into calendars."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from forumdesk.domain.outcomes import Commitment, CommitmentStatus
from forumdesk.domain.wording import Text
from forumdesk.services import commitments, editions, outcomes, people
from forumdesk.store.forumfile import ForumFile
from tests.services.small import en

STATUS = CommitmentStatus
Said = Callable[..., str]
Told = Callable[..., Any]


@pytest.fixture
def promised(tmp_path: Path) -> Path:
    """A series with a late commitment, one far off, one without a day and one done."""
    path = tmp_path / "promises.forum"
    with ForumFile.create(path) as desk:
        series = editions.create_series(desk, Text.of(ko="칩 포럼", en="Chip Forum"), {})
        edition = editions.add_edition(desk, series.id, {"number": 1})
        body = people.add_organization(desk, Text.of(ko="협회", en="Association"), {})

        def made(title: str, due: str, status: CommitmentStatus = STATUS.OPEN) -> Commitment:
            fields = {"title": en(title), "edition": edition.id}
            record = outcomes.add_commitment(desk, series.id, en("Text"), fields)
            commitments.set_due(desk, record.id, due)
            return outcomes.change_commitment(desk, record.id, {"status": status})

        late = made("Centre", "2001-09-10")
        outcomes.set_owners(desk, late.id, [body.id], [])
        fields = {"text": en("Rented"), "evidence": "Lease"}
        outcomes.report_commitment(desk, late.id, edition.id, STATUS.ON_TRACK, fields=fields)
        made("Newsletter", "2 January 2095")
        made("Exchange", "ongoing")
        made("Report", "2001-01-31", STATUS.DONE)
    return path


def test_they_are_listed_by_due_day(promised: Path, said: Said) -> None:
    lines = said("commitments", promised).splitlines()
    assert [line for line in lines if not line.startswith(" ")] == [
        "Done · January 31, 2001 · Report",
        "Late · September 10, 2001 · Centre",
        "Open · January 2, 2095 · Newsletter",
        "Open · ongoing · Exchange",
    ]
    assert lines[lines.index("Late · September 10, 2001 · Centre") + 1 :][:3] == [
        *("    Association", "    1st Chip Forum", "    1st Chip Forum: Rented, Lease"),
    ]
    assert said("commitments", promised, "--late").count("\n") == 4
    assert "Report" not in said("commitments", promised, "--open")
    assert said("commitments", promised, "--owner", "협회") == said(
        "commitments", promised, "--late"
    )


def test_they_are_told_as_values(promised: Path, told: Told) -> None:
    (late,) = told("commitments", promised, "--late")
    assert late["title"] == {"en": "Centre"}
    assert (late["due"], late["status"], late["standing"]) == ("2001-09-10", "on-track", "late")
    assert [owner["name"]["en"] for owner in late["owners"]] == ["Association"]
    assert late["last_report"]["evidence"] == "Lease"
    assert late["origin"] is None
    every = told("commitments", promised, "--series", "Chip Forum")
    assert [one["due"] for one in every] == ["2001-01-31", "2001-09-10", "2095-01-02", None]


def test_what_can_not_be_listed_is_refused(
    promised: Path, refused: Said, said: Said, tmp_path: Path
) -> None:
    assert "There is no series “Other”" in refused("commitments", promised, "--series", "Other")
    assert "“Nobody” answers for no commitment" in refused(
        "commitments", promised, "--owner", "Nobody"
    )
    said("new", tmp_path / "new.forum", "--title", "en=New")
    assert said("commitments", tmp_path / "new.forum") == "No commitments.\n"


def test_reminders_are_entries_of_a_calendar(promised: Path, told: Told, tmp_path: Path) -> None:
    target = tmp_path / "due.ics"
    found = told("export", promised, "reminders", "-o", target, "--days-before", "30,7,0")
    text = target.read_text("utf-8")
    assert text.count("BEGIN:VEVENT") == 2
    assert text.count("BEGIN:VALARM") == 6
    assert "DTSTART;VALUE=DATE:20950102" in text
    assert [problem["text"] for problem in found["problems"]] == [
        "“Exchange” is due on no day and is not in the calendar."
    ]
    first = target.read_bytes()
    told("export", promised, "reminders", "-o", target, "--days-before", "30,7,0")
    assert target.read_bytes() == first
    told("export", promised, "reminders", "-o", target, "--owner", "Association")
    assert target.read_text("utf-8").count("BEGIN:VEVENT") == 1
    told("export", promised, "reminders", "-o", tmp_path)
    assert (tmp_path / "칩 포럼 이행 과제.ics").is_file()


@pytest.mark.parametrize(
    ("more", "why"),
    [
        (("--days-before", "soon"), "“soon” does not say how many days before"),
        (("--days-before", "400"), "366 at most"),
        (("--owner", "Nobody"), "answers for no commitment"),
        (("--series", "Other"), "There is no series “Other”"),
        (("--edition", "1", "--series", "Chip Forum"), "exclude each other"),
        (("--paper", "A4"), "reminders has no option --paper"),
    ],
)
def test_reminders_that_can_not_be_written_are_refused(
    promised: Path, refused: Said, tmp_path: Path, more: tuple[str, ...], why: str
) -> None:
    target = tmp_path / "due.ics"
    assert why in refused("export", promised, "reminders", "-o", target, *more)
    assert not target.exists()


def test_sheets_on_commitments_are_exported(promised: Path, told: Told, tmp_path: Path) -> None:
    for name in ("commitments", "commitments-by-owner"):
        found = told("export", promised, name, "-o", tmp_path / f"{name}.pdf", "--which", "all")
        assert found["pages"] == 1
