# SPDX-License-Identifier: MIT
"""Who has which parts in an edition, and what comes before and after each of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import cached_property
from itertools import zip_longest

from forumdesk.domain.agenda import Part, Role, Session
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import ABSENT
from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_
from forumdesk.handouts.contents.chosen import side_asked
from forumdesk.handouts.contents.sessions import is_for, person_called
from forumdesk.handouts.contents.setting import Setting
from forumdesk.handouts.contents.turns import Stage, Turn
from forumdesk.handouts.options import Audience

_FAR = 200  # what is farther off is not looked at
_IDLE = timedelta(minutes=30)  # so long without anything, a room is idle


@frozen
class Held:
    """The parts that somebody has in a session, in order; one they only ``reads`` is another's."""

    session: Session
    parts: tuple[Part, ...]

    def turn(self, on_stage: Stage) -> int | None:
        """Which of the speeches of the session is theirs; ``None`` if none, or several are."""
        mine = {part.id for part in self.parts}
        found = [
            n
            for n, turn in enumerate(on_stage.speeches)
            if mine.intersection(part.id for part in turn.parts)
        ]
        return found[0] if len(found) == 1 else None


@frozen
class Neighbour:
    """What comes before or after: a session, or a speech in the same one."""

    session: Session
    turn: Turn | None = None


def held_by(dossier: Dossier) -> Mapping[str, tuple[Held, ...]]:
    """What each participation does, by id, in the order of the program.

    A part that is read out by another is held by both. Cancelled sessions are left out, and those
    who will not come.
    """
    found: dict[str, dict[str, list[Part]]] = defaultdict(lambda: defaultdict(list))
    for session in in_order(dossier):
        for part in dossier.parts_of(session):
            for who in dict.fromkeys((part.participation, part.reader or "")):
                one = dossier.participation.get(who)
                if one is not None and one.status not in ABSENT:
                    found[who][session.id].append(part)
    return {
        who: tuple(Held(dossier.session[key], tuple(parts)) for key, parts in sessions.items())
        for who, sessions in found.items()
    }


def in_order(dossier: Dossier) -> Iterator[Session]:
    """Sessions that take place, each before its items, in the order of the program."""
    for session in dossier.program:
        if dossier.takes_place(session):
            yield session
            yield from (item for item in dossier.items_of(session) if dossier.takes_place(item))


def spans(dossier: Dossier) -> Mapping[str, tuple[datetime, datetime]]:
    """When everything begins and ends that takes place, by id.

    What has no end ends when the next item begins, or with what it is in.
    """
    found: dict[str, tuple[datetime, datetime]] = {}
    for session in dossier.program:
        if dossier.takes_place(session):
            _span(session, session.starts, found)
            items = [s for s in dossier.items_of(session) if s.starts and dossier.takes_place(s)]
            for item, after in zip_longest(items, items[1:]):
                _span(item, after.starts if after else session.ends, found)
    return found


def _span(
    session: Session, until: datetime | None, found: dict[str, tuple[datetime, datetime]]
) -> None:
    if session.starts is not None:
        ends = session.ends or until or session.starts
        found[session.id] = (session.starts, max(ends, session.starts))


def speakers(setting: Setting) -> list[tuple[str, tuple[Held, ...]]]:
    """The participations that get a brief, in the order of their first part.

    Interpreters have a sheet of their own, and a brief if they are asked for by name. Raises
    ``ForumDeskError`` for somebody unknown or without a part.
    """
    dossier = setting.dossier
    every = dossier.derived(held_by)
    if wanted := setting.options.person:
        person = person_called(dossier, wanted)
        own = [key for key in every if dossier.participation[key].person == person.id]
        if not own:
            raise ForumDeskError(
                N_("{name} has no part in this edition; nothing was written."), name=wanted
            )
        return [(key, every[key]) for key in own]
    side = side_asked(setting) if setting.options.side else None
    return [
        (key, held)
        for key, held in every.items()
        if side in (None, dossier.participation[key].side)
        and any(part.role is not Role.INTERPRETS for one in held for part in one.parts)
    ]


def starts_of(dossier: Dossier, session: Session) -> datetime | None:
    """When a session begins, or what it is an item of."""
    return next((s.starts for s in dossier.lineage(session) if s.starts is not None), None)


class Course:
    """The course of a program as its guests know it: what comes before and after something."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._dossier = setting.dossier

    @cached_property
    def _known(self) -> tuple[tuple[datetime, datetime, Session], ...]:
        """What guests may know of that has times, its items in place of what they are in."""
        times = self._dossier.derived(spans)
        found = []
        for session in in_order(self._dossier):
            items = any(item.id in times for item in self._dossier.items_of(session))
            known = all(is_for(s, Audience.GUESTS) for s in self._dossier.lineage(session))
            if session.id in times and known and not items:
                found.append((*times[session.id], session))
        return tuple(sorted(found, key=lambda one: one[:2]))

    def before(self, session: Session, on_stage: Stage, turn: int | None) -> Neighbour | None:
        """What comes before."""
        if turn:
            return Neighbour(session, on_stage.speeches[turn - 1])
        span = self._span(session)
        near = [one for one in self._known if span and one[1] <= span[0]]
        near.sort(key=lambda one: one[1], reverse=True)
        best = self._nearest(session, [(span[0] - one[1], one[2]) for one in near if span])
        return Neighbour(best) if best else None

    def after(self, session: Session, on_stage: Stage, turn: int | None) -> Neighbour | None:
        """What comes after."""
        if turn is not None and turn + 1 < len(on_stage.speeches):
            return Neighbour(session, on_stage.speeches[turn + 1])
        span = self._span(session)
        near = [one for one in self._known if span and one[0] >= span[1]]
        best = self._nearest(session, [(one[0] - span[1], one[2]) for one in near if span])
        return Neighbour(best) if best else None

    def _span(self, session: Session) -> tuple[datetime, datetime] | None:
        """When something is, or what it is in."""
        times = self._dossier.derived(spans)
        lineage = self._dossier.lineage(session)
        return next((times[each.id] for each in lineage if each.id in times), None)

    def _nearest(
        self, session: Session, found: Sequence[tuple[timedelta, Session]]
    ) -> Session | None:
        """The nearest of some on the same day: one in the same room, if the room is not idle."""
        day, rooms = self._dossier.day_of(session), set(self._rooms(session))
        near = [one for one in found[:_FAR] if self._dossier.day_of(one[1]) == day]
        if not near:
            return None
        same = (
            one
            for one in near
            if not rooms or not self._rooms(one[1]) or rooms.intersection(self._rooms(one[1]))
        )
        best = next(same, None)
        idle = best is None or best[0] - near[0][0] > _IDLE
        return near[0][1] if idle or best is None else best[1]

    def _rooms(self, session: Session) -> Sequence[str]:
        return [room.id for room in self._dossier.rooms_of(session)]
