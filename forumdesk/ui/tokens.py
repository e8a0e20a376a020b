# SPDX-License-Identifier: MIT
"""The colours and sizes of the window, by what they are for; nothing else names a colour.

Sizes are device-independent pixels on a grid of 8 (4 for details). Contrast is that of WCAG 2.1:
at least 4.5 for text, 3 for large text and for the edges of controls.
"""

from __future__ import annotations

from forumdesk.domain.agenda import CEREMONIES, PAUSES, SessionKind
from forumdesk.domain.values import frozen

GRID = 8
RADIUS = 6
SMALL, BODY, LEAD, TITLE = 12, 13, 16, 20  # the type sizes there are
LARGE = 32  # a name that is read from the other side of a desk
ROW = 28  # height of a control and of a row in a list


@frozen
class Tone:
    """A tint with its own ink: ``fill`` behind, ``edge`` at the side, ``ink`` for text on it."""

    fill: str
    edge: str
    ink: str


@frozen
class Tokens:
    """One set of colours, ``#rrggbb`` each."""

    dark: bool
    window: str  # what everything lies on
    sidebar: str
    surface: str  # fields, lists and pages
    raised: str  # menus and popups
    hover: str
    hairline: str  # between things
    border: str  # around a control
    text: str
    muted: str  # labels and second lines
    accent: str  # fills: the chosen row, the first button
    on_accent: str
    accent_hover: str
    tint: str  # behind what is chosen but not in focus
    link: str  # accent as text
    danger: Tone
    warning: Tone
    good: Tone
    plenary: Tone
    talk: Tone
    ceremony: Tone
    pause: Tone
    closed: Tone


LIGHT = Tokens(
    dark=False,
    window="#fbfaf7",
    sidebar="#f2efe8",
    surface="#ffffff",
    raised="#ffffff",
    hover="#ece8df",
    hairline="#e4e0d6",
    border="#cbc5b8",
    text="#23211d",
    muted="#686459",
    accent="#1f4e5f",
    on_accent="#ffffff",
    accent_hover="#2a6478",
    tint="#e3edf0",
    link="#1f5c72",
    danger=Tone("#fbeae6", "#b3392a", "#a02f21"),
    warning=Tone("#fbf1de", "#a8732a", "#865512"),
    good=Tone("#e3f0e7", "#3b7d57", "#2b6744"),
    plenary=Tone("#edf3f5", "#1f4e5f", "#23424e"),
    talk=Tone("#f0eff8", "#5b5296", "#433c74"),
    ceremony=Tone("#fcf3e2", "#9c6a2b", "#714a18"),
    pause=Tone("#f4f2ec", "#b5ae9f", "#615c50"),
    closed=Tone("#faefee", "#b9736a", "#7e3d35"),
)

DARK = Tokens(
    dark=True,
    window="#1f1e1b",
    sidebar="#191815",
    surface="#272622",
    raised="#2e2c28",
    hover="#34322d",
    hairline="#37352f",
    border="#57534a",
    text="#ece8df",
    muted="#aba598",
    accent="#2f6d82",
    on_accent="#ffffff",
    accent_hover="#387d95",
    tint="#223840",
    link="#8cc4d6",
    danger=Tone("#3d2521", "#d9735f", "#f0a090"),
    warning=Tone("#3a2f1c", "#c9974c", "#e8bd7c"),
    good=Tone("#20342a", "#5fa87e", "#93cfab"),
    plenary=Tone("#22323a", "#6fa9bc", "#bcdbe5"),
    talk=Tone("#2c2a40", "#9189cf", "#cdc8ef"),
    ceremony=Tone("#3a301f", "#c9974c", "#ecd0a0"),
    pause=Tone("#2c2a26", "#7d776a", "#bdb6a8"),
    closed=Tone("#3b2826", "#c98379", "#ecc0b9"),
)

_TALKS = frozenset(
    {
        *(SessionKind.PRESENTATION, SessionKind.PANEL, SessionKind.DISCUSSION),
        SessionKind.SITE_VISIT,
    }
)
_CLOSED = frozenset({SessionKind.BILATERAL, SessionKind.INTERNAL, SessionKind.PRESS_BRIEFING})


def tone_of(kind: SessionKind, tokens: Tokens) -> Tone:
    """The tint of a kind of session; icon and word stand beside it, never the tint alone."""
    if kind in CEREMONIES:
        return tokens.ceremony
    if kind in PAUSES:
        return tokens.pause
    if kind in _CLOSED:
        return tokens.closed
    return tokens.talk if kind in _TALKS else tokens.plenary


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.1, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
