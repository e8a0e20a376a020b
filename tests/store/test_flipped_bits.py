# SPDX-License-Identifier: MIT
"""Flipped bits: a file with some opens clean or is reported, and never crashes or hangs."""

from pathlib import Path
from random import Random

import pytest

from forumdesk.domain.desk import ForumDeskError, Problem
from forumdesk.domain.forum import Edition
from forumdesk.store.copies import restore
from forumdesk.store.forumfile import ForumFile
from forumdesk.store.health import verify
from forumdesk.store.queries import dossier
from tests.store.making import everything

SEEDS = 500
ROUNDS = 10


def flipped(content: bytes, rng: Random) -> bytes:
    spoiled = bytearray(content)
    # Half of them where SQLite keeps its own order: a header, or the head of a page.
    for _ in range(rng.randrange(1, 4)):
        at = rng.randrange(len(spoiled))
        if rng.random() < 0.5:
            at = at // 4096 * 4096 + rng.randrange(100)
        spoiled[at] ^= 1 << rng.randrange(8)
    return bytes(spoiled)


def use(path: Path) -> list[Problem]:
    """Read and write all there is; gives what the file says is wrong with it."""
    with ForumFile.open(path) as desk:
        desk._connection.execute("PRAGMA synchronous = OFF")  # the disk is not what is tested
        problems = desk.problems()
        everything(desk)
        for edition in desk.find(Edition):
            dossier(desk, edition.id)
        desk.history()
        while desk.redo():
            pass
        while desk.undo():
            pass
        return problems


@pytest.mark.parametrize("seed", range(0, SEEDS, SEEDS // ROUNDS))
def test_flipped_bits_are_survived_or_said(tmp_path: Path, sample: bytes, seed: int) -> None:
    path = tmp_path / "a.forum"
    said = 0
    for number in range(seed, seed + SEEDS // ROUNDS):
        path.write_bytes(flipped(sample, Random(number)))
        try:
            said += bool(use(path))
        except ForumDeskError:
            said += 1
        path.unlink()
    assert said > 0


def test_a_file_with_flipped_bits_is_kept_aside_when_a_backup_is_restored(
    path: Path, tmp_path: Path
) -> None:
    with ForumFile.open(path, folder=tmp_path / "backups") as desk:
        backup = desk.backup()
        before = everything(desk)
    spoiled = bytearray(path.read_bytes())
    spoiled[4096:8192] = spoiled[4096:8192][::-1]
    path.write_bytes(spoiled)
    assert verify(path) != []
    with pytest.raises(ForumDeskError):
        ForumFile.open(path)
    aside = restore(backup.path, path)
    assert aside is not None
    assert aside.read_bytes() == bytes(spoiled)
    with ForumFile.open(path) as desk:
        assert everything(desk) == before
