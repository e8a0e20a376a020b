# SPDX-License-Identifier: MIT
"""The page at the door: checking in, a sheet typed back, and who came."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from forumdesk.domain.agenda import Session
from forumdesk.domain.desk import News
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition, Side
from forumdesk.domain.people import Erasure, Organization, Person
from forumdesk.domain.words import N_
from forumdesk.ui.actions import Command
from forumdesk.ui.checkin.came import CameView
from forumdesk.ui.checkin.door import DoorView
from forumdesk.ui.checkin.roll import Roll
from forumdesk.ui.checkin.sheet import SheetView
from forumdesk.ui.forms import LineField
from forumdesk.ui.labels import button, hairline, label
from forumdesk.ui.pages import Page
from forumdesk.ui.workspace import Workspace

# What stands in the tables besides the log and the participants.
_TOLD = frozenset({Edition, Side, Session, Organization, Person, Erasure})
DOOR, SHEET, CAME = VIEWS = ("door", "sheet", "came")


class CheckInPage(Page):
    """A bar with the views and the name of the desk; the view below."""

    def __init__(self, work: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(work, parent)
        self.roll: Roll | None = None
        self.door, self.sheet, self.came = DoorView(work), SheetView(work), CameView(work)
        self.name = LineField(work.words("Name of this desk"))
        self.views = QStackedWidget()
        self.buttons: dict[str, QPushButton] = {}
        self._lay_out()
        self.name.committed.connect(self._rename)
        self.name.show_value(work.settings.choices.door)
        self.door.desk_name = self.sheet.desk_name = work.settings.choices.door
        self.show_view(DOOR)

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(self._bar())
        outer.addWidget(hairline())
        outer.addWidget(self.views, 1)
        for view in (self.door, self.sheet, self.came):
            self.views.addWidget(view)

    def _bar(self) -> QHBoxLayout:
        words = self.work.words
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 8, 16, 8)
        bar.setSpacing(0)
        said = {
            DOOR: words("Door"),
            SHEET: words("Type back a sheet"),
            CAME: words("Attendance"),
        }
        looks = ("segment-first", "segment", "segment-last")
        group = QButtonGroup(self)
        for (view, text), look in zip(said.items(), looks, strict=True):
            made = button(text, look)
            made.setCheckable(True)
            made.clicked.connect(lambda _, view=view: self.show_view(view))
            group.addButton(made)
            bar.addWidget(made)
            self.buttons[view] = made
        bar.addStretch(1)
        bar.addWidget(label(words("Desk"), "muted"))
        bar.addSpacing(8)
        self.name.setPlaceholderText(words("e.g. A"))
        self.name.setFixedWidth(140)
        bar.addWidget(self.name)
        return bar

    # Showing

    def show_edition(self, dossier: Dossier) -> None:
        """Show who is in."""
        if self.roll is None or self.roll.edition != dossier.edition.id:
            self.roll = Roll(self.work.desk, dossier.edition.id)
        else:
            self.roll.read()
        self._show()

    def heed(self, news: News, dossier: Dossier) -> None:
        """Take over what a step changed; a check-in costs no reading of everybody."""
        if self.roll is None or self.roll.edition != dossier.edition.id:
            self.show_edition(dossier)
            return
        changed = self.roll.heed(news) or not _TOLD.isdisjoint(news.changes)
        if changed or self.view != CAME:  # the tables are read as a whole
            self._show()

    def _show(self) -> None:
        """Show the roll where it is seen; the other views follow when they are."""
        if self.roll is None:
            return
        view = self.view
        if view == DOOR:
            self.door.show_roll(self.roll)
        elif view == SHEET:
            self.sheet.show_roll(self.roll)
        else:
            self.came.read()

    @property
    def view(self) -> str:
        """The view shown."""
        return VIEWS[self.views.currentIndex()]

    def show_view(self, view: str) -> None:
        """Show the door, the sheet or who came."""
        view = view if view in self.buttons else DOOR
        self.buttons[view].setChecked(True)
        self.views.setCurrentIndex(VIEWS.index(view))
        self._show()

    def _rename(self, name: str) -> None:
        self.door.desk_name = self.sheet.desk_name = name
        self.work.settings.change(door=name)

    def place(self) -> Mapping[str, str]:
        """The view shown."""
        return {"view": self.view}

    def restore(self, place: Mapping[str, str]) -> None:
        """Show the view that was left."""
        self.show_view(place.get("view", DOOR))

    def commit(self) -> None:
        """Take over the name of the desk."""
        self.name.commit()

    def focus(self) -> None:
        """Ready for the next guest."""
        self.show_view(DOOR)
        self.door.field.setFocus()


CheckInPage.commands = (
    Command("checkin.next", N_("&Next guest"), CheckInPage.focus, "page", 0, "Ctrl+Return"),
    Command(
        "checkin.walk-in",
        N_("&Walk-in…"),
        lambda page: page.door.begin_walk_in(),
        "page",
        0,
        "Ctrl+Shift+W",
        edits=True,
    ),
)
