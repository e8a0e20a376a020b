# SPDX-License-Identifier: MIT
"""Small forums for the tests of paper: a day of three sessions, and what may be added to it."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any

from forumdesk.domain.agenda import Part, Role, Session, SessionKind, SessionRoom
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition, Host, HostRole, Room, Series, Track
from forumdesk.domain.outcomes import Agreement, Aim, Party, Signatory, SignatoryRole
from forumdesk.domain.people import (
    Image,
    Invitation,
    Name,
    Names,
    Organization,
    Participation,
    Person,
    Script,
)
from forumdesk.domain.wording import Text

SERIES = Series("series", Text.of(ko="칩 포럼", en="Chip Forum"))
EDITION = Edition(
    "edition",
    "series",
    number=2,
    slogan=Text.of(ko="함께", en="Together"),
    first_day=date(2025, 9, 3),
    last_day=date(2025, 9, 3),
    timezone="Asia/Seoul",
    venue=Text.of(ko="큰집", en="Great House"),
    city=Text.of(ko="서울", en="Seoul"),
)
LOGO = Image("logo", "image/png", 40, 20, b"png")
KSIA = Organization(
    "ksia", Text.of(ko="한국협회", en="Korea Association"), country="KR", logo="logo"
)
SIA = Organization("sia", Text.of(ko="미국협회", en="U.S. Association"), country="US")
MINISTRY = Organization("ministry", Text.of(ko="산업부", en="Ministry of Industry"), country="KR")
HOSTS = (
    Host("h1", "edition", "ksia", HostRole.HOST, 0),
    Host("h2", "edition", "sia", HostRole.CO_HOST, 1),
    Host("h3", "edition", "ministry", HostRole.SUPPORTER, 2),
)
HONG = Person(
    "hong",
    Names.of(
        {
            Script.HANGUL: Name("홍", "길동"),
            Script.LATIN: Name("Hong", "Gil-dong"),
            Script.HANJA: Name("洪", "吉童"),
        }
    ),
    biography=Text.of(ko="첫째 줄\n둘째 줄", en="One line."),
)
DOE = Person(
    "doe",
    Names.of({Script.LATIN: Name("Doe", "Jane"), Script.HANGUL: Name("도", "제인")}),
    family_first=False,
)
PARTICIPATIONS = (
    Participation(
        "p-hong",
        "edition",
        "hong",
        "ksia",
        Text.of(ko="회장", en="Chairman"),
        status=Invitation.ACCEPTED,
    ),
    Participation(
        "p-doe",
        "edition",
        "doe",
        "sia",
        Text.of(ko="대표", en="President"),
        status=Invitation.ACCEPTED,
    ),
    Participation("p-ministry", "edition", None, "ministry", Text.of(ko="장관", en="Minister")),
    Participation("p-nobody", "edition"),
)
ROOMS = (
    Room("hall", "edition", Text.of(ko="홀", en="Hall"), position=0),
    Room("attic", "edition", Text.of(ko="다락", en="Attic"), position=1),
)
TRACK = Track("track", "edition", Text.of(ko="기술", en="Technology"), "#336699")


def at(text: str, day: int = 3) -> datetime:
    """A wall time of the edition."""
    return datetime.fromisoformat(f"2025-09-{day:02}T{text}")


def titled(id: str, ko: str, en: str, **fields: Any) -> Session:
    """A session with a title in both languages."""
    return Session(id, "edition", title=Text.of(ko=ko, en=en), **fields)


SESSIONS = (
    titled("open", "개회식", "Opening", kind=SessionKind.OPENING, starts=at("09:00"), minutes=30),
    titled("pause", "휴식", "Break", kind=SessionKind.BREAK, starts=at("09:30"), minutes=15),
    titled("talk", "강연", "Talk", starts=at("09:45"), minutes=45, track="track"),
)
PARTS = (
    Part("part1", "open", "p-hong", Role.OPENS, 0),
    Part("part2", "open", "p-doe", Role.SPEAKS, 1),
    Part("part3", "open", "p-ministry", Role.SPEAKS, 2),
    Part("part4", "talk", "p-nobody", Role.PRESENTS, 0),
)
FORUM = Dossier(
    series=SERIES,
    edition=EDITION,
    hosts=HOSTS,
    rooms=ROOMS,
    tracks=(TRACK,),
    sessions=SESSIONS,
    session_rooms=(SessionRoom("sr", "talk", "attic"),),
    parts=PARTS,
    participations=PARTICIPATIONS,
    people=(HONG, DOE),
    organizations=(KSIA, SIA, MINISTRY),
    images=(LOGO,),
    editions=(EDITION,),
)


def forum(**changes: Any) -> Dossier:
    """The forum of three sessions, with some of its lists replaced."""
    return replace(FORUM, **changes)


def with_edition(**changes: Any) -> Dossier:
    """The same, with fields of the edition changed."""
    edition = replace(EDITION, **changes)
    return replace(FORUM, edition=edition, editions=(edition,))


AGREEMENT = {
    "agreements": (
        Agreement(
            "mou",
            "edition",
            Text.of(ko="협력 양해각서", en="MOU on Cooperation"),
            preamble=Text.of(ko="전문", en="Preamble"),
            signed_on=date(2025, 9, 3),
        ),
    ),
    "parties": (Party("pa1", "mou", "ksia", 0), Party("pa2", "mou", "sia", 1)),
    "aims": (
        Aim("a2", "mou", 2, Text.of(ko="둘째", en="Second")),
        Aim("a1", "mou", 1, Text.of(ko="첫째", en="First"), Text.of(ko="제목", en="Title")),
    ),
    "signatories": (
        Signatory("s3", "mou", "p-ministry", SignatoryRole.WITNESSES, None, 2),
        Signatory("s1", "mou", "p-hong", SignatoryRole.SIGNS, "pa1", 0),
        Signatory("s2", "mou", "p-doe", SignatoryRole.SIGNS, "pa2", 1),
    ),
}
NOON = datetime(2025, 8, 1, 3, tzinfo=UTC)


def every_text(value: object) -> Iterator[str]:
    """Every text in a content value, or a part of one, that can come to stand on paper.

    Keys, anchors and other plain strings are among them; all of those are ASCII.
    """
    if isinstance(value, str):
        if not isinstance(value, Enum):
            yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from every_text(part)
    elif is_dataclass(value):
        for one in fields(value):
            yield from every_text(getattr(value, one.name))
