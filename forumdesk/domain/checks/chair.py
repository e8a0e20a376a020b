# SPDX-License-Identifier: MIT
"""A panel has somebody who leads it."""

from __future__ import annotations

from collections.abc import Iterable

from forumdesk.domain.agenda import Role, Session, SessionKind
from forumdesk.domain.checks.common import named
from forumdesk.domain.checks.stays import parts_about, parts_within, while_open
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.words import N_, Phrase

KIND = "no-chair"
LED = frozenset({SessionKind.PANEL, SessionKind.DISCUSSION})
LEADING = frozenset({Role.CHAIRS, Role.MODERATES, Role.MC})


@while_open
def check(dossier: Dossier) -> Iterable[Problem]:
    """Panels and discussions of several people whom nobody chairs or moderates.

    Whoever leads the session around one leads it too. A discussion of which only speakers are
    known, as in an imported agenda, may be led by one of them: nothing is said of it.
    """
    for session in dossier.sessions:
        if session.kind not in LED or not dossier.takes_place(session):
            continue
        people = _debating(dossier, session)
        if people and not _is_led(dossier, session):
            yield Problem(
                KIND,
                Severity.WARNING,
                Subject("session", session.id, "parts"),
                Phrase.of(N_("Nobody chairs or moderates “{session}”."), session=named(session)),
                " ".join(people),
            )


def _debating(dossier: Dossier, session: Session) -> list[str]:
    """Who debates, if several do."""
    parts = [p for p in parts_within(dossier, session) if p.role is not Role.INTERPRETS]
    people = sorted({part.participation for part in parts})
    told = session.kind is SessionKind.PANEL or any(p.role is Role.DISCUSSES for p in parts)
    return people if told and len(people) > 1 else []


def _is_led(dossier: Dossier, session: Session) -> bool:
    return any(part.role in LEADING for part in parts_about(dossier, session))
