# SPDX-License-Identifier: MIT
"""Puts the parts of the windowed program together and runs it."""

from __future__ import annotations

import builtins
import gc
import importlib
from pathlib import Path

from forumdesk.ui.qtenums import made_quickly
from forumdesk.ui.qtsupport import held_back


def load() -> None:
    """Load what the window stands on.

    Nothing loaded here is ever garbage: looking for some is put off until after the first paint
    (``forumdesk.ui.program`` takes it up again).
    """
    gc.disable()
    with made_quickly():
        with held_back():
            importlib.import_module("PySide6.QtWidgets")
        # From here on PySide6 reads the source of every module that is imported, to see whether it
        # could have features of PySide6 switched on, of which there are none in this program.
        builtins.__import__ = vars(builtins).get("__orig_import__", builtins.__import__)
        importlib.import_module("forumdesk.ui.program")


def run(path: Path | None = None) -> int:
    """Open the window on a file, or the start page; the exit code when all are closed."""
    load()
    code: int = importlib.import_module("forumdesk.ui.program").run(path)
    return code
