# SPDX-License-Identifier: MIT
"""What a forum brings about: agreements with all they say, commitments until they are closed.

What is agreed at an edition goes with it; a commitment belongs to the series and outlives the
session, aim and edition it came from.
"""

from __future__ import annotations

from collections.abc import Sequence

from forumdesk.domain.desk import Desk
from forumdesk.domain.forum import Edition, Series
from forumdesk.domain.ids import (
    AgreementChanges,
    AgreementId,
    AimChanges,
    AimId,
    CommitmentChanges,
    CommitmentId,
    EditionId,
    OrganizationId,
    OriginalChanges,
    OriginalId,
    ParticipationId,
    PersonId,
    ReportChanges,
    ReportId,
    SeriesId,
    SignatoryChanges,
    SignatoryId,
)
from forumdesk.domain.outcomes import (
    Agreement,
    Aim,
    Commitment,
    CommitmentOwner,
    CommitmentStatus,
    Original,
    Party,
    Report,
    Signatory,
    SignatoryRole,
)
from forumdesk.domain.people import Participation
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_
from forumdesk.services._removing import remove_whole
from forumdesk.services._sets import settle, settle_in_order
from forumdesk.services._writing import (
    add,
    called,
    change,
    next_position,
    participant_called,
    reorder,
)


def add_agreement(
    desk: Desk, edition: EditionId, title: Text, fields: AgreementChanges
) -> Agreement:
    """A new agreement of an edition, a draft unless ``fields`` say more."""
    desk.get(Edition, edition)
    with desk.step(N_("Add agreement “{title}”"), title=called(title)):
        return add(desk, Agreement, fields, edition=edition, title=title)


def change_agreement(desk: Desk, agreement: AgreementId, changes: AgreementChanges) -> Agreement:
    """New values of some fields of an agreement."""
    record = desk.get(Agreement, agreement)
    with desk.step(N_("Change agreement “{title}”"), title=called(record.title)):
        return change(desk, record, changes)


def remove_agreement(desk: Desk, agreement: AgreementId) -> None:
    """Remove an agreement and all it says; commitments made in its aims stay."""
    record = desk.get(Agreement, agreement)
    with desk.step(N_("Remove agreement “{title}”"), title=called(record.title)):
        remove_whole(desk, record)


def set_parties(
    desk: Desk, agreement: AgreementId, organizations: Sequence[OrganizationId]
) -> list[Party]:
    """The organizations that are party to an agreement, in order.

    One that stays keeps its signatories and originals.
    """
    record = desk.get(Agreement, agreement)
    with desk.step(N_("Set parties of “{title}”"), title=called(record.title)):
        return settle_in_order(
            desk,
            desk.find(Party, agreement=agreement),
            "organization",
            wanted=organizations,
            new=lambda organization: add(
                desk, Party, {}, agreement=agreement, organization=organization
            ),
        )


def set_aims(desk: Desk, agreement: AgreementId, texts: Sequence[Text]) -> list[Aim]:
    """The aims of an agreement, numbered from 1 in this order.

    An aim whose text is among the new ones stays the same aim, wherever it stands now; what
    remains is taken for reworded in order, so that commitments keep their aims.
    """
    record = desk.get(Agreement, agreement)
    with desk.step(N_("Set aims of “{title}”"), title=called(record.title)):
        before = sorted(desk.find(Aim, agreement=agreement), key=lambda aim: aim.number)
        matched = _matched(before, texts)
        for aim in before:
            if aim not in matched:
                remove_whole(desk, aim)
        return [
            change(desk, aim, {"text": text, "number": n})
            if aim
            else add(desk, Aim, {}, agreement=agreement, text=text, number=n)
            for n, (aim, text) in enumerate(zip(matched, texts, strict=True), start=1)
        ]


def change_aim(desk: Desk, aim: AimId, changes: AimChanges) -> Aim:
    """New values of some fields of an aim."""
    record = desk.get(Aim, aim)
    title = called(desk.get(Agreement, record.agreement).title)
    with desk.step(N_("Change aim {number} of “{title}”"), number=record.number, title=title):
        return change(desk, record, changes)


def set_signatories(
    desk: Desk,
    agreement: AgreementId,
    participations: Sequence[ParticipationId],
    role: SignatoryRole,
) -> list[Signatory]:
    """Who signs an agreement, or who witnesses the signing, in order."""
    record = desk.get(Agreement, agreement)
    with desk.step(N_("Set signatories of “{title}”"), title=called(record.title)):
        return settle_in_order(
            desk,
            desk.find(Signatory, agreement=agreement, role=role),
            "participation",
            wanted=participations,
            new=lambda who: add(
                desk, Signatory, {"role": role}, agreement=agreement, participation=who
            ),
        )


def change_signatory(desk: Desk, signatory: SignatoryId, changes: SignatoryChanges) -> Signatory:
    """New values of some fields of a signatory, such as the party signed for."""
    record = desk.get(Signatory, signatory)
    name = participant_called(desk, desk.get(Participation, record.participation))
    with desk.step(N_("Change signatory {name}"), name=name):
        return change(desk, record, changes)


