# SPDX-License-Identifier: MIT
"""The register of agreements, and an agreement drawn up in the window."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from forumdesk.domain.agenda import Session, SessionKind
from forumdesk.domain.desk import Subject
from forumdesk.domain.forum import Edition, HostRole
from forumdesk.domain.naming import names_from
from forumdesk.domain.outcomes import (
    Agreement,
    AgreementState,
    Aim,
    Original,
    Party,
    Signatory,
    SignatoryRole,
)
from forumdesk.domain.people import Invitation, Organization, Participation
from forumdesk.domain.wording import Text
from forumdesk.services import agreements, editions, invitations, outcomes, people, planning
from forumdesk.ui.lists import ASIDE, SECOND
from tests.services.small import en
from tests.ui.conftest import add_three_editions, begins_with

pytestmark = pytest.mark.gui
SIGNS = SignatoryRole.SIGNS


def add_bodies(desk):
    """Two associations that host the newest forum, and a chairman of the first."""
    ksia = people.add_organization(desk, Text.of(ko="한국협회", en="KSIA"), {})
    sia = people.add_organization(desk, en("SIA"), {})
    edition = add_three_editions(desk)[-1].id
    editions.set_hosts(desk, edition, [ksia.id, sia.id], HostRole.CO_HOST)
    hong = people.add_person(desk, names_from("홍길동 (Gil-dong HONG)"), {})
    held = {"organization": ksia.id, "office": en("Chairman"), "status": Invitation.ACCEPTED}
    invitations.add_participation(desk, edition, hong.id, held)
    planning.add_session(
        desk,
        edition,
        {"title": en("Signing"), "kind": SessionKind.SIGNING, "starts": datetime(2026, 6, 27, 11)},
    )
    return ksia, sia


def add_mou(desk):
    """An MOU of the first forum, in force, whose review is long overdue; its parties."""
    bodies = add_bodies(desk)
    first = min(desk.find(Edition), key=lambda edition: edition.number)
    made = agreements.draw_up(desk, first.id, Text.of(ko="양해각서", en="MOU"))
    outcomes.set_parties(desk, made.id, [body.id for body in bodies])
    days = {"in_force_on": date(2024, 6, 27), "review_on": date(2025, 6, 27)}
    outcomes.change_agreement(desk, made.id, days)
    return agreements.set_state(desk, made.id, AgreementState.IN_FORCE), bodies


filling = begins_with("mou", add_mou)


@pytest.fixture
def mou(begun):
    return begun[0]


@pytest.fixture
def bodies(begun):
    return begun[1]


@pytest.fixture
def window(open_window, mou):
    window = open_window()
    window.frame.show_page("agreements")
    return window


@pytest.fixture
def page(window):
    return window.frame.stack.page


@pytest.fixture
def card(page, mou):
    assert page.select(Subject("agreement", mou.id))
    return page.card


def test_the_register_tells_state_parties_and_reviews(page, desk, three_editions, qtmodeltester):
    agreements.draw_up(desk, three_editions[-1].id, en("New Agreement"))
    qtmodeltester.check(page.model)
    new, old = page.model.index(0), page.model.index(1)
    assert [row.data() for row in (new, old)] == ["New Agreement", "MOU"]
    assert new.data(SECOND) == "Draft · KSIA, SIA"
    assert old.data(SECOND) == "In force Thu 27 June 2024 · KSIA, SIA"
    assert (new.data(ASIDE), old.data(ASIDE)) == ("", "review overdue")
    assert page.count.text() == "2 agreements"


def test_those_of_a_series_stand_together(page, desk):
    other = editions.create_series(desk, en("Another Forum"), {})
    elsewhere = editions.add_edition(desk, other.id, {"first_day": date(2020, 5, 6)})
    agreements.draw_up(desk, elsewhere.id, en("Old"))
    rows = [page.model.index(row) for row in range(2)]
    assert [(row.data(), row.data(SECOND)) for row in rows] == [
        ("Old", "Another Forum · Draft"),
        ("MOU", "Semiconductor Forum · In force Thu 27 June 2024 · KSIA, SIA"),
    ]


@pytest.mark.parametrize(
    ("typed", "count"),
    [("mou", 1), ("양해", 1), ("ㅇㅎㄱㅅ", 1), ("ksia mou", 1), ("%", 0), ("x", 0)],
)
def test_an_agreement_is_found_by_title_and_party(page, typed, count):
    page.search.setText(typed)
    page.look()
    assert page.model.rowCount() == count


def test_an_agreement_is_added_between_the_hosts(page, desk, messages, bodies):
    messages.answers = ["반도체 협약"]
    page.add_button.click()
    made = desk.get(Agreement, page.chosen)
    assert made.title == Text.of(ko="반도체 협약")
    parties = desk.find(Party, agreement=made.id)
    assert [party.organization for party in parties] == [body.id for body in bodies]
    assert desk.get(Session, made.session).title == en("Signing")
    desk.undo()
    assert page.model.rowCount() == 1


def test_nothing_is_added_without_an_edition(desk, open_window, messages):
    window = open_window()
    window.frame.show_page("agreements")
    page = window.frame.stack.page
    assert "Choose an agreement, or add one" in page.empty.text()
    page.add_button.click()
    assert messages.said == ["Add an edition first: an agreement belongs to one."]


def test_fields_commit_themselves(card, desk, mou):
    card.title.fields["en"].setText("Memorandum")
    card.title.fields["en"].commit()
    card.days["review_on"].setText("2027-6-30")
    card.days["review_on"].commit()
    card.preamble.fields["ko"].setPlainText("전문")
    card.preamble.fields["ko"].commit()
    card.notes.setPlainText("Navy folders")
    card.notes.commit()
    made = desk.get(Agreement, mou.id)
    assert made.title == Text.of(ko="양해각서", en="Memorandum")
    assert (made.review_on, made.notes) == (date(2027, 6, 30), "Navy folders")
    assert made.preamble == Text.of(ko="전문")
    assert card.name.text() == "Memorandum"


def test_a_state_asks_for_its_day_where_nobody_knows_it(card, desk, mou):
    card.state.committed.emit(AgreementState.ENDED)
    assert desk.get(Agreement, mou.id).state is AgreementState.ENDED
    assert card.days["ended_on"].hasFocus()


def test_aims_are_added_worded_ordered_and_removed(card, desk, mou):
    card.aims.more.click()
    card.aims.more.click()
    first, second = card.aims.blocks
    first.text.fields["ko"].setPlainText("정보를 나눈다.")
    first.text.fields["ko"].commit()
    assert first.lacking.text() == "missing: English"
    first.text.fields["en"].setPlainText("To share information.")
    first.text.fields["en"].commit()
    assert not first.lacking.isVisibleTo(card)
    first.title.fields["en"].setText("Information")
    first.title.fields["en"].commit()
    assert first.lacking.text() == "missing: 한국어"
    _choose(second.more, "Move up")
    moved = sorted(desk.find(Aim, agreement=mou.id), key=lambda aim: aim.number)
    assert [aim.id for aim in moved] == [second.id, first.id]
    assert [block.number.text() for block in card.aims.blocks] == ["Aim 1", "Aim 2"]
    _choose(card.aims.blocks[0].more, "Remove")
    (left,) = desk.find(Aim, agreement=mou.id)
    assert (left.id, left.number) == (first.id, 1)
    desk.undo()
    assert len(card.aims.blocks) == 2


def _line(field, row):
    """A line of a field."""
    return field._lines.itemAt(row).widget()


def _choose(button, text):
    """Choose an entry of a button's menu."""
    entries = {a.text().replace("&", ""): a for a in button.menu().actions()}
    entries[text].trigger()


