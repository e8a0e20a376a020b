# SPDX-License-Identifier: MIT
"""Every edition a person took part in: the office then held, what they did, and how it went."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumdesk.domain.agenda import Part, Session
from forumdesk.domain.desk import Subject
from forumdesk.domain.forum import Edition, Series, edition_title
from forumdesk.domain.people import Organization, Participation
from forumdesk.domain.terms import term
from forumdesk.domain.wording import Text
from forumdesk.services.directory import carry_office_on, later_participations
from forumdesk.services.invitations import change_participation
from forumdesk.ui.forms import BilingualField
from forumdesk.ui.labels import ElidedLabel, button, hairline, label, pill
from forumdesk.ui.messages import Banner, said_anew
from forumdesk.ui.session.parts import TONES
from forumdesk.ui.workspace import Workspace

MOST = 12  # editions shown; nobody took part in more of them lately


class HeldOffices(QWidget):
    """A block for each edition, newest first."""

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        self.work = work
        self._shown: tuple[object, ...] = ()
        self.blocks: list[HeldOffice] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(10)

    def show_person(self, person: str) -> None:
        """Show where a person took part; fields keep what is being typed in them."""
        desk = self.work.desk
        found = desk.find(Participation, person=person)
        editions = {e.id: e for e in desk.find(Edition, id=[p.edition for p in found])}
        found.sort(key=lambda p: _age(editions[p.edition]), reverse=True)
        found = found[:MOST]
        shown = (person, *(p.id for p in found))
        if shown != self._shown:
            self._shown = shown
            self._build(found, editions)
        for block, participation in zip(self.blocks, found, strict=True):
            block.show_value(participation)

    def _build(self, found: list[Participation], editions: Mapping[str, Edition]) -> None:
        while (item := self._layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self.blocks = [HeldOffice(self.work, editions[p.edition]) for p in found]
        if not found:
            text = self.work.words("Has not taken part in any edition yet.")
            self._layout.addWidget(label(text, "muted", wrap=True))
        for block in self.blocks:
            self._layout.addWidget(block)


class HeldOffice(QWidget):
    """One edition: title and state, the office in each language, the organization, the parts."""

    def __init__(self, work: Workspace, edition: Edition) -> None:
        super().__init__()
        self.work, self.edition = work, edition
        self._participation: Participation | None = None
        series = work.desk.get(Series, edition.series)
        words = work.words
        title = words.text(edition_title(series, edition)) or words("Edition without a title")
        year = f" ({edition.first_day.year})" if edition.first_day else ""
        self.go = button(title + year, "link")
        self.go.clicked.connect(self._go)
        self.state = pill("")
        self.office = BilingualField(words("Office"), series.languages, beside=True)
        self.office.committed.connect(self._office_changed)
        self.body = ElidedLabel(look="small")
        self.did = label(look="small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self.go)
        head.addWidget(self.state)
        head.addStretch(1)
        for part in (hairline(), self.office, self.body, self.did):
            column.addWidget(part)
        column.insertLayout(1, head)
        column.setAlignment(self.go, Qt.AlignmentFlag.AlignLeft)

    def show_value(self, participation: Participation) -> None:
        """Show the office held, and what was done."""
        words, desk = self.work.words, self.work.desk
        self._participation = participation
        self.state.setText(term(participation.status, words))
        self.state.setProperty("pill", TONES.get(participation.status, "plain"))
        self.state.style().unpolish(self.state)
        self.state.style().polish(self.state)
        self.office.show_value(participation.office)
        self.office.setReadOnly(not self.work.editable)
        found = desk.find(Organization, id=participation.organization)
        self.body.setText(words.text(found[0].name) if found else "")
        self.body.setVisible(bool(found))
        did = self._parts(participation)
        self.did.setText(did)
        self.did.setVisible(bool(did))

    def _parts(self, participation: Participation) -> str:
        desk, words = self.work.desk, self.work.words
        parts = desk.find(Part, participation=participation.id)
        sessions = {s.id: s for s in desk.find(Session, id=[part.session for part in parts])}
        said = (
            f"{words.text(part.label) or term(part.role, words)}"
            f" – {words.text(sessions[part.session].title)}"
            for part in parts
        )
        return "\n".join(said)

    def _go(self) -> None:
        """To the participant, in that edition."""
        if self._participation is not None:
            self.work.show_edition(self.edition.id)
            self.work.go(Subject("participation", self._participation.id))

    def _office_changed(self, office: Text) -> None:
        """Change it here; where later editions say the same still, offer to change it there too."""
        before = self._participation
        if before is None:
            return
        later = [
            p for p in later_participations(self.work.desk, before) if p.office == before.office
        ]
        done, _ = self.work.done(change_participation, before.id, {"office": office})
        if done and later:
            self._offer(before, len(later))

    def _offer(self, before: Participation, count: int) -> None:
        def onwards() -> None:
            self.work.messages.clear("office")
            self.work.run(carry_office_on, before.id, {"office": before.office})

        def banner() -> Banner:
            words = self.work.words
            text = words.plural(
                "Changed in this edition. {count} later edition still has the office held before.",
                "Changed in this edition."
                " {count} later editions still have the office held before.",
                count,
            )
            offer = (words("Change it from this edition on"), onwards)
            return Banner("office", text, offers=(offer,))

        self.work.messages.show(said_anew(banner))


def _age(edition: Edition) -> tuple[str, int]:
    return (edition.first_day.isoformat() if edition.first_day else "", edition.number or 0)
