# SPDX-License-Identifier: MIT
"""The cards of the overview: what an edition is set up from, how ready it is, how even."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from forumdesk.domain.desk import Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.readiness import Line as Matters
from forumdesk.domain.readiness import Matter, Share
from forumdesk.domain.terms import term
from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_
from forumdesk.ui.labels import label
from forumdesk.ui.look import Look
from forumdesk.ui.overview.lines import Line, Row, Said, ShareLine, small
from forumdesk.ui.overview.wording import said
from forumdesk.ui.places import place_of
from forumdesk.ui.tokens import RADIUS
from forumdesk.ui.workspace import Workspace

Pick = Callable[[Subject], object]
PAD, TOP = 15, 11  # pixels between the edge of a card and what is in it


class Card(QWidget):
    """A heading with something under it, on a ground of its own; it draws both."""

    def __init__(self, look: Look, heading: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._heading = look, heading
        self.setAccessibleName(heading)
        self._strong = small(self.font())
        self._strong.setWeight(QFont.Weight.DemiBold)
        head = QFontMetrics(self._strong).height() + 6 if heading else 0
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(PAD, TOP + head, PAD, TOP)
        self.rows.setSpacing(2)
        self.rows.setAlignment(Qt.AlignmentFlag.AlignTop)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the heading."""
        t = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(t.hairline))
        painter.setBrush(QColor(t.surface))
        ground = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(ground, RADIUS, RADIUS)
        painter.setPen(QColor(t.muted))
        painter.setFont(self._strong)
        inner = self.rect().adjusted(PAD, TOP, -PAD, -TOP)
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop, self._heading)
        painter.end()


class ReadinessCard(Card):
    """The readiness list; a click on a line goes to what is open, one after the other."""

    def __init__(
        self, work: Workspace, lines: Sequence[Matters], parent: QWidget | None = None
    ) -> None:
        super().__init__(work.look, work.words("Readiness"), parent)
        self._work = work
        self._next: dict[str, int] = {}
        for line in sorted(lines, key=lambda line: not line.left):
            self.rows.addWidget(self._row(line))
        if not lines:
            text = work.words("Nothing is planned yet. Add the first session on the agenda.")
            self.rows.addWidget(label(text, "muted", wrap=True))

    def _row(self, line: Matters) -> QWidget:
        """A row where there is somewhere to go, else only a line."""
        words, look, dossier = self._work.words, self._work.look, self._work.dossier
        moves = line.matter is Matter.WAITING and self._work.editable
        count = words("{open} of {total}", open=line.left, total=line.total)
        count = words("Move up") if moves else count
        name, tone = ("warning", look.tokens.warning) if line.left else ("check", look.tokens.good)
        text = Said(said(line, words), count if line.left else "", look.icons(name, tone.ink))
        if moves:
            row = Row(look, text, self)
            row.clicked.connect(self._move_up)
            return row
        places = [s for s in line.open if dossier and place_of(s, dossier)]
        if not places:
            return Line(look, text, self)
        row = Row(look, text, self)
        row.clicked.connect(partial(self._go, line.matter, places))
        return row

    def _move_up(self, _checked: bool = False) -> None:
        """Invite from the waiting list."""
        from forumdesk.ui.inviting.commands import move_up  # noqa: PLC0415 - when first used

        move_up(self._work)

    def _go(self, matter: str, places: Sequence[Subject], _checked: bool = False) -> None:
        """Go to the next thing that is open."""
        at = self._next.get(matter, 0)
        self._next[matter] = (at + 1) % len(places)
        self._work.go(places[at])


class ParityCard(Card):
    """The share of each side: speakers and minutes."""

    def __init__(
        self, work: Workspace, shares: Sequence[Share], parent: QWidget | None = None
    ) -> None:
        words = work.words
        super().__init__(work.look, words("Parity of the sides"), parent)
        self.rows.setSpacing(8)
        most = max((share.minutes for share in shares), default=0)
        for share in shares:
            speakers = words.plural("{count} speaker", "{count} speakers", share.speakers)
            minutes = words.plural("{count} min", "{count} min", share.minutes)
            text = Said(words.text(share.side.name), f"{speakers} · {minutes}")
            part = share.minutes / most if most else 0
            self.rows.addWidget(ShareLine(work.look, text, part, self))


