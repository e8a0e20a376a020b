# SPDX-License-Identifier: MIT
"""What does by keys what the mouse does on the board; it serves the list too."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from forumdesk.domain.agenda import Session
from forumdesk.domain.lanes import SHORTEST, length_of, timetable
from forumdesk.domain.placing import Place
from forumdesk.domain.times import later
from forumdesk.services.arranging import place_sessions
from forumdesk.services.placing import untime_sessions
from forumdesk.ui.board.aims import Scene, changes, shifted

if TYPE_CHECKING:
    from forumdesk.ui.agenda.page import AgendaPage

STEP = 5  # minutes that a key stretches a session by


def _chosen(page: AgendaPage) -> list[Session]:
    """The chosen sessions, but for items: those are where their session is."""
    dossier = page.work.dossier
    found = [dossier.session[key] for key in page.chosen] if dossier else []
    return [session for session in found if session.parent is None]


def to_room(page: AgendaPage, by: int) -> None:
    """The chosen sessions to the room before or after; before the first they are plenary."""
    dossier, chosen = page.work.dossier, _chosen(page)
    if dossier is None or not dossier.rooms or not chosen:
        return
    day = page.board.day or (dossier.days[0] if dossier.days else None)
    if day is None:
        return
    scene = Scene(dossier, timetable(dossier, day), STEP)
    first = -1 if by > 0 else 0
    aimed = shifted(scene, chosen, 0, by, room=min(first + by, len(dossier.rooms) - 1))
    places = {session.id: replace(aimed[session.id], starts=session.starts) for session in chosen}
    _place(page, changes(dossier, places))


def stretch(page: AgendaPage, by: int) -> None:
    """The chosen sessions longer or shorter; one that is open gets an end."""
    places = {}
    for session in _chosen(page):
        minutes = max(length_of(session.minutes) + by, SHORTEST)
        places[session.id] = Place(session.starts, minutes)
    if page.work.dossier is not None:
        _place(page, changes(page.work.dossier, places))


def begin(page: AgendaPage, by: int) -> None:
    """The chosen sessions begin earlier or later and end when they did."""
    places = {}
    for session in _chosen(page):
        if session.starts is not None and session.minutes is not None:
            minutes = max(session.minutes - by, SHORTEST)
            starts = later(session.starts, timedelta(minutes=session.minutes - minutes))
            places[session.id] = Place(starts, minutes)
    if page.work.dossier is not None:
        _place(page, changes(page.work.dossier, places))


def to_day(page: AgendaPage, by: int) -> None:
    """The chosen sessions to the program day before or after, at the same time."""
    dossier = page.work.dossier
    chosen = [session for session in _chosen(page) if session.starts is not None]
    if dossier is None or not chosen:
        return
    days = dossier.days
    places = {}
    for session in chosen:
        day = dossier.day_of(session)
        number = days.index(day) + by if day is not None else -1
        if session.starts is None or day is None or not 0 <= number < len(days):
            page.work.messages.tell(page.work.words("There is no such day in this edition."))
            return
        places[session.id] = Place(session.starts + (days[number] - day), session.minutes)
    if _place(page, places):
        day = dossier.day_of(chosen[0])
        assert day is not None
        page.show_day(days[days.index(day) + by])
        page.choose([*places])


def untime(page: AgendaPage) -> None:
    """Take the times of the chosen sessions away: they go to the tray."""
    timed = [session.id for session in _chosen(page) if session.starts is not None]
    if timed:
        page.work.run(untime_sessions, timed)


def _place(page: AgendaPage, places: dict[str, Place]) -> bool:
    return bool(places) and page.work.done(place_sessions, places)[0]
