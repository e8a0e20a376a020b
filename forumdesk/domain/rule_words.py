# SPDX-License-Identifier: MIT
"""What a series' rule means, as people say it: how often, on which day, where, and when moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from forumdesk.domain.dates import date_long, month_named, weekday_named
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.forum import Moved, Series
from forumdesk.domain.languages import COUNTRIES_WITH_ARTICLE, country_name
from forumdesk.domain.recurrence import (
    LAST,
    Rule,
    Unit,
    last_day_of,
    parts_of,
    understood,
)
from forumdesk.domain.terms import T_
from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_, Words

NTH: Mapping[int, tuple[str, str]] = {
    1: T_("nth", "first"),
    2: T_("nth", "second"),
    3: T_("nth", "third"),
    4: T_("nth", "fourth"),
    5: T_("nth", "fifth"),
    LAST: T_("nth", "last"),
}
_OFTEN: Mapping[str, tuple[str, str]] = {
    "DAILY": (N_("every day"), N_("every {count} days")),
    "WEEKLY": (N_("every week"), N_("every {count} weeks")),
    "MONTHLY": (N_("every month"), N_("every {count} months")),
    "YEARLY": (N_("every year"), N_("every {count} years")),
}


@frozen
class Weekday:
    """A weekday that is said in any language; Monday is 0."""

    number: int

    def said(self, words: Words) -> str:
        """Its name."""
        return weekday_named(self.number, words.language)


@frozen
class Saying:
    """The rule of a series with its places, said in any language."""

    series: Series
    countries: tuple[str, ...] = ()  # whose public holidays count

    def said(self, words: Words) -> str:
        """The whole as one sentence without a full stop."""
        rule = rule_said(self.series.recurrence, words)
        if not rule:
            return words("no rule yet")
        where = places_said([words.text(place) for place in self.series.places], words)
        clause = ", ".join(filter(None, (rule, where)))
        moved = moved_said(self.series.moved, self.countries, words)
        return "; ".join(filter(None, (clause, moved)))


def rule_said(rrule: str, words: Words) -> str:
    """How often and on which day: "every year, last Thursday of June"; ``""`` for no rule."""
    if not rrule:
        return ""
    rule = understood(rrule)
    if rule is not None:
        return _rule_said(rule, words)
    try:
        return _other_said(parts_of(rrule), rrule, words)
    except ForumDeskError:
        return words("a rule that can’t be read: {rule}", rule=rrule[:80])


def _rule_said(rule: Rule, words: Words) -> str:
    often = _often_said(rule, words)
    months = _months_said(rule.months, words)
    if rule.nth:
        nth, weekday = words.context(*NTH[rule.nth]), weekday_named(rule.weekday, words.language)
        if not months:
            months = words("the month")
        return words(
            "{often}, {nth} {weekday} of {months}",
            often=often,
            nth=nth,
            weekday=weekday,
            months=months,
        )
    if rule.day:
        return _on_day(rule, often, months, words)
    return words("{often}, in {months}", often=often, months=months) if months else often


def _on_day(rule: Rule, often: str, months: str, words: Words) -> str:
    """On a day of the month, whatever weekday that is."""
    if rule.day == LAST:
        return words(
            "{often}, last day of {months}", often=often, months=months or words("the month")
        )
    if not months:
        return words("{often}, on day {day} of the month", often=often, day=rule.day)
    return words("{often}, {months} {day}", often=often, months=months, day=rule.day)


def _often_said(rule: Rule, words: Words) -> str:
    if rule.unit is Unit.YEARS and rule.every == 1 and len(rule.months) == 2:
        return words("twice a year")
    if rule.unit is Unit.YEARS and rule.every == 1 and len(rule.months) > 2:
        return words("{count} times a year", count=len(rule.months))
    if rule.unit is Unit.MONTHS and rule.every == 6:
        return words("every half-year")
    return _every("YEARLY" if rule.unit is Unit.YEARS else "MONTHLY", rule.every, words)


def _every(frequency: str, interval: int, words: Words) -> str:
    one, many = _OFTEN[frequency]
    return words(one) if interval == 1 else words(many, count=interval)


def _other_said(parts: Mapping[str, str], rrule: str, words: Words) -> str:
    """What can be told of a rule that people don't edit, and the rule itself."""
    said = [_every(parts["FREQ"], int(parts.get("INTERVAL", 1)), words)]
    if "BYMONTH" in parts:
        numbers = tuple(map(int, parts["BYMONTH"].split(",")))
        said.append(words("in {months}", months=_months_said(numbers, words)))
    if "COUNT" in parts:
        said.append(
            words.plural("{count} time in all", "{count} times in all", int(parts["COUNT"]))
        )
    end = last_day_of(rrule)
    if end is not None:
        said.append(words("until {day}", day=date_long(end, words.language)))
    if parts.keys() & {"BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS"}:
        said.append(words("by the rule {rule}", rule=rrule))
    return ", ".join(said)


def places_said(places: Sequence[str], words: Words) -> str:
    """Where it meets in turn: "in turn Washington and Seoul"; ``""`` where nothing is said."""
    named = [place for place in places if place]
    match named:
        case []:
            return ""
        case [place]:
            return words("always in {place}", place=place)
        case [one, other]:
            return words("in turn {one} and {other}", one=one, other=other)
    return words("in turn {places}", places=", ".join(named))


def moved_said(moved: Moved, countries: Sequence[str], words: Words) -> str:
    """Where a day goes that is a public holiday."""
    if moved is Moved.STAYS or not countries:
        return ""
    named = _either([country_in(country, words.language) for country in countries], words)
    if moved is Moved.BEFORE:
        return words(
            "moved to the working day before if it is a public holiday in {countries}",
            countries=named,
        )
    return words(
        "moved to the next working day if it is a public holiday in {countries}", countries=named
    )


def country_in(country: str, language: str) -> str:
    """A country (ISO 3166-1) as it stands after "in": "the United States"; its code if unknown."""
    name = country_name(country, language) or country
    return f"the {name}" if language == "en" and country in COUNTRIES_WITH_ARTICLE else name


def _either(named: Sequence[str], words: Words) -> str:
    if len(named) != 2:
        return ", ".join(named)
    return words("{one} or {other}", one=named[0], other=named[1])


def _months_said(months: Sequence[int], words: Words) -> str:
    named = [month_named(month, words.language) for month in months]
    if len(named) > 1 and words.language == "en":
        return f"{', '.join(named[:-1])} and {named[-1]}"
    return ", ".join(named)
