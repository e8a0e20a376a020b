# SPDX-License-Identifier: MIT
"""The organizations that host a series by default, in order; another is added by typing a name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from forumdesk.domain.languages import country_name
from forumdesk.domain.people import Organization
from forumdesk.ui.composing import ComposingLine
from forumdesk.ui.labels import ElidedLabel, label
from forumdesk.ui.series.ordering import Tools, moved
from forumdesk.ui.workspace import Workspace


class HostLine(QWidget):
    """One host, and what moves it."""

    def __init__(self, field: HostsField, at: int) -> None:
        super().__init__()
        self.turn = label(str(at + 1), "small")
        self.turn.setFixedWidth(16)
        self.name, self.country = ElidedLabel(), label(look="small")
        self.tools = Tools(field.work, lambda by: field.reorder(at, by), lambda: field.drop(at))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.turn)
        row.addWidget(self.name, 1)
        row.addWidget(self.country)
        row.addWidget(self.tools)


class HostsField(QWidget):
    """Hosts in order; ``committed`` carries their ids, ``named`` what was typed to add one."""

    committed = Signal(object)
    named = Signal(str)

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        self.work = work
        self.lines: list[HostLine] = []
        self._ids: list[str] = []
        self._offered = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.typed = ComposingLine()
        self.typed.setPlaceholderText("+ " + work.words("Add a host"))
        self.typed.setAccessibleName(work.words("Add a host"))
        self.typed.returnPressed.connect(self._name)
        self.typed.textEdited.connect(lambda _: self._offer())
        self._column.addWidget(self.typed)

    def show_hosts(self, hosts: Sequence[Organization]) -> None:
        """Show hosts in order."""
        self._ids = [host.id for host in hosts]
        while len(self.lines) > len(hosts):
            line = self.lines.pop()
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        for at in range(len(self.lines), len(hosts)):
            self.lines.append(HostLine(self, at))
            self._column.insertWidget(at, self.lines[at])
        words, editable = self.work.words, self.work.editable
        for at, (line, host) in enumerate(zip(self.lines, hosts, strict=True)):
            name = words.text(host.name) or words("without a name")
            line.name.setText(name)
            line.country.setText(country_name(host.country, words.language) or host.country)
            line.tools.show_place(name, at, len(hosts), editable=editable)
        self.typed.setEnabled(editable)
        self._offered = False

    def _offer(self) -> None:
        """Offer the names of organizations there are, once one is being typed."""
        if self._offered:
            return
        self._offered = True
        bodies = self.work.desk.find(Organization)
        names = sorted({name for body in bodies for name in body.name.values()})
        completer = QCompleter(names, self.typed)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.typed.setCompleter(completer)

    def _name(self) -> None:
        self.typed.take_composed()
        text = self.typed.text().strip()
        if text:
            self.typed.clear()
            self.named.emit(text)

    def reorder(self, at: int, by: int) -> None:
        """Move a host in the order; the focus goes with it."""
        self.lines[at + by].tools.focus_like(self.lines[at].tools)
        self.committed.emit(moved(self._ids, at, by))

    def drop(self, at: int) -> None:
        """Take a host away."""
        self.committed.emit([id_ for n, id_ in enumerate(self._ids) if n != at])
