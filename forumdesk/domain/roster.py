# SPDX-License-Identifier: MIT
"""A list of participants as rows of values, to be read again without a loss.

What stands in each column of ``columns``; who is on the list says ``listed``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property, lru_cache
from typing import Any, TypeAlias

from forumdesk.domain.agenda import CheckInHow
from forumdesk.domain.columns import COLUMNS, Column, Reader, column, may_see
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.listed import ListOrder, listed, ordered
from forumdesk.domain.naming import names_from
from forumdesk.domain.people import (
    Name,
    NameForm,
    Names,
    Participation,
    Person,
    Script,
    full_name,
    script_for,
)
from forumdesk.domain.terms import T_, term
from forumdesk.domain.times import known_zone
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import EMPTY, Text
from forumdesk.domain.words import N_, Words

Value: TypeAlias = str | int | date | datetime
"""What stands in a cell; ``""`` for nothing."""
JOINT = "; "
"""Between several telephones or addresses in one cell."""
_YES, _NO = T_("cell", "yes"), T_("cell", "no")
_NEVER_BY_ITSELF = frozenset(
    {
        *("name", "family", "given", "family-first", "reading", "email", "phone", "mobile"),
        *("address", "url", "badge-name", "diet", "access", "notes", "about", "biography"),
        *("rank-reason", "languages", "keep-until"),
    }
)
_IN_COLUMNS = {"hangul": Script.HANGUL, "latin": Script.LATIN, "hanja": Script.HANJA}


@frozen
class Asked:
    """What is asked of a list: ``columns`` by key and in order, none for the usual ones.

    ``only`` are the participations (ids) wanted, all where it is ``None``; in ``languages`` stand
    the columns that there is one of for each language, the first of them orders the names; with
    ``others`` (and where no language is asked for) in every other too in which something is said.
    """

    reader: Reader = Reader.ORGANIZER
    columns: tuple[str, ...] = ()
    order: ListOrder = ListOrder.SIDE
    languages: tuple[str, ...] = ()
    only: frozenset[str] | None = None
    others: bool = False


@frozen
class Place:
    """A column of a list: what it is, and its language where it stands once for each."""

    column: Column
    language: str = ""

    @property
    def key(self) -> str:
        """How the column is named: ``office.ko``."""
        return f"{self.column.key}.{self.language}" if self.language else self.column.key


class Roster:
    """A list of an edition's participants as asked for, worded in the language of ``words``."""

    def __init__(self, dossier: Dossier, asked: Asked, words: Words) -> None:
        self.dossier, self.asked, self.words = dossier, asked, words
        self.languages = asked.languages or dossier.languages
        self.places = tuple(self._places())

    @property
    def head(self) -> tuple[str, ...]:
        """The titles of the columns."""
        return tuple(place.column.shown(self.words, place.language) for place in self.places)

    @property
    def fixed(self) -> int:
        """How many columns lead up to the names, these included."""
        names = {"hangul", "latin", "hanja", "name", "family", "given"}
        keys = [place.column.key for place in self.places]
        return next((n for n, key in enumerate(keys, 1) if key in names), 0)

    @cached_property
    def listed(self) -> tuple[Participation, ...]:
        """Who is on the list, in order."""
        asked = self.asked
        found: Iterable[Participation] = listed(self.dossier, asked.reader)
        if asked.only is not None:
            found = (one for one in found if one.id in asked.only)
        return tuple(ordered(self.dossier, found, asked.order, self.languages[0]))

    def rows(self) -> Iterator[tuple[Value, ...]]:
        """What stands in each column, for one participant after the other."""
        cells = [(_CELLS[place.column.key], place.language) for place in self.places]
        for one in self.listed:
            person = self.dossier.person.get(one.person or "", _NOBODY)
            found = _Found(self, one, person)
            yield tuple(cell(found, language) for cell, language in cells)

    def _places(self) -> Iterator[Place]:
        """The columns asked for; raises ``ForumDeskError`` for one there is not, or not here."""
        for key in self.asked.columns or self._usual():
            found = column(key)
            if found is None:
                raise ForumDeskError(
                    N_("There is no column “{name}”; there are: {names}."),
                    name=key,
                    names=", ".join(each.key for each in COLUMNS),
                )
            if not may_see(self.asked.reader, found):
                raise ForumDeskError(
                    N_("The column “{name}” is not for this audience; nothing was written."),
                    name=found.key,
                )
            language = key.partition(".")[2]
            many = found.lingual and not language
            for each in self._told(found) if many else (language if found.lingual else "",):
                yield Place(found, each)

    def _told(self, column: Column) -> Iterator[str]:
        """The languages of a column: those of the list, then others in which it says something."""
        yield from self.languages
        if self.asked.others or not self.asked.languages:
            there = {tag for text in self._texts(column.key) for tag in text}
            yield from sorted(there.difference(self.languages))

    def _texts(self, key: str) -> Iterator[Text]:
        """What those listed have in a column that stands once for each language."""
        field = key.replace("-", "_")
        for one in self.listed:
            holder: object = one
            if key == "organization":
                holder, field = self.dossier.organization.get(one.organization or ""), "name"
            elif not hasattr(one, field):
                holder = self.dossier.person.get(one.person or "")
            yield getattr(holder, field, EMPTY)

    def _usual(self) -> Iterator[str]:
        for each in COLUMNS:
            private = each.key in _NEVER_BY_ITSELF
            if not private and may_see(self.asked.reader, each):
                yield each.key
            if each.key == "name" and self._has_other_names:
                yield each.key

    @cached_property
    def _has_other_names(self) -> bool:
        """Whether somebody listed has no name in one of the scripts with a column of its own."""
        own = frozenset(_IN_COLUMNS.values())
        return any(
            person.names and own.isdisjoint(person.names)
            for one in self.listed
            if (person := self.dossier.person.get(one.person or ""))
        )

    @cached_property
    def scripts(self) -> frozenset[Script]:
        """The scripts of names that have a column of their own on this list."""
        keys = {place.column.key for place in self.places}
        return frozenset(script for key, script in _IN_COLUMNS.items() if key in keys)

    @cached_property
    def came(self) -> Mapping[str, datetime]:
        """When each participation (id) that is checked in came, in the edition's zone."""
        zone = known_zone(self.dossier.edition.timezone)
        found: dict[str, datetime] = {}
        for line in sorted(self.dossier.check_ins, key=lambda line: (line.at, line.id)):
            if line.how is CheckInHow.UNDONE:
                found.pop(line.participation, None)
            else:
                at = line.at.astimezone(zone) if zone else line.at
                found.setdefault(line.participation, at.replace(tzinfo=None, microsecond=0))
        return found


