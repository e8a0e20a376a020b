# SPDX-License-Identifier: MIT
"""A small forum file on disk, and what files of other kinds look like."""

import os
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from forumdesk.domain.people import Organization
from forumdesk.store.forumfile import ForumFile
from tests.store.making import one_of_each


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A forum file with some records of every kind, and some steps to undo and redo."""
    place = tmp_path_factory.mktemp("sample") / "a.forum"
    with ForumFile.create(place) as desk:
        with desk.step("Add"):
            desk.put_all(one_of_each(desk, Random(7)))
        for body in desk.find(Organization):
            with desk.step("Change"):
                desk.put(replace(body, sector="memory"))
        desk.undo()
    return place.read_bytes()


@pytest.fixture
def path(tmp_path: Path, sample: bytes) -> Path:
    """A closed forum file with some records of every kind, alone in its folder."""
    place = tmp_path / "work" / "a.forum"
    place.parent.mkdir()
    place.write_bytes(sample)
    return place


@pytest.fixture
def ordinary_user() -> Iterator[Path]:
    """A folder that an ordinary user owns, who runs this test: for root nothing is read-only."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if os.geteuid() != 0:
            yield folder
            return
        os.chown(folder, 65534, 65534)
        os.seteuid(65534)
        try:
            yield folder
        finally:
            os.seteuid(0)
