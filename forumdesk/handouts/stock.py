# SPDX-License-Identifier: MIT
"""Sheets of cards and labels, as data from ``resources/stock/*.toml``: measures in millimetres.

To add a sheet: one file there, with where its measures come from.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from forumdesk.domain.assets import resources
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_
from forumdesk.handouts.theme import PAPERS


@frozen
class Stock:
    """A sheet of equal cards; all measures in millimetres, places from the upper left corner.

    ``handouts`` are the kinds of card it is for, ``usual`` says that they are set on it where
    nothing else is asked for; ``size`` is that of a card before it is folded, ``origin`` the
    corner of the first one, ``pitch`` from one to the next. A ``folded`` card has its fold across
    the middle. ``radius`` is that of its corners, ``inset`` how far text stays from its edges.
    """

    name: str
    title: Text
    handouts: tuple[str, ...]
    paper: str
    columns: int
    rows: int
    size: tuple[float, float]
    origin: tuple[float, float]
    pitch: tuple[float, float]
    turned: bool = False
    folded: bool = False
    usual: bool = False
    radius: float = 0.0
    inset: float = 0.0

    @property
    def places(self) -> int:
        """How many cards are on a sheet."""
        return self.columns * self.rows

    @property
    def sheet(self) -> tuple[float, float]:
        """Width and height of the paper as it lies."""
        width, height = PAPERS[self.paper]
        return (height, width) if self.turned else (width, height)

    @property
    def face(self) -> tuple[float, float]:
        """Width and height of what is seen of a card at once."""
        width, height = self.size
        return (width, height / 2) if self.folded else (width, height)

    def corner(self, place: int, *, mirrored: str = "") -> tuple[float, float]:
        """The upper left corner of the card at a place, counted from 0 and row by row.

        ``mirrored`` is ``x`` or ``y``: where it lies seen from the back of the paper, turned over
        an upright or a level edge.
        """
        row, column = divmod(place, self.columns)
        x = self.origin[0] + column * self.pitch[0]
        y = self.origin[1] + row * self.pitch[1]
        if mirrored == "x":
            x = self.sheet[0] - x - self.size[0]
        elif mirrored == "y":
            y = self.sheet[1] - y - self.size[1]
        return x, y


@cache
def every_stock() -> tuple[Stock, ...]:
    """All sheets there are, by name."""
    return tuple(_read(path) for path in sorted((resources() / "stock").glob("*.toml")))


def stocks_for(handout: str) -> Iterator[Stock]:
    """The sheets that a kind of card can be set on."""
    return (stock for stock in every_stock() if handout in stock.handouts)


def stock_for(handout: str, name: str, paper: str) -> Stock:
    """The sheet of a name, else the usual one of a kind of card and paper.

    Raises ``ForumDeskError`` if there is no such sheet for this kind of card.
    """
    fitting = list(stocks_for(handout))
    for stock in fitting:
        if stock.name == name:
            return stock
    if name:
        raise ForumDeskError(
            N_("There is no sheet “{name}” for this; there are: {names}."),
            name=name,
            names=", ".join(stock.name for stock in fitting),
        )
    usual = [stock for stock in fitting if stock.usual]
    return next((stock for stock in usual if stock.paper == paper), usual[0])


def _read(path: Path) -> Stock:
    data: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    width, height = data["size"]
    left, top = data["origin"]
    across, down = data["pitch"]
    return Stock(
        name=path.stem,
        title=Text.of(data["name"]),
        handouts=tuple(data["for"]),
        paper=data["paper"],
        columns=data["columns"],
        rows=data["rows"],
        size=(float(width), float(height)),
        origin=(float(left), float(top)),
        pitch=(float(across), float(down)),
        turned=data.get("turned", False),
        folded=data.get("folded", False),
        usual=data.get("usual", False),
        radius=float(data.get("radius", 0)),
        inset=float(data.get("inset", 0)),
    )
