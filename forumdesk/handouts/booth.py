# SPDX-License-Identifier: MIT
"""What the sheet for interpreters says: what is spoken when, by whom, in which terms."""

from __future__ import annotations

from enum import StrEnum

from forumdesk.domain.values import frozen
from forumdesk.handouts.content import NOTHING, Badge, PracticalNote, Sheet, Wording


class TextState(StrEnum):
    """Whether the text of a speech is there; empty where none is expected."""

    RECEIVED = "received"
    AWAITED = "awaited"
    NONE = ""


@frozen
class Called:
    """Somebody's name in every script it is known in, and how it is read, by language."""

    names: tuple[tuple[str, str], ...]
    readings: tuple[str, ...] = ()


@frozen
class BoothSpeaker:
    """Somebody who speaks: in which role, for how many minutes, and whether the text is there."""

    role: Wording
    called: Called
    affiliation: Wording = NOTHING
    note: Wording = NOTHING
    clock: Wording = NOTHING
    minutes: str = ""
    text: TextState = TextState.NONE


@frozen
class BoothSession:
    """A session, or an item ``within`` the one before it: what is spoken, and on which channel.

    ``interpreters`` are those who are named for it; ``heard``: interpreters are at work.
    """

    anchor: str
    title: Wording
    clock: Wording = NOTHING
    room: Wording = NOTHING
    floor: Wording = NOTHING
    channel: Wording = NOTHING
    minutes: str = ""
    badges: tuple[Badge, ...] = ()
    interpreters: Wording = NOTHING
    speakers: tuple[BoothSpeaker, ...] = ()
    within: bool = False
    quiet: bool = False
    heard: bool = False


@frozen
class BoothDay:
    """A program day: ``date`` in full, ``short`` for the head of a page."""

    anchor: str
    date: Wording
    short: Wording
    sessions: tuple[BoothSession, ...]


@frozen
class BoothHeads:
    """What stands over the columns, and what a box says that is ticked or not."""

    clock: Wording
    what: Wording
    floor: Wording
    minutes: Wording
    text: Wording
    received: Wording
    awaited: Wording
    interpreters: Wording


@frozen
class TermRow:
    """A term in each language of the series, and what is meant by it."""

    texts: tuple[tuple[str, str], ...]
    note: Wording = NOTHING


@frozen
class Terms:
    """The terms side by side: a column for each language, by what it is called in itself."""

    heading: Wording
    languages: tuple[tuple[str, str], ...]
    note: Wording
    rows: tuple[TermRow, ...]


@frozen
class InterpretersContent:
    """The sheet for the booths; ``count`` says how many texts are there."""

    sheet: Sheet
    heads: BoothHeads
    count: Wording
    days: tuple[BoothDay, ...]
    terms: Terms | None = None
    contact: PracticalNote | None = None
    nothing: Wording = NOTHING

    @property
    def blank(self) -> bool:
        """Whether it says nothing but its titles."""
        return not self.days and self.terms is None
