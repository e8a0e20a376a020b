# SPDX-License-Identifier: MIT
"""Ten thousand badges with QR codes against the least that draws as many.

The floor draws each text once with ``drawString`` at a size given beforehand, and each code, as
zxing-cpp encodes it, as an image mask of one bit to a module: no fitting, no tags, no bands.
"""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path

import zxingcpp
from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from forumdesk.domain.assets import resources
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition, Series
from forumdesk.domain.naming import names_from
from forumdesk.domain.people import Invitation, Organization, Participation, Person
from forumdesk.domain.wording import Text
from forumdesk.handouts.cards.content import Card, CardsContent
from forumdesk.handouts.contents.cards import badges_content
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.options import Options
from forumdesk.handouts.render import render
from forumdesk.handouts.stock import Stock, stock_for
from forumdesk.handouts.theme import POINTS_PER_MM
from tests.bench import Measure, child_peak, in_turn

MANY = 10_000
OPTIONS = Options(languages=("ko", "en"), stock="avery-l4785")
MOST_MEMORY = 200.0  # MiB
FACE = "BenchCards"
SIZES = (7.0, 6.0, 20.0, 12.0, 9.0, 7.0)  # points of each line, from above

_PEAK = """
import pickle, sys
from pathlib import Path
from forumdesk.handouts.render import render
from tests.bench.bench_cards import OPTIONS
render(pickle.loads(Path(sys.argv[1]).read_bytes()), OPTIONS)
"""


def measures() -> Iterator[Measure]:
    """Seconds by turns in one run; memory in a process of its own."""
    rl_config.useA85 = 0
    font = resources() / "fonts" / "NotoSansKR-Regular.ttf"
    pdfmetrics.registerFont(TTFont(FACE, str(font)))
    dossier = crowd()
    content = badges_content(dossier, OPTIONS, Imprint())
    render(replace(content, cards=content.cards[:10]), OPTIONS)
    stock = stock_for("badges", OPTIONS.stock, "A4")
    ours, floor = in_turn(partial(_ours, dossier), partial(by_canvas, content, stock), times=3)
    yield Measure("10,000 badges with QR to bare canvas", ours, floor, must=2.0, wants=1.2)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "content"
        path.write_bytes(pickle.dumps(content))
        peak = child_peak(_PEAK, str(path))
    yield Measure("10,000 badges, peak", peak, MOST_MEMORY, "MiB", must=1.0)


def _ours(dossier: Dossier) -> None:
    """From the data to the file."""
    render(badges_content(dossier, OPTIONS, Imprint()), OPTIONS)


def crowd(count: int = MANY) -> Dossier:
    """An edition with so many participants, named in two scripts, of forty bodies."""
    series = Series("series", Text.of(ko="칩 포럼", en="Chip Forum"))
    edition = Edition("00000000-0000-7000-8000-000000000001", "series", number=2)
    bodies = tuple(
        Organization(f"o{n}", Text.of(ko=f"한국반도체협회 {n}", en=f"Semiconductor Society {n}"))
        for n in range(40)
    )
    people, participations = [], []
    for n in range(count):
        given = chr(0xAC00 + n % 2000) + chr(0xB098 + n % 700)
        people.append(Person(f"p{n}", names_from(f"김{given} (Given-{n} KIM)")))
        participations.append(
            Participation(
                *(f"a{n}", edition.id, f"p{n}", f"o{n % 40}"),
                office=Text.of(ko="책임연구원", en="Principal Researcher"),
                category="speaker",
                status=Invitation.ACCEPTED,
                number=n + 1,
            )
        )
    return Dossier(
        series,
        edition,
        participations=tuple(participations),
        people=tuple(people),
        organizations=bodies,
    )


def by_canvas(content: CardsContent, stock: Stock) -> bytes:
    """The same texts and codes straight onto a canvas."""
    file = BytesIO()
    canvas = Canvas(file, initialFontName=FACE, pageCompression=1)
    height = stock.sheet[1] * POINTS_PER_MM
    for n, card in enumerate(content.cards):
        assert isinstance(card, Card)
        if n and n % stock.places == 0:
            canvas.showPage()
        left, top = (side * POINTS_PER_MM for side in stock.corner(n % stock.places))
        x, y = left + stock.inset * POINTS_PER_MM, height - top - 10
        lines = [content.sheet.title[0][1], *(text for _, text in card.name)]
        lines += [card.organization[0][1], card.office[0][1], card.band[0][1]]
        for text, size in zip(lines, SIZES, strict=False):
            canvas.setFont(FACE, size)
            y -= size * 1.3
            canvas.drawString(x, y, text)
        _code(canvas, card.code, (x + 150, y))
    canvas.save()
    return file.getvalue()


def _code(canvas: Canvas, digits: str, corner: tuple[float, float]) -> None:
    made = zxingcpp.create_barcode(digits, zxingcpp.BarcodeFormat.QRCode)
    matrix = memoryview(zxingcpp.write_barcode_to_image(made, scale=1))
    side = matrix.shape[0]
    width = -(-side // 8) * 8
    rows = (
        int("".join("0" if dot else "1" for dot in row).ljust(width, "0"), 2)
        for row in matrix.tolist()
    )
    bits = b"".join(row.to_bytes(width // 8, "big") for row in rows)
    canvas._code.append(
        f"q 28 0 0 28 {corner[0]:.2f} {corner[1]:.2f} cm BI /W {side} /H {side} /IM true"
        f" /BPC 1 /D [1 0] /F /AHx ID {bits.hex()}> EI Q"
    )
