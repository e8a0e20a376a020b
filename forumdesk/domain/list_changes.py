# SPDX-License-Identifier: MIT
"""What a row of a list says of a person, how it is remembered, and what it would change."""

from __future__ import annotations

from forumdesk.domain.columns import COLUMNS
from forumdesk.domain.entries import ListEntry
from forumdesk.domain.heading_words import EXTRAS
from forumdesk.domain.matching.traits import phone_key, same_written
from forumdesk.domain.merging import Change, Fields, changes, marks
from forumdesk.domain.people import Contact, Name, Names, Participation, Person, Script
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import fold
from forumdesk.domain.words import Words

_BETWEEN = " | "  # what is remembered of the person, and of how they take part
_PHONES = frozenset({"phone", "mobile"})


_FIELDS = {one.key.replace("-", "_"): one for one in COLUMNS}
_CALLED = {"names": "name", "table_name": "table", "pin_reason": "rank_reason"}


@frozen
class FieldNames:
    """Fields of a row (``office.ko``) as what people call them, said in any language."""

    names: tuple[str, ...]

    def said(self, words: Words) -> str:
        """What the fields are called, one after the other."""
        return ", ".join(dict.fromkeys(_called(name, words) for name in self.names))


def _called(name: str, words: Words) -> str:
    field, _, part = name.partition(".")
    if field == "contacts":
        return words.context(*EXTRAS["contact"])
    key = f"consent_{part}" if field == "consents" else _CALLED.get(field, field)
    known = _FIELDS.get(key)
    return known.shown(words, part if known.lingual else "") if known else field


def person_fields(entry: ListEntry) -> dict[str, object]:
    """What a row says of the person."""
    return {"names": entry.names, **entry.person}


def part_fields(entry: ListEntry, body: str | None, side: str | None) -> dict[str, object]:
    """What a row says of how they take part, the organization and side by id.

    Its number is ours to give.
    """
    fields = {name: value for name, value in entry.participation.items() if name != "number"}
    if entry.organization:
        fields["organization"] = body
    if side is not None:
        fields["side"] = side
    return fields


def remembered(person: Fields, part: Fields) -> str:
    """A short mark of all that a row says, to tell next time what has changed in the list."""
    return f"{marks(person)}{_BETWEEN}{marks(part)}"


def recalled(digest: str) -> tuple[str, str]:
    """Both halves of what ``remembered`` made."""
    person, _, part = digest.partition(_BETWEEN)
    return person, part


def changes_of(
    entry: ListEntry,
    person: Person,
    takes_part: tuple[Participation, Fields] | None,
    digest: str | None,
) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """What a row would change in a person, and in how they take part, by what it said last."""
    last, last_part = (None, None) if digest is None else recalled(digest)
    fields = person_fields(entry)
    parts = changes(takes_part[0], takes_part[1], last_part) if takes_part else ()
    if last is not None:
        return changes(person, fields, last), parts
    # Somebody known from elsewhere: what is written otherwise is the same, contacts go together.
    contacts = united(person.contacts, fields.pop("contacts", ()))
    found = [c for c in changes(person, fields, None) if not _alike(c)]
    if contacts != person.contacts:
        found.append(Change("contacts", person.contacts, contacts))
    return tuple(found), tuple(c for c in parts if not _alike(c))


def united(here: tuple[Contact, ...], there: object) -> tuple[Contact, ...]:
    """The contacts of a person with those of a row that are not among them in another form."""
    if not isinstance(there, tuple):
        return here
    known = set(map(_reached, here))
    return (*here, *(contact for contact in there if _reached(contact) not in known))


def _reached(contact: Contact) -> tuple[str, str]:
    if contact.kind in _PHONES:
        return "phone", phone_key(contact.value) or contact.value
    return contact.kind, fold(contact.value)


def _alike(change: Change) -> bool:
    """Whether a value merely is written otherwise."""
    here, there = change.here, change.there
    if isinstance(here, Name) and isinstance(there, Name):
        script = Script(change.name.partition(".")[2])
        return same_written(Names.of({script: here}), Names.of({script: there}))
    return isinstance(here, str) and isinstance(there, str) and fold(here) == fold(there)


def marks_of(names: Names) -> frozenset[str]:
    """The marks of names alone."""
    return frozenset(marks({"names": names}).split())


def names_in(digest: str) -> frozenset[str]:
    """The marks of names in what was remembered."""
    return frozenset(word for word in recalled(digest)[0].split() if word.startswith("names."))
