# SPDX-License-Identifier: MIT
"""The program: start page, new files, the sample, files that can't be opened, one window a file."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton

from forumdesk.domain.agenda import Session
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.forum import Edition, Series
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.backups import Backups
from forumdesk.ui.faults import Faults
from forumdesk.ui.main_window import MainWindow
from forumdesk.ui.messages import Question, WindowMessages
from forumdesk.ui.new_forum import NewForum
from forumdesk.ui.program import Program, safe_name
from forumdesk.ui.settings import Settings

pytestmark = pytest.mark.gui


@pytest.fixture
def program(qapp, look, tmp_path, messages, monkeypatch):
    """A program with its own settings and documents, whose questions are answered in advance."""
    documents = tmp_path / "documents"
    documents.mkdir()
    monkeypatch.setattr("platformdirs.user_documents_path", lambda: documents)
    settings = Settings(tmp_path / "settings.json")
    settings.change(language="en", appearance="light")
    made = Program(qapp, settings, messages=messages)
    yield made
    for window in list(made.windows.values()):
        window.close()


@pytest.fixture
def path(tmp_path, monkeypatch):
    """A closed forum file with one edition, whose backups stay in the test's folder."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    with ForumFile.create(tmp_path / "forum.forum") as desk, desk.step("Set up"):
        series = Series(desk.new_id(), Text.of(ko="포럼", en="Forum"))
        desk.put(series)
        desk.put(Edition(desk.new_id(), series.id, 1))
    return tmp_path / "forum.forum"


def test_a_file_has_one_window(program, path):
    window = program.open_file(path)
    assert program.open_file(path.parent / "." / path.name) is window
    assert [Path(p) for p in program.desktop.settings.choices.recent] == [path]
    window.close()
    assert program.windows == {}
    assert program.open_file(path) is not window


def test_a_hangul_name_with_signs_opens_and_is_recent(program, path):
    odd = path.with_name("제3회 포럼 #1 100%? 😀.forum")
    path.rename(odd)
    window = program.open_file(odd)
    assert window.windowTitle() == "제3회 포럼 #1 100%? 😀 – ForumDesk"
    assert program.desktop.settings.choices.recent == (str(odd),)


def test_a_new_forum_is_kept_where_the_user_wants(program, messages, tmp_path):
    messages.paths = [tmp_path / "mine"]
    new = NewForum(Text.of(ko="포럼", en="Forum"), ("ko", "en"), "Asia/Seoul")
    program.create(new)
    (window,) = program.windows.values()
    assert window.work.desk.path == tmp_path / "mine.forum"
    assert window.frame.header.title.text() == "1st Forum"
    assert window.work.dossier.edition.timezone == "Asia/Seoul"
    assert program.start is None


def test_a_new_forum_can_be_given_up(program, messages, tmp_path):
    messages.paths = [None]
    program.create(NewForum(Text.of(en="Forum"), ("ko", "en"), "UTC"))
    assert program.windows == {}


def test_a_new_forum_never_takes_the_place_of_a_file(program, messages, path):
    before = path.read_bytes()
    messages.paths = [path]
    program.create(NewForum(Text.of(en="Forum"), ("ko", "en"), "UTC"))
    assert path.read_bytes() == before
    assert len(messages.refused) == 1


def test_the_form_says_what_is_missing(program):
    got = []
    start = program.show_start()
    start.newWanted.connect(got.append)
    start.newWanted.disconnect(program.create)
    start.show_form()
    form = start.form
    form.finish()
    assert form.problem.text() == "Give the forum a title in at least one language."
    form.titles[0].setText("  포럼 ")
    form.languages[1].setCurrentIndex(form.languages[0].currentIndex())
    form.finish()
    assert form.problem.text() == "Choose two different languages."
    form.languages[1].setCurrentIndex(1)
    form.zone.setCurrentText("Nowhere")
    form.finish()
    assert "time zone" in form.problem.text()
    form.zone.setCurrentText("asia/seoul")
    form.finish()
    assert got == [NewForum(Text.of(ko="포럼"), ("ko", "en"), "Asia/Seoul")]


def test_the_sample_opens_and_is_the_same_file_the_next_time(program, tmp_path):
    program.open_sample()
    (window,) = program.windows.values()
    assert window.work.desk.path == tmp_path / "documents" / "ForumDesk sample.forum"
    assert window.work.desk.count(Session) > 20
    program.open_sample()
    assert list(program.windows.values()) == [window]


def test_recent_files_that_are_gone_are_explained(program, messages, path):
    program.desktop.settings.opened(path)
    path.unlink()
    start = program.show_start()
    item = start.recent.item(0)
    start.recent.itemActivated.emit(item)
    banner = messages.banners["missing"]
    assert "forum.forum is no longer in" in banner.text
    offers = dict(banner.offers)
    messages.paths = [None]
    offers["Find it…"]()
    offers["Take off the list"]()
    assert program.desktop.settings.choices.recent == ()
    assert start.recent.count() == 0


def test_a_recent_file_opens(program, path):
    program.desktop.settings.opened(path)
    start = program.show_start()
    start.recent.itemActivated.emit(start.recent.item(0))
    assert list(program.windows) == [path]


