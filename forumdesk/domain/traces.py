# SPDX-License-Identifier: MIT
"""Where a person is found in the file: what erasing takes away, and what it can't.

Texts that somebody typed (a session called "Lecture by Hong Gil-dong") are not rewritten; they
are told, to be changed by hand before.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from forumdesk.domain.agenda import CheckIn, Part, Session
from forumdesk.domain.attendance import Attendee
from forumdesk.domain.desk import Desk, Subject
from forumdesk.domain.forum import Edition, Room, Series
from forumdesk.domain.outcomes import (
    Agreement,
    Aim,
    Commitment,
    CommitmentOwner,
    Original,
    Report,
    Signatory,
)
from forumdesk.domain.people import Invitation, Participation, Person
from forumdesk.domain.places import Seat, Seating, Vehicle
from forumdesk.domain.plain import plain
from forumdesk.domain.printed import Passage, Term
from forumdesk.domain.records import Record
from forumdesk.domain.redacting import marks_of
from forumdesk.domain.values import frozen
from forumdesk.domain.versions import Version

_TYPED: tuple[type[Record], ...] = (
    *(Series, Edition, Session, Part, Room),
    *(Agreement, Aim, Original, Commitment, Report, Passage, Term, Seating, Seat, Vehicle),
)


@frozen
class Traces:
    """What a file knows of a person.

    ``attended`` are the participations that were on the list or came: they stay as counts.
    ``signs`` are agreements that name the person, ``versions`` published ones that do,
    ``mentions`` the records whose typed texts do, and the ``messages`` that are their words.
    """

    person: Person
    participations: tuple[Participation, ...]
    counted: tuple[str, ...]
    came: tuple[str, ...]
    parts: int
    check_ins: int
    owned: tuple[CommitmentOwner, ...]
    signs: tuple[Signatory, ...]
    versions: tuple[Version, ...]
    mentions: tuple[Subject, ...]
    messages: tuple[Passage, ...] = ()


def traces(desk: Desk, person_id: str) -> Traces:
    """Where a person is found; raises ``ForumDeskError`` if there is none such."""
    person = desk.get(Person, person_id)
    mine = tuple(desk.find(Participation, person=person_id))
    ids = [one.id for one in mine]
    known = [attendee for one in mine for attendee in desk.attendees(one.edition, "id", [one.id])]
    marks = marks_of(person)
    messages = tuple(desk.find(Passage, participation=ids))
    parts = desk.find(Part, participation=ids)
    return Traces(
        person,
        mine,
        tuple(one.participation for one in known if _counts(one)),
        tuple(one.participation for one in known if one.entry is not None),
        len(parts),
        desk.count(CheckIn, participation=ids),
        tuple(desk.find(CommitmentOwner, person=person_id)),
        tuple(desk.find(Signatory, participation=ids)),
        tuple(
            version
            for version in desk.find(Version)
            if person_id in version.content or any(mark in version.content for mark in marks)
        ),
        tuple(
            dict.fromkeys(
                (
                    *_mentions(desk, marks, frozenset(part.id for part in parts)),
                    *(Subject(_name(Passage), message.id) for message in messages),
                )
            )
        ),
        messages,
    )


def _counts(one: Attendee) -> bool:
    return one.entry is not None or one.status is Invitation.ACCEPTED


def _mentions(desk: Desk, marks: tuple[str, ...], going: frozenset[str]) -> Iterator[Subject]:
    for kind in _TYPED:
        for record in desk.find(kind):
            if record.id in going:
                continue
            said = json.dumps(plain(record), ensure_ascii=False)
            if any(mark in said for mark in marks):
                yield Subject(_name(kind), record.id)


def _name(kind: type[Record]) -> str:
    return kind.__name__.lower()
