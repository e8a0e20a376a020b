# SPDX-License-Identifier: MIT
"""Cards set as a file: their sheet, the size of their type, their design."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from math import sqrt
from types import MappingProxyType

from forumdesk.handouts.cards.agenda import AgendaDesign
from forumdesk.handouts.cards.badge import BadgeDesign
from forumdesk.handouts.cards.content import CardsContent
from forumdesk.handouts.cards.diploma import DiplomaDesign
from forumdesk.handouts.cards.label import LabelDesign
from forumdesk.handouts.cards.sheets import Design, Sheets
from forumdesk.handouts.cards.tent import TentDesign
from forumdesk.handouts.document import Printed
from forumdesk.handouts.options import Options
from forumdesk.handouts.stock import Stock, stock_for
from forumdesk.handouts.theme import Theme, theme

_USUAL = sqrt(90 * 54)  # millimetres: the card for which themes give the size of type
_PERSONAL = "personal"
_POCKET = 105  # millimetres: the width of the pocket card for which they do
_GROWTH = 0.9  # of its growth type shares in
_TIGHTER, _LEAST = 0.9, 0.85  # type that is smaller to save cards, and how small it may get
_WORTH = 0.8  # of the cards: saving a fifth is worth smaller type
_SMALLER = (1.0, 0.9, 0.8, 0.7, 0.6)  # type of agendas, where a line would be taller than its card

_DESIGNS: Mapping[str, Callable[[CardsContent, Stock, Theme], Design]] = MappingProxyType(
    {
        "badges": BadgeDesign,
        "name-tents": TentDesign,
        "place-cards": TentDesign,
        "labels": LabelDesign,
        "certificates": DiplomaDesign,
        _PERSONAL: AgendaDesign,
    }
)


def set_cards(content: CardsContent, options: Options) -> Printed:
    """Set and draw cards on the sheet asked for.

    Raises ``ForumDeskError`` if there is no such sheet, or no such theme.
    """
    stock = stock_for(content.handout, options.stock, options.paper.value)
    if content.handout == _PERSONAL:
        return _agendas(content, stock, options)
    of = theme(options.theme, paper=stock.paper, accent=options.accent)
    scaled = of.scaled(_scale(stock))
    design = _DESIGNS[content.handout](content, stock, scaled)
    return Sheets(stock, of, options).printed(content, design)


def _agendas(content: CardsContent, stock: Stock, options: Options) -> Printed:
    """Personal agendas, which go on on further cards instead of getting too small."""
    large = options.large_print
    of = theme(options.theme, paper=stock.paper, accent=options.accent, large=large)
    scale = 1.0 if large else min(sqrt(stock.face[0] / _POCKET), 1.0)
    for smaller in _SMALLER[: 1 if large else None]:
        design = AgendaDesign(content, stock, of.scaled(scale * smaller))
        if design.has_room(content.cards):
            break
    cards = tuple(design.parted(content.cards))
    if scale * smaller * _TIGHTER >= _LEAST and not large:
        tighter = AgendaDesign(content, stock, of.scaled(scale * smaller * _TIGHTER))
        fewer = tuple(tighter.parted(content.cards))
        if len(fewer) <= len(cards) * _WORTH and tighter.has_room(content.cards):
            design, cards = tighter, fewer
    parted = replace(content, cards=cards)
    return Sheets(stock, of, options).printed(parted, design)


def _scale(stock: Stock) -> float:
    """How much larger type is than on the usual card: less than the card itself."""
    width, height = stock.face
    return float((sqrt(width * height) / _USUAL) ** _GROWTH)
