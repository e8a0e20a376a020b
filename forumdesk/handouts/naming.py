# SPDX-License-Identifier: MIT
"""Names of exported files, and writing them whole or not at all."""

from __future__ import annotations

import os
import re
import secrets
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.wording import clean
from forumdesk.domain.words import N_

MOST_BYTES = 120
"""Length of a name in UTF-8, without ending: file systems take 255, synced folders less."""
# Not allowed on Windows, or with a meaning in a shell or a path.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_BLANKS = re.compile(r"\s+")
# Names of devices on Windows, with any ending.
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\..*)?")


def file_name(*parts: str, ending: str, otherwise: str = "forum") -> str:
    """A file name from words such as titles: ``제1회 한미 반도체 포럼 - program.pdf``.

    Fit for Linux, macOS and Windows: no separators, devices, reserved characters, leading dots
    or trailing dots and blanks, at most ``MOST_BYTES`` bytes before the ending. Hangul and
    accents stay. Words that leave nothing give ``otherwise``.
    """
    tidy = [word for word in map(_tidy, parts) if word]
    stem = _shortened(tidy) or otherwise
    return f"{_not_a_device(stem)}.{ending}"


def free_name(folder: Path, name: str) -> Path:
    """A path of this name in a folder at which nothing lies yet: ``program (2).pdf``."""
    path = folder / name
    number = 2
    while os.path.lexists(path):
        path = folder / f"{Path(name).stem} ({number}){Path(name).suffix}"
        number += 1
    return path


@contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """A file to write that comes to stand at ``path`` only when it is complete and on the disk.

    Written beside its place and moved there; on any failure, Ctrl-C included, the temporary file
    is gone and what lay at ``path`` is untouched. Raises ``ForumDeskError`` if the file system
    refuses.
    """
    temporary = path.with_name(f".forumdesk-{secrets.token_hex(8)}.part")
    try:
        with temporary.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            temporary.chmod(path.stat().st_mode & 0o777)
        temporary.replace(path)
    except OSError as error:
        _remove(temporary)
        raise _refused(path, error) from error
    except BaseException:
        _remove(temporary)
        raise
    _sync_folder(path.parent)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; raises like ``written_whole``."""
    with written_whole(path) as file:
        file.write(data)


def write_into(path: Path, data: bytes) -> None:
    """Write into a device or a pipe, which is never replaced; raises like ``written_whole``."""
    try:
        path.write_bytes(data)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _refused(path, error) from error


def _tidy(word: str) -> str:
    plain = _FORBIDDEN.sub(" ", clean(word))
    return _BLANKS.sub(" ", plain).strip(" .")


def _shortened(words: list[str]) -> str:
    """The words joined; a first one that is too long gives way to those after it."""
    if not words:
        return ""
    tail = _cut("".join(f" - {word}" for word in words[1:]), MOST_BYTES // 2)
    return _cut(words[0], MOST_BYTES - len(tail.encode())) + tail


def _cut(text: str, most: int) -> str:
    """As many whole characters as fit into so many bytes, none without its marks."""
    data = text.encode()
    if len(data) <= most:
        return text
    shorter = data[:most].decode(errors="ignore")
    while shorter and unicodedata.combining(text[len(shorter)]):
        shorter = shorter[:-1]
    return shorter.rstrip(" .")


def _not_a_device(stem: str) -> str:
    return f"_{stem}" if _DEVICES.fullmatch(stem) else stem


def _remove(temporary: Path) -> None:
    with suppress(OSError):
        temporary.unlink(missing_ok=True)


def _refused(path: Path, error: OSError) -> ForumDeskError:
    return ForumDeskError(
        N_("“{path}” could not be written: {reason}. Nothing was changed."),
        path=str(path),
        reason=error.strerror or str(error),
    )


def _sync_folder(folder: Path) -> None:
    """Make the move itself last; not every file system can, and none needs to."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
