# SPDX-License-Identifier: MIT
"""Time zones as foreign calendars name them: IANA, Windows, by city, or by rules of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta, timezone, tzinfo
from functools import cache
from io import StringIO
from zoneinfo import ZoneInfo, available_timezones

from forumdesk.domain.times import known_zone
from forumdesk.domain.wording import fold
from forumdesk.exchange.calendar_syntax import Component
from forumdesk.exchange.schedule_times import zone_of_offset

# What people and programs call zones in Korea and where the forums' other hosts are.
_CALLED = {
    "kst": "Asia/Seoul", "koreastandardtime": "Asia/Seoul", "한국표준시": "Asia/Seoul",
    "대한민국표준시": "Asia/Seoul", "서울": "Asia/Seoul", "korea": "Asia/Seoul",
    "jst": "Asia/Tokyo", "est": "America/New_York", "edt": "America/New_York",
    "eastern": "America/New_York", "easterntime": "America/New_York",
    "cst": "America/Chicago", "cdt": "America/Chicago", "centraltime": "America/Chicago",
    "mst": "America/Denver", "mdt": "America/Denver", "mountaintime": "America/Denver",
    "pst": "America/Los_Angeles", "pdt": "America/Los_Angeles",
    "pacific": "America/Los_Angeles", "pacifictime": "America/Los_Angeles",
    "washington": "America/New_York", "washingtond.c.": "America/New_York",
    "cet": "Europe/Berlin", "cest": "Europe/Berlin", "beijing": "Asia/Shanghai",
    "z": "UTC", "utc": "UTC", "gmt": "UTC", "coordinateduniversaltime": "UTC",
}  # fmt: skip
_OFFSET = re.compile(r"(?:UTC|GMT)?\s*([+-−])(\d{1,2}):?(\d{2})?", re.IGNORECASE)
_SHOWN = re.compile(r"\((?:UTC|GMT)[^)]*\)\s*(.+)")  # (UTC+09:00) Seoul
# The rules that real zones have; others might take for ever to be worked out.
_RULE = re.compile(
    r"FREQ=YEARLY(?:;(?:BYMONTH=(?:0?[1-9]|1[0-2])|BYDAY=[+-]?\d?[A-Z]{2}|BYMONTHDAY=[\d,-]{1,40}|COUNT=\d{1,3}"
    r"|UNTIL=\d{8}(?:T\d{6}Z?)?|INTERVAL=1|WKST=[A-Z]{2}))*"
)
_READ = frozenset({"DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME", "RRULE", "RDATE"})
_MOST_CHANGES = 400
_TRIED = (1969, 2000, 2026, 2100)


class Zones:
    """The zones of a calendar; ``assumed`` stands for those that nobody knows."""

    def __init__(self, rules: Iterable[Component], assumed: tzinfo | None = None) -> None:
        self._assumed = assumed
        self._rules = {one.text("TZID"): one for one in rules}
        self._known: dict[str, tzinfo | None] = {}

    def named(self, name: str) -> tzinfo | None:
        """The zone of a name: known everywhere, else by the calendar's own rules, else assumed."""
        if name not in self._known:
            self._known[name] = self._found(name)
        known = self._known[name]
        return self._assumed if known is None else known

    @property
    def unknown(self) -> list[str]:
        """The names that were asked for and that nobody knows."""
        return [name for name, zone in self._known.items() if zone is None]

    def _found(self, name: str) -> tzinfo | None:
        own = self._rules.get(name)
        aliases = (own.text("X-LIC-LOCATION"), own.text("TZID-ALIAS-OF")) if own else ()
        for said in (name, *aliases):
            if known := zone_called(said):
                return known
        return _by_rules(own) if own else None


def zone_called(name: str) -> ZoneInfo | None:
    """A zone by any of its names; ``None`` if it has none such."""
    name = name.strip().strip('"').strip()
    if not name or len(name) > 200:
        return None
    for said in (name, *_tails(name)):
        if known := known_zone(said):
            return known
    shown = _SHOWN.fullmatch(name)
    for said in (name, *(shown[1].split(",") if shown else ())):
        known = known_zone(_windows().get(fold(said), "") or _CALLED.get(fold(said), ""))
        if known or (known := known_zone(_cities().get(fold(said), ""))):
            return known
    offset = _OFFSET.fullmatch(name)
    return _by_offset(offset) if offset else None


def _tails(name: str) -> Iterator[str]:
    """The ends of a path: /freeassociation.sourceforge.net/Tzfile/Europe/Berlin."""
    parts = name.strip("/").split("/")
    for count in (3, 2):
        if len(parts) > count:
            yield "/".join(parts[-count:])


@cache
def _windows() -> dict[str, str]:
    from babel.core import get_global  # noqa: PLC0415 - only where a name is not IANA's

    return {fold(name): zone for name, zone in get_global("windows_zone_mapping").items()}


@cache
def _cities() -> dict[str, str]:
    """Zones by their city, where only one has it."""
    found: dict[str, str] = {}
    for zone in sorted(available_timezones()):
        area, _, city = zone.rpartition("/")
        if area and area.partition("/")[0] in ("Africa", "America", "Asia", "Australia", "Europe"):
            found.setdefault(fold(city.replace("_", " ")), zone)
    return found


def _by_offset(said: re.Match[str]) -> ZoneInfo | None:
    length = timedelta(hours=int(said[2]), minutes=int(said[3] or 0))
    return known_zone(zone_of_offset(length if said[1] == "+" else -length))


def _by_rules(own: Component) -> tzinfo | None:
    """A zone by its own rules; ``None`` where they are not such as zones have."""
    changes = [one for one in own.parts if one.kind in ("STANDARD", "DAYLIGHT")]
    if not changes or len(changes) > _MOST_CHANGES:
        return None
    said = [one.text(name) for one in changes for name in ("TZOFFSETFROM", "TZOFFSETTO")]
    offsets = {text: _offset(text) for text in said}
    if None in offsets.values():
        return None
    if len(offsets) == 1 and (offset := next(iter(offsets.values()))) is not None:
        return timezone(offset)
    rules = [rule.value for one in changes for rule in one.all("RRULE")]
    if not all(len(rule) < 200 and _RULE.fullmatch(rule) for rule in rules):
        return None
    from dateutil.tz import tzical  # noqa: PLC0415 - for zones that nobody else knows

    try:
        found: tzinfo | None = tzical(StringIO("\n".join(_lines(changes)))).get("X")
        if found is not None:
            for year in _TRIED:  # what is wrong with a rule shows when it is used
                found.utcoffset(datetime(year, 7, 1))
    except (ValueError, KeyError, TypeError, OverflowError, IndexError):
        return None
    return found


def _lines(changes: Iterable[Component]) -> Iterator[str]:
    yield from ("BEGIN:VTIMEZONE", "TZID:X")
    for one in changes:
        yield f"BEGIN:{one.kind}"
        yield from (f"{p.name}:{p.value}" for p in one.properties if p.name in _READ)
        yield f"END:{one.kind}"
    yield "END:VTIMEZONE"


def _offset(text: str) -> timedelta | None:
    found = re.fullmatch(r"([+-]?)(\d{2})(\d{2})(?:\d{2})?", text.strip())
    if found is None or int(found[2]) > 23 or int(found[3]) > 59:
        return None
    length = timedelta(hours=int(found[2]), minutes=int(found[3]))
    return -length if found[1] == "-" else length
