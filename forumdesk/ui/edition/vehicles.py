# SPDX-License-Identifier: MIT
"""The inspector's panel of a car: its name and driver, and who rides in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.naming import suggested
from forumdesk.domain.people import ABSENT, Participation, Person, full_name
from forumdesk.domain.places import Rider, Vehicle
from forumdesk.domain.records import Record
from forumdesk.domain.words import N_
from forumdesk.services import vehicles
from forumdesk.ui.edition.panels import SetPanel
from forumdesk.ui.labels import ElidedLabel, hairline, label
from forumdesk.ui.record_panel import Field
from forumdesk.ui.series.ordering import Tools, moved
from forumdesk.ui.session.name_field import NameField
from forumdesk.ui.session.suggestions import SOUGHT, Who
from forumdesk.ui.workspace import Workspace

MOST = 8  # suggestions at a time


class RiderLine(QWidget):
    """One rider: name, office and body, and what moves them."""

    def __init__(self, field: RidersField, at: int) -> None:
        super().__init__()
        self.name, self.second = ElidedLabel(look="strong"), ElidedLabel(look="small")
        self.tools = Tools(field.work, lambda by: field.reorder(at, by), lambda: field.drop(at))
        told = QVBoxLayout()
        told.setSpacing(1)
        told.addWidget(self.name)
        told.addWidget(self.second)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(4)
        row.addLayout(told, 1)
        row.addWidget(self.tools, 0, Qt.AlignmentFlag.AlignTop)


class RidersField(QWidget):
    """Riders in order; another is added by typing a participant's name.

    ``entered`` carries what was typed, or the id of the participant that was chosen.
    """

    entered = Signal(str)

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        self.work = work
        self.lines: list[RiderLine] = []
        self._riders: list[Rider] = []
        self._car = ""
        self._offered: dict[str, str] = {}
        heading: QLabel = label(work.words("Riders"), "small")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(heading)
        self._column.addWidget(hairline())
        self._column.addSpacing(2)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._column.addLayout(self._lines)
        self.name = NameField(work.words("Add a rider"), work.words("Add: type a name"))
        self.name.suggestions = self._suggest
        self.name.entered.connect(self._add)
        self._column.addSpacing(4)
        self._column.addWidget(self.name)

    def show_car(self, dossier: Dossier, car: Vehicle) -> None:
        """Show who rides in a car."""
        if car.id != self._car:
            self.name.clear()
        self._car = car.id
        mine = [rider for rider in dossier.riders if rider.vehicle == car.id]
        self._riders = sorted(mine, key=lambda rider: rider.position)
        while len(self.lines) > len(self._riders):
            line = self.lines.pop()
            self._lines.removeWidget(line)
            line.hide()
            line.deleteLater()
        for at in range(len(self.lines), len(self._riders)):
            self.lines.append(RiderLine(self, at))
            self._lines.addWidget(self.lines[at])
        for at, (line, rider) in enumerate(zip(self.lines, self._riders, strict=True)):
            self._show(line, dossier.participation[rider.participation], dossier)
            line.tools.show_place(
                line.name.text(), at, len(self._riders), editable=self.work.editable
            )
        self.name.setEnabled(self.work.editable)

    def _show(self, line: RiderLine, seat: Participation, dossier: Dossier) -> None:
        words = self.work.words
        who = Who.of(dossier, seat, words)
        line.name.setText(who.name)
        line.second.setText(words("does not come") if who.status in ABSENT else who.second)

    def _suggest(self, typed: str) -> list[str]:
        """Participants whom what is typed fits; where they ride already is said."""
        dossier = self.work.dossier
        if dossier is None or not typed.strip():
            return []
        words = self.work.words
        people, seats = self._taking_part(dossier, typed)
        cars = {car.id: words.text(car.name) for car in dossier.vehicles}
        rides = {rider.participation: cars.get(rider.vehicle, "") for rider in dossier.riders}
        self._offered = {}
        for person in suggested(people, typed, MOST):
            seat = seats[person.id]
            who = Who.of(dossier, seat, words)
            told = (full_name(person, words.language), who.second, rides.get(seat.id, ""))
            self._offered.setdefault(" — ".join(filter(None, told)), seat.id)
        return list(self._offered)

    def _taking_part(
        self, dossier: Dossier, typed: str
    ) -> tuple[list[Person], dict[str, Participation]]:
        """Who may be meant, and their seats; of a great many those whom the file finds."""
        desk, seats, people = self.work.desk, dossier.participations, dossier.people
        if not dossier.whole:
            ids = desk.person_ids(typed, self.work.words.language, SOUGHT)
            seats = tuple(desk.find(Participation, edition=dossier.edition.id, person=ids))
            people = tuple(desk.find(Person, id=ids))
        known = {seat.person: seat for seat in seats if seat.person}
        return [person for person in people if person.id in known], known

    def _add(self, typed: str) -> None:
        seat = self._offered.get(typed)
        if seat is not None:
            done, _ = self.work.done(vehicles.add_rider, self._car, seat)
        else:
            done, _ = self.work.done(vehicles.add_rider_by_name, self._car, typed)
        if done:
            self.name.finish()

    def reorder(self, at: int, by: int) -> None:
        """Move a rider in the order; the focus goes along."""
        self.lines[at + by].tools.focus_like(self.lines[at].tools)
        ids = [rider.id for rider in self._riders]
        self.work.run(vehicles.order_riders, self._car, moved(ids, at, by))

    def drop(self, at: int) -> None:
        """Take a rider out."""
        self.work.run(vehicles.remove_rider, self._riders[at].id)


class VehiclePanel(SetPanel):
    """A car of the motorcade."""

    order, remove = vehicles.order_vehicles, vehicles.remove_vehicle
    fields = (
        Field("name", N_("Name on the card"), "texts"),
        Field("plate", N_("Plate")),
        Field("driver", N_("Driver"), row=1),
        Field("phone", N_("Driver’s telephone"), row=1),
        Field("notes", N_("Notes for the coordinator"), "text"),
    )

    def __init__(self, work: Workspace) -> None:
        super().__init__(work)
        self.riders = RidersField(work)

    def all(self, dossier: Dossier) -> Sequence[Record]:
        """The cars."""
        return dossier.vehicles

    def called(self, dossier: Dossier, record: Vehicle) -> tuple[str, str]:
        """Its name."""
        return self.work.words.text(record.name), self.work.words("Car")

    def show_record(self, dossier: Dossier, id: str) -> bool:
        """Show the car, and who rides in it."""
        shown = super().show_record(dossier, id)
        car = self.record(dossier, id)
        if shown and isinstance(car, Vehicle):
            self.riders.show_car(dossier, car)
        return shown

    def focus_field(self, field: str) -> None:
        """Put the cursor into a field; that of the riders has a field for another one."""
        if field == "riders":
            self.riders.name.setFocus()
        else:
            super().focus_field(field)

    def below(self) -> Sequence[QWidget]:
        """Who rides in it, and the buttons."""
        return (self.riders, *super().below())

    def change(self, changes: Mapping[str, object]) -> None:
        """Change the car."""
        self.work.run(vehicles.change_vehicle, self.id, changes)
