# SPDX-License-Identifier: MIT
"""What a booklet says, and the sheets it is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from forumdesk.domain.values import frozen
from forumdesk.handouts.content import Content, Labels, Sheet, Stamp
from forumdesk.handouts.options import Paper

BOOKLET = "booklet"
LEAVES: Mapping[Paper, Paper] = MappingProxyType(
    {
        Paper.A4: Paper.A5,
        Paper.LETTER: Paper.HALF_LETTER,
        Paper.A3: Paper.A4,
        Paper.TABLOID: Paper.LETTER,
    }
)
"""The sheets booklets are made of, and the size of a page on each."""
THICKEST = 15
"""Sheets in one fold, more of which hardly close and are hard to staple."""
_NOTHING = Sheet((), (), (), (), (), (), Stamp(()), Labels((), (), ()))


def sheet_paper(paper: Paper) -> Paper:
    """The sheet for an edition of this usual paper: one as small as a page is no sheet to fold."""
    return paper if paper in LEAVES else Paper.A4


@frozen
class BookletContent:
    """The pages of another handout, which have the sheet's titles and stamp once, here."""

    sheet: Sheet
    inner: Content

    @classmethod
    def of(cls, content: Content) -> BookletContent:
        """A booklet of what another handout says."""
        return cls(content.sheet, replace(content, sheet=_NOTHING))

    @property
    def pages(self) -> Content:
        """What the other handout says, whole again."""
        return replace(self.inner, sheet=self.sheet)

    @property
    def blank(self) -> bool:
        """Whether it says nothing but its titles."""
        return self.inner.blank
