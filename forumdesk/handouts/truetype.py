# SPDX-License-Identifier: MIT
"""TrueType files: read as far as paper needs, and cut down to the glyphs a document uses.

Layouts are those of the OpenType specification (tables ``cmap`` formats 4 and 12, ``glyf``,
``head``, ``hhea``, ``hmtx``, ``loca``, ``maxp``, ``OS/2``, ``post``). The file is mapped into
memory and looked into, not unpacked: a face of twenty thousand characters costs little.
"""

from __future__ import annotations

import mmap
import struct
from bisect import bisect_right
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from forumdesk.domain.values import frozen

_RESTRICTED, _BITMAP_ONLY = 0x0002, 0x0200  # OS/2 fsType
_UNICODE = {(3, 10): 0, (0, 6): 1, (0, 4): 2, (3, 1): 3, (0, 3): 4}  # best first
_WORDS, _SCALE, _MORE, _XY_SCALE, _TWO_BY_TWO = 0x01, 0x08, 0x20, 0x40, 0x80
_MAGIC = 0xB1B0AFBA
_COPIED = ("cvt ", "fpgm", "prep")
_EM = 1000


class FontError(Exception):
    """A font file that can't be read, drawn or embedded."""


@frozen
class _Segment:
    """Characters that follow each other: glyph = glyphs[n] where given, else code + delta."""

    first: int
    last: int
    delta: int
    glyphs: tuple[int, ...] = ()


