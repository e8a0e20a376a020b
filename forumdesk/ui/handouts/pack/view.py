# SPDX-License-Identifier: MIT
"""The handout pack: tick sheets, say how many copies, and have all of them made in one run."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.packing import options_written
from forumdesk.handouts.options import Options
from forumdesk.handouts.pack.making import Pack
from forumdesk.handouts.pack.tickets import pack_options
from forumdesk.handouts.pack.usual import usual_pack, with_usual
from forumdesk.services.packing import (
    add_pack_sheet,
    change_pack_sheet,
    fill_pack,
    order_pack,
    remove_pack_sheets,
    tick_pack_sheets,
)
from forumdesk.ui.choices import ChoiceField
from forumdesk.ui.handouts.pack.maker import PackMaker
from forumdesk.ui.handouts.pack.model import NO_RUN, LastRun, PackModel
from forumdesk.ui.handouts.pack.table import PackTable
from forumdesk.ui.labels import button, label
from forumdesk.ui.workspace import Workspace

STATE_WIDTH = 160


class PackView(QWidget):
    """What is in the pack, and the button that makes it."""

    def __init__(self, work: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.work = work
        words = work.words
        self._run = NO_RUN
        self._edition = ""
        self._filling = False
        self.setProperty("look", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = PackModel(words, work.look)
        self.table = PackTable(self.model, words("Handout pack"))
        self.hint = label(look="muted", wrap=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.usual = label(look="muted", wrap=True)
        self.totals = label(look="small", wrap=True)
        self.changed_only = QCheckBox(words("Only what changed since it was printed"))
        self.state = ChoiceField(words("State"))
        self.state.setMinimumWidth(STATE_WIDTH)
        self.fill_button = button(words("Add the usual sheets"))
        self.up_button = button(words("Up"))
        self.down_button = button(words("Down"))
        self.remove_button = button(words("Remove"))
        self.make_button = button(words("&Make the pack…"), "first")
        self.maker = PackMaker(work)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        words = self.work.words
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(8)
        layout.addWidget(label(words("Handout pack"), "title"))
        said = words(
            "Every ticked sheet is written into one folder, with a cover list of copies and paper."
        )
        layout.addWidget(label(said, "muted", wrap=True))
        self.usual.setText(
            words(
                "These are the sheets that this edition usually needs. Untick what you can do"
                " without."
            )
        )
        layout.addWidget(self.usual)
        layout.addSpacing(4)
        layout.addLayout(
            _row(self.fill_button, None, self.up_button, self.down_button, self.remove_button)
        )
        self.hint.setText(
            words(
                "Nothing is in the pack yet. Give the edition sessions or participants, or choose"
                " a handout, set it as you want it, and add it to the pack."
            )
        )
        layout.addWidget(self.hint, 1)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.totals)
        layout.addSpacing(4)
        layout.addLayout(_row(self.changed_only, None, self.state, self.make_button))

    def _wire(self) -> None:
        self.model.ticked.connect(self._tick)
        self.model.counted.connect(self._count)
        self.table.removed.connect(self.remove_chosen)
        self.table.shifted.connect(self.move_chosen)
        self.fill_button.clicked.connect(self.fill)
        self.up_button.clicked.connect(partial(self.move_chosen, -1))
        self.down_button.clicked.connect(partial(self.move_chosen, 1))
        self.remove_button.clicked.connect(self.remove_chosen)
        self.make_button.clicked.connect(self.make)
        self.table.selectionModel().selectionChanged.connect(self._enable)
        self.maker.made.connect(self._made)
        self.work.printed.found.connect(self._refresh)
        self.work.jobs.progressed.connect(self._enable)

    # Showing

    def show_edition(self, dossier: Dossier) -> None:
        """Show the pack of an edition as it is now; the usual one where it has none of its own."""
        if dossier.edition.id != self._edition:
            self._edition, self._run = dossier.edition.id, NO_RUN
        self.model.editable = not self.work.desk.read_only
        newest = sorted(dossier.versions, key=lambda version: version.at, reverse=True)
        states = [("", self.work.words("As it is now")), *((v.id, v.name) for v in newest)]
        kept = self.state.currentData()
        self.state.show_value(kept if kept in dict(states) else "", states)
        self.state.setVisible(bool(newest))
        self._filling = True
        self.model.show(with_usual(dossier), self.work.printed.stale, self._run)
        self._filling = False
        self.table.setVisible(bool(self.model.lines))
        self.hint.setVisible(not self.model.lines)
        self.usual.setVisible(not dossier.pack and bool(self.model.lines))
        self.fill_button.setVisible(bool(dossier.pack))
        for each in (self.up_button, self.down_button, self.remove_button):
            each.setVisible(bool(self.model.lines))
        self.table.fit()
        self._tell_totals()
        self._enable()

    def _refresh(self) -> None:
        if self.work.dossier is not None and self.isVisible():
            self.show_edition(self.work.dossier)

    def _tell_totals(self) -> None:
        words = self.work.words
        count, copies, single, duplex = self.model.totals()
        said = [
            words.plural("{count} sheet ticked", "{count} sheets ticked", count),
            words.plural("{count} copy", "{count} copies", copies),
        ]
        if single:
            said.append(
                words(
                    "as last printed {single} sheets of paper, {duplex} on both sides",
                    single=single,
                    duplex=duplex,
                )
            )
        nothing = words("Nothing is ticked.") if self.model.lines else ""
        self.totals.setText(" · ".join(said) if count else nothing)

    def _enable(self) -> None:
        """Nothing is chosen for a moment while other lines come: a button would lose the focus."""
        if self._filling:
            return
        able = not self.work.desk.read_only
        chosen = bool(self.table.chosen())
        for each in (self.up_button, self.down_button, self.remove_button):
            each.setEnabled(able and chosen)
        self.fill_button.setEnabled(able)
        self.make_button.setEnabled(self.can_make())

    def can_make(self) -> bool:
        """Whether there is something to make, and nothing else at work."""
        return self.model.totals()[0] > 0 and self.work.jobs.current is None

    # What is in it

    def fill(self) -> None:
        """Put the sheets in that an edition like this one usually needs."""
        if (dossier := self.work.dossier) is None:
            return
        words, usual = self.work.words, usual_pack(dossier)
        if not usual:
            self.work.messages.tell(
                words("Nothing is usual yet: first give the edition sessions or participants.")
            )
        elif self.work.run(fill_pack, dossier.edition.id, usual) == []:
            self.work.messages.tell(words("The usual sheets are all in the pack."))

    def add(self, handout: str, options: Options) -> None:
        """Put a sheet in as it is asked for now."""
        if (dossier := self.work.dossier) is None:
            return
        self._settled()
        asked = options_written(pack_options(handout, options, dossier))
        done, _ = self.work.done(add_pack_sheet, dossier.edition.id, handout, options=asked)
        if done:
            self.work.messages.tell(self.work.words("It is in the handout pack."))

    def _settled(self, sheets: Sequence[str] = ()) -> list[str]:
        """Sheets as they are in the file: the usual ones are put there before any is changed."""
        dossier = self.work.dossier
        if dossier is None or dossier.pack:
            return list(sheets)
        shown = with_usual(dossier).pack
        usual = usual_pack(dossier)
        made = self.work.run(fill_pack, dossier.edition.id, usual) if usual else None
        ids = dict(zip((one.id for one in shown), (one.id for one in made or ()), strict=False))
        return [ids[sheet] for sheet in sheets if sheet in ids]

    def _tick(self, sheets: list[str], on: bool) -> None:
        if kept := self._settled(sheets):
            self.work.run(tick_pack_sheets, kept, ticked=on)

    def _count(self, sheet: str, copies: int) -> None:
        for kept in self._settled([sheet]):
            self.work.run(change_pack_sheet, kept, {"copies": copies})

    def remove_chosen(self) -> None:
        """Take the sheets chosen out of the pack."""
        if chosen := self._settled(self.table.chosen()):
            self.work.run(remove_pack_sheets, chosen)

    def move_chosen(self, by: int) -> None:
        """Move the sheets chosen up or down, together."""
        if chosen := self._settled(self.table.chosen()):
            every = [line.ticket.sheet.id for line in self.model.lines]
            self.work.run(order_pack, self._edition, _moved(every, chosen, by))
            self.table.choose(chosen)

    # Making

    def make(self) -> None:
        """Ask for a folder, and make the pack in a new one inside it."""
        dossier, words = self.work.dossier, self.work.words
        if dossier is None or not self.can_make():
            return
        where = self.work.messages.folder_path(words("Make the handout pack in"), self.work.folder)
        if where is not None:
            self.work.settings.change(folder=str(where))
            version = self.state.currentData() or ""
            self.maker.make(dossier, where, version, changed=self.changed_only.isChecked())

    def _made(self, pack: Pack) -> None:
        self._run = LastRun.of(pack)
        self._refresh()


def _row(*parts: QWidget | None) -> QHBoxLayout:
    """Widgets side by side; ``None`` is room between them."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return row


def _moved(every: Sequence[str], chosen: Sequence[str], by: int) -> list[str]:
    """The order with those chosen one place up or down, each past its neighbour not chosen."""
    order = list(every)
    places = range(len(order)) if by < 0 else range(len(order) - 1, -1, -1)
    for place in places:
        other = place + by
        if order[place] in chosen and 0 <= other < len(order) and order[other] not in chosen:
            order[place], order[other] = order[other], order[place]
    return order
