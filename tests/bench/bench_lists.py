# SPDX-License-Identifier: MIT
"""Name tents by the thousand and a list of everybody, against the same texts on a bare canvas.

The floors draw each text once with ``drawString`` at a size given beforehand: no fitting, no
breaking of lines, no tags.
"""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from forumdesk.domain.assets import resources
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.listed import Reader
from forumdesk.domain.people import Consent
from forumdesk.handouts.cards.content import Card, CardsContent
from forumdesk.handouts.contents.attendees import attendees_content
from forumdesk.handouts.contents.cards import tents_content
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.lists import AttendeesContent
from forumdesk.handouts.options import Options
from forumdesk.handouts.render import render
from forumdesk.handouts.stock import Stock, stock_for
from forumdesk.handouts.theme import POINTS_PER_MM
from tests.bench import Measure, child_peak, in_turn
from tests.bench.bench_cards import crowd

TENTS, EVERYBODY = 5_000, 100_000
OPTIONS = Options(languages=("ko", "en"), reader=Reader.PUBLIC)
MOST_MEMORY = 600.0  # MiB
FACE, SIZE, LEADING, WIDTH, HEIGHT = "BenchLists", 8.5, 12.0, 500.0, 740.0
SIZES = (48.0, 24.0, 14.0, 12.0, 9.0)  # points of the lines of a tent, from above
COLUMNS = (0.0, 190.0, 350.0)  # points from the left

_PEAK = """
import pickle, sys
from pathlib import Path
from forumdesk.handouts.render import render
from tests.bench.bench_lists import OPTIONS
render(pickle.loads(Path(sys.argv[1]).read_bytes()), OPTIONS)
"""


def measures() -> Iterator[Measure]:
    """Seconds by turns in one run; memory in a process of its own."""
    rl_config.useA85 = 0
    font = resources() / "fonts" / "NotoSansKR-Regular.ttf"
    pdfmetrics.registerFont(TTFont(FACE, str(font)))
    dossier = crowd(TENTS)
    tents = tents_content(dossier, OPTIONS, Imprint())
    render(replace(tents, cards=tents.cards[:10]), OPTIONS)
    stock = stock_for("name-tents", "", "A4")
    ours, floor = in_turn(partial(_tents, dossier), partial(tents_by_canvas, tents, stock), times=3)
    yield Measure("5,000 name tents to bare canvas", ours, floor, must=2.0)
    yield from _list_of_everybody()


def _list_of_everybody() -> Iterator[Measure]:
    dossier = everybody()
    content = attendees_content(dossier, OPTIONS, Imprint())
    ours, floor = in_turn(partial(_list, dossier), partial(rows_by_canvas, content), times=1)
    yield Measure("list of 100,000 to bare canvas", ours, floor, must=4.0)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "content"
        path.write_bytes(pickle.dumps(content))
        del content, dossier
        peak = child_peak(_PEAK, str(path))
    yield Measure("list of 100,000, peak", peak, MOST_MEMORY, "MiB", must=1.0)


def everybody() -> Dossier:
    """So many participants who agreed to stand on the list."""
    dossier = crowd(EVERYBODY)
    agreed = (Consent("list", True),)
    going = tuple(replace(one, consents=agreed) for one in dossier.participations)
    return replace(dossier, participations=going)


def _tents(dossier: Dossier) -> None:
    """From the data to the file."""
    render(tents_content(dossier, OPTIONS, Imprint()), OPTIONS)


def _list(dossier: Dossier) -> None:
    """From the data to the file."""
    render(attendees_content(dossier, OPTIONS, Imprint()), OPTIONS)


def tents_by_canvas(content: CardsContent, stock: Stock) -> bytes:
    """Both faces of each tent, the upper one upside down."""
    file = BytesIO()
    width, height = (side * POINTS_PER_MM for side in stock.sheet)
    canvas = Canvas(file, (width, height), initialFontName=FACE, pageCompression=1)
    for n, card in enumerate(content.cards):
        assert isinstance(card, Card)
        if n and n % stock.places == 0:
            canvas.showPage()
        left, top = (side * POINTS_PER_MM for side in stock.corner(n % stock.places))
        x, middle = left + stock.size[0] * POINTS_PER_MM / 2, height - top
        middle -= stock.size[1] * POINTS_PER_MM / 2
        lines = [*(text for _, text in card.name), card.organization[0][1]]
        lines += [card.organization[1][1], content.sheet.title[0][1]]
        for turned in (False, True):
            canvas.saveState()
            canvas.translate(x, middle)
            if turned:
                canvas.rotate(180)
            y = -40.0
            for text, size in zip(lines, SIZES, strict=True):
                canvas.setFont(FACE, size)
                y -= size * 1.2
                canvas.drawCentredString(0, y, text)
            canvas.restoreState()
    canvas.save()
    return file.getvalue()


def rows_by_canvas(content: AttendeesContent) -> bytes:
    """Name, office and body of each in both languages, a rule over each row."""
    file = BytesIO()
    canvas = Canvas(file, initialFontName=FACE, pageCompression=1)
    y = 0.0
    for group in content.groups:
        for row in group.rows:
            if y < 2 * LEADING:
                if y:
                    canvas.showPage()
                canvas.setFont(FACE, SIZE)
                y = HEIGHT
            for line in range(2):
                for x, text in zip(COLUMNS, (row.name, row.office, row.organization), strict=True):
                    if line < len(text):
                        canvas.drawString(50 + x, y, text[line][1])
                y -= LEADING
            canvas.line(50, y + LEADING - 3, 50 + WIDTH, y + LEADING - 3)
    canvas.save()
    return file.getvalue()
