# SPDX-License-Identifier: MIT
"""Who rides in a car comes, and rides in one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from forumdesk.domain.checks.common import person_named
from forumdesk.domain.checks.stays import while_open
from forumdesk.domain.desk import Fix, Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import ABSENT, Participation
from forumdesk.domain.places import Rider, Vehicle
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_, Phrase

ABSENT_RIDER, TWO_CARS = "rider-absent", "two-cars"


@while_open
def check(dossier: Dossier) -> Iterable[Problem]:
    """Riders who declined or cancelled, and those who stand with more than one car."""
    cars = {car.id: car for car in dossier.vehicles}
    place = {car.id: at for at, car in enumerate(dossier.vehicles)}
    first: dict[str, Vehicle] = {}
    known = (rider for rider in dossier.riders if rider.vehicle in cars)
    for rider in sorted(known, key=lambda one: (place[one.vehicle], one.position)):
        who = dossier.participation.get(rider.participation)
        if who is None:
            continue
        car = cars[rider.vehicle]
        if who.status in ABSENT:
            yield from _absent(dossier, rider, (car, who))
        elif (other := first.setdefault(who.id, car)) is not car:
            yield _twice(dossier, rider, (car, who), other)


def _absent(dossier: Dossier, rider: Rider, of: tuple[Vehicle, Participation]) -> Iterator[Problem]:
    car, who = of
    values = {"person": person_named(dossier, who), "car": _named(car)}
    phrase = Phrase.of(N_("{person} does not come, but rides in “{car}”."), **values)
    yield Problem(
        ABSENT_RIDER,
        Severity.WARNING,
        Subject("vehicle", car.id, "riders"),
        phrase,
        f"{who.id} {who.status}",
        fixes=(_out(rider, values),),
    )


def _twice(
    dossier: Dossier, rider: Rider, of: tuple[Vehicle, Participation], other: Vehicle
) -> Problem:
    car, who = of
    values = {"person": person_named(dossier, who), "car": _named(car)}
    phrase = Phrase.of(
        N_("{person} rides in “{other}” and in “{car}”."), other=_named(other), **values
    )
    return Problem(
        TWO_CARS,
        Severity.WARNING,
        Subject("vehicle", car.id, "riders"),
        phrase,
        f"{who.id} {other.id}",
        fixes=(_out(rider, values),),
    )


def _out(rider: Rider, values: dict[str, Text | Phrase]) -> Fix:
    phrase = Phrase.of(N_("Take {person} out of “{car}”"), **values)
    return Fix.of(phrase, "vehicles.remove_rider", rider=rider.id)


def _named(car: Vehicle) -> Text | Phrase:
    return car.name if car.name else Phrase.of(N_("a car without a name"))
