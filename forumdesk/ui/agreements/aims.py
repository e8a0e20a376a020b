# SPDX-License-Identifier: MIT
"""The aims of an agreement: numbered, each in every language beside the other, edited in place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from forumdesk.domain.outcomes import Agreement, Aim
from forumdesk.domain.wording import EMPTY, Text
from forumdesk.services.agreements import add_aim, order_aims, remove_aim
from forumdesk.services.outcomes import change_aim
from forumdesk.ui.agreements.lines import REMOVE, more_button, moved, stacked
from forumdesk.ui.dates import language_name
from forumdesk.ui.forms import BilingualField
from forumdesk.ui.labels import button, hairline, label, pill
from forumdesk.ui.workspace import Workspace

_AT_FIRST, _AT_A_TIME = 5, 2  # aims: those in view, and how many follow at a time
_BETWEEN = 12  # pixels


class AimBlock(QWidget):
    """One aim: its number, heading and text in each language; a language missing is marked."""

    def __init__(self, work: Workspace, languages: Sequence[str]) -> None:
        super().__init__()
        self.work, self.id, self.agreement = work, "", ""
        words = work.words
        self._languages = languages
        self.number = label(look="strong")
        self.lacking = pill("", "warning")
        self.title = BilingualField(words("Heading"), languages, beside=True)
        self.text = BilingualField(words("Text"), languages, long=True, beside=True)
        for field, editor in (("title", self.title), ("text", self.text)):
            editor.committed.connect(partial(self._change, field))
        self.more = more_button(work, "", self._do)
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

    @property
    def typed_in(self) -> bool:
        """Whether the cursor is in it."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def show_value(self, aim: Aim) -> None:
        """Show an aim; what is being typed stays if it is the one shown before."""
        words = self.work.words
        self.id, self.agreement = aim.id, aim.agreement
        name = words("Aim {number}", number=aim.number)
        self.number.setText(name)
        self.more.setAccessibleName(words("What to do with {name}", name=name))
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
    """All aims, and a button for one more.

    The first are shown at once, more of them while nothing else is to be done; the room they
    will take is kept free. Blocks are used again: making one takes longer than filling it.
    """

    def __init__(self, work: Workspace, languages: Sequence[str]) -> None:
        super().__init__()
        self.work, self._languages = work, languages
        self._agreement = ""
        self._aims: list[Aim] = []
        self.blocks: list[AimBlock] = []
        self._spare: list[AimBlock] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.heading = label(work.words("Aims"), "lead")
        column.addWidget(self.heading)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(_BETWEEN)
        column.addLayout(self._lines)
        self._room = QWidget()
        column.addWidget(self._room)
        self.more = button(work.words("Add an a&im"))
        self.more.clicked.connect(self.add)
        row = QHBoxLayout()
        row.addWidget(self.more)
        row.addStretch(1)
        column.addLayout(row)
        self._idle = QTimer(self)
        self._idle.timeout.connect(lambda: self._build(len(self.blocks) + _AT_A_TIME))

    def show_value(self, agreement: Agreement) -> None:
        """Show the aims in order; blocks of aims that stay keep what is being typed in them."""
        found = self.work.desk.find(Aim, agreement=agreement.id)
        found.sort(key=lambda aim: aim.number)
        there = len(self.blocks) if agreement.id == self._agreement else 0
        self._agreement, self._aims = agreement.id, found
        self.more.setEnabled(self.work.editable)
        self._rearrange(there)
        self._build(max(there, _AT_FIRST))

    def _rearrange(self, there: int) -> None:
        """Show the first aims in their order; a block stays with its aim."""
        known = {block.id: block for block in self.blocks}
        kept = [(known.pop(aim.id, None), aim) for aim in self._aims[:there]]
        for block in known.values():
            self._lines.removeWidget(block)
            typed_in = block.typed_in
            block.hide()
            if typed_in:  # it takes over what is typed, for the aim it was of
                block.deleteLater()
            else:
                self._spare.append(block)
        self.blocks = [self._filled(block or self._block(), aim) for block, aim in kept]

    def _build(self, count: int) -> None:
        """See to it that so many aims are shown; the others follow by and by."""
        for aim in self._aims[len(self.blocks) : count]:
            self.blocks.append(self._filled(self._block(), aim))
        stacked(self._lines, self.blocks)
        waiting = len(self._aims) - len(self.blocks)
        each = self.blocks[0].sizeHint().height() + _BETWEEN if waiting else 0
        self._room.setFixedHeight(waiting * each)
        self._room.setVisible(waiting > 0)
        if waiting:
            self._idle.start(0)
        else:
            self._idle.stop()

    def _block(self) -> AimBlock:
        return self._spare.pop() if self._spare else AimBlock(self.work, self._languages)

    def _filled(self, block: AimBlock, aim: Aim) -> AimBlock:
        block.order = [each.id for each in self._aims]
        block.show_value(aim)
        return block

    def finish(self) -> None:
        """Show those that are still to follow."""
        self._build(len(self._aims))

    def add(self) -> None:
        """One more aim, and the cursor in its text."""
        done, _ = self.work.done(add_aim, self._agreement, EMPTY)
        self.finish()
        if done and self.blocks:
            next(iter(self.blocks[-1].text.fields.values())).setFocus()

    def setFocus(self) -> None:  # type: ignore[override]
        """Put the cursor into the first text that lacks a language, else into the first."""
        self.finish()
        for block in self.blocks:
            for field in block.text.fields.values():
                if not field.value():
                    field.setFocus()
                    return
        if self.blocks:
            next(iter(self.blocks[0].text.fields.values())).setFocus()
