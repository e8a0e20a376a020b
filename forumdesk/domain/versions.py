# SPDX-License-Identifier: MIT
"""Published versions, printings, acknowledged problems, and where imports came from."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from forumdesk.domain.values import frozen
from forumdesk.domain.wording import EMPTY, Text


@frozen
class Version:
    """A published, frozen state of an edition.

    ``content`` is the edition as JSON, ``digest`` its SHA-256 in hex, ``at`` UTC.
    """

    id: str
    edition: str
    name: str
    at: datetime
    content: str
    digest: str
    note: Text = EMPTY


@frozen
class Printing:
    """A handout that was produced. ``at`` is UTC; ``version`` is ``None`` for the draft.

    ``options`` (JSON) are those it was asked for with, ``digest`` the SHA-256 in hex of what it
    says: together they tell whether it would still say the same.
    """

    id: str
    edition: str
    handout: str
    at: datetime
    version: str | None = None
    pages: int = 0
    copies: int = 1
    digest: str = ""
    options: str = ""


def last_printings(printings: Iterable[Printing]) -> tuple[Printing, ...]:
    """Of each handout, as it was asked for, what was printed last; in order of time."""
    found = sorted(printings, key=lambda printing: (printing.at, printing.id))
    last = {(printing.handout, printing.options): printing.id for printing in found}
    ids = frozenset(last.values())
    return tuple(printing for printing in found if printing.id in ids)


@frozen
class Acknowledgement:
    """A problem somebody has seen and accepts; it comes back when its ``facts`` change."""

    id: str
    edition: str
    kind: str
    subject: str
    reason: str
    facts: str = ""


@frozen
class Origin:
    """Where a record came from, so that importing its source again adds nothing twice.

    ``edition`` is ``None`` for what came into the directory of people. ``source`` names the
    imported whole (``schedule:fosdem-2026``), ``key`` the thing in it,
    ``table_name`` and ``record`` what it became here, ``digest`` what it said last time, and
    ``extra`` (JSON) what the source said that the model has no field for, for the way back out.
    """

    id: str
    edition: str | None
    source: str
    key: str
    table_name: str
    record: str
    digest: str = ""
    extra: str = ""


@frozen
class HeadingMap:
    """What the columns of a list with these headings mean, as somebody once chose.

    ``headings`` are theirs, folded, one to a line; ``columns`` the fields, one to a line.
    """

    id: str
    headings: str
    columns: str


@frozen
class SavedView:
    """A way of looking at a table under a name: filters, order, columns (``state``, JSON).

    ``page`` is the page of the window that it belongs to.
    """

    id: str
    page: str
    name: str
    state: str
    position: int = 0
