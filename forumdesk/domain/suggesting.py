# SPDX-License-Identifier: MIT
"""When and where a series meets next, by its rule, and what speaks against each of the days.

Everything follows from what is in the file and from ``today``: the same gives the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from forumdesk.domain.chronicle import Chronicle
from forumdesk.domain.forum import Edition, Moved, Series
from forumdesk.domain.holidays import country_of, known_until, public_holidays, weekend_of
from forumdesk.domain.recurrence import days_of, next_days, rule_of, understood
from forumdesk.domain.rotation import Place, hosts_in_turn, turns
from forumdesk.domain.rule_words import Saying, Weekday, country_in
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import EMPTY, Text
from forumdesk.domain.words import N_, Phrase

SUGGESTED = 5
_LONGEST = 31  # days of an edition
_FURTHEST = 21  # days that one is moved by
_MOVED_WHOLE = 5  # days of an edition at most that fit between two weekends


class Kind(StrEnum):
    """What a caution is about."""

    HOLIDAY = "holiday"
    WEEKEND = "weekend"
    MOVED = "moved"
    CLASH = "clash"
    NEAR = "near"
    LEAD = "lead"
    SKIPPED = "skipped"
    NO_DAY = "no-day"
    BEYOND = "beyond"


@frozen
class Caution:
    """Something to know before a day is settled."""

    kind: Kind
    phrase: Phrase


@frozen
class Suggestion:
    """A meeting to come: its number, days, place and zone, and its hosts in order (by id).

    ``by_rule`` is the day the rule gives, before it was moved off a holiday; ``edition`` an
    edition of the file that has no day yet and that it would be for.
    """

    number: int
    first_day: date
    last_day: date
    by_rule: date
    place: Text = EMPTY
    timezone: str = "UTC"
    hosts: tuple[str, ...] = ()
    edition: str | None = None
    cautions: tuple[Caution, ...] = ()


@frozen
class Outlook:
    """What a series has before it; ``assumed`` tells a rule that is only as it met last."""

    saying: Saying
    suggestions: tuple[Suggestion, ...] = ()
    cautions: tuple[Caution, ...] = ()
    skipped: tuple[int, ...] = ()
    assumed: str = ""


def outlook(of: Chronicle, today: date, count: int = SUGGESTED) -> Outlook:
    """The next meetings of a series, with what speaks against each of them."""
    saying = Saying(of.series, of.countries)
    _, assumed = _rule(of)
    suggested = _suggested(of, today, count)
    others = [_suggested(other, today, 2 * count) for other in of.others]
    told = tuple(
        replace(one, cautions=(*_cautions(of, one, today), *_clashes(of, one, others)))
        for one in suggested
    )
    skipped = skipped_years(of, today)
    return Outlook(saying, told, tuple(_of_all(of, told, today)), skipped, assumed)


def next_day(of: Chronicle, after: date) -> date | None:
    """The first day of the next meeting after a day; ``None`` where neither rule nor past say."""
    found = _suggested(of, after, 1)
    return found[0].first_day if found else None


def _rule(of: Chronicle) -> tuple[str, str]:
    """The rule of a series; where it has none, the one its latest edition suggests."""
    if of.series.recurrence or not of.dated:
        return of.series.recurrence, ""
    latest = of.dated[-1].first_day
    assumed = rule_of(latest).rrule if latest else ""
    return assumed, assumed


def _suggested(of: Chronicle, today: date, count: int) -> list[Suggestion]:
    """The next meetings, moved as the series says, with no cautions yet."""
    rrule, _ = _rule(of)
    dated = of.dated
    met = dated[-1].first_day if dated else None
    begun = dated[0].first_day if dated else None
    days = next_days(rrule, met, max(today, met or today), count, begun=begun) if rrule else ()
    length = _length(dated[-1]) if dated else 1
    places = turns(of.series, dated, len(days))
    numbers = [e.number or 0 for e in of.editions if e.first_day or e not in of.open]
    first = max(numbers, default=0) + 1
    found = []
    for n, (day, place) in enumerate(zip(days, places, strict=True)):
        start = _moved(of, day, length, place.timezone)
        last = start + timedelta(days=length - 1)
        hosts = hosts_in_turn(of.hosts, place.timezone, first + n - 1)
        one = Suggestion(first + n, start, last, day, place.name, place.timezone, hosts)
        found.append(_for_open(of, one, n))
    return found


def _for_open(of: Chronicle, one: Suggestion, n: int) -> Suggestion:
    """A meeting for an edition that is there but has no day yet."""
    if n >= len(of.open):
        return one
    waiting = of.open[n]
    number = waiting.number if waiting.number is not None else one.number
    place = Place(waiting.city, waiting.timezone) if waiting.city else None
    placed = replace(one, place=place.name, timezone=place.timezone) if place else one
    return replace(placed, number=number, edition=waiting.id)


def _length(edition: Edition) -> int:
    first = edition.first_day or date.min
    return min(((edition.last_day or first) - first).days + 1, _LONGEST)


# Moving


def _moved(of: Chronicle, day: date, length: int, timezone: str) -> date:
    """A day that is none to meet on, moved to the nearest that is, as the series says."""
    series, countries = of.series, of.countries
    if series.moved is Moved.STAYS:
        return day
    rest = weekend_of(country_of(timezone))
    days = _span(day, length) if length <= _MOVED_WHOLE else [day]
    free = any(_holidays(countries, one) for one in days)
    if not free and (_names_weekday(series) or not any(d.weekday() in rest for d in days)):
        return day
    step = timedelta(days=1 if series.moved is Moved.AFTER else -1)
    for n in range(1, _FURTHEST):
        wanted = day + n * step
        days = _span(wanted, len(days))
        if not any(d.weekday() in rest or _holidays(countries, d) for d in days):
            return wanted
    return day


def _span(first: date, length: int) -> list[date]:
    return [first + timedelta(days=n) for n in range(length)]


def _names_weekday(series: Series) -> bool:
    """Whether the rule itself says on which weekday it meets: a weekend is meant then."""
    return "BYDAY" in series.recurrence or not series.recurrence


def _holidays(countries: Sequence[str], day: date) -> list[tuple[str, Text]]:
    found = ((country, public_holidays(country, day.year).get(day)) for country in countries)
    return [(country, name) for country, name in found if name is not None]


# What speaks against a day


def _cautions(of: Chronicle, one: Suggestion, today: date) -> Iterator[Caution]:
    home = country_of(one.timezone)
    countries = tuple(dict.fromkeys([*of.countries, *([home] if home else [])]))
    if one.first_day != one.by_rule:
        yield _told_moved(of, one)
    for day in _span(one.first_day, (one.last_day - one.first_day).days + 1):
        for country, name in _holidays(countries, day):
            yield _caution(
                *(Kind.HOLIDAY, N_("{day} is a public holiday in {country}: {holiday}.")),
                day=day.isoformat(),
                country=_country(country),
                holiday=name,
            )
        if day.weekday() in weekend_of(home) and not _names_weekday(of.series):
            yield _caution(
                *(Kind.WEEKEND, N_("{day} is a {weekday}.")),
                day=day.isoformat(),
                weekday=Weekday(day.weekday()),
            )
    begin = one.first_day - timedelta(days=of.series.lead)
    if of.series.lead and begin < today:
        left = (one.first_day - today).days
        text = N_("Only {left} days are left; its preparations take {lead} days.")
        yield _caution(Kind.LEAD, text, left=left, lead=of.series.lead)
    for country in countries:
        if 0 < known_until(country) < one.last_day.year:
            text = N_("Public holidays in {country} are known until {year} only.")
            year = known_until(country)
            yield _caution(Kind.BEYOND, text, country=_country(country), year=year)


def _told_moved(of: Chronicle, one: Suggestion) -> Caution:
    """Why the day is not that of the rule; the weekday differs from the rule's, so it is said."""
    length = (one.last_day - one.first_day).days + 1
    found = (hit for day in _span(one.by_rule, length) for hit in _holidays(of.countries, day))
    country, name = next(found, ("", EMPTY))
    values: dict[str, Any] = {
        "day": one.by_rule.isoformat(),
        "was": Weekday(one.by_rule.weekday()),
        "now": Weekday(one.first_day.weekday()),
    }
    if not country:
        return _caution(
            Kind.MOVED, N_("Moved off the weekend, from {day}: {now} instead of {was}."), **values
        )
    return _caution(
        *(Kind.MOVED, N_("Moved from {day}, {holiday} ({country}): {now} instead of {was}.")),
        holiday=name,
        country=_country(country),
        **values,
    )


