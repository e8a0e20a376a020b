# SPDX-License-Identifier: MIT
"""QR codes: the dark squares of a link, as one path."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

Grid: TypeAlias = tuple[tuple[bool, ...], ...]
QUIET = 4
"""Modules kept light on every side (ISO/IEC 18004)."""
_MOST_BYTES = 2000  # hardly smaller than the largest code, and far too fine to scan


def grid(text: str) -> Grid:
    """The modules of a code, dark ones true, from the top; ``()`` for a text too long for one.

    Error correction M: 15 % of it may be damaged.
    """
    if len(text.encode()) > _MOST_BYTES:
        return ()
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    return tuple(tuple(map(bool, row)) for row in code.modules)


def module(of: Grid, side: float) -> float:
    """The side of a module where the code, with its light margin, is ``side`` wide."""
    return side / (len(of) + 2 * QUIET)


def path(of: Grid, corner: tuple[float, float], side: float) -> str:
    """Operators that fill the dark modules; ``corner`` is the lower left one, margin included."""
    unit = module(of, side)
    left, low = corner
    found = []
    for row, start, length in runs(of):
        y = low + side - (QUIET + row + 1) * unit
        x = left + (QUIET + start) * unit
        found.append(f"{x:.3f} {y:.3f} {length * unit:.3f} {unit:.3f} re")
    return " ".join((*found, "f"))


def runs(of: Grid) -> Iterator[tuple[int, int, int]]:
    """Neighbouring dark modules: row, where each run starts in it, and how many they are."""
    for row, modules in enumerate(of):
        for start, length in _runs(modules):
            yield row, start, length


def _runs(modules: tuple[bool, ...]) -> list[tuple[int, int]]:
    """Neighbouring dark modules of a row: where each run starts, and how many they are."""
    runs: list[tuple[int, int]] = []
    for place, dark in enumerate(modules):
        if dark and runs and sum(runs[-1]) == place:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        elif dark:
            runs.append((place, 1))
    return runs
