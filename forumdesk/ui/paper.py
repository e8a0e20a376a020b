# SPDX-License-Identifier: MIT
"""The paper worker as the windows see it: requests in, answers as a signal, never a wait."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from forumdesk.handouts.worker import PaperWorker, Request

LOOK = 15  # milliseconds between two looks for answers while something is being made


class Paper(QObject):
    """One worker for the whole program; the process is started by ``warm`` or when first needed.

    ``answered`` carries each answer (``Made``, ``PageImage``, ``Failed``, ``Crashed``) with the
    id it was asked for under: take ids from ``place`` so that they are nobody else's. A later
    request of one id replaces an earlier one. A request lost in a crash is reported under its id
    and the process is there again; whoever still wants it asks anew.
    """

    answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker: PaperWorker | None = None
        self._places = count(1)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self._look)

    def place(self, name: str) -> str:
        """A new id for something that will be asked for again and again, such as a preview."""
        return f"{name}-{next(self._places)}"

    @property
    def pid(self) -> int | None:
        """The process's id, ``None`` while there is no process."""
        return self._worker.pid if self._worker is not None else None

    def warm(self) -> None:
        """Start the process and let it load fonts and layouts; call it after the first paint."""
        self._ready().start()
        self._timer.start()

    def submit(self, request: Request) -> None:
        """Ask for something."""
        self._ready().submit(request)
        self._timer.start()

    def cancel(self, id: str) -> None:
        """Drop a request; it will not be answered."""
        if self._worker is not None:
            self._worker.cancel(id)

    def forget(self, document: str) -> None:
        """Let go of what was made under an id."""
        if self._worker is not None:
            self._worker.forget(document)

    def close(self) -> None:
        """End the process."""
        self._timer.stop()
        if self._worker is not None:
            self._worker.close()
            self._worker = None

    def _ready(self) -> PaperWorker:
        if self._worker is None:
            # Loaded after the first paint: nothing of paper belongs into the start.
            from forumdesk.handouts.worker import PaperWorker  # noqa: PLC0415

            self._worker = PaperWorker()
        return self._worker

    def _look(self) -> None:
        if self._worker is None:
            return
        for answer in self._worker.poll():
            self.answered.emit(answer)
        if self._worker is None or not self._worker.busy:
            self._timer.stop()
