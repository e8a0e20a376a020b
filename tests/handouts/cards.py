# SPDX-License-Identifier: MIT
"""A forum with participants to make cards for, cards made, and what is seen on the sheets."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

import pypdfium2
import pytest
from PIL.Image import Image
from pypdf import PdfReader

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Side
from forumdesk.domain.naming import names_from
from forumdesk.domain.people import Invitation, Participation, Person
from forumdesk.domain.wording import Text
from forumdesk.handouts.cards.content import CardsContent
from forumdesk.handouts.catalogue import handout, options_for, render
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.options import options_from
from forumdesk.handouts.result import Rendered
from tests.handouts.dossiers import FORUM

MM = 72 / 25.4
SIDES = (
    Side("kr", "edition", Text.of(ko="한국 측", en="Korea"), position=0),
    Side("us", "edition", Text.of(ko="미국 측", en="United States"), position=1),
)


def guest(n: int, name: str, **given: Any) -> tuple[Participation, Person]:
    """Somebody who takes part, with a number."""
    person = Person(f"person{n}", names_from(name))
    fields = {"status": Invitation.ACCEPTED, "number": n, "organization": "sia", **given}
    return Participation(f"p{n}", "edition", person.id, **fields), person


def crowd(count: int) -> Dossier:
    """A forum with so many guests who have accepted, and nobody else."""
    pairs = [guest(n, f"Person Number{n:05}") for n in range(1, count + 1)]
    return replace(
        FORUM,
        sides=SIDES,
        participations=tuple(one for one, _ in pairs),
        people=tuple(person for _, person in pairs),
    )


def of(*pairs: tuple[Participation, Person], **changes: Any) -> Dossier:
    """A forum of these guests."""
    return replace(
        crowd(0),
        participations=tuple(one for one, _ in pairs),
        people=tuple(person for _, person in pairs),
        **changes,
    )


@dataclass
class Cards:
    """Cards as they were made."""

    content: CardsContent
    rendered: Rendered

    @property
    def document(self) -> pypdfium2.PdfDocument:
        return pypdfium2.PdfDocument(self.rendered.data)

    def tags(self) -> list[str]:
        """The tags of what is read aloud, in order."""
        catalog: Any = PdfReader(BytesIO(self.rendered.data)).trailer["/Root"]
        return [str(node["/S"])[1:] for node in _nodes(catalog["/StructTreeRoot"]["/K"])]

    def figures(self) -> list[str]:
        """What is said of each picture."""
        catalog: Any = PdfReader(BytesIO(self.rendered.data)).trailer["/Root"]
        nodes = _nodes(catalog["/StructTreeRoot"]["/K"])
        return [str(node["/Alt"]) for node in nodes if node["/S"] == "/Figure"]


def cards(kind: str, dossier: Dossier, **given: object) -> Cards:
    """The cards of a kind for a forum."""
    options = options_from(given, options_for(dossier))
    content = handout(kind).build(dossier, options, Imprint())
    assert isinstance(content, CardsContent)
    return Cards(content, render(kind, content, options))


def _nodes(node: Any) -> Iterator[Any]:
    yield node
    for kid in node["/K"]:
        found = kid.get_object()
        if isinstance(found, Mapping) and "/S" in found:
            yield from _nodes(found)


def embedded(made: Cards) -> list[Any]:
    """The descriptors of the fonts of the first page."""
    page: Any = PdfReader(BytesIO(made.rendered.data)).pages[0]
    fonts = page["/Resources"]["/Font"].values()
    return [f.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"] for f in fonts]


def reading_angles(made: Cards, page: int, words: str) -> list[int]:
    """In which directions words are written on a page, in degrees, each once."""
    document = made.document
    text = document[page].get_textpage()
    search = text.search(words, match_case=True)
    found = set()
    while (hit := search.get_next()) is not None:
        angle = pypdfium2.raw.FPDFText_GetCharAngle(text.raw, hit[0])
        found.add(round(math.degrees(angle)) % 360)
    document.close()
    return sorted(found)


def words_of(made: Cards, page: int) -> str:
    """What is read on a page, in lines."""
    document = made.document
    text = document[page].get_textpage()
    said = text.get_text_range().replace("\r\n", "\n")
    document.close()
    return said


def boxes(made: Cards, page: int, words: str) -> list[tuple[float, float, float, float]]:
    """Where words stand on a page: left, upper, right and lower edge in mm from the upper left."""
    document = made.document
    of_page = document[page]
    height = of_page.get_height()
    text = of_page.get_textpage()
    search = text.search(words, match_case=True)
    found = []
    while (hit := search.get_next()) is not None:
        rects = [text.get_rect(n) for n in _rects(text, *hit)]
        left, low = min(r[0] for r in rects), min(r[1] for r in rects)
        right, top = max(r[2] for r in rects), max(r[3] for r in rects)
        found.append((left / MM, (height - top) / MM, right / MM, (height - low) / MM))
    document.close()
    return found


def _rects(text: pypdfium2.PdfTextPage, index: int, count: int) -> range:
    return range(text.count_rects(index, count))


def picture(made: Cards, page: int, dpi: int = 150) -> Image:
    """A page as it is printed."""
    document = made.document
    image = document[page].render(scale=dpi / 72).to_pil().convert("L")
    document.close()
    return image


def scanned(image: Image) -> list[str]:
    """The QR codes on a picture; tests on it are skipped where the reader is missing."""
    zxingcpp = pytest.importorskip("zxingcpp")
    return [found.text for found in zxingcpp.read_barcodes(image)]
