# SPDX-License-Identifier: MIT
"""Public holidays of countries, substitutes included, by the library ``holidays``.

It is loaded when asked for the first time: it and a country's rules take a tenth of a second.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from forumdesk.domain.wording import Text

# What the library says in English alone of the United States (5 U.S.C. 6103), in Korean.
_IN_KOREAN = {
    "New Year's Day": "새해 첫날",
    "Martin Luther King Jr. Day": "마틴 루서 킹 목사의 날",
    "Washington's Birthday": "대통령의 날",
    "Memorial Day": "메모리얼 데이",
    "Juneteenth National Independence Day": "노예해방 기념일",
    "Independence Day": "독립기념일",
    "Labor Day": "노동절",
    "Columbus Day": "콜럼버스의 날",
    "Veterans Day": "재향군인의 날",
    "Thanksgiving Day": "추수감사절",
    "Christmas Day": "성탄절",
}
_LANGUAGES = {"ko": ("ko",), "en": ("en_US", "en_GB", "en")}


@cache
def public_holidays(country: str, year: int) -> Mapping[date, Text]:
    """What a country (ISO 3166-1) celebrates in a year, by day; nothing of one not known.

    In Korean and English where the library says it so, else in the country's own language.
    """
    from holidays import country_holidays  # noqa: PLC0415
    from holidays.registry import COUNTRIES  # noqa: PLC0415

    if country not in {names[1] for names in COUNTRIES.values()}:
        return {}
    own = country_holidays(country, years=year)
    spoken = getattr(own, "supported_languages", ())
    found: dict[date, dict[str, str]] = {day: {} for day in own}
    for reader, tags in _LANGUAGES.items():
        tag = next((tag for tag in tags if tag in spoken), None)
        if tag is None and not (reader == "en" and not spoken):
            continue
        said = country_holidays(country, years=year, language=tag) if tag else own
        for day, names in found.items():
            names[reader] = said.get(day, "")
    return {day: _named(names, own[day]) for day, names in found.items()}


def _named(names: Mapping[str, str], own: str) -> Text:
    """A holiday's name; in its country's language where the library knows no other."""
    plain = names.get("en", "").removesuffix(" (observed)")
    korean = _IN_KOREAN.get(plain, "")
    if korean and plain != names["en"]:
        korean += " 대체 휴일"
    return Text.of({"ko": korean, **names} if names else {"": own})


@cache
def country_of(timezone: str) -> str:
    """The country (ISO 3166-1) of a time zone (IANA); ``""`` for one of no country."""
    from babel.core import get_global  # noqa: PLC0415

    territory = str(get_global("zone_territories").get(timezone, ""))
    return "" if territory == "001" else territory


@cache
def country_named(country: str, language: str) -> str:
    """What a country (ISO 3166-1) is called; its code where nobody knows."""
    from babel import Locale  # noqa: PLC0415

    return str(Locale.parse(language, sep="-").territories.get(country, country))


@cache
def weekend_of(country: str) -> frozenset[int]:
    """The weekdays (Monday is 0) on which a country rests; Saturday and Sunday if unknown."""
    rules = _rules_of(country)
    return frozenset(rules.weekend) if rules is not None else frozenset({5, 6})


@cache
def known_until(country: str) -> int:
    """The last year whose public holidays the library knows; 0 for a country it does not know."""
    rules = _rules_of(country)
    return int(rules.end_year) if rules is not None else 0


def _rules_of(country: str) -> Any:  # noqa: ANN401 - of a library that is loaded when asked
    from holidays import country_holidays  # noqa: PLC0415
    from holidays.registry import COUNTRIES  # noqa: PLC0415

    if country not in {names[1] for names in COUNTRIES.values()}:
        return None
    return country_holidays(country)
