# SPDX-License-Identifier: MIT
"""Drawing marks on the pages of a tagged PDF.

Page content is written straight as PDF operators (ISO 32000-1, 8 and 9) onto a bare canvas:
first the artifacts (fields, rules, running heads), then what is read, in reading order, each
run of marks of one element inside its marked content.
"""

from __future__ import annotations

import zlib
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from forumdesk.handouts.embedding import FontShelf, Subset
from forumdesk.handouts.flow.boxes import (
    BoxMark,
    Mark,
    NumberMark,
    PictureMark,
    RuleMark,
    SymbolMark,
    TextMark,
)
from forumdesk.handouts.imposition.trim import UNTRIMMED, Trim, crop_marks
from forumdesk.handouts.navigation import Box, Navigation
from forumdesk.handouts.pdffile import Raws, file_of, reference, sound
from forumdesk.handouts.symbols import symbol_path
from forumdesk.handouts.tagging import Node, Page, StructureTree
from forumdesk.handouts.text.breaks import NO_BREAK
from forumdesk.handouts.text.linebreaking import Span
from forumdesk.handouts.theme import Style, rgb

Listed = tuple[str, str, int]
Written = tuple[str, str]
"""The pen a text is written with, its colour and font, and where and what is written."""
_EFFORT = 4  # of packing a page: more takes twice the time, for a twentieth of the room
_LATER = "%)("  # where artifacts come later; in a string parentheses have a backslash before them
_CIRCLE = 0.5523  # of the radius: control points of a quarter circle as a Bézier curve


class _BareCanvas(Canvas):  # type: ignore[misc]
    """A canvas whose pages begin with no font: none is used that is not embedded."""

    def _make_preamble(self) -> None:
        self._preamble = ""


@dataclass(eq=False, slots=True)
class _Sheet:
    """What is to be drawn on the page at hand."""

    fields: list[str] = field(default_factory=list)
    artifacts: list[str] = field(default_factory=list)
    read: dict[Node, list[Written]] = field(default_factory=dict)
    pictures: list[PictureMark] = field(default_factory=list)
    links: list[tuple[Node, str, tuple[float, float, float, float]]] = field(default_factory=list)
    echo: float = 0.0


