# SPDX-License-Identifier: MIT
"""What a record may hold at all: right types, clean text, nothing that can't be.

What is odd but possible (a session of no length, one outside its edition) is left to checks.
"""

from __future__ import annotations

import typing
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from enum import Enum
from functools import cache, lru_cache
from typing import Any, TypeVar
from unicodedata import is_normalized

from forumdesk.domain.agenda import Link, Part, Session
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.forum import Availability, Edition, Room, Series, Side, Track
from forumdesk.domain.outcomes import Agreement, Aim, CommitmentOwner
from forumdesk.domain.patterns import Pattern
from forumdesk.domain.people import (
    Consent,
    Contact,
    Distinction,
    Image,
    Name,
    Names,
    Organization,
    Participation,
    Person,
    Quota,
    Script,
    StatusDay,
)
from forumdesk.domain.places import Seat, Seating
from forumdesk.domain.printed import PackSheet
from forumdesk.domain.records import Record, field_types, without_none
from forumdesk.domain.references import owner_of
from forumdesk.domain.seat_layouts import MOST_SEATS, MOST_TABLES
from forumdesk.domain.times import zone
from forumdesk.domain.versions import Printing
from forumdesk.domain.wording import Text, clean
from forumdesk.domain.words import N_

R = TypeVar("R", bound=Record)

