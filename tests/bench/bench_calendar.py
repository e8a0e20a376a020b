# SPDX-License-Identifier: MIT
"""A very large agenda as a calendar against writing the same entries with a bare library."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import icalendar

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition
from forumdesk.exchange.calendar import Calendar, Writing, written
from forumdesk.exchange.calendar_program import Chosen, program_calendar
from forumdesk.store import queries
from forumdesk.store.forumfile import ForumFile
from tests.bench import Measure, in_turn
from tests.bench.bench_import import SOURCE, empty_file, imported


def measures() -> Iterator[Measure]:
    """The time from the file to the bytes; nothing where the file of real input isn't there."""
    if not SOURCE.is_file():
        return
    with tempfile.TemporaryDirectory() as folder:
        path = empty_file(Path(folder) / "fosdem.forum")
        imported(path, SOURCE)
        with ForumFile.open(path) as desk:
            (edition,) = desk.find(Edition)
            dossier = queries.dossier(desk, edition.id)
            calendar = _calendar(dossier)
            ours, floor = in_turn(
                lambda: written(_calendar(queries.dossier(desk, edition.id))),
                lambda: _bare(calendar),
            )
    yield Measure("ics of FOSDEM", ours, floor, must=4, wants=2)


def _calendar(dossier: Dossier) -> Calendar:
    writing = Writing(dossier.languages)
    return program_calendar(dossier, Chosen(dossier.program), writing)[0]


def _bare(calendar: Calendar) -> bytes:
    """The floor: the same entries, no more than put together and folded by the library."""
    whole = icalendar.Calendar()
    for event in calendar.events:
        one = icalendar.Event()
        one.add("uid", event.uid)
        one.add("dtstart", event.starts)
        one.add("summary", event.summary[0][1])
        one.add("description", event.description[0][1] if event.description else "")
        one.add("location", event.location[0][1] if event.location else "")
        whole.add_component(one)
    return whole.to_ical()
