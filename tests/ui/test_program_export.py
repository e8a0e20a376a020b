# SPDX-License-Identifier: MIT
"""The program from the window: as a page, for schedule apps, and the whole file out and in."""

import json
from collections.abc import Callable
from datetime import datetime, time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from forumdesk.domain.agenda import Session, Visibility
from forumdesk.domain.forum import Edition, Series
from forumdesk.domain.wording import Text
from forumdesk.handouts.options import Audience
from forumdesk.services.planning import add_session
from forumdesk.store.dump import export_json
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.importing import import_program
from forumdesk.ui.main_window import MainWindow
from forumdesk.ui.program_export import ProgramExport, export_program
from tests.ui.conftest import Recorded

LONG = 60_000  # milliseconds
pytestmark = pytest.mark.gui


@pytest.fixture
def window(
    three_editions: list[Edition], open_window: Callable[[], MainWindow], desk: ForumFile
) -> MainWindow:
    """A window on an edition with an open session and a closed one."""
    edition = next(one for one in three_editions if one.first_day)
    for title, visibility in (("Opening", Visibility.PUBLIC), ("Behind doors", Visibility.CLOSED)):
        day = edition.first_day
        assert day is not None
        fields = {
            "title": Text.of(ko="세션", en=title),
            "starts": datetime.combine(day, time(9)),
            "minutes": 30,
            "visibility": visibility,
        }
        add_session(desk, edition.id, fields)
    opened = open_window()
    opened.work.show_edition(edition.id)
    return opened


def export(window: MainWindow, qtbot: QtBot, kind: str, audience: Audience, language: str) -> None:
    dialog = export_program(window.work, parent=window)
    assert dialog is not None
    for field, value in (
        (dialog.kind, kind),
        (dialog.audience, audience),
        (dialog.language, language),
    ):
        field.show_value(value)
        field.committed.emit(value)
    dialog.go.click()
    qtbot.waitUntil(lambda: window.work.jobs.current is None, timeout=LONG)


def test_a_page_and_a_schedule_are_written_for_whom_they_are(
    window: MainWindow, messages: Recorded, qtbot: QtBot, tmp_path: Path
) -> None:
    messages.paths += [tmp_path / "page", tmp_path / "s.xml", tmp_path / "s.json"]
    export(window, qtbot, "html", Audience.PUBLIC, "")
    page = (tmp_path / "page.html").read_text("utf-8")
    assert "Opening" in page
    assert "Behind doors" not in page
    export(window, qtbot, "schedule.xml", Audience.GUESTS, "en")
    assert "Behind doors" in (tmp_path / "s.xml").read_text("utf-8")
    assert messages.banners["exported"].text.startswith("1 remark: Sessions without a room")
    export(window, qtbot, "schedule.json", Audience.PUBLIC, "")
    assert '"세션 / Opening"' in (tmp_path / "s.json").read_text("utf-8")
    assert messages.said[0] == f"Written: {tmp_path / 'page.html'}"


def test_the_whole_file_goes_out_and_comes_in(
    window: MainWindow, messages: Recorded, qtbot: QtBot, tmp_path: Path, desk: ForumFile
) -> None:
    whole = tmp_path / "all.json"
    messages.paths.append(whole)
    export(window, qtbot, "json", Audience.PUBLIC, "")
    assert whole.read_text("utf-8") == export_json(desk)
    stored = json.loads(whole.read_text("utf-8"))
    stored["session"][0]["title"] = {"en": "Changed elsewhere"}
    whole.write_text(json.dumps(stored), "utf-8")
    for answer, count in (("", 0), ("this", 1)):
        messages.paths.append(whole)
        messages.answers.append(answer)
        import_program(window.work)
        qtbot.waitUntil(lambda: window.work.jobs.current is None, timeout=LONG)
        assert desk.count(Session, title=Text.of(en="Changed elsewhere")) == count
    said = messages.banners["imported"].text
    assert "updated 1" in said
    assert "“Changed elsewhere” was different here" in said
    desk.undo()
    assert not desk.count(Session, title=Text.of(en="Changed elsewhere"))
    assert desk.count(Series) == 1


def test_the_command_is_in_the_menu_and_needs_an_edition(window: MainWindow) -> None:
    action = window.actions_["file.export-program"]
    assert action.isEnabled()
    window.export_program()
    (dialog,) = window.findChildren(ProgramExport)
    assert dialog.isVisible()
    dialog.kind.show_value("json")
    dialog.kind.committed.emit("json")
    assert not dialog.audience.isEnabled()
    dialog.reject()
    window.work.show_edition("")
    window.actions_.refresh()
    assert not action.isEnabled()
    assert export_program(window.work) is None


def test_a_place_that_can_not_be_written_is_told_of(
    window: MainWindow, messages: Recorded, qtbot: QtBot, tmp_path: Path
) -> None:
    messages.paths += [tmp_path / "gone" / "x.html", None]
    export(window, qtbot, "html", Audience.PUBLIC, "")
    assert "could not be written" in messages.refused[0]
    export(window, qtbot, "html", Audience.PUBLIC, "")
    assert messages.said == []
