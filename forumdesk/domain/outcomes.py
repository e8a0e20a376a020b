# SPDX-License-Identifier: MIT
"""What a forum brings about: agreements with their aims, and commitments until they are closed."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from forumdesk.domain.values import frozen
from forumdesk.domain.wording import EMPTY, Text


class AgreementState(StrEnum):
    """How far an agreement has come."""

    DRAFT = "draft"
    AGREED = "agreed"
    SIGNED = "signed"
    IN_FORCE = "in-force"
    ENDED = "ended"


@frozen
class Agreement:
    """An MOU or the like, signed at a session of an edition.

    It may amend another one, or take its place (``replaces``); ``review_on`` is the day by which
    its parties look at it again. ``notes`` are the secretariat's, for the signing table.
    """

    id: str
    edition: str
    title: Text
    session: str | None = None
    kind: str = "mou"
    preamble: Text = EMPTY
    closing: Text = EMPTY
    state: AgreementState = AgreementState.DRAFT
    signed_on: date | None = None
    agreed_on: date | None = None
    in_force_on: date | None = None
    ended_on: date | None = None
    review_on: date | None = None
    amends: str | None = None
    replaces: str | None = None
    notes: str = ""


@frozen
class Party:
    """An organization that is party to an agreement, in order."""

    id: str
    agreement: str
    organization: str
    position: int = 0


@frozen
class Aim:
    """A numbered aim of an agreement; ``title`` is a heading over ``text`` where it has one."""

    id: str
    agreement: str
    number: int
    text: Text
    title: Text = EMPTY


class SignatoryRole(StrEnum):
    """Signs an agreement, witnesses the signing, or hands the folders over."""

    SIGNS = "signs"
    WITNESSES = "witnesses"
    HANDS_OVER = "hands-over"


@frozen
class Signatory:
    """A participation that has to do with the signing of an agreement, for a party."""

    id: str
    agreement: str
    participation: str
    role: SignatoryRole = SignatoryRole.SIGNS
    party: str | None = None
    position: int = 0


@frozen
class Original:
    """A signed original: its language, and the party that keeps it."""

    id: str
    agreement: str
    language: str
    keeper: str | None = None
    place: str = ""


class CommitmentStatus(StrEnum):
    """How a commitment stands."""

    OPEN = "open"
    ON_TRACK = "on-track"
    LATE = "late"
    DONE = "done"
    DROPPED = "dropped"


@frozen
class Commitment:
    """Something somebody promised, carried from edition to edition until closed.

    Due on a date, or in a period said in words (``due_text``: "early September 2024") of which
    ``due`` is then the last day. It was made in an ``aim``, a ``session``, or a ``part``: in
    what somebody said there.
    """

    id: str
    series: str
    text: Text
    edition: str | None = None
    aim: str | None = None
    session: str | None = None
    title: Text = EMPTY
    due: date | None = None
    due_text: Text = EMPTY
    status: CommitmentStatus = CommitmentStatus.OPEN
    position: int = 0
    part: str | None = None
    notes: str = ""


@frozen
class CommitmentOwner:
    """An organization or a person answering for a commitment."""

    id: str
    commitment: str
    organization: str | None = None
    person: str | None = None
    position: int = 0


@frozen
class Report:
    """What an edition heard of a commitment, with its evidence."""

    id: str
    commitment: str
    edition: str
    status: CommitmentStatus
    text: Text = EMPTY
    evidence: str = ""
    on: date | None = None


@frozen
class Review:
    """A session, or an item of one, that looks back at a commitment."""

    id: str
    session: str
    commitment: str
    position: int = 0
