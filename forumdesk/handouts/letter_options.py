# SPDX-License-Identifier: MIT
"""What can be asked of letters to participants beside what all sheets have."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from forumdesk.domain.people import Invitation, LetterPurpose
from forumdesk.domain.terms import T_
from forumdesk.domain.words import N_
from forumdesk.handouts.asking import asked

LETTER_FIELDS: Mapping[str, Any] = MappingProxyType(
    {
        "purpose": asked(
            LetterPurpose.INVITATION,
            "choice",
            (N_("Purpose"), N_("What the letters are for.")),
            tuple(LetterPurpose),
        ),
        "status": asked(
            (),
            "several",
            (
                N_("Status"),
                N_("Only those whose invitation has come so far; else those the sheet is for."),
            ),
            tuple(Invitation),
        ),
        "all_languages": asked(
            False,
            "switch",
            (
                N_("In all languages"),
                N_("Each letter in every language; else in the one its reader reads best."),
            ),
        ),
    }
)
"""What can be asked of letters, as fields of ``Options``."""
LETTER_OPTIONS = tuple(LETTER_FIELDS)
"""The names of what can be asked of letters alone."""
LETTER_CHOICES: tuple[tuple[StrEnum, tuple[str, str]], ...] = (
    (LetterPurpose.INVITATION, T_("letter", "Invitation")),
    (LetterPurpose.REMINDER, T_("letter", "Reminder")),
    (LetterPurpose.CONFIRMATION, T_("letter", "Confirmation")),
    (LetterPurpose.THANKS, T_("letter", "Thanks")),
)
"""What their values are called."""
