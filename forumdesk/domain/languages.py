# SPDX-License-Identifier: MIT
"""Languages: what they are called, and which a country speaks. Babel is loaded when asked."""

from __future__ import annotations

from functools import cache

COUNTRIES_WITH_ARTICLE = frozenset({"US", "GB", "AE", "NL", "PH", "DO", "BS", "MV"})
"""Those that have an article in an English sentence: "the United States"."""


def base(language: str) -> str:
    """A language tag without region or script: ``ko`` of ``ko-KR``."""
    return language.split("-", maxsplit=1)[0].lower()


@cache
def spoken_in(country: str) -> str:
    """The first official language of a country (ISO 3166-1), ``""`` where that is not known."""
    from babel.languages import get_official_languages  # noqa: PLC0415

    code = country.upper()
    official = get_official_languages(code) or get_official_languages(
        code, regional=True, de_facto=True
    )
    return official[0].split("_")[0] if official else ""


@cache
def language_name(tag: str, language: str) -> str:
    """What a language (BCP 47 tag) is called in another: ``ko`` in ``en`` is "Korean"."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415

    try:
        said = Locale.parse(tag, sep="-").get_display_name(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return tag
    return said or tag


@cache
def country_name(code: str, language: str) -> str:
    """What a country (ISO 3166-1 alpha-2) is called in a language; ``""`` if it is unknown."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415

    try:
        territories = Locale.parse(language, sep="-").territories
    except (UnknownLocaleError, ValueError):
        return ""
    return str(territories.get(code.upper(), ""))


_STATES = {("KR", "en"): "Republic of Korea", ("KP", "en"): "Democratic People’s Republic of Korea"}
"""States by the names they go by among states, where everyday ones are others."""


def state_name(code: str, language: str, *, article: bool = False) -> str:
    """What a state calls itself before others ("Republic of Korea"); its code if it is unknown.

    ``article``: as it stands after "of" in English: "the Republic of Korea".
    """
    code = code.upper()
    name = _STATES.get((code, language)) or country_name(code, language) or code
    takes = language == "en" and (code in COUNTRIES_WITH_ARTICLE or "Republic" in name)
    return f"the {name}" if article and takes else name