class Painter:
    """A PDF in the making: pages one after the other, then ``finish``.

    ``trim`` is what surrounds each page for a print shop: what runs to an edge runs over it.
    """

    def __init__(
        self, root: Node, numbers: Mapping[tuple[str, int], int], trim: Trim = UNTRIMMED
    ) -> None:
        rl_config.useA85 = 0  # binary streams: smaller, and quicker to write
        self._canvas = _BareCanvas(BytesIO(), pageCompression=1, invariant=1)
        self._raws = Raws(self._canvas._doc)
        self._navigation = Navigation(self._canvas._doc, self._raws)
        self._root = root
        self._numbers = numbers
        self._fonts = FontShelf()
        self._inks: dict[str, str] = {}
        self._pens: dict[Style, tuple[str, Subset]] = {}
        self._tree = StructureTree(self._canvas._doc, self._raws)
        self._pages: list[str] = []
        self._left: deque[tuple[pdfdoc.PDFPage, bytes]] = deque()
        self._sheet = _Sheet()
        self.trim = trim
        self._size = (0.0, 0.0)
        self.missing: dict[str, str] = {}  # character no font has -> a text it is in
        self.modules: list[float] = []  # points to a module of each QR code, 0: too long for one
        self._ornaments: dict[str, str] = {}  # picture -> its name in the file, if it can be read
        self.one_sided = False  # backs stay blank: a printer is told so
        self.firsts: tuple[int, ...] = ()  # pages from which on they are counted from 1 again
        self.density: dict[str, float] = {}  # picture -> least dots per inch it is drawn at

    # -- a page -----------------------------------------------------------------------------

    def begin(self, width: float, height: float) -> None:
        """Start a page of this size when it is trimmed (points)."""
        slug = self.trim.slug
        self._size = (width, height)
        self._canvas.setPageSize((width + 2 * slug, height + 2 * slug))
        self._sheet = _Sheet()

    def field(self, x: float, y: float, size: tuple[float, float], color: str) -> None:
        """A filled rectangle behind everything; it bleeds over the edges that it reaches."""
        x, y, width, height = self.trim.bled((x, y, *size), self._size)
        self._sheet.fields.append(
            f"{self.ink(color)} {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f"
        )

    def drawing(self, operators: str) -> None:
        """Path operators behind the text: ornaments."""
        self._sheet.fields.append(operators)

    def marks(self, marks: Iterable[Mark], y: float) -> None:
        """Marks whose base line is at ``y`` over the foot of the paper."""
        for mark in marks:
            match mark:
                case TextMark():
                    self._text(mark, mark.x, y + mark.y)
                case RuleMark():
                    self._rule(mark, y)
                case BoxMark():
                    self._box(mark, y)
                case NumberMark():
                    self._number(mark, y)
                case SymbolMark():
                    self._symbol(mark, y)
                case PictureMark():
                    self._sheet.pictures.append(mark)
                    mark.y += y

    def echo(self, by: float) -> None:
        """Draw everything on this page once more, higher by ``by``, for the eye alone."""
        self._sheet.echo = by

    def bookmark(self, anchor: str, top: float) -> None:
        """Make the place at this height of the page the target of an anchor."""
        self._navigation.place(anchor, len(self._pages), top + self.trim.slug)

    def end(self) -> None:
        """Write the page."""
        made = self._shown()
        # Text is in bytes already. Packed at once: thousands of pages wait for the last one.
        made.Contents, made.stream = _packed(made.stream.encode("latin-1")), None

    def leave(self) -> None:
        """Write the page but for artifacts that are drawn when all pages are known."""
        self._sheet.artifacts.append(_LATER)
        made = self._shown()
        self._left.append((made, zlib.compress(made.stream.encode("latin-1"), 1)))
        made.stream = None

    def go_back(self) -> None:
        """Draw the artifacts of the first page that was left, up to ``end_left``."""
        self._sheet = _Sheet()

    def end_left(self) -> None:
        """Write that page as a whole."""
        made, content = self._left.popleft()
        before, _, after = zlib.decompress(content).partition(_LATER.encode())
        drawn = "\n".join(self._sheet.artifacts).encode("latin-1")
        made.Contents = _packed(before + drawn + after)

    def close(self, element: Node, parent: Node) -> None:
        """Write an element of the structure of which everything has been drawn."""
        pages = self._tree.pages
        pages += [Page(reference(self._canvas._doc, name)) for name in self._pages[len(pages) :]]
        self._tree.close(element, parent)

    def _shown(self) -> pdfdoc.PDFPage:
        """The page with what is drawn on it as its stream."""
        sheet, canvas = self._sheet, self._canvas
        page = len(self._pages)
        code = canvas._code
        slug = self.trim.slug
        if slug:
            code.append(f"q 1 0 0 1 {slug:.3f} {slug:.3f} cm")
        if sheet.fields or sheet.artifacts:
            code += ["/Artifact BMC", *sheet.fields, *sheet.artifacts, "EMC"]
        pen = ""
        for number, (node, texts) in enumerate(sheet.read.items()):
            node.put((page, number))
            code.append(f"/{node.tag} <</MCID {number}>> BDC BT")
            pen = write(texts, code, pen)
            code.append("ET EMC")
        if sheet.echo:
            code += [f"/Artifact BMC q 1 0 0 1 0 {sheet.echo:.2f} cm", *sheet.fields]
            code += [*sheet.artifacts, "BT"]
            write([text for texts in sheet.read.values() for text in texts], code)
            code.append("ET Q EMC")
        self._draw_pictures(page, len(sheet.read))
        if self.trim.crop:
            code.append(f"/Artifact BMC {crop_marks(*self._size, self.trim)} EMC")
        if slug:
            code.append("Q")
        self._pages.append(canvas._doc.thisPageName())
        self._draw_links()
        canvas.showPage()
        made = canvas._doc.Pages.pages[-1]
        made.__NoDefault__ = [*made.__NoDefault__, "StructParents", "Tabs"]
        made.StructParents, made.Tabs = page, pdfdoc.PDFName("S")
        if slug:
            for name, box in self.trim.boxes(*self._size).items():
                setattr(made, name, pdfdoc.PDFArrayCompact([f"{side:.3f}" for side in box]))
        return made

    # -- the document -----------------------------------------------------------------------

    def finish(
        self, sheet: tuple[str, str], languages: Sequence[str], outline: Iterable[Listed]
    ) -> bytes:
        """The bytes of the file. Nothing in it names a user or a machine.

        ``sheet`` is its title and subject; ``outline`` has anchor, title and level (1 is the
        top) of each entry, in order.
        """
        canvas = self._canvas
        info = canvas._doc.info
        info.title, info.subject, info.author = *map(sound, sheet), ""
        info.creator, info.keywords = "ForumDesk", ", ".join(languages)
        canvas.setViewerPreference("DisplayDocTitle", "true")
        if self.one_sided:
            canvas.setViewerPreference("Duplex", "Simplex")
        for page in self.firsts:
            canvas.addPageLabel(page, "ARABIC", start=1)
        self._fonts.put_into(canvas._doc)
        pages = self._tree.pages = self._bound()
        self._tree.put(self._root, languages[0] if languages else "en")
        self._navigation.finish([page.page for page in pages], outline)
        return file_of(canvas._doc, self._raws)

    def _bound(self) -> list[Page]:
        """Where the content of each page is that was drawn: there."""
        return [Page(reference(self._canvas._doc, name)) for name in self._pages]

    def layout(self, name: str) -> None:
        """How a reader shows the pages: ``SinglePage``, ``TwoPageRight``."""
        self._canvas._doc._catalog.setPageLayout(name)

    # -- marks ------------------------------------------------------------------------------

    def _text(self, mark: TextMark, x: float, y: float) -> None:
        span = mark.span
        written = self._written(mark.text, span, x, y)
        if mark.node is None:
            self._sheet.artifacts.append(f"BT {' '.join(written)} ET")
            return
        self._sheet.read.setdefault(mark.node, []).append(written)
        if span.link:
            style = span.style
            low, high = y - style.leading + style.rise, y + style.rise
            self._sheet.links.append((mark.node, span.link, (x, low, x + mark.width, high)))

    def _written(self, text: str, span: Span, x: float, y: float) -> Written:
        style = span.style
        taken = self._pens.get(style)
        if taken and (said := taken[1].strings.get(text)):
            return taken[0], f"1 0 0 1 {x:.2f} {y:.2f} Tm {said} Tj"
        text = text.replace(NO_BREAK, " ")
        face = style.face
        if face.covers(text):
            pen, font = taken or self._pen(style)
            return pen, f"1 0 0 1 {x:.2f} {y:.2f} Tm {font.kept(text)} Tj"
        ink = self.ink(style.color)
        for character in sorted(face.missing(text)):
            self.missing.setdefault(character, text)
        parts = [f"{ink} 1 0 0 1 {x:.2f} {y:.2f} Tm"]
        for of, run in face.runs(text):
            font = self._fonts.subset(of)
            parts.append(f"/{font.name} {style.size:.2f} Tf {font.encoded(run)} Tj")
        return "", " ".join(parts)  # several pens, of which the next text is told nothing

    def _pen(self, style: Style) -> tuple[str, Subset]:
        """What takes up the colour and type of a style, and the font that is."""
        font = self._fonts.subset(style.face)
        pen = f"{self.ink(style.color)} /{font.name} {style.size:.2f} Tf"
        self._pens[style] = pen, font
        return pen, font

    def _number(self, mark: NumberMark, y: float) -> None:
        text = str(self._numbers.get((mark.anchor, mark.side), ""))
        width = mark.span.style.face.width(text) * mark.span.style.size
        self._text(TextMark(0.0, text, mark.span, width, mark.node), mark.x - width, y)

    def _rule(self, mark: RuleMark, y: float) -> None:
        low = y + mark.y - mark.thickness / 2
        self._sheet.artifacts.append(
            f"{self.ink(mark.color)} {mark.x:.2f} {low:.2f} {mark.width:.2f}"
            f" {mark.thickness:.2f} re f"
        )

    def _box(self, mark: BoxMark, y: float) -> None:
        path = rounded(mark.x, y + mark.y, (mark.width, mark.height), mark.radius)
        if mark.outline:
            ink = self.ink(mark.color).replace(" rg", " RG")
            self._sheet.artifacts.append(f"{ink} {mark.outline:.2f} w {path} S")
        else:
            self._sheet.artifacts.append(f"{self.ink(mark.color)} {path} f")

    def _symbol(self, mark: SymbolMark, y: float) -> None:
        ink = self.ink(mark.color).replace(" rg", " RG")
        self._sheet.artifacts.append(
            f"q {ink} {mark.size:.3f} 0 0 {mark.size:.3f} {mark.x:.2f} {y + mark.y:.2f} cm"
            f" 0.085 w 1 j {symbol_path(mark.name)} S Q"
        )

    def _draw_pictures(self, page: int, first: int) -> None:
        canvas = self._canvas
        number = first
        for mark in self._sheet.pictures:
            if mark.node is None:
                self._draw_ornament(mark)
                continue
            mark.node.put((page, number))
            x, y, width, height = _seen(mark)
            box = self._on_paper((x, y, x + width, y + height))
            sides = " ".join(f"{side:.2f}" for side in box)
            mark.node.attributes = f"<< /O /Layout /Placement /Block /BBox [ {sides} ] >>"
            clip = f" q {x:.2f} {y:.2f} {width:.2f} {height:.2f} re W n" if mark.window else ""
            canvas._code.append(f"/Figure <</MCID {number}>> BDC{clip}")
            self._draw_picture(mark)
            canvas._code.append("Q EMC" if mark.window else "EMC")
            number += 1

    def _draw_picture(self, mark: PictureMark) -> None:
        dpi = mark.picture.width / mark.width * 72 if mark.width else 0.0
        self.density[mark.picture.id] = min(dpi, self.density.get(mark.picture.id, dpi))
        try:
            image = ImageReader(BytesIO(mark.picture.data))
            self._canvas.drawImage(image, mark.x, mark.y, mark.width, mark.height, mask="auto")
        except Exception:  # noqa: BLE001 - readers raise whatever damaged bytes lead them to
            self.density[mark.picture.id] = 0.0  # told of, and the sheet is made without it

    def _draw_ornament(self, mark: PictureMark) -> None:
        """A picture that comes again page after page, and is taken apart but once."""
        canvas = self._canvas
        canvas._code.append("/Artifact BMC")
        known = self._ornaments.get(mark.picture.id)
        if known is None:
            before = len(canvas._formsinuse)
            self._draw_picture(mark)
            drawn = canvas._formsinuse[before:]
            self._ornaments[mark.picture.id] = drawn[0] if drawn else ""
        elif known:
            canvas.saveState()
            canvas.transform(mark.width, 0, 0, mark.height, mark.x, mark.y)
            canvas.doForm(known)
            canvas.restoreState()
        canvas._code.append("EMC")

    def _draw_links(self) -> None:
        for node, target, box in self._sheet.links:
            made = self._navigation.link(node, target, self._on_paper(box))
            self._canvas._annotationrefs.append(made)

    def _on_paper(self, box: Box) -> Box:
        """A rectangle of the trimmed page on the paper."""
        left, low, right, top = box
        slug = self.trim.slug
        return left + slug, low + slug, right + slug, top + slug

    def ink(self, color: str) -> str:
        """The operator that fills in a colour (``#rrggbb``)."""
        found = self._inks.get(color)
        if found is None:
            red, green, blue = rgb(color)
            found = self._inks[color] = f"{red:.3g} {green:.3g} {blue:.3g} rg"
        return found


