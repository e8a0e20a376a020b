# SPDX-License-Identifier: MIT
"""Finding out whether a window can be opened, before Qt ends the process over it."""

import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from forumdesk.cli import screen
from forumdesk.cli.screen import is_seen, obstacle
from forumdesk.domain.words import words_in

pytestmark = pytest.mark.skipif(
    sys.platform in ("darwin", "win32"), reason="there is always a screen"
)
Set = Callable[..., None]


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> Set:
    """No screen at all, unless a test sets one."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)

    def set_to(**values: object) -> None:
        for name, value in values.items():
            monkeypatch.setenv(name, str(value))

    return set_to


def reason() -> str:
    found = obstacle()
    return found.said(words_in("en")) if found else ""


def test_no_screen() -> None:
    assert reason() == "There is no screen to open a window on"


@pytest.mark.parametrize("display", [":98765", "unix:98765.0", "localhost:54321", "nonsense"])
def test_a_screen_that_does_not_answer(environment: Set, display: str) -> None:
    environment(DISPLAY=display)
    assert reason() == f"The screen {display} does not answer"


def test_wayland_answers_or_not(environment: Set, tmp_path: Path) -> None:
    environment(WAYLAND_DISPLAY="w", XDG_RUNTIME_DIR=tmp_path)
    assert reason() == "The screen w does not answer"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "w"))
        server.listen()
        assert reason() == ""
        environment(QT_QPA_PLATFORM="xcb")
        assert reason() == "The screen w does not answer"


def test_x11_over_the_network_needs_its_library_too(
    environment: Set, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        environment(DISPLAY=f"127.0.0.1:{server.getsockname()[1] - 6000}.0")
        monkeypatch.setattr(screen, "_CURSOR", "libnothing-like-it.so.0")
        assert reason() == (
            "The system lacks a library that the window needs: libnothing-like-it.so.0"
        )
        monkeypatch.setattr(screen, "_CURSOR", "libc.so.6")
        assert reason() == ""


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:port=5901"])
def test_another_platform_of_qt_needs_no_screen(environment: Set, platform: str) -> None:
    environment(QT_QPA_PLATFORM=platform)
    assert reason() == ""
    assert is_seen() == platform.startswith("vnc")
