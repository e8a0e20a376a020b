# SPDX-License-Identifier: MIT
"""What the paper worker's process does: meet requests, one after the other, until told to end."""

from __future__ import annotations

import signal
import traceback
from dataclasses import replace
from importlib import import_module
from multiprocessing.connection import Connection

from pypdfium2 import PdfDocument

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.words import N_, Phrase
from forumdesk.handouts.catalogue import render
from forumdesk.handouts.fonts import bundled, face
from forumdesk.handouts.result import Rendered
from forumdesk.handouts.worker import (
    Answer,
    Bind,
    Draw,
    Failed,
    Hold,
    Made,
    Make,
    PageImage,
    Ready,
    Request,
    Tile,
    Warm,
)

_MOST_PIXELS = 64_000_000  # a page drawn larger than this is drawn smaller


def serve(connection: Connection) -> None:
    """Answer every request but ``Hold``; returns when the other end is closed."""
    # Ctrl-C in the terminal is for the program, which then closes this end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    desk = _Table()
    while True:
        try:
            request: Request | Hold = connection.recv()
            if isinstance(request, Hold):
                desk.hold(request.id, request.data)
            else:
                connection.send(_answered(desk, request))
        except (EOFError, OSError):
            return


class _Table:
    """The documents that lie open, by id."""

    def __init__(self) -> None:
        self._documents: dict[str, PdfDocument] = {}

    def hold(self, id: str, data: bytes) -> None:
        """Open a document, in place of the one of this id."""
        if old := self._documents.pop(id, None):
            old.close()
        self._documents[id] = PdfDocument(data)

    def sized(self, id: str, rendered: Rendered) -> Rendered:
        """Open a document that was made; it with its pages counted and measured."""
        self.hold(id, rendered.data)
        document = self._documents[id]
        sizes = tuple(document.get_page_size(n) for n in range(len(document)))
        return replace(rendered, pages=rendered.pages or len(sizes), sizes=sizes)

    def draw(self, request: Draw) -> PageImage | Failed:
        """A picture of a page."""
        document = self._documents.get(request.document)
        if document is None or not 0 <= request.page < len(document):
            return Failed(request.id, Phrase.of(N_("There is no such page.")))
        page = document[request.page]
        width, height = page.get_size()
        scale = min(request.scale, (_MOST_PIXELS / (width * height)) ** 0.5)
        bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
        pixels = bytes(bitmap.buffer)
        image = PageImage(
            request.id,
            request.document,
            request.page,
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            pixels,
        )
        bitmap.close()
        page.close()
        return image


def _answered(desk: _Table, request: Request) -> Answer:
    try:
        return _met(desk, request)
    except ForumDeskError as error:
        return Failed(request.id, error.phrase)
    except Exception:  # noqa: BLE001 - a defect of a layout is reported, and the process lives on
        phrase = Phrase.of(N_("The sheet could not be set."))
        return Failed(request.id, phrase, traceback.format_exc())


def _met(desk: _Table, request: Request) -> Answer:
    match request:
        case Warm():
            _warm()
            return Ready(request.id)
        case Make():
            rendered = render(request.handout, request.content, request.options)
            return Made(request.id, desk.sized(request.id, rendered))
        case Tile():
            return Made(request.id, desk.sized(request.id, Rendered(_parted(request), 0)))
        case Bind():
            return Made(request.id, desk.sized(request.id, Rendered(_together(request), 0)))
        case Draw():
            return desk.draw(request)


def _parted(request: Tile) -> bytes:
    from forumdesk.handouts.posters import tiled  # noqa: PLC0415 - not for the first sheet

    return tiled(request.data, request.paper, request.pages)


def _together(request: Bind) -> bytes:
    from forumdesk.handouts.pack.binding import bound  # noqa: PLC0415 - not for the first sheet

    return bound(request.title, request.pieces)


def _warm() -> None:
    """Load what sets a sheet, and the bundled fonts."""
    import_module("forumdesk.handouts.render")
    for kind in bundled():
        face(*kind)
