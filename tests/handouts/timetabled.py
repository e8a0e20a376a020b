# SPDX-License-Identifier: MIT
"""Forums with rooms and times of every kind, for the tests of grids and door signs."""

from dataclasses import replace
from datetime import datetime, timedelta

from forumdesk.domain.agenda import Part, Role, Session, SessionKind, SessionRoom
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Room, Track
from forumdesk.domain.wording import Text
from tests.handouts.dossiers import FORUM, at, titled

TRACKS = (
    Track("chips", "edition", Text.of(ko="칩", en="Chips"), "#336699"),
    Track("people", "edition", Text.of(ko="인재", en="Talent"), "#a05a12"),
)


def rooms(count: int) -> tuple[Room, ...]:
    """So many rooms."""
    return tuple(
        Room(f"r{n}", "edition", Text.of(ko=f"{n}관", en=f"Hall {n}"), position=n)
        for n in range(1, count + 1)
    )


def held(*sessions: tuple[Session, tuple[str, ...]], count: int = 12) -> Dossier:
    """A forum of sessions, each with its rooms; the first person of the forum speaks in each."""
    return replace(
        FORUM,
        images=(),
        rooms=rooms(count),
        tracks=TRACKS,
        sessions=tuple(session for session, _ in sessions),
        session_rooms=tuple(
            SessionRoom(f"{session.id}-{room}", session.id, room)
            for session, where in sessions
            for room in where
        ),
        parts=tuple(
            Part(f"part-{session.id}", session.id, "p-hong", Role.PRESENTS)
            for session, _ in sessions
            if session.kind is SessionKind.PRESENTATION
        ),
    )


def talk(
    key: str, starts: datetime, minutes: int | None, title: str = "", **more: object
) -> Session:
    """A session with a title in both languages."""
    ko, en = f"발표 {key} {title}".strip(), f"Talk {key} {title}".strip()
    return titled(key, ko, en, starts=starts, minutes=minutes, **more)


def conference(count: int = 12) -> Dossier:
    """A day of two plenaries, a lunch for everybody and talks of half an hour in each room."""
    sessions: list[tuple[Session, tuple[str, ...]]] = [
        (
            titled(
                "open",
                "개회식",
                "Opening",
                kind=SessionKind.OPENING,
                starts=at("09:00"),
                minutes=60,
            ),
            (),
        ),
        (
            titled(
                "lunch",
                "오찬",
                "Luncheon",
                kind=SessionKind.LUNCHEON,
                starts=at("12:00"),
                minutes=90,
            ),
            (),
        ),
        (
            titled(
                "sign",
                "서명식",
                "Signing",
                kind=SessionKind.SIGNING,
                starts=at("17:00"),
                minutes=30,
            ),
            (),
        ),
    ]
    for room in range(1, count + 1):
        starts = at("10:00")
        while starts < at("17:00"):
            if not at("12:00") <= starts < at("13:30"):
                key = f"t{room}-{starts:%H%M}"
                track = TRACKS[(room + starts.hour) % 2].id
                sessions.append((talk(key, starts, 30, track=track), (f"r{room}",)))
            starts += timedelta(minutes=30)
    return held(*sessions, count=count)
