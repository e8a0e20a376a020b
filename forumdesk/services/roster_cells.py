# SPDX-License-Identifier: MIT
"""What typing into a cell of the list of participants means.

Texts are as a person types them: sides, organizations and people by name, states by their word
in any language of the program. All raise ``ForumDeskError`` with a sentence about what can't be
understood.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.forum import Edition
from forumdesk.domain.ids import EditionId, ParticipationId, RosterColumn
from forumdesk.domain.naming import names_from
from forumdesk.domain.people import Contact, Names, Participation, Person
from forumdesk.domain.progress import Progress
from forumdesk.domain.wording import one_line
from forumdesk.domain.words import N_
from forumdesk.services import invitations, people
from forumdesk.services._roster_values import CONTACTS, meant, takes
from forumdesk.services._typed_people import called_so, participants_called
from forumdesk.services._writing import participant_called

EVERY = 20  # cells between two signs of life


class TakesPartError(ForumDeskError):
    """Whoever was typed takes part already; it may be another person of that name."""


def set_roster_cell(
    desk: Desk, participation: ParticipationId, column: RosterColumn, text: str
) -> None:
    """Take over a typed cell: a field of the participation, or the name or address of the person.

    A column is a key of ``domain.columns``; of texts with its language (``office.ko``). An
    organization that isn't known yet is added.
    """
    record = desk.get(Participation, participation)
    with desk.step(N_("Change participant {name}"), name=participant_called(desk, record)):
        if column == "name":
            _set_name(desk, record, text)
        elif column in CONTACTS:
            _set_contact(desk, record, column, text)
        else:
            changes = meant(desk, record, column, text)
            status = changes.get("status")
            if status is not None and status is not record.status:
                invitations.set_status(desk, participation, status, desk.now().date())
            elif status is None:
                invitations.change_participation(desk, participation, changes)


def add_typed_participant(
    desk: Desk, edition: EditionId, typed: str, *, another: bool = False
) -> Participation:
    """Somebody whose name was typed takes part: a person of the file of exactly this name.

    Else, or if it is to be ``another`` of that name, a new person. Refused for somebody who
    takes part already: two people may share a name, but whoever types it says so.
    """
    desk.get(Edition, edition)
    names = names_from(typed)
    if not names:
        raise ForumDeskError(N_("Type a name first."))
    with desk.step(N_("Add participant {name}"), name=one_line(typed)):
        person = None if another else _somebody(desk, edition, typed)
        person = person or people.add_person(desk, names, {})
        return invitations.add_participation(desk, edition, person.id, {})


def empty_roster_cells(
    desk: Desk, cells: Sequence[tuple[ParticipationId, RosterColumn]]
) -> Iterator[Progress]:
    """Empty cells, in one step."""
    with desk.step(N_("Empty {count} cells"), count=len(cells)):
        for number, (participation, column) in enumerate(cells):
            if number % EVERY == 0:
                yield Progress(number, len(cells))
            set_roster_cell(desk, participation, column, "")


def paste_roster_cells(
    desk: Desk,
    edition: EditionId,
    cells: Sequence[tuple[ParticipationId, RosterColumn, str]],
    lines: Sequence[Sequence[tuple[RosterColumn, str]]],
) -> Iterator[Progress]:
    """Type over cells, and add a participant from each line of cells, in one step.

    A line without a name is a seat of its organization. Somebody of a pasted name who takes part
    already is another person of that name.
    """
    count = len(cells) + sum(map(len, lines))
    with desk.step(N_("Paste {count} cells"), count=count):
        done = 0
        for number, (participation, column, text) in enumerate(cells):
            if number % EVERY == 0:
                yield Progress(done, count)
            set_roster_cell(desk, participation, column, text)
            done += 1
        for line in filter(None, lines):
            yield Progress(done, count)
            _add_line(desk, edition, line)
            done += len(line)


def _add_line(desk: Desk, edition: str, line: Sequence[tuple[str, str]]) -> None:
    names = [text for column, text in line if column == "name" and text.strip()]
    bodies = [text for column, text in line if column == "organization" and text.strip()]
    if names:
        another = bool(participants_called(desk, edition, names[0]))
        made = add_typed_participant(desk, edition, names[0], another=another)
    elif bodies:
        made = add_typed_seat(desk, edition, bodies[0])
    else:
        raise ForumDeskError(
            N_("A row without a name or an organization can't be added; nothing was pasted.")
        )
    for column, text in line:
        if text.strip() and column != "name" and takes(column):
            set_roster_cell(desk, made.id, column, text)


def add_typed_seat(desk: Desk, edition: EditionId, organization: str) -> Participation:
    """The seat of an organization whose name was typed, the name of who comes to follow."""
    draft = Participation("", edition)
    with desk.step(N_("Add a seat for {name}"), name=one_line(organization)):
        body = meant(desk, draft, "organization", organization)["organization"]
        if body is None:
            raise ForumDeskError(N_("Type a name first."))
        return invitations.add_seat(desk, edition, str(body), {})


def _somebody(desk: Desk, edition: str, typed: str) -> Person | None:
    """The person of this name who doesn't take part yet; refused if all of them do."""
    known = called_so(desk, typed)
    there = {p.person: p for p in participants_called(desk, edition, typed)}
    for person in known:
        if person.id not in there:
            return person
    if known:
        taking_part = there[known[0].id]
        raise TakesPartError(
            N_("{name} takes part already (No. {number}); nothing was added."),
            name=one_line(typed),
            number=taking_part.number or "–",
        )
    return None


def _set_name(desk: Desk, record: Participation, text: str) -> None:
    names = names_from(text)
    if not names:
        raise ForumDeskError(N_("Type a name first."))
    if record.person is None:
        person = _somebody(desk, record.edition, text) or people.add_person(desk, names, {})
        invitations.change_participation(desk, record.id, {"person": person.id})
        return
    person = desk.get(Person, record.person)
    whole = Names.of({**dict(person.names.pairs), **dict(names.pairs)})
    people.change_person(desk, person.id, {"names": whole})


def _set_contact(desk: Desk, record: Participation, kind: str, text: str) -> None:
    """The first address of a kind; others stay."""
    if record.person is None:
        raise ForumDeskError(N_("Give a name first: an address is a person's."))
    contacts = list(desk.get(Person, record.person).contacts)
    at = next((n for n, c in enumerate(contacts) if c.kind == kind), len(contacts))
    contacts[at : at + 1] = [Contact(kind, one_line(text))] if text.strip() else []
    people.change_person(desk, record.person, {"contacts": tuple(contacts)})
