# SPDX-License-Identifier: MIT
"""How services write sessions that move, with all that moves along."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from forumdesk.domain.agenda import Session
from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.following import Neighbours, settled
from forumdesk.domain.validity import tidied
from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_
from forumdesk.services._writing import called, keep

FEW = 8  # for more sessions than these, all of the edition are read at once
_LINKS = ("parent", "track", "follows")


@frozen
class _Agenda:
    """What hangs together with a session, in the file."""

    desk: Desk

    def items_of(self, session: Session, /) -> Sequence[Session]:
        return self.desk.find(Session, parent=session.id)

    def followers_of(self, session: Session, /) -> Sequence[Session]:
        return self.desk.find(Session, follows=session.id)

    def leader_of(self, session: Session, /) -> Session | None:
        return self.desk.get(Session, session.follows) if session.follows else None


class _Whole:
    """The same, read at once."""

    def __init__(self, sessions: Iterable[Session]) -> None:
        self._session = {session.id: session for session in sessions}
        self._items: dict[str | None, list[Session]] = defaultdict(list)
        self._followers: dict[str | None, list[Session]] = defaultdict(list)
        for session in self._session.values():
            self._items[session.parent].append(session)
            self._followers[session.follows].append(session)

    def items_of(self, session: Session, /) -> Sequence[Session]:
        return self._items.get(session.id, ())

    def followers_of(self, session: Session, /) -> Sequence[Session]:
        return self._followers.get(session.id, ())

    def leader_of(self, session: Session, /) -> Session | None:
        return self._session.get(session.follows or "")


def put_moved(desk: Desk, moved: Iterable[tuple[Session, Session]]) -> dict[str, Session]:
    """Write sessions put elsewhere, each as it was and as it will be, and what moves along.

    Gives back all that changed, by id.
    """
    pairs = [(was, tidied(now)) for was, now in moved]
    before = {was.id: was for was, _ in pairs}
    changed = settled(before, {now.id: now for _, now in pairs}, _around(desk, before))
    for key, session in changed.items():
        if key not in before:
            changed[key] = tidied(session)
            desk.put(changed[key])
        # Only what points elsewhere than before must be looked at again.
        elif _linked_anew(before[key], session):
            keep(desk, session)
        else:
            desk.put(session)
    return changed


def _around(desk: Desk, sessions: Mapping[str, Session]) -> Neighbours:
    if len(sessions) <= FEW:
        return _Agenda(desk)
    editions = list(dict.fromkeys(session.edition for session in sessions.values()))
    return _Whole(desk.find(Session, edition=editions))


def _linked_anew(was: Session, now: Session) -> bool:
    links = ((getattr(was, field), getattr(now, field)) for field in _LINKS)
    return any(after is not None and after != before for before, after in links)


def refuse_locked(session: Session) -> None:
    """Refuse to move a session that is locked."""
    if session.locked:
        raise ForumDeskError(
            N_("“{title}” is locked; unlock it to move it."), title=called(session.title)
        )


def let_followers_go(desk: Desk, session: Session) -> None:
    """Whatever follows a session follows it no more, and stays where it is."""
    for follower in desk.find(Session, follows=session.id):
        desk.put(replace(follower, follows=None))
