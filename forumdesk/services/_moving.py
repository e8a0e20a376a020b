# SPDX-License-Identifier: MIT
"""How services write sessions that move, with all that moves along."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from forumdesk.domain.agenda import Session
from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.following import settled
from forumdesk.domain.validity import tidied
from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_
from forumdesk.services._writing import called, keep


@frozen
class _Agenda:
    """What hangs together with a session, in the file."""

    desk: Desk

    def items_of(self, session: Session, /) -> list[Session]:
        return self.desk.find(Session, parent=session.id)

    def followers_of(self, session: Session, /) -> list[Session]:
        return self.desk.find(Session, follows=session.id)

    def leader_of(self, session: Session, /) -> Session | None:
        return self.desk.get(Session, session.follows) if session.follows else None


def put_moved(desk: Desk, moved: Iterable[tuple[Session, Session]]) -> dict[str, Session]:
    """Write sessions put elsewhere, each as it was and as it will be, and what moves along.

    Gives back all that changed, by id.
    """
    pairs = [(was, tidied(now)) for was, now in moved]
    before = {was.id: was for was, _ in pairs}
    changed = settled(before, {now.id: now for _, now in pairs}, _Agenda(desk))
    for key, session in changed.items():
        # What is carried along points to what it did before.
        if key in before:
            changed[key] = keep(desk, session)
        else:
            desk.put(tidied(session))
    return changed


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
