# SPDX-License-Identifier: MIT
"""What can be asked of windscreen cards beside what all sheets have."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from forumdesk.domain.terms import T_
from forumdesk.domain.words import N_
from forumdesk.handouts.asking import asked


class CardSize(StrEnum):
    """How much of a sheet a card takes."""

    WHOLE = "whole"
    HALF = "half"


class Named(StrEnum):
    """Which of a car's riders its card names: whoever passes by can read it."""

    NONE = "none"
    FIRST = "first"
    ALL = "all"


VEHICLE_FIELDS: Mapping[str, Any] = MappingProxyType(
    {
        "card_size": asked(
            CardSize.WHOLE,
            "choice",
            (N_("Card"), N_("A card on each sheet, or two to be cut apart.")),
            values=tuple(CardSize),
            called="size",
        ),
        "riders": asked(
            Named.NONE,
            "choice",
            (N_("Riders"), N_("Who is named on the card: whoever passes the car can read it.")),
            values=tuple(Named),
        ),
    }
)
"""What can be asked of windscreen cards, as fields of ``Options``."""
VEHICLE_OPTIONS = tuple(VEHICLE_FIELDS)
"""The names of what can be asked of them alone."""
VEHICLE_CHOICES: tuple[tuple[StrEnum, tuple[str, str]], ...] = (
    (CardSize.WHOLE, T_("vehicle card", "One to a sheet")),
    (CardSize.HALF, T_("vehicle card", "Two to a sheet")),
    (Named.NONE, T_("riders", "Nobody")),
    (Named.FIRST, T_("riders", "The first one")),
    (Named.ALL, T_("riders", "All of them")),
)
"""What their values are called."""
