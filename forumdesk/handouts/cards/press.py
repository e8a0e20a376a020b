# SPDX-License-Identifier: MIT
"""Drawing cards: each face with its own lower left corner for origin, then put in its place."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain

from forumdesk.handouts.cards.codes import Code
from forumdesk.handouts.painting import Painter, write
from forumdesk.handouts.tagging import Node
from forumdesk.handouts.theme import POINTS_PER_MM


class Press(Painter):
    """A PDF of cards in the making."""

    def __init__(self, root: Node) -> None:
        super().__init__(root, {})
        self._figures: list[tuple[Node, str]] = []
        self._marked = 0
        self._repeated: dict[object, tuple[str, ...]] = {}
        self._placed: tuple[str, ...] = ()  # what was put in its place last, for the eye alone

    def begin(self, width: float, height: float) -> None:
        """Start a sheet of this size (points)."""
        super().begin(width, height)
        self._marked = 0

    def code(self, node: Node, of: Code, corner: tuple[float, float], unit: float) -> None:
        """A QR code with modules of ``unit`` points, its lower left corner there."""
        side = of.side * unit
        x, y = corner
        self.modules.append(unit)
        # An image of one bit to a module, within the page: it is as small as its data, and
        # no two of them are alike.
        self._figures.append(
            (
                node,
                f"{side:.3f} 0 0 {side:.3f} {x:.3f} {y:.3f} cm BI /W {of.side} /H {of.side}"
                f" /IM true /BPC 1 /D [1 0] /F /AHx ID {of.rows}> EI",
            )
        )

    def repeat(self, key: object, draw: Callable[[], object]) -> None:
        """What stands on many faces alike and is not read: set once, then written again."""
        artifacts = self._sheet.artifacts
        known = self._repeated.get(key)
        if known is not None:
            artifacts += known
            return
        first = len(artifacts)
        draw()
        self._repeated[key] = tuple(artifacts[first:])

    def again(self) -> bool:
        """Draw what was put in its place last once more, not to be read; whether that was done.

        It is not where there is more on it than letters and lines.
        """
        self._sheet.artifacts += self._placed
        return bool(self._placed)

    def place(self, x: float, y: float, *, turned: bool = False) -> None:
        """Put what was drawn since on the sheet, its origin there; ``turned`` upside down."""
        turn = "-1 0 0 -1" if turned else "1 0 0 1"
        at = f"q {turn} {x:.2f} {y:.2f} cm"
        sheet, code, page = self._sheet, self._canvas._code, len(self._pages)
        plain = not (self._figures or sheet.pictures)
        self._placed = (*sheet.fields, *sheet.artifacts, *self._letters()) if plain else ()
        if sheet.fields or sheet.artifacts:
            code += ["/Artifact BMC", at, *sheet.fields, *sheet.artifacts, "Q EMC"]
        for node, texts in sheet.read.items():
            node.put((page, self._marked))
            code.append(f"/{node.tag} <</MCID {self._marked}>> BDC {at} BT")
            write(texts, code)
            code.append("ET Q EMC")
            self._marked += 1
        for node, drawn in self._figures:
            node.put((page, self._marked))
            code.append(f"/{node.tag} <</MCID {self._marked}>> BDC {at} {drawn} Q EMC")
            self._marked += 1
        if sheet.pictures:
            code.append(at)
            self._draw_pictures(page, self._marked)
            code.append("Q")
            self._marked += len(sheet.pictures)
        sheet.pictures.clear()
        sheet.fields.clear()
        sheet.artifacts.clear()
        sheet.read.clear()
        self._figures.clear()

    def _letters(self) -> list[str]:
        """All that is read, as it is written for the eye alone."""
        code = ["BT"]
        write(chain.from_iterable(self._sheet.read.values()), code)
        return [*code, "ET"]


def points(mm: float) -> float:
    """Millimetres in points."""
    return mm * POINTS_PER_MM
