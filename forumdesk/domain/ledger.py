# SPDX-License-Identifier: MIT
"""The commitments of a series with all that is known of them, as one value to list and to sift."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import TypeVar

from forumdesk.domain.agenda import Part, Session
from forumdesk.domain.commitments import (
    Standing,
    in_order_of_hearing,
    in_order_of_time,
    standing,
)
from forumdesk.domain.desk import Desk, Subject
from forumdesk.domain.finding import initials, searched
from forumdesk.domain.forum import Edition, Series, edition_title
from forumdesk.domain.naming import name_text
from forumdesk.domain.outcomes import (
    Agreement,
    Aim,
    Commitment,
    CommitmentOwner,
    CommitmentStatus,
    Report,
    Review,
)
from forumdesk.domain.people import Organization, Participation, Person
from forumdesk.domain.records import Record
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import EMPTY, Text, folded
from forumdesk.domain.words import N_, Phrase

R = TypeVar("R", bound=Record)


@frozen
class Answering:
    """Who answers for a commitment: an organization or a person, and what they are called."""

    subject: Subject
    name: Text


@frozen
class Source:
    """Where a commitment comes from: what it is called, and where that is shown."""

    phrase: Phrase
    subject: Subject | None = None


@frozen
class Looking:
    """A session in which a commitment is looked back at."""

    review: str
    session: Session


@frozen
class Tracked:
    """A commitment with its owners in order, all that was heard of it, and where it comes from."""

    commitment: Commitment
    owners: tuple[Answering, ...] = ()
    reports: tuple[Report, ...] = ()
    edition: Edition | None = None
    source: Source | None = None
    reviewed: tuple[Looking, ...] = ()

    @property
    def id(self) -> str:
        """The commitment's id."""
        return self.commitment.id

    @property
    def heading(self) -> Text:
        """Its title, else its text."""
        return self.commitment.title or self.commitment.text

    @property
    def last(self) -> Report | None:
        """What was heard of it last."""
        return self.reports[-1] if self.reports else None

    def standing(self, today: date) -> CommitmentStatus:
        """How it stands today."""
        return standing(self.commitment.status, self.commitment.due, today)

    @cached_property
    def found_by(self) -> str:
        """All it is found by, folded."""
        one = self.commitment
        names = [owner.name for owner in self.owners]
        heard = [text for report in self.reports for text in (report.text, report.evidence)]
        sounds = [initials(said) for text in (one.title, *names) for said in text.values()]
        return folded(
            *(one.title, one.text, one.due_text, one.notes, *names, *heard, *filter(None, sounds))
        )


@frozen
class Ledger:
    """The commitments of a series in their order, with its editions in order of time."""

    series: Series
    editions: tuple[Edition, ...]
    tracked: tuple[Tracked, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Tracked]:
        """Commitments by id."""
        return {one.id: one for one in self.tracked}

    @cached_property
    def edition(self) -> Mapping[str, Edition]:
        """Editions by id."""
        return {edition.id: edition for edition in self.editions}

    def title_of(self, edition: Edition) -> Text:
        """What an edition of it is called."""
        return edition_title(self.series, edition)


@frozen
class Sieve:
    """What commitments must have to be shown; of each field one of the values, of all fields.

    ``""`` among owners or editions stands for having none.
    """

    typed: str = ""
    standings: tuple[Standing, ...] = ()
    owners: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self != Sieve()

    def holds(self, one: Tracked, today: date) -> bool:
        """Whether a commitment has it all."""
        commitment = one.commitment
        of = {owner.subject.id for owner in one.owners} or {""}
        stands = any(standing.holds(commitment, today) for standing in self.standings)
        return (
            (stands or not self.standings)
            and (not self.owners or not of.isdisjoint(self.owners))
            and (not self.editions or (commitment.edition or "") in self.editions)
            and all(searched(word) in one.found_by for word in self.typed.split())
        )


