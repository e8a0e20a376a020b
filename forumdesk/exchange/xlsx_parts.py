# SPDX-License-Identifier: MIT
"""The parts of an XLSX file, read piece by piece and no larger than any real list.

Sizes are held to limits twice: as the file declares them, and as they come out. XML with a
document type is refused whole: no spreadsheet program writes one, and only an attack needs it.
Links to other files, pictures and macros are parts that nobody asks for here.
"""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from xml.parsers import expat

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.words import N_

MOST_BYTES = 512 << 20  # of one part: a million rows of eight columns
_HARMLESS = 8 << 20  # below it a part may be packed as tightly as it will
_TIGHTEST = 150  # real sheets are packed to a twentieth, rarely to a sixtieth
_PIECE = 1 << 16
_NAME_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")

# What the standard library raises at files that are no ZIP file to the end, or locked.
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError),
    *(RuntimeError, ValueError),  # NotImplementedError is one of the former
)

Attributes = dict[str, str]
Start = Callable[[str, Attributes], None]


class Parts:
    """An opened XLSX file."""

    def __init__(self, data: bytes, file: str) -> None:
        self._file = file
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise self.damaged() from error
        self._names = {
            info.filename.replace("\\", "/").lstrip("/").casefold(): info
            for info in self._zip.infolist()
        }

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._names

    def names(self) -> list[str]:
        """The names of all parts."""
        return list(self._names)

    def pieces(self, name: str) -> Iterator[bytes]:
        """A part as it is unpacked, piece by piece; nothing if there is none."""
        info = self._names.get(name.casefold())
        if info is None:
            return
        self._held(info.file_size, info.compress_size)
        size = 0
        try:
            with self._zip.open(info) as part:
                while piece := part.read(_PIECE):
                    size += len(piece)
                    self._held(size, info.compress_size)
                    yield piece
        except _BROKEN as error:
            raise self.damaged() from error

    def _held(self, size: int, packed: int) -> None:
        if size > MOST_BYTES or (size > _HARMLESS and size > packed * _TIGHTEST):
            raise ForumDeskError(
                N_(
                    "{file} is far larger unpacked than any list of people, which may be an"
                    " attack; nothing was imported."
                ),
                file=self._file,
            )

    def parse(self, name: str, handler: Handler) -> Iterator[None]:
        """Parse a part, giving way after each piece so that what it held can be taken out."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = handler.start
        parser.EndElementHandler = handler.end
        parser.CharacterDataHandler = handler.data
        try:
            for piece in self.pieces(name):
                parser.Parse(piece, False)
                yield
            parser.Parse(b"", True)
        except (expat.ExpatError, LookupError, ValueError) as error:  # or of an odd encoding
            raise self.damaged() from error
        yield

    def read(self, name: str, start: Start) -> None:
        """Parse a small part for its elements alone; nothing if there is none."""
        if name in self:
            for _ in self.parse(name, Handler(start)):
                pass

    def _doctype(self, *_: object) -> None:
        raise ForumDeskError(
            N_(
                "{file}: a spreadsheet that declares a document type may be an attack"
                " and is not read; nothing was imported."
            ),
            file=self._file,
        )

    def damaged(self) -> ForumDeskError:
        """The refusal of a file that can't be read to its end."""
        return ForumDeskError(
            N_("{file} is damaged or has a password; nothing was imported."), file=self._file
        )

    def refused(self, message: str) -> ForumDeskError:
        """A refusal that names the file."""
        return ForumDeskError(message, file=self._file)


class Handler:
    """What is told of the elements of a part; those that matter here are overridden."""

    def __init__(self, start: Start | None = None) -> None:
        self._start = start

    def start(self, tag: str, attributes: Attributes) -> None:
        """An element begins."""
        if self._start is not None:
            self._start(local(tag), attributes)

    def end(self, tag: str) -> None:
        """An element ends."""

    def data(self, text: str) -> None:
        """Text between two elements."""


def local(tag: str) -> str:
    """A name without the prefix of its namespace."""
    return tag.rpartition(":")[2] if ":" in tag else tag


def beside(part: str, target: str) -> str:
    """The name of a part to which another one points."""
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))


def text_of(text: str) -> str:
    """A text without the way in which XLSX writes characters that XML has not."""
    if "_x" not in text:
        return text
    return _NAME_ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
