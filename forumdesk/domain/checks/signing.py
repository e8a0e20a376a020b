# SPDX-License-Identifier: MIT
"""What is signed has been agreed, and whoever signs it is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from forumdesk.domain.agenda import Role, Session, SessionKind, SessionStatus
from forumdesk.domain.checks.common import named, person_named
from forumdesk.domain.checks.stays import parts_about, while_open
from forumdesk.domain.desk import Fix, Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.outcomes import Agreement, AgreementState, Signatory, SignatoryRole
from forumdesk.domain.people import Participation
from forumdesk.domain.wording import EMPTY, Text
from forumdesk.domain.words import N_, Phrase

UNPLACED, UNSIGNED, UNAGREED = "signatory-absent", "party-without-signatory", "not-agreed"
NOTHING, CALLED_OFF = "nothing-to-sign", "signing-cancelled"


@while_open
def check(dossier: Dossier) -> Iterable[Problem]:
    """Signings without their agreement, agreements not agreed, parties and signatories missing."""
    signed = [a for a in dossier.agreements if a.session in dossier.session]
    for agreement in signed:
        session = dossier.session[agreement.session or ""]
        yield from _parties(dossier, agreement)
        if not dossier.takes_place(session):
            yield _called_off(agreement, session)
            continue
        yield from _signatories(dossier, agreement, session)
        if agreement.state is AgreementState.DRAFT:
            yield _unagreed(dossier, agreement, session)
    yield from _without(dossier, {a.session or "" for a in signed})


def _signs(dossier: Dossier, agreement: Agreement) -> list[Signatory]:
    signing = SignatoryRole.SIGNS
    return [s for s in dossier.signatories if s.agreement == agreement.id and s.role is signing]


def _parties(dossier: Dossier, agreement: Agreement) -> Iterator[Problem]:
    """Parties for which nobody signs, once somebody does for another."""
    signing = {s.party for s in _signs(dossier, agreement)}
    for party in dossier.parties:
        body = dossier.organization.get(party.organization)
        if party.agreement == agreement.id and signing and not {party.id, None} & signing:
            yield _problem(
                UNSIGNED,
                Subject("agreement", agreement.id, "signatories"),
                N_("Nobody signs “{agreement}” for {party}."),
                {"agreement": _titled(agreement), "party": body.name if body else EMPTY},
                facts=party.organization,
            )


def _signatories(dossier: Dossier, agreement: Agreement, session: Session) -> Iterator[Problem]:
    there = {part.participation for part in parts_about(dossier, session)}
    for signatory in _signs(dossier, agreement):
        seat = dossier.participation.get(signatory.participation)
        if seat is not None and seat.id not in there:
            yield _problem(
                UNPLACED,
                Subject("session", session.id, f"parts.{seat.id}"),
                N_("{person} signs “{agreement}”, but has no part in “{session}”."),
                {
                    "person": person_named(dossier, seat),
                    "agreement": _titled(agreement),
                    "session": named(session),
                },
                facts=f"{agreement.id} {seat.id}",
                fixes=(_added(dossier, session, seat),),
            )


def _added(dossier: Dossier, session: Session, seat: Participation) -> Fix:
    phrase = Phrase.of(
        N_("Add {person} to “{session}”"),
        person=person_named(dossier, seat),
        session=named(session),
    )
    return Fix.of(
        phrase,
        "parts.add_part",
        session=session.id,
        participation=seat.id,
        fields={"role": Role.SIGNS},
    )


def _unagreed(dossier: Dossier, agreement: Agreement, session: Session) -> Problem:
    """Before the signing is announced, time is left to agree."""
    announced = session.status is SessionStatus.CONFIRMED or bool(dossier.versions)
    return _problem(
        UNAGREED,
        Subject("session", session.id, "status"),
        N_("“{agreement}”, to be signed in “{session}”, is still a draft."),
        {"agreement": _titled(agreement), "session": named(session)},
        facts=agreement.id,
        severity=Severity.WARNING if announced else Severity.NOTE,
    )


def _called_off(agreement: Agreement, session: Session) -> Problem:
    return _problem(
        CALLED_OFF,
        Subject("agreement", agreement.id, "session"),
        N_("“{agreement}” is to be signed in “{session}”, which is cancelled."),
        {"agreement": _titled(agreement), "session": named(session)},
        facts=session.id,
    )


def _without(dossier: Dossier, signed: set[str]) -> Iterator[Problem]:
    """Signings for which no agreement is entered, neither with them nor around or inside."""
    known = {s.id for key in signed for s in dossier.lineage(dossier.session[key])}
    for session in dossier.sessions:
        line = {s.id for s in dossier.lineage(session)}
        if session.kind is not SessionKind.SIGNING or line & signed or session.id in known:
            continue
        inner = dossier.session.get(session.parent or "")
        if dossier.takes_place(session) and (inner is None or inner.kind is not session.kind):
            yield _problem(
                NOTHING,
                Subject("session", session.id, "kind"),
                N_("No agreement is entered for “{session}”."),
                {"session": named(session)},
                severity=Severity.NOTE,
            )


def _titled(agreement: Agreement) -> Text | Phrase:
    return agreement.title or Phrase.of(N_("untitled agreement"))


def _problem(
    kind: str,
    subject: Subject,
    message: str,
    values: Mapping[str, object],
    *,
    facts: str = "",
    severity: Severity = Severity.WARNING,
    fixes: tuple[Fix, ...] = (),
) -> Problem:
    return Problem(kind, severity, subject, Phrase.of(message, **values), facts, fixes=fixes)
