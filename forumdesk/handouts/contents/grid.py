# SPDX-License-Identifier: MIT
"""The grid on paper: rooms beside each other, a program day from top to bottom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from forumdesk.domain.agenda import CEREMONIES, PAUSES, Session, SessionStatus
from forumdesk.domain.cuts import woven
from forumdesk.domain.dates import date_full
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.lanes import Timetable
from forumdesk.domain.terms import T_
from forumdesk.handouts.content import NOTHING, BadgeKind, TrackMark, Wording
from forumdesk.handouts.contents.agenda import clock_of, end_of, entry, start_of, title_of
from forumdesk.handouts.contents.agenda import sessions_by_day as by_day
from forumdesk.handouts.contents.lines import body_of, name_of, shown_parts
from forumdesk.handouts.contents.sessions import printed_items, who
from forumdesk.handouts.contents.setting import Imprint, Setting, once
from forumdesk.handouts.contents.sheet import sheet
from forumdesk.handouts.options import Options
from forumdesk.handouts.published import stamped
from forumdesk.handouts.taking import as_grid
from forumdesk.handouts.timetables import GridContent, GridDay, GridWords, Hour, Slot

DRAFT = Imprint()
HOUR = 60
NO_SESSION = T_("paper", "There is no session yet.")
_OTHERWISE = T_("paper", "Elsewhere")


def grid_content(dossier: Dossier, options: Options, imprint: Imprint = DRAFT) -> GridContent:
    """Rooms and times of an edition; raises ``ForumDeskError`` for a room there is not."""
    return stamped(_content, Setting(dossier, as_grid(options), imprint))


def _content(setting: Setting) -> GridContent:
    days: list[GridDay] = []
    untimed: list[Slot] = []
    for day, sessions in by_day(setting):
        timed = [session for session in sessions if session.starts is not None]
        untimed += [slot(setting, session) for session in sessions if session.starts is None]
        found = setting.dossier.day_of(timed[0]) if timed else None
        if found is not None:
            made = _day(setting, found, timed)
            days.append(replace(made, anchor=day.anchor, ordinal=day.ordinal))
    return GridContent(
        sheet(setting, T_("handout", "Grid")), tuple(days), tuple(untimed), _words(setting)
    )


def _words(setting: Setting) -> GridWords:
    def kept(term: tuple[str, str], *names: str) -> Wording:
        """A term whose figures are filled in sheet by sheet."""
        return setting.say(term, **{name: "{" + name + "}" for name in names})

    return GridWords(
        rooms=kept(T_("paper", "Rooms {first}–{last} of {count}"), "first", "last", "count"),
        room=kept(T_("paper", "Room {first} of {count}"), "first", "count"),
        sheet=kept(T_("paper", "Sheet {first} of {count}"), "first", "count"),
        key=setting.say(T_("paper", "Sessions by number")),
        untimed=setting.say(T_("paper", "Time to be announced")),
        nothing=setting.say(NO_SESSION),
        tracks=setting.say(T_("paper", "Tracks")),
    )


def _day(setting: Setting, day: date, sessions: list[Session]) -> GridDay:
    table = woven(setting.dossier, day, sessions)
    return GridDay(
        anchor="",
        date=setting.by_language(lambda tag: date_full(day, tag)),
        ordinal=NOTHING,
        table=table,
        rooms=tuple(_room(setting, room, alone=len(table.columns) == 1) for room in table.columns),
        slots=tuple(_placed(setting, session, table) for session in sessions),
        hours=tuple(_hours(setting, table)),
    )


def _placed(setting: Setting, session: Session, table: Timetable) -> Slot:
    """A session of a day; a break over all columns says where it is held."""
    made = slot(setting, session)
    rooms = {room.id for room in setting.dossier.rooms_of(session)}
    band = any(block.band for block in table.blocks if block.session == session.id)
    return replace(made, aside=made.where) if band and rooms != set(table.columns) else made


def _room(setting: Setting, room: str | None, *, alone: bool) -> Wording:
    """What a column is called; nothing where the edition has no rooms."""
    if room is not None:
        return setting.text(setting.dossier.room[room].name)
    return NOTHING if alone else setting.say(_OTHERWISE)


def _hours(setting: Setting, table: Timetable) -> Iterator[Hour]:
    first, last = table.used
    edges = {minute for block in table.blocks for minute in (block.starts, block.ends)}
    for minute in sorted({*range(first, last + 1, HOUR // 2), *edges}):
        # The rail is as wide as a time alone: in one language.
        said = clock_of(setting, table.clock(minute))[:1]
        yield Hour(minute, said, minute % HOUR == 0, minute % (HOUR // 2) == 0)


def slot(setting: Setting, session: Session) -> Slot:
    """A session as it stands in a block, or in a row of a sign."""
    told = entry(setting, session)
    marked = (BadgeKind.VISIBILITY, BadgeKind.STATUS)
    return Slot(
        id=session.id,
        anchor=told.anchor,
        title=title_of(setting, session),
        start=start_of(setting, session),
        end=end_of(setting, session),
        untimed=told.untimed,
        who=names_of(setting, session),
        where=setting.joined((r.name for r in setting.dossier.rooms_of(session)), ", "),
        note=_joined(setting, [b.text for b in told.badges if b.kind in marked]),
        track=_track(setting, session),
        kind=session.kind.value,
        quiet=session.kind in PAUSES,
        ceremony=session.kind in CEREMONIES,
        cancelled=session.status is SessionStatus.CANCELLED,
    )


def _track(setting: Setting, session: Session) -> TrackMark | None:
    track = setting.dossier.track.get(session.track or "")
    return TrackMark(setting.text(track.name), track.color) if track else None


def names_of(setting: Setting, session: Session) -> Wording:
    """Who is on in a session and its items, each once: people, else the bodies."""
    every = (session, *printed_items(setting, session))
    found = [
        name
        for each in every
        for part in shown_parts(setting, each)
        if (taking := who(setting, part))
        if (name := name_of(setting, taking) or body_of(setting, taking))
    ]
    return _joined(setting, list(dict.fromkeys(found)))


def _joined(setting: Setting, texts: list[Wording]) -> Wording:
    """Several texts in one line of each language, each falling back for itself."""

    def line(tag: str) -> str:
        return ", ".join(dict(text).get(tag) or text[0][1] for text in texts if text)

    return once((tag, line(tag)) for tag in setting.languages)
