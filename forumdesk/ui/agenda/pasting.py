# SPDX-License-Identifier: MIT
"""Cells to and from the clipboard, as spreadsheets write and read them."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date, datetime

from forumdesk.domain.agenda import Session
from forumdesk.domain.desk import Desk
from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_
from forumdesk.ui.agenda.edits import Cell, add_typed, set_cell

Line = tuple[tuple[str, str], ...]  # column and text of each cell of a row


@frozen
class Pasted:
    """What a paste asks for: cells of sessions there are, and lines that become new ones."""

    cells: tuple[Cell, ...] = ()
    lines: tuple[Line, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.cells or self.lines)


def paste(
    desk: Desk, edition: str, pasted: Pasted, *, day: date | None, after: datetime | None
) -> None:
    """Take over pasted cells in one step; the first new session begins at ``after``."""
    count = len(pasted.cells) + sum(map(len, pasted.lines))
    with desk.step(N_("Paste {count} cells"), count=count):
        for session, column, text in pasted.cells:
            set_cell(desk, session, column, text, day=day)
        for line in pasted.lines:
            made = _added(desk, edition, line, day=day, after=after)
            after = made.ends or made.starts or after


def _added(
    desk: Desk, edition: str, line: Line, *, day: date | None, after: datetime | None
) -> Session:
    (column, text), *rest = line
    made = add_typed(desk, edition, column, text, day=day, after=after)
    for name, said in rest:
        set_cell(desk, made.id, name, said, day=day)
    return desk.get(Session, made.id)


def quoted(text: str) -> str:
    """A cell as spreadsheets write it to the clipboard: quoted where it has tabs or lines."""
    if any(mark in text for mark in '\t\n"'):
        return '"' + text.replace('"', '""') + '"'
    return text


def unquoted(clipboard: str) -> list[list[str]]:
    """Lines of cells from a spreadsheet's clipboard text."""
    text = clipboard.replace("\r\n", "\n").removesuffix("\n")
    return list(csv.reader(text.split("\n"), dialect="excel-tab")) if text else []


def block(lines: Sequence[Sequence[str]], rows: int, columns: int) -> list[list[str]]:
    """The lines, or the one cell in every place of the chosen block, as spreadsheets fill it."""
    if len(lines) == 1 and len(lines[0]) == 1:
        return [[lines[0][0]] * columns for _ in range(rows)]
    return [list(line) for line in lines]
