# SPDX-License-Identifier: MIT
"""The preview of a next edition: what it shows, what choices change, and what is made of it."""

import shutil
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from forumdesk.domain.agenda import Session
from forumdesk.domain.forum import Edition, Room, Series
from forumdesk.domain.people import Participation
from forumdesk.domain.succession.choices import Answer
from forumdesk.domain.succession.plan import Module
from forumdesk.domain.wording import Text
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.main_window import MainWindow
from forumdesk.ui.overview.next_card import NextCard
from forumdesk.ui.succession.dialog import NextDialog
from forumdesk.ui.succession.opening import prepare_next

pytestmark = pytest.mark.gui


@pytest.fixture
def window(sample_file, tmp_path, desktop, messages):
    """A window on the sample forum, whose last edition is its third."""
    path = shutil.copyfile(sample_file, tmp_path / "sample.forum")
    made = MainWindow(ForumFile.open(path), desktop, messages=messages)
    made.show()
    return made


@pytest.fixture
def file(window):
    """The sample forum, open in the window."""
    return window.work.desk


@pytest.fixture
def dialog(window, qtbot):
    """The preview, once it has been planned."""
    window.actions_["forum.next-edition"].trigger()
    (made,) = window.findChildren(NextDialog)
    qtbot.waitUntil(lambda: made.is_planned)
    return made


def chosen(dialog, qtbot, **choices):
    """Choose something, and wait until it is planned."""
    dialog.choose(**choices)
    qtbot.waitUntil(lambda: dialog.is_planned)
    return dialog.plan


def cells(model):
    return [line.cells for line in model.lines]


def people(dialog):
    view = dialog.view(Module.PEOPLE).people
    assert view is not None
    return view


def pick(view, name):
    """Choose somebody in the table of people."""
    names = [line.cells[0] for line in view.model.lines]
    view.table.selectRow(names.index(name))


def test_it_shows_each_module_and_makes_nothing_by_itself(dialog, file):
    assert dialog.title.text() == "4th Korea–U.S. Semiconductor Cooperation Forum"
    assert dialog.day.text() == "2028-06-22"
    assert dialog.places.currentText() == "Seoul"
    figures = dict(cells(dialog.modules))
    assert figures["Agenda"] == "29 carried · 8 new"
    assert figures["People"] == "53 carried · 2 left behind"
    assert file.count(Edition) == 3
    dialog.reject()
    assert file.count(Edition) == 3


def test_every_module_can_be_looked_at(dialog, qtmodeltester):
    for row, module in enumerate(Module):
        dialog.list.setCurrentIndex(dialog.modules.index(row, 0))
        assert dialog.stack.currentWidget() is dialog.view(module)
        view = dialog.view(module)
        model = view.people.model if view.people else view.model
        if model is not None:
            qtmodeltester.check(model, force_py=True)
    qtmodeltester.check(dialog.modules, force_py=True)


def test_sessions_are_shown_with_both_their_times(dialog):
    first = cells(dialog.view(Module.AGENDA).model)[1]
    assert first == (
        "Opening Ceremony",
        "Thu 22 Jun  09:00–09:40",
        "Thu 24 Jun  09:00–09:40",
        "Grand Ballroom",
    )


def test_another_day_is_typed_and_a_day_that_cannot_be_is_said_in_place(dialog, qtbot):
    dialog.day.setText("2028-10-12")
    dialog.day.commit()
    qtbot.waitUntil(lambda: dialog.plan.edition.first_day == date(2028, 10, 12))
    qtbot.waitUntil(lambda: dialog.is_planned)
    dialog.day.setText("1066-10-14")
    dialog.day.commit()
    qtbot.waitUntil(lambda: "No edition can begin on 1066-10-14" in dialog.told.text())
    assert not dialog.go.isEnabled()
    dialog.prepare()
    assert dialog.isVisible()
    dialog.day.setText("2028-10-19")
    dialog.day.commit()
    qtbot.waitUntil(dialog.go.isEnabled)


def test_place_and_zone_are_chosen(dialog, qtbot):
    assert dialog.zone.currentText() == "Asia/Seoul"
    dialog.zone.committed.emit("Asia/Tokyo")
    qtbot.waitUntil(lambda: dialog.is_planned)
    assert dialog.plan.edition.timezone == "Asia/Tokyo"
    names = [dialog.places.itemText(n) for n in range(dialog.places.count())]
    assert names == ["Washington, D.C.", "Seoul", "A place yet to be named"]
    dialog.places.activated.emit(0)
    qtbot.waitUntil(lambda: dialog.is_planned)
    assert dialog.plan.edition.timezone == "America/New_York"
    assert dialog.zone.currentText() == "America/New_York"


