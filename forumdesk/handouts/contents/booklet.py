# SPDX-License-Identifier: MIT
"""Booklets: what they say is what the handout says whose pages they have."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.words import N_
from forumdesk.handouts.booklets import BOOKLET, BookletContent, sheet_paper
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.options import Options

if TYPE_CHECKING:
    from forumdesk.handouts.kinds import Handout


def booklet_content(dossier: Dossier, options: Options, imprint: Imprint) -> BookletContent:
    """The pages of the handout asked for; raises like its builder, and like ``as_booklet``."""
    of = bound_handout(options.of)
    made = of.build(dossier, of.takes(options), imprint)
    return BookletContent.of(made)


def as_booklet(options: Options) -> Options:
    """Options as a booklet takes them: as the handout does whose pages it has.

    Raises ``ForumDeskError`` for one that can't be a booklet.
    """
    return replace(bound_handout(options.of).takes(options), paper=sheet_paper(options.paper))


def shown(handout: str, options: Options) -> str:
    """The handout whose pages are seen: that of a booklet, else itself."""
    return options.of if handout == BOOKLET else handout


def pages_named(handout: str, options: Options) -> tuple[str, ...]:
    """What the name of a booklet's file says besides, unless it is the program's."""
    of = shown(handout, options)
    return () if of in (handout, Options().of) else (of,)


def bound_handout(name: str) -> Handout:
    """A handout whose pages can be those of a booklet."""
    # The catalogue is made of the shelf on which booklets are.
    from forumdesk.handouts.catalogue import HANDOUTS  # noqa: PLC0415

    bound = {one.name: one for one in HANDOUTS if one.bound}
    if name not in bound:
        raise ForumDeskError(
            N_("“{name}” can't be a booklet; there are: {names}."),
            name=name,
            names=", ".join(bound),
        )
    return bound[name]
