# SPDX-License-Identifier: MIT
"""The handouts page: gallery at the left, live pages in the middle, options at the right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from forumdesk.domain.desk import News, Problem, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.printed import PackSheet
from forumdesk.domain.records import Record
from forumdesk.domain.versions import Printing
from forumdesk.domain.words import N_
from forumdesk.handouts.catalogue import HANDOUTS, handout, options_for, pdf_name
from forumdesk.handouts.contents.booklet import pages_named
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.options import Options
from forumdesk.handouts.result import Rendered
from forumdesk.ui.actions import Command
from forumdesk.ui.choices import ChoiceField
from forumdesk.ui.completing import Completing
from forumdesk.ui.forms import captioned
from forumdesk.ui.handouts.form import OptionsForm
from forumdesk.ui.handouts.gallery import Gallery
from forumdesk.ui.handouts.output import Output, Shown
from forumdesk.ui.handouts.printings import printings_said
from forumdesk.ui.handouts.remembering import remember, remembered
from forumdesk.ui.labels import button, hairline, label
from forumdesk.ui.pages import Page
from forumdesk.ui.problems import ProblemList, ProblemTable
from forumdesk.ui.sheets.press import Order
from forumdesk.ui.sheets.sheet import SheetView
from forumdesk.ui.themes.opening import EDIT_THEMES, edit_themes
from forumdesk.ui.workspace import Workspace

if TYPE_CHECKING:
    from forumdesk.ui.handouts.pack.view import PackView

OPTIONS_WIDTH = 264
FINDINGS_HEIGHT = 108


class HandoutsPage(Page):
    """Choose a handout, set its options, look at it, print it or write it as PDF."""

    def __init__(self, work: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(work, parent)
        self.handout = HANDOUTS[0].name
        self._options: dict[str, Options] = {}
        self._edition = ""
        self._completing = Completing(work)
        # From outside in: what gets another parent is dressed anew with all in it.
        self._left_side = QWidget(self)
        self._views = QStackedWidget(self)
        self._on_sheet = QWidget(self._views)
        self.sheet = SheetView(work, "handouts", parent=self._on_sheet)
        self.gallery = Gallery(work, self.sheet, self._left_side)
        self.findings = ProblemList(work.words, work.look)
        self.table = ProblemTable(self.findings, work.words("Before printing"), wraps=True)
        self.found = label(work.words("Before printing"), look="strong")
        self.printed = label(look="small", wrap=True)
        self._pack: PackView | None = None
        self.output = Output(work, self.sheet, self._shown)
        self.state = ChoiceField(work.words("State"))
        self._form_areas = QStackedWidget(self._on_sheet)
        self._forms: dict[str, tuple[OptionsForm, QScrollArea]] = {}
        self._lay_out()
        self.gallery.picked.connect(self.show_handout)
        self.sheet.made.connect(self._made)
        self.output.changed.connect(self._printing)
        self.output.went_on.connect(self._went_on)
        self.sheet.inspected.connect(self._inspected)
        self.table.wanted.connect(work.go)
        self.state.committed.connect(self.show_state)
        work.printed.found.connect(self._stale_found)

    def _lay_out(self) -> None:
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._left())
        outer.addWidget(hairline(vertical=True))
        self._views.addWidget(self._sheet_view())
        outer.addWidget(self._views, 1)

    def _left(self) -> QWidget:
        """The gallery, and the pack at its foot."""
        holder = self._left_side
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.gallery, 1)
        layout.addWidget(hairline())
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 12, 16, 12)
        self.pack_button = button(self.work.words("Handout pac&k"))
        self.pack_button.setCheckable(True)
        self.pack_button.clicked.connect(self.show_pack)
        foot.addWidget(self.pack_button)
        layout.addLayout(foot)
        return holder

    def _sheet_view(self) -> QWidget:
        """The sheet chosen, what was found in it, and what is asked of it."""
        holder = self._on_sheet
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.sheet, 1)
        middle.addWidget(self._findings())
        row.addLayout(middle, 1)
        row.addWidget(hairline(vertical=True))
        row.addWidget(self._side())
        return holder

    def _findings(self) -> QWidget:
        holder = QWidget(self._on_sheet)
        holder.setProperty("look", "window")
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(hairline())
        self.found.setContentsMargins(16, 8, 16, 8)
        layout.addWidget(self.found)
        body = QHBoxLayout()
        body.setContentsMargins(12, 0, 4, 8)
        body.addWidget(self.table)
        layout.addLayout(body)
        self.table.setFixedHeight(FINDINGS_HEIGHT)
        self.table.hide()
        return holder

    def _side(self) -> QWidget:
        words = self.work.words
        side = QWidget(self._on_sheet)
        side.setFixedWidth(OPTIONS_WIDTH)
        side.setProperty("look", "window")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._shown_state())
        layout.addWidget(self._form_areas, 1)
        layout.addWidget(hairline())
        doing = QVBoxLayout()
        doing.setContentsMargins(16, 12, 16, 12)
        doing.setSpacing(8)
        self.export_button = button(words("Export P&DF…"), "first")
        self.export_button.clicked.connect(self.export)
        self.print_button = button(words("&Print…"))
        self.print_button.clicked.connect(self.print)
        self.view_button = button(words("Open in the s&ystem’s viewer"))
        self.view_button.clicked.connect(self.open_outside)
        self.cancel_button = button(words("Cancel printing"))
        self.cancel_button.clicked.connect(self.output.cancel)
        self.cancel_button.hide()
        self.add_button = button(words("&Add to the pack"))
        self.add_button.clicked.connect(self.add_to_pack)
        self.add_button.setEnabled(not self.work.desk.read_only)
        made = (self.export_button, self.print_button, self.cancel_button, self.view_button)
        for each in (*made, self.add_button, self.printed):
            doing.addWidget(each)
        layout.addLayout(doing)
        return side

    def _shown_state(self) -> QWidget:
        """Which state is printed, where there is a choice."""
        words = self.work.words
        holder = captioned(words("State"), self.state)
        holder.setContentsMargins(16, 12, 16, 0)
        self.state.setToolTip(words("Print the edition as it is now, or as it was published."))
        self._states = holder
        return holder

    # The pack

    @property
    def pack(self) -> PackView:
        """The handout pack, made when it is first asked for."""
        if self._pack is None:
            from forumdesk.ui.handouts.pack.view import PackView  # noqa: PLC0415 - not at first

            self._pack = PackView(self.work, self._views)
            self._views.addWidget(self._pack)
        return self._pack

    @property
    def in_pack(self) -> bool:
        """Whether the pack is shown instead of a sheet."""
        return self._pack is not None and self._views.currentWidget() is self._pack

    def show_pack(self) -> None:
        """Show the handout pack."""
        self._views.setCurrentWidget(self.pack)
        self.gallery.unmark()
        self.pack_button.setChecked(True)
        if self.work.dossier is not None:
            self.pack.show_edition(self.work.dossier)
        self.commandsChanged.emit()

    def add_to_pack(self) -> None:
        """Put the sheet shown into the pack, as it is asked for now."""
        self.pack.add(self.handout, self.options)

    # Showing

    def show_edition(self, dossier: Dossier) -> None:
        """Set the handout chosen, for this edition as it is now."""
        if dossier.edition.id != self._edition:
            self._edition = dossier.edition.id
            self._options = remembered(self.work.settings, dossier)
        if self.options.since not in {version.id for version in dossier.versions}:
            self._options[self.handout] = replace(self.options, since="")  # it was undone
        if self.options.agreement not in {agreement.id for agreement in dossier.agreements}:
            self._options[self.handout] = replace(self.options, agreement="")
        if self.in_pack:
            self.pack.show_edition(dossier)
            self.gallery.show_edition(dossier, self._options)
            return
        self._show_states(dossier)
        self._show_form(dossier)
        self._order(dossier)

    def heed(self, news: News, dossier: Dossier) -> None:
        """A step was done; noting a printing changes nothing on paper."""
        kinds: set[type[Record]] = set(news.changes)
        if not kinds <= {Printing, PackSheet}:
            self.show_edition(dossier)
        elif self.in_pack:
            self.pack.show_edition(dossier)
        else:
            self._show_printed(dossier)

    def _show_states(self, dossier: Dossier) -> None:
        newest = sorted(dossier.versions, key=lambda version: version.at, reverse=True)
        states = [("", self.work.words("As it is now")), *((v.id, v.name) for v in newest)]
        kept = self.state.currentData()
        self.state.show_value(kept if kept in dict(states) else "", states)
        self._states.setVisible(bool(newest) and not handout(self.handout).compares)

    @property
    def _state(self) -> str:
        """The version that is printed; none where editions are compared as they are now."""
        return "" if handout(self.handout).compares else self.state.currentData() or ""

    def show_state(self, version: str) -> None:
        """Print a version by its id, or with ``""`` the present."""
        self.state.show_value(version)
        if self.work.dossier is not None:
            self._order(self.work.dossier)

    def select(self, subject: Subject) -> bool:
        """Choose a handout by its name.

        The field may name two versions, by id with a space between them: the one that a
        correction slip corrects, and the state that is printed (nothing: the present). For the
        sheets of a signing it names the agreement, for seating plans the plan. ``print`` means
        the button: what was printed once is to be printed again.
        """
        dossier = self.work.dossier
        if dossier is None or subject.id not in [each.name for each in HANDOUTS]:
            return False
        if subject.field == "print":
            self.print_button.setFocus()
            if self.handout != subject.id or self.in_pack:
                self.show_handout(subject.id)
            return True
        since, _, state = subject.field.partition(" ")
        kept = self._options.get(subject.id) or options_for(dossier)
        if "agreement" in handout(subject.id).options:
            self._options[subject.id] = replace(kept, agreement=subject.field)
        elif "plan" in handout(subject.id).options:
            self._options[subject.id] = replace(kept, plan=subject.field)
        elif subject.field:
            self._options[subject.id] = replace(kept, since=since)
            self.state.show_value(state)
        self.show_handout(subject.id)
        return True

    def show_handout(self, name: str) -> None:
        """Choose a handout."""
        self.handout = name
        self._views.setCurrentIndex(0)
        self.pack_button.setChecked(False)
        if self.work.dossier is not None:
            self.show_edition(self.work.dossier)

    @property
    def options(self) -> Options:
        """The options of the handout chosen."""
        return self._options[self.handout]

    def _show_form(self, dossier: Dossier) -> None:
        self.gallery.mark(self.handout)
        form, area = self._form_of(self.handout)
        form.show_options(self.options, dossier)
        self._form_areas.setCurrentWidget(area)

    def form(self) -> OptionsForm:
        """The form of the handout chosen."""
        return self._form_of(self.handout)[0]

    def _form_of(self, name: str) -> tuple[OptionsForm, QScrollArea]:
        """The form of a handout and where it is scrolled, made when it is first wanted."""
        if name not in self._forms:
            area = QScrollArea(self._form_areas)
            area.setWidgetResizable(True)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have it
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            form = OptionsForm(self.work.words, handout(name).questions, area.viewport())
            form.setContentsMargins(16, 16, 16, 16)
            form.changed.connect(self.change_options)
            form.themesWanted.connect(lambda: edit_themes(self))
            area.setWidget(form)
            self._form_areas.addWidget(area)
            self._forms[name] = form, area
        return self._forms[name]

    def change_options(self, options: Options) -> None:
        """Other options for the handout chosen; they are remembered for the edition."""
        self._options[self.handout] = options
        if self.work.dossier is not None:
            remember(self.work.settings, self.work.dossier, self._options)
            self._order(self.work.dossier)

    def set_all_in(self, theme: str) -> None:
        """Set every handout in a theme."""
        self._options = {name: replace(of, theme=theme) for name, of in self._options.items()}
        self.change_options(self.options)

    def _order(self, dossier: Dossier) -> None:
        self.sheet.expect_order()
        self._enable(False)
        self.gallery.show_edition(dossier, self._options)
        self._completing.give(dossier, handout(self.handout), self._send)

    def _send(self, dossier: Dossier) -> None:
        imprint = Imprint(at=self.work.desk.now())
        self.sheet.show_order(Order(self.handout, dossier, self.options, imprint, self._state))
        self._enable(False)

    def _enable(self, ready: bool) -> None:
        for each in (self.export_button, self.print_button, self.view_button):
            each.setEnabled(ready)
        self.commandsChanged.emit()

    def is_ready(self) -> bool:
        """Whether the sheet is set as it is now."""
        ready = self.sheet.rendered is not None and not self.output.printing
        return ready and not self.in_pack

    def _made(self, rendered: Rendered) -> None:
        self._enable(self.is_ready())
        if self.work.dossier is not None:
            self._show_printed(self.work.dossier)

    def _show_printed(self, dossier: Dossier) -> None:
        """When this handout was produced, the newest first, and whether it has changed since."""
        stale = self.work.printed.stale
        said = printings_said(dossier, self.handout, stale, self.work.words)
        self.printed.setText(said)
        self.printed.setVisible(bool(said))

    def _stale_found(self) -> None:
        if self.work.dossier is not None and not self.output.printing:
            self._show_printed(self.work.dossier)

    def _inspected(self, problems: list[Problem]) -> None:
        words = self.work.words
        self.findings.replace(tuple(p for p in problems if not p.acknowledged))
        count = self.findings.rowCount()
        self.found.setText(
            words.plural("{count} thing to look at", "{count} things to look at", count)
            if count
            else words("Nothing to look at before printing")
        )
        self.table.setVisible(count > 0)

    # Remembering

    def place(self) -> Mapping[str, str]:
        """The handout chosen, or the pack."""
        shown = {"pack": "shown"} if self.in_pack else {}
        return {"handout": self.handout, **shown}

    def restore(self, place: Mapping[str, str]) -> None:
        """Go back to a handout."""
        if place.get("handout") in [each.name for each in HANDOUTS]:
            self.show_handout(place["handout"])
        if place.get("pack"):
            self.show_pack()

    # Doing

    def _shown(self) -> Shown:
        """What is written and printed: the sheet shown."""
        return Shown(self.handout, self.options, self._name())

    def _name(self) -> str:
        dossier = self.work.dossier
        if dossier is None:
            return f"{self.handout}.pdf"
        state = [v.name for v in dossier.versions if v.id == self._state]
        return pdf_name(dossier, self.handout, *pages_named(self.handout, self.options), *state)

    def export(self) -> None:
        """Write the sheet as PDF where the user says."""
        self.output.export()

    def open_outside(self) -> None:
        """Show the very file in the system's viewer."""
        self.output.open_outside()

    def print(self) -> None:
        """Ask the system's dialog where to print, and print."""
        self.output.print()

    def _printing(self) -> None:
        """Printing began or ended."""
        printing = self.output.printing
        self.print_button.setVisible(not printing)
        self.cancel_button.setVisible(printing)
        self._enable(self.is_ready())
        if self.work.dossier is not None and not printing:
            self._show_printed(self.work.dossier)

    def _went_on(self, said: str) -> None:
        self.printed.setText(said)
        self.printed.show()


