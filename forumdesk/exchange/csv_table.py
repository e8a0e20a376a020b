# SPDX-License-Identifier: MIT
"""Reading CSV and other text with delimiters into a table, one row at a time.

Nothing is guessed without being said: encoding and delimiter come with whether they are sure,
ragged rows with their line. Quotation marks, line ends within cells and any of the three line
ends are the business of the ``csv`` module.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import islice

from forumdesk.domain.desk import ForumDeskError, Severity
from forumdesk.domain.heads import SAMPLE, Head, head_of
from forumdesk.domain.intake import Finding
from forumdesk.domain.safe_cells import unguarded
from forumdesk.domain.tables import Form, Row, Table
from forumdesk.domain.words import N_
from forumdesk.exchange import csv_dialect, encodings
from forumdesk.exchange.limits import MOST_BYTES

_LOST = encodings.REPLACED
_LINES = 400  # from which the delimiter is found out


def read(
    data: bytes, file: str, *, encoding: str = "", delimiter: str = "", replace: bool = False
) -> Table:
    """The table in a text file; ``file`` is how it is named in a refusal.

    ``encoding`` and ``delimiter`` are those chosen by hand; ``replace`` is leave to put U+FFFD
    in the place of bytes that are no characters. Raises ``ForumDeskError``.
    """
    if len(data) > MOST_BYTES:
        raise ForumDeskError(
            N_("{file} is larger than {most} MiB; nothing was imported."),
            file=file,
            most=MOST_BYTES >> 20,
        )
    if not data.strip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"):
        raise ForumDeskError(N_("{file} is empty; nothing was imported."), file=file)
    return _Text(data, file, encodings.found(data, file, encoding, replace=replace)).table(
        "csv", delimiter
    )


def read_cells(text: str, file: str) -> Table:
    """The table in cells copied from a spreadsheet: tabs between them, lines between rows."""
    if not text.strip():
        raise ForumDeskError(N_("{file} is empty; nothing was imported."), file=file)
    data = text.encode("utf-8", "replace")
    made = _Text(data, file, encodings.Encoding("utf-8"))
    return made.table("cells", "\t" if "\t" in text else "")


class _Text:
    """A text file of cells, read as often as asked for."""

    def __init__(self, data: bytes, file: str, encoding: encodings.Encoding) -> None:
        self._data = data
        self._file = file
        self._encoding = encoding
        # Few files have any: the rest needn't be searched row by row.
        self._odd = b"\0" in data and not encoding.name.startswith("utf-16")
        self._odd |= encoding.lossy or (encoding.name[:5] == "utf-8" and b"\xef\xbf\xbd" in data)
        self._quoted = b"'" in data

    def table(self, kind: str, delimiter: str) -> Table:
        """The table, with its form found out."""
        sample = list(islice(self._lines(), _LINES))
        skipped = 0
        said = _said_delimiter(sample[0])
        if said:
            skipped, delimiter = 1, delimiter or said
        sign = csv_dialect.Delimiter(delimiter) if delimiter else csv_dialect.found(sample)
        rows = list(islice(self._cells(sign.sign, skipped), SAMPLE))
        head = head_of(rows)
        form = Form(kind, self._encoding.name, sign.sign, sure=self._encoding.sure and sign.sure)
        return Table(
            head.headings,
            lambda: self._rows(sign.sign, skipped, head),
            form,
            head.line,
            head.findings,
        )

    def _lines(self) -> Iterator[str]:
        errors = "replace" if self._encoding.lossy else "strict"
        return io.TextIOWrapper(io.BytesIO(self._data), self._encoding.name, errors, newline="")

    def _cells(self, sign: str, skipped: int) -> Iterator[tuple[int, Sequence[str]]]:
        """Every row that is not blank, with the line where it begins."""
        lines = self._lines()
        for _ in range(skipped):
            next(lines, "")
        reader = csv.reader(lines, delimiter=sign)
        line = skipped + 1
        try:
            for cells in reader:
                if any(cells):
                    yield line, cells
                line = skipped + reader.line_num + 1
        except csv.Error as error:
            raise ForumDeskError(
                N_(
                    "{file}, line {line}: a cell is longer than any should be: a quotation mark"
                    " may be missing; nothing was imported."
                ),
                file=self._file,
                line=line,
            ) from error

    def _rows(self, sign: str, skipped: int, head: Head) -> Iterator[Row]:
        width = len(head.headings)
        quoted, odd = self._quoted, self._odd
        for line, read_cells in self._cells(sign, skipped):
            if line <= head.last:
                continue
            cells = read_cells
            findings: tuple[Finding, ...] = ()
            if len(cells) != width:
                cells, findings = _squared(cells, width, line)
            if quoted:
                cells = [unguarded(cell) if cell[:1] == "'" else cell for cell in cells]
            if odd:
                findings += tuple(_odd(cells, line))
            yield Row(line, tuple(cells), findings)


def _said_delimiter(line: str) -> str:
    """What a first line ``sep=;`` says, as Excel writes and reads it."""
    text = line.lstrip("\ufeff").strip("\r\n")
    return text[4] if len(text) == 5 and text[:4].lower() == "sep=" else ""


def _squared(
    cells: Sequence[str], width: int, line: int
) -> tuple[Sequence[str], tuple[Finding, ...]]:
    """A row with as many cells as there are headings; what it has more is kept, and told."""
    if len(cells) < width:
        finding = Finding(
            N_("The row has {count} cells, the headings {width}; the last ones are empty."),
            (("count", str(len(cells))), ("width", str(width))),
            Severity.NOTE,
            line,
        )
        return [*cells, *[""] * (width - len(cells))], (finding,)
    if not any(cells[width:]):
        return cells[:width], ()
    finding = Finding(
        N_("The row has {count} cells, the headings {width}; not taken in: {rest}."),
        (
            ("count", str(len(cells))),
            ("width", str(width)),
            ("rest", " | ".join(filter(None, cells[width:]))[:200]),
        ),
        line=line,
    )
    return cells, (finding,)


def _odd(cells: Sequence[str], line: int) -> Iterator[Finding]:
    text = "".join(cells)
    if "\0" in text:
        yield Finding(
            N_("The row has characters without a meaning (NUL); they were left out."), line=line
        )
    if _LOST in text:
        yield Finding(
            N_("Some characters of the row can't be read and stand as {sign}."),
            (("sign", _LOST),),
            line=line,
        )
