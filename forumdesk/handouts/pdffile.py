# SPDX-License-Identifier: MIT
"""Writing a document's objects to a file: small ones packed together and compressed.

Object streams and a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8): a structure tree of
twenty thousand elements takes a tenth of the room, and a fraction of the time, that it takes as
objects of their own.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from array import array
from dataclasses import dataclass
from io import BytesIO
from itertools import islice

from reportlab.pdfbase import pdfdoc

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_EFFORT = 5  # of packing: more takes near twice the time, for a fortieth of the room
_PACK = 250  # objects to a stream
_FREE, WRITTEN, PACKED = range(3)  # kinds of places: the first of a number that no object has
_MORE = 1024  # numbers for which room is made at once
_NEVER = 65535  # what stands for the index of a free number: it is never given again
PLACE = struct.Struct(">BLH")


@dataclass(eq=False, slots=True)
class Raw:
    """An object written as it stands; its content may be given later."""

    content: str = ""


class Raws:
    """The objects of a document that are written as they stand, by number.

    One that is given with ``put`` is packed at once: there are a million of them in a long list.
    """

    def __init__(self, document: pdfdoc.PDFDocument) -> None:
        self._document = document
        self._writer = FileWriter()
        self._open: dict[int, Raw] = {}

    def add(self) -> tuple[Raw, str]:
        """A new object, and the reference to it as it is written."""
        number, raw = self.reserve(), Raw()
        self._open[number] = raw
        return raw, f"{number} 0 R"

    def reserve(self) -> int:
        """The number of a new object that is given with ``put``."""
        number: int = self._document.objectcounter + 1
        self._document.objectcounter = number
        return number

    def put(self, number: int, body: str) -> None:
        """Give an object, in ASCII."""
        self._writer.add_small(number, body)

    def file(self) -> FileWriter:
        """What all of these have been written to."""
        for number, raw in self._open.items():
            self._writer.add_small(number, raw.content)
        self._open.clear()
        return self._writer


def reference(document: pdfdoc.PDFDocument, name: str) -> str:
    """The reference to a named object."""
    number, generation = document.idToObjectNumberAndVersion[name]
    return f"{number} {generation} R"


def text_string(text: str) -> str:
    """A text as PDF: UTF-16 with a mark in front, in hex."""
    return f"<feff{sound(text).encode('utf-16-be').hex()}>"


def sound(text: str) -> str:
    """A text in which nothing is half a character: those become the mark for what is unknown."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def file_of(document: pdfdoc.PDFDocument, raws: Raws) -> bytes:
    """The whole file. Objects that come up while others are written are written, too."""
    root = document.Reference(document.Catalog).format(document).decode()
    info = document.Reference(document.info).format(document).decode()
    writer = raws.file()
    number = 1
    while number <= document.objectcounter:
        if not writer.has(number):
            thing = document.idToObject[document.numberToId[number]]
            writer.add(number, pdfdoc.format(thing, document, toplevel=1))
            if isinstance(thing, pdfdoc.PDFStream):
                thing.content = None  # it is in the file now
        number += 1
    return writer.finished(number, root, info)


class FileWriter:
    """A file in the making, from the bodies of its objects by number."""

    def __init__(self) -> None:
        self._file = BytesIO()
        self._file.write(_HEAD)
        self._numbers: list[int] = []  # of the small objects that are not packed yet
        self._small: list[str] = []  # and what they are
        self._packs: list[tuple[str, bytes]] = []  # what is told of each, and its content
        self._kinds = bytearray()
        self._wheres = array("I")  # of each object: its place, or its pack from 0
        self._indices = array("H")  # of each object in its pack

    def has(self, number: int) -> bool:
        """Whether an object has been given."""
        return number < len(self._kinds) and self._kinds[number] != _FREE

    def add_small(self, number: int, body: str) -> None:
        """Keep an object for a pack of small ones; each character of it is a byte."""
        self._place(number, PACKED, len(self._packs), len(self._small))
        self._numbers.append(number)
        self._small.append(body)
        if len(self._small) == _PACK:
            self._pack()

    def add(self, number: int, body: bytes) -> None:
        """Write an object, or keep it for a pack of small ones."""
        if body.rstrip().endswith(b"endstream"):
            self._write(number, body)
        else:
            self.add_small(number, body.decode("latin-1"))

    def finished(self, number: int, root: str, info: str) -> bytes:
        """The packs, the cross-references and the end; ``number`` is the first free one."""
        if self._small:
            self._pack()
        first = number
        for told, packed in self._packs:
            self._write_stream(number, told, packed)
            number += 1
        self._packs.clear()
        start = self._file.tell()
        self._place(number, WRITTEN, start)
        name = hashlib.sha256(self._file.getbuffer()).hexdigest()[:32]
        keys = f"/Type /XRef /Size {number + 1} /W [1 4 2] /Root {root} /Info {info}"
        keys += f" /ID [ <{name}> <{name}> ]"
        self._write_stream(number, keys, zlib.compress(self._rows(number + 1, first), _EFFORT))
        self._file.write(b"startxref\n%d\n%%%%EOF\n" % start)
        return self._file.getvalue()

    def _rows(self, count: int, first: int) -> bytes:
        """The place of each of so many numbers; packs are numbered from ``first``."""
        rows = bytearray()
        places = zip(self._kinds, self._wheres, self._indices, strict=True)
        for kind, where, index in islice(places, count):
            rows += PLACE.pack(kind, where + first if kind == PACKED else where, index)
        return bytes(rows)

    def _place(self, number: int, kind: int, where: int, index: int = 0) -> None:
        while number >= len(self._kinds):
            self._kinds += bytes([_FREE]) * _MORE
            self._wheres.extend([0] * _MORE)
            self._indices.extend([_NEVER] * _MORE)
        self._kinds[number], self._wheres[number], self._indices[number] = kind, where, index

    def _write(self, number: int, body: bytes) -> None:
        self._place(number, WRITTEN, self._file.tell())
        self._file.write(b"%d 0 obj\n%s\nendobj\n" % (number, body.rstrip()))

    def _write_stream(self, number: int, keys: str, packed: bytes) -> None:
        head = f"<< {keys} /Filter /FlateDecode /Length {len(packed)} >>\nstream\n".encode("ascii")
        self._write(number, head + packed + b"\nendstream")

    def _pack(self) -> None:
        heads, at = [], 0
        for number, body in zip(self._numbers, self._small, strict=True):
            heads.append(f"{number} {at}")
            at += len(body) + 1
        head = " ".join(heads) + "\n"
        told = f"/Type /ObjStm /N {len(self._small)} /First {len(head)}"
        content = head + "\n".join(self._small) + "\n"
        self._packs.append((told, zlib.compress(content.encode("latin-1"), _EFFORT)))
        self._numbers.clear()
        self._small.clear()
