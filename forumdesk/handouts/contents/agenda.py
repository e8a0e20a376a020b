# SPDX-License-Identifier: MIT
"""The agenda on paper: days, sessions and their items."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from forumdesk.domain.agenda import CEREMONIES, PAUSES, Session, SessionStatus, Visibility
from forumdesk.domain.dates import clock_time, date_full, date_short, time_range
from forumdesk.domain.languages import language_name
from forumdesk.domain.terms import T_, term
from forumdesk.handouts.content import (
    NOTHING,
    Agenda,
    Badge,
    BadgeKind,
    Day,
    Entry,
    PartLine,
    TrackMark,
    Wording,
    said,
)
from forumdesk.handouts.contents.lines import part_lines, quotes
from forumdesk.handouts.contents.sessions import printed_items, printed_sessions
from forumdesk.handouts.contents.setting import Setting
from forumdesk.handouts.options import Audience

PROGRAM = T_("paper", "Program")
_DAY = T_("paper", "Day {number}")
_DAY_OPEN = T_("paper", "Day to be announced")
_TIME_OPEN = T_("paper", "time to be announced")


def agenda(setting: Setting) -> Agenda:
    """Every day of the sheet that has sessions, the undated ones last."""
    return Agenda(setting.say(PROGRAM), tuple(_days(setting)))


def anchor_of(session: Session) -> str:
    """The name by which contents list and outline find a session."""
    return f"session-{session.id}"


def title_of(setting: Setting, session: Session) -> Wording:
    """A session's title; what kind of session it is where it has none."""
    own = setting.text(session.title)
    return own or setting.each(lambda words: term(session.kind, words))


def times_of(setting: Setting, session: Session) -> Wording:
    """A session's times in one line: "09:00–10:30", or its start; empty where it has none."""
    starts, ends, clock = session.starts, session.ends, setting.options.clock
    if starts is None:
        return NOTHING
    if ends is None:
        return clock_of(setting, starts)
    return setting.by_language(lambda tag: time_range(starts, ends, tag, clock))


def on_day(setting: Setting, session: Session, times: Wording) -> Wording:
    """Times under their day, where the forum has several: "Wed, Sep 3 09:00"."""
    day = setting.dossier.day_of(session)
    if day is None or not times or len(setting.dossier.days) == 1:
        return times
    return setting.by_language(lambda tag: f"{date_short(day, tag)} {said(times, tag)[1]}")


def start_of(setting: Setting, session: Session) -> Wording:
    """When a session begins: "09:00"; empty where that is open."""
    return clock_of(setting, session.starts)


def clock_of(setting: Setting, at: datetime | None) -> Wording:
    """A time of day as the sheet writes it; empty where there is none."""
    if at is None:
        return NOTHING
    return setting.by_language(lambda tag: clock_time(at, tag, setting.options.clock))


def sessions_by_day(setting: Setting) -> Iterator[tuple[Day, tuple[Session, ...]]]:
    """Every day that has sessions on the sheet, still without entries, the undated ones last."""
    by_day: dict[date | None, list[Session]] = defaultdict(list)
    for session in printed_sessions(setting):
        by_day[_day_of(setting, session)].append(session)
    for number, day in enumerate(setting.dossier.days, 1):
        if sessions := by_day.pop(day, []):
            yield _day(setting, day, _ordinal(setting, number)), tuple(sessions)
    if undated := by_day.pop(None, []):
        label = setting.say(_DAY_OPEN)
        yield Day("day-open", label, label, ()), tuple(undated)


def _days(setting: Setting) -> Iterator[Day]:
    for day, sessions in sessions_by_day(setting):
        yield replace(day, entries=tuple(entry(setting, session) for session in sessions))


def _day_of(setting: Setting, session: Session) -> date | None:
    """A session without a time is on the edition's day where there is but one."""
    days = setting.dossier.days
    return setting.dossier.day_of(session) or (days[0] if len(days) == 1 else None)


def _day(setting: Setting, day: date, ordinal: Wording) -> Day:
    return Day(
        anchor=f"day-{day.isoformat()}",
        date=setting.by_language(lambda tag: date_full(day, tag)),
        short=setting.by_language(lambda tag: date_short(day, tag)),
        entries=(),
        ordinal=ordinal,
    )


def _ordinal(setting: Setting, number: int) -> Wording:
    if len(setting.dossier.days) < 2:
        return NOTHING
    return setting.say(_DAY, number=number)


def entry(setting: Setting, session: Session) -> Entry:
    """A session as it stands in the agenda, with its items."""
    track = setting.dossier.track.get(session.track or "")
    parts = part_lines(setting, session)
    return Entry(
        anchor=anchor_of(session),
        kind=session.kind.value,
        title=_title(setting, session, parts),
        start=start_of(setting, session),
        end=end_of(setting, session),
        open_end=session.starts is not None and session.minutes is None,
        untimed=_untimed(setting, session),
        minutes=session.minutes,
        summary=setting.text(session.summary),
        room=_room(setting, session),
        track=TrackMark(setting.text(track.name), track.color) if track else None,
        badges=tuple(_badges(setting, session)),
        quiet=session.kind in PAUSES,
        ceremony=session.kind in CEREMONIES,
        cancelled=session.status is SessionStatus.CANCELLED,
        parts=parts,
        items=tuple(entry(setting, item) for item in printed_items(setting, session)),
        quotes=quotes(setting, session),
    )


def _title(setting: Setting, session: Session, parts: tuple[PartLine, ...]) -> Wording:
    """An item without a title is named after its first part: "Welcome remarks"."""
    if session.parent is not None and parts and not session.title:
        return parts[0].role
    return title_of(setting, session)


def end_of(setting: Setting, session: Session) -> Wording:
    """When a session ends: "10:30"; empty where that is open."""
    return clock_of(setting, session.ends)


def _untimed(setting: Setting, session: Session) -> Wording:
    if session.starts is not None or session.parent is not None:
        return NOTHING
    return setting.say(_TIME_OPEN)


def _room(setting: Setting, session: Session) -> Wording:
    rooms = setting.dossier.rooms_of(session)
    parent = setting.dossier.session.get(session.parent or "")
    if parent and rooms == setting.dossier.rooms_of(parent):
        return NOTHING
    return setting.joined(room.name for room in rooms)


def _badges(setting: Setting, session: Session) -> Iterator[Badge]:
    if session.interpretation:
        yield Badge(BadgeKind.INTERPRETATION, setting.text(session.interpretation))
    if session.languages and set(session.languages) != set(setting.dossier.languages):
        yield Badge(BadgeKind.LANGUAGE, _floor(setting, session))
    if session.visibility is not Visibility.PUBLIC:
        key = session.visibility
        yield Badge(BadgeKind.VISIBILITY, setting.each(lambda words: term(key, words)), key.value)
    if session.status is not SessionStatus.CONFIRMED and _shows_status(setting):
        state = session.status
        yield Badge(BadgeKind.STATUS, setting.each(lambda words: term(state, words)), state.value)


def _floor(setting: Setting, session: Session) -> Wording:
    """The languages spoken, by name."""
    return setting.by_language(
        lambda tag: ", ".join(language_name(spoken, tag) for spoken in session.languages)
    )


def _shows_status(setting: Setting) -> bool:
    """Organizers see what is not settled; other sheets show no cancelled sessions at all."""
    return setting.options.audience is Audience.ORGANIZERS
