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
from collections import defaultdict
from dataclasses import dataclass
from io import BytesIO

from reportlab.pdfbase import pdfdoc

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_PACK = 250  # objects to a stream
_RUN = 256  # objects that are stowed together until they are written
_FREE = (0, 0, 65535)  # a number that no object has
WRITTEN, PACKED = 1, 2  # kinds of places
PLACE = struct.Struct(">BLH")


@dataclass(eq=False, slots=True)
class Raw:
    """An object written as it stands; its content may be given later."""

    content: str = ""


class Raws:
    """The objects of a document that are written as they stand, by number."""

    def __init__(self, document: pdfdoc.PDFDocument) -> None:
        self._document = document
        self._bodies: list[Raw | bytes | None] = []  # a list: there are a million of a long one
        self._given: defaultdict[int, int] = defaultdict(int)  # how many of each run were put
        self._stowed: dict[int, bytes] = {}  # whole runs, compressed

    def add(self) -> tuple[Raw, str]:
        """A new object, and the reference to it as it is written."""
        number, raw = self.reserve(), Raw()
        self._bodies[number] = raw
        return raw, f"{number} 0 R"

    def reserve(self) -> int:
        """The number of a new object that is given with ``put``."""
        number: int = self._document.objectcounter + 1
        self._document.objectcounter = number
        self._bodies += [None] * (number + 1 - len(self._bodies))
        return number

    def put(self, number: int, body: bytes) -> None:
        """Give an object. Whole runs of them are kept compressed, in a tenth of the room."""
        self._bodies[number] = body
        run = number // _RUN
        self._given[run] += 1
        if self._given[run] == _RUN:
            del self._given[run]
            bodies = self._bodies[run * _RUN : (run + 1) * _RUN]
            whole = b"\0".join(body for body in bodies if isinstance(body, bytes))
            self._stowed[run] = zlib.compress(whole, 1)
            self._bodies[run * _RUN : (run + 1) * _RUN] = [None] * _RUN

    def taken(self, number: int) -> bytes | None:
        """An object to be written, which is then no longer kept; ``None``: it is none of these."""
        if number >= len(self._bodies):
            return None
        run = number // _RUN
        if run in self._stowed:
            whole = zlib.decompress(self._stowed.pop(run))
            self._bodies[run * _RUN : (run + 1) * _RUN] = whole.split(b"\0")
        body, self._bodies[number] = self._bodies[number], None
        return body.content.encode("ascii") if isinstance(body, Raw) else body


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
    writer = FileWriter()
    number = 1
    while number <= document.objectcounter:
        body = raws.taken(number)
        if body is not None:
            writer.add_small(number, body)
        else:
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
        self._small: list[tuple[int, bytes]] = []
        self._packs: list[tuple[str, bytes]] = []  # what is told of each, and its content
        self._kinds = bytearray()
        self._wheres = array("I")  # of each object: its place, or its pack from 0
        self._indices = array("H")  # of each object in its pack

    def add_small(self, number: int, body: bytes) -> None:
        """Keep an object for a pack of small ones."""
        self._small.append((number, body))
        if len(self._small) == _PACK:
            self._pack()

    def add(self, number: int, body: bytes) -> None:
        """Write an object, or keep it for a pack of small ones."""
        if body.rstrip().endswith(b"endstream"):
            self._write(number, body)
        else:
            self.add_small(number, body)

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
        self._place(number, (WRITTEN, start, 0))
        name = hashlib.sha256(self._file.getbuffer()).hexdigest()[:32]
        keys = f"/Type /XRef /Size {number + 1} /W [1 4 2] /Root {root} /Info {info}"
        keys += f" /ID [ <{name}> <{name}> ]"
        self._write_stream(number, keys, zlib.compress(self._rows(first)))
        self._file.write(b"startxref\n%d\n%%%%EOF\n" % start)
        return self._file.getvalue()

    def _rows(self, first: int) -> bytes:
        """The place of every number; packs are numbered from ``first``."""
        rows = bytearray()
        for kind, where, index in zip(self._kinds, self._wheres, self._indices, strict=True):
            rows += PLACE.pack(kind, where + first if kind == PACKED else where, index)
        return bytes(rows)

    def _place(self, number: int, at: tuple[int, int, int]) -> None:
        missing = number + 1 - len(self._kinds)
        if missing > 0:
            kind, where, index = _FREE
            self._kinds += bytes([kind]) * missing
            self._wheres.extend([where] * missing)
            self._indices.extend([index] * missing)
        self._kinds[number], self._wheres[number], self._indices[number] = at

    def _write(self, number: int, body: bytes) -> None:
        self._place(number, (WRITTEN, self._file.tell(), 0))
        self._file.write(b"%d 0 obj\n%s\nendobj\n" % (number, body.rstrip()))

    def _write_stream(self, number: int, keys: str, packed: bytes) -> None:
        head = f"<< {keys} /Filter /FlateDecode /Length {len(packed)} >>\nstream\n".encode("ascii")
        self._write(number, head + packed + b"\nendstream")

    def _pack(self) -> None:
        objects, self._small = self._small, []
        heads, at = [], 0
        for index, (one, body) in enumerate(objects):
            self._place(one, (PACKED, len(self._packs), index))
            heads.append(b"%d %d" % (one, at))
            at += len(body) + 1
        head = b" ".join(heads) + b"\n"
        told = f"/Type /ObjStm /N {len(objects)} /First {len(head)}"
        content = head + b"\n".join(body for _, body in objects) + b"\n"
        self._packs.append((told, zlib.compress(content)))
