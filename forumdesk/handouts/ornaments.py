# SPDX-License-Identifier: MIT
"""Ornaments of covers: drawn from the theme, without pictures."""

from __future__ import annotations

from forumdesk.handouts.painting import Painter
from forumdesk.handouts.theme import Theme, rgb

_CIRCLE = 0.5523  # of the radius: control points of a quarter circle as a Bézier curve


def mixed(color: str, other: str, share: float) -> str:
    """A colour with a share (0 to 1) of another in it."""
    pairs = zip(rgb(color), rgb(other), strict=True)
    return "#" + "".join(f"{round(255 * (a + (b - a) * share)):02x}" for a, b in pairs)


def arcs(theme: Theme, painter: Painter, low: float, high: float) -> str:
    """Fine rings round a point at the upper right, within a field from ``low`` to ``high``."""
    width = theme.frame.width
    color = mixed(theme.ink("accent"), theme.ink("paper"), theme.share("ornament"))
    ink = painter.ink(color).replace(" rg", " RG")
    step, count = width * theme.share("ornament-step"), 16
    x, y = width * theme.share("ornament-x"), high - width * (1 - theme.share("ornament-x"))
    rings = " ".join(_ring(x, y, step * (n + 1)) for n in range(count))
    page = (width, theme.frame.height)
    left, under, wide, tall = painter.trim.bled((0.0, low, width, high - low), page)
    rule = theme.line("rule")  # a stroke at the very edge would run over it
    clip = f"{left:.2f} {under + rule:.2f} {wide:.2f} {tall - rule:.2f} re W n"
    return f"q {clip} {ink} {theme.line('ornament'):.2f} w {rings} Q"


def _ring(x: float, y: float, radius: float) -> str:
    c = radius * _CIRCLE
    return (
        f"{x + radius:.2f} {y:.2f} m"
        f" {x + radius:.2f} {y + c:.2f} {x + c:.2f} {y + radius:.2f} {x:.2f} {y + radius:.2f} c"
        f" {x - c:.2f} {y + radius:.2f} {x - radius:.2f} {y + c:.2f} {x - radius:.2f} {y:.2f} c"
        f" {x - radius:.2f} {y - c:.2f} {x - c:.2f} {y - radius:.2f} {x:.2f} {y - radius:.2f} c"
        f" {x + c:.2f} {y - radius:.2f} {x + radius:.2f} {y - c:.2f} {x + radius:.2f} {y:.2f} c S"
    )


def frame_rules(theme: Theme, painter: Painter) -> str:
    """A double frame: a rule and a hairline inside it."""
    frame = theme.frame
    inset = theme.space("frame")
    ink = painter.ink(theme.ink("accent")).replace(" rg", " RG")
    between = theme.space("frame-gap")
    outer = _rectangle(inset, frame.width, frame.height)
    inner = _rectangle(inset + between, frame.width, frame.height)
    return (
        f"q {ink} {theme.line('rule'):.2f} w {outer} S {theme.line('hairline'):.2f} w {inner} S Q"
    )


def _rectangle(inset: float, width: float, height: float) -> str:
    return f"{inset:.2f} {inset:.2f} {width - 2 * inset:.2f} {height - 2 * inset:.2f} re"
