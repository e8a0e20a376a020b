# SPDX-License-Identifier: MIT
"""One session made of two, and two of one."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from forumdesk.domain.agenda import Part, Session, SessionRoom
from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.dossier import program_day
from forumdesk.domain.forum import Edition
from forumdesk.domain.references import references_to
from forumdesk.domain.times import later
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_
from forumdesk.services._copying import copy_rooms_and_parts
from forumdesk.services._moving import put_moved
from forumdesk.services._removing import remove_whole
from forumdesk.services._writing import called, keep, next_position


def split(desk: Desk, record: Session, minutes: int) -> Session:
    """Shorten a session to so many minutes; gives back a second one with what is left."""
    if record.minutes is None:
        raise ForumDeskError(
            N_("“{title}” has no length yet; with one it can be split."),
            title=called(record.title),
        )
    if not 0 < minutes < record.minutes:
        raise ForumDeskError(
            N_("“{title}” takes {length} min; it can't be split after {minutes} min."),
            title=called(record.title),
            length=record.minutes,
            minutes=minutes,
        )
    starts = record.starts and later(record.starts, timedelta(minutes=minutes))
    left = replace(record, starts=starts, minutes=record.minutes - minutes, follows=None)
    second = keep(desk, replace(left, id=desk.new_id(), began=None, ended=None))
    copy_rooms_and_parts(desk, record.id, second.id)
    desk.put(replace(record, minutes=minutes))
    _hand_over_items(desk, record, second)
    for follower in desk.find(Session, follows=record.id):
        desk.put(replace(follower, follows=second.id))
    return second


def _hand_over_items(desk: Desk, record: Session, second: Session) -> None:
    """Items that begin in the second session are in it; nothing follows across the cut."""
    items = desk.find(Session, parent=record.id)
    begin = second.starts or datetime.max
    over = {item.id for item in items if item.starts and item.starts >= begin}
    for item in items:
        across = item.follows is not None and (item.follows in over) != (item.id in over)
        parent = second.id if item.id in over else item.parent
        desk.put(replace(item, parent=parent, follows=None if across else item.follows))


def join(desk: Desk, one: Session, other: Session) -> Session:
    """Give all that a session holds to another one beside it, and remove it."""
    _refuse_apart(desk, one, other)
    joined = _joined(one, other)
    _hand_over(desk, one, other)
    remove_whole(desk, other)
    # The items stay at their times: for them the session has not moved.
    was = replace(one, starts=joined.starts, follows=None)
    return put_moved(desk, [(was, joined)])[one.id]


def _refuse_apart(desk: Desk, one: Session, other: Session) -> None:
    titles = {"title": called(one.title), "other": called(other.title)}
    if one.id == other.id or (one.edition, one.parent) != (other.edition, other.parent):
        raise ForumDeskError(
            N_("“{title}” and “{other}” are not beside each other; they can't be joined."),
            **titles,
        )
    boundary = desk.get(Edition, one.edition).day_boundary
    days = {program_day(s.starts, boundary) for s in (one, other) if s.starts}
    if len(days) > 1:
        raise ForumDeskError(
            N_("“{title}” and “{other}” are not on the same day; they can't be joined."),
            **titles,
        )


def _joined(one: Session, other: Session) -> Session:
    first, second = sorted((one, other), key=lambda s: s.starts or datetime.max)
    outside = [s.follows for s in (first, second) if s.follows not in (one.id, other.id)]
    return replace(
        one,
        starts=first.starts,
        minutes=_length(first, second),
        follows=outside[0] if outside else None,
        summary=_filled(one.summary, other.summary),
        abstract=_filled(one.abstract, other.abstract),
        interpretation=_filled(one.interpretation, other.interpretation),
        languages=tuple(dict.fromkeys((*one.languages, *other.languages))),
        notes=_together(one.notes, other.notes),
        cues=_together(one.cues, other.cues),
        responsible=_together(one.responsible, other.responsible, ", "),
        links=tuple(dict.fromkeys((*one.links, *other.links))),
        expected=max((s.expected for s in (one, other) if s.expected is not None), default=None),
        began=min((s.began for s in (one, other) if s.began), default=None),
        ended=max(one.ended, other.ended) if one.ended and other.ended else None,
    )


def _length(first: Session, second: Session) -> int | None:
    """Minutes from the earlier start to the later end; one without a time comes on top."""
    if first.starts is None or second.starts is None:
        known = [s.minutes for s in (first, second) if s.minutes is not None]
        return sum(known) if known else None
    if first.minutes is None and second.minutes is None:
        return None
    end = max(first.ends or first.starts, second.ends or second.starts)
    return round((end - first.starts).total_seconds() / 60)


def _filled(text: Text, other: Text) -> Text:
    return Text.of({**other, **text})


def _together(text: str, other: str, between: str = "\n") -> str:
    return between.join(dict.fromkeys(filter(None, (text, other))))


def _hand_over(desk: Desk, one: Session, other: Session) -> None:
    """What another session holds, and what points to it, goes to this one."""
    position = next_position(desk, Session, parent=one.id)
    for n, item in enumerate(desk.find(Session, parent=other.id)):
        desk.put(replace(item, parent=one.id, position=position + n))
    _hand_over_parts(desk, one.id, other.id)
    _hand_over_rooms(desk, one.id, other.id)
    for reference in references_to(Session):
        if reference.kind not in (Part, SessionRoom) and reference.field != "parent":
            for holder in desk.find(reference.kind, **{reference.field: other.id}):
                instead = None if holder.id == one.id else one.id
                desk.put(replace(holder, **{reference.field: instead}))


def _hand_over_parts(desk: Desk, one: str, other: str) -> None:
    """A part that is there already, as after a split, is not wanted twice."""
    mine = desk.find(Part, session=one)
    there = {replace(part, id="", session="", position=0) for part in mine}
    position = next_position(desk, Part, session=one)
    for n, part in enumerate(desk.find(Part, session=other)):
        if replace(part, id="", session="", position=0) not in there:
            desk.put(replace(part, session=one, position=position + n))


def _hand_over_rooms(desk: Desk, one: str, other: str) -> None:
    mine = desk.find(SessionRoom, session=one)
    # Without a room a session is plenary, and stays so.
    if not mine:
        return
    for n, link in enumerate(desk.find(SessionRoom, session=other)):
        if link.room not in {known.room for known in mine}:
            desk.put(replace(link, session=one, position=len(mine) + n))
