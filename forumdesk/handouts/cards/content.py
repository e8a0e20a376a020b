# SPDX-License-Identifier: MIT
"""What cards say, whatever sheet they are set on."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import TypeAlias

from forumdesk.domain.values import frozen
from forumdesk.handouts.cards.agenda_content import AgendaCard
from forumdesk.handouts.content import NOTHING, HostMark, Sheet, Wording


@frozen
class Card:
    """What stands on a badge, a tent or a place card.

    ``participation`` is whose it is, empty on a blank one. A ``name`` that is empty is left to be
    written by hand; ``place`` is where its bearer sits. ``tone`` tells which of the theme's inks
    the band with the word ``band`` has, ``code`` are the digits of the QR code. ``languages`` are
    those of the sheet in the order in which its bearer's side reads them.
    """

    participation: str = ""
    name: Wording = NOTHING
    organization: Wording = NOTHING
    office: Wording = NOTHING
    band: Wording = NOTHING
    side: Wording = NOTHING
    place: Wording = NOTHING
    tone: int = 0
    code: str = ""
    code_alt: str = ""
    languages: tuple[str, ...] = ()


@frozen
class Label:
    """An address, line by line, in the order in which its country writes one.

    ``strong`` tells which of the lines has the name. A line that is too long for a label parts
    before ``apart``, where it ends in that: an office, and the body it is held in.
    """

    participation: str
    lines: tuple[str, ...]
    language: str
    strong: int = 0
    apart: str = ""


@frozen
class Diploma:
    """A certificate: what it is called, for whom, what it says, when and where."""

    participation: str
    heading: Wording
    name: Wording
    affiliation: Wording
    text: Wording
    dates: Wording


AnyCard: TypeAlias = Card | Label | Diploma | AgendaCard


@frozen
class CardsContent:
    """Cards in the order in which they are set; ``handout`` is the kind, ``empty`` what is said
    where there is none.
    """

    sheet: Sheet
    handout: str
    cards: tuple[AnyCard, ...]
    hosts: tuple[HostMark, ...] = ()
    empty: Wording = NOTHING

    @property
    def blank(self) -> bool:
        """Whether it says nothing but its titles."""
        return not self.cards


def card_digest(content: CardsContent, card: AnyCard) -> str:
    """What tells cards apart that say something else: SHA-256 in hex."""
    sheet = content.sheet
    said = (content.handout, sheet.languages, sheet.title, sheet.dates, card)
    return hashlib.sha256(repr(said).encode()).hexdigest()


def printed_cards(content: object) -> Mapping[str, str]:
    """The digest of each participant's card in a content; a sheet without cards has none."""
    if not isinstance(content, CardsContent):
        return {}
    return {c.participation: card_digest(content, c) for c in content.cards if c.participation}
