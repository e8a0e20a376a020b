# SPDX-License-Identifier: MIT
"""Reading back a file that was written here: its objects as they stand, to be written elsewhere.

What ``pdffile`` wrote is known to the byte, so that nothing has to be parsed: a program of a
thousand sessions is taken apart in the time it takes to unpack it.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from forumdesk.handouts.pdffile import PACKED, PLACE, WRITTEN

_END = b"\nendobj\n"
_STREAM = re.compile(rb"(.*?)\s*stream\n(.*)\nendstream\s*", re.DOTALL)
# Texts are passed over: what looks like a reference in one is not.
_CHANGING = re.compile(
    rb"\((?:[^\\()]|\\.)*\)|<[0-9A-Fa-f\s]+>|\b(\d+) 0 R\b|/(StructParents?) (\d+)", re.DOTALL
)


class Taken:
    """A file taken apart: the number of its catalog and of what is told of it, and its objects.

    ``objects`` are by number, without those that only hold others; ``size`` is more than any.
    """

    def __init__(self, data: bytes) -> None:
        start = int(data[data.rindex(b"startxref") + 9 :].split()[0])
        head, rows = _stream(data[data.index(b"\n", start) + 1 : data.rindex(_END)])
        self.root, self.info = referred(head, "Root"), referred(head, "Info")
        places = list(PLACE.iter_unpack(zlib.decompress(rows)))
        self.size = len(places)
        starts = sorted(where for kind, where, _ in places if kind == WRITTEN)
        ends = dict(zip(starts, [*starts[1:], start], strict=True))
        packs: dict[int, list[bytes]] = {}
        self.objects: dict[int, bytes] = {}
        for number, (kind, where, index) in enumerate(places):
            if kind == PACKED:
                if where not in packs:
                    packs[where] = _pack(_written(data, places[where][1], ends))
                self.objects[number] = packs[where][index]
            elif kind == WRITTEN and where != start:
                self.objects[number] = _written(data, where, ends)
        for number in packs:
            del self.objects[number]


def referred(body: bytes, key: str) -> int:
    """The number of the object that a body refers to by a key (also as its only one), or 0."""
    found = re.search(rb"/%s \[?\s*(\d+) 0 R" % key.encode("ascii"), body)
    return int(found[1]) if found else 0


def references(body: bytes, key: str) -> list[int]:
    """The numbers of the objects in the array of a key."""
    found = re.search(rb"/%s \[([^\]]*)\]" % key.encode("ascii"), body)
    return [int(number) for number in re.findall(rb"(\d+) 0 R", found[1])] if found else []


def renumbered(body: bytes, shift: int, key: Callable[[int], int]) -> bytes:
    """An object whose references go so much further, with other keys into the parent tree."""

    def changed(found: re.Match[bytes]) -> bytes:
        if found[1]:
            return b"%d 0 R" % (int(found[1]) + shift)
        if found[2]:
            return b"/%s %d" % (found[2], key(int(found[3])))
        return found[0]

    told, stream, content = body.partition(b"stream")
    return _CHANGING.sub(changed, told) + stream + content


def _written(data: bytes, where: int, ends: Mapping[int, int]) -> bytes:
    """The body of an object that stands there: objects follow one another."""
    return data[data.index(b"\n", where) + 1 : ends[where]].removesuffix(_END)


def _stream(body: bytes) -> tuple[bytes, bytes]:
    found = _STREAM.fullmatch(body)
    return (found[1], found[2]) if found else (body, b"")


def _pack(body: bytes) -> list[bytes]:
    """The objects of a pack."""
    told, packed = _stream(body)
    content = zlib.decompress(packed)
    first = re.search(rb"/First (\d+)", told)
    start = int(first[1]) if first else 0
    numbers = [int(number) for number in content[:start].split()]
    starts = [*numbers[1::2], len(content) - start]
    return [*_slices(content[start:], starts)]


def _slices(content: bytes, starts: list[int]) -> Iterator[bytes]:
    for begin, end in pairwise(starts):
        yield content[begin:end].strip()
