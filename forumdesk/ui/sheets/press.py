# SPDX-License-Identifier: MIT
"""The press: sheets set and drawn by the paper worker, asked for and heard of in the window.

What a sheet says is worded in a thread, set and drawn in the worker process, and looked through
for findings in the thread again: none of it costs the window a frame. Requests are for a place
(a string); a later one for the same place replaces an earlier one.
"""

from __future__ import annotations

import logging
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from typing import TypeAlias, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from forumdesk.domain.desk import ForumDeskError, Problem
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_, Phrase
from forumdesk.handouts.cards.content import printed_cards
from forumdesk.handouts.catalogue import handout
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.glance import at_a_glance
from forumdesk.handouts.options import Options
from forumdesk.handouts.paper import Size
from forumdesk.handouts.preflight import preflight
from forumdesk.handouts.published import as_published, version_shown
from forumdesk.handouts.result import Rendered
from forumdesk.handouts.stale import content_digest
from forumdesk.handouts.worker import (
    Answer,
    Crashed,
    Draw,
    Failed,
    Made,
    Make,
    PageImage,
    Tile,
)
from forumdesk.ui.paper import Paper

POLL = 8  # milliseconds between two looks at the thread, while it is at work
log = logging.getLogger(__name__)
T = TypeVar("T")


@frozen
class Said:
    """What a sheet says: a digest of it, and the id of the version it shows (``None``: draft).

    ``cards`` are the digests of what its cards say, by participation.
    """

    digest: str = ""
    version: str | None = None
    cards: tuple[tuple[str, str], ...] = ()


Worded: TypeAlias = tuple[Make, Said]  # a sheet ready to be set, and what it says


@frozen
class Order:
    """A sheet that is wanted: which, of what, and how.

    ``version`` is the id of the version it is to show instead of the present. ``glance``: only
    for a small picture of its first page; nobody asks what was found, and whatever goes wrong is
    told as ``failed``. If it says what ``known`` is the digest of, it is not set again.
    """

    handout: str
    dossier: Dossier
    options: Options
    imprint: Imprint
    version: str = ""
    glance: bool = False
    known: str = ""


