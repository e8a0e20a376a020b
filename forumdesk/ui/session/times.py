# SPDX-License-Identifier: MIT
"""Start, length and end of a session: any two say the third; typed as people type times."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from forumdesk.domain.agenda import Session
from forumdesk.domain.words import Words
from forumdesk.ui.dates import clock
from forumdesk.ui.forms import LineField, captioned


class TimeFields(QWidget):
    """``typed`` (field, text) carries what was typed into ``starts``, ``minutes`` or ``ends``."""

    typed = Signal(str, str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.fields = {
            "starts": LineField(words("Start")),
            "minutes": LineField(words("Length")),
            "ends": LineField(words("End")),
        }
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for name, field in self.fields.items():
            layout.addWidget(captioned(field.accessibleName(), field), 1)
            field.committed.connect(lambda text, name=name: self.typed.emit(name, text))
        self.fields["starts"].setPlaceholderText("9:30")
        self.fields["ends"].setPlaceholderText("+15")

    def show_session(self, session: Session) -> None:
        """Show the times as they are."""
        minutes = session.minutes
        shown = {
            "starts": clock(session.starts) if session.starts else "",
            "ends": clock(session.ends) if session.ends else "",
            "minutes": "" if minutes is None else self._words("{minutes} min", minutes=minutes),
        }
        for name, text in shown.items():
            self.fields[name].show_value(text)