def read_ledger(desk: Desk, series_id: str) -> Ledger:
    """The commitments of a series; raises ``ForumDeskError`` if there is no such series."""
    series = desk.get(Series, series_id)
    editions = tuple(in_order_of_time(desk.find(Edition, series=series_id)))
    commitments = desk.find(Commitment, series=series_id)
    owners = _under(_of(desk, CommitmentOwner, "commitment", commitments), "commitment")
    reports = _under(_of(desk, Report, "commitment", commitments), "commitment")
    names = _names(desk, [owner for some in owners.values() for owner in some])
    sources = _Sources(desk, commitments)
    looked = _looked_at(desk, commitments)
    by_id = {edition.id: edition for edition in editions}
    return Ledger(
        series,
        editions,
        tuple(
            Tracked(
                one,
                tuple(
                    Answering(subject, names.get(subject.id, EMPTY))
                    for subject in map(owner_subject, owners[one.id])
                ),
                tuple(in_order_of_hearing(reports[one.id], editions)),
                by_id.get(one.edition or ""),
                sources.of(one),
                tuple(looked[one.id]),
            )
            for one in commitments
        ),
    )


def owner_subject(owner: CommitmentOwner) -> Subject:
    """Which record answers for a commitment."""
    if owner.person is not None:
        return Subject("person", owner.person)
    return Subject("organization", owner.organization or "")


def _of(desk: Desk, kind: type[R], field: str, of: Iterable[Record]) -> list[R]:
    ids = [record.id for record in of]
    return desk.find(kind, **{field: ids}) if ids else []


def _by_id(desk: Desk, kind: type[R], ids: Iterable[str | None]) -> dict[str, R]:
    wanted = list(dict.fromkeys(filter(None, ids)))
    return {record.id: record for record in desk.find(kind, id=wanted)} if wanted else {}


def _under(records: Iterable[R], field: str) -> defaultdict[str, list[R]]:
    found: defaultdict[str, list[R]] = defaultdict(list)
    for record in records:
        found[getattr(record, field)].append(record)
    return found


def _names(desk: Desk, owners: list[CommitmentOwner]) -> dict[str, Text]:
    bodies = _by_id(desk, Organization, (owner.organization for owner in owners))
    people = _by_id(desk, Person, (owner.person for owner in owners))
    return {
        **{key: body.name for key, body in bodies.items()},
        **{key: name_text(person) for key, person in people.items()},
    }


def _looked_at(desk: Desk, commitments: list[Commitment]) -> defaultdict[str, list[Looking]]:
    reviews = _of(desk, Review, "commitment", commitments)
    sessions = _by_id(desk, Session, (review.session for review in reviews))
    found: defaultdict[str, list[Looking]] = defaultdict(list)
    for review in reviews:
        found[review.commitment].append(Looking(review.id, sessions[review.session]))
    return found


class _Sources:
    """Where commitments come from, all that they name read at once."""

    def __init__(self, desk: Desk, commitments: list[Commitment]) -> None:
        self.parts = _by_id(desk, Part, (one.part for one in commitments))
        self.sessions = _by_id(
            desk,
            Session,
            (*(one.session for one in commitments), *(p.session for p in self.parts.values())),
        )
        taking = (part.participation for part in self.parts.values())
        self.participations = _by_id(desk, Participation, taking)
        people = (p.person for p in self.participations.values())
        bodies = (p.organization for p in self.participations.values())
        self.people = _by_id(desk, Person, people)
        self.bodies = _by_id(desk, Organization, bodies)
        self.aims = _by_id(desk, Aim, (one.aim for one in commitments))
        agreements = (aim.agreement for aim in self.aims.values())
        self.agreements = _by_id(desk, Agreement, agreements)

    def of(self, commitment: Commitment) -> Source | None:
        """An aim, else what somebody said, else a session; ``None`` if it was only typed."""
        if aim := self.aims.get(commitment.aim or ""):
            title = self.agreements[aim.agreement].title
            phrase = Phrase.of(N_("{agreement}, aim {number}"), agreement=title, number=aim.number)
            return Source(phrase, Subject("agreement", aim.agreement, "aims"))
        if part := self.parts.get(commitment.part or ""):
            return self._said(part)
        if session := self.sessions.get(commitment.session or ""):
            return Source(_titled(session), Subject("session", session.id))
        return None

    def _said(self, part: Part) -> Source:
        session = self.sessions[part.session]
        taking = self.participations[part.participation]
        person = self.people.get(taking.person or "")
        body = self.bodies.get(taking.organization or "")
        name = name_text(person) if person else body.name if body else EMPTY
        phrase = Phrase.of(N_("{name} in “{session}”"), name=name, session=_titled(session))
        return Source(phrase, Subject("session", session.id, "parts"))


def _titled(session: Session) -> Phrase:
    if session.title:
        return Phrase.of("{title}", title=session.title)
    return Phrase.of(N_("untitled session"))
