# SPDX-License-Identifier: MIT
"""Agreements, and the scorecards of commitments."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from forumdesk.domain.agreements import is_signed, is_unsettled, kind_term
from forumdesk.domain.commitments import CLOSED, in_order_of_time, standing
from forumdesk.domain.dates import date_long
from forumdesk.domain.forum import Edition
from forumdesk.domain.numbering import ordinal
from forumdesk.domain.outcomes import (
    Agreement,
    Aim,
    Commitment,
    CommitmentOwner,
    CommitmentStatus,
    Party,
    Report,
    Signatory,
    SignatoryRole,
)
from forumdesk.domain.terms import T_, term
from forumdesk.domain.wording import EMPTY, Text
from forumdesk.handouts.content import NOTHING, Wording
from forumdesk.handouts.contents.alternat import leads
from forumdesk.handouts.contents.lines import TO_BE_ANNOUNCED, body_of, name_of, name_text
from forumdesk.handouts.contents.sessions import every_session
from forumdesk.handouts.contents.setting import Setting
from forumdesk.handouts.outcomes import (
    AgreementPage,
    NumberedAim,
    Promise,
    PromiseLabels,
    Promises,
    ReportLine,
    Signature,
)

_PARTIES = T_("paper", "Parties")
_SIGNED = T_("paper", "Signed on {date}")
_TO_BE_SIGNED = T_("paper", "To be signed on {date}")
_SIGNATORIES = {
    SignatoryRole.SIGNS: T_("paper", "Signed by"),
    SignatoryRole.WITNESSES: T_("paper", "Witnessed by"),
}
_EXPECTED = {
    SignatoryRole.SIGNS: T_("paper", "To be signed by"),
    SignatoryRole.WITNESSES: T_("paper", "To be witnessed by"),
}


def agreements(setting: Setting) -> tuple[AgreementPage, ...]:
    """The agreements on the sheet."""
    return tuple(_agreement(setting, agreement) for agreement in shown_agreements(setting))


def shown_agreements(setting: Setting) -> tuple[Agreement, ...]:
    """The edition's agreements that may be told of.

    Those signed in a session that is not on the sheet stay off it, and so do drafts that no
    session signs: on paper they would pass for agreed.
    """
    on_sheet = {session.id for session in every_session(setting)}
    return tuple(
        a
        for a in setting.dossier.agreements
        if a.session in on_sheet or (a.session is None and not is_unsettled(a))
    )


def scorecards(setting: Setting) -> tuple[Promises, ...]:
    """What became of earlier promises, and what was promised at this edition."""
    cards = (
        (T_("paper", "Since the last forum"), earlier(setting), "commitments"),
        (T_("paper", "Commitments of this forum"), _own(setting), "promises"),
    )
    return tuple(
        Promises(
            heading=setting.say(heading),
            promises=tuple(promise(setting, commitment) for commitment in found),
            labels=promise_labels(setting),
            anchor=anchor,
        )
        for heading, found, anchor in cards
        if found
    )


def shown_commitments(setting: Setting) -> tuple[Commitment, ...]:
    """The commitments on the sheet, earlier ones first."""
    return (*earlier(setting), *_own(setting))


def promise_labels(setting: Setting) -> PromiseLabels:
    """The words before what is said of a commitment."""
    return PromiseLabels(
        setting.say(T_("paper", "Responsible")), setting.say(T_("paper", "Promised at"))
    )


def earlier(setting: Setting) -> list[Commitment]:
    """What was promised at earlier editions, and is open or was closed since the last one."""
    return [c for c in setting.dossier.commitments if _is_reported(setting, c)]


def _own(setting: Setting) -> list[Commitment]:
    return [c for c in setting.dossier.commitments if c.edition == setting.dossier.edition.id]


def _agreement(setting: Setting, agreement: Agreement) -> AgreementPage:
    return AgreementPage(
        anchor=f"agreement-{agreement.id}",
        kind=kind_of(setting, agreement),
        title=setting.text(agreement.title),
        preamble=setting.prose(agreement.preamble),
        aims=tuple(_aim(setting, aim) for aim in _aims(setting, agreement)),
        closing=setting.prose(agreement.closing),
        parties_label=setting.say(_PARTIES),
        parties=tuple(
            setting.text(setting.dossier.organization[party.organization].name)
            for party in parties_of(setting, agreement)
        ),
        signed=_when_signed(setting, agreement),
        signatures=tuple(
            _signature(setting, one, signed=is_signed(agreement))
            for one in _signatories(setting, agreement)
        ),
    )


def _when_signed(setting: Setting, agreement: Agreement) -> Wording:
    """On which day it was signed, or is to be."""
    signed = is_signed(agreement)
    session = setting.dossier.session.get(agreement.session or "")
    planned = setting.dossier.day_of(session) if session and not signed else None
    day = agreement.signed_on or planned
    if day is None:
        return NOTHING
    return setting.say(_SIGNED if signed else _TO_BE_SIGNED, date=_written(setting, day))


def kind_of(setting: Setting, agreement: Agreement) -> Wording:
    """What an agreement is: "Memorandum of Understanding"."""
    return setting.say(kind_term(agreement.kind))


def _written(setting: Setting, day: date) -> Text:
    return Text.of({tag: date_long(day, tag) for tag in (*setting.languages, "en")})


def _aims(setting: Setting, agreement: Agreement) -> list[Aim]:
    own = (aim for aim in setting.dossier.aims if aim.agreement == agreement.id)
    return sorted(own, key=lambda aim: aim.number)


def _aim(setting: Setting, aim: Aim) -> NumberedAim:
    return NumberedAim(str(aim.number), setting.text(aim.title), setting.prose(aim.text))


def parties_of(setting: Setting, agreement: Agreement) -> list[Party]:
    """The parties in order, the one whose copy this is first (alternat)."""
    first = setting.first_host.id if setting.first_host else ""
    own = (party for party in setting.dossier.parties if party.agreement == agreement.id)
    return sorted(own, key=lambda party: party.organization != first)


def _signatories(setting: Setting, agreement: Agreement) -> list[Signatory]:
    """Those who sign, in the order of their parties, then the witnesses."""
    rank = {party.id: n for n, party in enumerate(parties_of(setting, agreement))}
    own = (
        one
        for one in setting.dossier.signatories
        if one.agreement == agreement.id and one.role is not SignatoryRole.HANDS_OVER
    )
    return sorted(
        own,
        key=lambda one: (
            one.role is SignatoryRole.WITNESSES,
            rank.get(one.party or "", len(rank)),
            not leads(setting, setting.dossier.participation.get(one.participation)),
        ),
    )


def _signature(setting: Setting, signatory: Signatory, *, signed: bool) -> Signature:
    found = setting.dossier.participation.get(signatory.participation)
    party = next((p for p in setting.dossier.parties if p.id == signatory.party), None)
    body = setting.dossier.organization[party.organization] if party else None
    return Signature(
        key=signatory.role.value,
        role=setting.say((_SIGNATORIES if signed else _EXPECTED)[signatory.role]),
        name=name_of(setting, found) or setting.say(TO_BE_ANNOUNCED),
        office=setting.text(found.office) if found else NOTHING,
        party=setting.text(body.name) if body else body_of(setting, found),
    )


def _is_reported(setting: Setting, commitment: Commitment) -> bool:
    """Made before this edition, and open, or closed since the edition before it."""
    order = _order(setting)
    here = order[setting.dossier.edition.id]
    if order.get(commitment.edition or "", -1) >= here:
        return False
    if status_at(setting, commitment) not in CLOSED:
        return True
    told = [order.get(report.edition, -1) for report in _reports(setting, commitment)]
    return not told or max(told) >= here - 1


def status_at(setting: Setting, commitment: Commitment) -> CommitmentStatus:
    """How a commitment stood at this edition: as was last reported of it.

    It is late if it was due before the edition began and nothing was reported since.
    """
    said, due = _reported(setting, commitment), commitment.due
    known = {edition.id: edition.first_day for edition in editions_in_order(setting)}
    heard = (report.on or known.get(report.edition) for report in _reports(setting, commitment))
    if due is not None and any(day is not None and day >= due for day in heard):
        return said
    return standing(said, due, setting.dossier.edition.first_day)


def _reported(setting: Setting, commitment: Commitment) -> CommitmentStatus:
    """How it was said to stand; later editions may have heard more of it.

    Those made here were open then; what became of them is told from the next edition on.
    """
    reports = _reports(setting, commitment)
    if reports:
        return reports[-1].status
    order = _order(setting)
    here = setting.dossier.edition.id
    since = order[here] < len(order) - 1 and commitment.edition == here
    told = any(report.commitment == commitment.id for report in setting.dossier.reports)
    return CommitmentStatus.OPEN if since or told else commitment.status


def editions_in_order(setting: Setting) -> list[Edition]:
    """The series' editions in order of time."""
    editions = {e.id: e for e in (*setting.dossier.editions, setting.dossier.edition)}
    return in_order_of_time(editions.values())


