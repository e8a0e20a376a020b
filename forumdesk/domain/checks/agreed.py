# SPDX-License-Identifier: MIT
"""What an agreement needs on paper: numbers, a day, people who will sign it, originals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from forumdesk.domain.agreements import BINDING
from forumdesk.domain.checks.common import language_called, listing, person_named
from forumdesk.domain.desk import Fix, Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.outcomes import Agreement, AgreementState, Aim, Original, SignatoryRole
from forumdesk.domain.people import ABSENT
from forumdesk.domain.wording import EMPTY, Text
from forumdesk.domain.words import N_, Phrase

NUMBERS, UNDATED, ABSENTEE = "aims-numbered", "signed-undated", "signatory-declined"
UNKEPT, LANGUAGE = "original-missing", "original-language"


def check(dossier: Dossier) -> Iterable[Problem]:
    """Numbers that are no row, signed without a day, signatories who declined, originals."""
    for agreement in dossier.agreements:
        yield from _numbers(dossier, agreement)
        yield from _undated(dossier, agreement)
        yield from _people(dossier, agreement)
        yield from _originals(dossier, agreement)


def titled(agreement: Agreement) -> Text | Phrase:
    """An agreement's title, or words for one that has none."""
    return agreement.title or Phrase.of(N_("untitled agreement"))


def _numbers(dossier: Dossier, agreement: Agreement) -> Iterator[Problem]:
    aims = [aim for aim in dossier.aims if aim.agreement == agreement.id]
    numbers = [aim.number for aim in aims]
    if numbers == list(range(1, len(numbers) + 1)):
        return
    said = ", ".join(map(str, numbers))
    phrase = Phrase.of(
        N_("The aims of “{agreement}” are not numbered one after the other: {numbers}."),
        agreement=titled(agreement),
        numbers=said,
    )
    fix = Fix.of(
        Phrase.of(N_("Number them anew")),
        "agreements.order_aims",
        agreement=agreement.id,
        aims=tuple(aim.id for aim in aims),
    )
    subject = Subject("agreement", agreement.id, "aims")
    yield Problem(NUMBERS, Severity.WARNING, subject, phrase, said, fixes=(fix,))


def _undated(dossier: Dossier, agreement: Agreement) -> Iterator[Problem]:
    if agreement.state not in BINDING or agreement.signed_on is not None:
        return
    phrase = Phrase.of(
        N_("“{agreement}” is signed, but nothing says on which day."), agreement=titled(agreement)
    )
    session = dossier.session.get(agreement.session or "")
    day = dossier.day_of(session) if session else None
    fixes = (_signed_on(agreement, day),) if day else ()
    subject = Subject("agreement", agreement.id, "signed_on")
    yield Problem(UNDATED, Severity.WARNING, subject, phrase, fixes=fixes)


def _signed_on(agreement: Agreement, day: date) -> Fix:
    return Fix.of(
        Phrase.of(N_("Signed on the day of the signing, {day}"), day=day.isoformat()),
        "outcomes.change_agreement",
        agreement=agreement.id,
        changes={"signed_on": day},
    )


def _people(dossier: Dossier, agreement: Agreement) -> Iterator[Problem]:
    """Whoever signs, witnesses or hands over and will not be there; after it nobody can."""
    if agreement.state not in (AgreementState.DRAFT, AgreementState.AGREED):
        return
    for signatory in dossier.signatories:
        seat = dossier.participation.get(signatory.participation)
        if signatory.agreement != agreement.id or seat is None or seat.status not in ABSENT:
            continue
        signs = signatory.role is SignatoryRole.SIGNS
        phrase = Phrase.of(
            _SIGNS if signs else _ASSISTS,
            person=person_named(dossier, seat),
            agreement=titled(agreement),
        )
        yield Problem(
            ABSENTEE,
            Severity.ERROR if signs else Severity.WARNING,
            Subject("agreement", agreement.id, "signatories"),
            phrase,
            f"{seat.id} {signatory.role}",
        )


_SIGNS = N_("{person}, who is to sign “{agreement}”, will not be there.")
_ASSISTS = N_("{person} has a part in the signing of “{agreement}”, but will not be there.")


def _originals(dossier: Dossier, agreement: Agreement) -> Iterator[Problem]:
    kept = [one for one in dossier.originals if one.agreement == agreement.id]
    if kept or agreement.state in BINDING:
        yield from _without_original(dossier, agreement, kept)
    written = _languages(dossier, agreement)
    for language in dict.fromkeys(one.language for one in kept if one.language not in written):
        phrase = Phrase.of(
            N_("There is an original of “{agreement}” in {language}, but no text in it."),
            agreement=titled(agreement),
            language=language_called(language),
        )
        subject = Subject("agreement", agreement.id, "originals")
        yield Problem(LANGUAGE, Severity.WARNING, subject, phrase, language)


def _without_original(
    dossier: Dossier, agreement: Agreement, kept: list[Original]
) -> Iterator[Problem]:
    """Parties to whom no original goes."""
    keepers = {one.keeper for one in kept}
    without = [
        party.organization
        for party in dossier.parties
        if party.agreement == agreement.id and party.id not in keepers
    ]
    if not without:
        return
    bodies = (dossier.organization.get(key) for key in without)
    phrase = Phrase.of(
        N_("No original of “{agreement}” is kept by: {parties}."),
        agreement=titled(agreement),
        parties=listing([body.name if body else EMPTY for body in bodies]),
    )
    fix = Fix.of(
        Phrase.of(N_("Add an original in each language for every party")),
        "agreements.complete_originals",
        agreement=agreement.id,
    )
    subject = Subject("agreement", agreement.id, "originals")
    yield Problem(UNKEPT, Severity.NOTE, subject, phrase, " ".join(without), fixes=(fix,))


def _languages(dossier: Dossier, agreement: Agreement) -> set[str]:
    """The languages in which an agreement says anything."""
    aims: list[Aim] = [aim for aim in dossier.aims if aim.agreement == agreement.id]
    texts = (agreement.title, agreement.preamble, agreement.closing, *(aim.text for aim in aims))
    return {language for text in texts for language in text}
