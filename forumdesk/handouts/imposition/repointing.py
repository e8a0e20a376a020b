# SPDX-License-Identifier: MIT
"""What refers to pages, led to where they went: structure, links, outline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NullObject

from forumdesk.domain.values import frozen
from forumdesk.handouts.imposition.layout import Matrix, moved, moved_box
from forumdesk.handouts.imposition.objects import array, name
from forumdesk.handouts.imposition.trim import Box


def within(point: tuple[float, float], box: Box) -> bool:
    """Whether a point is in a rectangle (left, low, right, top)."""
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


@frozen
class Leaf:
    """Where a page went: the side of a sheet, the form it became, how its points move there.

    ``parts`` are where parts of it went that went elsewhere, ``marks`` where what is marked there
    is, by the place on the page where it begins.
    """

    sheet: IndirectObject
    form: IndirectObject
    matrix: Matrix
    parts: tuple[tuple[Box, Leaf], ...] = ()
    marks: Mapping[int, tuple[float, float]] = field(default_factory=dict)

    def holder(self, box: Box) -> Leaf:
        """Where the middle of something on the page went."""
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return next((leaf for part, leaf in self.parts if within((x, y), part)), self)

    def marked(self, number: int) -> Leaf:
        """Where marked content of the page went."""
        at = self.marks.get(number)
        return self.holder((*at, *at)) if at else self

    def box(self, sides: Any) -> ArrayObject:  # noqa: ANN401 - an array of a PDF
        """A rectangle of the page on the sheet."""
        left, low, right, top = (float(side) for side in sides)
        return array(moved_box(self.matrix, (left, low, right, top)))


class Repointing:
    """Changes references to pages in place; ``leaves`` are by the number of the page's object."""

    def __init__(self, leaves: Mapping[int, Leaf]) -> None:
        self._leaves = leaves

    def structure(self, root: DictionaryObject) -> None:
        """Every element, and what it marks, is on a sheet now."""
        waiting: list[Any] = [root["/StructTreeRoot"]] if "/StructTreeRoot" in root else []
        while waiting:
            element = waiting.pop()
            leaf = self._leaf(element)
            if leaf is not None:
                element[name("Pg")] = leaf.sheet
                self._attributes(element, leaf)
            if "/K" in element:
                kids = element["/K"]
                several = kids if isinstance(kids, ArrayObject) else array([element.raw_get("/K")])
                element[name("K")] = array([self._kid(kid, leaf) for kid in several])
                waiting += _elements(several)

    def outline(self, root: DictionaryObject) -> None:
        """Every entry of the outline leads to a sheet."""
        waiting = [root["/Outlines"]] if "/Outlines" in root else []
        while waiting:
            item: Any = waiting.pop()
            self.leading(item)
            waiting += [item[key].get_object() for key in ("/First", "/Next") if key in item]

    def leading(self, thing: DictionaryObject) -> None:
        """What leads to a page, of itself or by an action, leads to a sheet."""
        if isinstance(thing.get("/Dest"), ArrayObject):
            thing[name("Dest")] = self._place(thing["/Dest"])
        action = thing.get("/A")
        action = action.get_object() if action is not None else None
        if isinstance(action, DictionaryObject) and isinstance(action.get("/D"), ArrayObject):
            action[name("D")] = self._place(action["/D"])

    def link(self, annotation: DictionaryObject, leaf: Leaf) -> None:
        """A link is where its words are, and leads where it led."""
        own = leaf.holder(_sides(annotation))
        annotation[name("Rect")] = own.box(annotation["/Rect"])
        if "/P" in annotation:
            annotation[name("P")] = own.sheet
        self.leading(annotation)

    def _leaf(self, thing: DictionaryObject) -> Leaf | None:
        page = thing.raw_get("/Pg") if "/Pg" in thing else None
        return self._leaves.get(page.idnum) if isinstance(page, IndirectObject) else None

    def _kid(self, kid: Any, leaf: Leaf | None) -> Any:  # noqa: ANN401 - any object of a PDF
        """A kid as it is written now: a number of marked content says of which form."""
        if isinstance(kid, int):
            return _marked(kid, leaf.marked(kid)) if leaf is not None else kid
        if isinstance(kid, DictionaryObject) and kid.get("/Type") == "/MCR":
            own = self._leaf(kid) or leaf
            number: Any = kid["/MCID"]
            return _marked(number, own.marked(number)) if own is not None else kid
        if isinstance(kid, DictionaryObject) and (own := self._leaf(kid)) is not None:
            kid[name("Pg")] = own.sheet
        if isinstance(kid, DictionaryObject) and kid.get("/Type") == "/OBJR" and leaf is not None:
            held = leaf.holder(_sides(kid["/Obj"]))
            if held is not leaf:
                kid[name("Pg")] = held.sheet
        return kid

    def _attributes(self, element: DictionaryObject, leaf: Leaf) -> None:
        attributes: Any = element.get("/A")
        if isinstance(attributes, DictionaryObject) and "/BBox" in attributes:
            attributes[name("BBox")] = leaf.box(attributes["/BBox"])

    def _place(self, of: Any) -> ArrayObject:  # noqa: ANN401 - any object of a PDF
        page = of[0]
        leaf = self._leaves.get(page.idnum) if isinstance(page, IndirectObject) else None
        if leaf is None:
            return array(of)
        if len(of) < 4 or of[1] != "/XYZ":
            return array([leaf.sheet, name("Fit")])
        left, top = (0.0 if isinstance(v, NullObject) else float(v) for v in of[2:4])
        own = leaf.holder((left, top, left, top))
        x, y = moved(own.matrix, left, top)
        across = NullObject() if isinstance(of[2], NullObject) else x
        return array([own.sheet, name("XYZ"), across, float(round(y)), NullObject()])


def _sides(annotation: Any) -> Box:  # noqa: ANN401 - an annotation of a PDF
    left, low, right, top = (float(side) for side in annotation["/Rect"])
    return left, low, right, top


def _marked(number: Any, leaf: Leaf) -> DictionaryObject:  # noqa: ANN401 - any number of a PDF
    return DictionaryObject(
        {
            name("Type"): name("MCR"),
            name("Pg"): leaf.sheet,
            name("Stm"): leaf.form,
            name("MCID"): number,
        }
    )


def _elements(kids: ArrayObject) -> Iterator[DictionaryObject]:
    for kid in kids:
        held = kid.get_object() if isinstance(kid, IndirectObject) else kid
        if isinstance(held, DictionaryObject) and "/S" in held:
            yield held
