# SPDX-License-Identifier: MIT
"""``forumdesk [FILE]``: the window."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from forumdesk.cli.frame import command
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.words import N_


@command("open", N_("Open a forum file in the window."))
@click.argument("file", type=click.Path(path_type=Path))
def open_command(file: Path) -> int:
    """Open the window on a file."""
    if not file.exists():
        raise ForumDeskError(
            N_("“{name}” is neither a command nor a file; see forumdesk --help."), name=str(file)
        )
    return show(file)


def show(file: Path | None) -> int:
    """Open the window, on the start page without a file; the exit code of the application."""
    if not has_screen():
        raise ForumDeskError(
            N_("There is no screen to open a window on; see forumdesk --help for the commands.")
        )
    # Qt is loaded only where a window is wanted.
    from forumdesk.app import run  # noqa: PLC0415

    return run(file)


def has_screen() -> bool:
    """Whether a window can be opened: always on macOS and Windows, else if a display is set."""
    if sys.platform in ("darwin", "win32"):
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)


def has_viewer() -> bool:
    """Whether somebody can see a window: there is a screen, and Qt isn't told to do without."""
    unseen = ("offscreen", "minimal")
    return has_screen() and os.environ.get("QT_QPA_PLATFORM", "") not in unseen
