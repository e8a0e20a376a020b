# SPDX-License-Identifier: MIT
"""Finished pages put on the sheets of a plan, as a PDF that reads as it did before.

Each page becomes a form (ISO 32000-1, 8.10) with its own marked content, which the structure tree
then refers to through the form (14.7.4.3): headings, lists and languages stay, links and the
outline lead to the place on the sheet, and nothing is set or embedded anew.

>>> imposed(data, saddle_stitched(page_count(data), Binding((148.5, 210.0))))
"""

from __future__ import annotations

from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from forumdesk.handouts.imposition.layout import Layout
from forumdesk.handouts.imposition.objects import Objects, array, name, number
from forumdesk.handouts.imposition.plan import Plan, Side
from forumdesk.handouts.imposition.repointing import Leaf, Repointing
from forumdesk.handouts.imposition.trim import UNTRIMMED, Trim

_NO_MORE = ("/PageLabels", "/PageLayout", "/OpenAction")  # they are about the pages as they were


def page_count(data: bytes) -> int:
    """How many pages a PDF has."""
    return len(PdfReader(BytesIO(data)).pages)


def imposed(data: bytes, plan: Plan, trim: Trim = UNTRIMMED, *, folds: bool = True) -> bytes:
    """The pages of a PDF on the sheets of a plan, each made to fit its cell.

    A page that lies in several places is read in the first one. ``trim`` says how far pages bleed
    over the edges of the sheet, as far as they do themselves;
    ``folds``: marks show where to fold, and where to cut between pages.
    """
    return _Press(data, Layout(plan, trim, folds)).printed()


class _Press:
    """A file being imposed: its pages give way to the sides of sheets."""

    def __init__(self, data: bytes, layout: Layout) -> None:
        self._reader = PdfReader(BytesIO(data))
        self._objects = Objects(self._reader)
        self._layout = layout
        self._pages = list(self._reader.pages)
        self._leaves: dict[int, Leaf] = {}  # by the number of the page's object

    def printed(self) -> bytes:
        """The file of the sheets."""
        root = self._reader.root_object
        tree = DictionaryObject({name("Type"): name("Pages")})
        held = self._objects.add(tree)
        kids = [self._side(side, held) for side in self._layout.plan.sides]
        tree[name("Kids")], tree[name("Count")] = array(kids), number(len(kids))
        root[name("Pages")] = held
        for key in _NO_MORE:
            root.pop(key, None)
        repointing = Repointing(self._leaves)
        repointing.structure(root)
        repointing.outline(root)
        for page in self._pages:
            if (leaf := self._leaves.get(_number(page))) is None:
                continue
            for link in page.get("/Annots", ()):
                repointing.link(link.get_object(), leaf)
        return self._objects.written()

    def _side(self, side: Side, tree: IndirectObject) -> IndirectObject:
        """The page of a side."""
        made, forms = DictionaryObject(), DictionaryObject()
        sheet = self._objects.add(made)
        code: list[str] = []
        links: list[IndirectObject] = []
        for n, place in enumerate(side.places, 1):
            page = self._pages[place.page]
            left, low, right, top = (float(edge) for edge in page.trimbox)
            matrix = self._layout.matrix(place, (left, low, right, top))
            code.append(self._layout.drawn(place, matrix, f"P{n}"))
            if _number(page) in self._leaves:
                forms[name(f"P{n}")] = self._objects.twin(page)
                continue
            form = forms[name(f"P{n}")] = self._objects.form(page)
            self._leaves[_number(page)] = Leaf(sheet, form, matrix)
            links += page.get("/Annots", ())
        made[name("Type")], made[name("Parent")] = name("Page"), tree
        for box, edges in self._layout.boxes.items():
            made[name(box)] = array(edges)
        made[name("Resources")] = DictionaryObject({name("XObject"): forms})
        made[name("Contents")] = self._objects.stream(self._layout.content(code))
        made[name("Tabs")] = name("S")
        if links:
            made[name("Annots")] = array(links)
        return sheet


def _number(page: PageObject) -> int:
    own = page.indirect_reference
    return own.idnum if own is not None else 0
