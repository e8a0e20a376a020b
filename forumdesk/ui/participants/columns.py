# SPDX-License-Identifier: MIT
"""The columns of the list of participants: what each shows, and how it is edited.

Keys and titles are those of ``domain.columns``, so that what is copied here is read there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from forumdesk.domain.columns import column
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Side
from forumdesk.domain.people import Invitation, Person, Script, full_name, script_for
from forumdesk.domain.sifting import Row
from forumdesk.domain.terms import term
from forumdesk.domain.times import zone
from forumdesk.domain.values import frozen
from forumdesk.domain.words import Words
from forumdesk.ui.dates import clock

Choices = Sequence[tuple[str, str]]
PURPOSES = ("list", "photo", "contact")


@frozen
class Sight:
    """What is needed to say a row: words, languages and sides of the edition, its zone."""

    words: Words
    languages: tuple[str, ...]
    sides: tuple[Side, ...]
    place: ZoneInfo

    @classmethod
    def of(cls, dossier: Dossier, words: Words) -> Sight:
        """The sight of an edition."""
        return cls(words, dossier.languages, dossier.sides, zone(dossier.edition.timezone))

    def side(self, id: str | None) -> str:
        """What a side is called."""
        return next((self.words.text(side.name) for side in self.sides if side.id == id), "")


Say = Callable[[Row, Sight], str]


@frozen
class RosterColumn:
    """A column; ``say`` is what a row shows in it.

    ``choices`` is what can be picked where it is not typed freely, ``offers`` tells that names
    are offered while typing. ``told`` ones are said by the program and can't be typed into.
    """

    id: str
    say: Say
    width: int = 96
    grows: bool = False
    figures: bool = False
    choices: Callable[[Sight], Choices] | None = None
    offers: bool = False
    told: bool = False

    def heading(self, words: Words) -> str:
        """What stands over it."""
        return heading(self.id, words)


def heading(id: str, words: Words) -> str:
    """What a column is called."""
    key, _, language = id.partition(".")
    known = column(key)
    return known.shown(words, language) if known else key


def columns(keys: Iterable[str], languages: Sequence[str]) -> tuple[RosterColumn, ...]:
    """Columns by key, in this order; those there aren't are left out, the name is always there."""
    known = {made.id: made for made in every_column(languages)}
    wanted = dict.fromkeys(key for key in keys if key in known)
    if "name" not in wanted:
        wanted = {"name": None, **wanted}
    return tuple(known[key] for key in wanted)


def usual(languages: Sequence[str]) -> tuple[str, ...]:
    """The columns shown until others are chosen."""
    offices = (f"office.{language}" for language in languages)
    return ("number", "name", "status", "organization", *offices, "side", "category", "came")


def every_column(languages: Sequence[str]) -> tuple[RosterColumn, ...]:
    """Every column there is for a document in these languages."""
    badges = [RosterColumn(f"badge-name.{t}", _badge(t), 128) for t in languages]
    offices = [RosterColumn(f"office.{t}", _office(t), 128, grows=True) for t in languages]
    return (
        RosterColumn("number", _number, 52, figures=True, told=True),
        RosterColumn("name", name, 168, grows=True),
        *offices,
        RosterColumn("organization", _organization, 144, grows=True, offers=True),
        RosterColumn("side", _side, 112, choices=_sides),
        RosterColumn("category", lambda row, _: row.participation.category, 88),
        RosterColumn("status", _status, 116, choices=_statuses),
        RosterColumn("status-on", lambda row, _: _day(row.participation.status_on)),
        RosterColumn("reply-by", lambda row, _: _day(row.participation.reply_by)),
        *(RosterColumn(kind, _contact(kind), 144) for kind in ("email", "phone", "mobile")),
        RosterColumn("table", lambda row, _: row.participation.table_name, 64),
        RosterColumn("seat", lambda row, _: row.participation.seat, 64),
        *badges,
        RosterColumn("rank", _rank, 60, figures=True),
        RosterColumn("rank-reason", lambda row, _: row.participation.pin_reason, 136),
        RosterColumn("grade", lambda row, _: row.participation.grade),
        RosterColumn("since", lambda row, _: _day(row.participation.since)),
        RosterColumn("honored", _honored, choices=_honors),
        RosterColumn("arrives", lambda row, _: _moment(row.participation.arrives), 128),
        RosterColumn("departs", lambda row, _: _moment(row.participation.departs), 128),
        RosterColumn("notes", lambda row, _: row.participation.notes.replace("\n", " "), 144),
        *(RosterColumn(f"consent-{p}", _consent(p), 112, choices=_consents) for p in PURPOSES),
        RosterColumn("came", _came, 120, told=True),
    )


