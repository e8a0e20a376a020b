# SPDX-License-Identifier: MIT
"""The edition at a glance: titles, when and where, the days, readiness, sides, and its set-up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from forumdesk.domain.desk import Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.readiness import parity, readiness
from forumdesk.ui.dates import short_day
from forumdesk.ui.labels import ElidedLabel
from forumdesk.ui.overview.cards import SETS, Card, ParityCard, ReadinessCard, SetCard, SetUp
from forumdesk.ui.overview.head import Head
from forumdesk.ui.overview.next_card import NextCard, coming_after
from forumdesk.ui.overview.slot import Slot
from forumdesk.ui.overview.strip import DayStrip, Strip, strips
from forumdesk.ui.pages import Page
from forumdesk.ui.workspace import Workspace

WIDEST = 1080  # pixels of content; beyond, lines get too long to read


class OverviewPage(Page):
    """Everything about the edition that fits one screen; each line leads to its place."""

    def __init__(self, work: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(work, parent)
        self.head, self.days, self.ready, self.even = Slot(), Slot(), Slot(), Slot()
        self.next = Slot()
        self.sets = {set_up.kind: Slot() for set_up in SETS}
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have it
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self._content())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)
        work.printed.found.connect(self._stale_found)

    def _content(self) -> QWidget:
        content = QWidget()
        content.setProperty("look", "surface")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        outer = QHBoxLayout(content)
        outer.setContentsMargins(24, 20, 24, 24)
        inner = QWidget()
        inner.setMaximumWidth(WIDEST)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(self.head)
        column.addLayout(self.days)
        column.addLayout(self.next)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(_column([self.ready, self.sets["room"], self.sets["track"]]), 1)
        row.addLayout(
            _column([self.even, self.sets["host"], self.sets["side"], self.sets["vehicle"]]), 1
        )
        column.addLayout(row)
        column.addStretch(1)
        outer.addWidget(inner, 1)
        outer.addStretch(0)
        return content

    def show_edition(self, dossier: Dossier) -> None:
        """Show the edition; what was selected of the same one stays so."""
        work, today = self.work, self._today(dossier)
        edit = Subject("edition", dossier.edition.id)
        self.head.fill(
            (dossier.edition, dossier.title, today),
            lambda on: Head(work, dossier, today, lambda: self.selected.emit(edit), parent=on),
        )
        shown = tuple(strips(dossier))
        self.days.fill(shown, lambda on: self._days(shown, on) if shown else None)
        coming = coming_after(dossier, today)
        self.next.fill(
            (coming, work.editable), lambda on: NextCard(work, coming, on) if coming else None
        )
        self._show_ready(dossier)
        shares = parity(dossier)
        self.even.fill(shares, lambda on: ParityCard(work, shares, on) if shares else None)
        for set_up in SETS:
            self._show_set(set_up, dossier)
        if not self._still_there(dossier):
            self.selected.emit(edit)

    def _show_ready(self, dossier: Dossier) -> None:
        printed = self.work.printed
        stale = printed.stale if printed.looked else None
        lines = readiness(dossier, self._today(dossier), stale)
        self.ready.fill(lines, lambda on: ReadinessCard(self.work, lines, on))

    def _stale_found(self) -> None:
        if self.isVisible() and self.work.dossier is not None:
            self._show_ready(self.work.dossier)

    def _show_set(self, set_up: SetUp, dossier: Dossier) -> None:
        slot = self.sets[set_up.kind]
        lines = tuple(set_up.lines(self.work, dossier))
        before = slot.content
        adding = isinstance(before, SetCard) and before.field.hasFocus()
        made = slot.fill(
            (dossier.edition.id, self.work.editable, lines),
            lambda on: SetCard(self.work, set_up, lines, self.selected.emit, parent=on),
        )
        if made and adding and isinstance(slot.content, SetCard):
            slot.content.field.setFocus()

    def select(self, subject: Subject) -> bool:
        """Choose the edition or something it is set up from."""
        self.selected.emit(subject)
        return True

    def _still_there(self, dossier: Dossier) -> bool:
        """Whether what was selected is something of the edition as it is now."""
        chosen = self.subject.id if self.subject else ""
        sets = (
            dossier.hosts,
            dossier.sides,
            dossier.rooms,
            dossier.tracks,
            dossier.vehicles,
        )
        return chosen == dossier.edition.id or any(r.id == chosen for s in sets for r in s)

    def _today(self, dossier: Dossier) -> date:
        """The day it is where the edition meets."""
        return self.work.desk.now().astimezone(ZoneInfo(dossier.edition.timezone)).date()

    def _days(self, shown: Sequence[Strip], on: QWidget) -> QWidget:
        holder = Card(self.work.look, parent=on)
        grid = QGridLayout()
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for row, strip in enumerate(shown):
            name = ElidedLabel(short_day(strip.day, self.work.words), "strong")
            name.setFixedWidth(84)
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            drawn = DayStrip(self.work, strip, holder)
            drawn.picked.connect(lambda session: self.work.go(Subject("session", session)))
            grid.addWidget(drawn, row, 1)
        holder.rows.addLayout(grid)
        return holder


def _column(cards: Sequence[QLayout]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(16)
    for card in cards:
        column.addLayout(card)
    column.addStretch(1)
    return column
