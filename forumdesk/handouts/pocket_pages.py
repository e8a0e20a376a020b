# SPDX-License-Identifier: MIT
"""Pocket agendas set on panels and put on sheets: cover, days, notes, practical things, back."""

from __future__ import annotations

from dataclasses import replace

from forumdesk.handouts.document import Document, Leaf, Look, Printed
from forumdesk.handouts.dress import own
from forumdesk.handouts.fits import Fit
from forumdesk.handouts.flow.boxes import Page
from forumdesk.handouts.flow.pages import paginate
from forumdesk.handouts.imposition.folding import PocketFolding
from forumdesk.handouts.imposition.zine import PANELS
from forumdesk.handouts.margins import Margins
from forumdesk.handouts.painting import Painter
from forumdesk.handouts.pocket import PocketContent, PocketDetail
from forumdesk.handouts.pocket_faces import PocketFaces
from forumdesk.handouts.pocket_story import agenda_part, notes_part, practical_part
from forumdesk.handouts.story import Part
from forumdesk.handouts.tagging import Node
from forumdesk.handouts.theme import POINTS_PER_MM


class PocketDocument(Document):
    """A pocket agenda in the making: its pages are the panels of one sheet, or of several."""

    one_sided = True

    def __init__(self, content: PocketContent, look: Look, fit: Fit) -> None:
        frame = look.theme.frame
        cell = (frame.width / POINTS_PER_MM, frame.height / POINTS_PER_MM)
        super().__init__(content.sheet, replace(look, folding=PocketFolding(cell)))
        self._content = content
        self._faces = PocketFaces(content, self.composer, self.arranger)
        self._cover_of = {0: self.root.add("Sect")}
        self._agenda = self._set(agenda_part(content, frozenset(fit.dropped)))
        self._notes_node = self.root.add("Sect")
        whole = PocketDetail.FURTHER not in fit.dropped
        practical = (content.further if whole else None) or content.practical
        self._practical = self._set(practical_part(practical)) if practical else []
        self._back_node = self.root.add("Sect")
        self._backs = self._faces.back_pages(self._back_node)

    @property
    def sheets(self) -> int:
        """How many sheets it takes: on each a cover, on the last one the back."""
        inner = len(self._agenda) + len(self._practical) + len(self._backs)
        return -(-inner // (PANELS - 1))

    def folded(self) -> Printed:
        """The file of its sheets."""
        panels = self.printed()
        told = tuple(("", text) for text in dict.fromkeys(self._faces.overflowing))
        return replace(panels, overflowing=told)

    def _set(self, part: Part, node: Node | None = None) -> list[Page]:
        return paginate(self.composer.part(part, node or self.root), self.theme.frame)

    def _leaves(self, *, contents: bool) -> list[Leaf]:
        """All panels: those left over stand to write on between the days and the rest."""
        told = [*self._practical, *self._backs]
        free = self.sheets * (PANELS - 1) - len(self._agenda) - len(told)
        notes: list[Page] = []
        for part in notes_part(self._content.notes, free):
            notes += self._set(part, self._notes_node)[:1]
        inner = [*self._agenda, *notes, *told]
        leaves = []
        for first in range(0, len(inner), PANELS - 1):
            leaves.append(Leaf(Page("cover")))
            leaves += (Leaf(page) for page in inner[first : first + PANELS - 1])
        return leaves

    def _draw(self, painter: Painter, leaf: Leaf, place: tuple[int, int]) -> None:
        sheet = (place[0] - 1) // PANELS
        if leaf.page.kind == "cover":
            # The cover of a further sheet says what the first one said, and is not read again.
            node = self._cover_of.get(sheet)
            self._faces.front(painter, node, (sheet + 1, self.sheets))
            return
        self._set_down(painter, leaf)
        if leaf.page.kind == "back":
            self._faces.back(painter, self._back_node, self._stamp())
        else:
            self._heads(painter, leaf)
            self._foot(painter, leaf, place)

    def _heads(self, painter: Painter, leaf: Leaf) -> None:
        """The forum and the day, over each panel."""
        running = own(self.sheet.running, self.arranger.languages[0])
        day = leaf.page.running[0] if leaf.page.running else ""
        Margins(self.theme).head(painter, running, day)

    def _foot(self, painter: Painter, leaf: Leaf, place: tuple[int, int]) -> None:
        mirrored = place[0] % 2 == 0
        Margins(self.theme).foot(painter, ("", ""), str(place[0]), mirrored=mirrored)

    def _stamp(self) -> str:
        stamp = self.sheet.stamp
        name = own(stamp.name, self.arranger.languages[0])
        return " · ".join(filter(None, (name, stamp.time, stamp.digest)))
