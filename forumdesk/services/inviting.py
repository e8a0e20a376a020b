# SPDX-License-Identifier: MIT
"""Who comes instead of somebody, along with somebody, or up from the waiting list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from forumdesk.domain.agenda import Mode, Part
from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.forum import Edition
from forumdesk.domain.ids import EditionId, OrganizationId, ParticipationId, PersonId, SideId
from forumdesk.domain.inviting import Speeches, moving_up, standing
from forumdesk.domain.naming import is_called, names_from
from forumdesk.domain.people import Invitation, Participation, Person
from forumdesk.domain.wording import one_line
from forumdesk.domain.words import N_
from forumdesk.services import people
from forumdesk.services._guests import guests, today
from forumdesk.services._numbering import next_number
from forumdesk.services._writing import add, change, keep, participant_called, person_called


def send_deputy(
    desk: Desk,
    participation: ParticipationId,
    person: PersonId,
    on: date | None,
    *,
    speeches: Speeches = Speeches.LEFT,
) -> Participation:
    """Somebody declines and sends a person instead, who comes for the same body, side and seat.

    ``speeches`` says what becomes of the parts. A deputy has an own office and rank; one who
    takes part already stays whoever they are and stands in besides.
    """
    record = desk.get(Participation, participation)
    deputy = desk.get(Person, person)
    _refuse_oneself(desk, record, deputy)
    name = participant_called(desk, record)
    with desk.step(N_("{deputy} comes for {name}"), name=name, deputy=person_called(deputy)):
        given = {
            "deputy_for": record.id,
            "seat": record.seat,
            "table_name": record.table_name,
            "honored": record.honored,
        }
        gone = replace(record, seat="", table_name="", honored=False)
        keep(desk, standing(gone, Invitation.DECLINED, on))
        standing_in = _joining(desk, record, person, given)
        coming = keep(desk, standing(standing_in, Invitation.ACCEPTED, on))
        _hand_over(desk, record.id, coming.id, speeches)
        return coming


def add_companion(desk: Desk, participation: ParticipationId, person: PersonId) -> Participation:
    """A person comes along with somebody, of the same side and as likely as they do.

    One who takes part already keeps side and status.
    """
    record = desk.get(Participation, participation)
    companion = desk.get(Person, person)
    _refuse_oneself(desk, record, companion)
    other = participant_called(desk, record)
    name = person_called(companion)
    with desk.step(N_("{name} comes along with {other}"), name=name, other=other):
        return _joining(desk, record, person, {"companion_of": record.id}, status=record.status)


def send_deputy_named(
    desk: Desk,
    participation: ParticipationId,
    typed: str,
    on: date | None,
    *,
    speeches: Speeches = Speeches.LEFT,
) -> Participation:
    """Send a deputy whose name was typed: a person of the file called so, else a new one."""
    record = desk.get(Participation, participation)
    name = participant_called(desk, record)
    with desk.step(N_("{deputy} comes for {name}"), name=name, deputy=one_line(typed)):
        person = _person_named(desk, typed)
        return send_deputy(desk, participation, person, on, speeches=speeches)


def add_companion_named(desk: Desk, participation: ParticipationId, typed: str) -> Participation:
    """Add a companion whose name was typed: a person of the file called so, else a new one."""
    record = desk.get(Participation, participation)
    other = participant_called(desk, record)
    with desk.step(N_("{name} comes along with {other}"), name=one_line(typed), other=other):
        return add_companion(desk, participation, _person_named(desk, typed))


def _person_named(desk: Desk, typed: str) -> str:
    """Somebody of exactly this name, the one entered first; else a new person."""
    names = names_from(one_line(typed))
    if not names:
        raise ForumDeskError(N_("Type a name first."))
    known = next((person for person in desk.find(Person) if is_called(person, typed)), None)
    return (known or people.add_person(desk, names, {})).id


def move_up(
    desk: Desk,
    edition: EditionId,
    side: SideId | None = None,
    organization: OrganizationId | None = None,
) -> list[Participation]:
    """Invite from the waiting list, in turn, as many as there are seats left for.

    Nobody accepts by it. ``side`` and ``organization`` leave out those of others.
    """
    desk.get(Edition, edition)
    of = guests(desk, edition, named=False)
    found = moving_up(of, side, organization)
    on = today(desk, edition)
    with desk.step(N_("Move up the waiting list")):
        return [keep(desk, standing(one, Invitation.INVITED, on)) for one in found]


def _refuse_oneself(desk: Desk, record: Participation, person: Person) -> None:
    if record.person == person.id:
        raise ForumDeskError(
            N_("{name} can't stand in for or come along with themselves."),
            name=participant_called(desk, record),
        )


def _joining(
    desk: Desk,
    record: Participation,
    person: str,
    given: Mapping[str, object],
    *,
    status: Invitation = Invitation.PROPOSED,
) -> Participation:
    """A person's participation beside another's: the one there is, else a new one."""
    known = desk.find(Participation, edition=record.edition, person=person)
    if known:
        kept = {key: value for key, value in given.items() if value and not getattr(known[0], key)}
        return change(desk, known[0], kept)
    fields = {
        "number": next_number(desk, record.edition),
        "status": status,
        "status_on": record.status_on if status is record.status else None,
        "organization": record.organization if "deputy_for" in given else None,
        "side": record.side,
        "category": record.category if "deputy_for" in given else "",
        **given,
    }
    return add(desk, Participation, fields, edition=record.edition, person=person)


def _hand_over(desk: Desk, record: str, deputy: str, speeches: Speeches) -> None:
    if speeches is Speeches.LEFT:
        return
    for part in desk.find(Part, participation=record):
        if speeches is Speeches.TAKEN:
            change(desk, part, {"participation": deputy})
        elif part.mode is Mode.IN_PERSON:
            change(desk, part, {"mode": Mode.READ, "reader": deputy})
    for part in desk.find(Part, reader=record):
        change(desk, part, {"reader": deputy})
