# SPDX-License-Identifier: MIT
"""Several files as one to print: each on sheets of its own, small pages several on a sheet.

What is bound reads as its files do, and goes through a printer at one go: on both sides, over the
long edge.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from forumdesk.domain.bulk import uncollected
from forumdesk.handouts.imposition.gathering import Gathering
from forumdesk.handouts.imposition.office import Leaf, Tray, first_leaf, to_cut, tray
from forumdesk.handouts.imposition.plan import Flip, Piece
from forumdesk.handouts.imposition.press import imposed, page_count
from forumdesk.handouts.imposition.trim import UNTRIMMED
from forumdesk.handouts.paper import POINTS


def bound(title: str, pieces: Iterable[Piece]) -> bytes:
    """The files one after the other, each a part of its own; all are on one kind of paper."""
    made: Gathering | None = None
    with uncollected():
        for piece in pieces:
            leaf = first_leaf(piece.data)
            on = tray(leaf)
            if made is None:
                made = Gathering(title, (on.size[0] * POINTS, on.size[1] * POINTS))
            made.add(_laid(piece, leaf, on) if on.cut else piece)
        return made.finished() if made else b""


def _laid(piece: Piece, leaf: Leaf, on: Tray) -> Piece:
    """A file whose pages are put on paper that is cut to them."""
    plan = to_cut(page_count(piece.data), on, leaf, piece)
    trim = UNTRIMMED if on.pages > 1 else leaf.trim
    data = imposed(piece.data, plan, trim)
    return replace(piece, data=data, flip=Flip.SHORT_EDGE, apart=False)
