# SPDX-License-Identifier: MIT
"""Tagged PDF: the structure tree that a screen reader follows (ISO 32000-1, 14.7 and 14.8)."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from reportlab.pdfbase import pdfdoc

from forumdesk.domain.values import frozen
from forumdesk.handouts.pdffile import Raws, text_string

Marked: TypeAlias = tuple[int, int]
"""Marked content: page from 0, and the number of the content on that page."""


@dataclass(eq=False, slots=True)
class Node:
    """An element of the structure: its tag, language, words for what is not text, and children.

    ``attributes`` is a PDF attribute dictionary as written in the file, ``links`` are the keys
    of link annotations (key in the parent tree, reference) that belong to the element.
    ``number`` is that of its object, once something refers to it.
    """

    tag: str
    language: str = ""
    alt: str = ""
    attributes: str = ""
    children: list[Node | Marked] | tuple[()] = ()
    links: tuple[tuple[int, str], ...] = ()
    number: int = 0

    def add(self, tag: str, language: str = "", *, alt: str = "") -> Node:
        """A new child, last in reading order."""
        child = Node(tag, language, alt)
        if isinstance(self.children, list):
            self.children.append(child)
        else:
            self.children = [child]
        return child

    def put(self, child: Node | Marked) -> None:
        """Have something come last in reading order. Most have one child, and a short list."""
        if isinstance(self.children, list):
            self.children.append(child)
        else:
            self.children = [child]

    @property
    def empty(self) -> bool:
        """Whether nothing on any page belongs to it."""
        if self.links or self.number:
            return False
        for child in self.children:  # noqa: SIM110 - asked of a million: in half the time
            if not isinstance(child, Node) or not child.empty:
                return False
        return True


@frozen
class Page:
    """Where what is marked is: a page, and the form on it that has the content, if one has."""

    page: str
    form: str = ""


class StructureTree:
    """Writes a tree of nodes into a document; ``pages`` are those that have been drawn.

    What is in a node is gone once it is written: there may be a million of them.
    """

    def __init__(self, document: pdfdoc.PDFDocument, raws: Raws) -> None:
        self._document = document
        self._raws = raws
        self.pages: list[Page] = []
        # By page: the number of each content on it, and the object that owns it.
        self._owners: defaultdict[int, array[int]] = defaultdict(lambda: array("I"))
        self._link_owners: dict[int, str] = {}

    def put(self, top: Node, language: str) -> None:
        """Add the tree under ``top`` and mark the document as tagged."""
        document = self._document
        root, root_reference = self._raws.add()
        body = self._element(top, root_reference)
        parents, parents_reference = self._raws.add()
        parents.content = f"<< /Nums [ {' '.join(self._numbers())} ] >>"
        count = len(self.pages) + len(self._link_owners)
        root.content = (
            f"<< /Type /StructTreeRoot /K {body} /ParentTree {parents_reference}"
            f" /ParentTreeNextKey {count} >>"
        )
        document.Catalog.StructTreeRoot = root_reference
        document.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        document.Catalog.Lang = pdfdoc.PDFString(language)

    def close(self, node: Node, parent: Node) -> None:
        """Write an element before its parent, once everything that belongs to it is drawn."""
        if not node.empty:
            self._element(node, f"{self._numbered(parent)} 0 R")

    def _numbered(self, node: Node) -> int:
        node.number = node.number or self._raws.reserve()
        return node.number

    def _element(self, node: Node, parent: str) -> str:
        if node.number and not node.children:
            return f"{node.number} 0 R"  # it has been closed
        number = self._numbered(node)
        made = f"{number} 0 R"
        kids, page = self._kids(node, made)
        told = f"<< /S /{node.tag} /P {parent} /K [ {' '.join(kids)} ]"
        if page is not None:
            told += f" /Pg {self.pages[page].page}"
        if node.language:
            told += f" /Lang ({node.language})"
        if node.alt:
            told += f" /Alt {text_string(node.alt)}"
        if node.attributes:
            told += f" /A {node.attributes}"
        self._raws.put(number, told + " >>")
        return made

    def _kids(self, node: Node, made: str) -> tuple[list[str], int | None]:
        """What is in an element, and the page it is on: that of the first content in it."""
        kids: list[str] = []
        page: int | None = None
        children, node.children = node.children, ()
        for child in children:
            if isinstance(child, Node):
                if not child.empty:
                    kids.append(self._element(child, made))
                continue
            on, number = child
            self._owners[on].extend((number, node.number))
            if page is None:
                page = on
            at = self.pages[on]
            if on == page and not at.form:
                kids.append(str(number))
            else:
                form = f" /Stm {at.form}" if at.form else ""
                kids.append(f"<< /Type /MCR /Pg {at.page}{form} /MCID {number} >>")
        for key, annotation in node.links:
            self._link_owners[key] = made
            kids.append(f"<< /Type /OBJR /Obj {annotation} >>")
        return kids, 0 if page is None and node.links else page

    def _numbers(self) -> Iterator[str]:
        for page, told in sorted(self._owners.items()):
            owners = dict(zip(told[::2], told[1::2], strict=True))
            yield f"{page} [ {' '.join(f'{owner} 0 R' for _, owner in sorted(owners.items()))} ]"
        for key, made in sorted(self._link_owners.items()):
            yield f"{key} {made}"
