# SPDX-License-Identifier: MIT
"""What can be asked of cards (badges, tents, labels, certificates) beside what all sheets have."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from forumdesk.domain.people import Invitation
from forumdesk.domain.terms import T_
from forumdesk.domain.words import N_
from forumdesk.handouts.asking import asked


class Backs(StrEnum):
    """Whether cards have a back, and over which edge the printer turns the paper for it."""

    NONE = "none"
    LONG_EDGE = "long-edge"
    SHORT_EDGE = "short-edge"


class Marks(StrEnum):
    """What is drawn round the cards; a test page has nothing else."""

    NONE = "none"
    CROP = "crop"
    LINES = "lines"
    TEST = "test"


class Order(StrEnum):
    """The order in which cards come out of the printer."""

    NAME = "name"
    ORGANIZATION = "organization"
    SIDE = "side"
    PRECEDENCE = "precedence"
    NUMBER = "number"
    TABLE = "table"


class Certificate(StrEnum):
    """What a certificate certifies."""

    ATTENDANCE = "attendance"
    SPEAKING = "speaking"


CARD_FIELDS: Mapping[str, Any] = MappingProxyType(
    {
        "certificate": asked(
            Certificate.ATTENDANCE,
            "choice",
            (N_("Certificate"), N_("What is certified: having been there, or having spoken.")),
            tuple(Certificate),
        ),
        "stock": asked(
            "", "stock", (N_("Sheet"), N_("The sheet of cards or labels in the printer."))
        ),
        "start": asked(
            1,
            "number",
            (N_("First card"), N_("The first free place on a part-used sheet, from 1.")),
        ),
        "backs": asked(
            Backs.NONE,
            "choice",
            (
                N_("Backs"),
                N_("Whether cards have a back, and over which edge the printer turns the paper."),
            ),
            tuple(Backs),
        ),
        "marks": asked(
            Marks.NONE,
            "choice",
            (N_("Marks"), N_("Marks to cut along, or a test page to hold against the sheet.")),
            tuple(Marks),
        ),
        "only_new": asked(
            False,
            "switch",
            (
                N_("Only new or changed"),
                N_("Only cards that were not printed yet, or say something else than then."),
            ),
        ),
        "blanks": asked(
            0, "number", (N_("Blank cards"), N_("Cards without a name at the end, for walk-ins."))
        ),
        "statuses": asked(
            (Invitation.ACCEPTED,),
            "several",
            (N_("Answers"), N_("How far the invitations of those have come who get one.")),
            tuple(Invitation),
            called="status",
        ),
        "side": asked("", "side", (N_("Side"), N_("Only this side."))),
        "people": asked(
            (), "people", (N_("People"), N_("Only these participants, by name, number or id."))
        ),
        "order": asked(
            Order.NAME, "choice", (N_("Order"), N_("The order in which they come.")), tuple(Order)
        ),
    }
)
"""What can be asked of cards, as fields of ``Options``.

``stock`` is the name of a preset, empty for the paper's usual one; ``start`` counts from 1, row by
row; ``people`` are ids, numbers or names of participants, none of them means everybody.
"""
CARD_OPTIONS = tuple(CARD_FIELDS)
"""The names of what can be asked of cards alone."""
CARD_CHOICES: tuple[tuple[StrEnum, tuple[str, str]], ...] = (
    (Certificate.ATTENDANCE, T_("certificate", "Attendance")),
    (Certificate.SPEAKING, T_("certificate", "Speaking")),
    (Backs.NONE, T_("backs", "None")),
    (Backs.LONG_EDGE, T_("backs", "Turned over the long edge")),
    (Backs.SHORT_EDGE, T_("backs", "Turned over the short edge")),
    (Marks.NONE, T_("marks", "None")),
    (Marks.CROP, T_("marks", "Crop marks")),
    (Marks.LINES, T_("marks", "Cutting lines")),
    (Marks.TEST, T_("marks", "Test page")),
    (Order.NAME, T_("order", "Name")),
    (Order.ORGANIZATION, T_("order", "Organization")),
    (Order.SIDE, T_("order", "Side")),
    (Order.PRECEDENCE, T_("order", "Precedence")),
    (Order.NUMBER, T_("order", "Number")),
    (Order.TABLE, T_("order", "Table and seat")),
)
"""What their values are called."""