def test_switches_and_choices_plan_anew(dialog, qtbot):
    view = dialog.view(Module.AGENDA)
    qtbot.mouseClick(view.controls["items"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.plan is not None and not dialog.plan.choices.items)
    assert dict(cells(dialog.modules))["Agenda"] != "29 carried · 8 new"
    invite = dialog.view(Module.PEOPLE).controls["invite"]
    invite.setCurrentIndex(invite.findText("Nobody"))
    invite.activated.emit(invite.currentIndex())
    qtbot.waitUntil(lambda: dialog.is_planned and not dialog.plan.draft.participations)
    assert dialog.plan.draft.parts == ()


def test_rooms_are_named_in_the_table(dialog, qtbot):
    chosen(dialog, qtbot, city=Text())
    dialog.list.setCurrentIndex(dialog.modules.index(list(Module).index(Module.ROOMS), 0))
    model = dialog.view(Module.ROOMS).model
    names = [line[1] for line in cells(model)]
    assert {"Plenary hall", "Room A"} <= set(names)
    at = model.index(names.index("Plenary hall"), 1)
    assert at.flags() & Qt.ItemFlag.ItemIsEditable
    assert not model.index(0, 0).flags() & Qt.ItemFlag.ItemIsEditable
    assert model.setData(at, "Aula Magna")
    assert not model.setData(at, "Plenary hall")
    qtbot.waitUntil(lambda: "Aula Magna" in [line[1] for line in cells(model)])
    named = next(f.now for f in dialog.plan.rooms if f.now and f.now.name["en"] == "Aula Magna")
    assert named.name["ko"] == "본회의장"
    assert model.setData(model.index(names.index("Room A"), 1), " ")
    qtbot.waitUntil(lambda: any(f.now is None for f in dialog.plan.rooms))


def test_offices_are_asked_of_who_is_chosen(dialog, qtbot):
    dialog.list.setCurrentIndex(dialog.modules.index(list(Module).index(Module.PEOPLE), 0))
    view = people(dialog)
    assert not view.answer.isEnabled()
    pick(view, "Moon Sung-ho")
    assert view.question.text() == "Moon Sung-ho: still Chairman?"
    (who,) = view.chosen
    view.answer.committed.emit(Answer.CHANGED)
    qtbot.waitUntil(lambda: dialog.is_planned)
    assert not view.office.isHidden()
    view.office.fields["en"].setText("Honorary Chairman")
    view.office.fields["en"].commit()
    qtbot.waitUntil(lambda: dialog.is_planned)
    assert dialog.choices.offices[who].office["en"] == "Honorary Chairman"
    seat = next(s.now for s in dialog.plan.seats if s.was.id == who)
    assert (seat.office["en"], view.chosen) == ("Honorary Chairman", [who])
    view.answer.committed.emit(Answer.LEFT)
    qtbot.waitUntil(lambda: dialog.is_planned)
    seat = next(s.now for s in dialog.plan.seats if s.was.id == who)
    assert (seat.person, seat.office["en"]) == (None, "Chairman")
    qtbot.mouseClick(view.seat, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.is_planned)
    assert next(s.now for s in dialog.plan.seats if s.was.id == who) is None


def test_what_is_still_being_typed_belongs_to_it(dialog, file, window, qtbot):
    dialog.list.setCurrentIndex(dialog.modules.index(list(Module).index(Module.PEOPLE), 0))
    view = people(dialog)
    pick(view, "Moon Sung-ho")
    view.answer.committed.emit(Answer.CHANGED)
    qtbot.waitUntil(lambda: dialog.is_planned)
    field = view.office.fields["en"]
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Senior Adviser")
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.work.dossier.edition.number == 4)
    held = file.find(Participation, edition=window.work.edition)
    assert any(p.office.get("en") == "Senior Adviser" for p in held)


def test_several_are_answered_for_and_left_out_at_once(dialog, qtbot):
    dialog.list.setCurrentIndex(dialog.modules.index(list(Module).index(Module.PEOPLE), 0))
    view = people(dialog)
    view.finder.setText("KSIA")
    count = view.model.rowCount()
    assert 1 < count < 20
    view.table.selectAll()
    assert view.question.text() == f"{count} people are chosen."
    qtbot.mouseClick(view.aside, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.is_planned)
    assert len(dialog.choices.behind) == count
    view.finder.clear()
    view.which.setCurrentIndex(view.which.findText("Left behind"))
    view.which.committed.emit("behind")
    assert view.model.rowCount() == count + 2
    view.table.selectAll()
    qtbot.mouseClick(view.aside, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.is_planned)


