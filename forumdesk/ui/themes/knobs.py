# SPDX-License-Identifier: MIT
"""What of a theme can be changed in the window, declared once; all else is as its model has it.

**To offer more**: one line here.
"""

from __future__ import annotations

from forumdesk.domain.terms import T_
from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_

Said = tuple[str, str]


@frozen
class Knob:
    """One value of a theme: where it is, what it is called, how it is edited.

    ``kind``: ``ink`` (a colour), ``size`` (a number with its ``unit``), ``margins`` (four of
    them), ``text`` (a line in each language), or ``choice`` among ``values``, each with what it is
    called.
    ``hint`` tells in a tip what the unit doesn't.
    """

    table: str
    name: str
    said: Said
    kind: str = "ink"
    unit: str = ""
    values: tuple[tuple[str, Said], ...] = ()
    hint: str = ""

    @property
    def path(self) -> tuple[str, str]:
        """Where it is in the data."""
        return self.table, self.name


@frozen
class Group:
    """Knobs that belong together, under a heading."""

    said: Said
    knobs: tuple[Knob, ...]


_FACES = (("sans", T_("typeface", "Sans serif")), ("serif", T_("typeface", "Serif")))

COLORS = Group(
    T_("theme", "Colours"),
    (
        Knob("ink", "ink", T_("ink", "Ink of text")),
        Knob("ink", "soft", T_("ink", "Second language")),
        Knob("ink", "accent", T_("ink", "Accent")),
        Knob("ink", "mark", T_("ink", "Marks")),
        Knob("ink", "good", T_("ink", "Kept")),
        Knob("ink", "bad", T_("ink", "Late")),
        Knob("ink", "tint", T_("ink", "Behind breaks")),
        Knob("ink", "hairline", T_("ink", "Hairlines")),
        Knob("ink", "cover", T_("ink", "Title on the cover’s field")),
        Knob("ink", "cover-soft", T_("ink", "Second language on the cover’s field")),
    ),
)
TYPE = Group(
    T_("theme", "Type"),
    (
        Knob("fonts", "text", T_("theme", "Typeface of text"), "choice", values=_FACES),
        Knob("fonts", "heading", T_("theme", "Typeface of headings"), "choice", values=_FACES),
        Knob("fonts", "figures", T_("theme", "Typeface of figures"), "choice", values=_FACES),
        Knob("type", "base", T_("theme", "Size of text"), "size", "pt"),
        Knob("type", "ratio", T_("theme", "Each size larger by"), "size", "×"),
        Knob("type", "leading", T_("theme", "Height of a line"), "size", "×"),
        Knob("type", "large", T_("theme", "Text in large print"), "size", "pt"),
    ),
)
PAGE = Group(
    T_("theme", "Margins"),
    (Knob("page", "margins", T_("theme", "Margins"), "margins", "mm"),),
)
COVER = Group(
    T_("theme", "Cover"),
    (
        Knob(
            *("manner", "cover", T_("theme", "Design"), "choice"),
            values=(
                ("field", T_("cover", "A field of the accent")),
                ("frame", T_("cover", "Centred in a frame")),
                ("line", T_("cover", "Rules on white")),
                ("picture", T_("cover", "Picture, title on white")),
                ("picture-field", T_("cover", "Picture, title on a field")),
            ),
        ),
        Knob(
            *("manner", "logos", T_("theme", "Logos"), "choice"),
            values=(
                ("hosts", T_("logos", "With the names of the hosts")),
                ("top-left", T_("logos", "In a row, top left")),
                ("top-center", T_("logos", "In a row, top centre")),
                ("top-right", T_("logos", "In a row, top right")),
                ("bottom-left", T_("logos", "In a row, bottom left")),
                ("bottom-center", T_("logos", "In a row, bottom centre")),
                ("", T_("logos", "No logos")),
            ),
        ),
        Knob(
            *("space", "logo", T_("theme", "Size of logos"), "size", "×"),
            hint=N_("Times a quarter of a line of text"),
        ),
        Knob(
            *("manner", "heads", T_("theme", "Logos over running heads"), "choice"),
            values=(
                ("", T_("heads", "None")),
                ("first", T_("heads", "On the first page")),
                ("every", T_("heads", "On every page")),
            ),
        ),
        Knob("cover", "credit", T_("theme", "Credit of the picture"), "text"),
    ),
)
DETAILS = Group(
    T_("theme", "Details"),
    (
        Knob(
            *("manner", "badge", T_("theme", "Labels beside titles"), "choice"),
            values=(("filled", T_("label", "Filled")), ("line", T_("label", "Outlined"))),
        ),
        Knob(
            *("manner", "tracks", T_("theme", "Bars of tracks"), "choice"),
            values=(("color", T_("tracks", "In colour")), ("ink", T_("tracks", "In grey"))),
        ),
    ),
)
GROUPS = (COLORS, TYPE, PAGE, COVER, DETAILS)
SIDES = (
    T_("margin", "Top"),
    T_("margin", "Right"),
    T_("margin", "Bottom"),
    T_("margin", "Left"),
)
