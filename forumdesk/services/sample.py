# SPDX-License-Identifier: MIT
"""The sample forum: data files in ``resources/sample``, read here and written as a user would.

Each file names records by short keys and points to others by them; ``README.md`` beside the
files says how.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from forumdesk.domain.agenda import Part, Session, SessionRoom
from forumdesk.domain.assets import resources
from forumdesk.domain.desk import Desk
from forumdesk.domain.forum import Edition, Host, Room, Series, SeriesHost, Side, Track
from forumdesk.domain.outcomes import (
    Agreement,
    Aim,
    Commitment,
    CommitmentOwner,
    Original,
    Party,
    Report,
    Signatory,
    SignatoryRole,
)
from forumdesk.domain.people import Organization, Participation, Person
from forumdesk.domain.progress import Progress
from forumdesk.domain.words import N_
from forumdesk.services._sample_values import (
    Table,
    Value,
    consents,
    contacts,
    field_values,
    names,
    span,
)

Kind = type[Any]

# What a field of a record names by key.
_POINTS_TO: Mapping[str, Kind] = {
    "organization": Organization,
    "person": Person,
    "side": Side,
    "track": Track,
    "session": Session,
    "participation": Participation,
    "reader": Participation,
    "party": Party,
    "keeper": Party,
    "aim": Aim,
    "commitment": Commitment,
}
_OF_THE_FILE = (Organization, Person, Commitment)  # keys that hold in every edition


@dataclass(frozen=True)
class Sample:
    """The sample as its files say it; editions in order."""

    organizations: Table
    people: Table
    biographies: Table
    series: Table
    editions: tuple[Table, ...]

    @property
    def size(self) -> int:
        """How many things are reported as progress while it is written."""
        per_edition = (len(e["participants"]) + len(e["sessions"]) for e in self.editions)
        return len(self.organizations) + len(self.people) + sum(per_edition)


def read_sample(folder: Path | None = None) -> Sample:
    """The sample forum that comes with the program, or another of the same form."""
    place = folder or resources() / "sample"
    return Sample(
        _read(place / "organizations.toml"),
        _read(place / "people.toml"),
        _read(place / "biographies.toml"),
        _read(place / "series.toml"),
        tuple(_read(path) for path in sorted(place.glob("[0-9]*.toml"))),
    )


def write_sample(desk: Desk, sample: Sample) -> Iterator[Progress]:
    """Write a sample into the file as one step; a cancelled one leaves nothing."""
    with desk.step(N_("Add the sample forum")):
        writer = _Writer(desk)
        for done, _ in enumerate(_all(writer, sample), 1):
            yield Progress(done, sample.size)


def _read(path: Path) -> Table:
    return tomllib.loads(path.read_text("utf-8"))


@dataclass
class _Writer:
    """Writes records and keeps in mind which id each key has been given."""

    desk: Desk
    ids: dict[tuple[Kind, str], str] = field(default_factory=dict)

    def add(self, kind: Kind, table: Table, *, key: str = "", **given: object) -> str:
        """A new record of the fields in ``table`` and those ``given``; returns its id."""
        record = kind(id=self.desk.new_id(), **field_values(kind, table, self._known) | given)
        self.desk.put(record)
        if key := key or table.get("key", ""):
            self.ids[kind, key] = record.id
        return str(record.id)

    def id(self, kind: Kind, key: str) -> str:
        """The id that the record of this key has been given."""
        return self.ids[kind, key]

    def forget_edition(self) -> None:
        """Keys of rooms, sessions, participants mean other things in the next edition."""
        self.ids = {key: held for key, held in self.ids.items() if key[0] in _OF_THE_FILE}

    def _known(self, name: str, value: Value) -> Value:
        kind = _POINTS_TO.get(name)
        return self.id(kind, value) if kind else value


def _all(writer: _Writer, sample: Sample) -> Iterator[None]:
    for key, table in sample.organizations.items():
        parent = table.get("parent")
        given = {"parent": writer.id(Organization, parent)} if parent else {}
        writer.add(Organization, table, key=key, **given)
        yield
    for key, table in sample.people.items():
        biography = {"biography": sample.biographies.get(key, {})}
        spoken = {"names": names(table), "contacts": contacts(table)}
        writer.add(Person, {**table, **biography}, key=key, **spoken)
        yield
    series = writer.add(Series, sample.series)
    for n, host in enumerate(sample.series["hosts"]):
        writer.add(SeriesHost, {"organization": host}, series=series, position=n)
    for table in sample.editions:
        writer.forget_edition()
        yield from _edition(writer, series, table)


def _edition(writer: _Writer, series: str, table: Table) -> Iterator[None]:
    edition = writer.add(Edition, table, series=series)
    for n, host in enumerate(table["hosts"]):
        writer.add(Host, host, edition=edition, position=n)
    for kind, group in ((Side, "sides"), (Room, "rooms"), (Track, "tracks")):
        for n, (key, fields) in enumerate(table.get(group, {}).items()):
            writer.add(kind, fields, key=key, edition=edition, position=n)
    for key, fields in table["participants"].items():
        _participation(writer, edition, key, {**table["participant"], **fields})
        yield
    for n, fields in enumerate(table["sessions"]):
        day = table["first_day"] + timedelta(days=fields.get("day", 1) - 1)
        _session(writer, edition, {**table["session"], **fields}, day=day, position=n)
        yield
    for fields in table.get("agreements", ()):
        _agreement(writer, edition, fields)
    _commitments(writer, series, edition, table)


def _participation(writer: _Writer, edition: str, key: str, table: Table) -> None:
    given: dict[str, Any] = {"consents": consents(table["consents"], table.get("status_on"))}
    if not table.get("vacant"):
        given["person"] = writer.id(Person, key)
    plain = {name: value for name, value in table.items() if name != "consents"}
    writer.add(Participation, plain, key=key, edition=edition, **given)


def _session(
    writer: _Writer, edition: str, table: Table, *, day: date, position: int, parent: str = ""
) -> None:
    given: dict[str, Any] = {"parent": parent or None, "position": position}
    if "time" in table:
        given["starts"], given["minutes"] = span(table["time"], day)
    session = writer.add(Session, table, edition=edition, **given)
    for n, room in enumerate(table.get("rooms", ())):
        writer.add(SessionRoom, {}, session=session, room=writer.id(Room, room), position=n)
    for n, part in enumerate(table.get("parts", ())):
        participation = writer.id(Participation, part["who"])
        writer.add(Part, part, session=session, participation=participation, position=n)
    for n, item in enumerate(table.get("items", ())):
        inherited = {"status": table["status"], "visibility": table.get("visibility", "public")}
        fields = {**inherited, **item}
        _session(writer, edition, fields, day=day, position=n, parent=session)


def _agreement(writer: _Writer, edition: str, table: Table) -> None:
    agreement = writer.add(Agreement, table, edition=edition)
    for n, key in enumerate(table["parties"]):
        party = {"organization": key}
        writer.add(Party, party, key=key, agreement=agreement, position=n)
    for number, aim in enumerate(table["aims"], 1):
        writer.add(Aim, aim, agreement=agreement, number=number)
    for role, group in ((SignatoryRole.SIGNS, "signs"), (SignatoryRole.WITNESSES, "witnesses")):
        for n, signatory in enumerate(table.get(group, ())):
            given = {"participation": writer.id(Participation, signatory["who"]), "role": role}
            writer.add(Signatory, signatory, agreement=agreement, position=n, **given)
    for original in table.get("originals", ()):
        writer.add(Original, original, agreement=agreement)


def _commitments(writer: _Writer, series: str, edition: str, table: Table) -> None:
    for n, fields in enumerate(table.get("commitments", ())):
        commitment = writer.add(Commitment, fields, series=series, edition=edition, position=n)
        for place, owner in enumerate(fields["owners"]):
            body = {"organization": owner}
            writer.add(CommitmentOwner, body, commitment=commitment, position=place)
    for report in table.get("reports", ()):
        writer.add(Report, report, edition=edition)
