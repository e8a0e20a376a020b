# SPDX-License-Identifier: MIT
"""How a participant is named at a door and on paper: by a number of the edition.

A row of a sign-in sheet bears the number and a check letter (``37Z``), for people to read and
type. A badge bears digits alone (``481500003762``) in its QR code: scanners type like a keyboard,
and only digits come out the same whatever input method is on.
"""

from __future__ import annotations

from uuid import UUID

from forumdesk.domain.patterns import Pattern
from forumdesk.domain.people import Participation
from forumdesk.domain.values import frozen

# Of a number modulo 23: a wrong or swapped digit always gives another letter, 23 being a prime
# larger than any difference of digits. The letters and their order are those of the Spanish
# identity document (NIF, Real Decreto 1553/2005): no I, O or U to be mistaken for digits.
_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"
# The same keys while a Korean input method is on (KS X 5002), shifted ones too: typing goes on
# without looking at the screen.
_KEYS = str.maketrans(
    "ㅂㅃㅈㅉㄷㄸㄱㄲㅅㅆㅛㅔㅖㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ",
    "QQWWEERRTTYPPASDFGHJKLZXCVBNM",
)
_ROW = Pattern(r"0*(\d{1,9}) ?-?([A-Za-z])")
_SCANNED = Pattern(r"(\d{4})(\d{6,9})(\d{2})")


@frozen
class Scanned:
    """What a badge says: the tag of its edition, and the participant's number there."""

    tag: str
    number: int


def row_code(number: int) -> str:
    """The number of a participant with its check letter: ``37Z``."""
    return f"{number}{_LETTERS[number % 23]}"


def number_of_row(typed: str) -> int | None:
    """The number that a typed row code names; ``None`` where its letter does not fit."""
    found = _ROW.fullmatch(as_keyed(typed).strip())
    if not found:
        return None
    number = int(found[1])
    return number if row_code(number)[-1] == found[2].upper() else None


def as_keyed(typed: str) -> str:
    """What is typed with its single Hangul letters as the Latin letters of the same keys."""
    return typed.translate(_KEYS)


def edition_tag(edition: str) -> str:
    """Four digits that tell badges of an edition from those of another."""
    try:
        return f"{UUID(edition).int % 10_000:04}"
    except ValueError:  # an id of another program's making
        return f"{sum(edition.encode()) % 10_000:04}"


def scan_code(participation: Participation) -> str:
    """The digits of a badge's QR code; ``""`` while a participant has no number.

    Tag, number and two check digits (ISO/IEC 7064, MOD 97-10).
    """
    if participation.number is None:
        return ""
    plain = f"{edition_tag(participation.edition)}{participation.number:06}"
    return f"{plain}{98 - int(plain) * 100 % 97:02}"


def scanned(text: str) -> Scanned | None:
    """What a scanner typed, if it is the code of a badge; ``None`` otherwise."""
    found = _SCANNED.fullmatch(text.strip())
    if not found or int(found[0]) % 97 != 1:
        return None
    return Scanned(found[1], int(found[2]))
