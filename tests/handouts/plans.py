# SPDX-License-Identifier: MIT
"""Forums with seating plans, their people seated by precedence."""

from dataclasses import replace
from typing import Any

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.places import Layout, Seat, Seating
from forumdesk.domain.seating import Wanted, placed, wanted_people
from forumdesk.domain.wording import Text
from tests.handouts.crowds import crowd
from tests.handouts.dossiers import ROOMS, SESSIONS

TITLES = {
    Layout.HEAD_TABLE: Text.of(ko="주빈석", en="Head table of the opening"),
    Layout.BILATERAL: Text.of(ko="양자 면담", en="Talks"),
    Layout.THEATRE: Text.of(ko="대강당", en="Main hall"),
    Layout.ROUND: Text.of(ko="오찬", en="Luncheon"),
}


def planned(dossier: Dossier, *plans: Seating, **more: Any) -> Dossier:
    """A forum with plans, each filled by precedence."""
    whole = replace(dossier, seatings=plans)
    found = []
    for plan in plans:
        people = wanted_people(whole, plan, Wanted())
        for (table, number), who in sorted(placed(whole, plan, people).seats.items()):
            found.append(Seat(f"{plan.id}-{table}-{number}", plan.id, table, number, who))
    return replace(whole, seats=tuple(found), **more)


def plan(layout: Layout, seats: int, tables: int = 1, **more: Any) -> Seating:
    """A plan that is called by its layout."""
    usual = {"title": TITLES[layout], "tables": tables, "seats": seats}
    return Seating(f"plan-{layout}", "edition", layout=layout, **{**usual, **more})


def four_plans() -> Dossier:
    """A plan of each layout for thirty people, with a seat reserved, and notes."""
    base = replace(crowd(30), sessions=SESSIONS, rooms=ROOMS)
    done = planned(
        base,
        plan(Layout.HEAD_TABLE, 7, session=SESSIONS[0].id, room=ROOMS[0].id),
        plan(Layout.BILATERAL, 5, interpreters=True, notes="국기는 뒤쪽에"),
        plan(Layout.THEATRE, 6, 4),
        plan(Layout.ROUND, 6, 5),
    )
    press = Seat("press", f"plan-{Layout.THEATRE}", 4, 1, None, Text.of(ko="취재진", en="Press"))
    others = (s for s in done.seats if (s.seating, s.table, s.number) != (press.seating, 4, 1))
    return replace(done, seats=(*others, press))
