# SPDX-License-Identifier: MIT
"""What the window has loaded when it is painted for the first time, and what waits for later."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.gui
START = """
import json, sys
from pathlib import Path
from forumdesk.app import load
load()
import PySide6.QtWidgets
from PySide6.QtWidgets import QApplication
from forumdesk.ui.program import Program
from forumdesk.ui.settings import Settings
app = QApplication([])
program = Program(app, Settings(Path(sys.argv[2])))
window = program.open_file(Path(sys.argv[1]))
def say():
    page = window.frame.stack.page.kind.id
    print(json.dumps([page, sorted(sys.modules), sorted(vars(PySide6.QtWidgets))]))
    app.exit()
window.work.painted.connect(say)
app.exec()
window.close()
program.desktop.close()
"""
LATER = (
    "forumdesk.domain.checks.",
    "forumdesk.exchange.",
    "forumdesk.handouts.",
    "forumdesk.services.",
    "forumdesk.ui.agenda.",
    "forumdesk.ui.dialogs.",
    "forumdesk.ui.edition.",
    "forumdesk.ui.forms.",
    "forumdesk.ui.problems.",
    "forumdesk.ui.start.",
    "reportlab.",
)


def test_what_is_not_seen_waits_for_the_first_paint(sample_file, tmp_path):
    path = shutil.copyfile(sample_file, tmp_path / "forum.forum")
    ran = subprocess.run(
        [sys.executable, "-c", START, str(path), str(tmp_path / "settings.json")],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"},
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr.decode()
    page, modules, widgets = json.loads(ran.stdout)
    assert page == "overview"
    assert "forumdesk.ui.overview.cards" in modules
    assert [name for name in modules if f"{name}.".startswith(LATER)] == []
    assert {"argparse", "gettext", "locale", "logging", "platformdirs", "string"} & {
        *modules
    } == set()
    # These have hundreds of enumerations, each made in Python when their class is first touched.
    assert {"QStyle", "QMessageBox", "QFileDialog"} & set(widgets) == set()
    assert "QListView" in widgets
