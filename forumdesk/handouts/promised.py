# SPDX-License-Identifier: MIT
"""What sheets on commitments say: the scorecard, and a page for each who answers for some."""

from __future__ import annotations

from forumdesk.domain.values import frozen
from forumdesk.handouts.content import NOTHING, Prose, Sheet, Wording
from forumdesk.handouts.outcomes import Promise, PromiseLabels


@frozen
class Figure:
    """How many commitments stand so: ``key`` is the ``CommitmentStatus`` value."""

    key: str
    word: Wording
    count: int


@frozen
class PromiseGroup:
    """Commitments that stand together under one title; those that are not parted have none."""

    anchor: str
    title: Wording
    count: Wording
    promises: tuple[Promise, ...]


@frozen
class ScorecardContent:
    """The scorecard: ``heading`` says of which time, ``note`` as of which day."""

    sheet: Sheet
    heading: Wording
    note: Wording
    figures: tuple[Figure, ...]
    labels: PromiseLabels
    groups: tuple[PromiseGroup, ...]
    nothing: Wording = NOTHING

    @property
    def blank(self) -> bool:
        """Whether it says nothing but its titles."""
        return bool(self.nothing)


@frozen
class OwnerPage:
    """What one organization or person answers for, to be handed to them."""

    anchor: str
    owner: Wording
    count: Wording
    promises: tuple[Promise, ...]


@frozen
class OwnersContent:
    """A page for each owner; ``fields`` are what they write their answer in."""

    sheet: Sheet
    intro: Prose
    labels: PromiseLabels
    fields: tuple[Wording, ...]
    pages: tuple[OwnerPage, ...]
    nothing: Wording = NOTHING

    @property
    def blank(self) -> bool:
        """Whether it says nothing but its titles."""
        return bool(self.nothing)
