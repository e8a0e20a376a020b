# SPDX-License-Identifier: MIT
"""What can be asked of a handout: one declaration for the command line, the window and JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, fields, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from forumdesk.domain.columns import Reader
from forumdesk.domain.dates import Clock
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.listed import ListOrder
from forumdesk.domain.people import Invitation, LetterPurpose, NameForm
from forumdesk.domain.terms import T_, term
from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_, Words
from forumdesk.handouts.agreement_options import AGREEMENT_FIELDS
from forumdesk.handouts.brief_options import BRIEF_CHOICES, BRIEF_FIELDS, BriefOrder, Release
from forumdesk.handouts.card_options import (
    CARD_CHOICES,
    CARD_FIELDS,
    Backs,
    Certificate,
    Marks,
    Order,
)
from forumdesk.handouts.imposition.plan import Flip, PressMarks
from forumdesk.handouts.letter_options import LETTER_CHOICES, LETTER_FIELDS
from forumdesk.handouts.list_options import LIST_CHOICES, LIST_FIELDS
from forumdesk.handouts.option_values import LANGUAGE, read
from forumdesk.handouts.press_options import PRESS_CHOICES, PRESS_FIELDS
from forumdesk.handouts.promise_options import (
    PROMISE_CHOICES,
    PROMISE_FIELDS,
    Promised,
    PromiseOrder,
)
from forumdesk.handouts.proof_options import PROOF_FIELDS
from forumdesk.handouts.question import Ask, Question
from forumdesk.handouts.seating_options import SEATING_FIELDS
from forumdesk.handouts.vehicle_options import (
    VEHICLE_CHOICES,
    VEHICLE_FIELDS,
    CardSize,
    Named,
)


class Arrangement(StrEnum):
    """How the languages of a sheet stand together."""

    SINGLE = "single"
    STACKED = "stacked"
    COLUMNS = "columns"
    FACING = "facing"


class Paper(StrEnum):
    """Paper sizes a handout is set on."""

    A4 = "A4"
    LETTER = "Letter"
    A5 = "A5"
    HALF_LETTER = "Half-letter"
    A3 = "A3"
    A2 = "A2"
    A1 = "A1"
    TABLOID = "Tabloid"
    ANSI_C = "ANSI-C"
    ANSI_D = "ANSI-D"


USUAL_PAPERS = (Paper.A4, Paper.LETTER, Paper.A5)
"""What office printers take; the others are for what hangs on a wall."""


class Audience(StrEnum):
    """For whom a sheet is: it decides which sessions are on it.

    Everybody reads public and press sessions; guests also those by invitation and closed ones;
    organizers everything, internal and cancelled sessions included, with drafts marked.
    """

    PUBLIC = "public"
    GUESTS = "guests"
    ORGANIZERS = "organizers"


class Variant(StrEnum):
    """Whose copy of a run sheet it is: the show caller's, or the client's without cues."""

    CALLER = "caller"
    CLIENT = "client"


class Section(StrEnum):
    """A section of the program that can be left out, in the usual order of pages."""

    COVER = "cover"
    CONTENTS = "contents"
    WELCOME = "welcome"
    AGENDA = "agenda"
    ABSTRACTS = "abstracts"
    SPEAKERS = "speakers"
    AGREEMENTS = "agreements"
    COMMITMENTS = "commitments"
    PRACTICAL = "practical"
    OTHER = "texts"
    EMERGENCY = "emergency"
    SPONSORS = "sponsors"
    IMPRINT = "imprint"
    NOTES = "notes"
    BACK = "back"


def _asked(ask: Ask, label: str, help: str, values: Iterable[StrEnum] = ()) -> dict[str, object]:
    return {"ask": ask, "label": label, "help": help, "values": tuple(values)}


@frozen
class Options:
    """What is asked of a handout; empty means "as the edition has it".

    ``first_host`` puts a host first in everything (alternat): hosts, logos, the language of its
    country, sides, parties and signatures. ``room``, ``first_host``, ``since`` and ``person`` are
    ids or names.
    """

    languages: tuple[str, ...] = field(
        default=(),
        metadata=_asked(
            Ask.LANGUAGES,
            N_("Languages"),
            N_("The languages of the sheet, in order."),
        ),
    )
    arrangement: Arrangement = field(
        default=Arrangement.STACKED,
        metadata=_asked(
            Ask.CHOICE,
            N_("Arrangement"),
            N_("How the languages stand together."),
            Arrangement,
        ),
    )
    first_host: str = field(
        default="",
        metadata=_asked(
            Ask.HOST,
            N_("First host"),
            N_("The host whose copy this is: its name, logo, language and signature come first."),
        ),
    )
    paper: Paper = field(
        default=Paper.A4,
        metadata=_asked(Ask.CHOICE, N_("Paper"), N_("The size of the paper."), Paper),
    )
    theme: str = field(
        default="",
        metadata=_asked(Ask.THEME, N_("Theme"), N_("The design of the sheet.")),
    )
    accent: str = field(
        default="",
        metadata=_asked(
            Ask.COLOR, N_("Accent colour"), N_("A house colour over that of a bundled theme.")
        ),
    )
    large_print: bool = field(
        default=False,
        metadata=_asked(Ask.SWITCH, N_("Large print"), N_("Text of 14 points or more.")),
    )
    sections: tuple[Section, ...] = field(
        default=tuple(Section),
        metadata=_asked(Ask.SEVERAL, N_("Sections"), N_("What the program contains."), Section),
    )
    day: date | None = field(
        default=None,
        metadata=_asked(Ask.DAY, N_("Day"), N_("Only this day.")),
    )
    room: str = field(
        default="",
        metadata=_asked(Ask.ROOM, N_("Room"), N_("Only this room, and what is for everybody.")),
    )
    names: NameForm = field(
        default=NameForm.GIVEN_FIRST,
        metadata=_asked(
            Ask.CHOICE, N_("Names"), N_("How names in Latin letters are written."), NameForm
        ),
    )
    clock: Clock = field(
        default=Clock.H24,
        metadata=_asked(Ask.CHOICE, N_("Clock"), N_("How times are written."), Clock),
    )
    audience: Audience = field(
        default=Audience.PUBLIC,
        metadata=_asked(
            Ask.CHOICE,
            N_("Audience"),
            N_("For whom the sheet is: it decides which sessions are on it."),
            Audience,
        ),
    )
    variant: Variant = field(
        default=Variant.CALLER,
        metadata=_asked(
            Ask.CHOICE,
            N_("Variant"),
            N_("Whose copy it is: only the show caller’s has cues and what is internal."),
            Variant,
        ),
    )

    since: str = field(
        default="",
        metadata=_asked(
            Ask.VERSION,
            N_("Changes since"),
            N_("The version that is corrected: by default the last one printed."),
        ),
    )
    person: str = field(
        default="",
        metadata=_asked(Ask.PERSON, N_("Person"), N_("Only what concerns this person.")),
    )
    earlier: int = field(
        default=4,
        metadata=_asked(
            Ask.NUMBER,
            N_("Earlier editions"),
            N_("How many editions before this one stand beside it."),
        ),
    )
    reader: Reader = LIST_FIELDS["reader"]
    list_order: ListOrder = LIST_FIELDS["list_order"]
    expected: tuple[Invitation, ...] = LIST_FIELDS["expected"]
    blank_rows: int = LIST_FIELDS["blank_rows"]
    certificate: Certificate = CARD_FIELDS["certificate"]
    stock: str = CARD_FIELDS["stock"]
    start: int = CARD_FIELDS["start"]
    backs: Backs = CARD_FIELDS["backs"]
    marks: Marks = CARD_FIELDS["marks"]
    only_new: bool = CARD_FIELDS["only_new"]
    blanks: int = CARD_FIELDS["blanks"]
    statuses: tuple[Invitation, ...] = CARD_FIELDS["statuses"]
    side: str = CARD_FIELDS["side"]
    people: tuple[str, ...] = CARD_FIELDS["people"]
    order: Order = CARD_FIELDS["order"]
    purpose: LetterPurpose = LETTER_FIELDS["purpose"]
    status: tuple[Invitation, ...] = LETTER_FIELDS["status"]
    all_languages: bool = LETTER_FIELDS["all_languages"]
    agreement: str = AGREEMENT_FIELDS["agreement"]
    promised: Promised = PROMISE_FIELDS["promised"]
    promise_order: PromiseOrder = PROMISE_FIELDS["promise_order"]
    from_forum: int = PROMISE_FIELDS["from_forum"]
    of: str = PRESS_FIELDS["of"]
    flip: Flip = PRESS_FIELDS["flip"]
    signature: int = PRESS_FIELDS["signature"]
    thickness: int = PRESS_FIELDS["thickness"]
    press_marks: PressMarks = PRESS_FIELDS["press_marks"]
    bleed: int = PRESS_FIELDS["bleed"]
    only_changed: bool = PROOF_FIELDS["only_changed"]
    card_size: CardSize = VEHICLE_FIELDS["card_size"]
    riders: Named = VEHICLE_FIELDS["riders"]
    ahead: int = BRIEF_FIELDS["ahead"]
    texts_by: date | None = BRIEF_FIELDS["texts_by"]
    brief_order: BriefOrder = BRIEF_FIELDS["brief_order"]
    release: Release = BRIEF_FIELDS["release"]
    plan: str = SEATING_FIELDS["plan"]

    def having(self, section: Section) -> bool:
        """Whether a section of the program is wanted."""
        return section in self.sections


def _questions() -> dict[str, Question]:
    return {
        f.name: Question(
            f.name,
            Ask(f.metadata["ask"]),
            f.metadata["label"],
            f.metadata["help"],
            f.metadata["values"],
            f.metadata.get("called", ""),
        )
        for f in fields(Options)
    }


QUESTIONS: Mapping[str, Question] = MappingProxyType(_questions())
"""Every option by its field name, in the order in which a form shows them."""
COMMON: tuple[str, ...] = tuple(f.name for f in fields(Options) if "special" not in f.metadata)
"""Those that no group of handouts has for itself."""

_CHOICES: tuple[tuple[StrEnum, tuple[str, str]], ...] = (
    (Arrangement.SINGLE, T_("arrangement", "One language")),
    (Arrangement.STACKED, T_("arrangement", "One below the other")),
    (Arrangement.COLUMNS, T_("arrangement", "Side by side")),
    (Arrangement.FACING, T_("arrangement", "On facing pages")),
    (Paper.A4, T_("paper size", "A4")),
    (Paper.LETTER, T_("paper size", "Letter")),
    (Paper.A5, T_("paper size", "A5")),
    (Paper.HALF_LETTER, T_("paper size", "Half-letter")),
    (Paper.A3, T_("paper size", "A3")),
    (Paper.A2, T_("paper size", "A2")),
    (Paper.A1, T_("paper size", "A1")),
    (Paper.TABLOID, T_("paper size", "Tabloid (11 × 17 in)")),
    (Paper.ANSI_C, T_("paper size", "17 × 22 in")),
    (Paper.ANSI_D, T_("paper size", "22 × 34 in")),
    (Section.COVER, T_("section", "Cover")),
    (Section.CONTENTS, T_("section", "Contents")),
    (Section.WELCOME, T_("section", "Welcome")),
    (Section.AGENDA, T_("section", "Agenda")),
    (Section.ABSTRACTS, T_("section", "Abstracts")),
    (Section.SPEAKERS, T_("section", "Speakers")),
    (Section.AGREEMENTS, T_("section", "Agreements")),
    (Section.COMMITMENTS, T_("section", "Since the last forum")),
    (Section.PRACTICAL, T_("section", "Practical information")),
    (Section.OTHER, T_("section", "Further texts")),
    (Section.EMERGENCY, T_("section", "In an emergency")),
    (Section.SPONSORS, T_("section", "Sponsors")),
    (Section.IMPRINT, T_("section", "Imprint")),
    (Section.NOTES, T_("section", "Notes")),
    (Section.BACK, T_("section", "Back cover")),
    (NameForm.GIVEN_FIRST, T_("names", "Gil-dong Hong")),
    (NameForm.FAMILY_CAPITALS, T_("names", "HONG Gil-dong")),
    (NameForm.FAMILY_FIRST, T_("names", "Hong Gil-dong")),
    (Clock.H24, T_("clock", "24 hours (14:30)")),
    (Clock.H12, T_("clock", "12 hours (2:30 p.m.)")),
    (Audience.PUBLIC, T_("audience", "Everybody")),
    (Audience.GUESTS, T_("audience", "Invited guests")),
    (Audience.ORGANIZERS, T_("audience", "Organizers")),
    (Variant.CALLER, T_("variant", "Show caller")),
    (Variant.CLIENT, T_("variant", "Client")),
    *LIST_CHOICES,
    *CARD_CHOICES,
    *LETTER_CHOICES,
    *PROMISE_CHOICES,
    *PRESS_CHOICES,
    *VEHICLE_CHOICES,
    *BRIEF_CHOICES,
)
_NAMES = {(type(member), member.value): name for member, name in _CHOICES}


def choice_name(member: StrEnum, words: Words) -> str:
    """What a value of an option is called in the language of ``words``."""
    found = _NAMES.get((type(member), member.value))
    return words.context(*found) if found else term(member, words)


def options_from(
    given: Mapping[str, object],
    start: Options | None = None,
    own: Mapping[str, Question] = MappingProxyType({}),
) -> Options:
    """Options from texts by field name, as the command line and JSON give them.

    ``own`` are the questions of one handout by name, which may take less than others do.

    Lists are lists, or text with commas. The arrangement may also be a language (``ko``), which
    means that one alone. Raises ``ForumDeskError`` naming the option that can't be met.
    """
    options = start or Options()
    for name, value in given.items():
        if name not in QUESTIONS:
            raise ForumDeskError(N_("There is no option “{name}”."), name=name)
        options = replace(options, **_read(own.get(name, QUESTIONS[name]), value))
    return options


def options_as_json(options: Options) -> dict[str, object]:
    """Options as plain values that ``options_from`` reads back."""
    plain = {name: getattr(options, name) for name in QUESTIONS}
    return {
        name: value.isoformat() if isinstance(value, date) else _plain(value)
        for name, value in plain.items()
        if value is not None
    }


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [str(part) for part in value]
    return value if isinstance(value, bool | int) else str(value)


def _read(question: Question, value: object) -> dict[str, Any]:
    if question.name == "arrangement" and value not in list(Arrangement):
        language = str(value)
        if not LANGUAGE.fullmatch(language):
            raise _bad(question, value)
        return {"languages": (language,), "arrangement": Arrangement.SINGLE}
    try:
        return {question.name: read(question, value)}
    except ValueError:
        raise _bad(question, value) from None


def _bad(question: Question, value: object) -> ForumDeskError:
    if question.values != QUESTIONS[question.name].values:
        return ForumDeskError(
            N_("{option} can't be “{value}” for {what}; it is one of: {values}."),
            what=question.of,
            option=question.flag,
            value=value,
            values=", ".join(question.values),
        )
    if question.values:
        return ForumDeskError(
            N_("{option} can't be “{value}”; it is one of: {values}."),
            option=question.flag,
            value=value,
            values=", ".join(question.values),
        )
    return ForumDeskError(N_("{option} can't be “{value}”."), option=question.flag, value=value)
