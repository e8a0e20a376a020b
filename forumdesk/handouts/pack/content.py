# SPDX-License-Identifier: MIT
"""What the list of a pack says."""

from __future__ import annotations

from forumdesk.domain.values import frozen
from forumdesk.handouts.content import NOTHING, Sheet, Wording


@frozen
class PackFigure:
    """How many there are of something."""

    count: int
    word: Wording


@frozen
class PackRow:
    """A file: its number, what it is, for whom, on which paper, and how much of it."""

    number: str
    title: Wording
    detail: Wording
    audience: Wording
    paper: Wording
    ink: Wording
    pages: int
    copies: int
    single: int
    duplex: int


@frozen
class PaperTotal:
    """What one kind of paper is needed: how many sheets, printed on one side or on both."""

    paper: Wording
    files: int
    single: int
    duplex: int


@frozen
class PrintFile:
    """A file to be printed at one go: its name, how it is to be cut, what it has and takes."""

    name: Wording
    detail: Wording
    files: int
    sheets: int


@frozen
class Missing:
    """A sheet that is not in the pack, and why."""

    number: str
    title: Wording
    detail: Wording
    why: Wording


@frozen
class MissingGroup:
    """Sheets that are not in the pack for reasons of one kind."""

    anchor: str
    title: Wording
    missing: tuple[Missing, ...]


@frozen
class Noted:
    """Something to be looked at, and the numbers of the sheets that it is on."""

    text: Wording
    on: str


@frozen
class NotedGroup:
    """What is to be looked at before sheets are handed out, of one severity."""

    anchor: str
    title: Wording
    head: Wording
    noted: tuple[Noted, ...]


@frozen
class PackHeads:
    """The heads of the columns, and what is said beside the tables."""

    number: Wording
    title: Wording
    audience: Wording
    paper: Wording
    pages: Wording
    copies: Wording
    single: Wording
    duplex: Wording
    totals: Wording
    files: Wording
    together: Wording


@frozen
class PackListContent:
    """The list of a pack: every file, the paper it takes, and what is not in it."""

    sheet: Sheet
    note: Wording
    figures: tuple[PackFigure, ...]
    heads: PackHeads
    rows: tuple[PackRow, ...]
    totals: tuple[PaperTotal, ...]
    groups: tuple[MissingGroup, ...]
    noted: tuple[NotedGroup, ...] = ()
    prints: tuple[PrintFile, ...] = ()
    printing: Wording = NOTHING
    nothing: Wording = NOTHING

    @property
    def blank(self) -> bool:
        """Whether it says nothing but its titles."""
        return False  # it says what is not in the pack, too
