# SPDX-License-Identifier: MIT
"""Finished pages put on the sheets of a plan, as a PDF that reads as it did before.

Each page becomes a form (ISO 32000-1, 8.10) with its own marked content, which the structure tree
then refers to through the form (14.7.4.3): headings, lists and languages stay, links and the
outline lead to the place on the sheet, and nothing is set or embedded anew.

>>> imposed(data, saddle_stitched(page_count(data), Binding((148.5, 210.0))))
"""

from __future__ import annotations

from io import BytesIO

from pypdf import PageObject, PdfReader, Transformation
from pypdf.generic import DictionaryObject, IndirectObject

from forumdesk.handouts.imposition.objects import Objects, array, name, number
from forumdesk.handouts.imposition.plan import Crease, Place, Plan, Side
from forumdesk.handouts.imposition.repointing import Leaf, Repointing
from forumdesk.handouts.imposition.trim import UNTRIMMED, Trim, crop_marks, drawn, fold_ticks
from forumdesk.handouts.theme import POINTS_PER_MM

_DASHES = "[3 3] 0 d"
_HAIR = 0.01  # points
_NO_MORE = ("/PageLabels", "/PageLayout", "/OpenAction")  # they are about the pages as they were


def page_count(data: bytes) -> int:
    """How many pages a PDF has."""
    return len(PdfReader(BytesIO(data)).pages)


def imposed(data: bytes, plan: Plan, trim: Trim = UNTRIMMED, *, folds: bool = True) -> bytes:
    """The pages of a PDF on the sheets of a plan, each made to fit its cell.

    ``trim`` says how far pages bleed over the edges of the sheet, as far as they do themselves;
    ``folds``: marks show where to fold, and where to cut between pages.
    """
    return _Press(data, plan, trim).printed(folds=folds)