def test_parties_are_added_by_name_and_put_in_order(card, desk, mou, bodies):
    card.parties.name.setText("SEMI")
    card.parties.name.entered.emit("SEMI")
    (new,) = desk.find(Organization, name=en("SEMI"))
    _choose(_line(card.parties, 2).more, "Move up")
    _choose(_line(card.parties, 0).more, "Remove")
    order = [party.organization for party in desk.find(Party, agreement=mou.id)]
    assert order == [new.id, bodies[1].id]
    assert card.parties._suggest("한국") == ["KSIA"]


def test_who_signs_is_typed_and_signs_for_the_own_party(page, desk, three_editions):
    made = agreements.draw_up(desk, three_editions[-1].id, en("New"))
    page.select(Subject("agreement", made.id))
    signers = page.card.signers[SIGNS]
    (line,) = signers._suggest("홍길")
    assert line == "Gil-dong Hong — Chairman, KSIA"
    signers.name.entered.emit(line)
    (signatory,) = desk.find(Signatory, agreement=made.id)
    party = desk.get(Party, signatory.party)
    assert desk.get(Organization, party.organization).name["en"] == "KSIA"
    signers.name.entered.emit("Jane Doe")
    seats = [s.participation for s in desk.find(Signatory, agreement=made.id)]
    assert desk.get(Participation, seats[1]).edition == three_editions[-1].id
    _choose(_line(signers, 1).more, "Move up")
    order = [s.participation for s in desk.find(Signatory, agreement=made.id)]
    assert order == [seats[1], seats[0]]
    _choose(_line(signers, 0).more, "Remove")
    assert desk.count(Signatory, agreement=made.id) == 1


