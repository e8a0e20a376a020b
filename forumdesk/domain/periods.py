# SPDX-License-Identifier: MIT
"""Periods in which something is due: "early September 2024", "2026년 상반기", their last days."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from forumdesk.domain.numbering import ordinal
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import Text


class Share(StrEnum):
    """Which part of a month or a year is meant."""

    WHOLE = ""
    EARLY = "early"
    MID = "mid"
    LATE = "late"
    END = "end"


class Unit(StrEnum):
    """What a period is a stretch of."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    SEASON = "season"
    YEAR = "year"


# The last day of a share of a month, and the last month of one of a year: by "early 2025" people
# mean its first quarter, by "mid-2025" June or July.
_DAY_OF = {Share.EARLY: 10, Share.MID: 20}
_MONTH_OF = {Share.EARLY: 3, Share.MID: 7}
_MONTHS_IN = {Unit.QUARTER: 3, Unit.HALF: 6, Unit.SEASON: 3}
_SEASONS = ("spring", "summer", "autumn", "winter")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
_NTH = ("first", "second", "third", "fourth")
_KO_SHARES: Mapping[Unit, Mapping[Share, str]] = MappingProxyType(
    {
        Unit.MONTH: {Share.EARLY: " 초", Share.MID: " 중순", Share.LATE: " 하순", Share.END: " 말"},
        Unit.YEAR: {Share.EARLY: " 초", Share.MID: " 중반", Share.LATE: " 후반", Share.END: " 말"},
    }
)
_EN_SHARES: Mapping[Share, str] = MappingProxyType(
    {Share.EARLY: "early ", Share.MID: "mid-", Share.LATE: "late ", Share.END: "end of "}
)
_KO_SEASONS = ("봄", "여름", "가을", "겨울")


@frozen
class Period:
    """A stretch of a year; ``number`` counts months, quarters, halves or seasons from 1.

    ``before``: due before the period begins, not by its end.
    """

    unit: Unit
    year: int
    number: int = 1
    share: Share = Share.WHOLE
    before: bool = False

    @property
    def first(self) -> date:
        """Its first day, its share set aside."""
        if self.unit is Unit.SEASON:
            return date(self.year, 3 * self.number, 1)
        return date(self.year, (self.number - 1) * _MONTHS_IN.get(self.unit, 1) + 1, 1)

    @property
    def last(self) -> date:
        """The last day on which it is in time."""
        if self.before:
            return date.fromordinal(self.first.toordinal() - 1)
        if self.unit is Unit.MONTH and self.share in _DAY_OF:
            return date(self.year, self.number, _DAY_OF[self.share])
        month = self.number * _MONTHS_IN.get(self.unit, 1)
        if self.unit is Unit.YEAR:
            month = _MONTH_OF.get(self.share, 12)
        elif self.unit is Unit.SEASON:  # spring ends in May, winter in the next year's February
            month += 2
        return _end(self.year + (month > 12), (month - 1) % 12 + 1)

    @property
    def wording(self) -> Text:
        """How it is said in Korean and in English."""
        ko, en = _korean(self), _english(self)
        if self.before:
            return Text.of(ko=f"{ko} 전까지", en=f"before {en}")
        return Text.of(ko=ko, en=en)


def _end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _korean(period: Period) -> str:
    year, number = f"{period.year}년", period.number
    share = _KO_SHARES.get(period.unit, {}).get(period.share, "")
    match period.unit:
        case Unit.MONTH:
            return f"{year} {number}월{share}"
        case Unit.QUARTER:
            return f"{year} {number}분기"
        case Unit.HALF:
            return f"{year} {'상반기' if number == 1 else '하반기'}"
        case Unit.SEASON:
            return f"{year} {_KO_SEASONS[number - 1]}"
    return f"{year}{share}"


def _english(period: Period) -> str:
    share, number = _EN_SHARES.get(period.share, ""), period.number
    match period.unit:
        case Unit.MONTH:
            return f"{share}{_MONTHS[number - 1]} {period.year}"
        case Unit.QUARTER:
            return f"{_NTH[number - 1]} quarter of {period.year}"
        case Unit.HALF:
            return f"{_NTH[number - 1]} half of {period.year}"
        case Unit.SEASON:
            return f"{_SEASONS[number - 1]} {period.year}"
    return f"{share}{period.year}"


def forum_wording(number: int | None) -> Text:
    """ "By the next forum", or by one of a number."""
    if number is None:
        return Text.of(ko="다음 포럼까지", en="by the next forum")
    return Text.of(ko=f"제{number}회 포럼까지", en=f"by the {ordinal(number, 'en')} forum")


_LENGTHS = {"day": "일", "week": "주", "month": "개월", "year": "년"}


def length_wording(count: int, unit: str) -> Text:
    """ "Within 6 months"."""
    plural = "" if count == 1 else "s"
    return Text.of(ko=f"{count}{_LENGTHS[unit]} 이내", en=f"within {count} {unit}{plural}")
