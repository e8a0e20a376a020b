# SPDX-License-Identifier: MIT
"""Rows of the editor of themes: a value with its name, and the way back to that of the model."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QColorDialog, QGridLayout, QHBoxLayout, QPushButton, QWidget

from forumdesk.domain.colors import TEXT_CONTRAST, mended
from forumdesk.domain.theme_rules import Contrast
from forumdesk.domain.wording import Text
from forumdesk.ui.choices import ChoiceField
from forumdesk.ui.fields import ColorField, TypedField
from forumdesk.ui.forms import BilingualField, captioned
from forumdesk.ui.labels import button, label, relook, tip
from forumdesk.ui.themes.knobs import SIDES, Knob
from forumdesk.ui.workspace import Workspace

SWATCH = QSize(28, 28)
HEX = 84
CAPTION = 112


class Swatch(QPushButton):
    """A colour to be clicked, which opens the system's choice of colours."""

    def __init__(self, name: str, edge: str) -> None:
        super().__init__()
        self.setAutoDefault(False)
        self.setAccessibleName(name)
        self.setFixedSize(SWATCH)
        self._color, self._edge = "", edge

    def show_color(self, color: str) -> None:
        """Show a colour; ``""`` for none."""
        self._color = color
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the colour, crossed out where there is none."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(2, 2, -3, -3)
        focused = self.hasFocus()
        role = self.palette().highlight().color() if focused else QColor(self._edge)
        painter.setPen(QPen(role, 2 if focused else 1))
        painter.setBrush(QColor(self._color) if self._color else self.palette().base())
        painter.drawRoundedRect(box, 4, 4)
        if not self._color:
            painter.drawLine(box.bottomLeft(), box.topRight())
        painter.end()


class MeasureField(TypedField):
    """A number with a point or comma in it."""

    def parsed(self, text: str) -> float:
        """The number."""
        number = float(text.replace(",", "."))
        if not abs(number) < 10_000:
            raise ValueError(text)
        return int(number) if number == int(number) else number

    def said(self, value: object) -> str:
        """A number as it is typed."""
        return "" if value is None else f"{value:g}"


class Row(QWidget):
    """A value with its name. ``changed`` carries the new one, ``None`` for that of the model."""

    changed = Signal(object)

    def __init__(self, work: Workspace, knob: Knob) -> None:
        super().__init__()
        self.work, self.knob = work, knob
        self.name = work.words.context(*knob.said)
        self.back = button("↺", "quiet")
        self.back.setFixedWidth(SWATCH.width())
        self.back.setAccessibleName(work.words("As the theme it is like: {what}", what=self.name))
        self.back.setToolTip(work.words("As the theme it is like"))
        self.back.clicked.connect(lambda: self.changed.emit(None))
        keep = self.back.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self.back.setSizePolicy(keep)

    def show_value(self, value: Any, *, own: bool) -> None:  # noqa: ANN401 - of any kind
        """Show a value, and whether the theme says it itself."""
        self.back.setVisible(own and self.work.editable)

    def set_read_only(self, only_read: bool) -> None:
        """Whether it can only be read."""
        self.setEnabled(not only_read)


class InkRow(Row):
    """A colour: swatch, ``#rrggbb``, its contrast, and the way to enough of it."""

    def __init__(self, work: Workspace, knob: Knob) -> None:
        super().__init__(work, knob)
        words = work.words
        self.swatch = Swatch(words("Choose: {what}", what=self.name), work.look.tokens.border)
        self.swatch.clicked.connect(self.choose)
        self.field = ColorField(self.name)
        self.field.setFixedWidth(HEX)
        self.field.typed.connect(self._typed)
        self.figure = label("", "small")
        self.mend = button(words("Mend"), "quiet")
        self.mend.setAccessibleName(words("Mend the contrast of {what}", what=self.name))
        self.mend.setToolTip(words("Darker or lighter, as far as it takes to be read"))
        self.mend.clicked.connect(self._mend)
        self._behind, self._before = "", ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        caption = label(self.name, "small", wrap=True)
        caption.setFixedWidth(CAPTION)
        caption.setBuddy(self.field)
        for widget in (caption, self.swatch, self.field, self.figure):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.mend)
        row.addWidget(self.back)

    def show_value(self, value: Any, *, own: bool) -> None:  # noqa: ANN401
        """Show a colour."""
        super().show_value(value, own=own)
        self.swatch.show_color(value)
        self.field.show_typed(value or None)

    def show_contrast(self, found: Contrast | None) -> None:
        """Say how well text in it is read; nothing where no text is set in it."""
        words = self.work.words
        self._behind = found.behind if found else ""
        enough = found is None or found.enough
        sign = "✓" if enough else "✗"
        ratio = f"{found.ratio:.1f} : 1 {sign}" if found else ""
        self.figure.setText(ratio)
        relook(self.figure, "small" if enough else "warning")
        said = words("Contrast {ratio}", ratio=ratio) if found else ""
        self.figure.setAccessibleName(said)
        self.figure.setToolTip(
            "" if enough else words("Hard to read: text needs {least} : 1", least=TEXT_CONTRAST)
        )
        self.mend.setVisible(not enough and self.work.editable)

    def choose(self) -> QColorDialog:
        """Open a choice of colours; each looked at is tried at once."""
        self._before = self.field.value()
        dialog = QColorDialog(QColor(self._before or Qt.GlobalColor.white), self)
        dialog.setWindowTitle(self.name)
        dialog.currentColorChanged.connect(lambda color: self._typed(color.name()))
        dialog.rejected.connect(lambda: self._typed(self._before or None))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _typed(self, value: object) -> None:
        self.changed.emit(value or None)

    def _mend(self) -> None:
        self.changed.emit(mended(self.field.value(), self._behind))


