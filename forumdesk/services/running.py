# SPDX-License-Identifier: MIT
"""On the day: when sessions really begin and end, and what a late start does to the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from forumdesk.domain.agenda import Session
from forumdesk.domain.delays import Ripple, delayed
from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.ids import SessionId
from forumdesk.domain.placing import Place
from forumdesk.domain.reading import dossier
from forumdesk.domain.times import LONGEST, later
from forumdesk.domain.validity import tidied
from forumdesk.domain.words import N_
from forumdesk.services._writing import called, keep
from forumdesk.services.arranging import place_sessions


def begin_session(desk: Desk, session: SessionId, at: datetime) -> Session:
    """Note that a session began at a wall time; the session it is in began then too, or before."""
    record = desk.get(Session, session)
    with desk.step(N_("Begin “{title}”"), title=called(record.title)):
        if record.parent is not None:
            around = desk.get(Session, record.parent)
            if around.began is None:
                keep(desk, replace(around, began=at, ended=None))
        return keep(desk, replace(record, began=at, ended=None))


def end_session(desk: Desk, session: SessionId, at: datetime) -> Session:
    """Note that a session ended at a wall time, and the items in it that were still on.

    One that nobody saw begin began at its planned time, or just then.
    """
    record = desk.get(Session, session)
    with desk.step(N_("End “{title}”"), title=called(record.title)):
        for item in desk.find(Session, parent=session):
            if item.began is not None and item.ended is None:
                _end(desk, item, at)
        return _end(desk, record, at)


def reset_session(desk: Desk, session: SessionId) -> Session:
    """Forget when a session and its items began and ended: they are still to come."""
    record = desk.get(Session, session)
    with desk.step(N_("Put “{title}” back to what is to come"), title=called(record.title)):
        for item in desk.find(Session, parent=session):
            desk.put(replace(item, began=None, ended=None))
        return keep(desk, replace(record, began=None, ended=None))


def started_late(desk: Desk, session: SessionId, minutes: int) -> Ripple:
    """A session began so many minutes late: it, and what it holds up, move to later times.

    How far is said by ``domain.delays``, what was done by the ``Ripple`` given back.
    """
    record = desk.get(Session, session)
    if record.starts is None:
        raise ForumDeskError(
            N_("“{title}” has no time yet; it can't be late."), title=called(record.title)
        )
    if not 0 < minutes <= LONGEST:
        raise ForumDeskError(
            N_("“{title}” can't be {minutes} min late."),
            title=called(record.title),
            minutes=minutes,
        )
    ripple = delayed(dossier(desk, record.edition), record, minutes)
    label = N_("Start “{title}” {minutes} min late")
    with desk.step(label, title=called(record.title), minutes=minutes):
        began = record.began or later(record.starts, timedelta(minutes=minutes))
        begin_session(desk, session, began)
        _place(desk, ripple.places)
    return ripple


def _place(desk: Desk, places: Mapping[str, Place]) -> None:
    if places:
        place_sessions(desk, places)


def _end(desk: Desk, record: Session, at: datetime) -> Session:
    ended = tidied(replace(record, ended=at))
    at = ended.ended or at
    if record.began is not None and at < record.began:
        raise ForumDeskError(
            N_("“{title}” began at {time}; it can't have ended before."),
            title=called(record.title),
            time=f"{record.began:%H:%M}",
        )
    began = record.began or min(record.starts or at, at)
    return keep(desk, replace(ended, began=began))
