# SPDX-License-Identifier: MIT
"""The paper worker: one persistent process that sets handouts and draws their pages.

The window hands it content values and gets PDF bytes and pictures of pages back, so that neither
a thousand-page list nor a preview costs it a frame. The process is spawned, never forked, and
holds no file of the user's. If it dies, that is reported and it is started anew; what had been
set is handed over again when a picture of it is wanted.
"""

from __future__ import annotations

import multiprocessing
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from queue import SimpleQueue
from typing import TypeAlias

from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_, Phrase
from forumdesk.handouts.content import Content
from forumdesk.handouts.imposition.plan import Piece
from forumdesk.handouts.options import Options
from forumdesk.handouts.result import Rendered

PATIENCE = 1.0
"""Seconds after which work that nobody waits for any more is ended with its process."""
_STARTS = 3  # a process that dies this often before it answers at all is given up


@frozen
class Warm:
    """Load fonts and layouts now."""

    id: str = "warm"


@frozen
class Make:
    """Set a handout. ``id`` is the place it is for: a later request of one id replaces it."""

    id: str
    handout: str
    content: Content
    options: Options


@frozen
class Draw:
    """Draw a page (from 0) of what was last made under ``document``; ``scale`` 1 is 72 dpi."""

    id: str
    document: str
    page: int
    scale: float = 1.0


@frozen
class Tile:
    """Part pages (from 0) of a PDF that are larger than a paper over several sheets of it."""

    id: str
    data: bytes
    paper: tuple[float, float]
    pages: tuple[int, ...]


@frozen
class Bind:
    """Put PDFs together for the printer, each under its name and on sheets of its own."""

    id: str
    title: str
    pieces: tuple[Piece, ...]


@frozen
class Hold:
    """Take a PDF back under an id; sent by ``PaperWorker`` itself."""

    id: str
    data: bytes


@frozen
class Ready:
    """The process is warm."""

    id: str


@frozen
class Made:
    """A handout is set."""

    id: str
    rendered: Rendered


@frozen
class PageImage:
    """A drawn page: rows of ``stride`` bytes, four to a pixel, red green blue and one unused."""

    id: str
    document: str
    page: int
    width: int
    height: int
    stride: int
    pixels: bytes


@frozen
class Failed:
    """A request could not be met. ``details`` is for the log, empty for a plain refusal."""

    id: str
    phrase: Phrase
    details: str = ""


@frozen
class Crashed:
    """The process died at the request of this id (``""``: at none) and was started anew."""

    id: str
    code: int | None


Request: TypeAlias = Warm | Make | Draw | Tile | Bind
Answer: TypeAlias = Ready | Made | PageImage | Failed | Crashed


@frozen
class _Running:
    request: Request
    since: float
    wanted: bool = True


class _Outbox:
    """Sends from a thread of its own: a pipe takes a large sheet no faster than it is read."""

    def __init__(self, connection: Connection) -> None:
        self._messages: SimpleQueue[Request | Hold | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._send, args=(connection,), daemon=True)
        self._thread.start()

    def put(self, message: Request | Hold) -> None:
        """Send this after what waits already."""
        self._messages.put(message)

    def close(self) -> None:
        """End the thread, when what it is at is sent or fails."""
        self._messages.put(None)
        self._thread.join()

    def _send(self, connection: Connection) -> None:
        try:
            while (message := self._messages.get()) is not None:
                connection.send(message)
        except OSError:
            return  # the process died: the next poll finds out, and reports the request


