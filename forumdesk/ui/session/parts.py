# SPDX-License-Identifier: MIT
"""Who does what in a session: a line each, and a field to add somebody by typing a name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QGridLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from forumdesk.domain.agenda import Mode, Part, Role, Session, SessionKind
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.naming import suggested
from forumdesk.domain.people import Invitation, Participation, Person, full_name
from forumdesk.domain.terms import term
from forumdesk.domain.words import Words
from forumdesk.services import parts as services
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.agenda.columns import participant_name
from forumdesk.ui.labels import ElidedLabel, hairline, label, pill
from forumdesk.ui.session.part_dialog import PartDialog
from forumdesk.ui.workspace import Workspace

_TONES = {
    Invitation.ACCEPTED: "good",
    Invitation.DECLINED: "danger",
    Invitation.CANCELLED: "danger",
    Invitation.INVITED: "warning",
    Invitation.TENTATIVE: "warning",
}
# What somebody added to a session most likely does there.
_LIKELY: dict[SessionKind, Role] = {
    SessionKind.OPENING: Role.OPENS,
    SessionKind.REMARKS: Role.CONGRATULATES,
    SessionKind.KEYNOTE: Role.KEYNOTE,
    SessionKind.PANEL: Role.DISCUSSES,
    SessionKind.DISCUSSION: Role.DISCUSSES,
    SessionKind.SIGNING: Role.SIGNS,
    SessionKind.CLOSING: Role.CLOSES,
    SessionKind.PRESENTATION: Role.PRESENTS,
}


def likely_role(session: Session) -> Role:
    """The role offered first to somebody added to a session."""
    return _LIKELY.get(session.kind, Role.SPEAKS)


@dataclass(frozen=True, slots=True)
class _Who:
    """How a participant stands in a line: name, office and body, state of the invitation."""

    name: str
    second: str
    status: Invitation

    @classmethod
    def of(cls, dossier: Dossier, participation: Participation, words: Words) -> _Who:
        organization = dossier.organization.get(participation.organization or "")
        body = words.text(organization.short or organization.name) if organization else ""
        named = bool(participation.person)
        second = (words.text(participation.office), body) if named else (words("name to follow"),)
        return cls(
            participant_name(dossier, participation.id, words),
            ", ".join(filter(None, second)),
            participation.status,
        )


class PartLine(QWidget):
    """One part: name, role, office, and a menu of what can be done with it.

    ``asked`` carries what was chosen: ``up``, ``down``, ``remove``, ``edit`` or a role.
    """

    asked = Signal(str)

    def __init__(self, part: Part, who: _Who, words: Words, *, editable: bool) -> None:
        super().__init__()
        self.part = part
        self._words = words
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 6, 0, 6)
        layout.setHorizontalSpacing(8)
        layout.setVerticalSpacing(1)
        layout.setColumnStretch(0, 1)
        name = ElidedLabel(who.name, "strong")
        second = " · ".join(filter(None, (term(part.role, words), self._note(), who.second)))
        layout.addWidget(name, 0, 0)
        layout.addWidget(pill(term(who.status, words), _TONES.get(who.status, "plain")), 0, 1)
        layout.addWidget(ElidedLabel(second, "small"), 1, 0)
        more = self._more(who.name)
        more.setEnabled(editable)
        layout.addWidget(more, 1, 1, Qt.AlignmentFlag.AlignRight)
        layout.addWidget(hairline(), 2, 0, 1, 2)

    def _note(self) -> str:
        return "" if self.part.mode is Mode.IN_PERSON else term(self.part.mode, self._words)

    def _more(self, name: str) -> QToolButton:
        words = self._words
        more = QToolButton()
        more.setText("⋯")
        more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        more.setAccessibleName(words("What to do with the part of {name}", name=name))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(more)
        self._entry(menu, words("&Details…"), "edit")
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


class NameField(QLineEdit):
    """A name being typed, with the people it may be; ``entered`` carries it on Enter."""

    entered = Signal(str)

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self._found = QStringListModel(self)
        self._completer = QCompleter(self._found, self)
        # What fits is decided by the suggestions: the completer would ask for the beginning.
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.activated.connect(self._take)
        self.setCompleter(self._completer)
        self.suggestions: Callable[[str], list[str]] = lambda _: []
        self.textEdited.connect(lambda text: self._found.setStringList(self.suggestions(text)))
        self.returnPressed.connect(lambda: self._take(self.text()))

    def _take(self, text: str) -> None:
        if text.strip():
            self.entered.emit(text.strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up the name."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)


class PartsField(QWidget):
    """The parts of a session, and a field to add one."""

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        self.work = work
        self._session: Session | None = None
        self._known: dict[str, str] = {}  # participation by how it was suggested
        self._people: dict[str, Person] = {}
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
            who = _Who.of(dossier, dossier.participation[part.participation], self.work.words)
            line = PartLine(part, who, self.work.words, editable=self.work.editable)
            line.asked.connect(partial(self._do, part))
            self._lines.addWidget(line)

    def lines(self) -> list[PartLine]:
        """The lines shown, in order."""
        items = [self._lines.itemAt(n) for n in range(self._lines.count())]
        widgets = [item.widget() for item in items if item is not None]
        return [line for line in widgets if isinstance(line, PartLine)]

    def _suggest(self, typed: str) -> list[str]:
        dossier = self.work.dossier
        if dossier is None:
            return []
        words = self.work.words
        here = {p.person: p for p in dossier.participations if p.person}
        others = [p for p in self.work.desk.find(Person) if p.id not in here]
        people = [*suggested(dossier.people, typed), *suggested(others, typed)][:8]
        self._known.clear()
        self._people.clear()
        for person in people:
            taking_part = here.get(person.id)
            who = _Who.of(dossier, taking_part, words) if taking_part else None
            name = who.name if who else full_name(person, words.language)
            said = f"{name} — {who.second}" if who and who.second else name
            self._people[said] = person
            if taking_part:
                self._known[said] = taking_part.id
        return list(self._people)

    def _add(self, typed: str) -> None:
        if self._session is None:
            return
        session, role = self._session, likely_role(self._session)
        if typed in self._known:
            done, _ = self.work.done(
                services.add_part, session.id, self._known[typed], {"role": role}
            )
        else:
            # Somebody of the file who takes part from now on is found by the full name.
            person = self._people.get(typed)
            name = full_name(person, "ko") if person else typed
            done, _ = self.work.done(services.add_part_by_name, session.id, name, role)
        if done:
            self.name.clear()

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
