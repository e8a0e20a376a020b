# SPDX-License-Identifier: MIT
"""Pages of a handout put on the sheets that are asked for."""

from __future__ import annotations

from dataclasses import replace

from forumdesk.handouts.booklets import LEAVES, BookletContent
from forumdesk.handouts.document import Printed
from forumdesk.handouts.imposition.plan import PressMarks
from forumdesk.handouts.imposition.press import imposed
from forumdesk.handouts.imposition.saddle import Binding, saddle_stitched
from forumdesk.handouts.imposition.trim import Trim
from forumdesk.handouts.options import Arrangement, Options
from forumdesk.handouts.theme import PAPERS

_LEAST_BLEED = 1  # millimetres: half of an A4 sheet is a little wider than A5


def leaf_options(options: Options) -> Options:
    """Options for the pages of a booklet: on half the sheet, which has the marks, not they."""
    bleed = max(options.bleed, _LEAST_BLEED)
    paper = LEAVES[options.paper]
    return replace(options, paper=paper, bleed=bleed, press_marks=PressMarks.FOLD)


def stitched(content: BookletContent, leaves: Printed, options: Options, trim: Trim) -> Printed:
    """A booklet of pages that have been set for it."""
    width, height = PAPERS[options.paper.value]
    apart = options.arrangement is Arrangement.FACING and len(content.sheet.languages) > 1
    binding = Binding(
        (height / 2, width),
        options.flip,
        options.signature,
        options.thickness / 1000,
        content.backed,
        int(apart and not content.covered),  # pages that face each other do so inside
    )
    plan = saddle_stitched(leaves.pages, binding)
    folds = options.press_marks is not PressMarks.NONE
    data = imposed(leaves.data, plan, trim, folds=folds)
    return replace(leaves, data=data, pages=len(plan.sides))
