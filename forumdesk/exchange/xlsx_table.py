# SPDX-License-Identifier: MIT
"""Reading XLSX into a table, one row at a time: the values somebody sees, as text.

Formulas count by the value kept with them, numbers stand in full, days as ISO dates. Cells that
are merged downwards say the same in each of their rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from forumdesk.domain.desk import ForumDeskError, Severity
from forumdesk.domain.heads import SAMPLE, Head, head_of
from forumdesk.domain.intake import Finding
from forumdesk.domain.tables import Form, Row, Table
from forumdesk.domain.wording import fold
from forumdesk.domain.words import N_
from forumdesk.exchange.xlsx_book import Book, Sheet
from forumdesk.exchange.xlsx_numbers import number
from forumdesk.exchange.xlsx_parts import Attributes, Handler, local, text_of

MOST_COLUMNS = 1000
_MOST_CELL = 1 << 20  # characters; spreadsheet programs stop at 32,767
_MOST_SHEETS = 50  # that are looked into for something to read
_MERGES = b"mergeCells"
_MOST_MERGED = 8 << 20  # bytes
_MERGED = re.compile(
    rb'<(?:\w+:)?mergeCell\b[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"'
)
_DIGITS = "0123456789"

Merged = dict[int, list[tuple[int, int, int]]]  # by first row: first and last column, last row


def read(data: bytes, file: str, sheet: str = "") -> Table:
    """The table in an XLSX file: on the sheet of this name, else on the first with anything in it.

    Raises ``ForumDeskError``.
    """
    book = Book(data, file)
    filled = [one for one in book.sheets[:_MOST_SHEETS] if next(_numbered(book, one), None)]
    chosen = _chosen(book, filled, file, sheet)
    sample = list(islice(_numbered(book, chosen), SAMPLE))
    head = head_of(sample)
    others = [one.name for one in filled if one is not chosen]
    findings = list(head.findings)
    if others and not sheet:
        findings.append(
            Finding(
                N_("The sheet “{sheet}” is read; not taken in: {others}."),
                (("sheet", chosen.name), ("others", ", ".join(others))),
                Severity.NOTE,
            )
        )
    names = tuple(one.name for one in book.sheets)
    form = Form("xlsx", sheet=chosen.name, sheets=names)
    return Table(head.headings, lambda: _rows(book, chosen, head), form, head.line, tuple(findings))


def _chosen(book: Book, filled: Sequence[Sheet], file: str, name: str) -> Sheet:
    if name:
        for sheet in book.sheets:
            if sheet.name == name or fold(sheet.name) == fold(name):
                return sheet
        raise ForumDeskError(
            N_("{file} has no sheet “{sheet}”; its sheets are: {sheets}."),
            file=file,
            sheet=name,
            sheets=", ".join(sheet.name for sheet in book.sheets),
        )
    if not filled:
        raise ForumDeskError(N_("{file} is empty; nothing was imported."), file=file)
    return filled[0]


def _numbered(book: Book, sheet: Sheet) -> Iterator[tuple[int, list[str]]]:
    """The rows of a sheet that are not blank, each with its number."""
    reader = _Cells(book)
    for _ in book.parts.parse(sheet.part, reader):
        if reader.rows:
            yield from reader.rows
            reader.rows.clear()


def _rows(book: Book, sheet: Sheet, head: Head) -> Iterator[Row]:
    width = len(head.headings)
    merged = _merged(book, sheet)
    over: dict[int, tuple[int, str]] = {}  # by column: last row, what stands in it
    for line, cells in _numbered(book, sheet):
        if line <= head.last:
            continue
        if len(cells) < width:
            cells.extend([""] * (width - len(cells)))
        if merged or over:
            _fill(cells, line, merged.get(line, ()), over)
        findings = _surplus(cells, width, line) if len(cells) > width else ()
        yield Row(line, tuple(cells), findings)


def _fill(
    cells: list[str],
    line: int,
    begun: Sequence[tuple[int, int, int]],
    over: dict[int, tuple[int, str]],
) -> None:
    """Say in each row what cells merged downwards say in their first."""
    for column, (last, text) in list(over.items()):
        if line > last:
            del over[column]
        elif column < len(cells) and not cells[column]:
            cells[column] = text
    for first, _, last in begun:
        if first < len(cells) and cells[first]:
            over[first] = (last, cells[first])


def _surplus(cells: Sequence[str], width: int, line: int) -> tuple[Finding, ...]:
    rest = " | ".join(filter(None, cells[width:]))
    return (
        Finding(
            N_("The row has {count} cells, the headings {width}; not taken in: {rest}."),
            (("count", str(len(cells))), ("width", str(width)), ("rest", rest[:200])),
            line=line,
        ),
    )


def _merged(book: Book, sheet: Sheet) -> Merged:
    """The cells of a sheet that are merged downwards; they are told at its end."""
    tail, begun = b"", False
    for piece in book.parts.pieces(sheet.part):
        tail += piece
        if not begun:
            at = tail.find(_MERGES)
            begun = at >= 0
            tail = tail[at:] if begun else tail[-len(_MERGES) :]
        elif len(tail) > _MOST_MERGED:
            break
    found: Merged = {}
    for first, top, last, bottom in _MERGED.findall(tail):
        if top != bottom and first == last:
            column = _index(first.decode())
            found.setdefault(int(top), []).append((column, column, int(bottom)))
    return found


def _index(letters: str) -> int:
    """The number of a column from 0: ``A`` is 0, ``AA`` 26."""
    found = 0
    for letter in letters:
        found = found * 26 + ord(letter) - 64
    return found - 1


class _Cells(Handler):
    """Reads the cells of a sheet; ``rows`` are those that have come to their end.

    Called some millions of times for a long list: what comes most often is asked for first.
    """

    def __init__(self, book: Book) -> None:
        super().__init__()
        self._book = book
        self._shows = book.shows
        self._columns: dict[str, int] = {}
        self.rows: list[tuple[int, list[str]]] = []
        self._line = 0
        self._cells: list[str] = []
        self._cell: Attributes = {}
        self._column = -1  # of the cell before
        self._text = ""
        self._reading = self._phonetic = False

    def start(self, tag: str, attributes: Attributes) -> None:
        """A row, a cell, or what stands in it begins."""
        if tag == "c":
            self._cell = attributes
            if "r" not in attributes:
                self._column += 1
        elif tag in ("v", "t"):
            self._reading = not self._phonetic
        elif tag == "row":
            said = attributes.get("r", "")
            self._line = int(said) if said.isdecimal() else self._line + 1
            self._cells = []
            self._column = -1
        elif tag == "rPh":
            self._phonetic = True
        elif ":" in tag:
            self.start(local(tag), attributes)

    def data(self, text: str) -> None:
        """Some of what stands in a cell."""
        if self._reading:
            self._text += text
            if len(self._text) > _MOST_CELL:
                raise self._book.parts.damaged()

    def end(self, tag: str) -> None:
        """A cell or a row ends."""
        if tag == "c":
            if self._text:
                self._put(self._text)
                self._text = ""
        elif tag in ("v", "t"):
            self._reading = False
        elif tag == "row":
            if self._cells:
                self.rows.append((self._line, self._cells))
        elif tag == "rPh":
            self._phonetic = False
        elif ":" in tag:
            self.end(local(tag))

    def _put(self, raw: str) -> None:
        cell = self._cell
        kind = cell.get("t", "n")
        text = raw if kind == "inlineStr" and "_x" not in raw else self._value(kind, raw)
        if "r" in cell:
            letters = cell["r"].rstrip(_DIGITS)
            at = self._columns.get(letters, -1)
            self._column = at if at >= 0 else self._placed(letters)
        cells = self._cells
        missing = self._column - len(cells)
        if missing == 0 and text:
            cells.append(text)
        elif text:
            self._put_apart(text, missing)

    def _placed(self, letters: str) -> int:
        at = _index(letters.upper())
        if not 0 <= at < MOST_COLUMNS:
            raise self._book.parts.refused(
                N_("{file} has more columns than any list of people; nothing was imported.")
            )
        self._columns[letters] = at
        return at

    def _put_apart(self, text: str, missing: int) -> None:
        """A cell behind empty ones, or (no program writes that) before the last."""
        if missing > MOST_COLUMNS:
            raise self._book.parts.damaged()
        self._cells.extend([""] * (missing + 1))
        self._cells[self._column] = text

    def _value(self, kind: str, raw: str) -> str:
        if kind == "s":
            texts = self._book.texts
            return texts[int(raw)] if raw.isdecimal() and int(raw) < len(texts) else ""
        if kind == "n":
            style = self._cell.get("s", "")
            if style.isdecimal() and int(style) < len(self._shows):
                return self._shows[int(style)](raw)
            return number(raw)
        if kind == "b":
            return "TRUE" if raw.strip() == "1" else "FALSE"
        return text_of(raw)
