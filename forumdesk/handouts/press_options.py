# SPDX-License-Identifier: MIT
"""What can be asked of pages for a print shop, and of booklets."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from forumdesk.domain.terms import T_
from forumdesk.domain.words import N_
from forumdesk.handouts.asking import asked
from forumdesk.handouts.imposition.plan import Flip, PressMarks

PRESS_FIELDS: Mapping[str, Any] = MappingProxyType(
    {
        "of": asked(
            "program", "handout", (N_("Of"), N_("The handout whose pages the booklet has."))
        ),
        "flip": asked(
            Flip.SHORT_EDGE,
            "choice",
            (
                N_("Both sides"),
                N_("Over which edge the printer turns the paper: set it there, too."),
            ),
            tuple(Flip),
        ),
        "signature": asked(
            0,
            "number",
            (
                N_("Sheets to a signature"),
                N_("A thick booklet is bound of several folded parts; 0: all sheets in one."),
            ),
        ),
        "thickness": asked(
            100,
            "number",
            (
                N_("Paper thickness (µm)"),
                N_(
                    "Pages move toward the fold by it for each sheet round them;"
                    " office paper of 80 g has about 100 µm."
                ),
            ),
        ),
        "press_marks": asked(
            PressMarks.NONE,
            "choice",
            (N_("Marks"), N_("Where to fold and cut; for cutting the paper must be larger.")),
            tuple(PressMarks),
            called="marks",
        ),
        "bleed": asked(
            0,
            "number",
            (
                N_("Bleed (mm)"),
                N_("How far coloured fields run over the edge that is cut; print shops ask for 3."),
            ),
        ),
    }
)
"""What can be asked of them, as fields of ``Options``."""
PRESS_OPTIONS = tuple(PRESS_FIELDS)
"""The names of what can be asked of them alone."""
PRESS_CHOICES: tuple[tuple[StrEnum, tuple[str, str]], ...] = (
    (Flip.SHORT_EDGE, T_("flip", "Turned over the short edge")),
    (Flip.LONG_EDGE, T_("flip", "Turned over the long edge")),
    (PressMarks.NONE, T_("marks", "None")),
    (PressMarks.FOLD, T_("marks", "Where to fold")),
    (PressMarks.CROP, T_("marks", "Where to cut and fold")),
)
"""What their values are called."""
