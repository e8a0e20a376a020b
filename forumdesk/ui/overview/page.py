# SPDX-License-Identifier: MIT
"""The edition at a glance: titles, when and where, the days, readiness, sides, and its set-up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from forumdesk.domain.desk import Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.terms import term
from forumdesk.ui.dates import short_day
from forumdesk.ui.labels import ElidedLabel, button, label
from forumdesk.ui.overview.cards import SETS, ParityCard, ReadinessCard, SetCard
from forumdesk.ui.overview.strip import DayStrip, Strip, strips
from forumdesk.ui.overview.wording import countdown
from forumdesk.ui.pages import Page
from forumdesk.ui.workspace import Workspace

WIDEST = 1080  # pixels of content; beyond, lines get too long to read


class OverviewPage(Page):
    """Everything about the edition that fits one screen; each line leads to its place."""

    def __init__(self, work: Workspace) -> None:
        super().__init__(work)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)

    def show_edition(self, dossier: Dossier) -> None:
        """Show the edition; what was selected of the same one stays so."""
        at, typing = self.area.verticalScrollBar().value(), self._typing()
        # A field of the old content may be what caused this: it must outlive its own event.
        if (old := self.area.takeWidget()) is not None:
            old.deleteLater()
        self.area.setWidget(self._content(dossier))
        self.area.verticalScrollBar().setValue(at)
        if typing in self.sets:
            self.sets[typing].field.setFocus()
        if not self._still_there(dossier):
            self.selected.emit(Subject("edition", dossier.edition.id))

    def _typing(self) -> str:
        """The set to which something is being added, to go on adding."""
        for kind, card in getattr(self, "sets", {}).items():
            if card.field.hasFocus():
                return str(kind)
        return ""

    def select(self, subject: Subject) -> bool:
        """Choose the edition or something it is set up from."""
        self.selected.emit(subject)
        return True

    def _still_there(self, dossier: Dossier) -> bool:
        """Whether what was selected is something of the edition as it is now."""
        chosen = self.subject.id if self.subject else ""
        sets = (dossier.hosts, dossier.sides, dossier.rooms, dossier.tracks)
        return chosen == dossier.edition.id or any(r.id == chosen for s in sets for r in s)

    def _content(self, dossier: Dossier) -> QWidget:
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
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._head(dossier))
        if shown := strips(dossier):
            column.addWidget(self._days(shown))
        column.addLayout(self._cards(dossier))
        outer.addWidget(inner, 1)
        outer.addStretch(0)
        return content

    def _head(self, dossier: Dossier) -> QHBoxLayout:
        """Titles in each language with when and where at the left, the days to go at the right."""
        words = self.work.words
        row = QHBoxLayout()
        row.setSpacing(24)
        names = QVBoxLayout()
        names.setSpacing(2)
        for number, language in enumerate(dossier.languages):
            title = dossier.title.get(language, "")
            names.addWidget(label(title, "title" if number == 0 else "lead", wrap=True))
        names.addSpacing(4)
        if slogan := words.text(dossier.edition.slogan):
            names.addWidget(label(f"“{slogan}”", "muted", wrap=True))
        names.addWidget(label(self._facts(dossier), "muted", wrap=True))
        row.addLayout(names, 1)
        large, small = countdown(dossier.edition, self._today(dossier), words)
        counted = QVBoxLayout()
        counted.setSpacing(0)
        for text, look in ((large, "title"), (small, "small")):
            shown = label(text, look)
            shown.setAlignment(Qt.AlignmentFlag.AlignRight)
            counted.addWidget(shown)
        counted.addStretch(1)
        edit = button(words("&Edit this edition"), "quiet")
        edit.clicked.connect(lambda: self.selected.emit(Subject("edition", dossier.edition.id)))
        counted.addWidget(edit, 0, Qt.AlignmentFlag.AlignRight)
        row.addLayout(counted)
        return row

    def _facts(self, dossier: Dossier) -> str:
        return f"{term(dossier.edition.state, self.work.words)} · {dossier.edition.timezone}"

    def _today(self, dossier: Dossier) -> date:
        """The day it is where the edition meets."""
        return self.work.desk.now().astimezone(ZoneInfo(dossier.edition.timezone)).date()

    def _days(self, shown: list[Strip]) -> QWidget:
        holder = QFrame()
        holder.setProperty("look", "card")
        grid = QGridLayout(holder)
        grid.setContentsMargins(14, 12, 14, 12)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for row, strip in enumerate(shown):
            name = ElidedLabel(short_day(strip.day, self.work.words), "strong")
            name.setFixedWidth(84)
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            drawn = DayStrip(self.work, strip)
            drawn.picked.connect(lambda session: self.work.go(Subject("session", session)))
            grid.addWidget(drawn, row, 1)
        return holder

    def _cards(self, dossier: Dossier) -> QHBoxLayout:
        """Two columns of cards."""
        self.sets = {s.kind: SetCard(self.work, dossier, s, self.selected.emit) for s in SETS}
        ready = ReadinessCard(self.work, dossier, self._today(dossier))
        even = [ParityCard(self.work, dossier)] if dossier.sides else []
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(_column([ready, self.sets["room"], self.sets["track"]]), 1)
        row.addLayout(_column([*even, self.sets["host"], self.sets["side"]]), 1)
        return row


def _column(cards: Sequence[QWidget]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(16)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return column
