# SPDX-License-Identifier: MIT
"""Windscreen cards: what they say, how large, in every theme; the list that goes with them."""

from dataclasses import replace
from typing import Any

import pytest

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Side
from forumdesk.domain.people import Invitation
from forumdesk.domain.places import Rider, Vehicle
from forumdesk.domain.wording import Text
from forumdesk.domain.words import words_in
from forumdesk.handouts.catalogue import handout, render
from forumdesk.handouts.contents.motorcade import motorcade_content
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.motorcade import CarCard, CarLine
from forumdesk.handouts.options import Options, options_from
from forumdesk.handouts.preflight import preflight
from forumdesk.handouts.result import Rendered
from tests.handouts.conftest import poppler, reader, texts
from tests.handouts.dossiers import NOON, PARTICIPATIONS, forum

KOREA = Side("kr", "edition", Text.of(ko="한국 측", en="Korean delegation"))
CARS = (
    Vehicle("v1", "edition", Text.of(ko="귀빈 1호차", en="VIP 1"), "12가 3456", "Lee", "010-1"),
    Vehicle("v2", "edition", Text.of(ko="VIP 2", en="VIP 2"), position=1, notes="Gate B"),
)
RIDERS = (
    Rider("r2", "v1", "p-ministry", 1),
    Rider("r1", "v1", "p-hong", 0),
    Rider("r3", "v2", "p-doe", 0),
)


def motorcade(**changes: Any) -> Dossier:
    """Two cars: in the first one of the Korean side with a seat of the ministry's."""
    seats = tuple(
        replace(seat, side="kr") if seat.id == "p-hong" else seat for seat in PARTICIPATIONS
    )
    given = {"vehicles": CARS, "riders": RIDERS, "sides": (KOREA,), "participations": seats}
    return forum(**{**given, **changes})


def options(**given: object) -> Options:
    return options_from(given, Options(languages=("ko", "en")))


def made(dossier: Dossier, **given: object) -> Rendered:
    asked = options(**given)
    content = handout("vehicle-cards").build(dossier, asked, Imprint(at=NOON))
    return render("vehicle-cards", content, asked)


def heights(rendered: Rendered, page: int, word: str) -> list[float]:
    """The heights in points of the boxes of a word on a page, counted from 0."""
    found = poppler(
        "pdftotext", "-bbox", "-f", str(page + 1), "-l", str(page + 1), "-", "-", data=rendered.data
    )
    lines = [line for line in found.splitlines() if f">{word}<" in line]
    return [float(line.split('"')[7]) - float(line.split('"')[3]) for line in lines]


