# SPDX-License-Identifier: MIT
"""The grid of a very large conference against its rectangles and texts on a bare canvas.

The floor knows beforehand what comes where: it draws as many rectangles, and each title broken
at its spaces with cached widths, no fitting, no tags, no lists.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from io import BytesIO

from reportlab import rl_config
from reportlab.lib.pagesizes import A3, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from forumdesk.domain.assets import resources
from forumdesk.domain.cuts import within
from forumdesk.handouts.contents.grid import grid_content
from forumdesk.handouts.grid.sheet import SheetPainter
from forumdesk.handouts.options import Options, Paper
from forumdesk.handouts.render import look, render
from forumdesk.handouts.timetables import GridContent
from tests.bench import Measure, in_turn
from tests.bench.conference import SOURCE, conference, content_peak

OPTIONS = Options(paper=Paper.A3)
MOST_MEMORY = 150.0  # MiB
FACE, SIZE, LEADING = "BenchGrid", 7.0, 8.5

_PEAK = """
import pickle, sys
from pathlib import Path
from forumdesk.handouts.render import render
from tests.bench.bench_grid import OPTIONS
render(pickle.loads(Path(sys.argv[1]).read_bytes()), OPTIONS)
"""

Block = tuple[float, float, float, float, list[str]]


def measures() -> Iterator[Measure]:
    """Seconds by turns in one run; memory in a process of its own."""
    if not SOURCE.is_file():
        return
    content = grid_content(conference(), OPTIONS)
    rl_config.useA85 = 0
    font = resources() / "fonts" / "NotoSansKR-Regular.ttf"
    pdfmetrics.registerFont(TTFont(FACE, str(font)))
    sheets = placed(content)
    set_it = partial(render, content, OPTIONS)
    set_it()
    ours, floor = in_turn(set_it, partial(by_canvas, sheets), times=5)
    yield Measure("grid of 1,000 sessions to bare canvas", ours, floor, must=4.0, wants=2.5)
    peak = content_peak(_PEAK, content)
    yield Measure("grid of 1,000 sessions, peak", peak, MOST_MEMORY, "MiB", must=1.0)


def placed(content: GridContent) -> list[list[Block]]:
    """What comes where on each sheet: rectangles with their texts."""
    painter = SheetPainter(content, look(OPTIONS, sheet="grid").theme, content.sheet.languages)
    sheets: list[list[Block]] = []
    for day, plans in painter.plan.days:
        slots = {slot.id: slot for slot in day.slots}
        for plan in plans:
            blocks: list[Block] = []
            for piece in within(day.table, plan.window):
                slot = slots[piece.block.session]
                texts = [(w[0][1] if w else "") for w in (slot.start, slot.title, slot.who)]
                box = painter.box(plan, piece)
                blocks.append((box.left, box.top, box.width, box.height, texts))
            sheets.append(blocks)
    return sheets


def by_canvas(sheets: list[list[Block]]) -> bytes:
    """The same rectangles and texts straight onto a canvas."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=landscape(A3), initialFontName=FACE, pageCompression=1)
    widths: dict[str, float] = {}
    for blocks in sheets:
        canvas.setFont(FACE, SIZE)
        for x, top, width, height, texts in blocks:
            canvas.rect(x, top - height, width, height)
            y = top - LEADING
            for text in texts:
                for line in lines(text, width - 4, widths):
                    canvas.drawString(x + 2, y, line)
                    y -= LEADING
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def lines(text: str, measure: float, widths: dict[str, float]) -> Iterator[str]:
    """The text in lines, greedily."""
    line: list[str] = []
    used = 0.0
    for word in text.split():
        width = widths.get(word)
        if width is None:
            width = widths[word] = pdfmetrics.stringWidth(word + " ", FACE, SIZE)
        if line and used + width > measure:
            yield " ".join(line)
            line, used = [], 0.0
        line.append(word)
        used += width
    if line:
        yield " ".join(line)
