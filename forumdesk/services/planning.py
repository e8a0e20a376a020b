# SPDX-License-Identifier: MIT
"""The agenda: sessions, the items inside them, their times and rooms.

A session that moves takes its items along. Removing one removes its items, parts and rooms;
agreements and commitments that name it stay and let go of it. Confirming and cancelling are
changes of ``status``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from forumdesk.domain.agenda import Part, Session, SessionRoom, SessionStatus
from forumdesk.domain.desk import Desk
from forumdesk.domain.forum import Edition, Series, edition_title
from forumdesk.domain.ids import EditionId, RoomId, SessionChanges, SessionId
from forumdesk.domain.wording import EMPTY, Text
from forumdesk.domain.words import N_
from forumdesk.services._removing import remove_whole
from forumdesk.services._sets import settle_in_order
from forumdesk.services._writing import add, called, change, keep, next_position, reorder


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
    label, merge = _label(changes), ""
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


def duplicate_session(desk: Desk, session: SessionId) -> Session:
    """A draft copy with items, rooms and parts, beginning when the original ends."""
    record = desk.get(Session, session)
    with desk.step(N_("Duplicate “{title}”"), title=called(record.title)):
        shift = timedelta(minutes=record.minutes or 0)
        copy = _copied(desk, record, record.parent, shift)
        for item in desk.find(Session, parent=session):
            _copied(desk, item, copy.id, shift)
        neighbours = desk.find(Session, edition=record.edition, parent=record.parent)
        before = [s.id for s in neighbours if s.id != copy.id]
        before.insert(before.index(session) + 1, copy.id)
        return next(s for s in reorder(desk, neighbours, before) if s.id == copy.id)


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
        return change(desk, record, {"parent": parent, "position": position})


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


def _label(changes: Mapping[str, object]) -> str:
    if "starts" in changes and set(changes) <= {"starts", "minutes"}:
        return _LABELS["starts"]
    if len(changes) != 1:
        return N_("Change “{title}”")
    (field, value), *_ = changes.items()
    if field == "status" and isinstance(value, SessionStatus):
        return _STATUS[value]
    return _LABELS.get(field, N_("Change “{title}”"))


def _changed(desk: Desk, before: Session, changes: Mapping[str, object]) -> Session:
    after = change(desk, before, changes)
    if before.starts and after.starts and before.starts != after.starts:
        _shift_items(desk, before.id, after.starts - before.starts)
    return after


def _shift_items(desk: Desk, session: str, shift: timedelta) -> None:
    for item in desk.find(Session, parent=session):
        if item.starts:
            keep(desk, replace(item, starts=item.starts + shift))


def _copied(desk: Desk, session: Session, parent: str | None, shift: timedelta) -> Session:
    copy = keep(
        desk,
        replace(
            session,
            id=desk.new_id(),
            parent=parent,
            starts=session.starts and session.starts + shift,
            status=SessionStatus.DRAFT,
        ),
    )
    for link in desk.find(SessionRoom, session=session.id):
        desk.put(replace(link, id=desk.new_id(), session=copy.id))
    for part in desk.find(Part, session=session.id):
        desk.put(replace(part, id=desk.new_id(), session=copy.id))
    return copy
