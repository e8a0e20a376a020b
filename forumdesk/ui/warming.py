# SPDX-License-Identifier: MIT
"""What the larger pages need is loaded while nothing is to be done: they open at once."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QTimer

from forumdesk.domain.dates import date_long, weekday_named
from forumdesk.domain.words import interface_languages
from forumdesk.ui.pages import EVERY

# What pages need comes before them, in pieces that take a moment each; those of the agenda first,
# which is mostly the first to be opened.
_BEFORE = (
    "forumdesk.domain.shifting",
    "forumdesk.services.arranging",
    "forumdesk.ui.board.beyond",
    "forumdesk.ui.board.view",
    "forumdesk.ui.grid.table",
    "forumdesk.ui.agenda.wishes",
    "forumdesk.ui.agenda.table",
    "forumdesk.ui.agenda.page",
    "forumdesk.ui.participants.table",
    "forumdesk.ui.participants.page",
    "forumdesk.handouts.contents.setting",
    "forumdesk.handouts.contents.errata",
    "forumdesk.handouts.catalogue",
    "forumdesk.domain.checks",
    "forumdesk.handouts.preflight",
    "forumdesk.ui.sheets.press",
    "forumdesk.ui.handouts.gallery",
)
# These are no pages; each needs a moment of its own when it is first asked for.
_MORE = (
    "forumdesk.ui.succession.opening",
    "forumdesk.ui.succession.dialog",
    "forumdesk.ui.handouts.pack.view",
    "forumdesk.ui.themes.dialog",
)


class Warming(QObject):
    """Loads one thing after the other, each when there is nothing to do in between."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        pages = (kind.made_by.partition(":")[0] for kind in EVERY)
        loads = [partial(importlib.import_module, name) for name in (*_BEFORE, *pages, *_MORE)]
        self.waiting: list[Callable[[], object]] = [*loads, *_sayings()]
        self._idle = QTimer(self)
        self._idle.timeout.connect(self.step)
        self._idle.start(0)

    def step(self) -> None:
        """Load the next."""
        if self.waiting:
            self.waiting.pop(0)()
        else:
            self._idle.stop()
            self.deleteLater()


def _sayings() -> list[Callable[[], object]]:
    """How days are said: the names of each language are read when they are first wanted."""
    day = date(2026, 6, 1)
    return [
        said
        for language in interface_languages()
        for said in (partial(date_long, day, language), partial(weekday_named, 0, language))
    ]
