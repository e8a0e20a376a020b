# SPDX-License-Identifier: MIT
"""A small forum in a real file, made once and copied."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from forumdesk.store.forumfile import ForumFile
from tests.services.small import Small, small_forum


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Small:
    """A small forum in a closed file, not to be changed."""
    path = tmp_path_factory.mktemp("small") / "small.forum"
    with ForumFile.create(path) as desk:
        return small_forum(desk)


@pytest.fixture
def small(made_once: Small, tmp_path: Path) -> Iterator[Small]:
    """A small forum with something of every kind."""
    path = tmp_path / "small.forum"
    shutil.copyfile(made_once.desk.path, path)
    with ForumFile.open(path, folder=tmp_path / "backups") as desk:
        yield replace(made_once, desk=desk)


@pytest.fixture(scope="session")
def template(made_once: Small) -> Path:
    """The file of the small forum, to be copied."""
    return made_once.desk.path
