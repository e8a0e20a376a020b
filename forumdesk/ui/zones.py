# SPDX-License-Identifier: MIT
"""The field for a time zone."""

from __future__ import annotations

from zoneinfo import available_timezones

from PySide6.QtCore import Qt, QTimeZone, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter

from forumdesk.domain.times import known_zone


class ZoneField(QComboBox):
    """A time zone, found by any part of its IANA name; ``committed`` carries another one."""

    committed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMinimumContentsLength(18)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self._shown = ""
        self.activated.connect(self.commit)
        if (line := self.lineEdit()) is not None:
            line.setAccessibleName(name)
            line.editingFinished.connect(self.commit)

    def _fill(self) -> None:
        """List the zones, when one is about to be chosen: reading their folder takes a while."""
        if self.count() > 1:
            return
        shown = self.currentText()
        known = {z for z in available_timezones() if "/" in z or z == "UTC"} | {self._shown}
        self.clear()
        self.addItems(sorted(known - {""}))
        self.setCurrentText(shown)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """List the zones before something is typed."""
        self._fill()
        super().focusInEvent(event)

    def showPopup(self) -> None:
        """List the zones before they are shown."""
        self._fill()
        super().showPopup()

    def zone(self) -> str:
        """The zone chosen; ``""`` if what is typed is none."""
        self._fill()
        typed = self.currentText().strip()
        index = self.findText(typed, Qt.MatchFlag.MatchFixedString)
        return self.itemText(index) if index >= 0 else ""

    def show_value(self, zone: str) -> None:
        """Show a zone; one that is not listed is added."""
        self._shown = zone
        if self.findText(zone) < 0:
            self.addItem(zone)
        self.setCurrentText(zone)

    def commit(self) -> None:
        """Give the zone, if it is another; what is no zone is given up."""
        zone = self.zone()
        if not zone:
            self.setCurrentText(self._shown)
        elif zone != self._shown:
            self._shown = zone
            self.committed.emit(zone)

    def setReadOnly(self, only_read: bool) -> None:
        """Whether it can only be read."""
        self.setEnabled(not only_read)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Rolling over a field on the way down a form must not change it."""
        event.ignore()


def system_zone() -> str:
    """The IANA name of the machine's own zone, or UTC."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode()
    return name if known_zone(name) else "UTC"
