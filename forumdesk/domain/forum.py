# SPDX-License-Identifier: MIT
"""Series and their editions: hosts, sides, rooms and tracks."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from forumdesk.domain.numbering import USUAL, numbered
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import EMPTY, Text

DAY_BOUNDARY = 4 * 60  # minutes after midnight: a 00:30 item belongs to the evening before


class Moved(StrEnum):
    """What becomes of a suggested day that is a public holiday."""

    STAYS = "stays"
    BEFORE = "before"
    AFTER = "after"


@frozen
class Series:
    """A recurring forum.

    ``recurrence`` is an RFC 5545 RRULE, ``places`` the places it meets in, in turn, and
    ``zones`` the time zone (IANA) of each of them, in the same order;
    ``numbering`` the pattern of an edition's title per language with ``{n}`` for the number
    and ``{title}`` for the series title (``제{n}회 {title}``, ``{n}th {title}``).
    ``timezone`` (IANA) is that of editions which say none. ``moved`` says where a day goes that
    is a public holiday in one of ``holidays`` (ISO 3166 countries; none: those of its hosts).
    ``lead`` is how many days ahead the preparations begin.
    """

    id: str
    title: Text
    short: Text = EMPTY
    languages: tuple[str, ...] = ("ko", "en")
    recurrence: str = ""
    places: tuple[Text, ...] = ()
    numbering: Text = EMPTY
    paper: str = "A4"
    notes: str = ""
    timezone: str = "UTC"
    zones: tuple[str, ...] = ()
    moved: Moved = Moved.STAYS
    holidays: tuple[str, ...] = ()
    lead: int = 0


@frozen
class SeriesHost:
    """An organization that hosts a series by default."""

    id: str
    series: str
    organization: str
    position: int = 0


class EditionState(StrEnum):
    """How far an edition has come."""

    PLANNED = "planned"
    ANNOUNCED = "announced"
    RUNNING = "running"
    CLOSED = "closed"


@frozen
class Edition:
    """One occurrence of a series.

    ``title`` overrides the one derived from the series' pattern; ``day_boundary`` is minutes
    after midnight up to which a session prints under the day before; ``timezone`` an IANA name.
    ``design`` is the name of a paper theme, ``accent`` a house colour ``#rrggbb`` over it.
    ``transfer`` is how many minutes a person needs from one room to another, ``reply_by`` the
    day by which invitations are answered, ``precedence`` the name of a set of rules of rank.
    ``predecessor`` is the edition it was made from. ``cover`` is the picture of the printed cover,
    ``sections`` the names of the program's sections in the order in which they come (those not
    named follow as usual), ``contact`` whom to call at the secretariat.
    """

    id: str
    series: str
    number: int | None = None
    title: Text = EMPTY
    slogan: Text = EMPTY
    first_day: date | None = None
    last_day: date | None = None
    timezone: str = "UTC"
    day_boundary: int = DAY_BOUNDARY
    venue: Text = EMPTY
    city: Text = EMPTY
    address: Text = EMPTY
    map_link: str = ""
    wifi: Text = EMPTY
    welcome: Text = EMPTY
    practical: Text = EMPTY
    link: str = ""
    state: EditionState = EditionState.PLANNED
    design: str = ""
    accent: str = ""
    notes: str = ""
    transfer: int = 0
    reply_by: date | None = None
    precedence: str = ""
    predecessor: str | None = None
    cover: str | None = None
    sections: tuple[str, ...] = ()
    contact: Text = EMPTY


class HostRole(StrEnum):
    """An organization's part in an edition."""

    HOST = "host"
    CO_HOST = "co-host"
    ORGANIZER = "organizer"
    SPONSOR = "sponsor"
    SUPPORTER = "supporter"


@frozen
class Host:
    """An organization's part in an edition, in order."""

    id: str
    edition: str
    organization: str
    role: HostRole = HostRole.HOST
    position: int = 0


@frozen
class Side:
    """A delegation of an edition; ``organization`` is the host that leads it."""

    id: str
    edition: str
    name: Text
    country: str = ""
    organization: str | None = None
    position: int = 0


@frozen
class Room:
    """A room of an edition's venue; turning it over takes ``changeover`` minutes."""

    id: str
    edition: str
    name: Text
    capacity: int | None = None
    layout: str = ""
    position: int = 0
    changeover: int = 0


@frozen
class Availability:
    """A time in which a room, or a participant, can be had: wall times of the edition's zone.

    What has none can be had at any time.
    """

    id: str
    edition: str
    starts: datetime
    ends: datetime
    room: str | None = None
    participation: str | None = None


@frozen
class Track:
    """A strand of sessions; ``color`` is ``#rrggbb`` and never stands without the name."""

    id: str
    edition: str
    name: Text
    color: str = ""
    position: int = 0


def edition_title(series: Series, edition: Edition) -> Text:
    """An edition's title in every language of the series: its own, else derived from the pattern.

    What may stand in a pattern, ``domain.numbering`` says.
    """
    languages = dict.fromkeys((*series.languages, *series.title, *edition.title))
    return Text.of({language: _title(series, edition, language) for language in languages})


def _title(series: Series, edition: Edition, language: str) -> str:
    if language in edition.title:
        return edition.title[language]
    title = series.title.get(language, "")
    if edition.number is None or not title:
        return title
    pattern = series.numbering.get(language) or USUAL.get(language, "{n}. {title}")
    return numbered(pattern, edition.number, language, title)
