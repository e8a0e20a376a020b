# SPDX-License-Identifier: MIT
"""What typing into a cell of the agenda list means, as services on the forum file.

Texts are as a person types them: times by ``domain.times``, rooms and tracks by name. All raise
``ForumDeskError`` with a sentence about what can't be understood.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from types import MappingProxyType

from forumdesk.domain.agenda import Session, SessionKind, SessionStatus
from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.dossier import program_day
from forumdesk.domain.forum import Edition, Track
from forumdesk.domain.terms import term
from forumdesk.domain.times import parse_duration, parse_shift, typed_end, typed_start
from forumdesk.domain.wording import Text, fold
from forumdesk.domain.words import N_, interface_languages, words_in
from forumdesk.services.planning import (
    add_session,
    change_session,
    order_items,
    order_sessions,
    remove_session,
    retime_session,
)
from forumdesk.ui.agenda.typed_names import set_typed_parts, set_typed_rooms

Cell = tuple[str, str, str]  # session, column, text
MORNING = time(9)  # when the first session of a day begins until told otherwise


def set_cell(desk: Desk, session: str, column: str, text: str, *, day: date | None) -> None:
    """Take over a typed cell; ``day`` is the program day shown, for a session without a time."""
    record = desk.get(Session, session)
    field, _, language = column.partition(".")
    if language:
        change_session(desk, session, {field: record.title.having(language, text)})
    else:
        _SETTERS[field](desk, record, text, day)


def add_typed(
    desk: Desk, edition: str, column: str, text: str, *, day: date | None, after: datetime | None
) -> Session:
    """A new session from the first cell typed in the empty row.

    It begins at ``after``, unless a start was typed.
    """
    field, _, language = column.partition(".")
    title = Text.of({language: text}) if field == "title" else Text()
    with desk.step(N_("Add “{title}”"), title=title or "…"):
        session = add_session(desk, edition, {"title": title, "starts": after})
        if field != "title":
            set_cell(desk, session.id, column, text, day=day)
        return desk.get(Session, session.id)


def empty(desk: Desk, cells: Sequence[Cell], *, day: date | None) -> None:
    """Empty cells, in one step."""
    with desk.step(N_("Empty {count} cells"), count=len(cells)):
        for session, column, _ in cells:
            set_cell(desk, session, column, "", day=day)


def step_in_order(desk: Desk, session: str, by: int) -> None:
    """A session without a time some places up or down among its like: items, or untimed ones."""
    record = desk.get(Session, session)
    like = [
        other.id
        for other in desk.find(Session, edition=record.edition, parent=record.parent)
        if other.starts is None
    ]
    here = like.index(session)
    like.insert(min(max(here + by, 0), len(like) - 1), like.pop(here))
    if record.parent is not None:
        order_items(desk, record.parent, like)
    else:
        order_sessions(desk, record.edition, like)


def shift(desk: Desk, sessions: Iterable[str], by: int) -> None:
    """Move sessions by some minutes; those without a time stay."""
    records = [desk.get(Session, session) for session in sessions]
    ids = {record.id for record in records}
    with desk.step(N_("Move {count} sessions by {minutes} min"), count=len(ids), minutes=by):
        for record in records:
            # An item whose session moves too is taken along by it.
            if record.starts is not None and record.parent not in ids:
                later = record.starts + timedelta(minutes=by)
                retime_session(desk, record.id, later, record.minutes)


def _set_starts(desk: Desk, session: Session, text: str, day: date | None) -> None:
    edition = desk.get(Edition, session.edition)
    reference = session.starts or _parent_start(desk, session)
    on = program_day(reference, edition.day_boundary) if reference else day or edition.first_day
    if on is None and text.strip():
        raise ForumDeskError(N_("Set the dates of the edition first; then sessions get times."))
    starts = (
        typed_start(text, day=on, boundary=edition.day_boundary, reference=reference)
        if on
        else None
    )
    retime_session(desk, session.id, starts, session.minutes)


def _set_ends(desk: Desk, session: Session, text: str, day: date | None) -> None:
    if session.starts is None and text.strip():
        raise ForumDeskError(N_("Give a start first; then the end can be set."))
    if session.starts is None or not text.strip():
        change_session(desk, session.id, {"minutes": None})
        return
    ends = typed_end(text, starts=session.starts, ends=session.ends)
    minutes = None if ends is None else round((ends - session.starts).total_seconds() / 60)
    change_session(desk, session.id, {"minutes": minutes})


def _set_minutes(desk: Desk, session: Session, text: str, day: date | None) -> None:
    shift = parse_shift(text) if text.strip() else None
    if shift is not None:
        minutes: int | None = max(0, (session.minutes or 0) + shift)
    else:
        minutes = parse_duration(text) if text.strip() else None
    change_session(desk, session.id, {"minutes": minutes})


def _set_kind(desk: Desk, session: Session, text: str, day: date | None) -> None:
    change_session(desk, session.id, {"kind": _member(SessionKind, text)})


def _set_status(desk: Desk, session: Session, text: str, day: date | None) -> None:
    change_session(desk, session.id, {"status": _member(SessionStatus, text)})


def _set_rooms(desk: Desk, session: Session, text: str, day: date | None) -> None:
    set_typed_rooms(desk, session, text)


def _set_parts(desk: Desk, session: Session, text: str, day: date | None) -> None:
    set_typed_parts(desk, session, text)


def _set_track(desk: Desk, session: Session, text: str, day: date | None) -> None:
    tracks = {t.id: t.name for t in desk.find(Track, edition=session.edition)}
    track = _named(tracks, text, _NO_TRACK) if text.strip() else None
    change_session(desk, session.id, {"track": track})


Setter = Callable[[Desk, Session, str, date | None], None]
_SETTERS: Mapping[str, Setter] = MappingProxyType(
    {
        "starts": _set_starts,
        "ends": _set_ends,
        "minutes": _set_minutes,
        "kind": _set_kind,
        "rooms": _set_rooms,
        "parts": _set_parts,
        "track": _set_track,
        "status": _set_status,
    }
)
_NO_TRACK = N_("This edition has no track “{name}”.")


def _parent_start(desk: Desk, session: Session) -> datetime | None:
    return desk.get(Session, session.parent).starts if session.parent else None


def _named(names: Mapping[str, Text], typed: str, missing: str) -> str:
    """The id of what is called so, in any language; an id itself is taken too."""
    if typed in names:
        return typed
    wanted = fold(typed)
    for key, name in names.items():
        if wanted in map(fold, name.values()):
            return key
    raise ForumDeskError(missing, name=typed.strip())


def _member(
    kind: type[SessionKind] | type[SessionStatus], typed: str
) -> SessionKind | SessionStatus:
    """A kind or status by its value, or by its word in any language of the program."""
    wanted = fold(typed)
    for member in kind:
        said = (term(member, words_in(language)) for language in interface_languages())
        if wanted in (member.value, *map(fold, said)):
            return member
    raise ForumDeskError(N_("“{text}” is none of the choices here."), text=typed.strip())


def next_start(sessions: Sequence[Session], day: date) -> datetime:
    """When a new session of a day begins: at the end of its last, or in the morning."""
    ends = [session.ends or session.starts for session in sessions]
    return max((end for end in ends if end), default=datetime.combine(day, MORNING))


def remove(desk: Desk, sessions: Sequence[str]) -> None:
    """Remove sessions with all in them."""
    if len(sessions) == 1:
        remove_session(desk, sessions[0])
        return
    with desk.step(N_("Remove {count} sessions"), count=len(sessions)):
        for session in sessions:
            # An item may have gone with its session.
            if desk.count(Session, id=session):
                remove_session(desk, session)


def mark(desk: Desk, sessions: Sequence[str], status: SessionStatus) -> None:
    """Confirm or cancel sessions, or make them drafts."""
    if len(sessions) == 1:
        change_session(desk, sessions[0], {"status": status})
        return
    with desk.step(N_("Change the status of {count} sessions"), count=len(sessions)):
        for session in sessions:
            change_session(desk, session, {"status": status})
