# SPDX-License-Identifier: MIT
"""Fields to choose in: one of some things, or several of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QMenu, QWidget

from forumdesk.ui.labels import plain, tip

Choice = tuple[str, str]  # key, and what it is called


class ChoiceField(QComboBox):
    """One of some things; ``committed`` carries the key of the one chosen."""

    committed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMaxVisibleItems(20)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self._choices: list[Choice] = []
        self.activated.connect(lambda _: self.committed.emit(self.currentData()))

    def show_value(self, key: str, choices: Iterable[Choice]) -> None:
        """Offer choices, one of them chosen."""
        wanted = list(choices)
        if wanted != self._choices:
            self._choices = wanted
            self.clear()
            for each, text in wanted:
                self.addItem(text, each)
        self.setCurrentIndex(self.findData(key))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: scrolling past a field must not change it."""
        event.ignore()


class SeveralField(QComboBox):
    """Any of some things, ticked in a menu; ``committed`` carries the keys in their order."""

    committed = Signal(object)

    def __init__(self, name: str, nothing: str) -> None:
        super().__init__()
        self._name, self._nothing = name, nothing
        self._shown: list[str] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self._menu = _StayingMenu(self)
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
        self.setToolTip(tip(said) if len(names) > 1 else "")
        self.setEnabled(bool(self._menu.actions()))

    def showPopup(self) -> None:
        """Offer the things to tick."""
        self._menu.setMinimumWidth(self.width())
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

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


class _StayingMenu(QMenu):
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
