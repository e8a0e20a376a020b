# SPDX-License-Identifier: MIT
"""The pages of a booklet: how they look, and the sheets they come to lie on."""

from __future__ import annotations

from dataclasses import replace

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.words import N_
from forumdesk.handouts.booklets import LEAVES
from forumdesk.handouts.document import Printed
from forumdesk.handouts.imposition.folding import Stitching
from forumdesk.handouts.imposition.plan import PressMarks
from forumdesk.handouts.imposition.press import imposed
from forumdesk.handouts.imposition.saddle import Binding
from forumdesk.handouts.imposition.trim import Trim
from forumdesk.handouts.options import Options
from forumdesk.handouts.theme import PAPERS, POINTS_PER_MM

MOST_BLEED = 20
"""Millimetres: the widest bleed that is printed."""
_LEAST_BLEED = 1  # of a page of a booklet: half of an A4 sheet is a little wider than A5


def trim_of(options: Options) -> Trim:
    """What surrounds a page for a print shop; raises ``ForumDeskError`` for a bleed too wide."""
    if options.bleed > MOST_BLEED:
        raise ForumDeskError(
            N_("A bleed of {given} mm is too wide; it is {most} mm at most."),
            given=options.bleed,
            most=MOST_BLEED,
        )
    return Trim(options.bleed * POINTS_PER_MM, options.press_marks is PressMarks.CROP)


def leaf_options(options: Options) -> Options:
    """A booklet's options as those of a page: on half the sheet, which has the marks, not it."""
    bleed = max(options.bleed, _LEAST_BLEED)
    paper = LEAVES[options.paper]
    return replace(options, paper=paper, bleed=bleed, press_marks=PressMarks.NONE)


def stitching(options: Options) -> Stitching:
    """How a booklet's pages come to lie on its sheets."""
    width, height = PAPERS[options.paper.value]
    cell = (height / 2, width)
    binding = Binding(cell, options.flip, options.signature, options.thickness / 1000)
    return Stitching(binding, trim_of(options), options.press_marks is not PressMarks.NONE)


def stitched(leaves: Printed, options: Options) -> Printed:
    """A booklet of pages that have been set; those that lie on sheets already are as they were."""
    if leaves.folded:
        return leaves
    layout = stitching(options).layout(leaves.pages, back=False, lead=0)
    data = imposed(leaves.data, layout.plan, layout.trim, folds=layout.folds)
    return replace(leaves, data=data, pages=len(layout.plan.sides), folded=True)
