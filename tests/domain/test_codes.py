# SPDX-License-Identifier: MIT
"""What stands on badges and beside rows names one participant, and a slip of the hand nobody."""

import pytest

from forumdesk.domain.codes import Scanned, number_of_row, row_code, scan_code, scanned
from forumdesk.domain.people import Participation

EDITION = "01900000-0000-7000-8000-000000000039"


def participant(number: int | None) -> Participation:
    return Participation("p", EDITION, "x", number=number)


@pytest.mark.parametrize("typed", ["37Z", "37z", " 037Z", "37-Z", "37 Z"])
def test_a_row_is_typed_in_any_way(typed: str) -> None:
    assert row_code(37) == "37Z"
    assert number_of_row(typed) == 37


def test_a_wrong_or_swapped_digit_names_no_row() -> None:
    for number in (7, 37, 160, 1234, 99_999):
        digits, letter = str(number), row_code(number)[-1]
        for place in range(len(digits)):
            for other in "0123456789":
                slip = digits[:place] + other + digits[place + 1 :]
                if int(slip) != number:
                    assert number_of_row(slip + letter) is None
        for place in range(len(digits) - 1):
            a, b = digits[place], digits[place + 1]
            slip = digits[:place] + b + a + digits[place + 2 :]
            if slip != digits:
                assert number_of_row(slip + letter) is None


@pytest.mark.parametrize("number", [1, 37, 999_999, 1_234_567])
def test_a_badge_says_edition_and_number_in_digits(number: int) -> None:
    code = scan_code(participant(number))
    assert code.isdigit()
    assert scanned(f"{code}\n") == Scanned("8217", number)


def test_a_participant_without_a_number_has_no_code() -> None:
    assert scan_code(participant(None)) == ""


@pytest.mark.parametrize(
    "text", ["", "37Z", "ABC", "503300003700", "https://a.example/503300003733"]
)
def test_anything_else_is_no_badge(text: str) -> None:
    assert scanned(text) is None
