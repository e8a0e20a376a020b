# SPDX-License-Identifier: MIT
"""What typing into a cell of the agenda list means.

Texts are as a person types them: times by ``domain.times``, rooms and tracks by name. All raise
``ForumDeskError`` with a sentence about what can't be understood.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType

from forumdesk.domain.agenda import Session, SessionKind, SessionStatus
from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.dossier import program_day
from forumdesk.domain.forum import Edition, Room, Track
from forumdesk.domain.ids import ColumnName, EditionId, SessionId
from forumdesk.domain.terms import term
from forumdesk.domain.times import parse_duration, parse_shift, typed_end, typed_start
from forumdesk.domain.typed_names import unknown_rooms
from forumdesk.domain.wording import EMPTY, Text, fold
from forumdesk.domain.words import N_, interface_languages, words_in
from forumdesk.services._typed_names import set_typed_parts, set_typed_rooms
from forumdesk.services._writing import called
from forumdesk.services.editions import add_room
from forumdesk.services.planning import add_session, change_session, retime_session

_TEXTS = ("title", "summary", "abstract", "interpretation")


def set_cell(
    desk: Desk, session: SessionId, column: ColumnName, text: str, *, day: date | None
) -> None:
    """Take over a typed cell; ``day`` is the program day shown, for a session without a time.

    A column is the name of a field, or of a text with its language (``title.ko``).
    """
    record = desk.get(Session, session)
    field, _, language = column.partition(".")
    if language and field in _TEXTS:
        whole: Text = getattr(record, field)
        change_session(desk, session, {field: whole.having(language, text)})
    elif column in _SETTERS:
        _SETTERS[column](desk, record, text, day)
    else:
        raise ForumDeskError(N_("Nothing can be typed into “{column}”."), column=column)


def add_typed(
    desk: Desk,
    edition: EditionId,
    column: ColumnName,
    text: str,
    *,
    day: date | None,
    after: datetime | None,
) -> Session:
    """A new session from the first cell typed in the empty row.

    It begins at ``after``, unless a start was typed.
    """
    title = Text.of({column[6:]: text}) if column.startswith("title.") else EMPTY
    with desk.step(N_("Add “{title}”"), title=called(title)):
        session = add_session(desk, edition, {"starts": after})
        set_cell(desk, session.id, column, text, day=day)
        return desk.get(Session, session.id)


def empty_cells(
    desk: Desk, cells: Sequence[tuple[SessionId, ColumnName]], *, day: date | None
) -> None:
    """Empty cells, in one step."""
    with desk.step(N_("Empty {count} cells"), count=len(cells)):
        for session, column in cells:
            set_cell(desk, session, column, "", day=day)


def paste_cells(
    desk: Desk,
    edition: EditionId,
    cells: Sequence[tuple[SessionId, ColumnName, str]],
    lines: Sequence[Sequence[tuple[ColumnName, str]]],
    *,
    day: date | None,
    after: datetime | None,
) -> None:
    """Type over cells, and add a session from each line of cells, in one step.

    The first new session begins at ``after``, the others each when the one before it ends.
    """
    count = len(cells) + sum(map(len, lines))
    with desk.step(N_("Paste {count} cells"), count=count):
        for session, column, text in cells:
            set_cell(desk, session, column, text, day=day)
        for (column, text), *rest in filter(None, lines):
            made = add_typed(desk, edition, column, text, day=day, after=after)
            for name, said in rest:
                set_cell(desk, made.id, name, said, day=day)
            made = desk.get(Session, made.id)
            after = made.ends or made.starts or after


def add_rooms_and_set(desk: Desk, session: SessionId, text: str, language: str) -> None:
    """The rooms named in a text, those that there aren't yet added to the edition first."""
    record = desk.get(Session, session)
    with desk.step(N_("Set rooms of “{title}”"), title=called(record.title)):
        for name in unknown_rooms(desk.find(Room, edition=record.edition), text):
            add_room(desk, record.edition, Text.of({language: name}), {})
        set_typed_rooms(desk, record, text)


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
        minutes: int | None = (session.minutes or 0) + shift
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
