# SPDX-License-Identifier: MIT
"""Whether a window can be opened here, found out before Qt ends the process over it."""

from __future__ import annotations

import ctypes
import os
import re
import socket
import sys
from pathlib import Path

from forumdesk.domain.words import N_, Phrase

NO_SCREEN = N_("There is no screen to open a window on")
UNREACHABLE = N_("The screen {name} does not answer")
NO_LIBRARY = N_("The system lacks a library that the window needs: {name}")

_CURSOR = "libxcb-cursor.so.0"  # Qt's X11 plugin needs it from 6.5 on; few systems bring it
_X11 = re.compile(r"(?P<host>[^:]*):(?P<number>\d+)(?:\.\d+)?")
_UNSEEN = ("offscreen", "minimal")
_PATIENCE = 2.0  # seconds for a screen on another machine


def obstacle() -> Phrase | None:
    """What keeps a window from being opened, if anything does."""
    if sys.platform in ("darwin", "win32"):
        return None
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0].partition(";")[0]
    if platform and platform not in ("xcb", "wayland"):
        return None
    display, wayland = os.environ.get("DISPLAY", ""), os.environ.get("WAYLAND_DISPLAY", "")
    if platform != "xcb" and wayland and _wayland(wayland):
        return None
    if not display:
        return _said(UNREACHABLE, wayland) if wayland else _said(NO_SCREEN)
    if not _x11(display):
        return _said(UNREACHABLE, display)
    return None if _has(_CURSOR) else _said(NO_LIBRARY, _CURSOR)


def is_seen() -> bool:
    """Whether somebody would see the window: Qt isn't told to do without a screen."""
    return os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0] not in _UNSEEN


def _said(message: str, name: str = "") -> Phrase:
    return Phrase.of(message, name=name)


def _wayland(name: str) -> bool:
    return _answers(str(Path(os.environ.get("XDG_RUNTIME_DIR", "")) / name))


def _x11(display: str) -> bool:
    match = _X11.fullmatch(display)
    if match is None:
        return display.startswith("/") and Path(display.rpartition(":")[0]).exists()  # XQuartz
    number = int(match["number"])
    if match["host"] in ("", "unix"):
        path = f"/tmp/.X11-unix/X{number}"
        return _answers(path) or (sys.platform == "linux" and _answers(f"\0{path}"))
    try:
        with socket.create_connection((match["host"], 6000 + number), timeout=_PATIENCE):
            return True
    except OSError:
        return False


def _answers(path: str) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
        return client.connect_ex(path) == 0


def _has(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
