# SPDX-License-Identifier: MIT
"""What can be asked of briefs for speakers and the press beside what all sheets have."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from forumdesk.domain.terms import T_
from forumdesk.domain.words import N_
from forumdesk.handouts.asking import asked


class BriefOrder(StrEnum):
    """The order in which briefs come out of the printer."""

    PROGRAM = "program"
    NAME = "name"


class Release(StrEnum):
    """From when on the press may report what is said."""

    NOW = "now"
    DELIVERY = "delivery"


BRIEF_FIELDS: Mapping[str, Any] = MappingProxyType(
    {
        "ahead": asked(
            15,
            "number",
            (N_("Minutes before"), N_("How many minutes before the start speakers are to come.")),
        ),
        "texts_by": asked(
            None,
            "date",
            (N_("Speech texts by"), N_("The day by which speech texts are asked for.")),
        ),
        "brief_order": asked(
            BriefOrder.PROGRAM,
            "choice",
            (N_("Order"), N_("The order in which they come.")),
            tuple(BriefOrder),
            called="order",
        ),
        "release": asked(
            Release.NOW,
            "choice",
            (N_("Release"), N_("From when on may be reported what is said.")),
            tuple(Release),
        ),
    }
)
"""What can be asked of briefs, as fields of ``Options``."""
BRIEF_CHOICES: tuple[tuple[StrEnum, tuple[str, str]], ...] = (
    (BriefOrder.PROGRAM, T_("order", "As in the program")),
    (BriefOrder.NAME, T_("order", "By name")),
    (Release.NOW, T_("release", "Immediately")),
    (Release.DELIVERY, T_("release", "When it is said")),
)
"""What their values are called."""
