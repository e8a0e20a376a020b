# SPDX-License-Identifier: MIT
"""Those who have no seat in the plan yet: found as you type, dragged onto a seat."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.finding import search_text, searched
from forumdesk.domain.people import ABSENT, Invitation, Participation, Person
from forumdesk.domain.places import Seating
from forumdesk.domain.precedence import in_order
from forumdesk.domain.seat_layouts import Place
from forumdesk.domain.terms import term
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import fold
from forumdesk.domain.words import Words
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.labels import tip
from forumdesk.ui.lists import ASIDE, SECOND, AsideDelegate
from forumdesk.ui.look import Look
from forumdesk.ui.seating.faces import about_said, code_of, names_said
from forumdesk.ui.seating.model import FROM, WHO, seat_in

WHOM = int(Qt.ItemDataRole.UserRole) + 11
Index = QModelIndex | QPersistentModelIndex
_MOST = 500  # lines; whoever looks for one of more types a name
_FURTHER = 50  # of those who are found beside them


@frozen
class Standing:
    """Somebody without a seat: name, the rest of what is told, how they are found."""

    who: str
    name: str
    about: str
    side: str
    code: str
    found_by: str


def standing(dossier: Dossier, plan: Seating, words: Words) -> list[Standing]:
    """Everybody who may still come and has no seat in a plan, by precedence."""
    seated = {seat.participation for seat in dossier.seats if seat.seating == plan.id}
    free = [
        one for one in dossier.participations if one.id not in seated and one.status not in ABSENT
    ]
    return [_line(dossier, one, words) for one in in_order(dossier, free)]


def found_among_all(desk: ForumFile, dossier: Dossier, typed: str, words: Words) -> list[Standing]:
    """Whom what is typed fits of those a dossier has not, because they are very many.

    Nobody of them sits in a plan: who does is in the dossier.
    """
    if dossier.whole or not typed.strip():
        return []
    named = desk.participants_named(dossier.edition.id, typed, _FURTHER)
    records = desk.find(
        Participation, id=[id_ for id_ in named if id_ not in dossier.participation]
    )
    known = {one.id: one for one in records if one.status not in ABSENT}
    persons = desk.find(Person, id=[one.person for one in known.values() if one.person])
    others = replace(dossier, participations=tuple(known.values()), people=tuple(persons))
    return [_line(others, known[id_], words) for id_ in named if id_ in known]


def _line(dossier: Dossier, one: Participation, words: Words) -> Standing:
    first, second = names_said(dossier, one, words)
    side = dossier.side.get(one.side or "")
    about = about_said(dossier, one, words)
    if one.status is not Invitation.ACCEPTED:
        about = " · ".join(filter(None, (term(one.status, words), about)))
    person = dossier.person.get(one.person or "")
    body = dossier.organization.get(one.organization or "")
    known = [search_text(record) for record in (person, body) if record is not None]
    return Standing(
        one.id,
        f"{first}  {second}" if second else first,
        about,
        words.text(side.name) if side else "",
        code_of(dossier, one, words),
        "\n".join([*known, fold(first), fold(about)]),
    )


class PeopleModel(QAbstractListModel):
    """Them as Qt sees them, as far as they fit what is typed."""

    def __init__(self) -> None:
        super().__init__()
        self._all: Sequence[Standing] = ()
        self.lines: list[Standing] = []
        self._typed = ""
        self._further: Sequence[Standing] = ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many lines."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a line says."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        told = ", ".join(filter(None, (line.name, line.about, line.side)))
        return {
            Qt.ItemDataRole.DisplayRole: line.name,
            SECOND: line.about or " ",
            ASIDE: line.code,
            Qt.ItemDataRole.AccessibleTextRole: told,
            Qt.ItemDataRole.ToolTipRole: tip(told),
            WHOM: line.who,
        }.get(role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A line may be dragged."""
        flag = Qt.ItemFlag
        found = flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemNeverHasChildren
        return found | flag.ItemIsDragEnabled if index.isValid() else flag.ItemIsDropEnabled

    def mimeTypes(self) -> list[str]:
        """What a line is dragged as, and what may be dropped here."""
        return [WHO, FROM]

    def mimeData(self, indexes: Iterable[QModelIndex]) -> QMimeData:
        """The participation of a line."""
        made = QMimeData()
        for index in indexes:
            made.setData(WHO, self.lines[index.row()].who.encode())
        return made

    def supportedDragActions(self) -> Qt.DropAction:
        """People move."""
        return Qt.DropAction.MoveAction

    def supportedDropActions(self) -> Qt.DropAction:
        """They move here, too."""
        return Qt.DropAction.MoveAction

    def show(self, everybody: Sequence[Standing]) -> None:
        """Show others."""
        if list(everybody) != list(self._all):
            self._all = everybody
            self._sift()

    def look_for(self, typed: str, further: Sequence[Standing] = ()) -> None:
        """Show those who fit what is typed, every word of it, and further ones that do."""
        self._typed, self._further = typed, further
        self._sift()

    def _sift(self) -> None:
        wanted = [searched(word) for word in self._typed.split()]
        fitting = (x for x in self._all if all(word in x.found_by for word in wanted))
        lines = [line for _, line in zip(range(_MOST), fitting, strict=False)]
        lines += self._further
        if lines != self.lines:
            self.beginResetModel()
            self.lines = lines
            self.endResetModel()

    @property
    def count(self) -> int:
        """How many there are in all."""
        return len(self._all)


class PeopleList(QListView):
    """The list. ``picked`` carries who is to be seated, ``stood`` the seat of who is dropped."""

    picked = Signal(str)
    stood = Signal(object)

    def __init__(self, people: PeopleModel, look: Look, name: str) -> None:
        super().__init__()
        self.setModel(people)
        self.setItemDelegate(AsideDelegate(look, self))
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.activated.connect(self._pick)

    def _pick(self, index: QModelIndex) -> None:
        if who := index.data(WHOM):
            self.picked.emit(who)

    def pick_first(self) -> None:
        """Seat whoever is in focus, else the first."""
        index = self.currentIndex()
        self._pick(index if index.isValid() else self.model().index(0, 0))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Somebody who sits may be brought back."""
        if seat_in(event.mimeData()) is not None:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """A seat dropped here is cleared."""
        self.setState(QAbstractItemView.State.NoState)
        place: Place | None = seat_in(event.mimeData())
        if place is not None:
            event.acceptProposedAction()
            self.stood.emit(place)

    def startDrag(self, supported: Qt.DropAction) -> None:
        """Drag a line; whoever is dragged goes from the list when seated, not before."""
        super().startDrag(Qt.DropAction.MoveAction)


class FindField(QLineEdit):
    """The field above the list: Down goes into it, Enter seats the first, Esc goes ``back``."""

    entered = Signal()
    downwards = Signal()
    back = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down, Enter and Esc lead elsewhere."""
        match event.key():
            case Qt.Key.Key_Down:
                self.downwards.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit()
            case Qt.Key.Key_Escape:
                self.clear()
                self.back.emit()
            case _:
                super().keyPressEvent(event)
