# SPDX-License-Identifier: MIT
"""A table of text as plain values: what ``exchange`` reads, not understood yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import field

from forumdesk.domain.intake import Finding
from forumdesk.domain.values import frozen


@frozen
class Row:
    """A row below the headings: its line (or row of the sheet) from 1, and its cells as text.

    It has at least as many cells as there are headings. ``findings`` are about its form; what
    its cells mean is found out by ``domain.understanding``.
    """

    line: int
    cells: tuple[str, ...]
    findings: tuple[Finding, ...] = ()


@frozen
class Form:
    """How a table was written, as far as it was told or found out.

    ``kind`` is ``csv``, ``cells`` (pasted) or ``xlsx``; ``sure`` says whether the encoding and
    the delimiter leave no doubt, so that a window may ask; ``sheet`` is the sheet that was read
    of the ``sheets`` there are.
    """

    kind: str
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    sure: bool = True


@frozen
class Table:
    """A table: its headings, ``""`` where a column has none, and its rows.

    ``rows`` reads them from the beginning each time it is called, one by one; blank ones are
    left out. ``line`` is that of the headings, 0 where the table has none. ``findings`` are about
    the table as a whole.
    """

    headings: tuple[str, ...]
    rows: Callable[[], Iterator[Row]] = field(hash=False)
    form: Form
    line: int = 1
    findings: tuple[Finding, ...] = ()
