# SPDX-License-Identifier: MIT
"""A forum is not held on a public holiday of those who host it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from forumdesk.domain.checks.stays import while_open
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import HostRole
from forumdesk.domain.holidays import country_named, country_of, public_holidays
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_, Phrase

KIND = "public-holiday"
HOSTING = frozenset({HostRole.HOST, HostRole.CO_HOST, HostRole.ORGANIZER})
LONGEST = 31  # days; of a longer edition most are no days of a forum


@while_open
def check(dossier: Dossier) -> Iterable[Problem]:
    """Days of the edition that are public holidays where it is held, of a host or of a side."""
    countries = dict.fromkeys(code.upper() for code in _countries(dossier) if code)
    for day in _days(dossier):
        for country in countries:
            name = public_holidays(country, day.year).get(day)
            if name is not None:
                phrase = Phrase.of(
                    N_("{day} is a public holiday in {country}: {holiday}."),
                    day=day.isoformat(),
                    country=_called(country),
                    holiday=name,
                )
                subject = Subject("edition", dossier.edition.id, "first_day")
                yield Problem(KIND, Severity.WARNING, subject, phrase, f"{day} {country}")


def _days(dossier: Dossier) -> list[date]:
    first = dossier.edition.first_day
    last = dossier.edition.last_day or first
    if first is None or last is None:
        return []
    return [first + timedelta(days=n) for n in range(min((last - first).days + 1, LONGEST))]


def _countries(dossier: Dossier) -> Iterator[str]:
    yield country_of(dossier.edition.timezone)
    for side in dossier.sides:
        yield side.country
    for host in dossier.hosts:
        body = dossier.organization.get(host.organization)
        if body is not None and host.role in HOSTING:
            yield body.country


def _called(country: str) -> Text:
    return Text.of({language: country_named(country, language) for language in ("ko", "en")})
