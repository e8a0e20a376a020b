# SPDX-License-Identifier: MIT
"""A place on a page whose content is made anew only when what it shows has changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Slot(QVBoxLayout):
    """Holds one widget, or none; then it takes no room."""

    def __init__(self) -> None:
        super().__init__()
        self.content: QWidget | None = None
        self._shown: object = self  # equal to nothing that can be shown

    def fill(self, shown: object, make: Callable[[QWidget], QWidget | None]) -> bool:
        """Show something: ``make`` is asked for a widget if ``shown`` isn't what it was.

        It is given the widget to make it on: one made elsewhere and put there is dressed twice.
        """
        if shown == self._shown:
            return False
        self._shown = shown
        if self.content is not None:
            # What is replaced may be the cause of it: it must outlive its own event.
            self.removeWidget(self.content)
            self.content.hide()
            self.content.deleteLater()
        parent = self.parentWidget()
        assert parent is not None, "a slot is laid into a widget before it is filled"
        self.content = make(parent)
        if self.content is not None:
            self.addWidget(self.content)
        return True
