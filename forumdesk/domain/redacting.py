# SPDX-License-Identifier: MIT
"""A person taken out of a frozen edition: the program stays whole, the person has no name in it.

What is left is a participant of an organization without name, office and number, under ids of
its own, the same in every version, so that versions can still be compared. The names are blotted
out of other texts too, unless somebody else of the edition is called the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from forumdesk.domain.people import NameForm, Person, Script, full_name
from forumdesk.domain.wording import fold

BLANK = "—"
_WIDE = 3  # syllables of a name that is looked for: two are too often a word
_DIGITS = 7  # of a telephone number
_PERSON = ("names", "reading", "honorific", "biography", "photo", "languages", "family_first")
_PARTICIPATION = (
    *("office", "badge_name", "table_name", "seat", "number", "category", "grade", "since"),
    *("rank", "pin_reason", "honored", "consents", "arrives", "departs", "status_on", "history"),
)
_EMPTY: Mapping[type, object] = {dict: {}, list: [], str: "", bool: False}

Json = dict[str, Any]


def marks_of(person: Person) -> tuple[str, ...]:
    """How a person is written in running text, the longest first: full names, addresses, numbers.

    What is a word as well, a single Latin word or a Hangul name of two syllables, is not looked
    for: blotting it out would spoil texts about something else.
    """
    said = {full_name(person, language, form) for language in ("ko", "en") for form in NameForm}
    for name in person.names.values():
        said |= {f"{name.family} {name.given}", f"{name.given} {name.family}", name.full}
        said.add(f"{name.family}{name.given}")
    said |= {contact.value for contact in person.contacts}
    return tuple(sorted(filter(_tells, map(str.strip, said)), key=lambda mark: (-len(mark), mark)))


def _tells(mark: str) -> bool:
    """Whether a text stands for one person and is no word."""
    if any(ord(letter) >= 0x2E80 for letter in mark):
        return len(mark) >= _WIDE
    digits = sum(letter.isdigit() for letter in mark)
    return " " in mark or "@" in mark or digits >= _DIGITS


def without_person(content: str, person: Person, instead: Mapping[str, str]) -> str:
    """A frozen edition without a person; the same text where the person is not in it.

    ``instead`` gives the new ids of the person and of their participations.
    """
    marks = marks_of(person)
    if person.id not in content and not any(mark in content for mark in marks):
        return content
    edition = json.loads(content)
    photos = _take_out(edition, person.id)
    in_use = {one.get("photo") for one in edition.get("people", ())}
    in_use |= {one.get("signature") for one in edition.get("passages", ())}
    edition["images"] = [i for i in edition.get("images", ()) if i["id"] not in photos - in_use]
    namesake = any(_shares(one, person) for one in edition.get("people", ()))
    blotted = edition if namesake else _blotted(edition, marks)
    text = json.dumps(blotted, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    for old, new in instead.items():
        text = text.replace(f'"{old}"', f'"{new}"')
    return text


def _take_out(edition: Json, person: str) -> set[str | None]:
    """Empty what is said of a person, or by them; gives the pictures that were theirs."""
    photos: set[str | None] = set()
    for one in edition.get("people", ()):
        if one["id"] == person:
            photos.add(one.get("photo"))
            _empty(one, _PERSON)
            one["names"] = {Script.OTHER.value: {"full": BLANK}}
    mine = set()
    for one in edition.get("participations", ()):
        if one.get("person") == person:
            mine.add(one["id"])
            _empty(one, _PARTICIPATION)
    for part in edition.get("parts", ()):
        if part.get("participation") in mine:
            _empty(part, ("statement",))
    for message in edition.get("passages", ()):
        if message.get("participation") in mine:
            photos.add(message.get("signature"))
            _empty(message, ("text", "signature"))
    return photos - {None}


def _empty(record: Json, fields: Iterable[str]) -> None:
    for field in fields:
        if field in record:
            record[field] = _EMPTY.get(type(record[field]))


def _shares(other: Json, person: Person) -> bool:
    """Whether a frozen person is called as this one is."""
    ours = {fold(f"{n.family}{n.given}{n.full}") for n in person.names.values()}
    for name in other.get("names", {}).values():
        said = "".join(name.get(part, "") for part in ("family", "given", "full"))
        if fold(said) in ours:
            return True
    return False


def _blotted(value: Any, marks: tuple[str, ...]) -> Any:  # noqa: ANN401 - any JSON value
    if isinstance(value, str):
        for mark in marks:
            value = value.replace(mark, BLANK)
        return value
    if isinstance(value, list):
        return [_blotted(item, marks) for item in value]
    if isinstance(value, dict):
        return {key: _blotted(item, marks) for key, item in value.items()}
    return value
