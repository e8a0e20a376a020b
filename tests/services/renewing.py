# SPDX-License-Identifier: MIT
"""A forum file for many examples: before each of them it is again what it was made from."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from forumdesk.store.forumfile import ForumFile

Renew = Callable[[], ForumFile]


@contextmanager
def renewed(template: Path, path: Path) -> Iterator[Renew]:
    """A copy of a file; whoever asks for it gets it as the template is, whatever was done to it.

    To open a copy for each example takes longer than most that is done to it.
    """
    with (
        ForumFile.open(template, read_only=True) as source,
        ForumFile.open(shutil.copyfile(template, path)) as desk,
    ):
        desk._connection.execute("PRAGMA synchronous = OFF")  # the disk is not what is tested

        def renew() -> ForumFile:
            # An example that failed may have left a step open: the next is not to fail for it.
            desk._connection.rollback()
            desk._depth = 0
            source._connection.backup(desk._connection)
            # A minute between any two steps, so that none is merged with the one before.
            clock = iter(
                datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=n) for n in range(9999)
            )
            desk.now = lambda: next(clock)
            return desk

        yield renew
