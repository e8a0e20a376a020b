# SPDX-License-Identifier: MIT
"""One file, several programs: who has it, reading beside them, what is left behind."""

import json
import os
import socket
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.people import Organization
from forumdesk.domain.wording import Text
from forumdesk.store import faults
from forumdesk.store.forumfile import ForumFile
from forumdesk.store.lock import Holder, holder_of, side_file

HOLD = """
import sys
from pathlib import Path
from forumdesk.store.forumfile import ForumFile
from forumdesk.domain.people import Organization
from forumdesk.domain.wording import Text
desk = ForumFile.open(Path(sys.argv[1]))
step = desk.step("Left open")
if sys.argv[2] == "in a step":
    step.__enter__()
    for n in range(3000):  # more than fits the cache, so that the file is written to
        desk.put(Organization(desk.new_id(), Text.of(en="x" * 1000)))
print(desk.recovered, flush=True)
sys.stdin.read()
"""


class Other:
    """Another ForumDesk that has a file open, until it is ended one way or the other."""

    def __init__(self, path: Path, how: str = "at rest") -> None:
        command = [sys.executable, "-c", HOLD, str(path), how]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)
        assert self.process.stdout is not None
        self.said = self.process.stdout.readline().strip()

    def __enter__(self) -> "Other":
        return self

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()

    def __exit__(self, *_: object) -> None:
        self.kill()


def test_who_has_the_file_is_said_by_name(path: Path) -> None:
    with Other(path) as other:
        with pytest.raises(faults.FileInUseError) as caught:
            ForumFile.open(path)
        holder = holder_of(path)
        assert holder is not None
        assert (holder.pid, holder.host) == (other.process.pid, socket.gethostname())
        said = str(caught.value)
        assert f"open on {holder.host} by {holder.name} since 20" in said
        assert "for reading only" in said
        other.process.communicate("")  # it ends, and leaves the lock behind
    with ForumFile.open(path) as desk:
        assert desk.recovered


def test_a_second_program_reads_a_copy_of_what_is_saved(path: Path) -> None:
    with ForumFile.open(path) as desk:
        before = desk.find(Organization)
    with Other(path, "in a step"), ForumFile.open(path, read_only=True) as desk:
        assert desk.read_only
        assert desk.find(Organization) == before
        assert desk.problems() == []
        with pytest.raises(faults.ReadOnlyFileError, match="reading only"), desk.step("Change"):
            pass
        for change in (desk.undo, desk.redo, desk.forget_history):
            with pytest.raises(faults.ReadOnlyFileError):
                change()
        desk.save_copy(path.with_name("copy.forum"))
    with ForumFile.open(path.with_name("copy.forum")) as copy:
        assert copy.find(Organization) == before


def test_a_program_that_was_killed_has_the_file_no_longer(path: Path) -> None:
    with ForumFile.open(path) as desk:
        before = desk.find(Organization)
    with Other(path, "in a step") as other:
        other.kill()
    assert side_file(path).exists()
    with ForumFile.open(path) as desk:
        assert desk.recovered
        assert desk.find(Organization) == before
        assert desk.problems() == []
        holder = holder_of(path)
        assert holder is not None
        assert holder.is_me
    assert os.listdir(path.parent) == [path.name]
    with ForumFile.open(path) as desk:
        assert not desk.recovered


def test_an_unfinished_change_is_taken_back_in_a_read_only_copy_too(path: Path) -> None:
    with ForumFile.open(path) as desk:
        before = desk.find(Organization)
    with Other(path, "in a step") as other:
        other.kill()
    files = {p.name: p.read_bytes() for p in path.parent.iterdir()}
    with ForumFile.open(path, read_only=True) as desk:
        assert desk.recovered
        assert desk.find(Organization) == before
    assert {p.name: p.read_bytes() for p in path.parent.iterdir()} == files


def test_a_program_does_not_open_a_file_twice(path: Path) -> None:
    with ForumFile.open(path) as desk:
        for read_only in (False, True):
            with pytest.raises(faults.FileInUseError, match="in this program already"):
                ForumFile.open(path, read_only=read_only)
        with desk.step("Still"):
            desk.put(Organization(desk.new_id(), Text.of(en="Still locked")))
        with pytest.raises(subprocess.CalledProcessError):
            subprocess.run(
                [sys.executable, "-c", HOLD, str(path), "at rest"],
                check=True,
                capture_output=True,
            )


def test_another_computer_is_believed_until_it_is_overruled(path: Path) -> None:
    holder = replace(Holder("kim", "other-host", 1, "2026-06-01T09:00:00+00:00", "x"), pid=1)
    told = {name: getattr(holder, name) for name in holder.__slots__}
    side_file(path).write_text(json.dumps(told), "utf-8")
    with pytest.raises(faults.FileInUseError, match="on other-host by kim since 2026-06-01 09:00"):
        ForumFile.open(path)
    with ForumFile.open(path, read_only=True) as desk:
        assert desk.count(Organization) == 2
    assert holder_of(path) == holder
    with ForumFile.open(path, take_over=True) as desk:
        assert desk.recovered
    assert os.listdir(path.parent) == [path.name]


