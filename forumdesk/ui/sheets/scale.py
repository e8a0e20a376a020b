# SPDX-License-Identifier: MIT
"""The scale of the pages: fitted to the window, or a percentage."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal

from forumdesk.domain.words import Words
from forumdesk.ui.choices import ChoiceBox
from forumdesk.ui.sheets.view import Fit

PERCENTS = (50, 75, 100, 150, 200, 400)


class ScaleField(ChoiceBox):
    """``fitted`` carries what to fit the page to, ``zoomed`` a zoom (1.0 is 100 %)."""

    fitted = Signal(object)
    zoomed = Signal(float)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setAccessibleName(words("Scale"))
        self._fits = {Fit.PAGE: words("Whole page"), Fit.WIDTH: words("Page width")}
        self.setFixedWidth(136)
        self._percent = ""
        self._fill()
        self.activated.connect(self._picked)

    def _fill(self) -> None:
        with QSignalBlocker(self):
            self.clear()
            for fit, text in self._fits.items():
                self.addItem(text, fit)
            for percent in PERCENTS:
                self.addItem(f"{percent} %", percent)

    def _picked(self, number: int) -> None:
        value = self.itemData(number)
        if isinstance(value, Fit):
            self.fitted.emit(value)
        else:
            self.zoomed.emit(value / 100)

    def show_zoom(self, zoom: float, fit: Fit) -> None:
        """Say how large the pages are now, and what they are fitted to."""
        self._percent = f"{round(zoom * 100)} %"
        number = list(self._fits).index(fit) if fit in self._fits else self.findText(self._percent)
        self.setCurrentIndex(number)
        self.setPlaceholderText(self._percent)  # what stands there while none is chosen
        self.setAccessibleDescription(self._percent)
