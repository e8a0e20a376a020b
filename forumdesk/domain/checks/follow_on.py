# SPDX-License-Identifier: MIT
"""A session linked to follow another begins when that one ends."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from forumdesk.domain.agenda import Session
from forumdesk.domain.checks.common import begin_at, clock, named, when
from forumdesk.domain.checks.stays import while_open
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.words import N_, Phrase

KIND = "follow-on"


@while_open
def check(dossier: Dossier) -> Iterable[Problem]:
    """Follow-on sessions that begin before the session they follow ends, or later than that."""
    for session in dossier.sessions:
        leader = dossier.session.get(session.follows or "")
        ends = leader.ends if leader is not None else None
        if leader is None or ends is None or session.starts in (None, ends):
            continue
        if dossier.takes_place(session) and dossier.takes_place(leader):
            yield _problem(session, leader, ends)


def _problem(session: Session, leader: Session, ends: datetime) -> Problem:
    phrase = Phrase.of(
        N_("“{session}” is to follow “{leader}” at {end}, but begins at {start}."),
        session=named(session),
        leader=named(leader),
        end=clock(ends),
        start=clock(session.starts) if session.starts else "",
    )
    subject = Subject("session", session.id, "starts")
    facts = f"{leader.id} {when(leader)} {when(session)}"
    fixes = tuple(begin_at(session, ends))
    return Problem(KIND, Severity.WARNING, subject, phrase, facts, fixes=fixes)
