# SPDX-License-Identifier: MIT
"""Cars on the overview, and the panel in which people are put into them."""

import pytest

from forumdesk.domain.desk import Subject
from forumdesk.domain.naming import names_from
from forumdesk.domain.people import Invitation, Participation
from forumdesk.domain.places import Rider, Vehicle
from forumdesk.domain.wording import Text
from forumdesk.services.invitations import add_participation
from forumdesk.services.people import add_person
from forumdesk.ui.edition.vehicles import VehiclePanel

pytestmark = pytest.mark.gui


@pytest.fixture
def edition(three_editions):
    return three_editions[2].id


@pytest.fixture
def guests(desk, edition):
    found = []
    for name in ("홍길동 (Gil-dong Hong)", "Gina Raimondo", "Ann Lee"):
        person = add_person(desk, names_from(name), {})
        found.append(add_participation(desk, edition, person.id, {"office": Text.of(en="Chair")}))
    return found


@pytest.fixture
def window(open_window, edition, guests):
    made = open_window()
    made.work.show_edition(edition)
    made.frame.show_page("overview")
    made.frame.inspector.refresh()
    return made


@pytest.fixture
def panel(window, desk, edition):
    card = window.frame.stack.page.sets["vehicle"].content
    card.field.setText("VIP 1")
    card.field.returnPressed.emit()
    (car,) = desk.find(Vehicle, edition=edition)
    assert window.work.go(Subject("vehicle", car.id)) is not False
    shown = window.frame.inspector._stack.currentWidget().widget()
    assert isinstance(shown, VehiclePanel)
    return shown


def enter(panel, text):
    panel.riders.name.setText(text)
    panel.riders.name.textEdited.emit(text)
    panel.riders.name.returnPressed.emit()


def riding(desk):
    return [rider.participation for rider in desk.find(Rider)]


def lines(panel):
    return [line.name.text() for line in panel.riders.lines]


def test_a_car_is_added_by_name_and_told_with_its_plate(window, panel, desk, edition):
    panel.editors["plate"].setText("12가 3456")
    panel.editors["plate"].commit()
    panel.editors["driver"].setText("Lee")
    panel.editors["driver"].commit()
    (car,) = desk.find(Vehicle, edition=edition)
    assert (car.plate, car.driver) == ("12가 3456", "Lee")
    assert window.actions_["edit.undo"].text() == "&Undo: Change car “VIP 1”"
    enter(panel, "Gina Raimondo")
    card = window.frame.stack.page.sets["vehicle"].content
    (row,) = [b for b in card.findChildren(type(panel.up)) if "VIP 1" in b.accessibleName()]
    assert row.accessibleName() == "VIP 1, 12가 3456 · 1 rider"


def test_riders_are_added_by_name_moved_and_taken_out(panel, desk, guests):
    hong, gina, _ = (guest.id for guest in guests)
    enter(panel, "gina raimondo")
    enter(panel, "홍길동")
    assert riding(desk) == [gina, hong]
    assert lines(panel) == ["Gina Raimondo", "Gil-dong Hong"]
    assert panel.riders.name.text() == ""
    panel.riders.lines[1].tools.up.click()
    assert riding(desk) == [hong, gina]
    panel.riders.lines[0].tools.gone.click()
    assert lines(panel) == ["Gina Raimondo"]
    desk.undo()
    assert lines(panel) == ["Gil-dong Hong", "Gina Raimondo"]


def test_a_suggestion_is_taken_and_says_where_they_ride(panel, desk, guests):
    (line,) = panel.riders.name.suggestions("ann")
    assert line == "Ann Lee — Chair"
    panel.riders.name.entered.emit(line)
    assert riding(desk) == [guests[2].id]
    assert panel.riders.name.suggestions("ann") == ["Ann Lee — Chair — VIP 1"]


def test_who_does_not_take_part_is_refused_and_what_was_typed_stays(panel, desk, messages):
    enter(panel, "Nobody Here")
    assert messages.refused == ["Nobody in this edition is called “Nobody Here”."]
    assert panel.riders.name.text() == "Nobody Here"
    assert riding(desk) == []


def test_who_declined_is_told(window, panel, desk, guests):
    enter(panel, "Ann Lee")
    with desk.step("Decline"):
        record = desk.get(Participation, guests[2].id)
        desk.put(
            Participation(record.id, record.edition, record.person, status=Invitation.DECLINED)
        )
    assert panel.riders.lines[0].second.text() == "does not come"


def test_a_finding_leads_to_the_riders(window, panel, desk):
    window.show()
    window.work.go(Subject("vehicle", panel.id, "riders"))
    assert window.focusWidget() is panel.riders.name
