# SPDX-License-Identifier: MIT
"""What a secretariat keeps for its printed matter: texts, themes of its own, terms, the pack."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from forumdesk.domain.values import frozen
from forumdesk.domain.wording import EMPTY, Text
from forumdesk.domain.words import N_


class PassageKind(StrEnum):
    """What a text of a program is: a message is by somebody, another has a page of its own."""

    MESSAGE = "message"
    SPONSORS = "sponsors"
    EMERGENCY = "emergency"
    IMPRINT = "imprint"
    OTHER = "other"


PASSAGES: Mapping[PassageKind, str] = MappingProxyType(
    {
        PassageKind.MESSAGE: N_("welcome message"),
        PassageKind.SPONSORS: N_("sponsors"),
        PassageKind.EMERGENCY: N_("in an emergency"),
        PassageKind.IMPRINT: N_("imprint"),
        PassageKind.OTHER: N_("further text"),
    }
)
"""What a text without a title of its own is called within a sentence."""


@frozen
class Passage:
    """A text that stands in the program besides the agenda.

    ``participation`` is whose words a message is; their photo stands beside it, and their
    ``signature``, a picture, below it.
    """

    id: str
    edition: str
    kind: PassageKind = PassageKind.MESSAGE
    title: Text = EMPTY
    text: Text = EMPTY
    participation: str | None = None
    signature: str | None = None
    position: int = 0


@frozen
class OwnTheme:
    """A paper theme of the forum file's own: what differs from the bundled one it is ``like``.

    ``data`` is a JSON object of the same tables as in ``resources/themes``.
    """

    id: str
    name: Text
    like: str
    data: str = "{}"
    position: int = 0


@frozen
class Term:
    """A term of a series' field in each language, for interpreters; ``note`` says what is meant."""

    id: str
    series: str
    text: Text
    note: Text = EMPTY
    position: int = 0


@frozen
class PackSheet:
    """A sheet of an edition's handout pack: a handout with its options, and how many copies.

    ``options`` is a JSON object of what differs from the edition's usual ones; one handout may be
    there several times, as a copy for each side. Only ``ticked`` ones are made.
    """

    id: str
    edition: str
    handout: str
    options: str = "{}"
    copies: int = 1
    ticked: bool = True
    position: int = 0
