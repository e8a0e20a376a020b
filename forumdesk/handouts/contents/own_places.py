# SPDX-License-Identifier: MIT
"""Where somebody sits and in which car they ride, as far as that is planned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import Participation
from forumdesk.domain.places import Layout, Rider, Seat, Seating
from forumdesk.domain.terms import T_
from forumdesk.domain.wording import Text
from forumdesk.handouts.content import NOTHING, PracticalNote, Wording
from forumdesk.handouts.contents.setting import Setting

_SEAT = T_("paper", "Seat")
_CAR = T_("paper", "Car")
_TABLE_AND_SEAT = T_("paper", "Table {table}, seat {seat}")
_ROW_AND_SEAT = T_("paper", "Row {row}, seat {seat}")
_NUMBER = T_("paper", "Seat {seat}")
_TABLE = T_("paper", "Table {table}")


def seats(setting: Setting, one: Participation) -> Iterator[PracticalNote]:
    """The seats of somebody, each under the plan it is in, and the one of their own record."""
    lines = []
    if own := seat_of(setting, one):
        lines.append(own)
    for plan, seat in setting.dossier.derived(_seats).get(one.id, ()):
        lines.append(_joined(setting, plan.title, numbered(setting, plan, seat)))
    if lines:
        yield PracticalNote(
            setting.say(_SEAT), setting.lines(Text.of(dict(line)) for line in lines)
        )


def seat_of(setting: Setting, one: Participation) -> Wording:
    """Table and seat as they are typed with a participant."""
    if one.table_name and one.seat:
        return setting.say(_TABLE_AND_SEAT, table=one.table_name, seat=one.seat)
    if one.table_name:
        return setting.say(_TABLE, table=one.table_name)
    return setting.say(_NUMBER, seat=one.seat) if one.seat else NOTHING


def seats_at(setting: Setting, one: Participation) -> Mapping[str, Wording]:
    """Where somebody sits at sessions that have a plan, by the ids of these."""
    return {
        plan.session: numbered(setting, plan, seat)
        for plan, seat in setting.dossier.derived(_seats).get(one.id, ())
        if plan.session
    }


def numbered(setting: Setting, plan: Seating, seat: Seat) -> Wording:
    """A seat by its numbers."""
    if plan.layout is Layout.ROUND:
        return setting.say(_TABLE_AND_SEAT, table=seat.table, seat=seat.number)
    if plan.layout is Layout.THEATRE:
        return setting.say(_ROW_AND_SEAT, row=seat.table, seat=seat.number)
    return setting.say(_NUMBER, seat=seat.number)


def car(setting: Setting, one: Participation) -> Iterator[PracticalNote]:
    """The car somebody rides in, with its plate and driver."""
    for rider in setting.dossier.derived(_riders).get(one.id, ()):
        vehicle = next((v for v in setting.dossier.vehicles if v.id == rider.vehicle), None)
        if vehicle is not None:
            driven = ", ".join(filter(None, (vehicle.plate, vehicle.driver, vehicle.phone)))
            more = Text.of({setting.languages[0]: driven})
            yield PracticalNote(setting.say(_CAR), setting.lines((vehicle.name, more)))


def _joined(setting: Setting, title: Text, number: Wording) -> Wording:
    return setting.joined((title, Text.of(dict(number))), ": ")


def _seats(dossier: Dossier) -> Mapping[str, list[tuple[Seating, Seat]]]:
    plans = {plan.id: plan for plan in dossier.seatings}
    found: dict[str, list[tuple[Seating, Seat]]] = defaultdict(list)
    for seat in dossier.seats:
        if seat.participation and seat.seating in plans:
            found[seat.participation].append((plans[seat.seating], seat))
    return found


def _riders(dossier: Dossier) -> Mapping[str, list[Rider]]:
    found: dict[str, list[Rider]] = defaultdict(list)
    for rider in dossier.riders:
        found[rider.participation].append(rider)
    return found
