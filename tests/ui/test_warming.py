# SPDX-License-Identifier: MIT
"""What is loaded after the first paint so that every page opens at once."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from forumdesk.ui.pages import EVERY

pytestmark = pytest.mark.gui
WARMED = """
import json, sys
from PySide6.QtWidgets import QApplication
from forumdesk.ui.warming import Warming
app = QApplication([])
before = set(sys.modules)
Warming(app).destroyed.connect(app.quit)
app.exec()
print(json.dumps(sorted(set(sys.modules) - before)))
"""


def test_pages_are_loaded_one_after_the_other_until_all_are(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", WARMED],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        check=True,
        text=True,
    )
    loaded = json.loads(ran.stdout)
    assert {kind.made_by.partition(":")[0] for kind in EVERY} <= set(loaded)
    for dialog in ("succession.dialog", "handouts.pack.view", "themes.dialog"):
        assert f"forumdesk.ui.{dialog}" in loaded
