# SPDX-License-Identifier: MIT
"""What may be chosen of a next edition: what is carried, and what is begun anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum

from forumdesk.domain.values import frozen
from forumdesk.domain.wording import EMPTY, Text


class Texts(StrEnum):
    """What of a session's texts is carried; breaks, openings and the like keep their titles."""

    KEEP = "keep"
    TITLES = "titles"
    EMPTY = "empty"


class Invite(StrEnum):
    """Who is proposed again; nobody is invited by it."""

    EVERYBODY = "everybody"
    SPEAKERS = "speakers"
    SIDE = "side"
    NOBODY = "nobody"


class Parts(StrEnum):
    """Whose parts in the program are carried: of all who are proposed, of hosts, of nobody."""

    PEOPLE = "people"
    HOSTS = "hosts"
    EMPTY = "empty"


class Answer(StrEnum):
    """What is known of an office: it is held still, it is another one, its holder has left it."""

    KEPT = "kept"
    CHANGED = "changed"
    LEFT = "left"


@frozen
class Office:
    """The answer to "still Vice Chairman?".

    ``office`` and ``organization`` are those held now where they changed (``organization`` as it
    was if it is not said). Of somebody who left, the organization keeps the seat (``seat``), the
    name to follow.
    """

    answer: Answer = Answer.KEPT
    office: Text = EMPTY
    organization: str | None = None
    seat: bool = True


@frozen
class Choices:
    """What is chosen; as it stands, what most secretariats would do.

    ``on`` is the first day (``None``: by the rule of the series), ``city`` where it meets
    (``None``: in turn; an empty text: a place yet to be named), ``timezone`` the zone there
    (``""``: that of the place). ``rooms`` gives old rooms (by id) their new names; an empty one
    leaves the room behind. ``side`` is that of ``Invite.SIDE``; ``offices`` are answers by
    participation, ``behind`` are participations that are left out by hand. ``alternate`` lets
    hosts and sides take turns in coming first. ``practical``, ``welcome`` and ``passages``
    are texts that often speak of the last forum's days. ``seatings`` are the plans of who sits
    where, without anybody; ``cover`` is the picture of the program's cover.
    ``review_in`` is the session (by its old id) whose items the open commitments become; by
    default the one that looked back before, or a new one.
    """

    on: date | None = None
    city: Text | None = None
    timezone: str = ""
    agenda: bool = True
    items: bool = True
    texts: Texts = Texts.TITLES
    rooms: Mapping[str, Text] = field(default_factory=dict, hash=False)
    tracks: bool = True
    alternate: bool = True
    sponsors: bool = False
    invite: Invite = Invite.EVERYBODY
    side: str = ""
    offices: Mapping[str, Office] = field(default_factory=dict, hash=False)
    behind: frozenset[str] = frozenset()
    companions: bool = False
    ranks: bool = True
    parts: Parts = Parts.PEOPLE
    quotas: bool = True
    letters: bool = True
    passages: bool = False
    seatings: bool = True
    pack: bool = True
    design: bool = True
    cover: bool = True
    practical: bool = False
    welcome: bool = False
    review: bool = True
    review_in: str = ""


USUAL = Choices()
