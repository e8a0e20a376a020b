# SPDX-License-Identifier: MIT
"""``export pack`` and ``export --tile``."""

import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from forumdesk.cli import main
from forumdesk.domain.forum import Edition
from forumdesk.domain.packing import Planned
from forumdesk.domain.printed import PackSheet
from forumdesk.domain.versions import Printing
from forumdesk.domain.wording import Text
from forumdesk.services.packing import fill_pack, remove_pack_sheets, tick_pack_sheets
from forumdesk.services.planning import add_session
from forumdesk.store.forumfile import ForumFile
from tests.services.small import small_forum

Run = Callable[..., str]
Tell = Callable[..., Any]


@pytest.fixture
def file(sample_file: Path, tmp_path: Path) -> Path:
    """The sample, with a small pack for its latest edition."""
    path = shutil.copyfile(sample_file, tmp_path / "s.forum")
    with ForumFile.open(path) as desk:
        planned = [
            Planned("agenda", copies=3),
            Planned("fact-sheet"),
        ]
        fill_pack(desk, desk.find(Edition)[-1].id, planned)
    return path


def printings(file: Path) -> list[tuple[str, int]]:
    with ForumFile.open(file) as desk:
        return [(p.handout, p.copies) for p in desk.find(Printing) if p.digest]


def impossible(file: Path) -> None:
    """A sheet for a room there is not."""
    with ForumFile.open(file) as desk:
        planned = [Planned("agenda", '{"room": "nowhere"}')]
        fill_pack(desk, desk.find(Edition)[-1].id, planned)


def test_a_pack_is_written_noted_and_told_of(file: Path, tmp_path: Path, said: Run) -> None:
    out = tmp_path / "묶음"
    before = len(printings(file))
    lines = said("export", file, "pack", "-o", out).splitlines()
    *paths, look = lines
    assert paths == [
        str(out / name)
        for name in (
            *("00 Cover list.pdf", "01 Agenda (3).pdf", "02 Fact sheet.pdf"),
            "Print all A4.pdf",
        )
    ]
    assert look.endswith(" things to look at: see “00 Cover list.pdf”")
    assert sorted(map(str, out.iterdir())) == sorted(paths)
    assert printings(file)[before:] == [("agenda", 3), ("fact-sheet", 1)]
    again = said("export", file, "pack", "-o", tmp_path / "again", "--changed").splitlines()
    assert again == [str(tmp_path / "again" / "00 Cover list.pdf"), "2 sheets unchanged"]


def test_what_changed_goes_into_a_folder_within_that_of_the_first_pack(
    file: Path, tmp_path: Path, said: Run, refused: Run
) -> None:
    out = tmp_path / "handouts"
    said("export", file, "pack", "-o", out, "--changed")
    before = {path: path.read_bytes() for path in out.iterdir()}
    with ForumFile.open(file) as desk:
        add_session(desk, desk.find(Edition)[-1].id, {"title": Text.of(en="New", ko="새것")})
    lines = [said("export", file, "pack", "-o", out, "--changed").splitlines() for _ in range(2)]
    first, second = (Path(line[0]).parent for line in lines)
    assert first.parent == second.parent == out
    assert first != second
    assert [path.name for path in first.iterdir() if path.name[:2] != "00"] == ["01 Agenda (3).pdf"]
    assert [path.name for path in second.iterdir()] == ["00 Cover list.pdf"]
    assert {path: path.read_bytes() for path in out.iterdir() if path.is_file()} == before
    assert "something in" in refused("export", file, "pack", "-o", out)
    other = tmp_path / "other"
    other.mkdir()
    (other / "mine.txt").write_text("mine")
    assert "something in" in refused("export", file, "pack", "-o", other, "--changed")


