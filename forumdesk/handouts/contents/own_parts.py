# SPDX-License-Identifier: MIT
"""Who has which parts in an edition, and what comes before and after each of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property

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
        """What guests may know of that has times, an item in the place of what it is in."""
        found = []
        for session in in_order(self._dossier):
            ends = session.ends
            items = any(i.starts for i in self._dossier.items_of(session))
            lineage = self._dossier.lineage(session)
            if session.starts and ends and not items and _is_known(lineage):
                found.append((session.starts, ends, session))
        return tuple(sorted(found, key=lambda one: one[:2]))

    def before(self, session: Session, on_stage: Stage, turn: int | None) -> Neighbour | None:
        """What comes before."""
        if turn:
            return Neighbour(session, on_stage.speeches[turn - 1])
        starts = starts_of(self._dossier, session)
        near = [one for one in self._known if starts and one[1] <= starts]
        best = self._nearest(session, near[::-1])
        return Neighbour(best) if best else None

    def after(self, session: Session, on_stage: Stage, turn: int | None) -> Neighbour | None:
        """What comes after."""
        if turn is not None and turn + 1 < len(on_stage.speeches):
            return Neighbour(session, on_stage.speeches[turn + 1])
        lineage = self._dossier.lineage(session)
        ends = next((s.ends for s in lineage if s.ends is not None), None)
        best = self._nearest(session, [one for one in self._known if ends and one[0] >= ends])
        return Neighbour(best) if best else None

    def _nearest(
        self, session: Session, found: Iterable[tuple[datetime, datetime, Session]]
    ) -> Session | None:
        """The first of some that is of the same day, and in the same room or in none."""
        day, rooms = self._dossier.day_of(session), set(self._rooms(session))
        for _, _, other in found:
            if self._dossier.day_of(other) != day:
                return None
            theirs = self._rooms(other)
            if not rooms or not theirs or rooms.intersection(theirs):
                return other
        return None

    def _rooms(self, session: Session) -> Sequence[str]:
        return [room.id for room in self._dossier.rooms_of(session)]


def _is_known(lineage: Iterable[Session]) -> bool:
    return all(is_for(session, Audience.GUESTS) for session in lineage)
