# SPDX-License-Identifier: MIT
"""Sets of options, arrangements and papers that several handouts share."""

from __future__ import annotations

from collections.abc import Iterable

from forumdesk.handouts.agreement_options import AGREEMENT_OPTIONS
from forumdesk.handouts.card_options import CARD_OPTIONS
from forumdesk.handouts.imposition.plan import PressMarks
from forumdesk.handouts.letter_options import LETTER_OPTIONS
from forumdesk.handouts.options import COMMON, Arrangement, Paper
from forumdesk.handouts.press_options import PRESS_OPTIONS
from forumdesk.handouts.proof_options import PROOF_OPTIONS
from forumdesk.handouts.seating_options import SEATING_OPTIONS
from forumdesk.handouts.vehicle_options import VEHICLE_OPTIONS


def without(names: Iterable[str], *others: str) -> tuple[str, ...]:
    """Options without some of them."""
    return tuple(name for name in names if name not in others)


OF_SLIPS = ("since", "person")
ON_PROGRAM = without(COMMON, "variant", "earlier", *OF_SLIPS)
FOR_PRESS = ("press_marks", "bleed")
PRINTED = (*ON_PROGRAM, *FOR_PRESS)
UNFOLDED = (("press_marks", (PressMarks.NONE, PressMarks.CROP)),)
OF_BOOKLETS = ("of", *ON_PROGRAM, *without(PRESS_OPTIONS, "of"))
OF_POCKET = without(ON_PROGRAM, "sections", "large_print")
WITHOUT_SECTIONS = without(ON_PROGRAM, "sections")
WALL_PAPERS = (
    *(Paper.A4, Paper.LETTER, Paper.A3, Paper.TABLOID),
    *(Paper.A2, Paper.ANSI_C, Paper.A1, Paper.ANSI_D),
)
DOOR_PAPERS = (Paper.A4, Paper.LETTER, Paper.A3, Paper.TABLOID)
RUN_SHEET = without(COMMON, "sections", "audience", "earlier", *OF_SLIPS)
OF_LISTS = ("reader", "list_order")
OF_TABLES = ("audience", "columns", "order", "languages")
OF_PROGRAMS = ("audience", "languages", "version")
OF_PAGES = (
    *(*OF_PROGRAMS, "sections", "first_host", "day", "room", "names", "clock"),
    *("theme", "accent"),
)
OF_SIGN_IN = ("list_order", "expected", "blank_rows")
BELOW = (Arrangement.SINGLE, Arrangement.STACKED)
PAPER = ("languages", "arrangement", "first_host", "paper", "theme", "accent", "large_print")
LOOK = ("first_host", "names", "paper", "theme", "accent")
BADGES = ("languages", "arrangement", *without(CARD_OPTIONS, "certificate"), *LOOK)
TENTS = (*SEATING_OPTIONS, *without(BADGES, "backs"))
LABELS = without(BADGES, "arrangement", "first_host", "backs", "blanks")
OF_SHEETS = ("start", "marks", "blanks", "statuses")
COPIES = (*AGREEMENT_OPTIONS, *without(PAPER, "arrangement"), "names")
SIGNING = (*AGREEMENT_OPTIONS, *PAPER, "names")
VEHICLES = (*VEHICLE_OPTIONS, *PAPER, "names")
ONE_PAGE = (Arrangement.SINGLE, Arrangement.STACKED, Arrangement.COLUMNS)
CERTIFICATES = ("certificate", *without(BADGES, *OF_SHEETS))
CARD_ARRANGEMENTS = (Arrangement.SINGLE, Arrangement.STACKED, Arrangement.FACING)
MESSAGES = ("languages", *LETTER_OPTIONS, "person", "first_host", "names")
PROOF = ("since", *PROOF_OPTIONS, *without(PAPER, "arrangement"), "names")
ON_LETTERS = (*MESSAGES, "paper", "theme", "accent", "large_print")
SLIP = (*OF_SLIPS, *(name for name in WITHOUT_SECTIONS if name not in ("day", "room")))
BRIEFS = (
    *("person", "side", "brief_order", "ahead", "texts_by"),
    *("names", "clock", "languages", "arrangement", "paper", "theme", "accent", "large_print"),
)
BOOTH = (*PAPER, "day", "room", "names", "clock")
ON_PRESS = ("release", "day", *PAPER, "names", "clock")
PERSONAL = (
    *(
        "languages",
        "arrangement",
        *without(CARD_OPTIONS, "certificate", "backs", "marks", "blanks"),
    ),
    *("names", "clock", "paper", "theme", "accent", "large_print"),
)
