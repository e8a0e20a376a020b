# SPDX-License-Identifier: MIT
"""Sheets on agreements, commitments and how editions compare."""

from __future__ import annotations

from forumdesk.domain.terms import T_
from forumdesk.domain.words import N_
from forumdesk.handouts.kinds import Handout, later
from forumdesk.handouts.options import Arrangement
from forumdesk.handouts.promise_options import PROMISE_OPTIONS
from forumdesk.handouts.reasons import no_agreement, no_sessions, not_promised
from forumdesk.handouts.shelves.sets import (
    BELOW,
    COPIES,
    ON_PRESS,
    ONE_PAGE,
    PAPER,
    SIGNING,
    without,
)
from forumdesk.handouts.taking import (
    as_agreement,
    as_fact_sheet,
    as_list,
    as_press,
    as_promises,
    as_signing_table,
)

OUTCOMES: tuple[Handout, ...] = (
    Handout(
        "agreement",
        T_("handout", "Signing copies"),
        N_("An agreement to be signed: a copy in each language for every party, itself first."),
        COPIES,
        later("signing_copies", "signing_copies_content"),
        as_agreement,
        (Arrangement.STACKED,),
        apart=True,
        empty=no_agreement,
    ),
    Handout(
        "signing-table",
        T_("handout", "Signing table"),
        N_("Who sits where at the signing, flags, folders and turns, the photograph, a checklist."),
        SIGNING,
        later("signing_table", "signing_table_content"),
        as_signing_table,
        BELOW,
        empty=no_agreement,
    ),
    Handout(
        "press",
        T_("handout", "For the press"),
        N_("For journalists: facts, times for pictures and questions, who speaks, statements."),
        ON_PRESS,
        later("press", "press_content"),
        as_press,
        ONE_PAGE,
        empty=no_sessions,
    ),
    Handout(
        "fact-sheet",
        T_("handout", "Fact sheet"),
        N_("For the press: what was signed, by whom and where, aims in short, statements."),
        SIGNING,
        later("fact_sheet", "fact_sheet_content"),
        as_fact_sheet,
        ONE_PAGE,
        empty=no_agreement,
    ),
    Handout(
        "commitments",
        T_("handout", "Commitments"),
        N_("What was promised at earlier forums, how it stands, and what shows it."),
        (*PROMISE_OPTIONS, *PAPER, "names"),
        later("commitments", "commitments_content"),
        as_promises,
        empty=not_promised,
    ),
    Handout(
        "commitments-by-owner",
        T_("handout", "Commitments by owner"),
        N_("A page for each who answers for something, with room for their answer."),
        (*without(PROMISE_OPTIONS, "promise_order"), *PAPER, "names"),
        later("commitments", "owners_content"),
        as_promises,
        BELOW,
        apart=True,
        empty=not_promised,
    ),
    Handout(
        "comparison",
        T_("handout", "Comparison of editions"),
        N_("Editions side by side: who came again, who spoke, how the program grew."),
        ("earlier", *PAPER),
        later("comparison", "comparison_content"),
        as_list,
        BELOW,
        compares=True,
        ages=False,  # it is of more than this edition
    ),
)
