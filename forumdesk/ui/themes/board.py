# SPDX-License-Identifier: MIT
"""The fields of the editor of themes, group by group."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.printed import OwnTheme
from forumdesk.domain.theme_rules import COVER_INKS, contrasts
from forumdesk.domain.themes import FIELDS, carried, read_data, resolved
from forumdesk.ui.forms import BilingualField, captioned
from forumdesk.ui.labels import label
from forumdesk.ui.tabbing import tab_as_read
from forumdesk.ui.themes.cover_field import cover_field
from forumdesk.ui.themes.knobs import COVER, GROUPS, Group
from forumdesk.ui.themes.rows import InkRow, Row, row_of
from forumdesk.ui.workspace import Workspace

WIDTH = 428


class Board(QScrollArea):
    """``changed`` carries the path of a value and the value, ``renamed`` a name.

    Its rows are made when there is a theme to show, group by group, between which the window
    goes on; whoever asks for ``rows`` gets them all.
    """

    changed = Signal(object, object)
    renamed = Signal(object)

    def __init__(
        self, work: Workspace, languages: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.work = work
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(WIDTH)
        self._rows: dict[tuple[str, str], Row] = {}
        self._waiting = list(GROUPS)
        self._shown: OwnTheme | None = None
        self._soon = QTimer(self)
        self._soon.timeout.connect(self._go_on)
        self.name = BilingualField(work.words("Name"), languages)
        self.name.committed.connect(self.renamed)
        self.cover = cover_field(work)
        self._inner = QWidget(self.viewport())
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(16, 12, 16, 16)
        self._column.setSpacing(6)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(self.name)
        self.setWidget(self._inner)

    @property
    def rows(self) -> dict[tuple[str, str], Row]:
        """Every row, by the path of what is set in it."""
        while self._waiting:
            self._go_on()
        return self._rows

    def _go_on(self) -> None:
        """Make the next group."""
        column, group = self._column, self._waiting.pop(0)
        column.addSpacing(10)
        column.addWidget(label(self.work.words.context(*group.said), "heading"))
        self._add(column, group)
        if self._shown is not None:
            self._show_rows(self._shown, [knob.path for knob in group.knobs])
        tab_as_read(self._inner)
        if not self._waiting:
            self._soon.stop()

    def _add(self, column: QVBoxLayout, group: Group) -> None:
        for knob in group.knobs:
            row = row_of(self.work, knob)
            row.changed.connect(self._changer(knob.path))
            self._rows[knob.path] = row
            column.addWidget(row)
        if group is COVER:
            said = self.work.words("Picture on the cover of this edition")
            column.addWidget(captioned(said, self.cover))

    def _changer(self, path: tuple[str, str]) -> Callable[[object], None]:
        return lambda value: self.changed.emit(path, value)

    def show_theme(self, theme: OwnTheme, dossier: Dossier) -> None:
        """Show a theme that can be set, and the picture of the edition it is looked at with."""
        self._shown = theme
        self._show_rows(theme, list(self._rows))
        if self._waiting:
            self._soon.start(0)
        self.name.show_value(theme.name)
        self.name.setReadOnly(not self.work.editable)
        self.cover.show_value(dossier.edition.cover)
        self.cover.setReadOnly(not self.work.editable)

    def _show_rows(self, theme: OwnTheme, paths: Sequence[tuple[str, str]]) -> None:
        own, whole = read_data(theme.data), resolved(carried(theme))
        found = {one.ink: one for one in contrasts({**own, "like": theme.like})}
        filled = whole["manner"]["cover"] in FIELDS
        for path in paths:
            row = self._rows[path]
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