def _clashes(
    of: Chronicle, one: Suggestion, others: Sequence[Sequence[Suggestion]]
) -> Iterator[Caution]:
    """Meetings of other series on the same days, or the day before or after."""
    for other, suggested in zip(of.others, others, strict=True):
        title = other.series.short or other.series.title
        for edition in other.dated:
            first = edition.first_day or date.min
            yield from _clash(one, first, edition.last_day or first, title)
        for coming in suggested:
            yield from _clash(one, coming.first_day, coming.last_day, title)


def _clash(one: Suggestion, first: date, last: date, title: Text) -> Iterator[Caution]:
    if first <= one.last_day and one.first_day <= last:
        text = N_("“{title}” meets on the same days ({day}).")
        yield _caution(Kind.CLASH, text, title=title, day=first.isoformat())
    elif (first - one.last_day).days == 1 or (one.first_day - last).days == 1:
        text = N_("“{title}” meets the day before or after ({day}).")
        yield _caution(Kind.NEAR, text, title=title, day=first.isoformat())


# What is to be said of all


def _of_all(of: Chronicle, told: Sequence[Suggestion], today: date) -> Iterator[Caution]:
    met = [e.first_day.year for e in of.dated if e.first_day and e.first_day <= today]
    missed = _missed(of, today)
    past = [y for y, day in missed.items() if day <= today and y > max(met, default=0)]
    if past:
        text = N_("It did not meet in {years}; numbers and turns go on without it.")
        yield _caution(Kind.SKIPPED, text, years=", ".join(map(str, past)))
    coming = [y for y, day in missed.items() if day > today]
    if coming:
        text = N_("By the rule it meets in {years} too, but no edition is planned there.")
        yield _caution(Kind.SKIPPED, text, years=", ".join(map(str, coming)))
    for country in of.countries:
        if not known_until(country):
            text = N_("Public holidays in {country} are not known here.")
            yield _caution(Kind.BEYOND, text, country=_country(country) or country)
    years = [one.by_rule.year for one in told]
    between = _years_without(of, years)
    if between:
        text = N_("By the rule there is no day in {years}.")
        yield _caution(Kind.NO_DAY, text, years=", ".join(map(str, between)))


