# SPDX-License-Identifier: MIT
"""Certificates: who has earned one, what they say, in whose order they are signed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from forumdesk.domain.agenda import CheckIn, CheckInHow, Part, Role
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.wording import EMPTY, Text
from forumdesk.handouts.catalogue import options_for
from forumdesk.handouts.preflight import preflight
from tests.handouts.cards import Cards, boxes, cards, words_of
from tests.handouts.dossiers import at, forum, titled

NOON = datetime(2025, 9, 3, 3, tzinfo=UTC)


def came(*lines: tuple[str, CheckInHow]) -> Dossier:
    log = tuple(
        CheckIn(f"c{n}", one, NOON + timedelta(minutes=n), how=how)
        for n, (one, how) in enumerate(lines)
    )
    return forum(check_ins=log, images=())


def got(made: Cards) -> list[str]:
    return [card.participation for card in made.content.cards]


def test_who_was_checked_in_attended_unless_that_was_undone() -> None:
    dossier = came(
        ("p-hong", CheckInHow.SCANNED),
        ("p-doe", CheckInHow.TYPED),
        ("p-doe", CheckInHow.UNDONE),
        ("p-ministry", CheckInHow.PAPER),
    )
    assert got(cards("certificates", dossier)) == ["p-hong"]
    again = came(
        ("p-doe", CheckInHow.TYPED), ("p-doe", CheckInHow.UNDONE), ("p-doe", CheckInHow.PAPER)
    )
    assert got(cards("certificates", again)) == ["p-doe"]


def test_what_a_certificate_says() -> None:
    made = cards("certificates", came(("p-hong", CheckInHow.SCANNED)))
    said = " ".join(words_of(made, 0).split())
    for words in (
        *("참가 증명서", "Certificate of Attendance", "홍길동", "Gil-dong Hong", "한국협회 회장"),
        "위 사람은 서울 큰집에서 열린 제2회 칩 포럼에 참가하였음을 증명합니다.",
        "took part in the 2nd Chip Forum, held at Great House, Seoul.",
        *("2025년 9월 3일", "September 3, 2025", "한국협회", "U.S. Association"),
    ):
        assert words in said
    assert "Ministry" not in said  # who supports does not sign


def test_a_place_that_ends_in_a_full_stop_ends_the_sentence() -> None:
    there = came(("p-hong", CheckInHow.SCANNED))
    capital = Text.of(ko="워싱턴 D.C.", en="Great House, Washington, D.C.")
    edition = replace(there.edition, venue=capital, city=EMPTY)
    said = words_of(cards("certificates", replace(there, edition=edition)), 0)
    assert "Washington, D.C.\n" in said.replace("\r", "")
    assert "워싱턴 D.C.에서 열린" in " ".join(said.split())


def test_speakers_are_thanked_by_what_they_presented() -> None:
    talk = (titled("talk", "강연", "On Chips", starts=at("09:45"), minutes=45),)
    parts = (
        Part("a", "talk", "p-doe", Role.PRESENTS),
        Part("b", "talk", "p-hong", Role.INTERPRETS),
    )
    dossier = forum(sessions=talk, parts=parts, images=())
    made = cards("certificates", dossier, certificate="speaking", arrangement="en")
    assert got(made) == ["p-doe"]
    assert "speaking on “On Chips” at the 2nd Chip Forum" in " ".join(words_of(made, 0).split())
    remarks = forum(sessions=talk, parts=(Part("a", "talk", "p-doe", Role.OPENS),), images=())
    made = cards("certificates", remarks, certificate="speaking", arrangement="en")
    assert "In appreciation of speaking at the 2nd" in " ".join(words_of(made, 0).split())


def left_of(made: Cards, words: str) -> float:
    return boxes(made, 0, words)[-1][0]


def test_hosts_sign_in_the_order_of_the_copy() -> None:
    dossier = came(("p-doe", CheckInHow.SCANNED))

    def order(**given: Any) -> bool:
        made = cards("certificates", dossier, **given)
        return left_of(made, "한국협회") < left_of(made, "미국협회")

    assert order()
    assert order(first_host="ksia")
    assert not order(first_host="sia")


def test_that_nobody_was_checked_in_is_told() -> None:
    dossier = forum(images=())
    kinds = [p.kind for p in preflight(dossier, options_for(dossier), "certificates")]
    assert kinds.count("nobody-came") == 1
    made = cards("certificates", dossier)
    assert made.rendered.pages == 1
    assert "인쇄할 내용이 없습니다." in words_of(made, 0)
