# SPDX-License-Identifier: MIT
"""How the pages of a document come to lie on sheets, said before it is known how many they are."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from forumdesk.domain.values import frozen
from forumdesk.handouts.imposition.layout import Layout
from forumdesk.handouts.imposition.saddle import Binding, saddle_stitched
from forumdesk.handouts.imposition.trim import UNTRIMMED, Trim
from forumdesk.handouts.imposition.zine import pocket_folded


class Folding(Protocol):
    """Lays out pages on sheets."""

    def layout(self, pages: int, *, back: bool, lead: int) -> Layout:
        """For so many pages: ``back``: the last one is a back cover; ``lead``: blanks in front."""


@frozen
class Stitching:
    """Sheets laid into one another, folded and stitched."""

    binding: Binding
    trim: Trim
    folds: bool

    def layout(self, pages: int, *, back: bool, lead: int) -> Layout:
        """For so many pages."""
        binding = replace(self.binding, back=back, lead=lead)
        return Layout(saddle_stitched(pages, binding), self.trim, self.folds)


@frozen
class PocketFolding:
    """Sheets of eight panels with a cut; a panel's width and height in millimetres."""

    cell: tuple[float, float]

    def layout(self, pages: int, *, back: bool, lead: int) -> Layout:
        """For so many pages."""
        return Layout(pocket_folded(pages, self.cell), UNTRIMMED)
