# SPDX-License-Identifier: MIT
"""Drawing up an agreement: states and days, aims, parties, people, originals, successors."""

from datetime import date, datetime

import pytest

from forumdesk.domain.agenda import SessionKind
from forumdesk.domain.agreements import Review, register, review_of
from forumdesk.domain.checks import agreed
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.outcomes import (
    Agreement,
    AgreementState,
    Aim,
    Commitment,
    Original,
    Party,
    Signatory,
    SignatoryRole,
)
from forumdesk.domain.people import Organization, Participation, Person
from forumdesk.domain.reading import dossier
from forumdesk.services import agreements, editions, fixing, outcomes, planning
from tests.services.small import Small, en, label

SIGNS, HANDS_OVER = SignatoryRole.SIGNS, SignatoryRole.HANDS_OVER


def test_a_draft_is_between_the_hosts_and_for_the_free_signing(small: Small) -> None:
    desk, edition = small.desk, small.edition.id
    signing = planning.add_session(desk, edition, {"kind": SessionKind.SIGNING})
    made = agreements.draw_up(desk, edition, en("LOI"))
    assert made.session == signing.id
    bodies = [party.organization for party in desk.find(Party, agreement=made.id)]
    assert bodies == [small.ksia.id, small.sia.id]
    assert label(desk) == "Add agreement “LOI”"
    assert agreements.draw_up(desk, edition, en("Another")).session is None


def test_a_state_puts_its_day(small: Small) -> None:
    day = date(2024, 7, 1)
    made = agreements.set_state(small.desk, small.mou.id, AgreementState.IN_FORCE, day)
    assert (made.state, made.in_force_on, made.signed_on) == (AgreementState.IN_FORCE, day, None)
    assert label(small.desk) == "Set how far “MOU” has come"
    back = agreements.set_state(small.desk, small.mou.id, AgreementState.DRAFT)
    again = agreements.set_state(small.desk, small.mou.id, AgreementState.IN_FORCE)
    assert (back.state, again.in_force_on) == (AgreementState.DRAFT, day)
    with pytest.raises(ForumDeskError, match="A draft has no day"):
        agreements.set_state(small.desk, small.mou.id, AgreementState.DRAFT, day)


def test_what_is_signed_was_signed_on_the_day_of_its_session(small: Small) -> None:
    planning.change_session(small.desk, small.panel.id, {"starts": datetime(2024, 6, 28, 1)})
    made = agreements.set_state(small.desk, small.mou.id, AgreementState.SIGNED)
    assert made.signed_on == date(2024, 6, 27)


def test_item_without_a_time_is_signed_on_the_day_of_its_session(small: Small) -> None:
    greeting = small.desk.find(type(small.panel), title=en("Greeting"))[0]
    outcomes.change_agreement(small.desk, small.mou.id, {"session": greeting.id})
    made = agreements.set_state(small.desk, small.mou.id, AgreementState.SIGNED)
    assert made.signed_on == date(2024, 6, 27)


def test_aims_come_one_by_one_and_move_up(small: Small) -> None:
    desk, mou = small.desk, small.mou.id
    third = agreements.add_aim(desk, mou, en("Train people"))
    assert third.number == 3
    agreements.remove_aim(desk, small.aims[0].id)
    left = sorted(desk.find(Aim), key=lambda aim: aim.number)
    assert [(aim.id, aim.number) for aim in left] == [(small.aims[1].id, 1), (third.id, 2)]
    assert desk.get(Commitment, small.promise.id).aim is None
    agreements.order_aims(desk, mou, [third.id])
    assert desk.get(Aim, third.id).number == 1
    with pytest.raises(ForumDeskError, match="names something that is not in the list"):
        agreements.order_aims(desk, mou, [third.id, third.id])


def test_party_of_a_known_name_is_that_organization(small: Small) -> None:
    desk = small.desk
    before = desk.count(Organization)
    again = agreements.add_party_named(desk, small.mou.id, "한국반도체 산업협회")
    assert again.id == small.parties[0].id
    new = agreements.add_party_named(desk, small.mou.id, "대만반도체산업협회")
    assert desk.get(Organization, new.organization).name["ko"] == "대만반도체산업협회"
    assert desk.count(Organization) == before + 1
    assert [p.position for p in desk.find(Party)] == [0, 1, 2]
    with pytest.raises(ForumDeskError, match="Type a name first"):
        agreements.add_party_named(desk, small.mou.id, "  ")


def test_signatory_signs_for_the_party_they_come_from(small: Small) -> None:
    desk, mou = small.desk, small.mou.id
    made = agreements.add_signatory(desk, mou, small.hong.id, HANDS_OVER)
    assert (made.role, made.party) == (HANDS_OVER, small.parties[0].id)
    assert agreements.add_signatory(desk, mou, small.hong.id, HANDS_OVER).id == made.id
    agreements.remove_signatory(desk, made.id)
    assert desk.count(Signatory, role=HANDS_OVER) == 0
    assert label(desk) == "Remove Gil-dong Hong from “MOU”"


