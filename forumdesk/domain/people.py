# SPDX-License-Identifier: MIT
"""Persons, organizations, and who takes part in an edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum

from forumdesk.domain.values import frozen
from forumdesk.domain.wording import EMPTY, Text, one_line


class Script(StrEnum):
    """The scripts a name is kept in (ISO 15924)."""

    HANGUL = "Hang"
    HANJA = "Hani"
    LATIN = "Latn"
    KANA = "Kana"
    CYRILLIC = "Cyrl"
    ARABIC = "Arab"
    OTHER = "Zyyy"

    __hash__ = str.__hash__  # names are looked up by the 100,000


@frozen
class Name:
    """A name in one script: family and given name apart, or ``full`` where that is not known."""

    family: str = ""
    given: str = ""
    full: str = ""

    def __bool__(self) -> bool:
        return bool(self.family or self.given or self.full)


@frozen
class Names(Mapping[Script, Name]):
    """A person's name in each script."""

    pairs: tuple[tuple[Script, Name], ...] = ()

    @classmethod
    def of(cls, names: Mapping[Script, Name]) -> Names:
        """Names by script, cleaned, empty ones left out."""
        tidy = {
            script: Name(one_line(n.family), one_line(n.given), one_line(n.full))
            for script, n in names.items()
        }
        return cls(tuple(sorted((script, name) for script, name in tidy.items() if name)))

    def __getitem__(self, script: Script) -> Name:
        for key, name in self.pairs:
            if key == script:
                return name
        raise KeyError(script)

    def __contains__(self, script: object) -> bool:
        # ``Mapping`` would raise and catch an error for each script that is not there.
        return any(key == script for key, _ in self.pairs)

    def __iter__(self) -> Iterator[Script]:
        return (key for key, _ in self.pairs)

    def __len__(self) -> int:
        return len(self.pairs)

    def __hash__(self) -> int:
        return hash(self.pairs)


class OrganizationKind(StrEnum):
    """What an organization is."""

    ASSOCIATION = "association"
    MINISTRY = "ministry"
    AGENCY = "agency"
    COMPANY = "company"
    UNIVERSITY = "university"
    INSTITUTE = "institute"
    PRESS = "press"
    EMBASSY = "embassy"
    OTHER = "other"


@frozen
class Image:
    """A raster picture: a logo or a portrait, re-encoded and without metadata."""

    id: str
    media_type: str
    width: int
    height: int
    data: bytes


@frozen
class Organization:
    """A body that hosts, sends people or signs. ``country`` is ISO 3166-1 alpha-2.

    ``aliases`` are names by which lists call it besides ("삼성전자(주)"); ``address`` is where
    letters go.
    """

    id: str
    name: Text
    short: Text = EMPTY
    kind: OrganizationKind = OrganizationKind.OTHER
    sector: str = ""
    country: str = ""
    parent: str | None = None
    logo: str | None = None
    website: str = ""
    address: Text = EMPTY
    aliases: tuple[str, ...] = ()


@frozen
class Contact:
    """A way to reach somebody; ``kind``: email, phone, mobile, address or url."""

    kind: str
    value: str


@frozen
class Person:
    """A person as such; what office they hold is said by each participation.

    ``family_first`` is the person's own order in Latin script (``None``: by the document);
    ``reading`` helps whoever reads the name aloud, per language. Two people may share a name.
    ``keep_until`` is the day after which the person is to be reviewed for erasing.
    """

    id: str
    names: Names
    family_first: bool | None = None
    reading: Text = EMPTY
    honorific: Text = EMPTY
    contacts: tuple[Contact, ...] = ()
    biography: Text = EMPTY
    photo: str | None = None
    languages: tuple[str, ...] = ()
    diet: str = ""
    access: str = ""
    notes: str = ""
    keep_until: date | None = None


@frozen
class Distinction:
    """Two persons alike in name or contact whom somebody has looked at: they are not the same."""

    id: str
    one: str
    other: str


class Invitation(StrEnum):
    """How far a participation has come."""

    PROPOSED = "proposed"
    INVITED = "invited"
    ACCEPTED = "accepted"
    TENTATIVE = "tentative"
    DECLINED = "declined"
    CANCELLED = "cancelled"
    WAITLISTED = "waitlisted"


INTERPRETERS = ("interpret", "통역", "dolmetsch", "通訳", "通譯")
"""Words (folded) by which a category is told to be that of interpreters."""

ABSENT = frozenset({Invitation.DECLINED, Invitation.CANCELLED})
"""Who was asked and will not come."""


@frozen
class Consent:
    """Leave to use something of a person: ``purpose`` is ``list``, ``photo`` or ``contact``.

    ``source`` says how it was given ("registration form"), ``until`` when it ends.
    """

    purpose: str
    given: bool
    on: date | None = None
    until: date | None = None
    source: str = ""


@frozen
class StatusDay:
    """A status that an invitation had before, and the day it got it."""

    status: Invitation
    on: date | None = None


