# SPDX-License-Identifier: MIT
"""``next``: told before, made after, and the same both times."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from forumdesk.domain.agenda import Session
from forumdesk.domain.people import Invitation, Participation
from forumdesk.services.sample import read_sample, write_sample
from forumdesk.store.forumfile import ForumFile

Run = Callable[..., str]
Tell = Callable[..., Any]


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """The sample forum, whose third edition met in Washington."""
    path = tmp_path / "sample.forum"
    with ForumFile.create(path) as desk:
        for _ in write_sample(desk, read_sample()):
            pass
    return path


def without_ids(told: dict[str, Any]) -> dict[str, Any]:
    return {**told, "edition": {**told["edition"], "id": None}, "step": None}


def test_a_dry_run_says_what_would_be_made_and_makes_nothing(
    sample: Path, told: Tell, said: Run
) -> None:
    before = sample.read_bytes()
    plan = told("next", sample, "--dry-run")
    assert (plan["step"], plan["edition"]["id"]) == (None, None)
    assert plan["edition"]["starts"] == "2028-06-22"
    assert plan["edition"]["city"]["en"] == "Seoul"
    assert "A dry run: nothing was changed." in said("next", sample, "--dry-run")
    assert sample.read_bytes() == before
    done = told("next", sample)
    assert done["step"] == "Prepare 4th Korea–U.S. Semiconductor Cooperation Forum"
    assert without_ids(done) == without_ids(plan)


def test_what_is_made_is_what_was_told(sample: Path, told: Tell, said: Run) -> None:
    plan = told("next", sample)
    modules = {each["module"]: each for each in plan["modules"]}
    edition = told("info", sample)["series"][0]["editions"][-1]
    assert edition["id"] == plan["edition"]["id"]
    counts = edition["counts"]
    assert counts["sessions"] == modules["agenda"]["carried"] + modules["agenda"]["made"]
    assert counts["participants"] == modules["people"]["carried"]
    assert counts["rooms"] == modules["rooms"]["carried"]
    with ForumFile.open(sample) as desk:
        statuses = {p.status for p in desk.find(Participation, edition=edition["id"])}
        assert statuses == {Invitation.PROPOSED}
        carried = [s for s in plan["sessions"] if s["carried"] and s["predecessor"]]
        links = {s.predecessor for s in desk.find(Session, edition=edition["id"])} - {None}
        assert links == {s["predecessor"] for s in carried}
    said("undo", sample)
    assert len(told("info", sample)["series"][0]["editions"]) == 3


def test_choices_are_options(sample: Path, told: Tell) -> None:
    plan = told(
        *("next", sample, "--dry-run", "--on", "2028-10-12", "--place", "워싱턴 D.C."),
        *("--invite", "KR", "--texts", "empty", "--parts", "empty", "--no-items"),
        *("--no-review", "--no-alternate", "--left", "Moon Sung-ho"),
    )
    assert (plan["edition"]["starts"], plan["edition"]["ends"]) == ("2028-10-12", "2028-10-13")
    assert plan["edition"]["timezone"] == "America/New_York"
    assert plan["hosts"][0]["en"] == "Semiconductor Industry Association"
    assert not any(s["item"] and s["carried"] for s in plan["sessions"])
    modules = {each["module"]: each for each in plan["modules"]}
    assert (modules["parts"]["carried"], modules["commitments"]["carried"]) == (0, 0)
    seats = [p for p in plan["people"] if "the organization keeps the seat" in p["why"]]
    assert [(p["name"], p["office"]["en"], p["carried"]) for p in seats] == [({}, "Chairman", True)]
    everybody = told("next", sample, "--dry-run", "--invite", "everybody")
    assert sum(p["carried"] for p in plan["people"]) < sum(
        p["carried"] for p in everybody["people"]
    )


def test_a_place_nobody_knows_has_that_name(sample: Path, told: Tell) -> None:
    plan = told("next", sample, "--dry-run", "--place", "Daejeon", "--timezone", "Asia/Seoul")
    assert plan["edition"]["city"] == {"ko": "Daejeon", "en": "Daejeon"}
    assert {room["name"]["en"] for room in plan["rooms"]} >= {"Plenary hall", "Room A"}
    assert any("to be named at the new venue" in w["text"] for w in plan["warnings"])


@pytest.mark.parametrize(
    ("options", "line"),
    [
        (("--on", "soon"), "“soon” is no day like 2027-06-24; nothing was changed."),
        (("--on", "0001-01-01"), "No edition can begin on 0001-01-01; nothing was changed."),
        (("--invite", "Mars"), "There is no side “Mars”; there is: "),
        (("--texts", "some"), "--texts can't be “some”; it is one of: keep, titles, empty."),
        (("--parts", "some"), "--parts can't be “some”; it is one of: people, hosts, empty."),
        (("--left", "Nobody Known"), "Nobody at the last forum is called “Nobody Known”."),
        (("--timezone", "Mars"), "There is no time zone “Mars”"),
        (("--series", "Other"), "There is no series “Other”"),
    ],
)
def test_what_cannot_be_is_refused_in_a_line(
    sample: Path, refused: Run, options: tuple[str, str], line: str
) -> None:
    before = sample.read_bytes()
    assert refused("next", sample, *options).startswith(line)
    assert sample.read_bytes() == before


def test_a_series_without_an_edition_has_no_next_one(forum: Path, refused: Run) -> None:
    line = "“Chip Forum” has no edition yet that a next one could be made of."
    assert refused("next", forum) == line
