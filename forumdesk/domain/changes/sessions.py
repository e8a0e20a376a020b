# SPDX-License-Identifier: MIT
"""What changed about sessions: whether, when and where they are held, and what they are called."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from forumdesk.domain.agenda import Session
from forumdesk.domain.changes.change import Change, ChangeKind
from forumdesk.domain.changes.parts import part_changes
from forumdesk.domain.changes.state import State, alike, differing
from forumdesk.domain.changes.values import Term, Value
from forumdesk.domain.desk import Subject
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import EMPTY

_PRESENCE = {
    # (held then, held now, on record on the other side): what happened
    (False, True, False): ChangeKind.ADDED,
    (False, True, True): ChangeKind.RESTORED,
    (True, False, False): ChangeKind.REMOVED,
    (True, False, True): ChangeKind.CANCELLED,
}


def session_changes(then: State, now: State) -> Iterator[Change]:
    """Every change of every session, in no order."""
    for key in then.held.keys() | now.held.keys():
        before, after = then.held.get(key), now.held.get(key)
        if before is not None and after is not None:
            yield from _Both(then, now, before, after).changes()
        elif (found := _presence(then, now, key)) is not None:
            yield found


def _presence(then: State, now: State, id: str) -> Change | None:
    """That a session came or went; an item that did so with its session is not worth a word."""
    came = id in now.held
    here, there = (now, then) if came else (then, now)
    session = here.held[id]
    if session.parent in here.held and session.parent not in there.held:
        return None
    slot = here.slot(session)
    return Change(
        _PRESENCE[not came, came, id in there.dossier.session],
        Subject("session", id),
        before=None if came else slot,
        after=slot if came else None,
        session=id,
        people=here.people(session, lambda item: item.id in here.held),
        heading=here.heading(session),
    )


@frozen
class _Both:
    """A session that is held in both states."""

    then: State
    now: State
    before: Session
    after: Session

    def changes(self) -> Iterator[Change]:
        if self.before != self.after:
            yield from self._renamed()
            yield from self._fields()
        yield from self._retimed()
        yield from self._moved()
        heading = self.now.heading(self.after)
        yield from part_changes((self.then, self.before), (self.now, self.after), heading)

    def _change(
        self, kind: ChangeKind, field: str, before: Value | None, after: Value | None
    ) -> Change:
        return Change(
            kind,
            Subject("session", self.after.id, field),
            before,
            after,
            session=self.after.id,
            people=self._people(_ALONG.get(kind, _every)),
            along=kind is ChangeKind.RETIMED and self._goes_along(),
            heading=self.now.heading(self.after),
        )

    def _people(self, along: Callable[[Session], bool]) -> frozenset[str]:
        """Whom it concerns: who comes or goes is told that instead."""
        return self.then.people(self.before, along) & self.now.people(self.after, along)

    def _renamed(self) -> Iterator[Change]:
        before, after = differing(self.before.title, self.after.title)
        if before or after:
            change = self._change(ChangeKind.RENAMED, "title", before, after)
            yield replace(change, unchanged=alike(self.before.title, self.after.title))

    def _fields(self) -> Iterator[Change]:
        if self.before.track != self.after.track:
            before, after = (
                track.name if (track := state.dossier.track.get(session.track or "")) else EMPTY
                for state, session in ((self.then, self.before), (self.now, self.after))
            )
            if before != after:
                yield self._change(ChangeKind.TRACK, "track", before, after)
        if self.before.visibility is not self.after.visibility:
            words = Term(self.before.visibility), Term(self.after.visibility)
            yield self._change(ChangeKind.VISIBILITY, "visibility", *words)
        if _texts(self.before) != _texts(self.after):
            yield self._change(ChangeKind.TEXT, "abstract", None, None)

    def _retimed(self) -> Iterator[Change]:
        times = (self.before.starts, self.before.minutes), (self.after.starts, self.after.minutes)
        before, after = self.then.when(self.before), self.now.when(self.after)
        if times[0] != times[1] and (before or after):
            yield self._change(ChangeKind.RETIMED, "starts", before, after)

    def _goes_along(self) -> bool:
        """Whether an item keeps its length and its distance from the start of its session."""
        if self.before.parent is None or self.before.parent != self.after.parent:
            return False
        outer = self.then.held.get(self.before.parent), self.now.held.get(self.before.parent)
        if outer[0] is None or outer[1] is None or self.before.minutes != self.after.minutes:
            return False
        starts = (outer[0].starts, outer[1].starts, self.before.starts, self.after.starts)
        if None in starts:
            return False
        return starts[1] - starts[0] == starts[3] - starts[2]  # type: ignore[operator] # no None

    def _moved(self) -> Iterator[Change]:
        rooms = self.then.dossier.rooms_of(self.before), self.now.dossier.rooms_of(self.after)
        if [room.id for room in rooms[0]] == [room.id for room in rooms[1]]:
            return
        before, after = self.then.rooms(self.before), self.now.rooms(self.after)
        if before != after:
            yield self._change(ChangeKind.MOVED, "rooms", before, after)


def _texts(session: Session) -> tuple[object, ...]:
    return (session.summary, session.abstract)


def _every(_: Session) -> bool:
    return True


_ALONG: dict[ChangeKind, Callable[[Session], bool]] = {
    # An item that has a time of its own has a change of its own.
    ChangeKind.RETIMED: lambda item: item.starts is None,
}
