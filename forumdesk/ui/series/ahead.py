# SPDX-License-Identifier: MIT
"""When a series would meet next: a line for each suggested date, with what speaks against it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from forumdesk.domain.chronicle import Chronicle
from forumdesk.domain.suggesting import Caution, Outlook, Suggestion
from forumdesk.domain.values import frozen
from forumdesk.ui.dates import days
from forumdesk.ui.labels import ElidedLabel, FlowLabel, button, label
from forumdesk.ui.look import ICON
from forumdesk.ui.overview.cards import Card
from forumdesk.ui.series.moments import number_said
from forumdesk.ui.workspace import Workspace


@frozen
class Doing:
    """What can be done with a suggestion: ``take`` it as an edition, ``adopt`` the assumed rule."""

    take: Callable[[Suggestion], object]
    adopt: Callable[[str], object]
    called: str  # what taking is called


class AheadCard(Card):
    """The next dates of a series."""

    def __init__(
        self, work: Workspace, of: Chronicle, ahead: Outlook, doing: Doing, *, parent: QWidget
    ) -> None:
        super().__init__(work.look, work.words("Suggested dates"), parent)
        self._work, self._of, self._doing = work, of, doing
        self.takes: dict[int, QPushButton] = {}
        self.rows.setSpacing(10)
        for caution in ahead.cautions:
            self.rows.addLayout(self._caution(caution))
        if ahead.assumed:
            self.rows.addWidget(self._assumed(ahead.assumed))
        for one in ahead.suggestions:
            self.rows.addLayout(self._line(one))
        if not ahead.suggestions:
            text = work.words(
                "Say below how often it meets, and its next dates are suggested here."
            )
            self.rows.addWidget(label(text, "muted", wrap=True))

    def _assumed(self, rrule: str) -> QWidget:
        """That there is no rule yet, and what would be one."""
        words = self._work.words
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        text = words("There is no rule yet; these are the dates if it goes on as it met last.")
        row.addWidget(FlowLabel(text, "muted"), 1)
        keep = button(words("Make it the &rule"))
        keep.setEnabled(self._work.editable)
        keep.clicked.connect(lambda: self._doing.adopt(rrule))
        row.addWidget(keep, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _line(self, one: Suggestion) -> QVBoxLayout:
        words = self._work.words
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        when = days(one.first_day, one.last_day, words)
        shown = ElidedLabel(when, "strong")
        shown.setFixedWidth(224)
        grid.addWidget(shown, 0, 0)
        grid.addWidget(ElidedLabel(self._what(one)), 0, 1)
        text = words("Give it these days") if one.edition else self._doing.called
        take = button(text, "quiet")
        take.setAccessibleName(f"{text}: {when}")
        take.setEnabled(self._work.editable)
        take.clicked.connect(partial(self._take, one))
        self.takes[one.number] = take
        grid.addWidget(take, 0, 2)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addLayout(grid)
        for caution in one.cautions:
            column.addLayout(self._caution(caution))
        return column

    def _take(self, one: Suggestion, _checked: bool = False) -> None:
        self._doing.take(one)

    def _what(self, one: Suggestion) -> str:
        """Number, place, zone and hosts, in one line."""
        words = self._work.words
        names = {
            host.id: words.text(host.short) or words.text(host.name) for host in self._of.hosts
        }
        hosts = (names[id_] for id_ in one.hosts if id_ in names)
        parts = (number_said(one.number, words), words.text(one.place), one.timezone, *hosts)
        return " · ".join(filter(None, parts))

    def _caution(self, caution: Caution) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        sign = label()
        ink = self._work.look.tokens.warning.ink
        sign.setPixmap(self._work.look.icons("warning", ink).pixmap(ICON))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(FlowLabel(caution.phrase.said(self._work.words), "small"), 1)
        return row
