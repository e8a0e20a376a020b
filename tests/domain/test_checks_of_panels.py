# SPDX-License-Identifier: MIT
"""Panels, their chairs and interpreters, and the balance of sides: what fires and what must not."""

from typing import Any

import pytest

from forumdesk.domain.agenda import Role, Session, SessionKind, Visibility
from forumdesk.domain.checks import chair, co_chairs, interpreter, interpreter_alone, panel_size
from forumdesk.domain.checks import sides as sides_check
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import Invitation
from forumdesk.domain.wording import Text
from tests.domain.making import (
    AMERICA,
    CANCELLED,
    KOREA,
    closed,
    edition,
    item,
    part,
    session,
    several,
    told,
)

CH1 = Text.of(ko="동시통역", en="Simultaneous")
DECLINED: dict[str, Any] = {"status": Invitation.DECLINED}


def panel(id: str = "a", minutes: int = 60, **more: Any) -> Session:
    return session(id, "09:00", minutes, **{"kind": SessionKind.PANEL, **more})


# -- chairs


def test_a_panel_without_a_chair() -> None:
    dossier = edition(panel(), parts=several("a", "kim lee", Role.DISCUSSES))
    assert told(chair.check, dossier) == [
        "warning no-chair session:a:parts | Nobody chairs or moderates “Session a”."
    ]


@pytest.mark.parametrize("role", [Role.CHAIRS, Role.MODERATES, Role.MC])
def test_a_panel_that_somebody_leads(role: Role) -> None:
    dossier = edition(
        panel(), parts=(*several("a", "kim lee", Role.DISCUSSES), part("a", "oh", role))
    )
    assert told(chair.check, dossier) == []


def test_whoever_leads_the_session_around_leads_a_discussion_in_it() -> None:
    inner = item("a", "b", "09:30", kind=SessionKind.DISCUSSION)
    talk = several("b", "kim lee", Role.DISCUSSES)
    around = session("a", "09:00")
    led = edition(around, inner, parts=(*talk, part("a", "oh", Role.CHAIRS)))
    assert told(chair.check, led) == []
    assert len(told(chair.check, edition(around, inner, parts=talk))) == 1


DEBATES_LEFT_ALONE = {
    "nobody yet": edition(panel()),
    "one person": edition(panel(), parts=several("a", "kim", Role.DISCUSSES)),
    "one and an interpreter": edition(
        panel(), parts=(part("a", "kim"), part("a", "oh", Role.INTERPRETS))
    ),
    "a talk of two": edition(session("a", "09:00"), parts=several("a", "kim lee")),
    "an imported discussion": edition(
        panel(kind=SessionKind.DISCUSSION), parts=several("a", "kim lee")
    ),
    "cancelled": edition(panel(**CANCELLED), parts=several("a", "kim lee")),
    "over": closed(edition(panel(), parts=several("a", "kim lee"))),
}


@pytest.mark.parametrize("dossier", DEBATES_LEFT_ALONE.values(), ids=DEBATES_LEFT_ALONE.keys())
def test_what_needs_no_chair(dossier: Dossier) -> None:
    assert told(chair.check, dossier) == []


# -- how many


def test_a_panel_of_one() -> None:
    parts = (part("a", "kim", Role.DISCUSSES), part("a", "oh", Role.CHAIRS))
    assert told(panel_size.check, edition(panel(), parts=parts)) == [
        "warning panel-of-one session:a:parts | “Session a” is a panel of one: Kim."
    ]


def test_a_panel_of_two_of_whom_one_has_declined() -> None:
    parts = several("a", "kim lee", Role.DISCUSSES)
    dossier = edition(panel(), parts=parts, seats={"lee": DECLINED})
    assert [line.split()[1] for line in told(panel_size.check, dossier)] == ["panel-of-one"]


def test_seven_discussants_in_a_quarter_of_an_hour() -> None:
    parts = several("a", "a b c d e f g", Role.DISCUSSES)
    assert told(panel_size.check, edition(panel(minutes=20), parts=parts)) == [
        "warning panel-too-large session:a:parts | “Session a” has 7 discussants;"
        " with more than 6 each has little time.",
        "warning speeches-too-short session:a:parts | “Session a” has 7 speakers in 20 min,"
        " less than 3 min each.",
    ]


def test_speeches_of_an_opening_are_counted_in_its_items() -> None:
    items = tuple(item("a", f"i{n}", "09:00", None) for n in range(4))
    parts = tuple(part(f"i{n}", f"p{n}", Role.CONGRATULATES) for n in range(4))
    short = session("a", "09:00", 11, kind=SessionKind.OPENING)
    assert [
        line.split()[1] for line in told(panel_size.check, edition(short, *items, parts=parts))
    ] == ["speeches-too-short"]
    enough = session("a", "09:00", 12, kind=SessionKind.OPENING)
    assert told(panel_size.check, edition(enough, *items, parts=parts)) == []