class Press(QObject):
    """One for the whole program.

    Signals, each with the place it is for: ``made`` (``Rendered``), ``inspected`` (list of
    ``Problem``), ``drawn`` (``PageImage``), ``failed`` (``Phrase``); ``known`` of an order that
    need not be set again. After a crash of the worker what was wanted is ordered once more.
    """

    made = Signal(str, object)
    inspected = Signal(str, object)
    drawn = Signal(str, object)
    failed = Signal(str, object)
    known = Signal(str)

    def __init__(self, paper: Paper) -> None:
        super().__init__()
        self._paper = paper
        paper.answered.connect(self._hear)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="forumdesk-wording")
        self._orders: dict[str, Order] = {}
        self._retried: set[str] = set()
        self._said: dict[str, Said] = {}
        self._wording: dict[str, Future[Worded]] = {}
        self._looking: dict[str, Future[list[Problem]]] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(POLL)
        self._timer.timeout.connect(self._poll)

    def make(self, place: str, order: Order) -> None:
        """Have a sheet set for a place."""
        self.cancel(place)
        self._orders[place] = order
        self._retried.discard(place)
        self._word(place, order)

    def draw(self, id: str, place: str, page: int, scale: float) -> None:
        """Have a page (from 0) of the sheet at a place drawn; ``scale`` 1 is 72 dpi."""
        self._paper.submit(Draw(id, place, page, scale))

    def tile(self, place: str, data: bytes, onto: tuple[Size, tuple[int, ...]]) -> None:
        """Have pages (from 0) of a PDF parted over sheets of a paper, for a place of its own."""
        self._paper.submit(Tile(place, data, *onto))

    def cancel(self, id: str) -> None:
        """Let go of a request for a sheet or a drawing."""
        for waiting in (self._wording, self._looking):
            if (found := waiting.pop(id, None)) is not None:
                found.cancel()
        self._paper.cancel(id)

    def forget(self, place: str) -> None:
        """Let go of a place for good."""
        self.cancel(place)
        self._orders.pop(place, None)
        self._paper.forget(place)

    def said(self, place: str) -> Said:
        """What the sheet at a place says."""
        return self._said.get(place, Said())

    def close(self) -> None:
        """End the thread; answers that are still under way are not heard."""
        self._paper.answered.disconnect(self._hear)
        self._timer.stop()
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _word(self, place: str, order: Order) -> None:
        self._wording[place] = self._thread.submit(_worded, place, order)
        self._timer.start()

    def _poll(self) -> None:
        for place, worded in _finished(self._wording):
            self._send(place, worded)
        for place, looked in _finished(self._looking):
            self.inspected.emit(place, looked.result())
        if not (self._wording or self._looking):
            self._timer.stop()

    def _send(self, place: str, worded: Future[Worded]) -> None:
        try:
            request, said = worded.result()
        except ForumDeskError as error:
            self.failed.emit(place, error.phrase)
            return
        self._said[place] = said
        order = self._orders.get(place)
        if order is not None and said.digest == order.known:
            self.known.emit(place)
        else:
            self._paper.submit(request)

    def _hear(self, answer: Answer) -> None:
        match answer:
            case Made():
                self._take(answer.id, answer.rendered)
            case PageImage():
                self.drawn.emit(answer.id, answer)
            case Failed():
                if answer.details:
                    log.error("handout %s: %s", answer.id, answer.details)
                self.failed.emit(answer.id, answer.phrase)
            case Crashed():
                self._again(answer)

    def _take(self, place: str, rendered: Rendered) -> None:
        self.made.emit(place, rendered)
        order = self._orders.get(place)
        if order is not None and not order.glance:
            self._looking[place] = self._thread.submit(_looked, order, rendered)
            self._timer.start()

    def _again(self, crash: Crashed) -> None:
        log.warning("the paper worker ended with code %s and was started anew", crash.code)
        order = self._orders.get(crash.id)
        if order is None:
            self.failed.emit(crash.id, Phrase.of(_LOST))
            return
        if crash.id in self._retried:
            self.failed.emit(crash.id, Phrase.of(_CRASHED))
            return
        self._retried.add(crash.id)
        self._word(crash.id, order)


_LOST = N_("The paper process ended in the middle. Your data is safe; please try again.")
_CRASHED = N_("Setting this sheet ended the paper process twice. Your data is safe.")


_NO_GLANCE = N_("The sheet could not be set.")


def _worded(place: str, order: Order) -> Worded:
    if not order.glance:
        return _said_of(place, order)
    try:
        return _said_of(place, replace(order, dossier=at_a_glance(order.dossier)))
    except ForumDeskError:
        raise
    except Exception as error:
        # The sheet itself will tell whoever asks for it; a picture of it is not worth a fault.
        log.exception("handout %s at a glance", order.handout)
        raise ForumDeskError(_NO_GLANCE) from error


def _said_of(place: str, order: Order) -> Worded:
    dossier, imprint = _state(order)
    content = handout(order.handout).build(dossier, order.options, imprint)
    version = version_shown(order.dossier, content)
    shown = version.id if version else None
    said = Said(content_digest(content), shown, tuple(printed_cards(content).items()))
    return Make(place, order.handout, content, order.options), said


def _looked(order: Order, rendered: Rendered) -> list[Problem]:
    return preflight(_state(order)[0], order.options, order.handout, rendered)


def _state(order: Order) -> tuple[Dossier, Imprint]:
    """The state that a sheet shows; thawing a version is for this thread."""
    if order.version:
        return as_published(order.dossier, order.version)
    return order.dossier, order.imprint


def _finished(waiting: dict[str, Future[T]]) -> list[tuple[str, Future[T]]]:
    done = [(place, future) for place, future in waiting.items() if future.done()]
    for place, _ in done:
        del waiting[place]
    return done
