# SPDX-License-Identifier: MIT
"""The window: its start against that of an empty one, and one edit against a bare update."""

from __future__ import annotations

import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from forumdesk.domain.agenda import Session
from forumdesk.services.planning import change_session
from forumdesk.services.sample import read_sample, write_sample
from forumdesk.store.forumfile import ForumFile
from tests.bench import Measure

_EMPTY = """
import sys, time
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1280, 800)
window.show()
app.processEvents()
"""
_OURS = """
import sys, time
from pathlib import Path
from forumdesk.app import load
load()
from PySide6.QtWidgets import QApplication
from forumdesk.ui.program import Program
from forumdesk.ui.settings import Settings
app = QApplication([])
program = Program(app, Settings(Path(sys.argv[2])))
window = program.open_file(Path(sys.argv[1]))
app.processEvents()
"""
# Leaving without closing: what is measured is the way to the first paint.
_LEAVE = "\nimport os\nos._exit(0)\n"
RUNS = 5


def measures() -> Iterator[Measure]:
    """Both measures, on the sample forum."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.forum"
        with ForumFile.create(path) as desk:
            for _ in write_sample(desk, read_sample()):
                pass
        settings = str(Path(folder) / "settings.json")
        cache = str(Path(folder) / "compiled")
        ours, floor = _starts(str(path), settings, cache)
        yield Measure("start to first paint, sample open", ours, floor, must=2, wants=1.4)
        edit, update = _edits(path)
        yield Measure("one edit with commit", edit * 1000, update * 1000, "ms", must=3)


def _starts(path: str, settings: str, cache: str) -> tuple[float, float]:
    """Median seconds of a start, ours and an empty window's, taken in turn.

    Modules are compiled by a first start, as they are after any installation.
    """
    _timed(_OURS + _LEAVE, path, settings, cache=cache)
    ours, floor = [], []
    for _ in range(RUNS):
        floor.append(_timed(_EMPTY + _LEAVE, cache=cache))
        ours.append(_timed(_OURS + _LEAVE, path, settings, cache=cache))
    return statistics.median(ours), statistics.median(floor)


def _timed(code: str, *arguments: str, cache: str) -> float:
    environment = {
        **{key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"},
        "PYTHONPYCACHEPREFIX": cache,
        "QT_QPA_PLATFORM": "offscreen",
    }
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", code, *arguments],
        check=True,
        env=environment,
        stderr=subprocess.DEVNULL,
    )
    return time.perf_counter() - start


def _edits(path: Path) -> tuple[float, float]:
    """Median seconds of an edit through a service, and of a bare update with commit."""
    with ForumFile.open(path) as desk:
        session = desk.find(Session)[0].id
        ours = _median(lambda n: change_session(desk, session, {"minutes": 5 + n}))
    other = path.with_name("bare.db")
    bare = sqlite3.connect(other, isolation_level=None)
    bare.execute("PRAGMA synchronous = FULL")
    bare.execute("CREATE TABLE session (id TEXT PRIMARY KEY, minutes INTEGER)")
    bare.execute("INSERT INTO session VALUES (?, 0)", (session,))
    floor = _median(
        lambda n: bare.execute("UPDATE session SET minutes = ? WHERE id = ?", (5 + n, session))
    )
    bare.close()
    return ours, floor


def _median(work: Callable[[int], object], runs: int = 60) -> float:
    times = []
    for number in range(runs):
        start = time.perf_counter()
        work(number)
        times.append(time.perf_counter() - start)
    return statistics.median(times)
