# SPDX-License-Identifier: MIT
"""``import … --as attendees`` or ``people``: a list from a spreadsheet or a text file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from forumdesk.cli.import_kinds import Asked, Importing
from forumdesk.cli.list_plans import Target, attended, directory, planned, taken, told_counts
from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.headings import (
    IGNORE,
    field_title,
    from_lines,
    guess,
    said,
    signature,
    to_lines,
)
from forumdesk.domain.intake import ImportReport
from forumdesk.domain.list_plan import Plan
from forumdesk.domain.tables import Table
from forumdesk.domain.understanding import Understanding, understood
from forumdesk.domain.words import N_, Words
from forumdesk.exchange import tables
from forumdesk.services import listing

_LOOKED_AT = 50  # rows, to guess what a column without a telling heading means
_NAMES = frozenset({"name", "hangul", "latin", "hanja", "family", "given"})


class ListSource:
    """A table that was read, and how it is understood once it is known what its columns mean."""

    def __init__(self, asked: Asked, table: Table) -> None:
        self._asked = asked
        self._table = table
        self._mapping: Mapping[int, str] = {}
        self._plan: Plan | None = None

    def importing(self, desk: Desk) -> Importing:
        """Into the edition, or the directory: planned now, done when it is driven."""
        asked, table = self._asked, self._table
        target = attended(desk, asked) if asked.kind == "attendees" else directory(asked)
        sign = signature(table.headings)
        known = from_lines(listing.headings_remembered(desk, sign))
        guessed = known or guess(table.headings, self._sample())
        self._mapping = said(asked.choices, table.headings, guessed)
        self._refuse_nameless()
        understanding = understood(table, self._mapping)
        entries = understanding.entries(table.rows())
        self._plan = planned(desk, target, asked, entries)
        columns = to_lines(self._mapping, len(table.headings)) if asked.choices else ""
        return self._driven(desk, target, understanding, (sign, columns))

    def _driven(
        self,
        desk: Desk,
        target: Target,
        understanding: Understanding,
        headings: tuple[str, str],
    ) -> Importing:
        assert self._plan
        report = yield from taken(desk, target, self._plan, headings)
        findings = (*self._table.findings, *understanding.findings)
        return replace(report, problems=(*findings, *report.problems))

    def _sample(self) -> list[tuple[str, ...]]:
        return [row.cells for row in islice(self._table.rows(), _LOOKED_AT)]

    def _refuse_nameless(self) -> None:
        if _NAMES.isdisjoint(key.partition(".")[0] for key in self._mapping.values()):
            raise ForumDeskError(
                N_(
                    "{file}: no column of these is known to be a name: {columns}. Say which with"
                    " --map “Column=name”; nothing was changed."
                ),
                file=str(self._asked.source),
                columns=", ".join(filter(None, self._table.headings)),
            )

    def told(self, report: ImportReport, words: Words) -> Sequence[str]:
        """What became of the rows, how the file was read and what its columns were taken for."""
        assert self._plan
        form = self._table.form
        lines = [*told_counts(report, self._plan, words)]
        if form.encoding:
            lines.append(words("Read as {encoding}.", encoding=form.encoding))
        lines.append(words("Columns: {columns}", columns="; ".join(self._columns(words))))
        return lines

    def _columns(self, words: Words) -> Iterator[str]:
        for at, heading in enumerate(self._table.headings):
            name = heading or str(at + 1)
            key = self._mapping.get(at, IGNORE)
            if key == IGNORE:
                yield words("{heading} (not taken in)", heading=name)
            else:
                yield f"{name} = {field_title(key, words)}"


def read(asked: Asked, data: bytes) -> ListSource:
    """Read a table; what its columns mean is found out when the forum file is open."""
    if asked.kind == "people":
        directory(asked)
    choices = tables.Choices(
        encoding=asked.encoding, delimiter=asked.delimiter, replace=asked.replace
    )
    return ListSource(asked, tables.read(data, str(asked.source), choices))
