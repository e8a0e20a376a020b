# SPDX-License-Identifier: MIT
"""What stands between the cells of a text file: found out by which sign makes a table of it."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence

from forumdesk.domain.values import frozen

DELIMITERS = (",", ";", "\t", "|")
_SAMPLE = 60  # rows; a table shows its form in fewer


@frozen
class Delimiter:
    """The sign between cells, and whether no other makes as good a table."""

    sign: str
    sure: bool = True


def found(lines: Sequence[str]) -> Delimiter:
    """The delimiter of a file that begins with these lines.

    The sign that gives most rows the same number of cells, more than one; commas where none does.
    """
    scores = {sign: _score(lines, sign) for sign in DELIMITERS}
    first, second = sorted(scores, key=lambda sign: -scores[sign])[:2]
    if not scores[first]:
        return Delimiter(",", sure=not any(sign in line for line in lines for sign in DELIMITERS))
    return Delimiter(first, sure=scores[second] < scores[first] * 0.7)


def _score(lines: Sequence[str], sign: str) -> float:
    """How well a sign makes a table: the share of rows alike, a little more for more cells."""
    widths = [len(row) for row in _rows(lines, sign) if row][:_SAMPLE]
    # A table under lines of a title is a table too, if most of it is one.
    several = Counter(width for width in widths if width > 1)
    if not several:
        return 0.0
    width, count = several.most_common(1)[0]
    return count / len(widths) * (1 + min(width, 20) / 40)


def _rows(lines: Sequence[str], sign: str) -> list[list[str]]:
    try:
        return list(csv.reader(lines, delimiter=sign))
    except csv.Error:  # a cell without end: not the sign, or told when the file is read
        return []
