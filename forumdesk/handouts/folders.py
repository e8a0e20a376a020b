# SPDX-License-Identifier: MIT
"""Many files into a folder of their own: all of them or none."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Mapping
from pathlib import Path

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.words import N_


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files by name into a new folder, or an empty one.

    They are written beside its place and moved there together; on any failure, Ctrl-C included,
    nothing is left. Raises ``ForumDeskError`` for a folder with something in it, and if the file
    system refuses.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ForumDeskError(
            N_("There is something in “{path}” already; nothing was written."), path=str(folder)
        )
    temporary = folder.parent / f".forumdesk-{secrets.token_hex(8)}.part"
    try:
        temporary.mkdir()
        for name, data in files.items():
            (temporary / name).write_bytes(data)
        if folder.is_dir():
            folder.rmdir()
        os.replace(temporary, folder)
    except OSError as error:
        shutil.rmtree(temporary, ignore_errors=True)
        raise ForumDeskError(
            N_("“{path}” could not be written: {reason}. Nothing was changed."),
            path=str(folder),
            reason=error.strerror or str(error),
        ) from error
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        raise