HOLDER = """
import sys, time
from pathlib import Path
from forumdesk.store.forumfile import ForumFile
with ForumFile.open(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.read()
"""


def test_a_file_open_elsewhere_may_be_read(program, messages, path):
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    try:
        assert holder.stdout.readline() == b"open\n"
        assert program.open_file(path) is None
        banner = messages.banners["opening"]
        assert "is open on" in banner.text
        offers = dict(banner.offers)
        assert list(offers) == ["Open for reading only"]
        window = offers["Open for reading only"]()
        assert window.work.desk.read_only
        assert "read-only" in messages.banners
    finally:
        holder.communicate(b"")


@pytest.mark.parametrize("content", [b"", b"Hello", b"PK\x03\x04", os.urandom(5000)])
def test_what_is_no_forum_file_is_refused_and_untouched(program, messages, tmp_path, content):
    path = tmp_path / "other.forum"
    path.write_bytes(content)
    assert program.open_file(path) is None
    assert messages.banners["opening"].text
    assert path.read_bytes() == content
    assert program.start is not None


def test_a_damaged_file_comes_back_from_its_backup(program, messages, path, tmp_path):
    with ForumFile.open(path) as desk:
        desk.backup()
    path.write_bytes(path.read_bytes()[:8000])
    assert program.open_file(path) is None
    offers = dict(messages.banners["opening"].offers)
    offers["Show its backups…"]()
    dialog = next(w for w in program.start.findChildren(Backups))
    assert dialog.list.count() == 1
    messages.paths = [tmp_path / "back.forum"]
    dialog.take()
    window = program.windows[tmp_path / "back.forum"]
    assert window.frame.header.title.text() == "1st Forum"


def test_backups_are_kept_now_and_while_working(program, messages, path, qtbot):
    window = program.open_file(path)
    window.actions_["file.backup"].trigger()
    assert messages.said == ["A backup is kept."]
    with window.work.desk.step("x"):
        window.work.desk.put(Series(window.work.desk.new_id(), Text.of(en="Other")))
    window.care.back_up()
    qtbot.waitUntil(lambda: window.care._finishing is None)
    window.show_backups()
    dialog = next(w for w in window.findChildren(Backups))
    assert dialog.list.count() == 2


def test_titles_become_names_every_system_takes():
    assert safe_name('a/b:c*? <x>|"\\') == "a b c x"
    assert safe_name("..") == "Forum"
    assert len(safe_name("가" * 300)) == 80


def test_a_fault_is_told_and_written_down(open_window, desktop, tmp_path, messages, qtbot):
    window = open_window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    faults = Faults(desktop, tmp_path / "logs")
    for number in (1, 2):
        try:
            raise RuntimeError(f"fault {number}")
        except RuntimeError as error:
            faults.caught(type(error), error, error.__traceback__)
    written = (tmp_path / "logs" / "faults.log").read_text("utf-8")
    assert "fault 1" in written
    assert "fault 2" in written
    assert [title for title, _ in messages.reported] == [
        "Something went wrong inside ForumDesk."
    ] * 2
    assert "RuntimeError: fault 1" in messages.reported[0][1]


@pytest.fixture
def spoken(desktop, desk, qtbot):
    """Real messages of a real window."""
    window = MainWindow(desk, desktop)
    window.show()
    return window


def boxes(window):
    return [box for box in window.findChildren(QMessageBox) if box.isVisible()]


@pytest.mark.parametrize(("label", "answer"), [("Replace it", "replace"), ("Cancel", "")])
def test_a_question_is_answered_by_its_buttons(spoken, qtbot, label, answer):
    def click():
        (box,) = boxes(spoken)
        formats = [lb.textFormat() for lb in box.findChildren(QLabel) if lb.text() == "<b>?</b>"]
        assert formats == [Qt.TextFormat.PlainText]
        next(b for b in box.findChildren(QPushButton) if b.text() == label).click()

    QTimer.singleShot(0, click)
    question = Question("<b>?</b>", "It is there.", (("replace", "Replace it"),), danger="replace")
    assert spoken.work.messages.ask(question) == answer


def test_a_refusal_is_a_line_in_place(spoken):
    assert isinstance(spoken.work.messages, WindowMessages)
    spoken.work.messages.refuse(ForumDeskError(N_("Type a name first.")))
    assert spoken.frame.banners.shown["refused"].text == "Type a name first."
    spoken.work.messages.clear("refused")
    assert spoken.frame.banners.shown == {}
    spoken.work.messages.tell("Done.")
    assert spoken.status.passing.text() == "Done."


def test_a_report_has_details_to_copy(spoken, qapp):
    def click():
        (box,) = boxes(spoken)
        assert box.detailedText() == "Traceback …"
        buttons = {b.text(): b for b in box.findChildren(QPushButton)}
        buttons["Copy details"].click()

    QTimer.singleShot(0, click)
    spoken.work.messages.report("Something went wrong.", "Traceback …")
    assert qapp.clipboard().text() == "Traceback …"
