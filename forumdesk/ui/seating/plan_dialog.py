# SPDX-License-Identifier: MIT
"""A new plan, or how one is set: title, layout, session and room, tables and seats."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.places import Layout, Seating
from forumdesk.domain.words import N_
from forumdesk.services.seating import add_seating, change_seating
from forumdesk.ui.choices import ChoiceField
from forumdesk.ui.dates import short_day
from forumdesk.ui.fields import NumberField, SwitchField
from forumdesk.ui.forms import BilingualField, TextField, captioned, closing_row
from forumdesk.ui.labels import button, label
from forumdesk.ui.seating.faces import LAYOUTS
from forumdesk.ui.workspace import Workspace

# What a new plan of a layout begins with: tables or rows, and seats at each.
_USUAL = {
    Layout.HEAD_TABLE: (1, 9),
    Layout.BILATERAL: (1, 6),
    Layout.THEATRE: (6, 12),
    Layout.ROUND: (6, 10),
}
_TABLES = {Layout.THEATRE: N_("Rows"), Layout.ROUND: N_("Tables")}
_SEATS = {
    Layout.HEAD_TABLE: N_("Seats"),
    Layout.BILATERAL: N_("Seats on each side"),
    Layout.THEATRE: N_("Seats in a row"),
    Layout.ROUND: N_("Seats at a table"),
}


class PlanDialog(QDialog):
    """Asks for all of a plan; ``made`` is the one that was added or changed."""

    def __init__(
        self, parent: QWidget, work: Workspace, dossier: Dossier, plan: Seating | None = None
    ) -> None:
        super().__init__(parent)
        self.work, self._dossier, self._plan = work, dossier, plan
        words = work.words
        self.made: Seating | None = None
        self.setWindowTitle(words("Change the plan") if plan else words("New seating plan"))
        self.title = BilingualField(words("Title"), dossier.languages)
        layouts = [(one, words.context(*LAYOUTS[one])) for one in Layout]
        self.layout_field = ChoiceField(words("Layout"), layouts)
        self.session = ChoiceField(words("Session"), self._sessions())
        rooms = [(room.id, words.text(room.name)) for room in dossier.rooms]
        self.room = ChoiceField(words("Room"), [(None, words("none")), *rooms])
        self.tables, self.seats = NumberField(words("Tables")), NumberField(words("Seats"))
        self.interpreters = SwitchField(words("A seat for an interpreter behind each head"))
        self.notes = TextField(words("Notes"), 3)
        self.go = button(words("&Keep") if plan else words("&Add"), "first")
        self._lay_out()
        self.layout_field.committed.connect(self._relaid)
        self.go.clicked.connect(self.apply)
        self._show()

    def _sessions(self) -> list[tuple[object, str]]:
        words = self.work.words
        found: list[tuple[object, str]] = [(None, words("none"))]
        for session in self._dossier.program:
            day = self._dossier.day_of(session)
            when = (
                f"{short_day(day, words)} {session.starts:%H:%M}" if day and session.starts else ""
            )
            title = words.text(session.title) or words("Without a title")
            found.append((session.id, " ".join(filter(None, (when, title)))))
        return found

    def _lay_out(self) -> None:
        words = self.work.words
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.title)
        layout.addWidget(captioned(words("Layout"), self.layout_field))
        row = QHBoxLayout()
        row.setSpacing(12)
        self.tables_whole, self.tables_named = _named(self.tables)
        self.seats_whole, self.seats_named = _named(self.seats)
        row.addWidget(self.tables_whole, 1)
        row.addWidget(self.seats_whole, 1)
        layout.addLayout(row)
        layout.addWidget(self.interpreters)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(captioned(words("Session"), self.session), 1)
        row.addWidget(captioned(words("Room"), self.room), 1)
        layout.addLayout(row)
        layout.addWidget(captioned(words("Notes"), self.notes))
        layout.addStretch(1)
        layout.addLayout(closing_row(self, words, self.go))
        self.resize(480, 0)

    def _show(self) -> None:
        plan = self._plan or Seating("", "", self.title.value(), seats=_USUAL[Layout.HEAD_TABLE][1])
        self.title.show_value(plan.title)
        self.layout_field.show_value(plan.layout)
        self.session.show_value(plan.session)
        self.room.show_value(plan.room)
        self.tables.show_typed(plan.tables)
        self.seats.show_typed(plan.seats)
        self.interpreters.show_value(plan.interpreters)
        self.notes.show_value(plan.notes)
        self._ask_for(plan.layout)

    def _relaid(self, layout: Layout) -> None:
        """Another layout begins with a usual size, unless it is the one the plan has."""
        size = _USUAL[layout]
        if self._plan is not None and self._plan.layout is layout:
            size = (self._plan.tables, self._plan.seats)
        self.tables.show_typed(size[0])
        self.seats.show_typed(size[1])
        self._ask_for(layout)

    def _ask_for(self, layout: Layout) -> None:
        words = self.work.words
        self.tables_whole.setVisible(layout in _TABLES)
        self.interpreters.setVisible(layout not in _TABLES)
        named = words(_TABLES.get(layout, _TABLES[Layout.ROUND]))
        self.tables_named.setText(named)
        self.tables.setAccessibleName(named)
        self.seats_named.setText(words(_SEATS[layout]))
        self.seats.setAccessibleName(words(_SEATS[layout]))

    def apply(self) -> None:
        """Add or change the plan."""
        for field in (*self.title.fields.values(), self.notes, self.tables, self.seats):
            field.commit()
        numbers = [field.value() for field in (self.tables, self.seats)]
        if not all(number.isdecimal() for number in numbers):
            return
        layout = Layout(self.layout_field.currentData())  # Qt keeps it as plain text
        fields = {
            "title": self.title.value(),
            "layout": layout,
            "session": self.session.currentData(),
            "room": self.room.currentData(),
            "tables": int(numbers[0]) if layout in _TABLES else 1,
            "seats": int(numbers[1]),
            "interpreters": self.interpreters.isChecked() and layout not in _TABLES,
            "notes": self.notes.value(),
        }
        if self._plan is None:
            done, self.made = self.work.done(add_seating, self.work.edition, fields)
        else:
            before = {name: getattr(self._plan, name) for name in fields}
            changes = {name: value for name, value in fields.items() if value != before[name]}
            done, self.made = True, self._plan
            if changes:
                done, self.made = self.work.done(change_seating, self._plan.id, changes)
        if done:
            self.accept()


def _named(field: NumberField) -> tuple[QWidget, QLabel]:
    """A field under a name that changes with the layout."""
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(3)
    name = label("", "small")
    name.setBuddy(field)
    layout.addWidget(name)
    layout.addWidget(field)
    return holder, name
