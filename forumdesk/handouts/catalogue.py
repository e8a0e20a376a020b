# SPDX-License-Identifier: MIT
"""Every handout there is: one line each, and everything else follows from it.

A handout is built from a dossier (``contents``, without reportlab) and set by ``render``, which
is imported when the first sheet is set.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from importlib import import_module
from typing import TYPE_CHECKING

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.terms import T_
from forumdesk.domain.values import frozen
from forumdesk.domain.versions import Printing, Version
from forumdesk.domain.words import N_
from forumdesk.handouts.agreement_options import AGREEMENT_OPTIONS
from forumdesk.handouts.card_options import CARD_OPTIONS
from forumdesk.handouts.content import Content
from forumdesk.handouts.contents.errata import ERRATA, as_slip, errata_content
from forumdesk.handouts.contents.program import agenda_content, program_content
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.letter_options import LETTER_OPTIONS
from forumdesk.handouts.list_options import LIST_OPTIONS
from forumdesk.handouts.naming import file_name
from forumdesk.handouts.options import EVERY, QUESTIONS, Arrangement, Options, Paper, Question
from forumdesk.handouts.promise_options import PROMISE_OPTIONS
from forumdesk.handouts.result import Finding, FindingKind, Rendered
from forumdesk.handouts.stale import Known, stale
from forumdesk.handouts.taking import (
    as_agenda,
    as_agreement,
    as_alone,
    as_asked,
    as_cards,
    as_fact_sheet,
    as_list,
    as_promises,
    as_run_sheet,
    as_signing_table,
)

if TYPE_CHECKING:
    from forumdesk.handouts.document import Printed

LEAST_DPI = 200
"""Dots per inch under which a picture looks coarse on paper."""
LEAST_MODULE = 0.35
"""Millimetres to a module under which telephones fail to read a printed QR code."""
LETTERS, COMPARISON = "letters", "comparison"
Builder = Callable[[Dossier, Options, Imprint], Content]


def _later(module: str, builder: str) -> Builder:
    """A builder that is loaded when its first sheet is made, not to list what there is."""

    def build(dossier: Dossier, options: Options, imprint: Imprint) -> Content:
        found: Builder = getattr(import_module(f"forumdesk.handouts.contents.{module}"), builder)
        return found(dossier, options, imprint)

    return build


@frozen
class Handout:
    """A kind of sheet: its name, what it is called and for, the options it honours.

    ``takes`` gives the options as it takes them: what it leaves no choice in is settled.
    ``everybody``: it is about all participants and needs a dossier that has them; ``compares``:
    it is about all editions of the series and needs their comparison.
    """

    name: str
    title: tuple[str, str]
    purpose: str
    options: tuple[str, ...]
    build: Builder
    takes: Callable[[Options], Options] = as_asked
    arrangements: tuple[Arrangement, ...] = tuple(Arrangement)
    everybody: bool = False
    compares: bool = False

    @property
    def cards(self) -> bool:
        """Whether it is made of cards, one for each participant."""
        return "stock" in self.options

    @property
    def questions(self) -> tuple[Question, ...]:
        """Its options as they are asked for, with the values it can have."""
        own = {"arrangement": self.arrangements}
        asked = (QUESTIONS[name] for name in self.options)
        return tuple(replace(q, values=own.get(q.name, q.values), of=self.name) for q in asked)


@frozen
class DataFormat:
    """A data format that stands beside the handouts; the file's ending is ``.name``, or another.

    ``options`` are what can be asked of it on the command line; ``folder``: it is many files.
    """

    name: str
    title: str
    purpose: str
    options: tuple[str, ...] = ()
    folder: bool = False
    ending: str = ""


def _without(names: Iterable[str], *others: str) -> tuple[str, ...]:
    return tuple(name for name in names if name not in others)


_OF_SLIPS = ("since", "person")
_OF_ALL = _without(
    EVERY,
    *(*CARD_OPTIONS, *LIST_OPTIONS, *LETTER_OPTIONS, *AGREEMENT_OPTIONS, *PROMISE_OPTIONS),
)
_PROGRAM = _without(_OF_ALL, "variant", "earlier", *_OF_SLIPS)
_WITHOUT_SECTIONS = _without(_PROGRAM, "sections")
_RUN_SHEET = _without(_OF_ALL, "sections", "audience", "earlier", *_OF_SLIPS)
_OF_LISTS = ("reader", "list_order")
_OF_TABLES = ("audience", "columns", "order", "languages")
_OF_PROGRAMS = ("audience", "languages", "version")
_OF_PAGES = (
    *(*_OF_PROGRAMS, "sections", "first_host", "day", "room", "names", "clock"),
    *("theme", "accent"),
)
_OF_SIGN_IN = ("list_order", "expected", "blank_rows")
_BELOW = (Arrangement.SINGLE, Arrangement.STACKED)
_PAPER = ("languages", "arrangement", "first_host", "paper", "theme", "accent", "large_print")
_LOOK = ("first_host", "names", "paper", "theme", "accent")
_BADGES = ("languages", "arrangement", *_without(CARD_OPTIONS, "certificate"), *_LOOK)
_TENTS = _without(_BADGES, "backs")
_LABELS = _without(_BADGES, "arrangement", "first_host", "backs", "blanks")
_OF_SHEETS = ("start", "marks", "blanks", "statuses")
_COPIES = (*AGREEMENT_OPTIONS, *_without(_PAPER, "arrangement"), "names")
_SIGNING = (*AGREEMENT_OPTIONS, *_PAPER, "names")
_ONE_PAGE = (Arrangement.SINGLE, Arrangement.STACKED, Arrangement.COLUMNS)
_CERTIFICATES = ("certificate", *_without(_BADGES, *_OF_SHEETS))
_CARD_ARRANGEMENTS = (Arrangement.SINGLE, Arrangement.STACKED, Arrangement.FACING)
_MESSAGES = ("languages", *LETTER_OPTIONS, "person", "first_host", "names")
_LETTERS = (*_MESSAGES, "paper", "theme", "accent", "large_print")
_SLIP = (*_OF_SLIPS, *(name for name in _WITHOUT_SECTIONS if name not in ("day", "room")))


def _errata(dossier: Dossier, options: Options, imprint: Imprint) -> Content:
    return errata_content(dossier, options, imprint, _stale_sheets)


def _stale_sheets(dossier: Dossier) -> Iterator[tuple[tuple[str, str], Printing]]:
    for printing in stale_printings(dossier):
        yield handout(printing.handout).title, printing


HANDOUTS: tuple[Handout, ...] = (
    Handout(
        "program",
        T_("handout", "Program"),
        N_("The printed program: cover, agenda, speakers, agreement, practical notes."),
        _PROGRAM,
        program_content,
    ),
    Handout(
        "agenda",
        T_("handout", "Agenda"),
        N_("The agenda on one sheet, or on as few as it takes."),
        _WITHOUT_SECTIONS,
        agenda_content,
        as_agenda,
    ),
    Handout(
        "run-sheet",
        T_("handout", "Run sheet"),
        N_("The show caller’s sheet: every item with its times, people, cues and transitions."),
        _RUN_SHEET,
        _later("run_sheet", "run_sheet_content"),
        as_run_sheet,
        _BELOW,
    ),
    Handout(
        "mc-script",
        T_("handout", "MC script"),
        N_("What the master of ceremonies says, item by item, with forms of address."),
        _WITHOUT_SECTIONS,
        _later("mc_script", "mc_script_content"),
        as_agenda,
    ),
    Handout(
        ERRATA,
        T_("handout", "Correction slip"),
        N_("What changed since the version that was printed, and which sheets are stale."),
        _SLIP,
        _errata,
        as_slip,
    ),
    Handout(
        "attendees",
        T_("handout", "List of participants"),
        N_("Who takes part: for everybody, for the door desk or for the organizers."),
        (*_OF_LISTS, *_PAPER, "names"),
        _later("attendees", "attendees_content"),
        as_list,
        _BELOW,
        everybody=True,
    ),
    Handout(
        "sign-in",
        T_("handout", "Sign-in sheets"),
        N_("To sign at the door, with codes for typing back who came."),
        (*_OF_SIGN_IN, *_PAPER, "names"),
        _later("sign_in", "sign_in_content"),
        as_list,
        _BELOW,
        everybody=True,
    ),
    Handout(
        "commitments",
        T_("handout", "Commitments"),
        N_("What was promised at earlier forums, how it stands, and what shows it."),
        (*PROMISE_OPTIONS, *_PAPER, "names"),
        _later("commitments", "commitments_content"),
        as_promises,
    ),
    Handout(
        "commitments-by-owner",
        T_("handout", "Commitments by owner"),
        N_("A page for each who answers for something, with room for their answer."),
        (*_without(PROMISE_OPTIONS, "promise_order"), *_PAPER, "names"),
        _later("commitments", "owners_content"),
        as_promises,
        _BELOW,
    ),
    Handout(
        "badges",
        T_("handout", "Badges"),
        N_("Name badges with a code to scan, on any sheet of cards or labels."),
        _BADGES,
        _later("cards", "badges_content"),
        as_cards,
        _CARD_ARRANGEMENTS,
        everybody=True,
    ),
    Handout(
        "name-tents",
        T_("handout", "Name tents"),
        N_("Folded name tents for tables, with the name on both sides."),
        _TENTS,
        _later("cards", "tents_content"),
        as_cards,
        _CARD_ARRANGEMENTS,
        everybody=True,
    ),
    Handout(
        "place-cards",
        T_("handout", "Place cards"),
        N_("Small cards for set tables, with table and seat."),
        _TENTS,
        _later("cards", "places_content"),
        as_cards,
        _CARD_ARRANGEMENTS,
        everybody=True,
    ),
    Handout(
        "labels",
        T_("handout", "Address labels"),
        N_("Address labels, each in the order in which its country writes one."),
        _LABELS,
        _later("labels", "labels_content"),
        as_cards,
        everybody=True,
    ),
    Handout(
        "certificates",
        T_("handout", "Certificates"),
        N_("Certificates of attendance for who was checked in, and of thanks to who spoke."),
        _CERTIFICATES,
        _later("certificates", "certificates_content"),
        as_cards,
        _CARD_ARRANGEMENTS,
        everybody=True,
    ),
    Handout(
        COMPARISON,
        T_("handout", "Comparison of editions"),
        N_("Editions side by side: who came again, who spoke, how the program grew."),
        ("earlier", *_PAPER),
        _later("comparison", "comparison_content"),
        as_list,
        _BELOW,
        compares=True,
    ),
    Handout(
        LETTERS,
        T_("handout", "Letters"),
        N_("Letters to participants, one a page, for envelopes with a window."),
        _LETTERS,
        _later("letters", "letters_content"),
        as_alone,
        (Arrangement.SINGLE,),
        everybody=True,
    ),
    Handout(
        "agreement",
        T_("handout", "Signing copies"),
        N_("An agreement to be signed: a copy in each language for every party, itself first."),
        _COPIES,
        _later("signing_copies", "signing_copies_content"),
        as_agreement,
        (Arrangement.STACKED,),
    ),
    Handout(
        "signing-table",
        T_("handout", "Signing table"),
        N_("Who sits where at the signing, flags, folders and turns, the photograph, a checklist."),
        _SIGNING,
        _later("signing_table", "signing_table_content"),
        as_signing_table,
        _BELOW,
    ),
    Handout(
        "fact-sheet",
        T_("handout", "Fact sheet"),
        N_("For the press: what was signed, by whom and where, aims in short, statements."),
        _SIGNING,
        _later("fact_sheet", "fact_sheet_content"),
        as_fact_sheet,
        _ONE_PAGE,
    ),
)
FORMATS: tuple[DataFormat, ...] = (
    DataFormat("json", "JSON", N_("Everything in the forum file, for other programs.")),
    DataFormat(
        "csv",
        "CSV",
        N_("The participants of an edition, for any spreadsheet; read again without a loss."),
        _OF_TABLES,
    ),
    DataFormat(
        "xlsx", "Excel", N_("The participants of an edition, ready to be filtered."), _OF_TABLES
    ),
    DataFormat(
        "vcf", "vCard", N_("The people of an edition, for address books."), ("audience", "vcard")
    ),
    DataFormat(
        "ics",
        "iCalendar",
        N_("The agenda for calendars and telephones; or the editions of a series, as days."),
        ("languages", "day", "room", "person", "audience", "version", "series", "suggested"),
    ),
    DataFormat(
        "reminders",
        "iCalendar",
        N_("When open commitments are due, for calendars, with reminders before."),
        ("languages", "series", "owner", "days_before"),
        ending="ics",
    ),
    DataFormat(
        "eml",
        "E-mail",
        N_("Letters as messages in a folder, to be sent with a mail program."),
        _MESSAGES,
        folder=True,
    ),
    DataFormat(
        "schedule.xml",
        "schedule.xml",
        N_("The program, for the schedule apps and video teams of conferences."),
        _OF_PROGRAMS,
    ),
    DataFormat(
        "schedule.json",
        "schedule.json",
        N_("The same as JSON, with biographies, roles and all that the source said besides."),
        _OF_PROGRAMS,
    ),
    DataFormat(
        "html",
        "HTML",
        N_("The program as one page for any browser: in all languages, for phones, to be printed."),
        _OF_PAGES,
    ),
)


def handout(name: str) -> Handout:
    """A handout by its name; raises ``ForumDeskError`` if there is none of it."""
    for one in HANDOUTS:
        if one.name == name:
            return one
    names = ", ".join(one.name for one in HANDOUTS)
    raise ForumDeskError(
        N_("There is no handout “{name}”; there are: {names}."), name=name, names=names
    )


def stale_printings(dossier: Dossier, known: Known | None = None) -> tuple[Printing, ...]:
    """The printings of an edition that say something else than their sheets would now.

    ``known`` is for who looks again and again: see ``stale``.
    """
    # A slip is about a version and is never stale itself, of cards each is looked at for itself, a
    # letter was sent as it was, a comparison is of more than this edition, and of lists nothing is
    # said where not all who would stand on them are here.
    never = (ERRATA, LETTERS, COMPARISON)
    told = (one for one in HANDOUTS if dossier.whole or not one.everybody)
    builders = {one.name: one.build for one in told if one.name not in never and not one.cards}
    return stale(dossier, lambda name, of, options: builders[name](of, options, _ANY), known)


# Sheets are compared without their stamps: whether one shows the newest version is not asked.
_ANY = Imprint(Version("", "", "", datetime(1970, 1, 1, tzinfo=UTC), "", ""))


def options_for(dossier: Dossier) -> Options:
    """The options a handout of an edition starts with: its languages, paper, theme and accent."""
    papers = {paper.value.casefold(): paper for paper in Paper}
    edition = dossier.edition
    return replace(
        Options(),
        languages=dossier.languages,
        paper=papers.get(dossier.series.paper.casefold(), Paper.A4),
        theme=edition.design,
        accent=edition.accent,
    )


def pdf_name(dossier: Dossier, handout: str, *more: str) -> str:
    """The file name of a handout: the edition's title, the handout's name, what is special."""
    return file_name(dossier.title.best(dossier.languages), handout, *more, ending="pdf")


def render(name: str, content: Content, options: Options) -> Rendered:
    """A handout as PDF, here and now; raises ``ForumDeskError`` for a theme there is not."""
    # reportlab is loaded when the first sheet is set, not to list what there is.
    from forumdesk.handouts.render import render as printed  # noqa: PLC0415

    made = printed(content, handout(name).takes(options))
    missing = "".join(dict.fromkeys(character for character, _ in made.missing))
    return Rendered(made.data, made.pages, tuple(_findings(made)), missing)


def _findings(made: Printed) -> Iterator[Finding]:
    for picture, dpi in made.density:
        if dpi < LEAST_DPI:
            yield Finding(FindingKind.COARSE, picture, amount=dpi)
    for points in made.modules:
        if (mm := points / 72 * 25.4) < LEAST_MODULE:
            yield Finding(FindingKind.CODE, amount=mm)
    for participation, text in made.overflowing:
        yield Finding(FindingKind.OVERFLOW, f"participation-{participation}", text)
    if made.fit is None:
        return
    if made.fit.scale < 1:
        yield Finding(FindingKind.SHRUNK, amount=made.fit.scale)
    for detail in made.fit.dropped:
        yield Finding(FindingKind.DROPPED, text=detail)
