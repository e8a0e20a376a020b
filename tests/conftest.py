# SPDX-License-Identifier: MIT
"""What every test shares: no screen, real files in ``tmp_path``, nothing logged unasked."""

import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from forumdesk.domain.garbage import look_for_garbage
from forumdesk.services.sample import read_sample, write_sample
from forumdesk.store.forumfile import ForumFile

# How long an example takes says something of the machine alone.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# A step waits for the disk until it is safe there, which takes longer than all else in most tests.
# Files in memory wait for nothing. Some systems have little of it, or let no script run from it.
MEMORY = Path("/dev/shm")
ROOM = 1 << 30
if "TMPDIR" not in os.environ and os.access(MEMORY, os.W_OK):
    found = os.statvfs(MEMORY)
    if found.f_bavail * found.f_frsize > ROOM and not found.f_flag & os.ST_NOEXEC:
        os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)

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


def pytest_collection_finish() -> None:
    """What was collected stays to the end: to look through it again and again is no use.

    From then on garbage is looked for between tests alone, as in the program: never on a thread
    beside that of the windows.
    """
    gc.collect()
    gc.freeze()
    gc.disable()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    look_for_garbage()


def pytest_sessionfinish() -> None:
    shutil.rmtree(HOME, ignore_errors=True)


@pytest.fixture(scope="session")
def new_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new forum file, closed, to be copied: making one takes ten times as long as opening it."""
    path = tmp_path_factory.mktemp("new") / "new.forum"
    ForumFile.create(path).close()
    return path


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the sample forum, closed: to be copied, or opened for reading only."""
    path = tmp_path_factory.mktemp("sample") / "sample.forum"
    with ForumFile.create(path) as file:
        for _ in write_sample(file, read_sample()):
            pass
    return path


@pytest.fixture
def desk(new_file: Path, tmp_path: Path) -> Iterator[ForumFile]:
    """A new forum file."""
    with ForumFile.open(shutil.copyfile(new_file, tmp_path / "test.forum")) as file:
        yield file


@pytest.fixture
def sample_desk(sample_file: Path, tmp_path: Path) -> Iterator[ForumFile]:
    """The sample forum in a file of the test's own."""
    with ForumFile.open(shutil.copyfile(sample_file, tmp_path / "sample.forum")) as file:
        yield file


@pytest.fixture
def real_input() -> Path:
    """The folder of real input kept beside the checkout; tests on it are skipped without it."""
    if not REAL_INPUT.is_dir():
        pytest.skip("no folder of real input beside the checkout")
    return REAL_INPUT
