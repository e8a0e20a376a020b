# SPDX-License-Identifier: MIT
"""What a speaker's brief says: own parts, who else is there, whom to ask. Already worded."""

from __future__ import annotations

from forumdesk.domain.values import frozen
from forumdesk.handouts.content import NOTHING, Badge, PartLine, PracticalNote, Sheet, Wording
from forumdesk.handouts.signing import Fact


@frozen
class Stretch:
    """A stretch of a day, as parts of it (0 to 1); ``own``: the reader has a part in it."""

    start: float
    end: float
    own: bool = False


@frozen
class DayBar:
    """A day at a glance: stretches of it, and the full hours by what is written under them."""

    date: Wording
    stretches: tuple[Stretch, ...]
    hours: tuple[tuple[float, str], ...]


@frozen
class OwnPart:
    """What somebody does in a session: ``role`` is what, ``title`` that of the session.

    ``start`` and ``end`` are its times, ``come_by`` is when to be there. ``company`` are all on
    stage there, the reader left out, under ``with_label``.
    """

    anchor: str
    role: Wording
    title: Wording
    start: Wording = NOTHING
    end: Wording = NOTHING
    open_end: bool = False
    badges: tuple[Badge, ...] = ()
    come_by: Fact | None = None
    facts: tuple[Fact, ...] = ()
    with_label: Wording = NOTHING
    company: tuple[PartLine, ...] = ()


@frozen
class OwnDay:
    """A day on which somebody has a part."""

    bar: DayBar | None
    date: Wording
    parts: tuple[OwnPart, ...]


@frozen
class Brief:
    """A brief: in what ``languages``, that of its reader first, and for whom."""

    anchor: str
    languages: tuple[str, ...]
    subject: Wording
    name: Wording
    affiliation: Wording
    greeting: Wording
    intro: Wording
    days: tuple[OwnDay, ...]
    practical_label: Wording
    practical: tuple[PracticalNote, ...] = ()
    contact: PracticalNote | None = None


@frozen
class SpeakerBriefContent:
    """Briefs one after the other; ``nothing`` is said where nobody has a part."""

    sheet: Sheet
    briefs: tuple[Brief, ...]
    nothing: Wording

    @property
    def blank(self) -> bool:
        """Whether it says nothing but its titles."""
        return not self.briefs
