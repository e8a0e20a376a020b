# SPDX-License-Identifier: MIT
"""Numbers of a spreadsheet as the text that somebody sees: in full, as days, with their zeros.

A file stores what was typed as binary fractions and days as numbers; the format of the cell says
what they are. Telephone numbers stand in formats such as ``000-0000-0000``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from functools import lru_cache, partial
from math import isfinite

Show = Callable[[str], str]

# The formats that have numbers instead of codes; those of East Asia are 27 to 36 and 50 to 58.
_DATES = {14, 15, 16, 17, 22, *range(27, 32), 36, *range(50, 55), 57, 58}
_TIMES = {18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56}
_WITH_TIME = {22}
_SPACER = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_DIGITS_ONLY = re.compile(r'(?:\[[<>=]+\d+\])?(?:[0#\-. ()/]|\\.|"[^"]*")+')
_CONDITION = re.compile(r"\[(<=|>=|<|>|=)(\d+)\]")
_TESTS: dict[str, Callable[[int, int], bool]] = {
    "<=": int.__le__, ">=": int.__ge__, "<": int.__lt__, ">": int.__gt__, "=": int.__eq__,
}  # fmt: skip


def number(text: str) -> str:
    """A number in full, as it was typed: no powers of ten, no traces of binary fractions."""
    if text.isdecimal():
        return text
    try:
        value = float(text)
    except ValueError:
        return text
    if not isfinite(value):
        return text
    if value == int(value):
        return format(Decimal(text).quantize(Decimal(1)) if abs(value) < 1e18 else int(value), "f")
    return format(Decimal(repr(value)), "f")


def show_for(format_id: int, code: str, base: datetime) -> Show:
    """How numbers of a format are shown; ``base`` is the day from which the file counts."""
    if code:
        parts = _SPACER.sub("", code.split(";", maxsplit=1)[0]).casefold().replace("general", "")
        day, clock = (
            bool(re.search(r"[ymd]", _without_minutes(parts))),
            bool(re.search("[hs]", parts)),
        )
    else:
        day, clock = format_id in _DATES, format_id in _TIMES or format_id in _WITH_TIME
    if day or clock:
        return partial(_moment, base, day, clock)
    if _is_digits(code):
        return partial(_digits, code)
    return number


def _without_minutes(parts: str) -> str:
    """A format without the ``m`` that stand for minutes, beside hours or seconds."""
    return re.sub(r"(?<=[h\]])([^a-z]*)m+|m+(?=[^a-z]*s)", r"\1", parts)


def _moment(base: datetime, day: bool, clock: bool, text: str) -> str:
    try:
        serial = float(text)
        # The first of these calendars has a 29 February 1900, so that days before it are off.
        days = serial + 1 if base.year < 1900 and serial < 60 else serial
        at = base + timedelta(seconds=round(days * 86400))
    except (ValueError, OverflowError):
        return number(text)
    if serial < 0:
        return number(text)
    if serial < 1 or not day:
        return f"{at:%H:%M}"
    return f"{at:%Y-%m-%d %H:%M}" if clock else f"{at:%Y-%m-%d}"


def _is_digits(code: str) -> bool:
    """Whether a format says where each digit of a number stands: 000-0000-0000, 00000."""
    sections = code.split(";")
    if not all(_DIGITS_ONLY.fullmatch(section) for section in sections) or "." in code:
        return False
    return any(len(re.findall("[0#]", section)) > 2 for section in sections) and code != "###0"


@lru_cache(maxsize=1024)
def _digits(code: str, text: str) -> str:
    """A whole number with its digits in the places of a format."""
    plain = number(text)
    if not plain.isdecimal():
        return plain
    section = _CONDITION.sub("", _section(code, int(plain)))
    places = re.findall(r'"[^"]*"|\\.|[0#]|.', section)
    room = sum(place in ("0", "#") for place in places)
    digits = plain if int(plain) else ""
    given = digits.rjust(room, "\0")
    out = [given[: len(given) - room]]
    given = given[len(given) - room :]
    for place in places:
        if place in ("0", "#"):
            digit, given = given[0], given[1:]
            out.append(("0" if place == "0" else "") if digit == "\0" else digit)
        else:
            out.append(place.strip('"') if place[0] == '"' else place[-1])
    return "".join(out).strip()


def _section(code: str, value: int) -> str:
    """The part of a format that is for a value: that whose condition holds, else the last."""
    sections = code.split(";")
    for section in sections:
        condition = _CONDITION.match(section)
        if condition is None:
            return section
        if _TESTS[condition[1]](value, int(condition[2])):
            return section
    return sections[-1]
