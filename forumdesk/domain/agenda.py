# SPDX-License-Identifier: MIT
"""The agenda: sessions, what they hold, and who does what in them."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from forumdesk.domain.values import frozen
from forumdesk.domain.wording import EMPTY, Text


class SessionKind(StrEnum):
    """What a session is."""

    REGISTRATION = "registration"
    OPENING = "opening"
    REMARKS = "remarks"
    KEYNOTE = "keynote"
    PRESENTATION = "presentation"
    PANEL = "panel"
    DISCUSSION = "discussion"
    SIGNING = "signing"
    PHOTO = "photo"
    BREAK = "break"
    LUNCHEON = "luncheon"
    RECEPTION = "reception"
    DINNER = "dinner"
    SITE_VISIT = "site-visit"
    BILATERAL = "bilateral"
    PRESS_BRIEFING = "press-briefing"
    INTERNAL = "internal"
    CLOSING = "closing"


PAUSES = frozenset(
    {
        SessionKind.REGISTRATION,
        SessionKind.BREAK,
        SessionKind.LUNCHEON,
        SessionKind.RECEPTION,
        SessionKind.DINNER,
    }
)
CEREMONIES = frozenset({SessionKind.SIGNING, SessionKind.PHOTO})


class Visibility(StrEnum):
    """Who may know of a session, from everybody to the secretariat alone."""

    PUBLIC = "public"
    INVITED = "invited"
    PRESS = "press"
    CLOSED = "closed"
    INTERNAL = "internal"


class SessionStatus(StrEnum):
    """How certain a session is."""

    DRAFT = "draft"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"


@frozen
class Link:
    """An address on the web.

    ``kind``: link, page (the session's own), attachment, recording, feedback or image.
    """

    url: str
    title: str = ""
    kind: str = "link"


@frozen
class Session:
    """An entry of the agenda, or an item inside one (``parent``).

    ``starts`` is wall time in the edition's zone, ``minutes`` the duration; either may be open.
    ``languages`` are those spoken on the floor; ``interpretation`` names the channels.
    ``notes``, ``cues`` and ``responsible`` (who of the secretariat answers for it) are for the
    secretariat and the show caller, never for guests. A ``locked`` session keeps its time; one
    that ``follows`` another begins when that ends. ``expected`` is a number of people.
    ``began`` and ``ended`` are the wall times at which it really did, on the day.
    ``predecessor`` is the session of an earlier edition that it was made from.
    """

    id: str
    edition: str
    title: Text = EMPTY
    kind: SessionKind = SessionKind.PRESENTATION
    parent: str | None = None
    position: int = 0
    starts: datetime | None = None
    minutes: int | None = None
    track: str | None = None
    summary: Text = EMPTY
    abstract: Text = EMPTY
    visibility: Visibility = Visibility.PUBLIC
    status: SessionStatus = SessionStatus.DRAFT
    languages: tuple[str, ...] = ()
    interpretation: Text = EMPTY
    notes: str = ""
    cues: str = ""
    links: tuple[Link, ...] = ()
    locked: bool = False
    follows: str | None = None
    expected: int | None = None
    responsible: str = ""
    began: datetime | None = None
    ended: datetime | None = None
    predecessor: str | None = None

    @property
    def ends(self) -> datetime | None:
        """Wall time of the end; ``None`` while start or duration is open."""
        if self.starts is None or self.minutes is None:
            return None
        return self.starts + timedelta(minutes=self.minutes)


@frozen
class SessionRoom:
    """A room a session is held in; a session without one is plenary."""

    id: str
    session: str
    room: str
    position: int = 0


class Role(StrEnum):
    """What a participant does in a session."""

    OPENS = "opens"
    WELCOMES = "welcomes"
    CONGRATULATES = "congratulates"
    KEYNOTE = "keynote"
    CHAIRS = "chairs"
    MODERATES = "moderates"
    PRESENTS = "presents"
    DISCUSSES = "discusses"
    SIGNS = "signs"
    WITNESSES = "witnesses"
    INTERPRETS = "interprets"
    HOSTS_TABLE = "hosts-table"
    MC = "mc"
    CLOSES = "closes"
    SPEAKS = "speaks"


class Mode(StrEnum):
    """How a part is given; ``read`` is by another person (대독)."""

    IN_PERSON = "in-person"
    VIDEO = "video"
    READ = "read"


@frozen
class Part:
    """What a participation does in a session. ``reader`` reads it out when ``mode`` is ``read``.

    ``label`` is the printed word for it where the role's own will not do ("Toast", "대회사").
    """

    id: str
    session: str
    participation: str
    role: Role = Role.SPEAKS
    position: int = 0
    minutes: int | None = None
    mode: Mode = Mode.IN_PERSON
    reader: str | None = None
    text_received: bool = False
    statement: Text = EMPTY
    label: Text = EMPTY


class CheckInHow(StrEnum):
    """How somebody was checked in."""

    TYPED = "typed"
    SCANNED = "scanned"
    WALK_IN = "walk-in"
    PAPER = "paper"
    UNDONE = "undone"


@frozen
class CheckIn:
    """A line of the append-only log at the door. ``at`` is UTC."""

    id: str
    participation: str
    at: datetime
    desk: str = ""
    how: CheckInHow = CheckInHow.TYPED
