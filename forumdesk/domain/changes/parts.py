# SPDX-License-Identifier: MIT
"""What changed about who does what in a session."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator
from typing import TypeAlias

from forumdesk.domain.agenda import Part, Session
from forumdesk.domain.changes.change import Change, ChangeKind
from forumdesk.domain.changes.state import State
from forumdesk.domain.changes.values import Value
from forumdesk.domain.desk import Subject
from forumdesk.domain.people import Participation

Side: TypeAlias = tuple[State, Session]
Pair: TypeAlias = tuple[Part | None, Part | None]


def part_changes(then: Side, now: Side, heading: tuple[Value, ...]) -> Iterator[Change]:
    """Parts added, taken away, given to somebody else or given otherwise."""
    for before, after in _pairs(then, now):
        yield from _changes((then, before), (now, after), heading)


def _pairs(then: Side, now: Side) -> Iterator[Pair]:
    """What became of each part: the same of the same person, else the same record with another,
    else of the same person, else of one role. The order of parts is of no account.

    A part that is somebody else's in another role is one that went and one that came.
    """
    left, new = (state.parts(session) for state, session in (then, now))
    keys: tuple[Callable[[Side, Part], Hashable], ...] = (
        lambda side, part: (_key(side[0].taker(part)), side[0].called(part, side[1])),
        lambda side, part: (part.id, side[0].called(part, side[1])),
        lambda side, part: _key(side[0].taker(part)),
        lambda side, part: side[0].called(part, side[1]),
    )
    for key in keys if left or new else ():
        waiting: dict[Hashable, list[Part]] = defaultdict(list)
        for part in new:
            waiting[key(now, part)].append(part)
        for part in tuple(left):
            same = key(then, part)
            if same is not None and waiting[same]:
                other = waiting[same].pop(0)
                left.remove(part)
                new.remove(other)
                yield part, other
    yield from ((part, None) for part in left)
    yield from ((None, part) for part in new)


def _key(taker: Participation | None) -> str | None:
    """Who somebody is: a person, else the body whose seat it is."""
    return (taker.person or taker.organization) if taker else None


def _changes(
    then: tuple[Side, Part | None], now: tuple[Side, Part | None], heading: tuple[Value, ...]
) -> Iterator[Change]:
    (old, old_session), before = then
    (new, new_session), after = now
    takers = old.taker(before), new.taker(after)
    if before is not None and after is not None and _key(takers[0]) == _key(takers[1]):
        yield from _same(then, now, heading)
        return
    if takers == (None, None):
        return
    kind = ChangeKind.REPLACED
    if before is None or after is None:
        kind = ChangeKind.PART_ADDED if before is None else ChangeKind.PART_REMOVED
    part, state, session = (after, new, new_session) if after else (before, old, old_session)
    assert part is not None
    yield Change(
        kind,
        Subject("part", part.id, "participation"),
        old.who(takers[0]),
        new.who(takers[1]),
        session=new_session.id,
        people=frozenset(taker.person for taker in takers if taker and taker.person),
        about=state.called(part, session),
        heading=heading,
    )


def _same(
    then: tuple[Side, Part | None], now: tuple[Side, Part | None], heading: tuple[Value, ...]
) -> Iterator[Change]:
    """Somebody who has a part before and after: what it is called, how it is given."""
    (old, old_session), before = then
    (new, new_session), after = now
    taker = new.taker(after)
    if before is None or after is None or taker is None:
        return
    pairs = (
        (ChangeKind.ROLE, "role", old.called(before, old_session), new.called(after, new_session)),
        (ChangeKind.MODE, "mode", old.given(before), new.given(after)),
    )
    for kind, field, was, now_is in pairs:
        if was != now_is:
            yield Change(
                kind,
                Subject("part", after.id, field),
                was,
                now_is,
                session=new_session.id,
                people=frozenset(filter(None, [taker.person])),
                about=new.name(taker),
                heading=heading,
            )
