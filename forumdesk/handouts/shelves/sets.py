# SPDX-License-Identifier: MIT
"""Sets of options, arrangements and papers that several handouts share."""

from __future__ import annotations

from collections.abc import Iterable

from forumdesk.handouts.agreement_options import AGREEMENT_OPTIONS
from forumdesk.handouts.card_options import CARD_OPTIONS
from forumdesk.handouts.letter_options import LETTER_OPTIONS
from forumdesk.handouts.list_options import LIST_OPTIONS
from forumdesk.handouts.options import EVERY, Arrangement
from forumdesk.handouts.promise_options import PROMISE_OPTIONS
from forumdesk.handouts.seating_options import SEATING_OPTIONS


def without(names: Iterable[str], *others: str) -> tuple[str, ...]:
    """Options without some of them."""
    return tuple(name for name in names if name not in others)


OF_SLIPS = ("since", "person")
OF_ALL = without(
    EVERY,
    *(*CARD_OPTIONS, *LIST_OPTIONS, *LETTER_OPTIONS, *AGREEMENT_OPTIONS, *PROMISE_OPTIONS),
    *SEATING_OPTIONS,
)
ON_PROGRAM = without(OF_ALL, "variant", "earlier", *OF_SLIPS)
WITHOUT_SECTIONS = without(ON_PROGRAM, "sections")
RUN_SHEET = without(OF_ALL, "sections", "audience", "earlier", *OF_SLIPS)
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
ONE_PAGE = (Arrangement.SINGLE, Arrangement.STACKED, Arrangement.COLUMNS)
CERTIFICATES = ("certificate", *without(BADGES, *OF_SHEETS))
CARD_ARRANGEMENTS = (Arrangement.SINGLE, Arrangement.STACKED, Arrangement.FACING)
MESSAGES = ("languages", *LETTER_OPTIONS, "person", "first_host", "names")
ON_LETTERS = (*MESSAGES, "paper", "theme", "accent", "large_print")
SLIP = (*OF_SLIPS, *(name for name in WITHOUT_SECTIONS if name not in ("day", "room")))
