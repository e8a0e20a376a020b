# SPDX-License-Identifier: MIT
"""The fields of the editor of themes, group by group."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.printed import OwnTheme
from forumdesk.domain.theme_rules import COVER_INKS, contrasts
from forumdesk.domain.themes import FIELDS, carried, read_data, resolved
from forumdesk.ui.forms import BilingualField, captioned
from forumdesk.ui.labels import label
from forumdesk.ui.themes.cover_field import cover_field
from forumdesk.ui.themes.knobs import COVER, GROUPS, Group
from forumdesk.ui.themes.rows import InkRow, Row, row_of
from forumdesk.ui.workspace import Workspace

WIDTH = 428


class Board(QScrollArea):
    """``changed`` carries the path of a value and the value, ``renamed`` a name."""

    changed = Signal(object, object)
    renamed = Signal(object)

    def __init__(
        self, work: Workspace, languages: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.work = work
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have it
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(WIDTH)
        self.rows: dict[tuple[str, str], Row] = {}
        self.name = BilingualField(work.words("Name"), languages)
        self.name.committed.connect(self.renamed)
        self.cover = cover_field(work)
        self._lay_out()

    def _lay_out(self) -> None:
        inner = QWidget(self.viewport())
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(6)
        column.addWidget(self.name)
        for group in GROUPS:
            column.addSpacing(10)
            column.addWidget(label(self.work.words.context(*group.said), "heading"))
            self._add(column, group)
        column.addStretch(1)
        self.setWidget(inner)

    def _add(self, column: QVBoxLayout, group: Group) -> None:
        for knob in group.knobs:
            row = row_of(self.work, knob)
            row.changed.connect(self._changer(knob.path))
            self.rows[knob.path] = row
            column.addWidget(row)
        if group is COVER:
            said = self.work.words("Picture on the cover of this edition")
            column.addWidget(captioned(said, self.cover))

    def _changer(self, path: tuple[str, str]) -> Callable[[object], None]:
        return lambda value: self.changed.emit(path, value)

    def show_theme(self, theme: OwnTheme, dossier: Dossier) -> None:
        """Show a theme that can be set, and the picture of the edition it is looked at with."""
        own, whole = read_data(theme.data), resolved(carried(theme))
        found = {one.ink: one for one in contrasts({**own, "like": theme.like})}
        filled = whole["manner"]["cover"] in FIELDS
        for path, row in self.rows.items():
            row.show_value(_at(whole, path), own=_at(own, path) is not None)
            if isinstance(row, InkRow):
                row.show_contrast(found.get(row.knob.name))
                row.setVisible(filled or row.knob.name not in COVER_INKS)
            row.set_read_only(not self.work.editable)
        self.name.show_value(theme.name)
        self.name.setReadOnly(not self.work.editable)
        self.cover.show_value(dossier.edition.cover)
        self.cover.setReadOnly(not self.work.editable)


def _at(data: Mapping[str, Any], path: Sequence[str]) -> Any:  # noqa: ANN401
    """What stands at a path of data; ``None`` where nothing does."""
    for key in path:
        if not isinstance(data, Mapping) or key not in data:
            return None
        data = data[key]
    return data
