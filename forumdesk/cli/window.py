# SPDX-License-Identifier: MIT
"""``forumdesk [FILE]``: the window."""

from __future__ import annotations

from pathlib import Path

import click

from forumdesk.cli.frame import command
from forumdesk.cli.screen import NO_LIBRARY, obstacle
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.words import N_, Phrase


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
    if (reason := obstacle()) is not None:
        raise _no_window(reason)
    # Qt is loaded only where a window is wanted.
    try:
        from forumdesk.app import run  # noqa: PLC0415
    except ImportError as error:
        if error.name and error.name.startswith("forumdesk"):
            raise
        # The loader's own words: "libEGL.so.1: cannot open shared object file …"
        raise _no_window(Phrase.of(NO_LIBRARY, name=str(error).partition(":")[0])) from error
    return run(file)


def _no_window(reason: Phrase) -> ForumDeskError:
    return ForumDeskError(
        N_("{reason}; forumdesk --help lists the commands that need none."), reason=reason
    )
