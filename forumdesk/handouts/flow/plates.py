# SPDX-License-Identifier: MIT
"""Pictures in the text, in rows: logos of one size to the eye, a signature over a name."""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt
from typing import TypeAlias

from forumdesk.handouts.content import Picture
from forumdesk.handouts.flow.arrange import Arranger
from forumdesk.handouts.flow.boxes import Line, Mark, PictureMark, Strip, height_of, set_down
from forumdesk.handouts.flow.cells import Cell, Setter, bits_in
from forumdesk.handouts.story import Plate, Plates, Rich
from forumdesk.handouts.tagging import Node

Size: TypeAlias = tuple[float, float]
_Faces = list[tuple[Cell, Plate]]


def weighed(picture: Picture, area: float, most: Size) -> Size:
    """Width and height of a picture of some area, within what is the most of either.

    A wide word mark and a round seal of one height are of very different weight to the eye; of
    one area they are not.
    """
    shape = max(picture.width, 1) / max(picture.height, 1)
    height = min(sqrt(area / shape), most[1], most[0] / shape)
    return height * shape, height


class PlateSetter:
    """Sets rows of pictures, each row a strip that no page break parts."""

    def __init__(self, setter: Setter, arranger: Arranger) -> None:
        self._setter, self._arranger = setter, arranger
        self._theme = setter.theme

    def plates(self, plates: Plates, node: Node, area: Cell) -> Iterator[Strip]:
        """The pictures, row by row; on facing pages each side has all of them."""
        gap = self._theme.space("gutter")
        each = (area.width - gap * (plates.columns - 1)) / plates.columns
        for at in range(0, len(plates.plates), plates.columns):
            row = [
                (Cell(area.x + n * (each + gap), each, ""), plate)
                for n, plate in enumerate(plates.plates[at : at + plates.columns])
            ]
            yield self._row(row, plates, node, first=at == 0)

    def _row(self, row: _Faces, plates: Plates, node: Node, *, first: bool) -> Strip:
        languages = self._arranger.set_languages
        sides = languages if self._arranger.facing else ("",)
        made = [self._side(row, plates, node, side) for side in sides]
        strip = Strip(0.0, max(height for _, height in made), made[0][0], keep=plates.keep)
        strip.before = 0.0 if first else self._theme.space("plates-row")
        if self._arranger.facing:
            strip.opposite = made[1][0]
        return strip

    def _side(
        self, row: _Faces, plates: Plates, node: Node, language: str
    ) -> tuple[list[Mark], float]:
        """The marks of a row for one side, and how tall it is; ``""`` is for all languages."""
        tall = max(
            (self._size(p.picture, plates, cell)[1] for cell, p in row if p.picture), default=0.0
        )
        marks: list[Mark] = []
        height = tall
        for cell, plate in row:
            style = plates.caption if plate.picture else plates.alone
            lines = self._caption(plate, style, cell, (node, language))
            top = 0.0
            if plate.picture:
                marks.append(self._picture(plate.picture, plates, (cell, tall), node))
                top = tall + (self._theme.space("plates-gap") if lines else 0.0)
            marks += set_down(lines, -top)
            height = max(height, top + height_of(lines))
        return marks, height

    def _caption(self, plate: Plate, style: str, cell: Cell, place: tuple[Node, str]) -> list[Line]:
        """What stands under a picture, a language below the other or in that of its page."""
        node, language = place
        shown = (bits_in(plate.caption, language),) if language else self._shown(plate)
        lines: list[Line] = []
        for n, (tag, bits) in enumerate(shown if plate.caption else ()):
            at = Cell(cell.x, cell.width, tag, second=n > 0)
            lines += self._setter.paragraph((tag, bits), style, at, node.add("P", tag))
        return lines

    def _shown(self, plate: Plate) -> Rich:
        own = tuple(p for p in plate.caption if p[0] in self._arranger.set_languages)
        return own or plate.caption[:1]

    def _picture(
        self, picture: Picture, plates: Plates, place: tuple[Cell, float], node: Node
    ) -> PictureMark:
        """A picture midway in the height of its row, at the left edge of its cell."""
        cell, tall = place
        width, height = self._size(picture, plates, cell)
        language, alt = picture.alt[0] if picture.alt else ("", "")
        figure = node.add("Figure", language, alt=alt or "·")
        return PictureMark(picture, cell.x, -(tall + height) / 2, width, height, figure)

    def _size(self, picture: Picture, plates: Plates, cell: Cell) -> Size:
        most = self._theme.space(plates.space)
        area = most * most * self._theme.share("plate-area")
        return weighed(picture, area, (cell.width * self._theme.share("plate-width"), most))
