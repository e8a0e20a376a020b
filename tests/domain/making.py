# SPDX-License-Identifier: MIT
"""Editions in a few words, for tests of checks: who is named in a part exists."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from forumdesk.domain.agenda import Part, Role, Session, SessionRoom, SessionStatus
from forumdesk.domain.desk import Problem
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition, EditionState, Host, HostRole, Room, Series, Side
from forumdesk.domain.people import (
    Invitation,
    Name,
    Names,
    Organization,
    Participation,
    Person,
    Script,
)
from forumdesk.domain.wording import Text
from forumdesk.domain.words import words_in

SERIES = Series("series", Text.of(ko="포럼", en="Forum"))
EDITION = Edition(
    "edition",
    "series",
    number=1,
    first_day=date(2026, 5, 6),
    last_day=date(2026, 5, 7),
    timezone="Asia/Seoul",
)
KOREA = Side("k", "edition", Text.of(ko="한국 측", en="Korea"), country="KR", organization="ksia")
AMERICA = Side("u", "edition", Text.of(ko="미국 측", en="America"), country="US")
HOSTS = (
    Host("h1", "edition", "ksia", HostRole.HOST),
    Host("h2", "edition", "sia", HostRole.CO_HOST),
)
CANCELLED = {"status": SessionStatus.CANCELLED}


def at(text: str, day: int = 6) -> datetime:
    """A wall time in May 2026."""
    return datetime.fromisoformat(f"2026-05-{day:02}T{text}")


def session(id: str, starts: str = "", minutes: int | None = 60, **more: Any) -> Session:
    """A session called by its id; ``day`` of May 2026, the sixth if not said."""
    start = at(starts, more.pop("day", 6)) if starts else None
    title = Text.of(ko=f"세션 {id}", en=f"Session {id}")
    return Session(id, "edition", **{"title": title, "starts": start, "minutes": minutes, **more})


def item(parent: str, id: str, starts: str = "", minutes: int | None = 10, **more: Any) -> Session:
    """An item inside a session."""
    return session(id, starts, minutes, parent=parent, **more)


def part(session: str, who: str, role: Role = Role.SPEAKS, **more: Any) -> Part:
    """What somebody does in a session."""
    return Part(f"{session}-{who}-{role}", session, who, role, **more)


def several(session: str, people: str, role: Role = Role.SPEAKS) -> tuple[Part, ...]:
    """The same part for each of some people: ``several("a", "kim lee")``."""
    return tuple(part(session, who, role) for who in people.split())


def room(id: str, capacity: int | None = None, **more: Any) -> Room:
    """A room: Hall A."""
    return Room(id, "edition", Text.of(ko=f"{id} 홀", en=f"Hall {id}"), capacity, **more)


def held(**rooms: str) -> tuple[SessionRoom, ...]:
    """In which room each session is held: ``held(a="A")``; two rooms are ``"A B"``."""
    pairs = ((key, one) for key, names in rooms.items() for one in names.split())
    return tuple(SessionRoom(f"{key}-{one}", key, one) for key, one in pairs)


def edition(
    *sessions: Session, seats: dict[str, dict[str, Any]] | None = None, **more: Any
) -> Dossier:
    """An edition of these sessions.

    Everybody named in a part has accepted, but for what ``seats`` says of them by name.
    """
    seats = seats or {}
    parts: tuple[Part, ...] = more.get("parts", ())
    named = [name for p in parts for name in (p.participation, p.reader) if name]
    names = list(dict.fromkeys([*seats, *named]))
    accepted = {"status": Invitation.ACCEPTED}
    bodies = dict.fromkeys(s["organization"] for s in seats.values() if s.get("organization"))
    made: dict[str, Any] = {
        "series": SERIES,
        "edition": EDITION,
        "rooms": (room("A"), room("B")),
        "people": tuple(Person(f"person-{n}", _name(n)) for n in names),
        "participations": tuple(
            Participation(n, "edition", **{"person": f"person-{n}", **accepted, **seats.get(n, {})})
            for n in names
        ),
        "organizations": tuple(
            Organization(key, Text.of(ko=f"{key} 협회", en=key.upper())) for key in bodies
        ),
    }
    return Dossier(**{**made, "sessions": sessions, **more})


def _name(name: str) -> Names:
    return Names.of({Script.HANGUL: Name(full="홍길동"), Script.LATIN: Name(full=name.title())})


def closed(dossier: Dossier) -> Dossier:
    """The same edition when it is over."""
    return replace(dossier, edition=replace(dossier.edition, state=EditionState.CLOSED))


def told(check: Callable[[Dossier], Iterable[Problem]], dossier: Dossier) -> list[str]:
    """What a check says: severity, kind, subject and text, in English, line by line.

    The Korean is said too: it is there, and has the same values.
    """
    lines = []
    for problem in check(dossier):
        english, korean = (problem.phrase.said(words_in(tag)) for tag in ("en", "ko"))
        assert korean != english, f"no Korean for “{problem.phrase.message}”"
        lines.append(f"{problem.severity} {problem.kind} {problem.subject} | {english}")
    return lines
