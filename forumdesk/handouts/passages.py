# SPDX-License-Identifier: MIT
"""What the texts of a program say besides its agenda: messages, sponsors, emergency, imprint."""

from __future__ import annotations

from forumdesk.domain.values import frozen
from forumdesk.handouts.content import NOTHING, HostMark, Letter, Picture, Prose, Wording


@frozen
class Message:
    """Words of welcome by somebody: their portrait stands beside, the signature over the name."""

    anchor: str
    heading: Wording
    text: Prose
    name: Wording = NOTHING
    office: Wording = NOTHING
    organization: Wording = NOTHING
    portrait: Picture | None = None
    signature: Picture | None = None


@frozen
class Tier:
    """Those who give to the forum in one way, in order: ``major`` ones are shown larger."""

    role: Wording
    members: tuple[HostMark, ...]
    major: bool = False


@frozen
class Sponsors:
    """Who makes the forum possible, with words of thanks."""

    anchor: str
    heading: Wording
    text: Prose
    tiers: tuple[Tier, ...]


@frozen
class Called:
    """A number to call, and what for."""

    number: Wording
    label: Wording


@frozen
class Emergency:
    """What to do in an emergency: numbers first, then what else there is to know."""

    anchor: str
    heading: Wording
    numbers: tuple[Called, ...]
    text: Prose


@frozen
class Colophon:
    """The imprint: facts under labels, then what else it says.

    ``state`` labels the line that says which version it is, and of when, as the sheet's stamp does.
    """

    anchor: str
    heading: Wording
    publisher: Called
    state: Wording
    facts: tuple[Called, ...]
    text: Prose


@frozen
class Passages:
    """All of these, as far as they are wanted."""

    messages: tuple[Message, ...] = ()
    others: tuple[Letter, ...] = ()
    sponsors: tuple[Sponsors, ...] = ()
    emergency: tuple[Emergency, ...] = ()
    imprint: tuple[Colophon, ...] = ()