HandoutsPage.commands = (
    Command(
        "handouts.export",
        N_("Export P&DF…"),
        lambda page: page.export(),
        "page",
        0,
        "Ctrl+E",
        "export",
        lambda page: page.is_ready(),
    ),
    Command(
        "handouts.print",
        N_("&Print…"),
        lambda page: page.print(),
        "page",
        0,
        "Ctrl+P",
        "print",
        lambda page: page.is_ready(),
    ),
    Command(
        "handouts.view",
        N_("Open in the s&ystem’s viewer"),
        lambda page: page.open_outside(),
        "page",
        0,
        enabled=lambda page: page.is_ready(),
    ),
    EDIT_THEMES,
    Command(
        "handouts.pack",
        N_("Handout pac&k"),
        lambda page: page.show_pack(),
        "page",
        1,
        enabled=lambda page: not page.in_pack,
    ),
    Command(
        "handouts.add-to-pack",
        N_("&Add to the pack"),
        lambda page: page.add_to_pack(),
        "page",
        1,
        enabled=lambda page: page.is_ready(),
        edits=True,
    ),
    Command(
        "handouts.make-pack",
        N_("&Make the pack…"),
        lambda page: page.pack.make(),
        "page",
        1,
        enabled=lambda page: page.in_pack and page.pack.can_make(),
    ),
)
