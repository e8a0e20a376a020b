# SPDX-License-Identifier: MIT
"""The commitments page: what was promised in a series, until it is done, and what became of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from forumdesk.domain.agenda import Part, Session
from forumdesk.domain.commitments import Standing
from forumdesk.domain.desk import News, Subject
from forumdesk.domain.forum import Edition, Series
from forumdesk.domain.ledger import Ledger, Sieve, Tracked, read_ledger
from forumdesk.domain.outcomes import (
    Agreement,
    Aim,
    Commitment,
    CommitmentOwner,
    Report,
    Review,
)
from forumdesk.domain.people import Organization, Person
from forumdesk.domain.sifting import Order
from forumdesk.services.outcomes import remove_commitment
from forumdesk.ui.actions import fill_menu
from forumdesk.ui.commitments.bar import BOARD, TABLE, VIEWS, CommitmentBar
from forumdesk.ui.commitments.board import CommitmentBoard
from forumdesk.ui.commitments.columns import USUAL, columns, in_order
from forumdesk.ui.commitments.commands import COMMANDS
from forumdesk.ui.commitments.nothing import NoCommitments
from forumdesk.ui.commitments.panel import CommitmentPanel
from forumdesk.ui.commitments.sight import Sight
from forumdesk.ui.commitments.table import CommitmentTable
from forumdesk.ui.commitments.wishes import CommitmentWishes
from forumdesk.ui.labels import hairline, label
from forumdesk.ui.pages import FilePage
from forumdesk.ui.participants.chips import Chip, Entry
from forumdesk.ui.participants.lists import sorted_by
from forumdesk.ui.workspace import Workspace

LIST_WIDTH, PANEL_WIDTH = 720, 360
_CONCERN = frozenset(
    {
        *(Series, Edition, Session, Part, Agreement, Aim, Organization, Person),
        *(Commitment, CommitmentOwner, Report, Review),
    }
)


class CommitmentsPage(FilePage):
    """A table or a board of the commitments of a series, and the one chosen beside it."""

    def __init__(self, work: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(work, parent)
        self.series = ""
        self.sieve, self.order, self.view = Sieve(), USUAL, TABLE
        self.sight: Sight | None = None
        self.rows: list[Tracked] = []
        self.bar = CommitmentBar(work.words, work.look)
        self.table = CommitmentTable(work)
        # From outside in: what gets another parent is dressed anew with all in it.
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self._left = QWidget(self._split)
        self.views = QStackedWidget(self._left)
        self.board = CommitmentBoard(work, self.views)
        self.nothing = NoCommitments(work.words, self.table)
        self.side = QStackedWidget(self._split)
        self.holder = QScrollArea(self.side)
        self.panel = CommitmentPanel(work, self.holder.viewport())
        self.wishes = CommitmentWishes(work, self.table, self.board)
        self._add_chips()
        self._lay_out()
        self._wire()

    def _add_chips(self) -> None:
        words = self.work.words
        for field, title, entries in (
            ("standings", words("Standing"), self._standings),
            ("owners", words("Responsible"), self._owners),
            ("editions", words("Origin"), self._editions),
        ):
            chip = Chip(words, title, entries)
            chip.picked.connect(lambda values, field=field: self._sift(field, values))
            self.bar.add_chip(field, chip)

    def _lay_out(self) -> None:
        left = self._left
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(hairline())
        self.views.addWidget(self.table)
        self.views.addWidget(self.board)
        column.addWidget(self.views, 1)
        split = self._split
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(left)
        split.addWidget(self._right())
        split.setStretchFactor(0, 1)
        split.setSizes([LIST_WIDTH, PANEL_WIDTH])
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(split)

    def _right(self) -> QWidget:
        self.side.setProperty("look", "window")
        self.side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.holder.setWidgetResizable(True)
        self.holder.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have it
        self.holder.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.holder.setWidget(self.panel)
        self.holder.setAccessibleName(self.work.words("Commitment"))
        nobody = QWidget(self.side)
        column = QVBoxLayout(nobody)
        column.setContentsMargins(24, 24, 24, 24)
        text = self.work.words("Select a commitment to see and edit it here.")
        column.addWidget(label(text, "muted", wrap=True))
        column.addStretch(1)
        self.side.addWidget(nobody)
        self.side.addWidget(self.holder)
        self.side.setMinimumWidth(300)
        return self.side

    def _wire(self) -> None:
        bar, table = self.bar, self.table
        bar.typed.connect(lambda text: self._look(replace(self.sieve, typed=text)))
        bar.left.connect(self._to_list)
        bar.viewPicked.connect(self.show_view)
        bar.seriesPicked.connect(self.show_series)
        bar.sourceWanted.connect(self.add_from)
        bar.cleared.connect(self.show_all)
        bar.new.clicked.connect(self.add)
        self.nothing.add.clicked.connect(self.add)
        self.nothing.clear.clicked.connect(self.show_all)
        table.picked.connect(self._picked)
        table.orderWanted.connect(self.sort)
        table.menuWanted.connect(self._menu)
        table.delegate.names = self._names
        self.board.picked.connect(self._picked)
        self.wishes.made.connect(self._begin)

    # Showing

    def show_file(self) -> None:
        """Show the commitments of the series, read anew."""
        series = self.work.desk.find(Series)
        known = {each.id for each in series}
        if self.series not in known:
            mine = self.work.dossier.series.id if self.work.dossier else ""
            self.series = mine if mine in known else next(iter(sorted(known)), "")
        words = self.work.words
        named = [(each.id, words.text(each.title) or "…") for each in series]
        self.bar.show_series(named, self.series)
        ledger = read_ledger(self.work.desk, self.series) if self.series else None
        self.sight = Sight(ledger, self._today(ledger), words) if ledger else None
        for made in (self.bar.new, self.bar.source):
            made.setEnabled(self.work.editable and bool(ledger))
        self._show()

    def heed_file(self, news: News) -> None:
        """Show it anew if a step touched what is shown."""
        if _CONCERN & set(news.changes):
            self.show_file()

    def _today(self, ledger: Ledger) -> date:
        return self.work.desk.now().astimezone(ZoneInfo(ledger.series.timezone)).date()

    def _show(self) -> None:
        """Show what is sifted, in order, in the view wanted."""
        sight, editable = self.sight, self.work.editable
        every = sight.ledger.tracked if sight else ()
        self.bar.show_view(self.view)
        self.bar.show_text(self.sieve.typed)
        self.views.setCurrentIndex(VIEWS.index(self.view))
        if sight is not None:
            found = [one for one in every if self.sieve.holds(one, sight.today)]
            self.rows = in_order(found, self.order, sight)
            self.table.model_.allow(editable)
            shown = columns(sight.language)
            self.table.show_rows(self.rows, shown, sight)
            self.table.show_order(self.order)
            if self.view == BOARD:
                self.board.show_rows(found, sight, editable=editable)
                self.board.select_key(self.chosen)
        else:
            self._show_none()
        self.bar.show_count(len(self.rows), len(every))
        self._show_chips()
        self.nothing.show_for(
            len(self.rows), len(every), editable=editable, series=sight is not None
        )
        self._show_panel()

    def _show_none(self) -> None:
        """There is no series, perhaps no more: nor are there rows."""
        model, self.rows = self.table.model_, []
        if model.sight is not None:
            self.table.show_rows((), model.columns, model.sight)
            self.board.show_rows((), model.sight, editable=False)
        model.allow(False)

    def _show_chips(self) -> None:
        for field, chip in self.bar.chips.items():
            values = [str(value) for value in getattr(self.sieve, field)]
            said = {entry.value: entry.said for entry in chip.entries()} if values else {}
            chip.show_chosen(values, said)
        self.bar.clear.setVisible(bool(self.sieve))

    def _show_panel(self) -> None:
        one = self.sight.ledger.by_id.get(self.chosen) if self.sight else None
        if one is not None and self.sight is not None:
            self.panel.show_of(self.sight, one)
        self.side.setCurrentIndex(int(one is not None))

    @property
    def chosen(self) -> str:
        """The commitment beside the list; ``""`` if there is none."""
        return self.subject.id if self.subject else ""

    def _picked(self, key: str) -> None:
        self.selected.emit(Subject("commitment", key) if key else None)
        self._show_panel()
        if self.view == BOARD:
            self.table.select_key(key)
        else:
            self.board.select_key(key)

    def _names(self) -> list[str]:
        """The names of organizations, offered as owners."""
        bodies = self.work.desk.find(Organization)
        return [name for body in bodies for name in body.name.values()]

    # What is looked at

    def _look(self, sieve: Sieve) -> None:
        self.commit()
        self.sieve = sieve
        self._show()

    def _sift(self, field: str, values: tuple[str, ...]) -> None:
        chosen = tuple(map(Standing, values)) if field == "standings" else values
        self._look(replace(self.sieve, **{field: chosen}))  # type: ignore[arg-type]

    def show_all(self) -> None:
        """Show every commitment."""
        self._look(Sieve())

    def show_view(self, view: str) -> None:
        """Show the table, or the board."""
        self.commit()
        self.view = view
        self._show()

    def show_series(self, series: str) -> None:
        """Show the commitments of another series."""
        self.commit()
        self.series, self.sieve = series, Sieve()
        self.selected.emit(None)
        self.show_file()

    def sort(self, column: str) -> None:
        """Sort by a column, the other way if it is sorted by already."""
        self.commit()
        self.order = sorted_by(self.order, column)
        self._show()

    def look_for(self) -> None:
        """Begin to look for a commitment."""
        self.bar.search.setFocus()
        self.bar.search.selectAll()

    def _to_list(self) -> None:
        (self.table if self.view == TABLE else self.board.lanes_with_cards()).setFocus()

    # What there is to filter by

    def _standings(self) -> list[Entry]:
        if self.sight is None:
            return []
        today, every = self.sight.today, [one.commitment for one in self.sight.ledger.tracked]
        return [
            Entry(s.value, s.said(self.work.words), sum(s.holds(one, today) for one in every))
            for s in Standing
        ]

    def _owners(self) -> list[Entry]:
        counts: dict[str, int] = {}
        said: dict[str, str] = {"": self.work.words("(none)")}
        for one in self.sight.ledger.tracked if self.sight else ():
            for owner in one.owners:
                said[owner.subject.id] = self.work.words.text(owner.name) or "…"
            for key in [owner.subject.id for owner in one.owners] or [""]:
                counts[key] = counts.get(key, 0) + 1
        entries = [Entry(key, said[key], count) for key, count in counts.items()]
        return sorted(entries, key=lambda entry: (not entry.value, entry.said))

    def _editions(self) -> list[Entry]:
        if self.sight is None:
            return []
        ledger, words = self.sight.ledger, self.work.words
        counts: dict[str, int] = {}
        for one in ledger.tracked:
            key = one.commitment.edition or ""
            counts[key] = counts.get(key, 0) + 1
        found = [
            Entry(e.id, words.text(ledger.title_of(e)), counts[e.id])
            for e in ledger.editions
            if e.id in counts
        ]
        return [*found, *([Entry("", words("(none)"), counts[""])] if "" in counts else [])]

    # Commands

    commands = COMMANDS

    def has_one(self) -> bool:
        """Whether a commitment is chosen."""
        return bool(self.sight and self.chosen in self.sight.ledger.by_id)

    def has_series(self) -> bool:
        """Whether there is a series to add to."""
        return self.sight is not None

    def add(self) -> None:
        """Begin to type a new commitment."""
        if self.sight is None or not self.work.editable:
            return
        self.commit()
        self.view = TABLE
        self._show()
        self.nothing.hide()
        self.table.edit_new()

    def add_from(self, kind: str) -> None:
        """Add a commitment that comes from an aim, a statement or a session."""
        self.commit()
        self.wishes.add_from(kind, self.window())

    def _begin(self, key: str) -> None:
        """Go on with a commitment that was just made: its words come first."""
        self.select(Subject("commitment", key, "title"))

    def report(self) -> None:
        """Report on the commitment that is chosen."""
        self.panel.log.add()

    def remove(self) -> None:
        """Remove the commitment that is chosen."""
        if self.has_one():
            self.work.run(remove_commitment, self.chosen)

    def export_reminders(self) -> None:
        """Write when those shown are due as a calendar."""
        from forumdesk.ui.commitments.reminding import export_reminders  # noqa: PLC0415 - rare

        export_reminders(self)

    def _menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        fill_menu(menu, self.commands, self.actions(), self.work.look.icons)
        menu.exec(at)

    # Going there

    def select(self, subject: Subject) -> bool:
        """Choose a commitment, of whichever series; filters that hide it are taken away."""
        found = self.work.desk.find(Commitment, id=subject.id)
        if not found:
            return False
        if found[0].series != self.series or self.sight is None:
            self.series, self.sieve = found[0].series, Sieve()
            self.show_file()
        if all(one.id != subject.id for one in self.rows):
            self.show_all()
        self.selected.emit(Subject("commitment", subject.id))
        self.table.select_key(subject.id)
        self.board.select_key(subject.id)
        self._show_panel()
        if subject.field:
            self.panel.focus_field(subject.field)
        return True

    def place(self) -> Mapping[str, str]:
        """What is chosen, and how it is looked at."""
        sieve = {**vars_of(self.sieve), "typed": self.sieve.typed}
        return {
            "commitment": self.chosen,
            "series": self.series,
            "view": self.view,
            "order": json.dumps([self.order.column, self.order.falling]),
            "sieve": json.dumps(sieve),
        }

    def restore(self, place: Mapping[str, str]) -> None:
        """Go back to where the user was."""
        self.series = place.get("series", self.series)
        self.view = place.get("view", TABLE) if place.get("view") in VIEWS else TABLE
        if order := place.get("order"):
            column, falling = json.loads(order)
            self.order = Order(str(column), falling=bool(falling))
        if sieve := place.get("sieve"):
            self.sieve = sieve_from(json.loads(sieve))
        self.show_file()
        if key := place.get("commitment"):
            self.select(Subject("commitment", key))

    def commit(self) -> None:
        """Take over what is being typed in a cell."""
        self.table.commit()


def vars_of(sieve: Sieve) -> dict[str, list[str]]:
    """The choices of a sieve, to be kept."""
    return {
        "standings": [str(each) for each in sieve.standings],
        "owners": list(sieve.owners),
        "editions": list(sieve.editions),
    }


def sieve_from(kept: Mapping[str, object]) -> Sieve:
    """A sieve as it was kept; what is no choice any more is left out."""

    def several(name: str) -> tuple[str, ...]:
        found = kept.get(name)
        return tuple(map(str, found)) if isinstance(found, list) else ()

    standings = {str(each): each for each in Standing}
    return Sieve(
        str(kept.get("typed", "")),
        tuple(standings[each] for each in several("standings") if each in standings),
        several("owners"),
        several("editions"),
    )
