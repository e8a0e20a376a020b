# SPDX-License-Identifier: MIT
"""What every test shares: no screen, real files in ``tmp_path``, nothing logged unasked."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from forumdesk.store.forumfile import ForumFile

# How long an example takes says something of the machine alone.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# Nobody's settings, backups, logs and documents are read or touched: every run, and every worker
# of it, has a home of its own. Nor does it matter which language or look the desktop has.
HOME = Path(tempfile.mkdtemp(prefix="forumdesk-tests-"))
for name in [*os.environ]:
    if name.startswith(("FORUMDESK_LANG", "QT_", "XDG_", "LC_")) or name in ("LANG", "LANGUAGE"):
        del os.environ[name]
os.environ |= {
    "QT_QPA_PLATFORM": "offscreen",
    "HOME": str(HOME),
    "USERPROFILE": str(HOME),
    "FORUMDESK_LANGUAGE": "en",
    "LANG": "C.UTF-8",
    **{
        f"XDG_{kind}_HOME": str(HOME / kind.lower())
        for kind in ("CONFIG", "DATA", "STATE", "CACHE")
    },
}

REAL_INPUT = Path(os.environ.get("FORUMDESK_DATA", Path(__file__).parents[2] / "shared" / "data"))


def pytest_sessionfinish() -> None:
    shutil.rmtree(HOME, ignore_errors=True)


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
