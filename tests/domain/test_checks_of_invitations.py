# SPDX-License-Identifier: MIT
"""Checks of seats, waiting lists and companions, and of the order in different documents."""

from dataclasses import replace
from datetime import UTC, date, datetime

from forumdesk.domain.agenda import Mode, Role, SessionKind
from forumdesk.domain.checks import companion, orders, quota, reply_day, waiting
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.frozen import freeze
from forumdesk.domain.people import Invitation, Organization, Quota
from forumdesk.domain.readiness import Line, Matter, readiness
from forumdesk.domain.versions import Printing, Version
from forumdesk.domain.wording import Text
from tests.domain.making import AMERICA, EDITION, HOSTS, KOREA, closed, edition, part, session, told

OPENING = session("a", "09:00", kind=SessionKind.OPENING)
WAITS = {"status": Invitation.WAITLISTED, "side": "k"}
MINISTER = {"office": Text.of(en="Minister")}
CHAIRMAN = {"office": Text.of(en="Chairman")}
NOON = datetime(2026, 4, 1, 12, tzinfo=UTC)


def seated(*quotas: Quota, **seats: dict) -> Dossier:
    return edition(seats=seats, sides=(KOREA, AMERICA), quotas=quotas)


def test_a_quota_is_over_when_more_come_than_there_are_seats() -> None:
    of = {"side": "k"}
    asked = {"side": "k", "status": Invitation.INVITED}
    two = Quota("q", "edition", 2, side="k")
    full = seated(two, kim=of, lee=of, oh=asked)
    assert told(quota.check, full) == []
    over = seated(two, kim=of, lee=of, oh=of)
    assert told(quota.check, over) == [
        "warning over-quota side:k | 3 people of Korea come, for 2 seats."
    ]
    whole = seated(Quota("q", "edition", 0), kim={})
    assert told(quota.check, whole) == [
        "warning over-quota edition:edition:participations | 1 people of 1st Forum come, for 0"
        " seats."
    ]


def test_who_waits_while_a_seat_is_left_is_told_with_a_way_out() -> None:
    of = seated(Quota("q", "edition", 1, side="k"), kim=WAITS, lee=WAITS)
    assert told(waiting.check, of) == [
        "note waiting-list edition:edition:participations | Seats are left, and 1 on the waiting"
        " list can be invited."
    ]
    (problem,) = waiting.check(of)
    (fix,) = problem.fixes
    assert (fix.service, dict(fix.arguments)) == ("inviting.move_up", {"edition": "edition"})
    full = seated(Quota("q", "edition", 1, side="k"), kim=WAITS, lee={"side": "k"})
    asked = {"side": "k", "status": Invitation.INVITED}
    offered = seated(Quota("q", "edition", 1, side="k"), kim=WAITS, lee=asked)
    nowhere = seated(Quota("q", "edition", 9, side="u"), kim=WAITS)
    for calm in (full, offered, nowhere, seated(kim=WAITS), closed(of)):
        assert told(waiting.check, calm) == []


def test_a_companion_does_not_come_alone() -> None:
    gone = {"status": Invitation.DECLINED}
    along = {"companion_of": "kim"}
    assert told(companion.check, seated(kim=gone, lee=along)) == [
        "warning companion participation:lee:companion_of | Lee comes along with Kim, who does not"
        " come."
    ]
    assert told(companion.check, seated(kim={}, lee=along)) == []
    assert told(companion.check, seated(kim=gone, lee={**along, **gone})) == []


def test_answers_are_asked_for_before_the_edition_begins() -> None:
    of = seated(kim={"reply_by": date(2026, 5, 6)}, lee={"reply_by": date(2026, 5, 5)})
    assert told(reply_day.check, of) == [
        "warning reply-day participation:kim:reply_by | Answers are asked for by 2026-05-06, but"
        " the edition begins on 2026-05-06."
    ]
    late = replace(EDITION, reply_by=date(2026, 6, 1))
    assert len(told(reply_day.check, replace(seated(), edition=late))) == 1
    open_ = replace(late, first_day=None, last_day=None)
    assert told(reply_day.check, replace(of, edition=open_)) == []


