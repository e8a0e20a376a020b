# SPDX-License-Identifier: MIT
"""What every test shares: no screen, real files in ``tmp_path``, nothing logged unasked."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Backups go to the user's data folder: not to that of whoever runs the tests.
os.environ["XDG_DATA_HOME"] = tempfile.mkdtemp(prefix="forumdesk-tests-")

from forumdesk.store.forumfile import ForumFile

REAL_INPUT = Path(os.environ.get("FORUMDESK_DATA", Path(__file__).parents[2] / "shared" / "data"))


def pytest_sessionfinish() -> None:
    shutil.rmtree(os.environ["XDG_DATA_HOME"], ignore_errors=True)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ForumFile]:
    """A new forum file."""
    with ForumFile.create(tmp_path / "test.forum") as file:
        yield file


@pytest.fixture
def real_input() -> Path:
    """The folder of real input kept beside the checkout; tests on it are skipped without it."""
    if not REAL_INPUT.is_dir():
        pytest.skip("no folder of real input beside the checkout")
    return REAL_INPUT