class _Press:
    """A file being imposed: its pages give way to the sides of sheets."""

    def __init__(self, data: bytes, plan: Plan, trim: Trim) -> None:
        self._reader = PdfReader(BytesIO(data))
        self._objects = Objects(self._reader)
        self._plan, self._trim = plan, trim
        self._cell = (plan.cell[0] * POINTS_PER_MM, plan.cell[1] * POINTS_PER_MM)
        self._size = (self._cell[0] * plan.columns, self._cell[1] * plan.rows)

    def printed(self, *, folds: bool) -> bytes:
        """The file of the sheets."""
        pages = list(self._reader.pages)
        root = self._reader.root_object
        tree = DictionaryObject({name("Type"): name("Pages")})
        held = self._objects.add(tree)
        marks = self._marks(folds=folds)
        leaves: dict[int, Leaf] = {}
        kids = [self._side(side, (pages, leaves), held, marks) for side in self._plan.sides]
        tree[name("Kids")], tree[name("Count")] = array(kids), number(len(kids))
        root[name("Pages")] = held
        for key in _NO_MORE:
            root.pop(key, None)
        self._repoint(root, pages, leaves)
        return self._objects.written()

    def _repoint(
        self, root: DictionaryObject, pages: list[PageObject], leaves: dict[int, Leaf]
    ) -> None:
        repointing = Repointing(leaves)
        repointing.structure(root)
        repointing.outline(root)
        for page in pages:
            own = page.indirect_reference
            if own is None or own.idnum not in leaves:
                continue
            for link in page.get("/Annots", ()):
                repointing.link(link.get_object(), leaves[own.idnum])

    def _side(
        self,
        side: Side,
        of: tuple[list[PageObject], dict[int, Leaf]],
        tree: IndirectObject,
        marks: str,
    ) -> IndirectObject:
        """The page of a side; what went on it is added to the leaves."""
        pages, leaves = of
        made = DictionaryObject()
        sheet = self._objects.add(made)
        forms = DictionaryObject()
        code: list[str] = []
        links: list[IndirectObject] = []
        for n, place in enumerate(side.places, 1):
            page = pages[place.page]
            matrix = self._matrix(page, place)
            form = self._objects.form(page)
            own = page.indirect_reference
            if own is not None:
                leaves[own.idnum] = Leaf(sheet, form, matrix)
            forms[name(f"P{n}")] = form
            code.append(f"q {self._window(place)} re W n {_written(matrix)} cm /P{n} Do Q")
            links += page.get("/Annots", ())
        if marks:
            code.append(f"/Artifact BMC {marks} EMC")
        slug = self._trim.slug
        if slug:
            code = [f"q 1 0 0 1 {slug:.3f} {slug:.3f} cm", *code, "Q"]
        self._fill(made, tree, forms, "\n".join(code))
        if links:
            made[name("Annots")] = array(links)
        return sheet

    def _fill(
        self, made: DictionaryObject, tree: IndirectObject, forms: DictionaryObject, code: str
    ) -> None:
        slug, (width, height) = self._trim.slug, self._size
        made[name("Type")], made[name("Parent")] = name("Page"), tree
        made[name("MediaBox")] = array([0, 0, width + 2 * slug, height + 2 * slug])
        for box, sides in self._trim.boxes(width, height).items():
            made[name(box)] = array(sides)
        made[name("Resources")] = DictionaryObject({name("XObject"): forms})
        made[name("Contents")] = self._objects.stream(code.encode("ascii"))
        made[name("Tabs")] = name("S")

    def _matrix(self, page: PageObject, place: Place) -> Transformation:
        """How a page's points move onto the trimmed sheet: fitted, centred and turned."""
        left, low, right, top = (float(side) for side in page.trimbox)
        wide, tall = right - left, top - low
        width, height = self._cell
        lying = (wide > tall) is not (width > height) and wide != tall
        if lying:
            wide, tall = tall, wide
        scale = min(width / wide, height / tall)
        scale = 1.0 if abs(scale - 1) < _HAIR else scale
        x = place.column * width + width / 2 + place.shift * POINTS_PER_MM
        y = (self._plan.rows - 1 - place.row) * height + height / 2
        return (
            Transformation()
            .translate(-(left + right) / 2, -(low + top) / 2)
            .rotate(90 * lying + 180 * place.turned)
            .scale(scale)
            .translate(x, y)
        )

    def _window(self, place: Place) -> str:
        """The part of the sheet a page may show on: its cell, and its bleed at the edges."""
        (width, height), (wide, tall), bleed = self._cell, self._size, self._trim.bleed
        left, low = place.column * width, (self._plan.rows - 1 - place.row) * height
        right, top = left + width, low + height
        left, low = left - bleed * (place.column == 0), low - bleed * (low < _HAIR)
        right, top = right + bleed * (wide - right < _HAIR), top + bleed * (tall - top < _HAIR)
        return f"{left:.3f} {low:.3f} {right - left:.3f} {top - low:.3f}"

    def _marks(self, *, folds: bool) -> str:
        """Operators of all marks of a side."""
        code = [crop_marks(*self._size, self._trim)] if self._trim.crop else []
        if folds:
            lines = {crease: self._line(crease) for crease in self._plan.creases}
            folded = [line for crease, line in lines.items() if not crease.cut]
            cut = [line for crease, line in lines.items() if crease.cut]
            code.append(drawn(fold_ticks(folded, self._size, self._trim), _DASHES))
            code.append(drawn(cut))
        return " ".join(filter(None, code))

    def _line(self, crease: Crease) -> tuple[float, float, float, float]:
        (width, height), rows = self._cell, self._plan.rows
        (x0, y0), (x1, y1) = crease.start, crease.end
        return (x0 * width, (rows - y0) * height, x1 * width, (rows - y1) * height)


def _written(matrix: Transformation) -> str:
    (a, b, _), (c, d, _), (e, f, _) = matrix.matrix
    return " ".join(f"{float(term):.5f}" for term in (a, b, c, d, e, f))
