# SPDX-License-Identifier: MIT
"""The inspector at the right: the fields of what is selected.

**To add a panel** for a kind of record: write a class derived from ``Panel`` and add one line to
``PANELS``. It is loaded when such a record is selected for the first time.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from forumdesk.domain.desk import Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.values import frozen
from forumdesk.ui.labels import label
from forumdesk.ui.workspace import Workspace

WIDTH = 312  # pixels at first; the user may drag it
AFTER_PAINT = 30  # milliseconds


class Panel(QWidget):
    """The fields of one kind of record.

    Fields commit themselves when editing is finished (see ``forms``) through ``work.run``.
    """

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        self.work = work

    def show_record(self, dossier: Dossier, id: str) -> bool:
        """Show the record of this id as it is now; ``False`` if it is gone.

        Called for another record and again after each step: a field in which the user is
        typing keeps what is typed (fields of ``forms`` do).
        """
        raise NotImplementedError

    def focus_field(self, field: str) -> None:
        """Put the cursor into a field, by its name in the record."""


@frozen
class PanelKind:
    """A panel there is: for which kind of subject, and its class as ``module:Class``."""

    kind: str
    made_by: str

    def make(self, work: Workspace) -> Panel:
        """The panel, made for a window."""
        module, _, name = self.made_by.partition(":")
        panel: Panel = getattr(importlib.import_module(module), name)(work)
        return panel


PANELS: tuple[PanelKind, ...] = (
    PanelKind("edition", "forumdesk.ui.edition.panels:EditionPanel"),
    PanelKind("host", "forumdesk.ui.edition.panels:HostPanel"),
    PanelKind("side", "forumdesk.ui.edition.panels:SidePanel"),
    PanelKind("room", "forumdesk.ui.edition.panels:RoomPanel"),
    PanelKind("track", "forumdesk.ui.edition.panels:TrackPanel"),
    PanelKind("vehicle", "forumdesk.ui.edition.vehicles:VehiclePanel"),
    PanelKind("participation", "forumdesk.ui.participants.panel:ParticipationPanel"),
    PanelKind("session", "forumdesk.ui.session.panel:SessionPanel"),
)

_FIRST = (  # what the panel of an edition stands on, in pieces that take a moment each
    "forumdesk.ui.forms",
    "forumdesk.ui.record_panel",
    "forumdesk.services.editions",
    "forumdesk.ui.edition.panels",
)


def _readying() -> Iterator[None]:
    """Load and read what the first panel needs, bit by bit."""
    for name in _FIRST:
        importlib.import_module(name)
        yield
    from forumdesk.domain.themes import bundled, theme_names  # noqa: PLC0415 - with the panel

    for name in theme_names():
        bundled(name)
        yield


class PanelArea(QScrollArea):
    """A panel that scrolls up and down, and never gets too narrow for its fields."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have it
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def minimumSizeHint(self) -> QSize:
        """As wide as the panel has to be, with the bar that scrolls it."""
        least, panel = super().minimumSizeHint(), self.widget()
        if panel is None:
            return least
        bar = self.verticalScrollBar().sizeHint().width()
        wide = panel.minimumSizeHint().width() + bar + 2 * self.frameWidth()
        return QSize(max(least.width(), wide), least.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The panel has got other fields: it may need another width."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class Inspector(QWidget):
    """Shows the panel of what is selected, or what could be."""

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        self.work = work
        self.setProperty("look", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(work.words("Inspector"))
        self.subject: Subject | None = None
        self._panels: dict[str, tuple[Panel, QScrollArea]] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(AFTER_PAINT)
        self._soon.timeout.connect(self._load)
        self._loading = _readying()
        self._waiting = False
        work.painted.connect(self._begin)
        self._stack = QStackedLayout(self)
        self._empty: QWidget | None = None

    def _nothing(self) -> QWidget:
        """What says that something could be selected."""
        if self._empty is None:
            self._empty = self._made_empty()
            self._stack.addWidget(self._empty)
        return self._empty

    def _made_empty(self) -> QWidget:
        empty = QWidget()
        layout = QVBoxLayout(empty)
        layout.setContentsMargins(24, 24, 24, 24)
        text = label(self.work.words("Select something to see and edit it here."), "muted")
        text.setWordWrap(True)
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(text)
        return empty

    def show_subject(self, subject: Subject | None) -> None:
        """Show a record, or nothing; before the window's first paint, only after that."""
        self.subject = subject
        if not self.window().isVisible():
            self._waiting = True
            return
        self.refresh()
        if subject is not None and subject.field and subject.kind in self._panels:
            self._panels[subject.kind][0].focus_field(subject.field)

    def _begin(self) -> None:
        """The first subject waits for the first paint, however long that takes."""
        if self._waiting:
            self._soon.start()

    def _load(self) -> None:
        """Load what the first subject needs bit by bit, then show it."""
        for _ in self._loading:
            self._soon.start(0)
            return
        self.refresh()

    def refresh(self) -> None:
        """Show the same record as it is now."""
        if self._waiting and not self.window().isVisible():
            return
        self._waiting = False
        self._soon.stop()
        dossier, subject = self.work.dossier, self.subject
        panel = self._panel(subject.kind) if subject else None
        if dossier and subject and panel and panel[0].show_record(dossier, subject.id):
            self._stack.setCurrentWidget(panel[1])
        else:
            self._stack.setCurrentWidget(self._nothing())

    def put_away(self) -> None:
        """Delete the panels: they will be wanted anew, in other words or colours."""
        self.subject = None
        self._stack.setCurrentWidget(self._nothing())
        for _, area in self._panels.values():
            area.deleteLater()
        self._panels.clear()

    def _panel(self, kind: str) -> tuple[Panel, QScrollArea] | None:
        if kind not in self._panels:
            known = next((p for p in PANELS if p.kind == kind), None)
            if known is None:
                return None
            self._panels[kind] = self._placed(known.make(self.work))
        return self._panels[kind]

    def _placed(self, panel: Panel) -> tuple[Panel, QScrollArea]:
        scroll = PanelArea()
        scroll.setAccessibleName(self.work.words("Inspector"))
        scroll.setWidget(panel)
        self._stack.addWidget(scroll)
        return panel, scroll
