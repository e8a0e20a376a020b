# SPDX-License-Identifier: MIT
"""Files of every format that was ever released open, and reach the present one unharmed."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from forumdesk.domain.people import Organization
from forumdesk.store import faults
from forumdesk.store.backups import BEFORE_MIGRATION, list_backups
from forumdesk.store.copies import restore
from forumdesk.store.dump import export_json
from forumdesk.store.forumfile import ForumFile
from forumdesk.store.health import verify
from forumdesk.store.migrations import FORMAT, Format
from forumdesk.store.schema_check import WHOLE
from tests.store.golden import FILES, whole, write
from tests.store.making import rows

GOLDEN = sorted(FILES.glob("format-*.forum"))
REGENERATE = "the schema changed: run python -m tests.store.golden"


def test_there_is_a_golden_file_of_every_format() -> None:
    assert [path.stem for path in GOLDEN] == [f"format-{n}" for n in range(1, FORMAT + 1)]


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: path.stem)
def test_a_file_of_every_format_is_found_sound_before_it_is_opened(
    golden: Path, tmp_path: Path
) -> None:
    path = tmp_path / golden.name
    path.write_bytes(golden.read_bytes())
    assert verify(path) == []
    assert path.read_bytes() == golden.read_bytes()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE edition SET first_day = 'June'")
    assert {problem.kind for problem in verify(path)} & {"file-unreadable", "file-damaged"}


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: path.stem)
def test_a_golden_file_opens_with_what_it_held(golden: Path, tmp_path: Path) -> None:
    path = tmp_path / golden.name
    path.write_bytes(golden.read_bytes())
    with ForumFile.open(path, folder=tmp_path / "backups") as desk:
        assert export_json(desk) == golden.with_suffix(".json").read_text("utf-8"), REGENERATE
        assert desk.problems() == []
        before = rows(desk)
        assert desk.redo() is not None
        assert desk.undo() is not None
        assert rows(desk) == before
        while desk.undo():
            pass
        assert rows(desk) == []
    version = int(golden.stem.split("-")[1])
    assert len(list_backups(tmp_path / "backups")) == (version < FORMAT)


def test_the_golden_file_of_the_present_format_is_up_to_date(tmp_path: Path) -> None:
    write(tmp_path / "new.forum")
    new = (tmp_path / "new.json").read_text("utf-8")
    assert new == (FILES / f"format-{FORMAT}.json").read_text("utf-8"), REGENERATE


def test_the_schema_is_written_down_as_the_scripts_make_it() -> None:
    assert WHOLE.read_text("utf-8") == whole(), REGENERATE


def next_formats(change: Callable[[sqlite3.Connection], object]) -> type[ForumFile]:
    """A ForumDesk of one format more."""

    def schema_next(db: sqlite3.Connection) -> None:
        change(db)
        db.execute(f"PRAGMA user_version = {FORMAT + 1}")

    formats = (*ForumFile.formats, Format("schema_next", schema_next))
    return type("Later", (ForumFile,), {"formats": formats})


def renamed(db: sqlite3.Connection) -> None:
    db.execute("ALTER TABLE origin ADD COLUMN seen TEXT")
    db.execute("UPDATE organization SET sector = 'migrated'")


def failing(db: sqlite3.Connection) -> None:
    renamed(db)
    db.execute("DROP TABLE origin")
    db.execute("INSERT INTO nowhere VALUES (1)")


def cheating(db: sqlite3.Connection) -> None:
    db.execute("CREATE TABLE surplus (x)")
    raise faults.DamagedFileError("What it held is not what was expected.")


def test_an_older_file_is_migrated_after_a_verified_backup(path: Path, tmp_path: Path) -> None:
    later, folder = next_formats(renamed), tmp_path / "backups"
    with ForumFile.open(path) as desk:
        before, content = rows(desk), export_json(desk)
    with later.open(path, folder=folder) as desk:
        assert {o.sector for o in desk.find(Organization)} == {"migrated"}
        assert desk._connection.execute("PRAGMA user_version").fetchone() == (FORMAT + 1,)
        assert len(rows(desk)) == len(before)
        assert list_backups(folder)[0].reason == BEFORE_MIGRATION
        assert desk.problems() == []
    with later.open(path, folder=folder) as desk:
        assert len(list_backups(folder)) == 1
        newest = desk.backup()
        assert newest.number == 2
    with pytest.raises(faults.NewerFormatError):
        ForumFile.open(path)
    oldest = list_backups(folder)[-1]
    assert verify(oldest.path) == []
    restore(oldest.path, path)
    with ForumFile.open(path) as desk:
        assert (rows(desk), export_json(desk)) == (before, content)


@pytest.mark.parametrize("change", [failing, cheating])
def test_a_failing_migration_leaves_the_file_as_it_was(
    path: Path, tmp_path: Path, change: Callable[[sqlite3.Connection], object]
) -> None:
    later, folder = next_formats(change), tmp_path / "backups"
    before = path.read_bytes()
    for read_only in (False, True):
        with pytest.raises(faults.FileError, match="could not be brought to the present format"):
            later.open(path, folder=folder, read_only=read_only)
    assert path.read_bytes() == before
    assert os.listdir(path.parent) == [path.name]
    assert verify(list_backups(folder)[0].path) == []
    with ForumFile.open(path) as desk:
        assert desk.problems() == []


def test_an_older_file_is_read_in_the_present_format_without_being_changed(path: Path) -> None:
    later = next_formats(renamed)
    before = path.read_bytes()
    with later.open(path, read_only=True) as desk:
        assert {o.sector for o in desk.find(Organization)} == {"migrated"}
    assert path.read_bytes() == before


def test_no_migration_without_a_backup(path: Path, tmp_path: Path) -> None:
    (tmp_path / "backups").write_text("no folder can be made here")
    before = path.read_bytes()
    with pytest.raises(faults.StorageFailedError):
        next_formats(renamed).open(path, folder=tmp_path / "backups")
    assert path.read_bytes() == before
    assert os.listdir(path.parent) == [path.name]


def test_a_new_file_has_the_newest_format(tmp_path: Path) -> None:
    path = tmp_path / "new.forum"
    next_formats(renamed).create(path).close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (FORMAT + 1,)
    with next_formats(renamed).open(path) as desk:
        assert desk.problems() == []
