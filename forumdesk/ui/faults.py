# SPDX-License-Identifier: MIT
"""What happens when something goes wrong that is our own fault: one calm dialog, and a log.

Nothing typed is lost by it: every step is already saved or rolled back.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication

from forumdesk import __version__
from forumdesk.domain.tracing import traced
from forumdesk.ui.desktop import Desktop
from forumdesk.ui.messages import Messages, WindowMessages


class Faults:
    """Takes over exceptions nobody caught; one dialog at a time, the rest only in the log."""

    def __init__(self, desktop: Desktop, folder: Path | None = None) -> None:
        self._desktop = desktop
        self._folder = folder
        self._telling = False

    def caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Write a fault down and tell the user."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        details = described(error, trace)
        self._write(details)
        if self._telling:
            return
        self._telling = True
        try:
            words = self._desktop.words
            self._messages().report(words("Something went wrong inside ForumDesk."), details)
        finally:
            self._telling = False

    def _messages(self) -> Messages:
        window = QApplication.activeWindow()
        work = getattr(window, "work", None)
        if work is not None:
            messages: Messages = work.messages
            return messages
        return WindowMessages(window, None, self._desktop.words)

    def _write(self, details: str) -> None:
        import logging  # noqa: PLC0415 - only a fault asks

        from platformdirs import user_log_path  # noqa: PLC0415 - only a fault asks

        folder = self._folder or user_log_path("forumdesk", appauthor=False)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with (folder / "faults.log").open("a", encoding="utf-8") as file:
                file.write(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%SZ}\n{details}\n")
        except OSError as error:
            logging.getLogger(__name__).warning("fault not written down: %s", error.strerror)


def described(error: BaseException, trace: TracebackType | None) -> str:
    """A fault with what is needed to find it, and nothing of the forum file's content."""
    import platform  # noqa: PLC0415 - only a fault asks

    head = (
        f"ForumDesk {__version__}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"{platform.platform(terse=True)}"
    )
    return f"{head}\n{traced(error.with_traceback(trace))}"


def catch_faults(desktop: Desktop) -> Faults:
    """From now on, take over what nobody catches."""
    faults = Faults(desktop)
    sys.excepthook = faults.caught
    return faults
