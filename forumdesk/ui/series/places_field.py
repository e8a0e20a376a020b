# SPDX-License-Identifier: MIT
"""The places a series meets in, in turn: each in every language, with its time zone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumdesk.domain.forum import Series
from forumdesk.domain.wording import EMPTY, Text
from forumdesk.ui.fields import read_only
from forumdesk.ui.forms import BilingualField, captioned
from forumdesk.ui.labels import button, label
from forumdesk.ui.series.ordering import Tools, moved
from forumdesk.ui.workspace import Workspace
from forumdesk.ui.zones import ZoneField

Stop = tuple[Text, str]  # a place and its zone


class PlaceLine(QWidget):
    """One place: its name, its zone, and what moves it."""

    def __init__(self, field: PlacesField, at: int, languages: Sequence[str]) -> None:
        super().__init__()
        work = field.work
        self.name = BilingualField(
            work.words("Place {n}", n=at + 1), languages, beside=len(languages) <= 2
        )
        self.zone = ZoneField(work.words("Time zone of place {n}", n=at + 1))
        self.tools = Tools(work, lambda by: field.reorder(at, by), lambda: field.drop(at))
        self.name.committed.connect(lambda text: field.put(at, (text, field.stops[at][1])))
        self.zone.committed.connect(lambda zone: field.put(at, (field.stops[at][0], zone)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(6)
        column.addWidget(self.name)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(captioned(work.words("Time zone"), self.zone), 1)
        row.addWidget(self.tools, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(row)


class PlacesField(QWidget):
    """Places in order; ``committed`` carries those that have a name, with their zones."""

    committed = Signal(object, object)

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        self.work = work
        self.stops: list[Stop] = []
        self.lines: list[PlaceLine] = []
        self._languages: Sequence[str] = ()
        self._zone, self._stored = "UTC", 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.none = label(work.words("No places yet: say where it meets in turn."), "muted")
        self.add = button(work.words("Add a &place"))
        self.add.clicked.connect(self.begin)
        self._column.addWidget(self.none)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_series(self, series: Series) -> None:
        """Show the places of a series; one that was begun and has no name yet stays."""
        begun = self.stops[self._stored :] if series.languages == self._languages else []
        zones = [*series.zones, *[series.timezone] * len(series.places)]
        self._zone, self._stored = series.timezone, len(series.places)
        self.stops = [*zip(series.places, zones, strict=False), *(s for s in begun if not s[0])]
        if series.languages != self._languages:
            self._languages = series.languages
            self._keep(0)
        self._show()

    def forget(self) -> None:
        """Another series is to be shown: what was begun is not its own."""
        self.stops = self.stops[: self._stored]

    def _keep(self, count: int) -> None:
        """Take lines away until so many are left."""
        while len(self.lines) > count:
            line = self.lines.pop()
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()

    def _show(self) -> None:
        self._keep(len(self.stops))
        for at in range(len(self.lines), len(self.stops)):
            self.lines.append(PlaceLine(self, at, self._languages))
            self._column.insertWidget(self._column.count() - 1, self.lines[at])
        editable = self.work.editable
        for at, (line, (name, zone)) in enumerate(zip(self.lines, self.stops, strict=True)):
            line.name.show_value(name)
            line.zone.show_value(zone)
            called = self.work.words.text(name) or str(at + 1)
            line.tools.show_place(called, at, len(self.stops), editable=editable)
            read_only([line.name, line.zone], not editable)
        self.none.setVisible(not self.stops)
        self.add.setEnabled(editable)

    # Changing

    def begin(self) -> None:
        """One more place, to be named."""
        self.stops.append((EMPTY, self._zone))
        self._show()
        next(iter(self.lines[-1].name.fields.values())).setFocus()

    def put(self, at: int, stop: Stop) -> None:
        """Another name or zone for a place."""
        self.stops[at] = stop
        self._commit()

    def reorder(self, at: int, by: int) -> None:
        """Move a place in the order; the focus goes with it."""
        self.stops = moved(self.stops, at, by)
        self.lines[at + by].tools.focus_like(self.lines[at].tools)
        self._commit()

    def drop(self, at: int) -> None:
        """Take a place away."""
        del self.stops[at]
        self._show()
        self._commit()

    def _commit(self) -> None:
        named = [stop for stop in self.stops if stop[0]]
        self.committed.emit(tuple(name for name, _ in named), tuple(zone for _, zone in named))
