# SPDX-License-Identifier: MIT
"""Where two languages are spoken, somebody interprets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from forumdesk.domain.agenda import PAUSES, Role, Session, SessionKind, Visibility
from forumdesk.domain.checks.common import language_called, listing, named
from forumdesk.domain.checks.stays import parts_about, while_open
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.languages import base
from forumdesk.domain.people import INTERPRETERS, Invitation
from forumdesk.domain.wording import fold
from forumdesk.domain.words import N_, Phrase

NOBODY, UNPLANNED = "no-interpreter", "no-interpretation"
MANY = 3  # more than this many, and more than half, are told as one
INFORMAL = PAUSES | {SessionKind.INTERNAL, SessionKind.PHOTO, SessionKind.SITE_VISIT}


@while_open
def check(dossier: Dossier) -> Iterable[Problem]:
    """Sessions for which interpretation is named and nobody interprets, or none is named at all.

    An item is served by whoever interprets the session around it. Where most sessions have
    nobody yet, one finding says so. If interpreters have accepted, they may be the booth's
    for the day, and it is a note.
    """
    planned = [s for s in dossier.sessions if s.interpretation and dossier.takes_place(s)]
    missing = [s for s in planned if not _is_served(dossier, s)]
    severity = Severity.NOTE if _has_booth(dossier) else Severity.WARNING
    if len(missing) > MANY and 2 * len(missing) > len(planned):
        yield _summary(dossier, severity, len(missing), len(planned))
    else:
        yield from (_single(severity, session) for session in missing)
    yield from _unplanned(dossier)


def _is_served(dossier: Dossier, session: Session) -> bool:
    return any(part.role is Role.INTERPRETS for part in parts_about(dossier, session))


def _has_booth(dossier: Dossier) -> bool:
    """Whether there are interpreters among those who come."""
    return any(
        p.status is Invitation.ACCEPTED and any(word in fold(p.category) for word in INTERPRETERS)
        for p in dossier.participations
    )


def _single(severity: Severity, session: Session) -> Problem:
    phrase = Phrase.of(
        N_("Interpretation is planned for “{session}”, but nobody interprets."),
        session=named(session),
    )
    return Problem(NOBODY, severity, Subject("session", session.id, "parts"), phrase)


def _summary(dossier: Dossier, severity: Severity, missing: int, planned: int) -> Problem:
    phrase = Phrase.of(
        N_("{missing} of {all} sessions with interpretation have no interpreter."),
        missing=missing,
        all=planned,
    )
    subject = Subject("edition", dossier.edition.id, "interpreters")
    return Problem(NOBODY, severity, subject, phrase, f"{missing}/{planned}")


def _unplanned(dossier: Dossier) -> Iterator[Problem]:
    for session in dossier.sessions:
        spoken = tuple(dict.fromkeys(base(language) for language in session.languages))
        line = dossier.lineage(session)
        if len(spoken) < 2 or _is_informal(session) or any(s.interpretation for s in line):
            continue
        if dossier.takes_place(session) and not _is_served(dossier, session):
            yield _without(session, spoken)


def _is_informal(session: Session) -> bool:
    """Whether it is the secretariat's own, or people mingle and talk as they can."""
    return session.visibility is Visibility.INTERNAL or session.kind in INFORMAL


def _without(session: Session, spoken: Sequence[str]) -> Problem:
    phrase = Phrase.of(
        N_("{languages} are spoken in “{session}”, but no interpretation is planned."),
        languages=listing([language_called(tag) for tag in spoken]),
        session=named(session),
    )
    subject = Subject("session", session.id, "interpretation")
    return Problem(UNPLANNED, Severity.NOTE, subject, phrase, " ".join(spoken))
