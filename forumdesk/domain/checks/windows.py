# SPDX-License-Identifier: MIT
"""The times at which a room or a person is available."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.values import frozen


@frozen
class Window:
    """From when to when something is available (wall time, end excluded)."""

    start: datetime
    end: datetime

    def holds(self, start: datetime, end: datetime) -> bool:
        """Whether all of a time is inside."""
        return self.start <= start and end <= self.end

    def meets(self, start: datetime, end: datetime) -> bool:
        """Whether some of a time is inside."""
        return self.start < end and start < self.end

    def __str__(self) -> str:
        return f"{self.start:%Y-%m-%dT%H:%M}/{self.end:%Y-%m-%dT%H:%M}"


def windows(dossier: Dossier) -> Mapping[str, tuple[Window, ...]]:
    """The windows of each room and participation that has any, by id; those that meet joined."""
    return dossier.derived(_windows)


def _windows(dossier: Dossier) -> Mapping[str, tuple[Window, ...]]:
    given: dict[str, list[Window]] = defaultdict(list)
    for one in dossier.availabilities:
        if one.ends > one.starts:
            given[one.room or one.participation or ""].append(Window(one.starts, one.ends))
    return {key: _joined(those) for key, those in given.items()}


def _joined(given: Iterable[Window]) -> tuple[Window, ...]:
    joined: list[Window] = []
    for window in sorted(given, key=lambda window: window.start):
        if joined and window.start <= joined[-1].end:
            joined[-1] = Window(joined[-1].start, max(joined[-1].end, window.end))
        else:
            joined.append(window)
    return tuple(joined)
