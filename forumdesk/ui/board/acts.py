# SPDX-License-Identifier: MIT
"""What the board asks for, as steps on the forum file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from forumdesk.domain.agenda import Session
from forumdesk.domain.desk import Desk
from forumdesk.domain.placing import Place
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_
from forumdesk.services.planning import (
    add_session,
    change_session,
    duplicate_session,
    retime_session,
    set_rooms,
)


def place(desk: Desk, places: Mapping[str, Place]) -> None:
    """Sessions to other places, in one step."""
    first = desk.get(Session, next(iter(places)))
    if len(places) == 1:
        with desk.step(N_("Move “{title}”"), title=first.title or "…"):
            _put(desk, places)
    else:
        with desk.step(N_("Move {count} sessions"), count=len(places)):
            _put(desk, places)


def _put(desk: Desk, places: Mapping[str, Place]) -> None:
    for session, to in places.items():
        retime_session(desk, session, to.starts, to.minutes)
        if to.rooms is not None:
            set_rooms(desk, session, to.rooms)


def copy(desk: Desk, places: Mapping[str, Place]) -> list[str]:
    """Copies of sessions at places, in one step; gives back their ids."""
    made = []
    with desk.step(N_("Copy {count} sessions"), count=len(places)):
        for session, to in places.items():
            new = duplicate_session(desk, session)
            _put(desk, {new.id: to})
            made.append(new.id)
    return made


def draw(desk: Desk, edition: str, to: Place, title: Text) -> Session:
    """A new session at a place."""
    with desk.step(N_("Add “{title}”"), title=title or "…"):
        fields = {"title": title, "starts": to.starts, "minutes": to.minutes}
        made = add_session(desk, edition, fields)
        if to.rooms:
            set_rooms(desk, made.id, to.rooms)
        return made


def untime(desk: Desk, sessions: Sequence[str]) -> None:
    """Take the times of sessions away: they wait for another; rooms and lengths stay."""
    with desk.step(N_("Take the time from {count} sessions"), count=len(sessions)):
        for session in sessions:
            change_session(desk, session, {"starts": None})