@frozen
class _Found:
    """A participant whose row is being written."""

    roster: Roster
    one: Participation
    person: Person


def plain(value: Value) -> str:
    """A value as text: dates in ISO form, which every reader takes the same way."""
    if isinstance(value, str):
        return value
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    return value.isoformat() if isinstance(value, date) else str(value)


_NOBODY = Person("", Names())
Cell = Callable[[_Found, str], Value]


def _yes(found: _Found, said: bool | None) -> str:
    return "" if said is None else found.roster.words.context(*(_YES if said else _NO))


def name_read_back(person: Person, script: Script) -> str:
    """A name in a script so that ``names_from`` reads the same again, else family name first.

    >>> name_read_back(berg, Script.LATIN)
    'van den Berg, Jan'
    """
    name = person.names.get(script)
    if name is None:
        return ""
    return _read_back(script, name, person.family_first)


@lru_cache(maxsize=8192)  # in a long list many have the same name in one script
def _read_back(script: Script, name: Name, family_first: bool | None) -> str:
    if not (name.family and name.given):
        return name.full or name.family or name.given
    same = Names.of({script: name})
    alone = Person("", same, family_first)
    forms = (NameForm.GIVEN_FIRST, NameForm.FAMILY_CAPITALS)
    said = (full_name(alone, _READS[script], form) for form in forms)
    return next((text for text in said if names_from(text) == same), _family_first(name))


def _family_first(name: Name) -> str:
    return f"{name.family}, {name.given}"


_READS = {
    **dict.fromkeys(Script, "en"),
    Script.HANGUL: "ko",
    Script.HANJA: "zh",
    Script.KANA: "ja",
    Script.CYRILLIC: "ru",
    Script.ARABIC: "ar",
}


def _in_script(script: Script) -> Cell:
    return lambda found, _: name_read_back(found.person, script)


