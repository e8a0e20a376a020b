# SPDX-License-Identifier: MIT
"""What is refused at the gates, each in a sentence of its own, and left as it was."""

import os
import shutil
import signal
import sqlite3
import unicodedata
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.people import Organization
from forumdesk.domain.wording import Text
from forumdesk.store import faults
from forumdesk.store.connection import patience
from forumdesk.store.forumfile import ForumFile
from forumdesk.store.health import verify

Spoil = Callable[[Path], object]


def sql(*statements: str) -> Spoil:
    def run(path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            for statement in statements:
                connection.execute(statement)

    return run


def zipped(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "x")


def foreign(path: Path) -> None:
    path.unlink()
    sql("CREATE TABLE organization (id, name)", "PRAGMA user_version = 1")(path)


def cut(size: int) -> Spoil:
    return lambda path: os.truncate(path, size)


def written(content: bytes) -> Spoil:
    return lambda path: path.write_bytes(content)


def patched(at: int, content: bytes) -> Spoil:
    def patch(path: Path) -> None:
        with path.open("r+b") as file:
            file.seek(at)
            file.write(content)

    return patch


ENDLESS = (
    "CREATE VIEW session_list AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
    " SELECT count(*) FROM n"
)
GENERATED = "ALTER TABLE room ADD COLUMN wide TEXT GENERATED ALWAYS AS (name || name) VIRTUAL"
CHEAT = (
    "PRAGMA writable_schema = ON",
    "UPDATE sqlite_schema SET sql = replace(sql, 'capacity INTEGER',"
    " 'capacity INTEGER DEFAULT (random())') WHERE name = 'room'",
)
REFUSED: dict[str, tuple[Spoil, type[faults.FileError], str]] = {
    "empty": (cut(0), faults.DamagedFileError, "is empty"),
    "cut off": (cut(9000), faults.DamagedFileError, "cut off"),
    "one page": (cut(4096), faults.DamagedFileError, "cut off"),
    "half a header": (cut(60), faults.DamagedFileError, "cut off"),
    "a few bytes": (cut(7), faults.DamagedFileError, "cut off"),
    "zeros": (written(bytes(5000)), faults.DamagedFileError, "only zeros"),
    "text": (written("일정표\n".encode() * 99), faults.NotAForumFileError, "but a text"),
    "random": (written(bytes(range(255, 0, -1)) * 40), faults.NotAForumFileError, "some other"),
    "zip": (zipped, faults.NotAForumFileError, "an Office document or a ZIP"),
    "pdf": (written(b"%PDF-1.7\n..."), faults.NotAForumFileError, "a PDF document"),
    "hwp": (written(b"\xd0\xcf\x11\xe0\xa1\xb1"), faults.NotAForumFileError, "older Office or HWP"),
    "foreign": (foreign, faults.NotAForumFileError, "another program's database"),
    "other application": (
        sql("PRAGMA application_id = 252006674"),
        faults.NotAForumFileError,
        "another program's database",
    ),
    "newer": (sql("PRAGMA user_version = 99"), faults.NewerFormatError, "a newer version"),
    "unknown migration": (
        sql(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('forumdesk', 'schema_99', '2030-01-01')"
        ),
        faults.NewerFormatError,
        "a newer version",
    ),
    "no migration": (sql("DELETE FROM _sqlite_migrations"), faults.DamagedFileError, "_sqlite_m"),
    "format 0": (sql("PRAGMA user_version = 0"), faults.DamagedFileError, "user_version"),
    "page size": (patched(16, b"\x03\x01"), faults.DamagedFileError, "page size"),
    "middle overwritten": (patched(8192, b"\xff" * 20000), faults.DamagedFileError, "damaged"),
    "trigger": (
        sql("CREATE TRIGGER spy AFTER INSERT ON person BEGIN DELETE FROM person; END"),
        faults.ForeignContentError,
        "did not put there",
    ),
    "endless view": (sql(ENDLESS), faults.ForeignContentError, "view session_list"),
    "view for a table": (
        sql("DROP TABLE origin", "CREATE VIEW origin AS SELECT * FROM person"),
        faults.ForeignContentError,
        "view origin",
    ),
    "generated column": (sql(GENERATED), faults.ForeignContentError, "table room"),
    "changed default": (sql(*CHEAT), faults.ForeignContentError, "table room"),
    "trigger on the library's table": (
        sql("CREATE TRIGGER spy AFTER INSERT ON _sqlite_migrations BEGIN SELECT 1; END"),
        faults.ForeignContentError,
        "trigger spy",
    ),
    "table too many": (sql("CREATE TABLE x (y)"), faults.ForeignContentError, "table x"),
    "table too few": (sql("DROP TABLE origin"), faults.DamagedFileError, "origin"),
}


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("what", REFUSED)
def test_what_is_not_ours_is_refused_and_left_as_it_was(
    path: Path, what: str, read_only: bool
) -> None:
    spoil, kind, words = REFUSED[what]
    spoil(path)
    before = path.read_bytes()
    with pytest.raises(kind, match=words) as caught:
        ForumFile.open(path, read_only=read_only)
    assert type(caught.value) is kind
    assert str(path) in str(caught.value)
    assert path.read_bytes() == before
    assert os.listdir(path.parent) == [path.name]


@pytest.mark.parametrize("what", REFUSED)
def test_the_health_report_says_what_would_be_refused(path: Path, what: str) -> None:
    spoil, kind, words = REFUSED[what]
    spoil(path)
    if kind in (faults.NotAForumFileError, faults.NewerFormatError):
        with pytest.raises(kind, match=words):
            verify(path)
    else:
        assert [problem.kind for problem in verify(path)] == ["file-damaged"]
    assert os.listdir(path.parent) == [path.name]


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(faults.FileMissingError, match="no file"):
        ForumFile.open(tmp_path / "a.forum")
    with pytest.raises(faults.NotAForumFileError, match="a folder"):
        ForumFile.open(tmp_path)
    with pytest.raises(faults.FileMissingError, match="too long"):
        ForumFile.open(tmp_path.joinpath(*("x" * 100 for _ in range(6)), "a.forum"))
    assert os.listdir(tmp_path) == []


def test_nothing_is_made_where_something_is_or_nothing_can_be(tmp_path: Path) -> None:
    taken = tmp_path / "a.forum"
    taken.write_bytes(b"mine")
    with pytest.raises(ForumDeskError, match="exists already"):
        ForumFile.create(taken)
    with pytest.raises(faults.StorageFailedError, match="No such file or directory"):
        ForumFile.create(tmp_path / "nowhere" / "a.forum")
    with pytest.raises(faults.FileMissingError, match="too long"):
        ForumFile.create(tmp_path / ("n" * 250))
    assert taken.read_bytes() == b"mine"
    assert os.listdir(tmp_path) == ["a.forum"]


@pytest.mark.parametrize(
    "name",
    [
        "반도체 포럼 제3회.forum",
        unicodedata.normalize("NFD", "반도체 포럼.forum"),
        "🙂 forum.forum",
        "100% #1? a&b=c;d'e\"f.forum",
        " leading and trailing .forum ",
        "file:a.forum?mode=ro",
        "n" * 230 + ".forum",
        "한" * 75 + ".forum",
    ],
)
def test_strange_names_open(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a b" / name
    path.parent.mkdir()
    with ForumFile.create(path) as desk, desk.step("Add"):
        desk.put(Organization("1", Text.of(en="One")))
    assert os.listdir(path.parent) == [name]
    with ForumFile.open(path) as desk:
        assert desk.count(Organization) == 1
        desk.save_copy(path.with_name("copy"))
    with ForumFile.open(path, read_only=True) as desk:
        assert desk.count(Organization) == 1
    assert sorted(os.listdir(path.parent)) == sorted([name, "copy"])


def test_a_name_of_bytes_that_are_no_text_opens(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.forum")
    try:
        ForumFile.create(path).close()
    except faults.StorageFailedError:
        pytest.skip("this file system takes no such names")
    with ForumFile.open(path) as desk:
        assert desk.problems() == []


def test_a_file_left_in_wal_mode_opens_and_is_brought_back(path: Path) -> None:
    sql("PRAGMA journal_mode = WAL", "UPDATE organization SET sector = 'wal'")(path)
    with ForumFile.open(path) as desk:
        assert {o.sector for o in desk.find(Organization)} == {"wal"}
        assert not any(name.endswith(("-wal", "-shm")) for name in os.listdir(path.parent))
    assert os.listdir(path.parent) == [path.name]
    assert path.read_bytes()[18:20] == b"\x01\x01"


def test_statistics_of_another_tool_are_no_reason_to_refuse(path: Path) -> None:
    sql("ANALYZE")(path)
    with ForumFile.open(path) as desk:
        assert desk.problems() == []


def test_a_connection_is_as_careful_as_it_should_be(desk: ForumFile) -> None:
    connection = desk._connection
    pragmas = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in (
            *("foreign_keys", "trusted_schema", "cell_size_check", "journal_mode"),
            *("synchronous", "secure_delete", "locking_mode", "application_id", "user_version"),
        )
    }
    assert pragmas == {
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "journal_mode": "delete",
        "synchronous": 2,
        "secure_delete": 1,
        "locking_mode": "exclusive",
        "application_id": 0x466F7244,
        "user_version": 5,
    }
    with pytest.raises(sqlite3.OperationalError, match="too many attached"):
        connection.execute("ATTACH ':memory:' AS other")


def test_opening_and_closing_changes_no_byte(path: Path) -> None:
    before = path.read_bytes()
    for read_only in (False, True):
        with ForumFile.open(path, read_only=read_only) as desk:
            assert desk.problems() == []
            desk.history()
    assert path.read_bytes() == before
    assert os.listdir(path.parent) == [path.name]


def test_a_copy_of_a_file_is_a_forum_file(path: Path, tmp_path: Path) -> None:
    shutil.copy(path, tmp_path / "b.forum")
    with ForumFile.open(path) as one, ForumFile.open(tmp_path / "b.forum") as other:
        assert one.find(Organization) == other.find(Organization)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="timers of POSIX")
def test_ctrl_c_during_a_check_is_no_damage(path: Path) -> None:
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"
    with closing(sqlite3.connect(path)) as connection:
        before = signal.signal(signal.SIGALRM, signal.default_int_handler)
        try:
            signal.setitimer(signal.ITIMER_REAL, 0.05)
            with pytest.raises(KeyboardInterrupt), patience(connection, 60.0):
                connection.execute(endless).fetchall()
        finally:
            signal.signal(signal.SIGALRM, before)
        with (
            pytest.raises(sqlite3.OperationalError, match="interrupted"),
            patience(connection, 0.1),
        ):
            connection.execute(endless).fetchall()
