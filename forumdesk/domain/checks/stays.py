# SPDX-License-Identifier: MIT
"""Who has to be where when, and what is held in each room: shared by the checks of both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from functools import wraps

from forumdesk.domain.agenda import Mode, Part, Role, Session
from forumdesk.domain.checks.common import Slot, slots
from forumdesk.domain.desk import Problem
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import EditionState
from forumdesk.domain.people import ABSENT, Participation
from forumdesk.domain.values import frozen


def while_open(
    find: Callable[[Dossier], Iterable[Problem]],
) -> Callable[[Dossier], Iterable[Problem]]:
    """A check that gives advice: once an edition is closed, nobody can follow it."""

    @wraps(find)
    def check(dossier: Dossier) -> Iterable[Problem]:
        return () if dossier.edition.state is EditionState.CLOSED else find(dossier)

    return check


@frozen
class Visit:
    """A person at a session and its items, from the first of their parts in it to the last.

    ``first`` and ``last`` are the sessions or items of these; ``start`` and ``end`` wall time.
    """

    person: str
    root: str
    start: datetime
    end: datetime
    first: Session
    last: Session
    roles: frozenset[Role]


def present(part: Part) -> str | None:
    """The participation that a part needs in the room: by video none, of a reading the reader."""
    if part.mode is Mode.IN_PERSON:
        return part.participation
    return part.reader if part.mode is Mode.READ else None


def visits(dossier: Dossier) -> Mapping[str, tuple[Visit, ...]]:
    """Where each person has to be, in order of time; by person, an unnamed seat by itself.

    Left out: who declined, and items without a time, whose hour nobody knows.
    """
    return dossier.derived(_visits)


def _visits(dossier: Dossier) -> Mapping[str, tuple[Visit, ...]]:
    timed = dossier.derived(slots)
    found: dict[str, dict[str, list[tuple[Slot, Role]]]] = defaultdict(lambda: defaultdict(list))
    for part in dossier.parts:
        slot = timed.get(part.session)
        who = dossier.participation.get(present(part) or "")
        if slot is not None and slot.sure and who is not None and who.status not in ABSENT:
            found[who.person or who.id][slot.root].append((slot, part.role))
    return {
        person: tuple(
            sorted((_visit(person, root, stays) for root, stays in roots.items()), key=_start)
        )
        for person, roots in found.items()
    }


def _visit(person: str, root: str, stays: list[tuple[Slot, Role]]) -> Visit:
    first = last = stays[0][0]
    for slot, _ in stays[1:]:
        first = min(first, slot, key=lambda one: one.start)
        last = max(last, slot, key=lambda one: one.end)
    roles = frozenset([role for _, role in stays])
    return Visit(person, root, first.start, last.end, first.session, last.session, roles)


def _start(visit: Visit) -> datetime:
    return visit.start


def participation_of(dossier: Dossier, person: str) -> Participation:
    """The participation of a person, or of an unnamed seat, as ``visits`` names them."""
    return dossier.derived(_participations)[person]


def _participations(dossier: Dossier) -> Mapping[str, Participation]:
    return {p.person or p.id: p for p in reversed(dossier.participations)}


def occupied(dossier: Dossier) -> Mapping[str, tuple[Slot, ...]]:
    """What is held in each room; an item in a room of the session around it takes no more."""
    return dossier.derived(_occupied)


def _occupied(dossier: Dossier) -> Mapping[str, tuple[Slot, ...]]:
    timed = dossier.derived(slots)
    links = dict.fromkeys((link.room, link.session) for link in dossier.session_rooms)
    found: dict[str, list[Slot]] = defaultdict(list)
    for room, session in links:
        slot = timed.get(session)
        if slot is not None and not any((room, outer) in links for outer in slot.around):
            found[room].append(slot)
    return {room: tuple(taken) for room, taken in found.items()}


def within(dossier: Dossier, session: Session) -> Iterator[Session]:
    """A session and the items inside it, then those inside items; each once, even in a circle."""
    line = [session]
    for inner in line:
        yield inner
        line.extend(item for item in dossier.items_of(inner) if item not in line)


def parts_within(dossier: Dossier, session: Session) -> Iterator[Part]:
    """The parts in a session and in its items, in order."""
    return (part for inner in within(dossier, session) for part in dossier.parts_of(inner))


def parts_about(dossier: Dossier, session: Session) -> Iterator[Part]:
    """The parts in a session and its items, and in the sessions around it."""
    yield from parts_within(dossier, session)
    for outer in dossier.lineage(session)[1:]:
        yield from dossier.parts_of(outer)


def apart(dossier: Dossier, first: Session, second: Session) -> bool:
    """Whether two sessions are held in rooms of which they share none; no room may be any."""
    here = {room.id for room in dossier.rooms_of(first)}
    there = {room.id for room in dossier.rooms_of(second)}
    return bool(here and there) and not here & there
