# SPDX-License-Identifier: MIT
"""From the rows of a list to a plan: whether each is somebody known, somebody new, or nobody.

Works on values alone, a row after the other, so that it may run beside the window. A list as a
rule names each person once: two of its rows with one name and different addresses or houses are
two people, while the same against the directory is doubtful.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from unicodedata import is_normalized

from forumdesk.domain.desk import ForumDeskError, Severity
from forumdesk.domain.entries import ListEntry
from forumdesk.domain.list_changes import (
    changes_of,
    marks_of,
    names_in,
    part_fields,
    person_fields,
    recalled,
)
from forumdesk.domain.list_known import Bodies, Known, Places, is_place
from forumdesk.domain.list_plan import Action, Candidate, Plan, Row, Verdict
from forumdesk.domain.matching.comparing import (
    EMAIL,
    Likeness,
    compare,
)
from forumdesk.domain.matching.doubles import Acquaintance, Listed
from forumdesk.domain.matching.traits import Traits, traits_of
from forumdesk.domain.merging import Fields, marks
from forumdesk.domain.people import Names, Organization, Participation, Person
from forumdesk.domain.settled import settled
from forumdesk.domain.validity import fitting, obeying, tidied
from forumdesk.domain.wording import Text, one_line
from forumdesk.domain.words import N_, Phrase

NAMELESS = Phrase(N_("There is no name in this row."))
IDENTICAL = Phrase(N_("The row stands in the list before."))
REPEATED = Phrase(N_("The person stands in the list before."))
DIFFERS = Phrase(N_("The person stands in the list before, with other values."))
LEFT_OUT = Phrase(N_("It was left out when this list was taken in before."))
REMOVED = Phrase(N_("It was taken in before and has been removed here."))
OTHER_PERSON = Phrase(N_("The list gives this id to another person than before."))
SAME_ROW = Phrase(N_("The same row came with another list."))


class Drafting:
    """One list being held against what is known; the names it would add are gathered aside."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._bodies = Bodies(known.organizations, known.sides)
        self._places = Places(known.places)
        self._people: Acquaintance[str] = Acquaintance()
        self._rows: Listed[int] = Listed()
        self._entries: list[ListEntry] = []
        # The row of a key; of several what they say, as hashes.
        self._seen: dict[str, int | list[int]] = {}
        self._taken: set[str] = set()
        self._noted: set[tuple[Text, str]] = set()
        self.organizations: dict[str, None] = {}
        self.sides: dict[str, None] = {}
        for person in known.people.values():
            self._people.add(person.id, self._traits(person))

    def rows(self, entries: Iterable[ListEntry]) -> Iterator[Row]:
        """The rows of the plan, one after the other."""
        for number, entry in enumerate(settled(entries), 1):
            try:
                yield self._row(number, _fitting(entry))
            except ForumDeskError as error:
                yield _refused(number, entry, error.phrase)
            self._entries.append(entry)

    def _row(self, number: int, entry: ListEntry) -> Row:
        if self._known.edition and is_place(entry):
            return self._place(number, entry)
        if (why := _refusal(entry)) is not None:
            return _refused(number, entry, why)
        traits = self._traits_of(entry)
        key = f"id:{entry.key}" if entry.key else traits.identity
        key, identical = self._told_apart(number, entry, key)
        row = self._remembered(number, entry, key, traits)
        if row is not None:
            self._rows.met(number, traits)
        elif identical:
            return Row(number, entry, key, Verdict.REPEATED, Action.LEAVE, reasons=(IDENTICAL,))
        else:
            row = self._met(Row(number, entry, key, Verdict.NEW, Action.ADD), traits)
        if row.action is not Action.LEAVE:
            self._note(entry)
        return row

    def _place(self, number: int, entry: ListEntry) -> Row:
        """A place whose name is to follow; as there is nobody, it is known by what it is."""
        body = self._bodies.found(entry.organization)
        there = body is not None and self._places.taken(entry, body.id)
        self._note(entry)
        return Row(number, entry, "", Verdict.SAME if there else Verdict.NEW, Action.ADD)

    def _told_apart(self, number: int, entry: ListEntry, key: str) -> tuple[str, bool]:
        """The key of a row, others of its key told apart, and whether one of them says the same."""
        before = self._seen.setdefault(key, number)
        if before == number:
            return key, False
        if isinstance(before, int):
            before = self._seen[key] = [_said(_fitting(self._entries[before - 1]))]
        said = _said(entry)
        identical = before.count(said)
        key = f"{key}={identical + 1}" if identical else f"{key}#{len(set(before)) + 1}"
        before.append(said)
        return key, bool(identical)

    def _remembered(self, number: int, entry: ListEntry, key: str, traits: Traits) -> Row | None:
        """A row that was taken in before."""
        origins = self._known.origins
        if not origins:
            return None
        own = f"{key}/{traits.identity}"
        key = own if own in origins else key
        origin = origins.get(key)
        if origin is None:
            return None
        row = Row(number, entry, key, Verdict.SAME, Action.LEAVE)
        if not origin.record:
            return replace(row, verdict=Verdict.DOUBTFUL, reasons=(LEFT_OUT,), chosen=True)
        person = self._known.people.get(origin.record)
        edition = self._known.edition
        if person is None or (edition and person.id not in self._known.participations):
            return replace(row, reasons=(REMOVED,))
        sure = key == own or not entry.key
        if not sure and not self._is_still(person, entry, traits, origin.digest):
            candidate = Candidate(person.id, 0, person.names, Likeness.DOUBTFUL)
            doubtful = replace(row, verdict=Verdict.DOUBTFUL, action=Action.ADD)
            # Who had the id keeps it; the other is remembered by what the row says.
            return replace(doubtful, key=own, candidates=(candidate,), reasons=(OTHER_PERSON,))
        return self._taken_as(row, person, origin.digest)

    def _is_still(self, person: Person, entry: ListEntry, traits: Traits, last: str) -> bool:
        """Whether an id of the source still means the person that it meant before."""
        likeness = compare(traits, self._traits(person)).likeness
        return likeness is not Likeness.DIFFERENT or names_in(last) == marks_of(entry.names)

    def _met(self, row: Row, traits: Traits) -> Row:
        """A row that was not taken in before, by whom it is like."""
        people = [c for c in self._candidates(traits) if c.person not in self._taken]
        rows = self._rows_like(row.number, traits)
        if not (people or rows):  # as is the rule
            return row
        same = [c for c in people if c.likeness is Likeness.SAME]
        twice = next((c for c in rows if c.likeness is Likeness.SAME), None)
        if twice is not None:
            differs = self._differs(row.entry, twice.row)
            if not differs or EMAIL in twice.reasons:
                told = (DIFFERS if differs else REPEATED, *twice.reasons)
                repeated = replace(row, verdict=Verdict.REPEATED, action=Action.LEAVE)
                return replace(repeated, row=twice.row, reasons=told)
        if len(same) == 1 and twice is None:
            return self._taken_as(row, self._known.people[same[0].person], None, same[0].reasons)
        other = self._same_row(row.key, row.entry)
        if other and twice is None and any(c.person == other for c in people):
            return self._taken_as(row, self._known.people[other], None, (SAME_ROW,))
        return replace(row, verdict=Verdict.DOUBTFUL, candidates=(*people, *rows))

    def _same_row(self, key: str, entry: ListEntry) -> str:
        """The person who came from the very same row, of another list or for another edition.

        Elsewhere the row must say more of the person than a name, and nothing else than now.
        """
        other = self._known.others.get(key)
        if other is None or other.edition == self._known.edition:
            return other.record if other else ""
        said = marks(person_fields(entry))
        more = any(not word.startswith("names.") for word in said.split())
        return other.record if more and said == recalled(other.digest)[0] else ""

    def _candidates(self, traits: Traits) -> Iterator[Candidate]:
        if not self._known.people:
            return
        for person, found in self._people.alike(traits):
            names = self._known.people[person].names
            yield Candidate(person, 0, names, found.likeness, found.reasons)

    def _rows_like(self, row: int, traits: Traits) -> list[Candidate]:
        return [
            Candidate("", number, self._entries[number - 1].names, found.likeness, found.reasons)
            for number, found in self._rows.met(row, traits)
        ]

    def _differs(self, entry: ListEntry, row: int) -> bool:
        """Whether a row says something against one before, not merely more or less."""
        before = self._entries[row - 1]
        person = _against(before.person, entry.person)
        return person or _against(before.participation, entry.participation)

    def _taken_as(
        self, row: Row, person: Person, last: str | None, reasons: tuple[Phrase, ...] = ()
    ) -> Row:
        self._taken.add(person.id)
        there = self._known.participations.get(person.id)
        found, parts = changes_of(row.entry, person, self._takes_part(row.entry, there), last)
        joins = self._known.edition is not None and there is None
        verdict = Verdict.CHANGED if found or parts else Verdict.SAME
        return replace(
            row,
            verdict=verdict,
            action=Action.TAKE,
            person=person.id,
            changes=found,
            part_changes=parts,
            joins=joins,
            reasons=reasons,
        )

    def _takes_part(
        self, entry: ListEntry, there: Participation | None
    ) -> tuple[Participation, Fields] | None:
        """How a person takes part, and what the row says of it; a body not there yet by name."""
        if there is None:
            return None
        body = self._bodies.found(entry.organization) if entry.organization else None
        named = body.id if body else entry.organization.best() or None
        side = self._bodies.side(entry, body.id if body else None)
        return there, part_fields(entry, named, side.id if side else None)

    def _traits(self, person: Person) -> Traits:
        bodies = self._known.affiliations.get(person.id, ())
        return traits_of(person.names, person.contacts, bodies)

    def _traits_of(self, entry: ListEntry) -> Traits:
        contacts = entry.person.get("contacts", ())
        assert isinstance(contacts, tuple)
        return traits_of(entry.names, contacts, self._bodies.keys(entry.organization))

    def _note(self, entry: ListEntry) -> None:
        """Gather what a row would add besides, or look for in vain."""
        if self._known.edition is None or (entry.organization, entry.side) in self._noted:
            return
        self._noted.add((entry.organization, entry.side))
        body = self._bodies.found(entry.organization) if entry.organization else None
        if entry.organization and body is None:
            self.organizations[entry.organization.best()] = None
        if entry.side and self._known.sides and self._bodies.side(entry, None) is None:
            self.sides[entry.side] = None


