# SPDX-License-Identifier: MIT
"""Any list of people that comes as a table: a text file, a spreadsheet, or pasted cells."""

from __future__ import annotations

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.tables import Table
from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_
from forumdesk.exchange import csv_table

_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@frozen
class Choices:
    """How a table is to be read, as far as somebody has chosen; the rest is found out.

    ``replace`` is leave to put U+FFFD in the place of bytes that are no characters.
    """

    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    replace: bool = False


AS_FOUND = Choices()


def read(data: bytes, file: str, choices: Choices = AS_FOUND) -> Table:
    """The table in a file, whatever its name ends in; ``file`` is what it is called in a refusal.

    Raises ``ForumDeskError`` for what can't be read without losing something.
    """
    if data.startswith(_ZIP):
        from forumdesk.exchange import xlsx_table  # noqa: PLC0415 - for spreadsheets alone

        return xlsx_table.read(data, file, choices.sheet)
    if data.startswith(_OLD_OFFICE):
        raise ForumDeskError(
            N_(
                "{file} is a spreadsheet of the old kind (.xls) or has a password; save it as"
                " .xlsx without one. Nothing was imported."
            ),
            file=file,
        )
    return csv_table.read(
        data,
        file,
        encoding=choices.encoding,
        delimiter=choices.delimiter,
        replace=choices.replace,
    )


def pasted(text: str, name: str) -> Table:
    """The table in cells copied from a spreadsheet; ``name`` is what it is called in a refusal."""
    return csv_table.read_cells(text, name)
