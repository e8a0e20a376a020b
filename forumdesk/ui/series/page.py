# SPDX-License-Identifier: MIT
"""The page of a series: time line, suggested dates, and its fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from forumdesk.domain.agenda import Session
from forumdesk.domain.chronicle import Chronicle, chronicle
from forumdesk.domain.desk import News, Subject
from forumdesk.domain.forum import Edition, EditionState, Host, Series, SeriesHost
from forumdesk.domain.people import Organization, Participation
from forumdesk.domain.suggesting import Outlook, Suggestion, outlook, skipped_years
from forumdesk.domain.times import zone
from forumdesk.domain.words import N_
from forumdesk.services.editions import change_edition, change_series, set_series_hosts
from forumdesk.services.series import add_series_host_by_name, plan_edition
from forumdesk.ui.actions import Command
from forumdesk.ui.background import Background
from forumdesk.ui.empty import empty_page
from forumdesk.ui.labels import FlowLabel, button, label
from forumdesk.ui.overview.cards import Card
from forumdesk.ui.overview.slot import Slot
from forumdesk.ui.pages import FilePage
from forumdesk.ui.series.ahead import AheadCard, Doing
from forumdesk.ui.series.form import SeriesForm
from forumdesk.ui.series.moments import Moment, Sort, moments
from forumdesk.ui.series.removing import remove
from forumdesk.ui.series.timeline import Timeline, TimelineView
from forumdesk.ui.workspace import Workspace

_ROOM = 200  # pixels that five dates take, while they are awaited
WIDEST = 1160  # pixels of content; beyond, lines get too long to read
_CONCERN = frozenset({Series, SeriesHost, Edition, Host, Organization, Session, Participation})
Prepare = Callable[[Workspace, str, date | None], object]


def _prepare(work: Workspace, series: str, on: date | None) -> None:
    """Open the preview of the next edition."""
    from forumdesk.ui.succession.opening import prepare_next  # noqa: PLC0415 - when first used

    prepare_next(work, series, on)


class SeriesPage(FilePage):
    """A series over the years; each field commits itself.

    ``prepare`` opens the preview of the next edition, given the workspace, the series, and the
    day if one is known.
    """

    commands: ClassVar[tuple[Command[SeriesPage], ...]] = (
        Command(
            *("series.prepare", N_("Prepare the &next edition…"), lambda p: p.prepare_next()),
            menu="page",
            enabled=lambda p: p._has_last,
            edits=True,
        ),
        Command(
            *("series.add", N_("&Add an edition"), lambda p: p.add_next()),
            menu="page",
            icon="plus",
            enabled=lambda p: p.of is not None,
            edits=True,
        ),
        Command(
            *("series.compare", N_("&Compare the editions"), lambda p: p.compare()),
            menu="page",
            enabled=lambda p: p.is_comparable,
        ),
        Command(
            *("series.renumber", N_("Ren&umber editions…"), lambda p: p.renumber()),
            menu="page",
            group=1,
            enabled=lambda p: p._has_last,
            edits=True,
        ),
        Command(
            *("series.calendar", N_("Export a ca&lendar of it…"), lambda p: p.export()),
            menu="page",
            group=1,
            icon="export",
            enabled=lambda p: p.has_days(),
        ),
        Command(
            *("series.remove", N_("&Remove this series…"), lambda p: p.remove()),
            menu="page",
            group=2,
            icon="trash",
            enabled=lambda p: p.of is not None,
            edits=True,
        ),
    )

    def __init__(self, work: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(work, parent)
        words = work.words
        self.prepare: Prepare = _prepare
        self.of: Chronicle | None = None
        self.ahead: Outlook | None = None
        self._asked: Background | None = None
        self.name, self.second = FlowLabel(look="title"), label(look="muted")
        self.prepare_button = button(words("Prepare the &next edition…"), "first")
        self.add_button = button(words("&Add an edition"))
        self.compare_button = button(words("&Compare the editions"), "link")
        self.timeline = Timeline()
        self.line = TimelineView(self.timeline, work.look, words("Editions over the years"))
        self.dates = Slot()
        # From outside in: what gets another parent is dressed anew with all in it.
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have it
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(words("Series"))
        self.content = self._content()
        self.area.setWidget(self.content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)
        self.nothing = self._nothing()
        layout.addWidget(self.nothing)
        self._wire()

    # Building

    def _content(self) -> QWidget:
        content = QWidget(self.area.viewport())
        content.setProperty("look", "surface")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        outer = QHBoxLayout(content)
        outer.setContentsMargins(24, 18, 24, 24)
        inner = QWidget(content)
        self.form = SeriesForm(self.work, inner)
        inner.setMaximumWidth(WIDEST)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(self._head())
        self.editions = Card(self.work.look, self.work.words("Editions"))
        self.none = label(self.work.words("No edition yet."), "muted")
        self.editions.rows.addWidget(self.line)
        self.editions.rows.addWidget(self.none)
        column.addWidget(self.editions)
        column.addLayout(self.dates)
        column.addSpacing(4)
        column.addWidget(self.form)
        column.addStretch(1)
        outer.addWidget(inner, 1)
        outer.addStretch(0)
        return content

    def _nothing(self) -> QWidget:
        words = self.work.words
        begin = button(words("Add a &series…"), "first")
        begin.setEnabled(self.work.editable)
        begin.clicked.connect(lambda _: self._begin())
        text = words("A series is a forum that comes back: its editions, its rule, its hosts.")
        return empty_page(words("No series yet"), label(text, "muted", wrap=True), begin)

    def _begin(self) -> None:
        """Ask what a new series is called."""
        from forumdesk.ui.new_series import NewSeries  # noqa: PLC0415 - rare

        dialog = NewSeries(self, self.work)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.name)
        figures = QHBoxLayout()
        figures.setSpacing(12)
        figures.addWidget(self.second)
        figures.addWidget(self.compare_button)
        figures.addStretch(1)
        names.addLayout(figures)
        head.addLayout(names, 1)
        for made in (self.prepare_button, self.add_button):
            head.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _wire(self) -> None:
        self.prepare_button.clicked.connect(lambda _: self.prepare_next())
        self.add_button.clicked.connect(lambda _: self.add_next())
        self.compare_button.clicked.connect(lambda _: self.compare())
        self.line.opened.connect(self._open)
        self.form.changed.connect(self._change)
        self.form.hosted.connect(lambda ids: self._do(set_series_hosts, ids))
        self.form.hostNamed.connect(lambda typed: self._do(add_series_host_by_name, typed))

    # Showing

    @property
    def today(self) -> date:
        """The day it is where the series is at home."""
        home = self.of.series.timezone if self.of else "UTC"
        return self.work.desk.now().astimezone(zone(home)).date()

    def show_file(self) -> None:
        """Show the series as it is now; the first one if none was chosen, or it is gone."""
        desk = self.work.desk
        every = [series.id for series in desk.find(Series)]
        shown = self.subject.id if self.subject else ""
        if shown not in every:
            shown = self._usual(every)
        self.area.setVisible(bool(shown))
        self.nothing.setVisible(not shown)
        if not shown:
            self.of = self.subject = None
            self.commandsChanged.emit()
            return
        if self.subject is None or self.subject.id != shown:
            self.selected.emit(Subject("series", shown))
        other = self.of is None or self.of.series.id != shown
        self.of = chronicle(desk, shown)
        if other:
            self.ahead = None
        self._show()
        if other:
            self.area.verticalScrollBar().setValue(0)
            self.line.show_end()
        self._ask()
        self.commandsChanged.emit()

    def _usual(self, every: list[str]) -> str:
        """The series of the edition that is being worked on."""
        dossier = self.work.dossier
        return dossier.series.id if dossier else next(iter(every), "")

    def heed_file(self, news: News) -> None:
        """Show it anew if a step touched what stands here."""
        if _CONCERN & set(news.changes):
            self.show_file()

    def _show(self) -> None:
        of, words = self.of, self.work.words
        assert of is not None
        self.name.setText(words.text(of.series.title))
        self.second.setText(self._figures(of))
        self.add_button.setEnabled(self.work.editable)
        self.prepare_button.setEnabled(self.work.editable and self._has_last)
        self.compare_button.setVisible(self.is_comparable)
        met = of.dated[-1].first_day if of.dated else None
        self.form.show_series(of, met or self.today)
        self._show_line()

    def _figures(self, of: Chronicle) -> str:
        words = self.work.words
        if not of.held:
            return ""
        held = sum(one.edition.state is EditionState.CLOSED for one in of.held)
        return words.plural("{count} edition", "{count} editions", len(of.held)) + (
            " · " + words("{count} held", count=held) if held else ""
        )

    def _show_line(self) -> None:
        of = self.of
        assert of is not None
        skipped = skipped_years(of, self.today)
        suggested = self.ahead.suggestions if self.ahead else ()
        self.timeline.show(moments(of, skipped, suggested, self.work.words))
        there = self.timeline.rowCount() > 0
        self.line.setVisible(there)
        self.none.setVisible(not there)
        if self.ahead is None:
            self.dates.fill(of.series.id, self._waiting)
        else:
            ahead, doing = self.ahead, Doing(self.take, self._adopt, self._taking)
            shown = (of.series, of.hosts, ahead, self.work.editable)
            self.dates.fill(shown, lambda on: AheadCard(self.work, of, ahead, doing, parent=on))

    def _waiting(self, on: QWidget) -> QWidget:
        """What stands there until the dates have come."""
        words = self.work.words
        card = Card(self.work.look, words("Suggested dates"), on)
        card.setMinimumHeight(_ROOM)
        card.rows.addWidget(label(words("Looking up public holidays…"), "muted"))
        return card

    @property
    def _taking(self) -> str:
        words = self.work.words
        return words("Prepare it…") if self._has_last else words("Add this edition")

    @property
    def _has_last(self) -> bool:
        """Whether there is an edition that a next one can be made of."""
        return self.of is not None and bool(self.of.held)

    @property
    def is_comparable(self) -> bool:
        """Whether there are editions to be compared with one another."""
        return self.of is not None and len(self.of.held) > 1

    def _ask(self) -> None:
        """Ask for the next dates aside: the public holidays of a country take a while to read."""
        if self._asked is not None:
            self._asked.drop()
        of, today = self.of, self.today
        assert of is not None
        self._asked = Background(lambda: outlook(of, today), self)
        self._asked.finished.connect(self._came)
        self._asked.start()

    def _came(self, ahead: Outlook) -> None:
        self._asked = None
        if not self.window().isVisible():  # closed in the meantime, and the file with it
            return
        if self.of is not None and ahead != self.ahead:
            self.ahead = ahead
            self.commandsChanged.emit()
            first = self.timeline.rowCount() <= len(self.of.held) + 3
            self._show_line()
            if first:
                self.line.show_end()

    # Choosing

    def select(self, subject: Subject) -> bool:
        """Show a series, with the cursor in the field that is meant."""
        if not self.work.desk.count(Series, id=subject.id):
            return False
        plain = replace(subject, field="")
        if self.of is None or self.of.series.id != subject.id:
            self.subject = plain
            self.show_file()
        self.selected.emit(plain)
        meant = self.form.field_named(subject.field)
        if meant is not None:
            meant.setFocus()
        return True

    def place(self) -> Mapping[str, str]:
        """Which series is shown."""
        return {"chosen": self.subject.id if self.subject else ""}

    def restore(self, place: Mapping[str, str]) -> None:
        """Show it again."""
        if place.get("chosen"):
            self.select(Subject("series", place["chosen"]))

    def _open(self, moment: Moment) -> None:
        """An edition is shown; a date that is only suggested leads to what can be done with it."""
        if moment.sort is Sort.EDITION:
            self._show_edition(moment.key)
            return
        card = self.dates.content
        if isinstance(card, AheadCard):
            take = card.takes.get(int(moment.key))
            if take is not None:
                self.area.ensureWidgetVisible(card)
                take.setFocus()

    def _show_edition(self, id: str) -> None:
        self.work.show_edition(id)
        self.work.go(Subject("edition", id))

    # Changing

    def _do(self, service: Callable[..., object], *values: object) -> bool:
        """Do something to the series shown; what is refused is shown as it is."""
        assert self.of is not None
        done, _ = self.work.done(service, self.of.series.id, *values)
        if not done:
            self._show()
        return done

    def _change(self, changes: Mapping[str, object]) -> None:
        self._do(change_series, changes)

    def _adopt(self, rrule: str) -> None:
        self._do(change_series, {"recurrence": rrule})

    def prepare_next(self, on: date | None = None) -> None:
        """Open the preview of the next edition, on a day if one is known."""
        if self.of is not None:
            self.prepare(self.work, self.of.series.id, on)

    def take(self, one: Suggestion) -> None:
        """Make an edition of a suggested date; or give its days to one that has none yet."""
        assert self.of is not None
        fields = {"first_day": one.first_day, "last_day": one.last_day}
        if one.edition is not None:
            self.work.run(change_edition, one.edition, fields)
        elif self._has_last:
            self.prepare_next(one.first_day)
        else:
            more = {"number": one.number, "timezone": one.timezone, "city": one.place}
            self._do(plan_edition, {**more, **fields}, one.hosts)

    def add_next(self) -> None:
        """Add the next edition, without days, where it is the turn; then show it."""
        assert self.of is not None
        ahead = self.ahead.suggestions if self.ahead else ()
        coming = next((one for one in ahead if one.edition is None), None)
        fields: dict[str, object] = {}
        hosts: tuple[str, ...] = tuple(host.id for host in self.of.hosts)
        if coming is not None:
            fields = {"timezone": coming.timezone, "city": coming.place}
            hosts = coming.hosts
        done, made = self.work.done(plan_edition, self.of.series.id, fields, hosts)
        if done and made is not None:
            self._show_edition(made.id)

    def renumber(self) -> None:
        """Ask from which edition on numbers are to be others."""
        from forumdesk.ui.series.renumber_dialog import RenumberDialog  # noqa: PLC0415 - rare

        if self.of is not None and self.of.held:
            RenumberDialog(self, self.work, self.of).open()

    def compare(self) -> None:
        """Show the editions beside one another, on paper: with the handouts of the last one held.

        While none is over yet, it is the last one there is.
        """
        if not self.is_comparable or self.of is None:
            return
        every = [one.edition for one in self.of.held]
        over = [edition for edition in every if edition.state is EditionState.CLOSED]
        self.work.show_edition((over or every)[-1].id)
        self.work.go(Subject("handout", "comparison"))

    def has_days(self) -> bool:
        """Whether there is anything to put into a calendar."""
        ahead = self.ahead.suggestions if self.ahead else ()
        return self.of is not None and bool(self.of.dated or ahead)

    def export(self) -> None:
        """Write the editions and the suggested dates as a calendar."""
        from forumdesk.ui.series.exporting import export  # noqa: PLC0415 - when asked for

        if self.of is not None:
            export(self.work, self.of, self.ahead.suggestions if self.ahead else ())

    def remove(self) -> None:
        """Remove the series, if the user is sure."""
        if self.of is not None:
            remove(self.work, self.of)