def test_what_cards_and_list_say() -> None:
    content = motorcade_content(motorcade(), options(riders="all"), Imprint(at=NOON))
    hong = (("ko", "홍길동"), ("en", "Gil-dong Hong"))
    ministry = (("ko", "산업부"), ("en", "Ministry of Industry"))
    assert content.cards == (
        CarCard(
            "vehicle-v1",
            (("ko", "귀빈 1호차"), ("en", "VIP 1")),
            "12가 3456",
            (("ko", "한국 측"), ("en", "Korean delegation")),
            1,
            (hong, ministry),
        ),
        CarCard(
            "vehicle-v2", (("en", "VIP 2"),), riders=((("ko", "제인 도"), ("en", "Jane Doe")),)
        ),
    )
    assert content.lines == (
        CarLine(
            (("ko", "귀빈 1호차"), ("en", "VIP 1")),
            *("12가 3456", "Lee", "010-1", ""),
            riders=(
                (
                    ("ko", "홍길동, 한국협회 회장"),
                    ("en", "Gil-dong Hong, Chairman, Korea Association"),
                ),
                (("ko", "산업부 장관"), ("en", "Minister, Ministry of Industry")),
            ),
        ),
        CarLine(
            (("en", "VIP 2"),),
            notes="Gate B",
            riders=(
                (("ko", "제인 도, 미국협회 대표"), ("en", "Jane Doe, President, U.S. Association")),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("riders", "named"), [("none", []), ("first", ["Hong"]), ("all", ["Hong", "Ministry"])]
)
def test_the_card_names_whom_it_may(riders: str, named: list[str]) -> None:
    card, *_, listed = texts(made(motorcade(), arrangement="en", riders=riders).data)
    assert [word for word in ("Hong", "Ministry") if word in card] == named
    assert {"Hong", "Ministry", "Lee", "010-1"} <= set(listed.replace(",", " ").split())
    assert "010-1" not in card


@pytest.mark.parametrize("theme", ["modern", "ministerial", "plain"])
@pytest.mark.parametrize("paper", ["A4", "Letter", "A5"])
def test_a_name_can_be_read_from_five_metres(theme: str, paper: str) -> None:
    rendered = made(motorcade(), arrangement="en", theme=theme, paper=paper)
    assert rendered.pages == 3
    # A letter of 15 mm is read at five metres by who sees half as well as most do.
    assert min(heights(rendered, 0, "VIP")) * 0.5 > 15 * 72 / 25.4
    assert rendered.findings == ()


def test_two_to_a_sheet_lie_over_each_other() -> None:
    rendered = made(motorcade(), arrangement="en", card_size="half")
    assert rendered.pages == 2
    page = reader(rendered.data).pages[0]
    assert float(page.mediabox.height) > float(page.mediabox.width)
    assert len(heights(rendered, 0, "VIP")) == 2
    whole = made(motorcade(), arrangement="en")
    assert heights(rendered, 0, "VIP")[0] < heights(whole, 0, "VIP")[0]


def test_cards_are_pages_of_the_outline() -> None:
    rendered = made(motorcade())
    titles = [entry["/Title"] for entry in reader(rendered.data).outline]
    assert titles == ["귀빈 1호차", "VIP 2", "차량 배차표"]
    assert "Tagged:          yes" in poppler("pdfinfo", "-", data=rendered.data)


def test_a_name_without_end_is_told_and_whole() -> None:
    long = "대표단버스" * 16
    rendered = made(motorcade(vehicles=(replace(CARS[0], name=Text.of(ko=long)),)))
    assert texts(rendered.data)[0].replace("\n", "").count(long) == 1
    many = (replace(CARS[0], name=Text.of(ko=long * 100)),)
    over = made(motorcade(vehicles=many))
    assert {finding.anchor for finding in over.findings} == {"vehicle-v1"}
    found = preflight(motorcade(vehicles=many), options(), "vehicle-cards", over)
    assert "vehicle:v1:name" in {str(p.subject) for p in found if p.kind == "overflow"}


def test_a_car_without_a_name_goes_by_its_place() -> None:
    bare = (Vehicle("v1", "edition", Text.of()),)
    (card, _) = texts(made(motorcade(vehicles=bare), arrangement="en").data)
    assert "Car 1" in card


def test_without_cars_the_sheet_says_so() -> None:
    rendered = made(motorcade(vehicles=(), riders=()), arrangement="en")
    assert rendered.pages == 1
    assert "There are no cars yet." in texts(rendered.data)[0]


def test_what_to_look_at() -> None:
    gone = tuple(
        replace(seat, status=Invitation.DECLINED) if seat.id == "p-doe" else seat
        for seat in PARTICIPATIONS
    )
    nameless = (*CARS, Vehicle("v3", "edition", Text.of(en="Bus"), driver="Kim", position=2))
    dossier = motorcade(vehicles=nameless, participations=gone)
    found = preflight(dossier, options(languages="en"), "vehicle-cards")
    english = words_in("en")
    assert [(str(p.subject), p.phrase.said(english)) for p in found] == [
        ("vehicle:v2:riders", "Jane Doe does not come, but rides in “VIP 2”."),
        ("vehicle:v2:driver", "“VIP 2” has no driver yet."),
        ("vehicle:v3:phone", "The driver of “Bus” can’t be called: there is no telephone number."),
        ("vehicle:v3:riders", "Nobody rides in “Bus” yet."),
    ]
    empty = preflight(motorcade(vehicles=(), riders=()), options(), "vehicle-cards")
    assert [p.kind for p in empty] == ["no-cars"]
