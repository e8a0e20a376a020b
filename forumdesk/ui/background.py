# SPDX-License-Identifier: MIT
"""Work on values off the main thread: parsing, matching, checking a backup.

Nothing that runs there touches a widget, a QObject or the open file: it is given values and gives
a value back.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal


class Background(QObject):
    """One piece of work in a thread of its own.

    ``finished`` carries what it gave back, ``failed`` the exception it raised; both come on the
    thread this object lives in. ``drop`` forgets a work whose result is no longer wanted.
    Done or dropped, it goes by itself, with the values it was given: its parent outlives many.
    """

    finished = Signal(object)
    failed = Signal(object)
    _came = Signal()

    def __init__(self, work: Callable[[], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._wanted = True
        self._outcome: tuple[object, Exception | None] = (None, None)
        self._came.connect(self._hand_on, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def drop(self) -> None:
        """The result is no longer wanted."""
        self._wanted = False

    def wait(self) -> None:
        """Wait until the work is done (its result still comes through the event loop)."""
        self._thread.join()

    def _run(self) -> None:
        try:
            result, error = self._work(), None
        except Exception as raised:  # noqa: BLE001 - it is handed on to whoever asked
            result, error = None, raised
        # Kept, not sent along: Qt loses empty lists on the way between threads.
        self._outcome = (result, error)
        with suppress(RuntimeError):  # whoever asked was deleted, and this with them
            self._came.emit()

    def _hand_on(self) -> None:
        self.deleteLater()
        if not self._wanted:
            return
        result, error = self._outcome
        if error is None:
            self.finished.emit(result)
        else:
            self.failed.emit(error)
