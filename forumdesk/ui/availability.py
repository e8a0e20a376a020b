# SPDX-License-Identifier: MIT
"""A field for when a room or a participant can be had, typed as times and days."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.typed_windows import said_windows, typed_windows
from forumdesk.ui.forms import LineField
from forumdesk.ui.labels import tip
from forumdesk.ui.workspace import Workspace


class AvailabilityField(LineField):
    """Shows the windows of what it was given last; ``set_windows`` is the service for others."""

    def __init__(self, work: Workspace, set_windows: Callable[..., Any]) -> None:
        super().__init__(work.words("Can be had"))
        self._work, self._set_windows, self._id = work, set_windows, ""
        self.setPlaceholderText(work.words("at any time"))
        hint = work.words("For example 9:00–12:00, 13–18; or 6/24 9:00–12:00; 6/25")
        self.setToolTip(tip(hint))
        self.committed.connect(self._take)

    def show_for(self, dossier: Dossier, id: str) -> None:
        """Show when a room or participation of this id can be had."""
        self._id = id
        found = (a for a in dossier.availabilities if id in (a.room, a.participation))
        boundary = dossier.edition.day_boundary
        windows = [(a.starts, a.ends) for a in found]
        self.show_value(said_windows(windows, days=dossier.days, boundary=boundary))

    def _take(self, text: str) -> None:
        dossier = self._work.dossier
        if dossier is None:
            return
        try:
            windows = typed_windows(text, days=dossier.days, boundary=dossier.edition.day_boundary)
        except ForumDeskError as error:
            self._work.messages.refuse(error)
            self.show_for(dossier, self._id)
            return
        self._work.run(self._set_windows, self._id, windows)
