# SPDX-License-Identifier: MIT
"""Ending when the system says so: at the end of a session, or by a signal.

Windows are closed as the user would close them: what is typed is taken over, work in progress is
rolled back, no question is asked.
"""

from __future__ import annotations

import os
import signal
import sys

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication

_SIGNALS = (signal.SIGTERM, signal.SIGINT)


class Ending(QObject):
    """Closes all windows and ends the event loop when a signal to end comes.

    Python hears of signals only while its own code runs, which in Qt's event loop may be never;
    so the byte that it writes for each signal wakes the loop (``signal.set_wakeup_fd``).
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._ours, theirs = os.pipe()  # where there are signals, Qt watches pipes as well
        for end in (self._ours, theirs):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(theirs)
        for number in _SIGNALS:
            signal.signal(number, lambda *_: None)
        self._notifier = QSocketNotifier(self._ours, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self.end)

    def end(self) -> None:
        """Close everything and go."""
        os.read(self._ours, 64)
        self._app.closeAllWindows()
        self._app.quit()


def watch_for_end(app: QApplication) -> Ending | None:
    """Listen for signals to end; not on Windows, which tells windows to close instead."""
    return None if sys.platform == "win32" else Ending(app)
