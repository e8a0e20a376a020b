# SPDX-License-Identifier: MIT
"""Setting the same for all chosen participants: what, to what, and whom that changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from forumdesk.domain.desk import ForumDeskError
from forumdesk.services.bulk import count_having, set_for_participants
from forumdesk.ui.choices import ChoiceField
from forumdesk.ui.forms import LineField, captioned
from forumdesk.ui.labels import button, label, relook
from forumdesk.ui.participants.columns import RosterColumn, Sight, columns
from forumdesk.ui.participants.wishes import RosterWishes

PAUSE = 120  # milliseconds without a key before the preview is made
# What makes sense for many at once, the likeliest first; addresses and notes are each one's own.
_OFFERED = (
    *("status", "side", "category", "organization", "table", "reply-by", "honored", "grade"),
    *("since", "arrives", "departs", "consent-list", "consent-photo", "consent-contact"),
)


class BulkDialog(QDialog):
    """Asks what to set to what, tells whom that changes, and does it as one step."""

    def __init__(
        self, parent: QWidget, wishes: RosterWishes, sight: Sight, chosen: Sequence[str]
    ) -> None:
        super().__init__(parent)
        self._wishes, self._work, self._sight, self._chosen = wishes, wishes.work, sight, chosen
        words = self._work.words
        self.setWindowTitle(words("Change the chosen participants"))
        offices = tuple(f"office.{language}" for language in sight.languages)
        self._columns = columns((*_OFFERED, *offices), sight.languages)[1:]
        self.what = ChoiceField(
            words("What to change"), [(c, c.heading(words)) for c in self._columns]
        )
        self.choice = ChoiceField(words("To what"))
        self.line = LineField(words("To what"))
        self.to = QStackedWidget()
        self.said = label(wrap=True)
        self.go = button(words("&Change"), "first")
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PAUSE)
        self._lay_out()
        self._connect()
        self.show_column(self._columns[0])

    def _lay_out(self) -> None:
        words = self._work.words
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        count = len(self._chosen)
        heading = words.plural(
            "Change {count:,} participant", "Change {count:,} participants", count
        )
        layout.addWidget(label(heading, "lead", wrap=True))
        layout.addWidget(captioned(words("What to change"), self.what))
        self.to.addWidget(self.choice)
        self.to.addWidget(self.line)
        self.to.setFixedHeight(max(self.choice.sizeHint().height(), self.line.sizeHint().height()))
        layout.addWidget(captioned(words("To what"), self.to))
        layout.addWidget(self.said)
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = button(words("Cancel"))
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        row.addWidget(self.go)
        self.go.setDefault(True)
        layout.addLayout(row)
        self.setMinimumWidth(440)

    def _connect(self) -> None:
        self.what.committed.connect(self.show_column)
        self.choice.activated.connect(lambda _: self.look())
        self.line.textChanged.connect(lambda _: self._soon.start())
        self._soon.timeout.connect(self.look)
        self.go.clicked.connect(self.change)

    @property
    def column(self) -> RosterColumn:
        """What is to be changed."""
        return self._columns[max(self.what.currentIndex(), 0)]

    def text(self) -> str:
        """To what it is to be changed, as it is typed into a cell."""
        if self.column.choices is None:
            self.line.take_composed()
            return self.line.text()
        return str(self.choice.currentData() or "")

    def show_column(self, column: RosterColumn) -> None:
        """Offer the values of a column."""
        self.what.show_value(column)
        chooses = column.choices is not None
        if column.choices is not None:
            offered = column.choices(self._sight)
            self.choice.show_value(offered[0][0], offered)
        self.line.clear()
        self.to.setCurrentWidget(self.choice if chooses else self.line)
        self.look()

    def look(self) -> None:
        """Tell whom it changes, or why it can't be."""
        self._soon.stop()
        words, count = self._work.words, len(self._chosen)
        try:
            same = count_having(self._work.desk, self._chosen, self.column.id, self.text())
        except ForumDeskError as error:
            self._say(error.said(words), wrong=True)
            return
        to = self.choice.currentText() if self.column.choices is not None else self.text().strip()
        what = self.column.heading(words)
        self._say(_preview(words, what, to, (count, same)), wrong=False)
        self.go.setEnabled(same < count)

    def _say(self, text: str, *, wrong: bool) -> None:
        self.said.setText(text)
        relook(self.said, "danger" if wrong else "")
        self.go.setEnabled(not wrong)

    def change(self) -> None:
        """Do it, as one step."""
        self.look()
        if not self.go.isEnabled():
            return
        given = (list(self._chosen), self.column.id, self.text())
        self.accept()
        title = self._work.words("Changing…")
        self._wishes.do(title, len(self._chosen), set_for_participants, *given)


def _preview(words: Callable[..., str], what: str, to: str, counts: tuple[int, int]) -> str:
    count, same = counts
    values = {"what": what, "to": to, "count": count, "same": same}
    if not to:
        said = words("“{what}” of {count:,} participants is emptied.", **values)
    else:
        said = words("“{what}” of {count:,} participants becomes “{to}”.", **values)
    if same == count:
        known = words("All of them have it already.")
    else:
        known = words("{same:,} have it already.", same=same) if same else ""
    return " ".join(filter(None, (said, known)))
