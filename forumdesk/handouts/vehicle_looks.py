# SPDX-License-Identifier: MIT
"""What to look at before windscreen cards are printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from forumdesk.domain.checks import riders
from forumdesk.domain.checks.common import person_named
from forumdesk.domain.checks.translation import Printed
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.words import N_, Phrase
from forumdesk.handouts.contents.lines import name_text
from forumdesk.handouts.contents.motorcade import riding
from forumdesk.handouts.contents.setting import Setting

_NO_CARS = N_("This edition has no cars yet; there is no card to print.")
_NO_DRIVER = N_("“{car}” has no driver yet.")
_NO_PHONE = N_("The driver of “{car}” can’t be called: there is no telephone number.")
_NOBODY = N_("Nobody rides in “{car}” yet.")


def vehicle_fields(setting: Setting) -> Iterator[Printed]:
    """The texts of the data that stand on the cards and in the list."""
    dossier = setting.dossier
    yield Printed("edition", dossier.edition.id, "title", dossier.title, dossier.title)
    for car in dossier.vehicles:
        yield Printed("vehicle", car.id, "name", car.name, car.name)
        for one in riding(dossier, car):
            name = person_named(dossier, one)
            yield Printed("participation", one.id, "office", one.office, name)
            if person := dossier.person.get(one.person or ""):
                yield Printed("person", person.id, "names", name_text(setting, person), name)
            if body := dossier.organization.get(one.organization or ""):
                yield Printed("organization", body.id, "name", body.name, body.name)


def vehicle_looks(setting: Setting) -> Iterator[Problem]:
    """Cars without a driver, a telephone or a rider, and riders who do not come."""
    dossier = setting.dossier
    if not dossier.vehicles:
        edition = Subject("edition", dossier.edition.id)
        yield Problem("no-cars", Severity.WARNING, edition, Phrase.of(_NO_CARS))
    for car in dossier.vehicles:
        lacking = (
            (not car.driver, "driver", _NO_DRIVER),
            (bool(car.driver and not car.phone), "phone", _NO_PHONE),
            (not riding(dossier, car), "riders", _NOBODY),
        )
        for lacks, field, message in lacking:
            if lacks:
                phrase = Phrase.of(message, car=car.name)
                yield Problem(
                    f"no-{field}", Severity.NOTE, Subject("vehicle", car.id, field), phrase
                )
    yield from riders.check(dossier)


FIELDS_OF_VEHICLES: Mapping[str, Callable[[Setting], Iterator[Printed]]] = MappingProxyType(
    {"vehicle-cards": vehicle_fields}
)
VEHICLE_LOOKS: Mapping[str, Callable[[Setting], Iterable[Problem]]] = MappingProxyType(
    {"vehicle-cards": vehicle_looks}
)
