# SPDX-License-Identifier: MIT
"""A signed sheet typed back: what is understood, what is refused, what counts."""

import pytest

from forumdesk.domain.agenda import CheckIn, CheckInHow
from forumdesk.domain.attendance import Attendee
from forumdesk.domain.codes import row_code
from forumdesk.domain.people import Invitation
from forumdesk.domain.sheets import Verdict, rows, settled
from tests.domain.test_attendance import NINE


def read(text: str) -> list[tuple[tuple[int, ...], bool]]:
    return [(row.numbers, row.came) for row in rows(text)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1R 2W,3A\n5M;7F", [((1,), True), ((2,), True), ((3,), True), ((5,), True), ((7,), True)]),
        ("37Z-  38S", [((37,), False), ((38,), True)]),
        ("12n absent", [((12,), False)]),
        ("12N 결석, 7F 불참 5M", [((12,), False), ((7,), False), ((5,), True)]),
        ("12N x\n7F ok", [((12,), False), ((7,), True)]),
        ("1R..3A", [((1, 2, 3), True)]),
        ("1R .. 3A absent", [((1, 2, 3), False)]),
        ("1R-3A", [((1, 2, 3), True)]),
        ("1R~3A-", [((1, 2, 3), False)]),
        ("3A..1R", [((), True)]),
        ("1R..999999999N", [((), True)]),
        ("37ㅋ 2ㅉ- 1ㄱ..3ㅁ", [((37,), True), ((2,), False), ((1, 2, 3), True)]),
        ("37Y", [((), True)]),
        ("nonsense", [((), True)]),
        ("absent", [((), True)]),
        ("", []),
        (" \n,;\t", []),
    ],
)
def test_what_is_typed_is_understood(typed: str, meant: list[tuple[tuple[int, ...], bool]]) -> None:
    assert read(typed) == meant


def test_each_piece_knows_its_line() -> None:
    assert [(row.typed, row.line) for row in rows("1R\n\n2W 3A absent")] == [
        ("1R", 1),
        ("2W", 3),
        ("3A absent", 3),
    ]


def known() -> dict[int, Attendee]:
    inside = CheckIn("c", "p4", NINE, "A", CheckInHow.SCANNED)
    statuses = {2: Invitation.DECLINED}
    return {
        n: Attendee(
            f"p{n}",
            f"person {n}",
            None,
            None,
            statuses.get(n, Invitation.ACCEPTED),
            n,
            (inside,) if n == 4 else (),
        )
        for n in range(1, 7)
    }


def plan(text: str) -> list[tuple[int | str, Verdict]]:
    return [
        ((one.who.number or 0) if one.who else one.row.typed, one.verdict)
        for one in settled(rows(text), known())
    ]


def test_a_range_is_of_those_expected_and_a_single_code_of_anybody() -> None:
    assert plan("1R..6Y") == [
        (1, Verdict.CAME),
        (3, Verdict.CAME),
        (4, Verdict.ALREADY),
        (5, Verdict.CAME),
        (6, Verdict.CAME),
    ]
    assert plan("2W") == [(2, Verdict.CAME)]


def test_a_code_by_itself_counts_over_a_range_wherever_it_stands() -> None:
    assert plan("3A- 1R..6Y 5M-") == [
        (3, Verdict.ABSENT),
        (1, Verdict.CAME),
        (4, Verdict.ALREADY),
        (6, Verdict.CAME),
        (5, Verdict.ABSENT),
    ]


def test_of_two_the_last_counts() -> None:
    assert plan("1R 1R-") == [(1, Verdict.ABSENT)]
    assert plan("1R..3A absent 1R..3A") == [(1, Verdict.CAME), (3, Verdict.CAME)]


def test_who_is_in_but_absent_on_paper_is_taken_back() -> None:
    assert plan("4G-") == [(4, Verdict.TAKEN_BACK)]


def test_what_fits_nobody_is_told() -> None:
    assert plan(f"{row_code(99)} 7R {row_code(50)}..{row_code(60)}") == [
        (row_code(99), Verdict.UNKNOWN),
        ("7R", Verdict.WRONG),
        (f"{row_code(50)}..{row_code(60)}", Verdict.UNKNOWN),
    ]
