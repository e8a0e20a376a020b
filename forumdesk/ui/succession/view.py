# SPDX-License-Identifier: MIT
"""One module of the preview: what becomes of it and why, what can be chosen, and its lines."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.succession.plan import Module, Plan
from forumdesk.domain.succession.said import module_called
from forumdesk.ui.choices import ChoiceField
from forumdesk.ui.fields import SwitchField
from forumdesk.ui.forms import captioned
from forumdesk.ui.labels import FlowLabel, label
from forumdesk.ui.succession.controls import CONTROLS, Control
from forumdesk.ui.succession.lines import SHEETS
from forumdesk.ui.succession.people import CONTROL, PeopleView
from forumdesk.ui.succession.tables import ROOM_WIDTHS, LineModel, PlanTable, RoomModel, sheet_table
from forumdesk.ui.workspace import Workspace


class ModuleView(QWidget):
    """Shows a module of a plan; ``chosen`` carries new values of the choices, by field."""

    chosen = Signal(object)

    def __init__(self, work: Workspace, module: Module, last: Dossier) -> None:
        super().__init__()
        self.module, self._work, self._last = module, work, last
        self.why = FlowLabel("", "muted")
        self.controls: dict[str, SwitchField | ChoiceField] = {}
        self.model: LineModel | None = None
        self.people: PeopleView | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(label(module_called(module, work.words), "heading"))
        self._column.addWidget(self.why)
        self._add_controls()
        self._add_lines()

    def _add_controls(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        for control in CONTROLS.get(self.module, ()):
            made = self._field(control)
            self.controls[control.field] = made
            if isinstance(made, ChoiceField):
                holder = captioned(made.accessibleName(), made)
                holder.setMinimumWidth(220)
                row.addWidget(holder)
            else:
                made.setMinimumHeight(CONTROL)
                row.addWidget(made, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        self._column.addLayout(row)

    def _field(self, control: Control) -> SwitchField | ChoiceField:
        words = self._work.words
        if control.offers is None:
            made: SwitchField | ChoiceField = SwitchField(words(control.name))
        else:
            made = ChoiceField(words(control.name), control.offers(self._last, words))
        made.committed.connect(partial(self._choose, control))
        return made

    def _choose(self, control: Control, value: object) -> None:
        self.chosen.emit(control.changes(value))

    def _add_lines(self) -> None:
        words, look, name = (
            self._work.words,
            self._work.look,
            module_called(self.module, self._work.words),
        )
        if self.module is Module.PEOPLE:
            self.people = PeopleView(self._work, self._last.languages)
            self._column.addWidget(self.people, 1)
        elif self.module is Module.ROOMS:
            self.model = RoomModel(look, words)
            self._column.addWidget(PlanTable(self.model, ROOM_WIDTHS, name), 1)
        elif self.module in SHEETS:
            sheet = SHEETS[self.module]
            self.model = LineModel(look, words, sheet.heads)
            self._column.addWidget(sheet_table(sheet, self.model, name), 1)
        else:
            self._column.addStretch(1)

    def show_plan(self, plan: Plan) -> None:
        """Show what becomes of the module."""
        words = self._work.words
        why = [phrase.said(words) for phrase in plan.account(self.module).why]
        self.why.setText("\n".join(why))
        self.why.setVisible(bool(why))
        for control in CONTROLS.get(self.module, ()):
            field, value = self.controls[control.field], control.chosen(plan.choices)
            if isinstance(field, ChoiceField):
                field.show_value(value)
            else:
                field.show_value(bool(value))
        if self.people is not None:
            self.people.show_plan(plan)
        elif isinstance(self.model, RoomModel):
            self.model.show_plan(plan)
        elif self.model is not None:
            self.model.replace(list(SHEETS[self.module].lines(plan, words)))