class PaperWorker:
    """The window's side: requests wait here, one at a time is with the process.

    Call ``poll`` when ``connection`` can be read, and at intervals while ``busy``: dropped work
    that still runs after ``patience`` seconds is ended then. Watch ``connection`` anew when it is
    another, as after ``Crashed``. Nothing here waits for the process, but ``close``.
    """

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._waiting: dict[str, Request] = {}
        self._running: _Running | None = None
        self._documents: dict[str, bytes] = {}
        self._held: set[str] = set()
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None
        self._outbox: _Outbox | None = None
        self._stillborn = 0

    @property
    def connection(self) -> Connection | None:
        """The end to watch; ``None`` while there is no process."""
        return self._connection

    @property
    def busy(self) -> bool:
        """Whether something wanted is waiting or running."""
        return bool(self._waiting) or (self._running is not None and self._running.wanted)

    @property
    def pid(self) -> int | None:
        """The process's id, ``None`` while there is no process."""
        return self._process.pid if self._process else None

    def start(self) -> None:
        """Start the process and warm it; nothing happens if it runs."""
        if self._process is None:
            self._spawn()
            self.submit(Warm())

    def submit(self, request: Request) -> None:
        """Ask for something; a request of the same id that is not answered yet is dropped."""
        self.cancel(request.id)
        if self._process is None:
            self._stillborn = 0
            self._spawn()
        self._waiting[request.id] = request
        self._give_up_idle_work()
        self._send_next()

    def cancel(self, id: str) -> None:
        """Drop a request; it will not be answered."""
        self._waiting.pop(id, None)
        if self._running and self._running.request.id == id:
            self._running = replace(self._running, wanted=False)

    def forget(self, document: str) -> None:
        """Let go of what was made under an id."""
        self._documents.pop(document, None)

    def poll(self) -> list[Answer]:
        """The answers that have come; never waits."""
        answers = list(self._received())
        self._give_up_idle_work()
        self._send_next()
        return answers

    def close(self) -> None:
        """End the process."""
        self._waiting.clear()
        self._end()

    def _received(self) -> Iterator[Answer]:
        try:
            while self._connection is not None and self._connection.poll():
                answer: Answer = self._connection.recv()
                self._stillborn = 0
                yield from self._taken(answer)
        except (EOFError, OSError):
            yield from self._buried()

    def _taken(self, answer: Answer) -> Iterator[Answer]:
        running, self._running = self._running, None
        if isinstance(answer, Made):
            self._held.add(answer.id)
            if running and running.wanted:
                self._documents[answer.id] = answer.rendered.data
            else:
                self._held.discard(answer.id)
        if running and running.wanted:
            yield answer
        self._send_next()

    def _buried(self) -> Iterator[Answer]:
        """The process died: say so, and go on with what waits in a new one."""
        running = self._running
        code = self._end()
        self._stillborn += 1
        yield Crashed(running.request.id if running and running.wanted else "", code)
        if self._stillborn < _STARTS:
            self._spawn()
            return
        for request in self._waiting.values():
            yield Failed(request.id, Phrase.of(N_("The paper worker does not start.")))
        self._waiting.clear()

    def _give_up_idle_work(self) -> None:
        """Work nobody wants any more must not keep others waiting for long."""
        running = self._running
        if running is None or running.wanted or not self._waiting:
            return
        if time.monotonic() - running.since > self._patience:
            self._end()
            self._spawn()

    def _send_next(self) -> None:
        if self._running or not self._waiting or self._connection is None:
            return
        request = self._waiting.pop(next(iter(self._waiting)))
        self._running = _Running(request, time.monotonic())
        if isinstance(request, Draw):
            self._hand_over(request.document)
        self._post(request)

    def _hand_over(self, document: str) -> None:
        data = self._documents.get(document)
        if data is not None and document not in self._held:
            self._post(Hold(document, data))
            self._held.add(document)

    def _post(self, message: Request | Hold) -> None:
        if self._outbox is not None:
            self._outbox.put(message)

    def _spawn(self) -> None:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self._process = context.Process(
            target=_serve, args=(theirs,), name="forumdesk-paper", daemon=True
        )
        self._process.start()
        theirs.close()
        self._connection = ours
        self._outbox = _Outbox(ours)

    def _end(self) -> int | None:
        """End the process and what it was at; its exit code."""
        self._running = None
        self._held.clear()
        process, self._process = self._process, None
        if process is None:
            return None
        process.kill()
        process.join()
        if self._outbox and self._connection:
            # With its reader gone, a message half sent fails at once.
            self._outbox.close()
            self._connection.close()
        self._outbox = self._connection = None
        code = process.exitcode
        process.close()
        return code


def _serve(connection: Connection) -> None:
    """The process's side; imported here, so that the window never loads reportlab."""
    from forumdesk.handouts.serving import serve  # noqa: PLC0415

    serve(connection)
