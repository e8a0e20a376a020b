# SPDX-License-Identifier: MIT
"""How many of each side are in, of how many expected."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from forumdesk.domain.attendance import NOBODY, Count
from forumdesk.domain.words import Words
from forumdesk.ui.checkin.roll import Roll
from forumdesk.ui.labels import ElidedLabel, label
from forumdesk.ui.workspace import Workspace


class Counts(QWidget):
    """A figure for all, a line with a bar for each side."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.total = label(look="large")
        self.more = label(look="muted", wrap=True)
        self.bar = _bar()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._rows: list[tuple[ElidedLabel, QLabel, QProgressBar]] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for part in (self.total, self.bar, self.more):
            layout.addWidget(part)
        layout.addSpacing(8)
        layout.addLayout(self._grid)

    def show_roll(self, roll: Roll, work: Workspace) -> None:
        """Show the counts as they are."""
        words, whole = self._words, roll.total
        self.total.setText(f"{whole.present:,} / {whole.expected:,}")
        self.total.setAccessibleName(
            words(
                "{present:,} in, {expected:,} expected",
                present=whole.present,
                expected=whole.expected,
            )
        )
        _fill(self.bar, whole)
        self.more.setText(_more(whole, words))
        self.more.setVisible(bool(self.more.text()))
        sides = work.dossier.sides if work.dossier else ()
        lines = [(words.text(side.name), roll.counts.get(side.id, NOBODY)) for side in sides]
        rest = roll.counts.get(None, NOBODY)
        if lines and rest != NOBODY:
            lines.append((words("Without a side"), rest))
        while len(self._rows) < len(lines):
            self._add_row()
        for at, row in enumerate(self._rows):
            for part in row:
                part.setVisible(at < len(lines))
            if at < len(lines):
                name, count = lines[at]
                row[0].setText(name)
                row[1].setText(f"{count.present:,} / {count.expected:,}")
                _fill(row[2], count)
                row[2].setAccessibleName(name)

    def _add_row(self) -> None:
        at = 2 * len(self._rows)
        row = (ElidedLabel(), label(look="muted"), _bar())
        self._grid.addWidget(row[0], at, 0)
        self._grid.addWidget(row[1], at, 1, Qt.AlignmentFlag.AlignRight)
        self._grid.addWidget(row[2], at + 1, 0, 1, 2)
        self._rows.append(row)


def _bar() -> QProgressBar:
    bar = QProgressBar()
    bar.setTextVisible(False)
    return bar


def _fill(bar: QProgressBar, count: Count) -> None:
    """The bar shows who of the expected has come: whoever else came must not fill it."""
    bar.setMaximum(max(1, count.expected))
    bar.setValue(count.came)


def _more(count: Count, words: Words) -> str:
    said = []
    if count.walk_ins:
        said.append(words.plural("{count} walk-in", "{count} walk-ins", count.walk_ins))
    if count.others:
        said.append(
            words.plural(
                "{count} who had not accepted", "{count} who had not accepted", count.others
            )
        )
    return " · ".join(said)
