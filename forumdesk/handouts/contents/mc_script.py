# SPDX-License-Identifier: MIT
"""The script of the master of ceremonies: what is said, item by item, in every language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import chain, groupby

from forumdesk.domain.agenda import PAUSES, Session, SessionStatus
from forumdesk.domain.agenda import SessionKind as Kind
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.terms import T_
from forumdesk.domain.wording import EMPTY
from forumdesk.handouts.content import Day
from forumdesk.handouts.contents.agenda import entry, sessions_by_day
from forumdesk.handouts.contents.announcements import (
    another_day,
    end_of_day,
    goodbye,
    guests_introduced,
    interpreted,
    opening,
    pause,
)
from forumdesk.handouts.contents.ceremonies import photographed, signed, signing_announced
from forumdesk.handouts.contents.panels import (
    briefing_announced,
    led_by,
    panel,
    parallel,
    session_announced,
)
from forumdesk.handouts.contents.sessions import NO_SESSIONS, printed_items
from forumdesk.handouts.contents.setting import Imprint, Setting
from forumdesk.handouts.contents.sheet import sheet
from forumdesk.handouts.contents.speeches import Place, called_up
from forumdesk.handouts.contents.turns import OFF_STAGE, Turn, signers, stage
from forumdesk.handouts.options import Options
from forumdesk.handouts.published import stamped
from forumdesk.handouts.stage import CueWords, Line, ScriptContent, ScriptDay, ScriptItem
from forumdesk.handouts.taking import as_agenda

MC_SCRIPT = T_("paper", "MC script")
_PARALLEL = T_("paper", "Parallel sessions")
_END = T_("paper", "End of the day")
_CLOSE = T_("paper", "Close of the forum")
_LED = frozenset({Kind.PANEL, Kind.DISCUSSION, Kind.PRESS_BRIEFING})
_APART = PAUSES | {Kind.PRESS_BRIEFING, Kind.SITE_VISIT}
"""What is no part of the program in the hall."""
_UNSAID = OFF_STAGE | {Kind.REGISTRATION}


def mc_script_content(dossier: Dossier, options: Options, imprint: Imprint) -> ScriptContent:
    """The script of an edition, raising like ``program_content``."""
    return stamped(_script, Setting(dossier, as_agenda(options), imprint))


def _script(setting: Setting) -> ScriptContent:
    days = [
        (day, [s for s in sessions if is_said(s)]) for day, sessions in sessions_by_day(setting)
    ]
    return ScriptContent(
        sheet=sheet(setting, MC_SCRIPT),
        days=tuple(
            ScriptDay(day.anchor, day.date, day.short, tuple(_Day(setting, n, days).items()))
            for n, (day, sessions) in enumerate(days)
            if sessions
        ),
        nothing=setting.say(NO_SESSIONS),
    )


def is_said(session: Session) -> bool:
    """Whether the MC has anything to do with a session."""
    return session.status is not SessionStatus.CANCELLED and session.kind not in _UNSAID


class _Day:
    """What is said on a day; ``days`` are all of them with their sessions."""

    def __init__(
        self, setting: Setting, number: int, days: Sequence[tuple[Day, Sequence[Session]]]
    ) -> None:
        self._setting = setting
        self._number = number
        self._sessions = days[number][1]
        later = [session for _, sessions in days[number + 1 :] for session in sessions]
        self._tomorrow = next((s for s in later if s.kind not in PAUSES), None)
        self._last = not later
        self._channel = EMPTY  # on which interpreters were announced last
        main = [s for s in self._sessions if s.kind not in _APART]
        self._begins = main[0].id if main else ""
        closing = [s for s in main if s.kind is Kind.CLOSING]
        self._ends = (closing if self._last and closing else main or self._sessions)[-1].id

    def items(self) -> Iterator[ScriptItem]:
        """Every item of the day, and its end."""
        for at, group in groupby(self._sessions, key=lambda session: session.starts):
            together = list(group)
            if at is not None and self._begin_apart(at, together):
                start = entry(self._setting, together[0]).start
                lines = tuple(parallel(self._setting, together))
                yield ScriptItem("", self._setting.say(_PARALLEL), start, lines=lines)
            for session in together:
                places = dict(_placed([*self._turns(session)]))
                yield from self._session(session, places)
                if session.id == self._ends:
                    yield self._end()

    def _begin_apart(self, at: datetime, sessions: Sequence[Session]) -> bool:
        """Whether everybody is together until several sessions begin in rooms of their own."""
        rooms = [self._setting.dossier.rooms_of(s) for s in sessions if s.kind not in PAUSES]
        on = (s for s in self._sessions if s.starts and s.starts < at and s.kind not in PAUSES)
        still_on = any(s.ends is None or s.ends > at for s in on)
        return len(rooms) == len(sessions) > 1 and all(rooms) and not still_on

    def _turns(self, session: Session) -> Iterator[Turn]:
        """The speeches that the MC calls up in a session and its items."""
        if not self._is_led(session):
            yield from stage(self._setting, session).speeches
            for item in printed_items(self._setting, session):
                yield from self._turns(item)

    def _is_led(self, session: Session) -> bool:
        """Whether somebody else leads through it."""
        return session.kind in _LED or bool(led_by(self._setting, session))

    def _session(self, session: Session, places: Mapping[Turn, Place]) -> Iterator[ScriptItem]:
        """A session, then its items where they are not in the hands of its chair."""
        told = entry(self._setting, session)
        lines = chain(self._typed(session), self._lines(session, places))
        yield ScriptItem(
            anchor=told.anchor,
            title=told.title,
            start=told.start,
            end=told.end,
            room=told.room,
            lines=tuple(lines),
            within=session.parent is not None,
            symbol=told.kind if told.ceremony else "",
        )
        if not self._is_led(session):
            for item in printed_items(self._setting, session):
                if is_said(item):
                    yield from self._session(item, places)

    def _typed(self, session: Session) -> Iterator[Line]:
        """The cues of a session as its secretariat has typed them."""
        if session.cues:
            yield CueWords(self._setting.by_language(lambda _: session.cues))

    def _lines(self, session: Session, places: Mapping[Turn, Place]) -> Iterator[Line]:
        setting = self._setting
        if session.id == self._begins:
            number = self._number + 1
            yield from another_day(setting, number) if self._number else opening(setting, session)
            yield from self._interpreted(session)
            yield from () if self._number else guests_introduced(setting)
        if self._is_led(session):
            yield from self._announced(session)
            yield from panel(setting, session)
            return
        turns = stage(setting, session).speeches
        if session.kind in PAUSES:
            yield from pause(setting, session, self._after(session))
        elif session.kind is Kind.PHOTO:
            yield from photographed(setting, session)
        elif not turns and session.id != self._begins:
            yield from self._announced(session)
        yield from signed(setting, session)
        for turn in turns:
            yield from called_up(setting, session, turn, places[turn])

    def _announced(self, session: Session) -> Iterator[Line]:
        """What comes now; a signing under the name of what is signed."""
        setting = self._setting
        signing = tuple(signing_announced(setting, session)) if session.parent is None else ()
        if session.kind is Kind.PRESS_BRIEFING:
            yield from briefing_announced(setting, session)
        elif not signers(setting, session) or not session.parent:
            yield from signing or session_announced(setting, session)
        yield from self._interpreted(session)

    def _interpreted(self, session: Session) -> Iterator[Line]:
        """Where interpreters are heard: said once, and again where that changes."""
        channel = session.interpretation
        if channel and channel != self._channel:
            self._channel = channel
            yield from interpreted(self._setting, session)

    def _after(self, session: Session) -> Session | None:
        """What everybody comes back to after a pause."""
        ends = session.ends
        later = (s for s in self._sessions if s.kind not in PAUSES and s.starts and ends)
        return next((s for s in later if s.starts and ends and s.starts >= ends), None)

    def _end(self) -> ScriptItem:
        setting = self._setting
        if self._last:
            return ScriptItem("", setting.say(_CLOSE), lines=tuple(goodbye(setting)))
        lines = tuple(end_of_day(setting, self._tomorrow))
        return ScriptItem("", setting.say(_END), lines=lines)


def _placed(turns: Sequence[Turn]) -> Iterator[tuple[Turn, Place]]:
    """Each speech with where it stands in the row of them."""
    for n, turn in enumerate(turns):
        if len(turns) == 1:
            yield turn, Place.ONLY
        elif n == 0:
            yield turn, Place.FIRST
        else:
            last = n == len(turns) - 1 and n > 1
            yield turn, Place.LAST if last else Place.NEXT
