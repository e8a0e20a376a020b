# SPDX-License-Identifier: MIT
"""Tab goes through a page as it is read, also where parts of it were made later than others.

Qt leads the cursor through widgets in the order in which they were made.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def tab_as_read(whole: QWidget) -> None:
    """Let Tab go through what is laid out in a widget in the order in which it is laid out."""
    before: QWidget | None = None
    for widget in _laid_out(whole.layout()):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
            if before is not None:
                QWidget.setTabOrder(before, widget)
            before = widget


def _laid_out(layout: QLayout | None) -> Iterator[QWidget]:
    """The widgets of a layout, each before those that are laid out in it."""
    for number in range(layout.count() if layout is not None else 0):
        item = layout.itemAt(number) if layout is not None else None
        if item is None:
            continue
        widget = item.widget()
        if widget is not None:
            yield widget
            yield from _laid_out(widget.layout())
        else:
            yield from _laid_out(item.layout())
