# SPDX-License-Identifier: MIT
"""The organizations of the file: a tree of who stands under whom, or what a search finds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from forumdesk.domain.people import Organization, Participation
from forumdesk.domain.terms import term
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_
from forumdesk.services.people import add_organization
from forumdesk.ui.directory.card import Card, languages_of
from forumdesk.ui.directory.listing import Entry
from forumdesk.ui.directory.organization_card import OrganizationCard
from forumdesk.ui.directory.page import DirectoryPage
from forumdesk.ui.workspace import Workspace

_STEP = "\u2003"  # before a name, for each body above it


class OrganizationsPage(DirectoryPage):
    """Every body there is, whatever its part in an edition."""

    record = "organization"
    heading = N_("Organizations")
    searching = N_("Find an organization by any of its names")
    nothing = N_("Choose an organization to see the card, or add one.")

    def __init__(self, work: Workspace, parent: QWidget | None = None) -> None:
        self._depths: dict[str, int] = {}
        super().__init__(work, parent)

    def make_card(self, parent: QWidget) -> Card:
        """An organization's card."""
        return OrganizationCard(self.work, parent)

    def ids(self, typed: str) -> list[str]:
        """All as a tree; what the words find, without it."""
        language = self.work.words.language
        if typed.strip():
            self._depths = {}
            return self.work.desk.organization_ids(typed, language)
        tree = self.work.desk.organization_tree(language)
        self._depths = dict(tree)
        return [id_ for id_, _ in tree]

    def counted(self, count: int) -> str:
        """How many organizations."""
        return self.work.words.plural("{count:,} organization", "{count:,} organizations", count)

    def entries(self, ids: Sequence[str]) -> dict[str, Entry]:
        """Name, kind, sector and country, and from how many participations."""
        desk, words = self.work.desk, self.work.words
        counts = desk.tally(Participation, "organization", organization=list(ids))
        found = {}
        for body in desk.find(Organization, id=list(ids)):
            indent = _STEP * self._depths.get(body.id, 0)
            short = words.text(body.short)
            called = words.text(body.name)
            facts = (
                short if short != called else "",
                term(body.kind, words),
                body.sector,
                body.country,
            )
            line = " · ".join(filter(None, facts))
            name = called or words("without a name")
            count = str(counts.get((body.id,), "") or "")
            found[body.id] = Entry(indent + name, indent + line, count)
        return found

    def add(self) -> str | None:
        """A new organization of a name that is asked for."""
        words = self.work.words
        typed = self.work.messages.ask_text(
            words("What is the organization called?"), words("In either language")
        )
        if not typed or not typed.strip():
            return None
        languages = languages_of(self.work)
        hangul = any("가" <= c <= "힣" for c in typed)
        own = [tag for tag in languages if (tag == "ko") == hangul]
        made = self.work.run(add_organization, Text.of({(own or languages)[0]: typed}), {})
        return made.id if made else None
