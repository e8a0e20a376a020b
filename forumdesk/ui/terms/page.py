# SPDX-License-Identifier: MIT
"""The terms page: the terms of a series in each of its languages, for its interpreters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from forumdesk.domain.desk import ForumDeskError, News, Subject
from forumdesk.domain.forum import Series
from forumdesk.domain.printed import Term
from forumdesk.domain.words import N_
from forumdesk.services import terms
from forumdesk.ui.actions import Command, fill_menu
from forumdesk.ui.choices import ChoiceField
from forumdesk.ui.grid.pasting import Cell, Pasted, quoted
from forumdesk.ui.labels import bare, button, hairline, label
from forumdesk.ui.pages import FilePage
from forumdesk.ui.terms.model import columns_for
from forumdesk.ui.terms.table import NoTerms, TermTable
from forumdesk.ui.workspace import Workspace

MARGIN, GAP = 16, 8


class TermsPage(FilePage):
    """A table of the terms of a series."""

    def __init__(self, work: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(work, parent)
        words = work.words
        self.series = ""
        self.which = ChoiceField(words("Series"))
        self.count = label(look="small")
        self.new = button(words("&New term"))
        self.new.setIcon(work.look.icons("plus"))
        self.new.setAccessibleName(bare(words("&New term")))
        self.table = TermTable(work)
        self.nothing = NoTerms(words, self.table)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        bar = QWidget()
        bar.setProperty("look", "window")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(bar)
        row.setContentsMargins(MARGIN, 10, MARGIN, 10)
        row.setSpacing(GAP)
        row.addWidget(self.which)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self.new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(hairline())
        column.addWidget(self.table, 1)

    def _wire(self) -> None:
        table = self.table
        self.which.committed.connect(lambda key: self.show_series(str(key)))
        self.new.clicked.connect(self.add)
        self.nothing.paste.clicked.connect(self.paste_all)
        table.model_.enter = self._enter
        table.pasted.connect(self._paste)
        table.emptied.connect(self._empty)
        table.picked.connect(self._picked)
        table.menuWanted.connect(self._menu)
        self.work.refused.connect(self._refused)

    # Showing

    def show_file(self) -> None:
        """Show the terms of the series, read anew."""
        known = {each.id: each for each in self.work.desk.find(Series)}
        if self.series not in known:
            mine = self.work.dossier.series.id if self.work.dossier else ""
            self.series = mine if mine in known else next(iter(sorted(known)), "")
        words, editable = self.work.words, self.work.editable
        named = [(key, words.text(each.title) or "…") for key, each in known.items()]
        self.which.show_value(self.series, named)
        self.which.setVisible(len(known) > 1)
        series = known.get(self.series)
        found = self.work.desk.find(Term, series=self.series) if series else []
        columns = columns_for(series.languages) if series else ()
        self.table.show_rows(found, columns, editable=editable and series is not None)
        self.count.setText(words.plural("{count} term", "{count} terms", len(found)))
        self.new.setEnabled(editable and series is not None)
        self.nothing.show_for(len(found), editable=editable, series=series is not None)

    def heed_file(self, news: News) -> None:
        """Show it anew if a step touched what is shown."""
        if {Series, Term} & set(news.changes):
            self.show_file()

    def show_series(self, series: str) -> None:
        """Show the terms of another series."""
        self.commit()
        self.series = series
        self.selected.emit(None)
        self.show_file()

    def _picked(self, key: str) -> None:
        self.selected.emit(Subject("term", key) if key else None)

    # What is asked for

    def _enter(self, row: int, column: int, text: str) -> bool:
        """Take over a typed cell; ``False`` if it was refused."""
        model = self.table.model_
        name = model.columns[column].id
        if row < model.filled():
            return self.work.done(terms.set_term_cell, model.key_at(row), name, text)[0]
        if not text.strip():
            return True
        done, made = self.work.done(terms.add_typed_term, self.series, name, text)
        if made is not None:
            self.table.select_key(made.id)
        return done

    def _paste(self, pasted: Pasted) -> None:
        """Over terms there are, cell by cell; below them, by headings and scripts."""
        first = self.table.currentIndex().column() <= 0
        if not pasted.cells and first:
            self.paste_all()
            return
        columns = [column.id for column in self.table.model_.columns]
        lines = [dict(line) for line in pasted.lines]
        told = [[quoted(line.get(name, "")) for name in columns] for line in lines]
        text = "\n".join("\t".join(line) for line in ([columns, *told] if told else []))
        self.work.run(terms.paste_terms, self.series, text, cells=pasted.cells)

    def paste_all(self) -> None:
        """Add the terms that are in the clipboard."""
        self.work.run(terms.paste_terms, self.series, QGuiApplication.clipboard().text())

    def _empty(self, cells: Sequence[Cell]) -> None:
        self.work.run(terms.empty_term_cells, [(key, column) for key, column, _ in cells])

    def _refused(self, error: ForumDeskError) -> None:
        self.table.why = error.said(self.work.words)

    # Commands

    def has_series(self) -> bool:
        """Whether there is a series to add to."""
        return bool(self.series)

    def has_one(self) -> bool:
        """Whether a term is chosen."""
        return bool(self.table.chosen_keys())

    def add(self) -> None:
        """Begin to type a new term."""
        if self.series and self.work.editable:
            self.commit()
            self.nothing.hide()
            self.table.edit_new()

    def remove(self) -> None:
        """Remove the terms that are chosen."""
        if keys := self.table.chosen_keys():
            self.work.run(terms.remove_terms, keys)

    def shift(self, by: int) -> None:
        """Move the chosen terms up or down by one, together."""
        keys = [term.id for term in self.table.model_.rows]
        chosen = self.table.chosen_keys()
        if not chosen:
            return
        rest = [key for key in keys if key not in set(chosen)]
        before = keys.index(chosen[0]) + by
        at = min(max(before, 0), len(rest))
        order = [*rest[:at], *chosen, *rest[at:]]
        if order != keys:
            self.work.run(terms.order_terms, self.series, order)

    def _menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        fill_menu(menu, self.commands, self.actions(), self.work.look.icons)
        menu.exec(at)

    # Going there

    def select(self, subject: Subject) -> bool:
        """Put the cursor on a term, of whichever series."""
        found = self.work.desk.find(Term, id=subject.id)
        if not found:
            return False
        self.series = found[0].series
        self.show_file()
        self.table.select_key(subject.id)
        self.selected.emit(Subject("term", subject.id))
        self.table.setFocus()
        return True

    def place(self) -> Mapping[str, str]:
        """Which series is shown, and which term the cursor is on."""
        return {"series": self.series, "term": self.table.current_key()}

    def restore(self, place: Mapping[str, str]) -> None:
        """Go back to where the user was."""
        self.series = place.get("series", self.series)
        self.show_file()
        self.table.select_key(place.get("term", ""))

    def commit(self) -> None:
        """Take over what is being typed in a cell."""
        self.table.commit()


def _of_chosen(id: str, text: str, run: Any, shortcut: str, *, icon: str = "") -> Command[Any]:  # noqa: ANN401
    return Command(
        f"terms.{id}",
        text,
        run,
        "page",
        1,
        shortcut,
        icon,
        enabled=lambda page: page.has_one(),
        edits=True,
    )


TermsPage.commands = (
    Command(
        "terms.new",
        N_("&New term"),
        lambda page: page.add(),
        "page",
        0,
        "Ctrl+Shift+N",
        "plus",
        enabled=lambda page: page.has_series(),
        edits=True,
    ),
    _of_chosen("up", N_("Move &up"), lambda page: page.shift(-1), "Alt+Up"),
    _of_chosen("down", N_("Move &down"), lambda page: page.shift(1), "Alt+Down"),
    _of_chosen("remove", N_("&Remove"), lambda page: page.remove(), "Ctrl+Del", icon="trash"),
    Command("terms.copy", N_("&Copy"), lambda page: page.table.copy(), "page", 2, "Ctrl+C"),
    Command(
        "terms.paste",
        N_("&Paste"),
        lambda page: page.table.paste(),
        "page",
        2,
        "Ctrl+V",
        enabled=lambda page: page.has_series(),
        edits=True,
    ),
)
