# SPDX-License-Identifier: MIT
"""The texts of an edition: sections in their order at the left, what is chosen beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from forumdesk.domain.desk import Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.printed import Passage, PassageKind
from forumdesk.domain.terms import term
from forumdesk.domain.words import N_
from forumdesk.handouts.options import Section
from forumdesk.handouts.sections import in_order
from forumdesk.services import passages
from forumdesk.ui.actions import Command
from forumdesk.ui.labels import button, label
from forumdesk.ui.pages import Page
from forumdesk.ui.texts.cards import PassageCard, SectionCard
from forumdesk.ui.texts.outline import Outline
from forumdesk.ui.texts.rows import Row, rows, texts_of
from forumdesk.ui.workspace import Workspace

LIST_WIDTH, CARD_WIDTH = 320, 780
KINDS = (
    *(PassageKind.MESSAGE, PassageKind.EMERGENCY, PassageKind.SPONSORS),
    *(PassageKind.IMPRINT, PassageKind.OTHER),
)


class TextsPage(Page):
    """What a program says besides its agenda, and in which order its sections come."""

    commands = (
        Command(
            "texts.up",
            N_("Move &up"),
            lambda page: page.shift(-1),
            "page",
            0,
            enabled=lambda page: page.can_shift(-1),
            edits=True,
        ),
        Command(
            "texts.down",
            N_("Move &down"),
            lambda page: page.shift(1),
            "page",
            0,
            enabled=lambda page: page.can_shift(1),
            edits=True,
        ),
        Command(
            "texts.usual",
            N_("&Reset the order of sections"),
            lambda page: page.reset(),
            "page",
            1,
            enabled=lambda page: page.has_order(),
            edits=True,
        ),
        Command(
            "texts.remove",
            N_("Remove &text"),
            lambda page: page.remove(),
            "page",
            2,
            enabled=lambda page: page.has_text(),
            edits=True,
        ),
    )

    def __init__(self, work: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(work, parent)
        words = work.words
        self.outline = Outline(work)
        self.add_button = button(words("&Add text"), "first")
        self.reset_button = button(words("Reset order"), "quiet")
        self.sections: dict[Section, SectionCard] = {}
        self.holders: dict[Section, QScrollArea] = {}
        self.card = PassageCard(work)
        self.empty = label(
            words(
                "Choose a section, or add a text: a message of welcome, what to do in an"
                " emergency, sponsors, an imprint. Drag sections into the order in which they"
                " are to be printed."
            ),
            "muted",
            wrap=True,
        )
        self.side = QStackedWidget()
        self._lay_out()
        self._wire()

    # Building

    def _lay_out(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(self._left())
        split.addWidget(self.side)
        split.setStretchFactor(1, 1)
        split.setSizes([LIST_WIDTH, CARD_WIDTH])
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(split)
        nothing = QWidget()
        column = QVBoxLayout(nothing)
        column.setContentsMargins(32, 32, 32, 32)
        column.addWidget(self.empty)
        column.addStretch(1)
        self.side.addWidget(nothing)
        self.side.addWidget(self._scrolled(self.card))

    def _left(self) -> QWidget:
        words = self.work.words
        left = QWidget()
        left.setMinimumWidth(220)
        column = QVBoxLayout(left)
        column.setContentsMargins(16, 14, 12, 8)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(label(words("Texts"), "title"))
        head.addStretch(1)
        head.addWidget(self.add_button)
        column.addLayout(head)
        below = QHBoxLayout()
        below.addWidget(label(words("In the order of the program"), "small"))
        below.addStretch(1)
        below.addWidget(self.reset_button)
        column.addLayout(below)
        column.addWidget(self.outline, 1)
        return left

    def _scrolled(self, card: QWidget) -> QScrollArea:
        holder = QScrollArea()
        holder.setWidgetResizable(True)
        holder.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have it
        holder.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder.setAccessibleName(self.work.words("Texts"))
        holder.setWidget(card)
        return holder

    def _wire(self) -> None:
        menu = QMenu(self.add_button)
        for kind in KINDS:
            menu.addAction(term(kind, self.work.words)).triggered.connect(partial(self._add, kind))
        self.add_button.setMenu(menu)
        self.reset_button.clicked.connect(lambda _=False: self.reset())
        self.outline.picked.connect(self._picked)
        self.outline.shifted.connect(self.shift)
        self.outline.carried.connect(self.carry)

    # Showing

    def show_edition(self, dossier: Dossier) -> None:
        """Show the sections and texts as they are now."""
        may = self.work.editable
        self.outline.show_rows(rows(dossier, self.work.words), movable=may)
        self.add_button.setEnabled(may)
        self.reset_button.setVisible(bool(dossier.edition.sections))
        self.reset_button.setEnabled(may)
        self._show_card(dossier)

    def _show_card(self, dossier: Dossier) -> None:
        row = self.outline.chosen
        passage = self._passage(dossier, row)
        if row is None:
            self.side.setCurrentIndex(0)
        elif passage is not None:
            self.card.show_for(dossier, passage)
            self.side.setCurrentIndex(1)
        else:
            card = self._section(row.section)
            card.show_for(dossier)
            self.side.setCurrentWidget(self.holders[row.section])

    def _section(self, section: Section) -> SectionCard:
        """The card of a section, made when it is first shown."""
        if section not in self.sections:
            self.sections[section] = SectionCard(self.work, section)
            self.holders[section] = self._scrolled(self.sections[section])
            self.side.addWidget(self.holders[section])
        return self.sections[section]

    def _passage(self, dossier: Dossier, row: Row | None) -> Passage | None:
        wanted = row.passage if row else ""
        return next((p for p in dossier.passages if p.id == wanted), None)

    def _picked(self, row: Row | None) -> None:
        dossier = self.work.dossier
        if dossier is not None:
            self._show_card(dossier)
        self.selected.emit(Subject("passage", row.passage) if row and row.passage else None)

    def select(self, subject: Subject) -> bool:
        """Choose a text, and put the cursor into a field of it."""
        if not self.outline.choose(subject.id):
            return False
        self.card.focus_field(subject.field)
        return True

    def place(self) -> Mapping[str, str]:
        """The line chosen."""
        row = self.outline.chosen
        return {"line": row.key} if row else {}

    def restore(self, place: Mapping[str, str]) -> None:
        """Choose the line that was chosen."""
        self.outline.choose(place.get("line", ""))

    # Changing

    def _add(self, kind: PassageKind, _checked: bool = False) -> None:
        made = self.work.run(passages.add_passage, self.work.edition, kind, {})
        if made is not None and self.outline.choose(made.id):
            field = "participation" if kind is PassageKind.MESSAGE else "text"
            self.card.focus_field(field)

    def remove(self) -> None:
        """Take the text chosen away."""
        if self.has_text():
            self.card.remove()

    def has_text(self) -> bool:
        """Whether a text is chosen, and not a section."""
        return bool(self.outline.chosen and self.outline.chosen.passage)

    def has_order(self) -> bool:
        """Whether sections are in another order than usual."""
        return bool(self.work.dossier and self.work.dossier.edition.sections)

    def reset(self) -> None:
        """Back to the usual order of sections."""
        self.work.run(passages.order_sections, self.work.edition, ())

    def can_shift(self, by: int) -> bool:
        """Whether the line chosen can go up or down by so many places."""
        row = self.outline.chosen
        if row is None:
            return False
        order = self._order(row)
        return row.key in order and 0 <= order.index(row.key) + by < len(order)

    def shift(self, by: int) -> None:
        """Move the line chosen by so many places among those of its kind."""
        row = self.outline.chosen
        if row is not None and self.can_shift(by) and self.work.editable:
            order = self._order(row)
            order.insert(order.index(row.key) + by, order.pop(order.index(row.key)))
            self._settle(row, order)

    def carry(self, row: Row, at: int) -> None:
        """Move a line to where it was dropped: before the line of a number, or after all."""
        before = self.outline.lines[at:]
        order = self._order(row)
        keys = (each.key if row.passage else each.section.value for each in before)
        target = next((key for key in keys if key in order), None)
        rest = [key for key in order if key != row.key]
        if target != row.key:
            rest.insert(rest.index(target) if target else len(rest), row.key)
            self._settle(row, rest)

    def _order(self, row: Row) -> list[str]:
        """The keys of the lines among which a line has its place."""
        dossier = self.work.dossier
        if dossier is None:
            return [row.key]
        if row.passage:
            return [passage.id for passage in texts_of(dossier, row.section)]
        return [section.value for section in in_order(dossier.edition.sections)]

    def _settle(self, row: Row, order: Sequence[str]) -> None:
        if order == self._order(row):
            return
        service = passages.order_passages if row.passage else passages.order_sections
        self.work.run(service, self.work.edition, order)
