# SPDX-License-Identifier: MIT
"""PySide6's own Python modules: held back at the start, and there as ever when asked for."""

import builtins
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from forumdesk.ui.qtsupport import found, held_back

pytestmark = pytest.mark.gui
HELD = "from forumdesk.app import load; load()"
USED = """
import inspect, json, sys
import PySide6.QtWidgets as w
from PySide6.support.signature import get_signature
app = w.QApplication([])
module = sys.modules["shibokensupport.signature.parser"]
held = [name for name, known in sys.modules.items() if "__held__" in vars(known)]
said = [held, builtins.compile.__module__]
for ask in (
    lambda: w.QLabel().setText(3),
    lambda: w.QLabel(texxt="?"),
    lambda: w.QSizePolicy("?"),
    lambda: str(inspect.signature(w.QLabel)),
    lambda: str(get_signature(w.QLabel.setText)),
    lambda: w.QLabel.setText.__doc__,
    lambda: module.no_such_thing,
):
    try:
        said.append(ask())
    except Exception as error:
        said.append([type(error).__name__, str(error)])
from PySide6.support.signature.lib.pyi_generator import generate_pyi
said.append(generate_pyi.__name__)
print(json.dumps(said))
"""


def said(beginning: str) -> list[object]:
    ran = subprocess.run(
        [sys.executable, "-c", f"import builtins\n{beginning}\n{USED}"],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr.decode()
    answers: list[object] = json.loads(ran.stdout)
    return answers


def test_what_pyside_says_of_wrong_calls_is_what_it_says_without():
    waits, compiler, *held = said(HELD)
    assert isinstance(waits, list)
    waited, _, *plain = said("")
    assert (waited, compiler) == ([], "builtins")
    assert {str(name).rpartition(".")[2] for name in waits} == {
        "enum_sig",
        "errorhandler",
        "layout",
        "mapping",
        "parser",
        "pyi_generator",
        "tool",
    }
    assert held == plain
    assert "Supported signatures" in str(held[0])
    assert held[-1] == "generate_pyi"


def test_a_module_runs_once_and_when_it_is_asked():
    filename = "shibokensupport/signature/parser.py"
    before = builtins.compile
    with held_back():
        plain = compile(b"ran = []", "other.py", "exec")
        code = compile(b"ran = []\nran.append(1)", filename, "exec")
    assert builtins.compile is before
    other: dict[str, object] = {}
    exec(plain, other)
    assert other["ran"] == []
    module = type(sys)("parser")
    module.__file__ = filename
    exec(code, vars(module))
    assert "ran" not in vars(module)
    assert module.ran == [1]
    assert module.ran is module.ran
    with pytest.raises(AttributeError, match="module 'parser' has no attribute 'walked'"):
        found("walked", vars(module))
    assert module.ran == [1]


def test_compiling_is_as_before_when_pyside_is_not_there():
    before = builtins.compile
    with pytest.raises(ImportError), held_back():
        raise ImportError
    assert builtins.compile is before
