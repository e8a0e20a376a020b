# SPDX-License-Identifier: MIT
"""Lists as XLSX: text as text, dates as dates, numbers as numbers; ready to filter and print.

XlsxWriter keeps one row at a time, so that a list of 100,000 needs no more memory than one of ten.
It is loaded with this module.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from tempfile import TemporaryDirectory
from typing import BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from forumdesk.domain.limits import columns as width_of
from forumdesk.domain.roster import Value, plain
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import clean

MOST = 32_767
"""Characters that a cell of a spreadsheet holds."""
_FORBIDDEN = dict.fromkeys(map(ord, "[]:*?/\\"), " ")
_LONGEST_TITLE = 31  # characters of the name of a sheet
_FIRST_DAY = date(1900, 3, 1)  # before it, Excel counts a day that never was
_LEAST, _MOST_WIDE = 6, 48  # columns of text
_SETTINGS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": False,
}


@frozen
class SheetTable:
    """A table to be written: its sheet's name, titles of columns, rows, and when it is made.

    So many ``fixed`` columns stay in view when the sheet is scrolled.
    """

    name: str
    head: Sequence[str]
    rows: Iterable[Sequence[Value]]
    made: datetime
    fixed: int = 0


def write_xlsx(table: SheetTable, file: BinaryIO) -> int:
    """Write a table into a file; how many cells were cut for being too long."""
    # A folder of its own: of a list that is given up nothing stays behind.
    with TemporaryDirectory(prefix="forumdesk-") as folder:
        writing = _Writing(table, file, folder)
        try:
            return writing.done()
        finally:
            writing.let_go()


class _Writing:
    def __init__(self, table: SheetTable, file: BinaryIO, folder: str) -> None:
        self._table = table
        self._book = Workbook(file, {**_SETTINGS, "tmpdir": folder})
        self._book.set_properties({"title": clean(table.name), "created": table.made})
        self._sheet: Worksheet = self._book.add_worksheet(_sheet_name(table.name))
        self._formats = {
            "head": self._book.add_format(
                {"bold": True, "bottom": 1, "bg_color": "#EFEDE8", "valign": "vcenter"}
            ),
            "day": self._book.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
            "time": self._book.add_format({"num_format": "yyyy-mm-dd hh:mm", "align": "left"}),
            "text": self._book.add_format({"num_format": "@"}),
        }
        self._widths = [width_of(title) + 3 for title in table.head]  # and the filter's button
        self._cut = 0

    def done(self) -> int:
        sheet, head = self._sheet, self._table.head
        for column, title in enumerate(head):
            sheet.write_string(0, column, self._fitting(title), self._formats["head"])
        last = 0
        for last, row in enumerate(self._table.rows, 1):
            for column, value in enumerate(row):
                self._write(last, column, value)
        if head:
            sheet.autofilter(0, 0, last, len(head) - 1)
            sheet.ignore_errors({"number_stored_as_text": f"A1:{_corner(last, len(head))}"})
        sheet.freeze_panes(1, min(self._table.fixed, len(head)))
        sheet.set_landscape()
        sheet.repeat_rows(0)
        sheet.fit_to_pages(1, 0)
        for column, width in enumerate(self._widths):
            sheet.set_column(column, column, min(max(width + 1, _LEAST), _MOST_WIDE))
        self._book.close()
        return self._cut

    def let_go(self) -> None:
        """Close the file in which rows wait, as finishing the book does too."""
        self._sheet.row_data_fh.close()

    def _write(self, row: int, column: int, value: Value) -> None:
        if value == "":
            return
        sheet, formats = self._sheet, self._formats
        match value:
            case datetime() if value.date() >= _FIRST_DAY:
                sheet.write_datetime(row, column, value.replace(tzinfo=None), formats["time"])
                self._widen(column, 16)
            case date() if not isinstance(value, datetime) and value >= _FIRST_DAY:
                sheet.write_datetime(row, column, _midnight(value), formats["day"])
                self._widen(column, 10)
            case int():
                sheet.write_number(row, column, value)
                self._widen(column, len(str(value)))
            case _:
                text = self._fitting(plain(value))
                sheet.write_string(row, column, text, formats["text"])
                self._widen(column, max(map(width_of, text.split("\n"))))

    def _widen(self, column: int, width: int) -> None:
        self._widths[column] = max(width, self._widths[column])

    def _fitting(self, text: str) -> str:
        """Text that a cell can hold: no control characters, and not too long."""
        said = clean(text)
        if len(said) <= MOST:
            return said
        self._cut += 1
        return said[: MOST - 1] + "…"


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)


def _sheet_name(name: str) -> str:
    plain = clean(name).translate(_FORBIDDEN).strip(" '")
    return plain[:_LONGEST_TITLE].strip(" '") or "ForumDesk"


def _corner(row: int, columns: int) -> str:
    return str(xl_rowcol_to_cell(row, columns - 1))
