# SPDX-License-Identifier: MIT
"""Trouble on the way: the program is killed, the file is open twice, an import is cancelled."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from forumdesk.domain.forum import Edition, Series
from forumdesk.domain.wording import Text
from forumdesk.services.editions import add_edition
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.program import Program
from tests.journeys.test_to_the_printed_program import LONG, only_window
from tests.ui.conftest import Recorded

# A window of its own process that changes a title and is then killed where it stands.
EDIT_AND_DIE = """
import os, signal, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.desktop import Desktop
from forumdesk.ui.look import Appearance, Look
from forumdesk.ui.main_window import MainWindow
from forumdesk.ui.settings import Settings
from forumdesk.services.planning import add_session
from forumdesk.domain.wording import Text

app = QApplication([])
file = Path(sys.argv[1])
desktop = Desktop(Look(app, Appearance.LIGHT), Settings(file.parent / "other.json"))
window = MainWindow(ForumFile.open(file), desktop)
window.show()
window.work.run(add_session, window.work.edition, {"title": Text.of(en="Kept")})
os.kill(os.getpid(), signal.SIGKILL)
"""


def forum(path: Path) -> Path:
    """A forum file with one edition."""
    with ForumFile.create(path) as desk:
        series = Series(desk.new_id(), Text.of(ko="포럼", en="Forum"))
        with desk.step("Set up"):
            desk.put(series)
        add_edition(desk, series.id, {})
    return path


def test_step_before_a_kill_is_there_when_the_file_is_opened_again(
    program: Program, tmp_path: Path
) -> None:
    path = forum(tmp_path / "killed.forum")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    ran = subprocess.run(
        [sys.executable, "-c", EDIT_AND_DIE, str(path)],
        env=environment,
        check=False,
        capture_output=True,
        timeout=120,
    )
    assert ran.returncode == -signal.SIGKILL, ran.stderr
    program.open_file(path)
    window = only_window(program)
    dossier = window.work.dossier
    assert dossier is not None
    assert [session.title["en"] for session in dossier.program] == ["Kept"]
    assert window.work.editable
    window.undo()
    assert window.work.dossier is not None
    assert window.work.dossier.program == ()


def test_import_cancelled_in_the_middle_leaves_no_trace(
    program: Program, messages: Recorded, real_input: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    program.open_file(forum(tmp_path / "own.forum"))
    window = only_window(program)
    desk = window.work.desk
    before = desk.find(Edition), len(desk.history())
    messages.paths.append(real_input / "fosdem_2026.xml")
    messages.answers.append("new")
    window.import_program()
    qtbot.waitUntil(lambda: window.work.jobs.writing, timeout=LONG)
    window.work.jobs.cancel()
    qtbot.waitUntil(lambda: not window.work.jobs.writing, timeout=LONG)
    assert (desk.find(Edition), len(desk.history())) == before
    assert "imported" not in messages.banners
