# SPDX-License-Identifier: MIT
"""Adding things to an edition by typing what they are called, in whichever language."""

from __future__ import annotations

from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.forum import Edition, Host, Room, Series, Side, Track
from forumdesk.domain.ids import EditionId
from forumdesk.domain.naming import script_of
from forumdesk.domain.people import Organization, Script
from forumdesk.domain.wording import Text, fold, one_line
from forumdesk.domain.words import N_
from forumdesk.services import editions, people

_SPOKEN_IN = {Script.HANGUL: "ko", Script.KANA: "ja", Script.CYRILLIC: "ru", Script.ARABIC: "ar"}


def add_host_by_name(desk: Desk, edition: EditionId, typed: str) -> Host:
    """The organization of this name hosts the edition; one that is not known yet is added.

    Names and short names in any language count, case, accents and spaces set aside; of several
    organizations of one name the one entered first is meant.
    """
    name = _text(desk, edition, typed)
    wanted = fold(typed)
    with desk.step(N_("Add host {name}"), name=name):
        known = (o for o in desk.find(Organization) if _is_called(o, wanted))
        organization = next(known, None) or people.add_organization(desk, name, {})
        return editions.add_host(desk, edition, organization.id, {})


def add_room_by_name(desk: Desk, edition: EditionId, typed: str) -> Room:
    """A new room of this name."""
    return editions.add_room(desk, edition, _text(desk, edition, typed), {})


def add_track_by_name(desk: Desk, edition: EditionId, typed: str) -> Track:
    """A new track of this name."""
    return editions.add_track(desk, edition, _text(desk, edition, typed), {})


def add_side_by_name(desk: Desk, edition: EditionId, typed: str) -> Side:
    """A new side of this name."""
    return editions.add_side(desk, edition, _text(desk, edition, typed), {})


def _is_called(organization: Organization, wanted: str) -> bool:
    names = (*organization.name.values(), *organization.short.values())
    return any(fold(name) == wanted for name in names)


def _text(desk: Desk, edition: str, typed: str) -> Text:
    """What was typed, as a text in the language of its script, of those of the document."""
    name = one_line(typed)
    if not name:
        raise ForumDeskError(N_("Type a name first."))
    series = desk.get(Series, desk.get(Edition, edition).series)
    spoken = _SPOKEN_IN.get(script_of(name), "")
    foreign = (tag for tag in series.languages if tag not in _SPOKEN_IN.values())
    language = spoken if spoken in series.languages else next(foreign, series.languages[0])
    return Text.of({language: name})
