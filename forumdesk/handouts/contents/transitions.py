# SPDX-License-Identifier: MIT
"""What is called between the items of an agenda, derived from what they are and who is in them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cached_property

from forumdesk.domain.agenda import PAUSES, Mode, Part, Role, Session, SessionStatus
from forumdesk.domain.agenda import SessionKind as Kind
from forumdesk.domain.terms import T_
from forumdesk.domain.wording import Text
from forumdesk.handouts.content import Wording
from forumdesk.handouts.contents.agenda import clock_of, title_of
from forumdesk.handouts.contents.lines import acting, called, name_of
from forumdesk.handouts.contents.sessions import printed_sessions
from forumdesk.handouts.contents.setting import Setting
from forumdesk.handouts.contents.turns import LEADING, OFF_STAGE, Turn, signers, stage

BELL = timedelta(minutes=5)
"""So long before a pause ends the bell is rung."""
_LED = frozenset({Kind.PANEL, Kind.DISCUSSION})
_SLIDES = frozenset({Role.PRESENTS, Role.KEYNOTE})

_BY_MC = T_("transition", "MC announces: {what}")
_BY_CHAIR = T_("transition", "Chair announces: {what}")
_BY_NOBODY = T_("transition", "Announce: {what}")
_BELL = T_("transition", "Bell at {time}")
_SEATS = T_("transition", "Guests take their seats")
_DESK = T_("transition", "Registration desk ready")
_BACK = T_("transition", "{what}, back at {time}")
_MOVE = T_("transition", "Everybody to: {room}")
_INTERPRETERS = T_("transition", "Interpreters on: {channel}")
_MC_ON = T_("transition", "MC to the lectern")
_PANEL_ON = T_("transition", "Panel to the stage, {count} seats")
_PANEL_OFF = T_("transition", "Panel leaves the stage")
_TABLE = T_("transition", "Signing table, folders, pens and flags in place")
_TO_TABLE = T_("transition", "To the table in this order: {names}")
_PHOTO = T_("transition", "Photographer ready, places marked")
_TO_LECTERN = T_("transition", "Speaker to the lectern")
_ALL_TO_LECTERN = T_("transition", "Speakers to the lectern")
_READER = T_("transition", "{reader} reading for {name}")
_MESSAGE = T_("transition", "Video message of {name}")
_VIDEO = T_("transition", "Lights down, video plays")
_SLIDES_ON = T_("transition", "Slides on screen")
_NEXT = T_("transition", "Next ready: {name}")


class Transitions:
    """Says what is called before the sessions, items and speeches of one sheet."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting

    def before_session(self, session: Session) -> Iterator[Wording]:
        """What is called so that a session can begin."""
        if session.status is SessionStatus.CANCELLED or session.kind in OFF_STAGE:
            return
        before = self._before(session)
        if session.kind is Kind.REGISTRATION:
            yield self._say(_DESK)
        elif session.kind in PAUSES:
            yield from self._pause(session, before)
        else:
            yield from self._seated(session, before)
            yield from self._set_up(session, before)

    def before_item(self, item: Session) -> Iterator[Wording]:
        """What is set up for an item inside a session."""
        if item.status is not SessionStatus.CANCELLED:
            yield from self._on_stage(item)

    def before_speech(
        self, session: Session, turn: Turn, after: Turn | None = None
    ) -> Iterator[Wording]:
        """What is called so that a speech can begin; ``after`` is the next one."""
        if session.status is SessionStatus.CANCELLED:
            return
        name, first = self._names(turn), turn.parts[0]
        if first.mode is Mode.VIDEO:
            yield self._announced(session, _text(self._say(_MESSAGE, name=name)))
            yield self._say(_VIDEO)
        else:
            yield self._announced(session, self._in_person(first, name))
            yield self._say(_TO_LECTERN if len(turn.parts) == 1 else _ALL_TO_LECTERN)
        if acting(self._setting, session, first) in _SLIDES:
            yield self._say(_SLIDES_ON)
        if after is not None:
            yield self._say(_NEXT, name=self._names(after))

    def _names(self, turn: Turn) -> Text:
        names = (called(self._setting, part) for part in turn.parts)
        return _text(self._setting.joined(names, ", "))

    # -- sessions ---------------------------------------------------------------------------

    def _pause(self, session: Session, before: Session | None) -> Iterator[Wording]:
        what = _text(title_of(self._setting, session))
        after = self._after(session)
        if after is not None and after.starts is not None:
            what = _text(self._say(_BACK, what=what, time=self._time(after.starts)))
        yield self._say(self._leading, what=what)
        yield from self._left(before)
        yield from self._moved(session, before)

    def _seated(self, session: Session, before: Session | None) -> Iterator[Wording]:
        """Guests are brought to where it begins."""
        if before is None or before.kind in PAUSES:
            if before is not None and session.starts is not None:
                yield self._say(_BELL, time=self._time(session.starts - BELL))
            yield self._say(_SEATS)
        else:
            yield from self._left(before)
            yield from self._moved(session, before)

    def _left(self, before: Session | None) -> Iterator[Wording]:
        if before is not None and before.kind in _LED and self._seats(before):
            yield self._say(_PANEL_OFF)

    def _moved(self, session: Session, before: Session | None) -> Iterator[Wording]:
        rooms = self._setting.dossier.rooms_of(session)
        if before and rooms and rooms != self._setting.dossier.rooms_of(before):
            room = self._setting.joined((room.name for room in rooms), ", ")
            yield self._say(_MOVE, room=_text(room))

    def _set_up(self, session: Session, before: Session | None) -> Iterator[Wording]:
        """The stage, the interpreters and who leads through it are ready."""
        yield from self._on_stage(session)
        if session.interpretation and not (before and self._same_booth(before, session)):
            yield self._say(_INTERPRETERS, channel=session.interpretation)
        on_stage = stage(self._setting, session)
        if any(part.role is Role.MC for part in on_stage.others):
            yield self._say(_MC_ON)
        elif on_stage.apart or not on_stage.speeches:
            yield self._say(self._leading, what=_text(title_of(self._setting, session)))

    def _on_stage(self, session: Session) -> Iterator[Wording]:
        if session.kind in _LED and (seats := self._seats(session)):
            yield self._say(_PANEL_ON, count=seats)
        if session.kind is Kind.PHOTO:
            yield self._say(_PHOTO)
        parent = self._setting.dossier.session.get(session.parent or "")
        if session.kind is Kind.SIGNING and (parent is None or parent.kind is not Kind.SIGNING):
            yield self._say(_TABLE)
        if signing := signers(self._setting, session):
            names = self._setting.joined((called(self._setting, one) for one in signing), ", ")
            yield self._say(_TO_TABLE, names=_text(names))

    def _same_booth(self, one: Session, other: Session) -> bool:
        rooms = self._setting.dossier.rooms_of
        return one.interpretation == other.interpretation and rooms(one) == rooms(other)

    def _seats(self, session: Session) -> int:
        """Chairs wanted for those who sit on the stage."""
        on_stage = stage(self._setting, session)
        leading = [part for part in on_stage.others if part.role in LEADING]
        return len(leading) + len(on_stage.panel) + sum(len(t.parts) for t in on_stage.speeches)

    # -- who and when -----------------------------------------------------------------------

    def _in_person(self, part: Part, name: Text) -> Text:
        reader = self._setting.dossier.participation.get(part.reader or "")
        if part.mode is not Mode.READ or reader is None:
            return name
        read = _text(name_of(self._setting, reader))
        return _text(self._say(_READER, reader=read, name=name))

    def _announced(self, session: Session, what: Text) -> Wording:
        """Something announced by the chair of a session, where it has one."""
        around = (session, self._setting.dossier.session.get(session.parent or ""))
        roles = {part.role for s in around if s for part in self._setting.dossier.parts_of(s)}
        return self._say(_BY_CHAIR if roles & LEADING else self._leading, what=what)

    @cached_property
    def _leading(self) -> tuple[str, str]:
        """Who leads through the day."""
        has_mc = any(part.role is Role.MC for part in self._setting.dossier.parts)
        return _BY_MC if has_mc else _BY_NOBODY

    def _before(self, session: Session) -> Session | None:
        """What was on before, where the guests of a session come from."""
        day = self._day(session)
        return next(
            (s for s in reversed(day) if _ends_by(s, session) and self._shares(s, session)), None
        )

    def _after(self, session: Session) -> Session | None:
        """What is on next, for all guests of a session."""
        later = (s for s in self._day(session) if s.kind not in PAUSES)
        return next((s for s in later if _ends_by(session, s)), None)

    def _shares(self, one: Session, other: Session) -> bool:
        """Whether the same people may be in both: in one room, or with nothing beside them."""
        rooms = self._setting.dossier.rooms_of(one)
        others = self._setting.dossier.rooms_of(other)
        if {one.kind, other.kind} & PAUSES or not rooms or not others or set(rooms) & set(others):
            return True
        return self._beside[one.starts] == self._beside[other.starts] == 1

    def _day(self, session: Session) -> Sequence[Session]:
        """What guests go through on the day of a session, in order."""
        return self._flow.get(self._setting.dossier.day_of(session), ())

    @cached_property
    def _flow(self) -> Mapping[date | None, Sequence[Session]]:
        days: dict[date | None, list[Session]] = defaultdict(list)
        for session in printed_sessions(self._setting):
            on = session.status is not SessionStatus.CANCELLED and session.starts is not None
            if on and session.kind not in OFF_STAGE:
                days[self._setting.dossier.day_of(session)].append(session)
        return days

    @cached_property
    def _beside(self) -> Counter[datetime | None]:
        """How many sessions begin at one time."""
        return Counter(session.starts for day in self._flow.values() for session in day)

    def _time(self, at: datetime) -> Text:
        return _text(clock_of(self._setting, at))

    def _say(self, message: tuple[str, str], **values: Text | int) -> Wording:
        return self._setting.say(message, **values)


def _text(wording: Wording) -> Text:
    return Text.of(dict(wording))


def _ends_by(one: Session, other: Session) -> bool:
    """Whether one session is over when the other begins."""
    if one.starts is None or other.starts is None or one.starts >= other.starts:
        return False
    return one.ends is None or one.ends <= other.starts
