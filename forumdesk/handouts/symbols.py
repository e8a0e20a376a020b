# SPDX-License-Identifier: MIT
"""Small drawn symbols: what stands before a ceremony. Paths in a square of side 1, stroked."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# Moves (m), lines (l), curves (c) and closings (h) as PDF path operators with unit coordinates.
_PEN = (
    "0.08 0.08 m 0.24 0.5 l 0.72 0.98 l 0.96 0.74 l 0.48 0.26 l h"
    " 0.08 0.08 m 0.4 0.38 l 0.6 0.86 m 0.84 0.62 l"
)
_CAMERA = (
    "0.02 0.14 m 0.98 0.14 l 0.98 0.74 l 0.72 0.74 l 0.64 0.9 l 0.36 0.9 l 0.28 0.74 l"
    " 0.02 0.74 l h 0.7 0.43 m 0.7 0.54 0.61 0.63 0.5 0.63 c 0.39 0.63 0.3 0.54 0.3 0.43 c"
    " 0.3 0.32 0.39 0.23 0.5 0.23 c 0.61 0.23 0.7 0.32 0.7 0.43 c h"
)
_BOX = "0.06 0.06 m 0.94 0.06 l 0.94 0.94 l 0.06 0.94 l h"
_TICK = "0.24 0.5 m 0.44 0.28 l 0.8 0.76 l"
_DIAMOND = "0.5 0.04 m 0.96 0.5 l 0.5 0.96 l 0.04 0.5 l h"

_PATHS: Mapping[str, str] = MappingProxyType(
    {
        "signing": _PEN,
        "photo": _CAMERA,
        "ceremony": _DIAMOND,
        "box": _BOX,
        "box-ticked": f"{_BOX} {_TICK}",
    }
)


def symbol_path(name: str) -> str:
    """The path of a symbol, in a square of side 1; a diamond for a name without its own."""
    return _PATHS.get(name, _DIAMOND)
