# SPDX-License-Identifier: MIT
"""At the door: who is checked in, when and where; and who is meant by what is typed or scanned.

The log is only ever added to: taking a check-in back is one more line. Whoever is in already is
not entered twice; the line there is says when and at which desk.
"""

from __future__ import annotations

from collections.abc import Sequence

from forumdesk.domain.agenda import CheckIn, CheckInHow
from forumdesk.domain.attendance import Attendee
from forumdesk.domain.codes import edition_tag, number_of_row, scanned
from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.forum import Edition
from forumdesk.domain.ids import (
    EditionId,
    ParticipationId,
    PersonId,
    SheetText,
    SideId,
)
from forumdesk.domain.people import Invitation, Names, Organization, Participation, Person
from forumdesk.domain.sheets import WRONG, Row, Settled, Verdict, numbers_in, rows, settled
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import Text, fold, one_line
from forumdesk.domain.words import N_
from forumdesk.services import invitations
from forumdesk.services._writing import keep, participant_called, person_called
from forumdesk.services.people import add_organization, add_person

MOST = 8  # people offered at the door


@frozen
class Entered:
    """A line of the log, and whether it was there before: checked in already."""

    entry: CheckIn
    already: bool


@frozen
class Found:
    """Who is meant at the door, best first.

    ``sure`` if what was typed names one participant and nobody else: a badge's code, a row's.
    ``elsewhere`` is the edition whose badge it is, if another: then ``attendees`` are that
    person's participations here. ``strangers`` are people of the directory, by id, who are not
    on the list. ``misread`` tells of a code whose check digits or letter do not fit.
    """

    attendees: tuple[Attendee, ...] = ()
    sure: bool = False
    elsewhere: Edition | None = None
    strangers: tuple[str, ...] = ()
    misread: bool = False


def check_in(
    desk: Desk, participation: ParticipationId, how: CheckInHow, at_desk: str = ""
) -> Entered:
    """Note that somebody has come; who is in already stays in since then."""
    record = desk.get(Participation, participation)
    if how is CheckInHow.UNDONE:
        raise ForumDeskError(N_("Checking in and taking it back are two things."))
    before = _attendee(desk, record).entry
    if before is not None:
        return Entered(before, already=True)
    with desk.step(N_("Check in {name}"), name=participant_called(desk, record)):
        return Entered(_log(desk, record, how, at_desk), already=False)


def check_in_all(desk: Desk, participations: Sequence[ParticipationId]) -> int:
    """Check in several at once, as one step; gives how many were not in before."""
    count = len(participations)
    with desk.step(N_("Check in {count:,} people"), count=count):
        entered = [check_in(desk, one, CheckInHow.TYPED) for one in participations]
    return sum(not one.already for one in entered)


def undo_check_in(desk: Desk, participation: ParticipationId, at_desk: str = "") -> CheckIn:
    """Note that somebody is not in after all; refused for who is not."""
    record = desk.get(Participation, participation)
    name = participant_called(desk, record)
    if _attendee(desk, record).entry is None:
        raise ForumDeskError(N_("{name} is not checked in."), name=name)
    with desk.step(N_("Take back the check-in of {name}"), name=name):
        return _log(desk, record, CheckInHow.UNDONE, at_desk)


def walk_in(
    desk: Desk,
    edition: EditionId,
    names: Names,
    organization: str,
    *,
    side: SideId | None = None,
    at_desk: str = "",
) -> Participation:
    """Somebody nobody knew of comes: a new person, put on the list and checked in.

    ``organization`` is a name; the one called so is taken, else one is made. Two people may
    share a name: who is in the directory already is let in by ``walk_in_known``.
    """
    if not names:
        raise ForumDeskError(N_("Whoever comes needs a name."))
    desk.get(Edition, edition)
    with desk.step(N_("Walk-in: {name}"), name=person_called(Person("", names))):
        person = add_person(desk, names, {})
        return _walk_in(desk, edition, person, organization, side=side, at_desk=at_desk)


def walk_in_known(
    desk: Desk,
    edition: EditionId,
    person: PersonId,
    organization: str,
    *,
    side: SideId | None = None,
    at_desk: str = "",
) -> Participation:
    """Somebody of the directory comes who was not on the list: put on it and checked in."""
    record = desk.get(Person, person)
    name = person_called(record)
    if desk.count(Participation, edition=edition, person=person):
        raise ForumDeskError(N_("{name} is on the list already."), name=name)
    with desk.step(N_("Walk-in: {name}"), name=name):
        return _walk_in(desk, edition, record, organization, side=side, at_desk=at_desk)


def take_back_sheet(desk: Desk, edition: EditionId, lines: SheetText, at_desk: str = "") -> int:
    """Note who came by a signed sheet typed back (``domain.sheets``), as one step.

    All or nothing: a code that fits nobody is refused with its line. Gives how many lines of
    the log were added; ``plan_sheet`` shows before what will be done.
    """
    plan = plan_sheet(desk, edition, lines)
    for one in plan:
        if one.verdict in WRONG:
            raise _misfit(one.row)
    new = [line for one in plan if (line := _of_sheet(desk, one, at_desk))]
    with desk.step(N_("Type back a sheet ({count:,} rows)"), count=len(plan)):
        desk.put_all(new)
    return len(new)


