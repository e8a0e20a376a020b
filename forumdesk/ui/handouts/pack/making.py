# SPDX-License-Identifier: MIT
"""Making a pack beside the window: a thread words the sheets, a process of its own sets them.

The preview goes on meanwhile, and so does the user: a pack is made of the edition as it was.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Generator, Sequence
from pathlib import Path

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.progress import Progress
from forumdesk.domain.words import N_
from forumdesk.handouts.content import Content
from forumdesk.handouts.imposition.plan import Piece
from forumdesk.handouts.options import Options
from forumdesk.handouts.pack.making import Pack, PackOrder, PackStep, make_pack
from forumdesk.handouts.result import Rendered
from forumdesk.handouts.worker import Bind, Crashed, Failed, Made, Make, PaperWorker, Request

PAUSE = 0.005  # seconds the window waits for the thread between two looks at it
LOOK = 0.01  # seconds between two looks of the thread for an answer
LAST = 1.0  # seconds a cancelled thread gets to end what it is writing
log = logging.getLogger(__name__)


class _Cancelled(BaseException):
    """The pack is not wanted any more: no sheet may take that for a fault of its own."""


class PackRun:
    """A pack in the making; ``steps`` drives it as a job of the window."""

    def __init__(self, order: Callable[[], PackOrder], folder: Path) -> None:
        self._order, self._folder = order, folder
        self._wanted = threading.Event()
        self._wanted.set()
        self._step = PackStep(0, 0, "")
        self._pack: Pack | None = None
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, daemon=True, name="forumdesk-pack")

    def steps(self, cancelled: Callable[[], object]) -> Generator[Progress, None, Pack]:
        """Tell how far it is until it is made; closed before, ``cancelled`` is called."""
        self._thread.start()
        try:
            yield Progress(0, 0)
            while self._thread.is_alive():
                time.sleep(PAUSE)
                yield Progress(self._step.done, self._step.total)
        except GeneratorExit:
            self._wanted.clear()
            self._thread.join(LAST)
            cancelled()
            raise
        if self._error is not None:
            raise self._error
        if self._pack is None:
            raise ForumDeskError(N_("The handout pack could not be made."))
        return self._pack

    def _run(self) -> None:
        worker = _Setting(self._wanted)
        try:
            work = make_pack(self._order(), self._folder, worker.set_sheet, worker.bind)
            self._pack = self._driven(work)
        except _Cancelled:
            return
        except BaseException as error:  # noqa: BLE001 - it is raised where the job is driven
            self._error = error
        finally:
            worker.close()

    def _driven(self, work: Generator[PackStep, None, Pack]) -> Pack:
        while True:
            try:
                self._step = next(work)
            except StopIteration as end:
                made: Pack = end.value
                return made
            if not self._wanted.is_set():
                raise _Cancelled


class _Setting:
    """A paper worker of the pack's own, asked and waited for by its thread."""

    def __init__(self, wanted: threading.Event) -> None:
        self._wanted = wanted
        self._worker = PaperWorker()

    def set_sheet(self, handout: str, content: Content, options: Options) -> Rendered:
        """Have a sheet set; raises ``ForumDeskError`` if it can't be."""
        return self._made(Make("pack", handout, content, options))

    def bind(self, title: str, pieces: Sequence[Piece]) -> bytes:
        """Have files put together."""
        return self._made(Bind("pack", title, tuple(pieces))).data

    def close(self) -> None:
        """End the process."""
        self._worker.close()

    def _made(self, request: Request) -> Rendered:
        self._worker.submit(request)
        while self._wanted.is_set():
            for answer in self._worker.poll():
                match answer:
                    case Made():
                        self._worker.forget(answer.id)
                        return answer.rendered
                    case Failed():
                        if answer.details:
                            log.error("a sheet of a pack: %s", answer.details)
                        raise ForumDeskError(answer.phrase.message, **dict(answer.phrase.values))
                    case Crashed():
                        raise ForumDeskError(N_("The paper process ended at this sheet."))
            time.sleep(LOOK)
        raise _Cancelled
