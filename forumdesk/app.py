# SPDX-License-Identifier: MIT
"""Puts the parts of the windowed program together and runs it."""

from __future__ import annotations

import gc
import importlib
from pathlib import Path

# What the first paint needs and Qt is no part of. Once PySide6 is there, it reads the source of
# every module that is imported, to see whether it could have features of Qt switched on.
_BEFORE_QT = (
    "forumdesk.store.forumfile",
    "forumdesk.store.queries",
    "forumdesk.store.copies",
    "forumdesk.domain.readiness",
    "forumdesk.domain.terms",
    "forumdesk.services.beginning",
    "forumdesk.services.naming_things",
    "platformdirs",
    "zoneinfo",
)


def load() -> None:
    """Load what the window stands on, in the order that takes the least time.

    Nothing loaded here is ever garbage: looking for some is put off until after the first paint
    (``forumdesk.ui.program`` takes it up again).
    """
    gc.disable()
    for name in (*_BEFORE_QT, "forumdesk.ui.program"):
        importlib.import_module(name)


def run(path: Path | None = None) -> int:
    """Open the window on a file, or the start page; the exit code when all are closed."""
    load()
    code: int = importlib.import_module("forumdesk.ui.program").run(path)
    return code
