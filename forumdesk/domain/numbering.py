# SPDX-License-Identifier: MIT
"""The number of an edition as it stands in a title: 제3회, 3rd, III, Third.

In a pattern ``{n}`` is the number, ``{n}th`` its ordinal, ``{N}`` or ``{roman}`` a Roman
numeral, ``{ordinal}`` a word where the language has one here, ``{title}`` the series' title.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

USUAL = {
    "ko": "제{n}회 {title}",
    "ja": "第{n}回{title}",
    "zh": "第{n}届{title}",
    "en": "{n}th {title}",
}
T = TypeVar("T")

_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_ONES = (
    *("", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth"),
    *("Tenth", "Eleventh", "Twelfth", "Thirteenth", "Fourteenth", "Fifteenth", "Sixteenth"),
    *("Seventeenth", "Eighteenth", "Nineteenth"),
)
_TENS = ("Twent", "Thirt", "Fort", "Fift", "Sixt", "Sevent", "Eight", "Ninet")


def numbered(pattern: str, number: int, language: str, title: str) -> str:
    """A title by a pattern; the series' title follows where the pattern does not name it."""
    values = {
        "{n}th": ordinal(number, language),
        "{n}": str(number),
        "{N}": roman(number),
        "{roman}": roman(number),
        "{ordinal}": ordinal_word(number, language),
    }
    for token, value in values.items():
        pattern = pattern.replace(token, value)
    return pattern.replace("{title}", title) if "{title}" in pattern else f"{pattern} {title}"


def ordinal(number: int, language: str) -> str:
    """A number as it stands in an edition's title: ``1`` in Korean, ``1st`` in English."""
    if language.split("-", maxsplit=1)[0] != "en":
        return str(number)
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def roman(number: int) -> str:
    """A Roman numeral: ``XXXI``; the number itself from 4000 on, for which there is none."""
    if not 1 <= number < 4000:
        return str(number)
    said = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        said += sign * times
    return said


def ordinal_word(number: int, language: str) -> str:
    """An ordinal in a word: "Twenty-First"; as a figure beyond ninety-nine and elsewhere."""
    if language.split("-", maxsplit=1)[0] != "en" or not 1 <= number < 100:
        return ordinal(number, language)
    if number < len(_ONES):
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return f"{_TENS[tens - 2]}y-{_ONES[ones]}" if ones else f"{_TENS[tens - 2]}ieth"


def counted_on(items: Sequence[T], first: T, number: int) -> list[tuple[T, int]]:
    """Numbers from one of some things on, in their order: those before it keep theirs."""
    return [(item, number + n) for n, item in enumerate(items[items.index(first) :])]
