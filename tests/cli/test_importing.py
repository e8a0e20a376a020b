# SPDX-License-Identifier: MIT
"""``import``: a schedule once, again, for trial, interrupted; and what can't be imported."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from forumdesk.cli import main
from forumdesk.domain.desk import Desk
from forumdesk.domain.intake import Schedule
from forumdesk.domain.wording import Text
from forumdesk.services import importing
from forumdesk.services.editions import create_series
from forumdesk.services.importing import Importing
from forumdesk.store.forumfile import ForumFile

Run = Callable[..., str]
Tell = Callable[..., Any]
ROOT = Path(__file__).parents[2]

EVENT = """<event id="{n}" guid="00000000-0000-4000-8000-{n:012}">
<date>2026-05-06T{hour:02}:00:00+09:00</date><start>{hour:02}:00</start><duration>01:00</duration>
<room>Hall</room><title>Talk {n}</title><type>lecture</type><language>en</language>
<persons><person id="{n}">Ann {n} Lee</person></persons></event>"""


def schedule(*numbers: int) -> str:
    events = "".join(EVENT.format(n=n, hour=8 + n) for n in numbers)
    return (
        "<schedule><conference><acronym>chip-26</acronym><title>Chip Days</title>"
        "<start>2026-05-06</start><end>2026-05-06</end><days>1</days>"
        "<time_zone_name>Asia/Seoul</time_zone_name></conference>"
        '<day index="1" date="2026-05-06"><room name="Hall">'
        f"{events}</room></day></schedule>"
    )


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "schedule.xml"
    path.write_text(schedule(1, 2, 3), "utf-8")
    return path


def counts(told: Tell, path: Path) -> list[tuple[int, int]]:
    editions = told("info", path)["series"][0]["editions"]
    return [(e["counts"]["sessions"], e["counts"]["speakers"]) for e in editions]


def test_a_new_edition_from_a_schedule(forum: Path, source: Path, told: Tell) -> None:
    assert told("import", forum, source, "--as", "schedule", "--new-edition") == {
        "read": 3,
        "added": 3,
        "updated": 0,
        "unchanged": 0,
        "skipped": 0,
        "problems": [],
        "step": "Import 3 sessions",
    }
    assert counts(told, forum) == [(3, 3)]
    (edition,) = told("info", forum)["series"][0]["editions"]
    assert (edition["starts"], edition["timezone"]) == ("2026-05-06", "Asia/Seoul")


@pytest.mark.parametrize("options", [(), ("--new-edition",), ("--edition", "CHIP/1")])
def test_the_same_source_again_adds_nothing(
    forum: Path, source: Path, told: Tell, options: tuple[str, ...]
) -> None:
    told("import", forum, source, "--new-edition")
    again = told("import", forum, source, *options)
    assert (again["added"], again["unchanged"], again["step"]) == (0, 3, None)
    assert counts(told, forum) == [(3, 3)]


def test_what_is_new_in_a_source_is_added_as_one_step(
    forum: Path, source: Path, told: Tell, said: Run
) -> None:
    told("import", forum, source, "--new-edition")
    source.write_text(schedule(1, 2, 3, 4), "utf-8")
    assert said("import", forum, source).splitlines()[0] == (
        "Sessions read: 4; added 1, updated 0, unchanged 3, skipped 0."
    )
    assert counts(told, forum) == [(4, 4)]
    said("undo", forum)
    assert counts(told, forum) == [(3, 3)]


def test_a_dry_run_tells_and_changes_nothing(forum: Path, source: Path, said: Run) -> None:
    before = said("export", forum, "json", "-o", "-") if "export" in said("--help") else ""
    lines = said("import", forum, source, "--new-edition", "--dry-run").splitlines()
    assert lines[0].startswith("Sessions read: 3; added 3,")
    assert lines[-1] == "A dry run: nothing was changed."
    assert "no edition yet" in said("info", forum)
    assert len(said("history", forum).splitlines()) == 1
    if before:
        assert said("export", forum, "json", "-o", "-") == before


def test_several_series_need_a_name(forum: Path, source: Path, told: Tell, refused: Run) -> None:
    with ForumFile.open(forum) as desk:
        create_series(desk, Text.of(en="Other"), {})
    line = refused("import", forum, source, "--new-edition")
    assert line == "Say which series with --series; there is: CHIP, Other."
    line = refused("import", forum, source, "--new-edition", "--series", "third")
    assert line == "There is no series “third”; there is: CHIP, Other."
    told("import", forum, source, "--new-edition", "--series", "반도체 포럼")
    assert counts(told, forum) == [(3, 3)]


def test_a_file_without_an_edition_needs_a_new_one(forum: Path, source: Path, refused: Run) -> None:
    assert refused("import", forum, source) == (
        "The file has no edition yet; --new-edition makes one. Nothing was changed."
    )


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (
            ("--as", "badges"),
            "“badges” can't be imported; what can: schedule, attendees, people, calendar,"
            " contacts, forum, theme.",
        ),
        (("--new-edition", "--edition", "1"), "--edition and --new-edition exclude each other."),
        (("--series", "CHIP"), "--series goes with --new-edition."),
    ],
)
def test_options_that_do_not_fit(
    forum: Path, source: Path, refused: Run, options: tuple[str, ...], reason: str
) -> None:
    assert refused("import", forum, source, *options).startswith(reason)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hello",
        b"<html/>",
        b"<schedule><conference>",
        b'<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><schedule>&x;</schedule>',
    ],
)
def test_what_is_no_schedule_is_refused_and_nothing_changed(
    forum: Path, source: Path, told: Tell, refused: Run, content: bytes
) -> None:
    source.write_bytes(content)
    assert str(source) in refused("import", forum, source, "--new-edition")
    assert counts(told, forum) == []


def test_a_missing_source_or_a_folder_is_refused(forum: Path, tmp_path: Path, refused: Run) -> None:
    for path in (tmp_path, tmp_path / "missing.xml"):
        told = refused("import", forum, path, "--new-edition")
        assert told.startswith(f"{path} could not be read or written: ")
        assert told.endswith("Nothing else was changed.")


@pytest.mark.skipif(os.name == "nt", reason="devices of POSIX")
def test_a_source_without_end_is_refused(
    forum: Path, refused: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("forumdesk.cli.importing.LARGEST", 1 << 20)
    line = refused("import", forum, "/dev/zero", "--new-edition")
    assert line == "/dev/zero is larger than 1 MB; nothing was imported."


@pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX")
def test_a_source_may_come_through_a_pipe(forum: Path, source: Path, told: Tell) -> None:
    reader, writer = os.pipe()
    os.write(writer, source.read_bytes())
    os.close(writer)
    assert told("import", forum, f"/dev/fd/{reader}", "--new-edition")["added"] == 3
    os.close(reader)


def test_an_interrupted_import_leaves_everything_as_it_was(
    forum: Path,
    source: Path,
    told: Tell,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = importing.import_edition

    def interrupted(desk: Desk, series: str, schedule: Schedule) -> Importing:
        work = whole(desk, series, schedule)
        yield next(work)
        try:
            raise KeyboardInterrupt
        finally:
            work.close()

    monkeypatch.setattr(importing, "import_edition", interrupted)
    assert main(["import", str(forum), str(source), "--new-edition"]) == 130
    assert capsys.readouterr().err == "forumdesk: interrupted; everything is as it was.\n"
    assert counts(told, forum) == []


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_during_an_import_leaves_everything_as_it_was(
    forum: Path, source: Path, told: Tell, number: signal.Signals, code: int
) -> None:
    source.write_text(schedule(1).replace("</room>", _many(3_000) + "</room>"), "utf-8")
    run = subprocess.Popen(
        [sys.executable, "-m", "forumdesk", "import", str(forum), str(source), "--new-edition"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # Whoever runs the tests in the background lets them inherit that it is ignored.
        preexec_fn=partial(signal.signal, number, signal.SIG_DFL),  # noqa: PLW1509 - there are no threads
    )
    while run.poll() is None and not Path(f"{forum}-journal").exists():
        pass
    run.send_signal(number)
    out, err = run.communicate()
    assert (run.returncode, out) == (code, b"")
    assert err == b"forumdesk: interrupted; everything is as it was.\n"
    assert counts(told, forum) == []
    assert sorted(p.name for p in forum.parent.iterdir()) == ["chip.forum", "schedule.xml"]


@pytest.mark.skipif(os.name == "nt", reason="terminals of POSIX")
def test_progress_is_shown_on_a_terminal_and_taken_away_again(forum: Path, source: Path) -> None:
    ours, theirs = os.openpty()
    run = subprocess.run(
        [sys.executable, "-m", "forumdesk", "import", str(forum), str(source), "--new-edition"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=theirs,
        check=True,
    )
    seen = os.read(ours, 4096).decode()
    os.close(theirs)
    os.close(ours)
    assert seen.startswith("\rImporting: ")
    assert seen.endswith(" \r")
    assert b"Importing" not in run.stdout


def _many(count: int) -> str:
    return "".join(EVENT.format(n=n, hour=9) for n in range(2, count))
