# SPDX-License-Identifier: MIT
"""Fields of other kinds than text: a number, a day, a zone, a colour, a switch.

Like the fields of ``forms`` each shows a value, and gives another through ``committed`` once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QWidget

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.times import parse_duration
from forumdesk.ui.forms import LineField
from forumdesk.ui.labels import relook

_DAY = re.compile(r"(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*|(\d{4})(\d{2})(\d{2})")


class SwitchField(QCheckBox):
    """Yes or no; ``committed`` carries it."""

    committed = Signal(bool)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setAccessibleName(name)
        self.clicked.connect(self.committed)

    def show_value(self, value: bool) -> None:
        """Show yes or no."""
        self.setChecked(value)

    def setReadOnly(self, only_read: bool) -> None:
        """Whether it can only be read."""
        self.setEnabled(not only_read)


class TypedField(LineField):
    """A line that stands for a value: what can't be understood is marked and kept to be mended.

    ``typed`` carries the value; ``None`` for an empty line.
    """

    typed = Signal(object)

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__(name)
        self.setPlaceholderText(hint)
        self.committed.connect(self._understand)

    def parsed(self, text: str) -> object:
        """The value that a text says; raises ``ValueError`` if it says none."""
        raise NotImplementedError

    def said(self, value: object) -> str:
        """A value as text."""
        return "" if value is None else str(value)

    def show_typed(self, value: object) -> None:
        """Show a value."""
        self._mark(False)
        self.show_value(self.said(value))

    def _understand(self, text: str) -> None:
        try:
            value = self.parsed(text) if text else None
        except ValueError:
            self._mark(True)
            return
        self._mark(False)
        self.typed.emit(value)

    def _mark(self, wrong: bool) -> None:
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            relook(self, "wrong" if wrong else "")


class NumberField(TypedField):
    """A whole number, not negative, or nothing."""

    def parsed(self, text: str) -> int:
        """The number."""
        number = int(text)
        if not 0 <= number <= 10**6:
            raise ValueError(text)
        return number


class MinutesField(TypedField):
    """A length in minutes as people type lengths (``15``, ``1h30``, ``90분``); 0 is shown empty."""

    def __init__(self, name: str) -> None:
        super().__init__(name, "15")

    def parsed(self, text: str) -> int:
        """The minutes."""
        try:
            return parse_duration(text)
        except ForumDeskError as error:
            raise ValueError(text) from error

    def said(self, value: object) -> str:
        """Minutes as they are typed."""
        return str(value) if value else ""


class DayField(TypedField):
    """A day, typed with year, month and day in this order, between anything or nothing."""

    def __init__(self, name: str) -> None:
        super().__init__(name, "2027-06-24")

    def parsed(self, text: str) -> date:
        """The day."""
        found = _DAY.fullmatch(text.strip())
        if found is None:
            raise ValueError(text)
        year, month, day = (int(part) for part in found.groups() if part is not None)
        return date(year, month, day)

    def said(self, value: object) -> str:
        """A day as it is typed."""
        return value.isoformat() if isinstance(value, date) else ""


class ColorField(TypedField):
    """A colour as ``#rrggbb``, or nothing."""

    def __init__(self, name: str) -> None:
        super().__init__(name, "#1f4e5f")

    def parsed(self, text: str) -> str:
        """The colour."""
        if not re.fullmatch(r"#[0-9A-Fa-f]{6}", text):
            raise ValueError(text)
        return QColor(text).name()


def read_only(fields: Sequence[QWidget], only_read: bool) -> None:
    """Make fields of any kind only readable, or editable again."""
    for field in fields:
        setter = getattr(field, "setReadOnly", None)
        if callable(setter):
            setter(only_read)
