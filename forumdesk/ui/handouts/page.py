# SPDX-License-Identifier: MIT
"""The handouts page: gallery at the left, live pages in the middle, options at the right."""

from __future__ import annotations

import json
import tempfile
import weakref
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from forumdesk.domain.desk import ForumDeskError, News, Problem, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.records import Record
from forumdesk.domain.versions import Printing
from forumdesk.domain.words import N_, Phrase
from forumdesk.handouts.catalogue import HANDOUTS, handout, options_for, pdf_name
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.naming import write_whole
from forumdesk.handouts.options import Options, options_as_json, options_from
from forumdesk.handouts.result import Rendered
from forumdesk.handouts.stale import options_kept
from forumdesk.services.publishing import log_printing
from forumdesk.ui.actions import Command
from forumdesk.ui.choices import ChoiceField
from forumdesk.ui.completing import Completing
from forumdesk.ui.dates import moment
from forumdesk.ui.forms import captioned
from forumdesk.ui.handouts.form import OptionsForm
from forumdesk.ui.handouts.gallery import Gallery
from forumdesk.ui.handouts.printing import PrintRun
from forumdesk.ui.labels import button, hairline, label
from forumdesk.ui.pages import Page
from forumdesk.ui.problems import ProblemList, ProblemTable
from forumdesk.ui.sheets.press import Order
from forumdesk.ui.sheets.sheet import SheetView
from forumdesk.ui.workspace import Workspace

OPTIONS_WIDTH = 264
FINDINGS_HEIGHT = 108
PRINTINGS = 3  # of a handout, told of


