# SPDX-License-Identifier: MIT
"""The dialog that lists every command with its shortcut, and lets shortcuts be changed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QKeySequenceEdit,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from forumdesk.domain.words import Words
from forumdesk.ui.actions import Actions
from forumdesk.ui.labels import bare, button, label
from forumdesk.ui.settings import Settings


def differing(wanted: Mapping[str, str], usual: Mapping[str, str]) -> dict[str, str]:
    """The shortcuts that are not the usual ones; that is what the settings keep."""
    return {name: keys for name, keys in wanted.items() if keys != usual.get(name, "")}


class Shortcuts(QDialog):
    """A line for each command; Ok keeps the changes, and the window takes them over."""

    def __init__(self, parent: QWidget, actions: Actions, settings: Settings, words: Words) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words("Keyboard shortcuts"))
        self.resize(520, 560)
        self._settings, self.words = settings, words
        self.usual = {command.id: command.shortcut for command, _ in actions.all()}
        self.edits: dict[str, QKeySequenceEdit] = {}
        self._names: dict[str, str] = {}
        self.note = label(look="warning", wrap=True)
        self.note.hide()
        grid_holder = QWidget()
        grid = QGridLayout(grid_holder)
        grid.setColumnStretch(0, 1)
        grid.setVerticalSpacing(4)
        for row, (command, action) in enumerate(actions.all()):
            name = bare(words(command.text))
            self._names[command.id] = name
            grid.addWidget(label(name), row, 0)
            grid.addWidget(self._edit(command.id, name, action.shortcut()), row, 1)
        self._lay_out(grid_holder)

    def _edit(self, id: str, name: str, keys: QKeySequence) -> QKeySequenceEdit:
        edit = QKeySequenceEdit(keys)
        edit.setMaximumSequenceLength(1)
        edit.setClearButtonEnabled(True)
        edit.setFixedWidth(170)
        for named in (edit, *edit.findChildren(QLineEdit)):  # the inner one is what is heard
            named.setAccessibleName(self.words("Shortcut of {command}", command=name))
        edit.keySequenceChanged.connect(lambda: self._changed(id))
        self.edits[id] = edit
        return edit

    def _lay_out(self, content: QWidget) -> None:
        words = self.words
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have it
        area.setWidget(content)
        usual = button(words("&Usual ones"))
        usual.clicked.connect(self.show_usual)
        cancel = button(words("&Cancel"))
        cancel.clicked.connect(self.reject)
        ok = button(words("&Keep"), "first")
        ok.clicked.connect(self.keep)
        row = QHBoxLayout()
        row.addWidget(usual)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(ok)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(area, 1)
        layout.addWidget(self.note)
        layout.addLayout(row)

    def _changed(self, id: str) -> None:
        """A shortcut belongs to one command: whoever had it loses it, and that is said."""
        keys = self.edits[id].keySequence()
        if keys.isEmpty():
            return
        for other, edit in self.edits.items():
            if other != id and edit.keySequence() == keys:
                edit.clear()
                text = self.words(
                    "{keys} was the shortcut of “{command}”, which has none now.",
                    keys=keys.toString(QKeySequence.SequenceFormat.NativeText),
                    command=self._names[other],
                )
                self.note.setText(text)
                self.note.show()

    def show_usual(self) -> None:
        """Go back to the shortcuts the program comes with."""
        for name, edit in self.edits.items():
            edit.setKeySequence(QKeySequence(self.usual[name]))
        self.note.hide()

    def keep(self) -> None:
        """Remember what differs from the usual ones."""
        wanted = {name: edit.keySequence().toString() for name, edit in self.edits.items()}
        others = {k: v for k, v in self._settings.choices.shortcuts.items() if k not in wanted}
        self._settings.change(shortcuts={**others, **differing(wanted, self.usual)})
        self.accept()