class SizeRow(Row):
    """A number with its unit."""

    def __init__(self, work: Workspace, knob: Knob) -> None:
        super().__init__(work, knob)
        self.field = MeasureField(self.name)
        self.field.setFixedWidth(HEX)
        self.field.typed.connect(self.changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        caption = label(self.name, "small")
        caption.setBuddy(self.field)
        row.addWidget(caption, 1)
        row.addWidget(self.field)
        unit = label(knob.unit, "tag")
        unit.setFixedWidth(SWATCH.width())
        if knob.hint:
            hint = work.words(knob.hint)
            self.field.setAccessibleDescription(hint)
            for told in (self.field, unit):
                told.setToolTip(tip(hint))
        row.addWidget(unit)
        row.addWidget(self.back)

    def show_value(self, value: Any, *, own: bool) -> None:  # noqa: ANN401
        """Show a number."""
        super().show_value(value, own=own)
        self.field.show_typed(value)


class ChoiceRow(Row):
    """One of some manners."""

    def __init__(self, work: Workspace, knob: Knob) -> None:
        super().__init__(work, knob)
        named = [(key, work.words.context(*said)) for key, said in knob.values]
        self.field = ChoiceField(self.name, named)
        self.field.committed.connect(self.changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        caption = label(self.name, "small", wrap=True)
        caption.setFixedWidth(CAPTION)
        caption.setBuddy(self.field)
        row.addWidget(caption)
        row.addWidget(self.field, 1)
        row.addWidget(self.back)

    def show_value(self, value: Any, *, own: bool) -> None:  # noqa: ANN401
        """Show the manner chosen."""
        super().show_value(value, own=own)
        self.field.show_value(value)


class TextRow(Row):
    """A line in each language of the edition."""

    def __init__(self, work: Workspace, knob: Knob) -> None:
        super().__init__(work, knob)
        dossier = work.dossier
        self.field = BilingualField(self.name, dossier.languages if dossier else ())
        self.field.committed.connect(self.changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.field, 1)
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)

    def show_value(self, value: Any, *, own: bool) -> None:  # noqa: ANN401
        """Show the texts by language."""
        super().show_value(value, own=own)
        self.field.show_value(Text.of(value))


class MarginsRow(Row):
    """The four margins of a page."""

    def __init__(self, work: Workspace, knob: Knob) -> None:
        super().__init__(work, knob)
        self.fields: list[MeasureField] = []
        self._values: list[float] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        for number, said in enumerate(SIDES):
            side = work.words.context(*said)
            field = MeasureField(f"{self.name}, {side}")
            field.typed.connect(lambda value, at=number: self._typed(at, value))
            self.fields.append(field)
            grid.addWidget(captioned(side, field, knob.unit), 0, number)
            grid.setColumnStretch(number, 1)
        grid.addWidget(self.back, 0, len(SIDES), Qt.AlignmentFlag.AlignBottom)

    def show_value(self, value: Any, *, own: bool) -> None:  # noqa: ANN401
        """Show the margins: top, right, bottom, left."""
        super().show_value(value, own=own)
        self._values = [float(side) for side in value]
        for field, side in zip(self.fields, value, strict=True):
            field.show_typed(side)

    def _typed(self, at: int, value: object) -> None:
        if not isinstance(value, int | float):
            self.show_value(self._values, own=self.back.isVisible())
            return
        self.changed.emit(tuple(value if n == at else v for n, v in enumerate(self._values)))


_ROWS: Mapping[str, type[Row]] = {
    "ink": InkRow,
    "size": SizeRow,
    "choice": ChoiceRow,
    "text": TextRow,
    "margins": MarginsRow,
}


def row_of(work: Workspace, knob: Knob) -> Row:
    """The row in which a value is edited."""
    return _ROWS[knob.kind](work, knob)
