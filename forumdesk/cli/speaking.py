# SPDX-License-Identifier: MIT
"""How the command line speaks: its language, standard output, errors and progress."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from time import monotonic
from typing import TypeVar
from unicodedata import category

import click

from forumdesk.domain import progress as progressing
from forumdesk.domain.wording import Text, one_line
from forumdesk.domain.words import DEFAULT, Words, words_in

R = TypeVar("R")

_LINE_BREAKING = ("Cc", "Zl", "Zp")  # categories of Unicode: controls, line, paragraph separator


def language() -> str:
    """The language of messages: ``FORUMDESK_LANGUAGE``, else that of the locale (POSIX order)."""
    for name in ("FORUMDESK_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            tag = value.split(".")[0].split("@")[0].replace("_", "-").split("-")[0].casefold()
            return DEFAULT if tag in ("c", "posix") else tag
    return DEFAULT


def spoken() -> Words:
    """The program's words in the language of messages."""
    return words_in(language())


def shown(text: str | Text) -> str:
    """A text on one line, in the language of messages, without control characters."""
    return one_line(spoken().text(text) if isinstance(text, Text) else text)


def shown_path(path: Path) -> str:
    """A path as it is, blanks included, so that scripts can read it; without control characters."""
    return "".join(" " if category(sign) in _LINE_BREAKING else sign for sign in str(path))


def say(line: str) -> None:
    """A line on standard output."""
    click.echo(line)


def complain(text: str) -> None:
    """One line on standard error; nobody can be told that nobody can be told."""
    with suppress(OSError):
        click.echo(f"forumdesk: {one_line(text)}", err=True)


def give_json(value: object) -> None:
    """One JSON value on standard output; escaped where the terminal's encoding is not Unicode."""
    encoding = (getattr(sys.stdout, "encoding", None) or "ascii").casefold().replace("-", "")
    ascii_only = not encoding.startswith("utf")
    click.echo(json.dumps(value, ensure_ascii=ascii_only, indent=2, default=_plain))


def _plain(value: object) -> object:
    if isinstance(value, Text):
        return dict(value.pairs)
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    raise TypeError(type(value).__name__)


class Progress:
    """A line on a terminal's standard error that is overwritten; silent when piped."""

    def __init__(self) -> None:
        self._shown = 0
        self._next = 0.0
        self._live = sys.stderr is not None and sys.stderr.isatty()

    def __call__(self, text: str) -> None:
        """Show how far the work is; ten times a second is enough."""
        if self._live and monotonic() >= self._next:
            line = one_line(text)[:78]
            click.echo(f"\r{line.ljust(self._shown)}", nl=False, err=True)
            self._shown = len(line)
            self._next = monotonic() + 0.1

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            click.echo(f"\r{' ' * self._shown}\r", nl=False, err=True)
            self._shown, self._next = 0, 0.0


@contextmanager
def progress() -> Iterator[Progress]:
    """A line of progress that is gone afterwards, whatever happened."""
    line = Progress()
    try:
        yield line
    finally:
        line.clear()


def driven(work: Generator[progressing.Progress, None, R], said: str) -> R:
    """Run a long operation to its end, telling how far it is; interrupted, it leaves no trace.

    ``said`` is a marked message of ``{done}`` and ``{total}``.
    """
    words = spoken()
    with progress() as line, closing(work):
        return progressing.exhausted(
            work, lambda step: line(words(said, done=step.done, total=step.total))
        )