class TrueType:
    """One font file. Measures are in thousandths of an em."""

    def __init__(self, path: Path) -> None:
        try:
            with path.open("rb") as file:
                self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            self._tables = self._directory()
            self._check()
            self._read_measures()
            self._segments = self._character_map()
        except (OSError, ValueError, struct.error) as error:
            raise FontError(f"{path.name}: {error}") from error
        self._firsts = [segment.first for segment in self._segments]

    def glyph(self, code: int) -> int:
        """The glyph of a character (Unicode code point); 0 if the font has none."""
        at = bisect_right(self._firsts, code) - 1
        if at < 0:
            return 0
        segment = self._segments[at]
        if code > segment.last:
            return 0
        if not segment.glyphs:
            return (code + segment.delta) & 0xFFFF
        glyph = segment.glyphs[code - segment.first]
        return (glyph + segment.delta) & 0xFFFF if glyph else 0

    def advance(self, glyph: int) -> float:
        """How far a glyph moves the pen."""
        at = self._at("hmtx") + 4 * min(glyph, self._measured - 1)
        (width,) = self._read(">H", at)
        return float(width * self._scale)

    def subset(self, glyphs: Iterable[int]) -> tuple[dict[int, int], bytes]:
        """A font of just these glyphs and their components.

        Returns the number each has in it, and the file. Glyph 0 is always there.
        """
        numbers = {0: 0}
        for glyph in glyphs:
            numbers.setdefault(glyph, len(numbers))
        shapes: list[bytes] = []
        for glyph in iter_growing(numbers):
            shapes.append(self._renumbered(self._shape(glyph), numbers))
        return numbers, _font_file(self._subset_tables(list(numbers), shapes))

    # -- reading ----------------------------------------------------------------------------

    def _read(self, form: str, at: int) -> tuple[Any, ...]:
        return struct.unpack_from(form, self._data, at)

    def _at(self, table: str) -> int:
        return self._tables[table][0]

    def _table(self, name: str) -> bytes:
        at, size = self._tables[name]
        return self._data[at : at + size]

    def _directory(self) -> dict[str, tuple[int, int]]:
        magic, count = self._read(">LH", 0)
        if magic not in (0x00010000, 0x74727565):
            raise ValueError("no TrueType outlines")
        rows = (self._read(">4sLLL", 12 + 16 * n) for n in range(count))
        return {tag.decode("latin-1"): (at, size) for tag, _, at, size in rows}

    def _check(self) -> None:
        needed = {"cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "post"}
        if not needed <= self._tables.keys():
            raise ValueError("no TrueType outlines")
        if "OS/2" in self._tables:
            (permission,) = self._read(">H", self._at("OS/2") + 8)
            if permission & (_RESTRICTED | _BITMAP_ONLY):
                raise ValueError("may not be embedded")

    def _read_measures(self) -> None:
        head, hhea = self._at("head"), self._at("hhea")
        (units,) = self._read(">H", head + 18)
        self._scale = _EM / units
        self.box = [round(side * self._scale) for side in self._read(">4h", head + 36)]
        (self._long_offsets,) = self._read(">h", head + 50)
        ascent, descent = self._read(">2h", hhea + 4)
        self.ascent, self.descent = round(ascent * self._scale), round(descent * self._scale)
        (self._measured,) = self._read(">H", hhea + 34)
        (self.italic_angle,) = (v / 65536 for v in self._read(">l", self._at("post") + 4))
        self.cap_height, self.weight = self.ascent, 400
        if "OS/2" in self._tables:
            os2 = self._at("OS/2")
            (self.weight,) = self._read(">H", os2 + 4)
            if self._tables["OS/2"][1] >= 90:
                self.cap_height = round(self._read(">h", os2 + 88)[0] * self._scale)

    def _character_map(self) -> list[_Segment]:
        start = self._at("cmap")
        (count,) = self._read(">H", start + 2)
        rows = (self._read(">HHL", start + 4 + 8 * n) for n in range(count))
        maps = [(_UNICODE[p, e], start + at) for p, e, at in rows if (p, e) in _UNICODE]
        if not maps:
            raise ValueError("no Unicode character map")
        at = min(maps)[1]
        (form,) = self._read(">H", at)
        readers = {4: self._segments_4, 12: self._segments_12}
        if form not in readers:
            raise ValueError("no known character map")
        return sorted(readers[form](at), key=lambda segment: segment.first)

    def _segments_12(self, at: int) -> list[_Segment]:
        (count,) = self._read(">L", at + 12)
        flat = self._read(f">{3 * count}L", at + 16)
        return [
            _Segment(first, last, glyph - first)
            for first, last, glyph in zip(flat[::3], flat[1::3], flat[2::3], strict=True)
        ]

    def _segments_4(self, at: int) -> list[_Segment]:
        (doubled,) = self._read(">H", at + 6)
        count = doubled // 2
        lasts = self._read(f">{count}H", at + 14)
        firsts = self._read(f">{count}H", at + 16 + doubled)
        deltas = self._read(f">{count}h", at + 16 + 2 * doubled)
        offsets_at = at + 16 + 3 * doubled
        offsets = self._read(f">{count}H", offsets_at)
        segments = []
        for n, (first, last) in enumerate(zip(firsts, lasts, strict=True)):
            if first == 0xFFFF:
                continue
            glyphs: tuple[int, ...] = ()
            if offsets[n]:
                glyphs = self._read(f">{last - first + 1}H", offsets_at + 2 * n + offsets[n])
            segments.append(_Segment(first, last, deltas[n], glyphs))
        return segments

    # -- cutting ----------------------------------------------------------------------------

    def _shape(self, glyph: int) -> bytes:
        loca = self._at("loca")
        if self._long_offsets:
            first, last = self._read(">2L", loca + 4 * glyph)
        else:
            first, last = (2 * at for at in self._read(">2H", loca + 2 * glyph))
        start = self._at("glyf")
        return self._data[start + first : start + last]

    def _renumbered(self, shape: bytes, numbers: dict[int, int]) -> bytes:
        """A shape whose components, if it has any, bear their numbers in the subset."""
        if len(shape) < 10 or struct.unpack_from(">h", shape)[0] >= 0:
            return shape
        made = bytearray(shape)
        at, flags = 10, _MORE
        while flags & _MORE:
            flags, component = struct.unpack_from(">HH", made, at)
            number = numbers.setdefault(component, len(numbers))
            struct.pack_into(">H", made, at + 2, number)
            at += 8 if flags & _WORDS else 6
            if flags & _SCALE:
                at += 2
            elif flags & _XY_SCALE:
                at += 4
            elif flags & _TWO_BY_TWO:
                at += 8
        return bytes(made)

    def _subset_tables(self, glyphs: list[int], shapes: list[bytes]) -> dict[str, bytes]:
        padded = [shape + b"\0" * (-len(shape) % 4) for shape in shapes]
        offsets = [0]
        for shape in padded:
            offsets.append(offsets[-1] + len(shape))
        metrics = b"".join(self._metric(glyph) for glyph in glyphs)
        head = bytearray(self._table("head"))
        struct.pack_into(">L", head, 8, 0)  # the adjustment is set when all is known
        struct.pack_into(">h", head, 50, 1)
        hhea = bytearray(self._table("hhea"))
        struct.pack_into(">H", hhea, 34, len(glyphs))
        maxp = bytearray(self._table("maxp"))
        struct.pack_into(">H", maxp, 4, len(glyphs))
        copied = {name: self._table(name) for name in _COPIED if name in self._tables}
        return {
            **copied,
            "glyf": b"".join(padded),
            "head": bytes(head),
            "hhea": bytes(hhea),
            "hmtx": metrics,
            "loca": struct.pack(f">{len(offsets)}L", *offsets),
            "maxp": bytes(maxp),
        }

    def _metric(self, glyph: int) -> bytes:
        start, last = self._at("hmtx"), self._measured - 1
        if glyph <= last:
            return self._data[start + 4 * glyph : start + 4 * glyph + 4]
        bearing = start + 4 * self._measured + 2 * (glyph - self._measured)
        advance = start + 4 * last
        return self._data[advance : advance + 2] + self._data[bearing : bearing + 2]


def iter_growing(numbers: dict[int, int]) -> Iterable[int]:
    """The keys of a mapping in order of entry, those included that enter on the way."""
    done = 0
    while done < len(numbers):
        for glyph in list(numbers)[done:]:
            done += 1
            yield glyph


def _font_file(tables: dict[str, bytes]) -> bytes:
    """A font file of some tables, with its checksums (OpenType, "Calculating checksums")."""
    names = sorted(tables)
    power = 1 << (len(names).bit_length() - 1)
    head = struct.pack(
        *(">LHHHH", 0x00010000, len(names), power * 16, power.bit_length() - 1),
        len(names) * 16 - power * 16,
    )
    at = 12 + 16 * len(names)
    rows, bodies = [], []
    for name in names:
        body = tables[name] + b"\0" * (-len(tables[name]) % 4)
        row = (name.encode("latin-1"), _checksum(body), at, len(tables[name]))
        rows.append(struct.pack(">4sLLL", *row))
        bodies.append(body)
        at += len(body)
    made = bytearray(head + b"".join(rows) + b"".join(bodies))
    adjustment = 12 + 16 * len(names) + sum(len(b) for b in bodies[: names.index("head")]) + 8
    struct.pack_into(">L", made, adjustment, (_MAGIC - _checksum(bytes(made))) & 0xFFFFFFFF)
    return bytes(made)


def _checksum(data: bytes) -> int:
    total: int = sum(struct.unpack(f">{len(data) // 4}L", data))
    return total & 0xFFFFFFFF
