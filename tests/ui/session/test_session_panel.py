# SPDX-License-Identifier: MIT
"""The inspector of a session: each field shows the file and writes to it."""

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from forumdesk.domain.agenda import Mode, Part, Role, Session, SessionRoom, Visibility
from forumdesk.domain.desk import Subject
from forumdesk.domain.forum import Edition, Room, Track
from forumdesk.domain.people import Name, Names, Participation, Person, Script
from forumdesk.domain.wording import Text
from forumdesk.services.editions import add_room, add_track
from forumdesk.services.invitations import add_participation
from forumdesk.services.people import add_person
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.main_window import MainWindow
from forumdesk.ui.session.panel import SessionPanel
from forumdesk.ui.session.part_dialog import PartDialog
from tests.ui.conftest import Recorded, add_three_editions, begins_with

AHN = Names.of({Script.HANGUL: Name("안", "덕근"), Script.LATIN: Name("Ahn", "Duck-keun")})


def add_ahn(desk: ForumFile) -> Edition:
    """Ahn takes part in the third edition, without a part."""
    edition = add_three_editions(desk)[2]
    ahn = add_person(desk, AHN, {})
    add_participation(desk, edition.id, ahn.id, {"office": Text.of(en="Minister", ko="장관")})
    return edition


filling = begins_with("panel", add_ahn)


@pytest.fixture
def panel(begun: Edition, open_window: Callable[[], MainWindow], desk: ForumFile) -> SessionPanel:
    """The panel of the opening of the third edition."""
    edition = begun
    window = open_window()
    window.work.show_edition(edition.id)
    (opening,) = desk.find(Session, edition=edition.id)
    window.frame.go(Subject("session", opening.id))
    (found,) = window.frame.inspector.findChildren(SessionPanel)
    return found


def session(panel: SessionPanel) -> Session:
    (found,) = panel.work.desk.find(Session, edition=panel.work.edition)
    return found


def parts(panel: SessionPanel) -> list[Part]:
    return panel.work.desk.find(Part, session=session(panel).id)


def test_fields_show_the_session(panel: SessionPanel) -> None:
    assert panel.head.text() == "Opening ceremony"
    assert panel.second.text() == "Opening · Draft"
    assert {name: f.text() for name, f in panel.times.fields.items()} == {
        "starts": "09:00",
        "minutes": "40 min",
        "ends": "09:40",
    }
    title = panel.texts["title"].fields
    assert (title["ko"].accessibleName(), title["en"].accessibleName()) == (
        "Title, 한국어",
        "Title, English",
    )


@pytest.mark.parametrize(
    ("field", "text", "starts", "minutes"),
    [
        ("starts", "10", datetime(2026, 6, 27, 10), 40),
        ("minutes", "1시간 30분", datetime(2026, 6, 27, 9), 90),
        ("ends", "+15", datetime(2026, 6, 27, 9), 55),
        ("starts", "", None, 40),
    ],
)
def test_times_are_typed(
    panel: SessionPanel, field: str, text: str, starts: datetime | None, minutes: int
) -> None:
    panel.times.fields[field].setText(text)
    panel.times.fields[field].commit()
    assert (session(panel).starts, session(panel).minutes) == (starts, minutes)


def test_time_not_understood_goes_back_and_says_why(
    panel: SessionPanel, messages: Recorded
) -> None:
    panel.times.fields["ends"].setText("late")
    panel.times.fields["ends"].commit()
    assert panel.times.fields["ends"].text() == "09:40"
    assert len(messages.refused) == 1


@pytest.mark.parametrize(
    ("field", "typed", "shown"), [("starts", "9", "09:00"), ("minutes", "40m", "40 min")]
)
def test_the_same_time_typed_otherwise_is_shown_as_ever(
    panel: SessionPanel, field: str, typed: str, shown: str
) -> None:
    steps = len(panel.work.desk.history())
    panel.times.fields[field].setText(typed)
    panel.times.fields[field].commit()
    assert panel.times.fields[field].text() == shown
    assert len(panel.work.desk.history()) == steps


def test_texts_and_choices_are_written(panel: SessionPanel) -> None:
    panel.texts["abstract"].fields["ko"].setPlainText("첫째 줄\n\n둘째 줄")
    panel.texts["abstract"].fields["ko"].commit()
    panel.choices["visibility"].committed.emit("press")
    panel.spoken.tick(["en", "ko"])
    panel.cues.setPlainText("Lights down")
    panel.cues.commit()
    found = session(panel)
    assert found.abstract == Text.of(ko="첫째 줄\n\n둘째 줄")
    assert found.visibility is Visibility.PRESS
    assert found.languages == ("ko", "en")
    assert found.cues == "Lights down"


