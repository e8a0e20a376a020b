# SPDX-License-Identifier: MIT
"""The cards of the overview: what an edition is set up from, how ready it is, how even."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from forumdesk.domain.desk import Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.readiness import Line, Share
from forumdesk.domain.terms import term
from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_
from forumdesk.services import naming_things
from forumdesk.ui.labels import ElidedLabel, button, label
from forumdesk.ui.overview.bars import ShareBar
from forumdesk.ui.overview.wording import said
from forumdesk.ui.places import place_of
from forumdesk.ui.workspace import Workspace

Pick = Callable[[Subject], object]


class Card(QFrame):
    """A heading with something under it."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setAccessibleName(heading)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(14, 10, 14, 10)
        self.rows.setSpacing(2)
        self.rows.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.rows.addWidget(label(heading, "heading"))
        self.rows.addSpacing(4)


def row_button(text: str, aside: str = "") -> QPushButton:
    """A line of a card that leads somewhere, with something small at its right."""
    made = button("", "row")
    fill_row(made, text, aside)
    return made


def fill_row(row: QWidget, text: str, aside: str = "", sign: QWidget | None = None) -> None:
    """Put a text into a line, with a sign before it and something small at its right."""
    row.setAccessibleName(f"{text}, {aside}" if aside else text)
    layout = QHBoxLayout(row)
    layout.setContentsMargins(6, 0, 6, 0)
    layout.setSpacing(8)
    if sign is not None:
        layout.addWidget(sign)
    layout.addWidget(ElidedLabel(text), 1)
    layout.addWidget(label(aside, "small"))
    for child in row.findChildren(QWidget):
        child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class ReadinessCard(Card):
    """The readiness list; a click on a line goes to what is open, one after the other."""

    def __init__(self, work: Workspace, lines: Sequence[Line]) -> None:
        super().__init__(work.words("Readiness"))
        self._work = work
        self._next: dict[str, int] = {}
        for line in sorted(lines, key=lambda line: not line.open):
            self.rows.addWidget(self._row(line))
        if not lines:
            text = work.words("Nothing is planned yet. Add the first session on the agenda.")
            self.rows.addWidget(label(text, "muted", wrap=True))

    def _row(self, line: Line) -> QWidget:
        """A button where there is somewhere to go, else only a line."""
        words, look, dossier = self._work.words, self._work.look, self._work.dossier
        count = words("{open} of {total}", open=len(line.open), total=line.total)
        name, tone = ("warning", look.tokens.warning) if line.open else ("check", look.tokens.good)
        sign = label()
        sign.setPixmap(look.icons(name, tone.ink).pixmap(16, 16))
        places = [s for s in line.open if dossier and place_of(s, dossier)]
        made = QWidget()
        if places:
            made = button("", "row")
            made.clicked.connect(partial(self._go, line.matter, places))
        made.setMinimumHeight(28)
        fill_row(made, said(line, words), count if line.open else "", sign)
        return made

    def _go(self, matter: str, places: Sequence[Subject], _checked: bool = False) -> None:
        """Go to the next thing that is open."""
        at = self._next.get(matter, 0)
        self._next[matter] = (at + 1) % len(places)
        self._work.go(places[at])


class ParityCard(Card):
    """The share of each side: speakers and minutes."""

    def __init__(self, work: Workspace, shares: Sequence[Share]) -> None:
        super().__init__(work.words("Parity of the sides"))
        most = max((share.minutes for share in shares), default=0)
        for share in shares:
            self.rows.addLayout(_share(work, share, most))
            self.rows.addSpacing(4)


def _share(work: Workspace, share: Share, most: int) -> QVBoxLayout:
    words = work.words
    column = QVBoxLayout()
    column.setSpacing(3)
    head = QHBoxLayout()
    head.addWidget(ElidedLabel(words.text(share.side.name)), 1)
    speakers = words.plural("{count} speaker", "{count} speakers", share.speakers)
    minutes = words.plural("{count} min", "{count} min", share.minutes)
    head.addWidget(label(f"{speakers} · {minutes}", "small"))
    column.addLayout(head)
    column.addWidget(ShareBar(work.look, share.minutes / most if most else 0))
    return column


@frozen
class SetUp:
    """A set an edition is made of: its heading, kind, lines, and how one is added by name."""

    heading: str
    kind: str
    hint: str
    lines: Callable[[Workspace, Dossier], Iterable[tuple[str, str, str]]]
    add: Callable[..., object]


def _hosts(work: Workspace, dossier: Dossier) -> Iterable[tuple[str, str, str]]:
    for host in dossier.hosts:
        name = work.words.text(dossier.organization[host.organization].name)
        yield host.id, name, term(host.role, work.words)


def _sides(work: Workspace, dossier: Dossier) -> Iterable[tuple[str, str, str]]:
    for side in dossier.sides:
        people = sum(p.side == side.id for p in dossier.participations)
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


SETS = (
    SetUp(N_("Hosts"), "host", N_("Add a host"), _hosts, naming_things.add_host_by_name),
    SetUp(N_("Sides"), "side", N_("Add a side"), _sides, naming_things.add_side_by_name),
    SetUp(N_("Rooms"), "room", N_("Add a room"), _rooms, naming_things.add_room_by_name),
    SetUp(N_("Tracks"), "track", N_("Add a track"), _tracks, naming_things.add_track_by_name),
)


class SetCard(Card):
    """A set's lines, and a field in which another is typed."""

    def __init__(
        self, work: Workspace, set_up: SetUp, lines: Sequence[tuple[str, str, str]], pick: Pick
    ) -> None:
        super().__init__(work.words(set_up.heading))
        self._work, self._set = work, set_up
        for record, name, aside in lines:
            row = row_button(name or work.words("without a name"), aside)
            row.clicked.connect(partial(_pick, pick, Subject(set_up.kind, record)))
            self.rows.addWidget(row)
        self.field = QLineEdit()
        self.field.setProperty("look", "inline")
        self.field.setPlaceholderText("+ " + work.words(set_up.hint))
        self.field.setAccessibleName(work.words(set_up.hint))
        self.field.setEnabled(work.editable)
        self.field.returnPressed.connect(self._add)
        self.rows.addWidget(self.field)

    def _add(self) -> None:
        typed = self.field.text().strip()
        if typed:
            self._work.run(self._set.add, self._work.edition, typed)


def _pick(pick: Pick, subject: Subject, _checked: bool = False) -> None:
    pick(subject)
