# SPDX-License-Identifier: MIT
"""The window in which a list of people is taken in: its columns, then what becomes of each row.

Nothing is changed before *Import*: reading and matching work on values, beside the window.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.headings import from_lines, signature, to_lines
from forumdesk.domain.intake import ImportReport
from forumdesk.domain.list_plan import Action, Plan, Verdict
from forumdesk.domain.words import N_, Words
from forumdesk.exchange.tables import Choices
from forumdesk.services.listing import headings_remembered, import_list, known_for
from forumdesk.store.backups import BEFORE_IMPORT
from forumdesk.ui.background import Background
from forumdesk.ui.choices import ChoiceField
from forumdesk.ui.directory.card import languages_of
from forumdesk.ui.forms import captioned
from forumdesk.ui.intake.deciding import DecidingView
from forumdesk.ui.intake.mapping import MappingView
from forumdesk.ui.intake.source import Drafted, Look, Source, draft_cards, draft_table, look_at
from forumdesk.ui.intake.verdicts import WIDTHS, VerdictModel, verdict_said
from forumdesk.ui.jobs import Job
from forumdesk.ui.labels import button, label, relook
from forumdesk.ui.messages import Banner, said_anew
from forumdesk.ui.tokens import ROW
from forumdesk.ui.workspace import Workspace

SIZE = (1060, 700)
_ENCODINGS = ("utf-8", "cp949", "utf-16", "shift_jis", "cp1252")
_DELIMITERS = ((",", N_("Comma")), (";", N_("Semicolon")), ("\t", N_("Tab")))
_FIRST, _SECOND = 0, 1


class IntakeDialog(QDialog):
    """Two steps: what the columns mean, and what becomes of the rows."""

    def __init__(self, work: Workspace, source: Source, parent: QWidget) -> None:
        super().__init__(parent)
        self.work, self.source = work, source
        self._choices = Choices()
        self._found: Look | None = None
        self._drafted: Drafted | None = None
        self._thread: Background | None = None
        self._asked: dict[QWidget, QWidget] = {}
        words = work.words
        self.setWindowTitle(words("Import “{name}”", name=source.name))
        self.resize(*SIZE)
        self.goal = ChoiceField(words("Into"), self._goals())
        self.goal.show_value(work.edition or None)
        self.goal.committed.connect(lambda _: self._redo())
        self.encoding = ChoiceField(words("Characters"), [(e, e.upper()) for e in _ENCODINGS])
        self.delimiter = ChoiceField(words("Between columns"), self._delimiters())
        self.sheet = ChoiceField(words("Sheet"))
        self.mapping = MappingView(work, languages_of(work))
        self.model = VerdictModel(work.look, words)
        self.table = QTableView()
        self.deciding = DecidingView(work)
        self.chips = QHBoxLayout()
        self.said = label(look="muted", wrap=True)
        self.back = button(words("&Back"))
        self.on = button(words("&Next"), "first")
        self.steps = QStackedWidget()
        self._lay_out()
        self._wire()

    def _goals(self) -> list[tuple[object, str]]:
        words = self.work.words
        goals: list[tuple[object, str]] = []
        if self.work.dossier is not None:
            title = words.text(self.work.dossier.title)
            goals.append((self.work.edition, words("Participants of {edition}", edition=title)))
        goals.append((None, words("The directory of people only")))
        return goals

    def _delimiters(self) -> list[tuple[object, str]]:
        return [(sign, self.work.words(name)) for sign, name in _DELIMITERS]

    # Building

    def _lay_out(self) -> None:
        words = self.work.words
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 16)
        outer.setSpacing(12)
        outer.addWidget(self.said)
        self.steps.addWidget(self._first_step())
        self.steps.addWidget(self._second_step())
        outer.addWidget(self.steps, 1)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addStretch(1)
        cancel = button(words("Cancel"))
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        row.addWidget(self.on)
        outer.addLayout(row)

    def _first_step(self) -> QWidget:
        step = QWidget()
        column = QVBoxLayout(step)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(12)
        for field, share in (
            (self.goal, 2),
            (self.encoding, 1),
            (self.delimiter, 1),
            (self.sheet, 1),
        ):
            self._asked[field] = captioned(field.accessibleName(), field)
            row.addWidget(self._asked[field], share)
        column.addLayout(row)
        column.addWidget(self.mapping, 1)
        return step

    def _second_step(self) -> QWidget:
        step = QWidget()
        column = QVBoxLayout(step)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.chips.setSpacing(6)
        column.addLayout(self.chips)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        self._dress_table()
        split.addWidget(self.table)
        split.addWidget(self.deciding)
        split.setSizes([360, 190])
        split.setStretchFactor(0, 1)
        column.addWidget(split, 1)
        return step

    def _dress_table(self) -> None:
        self.table.setModel(self.model)
        self.table.setProperty("look", "boxed")
        self.table.setAccessibleName(self.work.words("Rows of the list"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(ROW)
        self.table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.table.horizontalHeader().setHighlightSections(False)
        for column, width in enumerate(WIDTHS):
            self.table.setColumnWidth(column, width)
        self.table.horizontalHeader().setStretchLastSection(True)

    def _wire(self) -> None:
        self.encoding.committed.connect(lambda value: self._read(encoding=str(value)))
        self.delimiter.committed.connect(lambda value: self._read(delimiter=str(value)))
        self.sheet.committed.connect(lambda value: self._read(sheet=str(value)))
        self.table.selectionModel().currentChanged.connect(self._show_row)
        self.deciding.decided.connect(self._decided)
        self.back.clicked.connect(lambda: self._show_step(_FIRST))
        self.on.clicked.connect(self._go_on)
        self.finished.connect(self._stop)

    # Reading

    def begin(self) -> None:
        """Read the list and open."""
        self._show_step(_FIRST)
        if self.source.is_cards:
            self._draft()
        else:
            self._read()
        self.open()

    def _read(self, **choices: str) -> None:
        """Look at the table, as it was chosen to be read."""
        chosen: dict[str, Any] = dict(choices)
        self._choices = replace(self._choices, **chosen)
        self._run(partial(look_at, self.source, self._choices), self._read_now)

    def _read_now(self, look: Look) -> None:
        self._found = look
        form = look.table.form
        found = form.encoding or "utf-8"
        encodings = dict.fromkeys((found, *_ENCODINGS))
        self.encoding.show_value(found, [(name, name.upper()) for name in encodings])
        self.delimiter.show_value(form.delimiter)
        self.sheet.show_value(form.sheet, [(name, name) for name in form.sheets])
        of_file = self.source.path is not None
        self._asked[self.encoding].setVisible(bool(form.encoding) and of_file)
        self._asked[self.delimiter].setVisible(bool(form.delimiter) and of_file)
        self._asked[self.sheet].setVisible(len(form.sheets) > 1)
        remembered = headings_remembered(self.work.desk, signature(look.table.headings))
        self.mapping.show_look(look, from_lines(remembered) if remembered else look.guessed)
        self._say(self._about(look))
        self.on.setEnabled(True)

    def _about(self, look: Look) -> str:
        words = self.work.words
        told = [finding.phrase.said(words) for finding in look.table.findings[:3]]
        if not look.table.form.sure:
            told.append(words("Please look whether the characters are right."))
        first = words("What do the columns mean? Each is guessed and can be changed.")
        return " ".join((first, *told))

    def _redo(self) -> None:
        if self.source.is_cards:
            self._draft()

    def _draft(self) -> None:
        """Find out what would become of each row."""
        self._say(self.work.words("Comparing the list with the people there are…"))
        known = known_for(self.work.desk, self._edition(), self.source.name)
        if self.source.is_cards:
            work: Callable[[], Drafted] = partial(draft_cards, self.source, known)
        else:
            assert self._found is not None
            work = partial(draft_table, self._found, self.mapping.mapping(), known)
        self._run(work, self._drafted_now)

    def _edition(self) -> str | None:
        return self.goal.currentData()  # type: ignore[no-any-return] # an id or None

    def _drafted_now(self, drafted: Drafted) -> None:
        self._drafted = drafted
        self.model.show(drafted.plan)
        self._show_step(_SECOND)
        doubtful = drafted.plan.counts[Verdict.DOUBTFUL]
        self._filter(Verdict.DOUBTFUL if doubtful else None)

    def _run(self, work: Callable[[], Any], finished: Callable[[Any], object]) -> None:
        """Work on values beside the window; the step waits for it."""
        self._stop()
        self.on.setEnabled(False)
        self._thread = Background(work, self)
        self._thread.finished.connect(finished)
        self._thread.failed.connect(self._failed)
        self._thread.start()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, ForumDeskError):
            raise error
        self._say(error.said(self.work.words), "danger")

    def _stop(self) -> None:
        if self._thread is not None:
            self._thread.drop()
            self._thread = None

    # Steps

    def _say(self, text: str, look: str = "muted") -> None:
        self.said.setText(text)
        relook(self.said, look)

    def _show_step(self, step: int) -> None:
        words = self.work.words
        self.steps.setCurrentIndex(step)
        self.back.setVisible(step == _SECOND and not self.source.is_cards)
        self.on.setText(words("&Import") if step == _SECOND else words("&Next"))
        self.on.setEnabled(step == _SECOND or self._found is not None)
        if step == _SECOND:
            self._show_plan()
        elif self._found is not None:
            self._say(self._about(self._found))

    def _go_on(self) -> None:
        if self.steps.currentIndex() == _FIRST:
            self._draft()
        else:
            self._import()

    # What becomes of the rows

    def _show_plan(self) -> None:
        assert self._drafted is not None
        words, plan = self.work.words, self._drafted.plan
        counts = plan.counts
        open_ = sum(r.verdict is Verdict.DOUBTFUL and not r.chosen for r in plan.rows)
        told = [
            words.plural("{count:,} row is read.", "{count:,} rows are read.", len(plan.rows)),
            *(f.phrase.said(words) for f in self._drafted.findings[:3]),
        ]
        if plan.organizations:
            told.append(
                words.plural(
                    "{count:,} organization is new and will be added.",
                    "{count:,} organizations are new and will be added.",
                    len(plan.organizations),
                )
            )
        if plan.sides:
            told.append(words("There is no side called {names}.", names=", ".join(plan.sides[:5])))
        if open_:
            told.append(
                words.plural(
                    "{count:,} row is doubtful: say who it is, or it is left out.",
                    "{count:,} rows are doubtful: say who they are, or they are left out.",
                    open_,
                )
            )
        self._say(" ".join(told))
        self._show_chips(counts)
        self.on.setEnabled(any(row.action is not Action.LEAVE for row in plan.rows))

    def _show_chips(self, counts: Mapping[Verdict, int]) -> None:
        while (item := self.chips.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        words = self.work.words
        self._chip(words("All"), len(self.model.plan.rows), None)
        for verdict, count in counts.items():
            if count:
                self._chip(verdict_said(verdict, words), count, verdict)
        self.chips.addStretch(1)

    def _chip(self, text: str, count: int, verdict: Verdict | None) -> QPushButton:
        chip = button(f"{text} {count:,}")
        chip.setCheckable(True)
        chip.setChecked(self.model.only == verdict)
        chip.clicked.connect(lambda: self._filter(verdict))
        self.chips.addWidget(chip)
        return chip

    def _filter(self, verdict: Verdict | None) -> None:
        self.model.show(self.model.plan, verdict)
        self._show_chips(self.model.plan.counts)
        if self.model.rows:
            self.table.setCurrentIndex(self.model.index(0, 0))
        else:
            self.deciding.show_row(self.model.plan, None)

    def _show_row(self, current: QModelIndex, _: QModelIndex) -> None:
        if current.isValid():
            self.deciding.show_row(self.model.plan, self.model.row(current.row()))

    def _decided(self, plan: Plan) -> None:
        assert self._drafted is not None
        self._drafted = Drafted(plan, self._drafted.findings)
        self.model.replace(plan)
        self._show_plan()
        self._show_row(self.table.currentIndex(), QModelIndex())

    # Taking it in

    def final(self) -> Plan:
        """The plan as it is carried out: what nobody has decided is left out."""
        plan = self.model.plan
        rows = tuple(
            replace(row, action=Action.LEAVE)
            if row.verdict is Verdict.DOUBTFUL and not row.chosen
            else row
            for row in plan.rows
        )
        return replace(plan, rows=rows)

    def _import(self) -> None:
        work = self.work
        headings = ("", "")
        if self._found is not None:
            titles = self._found.table.headings
            headings = (signature(titles), to_lines(self.mapping.mapping(), len(titles)))
        plan, edition = self.final(), self._edition()
        self.accept()
        try:
            work.desk.backup(BEFORE_IMPORT)
        except ForumDeskError as error:
            work.messages.refuse(error)
            return
        title = work.words("Importing {name}", name=self.source.name)
        importing = import_list(work.desk, edition, plan, headings=headings)
        work.jobs.start(Job(title, importing, self._tell, work.messages.refuse))

    def _tell(self, report: ImportReport) -> None:
        work = self.work  # the dialog will be gone
        work.messages.show(said_anew(lambda: _told(report, work.words)))


def _told(report: ImportReport, words: Words) -> Banner:
    text = words(
        N_("Imported: {added:,} people added, {updated:,} updated, {unchanged:,} unchanged."),
        added=report.added,
        updated=report.updated,
        unchanged=report.unchanged,
    )
    if report.skipped:
        more = words.plural(
            "{count:,} row was left out.", "{count:,} rows were left out.", report.skipped
        )
        text = f"{text} {more}"
    return Banner("imported", text, "warning" if report.problems else "plain")