@frozen
class SetUp:
    """A set an edition is made of: its heading, kind, lines, and how one is added by name."""

    heading: str
    kind: str
    hint: str
    lines: Callable[[Workspace, Dossier], Iterable[tuple[str, str, str]]]
    add: str  # of services.naming_things


def _hosts(work: Workspace, dossier: Dossier) -> Iterable[tuple[str, str, str]]:
    for host in dossier.hosts:
        name = work.words.text(dossier.organization[host.organization].name)
        yield host.id, name, term(host.role, work.words)


def _sides(work: Workspace, dossier: Dossier) -> Iterable[tuple[str, str, str]]:
    for side in dossier.sides:
        people = sum(heads.count for heads in dossier.heads if heads.side == side.id)
        count = work.words.plural("{count} person", "{count} people", people)
        yield side.id, work.words.text(side.name), count


def _rooms(work: Workspace, dossier: Dossier) -> Iterable[tuple[str, str, str]]:
    for room in dossier.rooms:
        yield room.id, work.words.text(room.name), str(room.capacity or "")


def _tracks(work: Workspace, dossier: Dossier) -> Iterable[tuple[str, str, str]]:
    sessions = Counter(session.track for session in dossier.sessions)
    for track in dossier.tracks:
        count = work.words.plural("{count} session", "{count} sessions", sessions[track.id])
        yield track.id, work.words.text(track.name), count


def _cars(work: Workspace, dossier: Dossier) -> Iterable[tuple[str, str, str]]:
    riders = Counter(rider.vehicle for rider in dossier.riders)
    for car in dossier.vehicles:
        people = work.words.plural("{count} rider", "{count} riders", riders[car.id])
        aside = " · ".join(filter(None, (car.plate, people if riders[car.id] else "")))
        yield car.id, work.words.text(car.name), aside


SETS = (
    SetUp(N_("Hosts"), "host", N_("Add a host"), _hosts, "add_host_by_name"),
    SetUp(N_("Sides"), "side", N_("Add a side"), _sides, "add_side_by_name"),
    SetUp(N_("Rooms"), "room", N_("Add a room"), _rooms, "add_room_by_name"),
    SetUp(N_("Tracks"), "track", N_("Add a track"), _tracks, "add_track_by_name"),
    SetUp(N_("Cars"), "vehicle", N_("Add a car"), _cars, "add_vehicle_by_name"),
)


class SetCard(Card):
    """A set's lines, and a field in which another is typed."""

    def __init__(
        self,
        work: Workspace,
        set_up: SetUp,
        lines: Sequence[tuple[str, str, str]],
        pick: Pick,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(work.look, work.words(set_up.heading), parent)
        self._work, self._set = work, set_up
        for record, name, aside in lines:
            row = Row(work.look, Said(name or work.words("without a name"), aside), self)
            row.clicked.connect(partial(_pick, pick, Subject(set_up.kind, record)))
            self.rows.addWidget(row)
        self.field = QLineEdit(self)
        self.field.setProperty("look", "inline")
        self.field.setPlaceholderText("+ " + work.words(set_up.hint))
        self.field.setAccessibleName(work.words(set_up.hint))
        self.field.setEnabled(work.editable)
        self.field.returnPressed.connect(self._add)
        self.rows.addWidget(self.field)

    def _add(self) -> None:
        from forumdesk.services import naming_things  # noqa: PLC0415 - loaded when first used

        typed = self.field.text().strip()
        if typed:
            self._work.run(getattr(naming_things, self._set.add), self._work.edition, typed)


def _pick(pick: Pick, subject: Subject, _checked: bool = False) -> None:
    pick(subject)
