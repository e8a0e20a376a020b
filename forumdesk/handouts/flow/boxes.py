# SPDX-License-Identifier: MIT
"""Marks on paper and the strips they stand on.

A sheet is a column of **strips**: stretches as wide as the text that no page break parts. Marks
know their place across the page, and their height over the strip's base line; where a strip
comes to stand is decided last. A strip has two sides: the second is that of the opposite page
where languages face each other, else empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from forumdesk.handouts.content import Picture
from forumdesk.handouts.tagging import Node
from forumdesk.handouts.text.linebreaking import Span


@dataclass(eq=False, slots=True)
class TextMark:
    """A piece of text. ``x`` from the left edge, ``y`` up from the base line (points)."""

    x: float
    text: str
    span: Span
    width: float
    node: Node | None  # None: an artifact, not read aloud
    y: float = 0.0


@dataclass(eq=False, slots=True)
class RuleMark:
    """A straight rule across, from ``x`` to ``x + width``."""

    x: float
    y: float
    width: float
    thickness: float
    color: str


@dataclass(eq=False, slots=True)
class BoxMark:
    """A filled rectangle, rounded by ``radius``; ``y`` is its lower edge."""

    x: float
    y: float
    width: float
    height: float
    color: str
    radius: float = 0.0
    outline: float = 0.0  # thickness of a line round it instead of a filling


@dataclass(eq=False, slots=True)
class SymbolMark:
    """A small drawn symbol (see ``symbols``) in a square of ``size``."""

    name: str
    x: float
    y: float
    size: float
    color: str


@dataclass(eq=False, slots=True)
class PictureMark:
    """A raster picture fitted into a rectangle; ``y`` is its lower edge.

    ``window`` is how much of that is seen, from its middle: nothing for all of it. Without a
    ``node`` it is an ornament, and not read.
    """

    picture: Picture
    x: float
    y: float
    width: float
    height: float
    node: Node | None
    window: tuple[float, float] | None = None


@dataclass(eq=False, slots=True)
class NumberMark:
    """The number of the page (of ``side``) on which an anchor is, set to end at ``x``."""

    x: float
    anchor: str
    span: Span
    node: Node
    side: int = 0
    y: float = 0.0


Mark: TypeAlias = TextMark | RuleMark | BoxMark | SymbolMark | PictureMark | NumberMark


@dataclass(eq=False, slots=True)
class Fill:
    """A field or bar behind neighbouring strips that share it: drawn once, without seams."""

    x: float
    width: float
    color: str
    inset: float = 0.0  # white left at its upper and lower end


@dataclass(eq=False, slots=True)
class Line:
    """A set line before it is joined with those beside it: space over and under its base line."""

    above: float
    below: float
    marks: list[Mark] = field(default_factory=list)
    keep: bool = False


def height_of(lines: Iterable[Line]) -> float:
    """The height of lines below each other."""
    return sum(line.above + line.below for line in lines)


def set_down(lines: Iterable[Line], top: float) -> list[Mark]:
    """The marks of lines below each other from a height over a base line."""
    marks: list[Mark] = []
    for line in lines:
        top -= line.above
        for mark in line.marks:
            mark.y += top
        marks += line.marks
        top -= line.below
    return marks


@dataclass(eq=False, slots=True)
class Strip:
    """A stretch of the page that no break parts (points).

    ``before`` is white over it unless it comes first on a page; ``keep``: the next strip stays
    with it; ``need``: the part of a page (0 to 1) that must be left, or a page starts here.
    ``over`` is drawn on both sides unless the strip comes first on its page, ``repeat`` is set
    before it if it does. ``running`` heads the pages from here on. ``closes``: the element of a
    list or table that is all there with it, after that list or table.
    """

    above: float
    below: float
    marks: list[Mark] = field(default_factory=list)
    opposite: list[Mark] = field(default_factory=list)
    before: float = 0.0
    keep: bool = False
    need: float = 0.0
    over: Sequence[Mark] = ()
    fills: tuple[Fill, ...] = ()
    anchors: tuple[str, ...] = ()
    running: tuple[str, ...] = ()
    repeat: tuple[Strip, ...] = ()
    closes: tuple[Node, Node] | None = None

    @property
    def height(self) -> float:
        """Its height without the white before it."""
        return self.above + self.below


def depth_of(strips: Iterable[Strip]) -> float:
    """How tall strips are one below the other, with the white before each, in points."""
    return sum(strip.before + strip.height for strip in strips)


@dataclass(eq=False, slots=True)
class Page:
    """A page, or two that face each other: strips, each with the height of its top.

    ``kind`` names how it is dressed: ``text``, ``cover``, ``back``.
    """

    kind: str = "text"
    strips: list[tuple[float, Strip]] = field(default_factory=list)
    running: tuple[str, ...] = ()
