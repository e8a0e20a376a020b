# SPDX-License-Identifier: MIT
"""Which seating plans a sheet is about, and what their seats are called in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.places import Layout, Seat, Seating
from forumdesk.domain.seat_layouts import GUESTS, Place, Post, room_of
from forumdesk.domain.seating import seats_of
from forumdesk.domain.terms import T_
from forumdesk.domain.wording import Text, goes_by
from forumdesk.domain.words import N_
from forumdesk.handouts.content import Wording
from forumdesk.handouts.contents.setting import Setting

_SEAT = T_("paper", "Seat {seat}")
_TABLE_SEAT = T_("paper", "Table {table}, seat {seat}")
_ROW_SEAT = T_("paper", "Row {row}, seat {seat}")
_HOSTS = T_("paper", "Hosts’ side, seat {seat}")
_GUESTS = T_("paper", "Guests’ side, seat {seat}")
_INTERPRETER = T_("paper", "Interpreter’s seat")


def plans_asked_for(setting: Setting) -> tuple[Seating, ...]:
    """The plan that was asked for, else every one; raises ``ForumDeskError`` for none such."""
    wanted = setting.options.plan
    plans = setting.dossier.seatings
    if not wanted:
        return plans
    found = tuple(plan for plan in plans if goes_by(wanted, plan.id, plan.title))
    if not found:
        raise ForumDeskError(N_("No seating plan of this edition is called “{name}”."), name=wanted)
    return found


def title_of(setting: Setting, plan: Seating) -> Text:
    """What a plan is called: its own title, else that of its session, else its room's."""
    session = setting.dossier.session.get(plan.session or "")
    room = setting.dossier.room.get(plan.room or "")
    named = (plan.title, session.title if session else Text(), room.name if room else Text())
    return next((text for text in named if text), Text())


def place_of(setting: Setting, plan: Seating, place: Place) -> Wording:
    """A seat in words."""
    table, number = place
    chair = room_of(plan).chair.get(place)
    if chair is not None and chair.post is Post.INTERPRETER:
        return setting.say(_INTERPRETER)
    match plan.layout:
        case Layout.ROUND:
            return setting.say(_TABLE_SEAT, table=table, seat=number)
        case Layout.THEATRE:
            return setting.say(_ROW_SEAT, row=table, seat=number)
        case Layout.BILATERAL:
            return setting.say(_GUESTS if table == GUESTS else _HOSTS, seat=number)
    return setting.say(_SEAT, seat=number)


def sitting(dossier: Dossier, plans: Sequence[Seating]) -> Mapping[str, tuple[Seating, Place]]:
    """Where each one sits in the first of some plans that has a seat for them, in its order."""
    found: dict[str, tuple[Seating, Place]] = {}
    for plan in plans:
        there = room_of(plan).chair
        for place, seat in sorted(seats_of(dossier, plan).items()):
            if seat.participation and place in there:
                found.setdefault(seat.participation, (plan, place))
    return found


def taken(dossier: Dossier, plan: Seating) -> dict[Place, Seat]:
    """The seats of a plan that say something, among those it has."""
    there = room_of(plan).chair
    return {
        place: seat
        for place, seat in sorted(seats_of(dossier, plan).items())
        if place in there and (seat.participation or seat.reserved)
    }