def test_originals_for_every_party(card, desk, mou):
    card.originals.all.click()
    assert desk.count(Original, agreement=mou.id) == 4
    line = card.originals.lines[0]
    line.place.setText("Archive")
    line.place.commit()
    line.keeper.committed.emit(None)
    kept = desk.get(Original, line.id)
    assert (kept.place, kept.keeper) == ("Archive", None)
    line.gone.click()
    assert desk.count(Original, agreement=mou.id) == 3
    card.originals.one.click()
    assert len(card.originals.lines) == 4


def test_a_successor_in_force_offers_to_end_what_it_replaces(
    page, desk, messages, three_editions, mou
):
    made = agreements.draw_up(desk, three_editions[-1].id, en("New"))
    page.select(Subject("agreement", made.id))
    page.card.succession.replaces.committed.emit(mou.id)
    assert desk.get(Agreement, made.id).replaces == mou.id
    assert [link.text() for link in page.card.succession.links] == ["Takes the place of MOU"]
    assert messages.banners == {}
    page.card.state.committed.emit(AgreementState.IN_FORCE)
    banner = messages.banners["succession"]
    assert banner.text == "“MOU” has been replaced, and still counts as going on."
    (_, end) = banner.offers[0]
    end()
    assert desk.get(Agreement, mou.id).state is AgreementState.ENDED
    assert messages.banners == {}
    page.card.succession.links[0].click()
    assert page.chosen == mou.id
    assert [link.text() for link in page.card.succession.links] == ["Replaced by New"]


def test_a_circle_is_refused_and_the_field_goes_back(page, desk, messages, three_editions, mou):
    made = agreements.draw_up(desk, three_editions[-1].id, en("New"))
    outcomes.change_agreement(desk, made.id, {"replaces": mou.id})
    page.select(Subject("agreement", mou.id))
    page.card.succession.replaces.committed.emit(made.id)
    assert "can't come after “New”" in messages.refused[0]
    assert page.card.succession.replaces.currentData() is None


def test_an_agreement_is_removed_when_asked(card, page, desk, messages, mou):
    messages.answers = [""]
    card.gone.click()
    assert desk.count(Agreement) == 1
    messages.answers = ["remove"]
    card.gone.click()
    assert desk.count(Agreement) == 0
    assert page.model.rowCount() == 0
    desk.undo()
    assert desk.get(Agreement, mou.id).title == Text.of(ko="양해각서", en="MOU")


@pytest.mark.parametrize("sheet", ["agreement", "signing-table", "fact-sheet"])
def test_its_sheets_are_printed_from_the_handouts(window, card, mou, three_editions, sheet):
    card.sheets[sheet].click()
    page = window.frame.stack.page
    assert (page.kind.id, page.handout) == ("handouts", sheet)
    assert page.work.edition == three_editions[0].id
    assert page.options.agreement == mou.id
    assert page.form().field("agreement").currentText() == "MOU"


def test_an_aim_leads_to_its_agreement(page, desk, mou):
    aim = agreements.add_aim(desk, mou.id, Text.of(ko="첫째"))
    assert page.select(Subject("aim", aim.id, "text"))
    assert page.chosen == mou.id
    assert page.card.aims.blocks[0].text.fields["en"].hasFocus()
    assert not page.select(Subject("aim", "gone"))


def test_all_can_only_be_read_in_a_file_that_is_only_read(page, card, monkeypatch):
    monkeypatch.setattr(type(page.work), "editable", property(lambda _: False))
    page.show_file()
    assert not card.gone.isEnabled()
    assert not card.aims.more.isEnabled()
    assert card.title.fields["en"].isReadOnly()
    assert not card.parties.name.isEnabled()


def test_aims_follow_by_and_by_and_tab_leads_through_all(card, page, desk, mou, qtbot):
    window = page.window()
    for number in range(12):
        agreements.add_aim(desk, mou.id, en(f"To do {number}"))
    other = agreements.draw_up(desk, desk.get(Agreement, mou.id).edition, en("Other"))
    assert page.select(Subject("agreement", other.id))
    assert card.aims.blocks == []
    assert page.select(Subject("agreement", mou.id))
    assert len(card.aims.blocks) < 12
    qtbot.waitUntil(lambda: len(card.aims.blocks) == 12)
    assert [b.text.value()["en"] for b in card.aims.blocks] == [f"To do {n}" for n in range(12)]
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    card.preamble.fields["en"].setFocus()
    reached = []
    for _ in range(12 * 5 + 2):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        reached.append(window.focusWidget())
    assert reached[0:60:5] == [block.more for block in card.aims.blocks]
    assert reached[60:] == [card.aims.more, card.closing.fields["ko"]]
