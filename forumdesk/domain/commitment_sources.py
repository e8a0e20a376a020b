# SPDX-License-Identifier: MIT
"""What a commitment of a series can come from: aims agreed, things said, sessions held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import StrEnum

from forumdesk.domain.agenda import Part, Session
from forumdesk.domain.commitments import in_order_of_time
from forumdesk.domain.desk import Desk
from forumdesk.domain.forum import Edition
from forumdesk.domain.naming import name_text
from forumdesk.domain.outcomes import Agreement, Aim
from forumdesk.domain.people import Organization, Participation, Person
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import EMPTY, Text


class SourceKind(StrEnum):
    """What a commitment comes from."""

    AIM = "aim"
    STATEMENT = "part"
    SESSION = "session"


@frozen
class Possible:
    """Something a commitment can come from: what it says, and under what it stands."""

    kind: SourceKind
    id: str
    edition: Edition
    text: Text
    under: Text = EMPTY
    number: int = 0


def possible_sources(
    desk: Desk, series: str, kinds: frozenset[SourceKind] = frozenset(SourceKind)
) -> list[Possible]:
    """Everything of some kinds, of the newest edition first, in the order of the edition."""
    found: list[Possible] = []
    for edition in reversed(in_order_of_time(desk.find(Edition, series=series))):
        if SourceKind.AIM in kinds:
            found += _aims(desk, edition)
        sessions = desk.find(Session, edition=edition.id)
        sessions.sort(key=lambda s: (s.starts or datetime.max, s.position))
        if SourceKind.STATEMENT in kinds and sessions:
            found += _statements(desk, edition, sessions)
        if SourceKind.SESSION in kinds:
            found += [
                Possible(SourceKind.SESSION, s.id, edition, s.title) for s in sessions if s.title
            ]
    return found


def _aims(desk: Desk, edition: Edition) -> Iterator[Possible]:
    for agreement in desk.find(Agreement, edition=edition.id):
        aims = sorted(desk.find(Aim, agreement=agreement.id), key=lambda aim: aim.number)
        for aim in aims:
            text = aim.title or aim.text
            yield Possible(
                SourceKind.AIM, aim.id, edition, text, agreement.title, number=aim.number
            )


def _statements(desk: Desk, edition: Edition, sessions: list[Session]) -> Iterator[Possible]:
    order = {session.id: n for n, session in enumerate(sessions)}
    said = [part for part in desk.find(Part, session=list(order)) if part.statement]
    said.sort(key=lambda part: (order[part.session], part.position))
    taking = {
        p.id: p for p in desk.find(Participation, id=[part.participation for part in said] or [""])
    }
    people = _named(desk, taking.values())
    for part in said:
        name = people.get(part.participation, EMPTY)
        yield Possible(SourceKind.STATEMENT, part.id, edition, part.statement, name)


def _named(desk: Desk, taking: Iterable[Participation]) -> dict[str, Text]:
    found: dict[str, Text] = {}
    for one in taking:
        if one.person:
            found[one.id] = name_text(desk.get(Person, one.person))
        elif one.organization:
            found[one.id] = desk.get(Organization, one.organization).name
    return found
