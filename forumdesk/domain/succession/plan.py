# SPDX-License-Identifier: MIT
"""What a next edition would be: its records, and of each module what becomes of it and why."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from functools import cached_property

from forumdesk.domain.agenda import Part, Session, SessionRoom
from forumdesk.domain.desk import Severity
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition, Host, Room, Side, Track
from forumdesk.domain.outcomes import Commitment, Review
from forumdesk.domain.people import LetterText, Participation, Quota
from forumdesk.domain.places import Seating
from forumdesk.domain.printed import PackSheet, Passage
from forumdesk.domain.records import Record
from forumdesk.domain.succession.choices import USUAL, Choices
from forumdesk.domain.values import frozen
from forumdesk.domain.words import Phrase


class Module(StrEnum):
    """What an edition is made of, as it is chosen."""

    AGENDA = "agenda"
    ROOMS = "rooms"
    TRACKS = "tracks"
    HOSTS = "hosts"
    SIDES = "sides"
    PEOPLE = "people"
    PARTS = "parts"
    QUOTAS = "quotas"
    LETTERS = "letters"
    PASSAGES = "passages"
    SEATINGS = "seatings"
    PACK = "pack"
    EDITION = "edition"
    COMMITMENTS = "commitments"
    AGREEMENTS = "agreements"


@frozen
class Account:
    """How many of a module are ``carried`` and ``left`` behind, and why.

    Of the sessions carried so many are ``shifted`` to another day; of what is carried, so many
    are ``reset`` to how they begin. ``made`` are new ones that nothing came before.
    """

    module: Module
    carried: int = 0
    left: int = 0
    shifted: int = 0
    reset: int = 0
    made: int = 0
    why: tuple[Phrase, ...] = ()


@frozen
class Told:
    """Something to look at before the edition is made, or after."""

    severity: Severity
    phrase: Phrase


@frozen
class SessionFate:
    """What becomes of a session: ``now`` is the new one, ``None`` where it is left behind.

    What nothing came before, like the review of the last forum, has no ``was``.
    """

    was: Session | None
    now: Session | None


@frozen
class RoomFate:
    """What becomes of a room; of the new venue's own there may be no old one."""

    was: Room | None
    now: Room | None
    why: Phrase


@frozen
class Seat:
    """What becomes of a participation, and why; ``now`` is ``None`` where it is left behind.

    ``asked`` says whether its office is to be asked after.
    """

    was: Participation
    now: Participation | None
    why: Phrase
    asked: bool = False


@frozen
class Plan:
    """A next edition as it would be made of an earlier one.

    ``records`` are all that is written, the edition first, each after what it points to;
    ``commitments`` those that are open. The review of them may have found no time
    (``untimed_review``), and nobody may know the time zone (``guessed_zone``).
    """

    last: Dossier
    edition: Edition
    choices: Choices = USUAL
    shift: timedelta | None = None
    records: tuple[Record, ...] = ()
    accounts: tuple[Account, ...] = ()
    sessions: tuple[SessionFate, ...] = ()
    rooms: tuple[RoomFate, ...] = ()
    hosts: tuple[Host, ...] = ()
    sides: tuple[Side, ...] = ()
    seats: tuple[Seat, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    untimed_review: bool = False
    guessed_zone: bool = False

    def account(self, module: Module) -> Account:
        """What becomes of a module."""
        return next(a for a in self.accounts if a.module is module)

    @cached_property
    def draft(self) -> Dossier:
        """The new edition as it would be read from the file: for showing it, and for checks."""
        found: dict[type, list[Record]] = {}
        for record in self.records:
            found.setdefault(type(record), []).append(record)
        lists = {name: tuple(found.get(kind, ())) for kind, name in _LISTS}
        kept = {"people": self.last.people, "organizations": self.last.organizations}
        made: dict[str, object] = {**lists, **kept, "commitments": self.last.commitments}
        return Dossier(series=self.last.series, edition=self.edition, **made)  # type: ignore[arg-type]


_LISTS: tuple[tuple[type, str], ...] = (
    (Host, "hosts"),
    (Side, "sides"),
    (Room, "rooms"),
    (Track, "tracks"),
    (Session, "sessions"),
    (SessionRoom, "session_rooms"),
    (Part, "parts"),
    (Participation, "participations"),
    (Quota, "quotas"),
    (LetterText, "letter_texts"),
    (Passage, "passages"),
    (PackSheet, "pack"),
    (Seating, "seatings"),
    (Review, "reviews"),
)
