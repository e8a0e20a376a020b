# SPDX-License-Identifier: MIT
"""How the rows of a planned list become records, and how they meet those that are there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import replace
from operator import attrgetter

from forumdesk.domain.cells import country
from forumdesk.domain.desk import Desk, Severity
from forumdesk.domain.entries import ListEntry
from forumdesk.domain.forum import Side
from forumdesk.domain.intake import Finding, ImportReport
from forumdesk.domain.list_changes import (
    FieldNames,
    changes_of,
    part_fields,
    person_fields,
    remembered,
)
from forumdesk.domain.list_drafting import DIFFERS
from forumdesk.domain.list_known import Bodies, Places, is_place
from forumdesk.domain.list_plan import Action, Reasons, Row, Verdict
from forumdesk.domain.matching.traits import says_company
from forumdesk.domain.merging import Change, Fields, applied
from forumdesk.domain.naming import name_text, script_of
from forumdesk.domain.people import (
    Distinction,
    Organization,
    OrganizationKind,
    Participation,
    Person,
    Script,
    StatusDay,
)
from forumdesk.domain.progress import Progress
from forumdesk.domain.records import Record
from forumdesk.domain.settled import settled
from forumdesk.domain.validity import tidied
from forumdesk.domain.versions import Origin
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_, Phrase
from forumdesk.services._ledger import Fate
from forumdesk.services._numbering import next_number
from forumdesk.services.people import add_image

_AT_ONCE = 50  # rows between two reports of progress: a few milliseconds
MOST_SIDES = 12  # made of a list; a column that names more names something else
_TOGETHER = 12_000  # rows that are written together: fewer pages are written twice
_A_SLICE = 400  # records between two reports of progress while they are written


class Taking:
    """One list going into one edition, or the directory, inside a step that the caller opened."""

    def __init__(self, desk: Desk, edition: str | None, source: str) -> None:
        self._desk = desk
        self._edition = edition
        self._source = source
        sides = desk.find(Side, edition=edition) if edition else []
        self._bodies = Bodies(desk.find(Organization), sides)
        self._may_have_sides = not sides
        self._sides: list[str] = []  # those made of the list
        there = desk.find(Participation, edition=edition) if edition else []
        self._places = Places(there)
        self._there = {p.person: p for p in there if p.person}
        origins = desk.find(Origin, edition=edition, source=source, table_name="person")
        self._origins = {origin.key: origin for origin in origins}
        self._number = next_number(desk, edition) if edition else 0
        self._made: dict[int, str] = {}  # who each row is, by its number
        self._new: tuple[list[Record], ...] = ([], [], [], [], [])  # each kind after what it needs
        self._problems: list[Finding] = []
        self._aside: Counter[str] = Counter()
        self._changed = False

    def run(
        self, rows: Iterable[Row], total: int, label: Phrase
    ) -> Generator[Progress, None, ImportReport]:
        """Take everything in, yielding progress; return the report."""
        fates: Counter[Fate] = Counter()
        done = 0
        for done, row in enumerate(settled(rows), 1):
            fates[self._take(row)] += 1
            if done % _TOGETHER == 0:
                yield from self._written(Progress(done, total))
            elif done % _AT_ONCE == 0:
                yield Progress(done, total)
        yield from self._written(Progress(done, total))
        self._tell_aside()
        return ImportReport(
            edition=self._edition or "",
            read=done,
            added=fates[Fate.ADDED],
            updated=fates[Fate.UPDATED],
            unchanged=fates[Fate.UNCHANGED],
            skipped=fates[Fate.SKIPPED],
            problems=tuple(self._problems),
            step=label if self._changed else None,
        )

    def _take(self, row: Row) -> Fate:
        for finding in row.entry.findings:
            self._problems.append(replace(finding, line=finding.line or row.entry.line))
        match row.action:
            case Action.ADD:
                return self._add(row)
            case Action.TAKE:
                return self._meet(row)
        return self._leave(row)

    def _leave(self, row: Row) -> Fate:
        if row.chosen and row.key and row.key not in self._origins:
            self._remember(row, "", "")
        elif row.verdict is Verdict.REFUSED:
            if row.reasons[0] not in (finding.phrase for finding in row.entry.findings):
                self._tell(row, N_("Left out: {why}"), why=row.reasons[0])
        elif row.verdict is Verdict.DOUBTFUL:
            self._tell(row, N_("Left out, as it may be somebody known: {why}"), why=_why(row))
        elif row.reasons:
            severity = Severity.WARNING if DIFFERS in row.reasons else Severity.NOTE
            self._tell(row, N_("Left out: {why}"), severity, why=row.reasons[0])
        return Fate.SKIPPED

    def _add(self, row: Row) -> Fate:
        if self._edition and is_place(row.entry):
            return self._keep_place(row.entry)
        before = self._origins.get(row.key)
        if before is not None and before.record:
            return self._again(row, before.record)
        return self._add_new(row)

    def _keep_place(self, entry: ListEntry) -> Fate:
        """A place for somebody whose name is to follow."""
        said = self._said(entry)
        if self._places.taken(entry, self._body(entry)):
            return Fate.UNCHANGED
        self._new[2].append(self._participation(None, said))
        return Fate.ADDED

    def _again(self, row: Row, person: str) -> Fate:
        """A row to be added that was taken in already, by this plan or before."""
        there = self._desk.count(Person, id=person) == 1
        if not row.chosen or (there and (not self._edition or person in self._there)):
            return Fate.UNCHANGED
        # Removed here since; somebody wants them back.
        return self._meet(replace(row, person=person)) if there else self._add_new(row)

    def _add_new(self, row: Row) -> Fate:
        entry, new = row.entry, self._desk.new_id()
        _, people, parts, apart, _ = self._new
        person = Person(new, entry.names, photo=self._portrait(entry), **entry.person)  # type: ignore[arg-type]
        people.append(person)
        self._made[row.number] = new
        said: Fields = {}
        if self._edition:
            said = self._said(entry)
            parts.append(self._participation(new, said))
        self._remember(row, new, remembered(person_fields(entry), said))
        if row.verdict is Verdict.DOUBTFUL and row.chosen:
            apart.extend(self._apart(row, new))
        elif row.verdict is Verdict.DOUBTFUL:
            self._tell(row, N_("Added as new, and may be somebody known: {why}"), why=_why(row))
        self._leave_aside(entry)
        return Fate.ADDED

    def _meet(self, row: Row) -> Fate:
        who = row.person or self._made.get(row.row, "")
        if row.row:
            self._flush()  # it may be among those that are added
        found = self._desk.find(Person, id=who)
        if not found:
            self._tell(row, N_("Left out: the person is not in the file any more."))
            return Fate.SKIPPED
        person, entry = found[0], row.entry
        self._made[row.number] = person.id
        said = self._said(entry) if self._edition else {}
        there = self._there.get(person.id)
        before = self._origins.get(row.key)
        changes, parts = row.changes, row.part_changes
        if row.chosen and not (changes or parts):
            last = before.digest if before and before.record == person.id else None
            changes, parts = changes_of(entry, person, (there, said) if there else None, last)
        if person.photo is None and before is None and (portrait := self._portrait(entry)):
            changes = (*changes, Change("photo", None, portrait))
        changed = self._write(person, changes)
        fate = Fate.UPDATED if changed else Fate.UNCHANGED
        if there is not None:
            if self._write(there, self._with_ids(parts, said)):
                fate = Fate.UPDATED
        elif self._edition:
            self._new[2].append(self._participation(person.id, said))
            fate = Fate.ADDED
        self._remember(row, person.id, remembered(person_fields(entry), said))
        self._tell_kept(row, (*changes, *parts))
        self._leave_aside(entry)
        return fate

    def _portrait(self, entry: ListEntry) -> str | None:
        """The portrait of a row, kept as a picture of the file (id)."""
        if entry.photo is None or not entry.photo.is_fit:
            return None
        self._changed = True
        return add_image(self._desk, entry.photo.data, entry.photo.size).id

    def _write(self, record: Person | Participation, changes: tuple[Change, ...]) -> bool:
        fresh = applied(record, changes)
        if fresh == record:
            return False
        if isinstance(fresh, Participation) and isinstance(record, Participation):
            if fresh.status is not record.status:
                history = (*record.history, StatusDay(record.status, record.status_on))
                fresh = replace(fresh, history=history)
            self._flush()  # the organization, and who is added only now
        self._desk.put(tidied(fresh))
        self._changed = True
        return True

    def _with_ids(self, parts: tuple[Change, ...], said: Fields) -> tuple[Change, ...]:
        """Changes whose organization may have been added since they were planned."""
        return tuple(
            replace(change, there=said[change.name]) if change.name == "organization" else change
            for change in parts
        )

    def _participation(self, person: str | None, said: Fields) -> Participation:
        assert self._edition
        number, self._number = self._number, self._number + 1
        record = Participation(
            self._desk.new_id(),
            self._edition,
            person,
            number=number,
            **said,  # type: ignore[arg-type]
        )
        if person:
            self._there[person] = record
        return record

    def _said(self, entry: ListEntry) -> dict[str, object]:
        """What a row says of how somebody takes part; its organization is added if need be."""
        body = self._body(entry) if entry.organization else None
        side = self._bodies.side(entry, body)
        if entry.side and side is None:
            side = self._made_side(entry)
        if entry.side and side is None:
            self._aside[entry.side] += 1
        return part_fields(entry, body, side.id if side else None)

    def _body(self, entry: ListEntry) -> str:
        known = self._bodies.found(entry.organization)
        if known is None:
            company = any(map(says_company, entry.organization.values()))
            kind = OrganizationKind.COMPANY if company else OrganizationKind.OTHER
            known = Organization(
                self._desk.new_id(), entry.organization, kind=kind, country=entry.country
            )
            self._bodies.add(known)
            self._new[0].append(known)
        return known.id

    def _made_side(self, entry: ListEntry) -> Side | None:
        """The side that a row names, made in an edition that had none: it was not set up yet."""
        assert self._edition
        if not self._may_have_sides or len(self._sides) == MOST_SIDES:
            return None
        language = "ko" if script_of(entry.side) is Script.HANGUL else "en"
        name, position = Text.of({language: entry.side}), len(self._sides)
        made = Side(
            self._desk.new_id(), self._edition, name, country=country(entry.side), position=position
        )
        self._desk.put(tidied(made))
        self._changed = True
        self._bodies.add_side(made)
        self._sides.append(entry.side)
        return made

    def _apart(self, row: Row, id: str) -> Iterable[Distinction]:
        """Somebody said that the row is none of those whom it is like."""
        for candidate in row.candidates:
            other = candidate.person or self._made.get(candidate.row, "")
            if other and (candidate.row or self._desk.count(Person, id=other)):
                yield Distinction(self._desk.new_id(), other, id)

    def _remember(self, row: Row, record: str, said: str) -> None:
        before = self._origins.get(row.key)
        if before is None:
            origin = Origin(
                self._desk.new_id(), self._edition, self._source, row.key, "person", record, said
            )
            self._origins[row.key] = origin
            self._new[4].append(origin)
        elif (before.record, before.digest) != (record, said):
            self._origins[row.key] = replace(before, record=record, digest=said)
            self._desk.put(self._origins[row.key])
            self._changed = True

    def _flush(self) -> None:
        """Write what is new, each kind after those it points to."""
        for _ in self._written(Progress(0, 0)):
            pass

    def _written(self, progress: Progress) -> Iterator[Progress]:
        """Write what is new, telling in between how far it is."""
        # By key, so that of its index, which is kept by key, few pages are turned at a time.
        self._new[4].sort(key=attrgetter("key"))
        for records in self._new:
            for start in range(0, len(records), _A_SLICE):
                self._desk.put_all(records[start : start + _A_SLICE])
                self._changed = True
                yield progress
            records.clear()

    def _leave_aside(self, entry: ListEntry) -> None:
        if self._edition is None and (entry.participation or entry.organization):
            self._aside[_PART] += 1

    def _tell_aside(self) -> None:
        """What was made or left aside besides, once for the whole list."""
        if self._sides:
            names = ", ".join(self._sides)
            message = N_("The edition had no sides; of the list were made: {names}.")
            self._problems.append(Finding(message, (("names", names),), Severity.NOTE))
        for what, count in self._aside.items():
            if what in _TOLD_ASIDE:
                finding = Finding(_TOLD_ASIDE[what], (("count", str(count)),), Severity.NOTE)
            else:
                finding = Finding(_NO_SIDE, (("side", what), ("count", str(count))))
            self._problems.append(finding)

    def _tell_kept(self, row: Row, changes: tuple[Change, ...]) -> None:
        kept = tuple(change.name for change in changes if not change.take)
        if kept:
            message = N_("What stands here differs from the list and stays: {fields}")
            self._tell(row, message, Severity.NOTE, fields=FieldNames(kept))

    def _tell(
        self, row: Row, message: str, severity: Severity = Severity.WARNING, /, **values: object
    ) -> None:
        thing = name_text(Person("", row.entry.names)).best(("ko", "en"))
        pairs = tuple(values.items())
        self._problems.append(Finding(message, pairs, severity, row.entry.line, thing))


_PART = "\x00part"
_NO_SIDE = N_("There is no side “{side}”; {count} of the list are without one.")
_TOLD_ASIDE: Mapping[str, str] = {
    _PART: N_(
        "Office, organization and the like belong to an edition: those of {count} rows were left"
        " aside."
    ),
}


def _why(row: Row) -> Reasons:
    """Why somebody may be somebody known, as one phrase."""
    return Reasons(row.reasons or (row.candidates[0].reasons if row.candidates else ()))
