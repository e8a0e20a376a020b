# SPDX-License-Identifier: MIT
"""A disk that is full or fails, a file that is moved away: nothing typed is lost."""

import os
import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from forumdesk.domain.people import Organization
from forumdesk.domain.wording import Text
from forumdesk.store import faults
from forumdesk.store.forumfile import ForumFile
from tests.store.making import rows


@contextmanager
def full(desk: ForumFile) -> Iterator[None]:
    """No page may be added to the file."""
    connection = desk._connection
    connection.execute("PRAGMA max_page_count = 1")
    try:
        yield
    finally:
        connection.execute("PRAGMA max_page_count = 1000000000")


@contextmanager
def failing(desk: ForumFile) -> Iterator[None]:
    """No file may be written beyond the size that this one has."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (desk.path.stat().st_size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def grow(desk: ForumFile, count: int = 300) -> None:
    desk.put_all(Organization(desk.new_id(), Text.of(en="x" * 2000)) for _ in range(count))


Trouble = Callable[[ForumFile], "contextmanager[None]"]
TROUBLES = [
    (full, faults.StorageFullError, "no space left"),
    (failing, faults.StorageFailedError, "disk refused"),
]


@pytest.mark.parametrize(("trouble", "kind", "words"), TROUBLES)
def test_an_edit_the_disk_refuses_leaves_all_as_it_was(
    path: Path, trouble: Trouble, kind: type[Exception], words: str
) -> None:
    with ForumFile.open(path) as desk:
        before, history = rows(desk), desk.history()
        with trouble(desk):
            with pytest.raises(kind, match=words), desk.step("Import"):
                grow(desk)
            assert rows(desk) == before
            assert desk.history() == history
        with desk.step("Again"):
            grow(desk)
        assert desk.count(Organization) == 302
        desk.undo()
        assert rows(desk) == before
        assert desk.problems() == []
    assert os.listdir(path.parent) == [path.name]


def undaunted(desk: ForumFile) -> None:
    """Go on after each error, to the end of the step."""
    for _ in range(5):
        with pytest.raises(faults.FileError):
            grow(desk, 400)


@pytest.mark.parametrize("trouble", [full, failing])
def test_a_step_that_goes_on_after_the_disk_was_full_keeps_nothing(
    path: Path, trouble: Trouble
) -> None:
    with ForumFile.open(path) as desk:
        before = rows(desk)
        with trouble(desk), suppress(faults.FileError), desk.step("Import"):
            undaunted(desk)
        assert rows(desk) == before
        assert desk.problems() == []


def test_a_backup_the_disk_refuses_leaves_the_older_ones(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    with ForumFile.open(path, folder=folder) as desk:
        first = desk.backup()
        with desk.step("Import"):
            grow(desk)
        for work in (desk.backup, lambda: desk.save_copy(tmp_path / "copy.forum")):
            limits = resource.getrlimit(resource.RLIMIT_FSIZE)
            resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))
            try:
                with pytest.raises(faults.FileError):
                    work()
            finally:
                resource.setrlimit(resource.RLIMIT_FSIZE, limits)
            assert sorted(os.listdir(tmp_path)) == ["backups", "work"]
            assert os.listdir(folder) == [first.path.name]
        assert desk.backup().number == 2
        assert desk.problems() == []


def unlinked(path: Path) -> None:
    path.unlink()


def renamed(path: Path) -> None:
    path.rename(path.with_name("renamed.forum"))


def replaced(path: Path) -> None:
    other = path.with_name("other")
    other.write_bytes(path.read_bytes())
    os.replace(other, path)


@pytest.mark.parametrize("away", [unlinked, renamed, replaced])
def test_a_file_that_is_moved_away_is_noticed_at_the_next_change(
    path: Path, tmp_path: Path, away: Callable[[Path], None]
) -> None:
    body = Organization("1", Text.of(en="One"))
    with ForumFile.open(path) as desk:
        with desk.step("Add"):
            desk.put(body)
        before = rows(desk)
        away(path)
        for _ in range(2):
            with pytest.raises(faults.FileMovedError, match="save a copy"), desk.step("Change"):
                desk.remove(Organization, body.id)
        with pytest.raises(faults.FileMovedError):
            desk.undo()
        assert rows(desk) == before
        desk.save_copy(tmp_path / "saved.forum")
    with ForumFile.open(tmp_path / "saved.forum") as desk:
        assert rows(desk) == before
        assert desk.undo() is not None
        assert desk.problems() == []


def test_a_file_moved_away_within_a_step_is_noticed_before_its_end(path: Path) -> None:
    with ForumFile.open(path) as desk:
        before = rows(desk)
        with pytest.raises(faults.FileMovedError), desk.step("Add"):  # noqa: PT012
            grow(desk, 1)
            renamed(path)
        assert rows(desk) == before


def test_a_faraway_folder_that_is_gone_is_noticed(path: Path, tmp_path: Path) -> None:
    with ForumFile.open(path) as desk:
        path.parent.rename(tmp_path / "elsewhere")
        with pytest.raises(faults.FileMovedError), desk.step("Add"):
            grow(desk, 1)
        desk.save_copy(tmp_path / "saved.forum")
    with ForumFile.open(tmp_path / "saved.forum") as desk:
        assert desk.count(Organization) == 2
