# SPDX-License-Identifier: MIT
"""Lists of participants as files for other programs: one line for each format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import BinaryIO

from forumdesk.domain.roster import Roster
from forumdesk.domain.values import frozen
from forumdesk.exchange.csv_out import csv_pieces
from forumdesk.exchange.vcards import CardVersion, vcards


@frozen
class ListFile:
    """A list to be written: what is on it, when it is made, and which vCards are wanted."""

    roster: Roster
    made: datetime
    cards: CardVersion = CardVersion.THREE


def write_list(kind: str, wanted: ListFile, file: BinaryIO) -> int:
    """Write a list in a format; how many texts were cut for being too long for it."""
    return _WRITERS[kind](wanted, file)


def _csv(wanted: ListFile, file: BinaryIO) -> int:
    roster = wanted.roster
    for piece in csv_pieces(roster.head, roster.rows()):
        file.write(piece)
    return 0


def _xlsx(wanted: ListFile, file: BinaryIO) -> int:
    # Loaded when the first sheet is written.
    from forumdesk.exchange.xlsx_out import SheetTable, write_xlsx  # noqa: PLC0415

    roster = wanted.roster
    title = roster.words.text(roster.dossier.title)
    return write_xlsx(
        SheetTable(title, roster.head, roster.rows(), wanted.made, fixed=roster.fixed), file
    )


def _vcf(wanted: ListFile, file: BinaryIO) -> int:
    asked = wanted.roster.asked
    for card in vcards(wanted.roster.dossier, asked.reader, wanted.cards, asked.only):
        file.write(card.encode())
    return 0


_WRITERS: Mapping[str, Callable[[ListFile, BinaryIO], int]] = MappingProxyType(
    {"csv": _csv, "xlsx": _xlsx, "vcf": _vcf}
)
LIST_FORMATS = tuple(_WRITERS)
"""The formats in which lists are written, by the names of their files' endings."""
