# SPDX-License-Identifier: MIT
from dataclasses import replace

import pytest

from forumdesk.domain.checks.riders import check
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition, EditionState, Series
from forumdesk.domain.naming import names_from
from forumdesk.domain.people import Invitation, Participation, Person
from forumdesk.domain.places import Rider, Vehicle
from forumdesk.domain.wording import Text
from forumdesk.domain.words import words_in

CARS = (
    Vehicle("c1", "e", Text.of(en="VIP 1")),
    Vehicle("c2", "e", Text.of(en="VIP 2"), position=1),
)


def motorcade(*riders: tuple[str, str], status: Invitation = Invitation.ACCEPTED) -> Dossier:
    """Two cars and two people, ``hong`` with a status; riders as car and person."""
    return Dossier(
        Series("s", Text.of(en="Forum")),
        Edition("e", "s"),
        people=(
            Person("hong", names=names_from("Gil-dong Hong")),
            Person("gina", names=names_from("Gina Raimondo")),
        ),
        participations=(
            Participation("p-hong", "e", "hong", status=status),
            Participation("p-gina", "e", "gina", status=Invitation.ACCEPTED),
        ),
        vehicles=CARS,
        riders=tuple(Rider(f"r{n}", car, f"p-{who}", n) for n, (car, who) in enumerate(riders)),
    )


def said(dossier: Dossier) -> list[str]:
    return [problem.phrase.said(words_in("en")) for problem in check(dossier)]


def test_each_in_a_car_is_right() -> None:
    assert said(motorcade(("c1", "hong"), ("c2", "gina"))) == []


@pytest.mark.parametrize("status", [Invitation.DECLINED, Invitation.CANCELLED])
def test_who_does_not_come_rides_in_no_car(status: Invitation) -> None:
    dossier = motorcade(("c1", "hong"), ("c1", "gina"), status=status)
    (problem,) = check(dossier)
    assert said(dossier) == ["Gil-dong Hong does not come, but rides in “VIP 1”."]
    assert str(problem.subject) == "vehicle:c1:riders"
    assert [(fix.service, dict(fix.arguments)) for fix in problem.fixes] == [
        ("vehicles.remove_rider", {"rider": "r0"})
    ]


def test_nobody_rides_in_two_cars() -> None:
    dossier = motorcade(("c2", "gina"), ("c1", "gina"), ("c1", "hong"))
    assert said(dossier) == ["Gina Raimondo rides in “VIP 1” and in “VIP 2”."]
    (problem,) = check(dossier)
    assert dict(problem.fixes[0].arguments) == {"rider": "r0"}  # the later car is the one too many


def test_what_is_over_is_left_alone() -> None:
    dossier = motorcade(("c1", "hong"), status=Invitation.DECLINED)
    closed = replace(dossier, edition=replace(dossier.edition, state=EditionState.CLOSED))
    assert said(closed) == []
