# SPDX-License-Identifier: MIT
"""What a record is found by, and where it stands in a list: texts that follow from the record.

They are kept beside it in the file, so that a hundred thousand are looked through and sorted by
the database. Hangul sorts by its syllables, whose code points are in the order of the alphabet
(Unicode 3.12); other names by family name, case and accents set aside.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache, singledispatch

from forumdesk.domain.agenda import Session
from forumdesk.domain.languages import base
from forumdesk.domain.people import (
    Name,
    Names,
    Organization,
    Participation,
    Person,
    Script,
    all_names,
    script_for,
)
from forumdesk.domain.wording import Text, fold, folded

_FIRST, _LAST, _EACH = 0xAC00, 0xD7A3, 588  # syllables, and how many begin with one consonant
_CONSONANTS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_LEADING = str.maketrans({letter: fold(letter) for letter in _CONSONANTS})


def initials(text: str) -> str:
    """The initial consonants of Hangul: ``ㅎㄱㄷ`` of 홍길동; other characters are left out."""
    codes = map(ord, text)
    return "".join(
        [_CONSONANTS[(code - _FIRST) // _EACH] for code in codes if _FIRST <= code <= _LAST]
    )


def searched(typed: str) -> str:
    """What is typed into a search field, as it is looked for in a record's search text.

    Initial consonants typed as single letters come as the keyboard's (compatibility) letters,
    whose folded form are the letters that syllables are made of.
    """
    return fold(typed)


@singledispatch
def search_text(record: object) -> str:
    """All a record is found by: folded, one text to a line."""
    raise TypeError(type(record))


@search_text.register
def _person(person: Person) -> str:
    contacts = [contact.value for contact in person.contacts]
    if person.reading:
        names = list(all_names(person))
        return _lines([*names, *map(initials, names), *contacts])
    return _with_contacts(_of_names(person.names)[0], contacts)


def _with_contacts(lines: Iterable[str], contacts: list[str]) -> str:
    return "\n".join(dict.fromkeys([*lines, *[fold(contact) for contact in contacts if contact]]))


def found_and_ordered(person: Person) -> tuple[str, str, str]:
    """A person's search text, and where they stand in a list for Korean and for English."""
    lines, korean, english = _of_names(person.names)
    if person.reading.pairs:
        return search_text(person), korean, english
    contacts = [contact.value for contact in person.contacts]
    return _with_contacts(lines, contacts), korean, english


@lru_cache(maxsize=16384)  # of a hundred thousand people many share a name
def _of_names(names: Names) -> tuple[tuple[str, ...], str, str]:
    """Names and their initial consonants, folded; their sort keys for Korean and English."""
    if len(names.pairs) == 1 and (found := _of_syllables(names.pairs[0][1])):
        return found
    every = list(all_names(Person("", names)))
    texts = dict.fromkeys([*every, *map(initials, every)])
    lines = tuple(fold(text) for text in texts if text)
    return lines, _names_key(names, "ko"), _names_key(names, "en")


@search_text.register
def _organization(organization: Organization) -> str:
    names = (*organization.name.values(), *organization.short.values(), *organization.aliases)
    return folded(*names, *map(initials, names))


@search_text.register
def _participation(participation: Participation) -> str:
    part = participation
    lines = _part_lines(part.office, part.badge_name, part.category, part.table_name, part.seat)
    number = "" if part.number is None else str(part.number)
    return "\n".join([*lines, number] if number and number not in lines else lines)


@lru_cache(maxsize=4096)  # a hundred thousand participants have few offices
def _part_lines(office: Text, badge_name: Text, *others: str) -> tuple[str, ...]:
    own = [text for _, text in (*office.pairs, *badge_name.pairs)]
    return tuple(dict.fromkeys([fold(text) for text in (*own, *others) if text]))


def _lines(texts: Iterable[str]) -> str:
    """Texts as ``folded`` makes them a search text; there are many to make."""
    return "\n".join(dict.fromkeys([fold(text) for text in texts if text]))


@search_text.register
def _session(session: Session) -> str:
    return folded(session.title)


def sort_key(record: Person | Organization, language: str) -> str:
    """Where a record stands in a list for readers of ``language``; compared as plain text.

    Names in the script that they read come first, others after them; the nameless last.
    """
    if isinstance(record, Person):
        return _names_key(record.names, language)
    return _text_key(record.name, language)


def _of_syllables(name: Name) -> tuple[tuple[str, ...], str, str] | None:
    """The same of a Korean name, in a tenth of the time; ``None`` if it is none, or not in two."""
    family, given = name.family, name.given
    first, second = initials(family), initials(given)
    if name.full or not (family and given) or len(first + second) != len(family + given):
        return None
    first, second = first.translate(_LEADING), second.translate(_LEADING)
    lines = (family + given, given + family, first + second, second + first)
    key = f"{family} {given}"  # syllables are folded as they are
    return tuple(dict.fromkeys(lines)), f"1{key}", f"2{key}"


@lru_cache(maxsize=16384)
def _names_key(names: Names, language: str) -> str:
    script = script_for(names, language)
    if script is None:
        return "9"
    name = names[script]
    hangul = base(language) == "ko"
    ours = script is Script.HANGUL if hangul else script is Script.LATIN
    return ("1" if ours else "2") + _name_key(name)


def _name_key(name: Name) -> str:
    """Family name, then given name: a space between them sorts before every letter."""
    if name.family:
        return f"{fold(name.family)} {fold(name.given)}"
    return fold(name.full or name.given)


def _text_key(text: Text, language: str) -> str:
    said = text.best((language, "en", "ko"))
    if not said:
        return "9"
    hangul = any(_FIRST <= ord(c) <= _LAST for c in unicodedata.normalize("NFC", said[:1]))
    return ("1" if hangul == (base(language) == "ko") else "2") + fold(said)
