# SPDX-License-Identifier: MIT
"""A confirmed session has somebody to give it."""

from __future__ import annotations

from collections.abc import Iterable

from forumdesk.domain.agenda import PAUSES, Session, SessionKind, SessionStatus, Visibility
from forumdesk.domain.checks.common import named
from forumdesk.domain.desk import Fix, Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.outcomes import SignatoryRole
from forumdesk.domain.words import N_, Phrase

KIND = "nobody"
WITHOUT = PAUSES | {SessionKind.PHOTO, SessionKind.SITE_VISIT, SessionKind.INTERNAL}


def check(dossier: Dossier) -> Iterable[Problem]:
    """Confirmed sessions in which nobody has a part, neither in them nor in their items.

    An item may rest on the parts of the session around it; a signing on its agreement's
    signatories; pauses, photographs, visits and internal sessions need nobody.
    """
    served = _with_somebody(dossier)
    for session in dossier.sessions:
        if session.status is not SessionStatus.CONFIRMED or _needs_nobody(session):
            continue
        if session.id in served or not dossier.takes_place(session):
            continue
        parent = dossier.session.get(session.parent or "")
        if parent is None or not dossier.parts_of(parent):
            phrase = Phrase.of(
                N_("“{session}” is confirmed, but nobody has a part in it."), session=named(session)
            )
            subject = Subject("session", session.id, "parts")
            yield Problem(KIND, Severity.WARNING, subject, phrase, fixes=(_fix(session),))


def _fix(session: Session) -> Fix:
    return Fix.of(
        Phrase.of(N_("Make “{session}” a draft again"), session=named(session)),
        "planning.change_session",
        session=session.id,
        changes={"status": SessionStatus.DRAFT},
    )


def _needs_nobody(session: Session) -> bool:
    return session.kind in WITHOUT or session.visibility is Visibility.INTERNAL


def _with_somebody(dossier: Dossier) -> set[str]:
    found = {part.session for part in dossier.parts}
    found |= {dossier.session[key].parent or "" for key in found if key in dossier.session}
    signed = {s.agreement for s in dossier.signatories if s.role is SignatoryRole.SIGNS}
    return found | {a.session for a in dossier.agreements if a.id in signed and a.session}
