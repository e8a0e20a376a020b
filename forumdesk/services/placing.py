# SPDX-License-Identifier: MIT
"""What the board asks for of several sessions at once: new ones, copies, none at any time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from forumdesk.domain.agenda import Session
from forumdesk.domain.desk import Desk
from forumdesk.domain.ids import EditionId, SessionId
from forumdesk.domain.placing import Place
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_
from forumdesk.services._writing import called
from forumdesk.services.arranging import copy_session, place_sessions
from forumdesk.services.planning import add_session, set_rooms


def add_session_at(desk: Desk, edition: EditionId, place: Place, title: Text) -> Session:
    """A new session at a place."""
    with desk.step(N_("Add “{title}”"), title=called(title)):
        fields = {"title": title, "starts": place.starts, "minutes": place.minutes}
        made = add_session(desk, edition, fields)
        if place.rooms:
            set_rooms(desk, made.id, place.rooms)
        return made


def add_sessions_at(
    desk: Desk, edition: EditionId, place: Place, titles: Sequence[Text]
) -> list[Session]:
    """New sessions one after another, the first at a place, in one step."""
    made: list[Session] = []
    with desk.step(N_("Add {count} sessions"), count=len(titles)):
        for title in titles:
            made.append(add_session_at(desk, edition, place, title))
            place = replace(place, starts=made[-1].ends)
    return made


def copy_sessions(desk: Desk, places: Mapping[SessionId, Place]) -> list[Session]:
    """Copies of sessions, each at a place, in one step."""
    if len(places) == 1:
        ((session, place),) = places.items()
        return [copy_session(desk, session, place)]
    with desk.step(N_("Copy {count} sessions"), count=len(places)):
        return [copy_session(desk, session, place) for session, place in places.items()]


def untime_sessions(desk: Desk, sessions: Sequence[SessionId]) -> list[Session]:
    """Take the times of sessions away: they wait for another; rooms and lengths stay."""
    records = {key: desk.get(Session, key) for key in sessions}
    with desk.step(N_("Take the time from {count} sessions"), count=len(records)):
        places = {key: Place(None, record.minutes) for key, record in records.items()}
        return place_sessions(desk, places)
