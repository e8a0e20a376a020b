# SPDX-License-Identifier: MIT
"""What the checks that understand forums offer, done in a forum file: it helps, in one step."""

from typing import Any

import pytest

from forumdesk.domain.agenda import Role, SessionKind
from forumdesk.domain.checks import run
from forumdesk.domain.desk import Problem
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Availability
from forumdesk.domain.outcomes import Agreement, AgreementState, Signatory
from forumdesk.domain.people import Invitation, Quota
from forumdesk.domain.reading import dossier as read
from forumdesk.domain.wording import Text
from forumdesk.domain.words import words_in
from forumdesk.services.fixing import apply_fix
from forumdesk.store.forumfile import ForumFile
from tests.domain.making import EDITION, HOSTS, at, edition, held, item, part, room, session
from tests.services.small import label

GREETS = Role.CONGRATULATES
OPENING = session("a", "09:00", kind=SessionKind.OPENING)
BODIES: dict[str, dict[str, Any]] = {
    "kim": {"organization": "ksia", "rank": 3},
    "lee": {"organization": "sia", "rank": 2},
    "oh": {"organization": "else", "rank": 1},
}
GUESTS = {name: {"rank": seat["rank"]} for name, seat in BODIES.items()}
OFFICES: dict[str, dict[str, Any]] = {
    "kim": {"office": Text.of(en="Director")},
    "lee": {"office": Text.of(en="Minister")},
    "oh": {"rank": 1},
}
MOU = Agreement(
    "mou", "edition", Text.of(ko="양해각서", en="MOU"), session="a", state=AgreementState.AGREED
)

# Kind of problem, the edition it is in, what is offered, and the step that is taken.
CASES: list[tuple[str, Dossier, str, str]] = [
    (
        "precedence",
        edition(
            OPENING,
            parts=tuple(part("a", who, GREETS, position=n) for n, who in enumerate(GUESTS)),
            seats=GUESTS,
        ),
        "Put the speeches of “Session a” in order",
        "Reorder speakers of “Session a”",
    ),
    (
        "precedence",
        edition(
            OPENING,
            *(item("a", f"i{n}", f"09:{n * 10:02}") for n in range(3)),
            parts=tuple(part(f"i{n}", who, GREETS) for n, who in enumerate(GUESTS)),
            seats=GUESTS,
        ),
        "Put the speeches of “Session a” in order",
        "Move 3 sessions",
    ),
    (
        "speech-order",
        edition(
            OPENING, parts=(part("a", "kim", GREETS), part("a", "lee", Role.OPENS, position=1))
        ),
        "Put the speeches of “Session a” in order",
        "Reorder speakers of “Session a”",
    ),
    (
        "speech-kind",
        edition(OPENING, parts=(part("a", "kim", GREETS),), seats=BODIES, hosts=HOSTS),
        "Enter the speech of Kim as opening remarks",
        "Change the part of Kim in “Session a”",
    ),
    (
        "speech-kind",
        edition(OPENING, parts=(part("a", "oh", Role.WELCOMES),), seats=BODIES, hosts=HOSTS),
        "Enter the speech of Oh as congratulatory remarks",
        "Change the part of Oh in “Session a”",
    ),
    (
        "speech-title",
        edition(
            session("a", "09:00", title=Text.of(ko="축사", en="Congratulatory Remarks")),
            parts=(part("a", "kim", Role.WELCOMES),),
        ),
        "Enter the speech of Kim as congratulatory remarks",
        "Change the part of Kim in “Congratulatory Remarks”",
    ),
    (
        "signatory-absent",
        edition(
            session("a", "09:00", kind=SessionKind.SIGNING),
            agreements=(MOU,),
            seats={"kim": {}, "lee": {}},
            signatories=(Signatory("s1", "mou", "kim"), Signatory("s2", "mou", "lee")),
        ),
        "Add Kim to “Session a”",
        "Add Kim to “Session a”",
    ),
    (
        "odd-hour",
        edition(session("a", "09:00"), session("b", "02:30", day=7)),
        "Begin “Session b” at 14:30",
        "Move “Session b”",
    ),
    (
        "speeches-too-long",
        edition(session("a", "09:00"), parts=(part("a", "kim", minutes=90),)),
        "Let “Session a” last 90 min",
        "Change the length of “Session a”",
    ),
    (
        "items-too-long",
        edition(session("a", "09:00"), item("a", "b", "", 70)),
        "Let “Session a” last 70 min",
        "Change the length of “Session a”",
    ),
    (
        "part-twice",
        edition(
            OPENING,
            parts=(part("a", "kim", Role.MC), type(part("a", "kim"))("again", "a", "kim", Role.MC)),
        ),
        "Take Kim out of “Session a” once",
        "Remove Kim from “Session a”",
    ),
    (
        "changeover",
        edition(
            session("a", "09:00"),
            session("b", "10:05"),
            rooms=(room("A", changeover=15),),
            session_rooms=held(a="A", b="A"),
        ),
        "Begin “Session b” at 10:15",
        "Move “Session b”",
    ),
    (
        "follow-on",
        edition(session("a", "09:00"), session("b", "10:20", follows="a")),
        "Begin “Session b” at 10:00",
        "Move “Session b”",
    ),
    (
        "order-of-speeches",
        edition(
            OPENING,
            parts=tuple(part("a", who, GREETS, position=n) for n, who in enumerate(OFFICES)),
            seats=OFFICES,
        ),
        "Put the speeches of “Session a” in order",
        "Reorder speakers of “Session a”",
    ),
    (
        "waiting-list",
        edition(
            seats={"kim": {"status": Invitation.WAITLISTED}},
            quotas=(Quota("quota", "edition", 1),),
        ),
        "Move up the waiting list",
        "Move up the waiting list",
    ),
    (
        "companion",
        edition(
            seats={"kim": {"status": Invitation.DECLINED}, "lee": {"companion_of": "kim"}},
        ),
        "Cancel Lee too",
        "Set status of Lee",
    ),
]


