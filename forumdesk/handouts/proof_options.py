# SPDX-License-Identifier: MIT
"""What can be asked of a proof beside what all sheets have."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from forumdesk.domain.words import N_
from forumdesk.handouts.asking import asked

PROOF_FIELDS: Mapping[str, Any] = MappingProxyType(
    {
        "only_changed": asked(
            False,
            "switch",
            (N_("Only what changed"), N_("Only texts that are not as on the last proof.")),
        ),
    }
)
"""What can be asked of a proof, as fields of ``Options``."""
PROOF_OPTIONS = tuple(PROOF_FIELDS)
"""The names of what can be asked of it alone."""
