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

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.packing import Produced
from forumdesk.domain.values import frozen
from forumdesk.domain.versions import Printing
from forumdesk.domain.words import N_, Phrase, Words
from forumdesk.handouts.cards.content import printed_cards
from forumdesk.handouts.content import Content
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.naming import write_whole
from forumdesk.handouts.options import Options
from forumdesk.handouts.pack.tickets import Ticket, last_printing, print_name, tickets
from forumdesk.handouts.paper import page_sizes, paper_name
from forumdesk.handouts.published import version_shown
from forumdesk.handouts.result import Rendered
from forumdesk.handouts.stale import content_digest, options_kept

log = logging.getLogger(__name__)
SetSheet = Callable[[str, Content, Options], Rendered]
_TOGETHER = 2  # files that make it worth to have them in one
Bind = Callable[[Sequence[tuple[str, bytes]]], bytes]


class Fate(StrEnum):
    """What became of a sheet."""

    MADE = "made"
    UNCHANGED = "unchanged"
    LEFT = "left"


@frozen
class Outcome:
    """What became of a sheet of a pack: its file, its pages and paper; or why there is none.

    ``since`` is when one that is unchanged was printed.
    """

    ticket: Ticket
    fate: Fate
    pages: int = 0
    paper: str = ""
    produced: Produced | None = None
    why: Phrase | None = None
    since: datetime | None = None

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
class Pack:
    """A pack that was made: what became of every sheet, and the files to be printed at one go.

    ``unbound`` are those of these files that could not be made.
    """

    folder: Path
    outcomes: tuple[Outcome, ...]
    prints: tuple[str, ...] = ()
    unbound: tuple[str, ...] = ()

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
    prints = dict(_prints(order, outcomes, folder, bind))
    yield PackStep(total - 1, total, order.words("Cover list"))
    made, unbound = (
        [name for name, done in prints.items() if done is is_made] for is_made in (True, False)
    )
    pack = Pack(folder, tuple(outcomes), tuple(made), tuple(unbound))
    set_list(order, pack_list(order, pack), folder, set_sheet)
    return pack


def _outcome(order: PackOrder, ticket: Ticket, folder: Path, set_sheet: SetSheet) -> Outcome:
    if ticket.why is not None or ticket.kind is None:
        return Outcome(ticket, Fate.LEFT, why=ticket.why)
    try:
        content = ticket.kind.build(order.dossier, ticket.options, order.imprint)
        produced = _produced(order, ticket, content)
        if order.changed and (last := _unchanged(order, ticket, produced)):
            return Outcome(ticket, Fate.UNCHANGED, last.pages, since=last.at)
        rendered = set_sheet(ticket.kind.name, content, ticket.options)
        paper = paper_name(page_sizes(rendered.data)[0])
    except ForumDeskError as error:
        return Outcome(ticket, Fate.LEFT, why=error.phrase)
    except Exception:
        # A defect of one sheet is ours, and no reason for there to be no others.
        log.exception("sheet %s of a pack", ticket.sheet.handout)
        return Outcome(ticket, Fate.LEFT, why=Phrase.of(N_("The sheet could not be set.")))
    write_whole(folder / ticket.name, rendered.data)
    made = replace(produced, pages=rendered.pages)
    return Outcome(ticket, Fate.MADE, rendered.pages, paper, made)


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


def _prints(
    order: PackOrder, outcomes: Iterable[Outcome], folder: Path, bind: Bind
) -> Iterator[tuple[str, bool]]:
    """What is on one kind of paper in one file, where there is more than one sheet of it.

    Tells of each such file whether it was made.
    """
    papers: dict[str, list[Outcome]] = {}
    for one in outcomes:
        if one.bindable:
            papers.setdefault(one.paper, []).append(one)
    for paper, together in papers.items():
        if len(together) < _TOGETHER:
            continue
        name = print_name(paper, order.words)
        parts = [(_called(one), (folder / one.ticket.name).read_bytes()) for one in together]
        try:
            data = bind(parts)
        except Exception:
            # Each of them is there for itself.
            log.exception("%s of a pack", name)
            yield name, False
            continue
        write_whole(folder / name, data)
        yield name, True


def _called(one: Outcome) -> str:
    return one.ticket.name.removesuffix(".pdf")
