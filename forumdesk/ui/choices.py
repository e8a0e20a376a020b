# SPDX-License-Identifier: MIT
"""Fields to choose in: one of some things, or several of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QMenu,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from forumdesk.ui.labels import plain, tip

Choice = tuple[str, str]  # key, and what it is called
_LEAST = 8  # characters that can always be read


class ChoiceBox(QComboBox):
    """A box to choose in as it stands in a form: never wider than its place, never rolled over."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """Room for a few characters, whatever there is to choose from.

        A ``sizeAdjustPolicy`` says the same, but has Qt make the list that opens, unseen as yet.
        """
        option, metrics = QStyleOptionComboBox(), self.fontMetrics()
        self.initStyleOption(option)
        text = QSize(_LEAST * metrics.horizontalAdvance("X"), max(metrics.height(), 14) + 2)
        return self.style().sizeFromContents(QStyle.ContentsType.CT_ComboBox, option, text, self)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: scrolling past a field must not change it."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt cuts a text that is too long; end it in … and say all of it in the tip."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        field = self.style().subControlRect(
            *(QStyle.ComplexControl.CC_ComboBox, option),
            *(QStyle.SubControl.SC_ComboBoxEditField, self),
        )
        said = option.currentText
        shown = self.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, field.width() - 4)
        option.currentText = shown
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()
        if self.toolTip() in ("", self._cut):
            self._cut = tip(said) if shown != said else ""
            self.setToolTip(self._cut)

    _cut = ""  # the tip that tells a text that is cut


class ChoiceField(ChoiceBox):
    """One of some things; ``committed`` carries the value of the one chosen."""

    committed = Signal(object)

    def __init__(self, name: str, choices: Iterable[tuple[object, str]] = ()) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMaxVisibleItems(20)
        self._choices: list[tuple[object, str]] = []
        self._offer(choices)
        self.activated.connect(lambda number: self.committed.emit(self._choices[number][0]))

    def _offer(self, choices: Iterable[tuple[object, str]]) -> None:
        self._choices = list(choices)
        self.clear()
        for value, text in self._choices:
            self.addItem(text, value)

    def show_value(
        self, value: object, choices: Iterable[tuple[object, str]] | None = None
    ) -> None:
        """Show a value, among other choices if these are given; one that is none, as nothing."""
        if choices is not None and (offered := list(choices)) != self._choices:
            self._offer(offered)
        values = [each for each, _ in self._choices]
        self.setCurrentIndex(values.index(value) if value in values else -1)

    def setReadOnly(self, only_read: bool) -> None:
        """Whether it can only be read."""
        self.setEnabled(not only_read)


class SeveralField(ChoiceBox):
    """Any of some things, ticked in a menu; ``committed`` carries the keys in their order."""

    committed = Signal(object)

    def __init__(self, name: str, nothing: str) -> None:
        super().__init__()
        self._name, self._nothing = name, nothing
        self._shown: list[str] = []
        self._menu = StayingMenu(self)
        self._menu.aboutToHide.connect(self._done)

    def show_value(self, keys: Sequence[str], choices: Iterable[Choice]) -> None:
        """Offer choices, some of them ticked."""
        self._menu.clear()
        self._shown = list(keys)
        names = []
        for key, text in choices:
            action = self._menu.addAction(plain(text))
            action.setCheckable(True)
            action.setChecked(key in keys)
            action.setData(key)
            names += [text] if key in keys else []
        said = ", ".join(names) or self._nothing
        self.clear()
        self.addItem(said)
        self.setAccessibleName(f"{self._name}: {said}")
        self.setEnabled(bool(self._menu.actions()))

    def showPopup(self) -> None:
        """Offer the things to tick."""
        self._menu.setMinimumWidth(self.width())
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def tick(self, keys: Iterable[str]) -> None:
        """Tick just these, as the user would, and close."""
        wanted = set(keys)
        for action in self._menu.actions():
            action.setChecked(action.data() in wanted)
        self._done()

    def _done(self) -> None:
        ticked = [action.data() for action in self._menu.actions() if action.isChecked()]
        # Those there were keep their order; new ones follow.
        keys = [key for key in self._shown if key in ticked]
        keys += [key for key in ticked if key not in keys]
        if keys != self._shown:
            self._shown = keys
            self.committed.emit(keys)


class StayingMenu(QMenu):
    """A menu that stays open while its entries are ticked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)

    def mouseReleaseEvent(self, event: object) -> None:
        """Tick without closing."""
        action = self.activeAction()
        if action is not None and action.isCheckable():
            action.trigger()
            return
        super().mouseReleaseEvent(event)  # type: ignore[arg-type]
