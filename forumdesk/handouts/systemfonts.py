# SPDX-License-Identifier: MIT
"""Fonts of the system: found in the usual folders, only for characters the bundled faces lack.

Only TrueType outlines that may be embedded (OS/2 ``fsType``) are taken. Of each file just the
table directory and the character map are read, with the layouts of the OpenType specification
(tables ``cmap`` formats 4 and 12, ``OS/2``).
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

_RESTRICTED = 0x0002
_BITMAP_ONLY = 0x0200
_UNICODE = {(3, 10): 0, (0, 6): 1, (0, 4): 2, (3, 1): 3, (0, 3): 4}  # best first


def _folders() -> tuple[Path, ...]:
    home = Path.home()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", home)) / "Microsoft" / "Windows" / "Fonts"
        return (Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts", local)
    if sys.platform == "darwin":
        return (Path("/Library/Fonts"), Path("/System/Library/Fonts"), home / "Library" / "Fonts")
    shared = home / ".local" / "share" / "fonts"
    return (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), shared, home / ".fonts")


@cache
def font_files() -> tuple[Path, ...]:
    """Every TrueType file in the usual folders, in a fixed order."""
    found = (
        path for folder in _folders() if folder.is_dir() for path in folder.rglob("*.[tT][tT][fF]")
    )
    return tuple(sorted(found, key=lambda path: (not _upright(path), path.name, str(path))))


def _upright(path: Path) -> bool:
    """Upright regular cuts come first."""
    name = path.stem.casefold()
    slanted = ("bold", "italic", "oblique", "light", "thin", "black", "mono", "condensed")
    return not any(word in name for word in slanted)


@cache
def font_with(code: int) -> Path | None:
    """The first font of the system with a character (Unicode code point)."""
    return next((path for path in font_files() if code in characters(path)), None)


@cache
def characters(path: Path) -> frozenset[int]:
    """The characters a font file has; none if it can't be read, embedded or drawn."""
    try:
        with path.open("rb") as file:
            return _characters(file)
    except (OSError, struct.error):
        return frozenset()


def _characters(file: BinaryIO) -> frozenset[int]:
    tables = _directory(file)
    if "glyf" not in tables or "cmap" not in tables or _closed(file, tables):
        return frozenset()
    start = tables["cmap"][0]
    (count,) = _read(file, start + 2, ">H")
    maps = []
    for n in range(count):
        platform, encoding, offset = _read(file, start + 4 + 8 * n, ">HHL")
        if (platform, encoding) in _UNICODE:
            maps.append((_UNICODE[platform, encoding], start + offset))
    return frozenset(_codes(file, min(maps)[1])) if maps else frozenset()


def _directory(file: BinaryIO) -> dict[str, tuple[int, int]]:
    magic, count = _read(file, 0, ">LH")
    if magic not in (0x00010000, 0x74727565):
        return {}
    rows = (_read(file, 12 + 16 * n, ">4sLLL") for n in range(count))
    return {tag.decode("latin-1"): (offset, size) for tag, _, offset, size in rows}


def _closed(file: BinaryIO, tables: dict[str, tuple[int, int]]) -> bool:
    if "OS/2" not in tables:
        return False
    (permission,) = _read(file, tables["OS/2"][0] + 8, ">H")
    return bool(permission & (_RESTRICTED | _BITMAP_ONLY))


def _codes(file: BinaryIO, start: int) -> Iterator[int]:
    (form,) = _read(file, start, ">H")
    if form == 12:
        (groups,) = _read(file, start + 12, ">L")
        for n in range(groups):
            first, last, _ = _read(file, start + 16 + 12 * n, ">LLL")
            yield from range(first, min(last, 0x10FFFF) + 1)
    elif form == 4:
        (doubled,) = _read(file, start + 6, ">H")
        segments = doubled // 2
        lasts = _read(file, start + 14, f">{segments}H")
        firsts = _read(file, start + 16 + doubled, f">{segments}H")
        for first, last in zip(firsts, lasts, strict=True):
            yield from range(first, last + 1) if last != 0xFFFF else ()


def _read(file: BinaryIO, at: int, form: str) -> tuple[Any, ...]:
    file.seek(at)
    return struct.unpack(form, file.read(struct.calcsize(form)))
