# SPDX-License-Identifier: MIT
"""What the board asks for where it is more than one service, as one step each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from forumdesk.domain.agenda import Session
from forumdesk.domain.desk import Desk
from forumdesk.domain.placing import Place
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_
from forumdesk.services.arranging import copy_session, place_sessions
from forumdesk.services.planning import add_session, set_rooms


def copy(desk: Desk, places: Mapping[str, Place]) -> list[str]:
    """Copies of sessions at places; gives back their ids."""
    if len(places) == 1:
        ((session, place),) = places.items()
        return [copy_session(desk, session, place).id]
    with desk.step(N_("Copy {count} sessions"), count=len(places)):
        return [copy_session(desk, session, place).id for session, place in places.items()]


def draw(desk: Desk, edition: str, place: Place, title: Text) -> Session:
    """A new session at a place."""
    with desk.step(N_("Add “{title}”"), title=title or "…"):
        fields = {"title": title, "starts": place.starts, "minutes": place.minutes}
        made = add_session(desk, edition, fields)
        if place.rooms:
            set_rooms(desk, made.id, place.rooms)
        return made


def draw_all(desk: Desk, edition: str, first: Place, titles: Sequence[Text]) -> list[str]:
    """New sessions one after another, the first at a place."""
    made, place = [], first
    with desk.step(N_("Add {count} sessions"), count=len(titles)):
        for title in titles:
            session = draw(desk, edition, place, title)
            made.append(session.id)
            place = replace(place, starts=session.ends)
    return made


def untime(desk: Desk, sessions: Sequence[str]) -> None:
    """Take the times of sessions away: they wait for another; rooms and lengths stay."""
    records = [desk.get(Session, session) for session in sessions]
    with desk.step(N_("Take the time from {count} sessions"), count=len(records)):
        place_sessions(desk, {record.id: Place(None, record.minutes) for record in records})
