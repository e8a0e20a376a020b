# SPDX-License-Identifier: MIT
"""A room is turned over before its next session."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from forumdesk.domain.agenda import SessionKind, Visibility
from forumdesk.domain.checks.common import Slot, begin_at, clock, named, when
from forumdesk.domain.checks.stays import occupied, while_open
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Room
from forumdesk.domain.words import N_, Phrase

KIND = "changeover"


@while_open
def check(dossier: Dossier) -> Iterable[Problem]:
    """Sessions that follow one another in a room faster than its ``changeover`` takes.

    A room is turned over during a break, while photos are taken, and by the secretariat itself.
    A session linked to follow another directly needs no changeover.
    """
    for key, taken in occupied(dossier).items():
        room = dossier.room[key]
        if room.changeover > 0:
            yield from _hurried(room, [slot for slot in taken if not _turns_over(slot)])


def _turns_over(slot: Slot) -> bool:
    session = slot.session
    ours = session.kind is SessionKind.INTERNAL or session.visibility is Visibility.INTERNAL
    return ours or session.kind in (SessionKind.BREAK, SessionKind.PHOTO)


def _hurried(room: Room, taken: list[Slot]) -> Iterable[Problem]:
    before: Slot | None = None
    for slot in sorted(taken, key=lambda slot: (slot.start, slot.end, slot.session.id)):
        pause = slot.start - before.end if before else None
        linked = before is not None and slot.session.follows == before.session.id
        if before and pause is not None and not linked and timedelta() <= pause < _needed(room):
            yield _problem(room, before, slot, round(pause.total_seconds() / 60))
        if before is None or slot.end >= before.end:
            before = slot


def _needed(room: Room) -> timedelta:
    return timedelta(minutes=room.changeover)


def _problem(room: Room, first: Slot, second: Slot, pause: int) -> Problem:
    phrase = Phrase.of(
        N_(
            "{room} takes {needed} min to turn over, and has {pause} on {day} at {time}:"
            " “{first}”, then “{second}”."
        ),
        room=room.name,
        needed=room.changeover,
        pause=pause,
        day=second.start.date().isoformat(),
        time=clock(first.end),
        first=named(first.session),
        second=named(second.session),
    )
    facts = (room.id, str(room.changeover), first.session.id)
    times = (when(first.session), when(second.session))
    subject = Subject("session", second.session.id, "starts")
    fixes = tuple(begin_at(second.session, first.end + _needed(room))) if second.sure else ()
    return Problem(KIND, Severity.WARNING, subject, phrase, " ".join((*facts, *times)), fixes=fixes)
