# SPDX-License-Identifier: MIT
"""How many may come, as it is edited with a side, an organization or the edition."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.inviting import Seats, seats
from forumdesk.domain.people import Quota
from forumdesk.ui.fields import NumberField
from forumdesk.ui.forms import captioned
from forumdesk.ui.labels import label
from forumdesk.ui.workspace import Workspace

Set = Callable[..., object]


class QuotaField(QWidget):
    """A number of seats, and under it how many of them are taken; empty for as many as like."""

    def __init__(self, work: Workspace, name: str, put: Set) -> None:
        super().__init__()
        self._work, self._put, self._id = work, put, ""
        self.number = NumberField(name)
        self.said = label(look="small", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(captioned(name, self.number))
        layout.addWidget(self.said)
        self.number.typed.connect(lambda count: work.run(put, self._id, count))

    def show_for(self, dossier: Dossier, id: str, where: str = "") -> None:
        """Show the quota of a side, an organization or the edition itself; ``where`` it counts."""
        self._id = id
        mine = [each for each in seats(dossier) if _of(each.quota) == id]
        self.number.show_typed(mine[0].quota.seats if mine else None)
        self.number.setReadOnly(not self._work.editable)
        told = ": ".join(filter(None, (where, self._told(mine[0]) if mine else "")))
        self.said.setText(told)
        self.said.setVisible(bool(told))

    def _told(self, each: Seats) -> str:
        words = self._work.words
        parts = [words("{count} taken", count=each.taken), words("{count} free", count=each.free)]
        if each.invited:
            parts.append(words("{count} invited", count=each.invited))
        if each.waiting:
            parts.append(words("{count} waiting", count=each.waiting))
        return " · ".join(parts)


def _of(quota: Quota) -> str:
    return quota.side or quota.organization or quota.edition
