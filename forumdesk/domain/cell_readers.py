# SPDX-License-Identifier: MIT
"""What a cell adds to a row's draft, by the key of its column.

**To add a column**: a reader here beside its key, and what it is when empty.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache

from forumdesk.domain.cells import (
    contacts_in,
    country,
    is_mangled,
    lost_its_zero,
    plain_contact,
    says_nothing,
    status,
    yes_or_no,
)
from forumdesk.domain.desk import Severity
from forumdesk.domain.drafts import Draft
from forumdesk.domain.headings import language_called
from forumdesk.domain.korean_names import TITLES
from forumdesk.domain.language_tags import tags
from forumdesk.domain.name_cells import name_cell, plain_name
from forumdesk.domain.naming import script_of
from forumdesk.domain.patterns import Pattern
from forumdesk.domain.people import Consent, Script
from forumdesk.domain.typed_days import typed_day, typed_moment
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import EMPTY, one_line
from forumdesk.domain.words import N_

_PACKED = Pattern(r"[ \t]*\|\|[ \t]*")
_GAPS = Pattern(r"\n{3,}")
_LANGUAGE = {
    Script.HANGUL: "ko",
    Script.KANA: "ja",
    Script.CYRILLIC: "ru",
    Script.ARABIC: "ar",
}
_NUMBER = Pattern(r"(\d{1,6})(?:\.0+|위|번|st|nd|rd|th)?")
_PARTS = Pattern(r"[,;/·|\n]+")


@frozen
class Spot:
    """A column as its cells are read: key, language if one is set, heading, and of Hanja alone."""

    key: str
    language: str
    heading: str
    east: str = "ko"


Reader = Callable[[Draft, str, Spot], None]


def _language(text: str, east: str) -> str:
    """The language of a text, by its script; ``east`` that of Hanja alone."""
    if text.isascii():
        return "en"
    script = script_of(text)
    return east if script is Script.HANJA else _LANGUAGE.get(script, "en")


@lru_cache(maxsize=4096)  # bodies and offices come again and again
def _by_language(text: str, language: str, east: str) -> tuple[tuple[str, str], ...]:
    """A text on one line; lines in different languages are said each in its own."""
    if language:
        return ((language, one_line(text)),)
    if "\n" not in text and "||" not in text:
        return ((_language(text, east), one_line(text)),)
    found: dict[str, list[str]] = {}
    for line in _PACKED.sub("\n", text).split("\n"):
        if line.strip():
            found.setdefault(_language(line, east), []).append(one_line(line))
    return tuple((tag, " ".join(lines)) for tag, lines in found.items())


def _name(draft: Draft, cell: str, spot: Spot) -> None:
    names = plain_name(cell)
    if names is None:
        draft.name(name_cell(cell))
    else:
        draft.spelled(names)


def _family(draft: Draft, cell: str, spot: Spot) -> None:
    draft.family = one_line(f"{draft.family} {cell}")


def _given(draft: Draft, cell: str, spot: Spot) -> None:
    draft.given = one_line(f"{draft.given} {cell}")


def _said(field: str) -> Reader:
    """A reader of a text by language that stands on one line."""

    def read(draft: Draft, cell: str, spot: Spot) -> None:
        for language, text in _by_language(cell, spot.language, spot.east):
            draft.say(field, language, text)

    return read


def _affiliation(draft: Draft, cell: str, spot: Spot) -> None:
    """Organization and office in one cell; where it is not sure which is which, the office.

    On two lines, or as a house and a title that Koreans put to a name: ``대한상의 회장``.
    """
    body, apart, office = _PACKED.sub("\n", cell).partition("\n")
    if not apart:
        body, _, office = one_line(cell).partition(" ")
    if office and script_of(office) is script_of(body) and (apart or office in TITLES):
        READERS["organization"](draft, body, spot)
        READERS["office"](draft, office, spot)
    else:
        READERS["office"](draft, cell, spot)


def _long(draft: Draft, cell: str, spot: Spot) -> None:
    text = _lines(cell)
    draft.say("biography", spot.language or _language(text, spot.east), text)


def _lines(cell: str) -> str:
    """A longer text, its lines apart where the source packs them into one."""
    return _GAPS.sub("\n\n", _PACKED.sub("\n", cell)).strip() if "||" in cell else cell


def _key(draft: Draft, cell: str, spot: Spot) -> None:
    if is_mangled(cell):
        _mangled(draft, cell, spot)
    else:
        draft.key = one_line(cell)


def _mangled(draft: Draft, cell: str, spot: Spot) -> None:
    draft.kept(spot.heading, cell)
    draft.found(
        N_("A spreadsheet has made {value} of a long number, which is lost; it is kept as a note."),
        value=cell,
    )


def _plain(kind: str, field: str) -> Reader:
    """A reader of a text on one line into a field of the person or of the participation."""

    def read(draft: Draft, cell: str, spot: Spot) -> None:
        into = draft.person if kind == "person" else draft.participation
        before, text = into.get(field), " ".join(cell.split())
        into[field] = f"{before}, {text}" if before else text

    return read


def _note(kind: str) -> Reader:
    """A reader of notes: their lines stay, several columns come one below the other."""

    def read(draft: Draft, cell: str, spot: Spot) -> None:
        into = draft.person if kind == "person" else draft.participation
        before, text = into.get("notes"), _lines(cell)
        into["notes"] = f"{before}\n{text}" if before else text

    return read


def _side(draft: Draft, cell: str, spot: Spot) -> None:
    draft.side = one_line(cell)
    draft.participation.pop("side", None)  # it says one, and not that there is none


def _country(draft: Draft, cell: str, spot: Spot) -> None:
    draft.country = country(cell)
    if not draft.country and not says_nothing(cell):
        _not_understood(draft, cell, spot)


def _not_understood(draft: Draft, cell: str, spot: Spot) -> None:
    draft.kept(spot.heading, one_line(cell))
    draft.found(
        N_("“{value}” under “{heading}” is not understood; it is kept as a note."),
        value=one_line(cell)[:80],
        heading=spot.heading,
    )


def _status(draft: Draft, cell: str, spot: Spot) -> None:
    found = status(cell)
    if found is None:
        _not_understood(draft, cell, spot)
    else:
        draft.participation["status"] = found


def _day(kind: str, field: str) -> Reader:
    def read(draft: Draft, cell: str, spot: Spot) -> None:
        day = _day_of(draft, cell, spot)
        if day is not None:
            (draft.person if kind == "person" else draft.participation)[field] = day

    return read


def _day_of(draft: Draft, cell: str, spot: Spot) -> date | None:
    found = typed_day(cell)
    if found is None:
        moment = typed_moment(cell)
        if moment is None:
            _not_understood(draft, cell, spot)
        return moment.date() if moment else None
    if found.doubtful:
        draft.found(
            N_("“{value}” may mean another day; it is read as {day}."),
            value=cell,
            day=f"{found.day}",
        )
    elif found.serial:
        draft.found(
            N_("The number {value} is read as the day {day}, as spreadsheets count."),
            Severity.NOTE,
            value=cell,
            day=f"{found.day}",
        )
    return found.day


def _moment(field: str) -> Reader:
    def read(draft: Draft, cell: str, spot: Spot) -> None:
        found = typed_moment(cell)
        if found is None:
            _not_understood(draft, cell, spot)
            return
        draft.participation[field] = found
        day = typed_day(cell)
        if day is not None and day.doubtful:
            _day_of(draft, cell, spot)

    return read


def _contacts(draft: Draft, cell: str, spot: Spot) -> None:
    plain = plain_contact(spot.key, cell)
    for contact in (plain,) if plain else contacts_in(spot.key, cell):
        value = contact.value
        if contact.kind:
            draft.contacts.append(contact)
            if lost_its_zero(value):
                draft.found(
                    N_("The number {value} may have lost a zero at its beginning."), value=value
                )
        elif is_mangled(value):
            _mangled(draft, value, spot)
        else:
            _not_understood(draft, value, spot)


def _rank(draft: Draft, cell: str, spot: Spot) -> None:
    found = _NUMBER.fullmatch(cell)
    if found is None or not int(found[1]):
        _not_understood(draft, cell, spot)
    else:
        draft.participation["rank"] = int(found[1])


def _yes_no(kind: str, field: str) -> Reader:
    def read(draft: Draft, cell: str, spot: Spot) -> None:
        answer = yes_or_no(cell)
        if answer is None:
            _not_understood(draft, cell, spot)
        else:
            (draft.person if kind == "person" else draft.participation)[field] = answer

    return read


def _consent(purpose: str) -> Reader:
    def read(draft: Draft, cell: str, spot: Spot) -> None:
        answer = yes_or_no(cell)
        if answer is None:
            _not_understood(draft, cell, spot)
        else:
            draft.consents.append(Consent(purpose, answer))

    return read


def _languages(draft: Draft, cell: str, spot: Spot) -> None:
    found: list[str] = []
    for part in _PARTS.compiled.split(cell):
        word = part.strip()
        named = language_called(word)
        said = (named,) if named else tags(word)
        found.extend(said)
        if word and not said:
            _not_understood(draft, word, spot)
    draft.person["languages"] = tuple(dict.fromkeys(found))


PERSON, PARTICIPATION = "person", "participation"
READERS: Mapping[str, Reader] = {
    **dict.fromkeys(("name", "hangul", "latin", "hanja"), _name),
    **dict.fromkeys(("email", "phone", "mobile", "contact", "address", "url"), _contacts),
    "id": _key,
    "family": _family,
    "given": _given,
    "middle": _given,
    "family-first": _yes_no(PERSON, "family_first"),
    "reading": _said("reading"),
    "honorific": _said("honorific"),
    "organization": _said("organization"),
    "department": _said("department"),
    "office": _said("office"),
    "affiliation": _affiliation,
    "badge-name": _said("badge_name"),
    "biography": _long,
    "side": _side,
    "country": _country,
    "category": _plain(PARTICIPATION, "category"),
    "status": _status,
    "status-on": _day(PARTICIPATION, "status_on"),
    "reply-by": _day(PARTICIPATION, "reply_by"),
    "table": _plain(PARTICIPATION, "table_name"),
    "seat": _plain(PARTICIPATION, "seat"),
    "rank": _rank,
    "rank-reason": _plain(PARTICIPATION, "pin_reason"),
    "grade": _plain(PARTICIPATION, "grade"),
    "since": _day(PARTICIPATION, "since"),
    "honored": _yes_no(PARTICIPATION, "honored"),
    "arrives": _moment("arrives"),
    "departs": _moment("departs"),
    "languages": _languages,
    "diet": _plain(PERSON, "diet"),
    "access": _plain(PERSON, "access"),
    "notes": _note(PARTICIPATION),
    "about": _note(PERSON),
    "consent-list": _consent("list"),
    "consent-photo": _consent("photo"),
    "consent-contact": _consent("contact"),
    "keep-until": _day(PERSON, "keep_until"),
    "number": lambda draft, cell, spot: None,  # the file gives its own; a list's is its order
}

# What a field is where its column is there and its cell empty; a status is never empty.
EMPTIES: Mapping[str, tuple[str, str, object]] = {
    **dict.fromkeys(
        ("email", "phone", "mobile", "contact", "address", "url"), (PERSON, "contacts", ())
    ),
    **dict.fromkeys(
        ("consent-list", "consent-photo", "consent-contact"), (PARTICIPATION, "consents", ())
    ),
    "family-first": (PERSON, "family_first", None),
    "reading": (PERSON, "reading", EMPTY),
    "honorific": (PERSON, "honorific", EMPTY),
    "biography": (PERSON, "biography", EMPTY),
    "languages": (PERSON, "languages", ()),
    "diet": (PERSON, "diet", ""),
    "access": (PERSON, "access", ""),
    "about": (PERSON, "notes", ""),
    "keep-until": (PERSON, "keep_until", None),
    "office": (PARTICIPATION, "office", EMPTY),
    "affiliation": (PARTICIPATION, "office", EMPTY),
    "side": (PARTICIPATION, "side", None),
    "badge-name": (PARTICIPATION, "badge_name", EMPTY),
    "category": (PARTICIPATION, "category", ""),
    "status-on": (PARTICIPATION, "status_on", None),
    "reply-by": (PARTICIPATION, "reply_by", None),
    "table": (PARTICIPATION, "table_name", ""),
    "seat": (PARTICIPATION, "seat", ""),
    "rank": (PARTICIPATION, "rank", None),
    "rank-reason": (PARTICIPATION, "pin_reason", ""),
    "grade": (PARTICIPATION, "grade", ""),
    "since": (PARTICIPATION, "since", None),
    "honored": (PARTICIPATION, "honored", False),
    "arrives": (PARTICIPATION, "arrives", None),
    "departs": (PARTICIPATION, "departs", None),
    "notes": (PARTICIPATION, "notes", ""),
}
