# SPDX-License-Identifier: MIT
"""An edition and everything in it as one value: what checks, paper and window read."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import TypeVar, cast

from forumdesk.domain.agenda import CheckIn, Part, Session, SessionRoom, SessionStatus
from forumdesk.domain.compared import Comparison
from forumdesk.domain.forum import (
    Availability,
    Edition,
    Host,
    Room,
    Series,
    Side,
    Track,
    edition_title,
)
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
)
from forumdesk.domain.people import (
    CardPrint,
    Image,
    Invitation,
    LetterText,
    Organization,
    Participation,
    Person,
    Quota,
)
from forumdesk.domain.places import Rider, Seat, Seating, Vehicle
from forumdesk.domain.printed import OwnTheme, PackSheet, Passage, Term
from forumdesk.domain.values import frozen
from forumdesk.domain.versions import Acknowledgement, Printing, Version
from forumdesk.domain.wording import Text

T = TypeVar("T")


@frozen
class Heads:
    """How many take part from a side (``None``: from none) with a status."""

    side: str | None
    status: Invitation
    count: int


@frozen
class Dossier:
    """An edition with all that belongs to it, read at one moment.

    Lists are in order of position. Commitments are all those of the series; agreements,
    versions and printings those of the edition. Of an edition with a great many participants
    only those the program has to do with are here, as ``whole`` says; ``heads`` are all.
    """

    series: Series
    edition: Edition
    hosts: tuple[Host, ...] = ()
    sides: tuple[Side, ...] = ()
    rooms: tuple[Room, ...] = ()
    tracks: tuple[Track, ...] = ()
    availabilities: tuple[Availability, ...] = ()
    sessions: tuple[Session, ...] = ()
    session_rooms: tuple[SessionRoom, ...] = ()
    parts: tuple[Part, ...] = ()
    participations: tuple[Participation, ...] = ()
    people: tuple[Person, ...] = ()
    organizations: tuple[Organization, ...] = ()
    images: tuple[Image, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    parties: tuple[Party, ...] = ()
    aims: tuple[Aim, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    originals: tuple[Original, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    commitment_owners: tuple[CommitmentOwner, ...] = ()
    reports: tuple[Report, ...] = ()
    reviews: tuple[Review, ...] = ()
    passages: tuple[Passage, ...] = ()
    seatings: tuple[Seating, ...] = ()
    seats: tuple[Seat, ...] = ()
    vehicles: tuple[Vehicle, ...] = ()
    riders: tuple[Rider, ...] = ()
    terms: tuple[Term, ...] = ()  # of the series
    themes: tuple[OwnTheme, ...] = ()  # of the forum file
    pack: tuple[PackSheet, ...] = ()
    versions: tuple[Version, ...] = ()
    printings: tuple[Printing, ...] = ()
    acknowledgements: tuple[Acknowledgement, ...] = ()
    editions: tuple[Edition, ...] = ()  # of the same series, this one included
    quotas: tuple[Quota, ...] = ()
    letter_texts: tuple[LetterText, ...] = ()
    bound: tuple[Agreement, ...] = ()  # of the series' other editions, that are to be reviewed
    check_ins: tuple[CheckIn, ...] = ()
    card_prints: tuple[CardPrint, ...] = ()
    whole: bool = True
    counted: tuple[Heads, ...] = ()  # of everybody, where not all are here
    comparison: Comparison | None = None  # with the other editions; only where it was asked for

    @cached_property
    def _derived(self) -> dict[Callable[[Dossier], object], object]:
        return {}

    def derived(self, made: Callable[[Dossier], T]) -> T:
        """What a pure function makes of this dossier, made once: several checks ask for it."""
        if made not in self._derived:
            self._derived[made] = made(self)
        return cast("T", self._derived[made])

    def has(self, made: Callable[[Dossier], object]) -> bool:
        """Whether it is known already what a pure function makes of this dossier."""
        return made in self._derived

    def note(self, made: Callable[[Dossier], T], value: T) -> None:
        """Keep what a pure function would make of this dossier, where it is known already."""
        self._derived[made] = value

    @cached_property
    def heads(self) -> tuple[Heads, ...]:
        """How many take part, by side and status: everybody, whoever of them is here."""
        if not self.whole:
            return self.counted
        found = Counter((p.side, p.status) for p in self.participations)
        return tuple(Heads(side, status, count) for (side, status), count in found.items())

    @property
    def title(self) -> Text:
        """The edition's title, its own or derived."""
        return edition_title(self.series, self.edition)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the document, in order."""
        return self.series.languages

    @cached_property
    def session(self) -> Mapping[str, Session]:
        """Sessions by id."""
        return {s.id: s for s in self.sessions}

    @cached_property
    def person(self) -> Mapping[str, Person]:
        """Persons by id."""
        return {p.id: p for p in self.people}

    @cached_property
    def organization(self) -> Mapping[str, Organization]:
        """Organizations by id."""
        return {o.id: o for o in self.organizations}

    @cached_property
    def participation(self) -> Mapping[str, Participation]:
        """Participations by id."""
        return {p.id: p for p in self.participations}

    @cached_property
    def room(self) -> Mapping[str, Room]:
        """Rooms by id."""
        return {r.id: r for r in self.rooms}

    @cached_property
    def track(self) -> Mapping[str, Track]:
        """Tracks by id."""
        return {t.id: t for t in self.tracks}

    @cached_property
    def side(self) -> Mapping[str, Side]:
        """Sides by id."""
        return {s.id: s for s in self.sides}

    @cached_property
    def image(self) -> Mapping[str, Image]:
        """Images by id."""
        return {i.id: i for i in self.images}

    @cached_property
    def commitment(self) -> Mapping[str, Commitment]:
        """Commitments by id."""
        return {c.id: c for c in self.commitments}

    @cached_property
    def _parts(self) -> Mapping[str, tuple[Part, ...]]:
        return _grouped(self.parts, lambda part: part.session)

    @cached_property
    def _items(self) -> Mapping[str, tuple[Session, ...]]:
        items = (s for s in self.sessions if s.parent)
        return _grouped(sorted(items, key=item_order), lambda s: s.parent or "")

    @cached_property
    def _followers(self) -> Mapping[str, tuple[Session, ...]]:
        return _grouped((s for s in self.sessions if s.follows), lambda s: s.follows or "")

    @cached_property
    def _rooms(self) -> Mapping[str, tuple[Room, ...]]:
        pairs = _grouped(self.session_rooms, lambda link: link.session)
        return {key: tuple(self.room[link.room] for link in links) for key, links in pairs.items()}

    def parts_of(self, session: Session) -> tuple[Part, ...]:
        """The parts in a session, in order; those of its items not included."""
        return self._parts.get(session.id, ())

    def items_of(self, session: Session) -> tuple[Session, ...]:
        """The items inside a session, in order of time, then of position."""
        return self._items.get(session.id, ())

    def followers_of(self, session: Session) -> tuple[Session, ...]:
        """The sessions that begin when this one ends."""
        return self._followers.get(session.id, ())

    def leader_of(self, session: Session) -> Session | None:
        """The session that this one follows."""
        return self.session.get(session.follows or "")

    def rooms_of(self, session: Session) -> tuple[Room, ...]:
        """A session's rooms; an item without its own is in its parent's; none means plenary."""
        own = self._rooms.get(session.id, ())
        if own or session.parent is None:
            return own
        return self._rooms.get(session.parent, ())

    def lineage(self, session: Session) -> tuple[Session, ...]:
        """A session and those around it, inmost first; a circle of parents ends at its start."""
        if session.parent is None:
            return (session,)
        line = [session]
        while (parent := self.session.get(line[-1].parent or "")) and parent not in line:
            line.append(parent)
        return tuple(line)

    def takes_place(self, session: Session) -> bool:
        """Whether neither a session nor one around it is cancelled."""
        if session.parent is None:
            return session.status is not SessionStatus.CANCELLED
        return all(s.status is not SessionStatus.CANCELLED for s in self.lineage(session))

    @cached_property
    def program(self) -> tuple[Session, ...]:
        """Sessions that are not items of another, by time, then room order; untimed ones last."""
        order = {room.id: n for n, room in enumerate(self.rooms)}

        def key(session: Session) -> tuple[datetime, int, int]:
            rooms = self._rooms.get(session.id, ())
            first = order.get(rooms[0].id, 0) if rooms else -1
            return (session.starts or datetime.max, first, session.position)

        return tuple(sorted((s for s in self.sessions if s.parent is None), key=key))

    def day_of(self, session: Session) -> date | None:
        """The program day of a session; an item without a time is on its parent's."""
        if session.starts is not None:
            return program_day(session.starts, self.edition.day_boundary)
        parent = self.session.get(session.parent or "")
        return self.day_of(parent) if parent else None

    @cached_property
    def days(self) -> tuple[date, ...]:
        """Every program day: those of the edition and any a session is on, in order."""
        days = {day for s in self.sessions if (day := self.day_of(s))}
        first, last = self.edition.first_day, self.edition.last_day or self.edition.first_day
        if first and last and (last - first).days <= 366:
            days |= {first + timedelta(days=n) for n in range((last - first).days + 1)}
        return tuple(sorted(days))


def program_day(starts: datetime, boundary: int) -> date:
    """The day under which a wall time prints: before ``boundary`` minutes, the day before."""
    return (starts - timedelta(minutes=boundary)).date()


def item_order(item: Session) -> tuple[datetime, int]:
    """Items by time, then by position."""
    return (item.starts or datetime.max, item.position)


def _grouped(things: Iterable[T], key: Callable[[T], str]) -> dict[str, tuple[T, ...]]:
    groups: dict[str, list[T]] = defaultdict(list)
    for thing in things:
        groups[key(thing)].append(thing)
    return {name: tuple(group) for name, group in groups.items()}
