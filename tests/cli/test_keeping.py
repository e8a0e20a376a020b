# SPDX-License-Identifier: MIT
"""``verify``, ``backup`` and ``restore``."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from forumdesk.store.forumfile import ForumFile

Run = Callable[..., str]
Tell = Callable[..., Any]


HOLDER = """
import sys
from pathlib import Path
from forumdesk.store.forumfile import ForumFile
with ForumFile.open(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Another process has the file open meanwhile."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        yield
        holder.communicate()


def damage(path: Path) -> bytes:
    """Overwrite the file's second half with noise; what it is then."""
    content = path.read_bytes()
    middle = len(content) // 2
    path.write_bytes(content[:middle] + b"\x5a" * (len(content) - middle))
    return path.read_bytes()


def test_a_sound_file_is_said_to_be_sound(forum: Path, said: Run, told: Tell) -> None:
    assert said("verify", forum) == f"{forum} is sound.\n"
    assert told("verify", forum) == {"file": str(forum), "sound": True, "problems": []}


def test_a_damaged_file_is_told_of_and_left_alone(forum: Path, said: Run, told: Tell) -> None:
    content = damage(forum)
    found = told("verify", forum, code=1)
    assert found["sound"] is False
    assert {"kind", "severity", "subject", "text"} == set(found["problems"][0])
    assert "damaged" in said("verify", forum, code=1)
    assert forum.read_bytes() == content


@pytest.mark.parametrize("command", ["verify", "backup"])
def test_what_is_no_forum_file_is_refused(tmp_path: Path, refused: Run, command: str) -> None:
    path = tmp_path / "x.forum"
    path.write_text("hello")
    assert str(path) in refused(command, path)
    assert str(tmp_path) in refused(command, tmp_path)
    assert "missing.forum" in refused(command, tmp_path / "missing.forum")


def test_a_backup_brings_back_what_was_there(
    forum: Path, tmp_path: Path, said: Run, told: Tell
) -> None:
    backup = tmp_path / "kept.forum"
    assert said("backup", forum, "-o", backup) == f"Backup kept: {backup}\n"
    said("undo", forum)
    restored = said("restore", backup, "-o", forum).splitlines()
    assert restored[0] == f"Restored: {forum}"
    aside = Path(restored[1].removeprefix("The file that was there is kept as ").removesuffix("."))
    assert len(told("info", forum)["series"]) == 1
    assert told("info", aside)["series"] == []
    assert told("verify", backup)["sound"]


def test_a_backup_without_a_place_goes_among_the_others(forum: Path, said: Run) -> None:
    kept = Path(said("backup", forum).removeprefix("Backup kept: ").strip())
    with ForumFile.open(forum) as desk:
        assert kept.parent == desk.backups
    assert said("restore", kept, "-o", forum.with_name("again.forum")).count("\n") == 1


def test_a_file_can_be_read_and_backed_up_while_somebody_has_it(
    forum: Path, tmp_path: Path, said: Run, told: Tell, refused: Run
) -> None:
    with held(forum):
        assert len(told("info", forum)["series"]) == 1
        assert len(told("history", forum)) == 1
        said("backup", forum, "-o", tmp_path / "kept.forum")
        assert str(forum) in refused("undo", forum)
    assert len(told("info", forum)["series"]) == 1


def test_nothing_is_written_over_a_backup(forum: Path, tmp_path: Path, refused: Run) -> None:
    kept = tmp_path / "kept.forum"
    kept.write_text("mine")
    assert "exists already" in refused("backup", forum, "-o", kept)
    assert kept.read_text() == "mine"


def test_only_a_sound_backup_takes_the_place_of_a_file(
    forum: Path, tmp_path: Path, said: Run, refused: Run
) -> None:
    backup = tmp_path / "kept.forum"
    said("backup", forum, "-o", backup)
    damage(backup)
    before = forum.read_bytes()
    assert str(backup) in refused("restore", backup, "-o", forum)
    missing = tmp_path / "missing.forum"
    assert refused("restore", missing, "-o", forum) == f"There is no file {missing}."
    assert refused("restore", backup).startswith("--output is missing.")
    assert forum.read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX")
def test_a_folder_or_a_pipe_is_not_put_aside_for_a_backup(
    forum: Path, tmp_path: Path, refused: Run
) -> None:
    folder, pipe = tmp_path / "folder", tmp_path / "pipe"
    folder.mkdir()
    os.mkfifo(pipe)
    for place in (folder, pipe):
        line = refused("restore", forum, "-o", place)
        assert line == f"{place} exists already; nothing was written."
    assert folder.is_dir()
    assert pipe.is_fifo()
