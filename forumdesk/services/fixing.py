# SPDX-License-Identifier: MIT
"""Putting a problem right by a fix that its check offers."""

from __future__ import annotations

from forumdesk.domain.agenda import Session
from forumdesk.domain.checks.vacancies import another_room, another_time
from forumdesk.domain.desk import Desk, Fix, ForumDeskError
from forumdesk.domain.forum import Room
from forumdesk.domain.ids import RoomId, SessionId
from forumdesk.domain.reading import dossier
from forumdesk.domain.words import N_
from forumdesk.services import service_named
from forumdesk.services._writing import called
from forumdesk.services.arranging import place_sessions


def apply_fix(desk: Desk, fix: Fix) -> None:
    """Do what a check offers: the step is that of the service it names.

    Refused as that service refuses it, where the file is no longer what the check saw.
    """
    service = service_named(fix.service)
    if service is None:
        raise ForumDeskError(N_("This problem can't be put right by itself; nothing was changed."))
    service(desk, **fix.arguments)


def move_to_free_room(desk: Desk, session: SessionId, room: RoomId) -> Session:
    """A session in another room instead of one, at the same time, without a new problem.

    Refused if there is none.
    """
    record = desk.get(Session, session)
    desk.get(Room, room)
    edition = dossier(desk, record.edition)
    place = another_room(edition, record, room) if room in edition.room else None
    if place is None or not place.rooms:
        raise ForumDeskError(
            N_("No other room is free for “{title}”; it stays where it is."),
            title=called(record.title),
        )
    name = called(edition.room[place.rooms[-1]].name)
    with desk.step(N_("Move “{title}” to {room}"), title=called(record.title), room=name):
        return place_sessions(desk, {session: place})[0]


def move_to_free_time(desk: Desk, session: SessionId) -> Session:
    """A session at the nearest time of its day at which there is no new problem.

    Refused if there is none.
    """
    record = desk.get(Session, session)
    edition = dossier(desk, record.edition)
    place = another_time(edition, edition.session[session])
    if place is None:
        raise ForumDeskError(
            N_("No time of its day is free for “{title}”; it stays where it is."),
            title=called(record.title),
        )
    return place_sessions(desk, {session: place})[0]