def test_what_is_not_made_is_said_and_no_failure(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    impossible(file)
    assert main(["export", str(file), "pack", "-o", str(tmp_path / "out")]) == 0
    told = capsys.readouterr()
    assert len(told.out.splitlines()) == 5
    assert told.err == (
        "forumdesk: Agenda - nowhere was not made: No room of this edition is called “nowhere”.\n"
    )


def test_errors_on_its_sheets_are_told_last(file: Path, tmp_path: Path, said: Run) -> None:
    with ForumFile.open(file) as desk:
        edition = desk.find(Edition)[-1]
        add_session(desk, edition.id, {"title": Text.of(en="مؤتمر", ko="회의")})
    lines = said("export", file, "pack", "-o", tmp_path / "out").splitlines()
    (error,) = (line for line in lines if line.startswith("error: "))
    assert "right to left" in error
    assert error.endswith("(sheets 01)")
    assert lines.index(error) == len(lines) - 2


def test_empty_sheets_are_left_out_and_said(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with ForumFile.open(file) as desk:
        fill_pack(desk, desk.find(Edition)[-1].id, [Planned("certificates")])
    assert main(["export", str(file), "pack", "-o", str(tmp_path / "out")]) == 0
    assert capsys.readouterr().err == (
        "forumdesk: Certificates was not made: Nobody was checked in yet."
        " Certificates are made for those who came.\n"
    )
    assert not list((tmp_path / "out").glob("*Certificates*"))


def test_the_pack_as_json(file: Path, tmp_path: Path, told: Tell) -> None:
    impossible(file)
    found = told("export", file, "pack", "-o", tmp_path / "out")
    assert (found["list"], found["print"]) == ("00 Cover list.pdf", ["Print all A4.pdf"])
    assert [(one["what"], one["state"], one["file"]) for one in found["sheets"]] == [
        ("agenda", "made", "01 Agenda (3).pdf"),
        ("fact-sheet", "made", "02 Fact sheet.pdf"),
        ("agenda", "left", None),
    ]
    assert "nowhere" in found["sheets"][2]["why"]
    (agenda, *_) = found["sheets"]
    assert {one["severity"] for one in agenda["problems"]} == {"warning"}
    assert any("has no title in Korean" in one["text"] for one in agenda["problems"])
    assert found["sheets"][2]["problems"] == []
    assert found["sheets"][0]["pages"] == len(
        PdfReader(tmp_path / "out" / "01 Agenda (3).pdf").pages
    )


def test_an_edition_without_a_pack_has_the_usual_one(
    new_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    small = shutil.copyfile(new_file, tmp_path / "small.forum")
    with ForumFile.open(small) as desk:  # the sample has it in ``demo``: it is a hundred pages
        edition = small_forum(desk).edition.id
        remove_pack_sheets(desk, [sheet.id for sheet in desk.find(PackSheet)])
    out = ("-o", str(tmp_path / "out"))
    assert main(["export", str(small), "pack", *out, "--edition", edition]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) > 12
    assert any("SIA first" in line for line in lines)


def test_bad_requests_are_refused_and_write_nothing(
    file: Path, tmp_path: Path, refused: Run
) -> None:
    full = tmp_path / "full"
    full.mkdir()
    (full / "mine.txt").write_text("mine")
    before = printings(file)
    again = refused("export", file, "pack", "-o", full)
    assert "something in" in again
    assert "new or empty" in again
    assert "is a file" in refused("export", file, "pack", "-o", full / "mine.txt")
    (tmp_path / "lost").symlink_to(tmp_path / "nowhere")
    assert "is a file" in refused("export", file, "pack", "-o", tmp_path / "lost")
    assert "-o" in refused("export", file, "pack", "-o", "-")
    nowhere = refused("export", file, "pack", "-o", tmp_path / "a" / "b")
    assert nowhere.rstrip().endswith(f"There is no folder “{tmp_path / 'a'}”; nothing was written.")
    assert "no option --paper" in refused(
        "export", file, "pack", "-o", tmp_path / "x", "--paper", "A5"
    )
    assert "no option --changed" in refused("export", file, "agenda", "-o", tmp_path, "--changed")
    assert "A9" in refused("export", file, "agenda", "-o", tmp_path / "a.pdf", "--tile", "A9")
    assert "no option --tile" in refused(
        "export", file, "csv", "-o", tmp_path / "a.csv", "--tile", "A4"
    )
    assert [path.name for path in full.iterdir()] == ["mine.txt"]
    assert not (tmp_path / "a.pdf").exists()
    assert not (tmp_path / "x").exists()
    assert printings(file) == before


def test_a_large_sheet_is_parted(file: Path, tmp_path: Path, said: Run) -> None:
    whole, out = tmp_path / "grid.pdf", tmp_path / "poster.pdf"
    said("export", file, "grid", "-o", whole, "--paper", "A2")
    sheets = 8 * len(PdfReader(whole).pages)
    asked = ("--paper", "A2", "--tile", "a4", "--printed", "2")
    assert f"({sheets} pages)" in said("export", file, "grid", "-o", out, *asked)
    pages = PdfReader(out).pages
    assert len(pages) == sheets
    assert {round(max(page.mediabox.width, page.mediabox.height)) for page in pages} == {842}
    # What is noted is the sheet itself.
    with ForumFile.open(file) as desk:
        (noted,) = (p for p in desk.find(Printing) if p.handout == "grid" and p.copies == 2)
    assert noted.pages == sheets // 8


def test_a_pack_that_fails_leaves_the_folder_as_it_was(
    file: Path, tmp_path: Path, refused: Run
) -> None:
    with ForumFile.open(file) as desk:
        edition = desk.find(Edition)[-1].id
        ids = [sheet.id for sheet in desk.find(PackSheet, edition=edition)]
        tick_pack_sheets(desk, ids, ticked=False)
    empty = tmp_path / "empty"
    empty.mkdir()
    for folder in (empty, tmp_path / "new"):
        assert "ticked" in refused("export", file, "pack", "-o", folder)
    assert list(empty.iterdir()) == []
    assert not (tmp_path / "new").exists()


def test_a_pack_that_is_cut_short_takes_only_its_own_sheets_along(
    file: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    command = [sys.executable, "-m", "forumdesk", "export", str(file), "pack", "-o", str(out)]
    ordinary = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    run = subprocess.Popen(
        [*command, "--edition", "1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=ordinary,  # noqa: PLW1509 - there are no threads
    )
    while run.poll() is None and not list(out.glob("*.pdf")):
        pass
    (out / "mine").mkdir()
    (out / "mine.txt").write_text("mine")
    run.send_signal(signal.SIGINT)
    said, told = run.communicate()
    assert (run.returncode, said) == (130, b"")
    assert told.endswith(b"forumdesk: interrupted; everything is as it was.\n")
    assert sorted(path.name for path in out.iterdir()) == ["mine", "mine.txt"]
    assert not [one for one in printings(file) if one[1] > 1]
