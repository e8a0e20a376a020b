# SPDX-License-Identifier: MIT
"""The window: its start against that of an empty one, and one edit against a bare update."""

from __future__ import annotations

import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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
"""
# A window is painted whole while it is told that it is exposed. Leaving then, without closing:
# what is measured is the way there, not what is put off until the user has something to look at.
_LEAVE = """
while not window.windowHandle().isExposed():
    app.processEvents()
import os
os._exit(0)
"""
RUNS = 21


def measures() -> Iterator[Measure]:
    """Both measures, on the sample forum."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.forum"
        with ForumFile.create(path) as desk:
            for _ in write_sample(desk, read_sample()):
                pass
        settings = str(Path(folder) / "settings.json")
        with _screen() as screen:
            environment = {**screen, "PYTHONPYCACHEPREFIX": str(Path(folder) / "compiled")}
            ours, floor = _starts(str(path), settings, environment)
            name = f"start to first paint, sample open ({screen['QT_QPA_PLATFORM']})"
        yield Measure(name, ours, floor, must=2, wants=1.4)
        edit, update = _edits(path)
        yield Measure("one edit with commit", edit * 1000, update * 1000, "ms", must=3)


@contextmanager
def _screen() -> Iterator[dict[str, str]]:
    """What tells Qt where its windows are: on the screen there is, on one made for it, on none."""
    if not os.environ.get("DISPLAY") and not shutil.which("Xvfb"):
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    if os.environ.get("DISPLAY"):
        yield {"QT_QPA_PLATFORM": "xcb"}
        return
    said, say = os.pipe()
    options = ["-displayfd", str(say), "-screen", "0", "1920x1200x24", "-nolisten", "tcp"]
    server = subprocess.Popen(["Xvfb", *options], pass_fds=[say], stderr=subprocess.DEVNULL)
    os.close(say)
    try:
        with open(said) as number:
            yield {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number.readline().strip()}"}
    finally:
        server.terminate()
        server.wait()


def _starts(path: str, settings: str, environment: dict[str, str]) -> tuple[float, float]:
    """Shortest seconds of a start, ours and an empty window's, taken in turn.

    What else the machine does only ever adds to them. Modules are compiled by a first start, as
    they are after any installation.
    """
    ours, floor = [], []
    for _ in range(RUNS + 1):
        floor.append(_timed(_EMPTY + _LEAVE, environment=environment))
        ours.append(_timed(_OURS + _LEAVE, path, settings, environment=environment))
        _as_if_closed(Path(path))
    return min(ours[1:]), min(floor[1:])


def _as_if_closed(path: Path) -> None:
    """Leave the file as closing does; else the next start would look for what a crash has done."""
    (lock,) = path.parent.glob(f".{path.name}.*")
    lock.unlink()


def _timed(code: str, *arguments: str, environment: dict[str, str]) -> float:
    inherited = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", code, *arguments],
        check=True,
        env={**inherited, **environment},
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
