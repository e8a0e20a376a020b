# SPDX-License-Identifier: MIT
"""A list as it comes, read into values beside the window: a file, or cells that were copied."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from pathlib import Path

from forumdesk.domain.headings import guess
from forumdesk.domain.intake import Finding
from forumdesk.domain.list_drafting import draft
from forumdesk.domain.list_known import Known
from forumdesk.domain.list_plan import Plan
from forumdesk.domain.tables import Table
from forumdesk.domain.understanding import understood
from forumdesk.domain.values import frozen
from forumdesk.exchange.tables import Choices
from forumdesk.ui.contents import content_of

SAMPLE = 60  # rows looked at to guess what columns mean, and shown
_CARDS = (".vcf", ".vcard")


@frozen
class Source:
    """Where a list comes from: a file by its path, or the text of copied cells."""

    name: str
    path: Path | None = None
    text: str = ""

    @property
    def is_cards(self) -> bool:
        """Whether it holds contacts (vCard), which need no mapping."""
        return self.path is not None and self.path.suffix.casefold() in _CARDS


@frozen
class Look:
    """What a table looks like: itself, its first rows, and what its columns seem to mean."""

    table: Table
    sample: tuple[tuple[str, ...], ...]
    guessed: Mapping[int, str]


@frozen
class Drafted:
    """A plan, and what was found on the way to it."""

    plan: Plan
    findings: tuple[Finding, ...] = ()


def look_at(source: Source, choices: Choices) -> Look:
    """Read the head of a table; raises ``ForumDeskError`` for what can't be read."""
    from forumdesk.exchange import tables  # noqa: PLC0415 - for lists alone

    if source.path is None:
        table = tables.pasted(source.text, source.name)
    else:
        table = tables.read(content_of(source.path), source.name, choices)
    sample = tuple(row.cells for row in islice(table.rows(), SAMPLE))
    return Look(table, sample, guess(table.headings, sample))


def draft_table(look: Look, mapping: Mapping[int, str], known: Known) -> Drafted:
    """What would become of a table under a mapping."""
    understanding = understood(look.table, mapping)
    entries = list(understanding.entries(look.table.rows()))
    return Drafted(draft(known, entries), (*look.table.findings, *understanding.findings))


def draft_cards(source: Source, known: Known) -> Drafted:
    """What would become of a file of contacts."""
    from forumdesk.exchange import contacts  # noqa: PLC0415 - for contacts alone
    from forumdesk.exchange.pictures import with_portrait  # noqa: PLC0415

    assert source.path is not None
    cards = contacts.Contacts(content_of(source.path), source.name)
    entries = list(map(with_portrait, cards.entries()))
    return Drafted(draft(known, entries), tuple(cards.findings))