def test_typed_signatory_is_a_participant_first_then_anybody(small: Small) -> None:
    desk, mou = small.desk, small.mou.id
    people = desk.count(Person)
    gina = agreements.add_signatory_by_name(desk, mou, "gina raimondo", SIGNS)
    assert gina.participation == small.gina.id
    nobody = agreements.add_signatory_by_name(desk, mou, "Nobody Yet", SIGNS)
    assert desk.get(Participation, nobody.participation).edition == small.edition.id
    assert desk.count(Person) == people
    agreements.add_signatory_by_name(desk, mou, "Kim New-face", HANDS_OVER)
    assert desk.count(Person) == people + 1
    with pytest.raises(ForumDeskError, match="Type a name first"):
        agreements.add_signatory_by_name(desk, mou, " ", SIGNS)


def test_originals_are_completed_for_every_party_and_language(small: Small) -> None:
    made = agreements.complete_originals(small.desk, small.mou.id)
    kept = {(o.keeper, o.language) for o in small.desk.find(Original)}
    assert len(made) == 3
    assert kept == {(party.id, tag) for party in small.parties for tag in ("ko", "en")}
    assert agreements.complete_originals(small.desk, small.mou.id) == []


def test_no_agreement_comes_after_itself(small: Small) -> None:
    desk = small.desk
    second = outcomes.add_agreement(desk, small.later.id, en("Second"), {"amends": small.mou.id})
    third = outcomes.add_agreement(desk, small.later.id, en("Third"), {"replaces": second.id})
    with pytest.raises(ForumDeskError, match="“MOU” can't come after “Third”, which itself"):
        outcomes.change_agreement(desk, small.mou.id, {"replaces": third.id})
    with pytest.raises(ForumDeskError, match="does not fit the field"):
        outcomes.change_agreement(desk, small.mou.id, {"amends": small.mou.id})
    assert desk.get(Agreement, small.mou.id).replaces is None


def test_successor_is_of_the_same_series(small: Small) -> None:
    other = editions.create_series(small.desk, en("Another"), {})
    elsewhere = editions.add_edition(small.desk, other.id, {})
    with pytest.raises(ForumDeskError, match="are of different series"):
        outcomes.add_agreement(small.desk, elsewhere.id, en("X"), {"replaces": small.mou.id})


def test_register_tells_the_newest_first_with_all_that_belongs_to_it(small: Small) -> None:
    desk = small.desk
    later = outcomes.add_agreement(
        desk, small.later.id, en("New"), {"replaces": small.mou.id, "signed_on": date(2025, 6, 1)}
    )
    new, old = register(desk, small.series.id)
    assert (new.agreement.id, old.agreement.id) == (later.id, small.mou.id)
    assert [body.id for body in old.parties] == [small.ksia.id, small.sia.id]
    assert (old.aims, len(old.originals), old.commitments) == (2, 1, 1)
    assert [one.id for one in old.replaced_by] == [later.id]
    assert new.parties == ()
    assert [one.agreement.id for one in register(desk)] == [later.id, small.mou.id]


@pytest.mark.parametrize(
    ("state", "due", "found"),
    [
        (AgreementState.IN_FORCE, date(2026, 6, 30), Review.PAST),
        (AgreementState.IN_FORCE, date(2026, 7, 1), Review.SOON),
        (AgreementState.SIGNED, date(2026, 8, 30), Review.SOON),
        (AgreementState.SIGNED, date(2026, 8, 31), Review.LATER),
        (AgreementState.ENDED, date(2026, 6, 30), Review.NONE),
        (AgreementState.DRAFT, date(2026, 6, 30), Review.NONE),
        (AgreementState.SIGNED, None, Review.NONE),
    ],
)
def test_review_is_due_while_an_agreement_binds(
    state: AgreementState, due: date | None, found: Review
) -> None:
    agreement = Agreement("a", "e", en("MOU"), state=state, review_on=due)
    assert review_of(agreement, date(2026, 7, 1)) is found


def test_what_the_checks_offer_puts_it_right(small: Small) -> None:
    desk = small.desk
    planning.change_session(desk, small.panel.id, {"starts": datetime(2024, 6, 27, 11)})
    outcomes.change_agreement(desk, small.mou.id, {"state": AgreementState.SIGNED})
    outcomes.change_aim(desk, small.aims[1].id, {"number": 5})
    outcomes.remove_original(desk, desk.find(Original)[0].id)
    found = list(agreed.check(dossier(desk, small.edition.id)))
    assert [problem.kind for problem in found] == [
        *("aims-numbered", "signed-undated", "original-missing")
    ]
    for problem in found:
        fixing.apply_fix(desk, problem.fixes[0])
    left = agreed.check(dossier(desk, small.edition.id))
    assert {problem.kind for problem in left} == {"original-language"}  # there is no Korean text
    assert desk.get(Agreement, small.mou.id).signed_on == date(2024, 6, 27)
    assert desk.get(Aim, small.aims[1].id).number == 2
