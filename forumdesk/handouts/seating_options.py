# SPDX-License-Identifier: MIT
"""What can be asked of seating plans, and of cards in their order."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from forumdesk.domain.words import N_
from forumdesk.handouts.asking import asked

SEATING_FIELDS: Mapping[str, Any] = MappingProxyType(
    {
        "plan": asked(
            "",
            "plan",
            (
                N_("Seating plan"),
                N_("Only this plan of the edition, or who sits in it, by title or id."),
            ),
        ),
    }
)
"""What can be asked of seating plans, as fields of ``Options``."""
SEATING_OPTIONS = tuple(SEATING_FIELDS)
"""The names of what can be asked of them alone."""
