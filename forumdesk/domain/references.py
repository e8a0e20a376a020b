# SPDX-License-Identifier: MIT
"""Which record points to which, and what becomes of it when that one is removed.

Declared once: services check by it that what they point to is there, and remove by it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType
from typing import Any

from forumdesk.domain.agenda import CheckIn, Part, Session, SessionRoom
from forumdesk.domain.forum import (
    Availability,
    Edition,
    Host,
    Room,
    Series,
    SeriesHost,
    Side,
    Track,
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
    Distinction,
    Erasure,
    Image,
    LetterText,
    Organization,
    Participation,
    Person,
    Quota,
)
from forumdesk.domain.places import Rider, Seat, Seating, Vehicle
from forumdesk.domain.printed import PackSheet, Passage, Term
from forumdesk.domain.values import frozen
from forumdesk.domain.versions import Acknowledgement, Origin, Printing, Version

Kind = type[Any]


class Tie(Enum):
    """How firmly a record hangs on the one it points to."""

    OWNER = auto()  # belongs to it for good, and is removed with it
    FOLLOWS = auto()  # is removed with it, but may be given another
    OPTIONAL = auto()  # lets go of it when it is removed
    NEEDED = auto()  # keeps it from being removed


@frozen
class Reference:
    """``field`` of a ``kind`` of record holds the id of a record of the kind ``to``.

    ``across``: it leads back to an earlier edition; others stay within one.
    """

    kind: Kind
    field: str
    to: Kind
    tie: Tie

    @property
    def across(self) -> bool:
        """Whether it leads from one edition to another."""
        return self.field in _ACROSS


_ACROSS = frozenset({"predecessor", "amends", "replaces"})


REFERENCES: tuple[Reference, ...] = (
    Reference(Organization, "parent", Organization, Tie.OPTIONAL),
    Reference(Organization, "logo", Image, Tie.OPTIONAL),
    Reference(Person, "photo", Image, Tie.OPTIONAL),
    Reference(Distinction, "one", Person, Tie.FOLLOWS),
    Reference(Distinction, "other", Person, Tie.FOLLOWS),
    Reference(SeriesHost, "series", Series, Tie.OWNER),
    Reference(SeriesHost, "organization", Organization, Tie.NEEDED),
    Reference(Edition, "series", Series, Tie.OWNER),
    Reference(Edition, "predecessor", Edition, Tie.OPTIONAL),
    Reference(Edition, "cover", Image, Tie.OPTIONAL),
    Reference(Term, "series", Series, Tie.OWNER),
    Reference(Host, "edition", Edition, Tie.OWNER),
    Reference(Host, "organization", Organization, Tie.NEEDED),
    Reference(Side, "edition", Edition, Tie.OWNER),
    Reference(Side, "organization", Organization, Tie.OPTIONAL),
    Reference(Room, "edition", Edition, Tie.OWNER),
    Reference(Track, "edition", Edition, Tie.OWNER),
    Reference(Participation, "edition", Edition, Tie.OWNER),
    Reference(Participation, "person", Person, Tie.NEEDED),
    Reference(Participation, "organization", Organization, Tie.NEEDED),
    Reference(Participation, "side", Side, Tie.OPTIONAL),
    Reference(Participation, "deputy_for", Participation, Tie.OPTIONAL),
    Reference(Participation, "companion_of", Participation, Tie.OPTIONAL),
    Reference(Quota, "edition", Edition, Tie.OWNER),
    Reference(Quota, "side", Side, Tie.FOLLOWS),
    Reference(Quota, "organization", Organization, Tie.FOLLOWS),
    Reference(LetterText, "edition", Edition, Tie.OWNER),
    Reference(CardPrint, "participation", Participation, Tie.OWNER),
    Reference(Erasure, "edition", Edition, Tie.OWNER),
    Reference(Erasure, "side", Side, Tie.OPTIONAL),
    Reference(Availability, "edition", Edition, Tie.OWNER),
    Reference(Availability, "room", Room, Tie.FOLLOWS),
    Reference(Availability, "participation", Participation, Tie.FOLLOWS),
    Reference(Session, "edition", Edition, Tie.OWNER),
    Reference(Session, "parent", Session, Tie.FOLLOWS),
    Reference(Session, "track", Track, Tie.OPTIONAL),
    Reference(Session, "follows", Session, Tie.OPTIONAL),
    Reference(Session, "predecessor", Session, Tie.OPTIONAL),
    Reference(SessionRoom, "session", Session, Tie.OWNER),
    Reference(SessionRoom, "room", Room, Tie.FOLLOWS),
    Reference(Part, "session", Session, Tie.OWNER),
    Reference(Part, "participation", Participation, Tie.FOLLOWS),
    Reference(Part, "reader", Participation, Tie.OPTIONAL),
    Reference(CheckIn, "participation", Participation, Tie.OWNER),
    Reference(Passage, "edition", Edition, Tie.OWNER),
    Reference(Passage, "participation", Participation, Tie.OPTIONAL),
    Reference(Passage, "signature", Image, Tie.OPTIONAL),
    Reference(PackSheet, "edition", Edition, Tie.OWNER),
    Reference(Seating, "edition", Edition, Tie.OWNER),
    Reference(Seating, "session", Session, Tie.OPTIONAL),
    Reference(Seating, "room", Room, Tie.OPTIONAL),
    Reference(Seat, "seating", Seating, Tie.OWNER),
    Reference(Seat, "participation", Participation, Tie.FOLLOWS),
    Reference(Vehicle, "edition", Edition, Tie.OWNER),
    Reference(Rider, "vehicle", Vehicle, Tie.OWNER),
    Reference(Rider, "participation", Participation, Tie.FOLLOWS),
    Reference(Agreement, "edition", Edition, Tie.OWNER),
    Reference(Agreement, "session", Session, Tie.OPTIONAL),
    Reference(Agreement, "amends", Agreement, Tie.OPTIONAL),
    Reference(Agreement, "replaces", Agreement, Tie.OPTIONAL),
    Reference(Party, "agreement", Agreement, Tie.OWNER),
    Reference(Party, "organization", Organization, Tie.NEEDED),
    Reference(Aim, "agreement", Agreement, Tie.OWNER),
    Reference(Signatory, "agreement", Agreement, Tie.OWNER),
    Reference(Signatory, "participation", Participation, Tie.NEEDED),
    Reference(Signatory, "party", Party, Tie.OPTIONAL),
    Reference(Original, "agreement", Agreement, Tie.OWNER),
    Reference(Original, "keeper", Party, Tie.OPTIONAL),
    Reference(Commitment, "series", Series, Tie.OWNER),
    Reference(Commitment, "edition", Edition, Tie.OPTIONAL),
    Reference(Commitment, "aim", Aim, Tie.OPTIONAL),
    Reference(Commitment, "session", Session, Tie.OPTIONAL),
    Reference(Commitment, "part", Part, Tie.OPTIONAL),
    Reference(CommitmentOwner, "commitment", Commitment, Tie.OWNER),
    Reference(CommitmentOwner, "organization", Organization, Tie.NEEDED),
    Reference(CommitmentOwner, "person", Person, Tie.NEEDED),
    Reference(Report, "commitment", Commitment, Tie.OWNER),
    Reference(Report, "edition", Edition, Tie.FOLLOWS),
    Reference(Review, "session", Session, Tie.OWNER),
    Reference(Review, "commitment", Commitment, Tie.FOLLOWS),
    Reference(Version, "edition", Edition, Tie.OWNER),
    Reference(Printing, "edition", Edition, Tie.OWNER),
    Reference(Printing, "version", Version, Tie.OPTIONAL),
    Reference(Acknowledgement, "edition", Edition, Tie.OWNER),
    Reference(Origin, "edition", Edition, Tie.FOLLOWS),
)


def _by(attribute: str) -> Mapping[Kind, tuple[Reference, ...]]:
    groups: dict[Kind, tuple[Reference, ...]] = {}
    for reference in REFERENCES:
        kind = getattr(reference, attribute)
        groups[kind] = (*groups.get(kind, ()), reference)
    return MappingProxyType(groups)


_FROM = _by("kind")
_TO = _by("to")


def references_of(kind: Kind) -> tuple[Reference, ...]:
    """The fields of a kind of record that point to others."""
    return _FROM.get(kind, ())


def references_to(kind: Kind) -> tuple[Reference, ...]:
    """The fields of any kind of record that point to this kind."""
    return _TO.get(kind, ())


def owner_of(kind: Kind) -> Reference | None:
    """The field that says what a record belongs to; ``None`` for what stands on its own."""
    return next((r for r in references_of(kind) if r.tie is Tie.OWNER), None)
