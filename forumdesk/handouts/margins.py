# SPDX-License-Identifier: MIT
"""Running heads and feet: what stands in the margins of every page, read aloud on none.

They say again what the pages say. A text too long for its place is shortened with an ellipsis,
here and nowhere else on paper.
"""

from __future__ import annotations

from collections.abc import Sequence

from forumdesk.handouts.content import Picture
from forumdesk.handouts.flow.boxes import PictureMark, RuleMark, TextMark
from forumdesk.handouts.flow.plates import weighed
from forumdesk.handouts.fonts import normal
from forumdesk.handouts.painting import Painter
from forumdesk.handouts.text.linebreaking import Span, natural_width
from forumdesk.handouts.theme import Theme

_ELLIPSIS = "…"
_LEFT = {"center": 0.5, "right": 1.0}  # of the room beside logos, so much is left of them


class Margins:
    """Draws the margins of a theme's pages."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def head(self, painter: Painter, left: str, right: str) -> None:
        """Two texts over a hairline."""
        theme, frame = self.theme, self.theme.frame
        y = frame.height - frame.top + theme.space("head")
        room = frame.measure - theme.space("gutter")
        other = natural_width([Span(right, theme.style("head"))]) if right else 0.0
        first = self._text(painter, left, "head", (0.0, y, room - min(other, room / 2)))
        self._text(painter, right, "head", (1.0, y, room - first))
        rule = RuleMark(
            *(frame.left, -theme.space("head-rule"), frame.measure),
            *(theme.line("hairline"), theme.ink("hairline")),
        )
        painter.marks([rule], y)

    def logos(self, painter: Painter, logos: Sequence[Picture]) -> bool:
        """Logos over the head in one row, in order and of one weight; ``False`` without room.

        They are as large as the margin lets them be, and all smaller where they are many.
        """
        theme, frame = self.theme, self.theme.frame
        low = frame.height - frame.top + theme.space("head") + theme.style("head").rise
        low += theme.space("head-logo-gap")
        room = frame.height - theme.space("head-logo-edge") - low
        tall, gap = min(theme.space("head-logo"), room), theme.space("head-logo")
        gap *= theme.share("logo-gap")
        most = (frame.measure * theme.share("logo"), max(tall, 0.0))
        sizes = [weighed(logo, tall * tall * theme.share("logo-area"), most) for logo in logos]
        width = sum(wide for wide, _ in sizes) + gap * (len(sizes) - 1)
        less = min(1.0, frame.measure / width) if width else 1.0
        if tall * less < theme.space("head-logo-least"):
            return False
        share = _LEFT.get(theme.style("cover-host").align, 0.0)
        x = frame.left + (frame.measure - width * less) * share
        for logo, size in zip(logos, sizes, strict=True):
            wide, high = size[0] * less, size[1] * less
            mark = PictureMark(logo, x, 0.0, wide, high, None)
            painter.marks([mark], low + (tall * less - high) / 2)
            x += wide + gap * less
        return True

    def foot(self, painter: Painter, texts: tuple[str, str], folio: str, *, mirrored: bool) -> None:
        """The stamp and the section at hand, and the number of the page at the outer edge."""
        theme, frame = self.theme, self.theme.frame
        y = frame.bottom - theme.space("foot")
        stamp, section = texts
        number = self._text(painter, folio, "folio", (0.0 if mirrored else 1.0, y, frame.measure))
        room = frame.measure - number - theme.space("gutter")
        used = self._text(painter, stamp, "foot", (1.0 if mirrored else 0.0, y, room))
        middle = frame.measure - 2 * (max(used, number) + theme.space("gutter"))
        self._text(painter, section, "foot", (0.5, y, middle))

    def _text(
        self, painter: Painter, text: str, style: str, place: tuple[float, float, float]
    ) -> float:
        """A text at a share of the way across, at a height, no wider than some room.

        Returns its width.
        """
        share, y, room = place
        span = self._fitting(text, style, room)
        width = natural_width([span])
        if span.text:
            x = self.theme.frame.left + (self.theme.frame.measure - width) * share
            painter.marks([TextMark(x, span.text, span, width, None)], y)
        return width

    def _fitting(self, text: str, style: str, room: float) -> Span:
        text = normal(text)
        span = Span(text, self.theme.style(style))
        if natural_width([span]) <= room:
            return span
        low, high = 0, min(len(text), 500)
        while low < high:  # the longest beginning that fits
            middle = (low + high + 1) // 2
            shorter = Span(text[:middle].rstrip() + _ELLIPSIS, span.style)
            low, high = (middle, high) if natural_width([shorter]) <= room else (low, middle - 1)
        return Span(text[:low].rstrip() + _ELLIPSIS if low else "", span.style)
