# SPDX-License-Identifier: MIT
"""Enumerations made quickly are those that Python makes."""

import copy
import enum
import importlib
import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from forumdesk.ui.qtenums import made_quickly

pytestmark = pytest.mark.gui
KINDS = (enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag)
MEMBERS = {
    "none": [],
    "few": [("Left", 1), ("Right", 2), ("Top", 4)],
    "doubled": [("Zero", 0), ("One", 1), ("First", 1), ("Two", 2), ("Second", 2)],
    "of several bits": [("Left", 1), ("Right", 2), ("Both", 3), ("All", 7), ("Top", 4)],
    "unsorted": [("High", 1 << 31), ("Low", 1), ("Middle", 256)],
    "negative": [("Unknown", -1), ("Known", 1)],
    "named as what is there": [("name", 1), ("value", 2), ("real", 4)],
    "private": [("_Left", 1), ("Right", 2)],
}
ALL = """
import contextlib, enum, sys
from forumdesk.ui.qtenums import made_quickly
from tests.ui.test_qtenums import described
with made_quickly() if sys.argv[1] == "quick" else contextlib.nullcontext():
    from PySide6 import QtCore, QtGui, QtWidgets
    parts = {m: [getattr(m, name) for name in sorted(dir(m))] for m in (QtCore, QtGui, QtWidgets)}
for module, things in parts.items():
    for thing in filter(lambda t: isinstance(t, type), things):
        for name, inner in (thing.__name__, thing), *sorted(vars(thing).items()):
            if isinstance(inner, enum.EnumType) and inner.__module__ == module.__name__:
                print(thing.__name__, name, described(inner))
"""


def described(made):
    """What an enumeration is, and how its members behave."""
    members = list(made.__members__.items())
    said = [made.__module__, made.__qualname__, made.__doc__, made.__mro__, sorted(dir(made))]
    said += [members, list(made), len(made), sorted(vars(made).keys() - {"__new__"})]
    for _, one in members:
        said += [str(one), f"{one}", hash(one), vars(one), made(one.value) is one, one in made]
    for value in (0, 3, 5, 987_654):
        said.append(_tried(lambda value=value: made(value)))
    for _, one in members[:9]:
        said += [_tried(lambda one=one: ~one), copy.deepcopy(one) is one]
        for _, other in members[:9]:
            for do in ("__or__", "__and__", "__xor__", "__contains__", "__eq__", "__lt__"):
                said.append(_tried(lambda one=one, do=do, other=other: getattr(one, do)(other)))
    masks = ("_flag_mask_", "_singles_mask_", "_all_bits_", "_boundary_", "_value2member_map_")
    said += [getattr(made, name, None) for name in masks]
    return repr(said)


def _tried(do):
    try:
        return repr(do())
    except (AttributeError, TypeError, ValueError) as error:
        return f"{type(error).__name__}: {error}"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("boundary", [None, enum.KEEP, enum.STRICT])
@pytest.mark.parametrize("members", MEMBERS.values(), ids=MEMBERS)
def test_one_made_quickly_is_as_python_makes_it(members, boundary, kind):
    asked = {"module": __name__, "boundary": boundary}
    usual = kind("Made", members, **asked)
    with made_quickly():
        quick = kind("Made", members, **asked)
    assert described(quick) == described(usual)


def test_members_come_back_from_a_pickle(monkeypatch):
    with made_quickly():
        made = enum.Flag("Made", MEMBERS["of several bits"], module=__name__)
    monkeypatch.setitem(globals(), "Made", made)
    for one in (*made, made.Both, made.Left | made.Top):
        assert pickle.loads(pickle.dumps(one)) is one


def test_what_is_not_names_and_numbers_is_left_to_python():
    with made_quickly():
        said = enum.Enum("Said", [("Yes", "yes"), ("No", ["no"])])
        written = enum.Enum("Written", "red green")
        with pytest.raises(TypeError, match="already defined"):
            enum.Enum("Twice", [("Left", 1), ("Left", 2)])
    assert [said.Yes.value, said("yes"), said.No.value] == ["yes", said.Yes, ["no"]]
    assert [one.value for one in written] == [1, 2]


def test_python_makes_them_again_afterwards():
    before = vars(enum.EnumType)["_create_"]
    with made_quickly():
        assert vars(enum.EnumType)["_create_"] is not before
    assert vars(enum.EnumType)["_create_"] is before
    with pytest.raises(ImportError), made_quickly():
        importlib.import_module("PySide6.QtNone")
    assert vars(enum.EnumType)["_create_"] is before


def test_all_of_pyside_are_as_python_makes_them():
    def all_of_them(how):
        ran = subprocess.run(
            [sys.executable, "-c", ALL, how],
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONHASHSEED": "0", "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            check=False,
        )
        assert ran.returncode == 0, ran.stderr.decode()
        return ran.stdout.decode().splitlines()

    quick, usual = all_of_them("quick"), all_of_them("usual")
    assert len(usual) > 400
    assert quick == usual