def _name(found: _Found, _: str) -> str:
    """The name in the scripts that have no column of their own on the list."""
    names, roster = found.person.names, found.roster
    rest = Names(tuple(pair for pair in names.pairs if pair[0] not in roster.scripts))
    first = script_for(rest, roster.languages[0])
    if first is None:
        return ""
    second = next((script_for(rest, tag) for tag in roster.languages[1:]), None)
    said = [name_read_back(found.person, s) for s in dict.fromkeys((first, second)) if s]
    return f"{said[0]} ({said[1]})" if len(said) > 1 else said[0]


def _part(part: str) -> Cell:
    """Family or given name, in the script that the list's first language reads."""

    def cell(found: _Found, _: str) -> str:
        names = found.person.names
        script = script_for(names, found.roster.languages[0])
        name = names[script] if script else Name()
        return str(getattr(name, part)) or (name.full if part == "given" else "")

    return cell


def _organization(found: _Found, language: str) -> str:
    body = found.roster.dossier.organization.get(found.one.organization or "")
    return body.name.get(language, "") if body else ""


def _country(found: _Found, _: str) -> str:
    body = found.roster.dossier.organization.get(found.one.organization or "")
    return body.country if body else ""


def _side(found: _Found, _: str) -> str:
    side = found.roster.dossier.side.get(found.one.side or "")
    return found.roster.words.text(side.name) if side else ""


def _contact(kind: str) -> Cell:
    return lambda found, _: JOINT.join(c.value for c in found.person.contacts if c.kind == kind)


def _consent(purpose: str) -> Cell:
    def cell(found: _Found, _: str) -> str:
        said = [c.given for c in found.one.consents if c.purpose == purpose]
        return _yes(found, all(said) if said else None)

    return cell


def _status(found: _Found, _: str) -> str:
    return term(found.one.status, found.roster.words)


def _came(found: _Found, _: str) -> Value:
    return found.roster.came.get(found.one.id, "")


def _of(field: str, record: str = "one") -> Cell:
    """A field of the participation or of the person, as it is."""

    def cell(found: _Found, language: str) -> Value:
        value: Any = getattr(getattr(found, record), field)
        if language:
            return str(value.get(language, ""))
        said: Value = "" if value is None else value
        return said

    return cell


def _flag(field: str, record: str = "one") -> Cell:
    return lambda found, _: _yes(found, getattr(getattr(found, record), field))


def _languages(found: _Found, _: str) -> str:
    return ", ".join(found.person.languages)


_CELLS: Mapping[str, Cell] = {
    "number": _of("number"),
    "hangul": _in_script(Script.HANGUL),
    "latin": _in_script(Script.LATIN),
    "hanja": _in_script(Script.HANJA),
    "name": _name,
    "family": _part("family"),
    "given": _part("given"),
    "family-first": _flag("family_first", "person"),
    "reading": _of("reading", "person"),
    "honorific": _of("honorific", "person"),
    "organization": _organization,
    "office": _of("office"),
    "side": _side,
    "country": _country,
    "category": _of("category"),
    "status": _status,
    "status-on": _of("status_on"),
    "reply-by": _of("reply_by"),
    "email": _contact("email"),
    "phone": _contact("phone"),
    "mobile": _contact("mobile"),
    "address": _contact("address"),
    "url": _contact("url"),
    "table": _of("table_name"),
    "seat": _of("seat"),
    "badge-name": _of("badge_name"),
    "rank": _of("rank"),
    "rank-reason": _of("pin_reason"),
    "grade": _of("grade"),
    "since": _of("since"),
    "honored": lambda found, _: _yes(found, found.one.honored or None),
    "arrives": _of("arrives"),
    "departs": _of("departs"),
    "languages": _languages,
    "diet": _of("diet", "person"),
    "access": _of("access", "person"),
    "notes": _of("notes"),
    "about": _of("notes", "person"),
    "biography": _of("biography", "person"),
    "consent-list": _consent("list"),
    "consent-photo": _consent("photo"),
    "consent-contact": _consent("contact"),
    "keep-until": _of("keep_until", "person"),
    "came": _came,
}


def keys_from(text: str) -> tuple[str, ...]:
    """Keys of columns, typed with commas between them."""
    return tuple(dict.fromkeys(key.strip().lower() for key in text.split(",") if key.strip()))


def columns_for(reader: Reader, languages: Sequence[str]) -> tuple[Place, ...]:
    """Every column that a list for these readers can have, in the order of their declaration."""
    return tuple(
        Place(each, language)
        for each in COLUMNS
        if may_see(reader, each)
        for language in (languages if each.lingual else ("",))
    )
