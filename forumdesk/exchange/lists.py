# SPDX-License-Identifier: MIT
"""Lists of participants as files for other programs: one line for each format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import BinaryIO, TypeVar

from forumdesk.domain.roster import Roster
from forumdesk.domain.values import frozen
from forumdesk.exchange.csv_out import csv_pieces
from forumdesk.exchange.vcards import CardVersion, vcards

T = TypeVar("T")


@frozen
class ListFile:
    """A list to be written: what is on it, when it is made, and which vCards are wanted.

    ``heed`` is called with each number of people written; it may raise to put an end to it.
    """

    roster: Roster
    made: datetime
    cards: CardVersion = CardVersion.THREE
    heed: Callable[[int], object] = int

    def heeded(self, things: Iterable[T]) -> Iterator[T]:
        """Things of people, one after the other, told of as they go."""
        for done, thing in enumerate(things, 1):
            yield thing
            self.heed(done)


def write_list(kind: str, wanted: ListFile, file: BinaryIO) -> int:
    """Write a list in a format; how many texts were cut for being too long for it."""
    return _WRITERS[kind](wanted, file)


def _csv(wanted: ListFile, file: BinaryIO) -> int:
    roster = wanted.roster
    for piece in csv_pieces(roster.head, wanted.heeded(roster.rows())):
        file.write(piece)
    return 0


def _xlsx(wanted: ListFile, file: BinaryIO) -> int:
    # Loaded when the first sheet is written.
    from forumdesk.exchange.xlsx_out import SheetTable, write_xlsx  # noqa: PLC0415

    roster = wanted.roster
    title = roster.words.text(roster.dossier.title)
    rows = wanted.heeded(roster.rows())
    return write_xlsx(SheetTable(title, roster.head, rows, wanted.made, roster.fixed), file)


def _vcf(wanted: ListFile, file: BinaryIO) -> int:
    asked = wanted.roster.asked
    cards = vcards(wanted.roster.dossier, asked.reader, wanted.cards, asked.only)
    for card in wanted.heeded(cards):
        file.write(card.encode())
    return 0


_WRITERS: Mapping[str, Callable[[ListFile, BinaryIO], int]] = MappingProxyType(
    {"csv": _csv, "xlsx": _xlsx, "vcf": _vcf}
)
LIST_FORMATS = tuple(_WRITERS)
"""The formats in which lists are written, by the names of their files' endings."""