def _order(setting: Setting) -> dict[str, int]:
    return {edition.id: n for n, edition in enumerate(editions_in_order(setting))}


def _reports(setting: Setting, commitment: Commitment) -> list[Report]:
    """What editions up to this one heard of a commitment, in order."""
    order = _order(setting)
    here = order[setting.dossier.edition.id]
    own = (r for r in setting.dossier.reports if r.commitment == commitment.id)
    heard = [report for report in own if order.get(report.edition, 0) <= here]
    return sorted(heard, key=lambda report: order.get(report.edition, 0))


def promise(setting: Setting, commitment: Commitment) -> Promise:
    """A commitment as it stood when this edition began, with all that was heard of it by then."""
    reports = _reports(setting, commitment)
    status = status_at(setting, commitment)
    title, text = commitment.title, commitment.text
    return Promise(
        anchor=f"commitment-{commitment.id}",
        due=_due(setting, commitment),
        title=setting.text(title or text),
        text=setting.prose(text) if title else (),
        owners=setting.joined(_owners(setting, commitment)),
        status=setting.each(lambda words: term(status, words)),
        key=status.value,
        origin=_origin(setting, commitment),
        reports=tuple(
            ReportLine(_heard(setting, report), setting.text(report.text), report.evidence)
            for report in reports
            if report.text or report.evidence
        ),
    )


