# SPDX-License-Identifier: MIT
"""Long work driven from the event loop in short slices, with progress and a way to stop it."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.progress import Progress

SLICE = 0.015  # seconds of work between two looks at the event loop
Work = Iterator[Any]


class Job:
    """A piece of long work: a generator that yields how far it is.

    It yields ``Progress``; a work that can't say how far it is yields anything else. One that
    does not touch the file says so with ``writes``: the user goes on meanwhile.
    """

    def __init__(
        self,
        title: str,
        work: Work,
        finished: Callable[[Any], object],
        failed: Callable[[ForumDeskError], object],
        *,
        writes: bool = True,
    ) -> None:
        self.title, self.work = title, work
        self.writes = writes
        self.finished, self.failed = finished, failed
        self.share: float | None = None


class Jobs(QObject):
    """Runs one job at a time; others wait.

    Signals: ``progressed`` after each slice and whenever what is running changes; look at
    ``current``. Cancelling closes the generator, which rolls its step back.
    """

    progressed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[Job] = []
        self.current: Job | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._slice)

    @property
    def writing(self) -> bool:
        """Whether a job is in the middle of its step."""
        return self.current is not None and self.current.writes

    def start(self, job: Job) -> None:
        """Start a job, or let it wait for the one that is running."""
        self._waiting.append(job)
        if self.current is None:
            self._next()

    def cancel(self) -> None:
        """Stop the running job; it leaves no trace."""
        if self.current is not None:
            if isinstance(self.current.work, Generator):
                self.current.work.close()
            self._next()

    def stop(self) -> None:
        """Stop the running job and forget the waiting ones, before closing."""
        self._waiting.clear()
        self.cancel()

    def _next(self) -> None:
        self.current = self._waiting.pop(0) if self._waiting else None
        if self.current is None:
            self._timer.stop()
        else:
            self._timer.start()
        self.progressed.emit()

    def _slice(self) -> None:
        job = self.current
        if job is None:
            return
        until = time.perf_counter() + SLICE
        try:
            while time.perf_counter() < until:
                _note(job, next(job.work))
        except StopIteration as stop:
            self._next()
            job.finished(stop.value)
        except ForumDeskError as error:
            self._next()
            job.failed(error)
        except BaseException:
            self._next()
            raise
        else:
            self.progressed.emit()


def _note(job: Job, news: object) -> None:
    if isinstance(news, Progress) and news.total > 0:
        job.share = news.done / news.total
    else:
        job.share = None
