# SPDX-License-Identifier: MIT
"""The times at which the events of a calendar are, each under a key that stays the same.

Events that recur become as many occurrences, but for those that are taken out or say otherwise
themselves; events that share an id by mistake stay apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, tzinfo

from forumdesk.domain.desk import Severity
from forumdesk.domain.intake import Finding
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import one_line
from forumdesk.domain.words import N_
from forumdesk.exchange.calendar_names import Zones
from forumdesk.exchange.calendar_syntax import Component, Property
from forumdesk.exchange.calendar_times import MOST_TIMES, When, length, recurring, when

_MOST_IDLE = 3  # rules that never come true; to find that out takes a while


@frozen
class Occurrence:
    """An event at one of its times; ``key`` is what it is known by in its calendar."""

    event: Component
    key: str
    starts: When | None = None
    ends: When | None = None


def occurrences(
    events: Sequence[Component], zones: Zones, place: tzinfo, findings: list[Finding]
) -> Iterator[Occurrence]:
    """Every event, those that recur as often as they do.

    What recurs is told by RFC 5545, 3.8.5 (RRULE, RDATE, EXDATE), and what of it was moved by
    3.8.4.4 (RECURRENCE-ID). ``place`` is the zone of times that name none; what could not be
    followed is added to ``findings``.
    """
    return _Recurring(events, zones, place, findings).all()


class _Recurring:
    """The events of a calendar, by their ids."""

    def __init__(
        self, events: Sequence[Component], zones: Zones, place: tzinfo, findings: list[Finding]
    ) -> None:
        self._events, self._zones, self._place = events, zones, place
        self._findings = findings
        self._keys: set[str] = set()
        self._idle = 0
        masters = [event for event in events if not event.first("RECURRENCE-ID")]
        self._shared = Counter(_uid(event) for event in masters)
        self._starts = {_uid(event): self._when(event, "DTSTART") for event in reversed(masters)}
        self._moved: dict[str, set[datetime]] = {}
        for event in events:
            if moved := self._when(event, "RECURRENCE-ID"):
                uid = _uid(event)
                self._moved.setdefault(uid, set()).add(self._as_start(uid, moved))

    def all(self) -> Iterator[Occurrence]:
        """Every occurrence, in the order of the file."""
        self._tell_shared()
        for event in self._events:
            starts = self._when(event, "DTSTART")
            if event.first("DTSTART") and starts is None:
                said = one_line(event.text("DTSTART"))[:40]
                self._found(N_("The date {date} can't be read."), event, date=said)
            yield from self._of(event, starts)

    def _of(self, event: Component, starts: When | None) -> Iterator[Occurrence]:
        uid, ends = _uid(event), self._ends(event, starts)
        moved = self._when(event, "RECURRENCE-ID")
        if moved is not None:
            at = self._as_start(uid, moved)
            yield Occurrence(event, self._key(event, uid, _stamp(at)), starts, ends)
        elif starts is not None and (event.first("RRULE") or event.first("RDATE")):
            lasts = ends.like(starts) - starts.at if ends else None
            for at in self._times(event, starts):
                if at not in self._moved.get(uid, ()):
                    end = replace(starts, at=at + lasts) if lasts is not None else None
                    key = self._key(event, uid, _stamp(at))
                    yield Occurrence(event, key, replace(starts, at=at), end)
        else:
            shared = self._shared[uid] > 1 or not uid
            key = self._key(event, uid, _stamp(starts.at) if starts and shared else "")
            yield Occurrence(event, key, starts, ends)

    def _key(self, event: Component, uid: str, at: str) -> str:
        """What an occurrence is known by: its id, and what else it takes to be one."""
        title = one_line(event.text("SUMMARY"))
        wanted = f"uid:{uid} {at}".strip() if uid else f"title:{title} {at}".strip()
        key = wanted
        if key in self._keys:
            key = wanted = f"{wanted} {title}"
        number = 2
        while key in self._keys:
            key, number = f"{wanted} #{number}", number + 1
        self._keys.add(key)
        return key

    def _times(self, event: Component, starts: When) -> list[datetime]:
        """The wall times of an event that recurs, in the zone of its start."""
        found = {starts.at, *self._dates(event, "RDATE", starts)}
        for rule in list(event.all("RRULE"))[:3]:
            found |= self._ruled(event, rule.value, starts)
        left_out = self._dates(event, "EXDATE", starts)
        return sorted(found - left_out)[:MOST_TIMES]

    def _ruled(self, event: Component, rule: str, starts: When) -> set[datetime]:
        told = recurring(rule, starts) if self._idle < _MOST_IDLE else None
        if told is None:
            message = N_(
                "It recurs by a rule that can't be followed ({rule});"
                " only its first time was taken."
            )
            self._found(message, event, rule=one_line(rule)[:80])
            return set()
        times, more = told
        if not times:
            self._idle += 1
            message = N_("Its rule never comes true ({rule}); only its first time was taken.")
            self._found(message, event, rule=one_line(rule)[:80])
        if more:
            message = N_("It recurs on and on; only its times until {day} were taken.")
            self._found(message, event, day=(times or [starts.at])[-1].date().isoformat())
        return set(times)

    def _dates(self, event: Component, name: str, starts: When) -> set[datetime]:
        """The moments of a list of dates, as wall times in the zone of the start."""
        found = set()
        for one in event.all(name):
            for said in one.value.split(",")[: MOST_TIMES * 2]:
                at = when(said.partition("/")[0], self._zone(one))
                if at is not None and at.whole and not starts.whole:  # that day's, whenever it is
                    at = replace(starts, at=datetime.combine(at.at, starts.at.time()))
                if at is not None:
                    found.add(at.like(starts))
        return found

    def _as_start(self, uid: str, moved: When) -> datetime:
        start = self._starts.get(uid)
        return moved.like(start) if start is not None else moved.at

    def _when(self, event: Component, name: str) -> When | None:
        one = event.first(name)
        return when(one.value, self._zone(one)) if one else None

    def _zone(self, one: Property) -> tzinfo | None:
        name = one.said("TZID")
        return self._zones.named(name) if name else None

    def _ends(self, event: Component, starts: When | None) -> When | None:
        if starts is None:
            return None
        if (end := self._when(event, "DTEND")) is not None:
            return end
        lasts = length(event.text("DURATION"))
        try:
            return replace(starts, at=starts.at + lasts) if lasts is not None else None
        except OverflowError:
            return None

    def _tell_shared(self) -> None:
        for uid, count in self._shared.items():
            if uid and count > 1:
                message = N_("{count} events have the same id ({id}); each was kept as a session.")
                values = (("count", count), ("id", uid[:80]))
                self._findings.append(Finding(message, values, Severity.NOTE))

    def _found(self, message: str, event: Component, **values: str) -> None:
        thing = one_line(event.text("SUMMARY"))[:200]
        found = Finding(message, tuple(values.items()), Severity.WARNING, event.line, thing)
        self._findings.append(found)


def _uid(event: Component) -> str:
    return one_line(event.text("UID"))[:400]


def _stamp(at: datetime) -> str:
    return f"{at:%Y%m%dT%H%M}"
