# SPDX-License-Identifier: MIT
"""Which sessions hang together: inside one another, in one room, by one person, on one day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from itertools import chain
from types import MappingProxyType

from forumdesk.domain.checks.changing import Difference
from forumdesk.domain.checks.scopes import Scope
from forumdesk.domain.dossier import Dossier, program_day
from forumdesk.domain.values import frozen

Groups = Mapping[object, Sequence[str]]


@frozen
class Families:
    """Which sessions are in one another: the outmost of each, and all those of each outmost."""

    outmost: Mapping[str, str]
    inside: Groups

    @classmethod
    def of(cls, dossier: Dossier) -> Families:
        """The families of an edition; sessions in a circle of parents are one."""
        outmost = {session.id: session.id for session in dossier.sessions}
        for session in dossier.sessions:
            if session.parent is not None:
                line = dossier.lineage(session)
                outmost[session.id] = "" if line[-1].parent in outmost else line[-1].id
        return cls(outmost, _grouped(outmost.items()))

    def around(self, sessions: Iterable[str]) -> set[str]:
        """All sessions of the families of some."""
        roots = {self.outmost[session] for session in sessions if session in self.outmost}
        return set(chain.from_iterable(self.inside[root] for root in roots))


@frozen
class Hanging:
    """What hangs together in an edition, carried on from change to change where it can be."""

    dossier: Dossier
    families: Families
    _groups: dict[Scope, Groups] = field(default_factory=dict)

    @classmethod
    def of(cls, dossier: Dossier) -> Hanging:
        """What hangs together in an edition not known before."""
        return cls(dossier, Families.of(dossier))

    def tied(self, scope: Scope) -> Groups:
        """The sessions that have a room, person or day in common."""
        if scope not in self._groups:
            self._groups[scope] = _grouped(ties(self.dossier, scope, self.dossier.session))
        return self._groups[scope]

    def after(self, dossier: Dossier, apart: Difference) -> Hanging:
        """What hangs together after a change."""
        families = self.families if apart.timing else Families.of(dossier)
        fresh = Hanging(dossier, families)
        changed = around(self, fresh, apart.sessions)
        for scope in _TIES:
            gone, come = (ties(state, scope, changed) for state in (self.dossier, dossier))
            fresh._groups[scope] = _moved(self.tied(scope), gone, come)
        return fresh


def around(before: Hanging, after: Hanging, sessions: Iterable[str]) -> set[str]:
    """Sessions with all that is around and inside them, before a change or after it."""
    wanted = set(sessions)
    return before.families.around(wanted) | after.families.around(wanted)


Pairs = Iterator[tuple[str, object]]


def ties(dossier: Dossier, scope: Scope, sessions: Container[str]) -> Pairs:
    """What some sessions have in common: pairs of a session and a room, person or day."""
    made = _TIES.get(scope)
    return made(dossier, sessions) if made else iter(())


def _rooms(dossier: Dossier, sessions: Container[str]) -> Pairs:
    return ((ln.session, ln.room) for ln in dossier.session_rooms if ln.session in sessions)


def _persons(dossier: Dossier, sessions: Container[str]) -> Pairs:
    seats = dossier.participation
    for part in dossier.parts:
        if part.session in sessions:
            for key in (part.participation, part.reader):
                if key is not None and key in seats:
                    yield part.session, seats[key].person or key


def _days(dossier: Dossier, sessions: Container[str]) -> Pairs:
    boundary = dossier.edition.day_boundary
    for session in dossier.sessions:
        if session.id in sessions:
            timed = session.starts and program_day(session.starts, boundary)
            yield session.id, timed or dossier.day_of(session)


_TIES = MappingProxyType({Scope.ROOM: _rooms, Scope.PERSON: _persons, Scope.DAY: _days})


def _grouped(pairs: Iterable[tuple[str, object]]) -> Groups:
    groups: dict[object, list[str]] = defaultdict(list)
    for session, tie in pairs:
        groups[tie].append(session)
    return groups


def _moved(groups: Groups, gone: Pairs, come: Pairs) -> Groups:
    """Groups without some sessions that were in them, and with others."""
    moved: dict[object, Sequence[str]] = dict(groups)
    for session, tie in gone:
        moved[tie] = [other for other in moved[tie] if other != session]
    for session, tie in come:
        moved[tie] = [*moved.get(tie, ()), session]
    return moved


def narrowed(dossier: Dossier, sessions: Iterable[str]) -> Dossier:
    """The dossier with some of its sessions, their rooms and parts; all else as it is."""
    kept = set(sessions)
    return replace(
        dossier,
        sessions=tuple([s for s in dossier.sessions if s.id in kept]),
        session_rooms=tuple([link for link in dossier.session_rooms if link.session in kept]),
        parts=tuple([part for part in dossier.parts if part.session in kept]),
    )
