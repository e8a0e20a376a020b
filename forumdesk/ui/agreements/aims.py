# SPDX-License-Identifier: MIT
"""The aims of an agreement: numbered, each in every language beside the other, edited in place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumdesk.domain.outcomes import Agreement, Aim
from forumdesk.domain.wording import EMPTY, Text
from forumdesk.services.agreements import add_aim, order_aims, remove_aim
from forumdesk.services.outcomes import change_aim
from forumdesk.ui.agreements.lines import REMOVE, emptied, more_button, moved, stacked
from forumdesk.ui.dates import language_name
from forumdesk.ui.forms import BilingualField
from forumdesk.ui.labels import button, hairline, label, pill
from forumdesk.ui.workspace import Workspace


class AimBlock(QWidget):
    """One aim: its number, heading and text in each language; a language missing is marked."""

    def __init__(self, work: Workspace, aim: Aim, languages: Sequence[str]) -> None:
        super().__init__()
        self.work, self.id = work, aim.id
        words = work.words
        self._languages = languages
        self.number = label(look="strong")
        self.lacking = pill("", "warning")
        name = words("Aim {number}", number=aim.number)
        self.title = BilingualField(words("Heading"), languages, beside=True)
        self.text = BilingualField(words("Text"), languages, long=True, beside=True)
        for field, editor in (("title", self.title), ("text", self.text)):
            editor.committed.connect(partial(self._change, field))
        self.more = more_button(work, name, self._do)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.number)
        head.addWidget(self.lacking)
        head.addStretch(1)
        head.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        for widget in (self.title, self.text, hairline()):
            column.addWidget(widget)
        self.order: Sequence[str] = ()
        self.agreement = aim.agreement

    def show_value(self, aim: Aim) -> None:
        """Show the aim; what is being typed stays."""
        words = self.work.words
        self.number.setText(words("Aim {number}", number=aim.number))
        self.title.show_value(aim.title)
        self.text.show_value(aim.text)
        lacking = [language_name(tag) for tag in self._languages if _lacks(aim, tag)]
        self.lacking.setText(words("missing: {languages}", languages=", ".join(lacking)))
        self.lacking.setVisible(bool(lacking))
        self.more.setEnabled(self.work.editable)
        for field in (self.title, self.text):
            field.setReadOnly(not self.work.editable)

    def _change(self, field: str, value: Text) -> None:
        self.work.run(change_aim, self.id, {field: value})

    def _do(self, what: str) -> None:
        if what == REMOVE:
            self.work.run(remove_aim, self.id)
        else:
            self.work.run(order_aims, self.agreement, moved(self.order, self.id, what))


def _lacks(aim: Aim, language: str) -> bool:
    """Whether an aim has no text in a language, or no heading where it has one in another."""
    return not aim.text.get(language) or (bool(aim.title) and not aim.title.get(language))


class AimsField(QWidget):
    """All aims, and a button for one more."""

    def __init__(self, work: Workspace, languages: Sequence[str]) -> None:
        super().__init__()
        self.work, self._languages = work, languages
        self._agreement = ""
        self.blocks: list[AimBlock] = []
        self._new = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.heading = label(work.words("Aims"), "lead")
        column.addWidget(self.heading)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(12)
        column.addLayout(self._lines)
        self.more = button(work.words("Add an &aim"))
        self.more.clicked.connect(self.add)
        row = QHBoxLayout()
        row.addWidget(self.more)
        row.addStretch(1)
        column.addLayout(row)

    def show_value(self, agreement: Agreement) -> None:
        """Show the aims in order; blocks of aims that stay keep what is being typed in them."""
        found = self.work.desk.find(Aim, agreement=agreement.id)
        found.sort(key=lambda aim: aim.number)
        order = [aim.id for aim in found]
        if order != [block.id for block in self.blocks]:
            emptied(self._lines)
            self.blocks = [AimBlock(self.work, aim, self._languages) for aim in found]
            stacked(self._lines, self.blocks, self.heading)
            self.setTabOrder(self.blocks[-1].text if self.blocks else self.heading, self.more)
        self._agreement = agreement.id
        self.more.setEnabled(self.work.editable)
        for block, aim in zip(self.blocks, found, strict=True):
            block.order = order
            block.show_value(aim)

    def add(self) -> None:
        """One more aim, and the cursor in its text."""
        done, _ = self.work.done(add_aim, self._agreement, EMPTY)
        if done and self.blocks:
            next(iter(self.blocks[-1].text.fields.values())).setFocus()

    def setFocus(self) -> None:  # type: ignore[override]
        """Put the cursor into the first text that lacks a language, else into the first."""
        for block in self.blocks:
            for field in block.text.fields.values():
                if not field.value():
                    field.setFocus()
                    return
        if self.blocks:
            next(iter(self.blocks[0].text.fields.values())).setFocus()
