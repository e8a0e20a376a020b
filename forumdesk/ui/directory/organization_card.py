# SPDX-License-Identifier: MIT
"""An organization's card: names, what it is, where, whom it stands under, who came from it."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from forumdesk.domain.desk import Desk
from forumdesk.domain.forum import Edition, Series, edition_title
from forumdesk.domain.ids import EditionId, OrganizationId
from forumdesk.domain.languages import country_name
from forumdesk.domain.people import Organization, OrganizationKind, Participation, Quota
from forumdesk.domain.terms import term
from forumdesk.services.directory import (
    merge_organization_named,
    set_logo,
    set_parent_named,
)
from forumdesk.services.people import change_organization, remove_organization
from forumdesk.services.quotas import set_organization_quota
from forumdesk.ui.choices import ChoiceField
from forumdesk.ui.directory.card import BETWEEN, Card, beside, languages_of, named
from forumdesk.ui.directory.picture_field import PictureField
from forumdesk.ui.fields import read_only
from forumdesk.ui.forms import BilingualField, LineField, TextField
from forumdesk.ui.inviting.quota_field import QuotaField
from forumdesk.ui.labels import FlowLabel, button, label
from forumdesk.ui.workspace import Workspace

LOGO = QSize(160, 104)
# Sectors of the semiconductor industry offered besides those in the file.
_SECTORS = ("memory", "foundry", "equipment", "materials", "fabless", "design house", "IP")


class OrganizationCard(Card):
    """Fields of an organization; each commits itself."""

    def __init__(self, work: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(work, parent)
        self._id = ""
        words = work.words
        languages = languages_of(work)
        self.name = FlowLabel(look="title")
        self.logo = PictureField(work, words("Logo"), self._set_logo, LOGO)
        self.names = BilingualField(words("Name"), languages, beside=True)
        self.short = BilingualField(words("Short name"), languages, beside=True)
        kinds = [(kind, term(kind, words)) for kind in OrganizationKind]
        self.kind = ChoiceField(words("Kind"), kinds)
        self.sector = LineField(words("Sector"))
        self.country = LineField(words("Country (two letters)"))
        self.above = LineField(words("Stands under"))
        self.website = LineField(words("Web page"))
        self.address = BilingualField(
            words("Address for letters"), languages, long=True, beside=True
        )
        self.aliases = TextField(words("Further names, one to a line"))
        self.people = label(look="muted", wrap=True)
        self.quota = QuotaField(work, words("Seats of this organization"), self._put_seats)
        self.merged = button(words("&Merge with…"))
        self.merged.setToolTip(words("Another organization in the file is this same one."))
        self.gone = button(words("&Remove"))
        self.fields = {
            "name": self.names,
            "short": self.short,
            "kind": self.kind,
            "sector": self.sector,
            "country": self.country,
            "parent": self.above,
            "website": self.website,
            "address": self.address,
            "aliases": self.aliases,
            "logo": self.logo,
        }
        self._wire()
        self._lay_out()

    def _wire(self) -> None:
        for name in ("name", "short", "kind", "sector", "website", "address"):
            field = self.fields[name]
            field.committed.connect(self.changer(name))  # type: ignore[attr-defined]
        self.country.committed.connect(lambda text: self.change("country", text.upper()))
        self.above.committed.connect(self._set_parent)
        self.aliases.committed.connect(lambda text: self.change("aliases", _lines(text)))
        self.logo.removed.connect(lambda: self.change("logo", None))
        self.gone.clicked.connect(lambda: self.work.run(remove_organization, self._id))
        self.merged.clicked.connect(self._merge)

    def _lay_out(self) -> None:
        column = self.begin(self.name, self.merged, self.gone)
        top = QHBoxLayout()
        top.setSpacing(20)
        top.addWidget(self.logo, 0, Qt.AlignmentFlag.AlignTop)
        names = QVBoxLayout()
        names.setSpacing(BETWEEN)
        names.addWidget(self.names)
        names.addWidget(self.short)
        names.addStretch(1)
        top.addLayout(names, 1)
        column.addLayout(top)
        column.addLayout(beside(named(self.kind), named(self.sector)))
        column.addLayout(beside(named(self.country), named(self.website)))
        column.addWidget(named(self.above))
        column.addWidget(self.address)
        column.addWidget(named(self.aliases))
        column.addSpacing(4)
        column.addWidget(label(self.work.words("Editions"), "lead"))
        column.addWidget(self.people)
        column.addWidget(self.quota)
        column.addStretch(1)

    # Showing

    def show_record(self, id: str) -> bool:
        """Show an organization as it is now."""
        desk, words = self.work.desk, self.work.words
        found = desk.find(Organization, id=id)
        if not found:
            return False
        self._id, body = id, found[0]
        self.name.setText(words.text(body.name) or words("Organization without a name"))
        self.names.show_value(body.name)
        for field in ("short", "kind", "sector", "country", "website", "address"):
            self.fields[field].show_value(getattr(body, field))  # type: ignore[attr-defined]
        self.country.setToolTip(country_name(body.country, words.language))
        superior = desk.find(Organization, id=body.parent) if body.parent else []
        self.above.show_value(words.text(superior[0].name) if superior else "")
        self.aliases.show_value("\n".join(body.aliases))
        self.logo.show_value(body.logo)
        self.people.setText(self._participants(body))
        self._show_seats()
        self._offer()
        read_only(list(self.fields.values()), not self.work.editable)
        for each in (self.merged, self.gone):
            each.setEnabled(self.work.editable)
        return True

    def _show_seats(self) -> None:
        """Its quota at the edition that is being worked on."""
        dossier = self.work.dossier
        self.quota.setVisible(dossier is not None)
        if dossier is not None:
            self.quota.show_for(dossier, self._id, self.work.words.text(dossier.title))

    def _put_seats(self, desk: Desk, organization: str, seats: int | None) -> Quota | None:
        return set_organization_quota(
            desk, EditionId(self.work.edition), OrganizationId(organization), seats
        )

    def _offer(self) -> None:
        """Sectors and names there are, while one is typed."""
        desk, words = self.work.desk, self.work.words
        sectors = (str(sector) for (sector,) in desk.tally(Organization, "sector") if sector)
        _complete(self.sector, sorted({*sectors, *_SECTORS}))
        _complete(self.above, sorted(words.text(o.name) for o in desk.find(Organization)))

    def _participants(self, body: Organization) -> str:
        """How many came from it to each edition, the newest first."""
        desk, words = self.work.desk, self.work.words
        counts = Counter(p.edition for p in desk.find(Participation, organization=body.id))
        editions = desk.find(Edition, id=list(counts)) if counts else []
        series = {s.id: s for s in desk.find(Series)}
        editions.sort(key=lambda e: (str(e.first_day or ""), e.number or 0), reverse=True)
        lines = (
            f"{words.text(edition_title(series[e.series], e))} – "
            + words.plural("{count:,} participant", "{count:,} participants", counts[e.id])
            for e in editions
        )
        return "\n".join(lines) or words("Nobody from here has taken part yet.")

    # Changing

    def change(self, field: str, value: object) -> None:
        """Change a field of the record that is shown."""
        done, _ = self.work.done(change_organization, self._id, {field: value})
        if not done:
            self.show_record(self._id)

    def _set_parent(self, text: str) -> None:
        done, _ = self.work.done(set_parent_named, self._id, text)
        if not done:
            self.show_record(self._id)

    def _merge(self) -> None:
        """Ask which organization is the same as this one."""
        words, name = self.work.words, self.name.text()
        typed = self.work.messages.ask_text(
            words("Which organization is the same as “{name}”?", name=name),
            words(
                "Its people, agreements and names come to “{name}”, and it goes. It can be undone.",
                name=name,
            ),
        )
        if typed and typed.strip():
            self.work.run(merge_organization_named, self._id, typed)

    def _set_logo(self, data: bytes, size: tuple[int, int]) -> None:
        self.work.run(set_logo, self._id, data, size)


def _complete(field: LineField, offered: list[str]) -> None:
    completer = QCompleter(offered, field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    field.setCompleter(completer)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(str.strip, text.splitlines()))))
