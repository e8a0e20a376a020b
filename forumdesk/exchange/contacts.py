# SPDX-License-Identifier: MIT
"""Address books (vCard) as entries of a list of people.

Pictures inside a card come along as they are; those that a card only points to are never
fetched. What the model has no field for is told once.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping

from forumdesk.domain.cells import contacts_in, country, url_of
from forumdesk.domain.desk import ForumDeskError, Severity
from forumdesk.domain.drafts import Draft
from forumdesk.domain.entries import ListEntry, Photo
from forumdesk.domain.intake import Finding
from forumdesk.domain.language_tags import tags
from forumdesk.domain.name_cells import NameCell, name_cell
from forumdesk.domain.naming import script_of
from forumdesk.domain.people import Contact, Name, Names, Script
from forumdesk.domain.tables import Row
from forumdesk.domain.wording import clean, one_line
from forumdesk.domain.words import N_
from forumdesk.exchange import encodings, vcard_syntax
from forumdesk.exchange.limits import MOST_BYTES
from forumdesk.exchange.vcard_syntax import Card, Property

LARGEST_PHOTO = 24 << 20
_SHOWN = 200  # characters of a property beside what was understood
# What a card says about itself, or what nobody would miss in a list of people.
_UNTOLD = frozenset(
    (
        *(
            "NICKNAME",
            "VERSION",
            "PRODID",
            "REV",
            "SOURCE",
            "NAME",
            "PROFILE",
            "CLASS",
            "KIND",
            "FN",
            "N",
        ),
        *("UID", "PHOTO", "SORT-STRING", "LABEL", "X-ABLABEL", "X-ABUID", "X-ABADR"),
        *("X-ABSHOWAS", "X-PHONETIC-FIRST-NAME", "X-PHONETIC-LAST-NAME", "CLIENTPIDMAP"),
    )
)
_LANGUAGES = {Script.HANGUL: "ko", Script.KANA: "ja", Script.HANJA: "ko"}


def is_contacts(data: bytes) -> bool:
    """Whether a file begins as an address book does."""
    head = data[:400].replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf")
    return head.lstrip(b"\xff\xfe \t\r\n")[:11].upper() == b"BEGIN:VCARD"


class Contacts:
    """An address book; ``findings`` about it as a whole are there when the last card is read."""

    def __init__(
        self, data: bytes, file: str, encoding: str = "", *, replace: bool = False
    ) -> None:
        if len(data) > MOST_BYTES:
            raise ForumDeskError(
                N_("{file} is larger than {most} MiB; nothing was imported."),
                file=file,
                most=MOST_BYTES >> 20,
            )
        if not is_contacts(data):
            raise ForumDeskError(N_("{file} is no address book; nothing was imported."), file=file)
        self._data = data
        # Each value may have an encoding of its own: what is none is told where it stands.
        self.encoding = encodings.found(data, file, encoding, replace=True)
        self._replace = replace
        self.findings: list[Finding] = []
        self._told: set[str] = set()

    def entries(self) -> Iterator[ListEntry]:
        """The cards as entries, one by one."""
        for card in vcard_syntax.cards(self._data, self.encoding):
            yield self._entry(card)

    def _entry(self, card: Card) -> ListEntry:
        properties = tuple(one for one in card.properties if one.raw.strip(b" ;"))
        cells = tuple(_shown(one) for one in properties)
        draft = Draft(Row(card.line, cells), {}, {})
        if not card.whole:
            draft.found(N_("The card has no end; what there is of it was read."))
        if any(encodings.REPLACED in cell for cell in cells):
            draft.found(
                N_("Some characters of the row can't be read and stand as {sign}."),
                Severity.WARNING if self._replace else Severity.ERROR,
                sign=encodings.REPLACED,
            )
        _names(draft, properties)
        for one in properties:
            read = _READERS.get(one.name)
            if read is not None:
                read(draft, one)
            elif one.name not in _UNTOLD:
                self._tell(one)
        if "notes" in draft.person:
            draft.person["notes"] = str(draft.person["notes"]).strip()
        photo = _photo(draft, properties)
        entry = draft.entry()
        return dataclasses.replace(entry, photo=photo) if photo else entry

    def _tell(self, one: Property) -> None:
        if one.name not in self._told:
            self._told.add(one.name)
            self.findings.append(
                Finding(
                    N_("What the cards say under {name} was not taken in."),
                    (("name", one.name),),
                    Severity.NOTE,
                    one.line,
                )
            )


def _shown(one: Property) -> str:
    """A property for looking at beside what was understood; pictures are left out."""
    if one.name in ("PHOTO", "LOGO", "SOUND", "KEY"):
        return f"{one.name}: …"
    return f"{one.name}: {one_line(one.plain)[:_SHOWN]}"


def _names(draft: Draft, properties: tuple[Property, ...]) -> None:
    """The names of a card: in each script as the structured one has it, else as it is shown."""
    shown = [one_line(one.plain) for one in properties if one.name == "FN"]
    if _is_organization(properties, shown):
        draft.open = True
        return
    found: dict[Script, Name] = {}
    for one in properties:
        if one.name == "N":
            _structured(draft, one, found)
    if found:
        draft.name(NameCell(Names.of(found)))
    for text in shown:
        cell = name_cell(text)
        new = {script: name for script, name in cell.names.items() if script not in found}
        if not found:
            draft.name(cell)
        elif new and not _same_words(text, found):
            draft.name(NameCell(Names.of(new)))
    for one in properties:
        if one.name == "NICKNAME":
            _nicknames(draft, one)


def _nicknames(draft: Draft, one: Property) -> None:
    """The name in another script, for which 3.0 has no other place; else a note."""
    for nickname in map(one_line, one.items):
        names = name_cell(nickname).names
        known = set(draft.names)
        whole = all(name.family and name.given for name in names.values())
        if names and whole and known.isdisjoint(names):
            draft.spelled(names)
        elif draft.names:
            draft.kept("NICKNAME", nickname)
        else:
            draft.name(name_cell(nickname))


def _same_words(text: str, found: Mapping[Script, Name]) -> bool:
    """Whether a shown name only says again what the structured one says, in mixed script."""
    words = {w for name in found.values() for w in f"{name.family} {name.given}".split()}
    return set(text.replace(",", " ").split()) <= words


def _structured(draft: Draft, one: Property, found: dict[Script, Name]) -> None:
    family, given, middle, prefix, suffix = (*map(one_line, one.parts), "", "", "", "", "")[:5]
    given = " ".join(filter(None, (given, middle)))
    if not (family and given) and (family or given):
        cell = name_cell(family or given)  # a whole name in one place, as telephones do
        draft.name(cell)
        found.update(cell.names)
    elif family:
        found.setdefault(script_of(family + given), Name(family=family, given=given))
    if prefix:
        korean = script_of(prefix) is Script.HANGUL
        draft.say("honorific", "ko" if korean else "en", prefix)
    if suffix:
        draft.kept("", suffix)


def _is_organization(properties: tuple[Property, ...], shown: list[str]) -> bool:
    """Whether a card is that of a body: it says so, or is called as the body is."""
    said = {one.name: one.plain.strip().casefold() for one in properties}
    if said.get("KIND") == "org" or said.get("X-ABSHOWAS") == "company":
        return True
    bodies = {one_line(one.parts[0]) for one in properties if one.name == "ORG"}
    structured = {one_line(" ".join(one.parts)) for one in properties if one.name == "N"}
    return bool(bodies) and set(shown) <= bodies and structured <= bodies


def _language(one: Property, text: str) -> str:
    said = tags(one.said("LANGUAGE"))
    return said[0] if said else _LANGUAGES.get(script_of(text), "en")


def _organization(draft: Draft, one: Property) -> None:
    body, *units = map(one_line, one.parts)
    if body:
        draft.say("organization", _language(one, body), body)
    unit = " ".join(filter(None, units))
    if unit:
        draft.say("department", _language(one, unit), unit)


def _office(draft: Draft, one: Property) -> None:
    text = one_line(one.plain)
    draft.say("office", _language(one, text), text)


def _phone(draft: Draft, one: Property) -> None:
    value = one_line(one.plain).removeprefix("tel:").replace(";ext=", " ext. ")
    types = frozenset(one.types)
    if types & {"FAX", "PAGER", "MODEM"} and not types & {"VOICE", "CELL"}:
        draft.kept("Fax" if "FAX" in types else "Pager", value)
        return
    _reached(draft, "mobile" if types & {"CELL", "IPHONE"} else "phone", value)


def _reached(draft: Draft, kind: str, value: str) -> None:
    for contact in contacts_in(kind, value):
        if contact.kind:
            draft.contacts.append(contact)
        else:
            draft.kept("", contact.value)
            draft.found(N_("“{value}” leads to nobody; it is kept as a note."), value=contact.value)


def _email(draft: Draft, one: Property) -> None:
    value = one_line(one.plain)
    _reached(draft, "email", value[7:] if value.lower().startswith("mailto:") else value)


def _url(draft: Draft, one: Property) -> None:
    value = "".join(clean(one.plain).split())
    if url_of(value):
        draft.contacts.append(Contact("url", value))
    else:
        _reached(draft, "url", value)


def _address(draft: Draft, one: Property) -> None:
    parts = [clean(part).strip() for part in one.parts]
    label = clean(_label(one)).strip()
    said = list(filter(None, parts))
    text = label or ", ".join(map(one_line, said) if len(said) > 1 else said)
    if text:
        draft.contacts.append(Contact("address", text))
    if len(parts) > 6 and "HOME" not in one.types and not draft.country:
        draft.country = country(parts[6])


def _label(one: Property) -> str:
    return one.said("LABEL").replace("\\n", "\n").replace("^n", "\n")


def _note(draft: Draft, one: Property) -> None:
    before = str(draft.person.get("notes", ""))
    draft.person["notes"] = f"{before}\n{clean(one.plain).strip()}"


def _key(draft: Draft, one: Property) -> None:
    draft.key = one_line(one.plain)


def _spoken(draft: Draft, one: Property) -> None:
    before = draft.person.get("languages", ())
    assert isinstance(before, tuple)
    draft.person["languages"] = tuple(dict.fromkeys((*before, *tags(one.plain))))


def _reading(draft: Draft, one: Property) -> None:
    """How a name is said; the family name comes before the given one, in whatever order."""
    text = one_line(one.plain)
    if one.name != "X-PHONETIC-FIRST-NAME":
        reading = draft.texts.get("reading", {}).pop(_language(one, text), "")
        text = f"{text} {reading}".strip()
    elif reading := draft.texts.get("reading", {}).pop(_language(one, text), ""):
        text = f"{reading} {text}"
    draft.say("reading", _language(one, text), text)


_READERS: Mapping[str, Callable[[Draft, Property], None]] = {
    "ORG": _organization,
    "TITLE": _office,
    "ROLE": _office,
    "TEL": _phone,
    "EMAIL": _email,
    "URL": _url,
    "ADR": _address,
    "NOTE": _note,
    "UID": _key,
    "LANG": _spoken,
    "X-PHONETIC-LAST-NAME": _reading,
    "X-PHONETIC-FIRST-NAME": _reading,
}


def _photo(draft: Draft, properties: tuple[Property, ...]) -> Photo | None:
    """The portrait in a card; one that it only points to is left where it is."""
    for one in properties:
        if one.name != "PHOTO":
            continue
        inline = one.raw.lstrip()[:5].lower() == b"data:"
        if not one.is_binary and not inline:
            draft.found(
                N_("The photo at {address} was not fetched."),
                Severity.NOTE,
                address=one_line(one.plain)[:_SHOWN],
            )
            continue
        data = one.binary() if len(one.raw) < LARGEST_PHOTO else None
        if data:
            return Photo(data, _media_type(one))
        draft.found(N_("The photo can't be read; it was left out."))
    return None


def _media_type(one: Property) -> str:
    if one.raw.lstrip()[:5].lower() == b"data:":
        head = one.raw.lstrip()[5:].partition(b",")[0]
        return head.partition(b";")[0].decode("ascii", "replace").lower()
    said = (one.said("MEDIATYPE") or next(iter(one.types), "")).lower()
    return said if "/" in said or not said else f"image/{said}"
