# SPDX-License-Identifier: MIT
"""Themes: how a sheet looks, as data from ``resources/themes/*.toml``.

Every size follows from one base size and one ratio, every space from one unit (a quarter of a
line of text), every colour from a named ink. A theme may be ``like`` another and say only what
differs. No other module names a size in points, a colour or a font.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from forumdesk.domain.colors import contrast_on_paper, legible, lighter, rgb
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.theme_rules import check_theme
from forumdesk.domain.themes import (
    USUAL,
    bundled,
    is_carried,
    merged,
    read_data,
    resolved,
    theme_names,
    theme_title,
)
from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_
from forumdesk.handouts.fonts import Face, face

__all__ = [
    "PAPERS",
    "POINTS_PER_MM",
    "Frame",
    "Style",
    "Theme",
    "contrast_on_paper",
    "least_scale",
    "legible",
    "lighter",
    "rgb",
    "theme",
    "theme_names",
    "theme_title",
]

POINTS_PER_MM = 72 / 25.4
PAPERS = MappingProxyType(
    {
        "A5": (148.0, 210.0),
        "A4": (210.0, 297.0),
        "A3": (297.0, 420.0),
        "A2": (420.0, 594.0),
        "A1": (594.0, 841.0),
        "Half-letter": (139.7, 215.9),
        "Letter": (215.9, 279.4),
        "Tabloid": (279.4, 431.8),
        "ANSI-C": (431.8, 558.8),
        "ANSI-D": (558.8, 863.6),
    }
)
"""Paper sizes in millimetres, upright (ISO 216, ANSI/ASME Y14.1)."""
_SET_AS = MappingProxyType({"Half-letter": "A5"})  # about as large: themes have a say on one


@frozen
class Style:
    """How a text is set. Sizes and spaces in points; ``color`` as ``#rrggbb``.

    ``leading`` is the height of a line, ``rise`` how far its base line is from the top of it.
    """

    name: str
    face: Face
    size: float
    leading: float
    rise: float
    color: str
    before: float = 0.0
    after: float = 0.0
    align: str = "left"
    balanced: bool = False
    struck: bool = False  # a line through it: it holds no more

    def __hash__(self) -> int:
        return hash((self.name, self.size))  # few differ in nothing but the rest


@frozen
class Frame:
    """A page: its size and the edges of the text on it, in points, ``top`` from the top."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def measure(self) -> float:
        """The width of the text."""
        return self.width - self.left - self.right

    @property
    def depth(self) -> float:
        """The height of the text."""
        return self.height - self.top - self.bottom


