# SPDX-License-Identifier: MIT
"""Colours as ``#rrggbb``, and whether text in one can be read on another (WCAG 2.1)."""

from __future__ import annotations

from forumdesk.domain.patterns import Pattern

TEXT_CONTRAST = 4.5
"""Least contrast of text with what is behind it (success criterion 1.4.3)."""
PAPER = "#ffffff"
_COLOR = Pattern(r"#[0-9A-Fa-f]{6}")
_ON_DARK = 8.0  # least contrast to black of text on a dark screen, which is not quite black


def is_color(value: object) -> bool:
    """Whether a value is a colour as ``#rrggbb``."""
    return isinstance(value, str) and bool(_COLOR.fullmatch(value))


def rgb(color: str) -> tuple[float, float, float]:
    """A colour ``#rrggbb`` as three parts from 0 to 1."""
    red, green, blue = (int(color[n : n + 2], 16) / 255 for n in (1, 3, 5))
    return red, green, blue


def luminance(color: str) -> float:
    """The relative luminance of a colour: 0 of black, 1 of white."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb(color)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(color: str, other: str) -> float:
    """The contrast of two colours, 1 to 21."""
    dark, light = sorted((luminance(color), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def contrast_on_paper(color: str) -> float:
    """Contrast of a colour on white paper, 1 to 21."""
    return contrast(color, PAPER)


def legible(color: str) -> str:
    """A colour darkened as far as it must be to be read as text on paper."""
    while contrast_on_paper(color) < TEXT_CONTRAST:
        color = "#" + "".join(f"{int(part * 255 * 0.95):02x}" for part in rgb(color))
    return color


def lighter(color: str) -> str:
    """A colour lightened as far as it must be to be read as text on a dark screen."""
    while 21 / contrast_on_paper(color) < _ON_DARK:
        color = _towards_white(color)
    return color


def mended(color: str, behind: str, least: float = TEXT_CONTRAST) -> str:
    """A colour as far darker or lighter as it must be to be read on what is behind it.

    On a field in between, where no shade of it may be read, it becomes black or white.
    """
    best = max(("#000000", PAPER), key=lambda end: contrast(end, behind))
    for _ in range(256):
        if contrast(color, behind) >= least or color == best:
            break
        color = _towards_white(color) if best == PAPER else _towards_black(color)
    return color


def _towards_black(color: str) -> str:
    parts = (int(color[n : n + 2], 16) for n in (1, 3, 5))
    return "#" + "".join(f"{max(0, int(part * 0.97) - (part < 34)):02x}" for part in parts)


def _towards_white(color: str) -> str:
    parts = (int(color[n : n + 2], 16) for n in (1, 3, 5))
    return "#" + "".join(f"{min(255, round(p + (255 - p) * 0.06 + 1)):02x}" for p in parts)
