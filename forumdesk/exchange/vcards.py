# SPDX-License-Identifier: MIT
"""People as vCards: 3.0 (RFC 2426), which every address book reads, or 4.0 (RFC 6350).

4.0 has a name in each script, each for its language; in 3.0 the first is the name and others are
nicknames, where address books show and find them. How to reach somebody is told to others than
the organizers only with the person's consent.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from enum import StrEnum
from urllib.parse import urlsplit
from uuid import UUID

from forumdesk.domain.columns import Reader
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.finding import sort_key
from forumdesk.domain.listed import agreed, listed
from forumdesk.domain.people import (
    Contact,
    Image,
    Name,
    Participation,
    Person,
    Script,
    full_name,
    script_for,
)
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import EMPTY, Text, clean
from forumdesk.exchange.folding import escaped, folded, quoted

_LANGUAGES = {
    Script.HANGUL: "ko",
    Script.HANJA: "ko-Hani",
    Script.KANA: "ja",
    Script.CYRILLIC: "ru",
    Script.ARABIC: "ar",
}


class CardVersion(StrEnum):
    """The versions of vCard that are written."""

    THREE = "3.0"
    FOUR = "4.0"


@frozen
class Telling:
    """What may be told of somebody: how to reach them, their picture, notes about them."""

    contacts: bool
    photo: bool
    notes: bool


def vcards(
    dossier: Dossier,
    reader: Reader = Reader.ORGANIZER,
    version: CardVersion = CardVersion.THREE,
    only: frozenset[str] | None = None,
) -> Iterator[str]:
    """The people of an edition, a card each, by name; of ``only`` some participations (ids)."""
    found = [one for one in listed(dossier, reader) if only is None or one.id in only]
    # Who takes part twice has one card, with the office held first.
    held = {one.person: one for one in reversed(found) if one.person in dossier.person}
    people = [dossier.person[key or ""] for key in held]
    people.sort(key=lambda person: (sort_key(person, dossier.languages[0]), person.id))
    contact, photo = agreed(dossier, "contact"), agreed(dossier, "photo")
    everything = reader is Reader.ORGANIZER
    for person in people:
        told = Telling(
            contacts=everything or contact.get(person.id, False),
            photo=photo.get(person.id, everything),
            notes=everything,
        )
        yield _Card(dossier, person, held[person.id], told).text(version)


class _Card:
    """The card of a person."""

    def __init__(self, dossier: Dossier, person: Person, one: Participation, told: Telling) -> None:
        self._dossier, self._person, self._one, self._told = dossier, person, one, told
        self._body = dossier.organization.get(one.organization or "")

    def text(self, version: CardVersion) -> str:
        """The whole card, its lines folded."""
        four = version is CardVersion.FOUR
        lines = [
            "BEGIN:VCARD",
            f"VERSION:{version}",
            f"UID:{_uid(self._person.id, four=four)}",
            *(self._names_4() if four else self._names_3()),
            *self._lingual("ORG", self._body.name if self._body else EMPTY, four=four),
            *self._lingual("TITLE", self._one.office, four=four),
            *(self._contacts(four=four) if self._told.contacts else ()),
            *(self._photo(four=four) if self._told.photo else ()),
            *(self._note(four=four) if self._told.notes else ()),
            "END:VCARD",
        ]
        return "".join(f"{folded(line)}\r\n" for line in lines)

    # -- names ------------------------------------------------------------------------------

    def _scripts(self) -> list[Script]:
        """The scripts of the name, those first that the edition's languages are read in."""
        names = self._person.names
        first = (script_for(names, language) for language in self._dossier.languages)
        return list(dict.fromkeys([*(s for s in first if s), *names]))

    def _names_4(self) -> Iterator[str]:
        scripts = self._scripts()
        if not scripts:
            yield f"FN:{escaped(self._unnamed())}"
            return
        several = ";ALTID=1" if len(scripts) > 1 else ""
        for script in scripts:
            name = self._person.names[script]
            tag = f";LANGUAGE={_language(script)}"
            sort = f';SORT-AS="{_quoted(name.family)},{_quoted(name.given)}"' if name.given else ""
            yield f"N{several}{tag}{sort}:{_structured(name)}"
        for script in scripts:
            yield f"FN{several};LANGUAGE={_language(script)}:{escaped(self._full(script))}"

    def _names_3(self) -> Iterator[str]:
        scripts = self._scripts()
        name = self._person.names[scripts[0]] if scripts else Name(full=self._unnamed())
        yield f"N:{_structured(name)}"
        yield f"FN:{escaped(self._full(scripts[0]) if scripts else self._unnamed())}"
        if scripts[1:]:
            others = ",".join(escaped(self._full(script)) for script in scripts[1:])
            yield f"NICKNAME:{others}"
        if name.family:
            yield f"SORT-STRING:{escaped(name.family)}"

    def _full(self, script: Script) -> str:
        alone = type(self._person.names)(((script, self._person.names[script]),))
        person = Person("", alone, self._person.family_first)
        return full_name(person, _language(script).partition("-")[0])

    def _unnamed(self) -> str:
        """What stands for a name that is not known: there is no card without one."""
        return self._body.name.best(self._dossier.languages) if self._body else "?"

    # -- the rest ---------------------------------------------------------------------------

    def _lingual(self, name: str, text: Text, *, four: bool) -> Iterator[str]:
        """A text in every language; in 3.0, which has no alternatives, in the first."""
        wanted = [tag for tag in self._dossier.languages if tag in text] or list(text)[:1]
        for tag in wanted if four else wanted[:1]:
            several = ";ALTID=1" if four and len(wanted) > 1 else ""
            language = f";LANGUAGE={tag}" if four else ""
            yield f"{name}{several}{language}:{escaped(text[tag])}"

    def _contacts(self, *, four: bool) -> Iterator[str]:
        for contact in self._person.contacts:
            yield from _contact(contact, four=four)

    def _photo(self, *, four: bool) -> Iterator[str]:
        image: Image | None = self._dossier.image.get(self._person.photo or "")
        if image is None:
            return
        data = base64.b64encode(image.data).decode()
        kind = image.media_type.partition("/")[2].upper()
        yield (
            f"PHOTO:data:{image.media_type};base64,{data}"
            if four
            else f"PHOTO;ENCODING=b;TYPE={kind}:{data}"
        )

    def _note(self, *, four: bool) -> Iterator[str]:
        if four:
            yield from (f"LANG:{escaped(tag)}" for tag in self._person.languages)
        if self._person.notes:
            yield f"NOTE:{escaped(self._person.notes)}"


def _contact(contact: Contact, *, four: bool) -> Iterator[str]:
    value = escaped(contact.value)
    match contact.kind:
        case "email":
            yield f"EMAIL{'' if four else ';TYPE=INTERNET'}:{value}"
        case "phone" | "mobile":
            kind = "voice" if contact.kind == "phone" else "cell"
            yield f"TEL;TYPE={kind if four else kind.upper()}:{value}"
        case "address":
            yield f"ADR:;;{value};;;;"
        case "url" if urlsplit(contact.value).scheme.lower() in ("http", "https"):
            yield f"URL:{clean(contact.value)}"


def _quoted(text: str) -> str:
    """A text as one of several inside the quotes of a parameter."""
    return quoted(text).replace(",", "\\,")


def _structured(name: Name) -> str:
    family, given = name.family, name.given
    if not (family or given):
        family = name.full
    return f"{escaped(family)};{escaped(given)};;;"


def _language(script: Script) -> str:
    return _LANGUAGES.get(script, "en")


def _uid(id: str, *, four: bool) -> str:
    try:
        said = str(UUID(id))
    except ValueError:
        return escaped(id)
    return f"urn:uuid:{said}" if four else said
