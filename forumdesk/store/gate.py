# SPDX-License-Identifier: MIT
"""what a file is, told from its first hundred bytes, before SQLite touches it.

The header is that of https://www.sqlite.org/fileformat.html#the_database_header.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Sequence
from pathlib import Path

from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_, Phrase
from forumdesk.store.faults import (
    DamagedFileError,
    FileMissingError,
    NewerFormatError,
    NotAForumFileError,
    damaged,
    told,
)
from forumdesk.store.migrations import APPLICATION_ID, FORMAT

MAGIC = b"SQLite format 3\0"
_HEADER = 100  # bytes
_LONGEST_PATH = 500  # bytes; SQLite's unix layer takes 512, with "-journal" behind the name
_LONGEST_NAME = 246  # bytes; the systems take 255, with "-journal" behind the name
_SIGNATURES: Sequence[tuple[bytes, str]] = (
    (b"PK\x03\x04", N_("an Office document or a ZIP archive")),
    (b"%PDF", N_("a PDF document")),
    (b"\xd0\xcf\x11\xe0", N_("an older Office or HWP document")),
    (b"\x89PNG", N_("a picture")),
    (b"\xff\xd8\xff", N_("a picture")),
)


@frozen
class Header:
    """What the first hundred bytes say: bytes in a page, pages in the file, whose, which format."""

    page_size: int
    pages: int
    user_version: int
    application_id: int

    @classmethod
    def of(cls, head: bytes) -> Header:
        """The header in the first hundred bytes of a database."""
        (size,) = struct.unpack_from(">H", head, 16)
        pages, user, application = (struct.unpack_from(">I", head, at)[0] for at in (28, 60, 68))
        return cls(65536 if size == 1 else size, pages, user, application)


def examine(path: Path, newest: int = FORMAT) -> Header:
    """The header of a forum file this program can open; raises a ``FileError`` that says why not.

    Only reads. Must not be called for a file that this process has open: closing a second
    handle drops the first one's locks (POSIX).
    """
    head, size = _head(path)
    if size == 0:
        raise DamagedFileError(
            N_("{path} is empty: there is nothing in it. A backup can be restored."),
            path=str(path),
        )
    if not head.startswith(MAGIC):
        raise _something_else(path, head)
    if size < _HEADER:
        raise _cut_off(path)
    header = Header.of(head)
    _whose(path, header, newest)
    if not _sound(header.page_size):
        raise damaged(path, "page size")
    # A hot journal puts back the size; without one the pages must all be there.
    if size < header.pages * header.page_size and not hot_journal(path):
        raise _cut_off(path)
    return header


def check_length(path: Path) -> None:
    """Raise a ``FileError`` for a path or a name that is too long to be worked with."""
    if len(bytes(path.absolute())) > _LONGEST_PATH or len(os.fsencode(path.name)) > _LONGEST_NAME:
        raise FileMissingError(
            N_("The path {path} is too long. Use a shorter name or a folder with a shorter path."),
            path=str(path),
        )


def _head(path: Path) -> tuple[bytes, int]:
    check_length(path)
    if path.is_dir():
        raise NotAForumFileError(N_("{path} is a folder, not a forum file."), path=str(path))
    if not path.exists():
        raise FileMissingError(N_("There is no file {path}."), path=str(path))
    with told(path), path.open("rb") as file:
        return file.read(_HEADER), path.stat().st_size


def _something_else(path: Path, head: bytes) -> Exception:
    if not head.strip(b"\0"):
        return damaged(path, "only zeros")
    if MAGIC.startswith(head):
        return _cut_off(path)
    what = next((name for sign, name in _SIGNATURES if head.startswith(sign)), None)
    if what is None:
        what = N_("a text") if _is_text(head) else N_("some other kind of file")
    return NotAForumFileError(
        N_("{path} is not a forum file but {what}. Nothing was changed."),
        path=str(path),
        what=Phrase.of(what),
    )


def _is_text(head: bytes) -> bool:
    # A character cut in two at the end of what was read is no reason to doubt.
    return b"\0" not in head and "\ufffd" not in head.decode("utf-8", "replace")[:-3]


def _whose(path: Path, header: Header, newest: int) -> None:
    if header.application_id != APPLICATION_ID:
        raise NotAForumFileError(
            N_("{path} is another program's database, not a forum file. Nothing was changed."),
            path=str(path),
        )
    if header.user_version > newest:
        raise newer(path)
    if header.user_version < 1:
        raise damaged(path, "user_version")


def newer(path: Path) -> NewerFormatError:
    """The error for a file of a later format than this program knows."""
    return NewerFormatError(
        N_(
            "{path} was made by a newer version of ForumDesk. "
            "Nothing was changed; open it with that version."
        ),
        path=str(path),
    )


def _cut_off(path: Path) -> DamagedFileError:
    return DamagedFileError(
        N_(
            "{path} is cut off: a part of it is missing. "
            "Nothing was changed; a backup can be restored."
        ),
        path=str(path),
    )


def _sound(page_size: int) -> bool:
    return 512 <= page_size <= 65536 and page_size & (page_size - 1) == 0


def journal_of(path: Path) -> Path:
    """Where SQLite keeps what it needs to take back an unfinished change."""
    return path.with_name(path.name + "-journal")


def hot_journal(path: Path) -> bool:
    """Whether an unfinished change has to be taken back: the journal has a head that is not 0."""
    journal = journal_of(path)
    if not journal.exists():
        return False
    with told(journal), journal.open("rb") as file:
        return file.read(1) not in (b"", b"\0")


def cold_journal(path: Path) -> tuple[int, ...] | None:
    """What tells a journal apart that has nothing to take back; ``None`` if there is no such."""
    if hot_journal(path):
        return None
    try:
        found = os.stat(journal_of(path))
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns
