# SPDX-License-Identifier: MIT
"""What the sheet for the press says. Already worded, as all content is."""

from __future__ import annotations

from forumdesk.domain.values import frozen
from forumdesk.handouts.content import NOTHING, Agenda, PracticalNote, Quote, Sheet, Wording
from forumdesk.handouts.signing import Fact, Facts


@frozen
class Chance:
    """Something for cameras or questions: when and where, and what it is.

    ``kind`` is that of the session; who is in the picture, or answers, is ``who``.
    """

    anchor: str
    kind: str
    when: Wording
    title: Wording
    place: Wording
    who: Wording = NOTHING


@frozen
class PressHeads:
    """The headings of the sheet."""

    chances: Wording
    order: Wording
    quotes: Wording


@frozen
class PressContent:
    """The sheet for the press; ``release`` says from when on it may be used.

    ``check`` is said under the order of speakers. ``quotes`` are those that no agreement has.
    """

    sheet: Sheet
    release: Wording
    facts: tuple[Fact, ...]
    heads: PressHeads
    chances: tuple[Chance, ...]
    order: Agenda
    check: Wording
    agreements: tuple[Facts, ...] = ()
    quotes: tuple[Quote, ...] = ()
    contacts: Fact | None = None
    contact: PracticalNote | None = None

    @property
    def blank(self) -> bool:
        """Whether it says nothing but its titles."""
        return not (self.order.days or self.chances or self.agreements or self.quotes)
