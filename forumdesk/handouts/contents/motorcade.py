# SPDX-License-Identifier: MIT
"""What windscreen cards say: the car's name, its delegation, and who rides in it if asked for."""

from __future__ import annotations

from collections.abc import Sequence

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import Participation
from forumdesk.domain.places import Vehicle
from forumdesk.domain.terms import T_
from forumdesk.handouts.content import NOTHING, Wording
from forumdesk.handouts.contents.lines import body_of, introduced, name_of
from forumdesk.handouts.contents.setting import Imprint, Setting
from forumdesk.handouts.contents.sheet import sheet
from forumdesk.handouts.motorcade import CarCard, CarHeads, CarLine, MotorcadeContent
from forumdesk.handouts.options import Options
from forumdesk.handouts.published import stamped
from forumdesk.handouts.taking import as_motorcade
from forumdesk.handouts.vehicle_options import CardSize, Named

CARDS = T_("paper", "Vehicle cards")
_CAR = T_("paper", "Car {number}")
_SHOWN = {Named.NONE: 0, Named.FIRST: 1, Named.ALL: None}


def motorcade_content(dossier: Dossier, options: Options, imprint: Imprint) -> MotorcadeContent:
    """The cards of an edition's cars; raises ``ForumDeskError`` for a host unknown."""
    return stamped(_content, Setting(dossier, as_motorcade(options), imprint))


def _content(setting: Setting) -> MotorcadeContent:
    cars = setting.dossier.vehicles
    return MotorcadeContent(
        sheet=sheet(setting, CARDS),
        cards=tuple(_card(setting, car, number) for number, car in enumerate(cars, 1)),
        lines=tuple(_line(setting, car, number) for number, car in enumerate(cars, 1)),
        listed=setting.say(T_("paper", "Motorcade")),
        note=setting.say(T_("paper", "For the coordinator, not to be displayed")),
        heads=CarHeads(
            car=setting.say(T_("paper", "Car")),
            plate=setting.say(T_("paper", "Plate")),
            driver=setting.say(T_("paper", "Driver")),
            riders=setting.say(T_("paper", "Riders")),
        ),
        nothing=setting.say(T_("paper", "There are no cars yet.")),
        halves=setting.options.card_size is CardSize.HALF,
    )


def riding(dossier: Dossier, car: Vehicle) -> list[Participation]:
    """Who rides in a car, in order."""
    found = sorted((r for r in dossier.riders if r.vehicle == car.id), key=lambda r: r.position)
    seats = (dossier.participation.get(rider.participation) for rider in found)
    return [seat for seat in seats if seat is not None]


def _card(setting: Setting, car: Vehicle, number: int) -> CarCard:
    people = riding(setting.dossier, car)
    place = _side(setting, people)
    shown = people[: _SHOWN[setting.options.riders]]
    return CarCard(
        f"vehicle-{car.id}",
        _named(setting, car, number),
        car.plate.strip(),
        side=setting.text(setting.dossier.sides[place].name) if place is not None else NOTHING,
        tone=place + 1 if place is not None else 0,
        riders=tuple(name for one in shown if (name := _called(setting, one))),
    )


def _line(setting: Setting, car: Vehicle, number: int) -> CarLine:
    riders = (_told(setting, one) for one in riding(setting.dossier, car))
    return CarLine(
        _named(setting, car, number),
        plate=car.plate.strip(),
        driver=car.driver.strip(),
        phone=car.phone.strip(),
        notes=car.notes.strip(),
        riders=tuple(told for told in riders if told),
    )


def _named(setting: Setting, car: Vehicle, number: int) -> Wording:
    """What a car is called; one without a name goes by its place in the motorcade."""
    return setting.text(car.name) or setting.say(_CAR, number=number)


def _called(setting: Setting, one: Participation) -> Wording:
    return name_of(setting, one) or body_of(setting, one)


def _told(setting: Setting, one: Participation) -> Wording:
    return introduced(setting, one) or body_of(setting, one)


def _side(setting: Setting, people: Sequence[Participation]) -> int | None:
    """The place of the delegation whose car it is: that of the first rider who has one."""
    places = {side.id: place for place, side in enumerate(setting.dossier.sides)}
    return next((places[one.side] for one in people if one.side in places), None)
