# SPDX-License-Identifier: MIT
"""The fields of the editor of themes, group by group."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
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
from forumdesk.ui.turns import Turns
from forumdesk.ui.workspace import Workspace

WIDTH = 428


class Board(QScrollArea):
    """``changed`` carries the path of a value and the value, ``renamed`` a name.

    The groups are made one by one when a theme is first shown, so that the window goes on.
    """

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
        self._rows: dict[tuple[str, str], Row] = {}
        self._shown: OwnTheme | None = None
        self._building: Iterator[None] | None = None
        self._turns = Turns(self)
        self.name = BilingualField(work.words("Name"), languages)
        self.name.committed.connect(self.renamed)
        self.cover = cover_field(work)
        self._lay_out()

    def _lay_out(self) -> None:
        self._inner = QWidget(self.viewport())
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(16, 12, 16, 16)
        self._column.setSpacing(6)
        self._column.addWidget(self.name)
        self._column.addStretch(1)
        self.setWidget(self._inner)

    @property
    def rows(self) -> Mapping[tuple[str, str], Row]:
        """Every row by the path of its value; whoever asks for them does not wait."""
        if self._building is not None:
            self._turns.at_once(self._building)
        return self._rows

    def _build(self) -> Iterator[None]:
        """Make the groups above the stretch at the foot, each showing the theme at once."""
        for group in GROUPS:
            holder = QWidget(self._inner)
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 10, 0, 0)
            column.setSpacing(6)
            column.addWidget(label(self.work.words.context(*group.said), "heading"))
            made = self._add(column, group)
            self._fill(made)
            self._column.insertWidget(self._column.count() - 1, holder)
            yield

    def _add(self, column: QVBoxLayout, group: Group) -> Mapping[tuple[str, str], Row]:
        made = {knob.path: row_of(self.work, knob) for knob in group.knobs}
        for path, row in made.items():
            row.changed.connect(self._changer(path))
            column.addWidget(row)
        if group is COVER:
            said = self.work.words("Picture on the cover of this edition")
            column.addWidget(captioned(said, self.cover))
        self._rows |= made
        return made

    def _changer(self, path: tuple[str, str]) -> Callable[[object], None]:
        return lambda value: self.changed.emit(path, value)

    def show_theme(self, theme: OwnTheme, dossier: Dossier) -> None:
        """Show a theme that can be set, and the picture of the edition it is looked at with."""
        self._shown = theme
        self._fill(self._rows)
        self.name.show_value(theme.name)
        self.name.setReadOnly(not self.work.editable)
        self.cover.show_value(dossier.edition.cover)
        self.cover.setReadOnly(not self.work.editable)
        if self._building is None:
            self._building = self._build()
            self._turns.go(self._building)

    def _fill(self, rows: Mapping[tuple[str, str], Row]) -> None:
        """Let rows show their values."""
        if self._shown is None:
            return
        theme = self._shown
        own, whole = read_data(theme.data), resolved(carried(theme))
        found = {one.ink: one for one in contrasts({**own, "like": theme.like})}
        filled = whole["manner"]["cover"] in FIELDS
        for path, row in rows.items():
            row.show_value(_at(whole, path), own=_at(own, path) is not None)
            if isinstance(row, InkRow):
                row.show_contrast(found.get(row.knob.name))
                row.setVisible(filled or row.knob.name not in COVER_INKS)
            row.set_read_only(not self.work.editable)


def _at(data: Mapping[str, Any], path: Sequence[str]) -> Any:  # noqa: ANN401
    """What stands at a path of data; ``None`` where nothing does."""
    for key in path:
        if not isinstance(data, Mapping) or key not in data:
            return None
        data = data[key]
    return data
