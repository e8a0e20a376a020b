# SPDX-License-Identifier: MIT
"""The participants page: everybody of an edition, to find, to sort and to type over."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from forumdesk.domain.desk import ForumDeskError, News, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import Invitation, Organization, Participation, Person
from forumdesk.domain.sifting import Filters, Mark, Order, View
from forumdesk.domain.terms import term
from forumdesk.domain.versions import SavedView
from forumdesk.services.views import remove_view, save_view
from forumdesk.ui.actions import fill_menu
from forumdesk.ui.inviting.commands import STATUSES
from forumdesk.ui.labels import hairline
from forumdesk.ui.pages import Page
from forumdesk.ui.participants.bar import RosterBar
from forumdesk.ui.participants.chips import Entry
from forumdesk.ui.participants.columns import (
    Sight,
    both_names,
    columns,
    every_column,
    heading,
    usual,
)
from forumdesk.ui.participants.commands import COMMANDS
from forumdesk.ui.participants.lists import Sifted, sorted_by
from forumdesk.ui.participants.nothing import Nobody
from forumdesk.ui.participants.table import RosterTable
from forumdesk.ui.participants.wishes import RosterWishes
from forumdesk.ui.workspace import Workspace

PAGE = "participants"
KEPT_COLUMNS = "participants-shown"
OFFERED = 8  # people offered while a name is typed
SPELLINGS, LONGEST_NAME = 8, 40  # other spellings tried, and characters of a name that has some
SLICE = 1000  # texts read between two looks at the event loop


class ParticipantsPage(Page):
    """Everybody of an edition in a table, however many they are."""

    def __init__(self, work: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(work, parent)
        self.sifted: Sifted | None = None
        self.view = View()
        self.bar = RosterBar(work.words, work.look)
        self.table: RosterTable = RosterTable(work)
        self.nobody = Nobody(work.words, self.table)
        self.wishes: RosterWishes = RosterWishes(work, self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(hairline())
        layout.addWidget(self.table, 1)
        self._reading = QTimer(self)
        self._reading.setInterval(0)
        self._reading.timeout.connect(self._read_on)
        self._bodies: list[str] | None = None
        self._add_chips()
        self._wire()

    def _add_chips(self) -> None:
        words, chips = self.work.words, self.bar.chips
        fields = {
            "side": ("sides", self._sides),
            "status": ("statuses", self._statuses),
            "category": ("categories", self._categories),
            "organization": ("organizations", self._organizations),
        }
        for key, (field, entries) in fields.items():
            chips.add(field, heading(key, words), entries)
        more = chips.add("marks", words("More"), self._marks)
        more.counted = lambda value: self.sifted.count(Mark(value)) if self.sifted else 0

    def _wire(self) -> None:
        bar, table = self.bar, self.table
        bar.search.typed.connect(lambda text: self.look(typed=text))
        bar.search.left.connect(self._to_list)
        bar.chips.changed.connect(self._filtered)
        bar.viewPicked.connect(lambda saved: self.show_view(View.from_json(saved.state)))
        bar.viewRemoved.connect(lambda saved: self.work.run(remove_view, saved.id))
        bar.saveWanted.connect(self.save_view)
        bar.columnsPicked.connect(self.show_columns)
        bar.usualWanted.connect(self.show_usual)
        bar.saved = lambda: self.work.desk.find(SavedView, page=PAGE)
        bar.offered = self._offered
        bar.new.clicked.connect(self.add)
        bar.spellingPicked.connect(lambda text: self.look(typed=text))
        self.nobody.add.clicked.connect(self.add)
        self.nobody.bring.clicked.connect(self.import_list)
        self.nobody.clear.clicked.connect(self.show_all)
        table.picked.connect(self._picked)
        table.orderWanted.connect(self.sort)
        table.columnsMoved.connect(self.show_columns)
        table.menuWanted.connect(self._menu)
        table.roster.read = lambda ids: self.sifted.rows(ids) if self.sifted else ()
        table.delegate.names = self._body_names
        table.delegate.people = self._people
        self.work.refused.connect(self._refused)

    # Showing

    def show_edition(self, dossier: Dossier) -> None:
        """Show everybody of this edition; those found and their order stay while it is the same."""
        words, edition = self.work.words, dossier.edition
        sight = Sight.of(dossier, words)
        if self.sifted is None or self.sifted.edition != edition.id:
            self.sifted = Sifted(self.work.desk, edition.id, words.language, sight.place)
            self.view = View(columns=self._kept_columns())
            self.sifted.view = self.view
        else:
            self.sifted.roster.forget()
        self._bodies = None
        self.bar.new.setEnabled(self.work.editable)
        self.table.roster.editable = self.work.editable
        self.sifted.load()
        self._show(sight)
        self._reading.start()

    def _show(self, sight: Sight | None = None) -> None:
        """Show what is sifted, in the columns wanted."""
        sight = sight or self.table.roster.sight
        if self.sifted is None or sight is None:
            return
        keys = self.view.columns or usual(sight.languages)
        self.table.show_roster(self.sifted.shown, columns(keys, sight.languages), sight)
        self.table.show_order(self.view.order)
        self._say()

    def _say(self) -> None:
        """Say how many are shown, and what is filtered."""
        if self.sifted is None:
            return
        shown, total = len(self.sifted.shown), self.sifted.total
        self.bar.show_count(shown, total)
        self.bar.chips.show_filters(self.view.filters)
        self.bar.search.show_text(self.view.filters.typed)
        self.nobody.show_for(shown, total, editable=self.work.editable)
        self.bar.show_spellings(self._spelled() if self.view.filters.typed else ())

    def _spelled(self) -> list[tuple[str, int]]:
        """Other spellings of the name being looked for, and how many each finds."""
        from forumdesk.domain.matching.romanizing import spellings  # noqa: PLC0415 - when typed

        typed, sifted = self.view.filters.typed.strip(), self.sifted
        if sifted is None or len(typed) > LONGEST_NAME:
            return []
        others = spellings(typed)[:SPELLINGS] if typed else ()
        counted = ((other, sifted.would_find(other)) for other in others)
        return [(other, count) for other, count in counted if count]

    def heed(self, news: News, dossier: Dossier) -> None:
        """Show anew only what a step changed."""
        sight = Sight.of(dossier, self.work.words)
        known = self.table.roster.sight
        if self.sifted is None or self.sifted.edition != dossier.edition.id or sight != known:
            self.show_edition(dossier)
            return
        if Organization in news.changes:
            self._bodies = None
        touched = self.sifted.follow(news)
        if touched is None or touched:
            self.table.follow(self.sifted.shown, touched)
            self._say()
            self._reading.start()

    def _read_on(self) -> None:
        """Read what participants are found by, a little at a time while nothing else is to do."""
        if self.sifted is None or self.sifted.prepare(SLICE):
            self._reading.stop()

    # What is looked at

    def look(self, *, typed: str | None = None, order: Order | None = None) -> None:
        """Look for other words, or in another order."""
        filters = self.view.filters
        filters = filters if typed is None else replace(filters, typed=typed)
        self.show_view(replace(self.view, filters=filters, order=order or self.view.order))

    def show_view(self, view: View) -> None:
        """Look in another way."""
        self.commit()
        self.view = replace(view, columns=view.columns or self.view.columns)
        if self.sifted is not None:
            self.sifted.look(self.view)
            self._show()

    def _filtered(self, filters: Filters) -> None:
        self.show_view(replace(self.view, filters=filters))

    def show_all(self) -> None:
        """Show everybody."""
        self._filtered(Filters())

    def sort(self, column: str = "") -> None:
        """Sort by a column (by that of the cursor), the other way if it is sorted by already."""
        if column := column or self.table.current_column():
            self.look(order=sorted_by(self.view.order, column))

    def look_for(self) -> None:
        """Begin to look for somebody."""
        self.bar.search.setFocus()
        self.bar.search.selectAll()

    def _to_list(self) -> None:
        self.table.setFocus()

    def save_view(self) -> None:
        """Keep this way of looking under a name."""
        words = self.work.words
        name = self.work.messages.ask_text(
            words("What is this view called?"),
            words("Filters, order and columns are kept in the file under this name."),
        )
        if name:
            self.work.run(save_view, PAGE, name, self.view.to_json())

    # Columns

    def show_columns(self, keys: Sequence[str]) -> None:
        """Show these columns, in this order, from now on."""
        self.commit()
        self.view = replace(self.view, columns=tuple(keys))
        kept = dict(self.work.settings.choices.splits)
        self.work.settings.change(splits={**kept, KEPT_COLUMNS: json.dumps(list(keys))})
        self._show()

    def show_usual(self) -> None:
        """Show the columns there are at first, in their widths."""
        self.show_columns(())
        self.table.widths.reset()

    def move_column(self, by: int) -> None:
        """Move the column of the cursor to the left or right."""
        keys = [column.id for column in self.table.roster.columns]
        at = self.table.currentIndex().column()
        if 0 <= at < len(keys) and 0 <= at + by < len(keys):
            keys.insert(at + by, keys.pop(at))
            self.show_columns(keys)

    def _kept_columns(self) -> tuple[str, ...]:
        try:
            kept = json.loads(self.work.settings.choices.splits.get(KEPT_COLUMNS, "[]"))
        except ValueError:
            return ()
        return tuple(key for key in kept if isinstance(key, str)) if isinstance(kept, list) else ()

    def _offered(self) -> list[tuple[tuple[str, str], bool]]:
        sight = self.table.roster.sight
        if sight is None:
            return []
        shown = [column.id for column in self.table.roster.columns]
        every = {column.id: column for column in every_column(sight.languages)}
        keys = [*shown, *(key for key in every if key not in shown)]
        return [((key, every[key].heading(sight.words)), key in shown) for key in keys]

    # What there is to filter by

    def _tally(self, field: str) -> Mapping[str, int]:
        return self.sifted.tally(field) if self.sifted else {}

    def _sides(self) -> list[Entry]:
        sight, counts = self.table.roster.sight, self._tally("side")
        sides = [(side.id, sight.words.text(side.name)) for side in sight.sides] if sight else []
        found = [Entry(id_, said, counts.get(id_, 0)) for id_, said in sides]
        return [*found, *self._none(counts)]

    def _statuses(self) -> list[Entry]:
        counts = self._tally("status")
        return [Entry(s.value, term(s, self.work.words), counts.get(s, 0)) for s in Invitation]

    def _categories(self) -> list[Entry]:
        counts = self._tally("category")
        named = [Entry(category, category, n) for category, n in counts.items() if category]
        return [*named, *self._none(counts)]

    def _organizations(self) -> list[Entry]:
        counts, words = self._tally("organization"), self.work.words
        bodies = self.work.desk.find(Organization, id=list(counts))
        said = {body.id: words.text(body.name) for body in bodies}
        named = [Entry(id_, said[id_], n) for id_, n in counts.items() if id_ in said]
        return [*named, *self._none(counts)]

    def _none(self, counts: Mapping[str, int]) -> list[Entry]:
        return [Entry("", self.work.words("(none)"), counts[""])] if counts.get("") else []

    def _marks(self) -> list[Entry]:
        return [Entry(mark.value, mark.said(self.work.words)) for mark in Mark]

    def _body_names(self) -> Sequence[str]:
        if self._bodies is None:
            bodies = self.work.desk.find(Organization)
            self._bodies = [name for body in bodies for name in body.name.values()]
        return self._bodies

    def _people(self, typed: str) -> Sequence[str]:
        """People of the file whose names fit, in both scripts: so they are found again."""
        desk, language = self.work.desk, self.work.words.language
        ids = desk.person_ids(typed, language, OFFERED)
        found = {person.id: person for person in desk.find(Person, id=ids)}
        return [both_names(found[id_], language) for id_ in ids if id_ in found]

    # Going there

    def select(self, subject: Subject) -> bool:
        """Put the cursor on somebody; filters that hide them are taken away."""
        if self.sifted is None:
            return False
        if self.table.roster.row_of(subject.id) < 0 and self.view.filters:
            self.show_all()
        self.table.setFocus()  # a field of the inspector takes it from there
        column = self.table.first_column() if subject.field == "person" else -1
        return self.table.select_key(subject.id, column)

    def place(self) -> Mapping[str, str]:
        """Who the cursor is on, and what is looked at."""
        return {"participation": self.table.current_key(), "view": self.view.to_json()}

    def restore(self, place: Mapping[str, str]) -> None:
        """Go back to a view and to somebody."""
        if state := place.get("view"):
            self.show_view(View.from_json(state))
        if key := place.get("participation"):
            self.table.select_key(key)

    def commit(self) -> None:
        """Take over what is being typed in a cell."""
        self.table.commit()

    def _picked(self, key: str) -> None:
        self.selected.emit(Subject("participation", key) if key else None)

    def _refused(self, error: ForumDeskError) -> None:
        self.table.why = error.said(self.work.words)

    def _menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        after = {"participants.bulk": self._status_menu(menu)}
        fill_menu(menu, self.commands, self.actions(), self.work.look.icons, after=after)
        menu.exec(at)

    def _status_menu(self, menu: QMenu) -> QMenu:
        """How far the invitations of those chosen have come."""
        words, work, chosen = self.work.words, self.work, self.chosen
        made = QMenu(words("Set the &status"), menu)
        made.setEnabled(self.has_somebody() and work.editable)
        for one in STATUSES:
            made.addAction(words(one.text)).triggered.connect(partial(one.run, work, chosen))
        return made

    # Doing

    @property
    def chosen(self) -> list[str]:
        """The ids of the chosen participations."""
        return self.table.chosen_keys()

    def has_somebody(self) -> bool:
        """Whether the cursor is on somebody."""
        return bool(self.table.current_key())

    def has_one(self) -> bool:
        """Whether just one is chosen."""
        return self.has_somebody() and len(self.chosen) == 1

    def check_in(self) -> None:
        """Check in those who are chosen, as one step."""
        from forumdesk.services.checkin import check_in_all  # noqa: PLC0415 - at the door

        done, count = self.work.done(check_in_all, self.chosen)
        if done:
            words = self.work.words
            said = words.plural(
                "{count} person checked in.", "{count} people checked in.", count or 0
            )
            self.work.messages.tell(said)

    def open_card(self) -> None:
        """Go to the card of the person the cursor is on."""
        found = self.work.desk.find(Participation, id=self.table.current_key())
        if found and found[0].person:
            self.work.go(Subject("person", found[0].person))

    def export_shown(self) -> None:
        """Write those chosen as a list; all that are shown, where it is one or none."""
        from forumdesk.ui.exporting import export_list  # noqa: PLC0415 - when asked

        chosen = self.chosen
        export_list(self.work, chosen if len(chosen) > 1 else self._sifted_ids(), self)

    def _sifted_ids(self) -> list[str]:
        return list(self.sifted.shown) if self.sifted else []

    def import_list(self) -> None:
        """Take in a list of people from a file."""
        from forumdesk.ui.intake.commands import import_people  # noqa: PLC0415 - when asked

        import_people(self.work, self)

    def show_order(self) -> None:
        """Show everybody in the order of precedence, to put somebody elsewhere."""
        from forumdesk.ui.inviting.order_dialog import show_order  # noqa: PLC0415 - when asked

        show_order(self.work, self)

    def change_chosen(self) -> None:
        """Ask what to set for all chosen, and set it as one step."""
        sight, chosen = self.table.roster.sight, self.chosen
        if sight is None or not chosen:
            return
        from forumdesk.ui.participants.bulk_dialog import BulkDialog  # noqa: PLC0415 - when asked

        dialog = BulkDialog(self, self.wishes, sight, chosen)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def add(self) -> None:
        """Begin to type a name in the empty row."""
        if self.view.filters:
            self.show_all()
        self.table.edit_new()


ParticipantsPage.commands = COMMANDS
