# SPDX-License-Identifier: MIT
"""Backups: verified, numbered, thinned out, restored without writing over anything."""

import json
import os
import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.people import Organization
from forumdesk.domain.wording import Text
from forumdesk.store import faults
from forumdesk.store.backups import (
    BY_HAND,
    WHILE_WORKING,
    Backup,
    folder_of,
    list_backups,
    read,
    thin,
)
from forumdesk.store.copies import restore
from forumdesk.store.dump import export_json
from forumdesk.store.forumfile import ForumFile
from forumdesk.store.gate import journal_of
from forumdesk.store.health import verify
from tests.store.making import rows


def change(desk: ForumFile, name: str = "One") -> None:
    with desk.step("Add {name}", name=name):
        desk.put(Organization(desk.new_id(), Text.of(en=name)))


def open_with(path: Path) -> ForumFile:
    return ForumFile.open(path, folder=path.parents[1] / "backups")


def test_a_backup_is_a_verified_file_that_says_what_it_is(path: Path) -> None:
    with open_with(path) as desk:
        content = rows(desk)
        backup = desk.backup()
    assert backup.number == 1
    assert backup.reason == BY_HAND
    assert backup.source == str(path)
    assert {name: n for name, n in backup.counts.items() if n != 2} == {}
    assert datetime.now(UTC) - backup.made < timedelta(minutes=1)
    assert os.listdir(backup.path.parent) == [backup.path.name]
    assert os.listdir(path.parent) == [path.name]
    assert list_backups(backup.path.parent) == [backup]
    assert verify(backup.path) == []
    with ForumFile.open(backup.path) as kept:
        assert kept.read_only
        assert rows(kept) == content
        with pytest.raises(faults.ReadOnlyFileError, match="It is a backup"), kept.step("Change"):
            pass


def test_a_readable_dump_is_in_every_backup(path: Path) -> None:
    with open_with(path) as desk:
        exported = json.loads(export_json(desk))
        backup = desk.backup()
    with closing(sqlite3.connect(backup.path)) as connection:
        dumped = {name: json.loads(text) for name, text in connection.execute("SELECT * FROM dump")}
    assert dumped == exported


def test_nothing_changed_means_no_new_backup(path: Path) -> None:
    with open_with(path) as desk:
        first = desk.backup()
        assert desk.backup("Again") == first
        assert desk.snapshot() is None
        change(desk)
        second = desk.backup()
        desk.undo()
        third = desk.backup()
        desk.redo()
        fourth = desk.backup()
    assert [b.number for b in (first, second, third, fourth)] == [1, 2, 3, 4]
    with open_with(path) as desk:
        assert desk.backup() == fourth


def test_a_backup_is_finished_in_another_thread_while_work_goes_on(path: Path) -> None:
    with open_with(path) as desk:
        before = desk.count(Organization)
        taken = desk.snapshot()
        assert taken is not None
        made: list[Backup] = []
        thread = threading.Thread(target=lambda: made.append(taken.finish()))
        thread.start()
        change(desk)
        thread.join()
    assert made[0].reason == WHILE_WORKING
    assert made[0].counts["organization"] == before
    assert verify(made[0].path) == []


def test_backups_are_in_order_of_number_when_the_clock_goes_back(path: Path) -> None:
    with open_with(path) as desk:
        first = desk.backup()
        future = first.path.with_name("000007 2099-01-01 0000.forum")
        first.path.rename(future)
        os.utime(future, (4e9, 4e9))
        change(desk)
        second = desk.backup()
        assert [b.number for b in list_backups(desk.backups)] == [8, 7]
        assert second.number == 8


def series(*made: datetime) -> list[Backup]:
    """Backups made at these times, the newest first by number."""
    one = Backup(Path("nowhere"), 0, made[0], "", "", {}, "", "")
    count = len(made)
    return [replace(one, number=count - n, made=at) for n, at in enumerate(made)]


def test_thinning_keeps_hours_days_weeks_and_months() -> None:
    now = datetime(2026, 6, 15, 12, 59, tzinfo=UTC)
    quarters = [now - timedelta(minutes=15 * n) for n in range(4 * 24 * 400)]
    kept = thin(series(*quarters))
    hours = {b.made.replace(minute=0) for b in kept if now - b.made <= timedelta(hours=23)}
    assert len(hours) == 24
    days = {b.made.date() for b in kept if now - b.made <= timedelta(days=6)}
    assert len(days) == 7
    months = {(b.made.year, b.made.month) for b in kept}
    assert months == {(2026, m) for m in range(1, 7)} | {(2025, m) for m in range(7, 13)}
    assert len(kept) == 45
    assert [b.number for b in kept] == sorted((b.number for b in kept), reverse=True)
    assert thin(kept) == kept


def test_a_clock_that_jumps_ahead_takes_no_backups_away() -> None:
    now = datetime(2026, 6, 15, 12, 59, tzinfo=UTC)
    months = [now - timedelta(days=31 * n) for n in range(8)]
    ahead = series(datetime(2099, 1, 1, tzinfo=UTC), *months)
    assert thin(ahead) == ahead


def test_thinning_removes_files(path: Path) -> None:
    with open_with(path) as desk:
        for n in range(12):
            change(desk, str(n))
            desk.backup()
        kept = [backup.number for backup in list_backups(desk.backups)]
        # The one made last came after the thinning.
        assert kept[:6] == [12, 11, 10, 9, 8, 7]
        assert len(kept) < 9