FIRST_YEAR, LAST_YEAR = 1800, 2999  # of days and times: beyond, somebody mistyped
LARGEST = 2**31 - 1
LONGEST = 366 * 24 * 60  # minutes of a session or part
_LONGEST_LEAD = 3660  # days
_LANGUAGE = Pattern(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_COLOR = Pattern(r"#[0-9A-Fa-f]{6}")
_COUNTRY = Pattern(r"[A-Z]{2}")
_CONTACTS = tuple[Contact, ...]


def changed(record: R, changes: Mapping[str, object]) -> R:
    """A record with some fields changed, tidied and valid.

    Raises ``ForumDeskError`` for a field that is not there, that never changes (the id, what
    the record belongs to), or a value that does not fit.
    """
    kind = type(record)
    owner = owner_of(kind)
    for field in changes:
        if field not in field_types(kind):
            raise ForumDeskError(
                N_("{kind} has no field “{field}”."), kind=kind.__name__, field=field
            )
        if field == "id" or (owner and field == owner.field):
            raise ForumDeskError(N_("The field “{field}” never changes."), field=field)
    return tidied(having(record, changes))


def tidied(record: R) -> R:
    """A record as it may be stored; raises ``ForumDeskError`` if that can't be."""
    hints = field_types(type(record))
    values = {name: _tidy(getattr(record, name), hint, name) for name, hint in hints.items()}
    return obeying(having(record, values))


def fitting(kind: type[Record], values: Mapping[str, object]) -> Mapping[str, object]:
    """Values of some fields of a kind as they may be stored; the same if they are so already.

    For many records in a row: most values are clean, and known to be so at a glance. Raises
    ``ForumDeskError`` as ``tidied`` does; whether they go together, ``obeying`` says.
    """
    plain = _plain_hints(kind)  # type: ignore[arg-type] # as in ``field_types``
    unclean = [name for name, value in values.items() if not _is_fit(plain.get(name), value)]
    if not unclean:
        return values
    hints = field_types(kind)
    for name in unclean:
        if name not in hints:
            raise ForumDeskError(
                N_("{kind} has no field “{field}”."), kind=kind.__name__, field=name
            )
    return {**values, **{name: _tidy(values[name], hints[name], name) for name in unclean}}


def _is_fit(hint: object, value: object) -> bool:
    """Whether a value of a field of this type, ``None`` if there is none, is clean at a glance."""
    if hint is None:
        return False
    if type(value) is str:
        return hint is str and _is_clean(value)
    if type(value) is Text:
        return hint is Text and _is_clean_text(value)
    if type(value) is tuple:
        return not value or (hint is _CONTACTS and all(map(_is_clean_contact, value)))
    return hint is type(value) and isinstance(value, (Enum, bool))


def _is_clean(text: str) -> bool:
    if not text:
        return True
    return text.isprintable() and " " not in (text[0], text[-1]) and is_normalized("NFC", text)


@lru_cache(maxsize=4096)  # of offices and the like a list has few
def _is_clean_text(text: Text) -> bool:
    return text == Text.of(text) and all(_LANGUAGE.fullmatch(language) for language in text)


def _is_clean_contact(contact: object) -> bool:
    if type(contact) is not Contact:
        return False
    kind, value = contact.kind, contact.value
    if type(kind) is not str or type(value) is not str:
        return False
    whole = kind + value  # if that is in normal form, so is each of the two
    if " " in (kind[:1], kind[-1:], value[:1], value[-1:]):
        return False
    return whole.isprintable() and is_normalized("NFC", whole)


@cache
def _plain_hints(kind: type[Record]) -> Mapping[str, object]:
    """The types of a kind's fields, whether or not they may be empty; that of contacts is one."""
    plain = {name: without_none(hint) for name, hint in field_types(kind).items()}
    return {name: _CONTACTS if hint == _CONTACTS else hint for name, hint in plain.items()}


def obeying(record: R) -> R:
    """A record of fitting values that go together; raises ``ForumDeskError`` if they do not."""
    for rule in _RULES.get(type(record), ()):
        rule(record)
    return record


def having(record: R, values: Mapping[str, object]) -> R:
    """A record with other values in some fields, not looked at yet."""
    given: Any = record
    other: R = replace(given, **values)
    return other


def _tidy(value: object, hint: object, field: str) -> object:
    wanted = without_none(hint)
    if value is None and wanted is not hint:
        return None
    return _tidy_value(value, wanted, field)


def _tidy_value(value: object, hint: object, field: str) -> object:
    if typing.get_origin(hint) is tuple:
        if not isinstance(value, (tuple, list)):
            raise _unfit(value, field)
        inner = typing.get_args(hint)[0]
        return tuple(_tidy_value(item, inner, field) for item in value)
    if type(value) is not hint:
        raise _unfit(value, field)
    return _TIDY.get(type(value), _tidy_other)(value, field)


def _tidy_other(value: object, field: str) -> object:
    if not isinstance(value, (Link, Contact, Consent, StatusDay)):
        return value
    hints = field_types(type(value))
    parts = {name: _tidy(getattr(value, name), hint, field) for name, hint in hints.items()}
    whole: Any = value
    return replace(whole, **parts)


def _tidy_text(value: Text, field: str) -> Text:
    for language, text in value.items():
        if not isinstance(text, str) or not _LANGUAGE.fullmatch(language):
            raise _unfit(language, field)
    return Text.of(value)


def _tidy_names(value: Names, field: str) -> Names:
    for script, name in value.pairs:
        if not (isinstance(script, Script) and isinstance(name, Name)):
            raise _unfit(name, field)
    return Names.of(value)


def _tidy_int(value: int, field: str) -> int:
    if abs(value) > LARGEST:
        raise _unfit(value, field)
    return value


def _tidy_date(value: date, field: str) -> date:
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise _unfit(value, field)
    return value


def _tidy_datetime(value: datetime, field: str) -> datetime:
    """Wall times are kept to the minute; moments (UTC) as they are."""
    _tidy_date(value, field)
    return value if value.tzinfo else value.replace(second=0, microsecond=0, fold=0)


_TIDY: Mapping[type, Callable[[Any, str], object]] = {
    str: lambda value, _: clean(value).strip(),
    int: _tidy_int,
    date: _tidy_date,
    datetime: _tidy_datetime,
    Text: _tidy_text,
    Names: _tidy_names,
}


def _unfit(value: object, field: str) -> ForumDeskError:
    shown = value.value if isinstance(value, Enum) else value
    return ForumDeskError(
        N_("“{value}” does not fit the field “{field}”."), value=str(shown)[:60], field=field
    )


def _require(condition: bool, value: object, field: str) -> None:
    if not condition:
        raise _unfit(value, field)


def _series(series: Series) -> None:
    if not series.title:
        raise ForumDeskError(N_("A series needs a title in at least one language."))
    if not series.languages:
        raise ForumDeskError(N_("A series needs at least one language."))
    _languages(series.languages)
    for name in (series.timezone, *series.zones):
        zone(name)
    for country in series.holidays:
        _require(bool(_COUNTRY.fullmatch(country)), country, "holidays")
    _require(0 <= series.lead <= _LONGEST_LEAD, series.lead, "lead")


def _edition(edition: Edition) -> None:
    first, last = edition.first_day, edition.last_day
    if first and last and last < first:
        raise ForumDeskError(
            N_("The last day ({last}) is before the first ({first})."),
            last=last.isoformat(),
            first=first.isoformat(),
        )
    zone(edition.timezone)
    _require(0 <= edition.day_boundary < 24 * 60, edition.day_boundary, "day_boundary")
    _require(edition.number is None or edition.number >= 1, edition.number, "number")
    _color(edition.accent, "accent")
    _require(0 <= edition.transfer <= LONGEST, edition.transfer, "transfer")
    _require(edition.predecessor != edition.id, edition.predecessor, "predecessor")


def _session(session: Session) -> None:
    _minutes(session.minutes)
    for field in ("starts", "began", "ended"):
        _wall(getattr(session, field), field)
    _at_least("expected", 0)(session)
    for field in ("follows", "predecessor"):
        _require(getattr(session, field) != session.id, session.id, field)
    _languages(session.languages)


def _participation(participation: Participation) -> None:
    if participation.person is None and participation.organization is None:
        raise ForumDeskError(N_("A participant needs a person or an organization."))
    for field in ("rank", "number"):
        _at_least(field, 1)(participation)
    for field in ("deputy_for", "companion_of"):
        _require(getattr(participation, field) != participation.id, participation.id, field)
    _wall(participation.arrives, "arrives")
    _wall(participation.departs, "departs")
    arrives, departs = participation.arrives, participation.departs
    if arrives and departs and departs < arrives:
        raise ForumDeskError(
            N_("The departure ({departs}) is before the arrival ({arrives})."),
            departs=f"{departs:%Y-%m-%d %H:%M}",
            arrives=f"{arrives:%Y-%m-%d %H:%M}",
        )


def _availability(availability: Availability) -> None:
    room, participation = availability.room, availability.participation
    if (room is None) == (participation is None):
        raise ForumDeskError(N_("A time of availability is that of a room or of a participant."))
    _wall(availability.starts, "starts")
    _wall(availability.ends, "ends")
    if availability.ends <= availability.starts:
        raise ForumDeskError(
            N_("The end {end} is before the start {start}."),
            end=f"{availability.ends:%Y-%m-%d %H:%M}",
            start=f"{availability.starts:%Y-%m-%d %H:%M}",
        )


def _distinction(distinction: Distinction) -> None:
    _require(distinction.one != distinction.other, distinction.other, "other")


def _quota(quota: Quota) -> None:
    _at_least("seats", 0)(quota)
    _require(quota.side is None or quota.organization is None, quota.organization, "organization")


def _image(image: Image) -> None:
    _require(image.media_type in ("image/png", "image/jpeg"), image.media_type, "media_type")
    _require(image.width > 0, image.width, "width")
    _require(image.height > 0, image.height, "height")
    _require(bool(image.data), "", "data")


def _agreement(agreement: Agreement) -> None:
    for field in ("amends", "replaces"):
        _require(getattr(agreement, field) != agreement.id, agreement.id, field)


def _owner(owner: CommitmentOwner) -> None:
    if owner.person is None and owner.organization is None:
        raise ForumDeskError(N_("Whoever answers for a commitment is a person or an organization."))


def _minutes(minutes: int | None) -> None:
    if minutes is not None and not 0 <= minutes <= LONGEST:
        raise ForumDeskError(N_("A length of {minutes} minutes can't be."), minutes=minutes)


def _wall(at: datetime | None, field: str) -> None:
    _require(at is None or at.tzinfo is None, at, field)


def _languages(languages: Iterable[str], field: str = "languages") -> None:
    seen: set[str] = set()
    for language in languages:
        _require(bool(_LANGUAGE.fullmatch(language)) and language not in seen, language, field)
        seen.add(language)


def _color(color: str, field: str = "color") -> None:
    _require(not color or bool(_COLOR.fullmatch(color)), color, field)


def _country(country: str) -> None:
    _require(not country or bool(_COUNTRY.fullmatch(country)), country, "country")


def _at_least(field: str, least: int) -> Callable[[Any], None]:
    def rule(record: object) -> None:
        value = getattr(record, field)
        _require(value is None or value >= least, value, field)

    return rule


def _plan(plan: Seating) -> None:
    """A plan is of a size that can be drawn."""
    if plan.tables > MOST_TABLES or plan.seats > MOST_SEATS:
        raise ForumDeskError(
            N_("A plan has at most {tables} tables or rows of {seats} seats; nothing was changed."),
            tables=MOST_TABLES,
            seats=MOST_SEATS,
        )


_RULES: Mapping[type, tuple[Callable[[Any], None], ...]] = {
    Series: (_series,),
    Edition: (_edition,),
    Room: (_at_least("capacity", 0), lambda room: _minutes(room.changeover)),
    Availability: (_availability,),
    Track: (lambda track: _color(track.color),),
    Side: (lambda side: _country(side.country),),
    Organization: (lambda organization: _country(organization.country),),
    Person: (lambda person: _languages(person.languages),),
    Image: (_image,),
    Distinction: (_distinction,),
    Quota: (_quota,),
    Participation: (_participation,),
    Session: (_session,),
    Part: (lambda part: _minutes(part.minutes),),
    Agreement: (_agreement,),
    Aim: (_at_least("number", 1),),
    CommitmentOwner: (_owner,),
    Printing: (_at_least("pages", 0), _at_least("copies", 0)),
    PackSheet: (_at_least("copies", 0),),
    Seating: (_at_least("tables", 1), _at_least("seats", 1), _plan),
    Seat: (_at_least("table", 1), _at_least("number", 1)),
}
