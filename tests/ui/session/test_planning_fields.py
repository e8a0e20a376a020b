# SPDX-License-Identifier: MIT
"""Fields of planning: locked, following, expected, responsible; changeovers and availability."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from forumdesk.domain.agenda import Role, Session
from forumdesk.domain.desk import Subject
from forumdesk.domain.forum import Availability, Edition, Room
from forumdesk.domain.wording import Text
from forumdesk.services.parts import add_part_by_name
from forumdesk.services.planning import add_session
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.edition.panels import EditionPanel, RoomPanel
from forumdesk.ui.fields import MinutesField
from forumdesk.ui.main_window import MainWindow
from forumdesk.ui.session.panel import SessionPanel
from forumdesk.ui.session.part_dialog import PartDialog
from tests.ui.conftest import Recorded

TEN = datetime(2026, 6, 27, 10)


@pytest.fixture
def window(three_editions: list[Edition], open_window: Callable[[], MainWindow]) -> MainWindow:
    """A window on the third edition, with an opening at nine."""
    made = open_window()
    made.work.show_edition(three_editions[2].id)
    return made


def opening(window: MainWindow) -> Session:
    found = window.work.desk.find(Session, edition=window.work.edition)
    return next(s for s in found if s.title["en"] == "Opening ceremony")


@pytest.fixture
def panel(window: MainWindow, desk: ForumFile) -> SessionPanel:
    """The panel of a talk at ten, an hour after the opening begins."""
    fields = {"title": Text.of(en="Talk"), "starts": TEN, "minutes": 30}
    talk = add_session(desk, window.work.edition, fields)
    window.frame.go(Subject("session", talk.id))
    (found,) = window.frame.inspector.findChildren(SessionPanel)
    return found


def talk(panel: SessionPanel) -> Session:
    found = panel.work.desk.find(Session, edition=panel.work.edition)
    return next(s for s in found if s.title["en"] == "Talk")


def test_planning_fields_are_written(panel: SessionPanel) -> None:
    panel.planning.expected.setText("120")
    panel.planning.expected.commit()
    panel.planning.responsible.setText("Kim Yuna")
    panel.planning.responsible.commit()
    panel.planning.locked.click()
    found = talk(panel)
    assert (found.expected, found.responsible, found.locked) == (120, "Kim Yuna", True)
    panel.planning.expected.setText("")
    panel.planning.expected.commit()
    panel.planning.locked.click()
    assert (talk(panel).expected, talk(panel).locked) == (None, False)


def test_session_follows_one_of_those_before_it(panel: SessionPanel, window: MainWindow) -> None:
    first = opening(window)
    offered = [panel.planning.follows.itemText(n) for n in range(panel.planning.follows.count())]
    assert offered == ["(none)", "09:00–09:40 Opening ceremony"]
    panel.planning.follows.committed.emit(first.id)
    assert (talk(panel).follows, talk(panel).starts) == (first.id, datetime(2026, 6, 27, 9, 40))
    panel.planning.follows.committed.emit("")
    assert talk(panel).follows is None


def test_what_is_refused_is_shown_as_it_is(
    panel: SessionPanel, window: MainWindow, messages: Recorded
) -> None:
    panel.planning.locked.click()
    panel.planning.follows.setCurrentIndex(1)
    panel.planning.follows.committed.emit(opening(window).id)
    assert messages.refused == ["“Talk” is locked; unlock it to move it."]
    assert panel.planning.follows.currentIndex() == 0


def test_minutes_of_rooms_and_of_the_way_are_typed_as_lengths(window: MainWindow) -> None:
    (room,) = window.work.desk.find(Room, edition=window.work.edition)
    window.frame.go(Subject("room", room.id))
    (panel,) = window.frame.inspector.findChildren(RoomPanel)
    changeover = panel.editors["changeover"]
    assert isinstance(changeover, MinutesField)
    for typed, minutes, shown in (("1시간 반", 90, "90"), ("soon", 90, "soon"), ("", 0, "")):
        changeover.setText(typed)
        changeover.commit()
        assert window.work.desk.get(Room, room.id).changeover == minutes
        assert changeover.text() == shown
    window.frame.go(Subject("edition", window.work.edition))
    (about,) = window.frame.inspector.findChildren(EditionPanel)
    transfer = about.editors["transfer"]
    assert isinstance(transfer, MinutesField)
    transfer.setText("5분")
    transfer.commit()
    assert window.work.desk.get(Edition, window.work.edition).transfer == 5


def test_when_a_room_can_be_had_is_typed(window: MainWindow, messages: Recorded) -> None:
    desk = window.work.desk
    (room,) = desk.find(Room, edition=window.work.edition)
    window.frame.go(Subject("room", room.id))
    (panel,) = window.frame.inspector.findChildren(RoomPanel)
    panel.available.setText("9-12, 오후 1시~6시")
    panel.available.commit()
    assert [(a.starts.hour, a.ends.hour) for a in desk.find(Availability, room=room.id)] == [
        (9, 12),
        (13, 18),
    ]
    assert panel.available.text() == "09:00–12:00, 13:00–18:00"
    panel.available.setText("mornings")
    panel.available.commit()
    assert panel.available.text() == "09:00–12:00, 13:00–18:00"
    assert "“mornings” is not understood" in messages.refused[0]
    panel.available.setText("")
    panel.available.commit()
    assert desk.count(Availability) == 0


def test_when_a_participant_can_be_had_is_typed_with_the_part(panel: SessionPanel) -> None:
    part = add_part_by_name(panel.work.desk, talk(panel).id, "홍길동", Role.SPEAKS)
    (line,) = panel.parts.lines()
    line.asked.emit("edit")
    (dialog,) = panel.window().findChildren(PartDialog)
    dialog.available.setText("6/27 9:00-10:00")
    dialog.available.commit()
    (found,) = panel.work.desk.find(Availability)
    assert found.participation == part.participation
    assert (found.starts.date(), found.ends) == (date(2026, 6, 27), TEN)
    dialog.close()