SOUND_SIZES = {
    "two": edition(panel(), parts=several("a", "kim lee", Role.DISCUSSES)),
    "six": edition(panel(), parts=several("a", "a b c d e f", Role.DISCUSSES)),
    "nobody yet": edition(panel()),
    "a discussion of one": edition(
        panel(kind=SessionKind.DISCUSSION), parts=several("a", "kim", Role.DISCUSSES)
    ),
    "a talk of many": edition(session("a", "09:00", 5), parts=several("a", "a b c d e f")),
    "no length": edition(panel(minutes=0), parts=several("a", "kim lee")),
    "cancelled": edition(panel(**CANCELLED), parts=several("a", "kim")),
    "over": closed(edition(panel(), parts=several("a", "kim"))),
}


@pytest.mark.parametrize("dossier", SOUND_SIZES.values(), ids=SOUND_SIZES.keys())
def test_panels_of_a_good_size(dossier: Dossier) -> None:
    assert told(panel_size.check, dossier) == []


# -- interpreters


def test_interpretation_that_nobody_gives() -> None:
    dossier = edition(
        session("a", "09:00", interpretation=CH1),
        session("b", "10:00", interpretation=CH1),
        parts=(part("b", "oh", Role.INTERPRETS),),
    )
    assert told(interpreter.check, dossier) == [
        "warning no-interpreter session:a:parts |"
        " Interpretation is planned for “Session a”, but nobody interprets."
    ]


def test_interpretation_without_anybody_is_told_once() -> None:
    sessions = tuple(session(f"s{n}", f"{n:02}:00", interpretation=CH1) for n in range(9, 13))
    assert told(interpreter.check, edition(*sessions)) == [
        "warning no-interpreter edition:edition:interpreters |"
        " 4 of 4 sessions with interpretation have no interpreter."
    ]


def test_interpreters_who_come_may_be_in_the_booth_all_day() -> None:
    seats = {"oh": {"category": "Interpreter"}}
    dossier = edition(session("a", "09:00", interpretation=CH1), seats=seats)
    assert [line.split()[0] for line in told(interpreter.check, dossier)] == ["note"]


def test_two_languages_on_the_floor_and_no_interpretation() -> None:
    dossier = edition(session("a", "09:00", languages=("ko", "en")))
    assert told(interpreter.check, dossier) == [
        "note no-interpretation session:a:interpretation |"
        " Korean, English are spoken in “Session a”, but no interpretation is planned."
    ]


BOTH = {"languages": ("ko", "en")}
INTERPRETED = {
    "by a part": edition(session("a", "09:00", **BOTH), parts=(part("a", "oh", Role.INTERPRETS),)),
    "in an item": edition(
        session("a", "09:00", interpretation=CH1),
        item("a", "b", "09:00"),
        parts=(part("b", "oh", Role.INTERPRETS),),
    ),
    "around it": edition(
        session("a", "09:00"),
        item("a", "b", "09:00", interpretation=CH1),
        item("a", "c", "09:10", **BOTH),
        parts=(part("a", "oh", Role.INTERPRETS),),
    ),
    "one language twice": edition(session("a", "09:00", languages=("en", "en-US"))),
    "among ourselves": edition(session("a", "09:00", visibility=Visibility.INTERNAL, **BOTH)),
    "over a glass": edition(session("a", "18:00", kind=SessionKind.RECEPTION, **BOTH)),
    "cancelled": edition(session("a", "09:00", interpretation=CH1, **BOTH, **CANCELLED)),
    "over": closed(edition(session("a", "09:00", interpretation=CH1))),
}


@pytest.mark.parametrize("dossier", INTERPRETED.values(), ids=INTERPRETED.keys())
def test_what_needs_no_interpreter_more(dossier: Dossier) -> None:
    assert told(interpreter.check, dossier) == []


# -- interpreters alone


def test_an_interpreter_alone_for_more_than_half_an_hour() -> None:
    dossier = edition(session("a", "09:00", 31), parts=(part("a", "oh", Role.INTERPRETS),))
    assert told(interpreter_alone.check, dossier) == [
        "warning interpreter-alone session:a:parts |"
        " Oh interprets “Session a” alone for 31 min; two take turns of 30 min."
    ]