def write(texts: Iterable[Written], code: list[str], pen: str = "") -> str:
    """Write texts, each pen taken up where it is not at hand; the one that is at hand then."""
    for wanted, text in texts:
        if wanted != pen:
            code.append(wanted)
            pen = wanted
        code.append(text)
    return pen


def _packed(content: bytes) -> pdfdoc.PDFStream:
    kind = pdfdoc.PDFDictionary({"Filter": pdfdoc.PDFArray([pdfdoc.PDFName("FlateDecode")])})
    return pdfdoc.PDFStream(kind, zlib.compress(content, _EFFORT))


def _seen(mark: PictureMark) -> tuple[float, float, float, float]:
    """Where the part of a picture is that is seen: left and lower edge, width and height."""
    width, height = mark.window or (mark.width, mark.height)
    return (
        mark.x + (mark.width - width) / 2,
        mark.y + (mark.height - height) / 2,
        width,
        height,
    )


@lru_cache(maxsize=2)  # a field and the line round it
def rounded(x: float, y: float, size: tuple[float, float], radius: float) -> str:
    """The path of a rectangle with round corners."""
    width, height = size
    if not radius:
        return f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re"
    r = min(radius, width / 2, height / 2)
    c = r * (1 - _CIRCLE)
    right, top = x + width, y + height
    return (
        f"{x + r:.2f} {y:.2f} m {right - r:.2f} {y:.2f} l"
        f" {right - c:.2f} {y:.2f} {right:.2f} {y + c:.2f} {right:.2f} {y + r:.2f} c"
        f" {right:.2f} {top - r:.2f} l"
        f" {right:.2f} {top - c:.2f} {right - c:.2f} {top:.2f} {right - r:.2f} {top:.2f} c"
        f" {x + r:.2f} {top:.2f} l"
        f" {x + c:.2f} {top:.2f} {x:.2f} {top - c:.2f} {x:.2f} {top - r:.2f} c"
        f" {x:.2f} {y + r:.2f} l {x:.2f} {y + c:.2f} {x + c:.2f} {y:.2f} {x + r:.2f} {y:.2f} c h"
    )
