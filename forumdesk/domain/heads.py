# SPDX-License-Identifier: MIT
"""Where a table begins: its headings, below what stands over it.

Offices put a title and a date over their lists, and headings over headings (성명: 국문, 영문).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from forumdesk.domain.desk import Severity
from forumdesk.domain.heading_words import bare
from forumdesk.domain.headings import is_data, is_heading
from forumdesk.domain.intake import Finding
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import one_line
from forumdesk.domain.words import N_

Numbered = tuple[int, Sequence[str]]
SAMPLE = 60  # rows that are looked at
_DEEPEST = 20  # rows that may stand over the headings
# Headings under a heading that tells what they are of.
_UNDER = frozenset(
    {
        "국문",
        "영문",
        "한글",
        "한자",
        "영어",
        "성",
        "이름",
        "일문",
        "korean",
        "english",
        "kor",
        "eng",
    }
)


@frozen
class Head:
    """The headings of a table, their line (0: it has none) and the last line they take."""

    headings: tuple[str, ...]
    line: int = 0
    last: int = 0
    findings: tuple[Finding, ...] = ()


def head_of(rows: Sequence[Numbered]) -> Head:
    """The head of a table that begins with these rows, blank ones left out."""
    at = _at(rows)
    if at is None:
        return Head(("",) * _width(rows), findings=tuple(_without_head(rows)))
    line, cells = rows[at]
    headings = [one_line(cell) for cell in cells]
    last = line
    below = rows[at + 1 :]
    if below and _is_under(below[0][1]):
        last, under = below[0]
        headings = _joined(headings, [one_line(cell) for cell in under])
        below = below[1:]
    width = max(_filled(headings), _width(below))
    headings = (headings + [""] * width)[:width]
    findings = (*_over(rows[:at]), *_doubled(headings, line))
    return Head(tuple(headings), line, last, findings)


def _at(rows: Sequence[Numbered]) -> int | None:
    """Which row has the headings: that with most known ones, else the first as wide as the rest."""
    scores = [_score(cells) for _, cells in rows[:_DEEPEST]]
    if scores and max(scores) > 0:
        return scores.index(max(scores))
    width = _width(rows)
    for at, (_, cells) in enumerate(rows[:_DEEPEST]):
        if any(is_data(cell) for cell in cells):
            return None
        if sum(map(bool, cells)) * 2 > width:
            return at
    return None


def _score(cells: Sequence[str]) -> int:
    """How many cells are known headings; none if some are what no heading would be."""
    if any(is_data(cell) for cell in cells):
        return 0
    written = [cell for cell in cells if cell.strip()]
    known = sum(map(is_heading, written))
    return known if known * 3 >= len(written) else 0


def _is_under(cells: Sequence[str]) -> bool:
    written = [bare(cell) for cell in cells if cell.strip()]
    return len(written) > 1 and all(word in _UNDER for word in written)


def _joined(headings: Sequence[str], under: Sequence[str]) -> list[str]:
    """Headings with those under them; one over several stands over the first of them."""
    width = max(len(headings), len(under))
    over = ""
    found = []
    for at in range(width):
        top = headings[at] if at < len(headings) else ""
        low = under[at] if at < len(under) else ""
        over = top or over
        found.append(f"{over} ({low})" if low else top)
    return found


def _filled(cells: Sequence[str]) -> int:
    return max((at for at, cell in enumerate(cells, 1) if cell), default=0)


def _width(rows: Sequence[Numbered]) -> int:
    """How many cells most rows have, empty ones at the end left out."""
    widths = Counter(_filled(cells) for _, cells in rows[:SAMPLE])
    return max(widths, key=lambda width: (widths[width], width), default=0)


def _over(rows: Sequence[Numbered]) -> Iterator[Finding]:
    for line, cells in rows:
        text = " ".join(filter(None, map(one_line, cells)))
        yield Finding(
            N_("The line “{text}” stands over the headings and was not taken in."),
            (("text", text[:80]),),
            Severity.NOTE,
            line,
        )


def _without_head(rows: Sequence[Numbered]) -> Iterator[Finding]:
    if rows:
        yield Finding(
            N_("The list has no headings; what its columns mean is guessed from what is in them."),
            line=rows[0][0],
        )


def _doubled(headings: Sequence[str], line: int) -> Iterator[Finding]:
    counts = Counter(filter(None, headings))
    for heading, count in counts.items():
        if count > 1:
            yield Finding(
                N_("The heading “{heading}” stands over {count} columns."),
                (("heading", heading), ("count", str(count))),
                line=line,
            )
