# SPDX-License-Identifier: MIT
"""What can be asked of lists of people and sign-in sheets beside what all sheets have."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from forumdesk.domain.columns import Reader
from forumdesk.domain.listed import EXPECTED, ListOrder
from forumdesk.domain.people import Invitation
from forumdesk.domain.terms import T_
from forumdesk.domain.words import N_
from forumdesk.handouts.asking import asked

LIST_FIELDS: Mapping[str, Any] = MappingProxyType(
    {
        "reader": asked(
            Reader.PUBLIC,
            "choice",
            (
                N_("Audience"),
                N_(
                    "For whom the list is: it decides who is on it"
                    " and what stands beside the names."
                ),
            ),
            values=tuple(Reader),
            called="audience",
        ),
        "list_order": asked(
            ListOrder.SIDE,
            "choice",
            (N_("Order"), N_("How people are listed.")),
            values=tuple(ListOrder),
            called="order",
        ),
        "expected": asked(
            EXPECTED,
            "several",
            (N_("Expected"), N_("Who is on the sheet, by how far the invitation has come.")),
            values=tuple(Invitation),
            called="status",
        ),
        "blank_rows": asked(
            8,
            "number",
            (N_("Blank rows"), N_("Rows left empty for those who come unannounced.")),
            called="blanks",
        ),
    }
)
"""What can be asked of lists, as fields of ``Options``."""
LIST_CHOICES: tuple[tuple[StrEnum, tuple[str, str]], ...] = (
    (Reader.PUBLIC, T_("reader", "Everybody")),
    (Reader.DOOR, T_("reader", "Door desk")),
    (Reader.ORGANIZER, T_("reader", "Organizers")),
    (ListOrder.SIDE, T_("order", "By side and precedence")),
    (ListOrder.ORGANIZATION, T_("order", "By organization")),
    (ListOrder.NAME, T_("order", "By name")),
)
"""What their values are called."""
