# SPDX-License-Identifier: MIT
"""Badges: what is on them, where they come to lie, and that their codes are read."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pytest
from PIL import Image, ImageOps
from pypdf import PdfReader

from forumdesk.domain.codes import scan_code
from forumdesk.domain.codes import scanned as read_code
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.people import CardPrint, Invitation, Organization, Participation
from forumdesk.domain.wording import Text
from forumdesk.handouts.cards.codes import code
from forumdesk.handouts.cards.content import printed_cards
from forumdesk.handouts.options import Options
from forumdesk.handouts.preflight import preflight
from forumdesk.handouts.result import FindingKind
from forumdesk.handouts.stock import stock_for, stocks_for
from tests.handouts.cards import (
    boxes,
    cards,
    crowd,
    embedded,
    guest,
    of,
    picture,
    scanned,
    words_of,
)

NOON = datetime(2025, 8, 1, 3, tzinfo=UTC)


@pytest.mark.parametrize("name", [stock.name for stock in stocks_for("badges")])
def test_every_card_lies_on_its_place(name: str) -> None:
    stock = stock_for("badges", name, "A4")
    made = cards("badges", crowd(stock.places + 1), stock=name, arrangement="single")
    assert made.rendered.pages == 2
    for place in range(stock.places):
        left, top = stock.corner(place)
        (box,) = boxes(made, 0, f"Number{place + 1:05}")
        assert left + stock.inset - 0.5 <= box[0]
        assert box[2] <= left + stock.size[0] - stock.inset + 0.5
        assert top + stock.inset <= box[1]
        assert box[3] <= top + stock.size[1] - stock.inset
    assert len(boxes(made, 1, "Number")) == 1


def test_a_part_used_sheet_is_filled_from_the_first_free_place() -> None:
    made = cards("badges", crowd(9), stock="a4-a7", start=3, arrangement="single")
    stock = stock_for("badges", "a4-a7", "A4")
    (first,) = boxes(made, 0, "Number00001")
    left, top = stock.corner(2)
    assert left < first[0] < left + stock.size[0]
    assert top < first[1] < top + stock.size[1]
    assert [words_of(made, page).count("Person") for page in (0, 1)] == [6, 3]
    beyond = cards("badges", crowd(1), stock="a4-a7", start=99, arrangement="single")
    assert beyond.rendered.pages == 1


@pytest.mark.parametrize("count", [0, 3, 160])
def test_every_participant_has_a_badge_once(count: int) -> None:
    made = cards("badges", crowd(count), stock="avery-l4785", arrangement="single")
    pages = range(made.rendered.pages)
    assert len(pages) == max(1, -(-count // 10))
    said = "".join(words_of(made, page) for page in pages)
    assert [f"Number{n:05}" for n in range(1, count + 1)] == [
        word for word in said.split() if word.startswith("Number")
    ]


@pytest.mark.parametrize("name", [stock.name for stock in stocks_for("badges")])
def test_codes_are_read_from_the_printed_sheet(name: str) -> None:
    places = stock_for("badges", name, "A4").places
    dossier = crowd(places)
    made = cards("badges", dossier, stock=name, arrangement="single")
    found = scanned(picture(made, 0, 150))
    assert sorted(found) == sorted(scan_code(one) for one in dossier.participations)
    numbers = {told.number for text in found if (told := read_code(text))}
    assert numbers == set(range(1, places + 1))
    assert made.rendered.findings == ()


@pytest.mark.parametrize(("marks", "lines"), [("none", 0), ("lines", 10), ("crop", 10 * 4 * 2)])
def test_marks_to_cut_along(marks: str, lines: int) -> None:
    made = cards("badges", crowd(1), stock="avery-l4785", marks=marks, theme="plain")
    contents = PdfReader(BytesIO(made.rendered.data)).pages[0].get_contents()
    assert contents is not None
    drawn = contents.get_data()
    # A round outline begins once and has four corners, a crop mark is two lines.
    assert drawn.count(b" h S" if marks == "lines" else b" l") == lines


@pytest.mark.parametrize("digits", ["481500003762", "4815000037621", "481500003762123", "7"])
def test_a_code_holds_its_digits(digits: str) -> None:
    made = code(digits)
    width = -(-made.side // 8) * 8
    image = Image.frombytes("1", (width, made.side), bytes.fromhex(made.rows))
    dark = ImageOps.invert(image.crop((0, 0, made.side, made.side)).convert("L"))
    large = dark.resize((made.side * 4, made.side * 4), 0)
    assert scanned(ImageOps.expand(large, 16, 255)) == [digits]


def test_the_back_lies_behind_the_front() -> None:
    dossier = crowd(3)
    made = cards("badges", dossier, stock="avery-l4785", arrangement="facing", backs="long-edge")
    assert made.rendered.pages == 2
    stock = stock_for("badges", "avery-l4785", "A4")
    for n in range(1, 4):
        (front,) = boxes(made, 0, f"Number{n:05}")
        (back,) = boxes(made, 1, f"Number{n:05}")
        across = (front[0] + front[2]) / 2
        behind = 210 - (back[0] + back[2]) / 2
        column = (across - stock.origin[0]) // stock.pitch[0]
        assert (behind - stock.origin[0]) // stock.pitch[0] == column
        assert front[1] == pytest.approx(back[1], abs=0.2)
    assert "칩 포럼" in words_of(made, 0)
    assert "Chip Forum" in words_of(made, 1)


def test_turned_over_the_short_edge_the_back_is_upside_down_in_rows() -> None:
    made = cards("badges", crowd(1), stock="a4-a7", arrangement="single", backs="short-edge")
    (front,) = boxes(made, 0, "Number00001")
    (back,) = boxes(made, 1, "Number00001")
    assert front[0] == pytest.approx(back[0], abs=0.2)
    assert front[1] < 74.25
    assert back[1] > 297 - 74.25


def test_blank_cards_come_last() -> None:
    made = cards("badges", crowd(3), stock="a4-a7", blanks=2, arrangement="single")
    assert [card.participation for card in made.content.cards] == ["p1", "p2", "p3", "", ""]
    assert words_of(made, 0).count("칩 포럼") == 5


def test_who_gets_a_badge() -> None:
    pairs = [
        guest(1, "Anna Ace", side="kr"),
        guest(2, "Bob Bee", side="us", organization="ksia"),
        guest(3, "Carl Cee", status=Invitation.INVITED),
        guest(4, "홍길동 (Gil-dong Hong)", status=Invitation.DECLINED),
    ]
    dossier = of(*pairs)

    def got(**given: object) -> list[str]:
        return [card.participation for card in cards("badges", dossier, **given).content.cards]

    assert got() == ["p1", "p2"]
    assert got(statuses="invited,accepted") == ["p1", "p2", "p3"]
    assert got(side="미국 측") == ["p2"]
    assert got(side="kr") == ["p1"]
    assert got(people="홍길동,3") == ["p4", "p3"]  # Korean names come first for Korean readers
    assert got(people="홍길동,3", order="number") == ["p3", "p4"]
    assert got(order="side", statuses="accepted,invited") == ["p1", "p2", "p3"]
    with pytest.raises(ForumDeskError, match="Nobody"):
        got(people="Nobody Here")
    with pytest.raises(ForumDeskError, match="side"):
        got(side="Mars")


def test_only_new_or_changed_cards_are_made() -> None:
    dossier = crowd(3)
    made = cards("badges", dossier)
    printed = printed_cards(made.content)
    assert set(printed) == {"p1", "p2", "p3"}
    noted = tuple(
        CardPrint(f"c{key}", key, "badges", digest, NOON) for key, digest in printed.items()
    )
    after = replace(dossier, card_prints=noted)
    assert cards("badges", after, only_new=True).content.cards == ()
    assert cards("badges", after, only_new=True).rendered.pages == 1
    first, *others = after.participations
    changed = replace(first, office=Text.of(en="President"))
    again = cards("badges", replace(after, participations=(changed, *others)), only_new=True)
    assert [card.participation for card in again.content.cards] == ["p1"]
    newcomer, person = guest(4, "New Comer")
    more = replace(
        after,
        participations=(*after.participations, newcomer),
        people=(*after.people, person),
    )
    assert [c.participation for c in cards("badges", more, only_new=True).content.cards] == ["p4"]


def test_what_does_not_fit_is_set_smaller_and_named() -> None:
    long = "Wolfeschlegelsteinhausenbergerdorff" * 3
    made = cards("badges", of(guest(1, long), guest(2, "Ann Lee")), stock="avery-l4785")
    (finding,) = [f for f in made.rendered.findings if f.kind is FindingKind.OVERFLOW]
    assert finding.anchor == "participation-p1"
    assert finding.text == long
    assert long in words_of(made, 0).replace("\n", "").replace("\x02", "").replace("\ufffe", "")


def test_a_long_name_of_several_words_goes_on_two_lines() -> None:
    name = "Maximiliana Konstantinopolitanska von Hohenlohe-Waldenburg-Schillingsfuerst"
    made = cards("badges", of(guest(1, name)), stock="avery-l4785", arrangement="single")
    assert made.rendered.findings == ()
    assert "Maximiliana" in words_of(made, 0)


def test_a_test_page_shows_every_place() -> None:
    made = cards("badges", crowd(30), stock="avery-l4785", marks="test")
    assert made.rendered.pages == 1
    assert "L4785" in words_of(made, 0)
    assert "Number" not in words_of(made, 0)


def test_an_unknown_sheet_is_refused_with_those_there_are() -> None:
    with pytest.raises(ForumDeskError, match="avery-l4785"):
        cards("badges", crowd(1), stock="no-such-sheet")


def test_ten_thousand_have_their_badges() -> None:
    made = cards("badges", crowd(10_000), stock="avery-l4785", arrangement="single")
    assert made.rendered.pages == 1000
    assert made.rendered.findings == ()
    assert [f"Number{n:05}" in words_of(made, 999) for n in (9990, 9991, 10000)] == [0, 1, 1]
    last = scanned(picture(made, 999, 150))
    assert {told.number for text in last if (told := read_code(text))} == set(range(9991, 10001))


def test_a_vacant_seat_has_a_line_to_write_on_and_is_told() -> None:
    seat = Participation("seat", "edition", None, "ministry", status=Invitation.ACCEPTED, number=1)
    dossier = replace(crowd(0), participations=(seat,))
    made = cards("badges", dossier, arrangement="en")
    assert made.content.cards[0].name == ()
    assert "Ministry of Industry" in words_of(made, 0)
    kinds = [problem.kind for problem in preflight(dossier, Options(), "badges", made.rendered)]
    assert "seats-without-name" in kinds


def test_what_has_one_language_is_said_once_in_the_order_of_that_language() -> None:
    tel = Organization("tel", Text.of(en="Größe & Söhne"))
    pair = guest(1, "Jürgen Müller", organization="tel", office=Text.of(en="Director"))
    made = cards("badges", of(pair, organizations=(tel,)))
    lines = [line.strip() for line in words_of(made, 0).splitlines()]
    assert [line for line in lines if "Größe" in line] == ["Director, Größe & Söhne"]


def test_what_is_typed_is_printed_as_typed() -> None:
    typed = '<b>R&D</b> <img src="/etc/passwd"> &amp; \\ (x) ]]>'
    one, person = guest(1, "Ann Lee", office=Text.of(en=typed), category=typed)
    made = cards("badges", of((one, person)), arrangement="en")
    said = words_of(made, 0).replace("\n", "").replace(" ", "")
    assert said.count(typed.replace(" ", "")) == 2
    assert PdfReader(BytesIO(made.rendered.data)).attachments == {}


def test_a_screen_reader_follows_each_badge() -> None:
    pair = guest(7, "홍길동 (Gil-dong Hong)", organization="ksia", category="press", side="kr")
    made = cards("badges", of(pair))
    assert made.tags() == [
        *("Document", "Sect", "H1", "P", "P", "P"),  # name, name, body, body
        *("P", "P", "Figure"),
    ]
    (figure,) = made.figures()
    assert figure == f"QR 코드: {scan_code(pair[0])}"
    assert all("/FontFile2" in font for font in embedded(made))


def test_before_printing_it_is_told_what_is_missing_or_changed() -> None:
    first = guest(1, "Ann Lee", office=Text.of(en="President"))
    second = guest(2, "홍길동 (Gil-dong Hong)", number=None)
    dossier = of(first, second)
    printed = printed_cards(cards("badges", dossier).content)
    noted = tuple(CardPrint(f"c{key}", key, "badges", f"x{d}", NOON) for key, d in printed.items())
    again = replace(dossier, card_prints=noted)
    problems = {p.kind: p for p in preflight(again, Options(), "badges")}
    assert dict(problems["cards-changed"].phrase.values) == {"count": 2}
    assert problems["no-number"].subject.id == "p2"
    untold = [p for p in preflight(again, Options(), "badges") if "translation" in p.kind]
    assert any(p.subject.id == "p1" for p in untold)


def test_a_category_of_marks_that_are_not_seen_leaves_a_band_without_words() -> None:
    made = cards("badges", of(guest(1, "Ann Lee", category="\u200b")), arrangement="en")
    assert made.rendered.findings == ()
    assert "Ann Lee" in words_of(made, 0)


def test_the_language_of_its_bearer_is_first() -> None:
    korean = guest(1, "홍길동 (Gil-dong Hong)", organization="ksia")
    american = guest(2, "도제인 (Jane Doe)", organization="sia")
    said = words_of(cards("badges", of(korean, american), arrangement="stacked"), 0)
    assert said.index("홍길동") < said.index("Gil-dong Hong")
    assert said.index("Jane Doe") < said.index("도제인")
    apart = words_of(cards("badges", of(american), arrangement="facing", backs="long-edge"), 0)
    assert "도제인" in apart
    assert "Jane Doe" not in apart


def test_the_forum_is_named_in_both_languages() -> None:
    said = words_of(cards("badges", crowd(1), arrangement="stacked"), 0)
    assert "제2회 칩 포럼" in said
    assert "2nd Chip Forum" in said


def test_a_very_long_name_takes_more_lines_rather_than_small_type() -> None:
    name = "Wolfeschlegelsteinhausen-Maximiliana Hohenlohe-Waldenburg Schillingsfürst zu Berg"
    made = cards("badges", of(guest(1, name)), stock="avery-l4785", arrangement="en")
    (one,) = boxes(made, 0, "Hohenlohe")
    assert one[3] - one[1] > 3.2  # millimetres: 12 points and more
    assert made.rendered.findings == ()


def test_names_of_neighbours_stand_on_one_line() -> None:
    long = guest(2, "Ann Lee", office=Text.of(en="Deputy Director General for Trade " * 2))
    made = cards("badges", of(guest(1, "Bob Kim"), long), stock="avery-l4785", arrangement="en")
    (one,), (other,) = boxes(made, 0, "Bob Kim"), boxes(made, 0, "Ann Lee")
    assert one[3] == pytest.approx(other[3], abs=0.3)
