# SPDX-License-Identifier: MIT
"""A second session like one there is, with all that it holds."""

from __future__ import annotations

from dataclasses import replace

from forumdesk.domain.agenda import Part, Session, SessionRoom, SessionStatus
from forumdesk.domain.desk import Desk
from forumdesk.domain.times import later
from forumdesk.services._writing import keep


def copied(desk: Desk, original: Session, at: Session) -> Session:
    """A draft copy of a session with items, rooms and parts, right after it in the order.

    For that it has the same position: of two, the one entered later comes later. It has the
    fields of ``at``, which is the original at another time. Items keep their place in it, and
    follow one another as they did; nothing else follows, is locked or has begun.
    """
    copy = _written(desk, at, original.parent)
    known: dict[str, str] = {}
    for item in desk.find(Session, parent=original.id):
        known[item.id] = _written(desk, _shifted(item, original, copy), copy.id).id
    for item in desk.find(Session, parent=original.id, follows=list(known)):
        fresh = desk.get(Session, known[item.id])
        desk.put(replace(fresh, follows=known[item.follows or ""]))
    return copy


def _shifted(item: Session, original: Session, copy: Session) -> Session:
    if item.starts is None or original.starts is None or copy.starts is None:
        return item
    return replace(item, starts=later(item.starts, copy.starts - original.starts))


def _written(desk: Desk, session: Session, parent: str | None) -> Session:
    copy = replace(session, id=desk.new_id(), parent=parent, status=SessionStatus.DRAFT)
    fresh = replace(copy, follows=None, locked=False, began=None, ended=None)
    written = keep(desk, fresh)
    copy_rooms_and_parts(desk, session.id, written.id)
    return written


def copy_rooms_and_parts(desk: Desk, source: str, target: str) -> None:
    """Give a session the rooms and parts that another one has."""
    for link in desk.find(SessionRoom, session=source):
        desk.put(replace(link, id=desk.new_id(), session=target))
    for part in desk.find(Part, session=source):
        desk.put(replace(part, id=desk.new_id(), session=target))
