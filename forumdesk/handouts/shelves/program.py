# SPDX-License-Identifier: MIT
"""Sheets for everybody who comes: the program and what goes with it."""

from __future__ import annotations

from collections.abc import Iterator

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.terms import T_
from forumdesk.domain.versions import Printing
from forumdesk.domain.words import N_
from forumdesk.handouts.booklets import BOOKLET, LEAVES
from forumdesk.handouts.content import Content
from forumdesk.handouts.contents.booklet import as_booklet, booklet_content
from forumdesk.handouts.contents.errata import ERRATA, errata_content
from forumdesk.handouts.contents.program import agenda_content, program_content
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.kinds import Handout, later
from forumdesk.handouts.options import USUAL_PAPERS, Arrangement, Options, Paper
from forumdesk.handouts.pocket import POCKET
from forumdesk.handouts.reasons import no_sessions, nothing_to_correct
from forumdesk.handouts.shelves.sets import (
    BELOW,
    OF_BOOKLETS,
    OF_POCKET,
    PRINTED,
    PROOF,
    SLIP,
    UNFOLDED,
    WALL_PAPERS,
    WITHOUT_SECTIONS,
)
from forumdesk.handouts.taking import as_agenda, as_grid, as_pocket, as_proof, as_slip


def _errata(dossier: Dossier, options: Options, imprint: Imprint) -> Content:
    return errata_content(dossier, options, imprint, _stale_sheets)


def _stale_sheets(dossier: Dossier) -> Iterator[tuple[tuple[str, str], Printing]]:
    # The catalogue is made of this shelf.
    from forumdesk.handouts.catalogue import handout, stale_printings  # noqa: PLC0415

    for printing in stale_printings(dossier):
        yield handout(printing.handout).title, printing


PROGRAM: tuple[Handout, ...] = (
    Handout(
        "program",
        T_("handout", "Program"),
        N_("The printed program: cover, agenda, speakers, agreement, practical notes."),
        PRINTED,
        program_content,
        papers=(*USUAL_PAPERS, Paper.HALF_LETTER),
        bound=True,
        choices=UNFOLDED,
        empty=no_sessions,
    ),
    Handout(
        "agenda",
        T_("handout", "Agenda"),
        N_("The agenda on one sheet, or on as few as it takes."),
        WITHOUT_SECTIONS,
        agenda_content,
        as_agenda,
        bound=True,
        empty=no_sessions,
    ),
    Handout(
        POCKET,
        T_("handout", "Pocket agenda"),
        N_("Eight small pages from one sheet printed on one side: folded, with a single cut."),
        OF_POCKET,
        later("pocket", "pocket_content"),
        as_pocket,
        BELOW,
        papers=tuple(LEAVES),
        apart=True,
        empty=no_sessions,
    ),
    Handout(
        BOOKLET,
        T_("handout", "Booklet"),
        N_("A handout as a booklet: pages on half the sheet, in the order to fold and staple."),
        OF_BOOKLETS,
        booklet_content,
        as_booklet,
        papers=tuple(LEAVES),
        empty=no_sessions,
    ),
    Handout(
        "grid",
        T_("handout", "Grid"),
        N_("Rooms and times of each day, for a wall or in the hand."),
        WITHOUT_SECTIONS,
        later("grid", "grid_content"),
        as_grid,
        BELOW,
        WALL_PAPERS,
        empty=no_sessions,
    ),
    Handout(
        ERRATA,
        T_("handout", "Correction slip"),
        N_("What changed since the version that was printed, and which sheets are stale."),
        SLIP,
        _errata,
        as_slip,
        ages=False,  # it is about a version
        empty=nothing_to_correct,
    ),
    Handout(
        "proof",
        T_("handout", "Proof"),
        N_("Every printed text in each language, for the hosts to read and initial."),
        PROOF,
        later("proof", "proof_content"),
        as_proof,
        (Arrangement.STACKED,),
        (Paper.A4, Paper.LETTER, Paper.A3, Paper.TABLOID),
        empty=no_sessions,
    ),
)