@frozen
class Participation:
    """A person at an edition, in the office held then; or a body's seat, its name to follow.

    ``rank`` is a place in the order of precedence set by hand (1 comes first), ``pin_reason``
    says why; others stand where the edition's rules put them (``domain.precedence``), by
    ``grade`` of office and ``since`` when it is held among other things. Who is ``honored`` is
    introduced as a guest of honour. ``arrives`` and ``departs`` are wall times of the edition's
    zone. ``number`` is given once within the edition and never again: it is on the badge and in
    the code of a row (``domain.codes``). ``history`` are earlier statuses, oldest first;
    ``reply_by`` the day by which an answer is asked for, where it is not the edition's.
    A deputy stands in for another participation, a companion comes along with one.
    """

    id: str
    edition: str
    person: str | None = None
    organization: str | None = None
    office: Text = EMPTY
    side: str | None = None
    category: str = ""
    rank: int | None = None
    pin_reason: str = ""
    status: Invitation = Invitation.PROPOSED
    status_on: date | None = None
    consents: tuple[Consent, ...] = ()
    badge_name: Text = EMPTY
    table_name: str = ""
    seat: str = ""
    arrives: datetime | None = None
    departs: datetime | None = None
    notes: str = ""
    number: int | None = None
    grade: str = ""
    since: date | None = None
    honored: bool = False
    history: tuple[StatusDay, ...] = ()
    reply_by: date | None = None
    deputy_for: str | None = None
    companion_of: str | None = None


@frozen
class Quota:
    """How many may come: of a side, of an organization, or (neither) to the whole edition."""

    id: str
    edition: str
    seats: int
    side: str | None = None
    organization: str | None = None


class LetterPurpose(StrEnum):
    """What a letter to a participant is for."""

    INVITATION = "invitation"
    REMINDER = "reminder"
    CONFIRMATION = "confirmation"
    THANKS = "thanks"


@frozen
class LetterText:
    """What the letters of an edition say; ``{name}`` and the like are filled in for each."""

    id: str
    edition: str
    purpose: LetterPurpose
    subject: Text = EMPTY
    body: Text = EMPTY


@frozen
class CardPrint:
    """What was last printed for a participant on a kind of card (badge, tent, certificate).

    ``digest`` is the SHA-256 in hex of what it said, ``at`` UTC.
    """

    id: str
    participation: str
    handout: str
    digest: str
    at: datetime


@frozen
class Erasure:
    """What remains of a participation whose person was erased: that somebody was counted."""

    id: str
    edition: str
    on: date
    side: str | None = None
    attended: bool = False


# Scripts in the order in which a reader of a language looks for a name.
_SCRIPTS: dict[str, tuple[Script, ...]] = {
    "ko": (Script.HANGUL, Script.LATIN, Script.HANJA),
    "ja": (Script.KANA, Script.HANJA, Script.LATIN),
    "zh": (Script.HANJA, Script.LATIN, Script.HANGUL),
    "ru": (Script.CYRILLIC, Script.LATIN),
    "ar": (Script.ARABIC, Script.LATIN),
}
_LATIN_FIRST = (Script.LATIN, Script.HANGUL, Script.HANJA)
_WITHOUT_SPACE = frozenset({Script.HANGUL, Script.HANJA, Script.KANA})


class NameForm(StrEnum):
    """How Latin names are written in a document."""

    GIVEN_FIRST = "given-first"  # Gil-dong Hong
    FAMILY_CAPITALS = "family-capitals"  # HONG Gil-dong
    FAMILY_FIRST = "family-first"  # Hong Gil-dong


def script_for(names: Names, language: str) -> Script | None:
    """The script in which a reader of ``language`` reads a name; ``None`` if it is empty."""
    there = [script for script, _ in names.pairs]
    for script in _SCRIPTS.get(language.split("-", maxsplit=1)[0], _LATIN_FIRST):
        if script in there:
            return script
    return there[0] if there else None


def full_name(person: Person, language: str, form: NameForm = NameForm.GIVEN_FIRST) -> str:
    """A person's name for a reader of ``language``; ``""`` if there is none.

    A person's own ``family_first`` decides the order of a Latin name over the document's form;
    a foreign name written in Hangul keeps the order of its language (지나 러몬도).
    """
    script = script_for(person.names, language)
    if script is None:
        return ""
    name = person.names[script]
    if not (name.family and name.given):
        return name.full or name.family or name.given
    if script in _WITHOUT_SPACE and person.family_first is False:
        return f"{name.given} {name.family}"
    if script in _WITHOUT_SPACE:
        joint = "" if len(name.family) + len(name.given) <= 5 else " "
        return f"{name.family}{joint}{name.given}"
    return _latin(name, person.family_first, form)


def _latin(name: Name, family_first: bool | None, form: NameForm) -> str:
    if form is NameForm.FAMILY_CAPITALS:
        return f"{name.family.upper()} {name.given}"
    first = form is NameForm.FAMILY_FIRST if family_first is None else family_first
    return f"{name.family} {name.given}" if first else f"{name.given} {name.family}"


def all_names(person: Person) -> Iterable[str]:
    """Every way this name is written, for searching."""
    for _, name in person.names.pairs:
        yield from filter(
            None, (name.full, f"{name.family}{name.given}", f"{name.given}{name.family}")
        )
    yield from person.reading.values()
