# SPDX-License-Identifier: MIT
"""Who does what in a session: a line each, and a field to add somebody by typing a name."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QSpacerItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from forumdesk.domain.agenda import Mode, Part, Role, Session
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import Invitation
from forumdesk.domain.terms import term
from forumdesk.domain.typed_names import likely_role
from forumdesk.services import parts as services
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.labels import ElidedLabel, hairline, label, pill
from forumdesk.ui.session.name_field import NameField
from forumdesk.ui.session.part_dialog import PartDialog
from forumdesk.ui.session.suggestions import Suggestions, Who
from forumdesk.ui.workspace import Workspace

TONES = {
    Invitation.ACCEPTED: "good",
    Invitation.DECLINED: "danger",
    Invitation.CANCELLED: "danger",
    Invitation.INVITED: "warning",
    Invitation.TENTATIVE: "warning",
}


class PartLine(QWidget):
    """One part: name, role, office, and a menu of what can be done with it.

    ``asked`` carries what was chosen: ``up``, ``down``, ``remove``, ``edit`` or a role.
    """

    asked = Signal(str)

    def __init__(self, part: Part, who: Who, work: Workspace) -> None:
        super().__init__()
        self.part = part
        words = self._words = work.words
        editable, self._icon = work.editable, work.look.icons("more")
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setHorizontalSpacing(4)
        layout.setVerticalSpacing(1)
        layout.setColumnStretch(0, 1)
        name = ElidedLabel(who.name, "strong")
        second = " · ".join(filter(None, (term(part.role, words), self._note(), who.second)))
        layout.addWidget(name, 0, 0)
        layout.addWidget(pill(term(who.status, words), TONES.get(who.status, "plain")), 0, 1)
        more = self._more(who.name)
        more.setEnabled(editable)
        layout.addWidget(more, 0, 2)
        layout.addWidget(ElidedLabel(second, "small"), 1, 0, 1, 3)
        layout.addItem(QSpacerItem(0, 6), 2, 0)
        layout.addWidget(hairline(), 3, 0, 1, 3)

    def _note(self) -> str:
        return "" if self.part.mode is Mode.IN_PERSON else term(self.part.mode, self._words)

    def _more(self, name: str) -> QToolButton:
        words = self._words
        more = QToolButton()
        more.setIcon(self._icon)
        more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        more.setAccessibleName(words("What to do with the part of {name}", name=name))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(more)
        self._entry(menu, words("Detai&ls…"), "edit")
        roles = menu.addMenu(words("&Role"))
        for role in Role:
            self._entry(roles, term(role, words), role.value)
        menu.addSeparator()
        self._entry(menu, words("Move &up"), "up")
        self._entry(menu, words("Move &down"), "down")
        self._entry(menu, words("&Remove"), "remove")
        more.setMenu(menu)
        return more

    def _entry(self, menu: QMenu, text: str, what: str) -> None:
        menu.addAction(text).triggered.connect(partial(self._ask, what))

    def _ask(self, what: str) -> None:
        self.asked.emit(what)


class PartsField(QWidget):
    """The parts of a session, and a field to add one."""

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        self.work = work
        self._session: Session | None = None
        self._suggestions = Suggestions(work)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        heading: QLabel = label(work.words("People"), "small")
        heading.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._layout.addWidget(heading)
        self._layout.addWidget(hairline())
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._layout.addLayout(self._lines)
        self.name = NameField(work.words("Add a person"), work.words("Add: type a name"))
        self.name.suggestions = self._suggest
        self.name.prepare = self._suggestions.prepare
        self.name.entered.connect(self._add)
        self._layout.addSpacing(6)
        self._layout.addWidget(self.name)

    def show_session(self, dossier: Dossier, session: Session) -> None:
        """Show the parts as they are."""
        if self._session is None or session.id != self._session.id:
            self.name.clear()
        self._session = session
        self.name.setEnabled(self.work.editable)
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for part in dossier.parts_of(session):
            who = Who.of(dossier, dossier.participation[part.participation], self.work.words)
            line = PartLine(part, who, self.work)
            line.asked.connect(partial(self._do, part))
            self._lines.addWidget(line)

    def lines(self) -> list[PartLine]:
        """The lines shown, in order."""
        items = [self._lines.itemAt(n) for n in range(self._lines.count())]
        widgets = [item.widget() for item in items if item is not None]
        return [line for line in widgets if isinstance(line, PartLine)]

    def _suggest(self, typed: str) -> list[str]:
        return self._suggestions.find(typed, self._session) if self._session else []

    def _add(self, typed: str) -> None:
        if self._session is None:
            return
        session, role = self._session, likely_role(self._session)
        person = self._suggestions.person(typed)
        if person is not None:
            done, _ = self.work.done(services.add_part_of, session.id, person.id, role)
        else:
            done, _ = self.work.done(services.add_part_by_name, session.id, typed, role)
        if done:
            self.name.finish()

    def _do(self, part: Part, what: str) -> None:
        match what:
            case "remove":
                self.work.run(services.remove_part, part.id)
            case "up" | "down":
                self.work.run(_move, part.id, -1 if what == "up" else 1)
            case "edit":
                if self.work.dossier is not None:
                    PartDialog(self.work, self.work.dossier, part, self.window()).open()
            case _:
                self.work.run(services.change_part, part.id, {"role": Role(what)})


def _move(desk: ForumFile, part: str, by: int) -> None:
    """One place up or down among the parts of the session."""
    session = desk.get(Part, part).session
    order = [p.id for p in desk.find(Part, session=session)]
    here = order.index(part)
    there = min(max(here + by, 0), len(order) - 1)
    order.insert(there, order.pop(here))
    services.order_parts(desk, session, order)
