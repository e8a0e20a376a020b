# SPDX-License-Identifier: MIT
"""The live page: what is on, how long it has left, and what a late start does to the day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from forumdesk.domain.agenda import Session
from forumdesk.domain.desk import Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.running import Running, running
from forumdesk.domain.times import known_zone
from forumdesk.domain.words import N_
from forumdesk.services.running import begin_session, end_session, reset_session
from forumdesk.ui.actions import Command
from forumdesk.ui.choices import Choice, ChoiceField
from forumdesk.ui.dates import clock, days, short_day
from forumdesk.ui.empty import empty_page
from forumdesk.ui.labels import FlowLabel, button, hairline, label, plain
from forumdesk.ui.lists import AsideDelegate
from forumdesk.ui.live.card import NowCard
from forumdesk.ui.live.day import DayList
from forumdesk.ui.live.faces import face, on_stage, up_next
from forumdesk.ui.live.late_dialog import LateDialog
from forumdesk.ui.live.stage import StageView
from forumdesk.ui.pages import Page
from forumdesk.ui.workspace import Workspace

SECOND = 1000  # milliseconds
ASKED = 5  # minutes that a late start is asked with, where nothing says how late it is


class LivePage(Page):
    """The day at the left; at the right one session: what is on, or the one picked."""

    def __init__(self, work: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(work, parent)
        words = work.words
        self.run = Running(datetime.min)
        self.picked = ""  # the session chosen by hand; "" follows what is on
        self.stage: StageView | None = None
        self.room = ChoiceField(words("Room"))
        self.clock = label(look="title")
        self.large = button(words("&Large view"))
        self.days = DayList(words, work.look)
        self.list = QListView()
        self.card = NowCard(words, work.look)
        self.follow = button(words("&Back to what is on"), "quiet")
        self.begin_button = button("", "first")
        self.end_button = button(words("En&d now"))
        self.late_button = button(words("Started la&te…"))
        self.reset_button = button(words("Take the &start back"), "quiet")
        self.then = FlowLabel("", "muted")
        self.nothing = label(look="muted", wrap=True)
        self.whole = QStackedWidget()
        self._tick = QTimer(self)
        self._tick.setInterval(SECOND)
        self._lay_out()
        self._wire()

    # Laying out

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(self._bar())
        outer.addWidget(hairline())
        self.whole.addWidget(self._something())
        self.whole.addWidget(empty_page(self.work.words("Nothing runs today"), self.nothing))
        outer.addWidget(self.whole, 1)

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 8, 16, 8)
        bar.setSpacing(12)
        bar.addWidget(self.clock)
        bar.addStretch(1)
        self.room.setMinimumWidth(180)
        bar.addWidget(self.room)
        self.large.setToolTip(self.work.words("For a second screen; Esc closes it"))
        bar.addWidget(self.large)
        return bar

    def _something(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.list.setModel(self.days)
        self.list.setItemDelegate(AsideDelegate(self.work.look, self.list))
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(self.work.words("The sessions of the day"))
        self.list.setContentsMargins(8, 8, 8, 8)
        row.addWidget(self.list, 1)
        row.addWidget(hairline(vertical=True))
        row.addWidget(self._side(), 1)
        return holder

    def _side(self) -> QWidget:
        side = QWidget()
        layout = QVBoxLayout(side)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(14)
        layout.addWidget(self.card, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for each in (self.begin_button, self.end_button, self.late_button):
            buttons.addWidget(each)
        buttons.addStretch(1)
        layout.addLayout(buttons)
        more = QHBoxLayout()
        more.addWidget(self.reset_button)
        more.addWidget(self.follow)
        more.addStretch(1)
        layout.addLayout(more)
        layout.addWidget(hairline())
        layout.addWidget(self.then)
        return side

    def _wire(self) -> None:
        self._tick.timeout.connect(self.tick)
        self.room.committed.connect(lambda _: self.tick())
        self.large.clicked.connect(self.open_stage)
        self.list.clicked.connect(self._pick)
        self.list.activated.connect(self._pick)
        self.follow.clicked.connect(self.follow_on)
        self.begin_button.clicked.connect(self.begin)
        self.end_button.clicked.connect(self.end)
        self.late_button.clicked.connect(self.ask_late)
        self.reset_button.clicked.connect(self.reset)

    # Showing

    def show_edition(self, dossier: Dossier) -> None:
        """Show the day as it stands."""
        kept = self.room.currentData() or ""
        rooms: list[Choice] = [("", self.work.words("All rooms"))]
        rooms += [(room.id, self.work.words.text(room.name)) for room in dossier.rooms]
        self.room.show_value(kept if kept in dossier.room else "", rooms)
        if self.picked not in dossier.session:
            self.picked = ""
        self.tick()

    def showEvent(self, event: QShowEvent) -> None:
        """The clock runs while it is seen."""
        super().showEvent(event)
        self._tick.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """It goes on for the second screen, and stops otherwise."""
        super().hideEvent(event)
        if self.stage is None or not self.stage.isVisible():
            self._tick.stop()

    def now(self) -> datetime:
        """The wall time at the venue, with seconds."""
        dossier = self.work.dossier
        zone = known_zone(dossier.edition.timezone) if dossier else None
        return self.work.desk.now().astimezone(zone or ZoneInfo("UTC")).replace(tzinfo=None)

    def tick(self) -> None:
        """Show the moment it is now."""
        dossier = self.work.dossier
        if dossier is None:
            return
        at, room = self.now(), self.room.currentData() or None
        self.run = running(dossier, at, room=room)
        self.clock.setText(f"{clock(at)}:{at.second:02}")
        self.whole.setCurrentIndex(0 if self.run.sessions else 1)
        self.nothing.setText(self._when_it_is(dossier))
        self.days.show(dossier, self.run)
        self._show_session(dossier)
        self._show_stage(dossier, at)

    def _when_it_is(self, dossier: Dossier) -> str:
        words = self.work.words
        if not dossier.days:
            return words("Give the edition its days and the sessions their times.")
        when = days(dossier.days[0], dossier.days[-1], words)
        return words(
            "On the day itself ({days}) you see here what is on and what is late.", days=when
        )

    @property
    def session(self) -> Session | None:
        """The session at the right: the one picked, what is on, or what is next."""
        dossier = self.work.dossier
        if dossier is None:
            return None
        if self.picked:
            return dossier.session.get(self.picked)
        current = on_stage(self.run)
        return current.session if current else up_next(self.run, dossier)

    def _show_session(self, dossier: Dossier) -> None:
        session, words = self.session, self.work.words
        self.card.show_face(face(dossier, session, self.run, words) if session else None)
        self.follow.setVisible(bool(self.picked))
        self._say_next(dossier)
        self._enable(session)
        row = self.days.row_of(session.id) if session else -1
        if row != self.list.currentIndex().row():
            self.list.setCurrentIndex(self.days.index(row) if row >= 0 else QModelIndex())

    def _say_next(self, dossier: Dossier) -> None:
        words, coming = self.work.words, up_next(self.run, dossier)
        if coming is None:
            self.then.setText(words("Nothing more today."))
            return
        at = clock(coming.starts) if coming.starts else ""
        title = words.text(coming.title) or words("Without a title")
        self.then.setText(words("Next at {time}: {title}", time=at, title=title))

    def _enable(self, session: Session | None) -> None:
        words, target = self.work.words, self.to_begin()
        self.begin_button.setText(
            words("&Begin “{title}”", title=plain(_short(words.text(target.title))))
            if target
            else words("Begin &now")
        )
        on = session is not None and session.id in self.run.current
        begun = session is not None and session.began is not None and session.ended is None
        noted = session is not None and (session.began or session.ended) is not None
        self.reset_button.setVisible(noted)
        changed = False
        for each, can in (
            (self.begin_button, target is not None),
            (self.end_button, on or begun),
            (self.late_button, session is not None and session.starts is not None),
            (self.reset_button, noted),
        ):
            usable = can and self.work.editable
            changed |= usable is not each.isEnabled()
            each.setEnabled(usable)
        if changed:  # not each second: every command of the window is asked anew
            self.commandsChanged.emit()

    def to_begin(self) -> Session | None:
        """What the first button begins: the session shown, if it has not begun; else the next."""
        session, dossier = self.session, self.work.dossier
        if session is not None and session.began is None:
            return session
        return up_next(self.run, dossier) if dossier else None

    def _show_stage(self, dossier: Dossier, at: datetime) -> None:
        if self.stage is None or not self.stage.isVisible():
            return
        current = on_stage(self.run)
        shown = face(dossier, current.session, self.run, self.work.words) if current else None
        day = short_day(at.date(), self.work.words)
        self.stage.show_face(shown, f"{day}  {clock(at)}", self.then.text())

    # Doing

    def _pick(self, index: QModelIndex) -> None:
        if index.isValid():
            self.picked = self.days.sessions[index.row()].id
            self.tick()

    def follow_on(self) -> None:
        """Show what is on again, whatever that will be."""
        self.picked = ""
        self.tick()

    def begin(self) -> None:
        """Note that the session begins now, and follow it."""
        target = self.to_begin()
        if target is not None:
            done, _ = self.work.done(begin_session, target.id, self.now())
            if done:
                self.follow_on()

    def end(self) -> None:
        """Note that the session ends now."""
        if self.session is not None:
            self.work.run(end_session, self.session.id, self.now())
            self.follow_on()

    def reset(self) -> None:
        """Forget that it began."""
        if self.session is not None:
            self.work.run(reset_session, self.session.id)

    def ask_late(self) -> None:
        """Ask how late it began, and show what that does to the rest of the day."""
        session, dossier = self.session, self.work.dossier
        if session is None or dossier is None or session.starts is None:
            return
        late = round(((session.began or self.now()) - session.starts).total_seconds() / 60)
        asked = late if 0 < late < 24 * 60 else ASKED
        LateDialog(self.window(), self.work, dossier, session=session, minutes=asked).open()

    def open_stage(self) -> None:
        """Open the large view, on a second screen if there is one."""
        if self.stage is None:
            self.stage = StageView(self.work.words)
            self.destroyed.connect(self.stage.close)
        self.stage.open_beside(self.window())
        self._tick.start()
        self.tick()

    def select(self, subject: Subject) -> bool:
        """Show a session of the day."""
        if subject.kind != "session" or self.days.row_of(subject.id) < 0:
            return False
        self.picked = subject.id
        self.tick()
        return True


def _short(title: str, most: int = 28) -> str:
    return title if len(title) <= most else f"{title[: most - 1]}…"


def _command(
    id: str, text: str, run: Callable[[LivePage], object], shortcut: str, *, button: str
) -> Command[Any]:
    def enabled(page: LivePage) -> bool:
        part: QPushButton = getattr(page, button)
        return part.isEnabled()

    return Command(f"live.{id}", text, run, "page", 0, shortcut, enabled=enabled, edits=True)


LivePage.commands = (
    _command("begin", N_("Begin &now"), LivePage.begin, "Ctrl+Return", button="begin_button"),
    _command("end", N_("En&d now"), LivePage.end, "Ctrl+Shift+Return", button="end_button"),
    _command("late", N_("Started la&te…"), LivePage.ask_late, "Ctrl+L", button="late_button"),
    _command("reset", N_("Take the &start back"), LivePage.reset, "", button="reset_button"),
    Command("live.follow", N_("Back to &what is on"), LivePage.follow_on, "page", 1, "Ctrl+Home"),
    Command("live.stage", N_("&Large view"), LivePage.open_stage, "page", 1, "F9"),
)
