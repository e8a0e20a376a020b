# SPDX-License-Identifier: MIT
"""Sessions on the clipboard: as rows for a spreadsheet, and by id for this program."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from forumdesk.domain.agenda import Session
from forumdesk.domain.dossier import Dossier
from forumdesk.ui.dates import clock
from forumdesk.ui.grid.pasting import quoted, unquoted

KIND = "application/x-forumdesk-sessions"


def put(dossier: Dossier, sessions: Iterable[Session]) -> None:
    """Put sessions on the clipboard."""
    held = list(sessions)
    data = QMimeData()
    data.setData(KIND, "\n".join(session.id for session in held).encode())
    data.setText("\n".join("\t".join(map(quoted, _row(dossier, s))) for s in held))
    QGuiApplication.clipboard().setMimeData(data)


def _row(dossier: Dossier, session: Session) -> list[str]:
    times = [clock(at) if at else "" for at in (session.starts, session.ends)]
    titles = [session.title.get(language, "") for language in dossier.languages]
    return [*times, *titles, ", ".join(room.name.best() for room in dossier.rooms_of(session))]


def sessions(dossier: Dossier) -> list[Session]:
    """The sessions on the clipboard that this edition has."""
    data = QGuiApplication.clipboard().mimeData()
    held = bytes(data.data(KIND).data()).decode() if data is not None else ""
    return [dossier.session[key] for key in held.split("\n") if key in dossier.session]


def titles() -> Sequence[str]:
    """Of each line of any other text the first cell with a letter in it."""
    rows = unquoted(QGuiApplication.clipboard().text())
    worded = ([cell.strip() for cell in row if any(map(str.isalpha, cell))] for row in rows)
    return [cells[0] for cells in worded if cells]
