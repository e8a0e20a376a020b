# SPDX-License-Identifier: MIT
"""What is done with participants chosen in a list."""

from datetime import date

import pytest

from forumdesk.domain.agenda import Mode, Part, Role, Session
from forumdesk.domain.desk import Subject
from forumdesk.domain.inviting import Speeches
from forumdesk.domain.naming import names_from
from forumdesk.domain.people import Invitation, Participation, Quota
from forumdesk.domain.wording import Text
from forumdesk.services import editions, invitations, parts, people, quotas
from forumdesk.ui.inviting import commands
from forumdesk.ui.inviting.commands import COMMANDS, STATUSES

pytestmark = pytest.mark.gui


@pytest.fixture
def guests(desk, three_editions):
    edition, ids = three_editions[2].id, []
    for name in ("홍길동", "Jane Doe", "Ada Aaron"):
        person = people.add_person(desk, names_from(name), {})
        ids.append(invitations.add_participation(desk, edition, person.id, {}).id)
    return ids


@pytest.fixture
def work(open_window, guests):
    return open_window().work


def by_id(id):
    return next(one for one in (*STATUSES, *COMMANDS) if one.id == id)


def test_each_status_is_set_for_all_chosen(work, desk, guests):
    for status in Invitation:
        by_id(f"status.{status.value}").run(work, guests)
        found = [desk.get(Participation, id_) for id_ in guests]
        assert {one.status for one in found} == {status}
        assert {one.status_on for one in found} <= {None, commands.today(work)}
    commands.set_status(work, [], Invitation.ACCEPTED)
    assert desk.get(Participation, guests[0]).status is Invitation.WAITLISTED


def test_a_deputy_is_named_and_asked_what_becomes_of_the_speeches(work, desk, guests, messages):
    session = next(s for s in desk.find(Session) if s.edition == work.edition)
    parts.add_part(desk, session.id, guests[0], {"role": Role.CONGRATULATES})
    messages.answers += ["김대리", Speeches.READ.value]
    by_id("deputy").run(work, guests[:1])
    (part,) = desk.find(Part, participation=guests[0])
    deputy = desk.get(Participation, part.reader)
    assert (part.mode, deputy.deputy_for) == (Mode.READ, guests[0])
    messages.answers += ["Jane Doe"]  # somebody of the file, and without parts nothing is asked
    by_id("deputy").run(work, guests[2:])
    assert desk.get(Participation, guests[1]).deputy_for == guests[2]
    messages.answers += ["Nobody", ""]
    by_id("deputy").run(work, guests[:1])
    assert messages.answers == []


def test_a_companion_is_named(work, desk, guests, messages):
    messages.answers += ["박동행"]
    by_id("companion").run(work, guests[:1])
    (along,) = desk.find(Participation, companion_of=guests[0])
    assert along.edition == work.edition
    messages.answers += [None]
    by_id("companion").run(work, guests[:1])
    assert desk.count(Participation, companion_of=guests[0]) == 1


def test_a_place_is_pinned_with_its_reason_and_let_go(work, desk, guests, messages):
    messages.answers += ["1 speaks first"]
    by_id("pin").run(work, guests[1:2])
    one = desk.get(Participation, guests[1])
    assert (one.rank, one.pin_reason) == (1, "speaks first")
    messages.answers += ["first", None]
    by_id("pin").run(work, guests[1:2])
    by_id("pin").run(work, guests[1:2])
    assert messages.refused == ["“first” is no place; it begins with a number."]
    commands.move_before(work, guests[0], guests[1], "Host")
    ranks = [desk.get(Participation, id_).rank for id_ in guests]
    assert ranks == [1, 2, None]
    by_id("unpin").run(work, guests)
    assert [desk.get(Participation, id_).rank for id_ in guests] == [None] * 3


def test_the_waiting_list_moves_up_from_the_readiness_list(work, desk, guests, messages):
    quotas.set_edition_quota(desk, work.edition, 1)
    invitations.set_statuses(desk, guests[:2], Invitation.WAITLISTED, date(2026, 1, 1))
    commands.move_up(work)
    assert messages.said[-1] == "1 person moved up the waiting list."
    commands.move_up(work)
    assert messages.said[-1] == "Nobody could move up: no seat is left."
    assert desk.get(Participation, guests[0]).status is Invitation.INVITED


def test_quotas_are_set_in_the_panels_of_edition_and_side(open_window, desk, guests):
    window = open_window()
    work, inspector = window.work, window.frame.inspector
    side = editions.add_side(desk, work.edition, Text.of(ko="한국 측", en="Korea"), {})
    window.frame.show_page("overview")
    work.go(Subject("side", side.id))
    panel = inspector._stack.currentWidget().widget()
    panel.quota.number.setText("12")
    panel.quota.number.commit()
    assert [(q.side, q.seats) for q in desk.find(Quota)] == [(side.id, 12)]
    inspector.refresh()
    assert panel.quota.said.text() == "0 taken · 12 free"
    work.go(Subject("edition", work.edition))
    panel = inspector._stack.currentWidget().widget()
    assert panel.quota.number.text() == ""
    panel.quota.number.setText("100")
    panel.quota.number.commit()
    assert {q.side: q.seats for q in desk.find(Quota)} == {side.id: 12, None: 100}
    panel.quota.number.setText("")
    panel.quota.number.commit()
    assert {q.side: q.seats for q in desk.find(Quota)} == {side.id: 12}
