# SPDX-License-Identifier: MIT
"""Cards on the handouts page: their options, and what is kept when they are printed."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from forumdesk.domain.forum import Edition
from forumdesk.domain.naming import names_from
from forumdesk.domain.people import Invitation
from forumdesk.handouts.card_options import Marks
from forumdesk.services.invitations import add_participation
from forumdesk.services.people import add_person
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.choices import ChoiceField, SeveralField
from forumdesk.ui.fields import NumberField
from forumdesk.ui.handouts.page import HandoutsPage
from forumdesk.ui.main_window import MainWindow

LONG = 60_000  # milliseconds: the worker loads its fonts on the first sheet


@pytest.fixture
def page(
    three_editions: list[Edition],
    desk: ForumFile,
    open_window: Callable[..., MainWindow],
    qtbot: QtBot,
) -> HandoutsPage:
    """The badges of the third edition, made and looked through."""
    person = add_person(desk, names_from("Ann Lee"), {})
    accepted = {"status": Invitation.ACCEPTED}
    add_participation(desk, three_editions[2].id, person.id, accepted)
    window = open_window("handouts")
    window.work.show_edition(three_editions[2].id)
    window.frame.show_page("handouts")
    shown = window.frame.stack.page
    assert isinstance(shown, HandoutsPage)
    with qtbot.waitSignals([shown.sheet.made, shown.sheet.inspected], timeout=LONG):
        shown.show_handout("badges")
    return shown


def test_cards_are_asked_for_in_the_form(page: HandoutsPage, qtbot: QtBot) -> None:
    form = page.form()
    stock, start, statuses = (form.field(name) for name in ("stock", "start", "statuses"))
    assert isinstance(stock, ChoiceField)
    assert isinstance(start, NumberField)
    assert isinstance(statuses, SeveralField)
    offered = [stock.itemText(n) for n in range(stock.count())]
    assert any("L4785" in each for each in offered)
    assert not any("5160" in each for each in offered)  # labels are no badges
    with qtbot.waitSignal(page.sheet.made, timeout=LONG):
        stock.committed.emit("avery-l4785")
    with qtbot.waitSignal(page.sheet.made, timeout=LONG):
        start.typed.emit(4)
    with qtbot.waitSignal(page.sheet.made, timeout=LONG):
        statuses.committed.emit(["accepted", "proposed", "invited"])
    marks = form.field("marks")
    assert isinstance(marks, ChoiceField)
    with qtbot.waitSignals([page.sheet.made, page.sheet.inspected], timeout=LONG):
        marks.committed.emit("lines")
    options = page.options
    assert (options.stock, options.start, options.marks) == ("avery-l4785", 4, Marks.LINES)
    assert options.statuses == (Invitation.PROPOSED, Invitation.INVITED, Invitation.ACCEPTED)
    said = dict(page.sheet.said.cards)
    assert len(said) == 1
    side, people = form.field("side"), form.field("people")
    assert isinstance(side, ChoiceField)
    assert isinstance(people, ChoiceField)
    assert side.itemText(0) == "All sides"
    assert people.itemText(0) == "everybody"
