# SPDX-License-Identifier: MIT
"""The order of precedence is shown, and somebody put elsewhere by mouse, key and reason."""

import pytest
from PySide6.QtCore import QModelIndex, Qt

from forumdesk.domain.forum import Edition
from forumdesk.domain.naming import names_from
from forumdesk.domain.people import Invitation, Participation
from forumdesk.services import invitations, people
from forumdesk.ui.inviting.order_dialog import OrderDialog
from forumdesk.ui.lists import ASIDE
from tests.services.small import en

pytestmark = pytest.mark.gui


@pytest.fixture
def dialog(open_window, desk, three_editions):
    """Four who come in order of grade, and one who does not."""
    edition = three_editions[2].id
    for name, office, status in (
        ("Max Minister", "Minister", Invitation.ACCEPTED),
        ("Dora Director", "Director", Invitation.ACCEPTED),
        ("Paul President", "President", Invitation.INVITED),
        ("Mary Manager", "Manager", Invitation.ACCEPTED),
        ("Abe Absent", "Minister", Invitation.DECLINED),
    ):
        person = people.add_person(desk, names_from(name), {})
        fields = {"office": en(office), "status": status}
        invitations.add_participation(desk, edition, person.id, fields)
    window = open_window()
    window.work.show_edition(edition)
    window.frame.show_page("participants")
    window.actions_["participants.order"].trigger()
    (made,) = window.findChildren(OrderDialog)
    return made


def lines(dialog):
    rows = range(dialog.model.rowCount())
    return [dialog.model.index(row).data().partition("  ")[2] for row in rows]


def pinned(dialog):
    rows = range(dialog.model.rowCount())
    return [dialog.model.index(row).data(ASIDE) for row in rows]


ORDER = ["Max Minister", "Paul President", "Dora Director", "Mary Manager"]


def test_those_who_come_stand_in_the_order_of_the_rules(dialog, qtmodeltester):
    qtmodeltester.check(dialog.model)
    assert lines(dialog) == ORDER
    assert pinned(dialog) == [""] * 4


def test_somebody_is_put_earlier_and_pinned_there(dialog, desk):
    dialog.list.setCurrentIndex(dialog.model.index(3))
    dialog.earlier.click()
    assert lines(dialog) == ["Max Minister", "Paul President", "Mary Manager", "Dora Director"]
    assert pinned(dialog) == ["", "", "pinned", ""]
    assert dialog.list.currentIndex().row() == 2
    dialog.later.click()
    assert lines(dialog) == ORDER
    dialog.unpin.click()
    assert pinned(dialog) == [""] * 4


def test_somebody_is_dragged_before_another(dialog, desk):
    model = dialog.model
    data = model.mimeData([model.index(3)])
    assert not model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    assert lines(dialog) == ["Mary Manager", "Max Minister", "Paul President", "Dora Director"]
    (mary,) = desk.find(Participation, rank=1)
    desk.undo()
    assert desk.get(Participation, mary.id).rank is None


def test_a_pin_tells_its_reason(dialog, messages):
    messages.answers = ["1 speaks first", "first"]
    dialog.list.setCurrentIndex(dialog.model.index(2))
    dialog.pin.click()
    assert pinned(dialog)[0] == "pinned: speaks first"
    dialog.pin.click()
    assert messages.refused == ["“first” is no place; it begins with a number."]


def test_other_rules_order_otherwise(dialog, desk):
    at = dialog.rules.findData("state")
    dialog.rules.setCurrentIndex(at)
    dialog.rules.activated.emit(at)
    edition = dialog.work.edition
    assert desk.get(Edition, edition).precedence == "state"
    assert dialog.about.text()