def plan_sheet(desk: Desk, edition: EditionId, lines: SheetText) -> tuple[Settled, ...]:
    """What typing back a sheet would do, row by row; nothing is changed."""
    pieces = rows(lines)
    known = desk.attendees(edition, "number", numbers_in(pieces)) if pieces else []
    return settled(pieces, {one.number: one for one in known if one.number is not None})


def find_at_door(desk: Desk, edition: EditionId, typed: str) -> Found:
    """Who is meant by a badge's digits, a row code, a number, or a name in any script."""
    line = one_line(typed)
    if badge := scanned(line):
        if badge.tag == edition_tag(edition):
            return _numbered(desk, edition, badge.number, sure=True)
        return _of_another(desk, edition, badge.tag, badge.number)
    if (number := number_of_row(line)) is not None:
        return _numbered(desk, edition, number, sure=True)
    if line.isdecimal():
        # Longer than any number: a badge misread.
        number = int(line) if len(line) <= 9 else 0
        found = _numbered(desk, edition, number, sure=False)
        return found if found.attendees or len(line) < 10 else Found(misread=True)
    ids = desk.participants_named(edition, line, MOST)
    known = {one.participation: one for one in desk.attendees(edition, "id", ids)} if ids else {}
    strangers = [] if ids else desk.people_named(edition, line, MOST)
    nobody = not ids and not strangers
    misread = nobody and line[:-1].isdecimal() and line[-1].isalpha()
    return Found(tuple(known[one] for one in ids), strangers=tuple(strangers), misread=misread)


def _numbered(desk: Desk, edition: str, number: int, *, sure: bool) -> Found:
    found = tuple(desk.attendees(edition, "number", [number]))
    return Found(found, sure=sure and len(found) == 1)


def _of_another(desk: Desk, edition: str, tag: str, number: int) -> Found:
    """A badge of another edition of the file: which one, and whether its bearer is on our list."""
    for other in desk.find(Edition):
        if other.id != edition and edition_tag(other.id) == tag:
            there = desk.attendees(other.id, "number", [number])
            people = tuple(one.person for one in there if one.person)
            found = tuple(desk.attendees(edition, "person", people))
            return Found(found, elsewhere=other, strangers=() if found else people)
    return Found(misread=True)


def _attendee(desk: Desk, record: Participation) -> Attendee:
    return desk.attendees(record.edition, "id", [record.id])[0]


def _log(desk: Desk, record: Participation, how: CheckInHow, at_desk: str) -> CheckIn:
    return keep(desk, CheckIn(desk.new_id(), record.id, desk.now(), one_line(at_desk), how))


def _of_sheet(desk: Desk, one: Settled, at_desk: str) -> CheckIn | None:
    hows = {Verdict.CAME: CheckInHow.PAPER, Verdict.TAKEN_BACK: CheckInHow.UNDONE}
    if one.who is None or one.verdict not in hows:
        return None
    at, where = desk.now(), one_line(at_desk)
    return CheckIn(desk.new_id(), one.who.participation, at, where, hows[one.verdict])


def _misfit(row: Row) -> ForumDeskError:
    if row.numbers:
        return ForumDeskError(
            N_("Line {line}: nobody on the list has “{typed}”. Nothing was entered."),
            line=row.line,
            typed=row.typed,
        )
    return ForumDeskError(
        N_("Line {line}: “{typed}” is no row of a sheet of ours. Nothing was entered."),
        line=row.line,
        typed=row.typed,
    )


def _walk_in(
    desk: Desk,
    edition: str,
    person: Person,
    organization: str,
    *,
    side: str | None,
    at_desk: str,
) -> Participation:
    body = _organization(desk, organization)
    fields: dict[str, object] = {
        "organization": body.id if body else None,
        "side": side or _side_of(desk, edition, body),
        "status": Invitation.ACCEPTED,
        "status_on": desk.now().date(),
    }
    added = invitations.add_participation(desk, edition, person.id, fields)
    _log(desk, added, CheckInHow.WALK_IN, at_desk)
    return added


def _organization(desk: Desk, name: str) -> Organization | None:
    """The organization of a name, made if there is none; ``None`` for no name."""
    wanted = fold(name)
    if not wanted:
        return None
    for body in desk.find(Organization):
        known = (*body.name.values(), *body.short.values(), *body.aliases)
        if wanted in map(fold, known):
            return body
    language = "ko" if any("가" <= letter <= "힣" for letter in name) else "en"
    return add_organization(desk, Text.of({language: one_line(name)}), {})


def _side_of(desk: Desk, edition: str, body: Organization | None) -> str | None:
    """The side of an edition that others of the same organization are on, if it is one."""
    if body is None:
        return None
    sides = desk.tally(Participation, "side", edition=edition, organization=body.id)
    one = [side for (side,) in sides if side is not None]
    return str(one[0]) if len(one) == 1 else None