def draft(known: Known, entries: Iterable[ListEntry]) -> Plan:
    """A whole list held against what is known."""
    drafting = Drafting(known)
    rows = tuple(drafting.rows(entries))
    return Plan(known.source, rows, tuple(drafting.organizations), tuple(drafting.sides))


def _said(entry: ListEntry) -> int:
    """What a row says, as a hash."""
    return hash((entry.names, *entry.person.items(), *entry.participation.items()))


def _refusal(entry: ListEntry) -> Phrase | None:
    for finding in entry.findings:
        if finding.severity is Severity.ERROR:
            return finding.phrase
    return None if entry.names else NAMELESS


def _refused(number: int, entry: ListEntry, why: Phrase) -> Row:
    return Row(number, entry, "", Verdict.REFUSED, Action.LEAVE, reasons=(why,))


def _fitting(entry: ListEntry) -> ListEntry:
    """An entry whose values may be stored; raises ``ForumDeskError`` if one can't be."""
    person = fitting(Person, entry.person)
    part = fitting(Participation, entry.participation)
    if entry.person.get("languages"):
        obeying(Person("-", entry.names, **person))  # type: ignore[arg-type]
    if not _RULED.isdisjoint(part):
        obeying(Participation("-", "-", "-", **part))  # type: ignore[arg-type]
    if "names" in person or "person" in part:
        raise ForumDeskError(N_("The field “{field}” never changes."), field="person")
    names = entry.names if _is_tidy(entry.names) else Names.of(entry.names)
    body, key = _body(entry.organization, entry.country), entry.key and one_line(entry.key)
    same = person is entry.person and part is entry.participation
    if same and (names, body, key) == (entry.names, entry.organization, entry.key):
        return entry
    return replace(
        entry, names=names, key=key, organization=body, person=person, participation=part
    )


_RULED = frozenset({"rank", "number", "arrives", "departs", "deputy_for", "companion_of"})


@lru_cache(maxsize=16384)  # of a hundred thousand people many share a name
def _is_tidy(names: Names) -> bool:
    """Whether names are as ``Names.of`` would make them, at a glance."""
    for _, name in names.pairs:
        whole = " ".join(filter(None, (name.family, name.given, name.full)))
        if whole != " ".join(whole.split()):  # a run of spaces, or one at an end
            return False
        if not (whole.isprintable() and is_normalized("NFC", whole)):
            return False
    return True


@lru_cache(maxsize=4096)
def _body(name: Text, country: str) -> Text:
    """An organization's name as it may be stored; raises ``ForumDeskError`` if it can't be."""
    if not (name or country):
        return name
    return tidied(Organization("-", name, country=country)).name


def _against(before: Fields, now: Fields) -> bool:
    """Whether a value is said otherwise, not merely said by one of two."""
    both = ((before[name], now[name]) for name in now if name in before)
    return any(one != other for one, other in both if one and other)
