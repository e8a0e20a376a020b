# SPDX-License-Identifier: MIT
"""Our own schedules on their way back: they hold a part of what is here, and take nothing away."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from forumdesk.domain.agenda import Part, Session, SessionRoom, SessionStatus
from forumdesk.domain.forum import Edition, Room, Series, Track
from forumdesk.domain.intake import ImportReport
from forumdesk.domain.people import Invitation, Participation, Person
from forumdesk.domain.versions import Origin
from forumdesk.domain.wording import Text
from forumdesk.exchange.programs import PROGRAM_FORMATS, write_program
from forumdesk.exchange.schedule_out import Outgoing
from forumdesk.exchange.schedules import read_schedule
from forumdesk.services.importing import import_into_series, import_schedule
from forumdesk.store.dump import export_json
from forumdesk.store.forumfile import ForumFile
from forumdesk.store.queries import dossier

WAYS = ((("ko",), False), (("en",), False), (("ko", "en"), True))


@pytest.fixture(scope="module")
def sample(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ForumFile]:
    path = shutil.copyfile(sample_file, tmp_path_factory.mktemp("own") / "sample.forum")
    with ForumFile.open(path) as desk:
        yield desk


@pytest.fixture
def desk(sample: ForumFile) -> Iterator[ForumFile]:
    """The sample; whatever is done to it is undone."""
    steps = len([entry for entry in sample.history() if not entry.undone])
    yield sample
    while len([entry for entry in sample.history() if not entry.undone]) > steps:
        sample.undo()


def written(desk: ForumFile, edition: str, kind: str, *way: Any, inner: bool = True) -> bytes:
    origins = tuple(desk.find(Origin, edition=edition))
    outgoing = Outgoing(dossier(desk, edition), origins, None, *(way or WAYS[0]), inner=inner)
    return write_program(kind, outgoing)[0]


def taken(desk: ForumFile, edition: str, data: bytes) -> ImportReport:
    return finished(import_schedule(desk, edition, read_schedule(data, "x")))


def finished(importing: Any) -> ImportReport:
    while True:
        try:
            next(importing)
        except StopIteration as end:
            report: ImportReport = end.value
            return report


def content(desk: ForumFile) -> dict[str, Any]:
    """Everything but where it came from, by id."""
    stored = json.loads(export_json(desk))
    return {one["id"]: one for name, some in stored.items() if name != "origin" for one in some}


def differing(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    """What differs, as it was and as it is."""
    ids = before.keys() | after.keys()
    return {
        one: (before.get(one), after.get(one)) for one in ids if before.get(one) != after.get(one)
    }


@pytest.mark.parametrize("number", [0, 1, 2])
@pytest.mark.parametrize("inner", [True, False])
def test_whatever_its_languages_it_changes_nothing_however_often_it_comes(
    desk: ForumFile, number: int, inner: bool
) -> None:
    edition, before = desk.find(Edition)[number].id, content(desk)
    for kind in PROGRAM_FORMATS:
        first = [written(desk, edition, kind, *way, inner=inner) for way in WAYS]
        for data in (*first, *first):
            report = taken(desk, edition, data)
            assert (report.unchanged, report.problems) == (report.read, ())
        assert [written(desk, edition, kind, *way, inner=inner) for way in WAYS] == first
    assert differing(before, content(desk)) == {}


def changed(desk: ForumFile, record: Any, **changes: Any) -> None:
    with desk.step("Edit"):
        desk.put(replace(record, **changes))


def edited(data: bytes, change: Callable[[dict[str, Any]], object]) -> bytes:
    """The file with every event changed somewhere else."""
    stored = json.loads(data)
    for day in stored["schedule"]["conference"]["days"]:
        for events in day["rooms"].values():
            for event in events:
                change(event)
    return json.dumps(stored).encode()


def test_what_changed_here_since_is_not_taken_back(desk: ForumFile) -> None:
    edition = desk.find(Edition)[0].id
    data = written(desk, edition, "schedule.json")
    taken(desk, edition, data)
    talk = next(s for s in dossier(desk, edition).program if dossier(desk, edition).parts_of(s))
    part = desk.find(Part, session=talk.id)[0]
    who = desk.get(Participation, part.participation)
    room = Room(desk.new_id(), edition, Text.of(en="Second"))
    changed(desk, talk, title=Text.of(ko="새 제목", en="New"), summary=Text.of(en="More"))
    changed(desk, who, status=Invitation.DECLINED)
    with desk.step("Room"):
        desk.put(room)
        desk.put(SessionRoom(desk.new_id(), talk.id, room.id, 9))
    before = content(desk)
    taken(desk, edition, data)
    taken(desk, edition, written(desk, edition, "schedule.json"))
    assert differing(before, content(desk)) == {}


def test_times_moved_elsewhere_come_in(desk: ForumFile) -> None:
    edition = desk.find(Edition)[0].id
    data = written(desk, edition, "schedule.json")
    taken(desk, edition, data)
    before = {s.id: s.starts for s in dossier(desk, edition).program}

    def later(event: dict[str, Any]) -> None:
        at = datetime.fromisoformat(event["date"]) + timedelta(minutes=5)
        event.update(date=at.isoformat(), start=f"{at:%H:%M}")

    report = taken(desk, edition, edited(data, later))
    assert (report.updated, report.problems) == (report.read, ())
    moved = {s.id: s.starts for s in dossier(desk, edition).program}
    assert all(moved[one] == at + timedelta(minutes=5) for one, at in before.items() if at)


def test_a_session_cancelled_here_stays_so(desk: ForumFile) -> None:
    edition = desk.find(Edition)[0].id
    talk = dossier(desk, edition).program[0]
    changed(desk, talk, status=SessionStatus.CANCELLED)
    before = content(desk)
    for kind in PROGRAM_FORMATS:
        taken(desk, edition, written(desk, edition, kind))
        taken(desk, edition, written(desk, edition, kind))
    assert differing(before, content(desk)) == {}


def test_as_a_new_edition_its_people_are_those_of_the_file(desk: ForumFile) -> None:
    (series,) = desk.find(Series)
    edition, people = desk.find(Edition)[0].id, desk.count(Person)
    data = written(desk, edition, "schedule.json", *WAYS[1])
    report = finished(import_into_series(desk, series.id, read_schedule(data, "x")))
    assert (report.added, desk.count(Person)) == (report.read, people + bodies(desk, edition))
    again = finished(import_into_series(desk, series.id, read_schedule(data, "x")))
    assert (again.edition, again.unchanged) == (report.edition, report.read)


def bodies(desk: ForumFile, edition: str) -> int:
    """Seats of organizations that have a part: in the format these are people."""
    whole = dossier(desk, edition)
    seats = {part.participation for part in whole.parts}
    return sum(whole.participation[one].person is None for one in seats)


def test_a_track_is_known_by_either_of_its_names(desk: ForumFile) -> None:
    edition = next(e for e in desk.find(Edition) if desk.count(Track, edition=e.id))
    tracks = desk.find(Track, edition=edition.id)
    taken(desk, edition.id, written(desk, edition.id, "schedule.xml", *WAYS[2]))
    assert desk.find(Track, edition=edition.id) == tracks
    assert desk.count(Session, track=tracks[0].id)


def test_a_new_file_says_the_same_of_it(desk: ForumFile, tmp_path: Path) -> None:
    edition = desk.find(Edition)[1].id
    for number, kind in enumerate(PROGRAM_FORMATS):
        data = written(desk, edition, kind, inner=False)
        with ForumFile.create(tmp_path / f"{number}.forum") as other:
            with other.step("Series"):
                other.put(Series(other.new_id(), Text.of(ko="포럼", en="Forum")))
            (series,) = other.find(Series)
            report = finished(import_into_series(other, series.id, read_schedule(data, "x")))
            assert (report.added, report.problems) == (report.read, ())
            again = written(other, report.edition, kind, inner=False)

            assert again == data
