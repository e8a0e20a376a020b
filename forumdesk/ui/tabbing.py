# SPDX-License-Identifier: MIT
"""Tab goes through a window as it is read, also where parts of it were made later than others.

Qt leads the focus through widgets in the order in which they were made; a window that overrides
``focusNextPrevChild`` with ``tab_as_read`` leads it as the eye goes.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QLayoutItem, QWidget

from forumdesk.ui.focus_ring import show_focus


def tab_as_read(window: QWidget, *, forward: bool) -> bool:
    """Give the focus to what is read next in a window, or before; from the end to the beginning."""
    every = list(as_read(window))
    if not forward:
        every.reverse()
    focused = window.focusWidget()
    here = every.index(focused) + 1 if focused in every else 0
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    for widget in (*every[here:], *every[:here]):
        if _is_stop(widget):
            widget.setFocus(reason)
            show_focus(widget)
            return True
    return False


def as_read(whole: QWidget) -> Iterator[QWidget]:
    """The widgets seen in one, in the order in which they are read."""
    laid_out = list(_laid_out(whole.layout()))
    free = [
        child
        for child in whole.children()
        if isinstance(child, QWidget) and child not in laid_out and not child.isWindow()
    ]
    free.sort(key=lambda child: (child.y(), child.x()))
    for widget in (*laid_out, *free):
        if widget.isVisible():
            yield widget
            yield from as_read(widget)


def _laid_out(layout: QLayout | None) -> Iterator[QWidget]:
    """What is laid out in a widget, a grid line by line."""
    if layout is None:
        return
    for item in _items(layout):
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif isinstance(inner, QLayout):  # PySide6 may take it for a spacer that lay there before
            yield from _laid_out(inner)


def _items(layout: QLayout) -> list[QLayoutItem]:
    numbers = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        numbers.sort(key=lambda number: layout.getItemPosition(number)[:2])  # type: ignore[index]
    return [item for number in numbers if (item := layout.itemAt(number)) is not None]


def _is_stop(widget: QWidget) -> bool:
    """Whether Tab may stop here."""
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(policy) and widget.isEnabled() and widget.focusProxy() is None
