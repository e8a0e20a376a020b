# SPDX-License-Identifier: MIT
"""Lists as CSV, for spreadsheets: UTF-8 with a byte order mark, which Excel needs to see it.

Cells that a spreadsheet could take for a formula are guarded (``domain.safe_cells``); dates stand
in ISO form. The rows are written as they come.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from forumdesk.domain.roster import Value, plain
from forumdesk.domain.safe_cells import guarded
from forumdesk.domain.wording import clean

_MARK = b"\xef\xbb\xbf"
_ROWS = 1000  # to a piece


def csv_pieces(head: Sequence[str], rows: Iterable[Sequence[Value]]) -> Iterator[bytes]:
    """A CSV file piece by piece: its head, then its rows."""
    yield _MARK
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow([_cell(title) for title in head])
    for n, row in enumerate(rows, 1):
        writer.writerow([_cell(value) for value in row])
        if n % _ROWS == 0:
            yield _taken(buffer)
    yield _taken(buffer)


def _cell(value: Value) -> str:
    text = plain(value)
    # No control character and no half of a surrogate pair may stop a list.
    return guarded(text if text.isascii() and text.isprintable() else clean(text))


def _taken(buffer: io.StringIO) -> bytes:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text.encode()
