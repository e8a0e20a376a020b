# SPDX-License-Identifier: MIT
"""Calendars from the window and into it: what is asked for, written aside, and taken in."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import icalendar
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from forumdesk.domain.agenda import Session, SessionRoom, Visibility
from forumdesk.domain.forum import Edition, Room
from forumdesk.domain.wording import Text
from forumdesk.domain.words import words_in
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.calendars import CalendarDialog, export_calendar
from forumdesk.ui.main_window import MainWindow
from forumdesk.ui.zone_question import ZoneQuestion
from tests.ui.conftest import Recorded

LONG = 60_000  # milliseconds
pytestmark = pytest.mark.gui
HOSTILE = '<img src="/x">'


@pytest.fixture
def window(
    three_editions: list[Edition], open_window: Callable[[], MainWindow], desk: ForumFile
) -> MainWindow:
    """A window on an edition with an opening, a closed session in a room, and an untimed one."""
    edition = three_editions[2]
    assert edition.first_day
    at = datetime(edition.first_day.year, edition.first_day.month, edition.first_day.day, 14)
    with desk.step("Plan"):
        other = Room(desk.new_id(), edition.id, Text.of(en=HOSTILE), position=1)
        closed = Session(
            desk.new_id(),
            edition.id,
            Text.of(en="Closed"),
            starts=at,
            minutes=30,
            visibility=Visibility.CLOSED,
        )
        untimed = Session(desk.new_id(), edition.id, Text.of(en="Some time"))
        link = SessionRoom(desk.new_id(), closed.id, other.id)
        for record in (other, closed, untimed, link):
            desk.put(record)
    opened = open_window()
    opened.work.show_edition(edition.id)
    return opened


def asked(window: MainWindow) -> CalendarDialog:
    dialog = export_calendar(window.work, window)
    assert dialog is not None
    return dialog


def choose(field: object, value: object) -> None:
    field.show_value(value)  # type: ignore[attr-defined]
    field.committed.emit(value)  # type: ignore[attr-defined]


def export(dialog: CalendarDialog, window: MainWindow, qtbot: QtBot) -> None:
    dialog.go.click()
    qtbot.waitUntil(lambda: window.work.jobs.current is None, timeout=LONG)


def titles(path: Path) -> list[str]:
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    return [str(event["SUMMARY"]) for event in calendar.walk("VEVENT")]


def test_the_agenda_is_written_where_the_user_says(
    window: MainWindow, messages: Recorded, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = asked(window)
    assert dialog.said.text() == "1 session · 1 is left out: it has no time yet"
    choose(dialog.audience, "guests")
    assert dialog.said.text().startswith("2 sessions")
    messages.paths.append(tmp_path / "agenda")
    export(dialog, window, qtbot)
    assert len(titles(tmp_path / "agenda.ics")) == 2
    assert "Closed" in titles(tmp_path / "agenda.ics")
    assert messages.said[-1] == f"Written: {tmp_path / 'agenda.ics'}"
    assert messages.banners["left-out"].text == (
        "“Some time” has no time yet and is not in the calendar."
    )


def test_a_room_and_a_day_narrow_it_down(
    window: MainWindow, messages: Recorded, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = asked(window)
    dossier = window.work.dossier
    assert dossier is not None
    choose(dialog.room, dossier.rooms[1].id)
    assert dialog.said.text().startswith("1 session ")
    choose(dialog.audience, "organizers")
    choose(dialog.day, dossier.days[0].isoformat())
    messages.paths.append(tmp_path / "room.ics")
    export(dialog, window, qtbot)
    assert "Closed" in titles(tmp_path / "room.ics")


def test_all_editions_are_days(
    window: MainWindow, messages: Recorded, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = asked(window)
    choose(dialog.what, "editions")
    assert dialog.said.text() == "3 editions"
    assert not dialog.day.isEnabled()
    messages.paths.append(tmp_path / "series.ics")
    export(dialog, window, qtbot)
    assert [title.split(" / ")[1] for title in titles(tmp_path / "series.ics")] == [
        f"{number} Semiconductor Forum" for number in ("1st", "2nd", "3rd")
    ]


def test_nothing_is_written_when_no_place_is_chosen(
    window: MainWindow, messages: Recorded, tmp_path: Path
) -> None:
    messages.paths.append(None)
    asked(window).go.click()
    assert messages.said == []


def test_the_command_needs_an_edition(window: MainWindow) -> None:
    action = window.actions_["file.export-calendar"]
    assert action.isEnabled()
    window.export_calendar()
    (dialog,) = window.findChildren(CalendarDialog)
    assert dialog.isVisible()
    formats = {one.textFormat() for one in dialog.findChildren(QLabel)}
    assert formats == {Qt.TextFormat.PlainText}
    dialog.reject()
    window.work.show_edition("")
    window.actions_.refresh()
    assert not action.isEnabled()
    assert export_calendar(window.work) is None


def test_a_foreign_calendar_is_taken_in_at_the_times_of_the_edition(
    window: MainWindow, messages: Recorded, desk: ForumFile, qtbot: QtBot, tmp_path: Path
) -> None:
    source = tmp_path / "theirs.ics"
    source.write_text(
        "BEGIN:VCALENDAR\nX-WR-CALNAME:Theirs\nBEGIN:VEVENT\nUID:1\nSUMMARY:Call\n"
        "DTSTART:20260627T130000Z\nDURATION:PT1H\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    messages.paths.append(source)
    messages.answers.append("this")
    window.import_program()
    qtbot.waitUntil(lambda: "imported" in messages.banners, timeout=LONG)
    assert messages.refused == []
    (call,) = (one for one in desk.find(Session) if "Call" in one.title.values())
    assert call.starts == datetime(2026, 6, 27, 9)
    assert messages.about == []


UNKNOWN = (
    "BEGIN:VCALENDAR\nX-WR-CALNAME:Theirs\nBEGIN:VEVENT\nUID:1\nSUMMARY:Call\n"
    "DTSTART;TZID=Our Zone:20260627T130000\nDURATION:PT1H\nEND:VEVENT\nEND:VCALENDAR\n"
)


def take_in(window: MainWindow, messages: Recorded, tmp_path: Path, *answers: str) -> None:
    source = tmp_path / "theirs.ics"
    source.write_text(UNKNOWN)
    messages.paths.append(source)
    messages.answers.extend(answers)
    window.import_program()


def test_the_zone_that_nobody_knows_is_asked_for(
    window: MainWindow, messages: Recorded, desk: ForumFile, qtbot: QtBot, tmp_path: Path
) -> None:
    take_in(window, messages, tmp_path, "this", "Asia/Seoul")
    qtbot.waitUntil(lambda: "imported" in messages.banners, timeout=LONG)
    assert messages.about == [
        "“theirs.ics” has times in the zone “Our Zone”, which is neither known nor described in"
        " it. They are read as of the zone that you choose. [America/New_York]"
    ]
    (call,) = (one for one in desk.find(Session) if "Call" in one.title.values())
    assert call.starts == datetime(2026, 6, 27, 0)


def test_without_an_answer_nothing_is_taken_in(
    window: MainWindow, messages: Recorded, desk: ForumFile, qtbot: QtBot, tmp_path: Path
) -> None:
    before = desk.find(Session)
    take_in(window, messages, tmp_path, "new", "")
    qtbot.waitUntil(lambda: bool(messages.about), timeout=LONG)
    qtbot.waitUntil(lambda: window.work.jobs.current is None, timeout=LONG)
    assert (desk.find(Session), messages.banners, messages.answers) == (before, {}, [])


def test_it_goes_into_the_edition_that_was_asked_about(
    window: MainWindow, messages: Recorded, desk: ForumFile, qtbot: QtBot, tmp_path: Path
) -> None:
    first, *_, shown = sorted(desk.find(Edition), key=lambda edition: edition.number or 0)
    take_in(window, messages, tmp_path, "this", "Asia/Seoul")
    window.work.show_edition(first.id)
    qtbot.waitUntil(lambda: "imported" in messages.banners, timeout=LONG)
    (call,) = (one for one in desk.find(Session) if "Call" in one.title.values())
    assert call.edition == shown.id


def test_what_is_no_zone_is_no_answer(qtbot: QtBot) -> None:
    dialog = ZoneQuestion(None, "Which?", HOSTILE, words_in("en"))
    qtbot.addWidget(dialog)
    dialog.field.show_value("Asia/Seoul")
    dialog.show()
    line = dialog.field.lineEdit()
    assert line is not None
    line.setText("Narnia")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.problem.text() == "Choose a time zone from the list, such as Asia/Seoul."
    line.setText("europe/berlin")
    assert not dialog.problem.isVisible()
    dialog.go.click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.field.zone() == "Europe/Berlin"
    assert {one.textFormat() for one in dialog.findChildren(QLabel)} == {Qt.TextFormat.PlainText}
