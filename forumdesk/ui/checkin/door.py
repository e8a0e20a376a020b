# SPDX-License-Identifier: MIT
"""The view at the door: the field, who is meant, the card, the counts, who came last."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from forumdesk.domain.agenda import CheckInHow
from forumdesk.domain.attendance import Attendee
from forumdesk.domain.codes import scanned
from forumdesk.domain.naming import names_from
from forumdesk.domain.people import Person
from forumdesk.services import checkin
from forumdesk.services.checkin import Found
from forumdesk.ui.checkin.card import GuestCard
from forumdesk.ui.checkin.counts import Counts
from forumdesk.ui.checkin.faces import Verdict, face_of, names_of, since, verdict, welcome
from forumdesk.ui.checkin.field import DoorField, read
from forumdesk.ui.checkin.latest import Latest
from forumdesk.ui.checkin.roll import Roll
from forumdesk.ui.checkin.walkin import WalkIn
from forumdesk.ui.labels import button, hairline, label
from forumdesk.ui.lists import ASIDE, SECOND, TALL, AsideDelegate
from forumdesk.ui.workspace import Workspace

MANY = 5_000  # participants among whom looking takes longer than between two keys
WAIT = 120  # milliseconds without a key before looking among so many
ROWS = 6  # people seen at once among those meant
SIDE = 320  # width of the counts


class DoorView(QWidget):
    """Lines entered wait in ``queue`` while one is dealt with: no scan is lost."""

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        self.work = work
        self.roll: Roll | None = None
        self.desk_name = ""
        self.queue: deque[tuple[str, int]] = deque()
        self._found, self._asked = Found(), ""
        words = work.words
        self.field = DoorField(words("Scan a badge, or type a name, number or row code"))
        self.list = QListWidget()
        self.card = GuestCard(words, work.look)
        self.form = WalkIn(work)
        self.walk_in = button(words("&Walk-in…"))
        self.counts = Counts(words)
        self.latest = Latest(work)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._lay_out()
        self._wire()
        self._ready()

    def _lay_out(self) -> None:
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        left = QVBoxLayout()
        left.setContentsMargins(24, 20, 24, 20)
        left.setSpacing(12)
        left.addWidget(self.field)
        self.list.setProperty("look", "boxed")
        self.list.setItemDelegate(AsideDelegate(self.work.look, self.list))
        self.list.setAccessibleName(self.work.words("Who is meant"))
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.list.hide()
        left.addWidget(self.list)
        left.addWidget(self.card)
        left.addWidget(self.form)
        row = QHBoxLayout()
        row.addWidget(self.walk_in)
        row.addStretch(1)
        left.addLayout(row)
        left.addStretch(1)
        outer.addLayout(left, 1)
        outer.addWidget(hairline(vertical=True))
        outer.addWidget(self._side())

    def _side(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(SIDE)
        layout = QVBoxLayout(side)
        layout.setContentsMargins(20, 20, 20, 20)
        layout.setSpacing(8)
        words = self.work.words
        layout.addWidget(label(words("In, of those expected"), "heading"))
        layout.addWidget(self.counts)
        layout.addSpacing(12)
        layout.addWidget(label(words("Came last"), "heading"))
        layout.addWidget(self.latest)
        layout.addStretch(1)
        return side

    def _wire(self) -> None:
        self.field.textChanged.connect(self._typed)
        self.field.entered.connect(self.enter)
        self.field.stepped.connect(self._step)
        self._later.timeout.connect(lambda: self.look_for(read(self.field.text())))
        self.list.itemClicked.connect(lambda _: self.choose())
        self.card.agreed.connect(self._agree)
        self.card.refused.connect(self._ready)
        self.walk_in.clicked.connect(self.begin_walk_in)
        self.form.wanted.connect(self._walk_in)
        self.form.left.connect(self._leave_form)
        self.form.scanned.connect(self.enter)
        self.latest.takenBack.connect(self.take_back)
        self.work.jobs.progressed.connect(self.drain)

    # Showing

    def show_roll(self, roll: Roll) -> None:
        """Show the counts, and who came last."""
        self.roll = roll
        self.counts.show_roll(roll, self.work)
        self.latest.show_roll(roll)

    def showEvent(self, event: QShowEvent) -> None:
        """Ready to type."""
        super().showEvent(event)
        self.field.setFocus()

    def _ready(self) -> None:
        self._asked = ""
        self._close_form()
        self.card.show_nobody(self.work.words("Ready for the next guest"))
        self.field.setFocus()

    # Looking

    def _typed(self, text: str) -> None:
        """Look while a name is typed; a code is looked up on Enter alone."""
        line = read(text)
        if not line or (line.isdecimal() and len(line) > 4):
            self._later.stop()
            self._show_found(Found())
        elif self.roll is not None and self.roll.size > MANY:
            self._later.start(WAIT)
        else:
            self.look_for(line)

    def look_for(self, line: str) -> None:
        """Show whom a line fits."""
        if self.roll is not None:
            self._show_found(checkin.find_at_door(self.work.desk, self.roll.edition, line))

    def _show_found(self, found: Found) -> None:
        self._found = found
        self.list.clear()
        for attendee in found.attendees:
            self.list.addItem(self._item(attendee, found))
        for person in found.strangers:
            self.list.addItem(self._stranger(person))
        rows = self.list.count()
        self.list.setFixedHeight(min(rows, ROWS) * TALL + 6)
        self.list.setCurrentRow(0)
        (self.card if rows else self.list).hide()  # first, lest the window grow for both
        (self.list if rows else self.card).show()

    def _item(self, attendee: Attendee, found: Found) -> QListWidgetItem:
        face = face_of(self.work, attendee)
        item = QListWidgetItem("  ".join(face.names))
        item.setData(SECOND, face.lines[0] if face.lines else face.group)
        stands = verdict(self.work, attendee, found)
        aside = face.group if stands.tone == "good" else stands.text
        item.setData(ASIDE, aside)
        return item

    def _stranger(self, person: str) -> QListWidgetItem:
        words = self.work.words
        names = names_of(self.work.desk.get(Person, person), words)
        item = QListWidgetItem("  ".join(names))
        item.setData(SECOND, words("In the directory"))
        item.setData(ASIDE, words("not on the list"))
        return item

    def _step(self, by: int) -> None:
        row = self.list.currentRow() + by
        self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))

    # Entering

    def enter(self, line: str) -> None:
        """Deal with a line when its turn comes; the one marked in the list is meant."""
        known = not self._later.isActive()  # else the list is that of an earlier text
        self.queue.append((line, max(0, self.list.currentRow()) if known else 0))
        self.drain()

    def drain(self) -> None:
        """Deal with the lines that wait, one after the other; not while a job is writing."""
        while self.queue and not self.work.jobs.writing and self.roll is not None:
            self._deal(*self.queue.popleft(), self.roll)

    def _deal(self, line: str, chosen: int, roll: Roll) -> None:
        self._later.stop()
        found = checkin.find_at_door(self.work.desk, roll.edition, line)
        self._show_found(Found())
        self._found = found
        if chosen < len(found.attendees):
            how = CheckInHow.SCANNED if scanned(line) else CheckInHow.TYPED
            self._consider(found.attendees[chosen], found, how)
        elif found.strangers:
            self._offer_stranger(found, line)
        else:
            self._nobody(line, found)

    def choose(self) -> None:
        """Take the one clicked on."""
        self.field.enter()
        self.field.setFocus()

    def _consider(self, attendee: Attendee, found: Found, how: CheckInHow) -> None:
        stands = verdict(self.work, attendee, found)
        self._close_form()
        self._asked = attendee.participation if stands.asks else ""
        if stands.asks or attendee.entry is not None:
            self.card.show_guest(face_of(self.work, attendee), stands)
            return
        self._check_in(attendee, how)

    def _check_in(self, attendee: Attendee, how: CheckInHow) -> None:
        done, entered = self.work.done(
            checkin.check_in, attendee.participation, how, self.desk_name
        )
        if not done or entered is None:
            return
        stands = welcome(self.work.words)
        if entered.already:
            when = since(entered.entry, self.work)
            text = self.work.words("Already checked in at {when}", when=when)
            stands = Verdict(text, "warning")
        self.card.show_guest(face_of(self.work, attendee), stands)

    def _agree(self) -> None:
        """Let in who was asked about."""
        asked, self._asked = self._asked, ""
        if asked and self.roll is not None:
            for attendee in self.work.desk.attendees(self.roll.edition, "id", [asked]):
                self._check_in(attendee, CheckInHow.TYPED)
        self.field.setFocus()

    def _nobody(self, line: str, found: Found) -> None:
        words = self.work.words
        if found.misread:
            self.card.show_nobody(words("“{line}” was misread; scan it again", line=line), "danger")
        elif line.isdecimal():
            self.card.show_nobody(words("Nobody has the number {line}", line=line), "danger")
        else:
            self.card.show_nobody(
                words("Nobody on the list is called “{line}”", line=line), "danger"
            )
            self.begin_walk_in(line)

    # Walk-ins

    def _offer_stranger(self, found: Found, line: str) -> None:
        person = self.work.desk.get(Person, found.strangers[0])
        name = "  ".join(names_of(person, self.work.words))
        text = self.work.words("{name} is in the directory, not on the list", name=name)
        self.card.show_nobody(text, "warning")
        self.begin_walk_in(name or line, person.id)

    def begin_walk_in(self, name: object = "", person: str = "") -> None:
        """Open the form for somebody who is not on the list."""
        self._known = person
        self.walk_in.hide()
        typed = name if isinstance(name, str) else read(self.field.text())
        self.form.begin(typed)
        self.form.name.setReadOnly(bool(person))

    _known = ""  # the person of the directory that the form is about

    def _walk_in(self, name: str, body: str, side: str) -> None:
        roll = self.roll
        if roll is None:
            return
        run, at = self.work.done, self.desk_name
        if self._known:
            done, made = run(
                checkin.walk_in_known,
                *(roll.edition, self._known, body),
                side=side or None,
                at_desk=at,
            )
        else:
            new = names_from(name)
            done, made = run(
                checkin.walk_in, roll.edition, new, body, side=side or None, at_desk=at
            )
        if done and made is not None:
            self._leave_form()
            (attendee,) = self.work.desk.attendees(roll.edition, "id", [made.id])
            self.card.show_guest(face_of(self.work, attendee), welcome(self.work.words))

    def _leave_form(self) -> None:
        self._close_form()
        self.field.setFocus()

    def _close_form(self) -> None:
        self.form.hide()
        self.walk_in.show()

    def take_back(self, participation: str) -> None:
        """Take the check-in of somebody back."""
        done, _ = self.work.done(checkin.undo_check_in, participation, self.desk_name)
        if done:
            self._ready()
