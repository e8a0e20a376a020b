# SPDX-License-Identifier: MIT
"""What is in a file that the user chose."""

from __future__ import annotations

from pathlib import Path

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.words import N_


def content_of(path: Path) -> bytes:
    """A file's bytes; raises ``ForumDeskError`` where it can't be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise ForumDeskError(
            N_("{path} can't be read: {why}. Nothing was changed."),
            path=str(path),
            why=error.strerror or "",
        ) from error
