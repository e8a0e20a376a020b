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
from dataclasses import dataclass

from reportlab.pdfbase import pdfdoc

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_PACK = 250  # objects to a stream
_FREE = (0, 0, 65535)  # a number that no object has


@dataclass(eq=False, slots=True)
class Raw:
    """An object written as it stands; its content may be given later."""

    content: str = ""


class Raws:
    """The objects of a document that are written as they stand, by number."""

    def __init__(self, document: pdfdoc.PDFDocument) -> None:
        self._document = document
        self.by_number: dict[int, Raw] = {}

    def add(self) -> tuple[Raw, str]:
        """A new object, and the reference to it as it is written."""
        number = self._document.objectcounter = self._document.objectcounter + 1
        raw = self.by_number[number] = Raw()
        return raw, f"{number} 0 R"


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
        raw = raws.by_number.get(number)
        if raw is not None:
            writer.add_small(number, raw.content.encode("ascii"))
        else:
            thing = document.idToObject[document.numberToId[number]]
            writer.add(number, pdfdoc.format(thing, document, toplevel=1))
        number += 1
    return writer.finished(number, root, info)


class FileWriter:
    """A file in the making, from the bodies of its objects by number."""

    def __init__(self) -> None:
        self._parts = [_HEAD]
        self._at = len(_HEAD)
        self._small: list[tuple[int, bytes]] = []
        self._places: dict[int, tuple[int, int, int]] = {}

    def add_small(self, number: int, body: bytes) -> None:
        """Keep an object for a pack of small ones."""
        self._small.append((number, body))

    def add(self, number: int, body: bytes) -> None:
        """Write an object, or keep it for a pack of small ones."""
        if body.rstrip().endswith(b"endstream"):
            self._write(number, body)
        else:
            self.add_small(number, body)

    def finished(self, number: int, root: str, info: str) -> bytes:
        """The packs, the cross-references and the end; ``number`` is the first free one."""
        for n in range(0, len(self._small), _PACK):
            self._pack(number, self._small[n : n + _PACK])
            number += 1
        start = self._at
        self._places[number] = (1, start, 0)
        rows = b"".join(struct.pack(">BLH", *self._places.get(n, _FREE)) for n in range(number + 1))
        name = hashlib.sha256(b"".join(self._parts)).hexdigest()[:32]
        keys = f"/Type /XRef /Size {number + 1} /W [1 4 2] /Root {root} /Info {info}"
        keys += f" /ID [ <{name}> <{name}> ]"
        self._stream(number, keys, rows)
        self._parts.append(b"startxref\n%d\n%%%%EOF\n" % start)
        return b"".join(self._parts)

    def _write(self, number: int, body: bytes) -> None:
        self._places[number] = (1, self._at, 0)
        part = b"%d 0 obj\n%s\nendobj\n" % (number, body.rstrip())
        self._parts.append(part)
        self._at += len(part)

    def _stream(self, number: int, keys: str, content: bytes) -> None:
        packed = zlib.compress(content)
        head = f"<< {keys} /Filter /FlateDecode /Length {len(packed)} >>\nstream\n".encode("ascii")
        self._write(number, head + packed + b"\nendstream")

    def _pack(self, number: int, objects: list[tuple[int, bytes]]) -> None:
        heads, at = [], 0
        for index, (one, body) in enumerate(objects):
            self._places[one] = (2, number, index)
            heads.append(b"%d %d" % (one, at))
            at += len(body) + 1
        head = b" ".join(heads) + b"\n"
        keys = f"/Type /ObjStm /N {len(objects)} /First {len(head)}"
        self._stream(number, keys, head + b"\n".join(body for _, body in objects) + b"\n")
