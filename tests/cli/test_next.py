# SPDX-License-Identifier: MIT
"""``next``: told before, made after, and the same both times."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from forumdesk.cli import main, next_told
from forumdesk.domain.agenda import Session
from forumdesk.domain.forum import Edition, Series
from forumdesk.domain.people import Invitation, Participation
from forumdesk.domain.wording import Text
from forumdesk.store.forumfile import ForumFile

Run = Callable[..., str]
Tell = Callable[..., Any]
ROOT = Path(__file__).parents[2]


@pytest.fixture
def sample(sample_file: Path, tmp_path: Path) -> Path:
    """The sample forum, whose third edition met in Washington."""
    return shutil.copyfile(sample_file, tmp_path / "sample.forum")


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
        *("--no-cover", "--no-seatings"),
    )
    assert (plan["edition"]["starts"], plan["edition"]["ends"]) == ("2028-10-12", "2028-10-13")
    assert plan["edition"]["timezone"] == "America/New_York"
    assert plan["hosts"][0]["en"] == "Semiconductor Industry Association"
    assert not any(s["item"] and s["carried"] for s in plan["sessions"])
    modules = {each["module"]: each for each in plan["modules"]}
    assert (modules["parts"]["carried"], modules["commitments"]["carried"]) == (0, 0)
    assert modules["seatings"]["carried"] == 0
    assert modules["seatings"]["left"] > 0
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


def test_interrupted_while_it_tells_it_says_that_it_is_done(
    sample: Path,
    said: Run,
    told: Tell,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = told("info", sample)

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(next_told, "tell_next", interrupted)
    capsys.readouterr()
    assert main(["next", str(sample)]) == 130
    assert capsys.readouterr().err == (
        "forumdesk: interrupted, but only after it was done; it can be undone.\n"
    )
    assert told("info", sample) != before
    said("undo", sample)
    assert told("info", sample) == before
    assert main(["next", str(sample), "--dry-run"]) == 130
    assert capsys.readouterr().err == "forumdesk: interrupted; everything is as it was.\n"


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_a_signal_in_the_middle_leaves_everything_as_it_was(
    forum: Path, told: Tell, number: signal.Signals
) -> None:
    with ForumFile.open(forum) as desk:
        (series,) = desk.find(Series)
        with desk.step("Plan"):
            edition = Edition(desk.new_id(), series.id, 1, first_day=date(2026, 5, 6))
            desk.put(edition)
            for n in range(3_000):
                at = datetime(2026, 5, 6, 9) + timedelta(minutes=n % 600)
                title = Text.of(en=f"Talk {n}", ko=f"발표 {n}")
                desk.put(Session(desk.new_id(), edition.id, title, starts=at, minutes=30))
    before = told("export", forum, "json", "-o", forum.with_suffix(".json"))
    content = forum.with_suffix(".json").read_bytes()
    run = subprocess.Popen(
        [sys.executable, "-m", "forumdesk", "next", str(forum)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # Whoever runs the tests in the background lets them inherit that it is ignored.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - there are no threads
    )
    while run.poll() is None and not Path(f"{forum}-journal").exists():
        pass
    run.send_signal(number)
    out, err = run.communicate()
    interrupted = b"forumdesk: interrupted; everything is as it was.\n"
    assert (out, err) == (b"", interrupted if number is signal.SIGINT else b"")
    assert run.returncode == (130 if number is signal.SIGINT else -number)
    told("verify", forum)
    assert told("export", forum, "json", "-o", forum.with_suffix(".json")) == before
    assert forum.with_suffix(".json").read_bytes() == content
