# SPDX-License-Identifier: MIT
"""The command line: the same operations as the window, for scripts and quick work.

Exit codes: 0 done, 1 done but problems found, 2 bad request or bad input, 70 our own fault,
130 interrupted (128 and the number of a signal to end), 141 when whoever read the output went away.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

import click

from forumdesk import __version__
from forumdesk.cli.frame import DONE, Entry, Program
from forumdesk.cli.speaking import complain, say, spoken
from forumdesk.cli.trouble import reported, usage
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.words import N_

FOUND, REFUSED, OURS, INTERRUPTED, UNHEARD = 1, 2, 70, 130, 141

COMMANDS = (
    Entry("demo", "demo", N_("write the sample forum and its handouts")),
    Entry("new", "making", N_("make a forum file")),
    Entry("info", "reading", N_("say what a forum file holds")),
    Entry("series", "recurring", N_("say how often a series meets, and when next")),
    Entry("check", "checking", N_("find problems in the agenda, or on a handout")),
    Entry("verify", "keeping", N_("examine the health of a file")),
    Entry("backup", "keeping", N_("keep a verified backup")),
    Entry("restore", "keeping", N_("go back to a backup")),
    Entry("share", "keeping", N_("write a copy to give away")),
    Entry("import", "importing", N_("take in a schedule, or a list of people")),
    Entry("export", "exporting", N_("write handouts as PDF, and data")),
    Entry("next", "preparing", N_("prepare the next edition from the last")),
    Entry("publish", "versioning", N_("freeze an edition as a version")),
    Entry("changes", "versioning", N_("tell what changed since a version")),
    Entry("agreements", "agreeing", N_("list what has been agreed")),
    Entry("check-in", "attending", N_("check in by badge, row code or name")),
    Entry("attendance", "attending", N_("say who came")),
    Entry("commitments", "commitments", N_("list what was promised, and how it stands")),
    Entry("history", "stepping", N_("list the steps taken")),
    Entry("undo", "stepping", N_("undo the last step")),
    Entry("redo", "stepping", N_("redo the step undone last")),
)


class ForumDesk(Program):
    """The program ``forumdesk``."""

    entries = COMMANDS
    closing = (
        N_("With a FILE the window opens on it, without one on its start page."),
        N_("forumdesk COMMAND --help says more about a command."),
        N_(
            "Exit codes: 0 done, 1 done but problems found, 2 bad request or input,"
            " 70 a fault of ForumDesk."
        ),
    )


@click.group(
    "forumdesk",
    cls=ForumDesk,
    invoke_without_command=True,
    subcommand_metavar="[FILE | COMMAND …]",
    help=N_("Plan a recurring forum and print its bilingual program, in one file."),
)
@click.option("--version", "wants_version", is_flag=True, help=N_("Show the version."))
@click.pass_context
def program(context: click.Context, *, wants_version: bool) -> int:
    """Without a command: the version, or the window on its start page."""
    if wants_version:
        say(f"forumdesk {__version__}")
        context.exit()
    if context.invoked_subcommand is None:
        from forumdesk.cli.window import show  # noqa: PLC0415 - only where it is wanted

        return show(None)
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A name that the terminal can't show must not end the work.
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _run(list(sys.argv[1:] if arguments is None else arguments))
        if sys.stdout is not None:
            sys.stdout.flush()
    except (ForumDeskError, click.ClickException, OSError) as error:
        return _refused(error)
    except KeyboardInterrupt as error:
        words = spoken()
        complain(words("interrupted; everything is as it was."))
        return _code_of(error)
    except Exception as error:  # noqa: BLE001 - the last resort: logged, and told where
        complain(reported(error))
        return OURS
    return code


class _EndedError(KeyboardInterrupt):
    """The system ends the program: as after Ctrl-C, nothing half-done and no copy stays."""


def _code_of(error: KeyboardInterrupt) -> int:
    return 128 + error.args[0] if isinstance(error, _EndedError) else INTERRUPTED


def _end(number: int, frame: object) -> NoReturn:
    raise _EndedError(number)


@contextmanager
def _ending_tidily() -> Iterator[None]:
    """SIGTERM works as Ctrl-C does; the window has a way of its own."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, _end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _run(arguments: list[str]) -> int:
    # Not click's own main: it ends the process itself when whoever reads goes away.
    try:
        with _ending_tidily(), program.make_context("forumdesk", arguments) as context:
            try:
                code = program.invoke(context)
            except KeyboardInterrupt as error:
                if not context.meta.get(DONE):
                    raise
                words = spoken()
                complain(words("interrupted, but only after it was done; it can be undone."))
                return _code_of(error)
    except click.exceptions.Exit as end:
        return end.exit_code
    return code if isinstance(code, int) else 0


def _refused(error: Exception) -> int:
    words = spoken()
    if isinstance(error, BrokenPipeError):
        _give_up_output()
        return UNHEARD
    if isinstance(error, ForumDeskError):
        complain(error.said(words))
    elif isinstance(error, click.ClickException):
        complain(usage(error, words))
    elif isinstance(error, OSError) and error.filename is not None:
        from forumdesk.store.faults import disk_refused  # noqa: PLC0415 - SQLite, for this alone

        complain(disk_refused(Path(os.fsdecode(error.filename)), error).said(words))
    else:
        if _is_of_output(error):
            _give_up_output()
        complain((error.strerror if isinstance(error, OSError) else None) or str(error))
    return REFUSED


def _is_of_output(error: Exception) -> bool:
    """Whether writing to standard output failed: no file is named then."""
    return isinstance(error, OSError) and error.filename is None


def _give_up_output() -> None:
    """Drop what is left in the buffer: Python would try again at exit, and complain."""
    with suppress(OSError, AttributeError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