@pytest.mark.parametrize("left", ["", "{", "[]", '{"name": 1}'])
def test_a_side_file_nobody_can_read_is_taken_over(path: Path, left: str) -> None:
    side_file(path).write_text(left)
    with ForumFile.open(path) as desk:
        assert desk.recovered
    assert os.listdir(path.parent) == [path.name]


def test_a_side_file_taken_over_by_another_is_left_to_it(path: Path) -> None:
    with ForumFile.open(path):
        other = side_file(path).read_text("utf-8").replace(socket.gethostname(), "x")
        mine = json.loads(other)["run"]
        side_file(path).write_text(other.replace(mine, "another run"), "utf-8")
    assert holder_of(path) is not None


def test_a_file_another_kind_of_program_holds_is_in_use(path: Path) -> None:
    code = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('BEGIN IMMEDIATE');"
        "print('x', flush=True); sys.stdin.read()"
    )
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", code, str(path)]
    with subprocess.Popen(command, stdin=pipe, stdout=pipe) as other:
        assert other.stdout is not None
        other.stdout.readline()
        with pytest.raises(faults.FileInUseError, match="open in another program"):
            ForumFile.open(path)
        other.communicate()
    assert os.listdir(path.parent) == [path.name]


@pytest.mark.parametrize("where", ["file", "folder"])
def test_a_read_only_file_or_folder_opens_for_reading(
    ordinary_user: Path, sample: bytes, where: str
) -> None:
    folder = ordinary_user / "shared"
    folder.mkdir()
    path = folder / "a.forum"
    path.write_bytes(sample)
    (path if where == "file" else folder).chmod(0o444 if where == "file" else 0o555)
    try:
        with ForumFile.open(path) as desk:
            assert desk.read_only
            assert desk.count(Organization) == 2
            with pytest.raises(ForumDeskError, match="The file or its folder is read-only"):
                desk.undo()
            copy = ordinary_user / "mine.forum"
            desk.save_copy(copy)
        with ForumFile.open(copy) as desk:
            assert not desk.read_only
            assert desk.undo() is not None
    finally:
        folder.chmod(0o755)
    assert path.read_bytes() == sample
    assert os.listdir(folder) == ["a.forum"]


def test_a_file_that_may_not_be_read_says_so(ordinary_user: Path, sample: bytes) -> None:
    path = ordinary_user / "a.forum"
    path.write_bytes(sample)
    path.chmod(0)
    with pytest.raises(faults.StorageFailedError, match="Permission denied"):
        ForumFile.open(path)


BUSY = """
import sys
from pathlib import Path
from forumdesk.store.forumfile import ForumFile
from forumdesk.domain.people import Organization
from forumdesk.domain.wording import Text
desk = ForumFile.open(Path(sys.argv[1]))
print("open", flush=True)
for line in sys.stdin:
    for n in range(20):
        with desk.step(str(n)):
            desk.put_all(Organization(desk.new_id(), Text.of(en=str(n))) for _ in range(40))
        desk.undo()
        desk.redo()
"""


def test_a_copy_read_while_another_program_writes_is_whole(path: Path) -> None:
    pipe = subprocess.PIPE
    with ForumFile.open(path) as desk:
        before = desk.count(Organization)
    command = [sys.executable, "-c", BUSY, str(path)]
    read = 0
    with subprocess.Popen(command, stdin=pipe, stdout=pipe) as other:
        assert other.stdin
        assert other.stdout
        other.stdout.readline()
        for _ in range(6):
            other.stdin.write(b"go\n")
            other.stdin.flush()
            with (
                suppress(faults.FileInUseError),
                ForumFile.open(path, read_only=True) as desk,
            ):
                assert desk.problems() == []
                assert (desk.count(Organization) - before) % 40 == 0
                read += 1
        other.kill()
    assert read > 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_disk_without_room_for_the_side_file_leaves_none(path: Path) -> None:
    side_file(path).symlink_to("/dev/full")
    with pytest.raises(faults.StorageFullError):
        ForumFile.open(path)
    assert [p.name for p in path.parent.iterdir()] == [path.name]
    with ForumFile.open(path) as desk:
        assert not desk.recovered


@pytest.mark.skipif(os.name != "posix", reason="processes of POSIX")
def test_copies_of_killed_programs_are_taken_away(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        ended.wait()
    left, used = tmp_path / f"forumdesk-copy-{ended.pid}-x", tmp_path / "forumdesk-copy-1-y"
    for folder in (left, used):
        folder.mkdir()
        (folder / "copy.forum").write_bytes(path.read_bytes())
    with ForumFile.open(path, read_only=True):
        assert not left.exists()
        assert len(list(tmp_path.glob(f"forumdesk-copy-{os.getpid()}-*/copy.forum"))) == 1
    assert sorted(tmp_path.glob("forumdesk-copy-*")) == [used]