def test_it_is_prepared_shown_and_undone(dialog, window, file, qtbot):
    plan = dialog.plan
    dialog.prepare()
    qtbot.waitUntil(lambda: window.work.edition == plan.edition.id)
    assert file.count(Session, edition=plan.edition.id) == len(plan.draft.sessions)
    assert file.count(Participation, edition=plan.edition.id) == 53
    assert window.frame.header.title.text() == "4th Korea–U.S. Semiconductor Cooperation Forum"
    window.actions_["edit.undo"].trigger()
    qtbot.waitUntil(lambda: file.count(Edition) == 3)
    assert window.work.edition != plan.edition.id


def test_cancelled_while_it_is_made_it_leaves_no_trace(dialog, window, file):
    steps = len(file.history())
    dialog.prepare()
    assert window.work.jobs.writing
    window.work.jobs.cancel()
    assert (file.count(Edition), len(file.history())) == (3, steps)


def test_a_series_that_is_not_shown_is_read_first(window, file, qtbot):
    (series,) = file.find(Series)
    window.work.show_edition(window.frame.sidebar.editions()[-1])
    prepare_next(window.work, series.id, date(2029, 1, 1), parent=window)
    qtbot.waitUntil(lambda: bool(window.findChildren(NextDialog)))
    (made,) = window.findChildren(NextDialog)
    qtbot.waitUntil(lambda: made.is_planned)
    assert made.plan.edition.first_day == date(2029, 1, 1)
    assert made.last.edition.number == 3
    assert made.plan.last.people


def test_a_series_without_editions_says_why_not(open_window, desk, messages):
    with desk.step("x"):
        series = Series(desk.new_id(), Text.of(en="Empty"))
        desk.put(series)
    window = open_window()
    prepare_next(window.work, series.id)
    assert messages.refused == ["“Empty” has no edition yet that a next one could be made of."]


def test_a_forum_of_very_little_has_a_next_one_as_well(open_window, desk, qtbot):
    with desk.step("x"):
        series = Series(desk.new_id(), Text.of(en="Small"))
        desk.put(series)
        desk.put(Edition(desk.new_id(), series.id))
    window = open_window()
    window.actions_["forum.next-edition"].trigger()
    (made,) = window.findChildren(NextDialog)
    qtbot.waitUntil(lambda: made.is_planned)
    assert "There is no day yet" in made.told.text()
    made.prepare()
    qtbot.waitUntil(lambda: desk.count(Edition) == 2)
    assert desk.count(Room) == 0


def card(window):
    window.frame.show_page("overview")
    QApplication.processEvents()
    return next(iter(window.frame.stack.page.findChildren(NextCard)), None)


def test_the_overview_of_a_forum_that_is_over_offers_the_next(
    open_window, desk, three_editions, qtbot
):
    desk.now = lambda: datetime(2026, 7, 1, tzinfo=UTC)
    window = open_window()
    assert window.work.edition == three_editions[2].id
    offered = card(window)
    said = "Prepare 4th Semiconductor Forum…, Sat 26 June 2027"
    assert offered.row.accessibleName() == said
    offered.row.click()
    (made,) = window.findChildren(NextDialog)
    qtbot.waitUntil(lambda: made.is_planned)
    made.prepare()
    qtbot.waitUntil(lambda: desk.count(Edition) == 4 and not window.work.jobs.writing)
    window.work.show_edition(three_editions[2].id)
    leads = card(window)
    assert leads.row.accessibleName() == "4th Semiconductor Forum, Sat 26 June 2027"
    leads.row.click()
    assert window.work.dossier.edition.number == 4


def test_before_it_is_over_nothing_is_offered(open_window, desk, three_editions):
    desk.now = lambda: datetime(2026, 6, 27, 12, tzinfo=UTC)
    window = open_window()
    assert card(window) is None
    window.work.show_edition(three_editions[0].id)
    assert card(window) is None


def test_tab_goes_from_the_list_into_what_it_shows_and_then_to_the_buttons(dialog, qtbot):
    dialog.list.setFocus()
    names = []
    for _ in range(6):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        names.append(dialog.focusWidget().accessibleName() or dialog.focusWidget().text())
    assert names == [
        "Carry the agenda",
        "With the items inside sessions",
        "Titles and texts",
        "Agenda",
        "Cancel",
        "&Prepare",
    ]
