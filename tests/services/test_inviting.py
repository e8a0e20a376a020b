# SPDX-License-Identifier: MIT
"""Statuses with their history, quotas, deputies, companions, the waiting list."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from forumdesk.domain.agenda import Mode, Part
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.inviting import Speeches, late, seats
from forumdesk.domain.naming import names_from
from forumdesk.domain.people import Invitation, Participation, Person, Quota, StatusDay
from forumdesk.domain.reading import dossier
from forumdesk.services import editions, invitations, inviting, people, quotas
from tests.services.small import Small, en, label

MAY, JUNE = date(2024, 5, 2), date(2024, 6, 3)


def test_earlier_statuses_are_remembered_with_their_days(small: Small) -> None:
    desk, gina = small.desk, small.gina.id
    invitations.set_status(desk, gina, Invitation.INVITED, MAY)
    invitations.set_status(desk, gina, Invitation.INVITED, date(2024, 5, 3))
    changed = invitations.set_status(desk, gina, Invitation.ACCEPTED, JUNE)
    assert changed.history == (
        StatusDay(Invitation.PROPOSED),
        StatusDay(Invitation.INVITED, date(2024, 5, 3)),
    )
    assert (changed.status, changed.status_on) == (Invitation.ACCEPTED, JUNE)


def test_a_status_changed_among_other_fields_is_remembered_too(small: Small) -> None:
    desk, gina = small.desk, small.gina.id
    changed = invitations.change_participation(
        desk, gina, {"status": Invitation.INVITED, "notes": "By letter", "status_on": MAY}
    )
    assert changed.history == (StatusDay(Invitation.PROPOSED),)
    assert (changed.status_on, changed.notes) == (MAY, "By letter")
    again = invitations.change_participation(desk, gina, {"status": Invitation.DECLINED})
    assert again.history[-1] == StatusDay(Invitation.INVITED, MAY)
    assert again.status_on == desk.now().astimezone(ZoneInfo("America/New_York")).date()


def test_several_statuses_are_one_step(small: Small) -> None:
    desk = small.desk
    ids = [small.gina.id, small.hong.id, small.gina.id]
    done = invitations.set_statuses(desk, ids, Invitation.INVITED, MAY)
    assert [(p.id, p.status) for p in done] == [(id_, Invitation.INVITED) for id_ in ids[:2]]
    assert label(desk) == "Set status of several participants"
    desk.undo()
    assert {p.status for p in desk.find(Participation)} == {Invitation.PROPOSED}


def test_a_quota_is_set_changed_and_taken_away(small: Small) -> None:
    desk = small.desk
    made = quotas.set_side_quota(desk, small.side.id, 1)
    assert made is not None
    assert label(desk) == "Set the quota of Korea"
    changed = quotas.set_side_quota(desk, small.side.id, 2)
    assert changed is not None
    assert (changed.id, changed.seats) == (made.id, 2)
    quotas.set_edition_quota(desk, small.edition.id, 100)
    quotas.set_organization_quota(desk, small.edition.id, small.sia.id, 5)
    kinds = {(q.side, q.organization): q.seats for q in desk.find(Quota)}
    assert kinds == {(small.side.id, None): 2, (None, None): 100, (None, small.sia.id): 5}
    quotas.set_side_quota(desk, small.side.id, None)
    assert desk.count(Quota) == 2
    with pytest.raises(ForumDeskError, match="-1 seats can't be"):
        quotas.set_edition_quota(desk, small.edition.id, -1)


def test_a_side_that_goes_takes_its_quota_along(small: Small) -> None:
    quotas.set_side_quota(small.desk, small.side.id, 1)
    invitations.change_participation(small.desk, small.hong.id, {"side": None})
    editions.remove_side(small.desk, small.side.id)
    assert small.desk.count(Quota) == 0


def test_a_deputy_takes_seat_body_and_side_but_not_rank(small: Small) -> None:
    desk = small.desk
    invitations.change_participation(
        desk, small.hong.id, {"seat": "1-7", "rank": 1, "honored": True, "category": "vip"}
    )
    kim = people.add_person(desk, names_from("김대리"), {})
    deputy = inviting.send_deputy(desk, small.hong.id, kim.id, MAY)
    gone = desk.get(Participation, small.hong.id)
    assert label(desk) == "김대리 comes for Gil-dong Hong"
    assert (gone.status, gone.status_on, gone.seat, gone.honored) == (
        *(Invitation.DECLINED, MAY, ""),
        False,
    )
    assert (deputy.deputy_for, deputy.status, deputy.organization, deputy.side) == (
        *(gone.id, Invitation.ACCEPTED, small.ksia.id),
        small.side.id,
    )
    assert (deputy.seat, deputy.rank, deputy.honored, deputy.category) == ("1-7", None, True, "vip")
    assert deputy.number == 3
    [part] = desk.find(Part, participation=gone.id)
    assert part.mode is Mode.READ
    desk.undo()
    assert desk.get(Participation, small.hong.id).seat == "1-7"
    assert desk.count(Participation, person=kim.id) == 0


def test_a_deputy_does_the_parts_or_reads_them(small: Small) -> None:
    desk = small.desk
    kim = people.add_person(desk, names_from("김대리"), {})
    deputy = inviting.send_deputy(desk, small.gina.id, kim.id, MAY, speeches=Speeches.READ)
    [part] = desk.find(Part, participation=small.gina.id)
    assert (part.mode, part.reader) == (Mode.READ, deputy.id)
    # What Gina would have read for another, the deputy reads.
    assert [p.reader for p in desk.find(Part, participation=small.hong.id)] == [deputy.id]
    desk.undo()
    deputy = inviting.send_deputy(desk, small.gina.id, kim.id, MAY, speeches=Speeches.TAKEN)
    assert desk.count(Part, participation=small.gina.id) == 0
    assert desk.count(Part, participation=deputy.id) == 1


def test_a_deputy_who_takes_part_already_stays_whoever_they_are(small: Small) -> None:
    desk = small.desk
    invitations.change_participation(desk, small.gina.id, {"seat": "2", "office": en("Secretary")})
    deputy = inviting.send_deputy(desk, small.hong.id, small.secretary.id, MAY)
    assert (deputy.id, deputy.deputy_for, deputy.seat) == (small.gina.id, small.hong.id, "2")
    assert deputy.organization is None
    assert desk.count(Participation, edition=small.edition.id) == 2


def test_nobody_stands_in_for_themselves(small: Small) -> None:
    for service, more in ((inviting.send_deputy, [MAY]), (inviting.add_companion, [])):
        with pytest.raises(ForumDeskError, match="Gina Raimondo can't stand in for"):
            service(small.desk, small.gina.id, small.secretary.id, *more)


def test_a_companion_comes_along_as_likely(small: Small) -> None:
    desk = small.desk
    invitations.set_status(desk, small.hong.id, Invitation.ACCEPTED, MAY)
    spouse = people.add_person(desk, names_from("박동행"), {})
    companion = inviting.add_companion(desk, small.hong.id, spouse.id)
    assert (companion.companion_of, companion.status, companion.side) == (
        *(small.hong.id, Invitation.ACCEPTED),
        small.side.id,
    )
    assert label(desk) == "박동행 comes along with Gil-dong Hong"


def waitlisted(small: Small, count: int) -> list[str]:
    desk, ids = small.desk, []
    for n in range(count):
        person = people.add_person(desk, names_from(f"Waiting Number{n}"), {})
        made = invitations.add_participation(
            desk, small.edition.id, person.id, {"side": small.side.id}
        )
        invitations.set_status(desk, made.id, Invitation.WAITLISTED, date(2024, 5, 9 - n))
        ids.append(made.id)
    return ids


def test_the_waiting_list_moves_up_in_turn_and_nobody_accepts_by_it(small: Small) -> None:
    desk = small.desk
    first, second, third = reversed(waitlisted(small, 3))
    quotas.set_side_quota(desk, small.side.id, 3)
    invitations.set_status(desk, small.hong.id, Invitation.ACCEPTED, MAY)
    moved = inviting.move_up(desk, small.edition.id)
    assert [(p.id, p.status) for p in moved] == [
        (first, Invitation.INVITED),
        (second, Invitation.INVITED),
    ]
    assert moved[0].status_on is not None
    assert moved[0].history[-1].status is Invitation.WAITLISTED
    assert desk.get(Participation, third).status is Invitation.WAITLISTED
    assert inviting.move_up(desk, small.edition.id) == []
    desk.undo()
    assert desk.get(Participation, first).status is Invitation.WAITLISTED


def test_moving_up_respects_every_quota_and_the_choice_of_a_side(small: Small) -> None:
    desk = small.desk
    waitlisted(small, 3)
    quotas.set_side_quota(desk, small.side.id, 3)
    quotas.set_edition_quota(desk, small.edition.id, 1)
    assert inviting.move_up(desk, small.edition.id, organization=small.sia.id) == []
    assert len(inviting.move_up(desk, small.edition.id, small.side.id)) == 1


def test_seats_count_those_under_an_organization_and_tell_the_invited_beside(small: Small) -> None:
    desk = small.desk
    people.change_organization(desk, small.sia.id, {"parent": small.ksia.id})
    invitations.change_participation(desk, small.gina.id, {"organization": small.sia.id})
    quotas.set_organization_quota(desk, small.edition.id, small.ksia.id, 1)
    invitations.set_status(desk, small.gina.id, Invitation.TENTATIVE, MAY)
    invitations.set_status(desk, small.hong.id, Invitation.INVITED, MAY)
    [each] = seats(dossier(desk, small.edition.id))
    assert (each.taken, each.invited, each.free, each.left, each.over) == (1, 1, 0, 0, 0)
    invitations.set_status(desk, small.hong.id, Invitation.ACCEPTED, MAY)
    [each] = seats(dossier(desk, small.edition.id))
    assert (each.taken, each.over) == (2, 1)


def test_who_has_not_answered_past_the_day_is_late(small: Small) -> None:
    desk = small.desk
    ids = [small.gina.id, small.hong.id]
    invitations.set_statuses(desk, ids, Invitation.INVITED, MAY)
    editions.change_edition(desk, small.edition.id, {"reply_by": date(2024, 5, 20)})
    invitations.change_participation(desk, small.hong.id, {"reply_by": date(2024, 6, 1)})

    def names(today: date) -> list[str]:
        return [one.id for one in late(dossier(desk, small.edition.id), today)]

    assert names(date(2024, 5, 20)) == []
    assert names(date(2024, 5, 21)) == [small.gina.id]
    assert sorted(names(date(2024, 6, 2))) == sorted(ids)
    invitations.set_status(desk, small.gina.id, Invitation.ACCEPTED, MAY)
    assert names(date(2024, 6, 2)) == [small.hong.id]


def test_deputies_and_companions_whose_names_are_typed(small: Small) -> None:
    desk = small.desk
    count = desk.count(Person)
    deputy = inviting.send_deputy_named(desk, small.hong.id, "gina RAIMONDO", MAY)
    assert (deputy.person, desk.count(Person)) == (small.secretary.id, count)
    steps = len(desk.history())
    companion = inviting.add_companion_named(desk, small.gina.id, "박동행")
    assert companion.companion_of == small.gina.id
    assert (len(desk.history()), desk.count(Person)) == (steps + 1, count + 1)
    with pytest.raises(ForumDeskError, match="Type a name first"):
        inviting.send_deputy_named(desk, small.gina.id, "  ", MAY)
    assert len(desk.history()) == steps + 1


def test_a_companion_who_takes_part_already_keeps_the_status(small: Small) -> None:
    desk = small.desk
    invitations.set_status(desk, small.gina.id, Invitation.CANCELLED, MAY)
    along = inviting.add_companion(desk, small.gina.id, small.minister.id)
    assert (along.id, along.status) == (small.hong.id, Invitation.PROPOSED)
