# SPDX-License-Identifier: MIT
"""``import … --as contacts``: an address book (vCard) into the directory, or into an edition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from forumdesk.cli.import_kinds import Asked, Importing
from forumdesk.cli.list_plans import Target, attended, planned, taken, told_counts
from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.intake import ImportReport
from forumdesk.domain.list_plan import Plan
from forumdesk.domain.words import N_, Words
from forumdesk.exchange.contacts import Contacts
from forumdesk.exchange.pictures import with_portrait


class ContactsSource:
    """An address book that was read; with an edition, its people take part there."""

    def __init__(self, asked: Asked, contacts: Contacts) -> None:
        self._asked = asked
        self._contacts = contacts
        self._plan: Plan | None = None

    def importing(self, desk: Desk) -> Importing:
        """Planned now, done when it is driven."""
        wanted = self._asked.new or self._asked.edition is not None
        target = attended(desk, self._asked) if wanted else Target()
        self._plan = planned(
            desk, target, self._asked, map(with_portrait, self._contacts.entries())
        )
        return self._driven(desk, target, self._plan)

    def _driven(self, desk: Desk, target: Target, plan: Plan) -> Importing:
        report = yield from taken(desk, target, plan)
        return replace(report, problems=(*self._contacts.findings, *report.problems))

    def told(self, report: ImportReport, words: Words) -> Sequence[str]:
        """What became of the cards."""
        assert self._plan
        return told_counts(report, self._plan, words)


def read(asked: Asked, data: bytes) -> ContactsSource:
    """Read an address book."""
    if asked.choices or asked.delimiter:
        raise ForumDeskError(N_("--map and --delimiter go with lists that have columns."))
    return ContactsSource(
        asked, Contacts(data, str(asked.source), asked.encoding, replace=asked.replace)
    )
