# SPDX-License-Identifier: MIT
"""Making a pack: sheet after sheet into a folder, then the list and what is printed at one go.

What sets a sheet is handed in: a process of its own, or this one. A sheet that can't be made
never stops the others: the list says why it is missing.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from forumdesk.domain.desk import ForumDeskError, Problem
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.packing import Produced
from forumdesk.domain.values import frozen
from forumdesk.domain.versions import Printing
from forumdesk.domain.words import N_, Phrase, Words
from forumdesk.handouts.cards.content import printed_cards
from forumdesk.handouts.content import Content
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.emptiness import emptiness
from forumdesk.handouts.imposition.office import (
    Tray,
    first_leaf,
    leaves_of,
    sheets_of,
    tray,
)
from forumdesk.handouts.imposition.plan import Piece
from forumdesk.handouts.naming import write_whole
from forumdesk.handouts.options import Options
from forumdesk.handouts.pack.tickets import Ticket, last_printing, print_name, tickets
from forumdesk.handouts.paper import paper_name
from forumdesk.handouts.preflight import preflight
from forumdesk.handouts.published import version_shown
from forumdesk.handouts.result import Rendered
from forumdesk.handouts.stale import content_digest, options_kept

log = logging.getLogger(__name__)
SetSheet = Callable[[str, Content, Options], Rendered]
_TOGETHER = 2  # files that make it worth to have them in one
Bind = Callable[[str, Sequence[Piece]], bytes]


class Fate(StrEnum):
    """What became of a sheet."""

    MADE = "made"
    UNCHANGED = "unchanged"
    LEFT = "left"


@frozen
class Outcome:
    """What became of a sheet of a pack: its file, its pages and paper; or why there is none.

    ``tray`` is the paper an office prints it on. ``since`` is when one that is unchanged was
    printed. ``problems`` are what is to be looked at on one that was made: errors and warnings
    that nobody has accepted. ``leaves`` of paper are taken by a copy of it, both sides printed.
    """

    ticket: Ticket
    fate: Fate
    pages: int = 0
    paper: str = ""
    tray: Tray | None = None
    produced: Produced | None = None
    why: Phrase | None = None
    since: datetime | None = None
    problems: tuple[Problem, ...] = ()
    leaves: int = 0

    @property
    def bindable(self) -> bool:
        """Whether it is printed with others on one paper; cards need sheets of their own."""
        return self.fate is Fate.MADE and not self.ticket.stock


@frozen
class PackOrder:
    """A pack to be made of a dossier: ``changed`` has only what changed since it was printed."""

    dossier: Dossier
    imprint: Imprint
    words: Words
    changed: bool = False
    tickets: tuple[Ticket, ...] = ()

    @classmethod
    def of(
        cls, dossier: Dossier, imprint: Imprint, words: Words, *, changed: bool = False
    ) -> PackOrder:
        """The order for all sheets that are ticked; raises ``ForumDeskError`` if none is."""
        ticked = tuple(one for one in tickets(dossier, words) if one.sheet.ticked)
        if not ticked:
            raise ForumDeskError(N_("No sheet of the handout pack is ticked."))
        return cls(dossier, imprint, words, changed, ticked)


@frozen
class PackStep:
    """How far a pack is: what is being made, ``done`` of ``total``."""

    done: int
    total: int
    said: str


@frozen
class Together:
    """A file to be printed at one go, of so many others; ``made``: it could be.

    ``sheets`` of paper are taken by a copy of each.
    """

    name: str
    tray: Tray
    files: int
    sheets: int
    made: bool = True


@frozen
class Pack:
    """A pack that was made: what became of every sheet, and the files to be printed at one go."""

    folder: Path
    outcomes: tuple[Outcome, ...]
    together: tuple[Together, ...] = ()

    @property
    def prints(self) -> tuple[str, ...]:
        """The names of the files to be printed at one go."""
        return tuple(one.name for one in self.together if one.made)

    @property
    def unbound(self) -> tuple[str, ...]:
        """Those of them that could not be made."""
        return tuple(one.name for one in self.together if not one.made)

    def being(self, fate: Fate) -> tuple[Outcome, ...]:
        """The sheets that fared so."""
        return tuple(one for one in self.outcomes if one.fate is fate)

    @property
    def produced(self) -> tuple[Produced, ...]:
        """What is noted as printed."""
        return tuple(one.produced for one in self.outcomes if one.produced)


def make_pack(
    order: PackOrder, folder: Path, set_sheet: SetSheet, bind: Bind
) -> Generator[PackStep, None, Pack]:
    """Make a pack in a folder that is there. Files come to stand whole, one after the other.

    Closed before its end, it leaves those that are done, and no list. Raises ``ForumDeskError``
    if the folder can't be written to.
    """
    from forumdesk.handouts.pack.listing import pack_list, set_list  # noqa: PLC0415 - they know this

    total = len(order.tickets) + 2
    outcomes = []
    for done, ticket in enumerate(order.tickets):
        yield PackStep(done, total, ticket.said)
        outcomes.append(_outcome(order, ticket, folder, set_sheet))
    yield PackStep(total - 2, total, order.words("Files to print at one go"))
    together = tuple(_together(order, outcomes, folder, bind))
    yield PackStep(total - 1, total, order.words("Cover list"))
    pack = Pack(folder, tuple(outcomes), together)
    set_list(order, pack_list(order, pack), folder, set_sheet)
    return pack


def _outcome(order: PackOrder, ticket: Ticket, folder: Path, set_sheet: SetSheet) -> Outcome:
    if ticket.why is not None or ticket.kind is None:
        return Outcome(ticket, Fate.LEFT, why=ticket.why)
    try:
        content = ticket.kind.build(order.dossier, ticket.options, order.imprint)
        if (why := emptiness(order.dossier, ticket.options, ticket.kind, content)) is not None:
            return Outcome(ticket, Fate.LEFT, why=why)
        produced = _produced(order, ticket, content)
        if order.changed and (last := _unchanged(order, ticket, produced)):
            return Outcome(ticket, Fate.UNCHANGED, last.pages, since=last.at)
        rendered = set_sheet(ticket.kind.name, content, ticket.options)
        leaf = first_leaf(rendered.data)
    except ForumDeskError as error:
        return Outcome(ticket, Fate.LEFT, why=error.phrase)
    except Exception:
        # A defect of one sheet is ours, and no reason for there to be no others.
        log.exception("sheet %s of a pack", ticket.sheet.handout)
        return Outcome(ticket, Fate.LEFT, why=Phrase.of(N_("The sheet could not be set.")))
    write_whole(folder / ticket.name, rendered.data)
    return Outcome(
        *(ticket, Fate.MADE, rendered.pages, paper_name(leaf.page), tray(leaf)),
        replace(produced, pages=rendered.pages),
        problems=tuple(_problems(order, ticket, rendered)),
        leaves=len(leaves_of(rendered.data, rendered.pages, apart=not ticket.two_sided)),
    )


_OF_BEFORE = frozenset({"stale", "cards-changed"})  # about what this printing comes in place of


def _problems(order: PackOrder, ticket: Ticket, rendered: Rendered) -> list[Problem]:
    """What is to be looked at on a sheet before it is handed out."""
    try:
        found = preflight(order.dossier, ticket.options, ticket.sheet.handout, rendered)
    except Exception:
        # The sheet is there all the same.
        log.exception("preflight of %s", ticket.sheet.handout)
        return []
    return [one for one in found if one.pressing and one.kind not in _OF_BEFORE]


def _produced(order: PackOrder, ticket: Ticket, content: Content) -> Produced:
    shown = version_shown(order.dossier, content)
    return Produced(
        ticket.sheet.handout,
        shown.id if shown else None,
        copies=ticket.sheet.copies,
        digest=content_digest(content),
        options=options_kept(ticket.options),
        cards=tuple(printed_cards(content).items()),
    )


def _unchanged(order: PackOrder, ticket: Ticket, now: Produced) -> Printing | None:
    """The last printing, if it says the same; a draft is printed anew once it is published."""
    last = last_printing(ticket, order.dossier)
    if last is None or last.digest != now.digest:
        return None
    return last if last.version is not None or now.version is None else None


def _together(
    order: PackOrder, outcomes: Iterable[Outcome], folder: Path, bind: Bind
) -> Iterator[Together]:
    """What is on one kind of paper in one file.

    There is one where there is more than one sheet of it, or where an office has to cut it out of
    other paper.
    """
    papers: dict[tuple[str, Tray], list[Outcome]] = {}
    for one in outcomes:
        if one.bindable and one.tray is not None:
            papers.setdefault((one.paper, _upright(one.tray)), []).append(one)
    for (paper, on), together in papers.items():
        if len(together) < _TOGETHER and not on.cut:
            continue
        name = print_name(paper, on.paper if on.cut else "", order.words)
        title = f"{name.removesuffix('.pdf')} - {order.words.text(order.dossier.title)}"
        told = Together(name, on, len(together), sum(_sheets(one, on) for one in together))
        try:
            data = bind(title, [_piece(one, folder) for one in together])
        except Exception:
            # Each of them is there for itself.
            log.exception("%s of a pack", name)
            yield replace(told, made=False)
            continue
        write_whole(folder / name, data)
        yield told


def _upright(on: Tray) -> Tray:
    """The paper of pages that stand and of those that lie."""
    return on if on.cut else replace(on, size=(min(on.size), max(on.size)))


def _sheets(one: Outcome, on: Tray) -> int:
    return sheets_of(one.leaves, on, one.ticket.sheet.copies)


def _piece(one: Outcome, folder: Path) -> Piece:
    ticket = one.ticket
    return Piece(
        ticket.name.removesuffix(".pdf"),
        f"{ticket.number:02}",
        (folder / ticket.name).read_bytes(),
        flip=ticket.options.flip,
        apart=not ticket.two_sided,
        copies=ticket.sheet.copies,
    )
