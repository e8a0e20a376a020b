# SPDX-License-Identifier: MIT
"""The details of a part: how it is given, by whom it is read, how long, and what is quoted."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from forumdesk.domain.agenda import Mode, Part, Role
from forumdesk.domain.desk import News
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.terms import term
from forumdesk.domain.times import parse_duration
from forumdesk.services.availability import set_participant_availability
from forumdesk.services.parts import change_part
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.agenda.columns import participant_name
from forumdesk.ui.availability import AvailabilityField
from forumdesk.ui.choices import ChoiceField
from forumdesk.ui.committing import commit_typing
from forumdesk.ui.forms import BilingualField, LineField, captioned
from forumdesk.ui.labels import label
from forumdesk.ui.workspace import Workspace


class PartDialog(QDialog):
    """Each field is taken over as soon as it is left: there is nothing to save."""

    def __init__(self, work: Workspace, dossier: Dossier, part: Part, parent: QWidget) -> None:
        super().__init__(parent)
        self.work, self._part = work, part
        words = work.words
        self.setWindowTitle(words("Part"))
        self.setMinimumWidth(480)
        self.role = ChoiceField(words("Role"))
        self.minutes = LineField(words("Minutes"))
        self.mode = ChoiceField(words("Given"))
        self.reader = ChoiceField(words("Read by"))
        self.received = QCheckBox(words("Text of the speech received"))
        self.available = AvailabilityField(work, set_participant_availability)
        self.statement = BilingualField(words("Statement to quote"), dossier.languages, long=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(label(participant_name(dossier, part.participation, words), "lead"))
        for field in (self.role, self.mode, self.reader, self.minutes, self.available):
            layout.addWidget(captioned(field.accessibleName(), field))
        layout.addWidget(self.received)
        layout.addWidget(self.statement)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        layout.addWidget(buttons)
        self._connect()
        self._show(dossier)

    def _connect(self) -> None:
        self.role.committed.connect(lambda key: self._change(role=Role(key)))
        self.mode.committed.connect(lambda key: self._change(mode=Mode(key)))
        self.reader.committed.connect(lambda key: self._change(reader=key or None))
        self.minutes.committed.connect(
            lambda text: self.work.run(_set_minutes, self._part.id, text)
        )
        self.received.clicked.connect(lambda on: self._change(text_received=on))
        self.statement.committed.connect(lambda text: self._change(statement=text))
        self.work.changed.connect(self._hear)

    def _change(self, **changes: object) -> None:
        self.work.run(change_part, self._part.id, changes)

    def _hear(self, news: News) -> None:
        found = self.work.desk.find(Part, id=self._part.id)
        if not found or self.work.dossier is None:
            self.close()
            return
        self._part = found[0]
        self._show(self.work.dossier)

    def _show(self, dossier: Dossier) -> None:
        part, words = self._part, self.work.words
        self.role.show_value(part.role.value, [(r.value, term(r, words)) for r in Role])
        self.mode.show_value(part.mode.value, [(m.value, term(m, words)) for m in Mode])
        readers = [
            (p.id, participant_name(dossier, p.id, words))
            for p in dossier.participations
            if p.person and p.id != part.participation
        ]
        self.reader.show_value(part.reader or "", [("", words("(nobody)")), *readers])
        self.reader.setEnabled(part.mode is Mode.READ)
        self.minutes.show_value("" if part.minutes is None else str(part.minutes))
        self.received.setChecked(part.text_received)
        self.available.show_for(dossier, part.participation)
        self.statement.show_value(part.statement)

    def done(self, result: int) -> None:
        """Take over what is being typed, and close."""
        commit_typing()
        self.work.changed.disconnect(self._hear)
        super().done(result)
        self.deleteLater()


def _set_minutes(desk: ForumFile, part: str, text: str) -> None:
    change_part(desk, part, {"minutes": parse_duration(text) if text else None})
