# SPDX-License-Identifier: MIT
"""What ``export`` writes: from which state of which edition, what it is called, where it goes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from forumdesk.cli.files import edition_named
from forumdesk.domain.desk import Desk, ForumDeskError, Problem
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.naming import write_into, written_whole
from forumdesk.handouts.published import as_published

if TYPE_CHECKING:
    from forumdesk.store.forumfile import ForumFile

_SQLITE = b"SQLite format 3\0"


class OutPath(click.Path):
    """Where to write. A path that ends as a folder's does names a folder there is."""

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str | bytes | os.PathLike[str]:
        """The path; raises ``ForumDeskError`` for no path, or a folder that there is not."""
        said = os.fspath(value)
        if not said or (said.endswith(("/", os.sep)) and not os.path.isdir(said)):
            raise ForumDeskError(N_("There is no folder “{path}”; nothing was written."), path=said)
        return super().convert(value, param, ctx)


@frozen
class Exported:
    """What is to be written, its name in a folder, its pages, and what to look at in it.

    ``put`` writes it into a file and says what could not be written as it is. ``note`` notes in
    the forum that so many copies are printed.
    """

    name: str
    put: Callable[[BinaryIO], Sequence[Problem]]
    pages: int | None = None
    problems: tuple[Problem, ...] = ()
    note: Callable[[Desk, int], object] | None = None


@frozen
class State:
    """Which state of which edition is meant: of a version by name, or the present."""

    desk: ForumFile
    edition: str | None
    version: str | None

    def read(self, *, everybody: bool = False) -> tuple[Dossier, Imprint]:
        """The edition in this state; raises ``ForumDeskError`` if there is no such one.

        ``everybody``: with all its participants, however many they are.
        """
        from forumdesk.store import queries  # noqa: PLC0415 - loaded with the file

        reading = queries.whole_dossier if everybody else queries.dossier
        of = reading(self.desk, edition_named(self.desk, self.edition).id)
        if self.version is not None:
            return as_published(of, self.version)
        return of, Imprint(at=self.desk.now())


def placed(output: Path, name: str) -> Path | None:
    """Where to write: the path itself, or the name in a folder; ``None`` is standard output."""
    if str(output) == "-":
        return None
    return output / name if output.is_dir() else output


def write(target: Path | None, exported: Exported) -> Sequence[Problem]:
    """Write it whole or not at all; ``None`` is standard output."""
    if target is None:
        return exported.put(sys.stdout.buffer)
    _refuse_forum(target)
    if target.exists() and not target.is_file():
        whole = BytesIO()
        told = exported.put(whole)
        write_into(target, whole.getvalue())
        return told
    with written_whole(target.resolve()) as file:
        return exported.put(file)


def refuse_other_days(of: Dossier, day: date | None) -> None:
    """Raise ``ForumDeskError`` for a day that is none of the edition's."""
    if day is not None and day not in of.days:
        raise ForumDeskError(
            N_("There is no day {day} in this edition; there is: {days}."),
            day=day.isoformat(),
            days=", ".join(each.isoformat() for each in of.days) or "–",
        )


def _refuse_forum(target: Path) -> None:
    """Never write over a forum file, this one or another."""
    if target.is_file():
        with target.open("rb") as file:
            if file.read(len(_SQLITE)) == _SQLITE:
                raise ForumDeskError(
                    N_("{path} is a forum file; nothing was written over it."), path=str(target)
                )
