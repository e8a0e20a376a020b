# SPDX-License-Identifier: MIT
"""What can be asked of the sheets on commitments beside what all sheets have."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from forumdesk.domain.terms import T_
from forumdesk.domain.words import N_
from forumdesk.handouts.asking import asked


class Promised(StrEnum):
    """Which commitments stand on a sheet."""

    SINCE = "since-last"
    OPEN = "open"
    ALL = "all"


class PromiseOrder(StrEnum):
    """How they are parted and ordered."""

    STATUS = "status"
    DUE = "due"
    OWNER = "owner"


PROMISE_FIELDS: Mapping[str, Any] = MappingProxyType(
    {
        "promised": asked(
            Promised.SINCE,
            "choice",
            (
                N_("Commitments"),
                N_("Which are on the sheet: earlier ones of which the forum has to hear, or all."),
            ),
            values=tuple(Promised),
            called="which",
        ),
        "promise_order": asked(
            PromiseOrder.STATUS,
            "choice",
            (N_("Order"), N_("How the commitments are parted.")),
            values=tuple(PromiseOrder),
            called="order",
        ),
        "from_forum": asked(
            0,
            "number",
            (N_("From forum number"), N_("Only what was promised there or later; 0 for all.")),
        ),
    }
)
"""What can be asked of the sheets on commitments, as fields of ``Options``."""
PROMISE_OPTIONS = tuple(PROMISE_FIELDS)
"""The names of what can be asked of them alone."""
PROMISE_CHOICES: tuple[tuple[StrEnum, tuple[str, str]], ...] = (
    (Promised.SINCE, T_("promised", "Since the last forum")),
    (Promised.OPEN, T_("promised", "All that are open")),
    (Promised.ALL, T_("promised", "All there ever were")),
    (PromiseOrder.STATUS, T_("order", "By status")),
    (PromiseOrder.DUE, T_("order", "By due day")),
    (PromiseOrder.OWNER, T_("order", "By who answers for them")),
)
"""What their values are called."""
