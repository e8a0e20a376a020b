# SPDX-License-Identifier: MIT
"""Garbage is looked for on the thread of the windows, and on no other.

By itself Python looks for it on whatever thread makes the next value. What Qt made and another
thread finds would be deleted there, while the windows go on: the one holds Python's lock and waits
for Qt's, the other the reverse, and nothing moves any more.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

from forumdesk.domain.garbage import look_for_garbage

EVERY = 1000  # milliseconds


class Collecting(QObject):
    """Looks for garbage from time to time instead of Python, for as long as the program runs."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(look_for_garbage)
        self._timer.start(EVERY)
