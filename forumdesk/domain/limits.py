# SPDX-License-Identifier: MIT
"""How much text there is room for on paper, in columns: a narrow letter takes one, a Hangul
syllable or another wide character two (Unicode, East Asian Width).
"""

from __future__ import annotations

import unicodedata

from forumdesk.domain.values import frozen

# What each place holds at its usual size on A4, measured with the bundled faces: 420 points for
# a title of 11 points, where a column is half an em; tents and badges are 85 mm wide.
_COLUMN = 5.5  # points at 11 points
_TITLE_LINE = int(420 / _COLUMN)


@frozen
class Space:
    """The room for a field of a kind of record: ``columns`` over all its lines."""

    kind: str
    field: str
    columns: int


SPACES = {
    (space.kind, space.field): space
    for space in (
        Space("session", "title", 2 * _TITLE_LINE - 12),  # two lines, less what words leave over
        Space("participation", "office", 90),  # two lines of a name tent
        Space("participation", "badge_name", 40),
        Space("person", "names", 40),  # a name tent's one line
        Space("organization", "name", 90),
        Space("room", "name", 44),  # the head of a column of the grid, two lines
        Space("track", "name", 60),
    )
}


def columns(text: str) -> int:
    """How wide a text is, in columns; marks that stand over a letter take none."""
    if text.isascii():
        return len(text)
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
