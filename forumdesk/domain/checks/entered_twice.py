# SPDX-License-Identifier: MIT
"""No session stands in the program twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from forumdesk.domain.agenda import Session
from forumdesk.domain.checks.common import clock, named, when
from forumdesk.domain.checks.stays import while_open
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.words import N_, Phrase

KIND = "entered-twice"


@while_open
def check(dossier: Dossier) -> Iterable[Problem]:
    """Sessions of one title in the same session, at the same time and for as long.

    In different rooms they are groups of one kind, each of its own.
    """
    same: dict[tuple[object, ...], list[Session]] = defaultdict(list)
    for session in dossier.sessions:
        if session.starts is not None and session.title:
            key = (session.parent, session.starts, session.minutes, session.title.pairs)
            same[key].append(session)
    for group in same.values():
        if len(group) > 1:
            yield from _repeated(dossier, group)


def _repeated(dossier: Dossier, group: list[Session]) -> Iterable[Problem]:
    seen: dict[frozenset[str], Session] = {}
    for session in sorted(group, key=lambda session: session.id):
        if not dossier.takes_place(session):
            continue
        rooms = frozenset(room.id for room in dossier.rooms_of(session))
        first = seen.setdefault(rooms, session)
        if first is not session and session.starts is not None:
            phrase = Phrase.of(
                N_("“{session}” stands in the program twice on {day} at {time}."),
                session=named(session),
                day=session.starts.date().isoformat(),
                time=clock(session.starts),
            )
            subject = Subject("session", session.id, "title")
            yield Problem(KIND, Severity.WARNING, subject, phrase, f"{first.id} {when(session)}")
