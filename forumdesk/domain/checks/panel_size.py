# SPDX-License-Identifier: MIT
"""A panel has as many people as can talk with one another in its time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from forumdesk.domain.agenda import Part, Role, Session, SessionKind
from forumdesk.domain.checks.common import named, person_named
from forumdesk.domain.checks.stays import parts_within, while_open
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import ABSENT
from forumdesk.domain.readiness import SPEAKING, SPEECHES
from forumdesk.domain.words import N_, Phrase

ALONE, CROWDED, HURRIED = "panel-of-one", "panel-too-large", "speeches-too-short"
MOST = 6  # discussants; with more the panel becomes a row of statements
SHORTEST = 3  # minutes for each speaker
SHARED = frozenset(
    {
        *(SessionKind.PANEL, SessionKind.DISCUSSION, SessionKind.OPENING),
        *(SessionKind.REMARKS, SessionKind.CLOSING),
    }
)


@while_open
def check(dossier: Dossier) -> Iterable[Problem]:
    """Panels of one, of more than six, and sessions with less than three minutes a speaker.

    Who declined is not counted. Two who give one talk together share its minutes as they like.
    """
    for session in dossier.sessions:
        if session.kind in SHARED and dossier.takes_place(session):
            parts = [p for p in parts_within(dossier, session) if _comes(dossier, p)]
            yield from _people(dossier, session, parts)
            yield from _time(session, parts)


def _comes(dossier: Dossier, part: Part) -> bool:
    participation = dossier.participation.get(part.participation)
    return participation is not None and participation.status not in ABSENT


def _people(dossier: Dossier, session: Session, parts: Sequence[Part]) -> Iterator[Problem]:
    talking = _persons(p for p in parts if p.role in SPEECHES or p.role is Role.DISCUSSES)
    discussing = _persons(p for p in parts if p.role is Role.DISCUSSES)
    if session.kind is SessionKind.PANEL and len(talking) == 1:
        yield _problem(
            ALONE,
            session,
            N_("“{session}” is a panel of one: {person}."),
            facts=talking[0],
            person=person_named(dossier, dossier.participation[talking[0]]),
        )
    if len(discussing) > MOST:
        yield _problem(
            CROWDED,
            session,
            N_("“{session}” has {count} discussants; with more than {most} each has little time."),
            count=len(discussing),
            most=MOST,
        )


def _time(session: Session, parts: Sequence[Part]) -> Iterator[Problem]:
    speaking = _persons(p for p in parts if p.role in SPEAKING)
    minutes = session.minutes or 0
    if minutes > 0 and len(speaking) > 1 and minutes < SHORTEST * len(speaking):
        yield _problem(
            HURRIED,
            session,
            N_("“{session}” has {count} speakers in {minutes} min, less than {least} min each."),
            count=len(speaking),
            minutes=minutes,
            least=SHORTEST,
        )


def _persons(parts: Iterable[Part]) -> Sequence[str]:
    return tuple(dict.fromkeys(part.participation for part in parts))


def _problem(
    kind: str, session: Session, message: str, *, facts: str = "", **values: object
) -> Problem:
    phrase = Phrase.of(message, session=named(session), **values)
    numbers = " ".join(str(value) for value in values.values() if isinstance(value, int))
    subject = Subject("session", session.id, "parts")
    return Problem(kind, Severity.WARNING, subject, phrase, facts or numbers)
