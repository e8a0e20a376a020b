# SPDX-License-Identifier: MIT
"""Links and the outline of a PDF (ISO 32000-1, 12.3 and 12.5.6.5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from reportlab.pdfbase import pdfdoc

from forumdesk.handouts.pdffile import Raw, Raws, text_string
from forumdesk.handouts.tagging import Node

LINK_KEYS = 1_000_000  # keys of links in the parent tree come after those of any page
Box = tuple[float, float, float, float]


@dataclass(eq=False, slots=True)
class _Item:
    """An entry of the outline with those under it."""

    title: str
    anchor: str
    level: int
    raw: Raw
    reference: str
    items: list[_Item] = field(default_factory=list)


class Navigation:
    """Places of anchors, links to them and to addresses, and the outline of a document."""

    def __init__(self, document: pdfdoc.PDFDocument, raws: Raws) -> None:
        self._document = document
        self._raws = raws
        self._places: dict[str, tuple[int, float]] = {}  # anchor -> page from 0, height
        self._links: list[tuple[Raw, str, Box, int]] = []

    def place(self, anchor: str, page: int, top: float) -> None:
        """An anchor is on this page, this far over its foot; the first place counts."""
        self._places.setdefault(anchor, (page, top))

    def link(self, node: Node, target: str, box: Box) -> str:
        """A link to an address or ``#anchor``; returns its reference for the page."""
        raw, made = self._raws.add()
        key = LINK_KEYS + len(self._links)
        self._links.append((raw, target, box, key))
        node.links = (*node.links, (key, made))
        return made

    def finish(self, refs: list[str], outline: Iterable[tuple[str, str, int]]) -> None:
        """Say where links lead, now that all pages are known, and write the outline.

        ``refs`` are the references to where the pages are that were drawn.
        """
        for raw, target, box, key in self._links:
            sides = " ".join(f"{side:.2f}" for side in box)
            if target.startswith("#"):
                leads = f"/Dest {self._target(target[1:], refs)}"
            else:
                address = _literal(target)
                leads = f"/A << /S /URI /URI {address} >> /Contents {text_string(target)}"
            raw.content = (
                f"<< /Type /Annot /Subtype /Link /Rect [ {sides} ] /Border [ 0 0 0 ] /F 4"
                f" /StructParent {key} {leads} >>"
            )
        self._outline(refs, [entry for entry in outline if entry[0] in self._places])

    def _target(self, anchor: str, pages: list[str]) -> str:
        page, top = self._places.get(anchor, (0, 0.0))
        return f"[ {pages[page]} /XYZ null {top:.0f} null ]"

    def _outline(self, pages: list[str], entries: list[tuple[str, str, int]]) -> None:
        self._document.Catalog.Outlines = None
        if not entries:
            return
        root = _Item("", "", 0, *self._raws.add())
        path = [root]
        for anchor, title, level in entries:
            while path[-1].level >= level:
                path.pop()
            item = _Item(title, anchor, level, *self._raws.add())
            path[-1].items.append(item)
            path.append(item)
        self._write(root, pages)
        root.raw.content = f"<< /Type /Outlines {_ends(root)} /Count {_shown(root)} >>"
        catalog = self._document.Catalog
        catalog.Outlines = root.reference
        catalog.setPageMode("UseOutlines")

    def _write(self, parent: _Item, pages: list[str]) -> None:
        siblings = parent.items
        for n, item in enumerate(siblings):
            parts = [f"<< /Title {text_string(item.title)} /Parent {parent.reference}"]
            parts.append(f"/Dest {self._target(item.anchor, pages)}")
            if n:
                parts.append(f"/Prev {siblings[n - 1].reference}")
            if n + 1 < len(siblings):
                parts.append(f"/Next {siblings[n + 1].reference}")
            if item.items:  # days are open, sessions under them closed
                count = len(item.items) if item.level == 1 else -len(item.items)
                parts.append(f"{_ends(item)} /Count {count}")
            item.raw.content = " ".join((*parts, ">>"))
            self._write(item, pages)


def _ends(item: _Item) -> str:
    return f"/First {item.items[0].reference} /Last {item.items[-1].reference}"


def _shown(root: _Item) -> int:
    return len(root.items) + sum(len(item.items) for item in root.items)


def _literal(address: str) -> str:
    """An address as a PDF string: ASCII, what is not escaped as in a web address (RFC 3986)."""
    ascii_only = "".join(
        c if " " < c < "\x7f" else "".join(f"%{byte:02X}" for byte in c.encode()) for c in address
    )
    for special in "\\()":
        ascii_only = ascii_only.replace(special, "\\" + special)
    return f"({ascii_only})"
