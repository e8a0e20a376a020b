# SPDX-License-Identifier: MIT
"""A painter whose pages come to lie on the sheets of a plan: drawn as forms, put in their places.

What ``press`` does with finished files is done here while a file is made, and costs nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from reportlab.pdfbase import pdfdoc

from forumdesk.handouts.imposition.layout import Layout, Matrix, moved, moved_box
from forumdesk.handouts.imposition.plan import Place
from forumdesk.handouts.imposition.trim import Trim
from forumdesk.handouts.navigation import Box
from forumdesk.handouts.painting import Painter
from forumdesk.handouts.pdffile import reference
from forumdesk.handouts.tagging import Node, Page


class SheetPainter(Painter):
    """Pages in reading order, as many as the plan has; ``trim`` is what surrounds each of them."""

    def __init__(
        self,
        root: Node,
        numbers: Mapping[tuple[str, int], int],
        trim: Trim,
        layout: Layout,
    ) -> None:
        super().__init__(root, numbers, trim)
        self._layout = layout
        self._drawn = -1  # the page at hand, from 0
        self._places = {place.page: place for side in layout.plan.sides for place in side.places}

    def begin(self, width: float, height: float) -> None:
        """Start the next page, of this size when it is trimmed (points)."""
        super().begin(width, height)
        self._drawn += 1

    def bookmark(self, anchor: str, top: float) -> None:
        """Make the place at this height of the page the target of an anchor."""
        _, y = moved(self._matrix(self._drawn), self.trim.slug, top + self.trim.slug)
        self._navigation.place(anchor, self._drawn, y)

    def _on_paper(self, box: Box) -> Box:
        return moved_box(self._matrix(self._drawn), super()._on_paper(box))

    def _matrix(self, page: int) -> Matrix:
        (width, height), slug = self._size, self.trim.slug
        box = (slug, slug, slug + width, slug + height)
        return self._layout.matrix(self._places[page], box)

    def _bound(self) -> list[Page]:
        """Pages become forms, and sides of sheets pages."""
        document, layout = self._canvas._doc, self._layout
        tree, held = self._raws.add()
        links_on = [list(page.Annots or ()) for page in document.Pages.pages]
        forms = [self._form(name) for name in self._pages]
        found: dict[int, Page] = {}
        kids = []
        for side in layout.plan.sides:
            raw, kid = self._raws.add()
            kids.append(kid)
            found |= {place.page: Page(kid, forms[place.page]) for place in side.places}
            named = [(f"P{n}", place) for n, place in enumerate(side.places, 1)]
            drawn = (layout.drawn(place, self._matrix(place.page), name) for name, place in named)
            links = (link for place in side.places for link in links_on[place.page])
            raw.content = self._side(
                held, self._stream(layout.content(drawn)), named, (forms, [*links])
            )
        tree.content = f"<< /Type /Pages /Kids [ {' '.join(kids)} ] /Count {len(kids)} >>"
        document.Catalog.Pages = held
        return [found[n] for n in range(len(forms))]

    def _side(
        self,
        tree: str,
        content: str,
        named: list[tuple[str, Place]],
        of: tuple[list[str], list[str]],
    ) -> str:
        forms, links = of
        boxes = " ".join(
            f"/{name} [ {' '.join(f'{edge:.3f}' for edge in box)} ]"
            for name, box in self._layout.boxes.items()
        )
        drawn = " ".join(f"/{name} {forms[place.page]}" for name, place in named)
        annotations = f" /Annots [ {' '.join(links)} ]" if links else ""
        return (
            f"<< /Type /Page /Parent {tree} {boxes} /Resources << /XObject << {drawn} >> >>"
            f" /Contents {content} /Tabs /S{annotations} >>"
        )

    def _stream(self, content: bytes) -> str:
        document = self._canvas._doc
        stream = pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress])
        return str(document.Reference(stream).format(document).decode())

    def _form(self, name: str) -> str:
        """A page as a form in its place; the reference to it."""
        document = self._canvas._doc
        page = document.idToObject[name]
        page.Parent = "null"  # else it asks for the tree of pages, which it is no part of
        page.check_format(document)
        form, slug, (width, height) = page.Contents, self.trim.slug, self._size
        entries = {
            "Type": pdfdoc.PDFName("XObject"),
            "Subtype": pdfdoc.PDFName("Form"),
            "BBox": pdfdoc.PDFArrayCompact(
                [0, 0, f"{width + 2 * slug:.3f}", f"{height + 2 * slug:.3f}"]
            ),
            "Resources": page.Resources,
            "StructParents": page.StructParents,
        }
        for key, value in entries.items():
            form.dictionary[key] = value
        document.idToObject[name] = form
        return reference(document, name)
