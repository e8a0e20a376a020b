# SPDX-License-Identifier: MIT
"""The agenda: sessions, the items inside them, their times and rooms.

A session that moves takes its items along, and the sessions that follow it; a locked one stays
where it is. Removing one removes its items, parts and rooms; agreements, commitments and
sessions that name it stay and let go of it. Confirming and cancelling are changes of ``status``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from forumdesk.domain.agenda import Session, SessionRoom, SessionStatus
from forumdesk.domain.desk import Desk
from forumdesk.domain.forum import Edition, Series, edition_title
from forumdesk.domain.ids import EditionId, RoomId, SessionChanges, SessionId
from forumdesk.domain.validity import changed
from forumdesk.domain.wording import EMPTY, Text
from forumdesk.domain.words import N_
from forumdesk.services._copying import copied
from forumdesk.services._moving import let_followers_go, put_moved, refuse_locked
from forumdesk.services._removing import remove_whole
from forumdesk.services._sets import settle_in_order
from forumdesk.services._writing import add, called, keep, next_position, reorder


def add_session(
    desk: Desk, edition: EditionId, fields: SessionChanges, *, parent: SessionId | None = None
) -> Session:
    """A new session, or an item inside the session ``parent``, after its neighbours."""
    desk.get(Edition, edition)
    position = next_position(desk, Session, edition=edition, parent=parent)
    given = {"parent": parent, "position": position, **fields}
    with desk.step(N_("Add “{title}”"), title=called(_title_in(fields))):
        return add(desk, Session, given, edition=edition)


def change_session(desk: Desk, session: SessionId, changes: SessionChanges) -> Session:
    """New values of some fields of a session; changes of one text soon after another are one."""
    record = desk.get(Session, session)
    label, merge = change_label(changes), ""
    if len(changes) == 1:
        merge = f"{session}.{next(iter(changes))}"
    with desk.step(label, title=called(record.title), merge=merge):
        return _changed(desk, record, changes)


def retime_session(
    desk: Desk, session: SessionId, starts: datetime | None, minutes: int | None
) -> Session:
    """A session at another time; its timed items move along by the same shift.

    ``starts`` is wall time in the edition's zone; ``None`` leaves start or length open.
    """
    record = desk.get(Session, session)
    with desk.step(N_("Move “{title}”"), title=called(record.title)):
        return _changed(desk, record, {"starts": starts, "minutes": minutes})


def set_rooms(desk: Desk, session: SessionId, rooms: Sequence[RoomId]) -> list[SessionRoom]:
    """The rooms a session is held in, in order; none makes it plenary."""
    record = desk.get(Session, session)
    refuse_locked(record)
    with desk.step(N_("Set rooms of “{title}”"), title=called(record.title)):
        return settle_in_order(
            desk,
            desk.find(SessionRoom, session=session),
            "room",
            wanted=rooms,
            new=lambda room: add(desk, SessionRoom, {}, session=session, room=room),
        )


def remove_session(desk: Desk, session: SessionId) -> None:
    """Remove a session with its items, parts and rooms."""
    record = desk.get(Session, session)
    with desk.step(N_("Remove “{title}”"), title=called(record.title)):
        remove_whole(desk, record)


def remove_sessions(desk: Desk, sessions: Sequence[SessionId]) -> None:
    """Remove sessions with all in them, in one step."""
    if len(sessions) == 1:
        remove_session(desk, sessions[0])
        return
    with desk.step(N_("Remove {count} sessions"), count=len(sessions)):
        for session in sessions:
            # An item may have gone with its session.
            if desk.count(Session, id=session):
                remove_session(desk, session)


def mark_sessions(desk: Desk, sessions: Sequence[SessionId], status: SessionStatus) -> None:
    """Confirm or cancel sessions, or make them drafts, in one step."""
    if len(sessions) == 1:
        change_session(desk, sessions[0], {"status": status})
        return
    with desk.step(N_("Change the status of {count} sessions"), count=len(sessions)):
        for session in sessions:
            change_session(desk, session, {"status": status})


def duplicate_session(desk: Desk, session: SessionId) -> Session:
    """A draft copy with items, rooms and parts, beginning when the original ends."""
    record = desk.get(Session, session)
    with desk.step(N_("Duplicate “{title}”"), title=called(record.title)):
        return copied(desk, record, replace(record, starts=record.ends or record.starts))


def order_sessions(desk: Desk, edition: EditionId, sessions: Sequence[SessionId]) -> list[Session]:
    """Sessions in a new order, which counts where times are open or the same."""
    record = desk.get(Edition, edition)
    title = edition_title(desk.get(Series, record.series), record)
    with desk.step(N_("Reorder sessions of “{title}”"), title=called(title)):
        return reorder(desk, desk.find(Session, edition=edition, parent=None), sessions)


def order_items(desk: Desk, session: SessionId, items: Sequence[SessionId]) -> list[Session]:
    """The items of a session in a new order; those not named follow."""
    record = desk.get(Session, session)
    with desk.step(N_("Reorder items of “{title}”"), title=called(record.title)):
        return reorder(desk, desk.find(Session, parent=session), items)


def move_item(desk: Desk, session: SessionId, parent: SessionId | None) -> Session:
    """A session as the last item of another; without ``parent``, a session of its own again."""
    record = desk.get(Session, session)
    position = next_position(desk, Session, edition=record.edition, parent=parent)
    with desk.step(N_("Move “{title}”"), title=called(record.title)):
        return _changed(desk, record, {"parent": parent, "position": position})


def _title_in(fields: Mapping[str, object]) -> Text:
    title = fields.get("title")
    return title if isinstance(title, Text) else EMPTY


_LABELS: Mapping[str, str] = {
    "title": N_("Rename “{title}”"),
    "starts": N_("Move “{title}”"),
    "minutes": N_("Change the length of “{title}”"),
    "track": N_("Change the track of “{title}”"),
}
_STATUS: Mapping[object, str] = {
    SessionStatus.DRAFT: N_("Make “{title}” a draft"),
    SessionStatus.CONFIRMED: N_("Confirm “{title}”"),
    SessionStatus.CANCELLED: N_("Cancel “{title}”"),
}


def change_label(changes: Mapping[str, object]) -> str:
    """The name of a step that changes these fields of a session."""
    if "starts" in changes and set(changes) <= {"starts", "minutes"}:
        return _LABELS["starts"]
    if len(changes) != 1:
        return N_("Change “{title}”")
    (field, value), *_ = changes.items()
    if field == "status" and isinstance(value, SessionStatus):
        return _STATUS[value]
    return _LABELS.get(field, N_("Change “{title}”"))


def _changed(desk: Desk, before: Session, changes: Mapping[str, object]) -> Session:
    after = changed(before, changes)
    if after.parent != before.parent:
        # Links hold among sessions beside each other.
        let_followers_go(desk, before)
        after = after if "follows" in changes else replace(after, follows=None)
    if after.follows != before.follows and after.follows is not None:
        leader = desk.get(Session, after.follows)
        after = replace(after, starts=leader.ends or after.starts)
    if (after.starts, after.minutes) == (before.starts, before.minutes):
        return keep(desk, after)
    if after.locked:
        refuse_locked(before)
    return put_moved(desk, [(before, after)])[before.id]
