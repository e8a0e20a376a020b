# SPDX-License-Identifier: MIT
"""Name tents and place cards: both faces of a folded card, seats without a name."""

from dataclasses import replace

import pytest

from forumdesk.domain.people import Invitation, Participation
from forumdesk.handouts.stock import stock_for, stocks_for
from tests.handouts.cards import Cards, boxes, cards, guest, of, reading_angles, words_of

HONG = guest(1, "홍길동 (Gil-dong Hong)", organization="ksia")
ANN = guest(2, "Ann Lee", table_name="3", seat="B")


@pytest.mark.parametrize("name", [stock.name for stock in stocks_for("name-tents")])
def test_both_faces_of_a_tent_bear_the_name_the_upper_upside_down(name: str) -> None:
    made = cards("name-tents", of(ANN), stock=name, arrangement="en")
    stock = stock_for("name-tents", name, "A4")
    left, top = stock.corner(0)
    middle = top + stock.size[1] / 2
    upper, lower = sorted(boxes(made, 0, "Lee"), key=lambda box: box[1])
    assert top + stock.inset - 1 < upper[1] < upper[3] < middle
    assert middle < lower[1] < lower[3] < top + stock.size[1]
    # Turned about the fold, one face lies on the other.
    assert upper[1] + lower[3] == pytest.approx(2 * middle, abs=1)
    assert left + stock.inset < lower[0] < lower[2] < left + stock.size[0] - stock.inset
    assert reading_angles(made, 0, "Lee") == [0, 180]


def test_each_face_in_a_language_of_its_own() -> None:
    made = cards("name-tents", of(HONG), arrangement="facing")
    (korean,) = boxes(made, 0, "홍길동")
    (english,) = boxes(made, 0, "Gil-dong Hong")
    assert korean[1] > 105 > english[3]
    stacked = cards("name-tents", of(HONG), arrangement="stacked")
    assert len(boxes(stacked, 0, "홍길동")) == len(boxes(stacked, 0, "Gil-dong Hong")) == 2


def test_a_seat_without_a_name_bears_the_body() -> None:
    seat = Participation("seat", "edition", None, "ministry", status=Invitation.ACCEPTED)
    nobody = Participation("nobody", "edition", status=Invitation.ACCEPTED)
    dossier = replace(of(), participations=(seat, nobody))
    made = cards("name-tents", dossier, arrangement="en")
    assert [card.participation for card in made.content.cards] == ["seat"]
    assert words_of(made, 0).count("Ministry of Industry") == 2


def test_place_cards_say_table_and_seat() -> None:
    made = cards("place-cards", of(HONG, ANN), arrangement="en")
    said = words_of(made, 0)
    assert said.count("Table 3, seat B") == 2
    assert said.count("2nd Chip Forum") == 2  # where no seat is known


def test_a_name_stands_in_the_middle() -> None:
    made = cards("name-tents", of(ANN), arrangement="en")
    for box in boxes(made, 0, "Ann Lee"):
        assert (box[0] + box[2]) / 2 == pytest.approx(297 / 2, abs=1)


def test_what_the_other_face_says_again_is_read_once() -> None:
    made: Cards = cards("name-tents", of(ANN), arrangement="en")
    assert made.tags().count("H1") == 1
    both = cards("name-tents", of(HONG), arrangement="facing")
    assert both.tags().count("H1") == 2


def test_a_name_in_two_scripts_fills_the_width() -> None:
    made = cards(
        "name-tents", of(guest(1, "엘리너 휫필드 (Eleanor Whitfield)")), arrangement="stacked"
    )
    widest = max(box[2] - box[0] for box in boxes(made, 0, "Eleanor Whitfield"))
    assert widest > 297 / 2
    assert words_of(made, 0).count("2nd Chip Forum") == 2  # beside the Korean one
