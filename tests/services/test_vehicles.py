# SPDX-License-Identifier: MIT

import pytest

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.people import Participation
from forumdesk.domain.places import Rider, Vehicle
from forumdesk.domain.wording import Text
from forumdesk.services import invitations, people, vehicles
from forumdesk.services.directory import merge_people
from forumdesk.services.naming_things import add_vehicle_by_name
from tests.services.small import Small, en, label


def cars(small: Small) -> list[str]:
    return [car.name["en"] for car in small.desk.find(Vehicle, edition=small.edition.id)]


def riders(small: Small, car: Vehicle) -> list[str]:
    return [rider.participation for rider in small.desk.find(Rider, vehicle=car.id)]


def car_of(small: Small, name: str) -> Vehicle:
    found = small.desk.find(Vehicle, edition=small.edition.id)
    return next(car for car in found if car.name["en"] == name)


def test_cars_are_added_changed_moved_and_removed(small: Small) -> None:
    first = car_of(small, "VIP 1")
    bus = add_vehicle_by_name(small.desk, small.edition.id, "Bus")
    assert bus.position == 2
    assert label(small.desk) == "Add car “Bus”"
    changed = vehicles.change_vehicle(
        small.desk, bus.id, {"driver": "Lee", "phone": "010-1234-5678", "plate": "서울 70바 1234"}
    )
    assert (changed.driver, changed.plate) == ("Lee", "서울 70바 1234")
    vehicles.order_vehicles(small.desk, small.edition.id, [bus.id])
    assert cars(small) == ["Bus", "VIP 1", "VIP 2"]
    vehicles.remove_vehicle(small.desk, first.id)
    assert cars(small) == ["Bus", "VIP 2"]
    assert small.desk.find(Rider) == []
    small.desk.undo()
    assert riders(small, first) == [small.hong.id, small.gina.id]


def test_a_rider_is_found_by_name_among_those_who_take_part(small: Small) -> None:
    second = car_of(small, "VIP 2")
    rider = vehicles.add_rider_by_name(small.desk, second.id, " gil-dong  hong ")
    assert rider.participation == small.hong.id
    before = len(small.desk.history())
    with pytest.raises(ForumDeskError, match="Nobody in this edition"):
        vehicles.add_rider_by_name(small.desk, second.id, "Nobody Yet")
    with pytest.raises(ForumDeskError, match="rides in"):
        vehicles.add_rider_by_name(small.desk, second.id, "홍길동")
    assert len(small.desk.history()) == before


def test_of_two_of_one_name_the_one_without_a_car_is_meant(small: Small) -> None:
    twin = people.add_person(small.desk, small.minister.names, {})
    other = invitations.add_participation(small.desk, small.edition.id, twin.id, {})
    rider = vehicles.add_rider_by_name(small.desk, car_of(small, "VIP 2").id, "홍길동")
    assert rider.participation == other.id


def test_riders_change_places_and_get_out(small: Small) -> None:
    car = car_of(small, "VIP 1")
    hong, gina = small.desk.find(Rider, vehicle=car.id)
    vehicles.order_riders(small.desk, car.id, [gina.id])
    assert riders(small, car) == [small.gina.id, small.hong.id]
    vehicles.remove_rider(small.desk, hong.id)
    assert riders(small, car) == [small.gina.id]


def test_who_is_removed_from_the_edition_rides_no_more(small: Small) -> None:
    invitations.remove_participation(small.desk, small.gina.id)
    assert riders(small, car_of(small, "VIP 1")) == [small.hong.id]


def test_a_rider_is_of_the_same_edition(small: Small) -> None:
    person = small.desk.get(Participation, small.gina.id).person or ""
    later = invitations.add_participation(small.desk, small.later.id, person, {})
    with pytest.raises(ForumDeskError, match="same edition"):
        vehicles.add_rider(small.desk, car_of(small, "VIP 1").id, later.id)


def test_a_car_may_be_called_by_each_language(small: Small) -> None:
    name = Text.of(ko="귀빈 1호차", en="VIP 1")
    car = vehicles.add_vehicle(small.desk, small.edition.id, name, {})
    assert car.name == name
    assert en("VIP 1") != name


def test_two_who_turn_out_to_be_one_ride_once(small: Small) -> None:
    first = car_of(small, "VIP 1")
    kept, gone = (small.desk.get(Participation, rider) for rider in riders(small, first))
    merge_people(small.desk, kept.person or "", gone.person or "")
    assert riders(small, first) == [kept.id]