def test_a_backup_is_restored_and_the_present_file_kept(path: Path) -> None:
    with open_with(path) as desk:
        before = rows(desk)
        history = desk.history()
        backup = desk.backup()
        change(desk)
        after = rows(desk)
    aside = restore(backup.path, path)
    assert aside == path.with_name("a (before restoring 1).forum")
    with open_with(path) as desk:
        assert rows(desk) == before
        assert desk.history() == history
        assert not desk.read_only
        assert desk.redo() is not None
        assert desk.problems() == []
    with ForumFile.open(aside) as desk:
        assert rows(desk) == after
    assert restore(backup.path, path) == path.with_name("a (before restoring 2).forum")
    assert len(os.listdir(path.parent)) == 3
    with closing(sqlite3.connect(path)) as connection:
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    assert not names & {"backup", "dump"}


@pytest.mark.parametrize("spoiled", [b"", b"garbage " * 999, None])
def test_what_is_damaged_or_gone_is_replaced_by_a_backup(path: Path, spoiled: bytes | None) -> None:
    with open_with(path) as desk:
        before = rows(desk)
        backup = desk.backup()
    path.unlink()
    if spoiled is not None:
        path.write_bytes(spoiled)
    journal_of(path).write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7 of the damaged file")
    aside = restore(backup.path, path)
    with open_with(path) as desk:
        assert rows(desk) == before
        assert not desk.recovered
    if spoiled is None:
        assert aside is None
    else:
        assert aside is not None
        assert aside.read_bytes() == spoiled


def test_nothing_is_restored_onto_a_file_somebody_has_open(path: Path) -> None:
    with open_with(path) as desk:
        backup = desk.backup()
        change(desk)
        content = rows(desk)
        with pytest.raises(faults.FileInUseError):
            restore(backup.path, path)
        change(desk, "Still here")
        desk.undo()
        assert rows(desk) == content
    assert os.listdir(path.parent) == [path.name]


def test_a_flipped_bit_in_a_text_of_a_backup_is_found(path: Path) -> None:
    with open_with(path) as desk:
        change(desk, "Findable Body")
        backup = desk.backup()
    stored = backup.path.read_bytes()
    backup.path.write_bytes(stored.replace(b"Findable", b"Findacle"))
    problems = verify(backup.path)
    assert "file-digest" in [problem.kind for problem in problems]
    current = path.read_bytes()
    with pytest.raises(faults.DamagedFileError):
        restore(backup.path, path)
    assert path.read_bytes() == current
    assert os.listdir(path.parent) == [path.name]


def test_a_backup_that_says_nothing_is_left_out_of_the_list(path: Path) -> None:
    with open_with(path) as desk:
        backup = desk.backup()
        folder = desk.backups
        (folder / "000002 2026-06-01 0900.forum").write_bytes(b"garbage")
        (folder / "000003 2026-06-01 0900.forum").write_bytes(path.read_bytes())
        (folder / "notes.txt").write_text("mine")
        assert list_backups(folder) == [backup]
        change(desk)
        assert desk.backup().number == 4
        assert (folder / "notes.txt").exists()
    assert read(folder / "notes.txt") is None
    assert list_backups(folder / "nowhere") == []


def test_a_backup_of_a_damaged_file_is_not_made(path: Path) -> None:
    with open_with(path) as desk:
        first = desk.backup()
        change(desk)
        desk._connection.execute("PRAGMA ignore_check_constraints = ON")
        desk._connection.execute("UPDATE organization SET name = 'no JSON'")
        change(desk)
        with pytest.raises(faults.FileError):
            desk.backup()
        assert os.listdir(desk.backups) == [first.path.name]


def test_a_backup_is_written_where_it_is_wanted(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "to mail.forum"
    with open_with(path) as desk:
        before = rows(desk)
        backup = desk.write_backup(target)
        assert backup.path == target
        with pytest.raises(ForumDeskError, match="exists already"):
            desk.write_backup(target)
        with pytest.raises(faults.StorageFailedError):
            desk.write_backup(tmp_path / "nowhere" / "a.forum")
        change(desk)
    assert verify(target) == []
    restore(target, path)
    with open_with(path) as desk:
        assert rows(desk) == before
    with ForumFile.open(target, read_only=True) as kept:
        kept.save_copy(tmp_path / "copy.forum")
    with ForumFile.open(tmp_path / "copy.forum") as copy:
        assert rows(copy) == before


def test_a_backup_is_not_made_inside_a_step(desk: ForumFile) -> None:
    with desk.step("Import"), pytest.raises(AssertionError):
        desk.backup()


def test_backups_lie_in_the_data_folder_of_the_user(desk: ForumFile) -> None:
    data = Path(os.environ["XDG_DATA_HOME"])
    assert desk.backups == folder_of(desk.path)
    assert desk.backups.is_relative_to(data / "forumdesk" / "backups")
    assert folder_of(desk.path) != folder_of(desk.path.with_name("other") / desk.path.name)
    assert desk.backup().path.parent == desk.backups


def test_a_copy_without_history_has_nothing_removed_in_it(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "shared.forum"
    with open_with(path) as desk:
        change(desk, "Secret Body")
        desk.undo()
        desk.save_copy(copy, history=False)
        with pytest.raises(ForumDeskError, match="exists already"):
            desk.save_copy(copy)
        expected = rows(desk)
    assert b"Secret" not in copy.read_bytes()
    with ForumFile.open(copy) as desk:
        assert rows(desk) == expected
        assert desk.history() == []


def test_what_a_killed_program_left_of_a_backup_is_cleared_away(path: Path) -> None:
    with open_with(path) as desk:
        desk.backups.mkdir()
        left = desk.backups / ".000001 2026-06-01 0900.forum.part"
        left.write_bytes(b"half a backup")
        backup = desk.backup()
        assert os.listdir(desk.backups) == [backup.path.name]
