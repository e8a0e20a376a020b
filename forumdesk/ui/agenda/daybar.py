# SPDX-License-Identifier: MIT
"""The choice of a day: one button each, all days, and the sessions that wait for a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QWidget,
)

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.words import Words
from forumdesk.ui.agenda.rows import ALL_DAYS, UNTIMED, Shown, has_untimed
from forumdesk.ui.dates import day_in_month, short_day
from forumdesk.ui.labels import button, plain

MANY = 3  # more days than these are said shorter, if they can
MOST = 5  # more days than buttons fit: a list to choose from


class DayBar(QWidget):
    """``picked`` carries the day chosen: a date, all days, or those without a time."""

    picked = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.setAccessibleName(words("Day"))
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._choices: list[tuple[Shown, str]] = []
        self._narrow = False
        self.shown: Shown = ""  # none yet: the first there is
        self._group = QButtonGroup(self)
        self._list = QComboBox()
        self._list.setAccessibleName(words("Day"))
        self._list.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._list.activated.connect(lambda n: self._pick(self._choices[n][0]))
        self._layout.addWidget(self._list)

    def show_days(self, dossier: Dossier, *, alone: bool = False) -> Shown:
        """Offer the days of an edition; gives back the one shown, the first if that is gone.

        ``alone``: only days, not all of them together nor the sessions without one.
        """
        days: list[Shown] = list(dossier.days)
        if not alone and has_untimed(dossier):
            days.append(UNTIMED)
        if len(days) > 1 and not alone:
            days.append(ALL_DAYS)
        said = self._named(dossier.days)
        choices = [(day, said.get(day) or self._said(day)) for day in days or [ALL_DAYS]]
        if self.shown not in [day for day, _ in choices]:
            self.shown = choices[0][0]
        if choices != self._choices:
            self._choices = choices
            self._rebuild()
        self.mark(self.shown)
        return self.shown

    def _named(self, days: Sequence[date]) -> dict[Shown, str]:
        """What days are called: many of one month without its name."""
        short = len(days) > MANY and len({(day.year, day.month) for day in days}) == 1
        name = day_in_month if short else short_day
        return {day: name(day, self._words) for day in days}

    def _said(self, day: Shown) -> str:
        return self._words("No time yet") if day == UNTIMED else self._words("All days")

    def _rebuild(self) -> None:
        for old in self._group.buttons():
            self._group.removeButton(old)
            old.deleteLater()
        self._list.clear()
        for number, (day, text) in enumerate(self._choices):
            self._list.addItem(text)
            if not self._is_many():
                self._add(number, day, text)
        self._show_either()
        self.setVisible(len(self._choices) > 1)

    def _is_many(self) -> bool:
        return len(self._choices) > MOST + 2

    def _show_either(self) -> None:
        """Buttons, or a list where there are many days or little room."""
        listed = self._is_many() or self._narrow
        self._list.setVisible(listed)
        for tab in self._group.buttons():
            tab.setVisible(not listed)

    def narrow(self, narrow: bool) -> None:
        """There is no room for buttons, or there is again."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._show_either()

    def wanted(self) -> int:
        """The width of the buttons, or of the list where there are too many."""
        if len(self._choices) < 2:
            return 0
        tabs = self._group.buttons()
        return sum(tab.sizeHint().width() for tab in tabs) or self._list.sizeHint().width()

    def _add(self, number: int, day: Shown, text: str) -> None:
        made: QPushButton = button(plain(text), self._segment(number))
        made.setCheckable(True)
        made.clicked.connect(lambda: self._pick(day))
        self._group.addButton(made, number)
        self._layout.addWidget(made)

    def _segment(self, number: int) -> str:
        if number == 0:
            return "segment-first"
        return "segment-last" if number == len(self._choices) - 1 else "segment"

    def mark(self, day: Shown) -> None:
        """Mark a day as the one shown."""
        self.shown = day
        number = [choice for choice, _ in self._choices].index(day)
        self._list.setCurrentIndex(number)
        if (pressed := self._group.button(number)) is not None:
            pressed.setChecked(True)

    def offers(self, day: Shown) -> bool:
        """Whether a day can be shown."""
        return day in [choice for choice, _ in self._choices]

    def tab(self, day: Shown) -> QAbstractButton | None:
        """The button of a day; ``None`` where there are too many for buttons."""
        days = [choice for choice, _ in self._choices]
        return self._group.button(days.index(day)) if day in days else None

    def day_at(self, at: QPoint) -> date | None:
        """The day whose button is at a point of the screen."""
        for day, _ in self._choices:
            tab = self.tab(day)
            if tab is None or not isinstance(day, date) or not tab.isVisible():
                continue
            if tab.rect().contains(tab.mapFromGlobal(at)):
                return day
        return None

    def _pick(self, day: Shown) -> None:
        self.mark(day)
        self.picked.emit(day)
