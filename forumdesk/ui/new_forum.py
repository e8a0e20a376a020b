# SPDX-License-Identifier: MIT
"""What a new forum file needs to know: what the forum is called, in which languages, and where."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from forumdesk.domain.values import frozen
from forumdesk.domain.wording import Text, one_line
from forumdesk.domain.words import Words
from forumdesk.ui.dates import language_name
from forumdesk.ui.forms import captioned
from forumdesk.ui.labels import button, label
from forumdesk.ui.zones import ZoneField, system_zone

# Languages offered for documents; any other can be typed as a tag.
LANGUAGES = ("ko", "en", "ja", "zh", "de", "fr", "es", "vi")


@frozen
class NewForum:
    """What was filled in."""

    title: Text
    languages: tuple[str, ...]
    timezone: str


class NewForm(QWidget):
    """The form; ``filled`` carries a ``NewForum``."""

    filled = Signal(object)
    cancelled = Signal()

    def __init__(self, words: Words, *, heading: str = "", verb: str = "") -> None:
        super().__init__()
        self.words = words
        self._heading = heading or words("A new forum")
        self._verb = verb or words("C&hoose where to keep it…")
        self.setProperty("look", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.languages = [self._language(number) for number in (0, 1)]
        self.titles = [QLineEdit(), QLineEdit()]
        self.zone = ZoneField(words("Time zone"))
        self.zone.show_value(system_zone())
        self.problem = label(look="danger", wrap=True)
        self.problem.hide()
        self._lay_out()

    def _language(self, number: int) -> QComboBox:
        box = QComboBox()
        for tag in LANGUAGES:
            box.addItem(language_name(tag), tag)
        box.setCurrentIndex(number)
        name = self.words("First language") if number == 0 else self.words("Second language")
        box.setAccessibleName(name)
        box.currentIndexChanged.connect(self._name_titles)
        return box

    def _lay_out(self) -> None:
        words = self.words
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 36, 32, 24)
        layout.setSpacing(16)
        layout.addWidget(label(self._heading, "lead"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        captions = (words("First language"), words("Second language"))
        for row, (caption, box, title) in enumerate(
            zip(captions, self.languages, self.titles, strict=True)
        ):
            grid.addWidget(captioned(caption, box), row, 0)
            grid.addWidget(captioned(words("Title of the forum"), title), row, 1)
        grid.setColumnStretch(1, 1)
        layout.addLayout(grid)
        layout.addWidget(captioned(words("Time zone where it meets"), self.zone))
        text = words("The file keeps everything: agenda, people, agreements. It saves itself.")
        layout.addWidget(label(text, "muted", wrap=True))
        layout.addWidget(self.problem)
        layout.addStretch(1)
        layout.addLayout(self._buttons())
        self._name_titles()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = button(self.words("&Cancel"))
        cancel.clicked.connect(self.cancelled)
        self.create_ = button(self._verb, "first")
        self.create_.clicked.connect(self.finish)
        row.addWidget(cancel)
        row.addWidget(self.create_)
        return row

    def _name_titles(self) -> None:
        for box, title in zip(self.languages, self.titles, strict=True):
            name = self.words("Title of the forum")
            title.setAccessibleName(f"{name}, {box.currentText()}")

    def begin(self) -> None:
        """Put the cursor where to start."""
        self.titles[0].setFocus()

    def finish(self) -> None:
        """Give what was filled in, or say what is missing."""
        tags = [box.currentData() for box in self.languages]
        texts = [one_line(title.text()) for title in self.titles]
        zone = self.zone.zone()
        missing = self._missing(tags, texts, zone)
        self.problem.setText(missing)
        self.problem.setVisible(bool(missing))
        if not missing:
            title = Text.of(dict(zip(tags, texts, strict=True)))
            self.filled.emit(NewForum(title, tuple(tags), zone))

    def _missing(self, tags: list[str], texts: list[str], zone: str) -> str:
        if tags[0] == tags[1]:
            return self.words("Choose two different languages.")
        if not any(texts):
            return self.words("Give the forum a title in at least one language.")
        return "" if zone else self.words("Choose a time zone from the list, such as Asia/Seoul.")
