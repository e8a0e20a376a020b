# SPDX-License-Identifier: MIT
"""What to offer when a file can't be opened as usual."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.values import frozen
from forumdesk.domain.words import Words
from forumdesk.store.backups import folder_of, list_backups
from forumdesk.store.faults import DamagedFileError, FileInUseError
from forumdesk.store.lock import holder_of
from forumdesk.ui.messages import Banner


@frozen
class Ways:
    """What can be done instead: each is given the path."""

    read: Callable[[Path], object]
    take_over: Callable[[Path], object]
    backups: Callable[[Path], object]


def trouble(path: Path, error: ForumDeskError, ways: Ways, words: Words) -> Banner:
    """Why a file could not be opened, with what can be done about it."""
    offers: list[tuple[str, Callable[[], object]]] = []
    if isinstance(error, FileInUseError):
        offers.append((words("Open for reading only"), lambda: ways.read(path)))
        holder = holder_of(path)
        if holder is not None and not holder.is_here:
            offers.append((words("Open anyway"), lambda: ways.take_over(path)))
    if isinstance(error, DamagedFileError) and list_backups(folder_of(path)):
        offers.append((words("Show its backups…"), lambda: ways.backups(path)))
    return Banner("opening", error.said(words), "danger", tuple(offers))