def test_rooms_and_track_are_chosen(panel: SessionPanel) -> None:
    desk, edition = panel.work.desk, panel.work.edition
    hall = add_room(desk, edition, Text.of(en="Hall"), {})
    track = add_track(desk, edition, Text.of(en="Talent"), {})
    ballroom = next(r for r in desk.find(Room, edition=edition) if r.id != hall.id)
    panel.rooms.tick([hall.id, ballroom.id])
    assert panel.rooms.accessibleName() == "Rooms: Ballroom, Hall"
    assert [link.room for link in desk.find(SessionRoom)] == [ballroom.id, hall.id]
    panel.track.committed.emit(track.id)
    assert desk.get(Track, session(panel).track or "").name == Text.of(en="Talent")
    panel.track.committed.emit("")
    assert session(panel).track is None


def test_known_participant_is_suggested_in_either_script_and_added(
    panel: SessionPanel, qtbot: QtBot
) -> None:
    field = panel.parts.name
    assert field.suggestions("ㅇㄷㄱ") == ["Duck-keun Ahn — Minister"]
    (suggestion,) = field.suggestions("duck")
    field.setText(suggestion)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    (part,) = parts(panel)
    assert part.role is Role.OPENS
    assert part.participation == panel.work.desk.find(Participation)[0].id
    assert field.text() == ""
    (line,) = panel.parts.lines()
    assert line.part == part


def test_person_of_the_file_is_invited_by_being_added(panel: SessionPanel) -> None:
    desk = panel.work.desk
    raimondo = add_person(desk, Names.of({Script.LATIN: Name("Raimondo", "Gina")}), {})
    (suggestion,) = panel.parts.name.suggestions("raim")
    panel.parts.name.entered.emit(suggestion)
    (part,) = parts(panel)
    assert desk.get(Participation, part.participation).person == raimondo.id
    assert len(desk.find(Person)) == 2


def test_new_name_makes_a_new_person_as_one_step(panel: SessionPanel) -> None:
    desk = panel.work.desk
    panel.parts.name.entered.emit("남궁민수")
    new = next(p for p in desk.find(Person) if p.names != AHN)
    assert new.names == Names.of({Script.HANGUL: Name("남궁", "민수")})
    desk.undo()
    assert (len(desk.find(Person)), parts(panel)) == (1, [])


def test_parts_are_ordered_given_other_roles_and_removed(panel: SessionPanel) -> None:
    for name in ("가나다", "라마바"):
        panel.parts.name.entered.emit(name)
    first, second = panel.parts.lines()
    second.asked.emit("up")
    assert [line.part.id for line in panel.parts.lines()] == [second.part.id, first.part.id]
    panel.parts.lines()[0].asked.emit(Role.WELCOMES.value)
    assert [part.role for part in parts(panel)] == [Role.WELCOMES, Role.OPENS]
    panel.parts.lines()[0].asked.emit("remove")
    assert [part.id for part in parts(panel)] == [first.part.id]


def test_details_of_a_part_are_edited_in_a_dialog(panel: SessionPanel) -> None:
    panel.parts.name.entered.emit("가나다")
    (line,) = panel.parts.lines()
    line.asked.emit("edit")
    (dialog,) = panel.window().findChildren(PartDialog)
    dialog.mode.committed.emit(Mode.READ.value)
    ahn = next(p for p in panel.work.desk.find(Participation) if p.office)
    dialog.reader.committed.emit(ahn.id)
    dialog.minutes.setText("1h")
    dialog.minutes.commit()
    dialog.received.click()
    dialog.statement.fields["en"].setPlainText("We will meet again.")
    dialog.close()
    (part,) = parts(panel)
    assert (part.mode, part.reader, part.minutes, part.text_received) == (
        Mode.READ,
        ahn.id,
        60,
        True,
    )


def test_problem_puts_the_cursor_into_its_field(panel: SessionPanel) -> None:
    window = panel.window()
    assert isinstance(window, MainWindow)
    window.activateWindow()
    window.frame.go(Subject("session", session(panel).id, "title.ko"))
    assert window.focusWidget() is panel.texts["title"].fields["ko"]
