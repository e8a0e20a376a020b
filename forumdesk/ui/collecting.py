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
# A look through everything takes 100 ms with a thousand sessions in hand, which are values that
# hold one another in no circle: it is to be rare; what is young is looked through often.
THRESHOLDS = (10_000, 20, 100)


class Collecting(QObject):
    """Looks for garbage from time to time instead of Python, for as long as the program runs.

    What there is when it begins is never looked through.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        gc.set_threshold(*THRESHOLDS)
        self._timer = QTimer(self)
        self._timer.timeout.connect(look_for_garbage)
        self._timer.start(EVERY)
