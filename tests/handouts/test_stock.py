# SPDX-License-Identifier: MIT
"""Sheets of cards: their measures fit their paper, and every kind of card has a usual one."""

import pytest

from forumdesk.domain.assets import resources
from forumdesk.handouts.catalogue import HANDOUTS
from forumdesk.handouts.stock import Stock, every_stock, stock_for, stocks_for

of_each = pytest.mark.parametrize("stock", every_stock(), ids=lambda stock: stock.name)
CARDS = [one.name for one in HANDOUTS if one.cards]
NEAR = 0.06  # millimetres: rounding, and a template's own


@of_each
def test_cards_lie_on_the_paper_and_apart(stock: Stock) -> None:
    width, height = stock.sheet
    assert stock.pitch[0] >= stock.size[0] - NEAR
    assert stock.pitch[1] >= stock.size[1] - NEAR
    left, top = stock.corner(stock.places - 1)
    assert min(stock.origin) >= 0
    assert left + stock.size[0] <= width + NEAR
    assert top + stock.size[1] <= height + NEAR
    assert stock.inset * 2 < min(stock.face)


@of_each
def test_a_sheet_says_what_it_is_and_where_its_measures_are_from(stock: Stock) -> None:
    assert set(stock.title) == {"ko", "en"}
    assert set(stock.handouts) <= set(CARDS)
    text = (resources() / "stock" / f"{stock.name}.toml").read_text("utf-8")
    assert text.startswith("# SPDX-License-Identifier: MIT\n# ")


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("kind", CARDS)
def test_every_kind_of_card_has_one_usual_sheet_of_each_paper(kind: str, paper: str) -> None:
    usual = [s for s in stocks_for(kind) if s.usual and s.paper == paper]
    assert len(usual) == 1
    assert stock_for(kind, "", paper) == usual[0]
    assert stock_for(kind, "", "A5").usual


@of_each
def test_seen_from_the_back_a_card_is_where_it_is(stock: Stock) -> None:
    width, height = stock.sheet
    for place in range(stock.places):
        x, y = stock.corner(place)
        assert stock.corner(place, mirrored="x") == pytest.approx((width - x - stock.size[0], y))
        assert stock.corner(place, mirrored="y") == pytest.approx((x, height - y - stock.size[1]))