def keep(desk: ForumFile, whole: Dossier) -> None:
    """An edition as it is made for the checks, in a forum file."""
    with desk.step("Set up"):
        for records in (
            (whole.series, whole.edition),
            *(whole.organizations, whole.people, whole.rooms, whole.hosts, whole.sessions),
            *(whole.session_rooms, whole.availabilities),
            *(whole.participations, whole.parts, whole.agreements, whole.signatories),
            whole.quotas,
        ):
            desk.put_all(records)


def problems(desk: ForumFile) -> list[Problem]:
    return run(read(desk, EDITION.id))


@pytest.mark.parametrize(("kind", "whole", "offered", "step"), CASES, ids=lambda c: str(c)[:20])
def test_what_a_check_of_forums_offers_helps(
    desk: ForumFile, kind: str, whole: Dossier, offered: str, step: str
) -> None:
    keep(desk, whole)
    problem = next(p for p in problems(desk) if p.kind == kind)
    (fix,) = problem.fixes
    assert fix.phrase.said(words_in("en")) == offered
    steps = len(list(desk.history()))
    apply_fix(desk, fix)
    assert (kind, problem.subject) not in {(p.kind, p.subject) for p in problems(desk)}
    assert (label(desk), len(list(desk.history()))) == (step, steps + 1)


def test_a_room_that_is_not_available_is_left(desk: ForumFile) -> None:
    window = Availability("w", "edition", at("12:00"), at("18:00"), room="A")
    whole = edition(session("a", "09:00"), session_rooms=held(a="A"), availabilities=(window,))
    keep(desk, whole)
    (problem,) = (p for p in problems(desk) if p.kind == "room-not-available")
    said = [fix.phrase.said(words_in("en")) for fix in problem.fixes]
    assert said == ["Move “Session a” to a free room", "Move “Session a” to a free time"]
    apply_fix(desk, problem.fixes[0])
    assert [p.kind for p in problems(desk)] == []
    assert label(desk) == "Move “Session a” to Hall B"
