# SPDX-License-Identifier: MIT
"""Sheets for those who run the day."""

from __future__ import annotations

from forumdesk.domain.terms import T_
from forumdesk.domain.words import N_
from forumdesk.handouts.kinds import Handout, later
from forumdesk.handouts.options import Paper
from forumdesk.handouts.reasons import no_sessions, no_speakers, nobody_seated, not_interpreted
from forumdesk.handouts.seating_options import SEATING_OPTIONS
from forumdesk.handouts.shelves.sets import (
    BELOW,
    BOOTH,
    BRIEFS,
    PAPER,
    RUN_SHEET,
    WITHOUT_SECTIONS,
)
from forumdesk.handouts.taking import (
    as_agenda,
    as_booth,
    as_brief,
    as_run_sheet,
    as_signing_table,
)

STAGE: tuple[Handout, ...] = (
    Handout(
        "run-sheet",
        T_("handout", "Run sheet"),
        N_("The show caller’s sheet: every item with its times, people, cues and transitions."),
        RUN_SHEET,
        later("run_sheet", "run_sheet_content"),
        as_run_sheet,
        BELOW,
        empty=no_sessions,
    ),
    Handout(
        "mc-script",
        T_("handout", "MC script"),
        N_("What the master of ceremonies says, item by item, with forms of address."),
        WITHOUT_SECTIONS,
        later("mc_script", "mc_script_content"),
        as_agenda,
        bound=True,
        empty=no_sessions,
    ),
    Handout(
        "speaker-brief",
        T_("handout", "Speaker briefs"),
        N_("A page for everybody with a part: when, where, how long, and who is there too."),
        BRIEFS,
        later("speaker_brief", "speaker_brief_content"),
        as_brief,
        BELOW,
        apart=True,
        empty=no_speakers,
    ),
    Handout(
        "interpreters",
        T_("handout", "For interpreters"),
        N_("For the booths: languages and channels, names with readings, texts, terms."),
        BOOTH,
        later("interpreters", "interpreters_content"),
        as_booth,
        BELOW,
        empty=not_interpreted,
    ),
    Handout(
        "seating",
        T_("handout", "Seating plan"),
        N_("Who sits where: each table drawn as a plan, the list by table, and by name."),
        (*SEATING_OPTIONS, *PAPER, "names"),
        later("seating", "seating_content"),
        as_signing_table,
        BELOW,
        (Paper.A4, Paper.LETTER, Paper.A3, Paper.TABLOID),
        everybody=True,
        empty=nobody_seated,
    ),
)
