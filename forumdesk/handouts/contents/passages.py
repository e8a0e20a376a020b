# SPDX-License-Identifier: MIT
"""The texts of a program besides its agenda, worded for paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import TypeVar

from forumdesk.domain.forum import HostRole
from forumdesk.domain.people import Participation, Person
from forumdesk.domain.printed import Passage, PassageKind
from forumdesk.domain.terms import T_
from forumdesk.domain.wording import Text
from forumdesk.handouts.content import NOTHING, Letter, Picture, Prose, Wording
from forumdesk.handouts.contents.lines import body_of, name_of, name_text
from forumdesk.handouts.contents.prose import blocks
from forumdesk.handouts.contents.setting import Setting, once
from forumdesk.handouts.contents.sheet import BY, HOLDING, host_marks
from forumdesk.handouts.contents.speakers import photo_of
from forumdesk.handouts.options import Section
from forumdesk.handouts.passages import (
    Called,
    Colophon,
    Emergency,
    Message,
    Passages,
    Sponsors,
    Tier,
)

T = TypeVar("T")
SECTIONS = {
    PassageKind.MESSAGE: Section.WELCOME,
    PassageKind.OTHER: Section.OTHER,
    PassageKind.EMERGENCY: Section.EMERGENCY,
    PassageKind.SPONSORS: Section.SPONSORS,
    PassageKind.IMPRINT: Section.IMPRINT,
}
"""The section of the program in which a kind of text stands."""
_SIGNATURE = T_("paper", "Signature of {name}")
_SIGNED = T_("paper", "Signature")
_HEADINGS = {
    PassageKind.MESSAGE: T_("paper", "Welcome message"),
    PassageKind.OTHER: T_("paper", "Please note"),
    PassageKind.EMERGENCY: T_("paper", "In an emergency"),
    PassageKind.SPONSORS: T_("paper", "Sponsors"),
    PassageKind.IMPRINT: T_("paper", "Imprint"),
}
# Who is no host congratulates: 축사.
_CONGRATULATION = T_("paper", "Congratulatory message")
_PUBLISHER = T_("paper", "Published by")
_STATE = T_("paper", "Version")
_CONTACT = T_("paper", "Contact")
_TIERS = (HostRole.SPONSOR, HostRole.SUPPORTER)
_BAR = "|"  # between a number and what it is for


def passages(setting: Setting) -> Passages | None:
    """The texts that are wanted and say something; ``None`` if there are none."""
    found = Passages(
        tuple(_wanted(setting, PassageKind.MESSAGE, _message)),
        tuple(_wanted(setting, PassageKind.OTHER, _other)),
        tuple(_wanted(setting, PassageKind.SPONSORS, _sponsors)),
        tuple(_wanted(setting, PassageKind.EMERGENCY, _emergency)),
        tuple(_wanted(setting, PassageKind.IMPRINT, _imprint)),
    )
    return None if found == Passages() else found


def shown_passages(setting: Setting) -> tuple[Passage, ...]:
    """The texts on the sheet, in order."""
    sections = setting.options.sections
    return tuple(p for p in setting.dossier.passages if SECTIONS[p.kind] in sections)


def authors(setting: Setting) -> tuple[Participation, ...]:
    """Whose messages are on the sheet."""
    keys = (passage.participation or "" for passage in shown_passages(setting))
    found = (setting.dossier.participation.get(key) for key in dict.fromkeys(keys))
    return tuple(filter(None, found))


def writers(setting: Setting) -> tuple[Person, ...]:
    """The persons whose messages are on the sheet."""
    found = (setting.dossier.person.get(author.person or "") for author in authors(setting))
    return tuple(filter(None, found))


def _wanted(
    setting: Setting, kind: PassageKind, make: Callable[[Setting, Passage], T | None]
) -> Iterator[T]:
    for passage in shown_passages(setting):
        if passage.kind is kind and (made := make(setting, passage)) is not None:
            yield made


def _anchor(passage: Passage) -> str:
    return f"passage-{passage.id}"


def _heading(setting: Setting, passage: Passage) -> Wording:
    return setting.text(passage.title) or setting.say(_HEADINGS[passage.kind])


def _message(setting: Setting, passage: Passage) -> Message | None:
    if not passage.text:
        return None
    author = setting.dossier.participation.get(passage.participation or "")
    person = setting.dossier.person.get(author.person or "") if author else None
    guest = author is not None and (author.organization or "") not in setting.giver
    own = setting.say(_CONGRATULATION) if guest else _heading(setting, passage)
    return Message(
        _anchor(passage),
        setting.text(passage.title) or own,
        setting.prose(passage.text),
        name_of(setting, author),
        setting.text(author.office) if author else NOTHING,
        body_of(setting, author),
        photo_of(setting, person) if person else None,
        _signature(setting, passage, name_text(setting, person) if person else Text()),
    )


def _signature(setting: Setting, passage: Passage, name: Text) -> Picture | None:
    alt = setting.say(_SIGNATURE, name=name) if name else setting.say(_SIGNED)
    return setting.picture(passage.signature, alt)


def _other(setting: Setting, passage: Passage) -> Letter | None:
    text = setting.prose(passage.text)
    return Letter(_heading(setting, passage), text, _anchor(passage)) if text else None


def _sponsors(setting: Setting, passage: Passage) -> Sponsors | None:
    tiers = tuple(
        Tier(setting.say(BY[role]), host_marks(setting, giving), role is HostRole.SPONSOR)
        for role in _TIERS
        if (giving := [host for host in setting.hosts if host.role is role])
    )
    text = setting.prose(passage.text)
    if not text and not tiers:
        return None
    return Sponsors(_anchor(passage), _heading(setting, passage), text, tiers)


def _emergency(setting: Setting, passage: Passage) -> Emergency | None:
    numbers, text = _rows(setting, passage.text)
    if not numbers and not text:
        return None
    return Emergency(_anchor(passage), _heading(setting, passage), numbers, text)


def _imprint(setting: Setting, passage: Passage) -> Colophon:
    facts, text = _rows(setting, passage.text)
    if contact := setting.text(setting.dossier.edition.contact):
        facts = (*facts, Called(setting.say(_CONTACT), contact))
    bodies = [
        setting.dossier.organization[host.organization].name
        for role in HOLDING
        for host in setting.hosts
        if host.role is role
    ]
    return Colophon(
        _anchor(passage),
        _heading(setting, passage),
        Called(setting.say(_PUBLISHER), setting.joined(bodies)),
        setting.say(_STATE),
        facts,
        text,
    )


def _rows(setting: Setting, text: Text) -> tuple[tuple[Called, ...], Prose]:
    """Lines such as "119 | Fire and ambulance" as pairs, and all other lines as running text.

    Languages that have as many pairs have the same ones, line by line; else those with the same
    number belong together.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    rest: list[tuple[str, str]] = []
    for language, written in setting.text(text):
        lines = written.splitlines()
        split = [line.partition(_BAR) for line in lines if _BAR in line]
        found[language] = [(number.strip(), label.strip()) for number, _, label in split]
        rest.append((language, "\n".join(line for line in lines if _BAR not in line)))
    prose = tuple((language, made) for language, said in rest if (made := blocks(said)))
    return tuple(_paired(found)), prose


def _paired(found: dict[str, list[tuple[str, str]]]) -> Iterator[Called]:
    together: dict[object, list[tuple[str, str, str]]] = {}
    alike = len({len(pairs) for pairs in found.values()}) == 1
    for language, pairs in found.items():
        again: Counter[str] = Counter()  # one number may be for several things
        for at, (number, label) in enumerate(pairs):
            again[number] += 1
            row = together.setdefault(at if alike else (number, again[number]), [])
            row.append((language, number, label))
    for row in together.values():
        yield Called(
            once((language, number) for language, number, _ in row),
            once((language, label) for language, _, label in row),
        )
