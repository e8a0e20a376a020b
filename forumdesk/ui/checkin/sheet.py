# SPDX-License-Identifier: MIT
"""Typing back a signed sheet: row codes at the left, what they come to at the right."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from forumdesk.domain.sheets import WRONG, Verdict
from forumdesk.services.checkin import plan_sheet, take_back_sheet
from forumdesk.ui.checkin.preview import Preview, summary
from forumdesk.ui.checkin.roll import Roll
from forumdesk.ui.composing import ComposingText
from forumdesk.ui.labels import button, hairline, label
from forumdesk.ui.lists import AsideDelegate
from forumdesk.ui.workspace import Workspace

WAIT = 80  # milliseconds after a key before the plan is made anew
_WRITTEN = frozenset({Verdict.CAME, Verdict.TAKEN_BACK})


class SheetView(QWidget):
    """A big field and a live preview; one button enters it all as one step."""

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        self.work = work
        self.roll: Roll | None = None
        self.desk_name = ""
        words = work.words
        self.text = ComposingText()
        self.text.setAccessibleName(words("Row codes of the signed sheet"))
        self.text.setPlaceholderText("37Z 38S\n40V-\n1R..12N")
        self.preview = Preview(work)
        self.list = QListView()
        self.said = label(look="strong")
        self.go = button(words("Enter the &sheet"), "first")
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(WAIT)
        self._lay_out()
        self.text.textChanged.connect(self._later.start)
        self._later.timeout.connect(self.plan)
        self.go.clicked.connect(self.enter)
        self.plan()

    def _lay_out(self) -> None:
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        left = QVBoxLayout()
        left.setContentsMargins(24, 20, 24, 20)
        left.setSpacing(10)
        words = self.work.words
        left.addWidget(label(words("Type back a signed sheet"), "lead"))
        left.addWidget(label(_help(self.work), "muted", wrap=True))
        left.addWidget(self.text, 1)
        outer.addLayout(left, 1)
        outer.addWidget(hairline(vertical=True))
        right = QVBoxLayout()
        right.setContentsMargins(20, 20, 20, 20)
        right.setSpacing(10)
        right.addWidget(self.said)
        self.list.setModel(self.preview)
        self.list.setItemDelegate(AsideDelegate(self.work.look, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setProperty("look", "boxed")
        self.list.setAccessibleName(words("What the sheet comes to"))
        right.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.go)
        right.addLayout(row)
        outer.addLayout(right, 1)

    def show_roll(self, roll: Roll) -> None:
        """The plan rests on who is in: make it anew."""
        self.roll = roll
        self.plan()

    def plan(self) -> None:
        """Show what would be entered."""
        self._later.stop()
        typed = self.text.toPlainText()
        plan = plan_sheet(self.work.desk, self.roll.edition, typed) if self.roll else ()
        self.preview.show_plan(plan)
        said = summary(plan, self.work.words)
        self.said.setText(said or self.work.words("Nothing typed yet"))
        wrong = any(one.verdict in WRONG for one in plan)
        new = any(one.verdict in _WRITTEN for one in plan)
        self.go.setEnabled(new and not wrong and self.work.editable)

    def enter(self) -> None:
        """Enter the sheet as it is typed."""
        self.text.take_composed()
        self.plan()
        if self.roll is None or not self.go.isEnabled():
            return
        typed = self.text.toPlainText()
        done, count = self.work.done(take_back_sheet, self.roll.edition, typed, self.desk_name)
        if done:
            self.text.clear()
            self.plan()
            words = self.work.words
            told = words.plural("{count} line entered.", "{count} lines entered.", count or 0)
            self.work.messages.tell(told)
            self.text.setFocus()


def _help(work: Workspace) -> str:
    return work.words(
        "One code after the other, as they stand beside the signatures. A minus or “absent” "
        "behind a code for an empty row; 1R..12N for all rows from one to the other."
    )
