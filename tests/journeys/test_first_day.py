# SPDX-License-Identifier: MIT
"""The first day: from the start page to a set-up edition, closed and come back to."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication

from forumdesk.domain.agenda import Session
from forumdesk.domain.forum import Edition, Host, Room, Series
from forumdesk.domain.wording import Text
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.look import Appearance
from forumdesk.ui.program import Program
from forumdesk.ui.settings import Settings
from tests.ui.conftest import Recorded

pytestmark = pytest.mark.gui


@pytest.fixture
def messages():
    return Recorded()


@pytest.fixture
def program(qapp, tmp_path, messages, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    settings = Settings(tmp_path / "settings.json")
    settings.change(language="en", appearance=Appearance.LIGHT.value)
    made = Program(qapp, settings, messages=messages)
    yield made
    for widget in QApplication.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def fill_in(start):
    start.show_form()
    for field, title in zip(start.form.titles, ("반도체 포럼", "Semiconductor Forum"), strict=True):
        field.setText(title)
    start.form.zone.setCurrentText("America/New_York")
    start.form.finish()


def add(window, kind, name, qtbot):
    field = window.frame.stack.page.sets[kind].content.field
    field.setText(name)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_from_the_start_page_to_a_set_up_edition_and_back(program, messages, tmp_path, qtbot):
    path = tmp_path / "포럼.forum"
    messages.paths = [path]
    fill_in(program.show_start())
    window = program.windows[path]
    add(window, "room", "그랜드볼룸", qtbot)
    add(window, "host", "KSIA", qtbot)
    add(window, "host", "SIA", qtbot)
    window.frame.inspector.refresh()
    window.work.go(type(window.frame.inspector.subject)("edition", window.work.edition))
    panel = window.frame.inspector._stack.currentWidget().widget()
    panel.editors["first_day"].setText("2027-06-24")
    panel.editors["first_day"].commit()
    window.actions_["view.language"].trigger()
    qtbot.waitUntil(lambda: window.frame.header.title.text() == "제1회 반도체 포럼")
    window.close()

    again = program.open_file(path)
    desk = again.work.desk
    assert [r.name for r in desk.find(Room)] == [Text.of(ko="그랜드볼룸")]
    assert desk.count(Host) == 2
    assert str(desk.find(Edition)[0].first_day) == "2027-06-24"
    while again.actions_["edit.undo"].isEnabled():
        again.actions_["edit.undo"].trigger()
    assert (desk.count(Series), desk.count(Room), desk.count(Host)) == (0, 0, 0)
    assert again.frame.stack.page is None
    while again.actions_["edit.redo"].isEnabled():
        again.actions_["edit.redo"].trigger()
    assert (desk.count(Series), desk.count(Room), desk.count(Host)) == (1, 1, 2)
    assert again.frame.header.title.text() == "제1회 반도체 포럼"
    again.close()
    assert sorted(p.name for p in tmp_path.glob("*.forum*")) == ["포럼.forum"]


def test_the_sample_is_looked_around_in_by_keyboard(program, tmp_path, qtbot, monkeypatch):
    monkeypatch.setattr("platformdirs.user_documents_path", lambda: tmp_path)
    program.open_sample()
    (window,) = program.windows.values()
    before = window.work.desk.history()
    for page in ("overview", "agenda", "handouts"):
        window.frame.show_page(page)
        assert window.frame.stack.page.kind.id == page
    for _ in range(3):
        window.actions_["view.previous-edition"].trigger()
    window.frame.show_page("overview")
    for _ in range(60):
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
    assert window.work.desk.history() == before
    assert window.work.desk.count(Session) > 20


WORK_AND_DIE = """
import os, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
app = QApplication([])
from forumdesk.services.naming_things import add_room_by_name
from forumdesk.ui.program import Program
from forumdesk.ui.settings import Settings
program = Program(app, Settings(Path(sys.argv[2])))
window = program.open_file(Path(sys.argv[1]))
for number in range(3):
    window.work.run(add_room_by_name, window.work.edition, f"Room {number}")
os.kill(os.getpid(), 9)
"""


def test_what_was_done_survives_being_killed(program, messages, tmp_path):
    path = tmp_path / "forum.forum"
    with ForumFile.create(path) as desk, desk.step("Set up"):
        series = Series(desk.new_id(), Text.of(en="Forum"))
        desk.put(series)
        desk.put(Edition(desk.new_id(), series.id, 1))
    ended = subprocess.run(
        [sys.executable, "-c", WORK_AND_DIE, str(path), str(tmp_path / "other.json")],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=False,
    )
    assert ended.returncode == -9, ended.stderr.decode()
    window = program.open_file(path)
    assert [r.name for r in window.work.desk.find(Room)] == [
        Text.of(en=f"Room {number}") for number in range(3)
    ]
    assert "recovered" in messages.banners


RUN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit
from forumdesk import app
from forumdesk.ui import program
def typing():
    window = next(w for w in QApplication.topLevelWidgets() if hasattr(w, "frame"))
    window.frame.inspector.refresh()
    fields = window.frame.inspector.findChildren(QLineEdit)
    field = next(f for f in fields if f.accessibleName() == "Slogan, English")
    window.activateWindow()
    field.setFocus()
    field.setText("Together")
    print("typed", flush=True)
qt = QApplication([])
QTimer.singleShot(1500, typing)
raise SystemExit(app.run(Path(sys.argv[1])))
"""


def test_a_signal_to_end_takes_over_what_is_typed(tmp_path):
    path = tmp_path / "forum.forum"
    with ForumFile.create(path) as desk, desk.step("Set up"):
        series = Series(desk.new_id(), Text.of(en="Forum"))
        desk.put(series)
        desk.put(Edition(desk.new_id(), series.id, 1))
    running = subprocess.Popen(
        [sys.executable, "-c", RUN, str(path)],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_CONFIG_HOME": str(tmp_path / "config"),
            "XDG_DATA_HOME": str(tmp_path / "data"),
            "LANG": "C.UTF-8",
        },
    )
    assert running.stdout.readline() == b"typed\n"
    running.terminate()
    _, errors = running.communicate(timeout=60)
    assert running.returncode == 0, errors.decode()
    with ForumFile.open(path) as desk:
        assert desk.find(Edition)[0].slogan == Text.of(en="Together")
        assert not desk.recovered
