# SPDX-License-Identifier: MIT
"""What cards of the directory share: their frame, and fields under their names."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from forumdesk.domain.forum import Series
from forumdesk.ui.forms import BilingualField, captioned
from forumdesk.ui.workspace import Workspace

MARGIN, BETWEEN = 24, 14
WIDEST = 820  # pixels; longer lines are hard to read


class Card(QWidget):
    """The card of one record; ``show_record`` tells whether there is such a record."""

    def __init__(self, work: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.work = work
        self.fields: dict[str, QWidget] = {}  # by their names in the record

    def show_record(self, id: str) -> bool:
        """Show a record as it is now; ``False`` if it is gone."""
        raise NotImplementedError

    def focus_field(self, field: str) -> None:
        """Put the cursor into a field, by its name in the record."""
        editor = self.fields.get(field)
        if isinstance(editor, BilingualField):
            next(iter(editor.fields.values())).setFocus()
        elif editor is not None:
            editor.setFocus()

    def change(self, field: str, value: object) -> None:
        """Change a field of the record that is shown."""
        raise NotImplementedError

    def changer(self, field: str) -> Callable[[object], None]:
        """What changes a field to the value it is given."""
        return lambda value: self.change(field, value)

    def begin(self, name: QWidget, *buttons: QPushButton) -> QVBoxLayout:
        """The column that everything stands in, with the name and what can be done at its top."""
        outer = QHBoxLayout(self)
        outer.setContentsMargins(MARGIN, 18, MARGIN, MARGIN)
        whole = QWidget(self)
        whole.setMaximumWidth(WIDEST)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BETWEEN)
        head = QHBoxLayout()
        head.addWidget(name, 1)
        for made in buttons:
            head.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        outer.addWidget(whole, 1)
        return column


def languages_of(work: Workspace) -> tuple[str, ...]:
    """The languages of the file's documents, in the order of its series."""
    found = (language for series in work.desk.find(Series) for language in series.languages)
    return tuple(dict.fromkeys(found)) or ("ko", "en")


def named(field: QWidget) -> QWidget:
    """A field under its accessible name."""
    return captioned(field.accessibleName(), field)


def beside(*parts: QWidget) -> QHBoxLayout:
    """Fields beside each other, equally wide."""
    row = QHBoxLayout()
    row.setSpacing(12)
    for part in parts:
        row.addWidget(part, 1)
    return row
