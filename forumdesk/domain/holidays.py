# SPDX-License-Identifier: MIT
"""Public holidays of countries, substitutes included, by the library ``holidays``.

It is loaded when asked for the first time: it and a country's rules take a tenth of a second.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from forumdesk.domain.wording import Text

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
    return {day: Text.of(names or {"": own[day]}) for day, names in found.items()}


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
