# SPDX-License-Identifier: MIT
"""The program of a very large conference against the same text through bare reportlab.

The floor is the least one can do: each paragraph broken at its spaces with cached widths and
drawn on a canvas, no rails, no rules, no tags, no links. Bare platypus is what most would use.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from io import BytesIO
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate

from forumdesk.domain.assets import resources
from forumdesk.handouts.content import ProgramContent
from forumdesk.handouts.contents.program import program_content
from forumdesk.handouts.options import Options, Section
from forumdesk.handouts.render import render
from tests.bench import Measure, in_turn
from tests.bench.conference import SOURCE, conference, content_peak

OPTIONS = Options(sections=(Section.COVER, Section.CONTENTS, Section.AGENDA, Section.ABSTRACTS))
MOST_MEMORY = 150.0  # MiB
FACE, SIZE, LEADING, WIDTH, HEIGHT = "Bench", 9.5, 13.5, 490.0, 740.0

_PEAK = """
import pickle, sys
from pathlib import Path
from forumdesk.handouts.render import render
from tests.bench.bench_paper import OPTIONS
render(pickle.loads(Path(sys.argv[1]).read_bytes()), OPTIONS)
"""


def measures() -> Iterator[Measure]:
    """Seconds by turns in one run; memory in a process of its own."""
    if not SOURCE.is_file():
        return
    content = program_content(conference(), OPTIONS)
    paragraphs = [*said(content)]
    rl_config.useA85 = 0
    font = resources() / "fonts" / "NotoSansKR-Regular.ttf"
    pdfmetrics.registerFont(TTFont(FACE, str(font)))
    set_it = partial(render, content, OPTIONS)
    set_it()
    ours, platypus = in_turn(set_it, partial(by_platypus, paragraphs), times=5)
    yield Measure("program of 1,000 sessions to bare platypus", ours, platypus, must=1.0)
    ours, canvas = in_turn(set_it, partial(by_canvas, paragraphs), times=3)
    yield Measure("program of 1,000 sessions to bare canvas", ours, canvas, wants=1.5)
    peak = content_peak(_PEAK, content)
    yield Measure("program of 1,000 sessions, peak", peak, MOST_MEMORY, "MiB", must=1.0)


def said(content: ProgramContent) -> Iterator[str]:
    """Every paragraph of the program, in order."""
    for day in content.agenda.days if content.agenda else ():
        yield day.date[0][1]
        for entry in day.entries:
            yield " ".join(w[0][1] for w in (entry.start, entry.end, entry.title) if w)
            track = entry.track.name if entry.track else ()
            yield " ".join(w[0][1] for w in (entry.room, track, entry.summary) if w)
            for part in entry.parts:
                yield " ".join(w[0][1] for w in (part.role, part.name, part.organization) if w)
    for abstract in content.abstracts.abstracts if content.abstracts else ():
        yield " ".join(w[0][1] for w in (abstract.when, abstract.title) if w)
        yield " ".join(part.name[0][1] for part in abstract.parts if part.name)
        for _, blocks in abstract.text:
            yield from (block.text for block in blocks)


def by_platypus(paragraphs: list[str]) -> bytes:
    """The paragraphs by reportlab's own layout."""
    file = BytesIO()
    style = ParagraphStyle("bench", fontName=FACE, fontSize=SIZE, leading=LEADING)
    document = SimpleDocTemplate(file, initialFontName=FACE)
    document.build([Paragraph(escape(text), style) for text in paragraphs if text])
    return file.getvalue()


def by_canvas(paragraphs: list[str]) -> bytes:
    """The paragraphs straight onto a canvas, line after line."""
    file = BytesIO()
    canvas = Canvas(file, initialFontName=FACE, pageCompression=1)
    widths: dict[str, float] = {}
    y = 0.0
    for text in paragraphs:
        for line in lines(text, widths):
            if y < LEADING:
                if y:
                    canvas.showPage()
                canvas.setFont(FACE, SIZE)
                y = HEIGHT
            canvas.drawString(50, y, line)
            y -= LEADING
    canvas.save()
    return file.getvalue()


def lines(text: str, widths: dict[str, float]) -> Iterator[str]:
    """The text in lines, greedily."""
    line: list[str] = []
    used = 0.0
    for word in text.split():
        width = widths.get(word)
        if width is None:
            width = widths[word] = pdfmetrics.stringWidth(word + " ", FACE, SIZE)
        if line and used + width > WIDTH:
            yield " ".join(line)
            line, used = [], 0.0
        line.append(word)
        used += width
    if line:
        yield " ".join(line)
