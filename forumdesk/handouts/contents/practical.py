# SPDX-License-Identifier: MIT
"""Practical information: what a guest asks at the door."""

from __future__ import annotations

from collections.abc import Iterator

from forumdesk.domain.terms import T_
from forumdesk.domain.wording import Text
from forumdesk.handouts.content import Practical, PracticalNote, Prose
from forumdesk.handouts.contents.sessions import every_session
from forumdesk.handouts.contents.setting import Setting
from forumdesk.handouts.contents.sheet import place, web_link


def practical(setting: Setting) -> Practical | None:
    """Venue, Wi-Fi, interpretation and further notes; ``None`` if nothing is known."""
    return _under_heading(setting, (*_notes(setting), *_further(setting)))


def practical_in_short(setting: Setting) -> Practical | None:
    """The same without the further notes."""
    return _under_heading(setting, tuple(_notes(setting)))


def _under_heading(setting: Setting, found: tuple[PracticalNote, ...]) -> Practical | None:
    return Practical(setting.say(T_("paper", "Practical information")), found) if found else None


def at_the_place(setting: Setting) -> Iterator[PracticalNote]:
    """How to get to the venue, and into its network."""
    edition = setting.dossier.edition
    if where := _venue(setting):
        yield _note(setting, T_("paper", "Venue"), where, web_link(edition.map_link))
    if edition.wifi:
        yield _note(setting, T_("paper", "Wi-Fi"), setting.prose(edition.wifi))


def whom_to_call(setting: Setting) -> PracticalNote | None:
    """Whom to call at the secretariat; ``None`` where nobody is named."""
    contact = setting.dossier.edition.contact
    if not contact:
        return None
    return _note(setting, T_("paper", "Contact"), setting.lines((contact,)))


def _notes(setting: Setting) -> Iterator[PracticalNote]:
    yield from at_the_place(setting)
    if channels := _channels(setting):
        yield _note(setting, T_("paper", "Interpretation"), channels)


def _further(setting: Setting) -> Iterator[PracticalNote]:
    edition = setting.dossier.edition
    if edition.practical:
        yield _note(setting, T_("paper", "Please note"), setting.prose(edition.practical))


def _note(setting: Setting, label: tuple[str, str], text: Prose, link: str = "") -> PracticalNote:
    return PracticalNote(setting.say(label), text, link)


def _venue(setting: Setting) -> Prose:
    """The venue, and its address on lines of its own."""
    where = Text.of(dict(place(setting)))
    return setting.lines((where, setting.dossier.edition.address))


def _channels(setting: Setting) -> Prose:
    """Every interpretation named in the agenda, once."""
    named = dict.fromkeys(s.interpretation for s in every_session(setting) if s.interpretation)
    return setting.lines(named)
