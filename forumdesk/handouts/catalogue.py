# SPDX-License-Identifier: MIT
"""Every handout there is, and what can be done with any of them.

A handout is built from a dossier (``contents``, without reportlab) and set by ``render``, which
is imported when the first sheet is set. It costs a file and a line on its shelf (``shelves``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.terms import T_
from forumdesk.domain.versions import Printing, Version
from forumdesk.domain.words import N_
from forumdesk.handouts.content import Content
from forumdesk.handouts.contents.errata import ERRATA
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.kinds import DataFormat, Handout, Shelf
from forumdesk.handouts.naming import file_name
from forumdesk.handouts.options import Options, Paper
from forumdesk.handouts.result import Finding, FindingKind, Rendered
from forumdesk.handouts.shelves.cards import CARDS
from forumdesk.handouts.shelves.formats import FORMATS
from forumdesk.handouts.shelves.outcomes import COMPARISON, OUTCOMES
from forumdesk.handouts.shelves.people import LETTERS, PEOPLE
from forumdesk.handouts.shelves.program import PROGRAM
from forumdesk.handouts.shelves.stage import STAGE
from forumdesk.handouts.stale import Known, stale

if TYPE_CHECKING:
    from forumdesk.handouts.document import Printed

__all__ = ["COMPARISON", "FORMATS", "HANDOUTS", "LETTERS", "SHELVES", "DataFormat", "Handout"]

PACK_LIST = "pack-list"
"""The list of a handout pack: it is made with a pack, and is not asked for alone."""
LEAST_DPI = 200
"""Dots per inch under which a picture looks coarse on paper."""
LEAST_MODULE = 0.35
"""Millimetres to a module under which telephones fail to read a printed QR code."""

SHELVES: tuple[Shelf, ...] = (
    Shelf(T_("shelf", "For everybody"), PROGRAM),
    Shelf(T_("shelf", "For the stage"), STAGE),
    Shelf(T_("shelf", "For the door and the desk"), PEOPLE),
    Shelf(T_("shelf", "Cards"), CARDS),
    Shelf(T_("shelf", "What came of it"), OUTCOMES),
)
HANDOUTS: tuple[Handout, ...] = tuple(one for shelf in SHELVES for one in shelf.handouts)


def handout(name: str) -> Handout:
    """A handout by its name; raises ``ForumDeskError`` if there is none of it."""
    for one in HANDOUTS:
        if one.name == name:
            return one
    names = ", ".join(one.name for one in HANDOUTS)
    raise ForumDeskError(
        N_("There is no handout “{name}”; there are: {names}."), name=name, names=names
    )


def stale_printings(dossier: Dossier, known: Known | None = None) -> tuple[Printing, ...]:
    """The printings of an edition that say something else than their sheets would now.

    ``known`` is for who looks again and again: see ``stale``.
    """
    # A slip is about a version and is never stale itself, of cards each is looked at for itself, a
    # letter was sent as it was, a comparison is of more than this edition, and of lists nothing is
    # said where not all who would stand on them are here.
    never = (ERRATA, LETTERS, COMPARISON)
    told = (one for one in HANDOUTS if dossier.whole or not one.everybody)
    builders = {one.name: one.build for one in told if one.name not in never and not one.cards}
    return stale(dossier, lambda name, of, options: builders[name](of, options, _ANY), known)


# Sheets are compared without their stamps: whether one shows the newest version is not asked.
_ANY = Imprint(Version("", "", "", datetime(1970, 1, 1, tzinfo=UTC), "", ""))


def options_for(dossier: Dossier) -> Options:
    """The options a handout of an edition starts with: its languages, paper, theme and accent."""
    papers = {paper.value.casefold(): paper for paper in Paper}
    edition = dossier.edition
    return replace(
        Options(),
        languages=dossier.languages,
        paper=papers.get(dossier.series.paper.casefold(), Paper.A4),
        theme=edition.design,
        accent=edition.accent,
    )


def pdf_name(dossier: Dossier, handout: str, *more: str) -> str:
    """The file name of a handout: the edition's title, the handout's name, what is special."""
    return file_name(dossier.title.best(dossier.languages), handout, *more, ending="pdf")


def render(name: str, content: Content, options: Options) -> Rendered:
    """A handout as PDF, here and now; raises ``ForumDeskError`` for a theme there is not."""
    # reportlab is loaded when the first sheet is set, not to list what there is.
    from forumdesk.handouts.render import render as printed  # noqa: PLC0415

    made = printed(content, options if name == PACK_LIST else handout(name).takes(options))
    missing = "".join(dict.fromkeys(character for character, _ in made.missing))
    return Rendered(made.data, made.pages, tuple(_findings(made)), missing)


def _findings(made: Printed) -> Iterator[Finding]:
    for picture, dpi in made.density:
        if not dpi:
            yield Finding(FindingKind.BROKEN, picture)
        elif dpi < LEAST_DPI:
            yield Finding(FindingKind.COARSE, picture, amount=dpi)
    for points in made.modules:
        if (mm := points / 72 * 25.4) < LEAST_MODULE:
            yield Finding(FindingKind.CODE, amount=mm)
    for participation, text in made.overflowing:
        yield Finding(FindingKind.OVERFLOW, f"participation-{participation}", text)
    yield from made.findings
    if made.fit is None:
        return
    if made.fit.scale < 1:
        yield Finding(FindingKind.SHRUNK, amount=made.fit.scale)
    for detail in made.fit.dropped:
        yield Finding(FindingKind.DROPPED, text=detail)
