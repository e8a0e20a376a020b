# SPDX-License-Identifier: MIT
"""Rows of a foreign list, and what its columns mean, made into entries: nothing said is lost.

What can't be understood is told, and kept as a note where it says something; a row without any
name is an entry with a finding of severity ``ERROR``. No row, however odd, ends the list.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from forumdesk.domain.cell_readers import EMPTIES, READERS, Reader, Spot
from forumdesk.domain.desk import Severity
from forumdesk.domain.drafts import Draft
from forumdesk.domain.entries import ListEntry
from forumdesk.domain.heading_words import bare
from forumdesk.domain.headings import IGNORE
from forumdesk.domain.intake import Finding
from forumdesk.domain.name_cells import TOTALS
from forumdesk.domain.naming import script_of
from forumdesk.domain.people import Script
from forumdesk.domain.settled import settled
from forumdesk.domain.tables import Row, Table
from forumdesk.domain.wording import clean, fold, one_line
from forumdesk.domain.words import N_

_ERRORS = frozenset(
    ("#n/a", "#ref!", "#value!", "#name?", "#div/0!", "#null!", "#num!", "#getting_data", "#spill!")
)
_TOTAL_ENDS = frozenset(end for word in TOTALS for end in (word[-1], word[-1].upper()))


class Understanding:
    """Makes entries of the rows of one list; ``findings`` are about the list as a whole.

    They are all there when the last row has been read.
    """

    def __init__(self, headings: Sequence[str], mapping: Mapping[int, str], line: int = 1) -> None:
        self.findings: list[Finding] = []
        self._line = line
        self._headings = headings
        east = "ja" if any(script_of(h) in (Script.KANA, Script.HANJA) for h in headings) else "zh"
        east = "ko" if any(script_of(h) is Script.HANGUL for h in headings) else east
        self._plan: list[tuple[int, Reader, Spot]] = []
        self._person: dict[str, object] = {}
        self._participation: dict[str, object] = {}
        self._apart: list[int] = []  # columns that are not taken in, as far as still empty
        for at, heading in enumerate(headings):
            key, _, language = mapping.get(at, "").partition(".")
            if key in READERS:
                self._plan.append((at, READERS[key], Spot(key, language, one_line(heading), east)))
                self._empty(key)
            elif key != IGNORE and not key:
                self._apart.append(at)

    def _empty(self, key: str) -> None:
        if key in EMPTIES:
            kind, field, value = EMPTIES[key]
            (self._person if kind == "person" else self._participation)[field] = value

    def entries(self, rows: Iterable[Row]) -> Iterator[ListEntry]:
        """The rows as entries, one by one."""
        for row in settled(rows):
            yield self.entry(row)

    def entry(self, row: Row) -> ListEntry:
        """One row as an entry."""
        cells: Sequence[str] = row.cells
        joined = "".join(cells)
        if not (joined.isprintable() and unicodedata.is_normalized("NFC", joined)):
            cells = [clean(cell) for cell in cells]
        draft = Draft(row, self._person, self._participation)
        if "#" in joined:
            cells = [_without_error(cell, draft) for cell in cells]
        for at, read, spot in self._plan:
            cell = cells[at].strip()
            if cell:
                read(draft, cell, spot)
        if self._apart:
            self._left_out(cells)
        if cells and cells[0][-1:] in _TOTAL_ENDS and fold(cells[0]) in TOTALS:
            draft.total = True
        return draft.entry()

    def _left_out(self, cells: Sequence[str]) -> None:
        """Tell once of each column that has something in it and no meaning."""
        for at in [at for at in self._apart if cells[at].strip()]:
            self._apart.remove(at)
            name = one_line(self._headings[at]) or str(at + 1)
            self.findings.append(
                Finding(
                    N_("The column “{heading}” was not taken in."),
                    (("heading", name),),
                    Severity.NOTE,
                    self._line,
                )
            )


def understood(table: Table, mapping: Mapping[int, str]) -> Understanding:
    """An understanding of a table under a mapping: ``entries(table.rows())`` are its people."""
    return Understanding(table.headings, mapping, table.line)


def _without_error(cell: str, draft: Draft) -> str:
    if bare(cell) and cell.strip().casefold() in _ERRORS:
        draft.found(N_("A formula of the spreadsheet failed: {error}."), error=cell.strip())
        return ""
    return cell