def spoken(**seats: dict) -> Dossier:
    greets = Role.CONGRATULATES
    parts = tuple(part("a", who, greets, position=n) for n, who in enumerate(seats))
    return edition(OPENING, parts=parts, seats=seats)


def test_speeches_that_cross_the_order_of_precedence_are_told() -> None:
    assert told(orders.check, spoken(kim=CHAIRMAN, lee=MINISTER)) == [
        "note order-of-speeches session:a:parts | In the program of “Session a”, Kim speaks before"
        " Lee; introductions and lists, by the order of precedence, name Lee first."
    ]
    pinned = {**CHAIRMAN, "rank": 1}
    calm = [
        spoken(kim=MINISTER, lee=CHAIRMAN),
        spoken(kim=pinned, lee=MINISTER),
        spoken(kim={}, lee={}),  # only the alphabet
        spoken(kim={**CHAIRMAN, "rank": 2}, lee={**MINISTER, "rank": 1}),  # told by ranks
    ]
    assert [told(orders.check, one) for one in calm] == [[]] * 4
    video = spoken(kim=CHAIRMAN, lee=MINISTER)
    video = replace(video, parts=(replace(video.parts[0], mode=Mode.VIDEO), video.parts[1]))
    assert told(orders.check, video) == []


def honored(**seats: dict) -> Dossier:
    return edition(seats={name: {**seat, "honored": True} for name, seat in seats.items()})


def test_hosts_and_their_people_come_in_one_order() -> None:
    kim, lee = {**CHAIRMAN, "organization": "ksia"}, {**CHAIRMAN, "organization": "sia"}
    bodies = tuple(Organization(b, Text.of(ko=f"{b} 협회", en=b.upper())) for b in ("ksia", "sia"))
    agreed = replace(honored(kim=kim, lee=lee), hosts=HOSTS, organizations=bodies)
    assert told(orders.check, agreed) == []
    crossed = replace(honored(kim=kim, lee={**lee, "rank": 1}), hosts=HOSTS, organizations=bodies)
    assert told(orders.check, crossed) == [
        "note order-of-hosts participation:lee:rank | The program names KSIA before SIA, but Lee of"
        " SIA is introduced before Kim of KSIA."
    ]


def test_what_was_printed_and_what_is_now_come_in_one_order() -> None:
    then = honored(kim=CHAIRMAN, lee=MINISTER, oh={})
    version = Version("v", "edition", "v3", NOON, freeze(then), "d")
    printed = Printing("p", "edition", "mc-script", NOON, version="v")
    now = honored(kim={**CHAIRMAN, "grade": "head-of-state"}, lee=MINISTER, oh={})
    known = {"versions": (version,), "printings": (printed,)}
    assert told(orders.check, replace(then, **known)) == []
    assert told(orders.check, replace(now, **known)) == [
        "note order-as-printed participation:kim:rank | “v3”, as it was printed, introduces Lee"
        " before Kim; now Kim comes first."
    ]
    assert told(orders.check, replace(now, versions=(version,))) == []


def test_readiness_tells_of_late_answers_seats_and_the_waiting_list() -> None:
    asked = {"status": Invitation.INVITED}
    of = seated(
        Quota("q", "edition", 1, side="k"),
        Quota("w", "edition", 0, side="u"),
        kim=WAITS,
        lee={**asked, "reply_by": date(2026, 4, 1)},
        oh={**asked, "reply_by": date(2026, 5, 1)},
        park={"side": "u"},
    )
    lines = {line.matter: line for line in readiness(of, date(2026, 4, 2))}
    late = lines[Matter.LATE]
    assert (late.total, late.by, [s.id for s in late.open]) == (1, date(2026, 4, 1), ["lee"])
    assert [str(s) for s in lines[Matter.SEATS].open] == ["side:u"]
    assert [s.id for s in lines[Matter.WAITING].open] == ["kim"]
    calm = {line.matter for line in readiness(seated(kim={}), date(2026, 4, 2))}
    assert calm.isdisjoint({Matter.LATE, Matter.SEATS, Matter.WAITING})
    kept = readiness(seated(Quota("q", "edition", 9), kim={}), date(2026, 4, 2))
    assert Line(Matter.SEATS, (), 1) in kept