class HandoutsPage(Page):
    """Choose a handout, set its options, look at it, print it or write it as PDF."""

    def __init__(self, work: Workspace) -> None:
        super().__init__(work)
        self.handout = HANDOUTS[0].name
        self._options: dict[str, Options] = {}
        self._edition = ""
        self._run: PrintRun | None = None
        self._completing = Completing(work)
        self.gallery = Gallery(work.words)
        self.sheet = SheetView(work, "handouts")
        self.findings = ProblemList(work.words, work.look)
        self.table = ProblemTable(self.findings, work.words("Before printing"))
        self.found = label(work.words("Before printing"), look="strong")
        self.printed = label(look="small", wrap=True)
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self.state = ChoiceField(work.words("State"))
        self._form_area = QScrollArea()
        self._forms: dict[str, OptionsForm] = {}
        self._lay_out()
        self.gallery.picked.connect(self.show_handout)
        self.sheet.made.connect(self._made)
        self.sheet.inspected.connect(self._inspected)
        self.table.wanted.connect(work.go)
        self.state.committed.connect(self.show_state)
        work.printed.found.connect(self._stale_found)

    def _lay_out(self) -> None:
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.gallery)
        outer.addWidget(hairline(vertical=True))
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.sheet, 1)
        middle.addWidget(self._findings())
        outer.addLayout(middle, 1)
        outer.addWidget(hairline(vertical=True))
        outer.addWidget(self._side())

    def _findings(self) -> QWidget:
        holder = QWidget()
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
        side = QWidget()
        side.setFixedWidth(OPTIONS_WIDTH)
        side.setProperty("look", "window")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._form_area.setWidgetResizable(True)
        self._form_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout.addWidget(self._shown_state())
        layout.addWidget(self._form_area, 1)
        layout.addWidget(hairline())
        doing = QVBoxLayout()
        doing.setContentsMargins(16, 12, 16, 12)
        doing.setSpacing(8)
        self.export_button = button(words("&Export PDF…"), "first")
        self.export_button.clicked.connect(self.export)
        self.print_button = button(words("&Print…"))
        self.print_button.clicked.connect(self.print)
        self.view_button = button(words("Open in the s&ystem’s viewer"))
        self.view_button.clicked.connect(self.open_outside)
        self.cancel_button = button(words("Cancel printing"))
        self.cancel_button.clicked.connect(self.cancel)
        self.cancel_button.hide()
        made = (self.export_button, self.print_button, self.cancel_button, self.view_button)
        for each in (*made, self.printed):
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

    # Showing

    def show_edition(self, dossier: Dossier) -> None:
        """Set the handout chosen, for this edition as it is now."""
        if dossier.edition.id != self._edition:
            self._edition = dossier.edition.id
            self._options = self._remembered(dossier)
        if self.options.since not in {version.id for version in dossier.versions}:
            self._options[self.handout] = replace(self.options, since="")  # it was undone
        if self.options.agreement not in {agreement.id for agreement in dossier.agreements}:
            self._options[self.handout] = replace(self.options, agreement="")
        self._show_states(dossier)
        self._show_form(dossier)
        self._order(dossier)

    def heed(self, news: News, dossier: Dossier) -> None:
        """A step was done; noting a printing changes nothing on paper."""
        kinds: set[type[Record]] = set(news.changes)
        if kinds != {Printing}:
            self.show_edition(dossier)
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
        sheets of a signing it names the agreement, for seating plans the plan.
        """
        dossier = self.work.dossier
        if dossier is None or subject.id not in [each.name for each in HANDOUTS]:
            return False
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
        if self.work.dossier is not None:
            self.show_edition(self.work.dossier)

    @property
    def options(self) -> Options:
        """The options of the handout chosen."""
        return self._options[self.handout]

    def _show_form(self, dossier: Dossier) -> None:
        self.gallery.mark(self.handout)
        if self.handout not in self._forms:
            form = OptionsForm(self.work.words, handout(self.handout).questions)
            form.setContentsMargins(16, 16, 16, 16)
            form.changed.connect(self.change_options)
            self._forms[self.handout] = form
        form = self._forms[self.handout]
        if self._form_area.widget() is not form:
            if (before := self._form_area.takeWidget()) is not None:
                before.setParent(self)
                before.hide()
            self._form_area.setWidget(form)
            form.show()
        form.show_options(self.options, dossier)

    def form(self) -> OptionsForm:
        """The form of the handout chosen."""
        return self._forms[self.handout]

    def change_options(self, options: Options) -> None:
        """Other options for the handout chosen; they are remembered for the edition."""
        self._options[self.handout] = options
        if self.work.dossier is not None:
            self._remember(self.work.dossier)
            self._order(self.work.dossier)

    def _order(self, dossier: Dossier) -> None:
        self._enable(False)
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
        return self.sheet.rendered is not None and self._run is None

    def _made(self, rendered: Rendered) -> None:
        self._enable(self.is_ready())
        if self.work.dossier is not None:
            self._show_printed(self.work.dossier)

    def _show_printed(self, dossier: Dossier) -> None:
        """When this handout was produced, the newest first, and whether it has changed since."""
        found = [p for p in dossier.printings if p.handout == self.handout]
        newest = sorted(found, key=lambda printing: printing.at, reverse=True)[:PRINTINGS]
        self.printed.setText("\n".join(self._said_of(printing) for printing in newest))
        self.printed.setVisible(bool(newest))

    def _stale_found(self) -> None:
        if self.work.dossier is not None and self._run is None:
            self._show_printed(self.work.dossier)

    def _said_of(self, printing: Printing) -> str:
        words = self.work.words
        said = words.plural(
            "Printed {at} · {count} page",
            "Printed {at} · {count} pages",
            printing.pages,
            at=moment(printing.at, words),
        )
        if printing.id in self.work.printed.stale:
            since = words("changed since")
            said = f"{said} · {since}"
        return said

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

    def _remembered(self, dossier: Dossier) -> dict[str, Options]:
        """The options kept for this edition; what does not fit any more is as at first."""
        start = options_for(dossier)
        kept = self.work.settings.choices.handouts.get(dossier.edition.id, "{}")
        found: dict[str, Options] = {}
        for each in HANDOUTS:
            try:
                found[each.name] = options_from(json.loads(kept).get(each.name, {}), start)
            except (ForumDeskError, ValueError, AttributeError):
                found[each.name] = start
        return found

    def _remember(self, dossier: Dossier) -> None:
        start = options_as_json(options_for(dossier))
        kept = {
            name: {k: v for k, v in options_as_json(options).items() if v != start.get(k)}
            for name, options in self._options.items()
        }
        known = self.work.settings.choices.handouts
        all_kept = {**known, dossier.edition.id: json.dumps(kept)}
        self.work.settings.change(handouts=all_kept)

    def place(self) -> Mapping[str, str]:
        """The handout chosen."""
        return {"handout": self.handout}

    def restore(self, place: Mapping[str, str]) -> None:
        """Go back to a handout."""
        if place.get("handout") in [each.name for each in HANDOUTS]:
            self.show_handout(place["handout"])

    # Doing

    def _name(self) -> str:
        dossier = self.work.dossier
        if dossier is None:
            return f"{self.handout}.pdf"
        state = [v.name for v in dossier.versions if v.id == self._state]
        return pdf_name(dossier, self.handout, *state)

    def export(self) -> None:
        """Write the sheet as PDF where the user says."""
        rendered = self.sheet.rendered
        if rendered is None:
            return
        words = self.work.words
        folder = self.work.folder
        suggested = folder / self._name()
        path = self.work.messages.save_path(words("Export PDF"), suggested, "PDF (*.pdf)")
        if path is None:
            return
        path = path if path.suffix else path.with_suffix(".pdf")
        try:
            write_whole(path, rendered.data)
        except ForumDeskError as error:
            self.work.messages.refuse(error)
            return
        self.work.settings.change(folder=str(path.parent))
        self._log(rendered)
        self.work.messages.tell(words("Written: {path}", path=str(path)))

    def open_outside(self) -> None:
        """Show the very file in the system's viewer."""
        if (rendered := self.sheet.rendered) is None:
            return
        if self._folder is None:
            # Goes with the program; a viewer that still shows the file has it open.
            self._folder = tempfile.TemporaryDirectory(prefix="forumdesk-")
            weakref.finalize(self, self._folder.cleanup)
        path = Path(self._folder.name) / self._name()
        try:
            write_whole(path, rendered.data)
        except ForumDeskError as error:
            self.work.messages.refuse(error)
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def print(self) -> None:
        """Ask the system's dialog where to print, and print."""
        if self.sheet.rendered is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._name())
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, self.sheet.rendered.pages)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Print the sheet shown."""
        rendered = self.sheet.rendered
        if rendered is None:
            return
        self._run = PrintRun(self.work.press, self.sheet.place, printer)
        self._run.ended.connect(lambda pages: self._printed(rendered, pages))
        self._run.failed.connect(self._not_printed)
        self._run.cancelled.connect(self._cancelled)
        self._run.went_on.connect(self._went_on)
        self._enable(False)
        self.print_button.hide()
        self.cancel_button.show()
        self._went_on(0, rendered.pages)
        self._run.start(rendered.pages)

    def _went_on(self, done: int, pages: int) -> None:
        words = self.work.words
        self.printed.setText(words("Printing: page {page} of {pages}", page=done, pages=pages))
        self.printed.show()

    def cancel(self) -> None:
        """Stop printing."""
        if self._run is not None:
            self._run.cancel()

    def _cancelled(self) -> None:
        self._end_run()
        self.work.messages.tell(self.work.words("Printing was cancelled."))

    def _printed(self, rendered: Rendered, pages: int) -> None:
        self._end_run()
        self._log(rendered)
        words = self.work.words
        self.work.messages.tell(
            words.plural("{count} page printed", "{count} pages printed", pages)
        )

    def _not_printed(self, phrase: Phrase) -> None:
        self._end_run()
        self.work.messages.refuse(ForumDeskError(phrase.message, **dict(phrase.values)))

    def _end_run(self) -> None:
        run, self._run = self._run, None
        if run is not None:
            run.deleteLater()
        self.print_button.show()
        self.cancel_button.hide()
        self._enable(self.is_ready())
        if self.work.dossier is not None:
            self._show_printed(self.work.dossier)

    def _log(self, rendered: Rendered) -> None:
        if self.work.editable and self.work.edition:
            self.work.run(
                log_printing,
                *(self.work.edition, self.handout),
                version=self.sheet.said.version,
                pages=rendered.pages,
                digest=self.sheet.said.digest,
                options=options_kept(self.options),
                cards=dict(self.sheet.said.cards),
            )


HandoutsPage.commands = (
    Command(
        "handouts.export",
        N_("&Export PDF…"),
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
)
