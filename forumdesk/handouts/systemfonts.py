# SPDX-License-Identifier: MIT
"""Fonts of the system: found in the usual folders, only for characters the bundled faces lack.

Which of them have TrueType outlines that may be embedded is seen when they are opened.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path


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