def _origin(setting: Setting, commitment: Commitment) -> Wording:
    """At which edition and when it was promised, if that was an earlier one.

    A published version knows no more of other editions than this.
    """
    known = {edition.id: edition for edition in editions_in_order(setting)}
    edition = known.get(commitment.edition or "")
    if edition is None or edition.id == setting.dossier.edition.id:
        return NOTHING
    called = _edition_called(setting, edition)
    day = edition.first_day
    when = setting.by_language(lambda tag: date_long(day, tag)) if day else NOTHING
    parts = [dict(part) for part in (called, when) if part]
    return setting.by_language(
        lambda tag: ", ".join(part.get(tag) or next(iter(part.values())) for part in parts)
    )


def _due(setting: Setting, commitment: Commitment) -> Wording:
    if commitment.due_text:
        return setting.text(commitment.due_text)
    due = commitment.due
    return setting.by_language(lambda tag: date_long(due, tag)) if due else NOTHING


def _owners(setting: Setting, commitment: Commitment) -> Iterator[Text]:
    for owner in setting.dossier.commitment_owners:
        if owner.commitment == commitment.id:
            yield owner_name(setting, owner)


def owner_name(setting: Setting, owner: CommitmentOwner) -> Text:
    """What an owner is called: an organization, or a person in the sheet's languages."""
    body = setting.dossier.organization.get(owner.organization or "")
    person = setting.dossier.person.get(owner.person or "")
    if person:
        return name_text(setting, person)
    return body.name if body else EMPTY


def _heard(setting: Setting, report: Report) -> Wording:
    """When a report was given: its day, else which edition heard it."""
    on = report.on
    if on:
        return setting.by_language(lambda tag: date_long(on, tag))
    known = {e.id: e for e in (*setting.dossier.editions, setting.dossier.edition)}
    edition = known.get(report.edition)
    return _edition_called(setting, edition) if edition else NOTHING


def _edition_called(setting: Setting, edition: Edition) -> Wording:
    """ "2nd forum"; nothing for one without a number."""
    number = edition.number
    if number is None:
        return NOTHING
    return setting.each(lambda words: words.context(*_NTH, number=ordinal(number, words.language)))


_NTH = T_("paper", "{number} forum")
