# SPDX-License-Identifier: MIT
"""Cells to and from the clipboard, as spreadsheets write and read them."""

from __future__ import annotations

import csv
from collections.abc import Sequence

from forumdesk.domain.values import frozen

Cell = tuple[str, str, str]  # record, column, text
Line = tuple[tuple[str, str], ...]  # column and text of each cell of a row


@frozen
class Pasted:
    """What a paste asks for: cells of rows there are, and lines that become new ones."""

    cells: tuple[Cell, ...] = ()
    lines: tuple[Line, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.cells or self.lines)


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