def _years_without(of: Chronicle, years: Sequence[int]) -> list[int]:
    """Years a yearly rule passes over: no 29 February, no fifth Thursday."""
    rule = understood(of.series.recurrence)
    if rule is None or rule.unit != "years" or rule.every != 1 or not years:
        return []
    return [year for year in range(years[0], years[-1]) if year not in years]


def skipped_years(of: Chronicle, today: date) -> tuple[int, ...]:
    """Years without the forum, though the rule has a day in them that is past, or passed over."""
    return tuple(_missed(of, today))


def _missed(of: Chronicle, today: date) -> dict[int, date]:
    """The days of the rule up to the latest edition or today in whose year there is no edition."""
    rrule, _ = _rule(of)
    met = [e.first_day for e in of.dated if e.first_day]
    if not met or not rrule:
        return {}
    found: dict[int, date] = {}
    for day in days_of(rrule, met[0], towards=today):
        if day > max(today, met[-1]):
            break
        found[day.year] = day
    years = {day.year for day in met}
    if of.open and today.year > met[-1].year:
        years.add(today.year)  # what has no day yet may be of this year
    return {y: day for y, day in found.items() if y > met[0].year and y not in years}


def _country(code: str) -> Text:
    return Text.of({language: country_in(code, language) for language in ("ko", "en")})


def _caution(kind: Kind, message: str, **values: object) -> Caution:
    return Caution(kind, Phrase.of(message, **values))