def test_an_interpreter_alone_in_several_sessions_on_end() -> None:
    sessions = (session("a", "09:00", 20), session("b", "09:25", 20), session("c", "10:00", 20))
    parts = tuple(part(key, "oh", Role.INTERPRETS) for key in "abc")
    assert told(interpreter_alone.check, edition(*sessions, parts=parts)) == [
        "warning interpreter-alone session:a:parts | Oh interprets 2 sessions from “Session a” on"
        " alone, 45 min without a rest; two take turns of 30 min."
    ]


def test_an_interpreter_whose_colleague_has_declined_is_alone() -> None:
    parts = several("a", "oh yang", Role.INTERPRETS)
    dossier = edition(session("a", "09:00"), parts=parts, seats={"yang": DECLINED})
    assert len(told(interpreter_alone.check, dossier)) == 1


RELIEVED = {
    "half an hour": edition(session("a", "09:00", 30), parts=several("a", "oh", Role.INTERPRETS)),
    "two": edition(session("a", "09:00"), parts=several("a", "oh yang", Role.INTERPRETS)),
    "one an item": edition(
        session("a", "09:00"),
        item("a", "b", "09:00", 30),
        item("a", "c", "09:30", 30),
        parts=(part("b", "oh", Role.INTERPRETS), part("c", "yang", Role.INTERPRETS)),
    ),
    "a rest between": edition(
        session("a", "09:00", 30),
        session("b", "09:40", 30),
        parts=(part("a", "oh", Role.INTERPRETS), part("b", "oh", Role.INTERPRETS)),
    ),
    "a speaker": edition(session("a", "09:00"), parts=several("a", "oh")),
    "over": closed(edition(session("a", "09:00"), parts=several("a", "oh", Role.INTERPRETS))),
}


@pytest.mark.parametrize("dossier", RELIEVED.values(), ids=RELIEVED.keys())
def test_interpreters_who_are_relieved(dossier: Dossier) -> None:
    assert told(interpreter_alone.check, dossier) == []


# -- sides

SIDES = (KOREA, AMERICA)
OF = {
    name: {"side": "k" if name in ("kim", "lee", "oh", "ku") else "u"}
    for name in ("kim", "lee", "oh", "ku", "ann", "bob", "cho")
}


def test_chairs_of_one_side() -> None:
    parts = several("a", "kim lee", Role.CHAIRS)
    assert told(
        co_chairs.check, edition(session("a", "09:00"), sides=SIDES, parts=parts, seats=OF)
    ) == [
        "warning chairs-of-one-side session:a:parts |"
        " All 2 chairs of “Session a” are of one side: Korea."
    ]


def test_chairs_of_both_sides_or_of_none() -> None:
    def chaired(people: str, **more: Any) -> list[str]:
        parts = several("a", people, Role.CHAIRS)
        given = {"sides": SIDES, "parts": parts, "seats": OF, **more}
        return told(co_chairs.check, edition(session("a", "09:00"), **given))

    assert chaired("kim ann") == chaired("kim") == []
    assert chaired("kim lee", sides=(KOREA,)) == []
    assert chaired("kim lee", seats={}) == []
    cancelled = edition(
        session("a", **CANCELLED), sides=SIDES, seats=OF, parts=several("a", "kim lee", Role.CHAIRS)
    )
    assert told(co_chairs.check, cancelled) == []


def test_sides_out_of_balance() -> None:
    sessions = (session("a", "09:00", 60), session("b", "10:00", 30))
    parts = (*several("a", "kim lee oh"), part("b", "ann"))
    assert told(sides_check.check, edition(*sessions, sides=SIDES, parts=parts, seats=OF)) == [
        "note speakers-out-of-balance edition:edition:sides | Korea has 3 speakers, America 1.",
        "note minutes-out-of-balance edition:edition:sides |"
        " Korea speaks for 60 min, America for 30.",
    ]


def test_sides_in_balance() -> None:
    def shared(a: str, b: str, minutes: int = 60, **more: Any) -> list[str]:
        sessions = (session("a", "09:00", 60), session("b", "10:00", minutes))
        given = {"sides": SIDES, "seats": OF, **more}
        parts = (*several("a", a), *several("b", b))
        return told(sides_check.check, edition(*sessions, parts=parts, **given))

    assert shared("kim", "ann") == []
    assert shared("kim lee", "ann", minutes=48) == []
    assert shared("kim lee", "ann", minutes=45) == []
    assert shared("kim lee", "") == []
    assert shared("kim lee oh", "ann", sides=(KOREA,)) == []
    visit = session("c", "13:00", 240, kind=SessionKind.SITE_VISIT)
    both = edition(
        session("a", "09:00"),
        session("b", "10:00"),
        visit,
        sides=SIDES,
        seats=OF,
        parts=(part("a", "kim"), part("b", "ann"), part("c", "ann")),
    )
    assert told(sides_check.check, both) == []
