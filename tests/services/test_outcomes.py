# SPDX-License-Identifier: MIT
"""Agreements and commitments."""

from datetime import date

import pytest

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.outcomes import (
    Agreement,
    AgreementState,
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
from forumdesk.services import editions, outcomes
from tests.services.small import Small, en, label


def test_agreement_is_added_and_changed(small: Small) -> None:
    made = outcomes.add_agreement(
        small.desk, small.edition.id, en("LOI"), {"kind": "loi", "session": small.panel.id}
    )
    assert made == Agreement(
        made.id, small.edition.id, en("LOI"), session=small.panel.id, kind="loi"
    )
    signed = {"state": AgreementState.SIGNED, "signed_on": date(2024, 6, 27)}
    changed = outcomes.change_agreement(small.desk, made.id, signed)
    assert (changed.state, changed.signed_on) == (AgreementState.SIGNED, date(2024, 6, 27))
    assert label(small.desk) == "Change agreement “LOI”"


def test_agreement_is_signed_at_a_session_of_its_edition(small: Small) -> None:
    with pytest.raises(ForumDeskError, match="must be of the same edition"):
        outcomes.add_agreement(small.desk, small.later.id, en("LOI"), {"session": small.panel.id})


def test_removed_agreement_takes_all_it_says_and_leaves_commitments(small: Small) -> None:
    outcomes.remove_agreement(small.desk, small.mou.id)
    kinds = (Agreement, Party, Aim, Signatory, Original)
    assert [small.desk.count(kind) for kind in kinds] == [0, 0, 0, 0, 0]
    assert small.desk.get(Commitment, small.promise.id).aim is None


def test_party_that_stays_keeps_what_points_to_it(small: Small) -> None:
    desk = small.desk
    outcomes.set_parties(desk, small.mou.id, [small.sia.id, small.ksia.id])
    assert [(p.organization, p.position) for p in desk.find(Party)] == [
        (small.sia.id, 0),
        (small.ksia.id, 1),
    ]
    assert desk.find(Signatory)[0].party == small.parties[0].id
    outcomes.set_parties(desk, small.mou.id, [small.sia.id])
    assert desk.find(Signatory)[0].party is None
    assert desk.find(Original)[0].keeper is None


def test_aims_are_numbered_and_keep_what_points_to_them(small: Small) -> None:
    desk, mou = small.desk, small.mou.id
    share, meet = small.aims
    outcomes.set_aims(desk, mou, [en("Train people"), en("Meet yearly"), en("Share news")])
    aims = sorted(desk.find(Aim), key=lambda aim: aim.number)
    assert [(aim.number, aim.text.best()) for aim in aims] == [
        (1, "Train people"),
        (2, "Meet yearly"),
        (3, "Share news"),
    ]
    assert [aim.id for aim in aims[1:]] == [meet.id, share.id]
    outcomes.set_aims(desk, mou, [en("Share all news")])
    [left] = desk.find(Aim)
    assert (left.id, left.number) == (aims[0].id, 1)
    assert desk.get(Commitment, small.promise.id).aim is None


def test_aim_reworded_is_the_same_aim(small: Small) -> None:
    outcomes.set_aims(small.desk, small.mou.id, [en("Share all news"), en("Meet yearly")])
    assert [aim.id for aim in small.desk.find(Aim)] == [aim.id for aim in small.aims]


def test_aim_gets_a_title(small: Small) -> None:
    changed = outcomes.change_aim(small.desk, small.aims[1].id, {"title": en("Forum")})
    assert changed == Aim(small.aims[1].id, small.mou.id, 2, en("Meet yearly"), en("Forum"))
    assert label(small.desk) == "Change aim 2 of “MOU”"
    with pytest.raises(ForumDeskError, match="“0” does not fit the field “number”"):
        outcomes.change_aim(small.desk, small.aims[1].id, {"number": 0})


def test_signatories_and_witnesses_are_set_apart(small: Small) -> None:
    desk = small.desk
    outcomes.set_signatories(desk, small.mou.id, [small.gina.id], SignatoryRole.WITNESSES)
    outcomes.set_signatories(
        desk, small.mou.id, [small.gina.id, small.hong.id], SignatoryRole.SIGNS
    )
    signing = desk.find(Signatory, role=SignatoryRole.SIGNS)
    assert [(s.participation, s.position) for s in signing] == [
        (small.gina.id, 0),
        (small.hong.id, 1),
    ]
    assert signing[1].party == small.parties[0].id
    assert desk.count(Signatory, role=SignatoryRole.WITNESSES) == 1


def test_signatory_signs_for_a_party_of_this_agreement(small: Small) -> None:
    other = outcomes.add_agreement(small.desk, small.edition.id, en("LOI"), {})
    [party] = outcomes.set_parties(small.desk, other.id, [small.sia.id])
    with pytest.raises(ForumDeskError, match="party to another agreement"):
        outcomes.change_signatory(small.desk, small.signatories[0].id, {"party": party.id})
    with pytest.raises(ForumDeskError, match="party to another agreement"):
        outcomes.add_original(small.desk, small.mou.id, "en", {"keeper": party.id})


def test_original_is_added_changed_and_removed(small: Small) -> None:
    desk = small.desk
    made = outcomes.add_original(desk, small.mou.id, "en", {"place": "Washington"})
    assert made == Original(made.id, small.mou.id, "en", place="Washington")
    kept = outcomes.change_original(desk, made.id, {"keeper": small.parties[1].id})
    assert kept.keeper == small.parties[1].id
    outcomes.remove_original(desk, made.id)
    assert [original.language for original in desk.find(Original)] == ["ko"]


def test_commitment_is_added_changed_ordered_and_removed(small: Small) -> None:
    desk = small.desk
    made = outcomes.add_commitment(
        desk, small.series.id, en("Help fabless firms"), {"due": date(2024, 9, 10)}
    )
    assert made == Commitment(
        made.id, small.series.id, en("Help fabless firms"), due=date(2024, 9, 10), position=1
    )
    changed = outcomes.change_commitment(desk, made.id, {"due_text": en("early September")})
    assert changed.due_text == en("early September")
    assert label(desk) == "Change commitment “Help fabless firms”"
    outcomes.order_commitments(desk, small.series.id, [made.id])
    assert [c.id for c in desk.find(Commitment)] == [made.id, small.promise.id]
    outcomes.remove_commitment(desk, small.promise.id)
    assert desk.find(Commitment) == [desk.get(Commitment, made.id)]
    assert desk.count(CommitmentOwner) == desk.count(Report) == 0


def test_commitment_stays_within_its_series(small: Small) -> None:
    desk = small.desk
    other = editions.create_series(desk, en("Other"), {})
    elsewhere = editions.add_edition(desk, other.id, {})
    with pytest.raises(ForumDeskError, match="A commitment stays within its series"):
        outcomes.add_commitment(desk, other.id, en("Promise"), {"edition": small.edition.id})
    with pytest.raises(ForumDeskError, match="A commitment stays within its series"):
        outcomes.report_commitment(
            desk, small.promise.id, elsewhere.id, CommitmentStatus.DONE, fields={}
        )
    with pytest.raises(ForumDeskError, match="must be of the same edition"):
        outcomes.change_commitment(desk, small.promise.id, {"edition": small.later.id})


def test_owners_are_bodies_first_then_people(small: Small) -> None:
    desk = small.desk
    kept = desk.find(CommitmentOwner)[1]
    owners = outcomes.set_owners(
        desk, small.promise.id, [small.sia.id, small.ksia.id], [small.secretary.id]
    )
    assert desk.find(CommitmentOwner) == owners
    assert [(o.organization, o.person, o.position) for o in owners] == [
        (small.sia.id, None, 0),
        (small.ksia.id, None, 1),
        (None, small.secretary.id, 2),
    ]
    assert owners[2].id == kept.id


def test_report_sets_how_the_commitment_stands(small: Small) -> None:
    desk = small.desk
    report = outcomes.report_commitment(
        desk,
        small.promise.id,
        small.later.id,
        CommitmentStatus.DONE,
        fields={"text": en("Opened"), "evidence": "https://example.org", "on": date(2024, 9, 9)},
    )
    assert report == Report(
        report.id,
        small.promise.id,
        small.later.id,
        CommitmentStatus.DONE,
        en("Opened"),
        "https://example.org",
        date(2024, 9, 9),
    )
    assert desk.get(Commitment, small.promise.id).status is CommitmentStatus.DONE
    assert label(desk) == "Report on “Open a centre”"
    changed = outcomes.change_report(desk, report.id, {"evidence": ""})
    assert changed.evidence == ""
    outcomes.remove_report(desk, report.id)
    assert desk.count(Report) == 1
    assert desk.get(Commitment, small.promise.id).status is CommitmentStatus.DONE
