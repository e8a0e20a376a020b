# SPDX-License-Identifier: MIT
"""What else moves when sessions move: the items inside them, and those that follow on.

One rule for the forum file and for the edition as it would be: a timed item moves by as much as
its session, a follow-on begins when the session before it ends, and a locked one stays.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Protocol

from forumdesk.domain.agenda import Session
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.times import later


class Neighbours(Protocol):
    """Where the sessions that hang together with another one are found."""

    def items_of(self, session: Session, /) -> Iterable[Session]:
        """The items inside a session."""

    def followers_of(self, session: Session, /) -> Iterable[Session]:
        """The sessions that follow it."""

    def leader_of(self, session: Session, /) -> Session | None:
        """The session that it follows."""


def settled(
    before: Mapping[str, Session], after: Mapping[str, Session], around: Neighbours
) -> dict[str, Session]:
    """All sessions that change when some do, as they are then; by id.

    ``before`` and ``after`` are the sessions that are put somewhere, as they are and as they
    will be. They go where they are put: a follow-on put elsewhere than where the session before
    it ends follows it no more. ``around`` knows the sessions as they are.
    """
    found = {key: _let_go(was, after, around) for key, was in before.items()}
    waiting = deque((was, found[key]) for key, was in before.items())
    while waiting:
        was, now = waiting.popleft()
        for moved in (*_items(was, now, around), *_followers(now, around)):
            if moved[1].id not in found:
                found[moved[1].id] = moved[1]
                waiting.append(moved)
    for key, was in before.items():
        if found[key].follows == was.follows:
            found[key] = _led(found[key], found)
    return found


def _led(session: Session, found: Mapping[str, Session]) -> Session:
    """A session that was put somewhere; alone where the one before it was moved elsewhere."""
    leader = found.get(session.follows or "")
    if leader is None or leader.ends in (None, session.starts):
        return session
    return replace(session, follows=None)


def _let_go(was: Session, after: Mapping[str, Session], around: Neighbours) -> Session:
    session = after[was.id]
    leader = after.get(session.follows or "")
    if leader is None:
        stays = session.starts == was.starts and session.follows == was.follows
        leader = None if stays else around.leader_of(session)
    return session if leader is None else _led(session, {leader.id: leader})


def _items(was: Session, now: Session, around: Neighbours) -> Iterator[tuple[Session, Session]]:
    if was.starts is None or now.starts is None or was.starts == now.starts:
        return
    items = {item.id: item for item in around.items_of(was)}
    for item in items.values():
        # When a follow-on begins is said by the item before it, not by the session around.
        led = item.follows in items and items[item.follows].ends is not None
        if item.starts is not None and not item.locked and not led:
            yield item, replace(item, starts=later(item.starts, now.starts - was.starts))


def _followers(now: Session, around: Neighbours) -> Iterator[tuple[Session, Session]]:
    for follower in around.followers_of(now):
        if now.ends is not None and not follower.locked and follower.starts != now.ends:
            yield follower, replace(follower, starts=now.ends)


def sessions_before(dossier: Dossier, session: Session) -> list[Session]:
    """The sessions that one could follow in its place, the last one to end first.

    Its place are the sessions beside it on its program day: items of the same session, or what
    shares a room with it, a session without rooms being in all of them.
    """
    starts, day = session.starts, dossier.day_of(session)
    if starts is None:
        return []
    found = [
        other
        for other in dossier.sessions
        if other.parent == session.parent
        and other.starts is not None
        and other.starts < starts
        and dossier.day_of(other) == day
        and (session.parent is not None or _meet(dossier, session, other))
    ]
    return sorted(found, key=lambda s: (s.ends or s.starts, s.starts, s.id), reverse=True)


def _meet(dossier: Dossier, one: Session, other: Session) -> bool:
    mine, others = set(dossier.rooms_of(one)), set(dossier.rooms_of(other))
    return not mine or not others or not mine.isdisjoint(others)
