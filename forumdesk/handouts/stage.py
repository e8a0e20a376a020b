# SPDX-License-Identifier: MIT
"""What the sheets for the stage say: the show caller's run sheet, the script of the MC."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

from forumdesk.domain.values import frozen
from forumdesk.handouts.content import NOTHING, Badge, PartLine, Prose, Sheet, TrackMark, Wording


class RowKind(StrEnum):
    """What a row of the run sheet is: a session, something in it, or what goes on between."""

    SESSION = "session"
    ITEM = "item"
    PART = "part"
    TRANSITION = "transition"


@frozen
class RunRow:
    """A row of the run sheet.

    ``clock`` is when it begins, ``running`` how long that is after the day's start ("+1:05"),
    ``minutes`` how long it lasts; each may be empty. ``cue`` are the cues of the session,
    ``note`` what else its caller should know. Of a transition there is only its ``title``.
    """

    kind: RowKind
    title: Wording
    anchor: str = ""
    clock: Wording = NOTHING
    running: str = ""
    minutes: str = ""
    room: Wording = NOTHING
    badges: tuple[Badge, ...] = ()
    track: TrackMark | None = None
    who: tuple[PartLine, ...] = ()
    cue: Prose = ()
    note: Prose = ()
    responsible: Wording = NOTHING
    symbol: str = ""
    quiet: bool = False
    cancelled: bool = False


@frozen
class RunDay:
    """A program day of the run sheet: ``date`` in full, ``short`` for the head of a page."""

    anchor: str
    date: Wording
    short: Wording
    rows: tuple[RunRow, ...]


@frozen
class RunHeads:
    """What stands over the columns of the run sheet; those that are empty are left out."""

    clock: Wording
    running: Wording
    minutes: Wording
    item: Wording
    who: Wording
    cue: Wording
    responsible: Wording


@frozen
class RunSheetContent:
    """The run sheet: ``variant`` says whose copy it is."""

    sheet: Sheet
    variant: Wording
    heads: RunHeads
    days: tuple[RunDay, ...]
    nothing: Wording = NOTHING

    @property
    def blank(self) -> bool:
        """Whether it says nothing but its titles."""
        return not self.days


@frozen
class Said:
    """A stretch of words to be said; ``reading`` tells how a name among them is read."""

    text: str
    reading: str = ""
    name: bool = False


Speech: TypeAlias = tuple[tuple[str, tuple[Said, ...]], ...]
"""What is said: pairs of language and stretches in the order of the document."""


@frozen
class Aloud:
    """A paragraph for the MC to say."""

    text: Speech


@frozen
class CueWords:
    """What the MC does or waits for; never said."""

    text: Wording


@frozen
class Roll:
    """People read out one after the other, in an order that counts."""

    people: tuple[Speech, ...]


@frozen
class Cast:
    """People read out, each after what they do."""

    people: tuple[tuple[Wording, Speech], ...]


Line: TypeAlias = Aloud | CueWords | Roll | Cast


@frozen
class ScriptItem:
    """What the MC says for a session or an item: ``title`` is not said.

    ``within``: it is an item of the session before it.
    """

    anchor: str
    title: Wording
    start: Wording = NOTHING
    end: Wording = NOTHING
    room: Wording = NOTHING
    lines: tuple[Line, ...] = ()
    within: bool = False
    symbol: str = ""


@frozen
class ScriptDay:
    """A program day of the script: ``date`` in full, ``short`` for the head of a page."""

    anchor: str
    date: Wording
    short: Wording
    items: tuple[ScriptItem, ...]


@frozen
class ScriptContent:
    """The script of the master of ceremonies."""

    sheet: Sheet
    days: tuple[ScriptDay, ...]
    nothing: Wording = NOTHING

    @property
    def blank(self) -> bool:
        """Whether it says nothing but its titles."""
        return not self.days
