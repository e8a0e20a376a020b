# SPDX-License-Identifier: MIT
"""What can be asked of the sheets of a signing beside what all sheets have."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from forumdesk.domain.words import N_
from forumdesk.handouts.asking import asked

AGREEMENT_FIELDS: Mapping[str, Any] = MappingProxyType(
    {
        "agreement": asked(
            "",
            "agreement",
            (N_("Agreement"), N_("Only this agreement of the edition; else every one.")),
        ),
    }
)
"""What can be asked of the sheets of a signing, as fields of ``Options``."""
AGREEMENT_OPTIONS = tuple(AGREEMENT_FIELDS)
"""The names of what can be asked of them alone."""
