# SPDX-License-Identifier: MIT
"""Themes: how a sheet looks, as data from ``resources/themes/*.toml``.

Every size follows from one base size and one ratio, every space from one unit (a quarter of a
line of text), every colour from a named ink. A theme may be ``like`` another and say only what
differs. No other module names a size in points, a colour or a font.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from forumdesk.domain.assets import resources
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_
from forumdesk.handouts.fonts import Face, face

POINTS_PER_MM = 72 / 25.4
PAPERS = MappingProxyType(
    {
        "A5": (148.0, 210.0),
        "A4": (210.0, 297.0),
        "A3": (297.0, 420.0),
        "A2": (420.0, 594.0),
        "A1": (594.0, 841.0),
        "Letter": (215.9, 279.4),
        "Tabloid": (279.4, 431.8),
        "ANSI-C": (431.8, 558.8),
        "ANSI-D": (558.8, 863.6),
    }
)
"""Paper sizes in millimetres, upright (ISO 216, ANSI/ASME Y14.1)."""
_CONTRAST = 4.5  # least contrast of text on paper, WCAG 2.1 success criterion 1.4.3
_ON_DARK = 8.0  # least contrast to black of text on a dark screen, which is not quite black
_DEFAULT = "modern"


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

    def scaled(self, factor: float) -> Theme:
        """The same theme with smaller (or larger) type and spaces on the same page."""
        found = self._scaled.get(factor)
        if found is None:
            found = self._scaled[factor] = Theme(self._data, self._paper, self.base * factor)
        return found

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
        key = (name, second)
        if key not in self._styles:
            self._styles[key] = self._made(name, second=second)
        return self._styles[key]

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
        size = max(
            self.base * kind["ratio"] ** (told["step"] + told.get("shift", 0)), kind["floor"]
        )
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


def theme_names() -> tuple[str, ...]:
    """The names of all themes."""
    return tuple(sorted(path.stem for path in (resources() / "themes").glob("*.toml")))


def theme_title(name: str) -> Text:
    """What a theme is called, by language; raises ``ForumDeskError`` if there is none."""
    return Text.of(_data(name)["name"])


@cache
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

    ``scale`` makes type smaller (or larger), down to the theme's floor: for sheets that must
    fit. ``sheet`` is a kind of sheet that the theme may set in a way of its own, such as on
    paper turned on its side or on half of it. Raises ``ForumDeskError`` if there is no such
    theme or paper.
    """
    if paper not in PAPERS:
        raise ForumDeskError(N_("There is no paper size “{name}”."), name=paper)
    data = _data(name or _DEFAULT)
    data = _merged(data, data.get("paper", {}).get(paper, {}))
    own = data.get("sheet", {}).get(sheet, {})
    data = _merged(_merged(data, own), own.get("paper", {}).get(paper, {}))
    if accent:
        data = _merged(data, {"ink": {"accent": legible(accent)}})
    if large:
        # Large print is for who can't read less: it never shrinks.
        size = data["type"]["large"]
        data = _merged(data, {"type": {"base": size, "least": size}})
    kind = data["type"]
    width, height = PAPERS[paper]
    sides = (height, width) if data["page"].get("turned") else (width, height)
    if data["page"].get("halved"):
        sides = (sides[0], sides[1] / 2)
    return Theme(data, sides, max(kind["base"] * scale, kind["least"]))


def least_scale(of: Theme) -> float:
    """How far type of a theme may shrink for a sheet to fit (1: not at all)."""
    return min(1.0, of.least / of.base)


@cache
def _data(name: str) -> Mapping[str, Any]:
    if name not in theme_names():
        raise ForumDeskError(N_("There is no theme “{name}”."), name=name)
    data = tomllib.loads((resources() / "themes" / f"{name}.toml").read_text("utf-8"))
    return _merged(_data(data["like"]), data) if "like" in data else data


def _merged(under: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(under)
    for key, value in over.items():
        both = isinstance(value, dict) and isinstance(merged.get(key), dict)
        merged[key] = _merged(merged[key], value) if both else value
    return merged


def rgb(color: str) -> tuple[float, float, float]:
    """A colour ``#rrggbb`` as three parts from 0 to 1."""
    red, green, blue = (int(color[n : n + 2], 16) / 255 for n in (1, 3, 5))
    return red, green, blue


def contrast_on_paper(color: str) -> float:
    """Contrast of a colour on white paper, 1 to 21 (WCAG 2.1, relative luminance)."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb(color)]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)


def legible(color: str) -> str:
    """A colour darkened as far as it must be to be read as text on paper."""
    while contrast_on_paper(color) < _CONTRAST:
        color = "#" + "".join(f"{int(part * 255 * 0.95):02x}" for part in rgb(color))
    return color


def lighter(color: str) -> str:
    """A colour lightened as far as it must be to be read as text on a dark screen."""
    while 21 / contrast_on_paper(color) < _ON_DARK:
        parts = (int(color[n : n + 2], 16) for n in (1, 3, 5))
        color = "#" + "".join(f"{min(255, round(p + (255 - p) * 0.06 + 1)):02x}" for p in parts)
    return color
