# SPDX-License-Identifier: MIT
"""Cards set as a file: their sheet, the size of their type, their design."""

from __future__ import annotations

from math import sqrt

from forumdesk.handouts.cards.badge import BadgeDesign
from forumdesk.handouts.cards.content import CardsContent
from forumdesk.handouts.cards.sheets import Sheets
from forumdesk.handouts.document import Printed
from forumdesk.handouts.options import Options
from forumdesk.handouts.stock import Stock, stock_for
from forumdesk.handouts.theme import theme

_USUAL = sqrt(90 * 54)  # millimetres: the card for which themes give the size of type
_GROWTH = 0.9  # of its growth type shares in


def set_cards(content: CardsContent, options: Options) -> Printed:
    """Set and draw cards on the sheet asked for.

    Raises ``ForumDeskError`` if there is no such sheet, or no such theme.
    """
    stock = stock_for(content.handout, options.stock, options.paper.value)
    of = theme(options.theme, paper=stock.paper, accent=options.accent)
    scaled = of.scaled(_scale(stock))
    return Sheets(stock, of, options).printed(content, BadgeDesign(content, stock, scaled))


def _scale(stock: Stock) -> float:
    """How much larger type is than on the usual card: less than the card itself."""
    width, height = stock.face
    return float((sqrt(width * height) / _USUAL) ** _GROWTH)
