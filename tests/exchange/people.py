# SPDX-License-Identifier: MIT
"""A small forum of people with everything known of them, for lists that go out."""

from datetime import date, datetime
from typing import Any

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition, Series, Side
from forumdesk.domain.people import (
    Consent,
    Contact,
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

ID = "01900000-0000-7000-8000-000000000039"
HONG = Person(
    ID,
    Names.of(
        {
            Script.HANGUL: Name("홍", "길동"),
            Script.LATIN: Name("Hong", "Gil-dong"),
            Script.HANJA: Name("洪", "吉童"),
        }
    ),
    contacts=(
        Contact("email", "hong@example.org"),
        Contact("phone", "+82 2-123-4567"),
        Contact("mobile", "+82 10-1234-5678"),
        Contact("address", "서울시 중구, 1; 2층\n(뒤)"),
        Contact("url", "https://example.org/hong"),
        Contact("url", "javascript:alert(1)"),
    ),
    photo="face",
    notes="a note, private",
)
DOE = Person("doe", Names.of({Script.LATIN: Name("Doe", "Jane")}), family_first=False)
BODIES = (
    Organization("k", Text.of(ko="한국협회", en="Korea Association"), country="KR"),
    Organization("a", Text.of(en="=cmd|' /C calc'!A0"), country="US"),
)
YES = Consent("list", True)
GOING = (
    Participation(
        "p-hong",
        "e",
        ID,
        "k",
        Text.of(ko="회장", en="Chairman, CEO"),
        side="kr",
        status=Invitation.ACCEPTED,
        status_on=date(2027, 5, 1),
        consents=(YES,),
        number=7,
        arrives=datetime(2027, 6, 23, 18, 5),
        notes="first line\nsecond line",
    ),
    Participation("p-doe", "e", "doe", "a", status=Invitation.TENTATIVE, number=8),
)


def forum(**changes: Any) -> Dossier:
    """The forum, with some of its lists replaced."""
    usual = {
        "series": Series("s", Text.of(ko="포럼", en="Forum")),
        "edition": Edition("e", "s", 1, last_day=date(2027, 6, 24), timezone="Asia/Seoul"),
        "sides": (Side("kr", "e", Text.of(ko="한국", en="Korea")),),
        "people": (HONG, DOE),
        "organizations": BODIES,
        "participations": GOING,
        "images": (Image("face", "image/jpeg", 2, 2, bytes(range(250))),),
    }
    return Dossier(**{**usual, **changes})