def name(row: Row, sight: Sight) -> str:
    """A participant's name, or that of the organization whose seat it is."""
    if row.person is None:
        return sight.words.text(row.organization.name) if row.organization else "…"
    return full_name(row.person, sight.words.language) or "…"


def second_name(row: Row, sight: Sight) -> str:
    """The name in another script of the document, or that the name is to follow."""
    if row.person is None:
        return sight.words("name to follow")
    return _in_another(row.person, sight.words.language, sight.languages)


def both_names(person: Person, language: str) -> str:
    """A name as somebody types it who knows it in two scripts: ``홍길동 (Gil-dong Hong)``."""
    first, second = full_name(person, language), _in_another(person, language, ())
    return f"{first} ({second})" if second else first


def _in_another(person: Person, language: str, others: Sequence[str]) -> str:
    """The name in a script other than that for a reader of ``language``."""
    shown = script_for(person.names, language)
    scripts = (script_for(person.names, other) for other in (*others, "ko", "en"))
    script = next((s for s in scripts if s not in (None, shown)), None)
    return full_name(person, _READERS.get(script, "en")) if script else ""


_READERS: Mapping[Script, str] = MappingProxyType(
    {Script.HANGUL: "ko", Script.LATIN: "en", Script.HANJA: "zh", Script.KANA: "ja"}
)


def _side(row: Row, sight: Sight) -> str:
    return sight.side(row.participation.side)


def _number(row: Row, sight: Sight) -> str:
    return "" if row.participation.number is None else str(row.participation.number)


def _rank(row: Row, sight: Sight) -> str:
    return "" if row.participation.rank is None else str(row.participation.rank)


def _office(language: str) -> Say:
    return lambda row, _: row.participation.office.get(language, "")


def _badge(language: str) -> Say:
    return lambda row, _: row.participation.badge_name.get(language, "")


def _organization(row: Row, sight: Sight) -> str:
    return sight.words.text(row.organization.name) if row.organization else ""


def _status(row: Row, sight: Sight) -> str:
    return term(row.participation.status, sight.words)


def _statuses(sight: Sight) -> Choices:
    return [(member.value, term(member, sight.words)) for member in Invitation]


def _sides(sight: Sight) -> Choices:
    sides = [(side.id, sight.words.text(side.name)) for side in sight.sides]
    return [("", sight.words("(none)")), *sides]


def _contact(kind: str) -> Say:
    def say(row: Row, sight: Sight) -> str:
        contacts = row.person.contacts if row.person else ()
        return next((contact.value for contact in contacts if contact.kind == kind), "")

    return say


def _honored(row: Row, sight: Sight) -> str:
    return sight.words("yes") if row.participation.honored else ""


def _honors(sight: Sight) -> Choices:
    return [("", sight.words("no")), ("yes", sight.words("yes"))]


def given(row: Row, purpose: str) -> str:
    """Whether a consent is given, as the key of a choice: ``yes``, ``no`` or ``""``."""
    found = next((c for c in row.participation.consents if c.purpose == purpose), None)
    return "" if found is None else "yes" if found.given else "no"


def _consent(purpose: str) -> Say:
    def say(row: Row, sight: Sight) -> str:
        said = {"yes": sight.words("yes"), "no": sight.words("no"), "": ""}
        return said[given(row, purpose)]

    return say


def _consents(sight: Sight) -> Choices:
    words = sight.words
    return [("", words("not asked")), ("yes", words("yes")), ("no", words("no"))]


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _moment(at: datetime | None) -> str:
    return f"{at.date().isoformat()} {clock(at)}" if at else ""


def _came(row: Row, sight: Sight) -> str:
    return _moment(row.came.astimezone(sight.place)) if row.came else ""


def _picked_consent(purpose: str) -> Callable[[Row], str]:
    return lambda row: given(row, purpose)


_PICKED: Mapping[str, Callable[[Row], str]] = MappingProxyType(
    {
        "status": lambda row: row.participation.status.value,
        "side": lambda row: row.participation.side or "",
        "honored": lambda row: "yes" if row.participation.honored else "",
        **{f"consent-{p}": _picked_consent(p) for p in PURPOSES},
    }
)


def picked(key: str, row: Row) -> str:
    """The choice picked now in a column with choices, as its key."""
    return _PICKED[key](row)
