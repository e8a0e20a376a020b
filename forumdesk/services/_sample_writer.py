# SPDX-License-Identifier: MIT
"""Writing what an edition's file says, record by record, each checked like one typed in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, timedelta

from forumdesk.domain.agenda import CheckIn, CheckInHow, Part, Session, SessionRoom
from forumdesk.domain.desk import Desk
from forumdesk.domain.forum import Edition, Host, Room, Side, Track
from forumdesk.domain.outcomes import (
    Agreement,
    Aim,
    Commitment,
    CommitmentOwner,
    Original,
    Party,
    Report,
    Review,
    Signatory,
    SignatoryRole,
)
from forumdesk.domain.people import Invitation, Organization, Participation, Person, Quota
from forumdesk.domain.printed import Passage
from forumdesk.services import outcomes
from forumdesk.services._sample_values import Kind, Table, consents, field_values, span
from forumdesk.services._writing import keep

_OF_THE_FILE = (Organization, Person, Commitment, Agreement)  # keys of these hold in every edition
_LAST = "last-"  # before keys of the edition before
_SIGNATORIES = {
    SignatoryRole.SIGNS: "signs",
    SignatoryRole.WITNESSES: "witnesses",
    SignatoryRole.HANDS_OVER: "hands_over",
}
EDITION = "edition"  # the key of the edition that is being written


@dataclass
class Writer:
    """Writes records and keeps in mind which id each key has been given."""

    desk: Desk
    ids: dict[tuple[Kind, str], str] = field(default_factory=dict)

    def add(self, kind: Kind, table: Table, *, key: str = "", **given: object) -> str:
        """A new record of the fields in ``table`` and those ``given``; returns its id."""
        fields = field_values(kind, table, self.find) | given
        record = keep(self.desk, kind(id=self.desk.new_id(), **fields))
        if key := key or table.get("key", ""):
            self.ids[kind, key] = record.id
        return str(record.id)

    def add_each(self, kind: Kind, tables: Mapping[str, Table], **given: object) -> None:
        """New records by key, in order."""
        for n, (key, table) in enumerate(tables.items()):
            self.add(kind, table, key=key, position=n, **given)

    def find(self, kind: Kind, key: str) -> str:
        """The id that the record of this key has been given."""
        return self.ids[kind, key]

    def forget_edition(self) -> None:
        """Keys of rooms, sessions, participants mean other things in the next edition.

        Those of the edition before and of its sessions are known there as ``last-…``.
        """
        last = {
            (kind, f"{_LAST}{key}"): held
            for (kind, key), held in self.ids.items()
            if kind in (Edition, Session) and not key.startswith(_LAST)
        }
        self.ids = {key: held for key, held in self.ids.items() if key[0] in _OF_THE_FILE} | last


def write_edition(writer: Writer, series: str, table: Table) -> Iterator[None]:
    """An edition with all its file says, but for what came after publishing."""
    edition = writer.add(Edition, table, key=EDITION, series=series)
    hosts = {host["organization"]: host for host in table["hosts"]}
    for kind, tables in ((Host, hosts), (Side, table["sides"]), (Room, table["rooms"])):
        writer.add_each(kind, tables, edition=edition)
    writer.add_each(Track, table.get("tracks", {}), edition=edition)
    for number, (key, fields) in enumerate(table["participants"].items(), 1):
        _participation(writer, edition, key, {**table["participant"], **fields, "number": number})
        yield
    yield from write_sessions(writer, table, added=False)
    for side, seats in table.get("quotas", {}).items():
        writer.add(Quota, {"side": side, "seats": seats}, edition=edition)
    if "door" in table:
        _check_ins(writer, table["door"], table["participants"])
    for fields in table.get("agreements", ()):
        _agreement(writer, edition, fields)
    for n, fields in enumerate(table["passages"]):
        by = {"participation": fields["who"]} if "who" in fields else {}
        writer.add(Passage, {**fields, **by}, edition=edition, position=n)
    _commitments(writer, series, edition, table)


def _participation(writer: Writer, edition: str, key: str, table: Table) -> None:
    person = None if table.get("vacant") else writer.find(Person, key)
    asked = consents(table["consents"], table.get("status_on"))
    writer.add(Participation, table, key=key, edition=edition, person=person, consents=asked)


def _check_ins(writer: Writer, door: Table, participants: Table) -> None:
    """Who had agreed to come came, in the order of the file, but for those who are absent."""
    came = [key for key in participants if _is_coming(writer, key) and key not in door["absent"]]
    for n, key in enumerate(came):
        who = writer.find(Participation, key)
        at = door["opened"].astimezone(UTC) + n * timedelta(seconds=door["every"])
        desk = door["desks"][n % len(door["desks"])]
        writer.add(CheckIn, {}, participation=who, at=at, desk=desk, how=CheckInHow.SCANNED)


def _is_coming(writer: Writer, key: str) -> bool:
    record = writer.desk.get(Participation, writer.find(Participation, key))
    return record.status is Invitation.ACCEPTED and record.person is not None


def write_sessions(writer: Writer, table: Table, *, added: bool) -> Iterator[None]:
    """The sessions of an edition that were there when it was published, or ``added`` since."""
    edition = writer.find(Edition, EDITION)
    for n, fields in enumerate(table["sessions"]):
        if fields.get("added", False) is added:
            day = table["first_day"] + timedelta(days=fields.get("day", 1) - 1)
            whole = {**table["session"], "date": day, **fields}
            _session(writer, whole, edition=edition, position=n)
            yield


def _session(
    writer: Writer, table: Table, *, edition: str, position: int, parent: str | None = None
) -> None:
    starts, minutes = span(table["time"], table["date"])
    timed = {**table, "starts": starts, "minutes": minutes}
    session = writer.add(Session, timed, edition=edition, position=position, parent=parent)
    rooms = {key: {"room": key} for key in table.get("rooms", ())}
    writer.add_each(SessionRoom, rooms, session=session)
    for n, part in enumerate(table.get("parts", ())):
        participation = writer.find(Participation, part["who"])
        writer.add(Part, part, session=session, participation=participation, position=n)
    passed_on = {name: table[name] for name in ("date", "status", "visibility") if name in table}
    for n, item in enumerate(table.get("items", ())):
        _session(writer, {**passed_on, **item}, edition=edition, position=n, parent=session)


def _agreement(writer: Writer, edition: str, table: Table) -> None:
    agreement = writer.add(Agreement, table, edition=edition)
    parties = {key: {"organization": key} for key in table["parties"]}
    writer.add_each(Party, parties, agreement=agreement)
    for number, aim in enumerate(table["aims"], 1):
        writer.add(Aim, aim, agreement=agreement, number=number)
    for role, group in _SIGNATORIES.items():
        for n, signatory in enumerate(table.get(group, ())):
            given = {"participation": writer.find(Participation, signatory["who"]), "role": role}
            writer.add(Signatory, signatory, agreement=agreement, position=n, **given)
    for original in table["originals"]:
        writer.add(Original, original, agreement=agreement)


def _commitments(writer: Writer, series: str, edition: str, table: Table) -> None:
    for n, fields in enumerate(table.get("commitments", ())):
        commitment = writer.add(Commitment, fields, series=series, edition=edition, position=n)
        owners = {key: {"organization": key} for key in fields["owners"]}
        writer.add_each(CommitmentOwner, owners, commitment=commitment)
        persons = {
            key: {"person": key, "position": n}
            for n, key in enumerate(fields.get("people", ()), len(owners))
        }
        writer.add_each(CommitmentOwner, persons, commitment=commitment)
    for looking in table.get("reviews", ()):
        for n, key in enumerate(looking["commitments"]):
            fields = {"session": looking["session"], "commitment": key}
            writer.add(Review, fields, position=n)
    for report in table.get("reports", ()):
        fields = field_values(Report, report, writer.find)
        commitment, status = fields.pop("commitment"), fields.pop("status")
        outcomes.report_commitment(writer.desk, commitment, edition, status, fields=fields)
