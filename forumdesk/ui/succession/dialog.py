# SPDX-License-Identifier: MIT
"""The preview of a next edition: modules at the left, what becomes of each at the right.

Every choice plans anew, beside the window; nothing is made before *Prepare*, and then in one step.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from forumdesk.domain.desk import ForumDeskError, Severity
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition, Room, edition_title
from forumdesk.domain.succession.choices import Choices, Office
from forumdesk.domain.succession.places import alike
from forumdesk.domain.succession.plan import Module, Plan, Told
from forumdesk.domain.succession.planning import plan_next
from forumdesk.domain.succession.said import counted, module_called
from forumdesk.domain.succession.warnings import warnings
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_
from forumdesk.services.succession import prepare_edition
from forumdesk.store.ids import Ids
from forumdesk.ui.background import Background
from forumdesk.ui.choices import ChoiceField
from forumdesk.ui.committing import commit_typing
from forumdesk.ui.dates import days
from forumdesk.ui.fields import DayField
from forumdesk.ui.forms import captioned
from forumdesk.ui.jobs import Job
from forumdesk.ui.labels import ElidedLabel, FlowLabel, button, label, relook
from forumdesk.ui.succession.lines import Line
from forumdesk.ui.succession.people import search_texts
from forumdesk.ui.succession.tables import LineModel, PlanTable, RoomModel
from forumdesk.ui.succession.view import ModuleView
from forumdesk.ui.tabbing import tab_as_read
from forumdesk.ui.workspace import Workspace
from forumdesk.ui.zones import ZoneField

SIZE = (1220, 700)
_MODULES = 345  # pixels of the list of modules
_FIGURES = 190  # of which for what becomes of them
_MOST_TOLD = 4
Planned = tuple[Plan, tuple[Told, ...], Mapping[str, str]]


class NextDialog(QDialog):
    """Asks what is carried, shows what that makes, and makes it."""

    def __init__(
        self, parent: QWidget | None, work: Workspace, last: Dossier, rooms: Sequence[Room]
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.work, self.last, self._rooms = work, last, tuple(rooms)
        self.choices = Choices()
        self.plan: Plan | None = None
        self.module = Module.AGENDA
        self._texts: Mapping[str, str] = {}
        self._thread: Background | None = None
        words = work.words
        self.setWindowTitle(words("The next edition"))
        self.resize(*SIZE)
        self.title = ElidedLabel("", "lead")
        self.when = label("", "muted")
        self.day = DayField(words("First day"))
        self.places = ChoiceField(words("Where"), self._known_places())
        self.zone = ZoneField(words("Time zone"))
        self.modules = LineModel(work.look, words, (N_("What"), N_("What happens")))
        self.list = PlanTable(self.modules, (_FIGURES,), words("What an edition is made of"))
        self.views: dict[Module, ModuleView] = {}
        self.stack = QStackedWidget()
        self.told = FlowLabel("", "warning")
        self.go = button(words("&Prepare"), "first")
        self.go.setEnabled(False)
        self._wanted = False  # asked for while it was being planned anew
        self._lay_out()
        self._connect()

    def _known_places(self) -> list[tuple[object, str]]:
        """The places of the series and of its editions, and one yet to be named."""
        found: list[Text] = []
        for place in (*self.last.series.places, *(e.city for e in self.last.editions)):
            if place and not any(alike(place, known) for known in found):
                found.append(place)
        words = self.work.words
        return [*((p, words.text(p)) for p in found), (Text(), words("A place yet to be named"))]

    # Building

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 16)
        outer.setSpacing(12)
        outer.addLayout(self._head())
        body = QHBoxLayout()
        body.setSpacing(20)
        self.list.setFixedWidth(_MODULES)
        self.list.horizontalHeader().hide()
        body.addWidget(self.list)
        body.addWidget(self.stack, 1)
        outer.addLayout(body, 1)
        outer.addWidget(self.told)
        row = QHBoxLayout()
        row.addWidget(ElidedLabel(self._about(), "small"), 1)
        cancel = button(self.work.words("Cancel"))
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        row.addWidget(self.go)
        outer.addLayout(row)

    def _about(self) -> str:
        """What it is made of, and what it does not do."""
        made = self.work.words("Made of {title}.", title=self.last.title)
        said = self.work.words("Nobody is invited by this. It can be undone.")
        return f"{made} {said}"

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.title)
        names.addWidget(self.when)
        row.addLayout(names, 1)
        for field, width in ((self.day, 130), (self.places, 200), (self.zone, 200)):
            holder = captioned(field.accessibleName(), field)
            holder.setFixedWidth(width)
            row.addWidget(holder)
        return row

    def _connect(self) -> None:
        self.day.typed.connect(lambda day: self.choose(on=day))
        self.places.committed.connect(lambda city: self.choose(city=city, timezone=""))
        self.zone.committed.connect(lambda zone: self.choose(timezone=zone))
        self.list.selectionModel().currentChanged.connect(self._show_module)
        self.go.clicked.connect(self.prepare)
        self.finished.connect(self._stop)

    # Choosing

    def begin(self, choices: Choices) -> None:
        """Plan with these choices, and open."""
        self.choices = choices
        self._look()
        self.open()

    def choose(self, **changes: Any) -> None:  # noqa: ANN401 - values of the choices' fields
        """Take over other choices, and plan anew."""
        self.choices = replace(self.choices, **changes)
        self._look()

    def _rename(self, room: str, name: Text) -> None:
        self.choose(rooms={**self.choices.rooms, room: name})

    def _answered(self, offices: Mapping[str, Office]) -> None:
        self.choose(offices={**self.choices.offices, **offices})

    def _set_aside(self, participations: Sequence[str], yes: bool) -> None:
        behind = self.choices.behind
        some = frozenset(participations)
        self.choose(behind=behind | some if yes else behind - some)

    # Planning

    def _look(self) -> None:
        """Plan beside the window; a later look replaces this one."""
        self._stop()
        last, choices, rooms, words = self.last, self.choices, self._rooms, self.work.words

        def look() -> Planned:
            plan = plan_next(last, choices, new_id=Ids(), rooms=rooms)
            return plan, warnings(plan), search_texts(plan, words)

        self._thread = Background(look, self)
        self._thread.finished.connect(self._show)
        self._thread.failed.connect(self._failed)
        self._thread.start()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes as the window is read."""
        return tab_as_read(self, forward=forward)

    @property
    def is_planned(self) -> bool:
        """Whether the plan is that of the choices as they are now."""
        return self._thread is None and self.plan is not None

    def _stop(self, *_: object) -> None:
        if self._thread is not None:
            self._thread.drop()
            self._thread = None

    def _failed(self, error: Exception) -> None:
        self._thread, self._wanted = None, False
        self.go.setEnabled(False)
        if not isinstance(error, ForumDeskError):
            raise error
        self._say([error.said(self.work.words)], "danger")

    def _show(self, planned: Planned) -> None:
        """Show what would be made."""
        plan, told, self._texts = planned
        self._thread = None
        words, edition = self.work.words, plan.edition
        self.plan = plan
        self.title.setText(words.text(edition_title(plan.last.series, edition)))
        self.when.setText(" · ".join(filter(None, self._where(edition))))
        self.day.show_typed(edition.first_day)
        self.places.show_value(self._place(edition))
        self.zone.show_value(edition.timezone)
        self._show_modules(plan)
        self._show_view()
        self._tell(told)
        self.go.setEnabled(self.work.editable)
        if self._wanted:
            self.prepare()

    def _where(self, edition: Edition) -> tuple[str, ...]:
        words = self.work.words
        on = days(edition.first_day, edition.last_day, words) or words("no days yet")
        return (on, words.text(edition.venue))

    def _place(self, edition: Edition) -> object:
        known = (place for place, _ in self._known_places() if isinstance(place, Text))
        return next((place for place in known if alike(place, edition.city)), Text())

    def _show_modules(self, plan: Plan) -> None:
        words, chosen = self.work.words, self.module
        self.modules.replace(
            [
                Line((module_called(module, words), counted(plan.account(module), words)))
                for module in Module
            ]
        )
        self.list.setCurrentIndex(self.modules.index(list(Module).index(chosen), 0))

    def _show_module(self, current: QModelIndex, _: QModelIndex) -> None:
        if current.isValid():
            self.module = list(Module)[current.row()]
            self._show_view()

    def _show_view(self) -> None:
        """Only the view that is seen is filled."""
        view = self.view(self.module)
        self.stack.setCurrentWidget(view)
        if self.plan is not None:
            if view.people is not None:
                view.people.texts = self._texts
            view.show_plan(self.plan)

    def view(self, module: Module) -> ModuleView:
        """The view of a module, made when it is first looked at."""
        if module not in self.views:
            made = ModuleView(self.work, module, self.last)
            made.chosen.connect(lambda changes: self.choose(**changes))
            if isinstance(made.model, RoomModel):
                made.model.renamed.connect(self._rename)
            if made.people is not None:
                made.people.answered.connect(self._answered)
                made.people.setAside.connect(self._set_aside)
            self.views[module] = made
            self.stack.addWidget(made)
        return self.views[module]

    def _tell(self, told: Sequence[Told]) -> None:
        words = self.work.words
        said = [f"• {one.phrase.said(words)}" for one in told[:_MOST_TOLD]]
        if more := len(told) - len(said):
            said.append(words.plural("… and {count} more.", "… and {count} more.", more))
        loud = any(one.severity is not Severity.NOTE for one in told)
        self._say(said, "warning" if loud else "muted")

    def _say(self, lines: Sequence[str], look: str) -> None:
        self.told.setText("\n".join(lines))
        self.told.setVisible(bool(lines))
        relook(self.told, look)

    # Making it

    def prepare(self) -> None:
        """Make the edition, and show it; what is being typed is planned first."""
        commit_typing()
        plan, work = self.plan, self.work
        if plan is None or not self.go.isEnabled():
            return
        if not self.is_planned:
            self._wanted = True
            return
        self.accept()
        title = work.words("Preparing {title}", title=edition_title(plan.last.series, plan.edition))
        making = prepare_edition(work.desk, plan)
        work.jobs.start(Job(title, making, self._made, work.messages.refuse))

    def _made(self, edition: Edition) -> None:
        """Show it, once the window has answered to what was waiting while it was made."""
        work = self.work
        QTimer.singleShot(0, work, lambda: work.show_edition(edition.id))
