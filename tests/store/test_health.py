# SPDX-License-Identifier: MIT
"""The health report: each thing that can be wrong is found, and said where it is."""

import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.forum import Edition
from forumdesk.domain.people import Organization, Person
from forumdesk.domain.wording import Text
from forumdesk.store import faults
from forumdesk.store.backups import holding, list_backups
from forumdesk.store.copies import restore
from forumdesk.store.forumfile import ForumFile
from forumdesk.store.gate import journal_of
from forumdesk.store.health import verify
from forumdesk.store.lock import side_file
from forumdesk.store.queries import dossier


def spoil(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for statement in statements:
            connection.execute(statement)


FIRST = "id = (SELECT min(id) FROM organization)"
WRONG = {
    "no JSON": (f"UPDATE organization SET name = '{{x}}' WHERE {FIRST}", "file-unreadable"),
    "no kind": (f"UPDATE organization SET kind = 'club' WHERE {FIRST}", "file-damaged"),
    "no day": ("UPDATE edition SET first_day = 'June'", "file-unreadable"),
    "search": (f"UPDATE organization SET search = 'x' WHERE {FIRST}", "file-search"),
    "dangling": ("UPDATE series_host SET series = 'nowhere'", "file-dangling"),
    "journal": ("UPDATE journal_change SET images = '[}]'", "file-damaged"),
    "journal images": ("UPDATE journal_change SET images = '[]'", "file-damaged"),
    "journal table": ("UPDATE journal_change SET table_name = 'x'", "file-damaged"),
    "journal step": ("UPDATE journal_step SET details = '{x}'", "file-damaged"),
    "journal time": ("UPDATE journal_step SET at = 'now'", "file-damaged"),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_is_found(path: Path, what: str) -> None:
    statement, kind = WRONG[what]
    assert verify(path) == []
    spoil(path, statement)
    before = path.read_bytes()
    assert kind in [problem.kind for problem in verify(path)]
    assert path.read_bytes() == before


def test_a_record_that_can_not_be_read_is_named(path: Path) -> None:
    spoil(path, WRONG["no JSON"][0].replace(FIRST, "1"))
    with pytest.raises(faults.DamagedFileError, match=r"organization [0-9a-f-]+: name"):
        find_all(path)
    found = [p for p in verify(path) if p.kind == "file-unreadable"]
    assert {(p.subject.kind, len(p.subject.id)) for p in found} == {("organization", 36)}


def find_all(path: Path) -> None:
    with ForumFile.open(path) as desk:
        desk.find(Organization)


@pytest.mark.parametrize("what", ["journal", "journal images", "journal table", "journal step"])
def test_a_damaged_journal_is_said_and_nothing_is_undone(path: Path, what: str) -> None:
    spoil(path, WRONG[what][0])
    with ForumFile.open(path) as desk:
        before = desk.find(Organization)
        for _ in range(2):
            with pytest.raises(faults.DamagedFileError):
                desk.undo()
        assert desk.find(Organization) == before


def test_a_journal_that_does_not_fit_the_content_is_said(path: Path) -> None:
    with ForumFile.open(path) as desk:
        body = Organization("gone", Text.of(en="One"))
        with desk.step("Add"):
            desk.put(body)
        with desk.step("Change"):
            desk.put(replace(body, country="KR"))
        desk._connection.execute("DELETE FROM organization WHERE id = 'gone'")
        before = desk.find(Organization)
        with pytest.raises(faults.DamagedFileError):
            desk.undo()
        assert desk.find(Organization) == before
        desk._connection.execute("DELETE FROM journal_change WHERE images IS NOT NULL")
        desk.undo()
        with pytest.raises(faults.DamagedFileError):
            desk.undo()


def test_a_symbolic_link_is_followed(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.forum"
    link.symlink_to(path)
    with ForumFile.open(link) as desk:
        assert side_file(path).exists()
        backup = desk.backup()
        with pytest.raises(faults.FileInUseError):
            ForumFile.open(path)
    assert verify(link) == []
    restore(backup.path, link)
    assert link.is_symlink()
    assert verify(path) == []


def test_a_copy_is_restored_like_a_backup(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.forum"
    with ForumFile.open(path) as desk:
        desk.save_copy(copy)
        with pytest.raises(faults.FileInUseError):
            restore(path, tmp_path / "b.forum")
    restore(copy, path)
    assert verify(path) == []
    (tmp_path / "a.txt").write_text("a text")
    with pytest.raises(faults.NotAForumFileError):
        restore(tmp_path / "a.txt", path)
    spoil(copy, WRONG["dangling"][0])
    with pytest.raises(faults.DamagedFileError):
        restore(copy, path)
    assert not journal_of(path).exists()
    assert verify(path) == []


def test_backups_that_still_hold_somebody_are_named(path: Path, tmp_path: Path) -> None:
    with ForumFile.open(path, folder=tmp_path / "backups") as desk:
        desk.backup()
        person = replace(desk.find(Person)[0], id=desk.new_id(), photo=None)
        with desk.step("Add"):
            desk.put(person)
        desk.backup()
        with desk.step("Erase"):
            desk.remove(Person, person.id)
        desk.forget_history()
        desk.backup()
        assert [b.number for b in list_backups(desk.backups)] == [3, 2, 1]
        assert [b.number for b in holding(desk.backups, [person.id])] == [2]


def test_a_dossier_holds_an_edition_and_nothing_of_another(path: Path) -> None:
    with ForumFile.open(path) as desk:
        one, other = desk.find(Edition)
        found = dossier(desk, one.id)
        assert found.edition == one
        assert {s.edition for s in found.sessions} <= {one.id}
        sessions = {s.id for s in found.sessions}
        assert {p.session for p in found.parts} <= sessions
        agreements = {a.id for a in found.agreements}
        assert [a.number for a in found.aims] == sorted(a.number for a in found.aims)
        assert {a.agreement for a in found.aims} <= agreements
        assert found.organizations == tuple(desk.find(Organization))
        persons = {p.person for p in found.participations} | {
            o.person for o in found.commitment_owners
        }
        assert {p.id for p in found.people} == persons - {None}
        assert dossier(desk, other.id).edition == other
        with pytest.raises(ForumDeskError, match="no edition"):
            dossier(desk, "nothing")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    try:
        subprocess.run(mount, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("only root may mount a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_disk_that_fills_up_loses_nothing_and_works_again(
    small_disk: Path, sample: bytes
) -> None:
    path = small_disk / "a.forum"
    path.write_bytes(sample)
    with ForumFile.open(path, folder=small_disk / "backups") as desk:
        before = desk.find(Organization)
        history = desk.history()
        ballast = small_disk / "ballast"
        with ballast.open("wb", buffering=0) as file, suppress(OSError):
            while file.write(bytes(4096)):
                pass
        with pytest.raises(faults.StorageFullError, match="no space left"), desk.step("Add"):
            desk.put_all(Organization(desk.new_id(), Text.of(en="x" * 500)) for _ in range(99))
        for work in (desk.backup, lambda: desk.save_copy(small_disk / "copy.forum")):
            with pytest.raises(faults.FileError):
                work()
        with pytest.raises(faults.FileError):
            ForumFile.create(small_disk / "b.forum")
        assert desk.find(Organization) == before
        assert desk.history() == history
        ballast.unlink()
        with desk.step("Add"):
            desk.put(Organization(desk.new_id(), Text.of(en="One")))
        assert desk.problems() == []
    left = {p.name for p in small_disk.iterdir()} - {"backups"}
    assert left == {"a.forum"}
