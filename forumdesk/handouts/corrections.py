# SPDX-License-Identifier: MIT
"""What a correction slip says."""

from __future__ import annotations

from forumdesk.domain.values import frozen
from forumdesk.handouts.content import NOTHING, Sheet, Wording


@frozen
class Correction:
    """One change: ``now`` how it is, ``was`` how it was, where that is not said with it.

    ``item`` is the name of the item in the session that it is about. ``timed``: how it is now is
    the time at which its session stands on the slip.
    """

    now: Wording
    was: Wording = NOTHING
    item: Wording = NOTHING
    timed: bool = False


@frozen
class CorrectionGroup:
    """What changed about one session, about the forum, or about people: ``title`` says which.

    A session has its times as they are now, or were, and where the forum has several its ``day``.
    """

    title: Wording
    corrections: tuple[Correction, ...]
    start: Wording = NOTHING
    end: Wording = NOTHING
    day: Wording = NOTHING


@frozen
class StaleSheets:
    """Sheets that were printed and say something else than they would now, under a label."""

    label: Wording
    sheets: tuple[Wording, ...]


@frozen
class ErrataContent:
    """A correction slip: ``since`` names the version it corrects, ``person`` whose slip it is.

    Without any change there are no groups, and ``nothing`` says so.
    """

    sheet: Sheet
    since: Wording
    groups: tuple[CorrectionGroup, ...] = ()
    nothing: Wording = NOTHING
    person: Wording = NOTHING
    stale: StaleSheets | None = None

    @property
    def blank(self) -> bool:
        """Whether it says nothing but its titles."""
        return not self.groups and self.stale is None
