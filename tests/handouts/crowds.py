# SPDX-License-Identifier: MIT
"""Forums with as many participants as wanted, for lists of them."""

from dataclasses import replace
from typing import Any

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Side
from forumdesk.domain.people import (
    Consent,
    Contact,
    Invitation,
    Name,
    Names,
    Participation,
    Person,
    Script,
)
from forumdesk.domain.wording import Text
from tests.handouts.dossiers import FORUM

SIDES = (
    Side("kr", "edition", Text.of(ko="한국 측", en="Korean side"), "KR", "ksia", 0),
    Side("us", "edition", Text.of(ko="미국 측", en="U.S. side"), "US", "sia", 1),
)
YES, NO = Consent("list", True), Consent("list", False)
SYLLABLES = ("가", "나", "다", "라", "마", "바", "사", "아", "자", "차")
LATIN = ("Ga", "Na", "Da", "Ra", "Ma", "Ba", "Sa", "A", "Ja", "Cha")


def person(n: int) -> Person:
    """A person with a name of their own in two scripts."""
    a, b = n // 10 % 10, n % 10
    given = Name(SYLLABLES[n // 100 % 10], SYLLABLES[a] + SYLLABLES[b])
    latin = Name(LATIN[n // 100 % 10], f"{LATIN[a]}-{LATIN[b].lower()}")
    return Person(f"x{n}", Names.of({Script.HANGUL: given, Script.LATIN: latin}))


def coming(n: int, **more: Any) -> Participation:
    """Somebody who comes and agreed to be listed."""
    usual: dict[str, Any] = {
        "person": f"x{n}",
        "organization": ("ksia", "sia", "ministry")[n % 3],
        "office": Text.of(ko="연구위원", en="Research Fellow"),
        "side": ("kr", "us")[n % 2],
        "status": Invitation.ACCEPTED,
        "consents": (YES,),
        "number": n + 1,
    }
    return Participation(f"p{n}", "edition", **{**usual, **more})


def crowd(count: int, *more: Participation, **changes: Any) -> Dossier:
    """A forum of so many, and of some more."""
    people = tuple(person(n) for n in range(count + 10))
    going = (*(coming(n) for n in range(count)), *more)
    base = replace(FORUM, sessions=(), parts=(), session_rooms=(), images=(), sides=SIDES)
    return replace(base, people=people, participations=going, **changes)


PRIVATE = "XMARKX"


def with_secrets(dossier: Dossier) -> Dossier:
    """The same with a word in every field that is nobody's business."""
    kinds = ("email", "phone", "mobile", "address", "url")
    people = tuple(
        replace(
            one,
            contacts=tuple(Contact(kind, f"{PRIVATE}{kind}") for kind in kinds),
            reading=Text.of(ko=PRIVATE, en=PRIVATE),
            honorific=Text.of(ko=PRIVATE, en=PRIVATE),
            biography=Text.of(ko=PRIVATE, en=PRIVATE),
            diet=f"{PRIVATE}diet",
            access=f"{PRIVATE}access",
            notes=f"{PRIVATE}about",
        )
        for one in dossier.people
    )
    going = tuple(
        replace(
            one,
            notes=f"{PRIVATE}notes",
            category=f"{PRIVATE}category",
            pin_reason=f"{PRIVATE}reason",
            grade=f"{PRIVATE}grade",
            table_name=f"{PRIVATE}table",
            seat=f"{PRIVATE}seat",
            badge_name=Text.of(ko=PRIVATE, en=PRIVATE),
        )
        for one in dossier.participations
    )
    return replace(dossier, people=people, participations=going)
