# SPDX-License-Identifier: MIT
"""What a cell adds to a row's draft, by the key of its column.

**To add a column**: a reader here beside its key, and what it is when empty.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from forumdesk.domain.cells import (
    contacts_in,
    country,
    is_mangled,
    lost_its_zero,
    says_nothing,
    status,
    yes_or_no,
)
from forumdesk.domain.desk import Severity
from forumdesk.domain.drafts import Draft
from forumdesk.domain.headings import language_called
from forumdesk.domain.language_tags import tags
from forumdesk.domain.name_cells import name_cell
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


def _language(text: str, spot: Spot) -> str:
    """The language of a text, by its script."""
    if text.isascii():
        return "en"
    script = script_of(text)
    return spot.east if script is Script.HANJA else _LANGUAGE.get(script, "en")


def _by_language(text: str, spot: Spot) -> list[tuple[str, str]]:
    """A text on one line; lines in different languages are said each in its own."""
    if spot.language:
        return [(spot.language, one_line(text))]
    if "\n" not in text and "||" not in text:
        return [(_language(text, spot), " ".join(text.split()))]
    found: dict[str, list[str]] = {}
    for line in _PACKED.sub("\n", text).split("\n"):
        if line.strip():
            found.setdefault(_language(line, spot), []).append(one_line(line))
    return [(language, " ".join(lines)) for language, lines in found.items()]


def _name(draft: Draft, cell: str, spot: Spot) -> None:
    draft.name(name_cell(cell))


def _family(draft: Draft, cell: str, spot: Spot) -> None:
    draft.family = one_line(f"{draft.family} {cell}")


def _given(draft: Draft, cell: str, spot: Spot) -> None:
    draft.given = one_line(f"{draft.given} {cell}")


def _said(field: str) -> Reader:
    """A reader of a text by language that stands on one line."""

    def read(draft: Draft, cell: str, spot: Spot) -> None:
        for language, text in _by_language(cell, spot):
            draft.say(field, language, text)

    return read


def _long(draft: Draft, cell: str, spot: Spot) -> None:
    text = _lines(cell)
    draft.say("biography", spot.language or _language(text, spot), text)


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
        into[field] = ", ".join(filter(None, (str(into.get(field, "")), one_line(cell))))

    return read


def _note(kind: str) -> Reader:
    """A reader of notes: their lines stay, several columns come one below the other."""

    def read(draft: Draft, cell: str, spot: Spot) -> None:
        into = draft.person if kind == "person" else draft.participation
        into["notes"] = "\n".join(filter(None, (str(into.get("notes", "")), _lines(cell))))

    return read


def _side(draft: Draft, cell: str, spot: Spot) -> None:
    draft.side = one_line(cell)


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
    for contact in contacts_in(spot.key, cell):
        if contact.kind:
            draft.contacts.append(contact)
            if lost_its_zero(contact.value):
                draft.found(
                    N_("The number {value} may have lost a zero at its beginning."),
                    value=contact.value,
                )
        elif is_mangled(contact.value):
            _mangled(draft, contact.value, spot)
        else:
            _not_understood(draft, contact.value, spot)


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