class Theme:
    """A theme at one paper size. Ask it for styles, spaces, inks and switches by name."""

    def __init__(self, data: Mapping[str, Any], paper: tuple[float, float], base: float) -> None:
        self._data = data
        self._paper = paper
        self.base = base
        self.least = float(data["type"]["least"])
        self.floor = float(data["type"]["floor"])
        self.unit = base * float(data["type"]["leading"]) / 4
        top, right, bottom, left = (float(mm) * POINTS_PER_MM for mm in data["page"]["margins"])
        width, height = (side * POINTS_PER_MM for side in paper)
        self.frame = Frame(width, height, left, right, top, bottom)
        self._styles: dict[tuple[str, bool], Style] = {}
        self._scaled: dict[float, Theme] = {}
        self._closed_up: Theme | None = None

    def scaled(self, factor: float) -> Theme:
        """The same theme with smaller (or larger) type and spaces on the same page."""
        found = self._scaled.get(factor)
        if found is None:
            found = self._scaled[factor] = Theme(self._data, self._paper, self.base * factor)
        return found

    def closed_up(self) -> Theme:
        """The same theme with the smaller spaces its kind of sheet has for where a page is short.

        Type stays as it is: readers see less air sooner than they read smaller words.
        """
        if self._closed_up is None:
            close = self._data.get("close", {})
            self._closed_up = Theme(merged(self._data, {"space": close}), self._paper, self.base)
        return self._closed_up

    def framed(self, frame: Frame) -> Theme:
        """The same theme in another frame of the page."""
        made = Theme(self._data, self._paper, self.base)
        made.frame = frame
        return made

    @property
    def name(self) -> Mapping[str, str]:
        """What the theme is called, by language."""
        return dict(self._data["name"])

    def style(self, name: str, *, second: bool = False) -> Style:
        """A style; ``second`` is how the text of a further language is set in it."""
        found = self._styles.get((name, second))
        if found is None:
            found = self._styles[name, second] = self._made(name, second=second)
        return found

    def space(self, name: str) -> float:
        """A named space or line width, in points."""
        return float(self._data["space"][name]) * self.unit

    def line(self, name: str) -> float:
        """The thickness of a named rule, in points."""
        return float(self._data["rule"][name])

    def ink(self, name: str) -> str:
        """The colour of a named ink as ``#rrggbb``; ``""`` where the theme draws nothing."""
        return str(self._data["ink"][name])

    def tone(self, number: int) -> str:
        """The colour of the band of a side, by its number; they come again after the last."""
        inks = self._data["tones"]
        return self.ink(inks[number % len(inks)])

    def choice(self, name: str) -> str:
        """A named manner: how covers, badges and the like are drawn."""
        return str(self._data["manner"][name])

    def share(self, name: str) -> float:
        """A named part of something, 0 to 1."""
        return float(self._data["share"][name])

    def _made(self, name: str, *, second: bool) -> Style:
        kind = self._data["type"]
        told = {**kind["default"], **self._data["style"][name]}
        if second:
            told = {**told, **self._data["second"], **told.get("second", {})}
        wanted = self.base * kind["ratio"] ** (told["step"] + told.get("shift", 0))
        # No letter is taller than half a page, whatever a theme of somebody's own multiplies to.
        size = max(min(wanted, self.frame.height / 2), kind["floor"])
        leading = size * told.get("leading", kind["leading"])
        rise = (leading - size) / 2 + size * kind["rise"]
        of = face(self._data["fonts"][told["font"]], told["weight"])
        before, after = (told[side] * self.unit for side in ("before", "after"))
        return Style(
            *(name, of, size, leading, rise, self.ink(told["ink"]), before, after),
            align=told["align"],
            balanced=told["balanced"],
            struck=told["struck"],
        )


@lru_cache(maxsize=512)  # an editor of themes goes through very many
def theme(
    name: str = "",
    *,
    paper: str = "A4",
    accent: str = "",
    large: bool = False,
    scale: float = 1.0,
    sheet: str = "",
) -> Theme:
    """A theme on a paper, with a house accent (``#rrggbb``), in large print.

    ``name`` is that of a bundled theme, or one of somebody's own itself (see ``domain.themes``):
    if that has an accent, no other comes over it.

    ``scale`` makes type smaller (or larger), down to the theme's floor: for sheets that must
    fit. ``sheet`` is a kind of sheet that the theme may set in a way of its own, such as on
    paper turned on its side or on half of it. Raises ``ForumDeskError`` if there is no such
    theme or paper.
    """
    if paper not in PAPERS:
        raise ForumDeskError(N_("There is no paper size “{name}”."), name=paper)
    data = _data(name or USUAL)
    like = _SET_AS.get(paper, paper)
    data = merged(data, data.get("paper", {}).get(like, {}))
    own = data.get("sheet", {}).get(sheet, {})
    data = merged(merged(data, own), own.get("paper", {}).get(like, {}))
    if accent and not _has_accent(name):
        data = merged(data, {"ink": {"accent": legible(accent)}})
    if large:
        # Large print is for who can't read less: it never shrinks.
        size = data["type"]["large"]
        data = merged(data, {"type": {"base": size, "least": size}})
    kind = data["type"]
    width, height = PAPERS[paper]
    sides = (height, width) if data["page"].get("turned") else (width, height)
    if data["page"].get("halved"):
        sides = (sides[0], sides[1] / 2)
    columns, rows = data["page"].get("parted", (1, 1))
    sides = (sides[0] / columns, sides[1] / rows)
    return Theme(data, sides, max(kind["base"] * scale, kind["least"]))


def _has_accent(name: str) -> bool:
    return is_carried(name) and "accent" in read_data(name).get("ink", {})


def least_scale(of: Theme) -> float:
    """How far type of a theme may shrink for a sheet to fit (1: not at all)."""
    return min(1.0, of.least / of.base)


@lru_cache(maxsize=64)
def _data(name: str) -> Mapping[str, Any]:
    """The data of a theme by its name, or of one of somebody's own from the theme itself."""
    if not is_carried(name):
        return bundled(name)
    own = read_data(name)
    check_theme(own)
    return resolved(name)
