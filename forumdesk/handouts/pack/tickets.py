# SPDX-License-Identifier: MIT
"""The sheets of a pack as they are to be made: named, with their options read, or why not."""

from __future__ import annotations

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.packing import options_read
from forumdesk.domain.printed import PackSheet
from forumdesk.domain.terms import T_
from forumdesk.domain.values import frozen
from forumdesk.domain.versions import Printing
from forumdesk.domain.words import N_, Phrase, Words
from forumdesk.handouts.card_options import Backs
from forumdesk.handouts.catalogue import SHELVES, handout, options_for
from forumdesk.handouts.kinds import Handout
from forumdesk.handouts.naming import file_name
from forumdesk.handouts.options import Arrangement, Options, options_as_json
from forumdesk.handouts.pack.special import special
from forumdesk.handouts.stale import options_kept
from forumdesk.handouts.stock import stock_for

COVER_LIST = T_("pack", "Cover list")
_PRINT_ALL = T_("pack", "Print all {paper}")
_PRINT_CUT = T_("pack", "Print all {paper} on {sheet}")


@frozen
class Ticket:
    """A sheet of a pack: what it is called, what is special about it, how it is asked for.

    ``kind`` is ``None`` for a handout this release does not know, ``why`` then says so; so it
    does for options that can't be read. ``shelf`` says for whom it is, ``stock`` the sheet of
    cards it is printed on.
    """

    number: int
    sheet: PackSheet
    title: str
    special: tuple[str, ...] = ()
    shelf: str = ""
    stock: str = ""
    kind: Handout | None = None
    options: Options = Options()
    why: Phrase | None = None

    @property
    def name(self) -> str:
        """The name of its file: ``01 Program - KSIA first (120).pdf``."""
        whole = file_name(f"{self.number:02} {self.title}", ", ".join(self.special), ending="pdf")
        copies = f" ({self.sheet.copies})" if self.sheet.copies > 1 else ""
        return f"{whole.removesuffix('.pdf')}{copies}.pdf"

    @property
    def two_sided(self) -> bool:
        """Whether both sides of its paper can be printed: of cards only where they have backs."""
        if self.kind is not None and self.kind.apart:
            return False
        facing = self.options.arrangement is Arrangement.FACING
        return not self.stock or facing or self.options.backs is not Backs.NONE

    @property
    def said(self) -> str:
        """Its title and what is special, in one line."""
        return " - ".join(filter(None, (self.title, ", ".join(self.special))))


def tickets(dossier: Dossier, words: Words) -> tuple[Ticket, ...]:
    """The sheets of a pack, in order; ``number`` counts those that are ticked."""
    made: list[Ticket] = []
    number = 0
    for sheet in sorted(dossier.pack, key=lambda one: one.position):
        number += sheet.ticked
        made.append(_ticket(number if sheet.ticked else 0, sheet, (dossier, words)))
    return tuple(made)


def pack_options(handout: str, options: Options, dossier: Dossier) -> dict[str, object]:
    """What differs from the usual options of an edition, of what a handout can be asked."""
    kind = _kind(handout)
    usual = options_as_json(kind.usual(options_for(dossier)))
    asked = {question.name for question in kind.questions}
    given = options_as_json(options).items()
    return {name: value for name, value in given if name in asked and value != usual.get(name)}


def last_printing(ticket: Ticket, dossier: Dossier) -> Printing | None:
    """When the sheet was printed last, asked for just so."""
    kept = options_kept(ticket.options)
    same = (p for p in dossier.printings if (p.handout, p.options) == (ticket.sheet.handout, kept))
    return max(same, key=lambda p: (p.at, p.id), default=None)


def list_name(words: Words) -> str:
    """The name of the file with the list of a pack."""
    return file_name(f"00 {words.context(*COVER_LIST)}", ending="pdf")


def print_name(paper: str, sheet: str, words: Words) -> str:
    """The name of the file with all that is on one kind of paper, cut of a larger one or not."""
    said = _PRINT_CUT if sheet else _PRINT_ALL
    return file_name(words.context(*said, paper=paper, sheet=sheet), ending="pdf")


def _kind(name: str) -> Handout:
    return handout(name)


def _ticket(number: int, sheet: PackSheet, of: tuple[Dossier, Words]) -> Ticket:
    dossier, words = of
    try:
        kind = handout(sheet.handout)
    except ForumDeskError:
        why = Phrase.of(N_("This release does not know the sheet “{name}”."), name=sheet.handout)
        return Ticket(number, sheet, sheet.handout, why=why)
    usual = kind.usual(options_for(dossier))
    bare = Ticket(number, sheet, words.context(*kind.title), shelf=_shelf(kind, words), kind=kind)
    try:
        options = kind.asked(_read(sheet), usual)
        stock = stock_for(kind.name, options.stock, options.paper.value) if kind.cards else None
    except ForumDeskError as error:
        return Ticket(number, sheet, bare.title, shelf=bare.shelf, kind=kind, why=error.phrase)
    return Ticket(
        *(number, sheet, bare.title),
        special=special(kind.name, options, usual, of),
        shelf=bare.shelf,
        stock=words.text(stock.title) if stock else "",
        kind=kind,
        options=options,
    )


def _read(sheet: PackSheet) -> dict[str, object]:
    asked = options_read(sheet.options)
    if asked is None:
        raise ForumDeskError(N_("What is asked of this sheet can't be read."))
    return asked


def _shelf(kind: Handout, words: Words) -> str:
    titles = (shelf.title for shelf in SHELVES if kind in shelf.handouts)
    return next((words.context(*title) for title in titles), "")
