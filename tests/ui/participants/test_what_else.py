# SPDX-License-Identifier: MIT
"""What can be done with those chosen in the list, and other spellings of a name looked for."""

import pytest
from PySide6.QtWidgets import QPushButton

from forumdesk.domain.agenda import CheckIn
from forumdesk.domain.naming import names_from
from forumdesk.domain.people import Invitation, Participation
from forumdesk.services import invitations, people
from forumdesk.ui.export_dialog import ExportDialog
from forumdesk.ui.inviting.commands import STATUSES

pytestmark = pytest.mark.gui


@pytest.fixture
def page(open_window, desk, three_editions):
    edition = three_editions[2].id
    for name in ("John Lee", "Yi Soon-shin", "Anna Rhee", "강하나"):
        person = people.add_person(desk, names_from(name), {})
        invitations.add_participation(desk, edition, person.id, {"status": Invitation.ACCEPTED})
    window = open_window()
    window.work.show_edition(edition)
    window.frame.show_page("participants")
    return window.frame.stack.page


def names(page):
    rows = page.sifted.rows(page.sifted.shown)
    return sorted(next(iter(row.person.names.values())).family for row in rows)


def test_other_spellings_of_a_name_are_offered_with_what_they_find(page):
    page.look(typed="Lee")
    links = page.bar.spellings.findChildren(QPushButton)
    offered = {link.text() for link in links}
    assert {"Yi (1)", "Rhee (1)"} <= offered
    next(link for link in links if link.text() == "Rhee (1)").click()
    assert names(page) == ["Rhee"]
    page.look(typed="하나")
    assert page.bar.spellings.isHidden()


def test_those_chosen_are_checked_in_as_one_step(page, desk, messages):
    page.table.selectAll()
    before = len(desk.history())
    page.check_in()
    assert desk.count(CheckIn) == 4
    assert len(desk.history()) == before + 1
    assert messages.said[-1] == "4 people checked in."
    page.check_in()
    assert messages.said[-1] == "0 people checked in."
    assert desk.count(CheckIn) == 4


def test_the_status_of_those_chosen_is_set_from_the_menu(page, desk):
    page.table.selectAll()
    declined = next(one for one in STATUSES if one.id == "status.declined")
    declined.run(page.work, page.chosen)
    assert {p.status for p in desk.find(Participation)} == {Invitation.DECLINED}
    assert all(p.history for p in desk.find(Participation))


def test_the_list_is_written_as_it_is_shown(page):
    page.look(typed="Rhee")
    page.export_shown()
    (dialog,) = page.findChildren(ExportDialog)
    assert dialog._only == frozenset(page.sifted.shown)
    dialog.reject()


def test_the_card_of_a_person_is_one_command_away(page):
    page.table.selectRow(0)
    page.open_card()
    shown = page.work.wanted
    assert shown is not None
    stack = page.parentWidget()
    assert stack.currentWidget().kind.id == "people"