def add_original(
    desk: Desk, agreement: AgreementId, language: str, fields: OriginalChanges
) -> Original:
    """One more original of an agreement: its language, and who keeps it where."""
    record = desk.get(Agreement, agreement)
    with desk.step(N_("Add an original of “{title}”"), title=called(record.title)):
        return add(desk, Original, fields, agreement=agreement, language=language)


def change_original(desk: Desk, original: OriginalId, changes: OriginalChanges) -> Original:
    """New values of some fields of an original."""
    record = desk.get(Original, original)
    title = called(desk.get(Agreement, record.agreement).title)
    with desk.step(N_("Change an original of “{title}”"), title=title):
        return change(desk, record, changes)


def remove_original(desk: Desk, original: OriginalId) -> None:
    """Remove an original of an agreement."""
    record = desk.get(Original, original)
    title = called(desk.get(Agreement, record.agreement).title)
    with desk.step(N_("Remove an original of “{title}”"), title=title):
        remove_whole(desk, record)


def add_commitment(
    desk: Desk, series: SeriesId, text: Text, fields: CommitmentChanges
) -> Commitment:
    """Something promised in a series; ``fields`` say where, and by when."""
    desk.get(Series, series)
    given = {"position": next_position(desk, Commitment, series=series), **fields}
    with desk.step(N_("Add commitment “{text}”"), text=called(text)):
        return add(desk, Commitment, given, series=series, text=text)


def change_commitment(
    desk: Desk, commitment: CommitmentId, changes: CommitmentChanges
) -> Commitment:
    """New values of some fields of a commitment."""
    record = desk.get(Commitment, commitment)
    with desk.step(N_("Change commitment “{text}”"), text=_promised(record)):
        return change(desk, record, changes)


def order_commitments(
    desk: Desk, series: SeriesId, commitments: Sequence[CommitmentId]
) -> list[Commitment]:
    """The commitments of a series in a new order; those not named follow."""
    record = desk.get(Series, series)
    with desk.step(N_("Reorder commitments of “{title}”"), title=called(record.title)):
        return reorder(desk, desk.find(Commitment, series=series), commitments)


def set_owners(
    desk: Desk,
    commitment: CommitmentId,
    organizations: Sequence[OrganizationId],
    people: Sequence[PersonId],
) -> list[CommitmentOwner]:
    """Who answers for a commitment: organizations first, then people, in order."""
    record = desk.get(Commitment, commitment)

    def settled(field: str, wanted: Sequence[str], before: Sequence[CommitmentOwner]) -> list[str]:
        owners = settle(
            desk,
            before,
            field,
            wanted=wanted,
            new=lambda who: add(desk, CommitmentOwner, {}, commitment=commitment, **{field: who}),
        )
        return [owner.id for owner in owners]

    with desk.step(N_("Set who answers for “{text}”"), text=_promised(record)):
        before = desk.find(CommitmentOwner, commitment=commitment)
        by_body = [owner for owner in before if owner.person is None]
        by_name = [owner for owner in before if owner.person is not None]
        order = [
            *settled("organization", organizations, by_body),
            *settled("person", people, by_name),
        ]
        return reorder(desk, desk.find(CommitmentOwner, commitment=commitment), order)


def report_commitment(
    desk: Desk,
    commitment: CommitmentId,
    edition: EditionId,
    status: CommitmentStatus,
    *,
    fields: ReportChanges,
) -> Report:
    """What an edition heard of a commitment, which stands as reported from now on."""
    record = desk.get(Commitment, commitment)
    with desk.step(N_("Report on “{text}”"), text=_promised(record)):
        report = add(desk, Report, fields, commitment=commitment, edition=edition, status=status)
        change(desk, record, {"status": status})
        return report


def change_report(desk: Desk, report: ReportId, changes: ReportChanges) -> Report:
    """New values of some fields of a report; the commitment's own status is not touched."""
    record = desk.get(Report, report)
    text = _promised(desk.get(Commitment, record.commitment))
    with desk.step(N_("Change a report on “{text}”"), text=text):
        return change(desk, record, changes)


def remove_report(desk: Desk, report: ReportId) -> None:
    """Remove a report; the commitment's own status is not touched."""
    record = desk.get(Report, report)
    text = _promised(desk.get(Commitment, record.commitment))
    with desk.step(N_("Remove a report on “{text}”"), text=text):
        remove_whole(desk, record)


def remove_commitment(desk: Desk, commitment: CommitmentId) -> None:
    """Remove a commitment with its owners and reports."""
    record = desk.get(Commitment, commitment)
    with desk.step(N_("Remove commitment “{text}”"), text=_promised(record)):
        remove_whole(desk, record)


def _promised(commitment: Commitment) -> Text | str:
    return called(commitment.title or commitment.text)


def _matched(before: Sequence[Aim], texts: Sequence[Text]) -> list[Aim | None]:
    """The aim that each text is of: by the same text, else in order of what remains."""
    rest = list(before)
    matched: list[Aim | None] = []
    for text in texts:
        same = next((aim for aim in rest if aim.text == text), None)
        matched.append(same)
        if same:
            rest.remove(same)
    return [aim or (rest.pop(0) if rest else None) for aim in matched]
