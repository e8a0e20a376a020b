# SPDX-License-Identifier: MIT
"""Programs taken in, taken in again after changes on either side, and given up half-way."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

import pytest

from forumdesk.domain.agenda import Link, Part, Role, Session, SessionRoom, SessionStatus
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition, Room, Series
from forumdesk.domain.intake import (
    ImportReport,
    Schedule,
    SourcePerson,
    SourceRoom,
    SourceSession,
    SourceSpeaker,
    SourceTrack,
)
from forumdesk.domain.people import Name, Names, Participation, Person, Script, full_name
from forumdesk.domain.wording import Text
from forumdesk.exchange.schedule_xml import read
from forumdesk.services.importing import Importing, import_edition, import_schedule, imported_before
from forumdesk.store.forumfile import ForumFile
from forumdesk.store.queries import dossier

T = TypeVar("T")

OPENING = SourceSession(
    key="guid:a",
    title="Opening",
    subtitle="How it begins",
    abstract="Short.",
    description="Long.",
    kind="Ceremony",
    starts=datetime(2026, 1, 31, 9, 30),
    minutes=25,
    rooms=("slug:hall",),
    track="slug:main",
    languages=("en",),
    speakers=(SourceSpeaker("id:2"), SourceSpeaker("id:1")),
    links=(Link("https://example.org/slides.pdf", "Slides", "attachment"),),
    line=12,
    extra='{"slug": "opening"}',
)
TALK = SourceSession(key="guid:b", title="A talk", languages=("de",), rooms=("slug:hall",))
SMALL = Schedule(
    name="forum-7",
    title="The 7th Forum",
    language="en",
    first_day=date(2026, 1, 31),
    last_day=date(2026, 2, 1),
    timezone="Europe/Brussels",
    day_boundary=540,
    rooms=(SourceRoom("slug:hall", "Hall"), SourceRoom("slug:side", "Side room")),
    tracks=(SourceTrack("slug:main", "Main", "#a4a300"),),
    persons=(SourcePerson("id:1", "Ada Example"), SourcePerson("id:2", "홍길동 (Gil-dong Hong)")),
    sessions=(OPENING, TALK),
)


def done(importing: Importing) -> ImportReport:
    while True:
        try:
            next(importing)
        except StopIteration as end:
            report: ImportReport = end.value
            return report


@pytest.fixture
def series(desk: ForumFile) -> str:
    record = Series(desk.new_id(), Text.of(ko="포럼", en="Forum"))
    with desk.step("Add series"):
        desk.put(record)
    return record.id


def taken_in(desk: ForumFile, series: str, schedule: Schedule = SMALL) -> Dossier:
    return dossier(desk, done(import_edition(desk, series, schedule)).edition)


def again(desk: ForumFile, edition: str, *sessions: SourceSession) -> ImportReport:
    return done(import_schedule(desk, edition, replace(SMALL, sessions=sessions)))


def edit(desk: ForumFile, record: T, **changes: object) -> None:
    with desk.step("Edit"):
        desk.put(replace(record, **changes))  # type: ignore[type-var]


def test_a_program_becomes_an_edition_with_everything_in_it(desk: ForumFile, series: str) -> None:
    there = taken_in(desk, series)
    edition = there.edition
    assert (edition.number, edition.title["en"]) == (7, "The 7th Forum")
    assert (edition.first_day, edition.last_day) == (date(2026, 1, 31), date(2026, 2, 1))
    assert (edition.timezone, edition.day_boundary) == ("Europe/Brussels", 540)
    assert [room.name["en"] for room in there.rooms] == ["Hall", "Side room"]
    assert [(t.name["en"], t.color) for t in there.tracks] == [("Main", "#a4a300")]
    opening, talk = there.sessions
    assert opening.title == Text.of(en="Opening")
    assert opening.summary == Text.of(en="How it begins")
    assert opening.abstract == Text.of(en="Short.\n\nLong.")
    assert opening.ends == datetime(2026, 1, 31, 9, 55)
    assert opening.links == OPENING.links
    assert there.rooms_of(opening) == (there.rooms[0],)
    speaking = [there.participation[part.participation] for part in there.parts_of(opening)]
    people = [there.person[p.person or ""] for p in speaking]
    assert [full_name(person, "ko") for person in people] == ["홍길동", "Ada Example"]
    assert full_name(people[0], "en") == "Gil-dong Hong"
    assert talk.title == Text.of(de="A talk")


def test_the_same_program_again_changes_nothing(desk: ForumFile, series: str) -> None:
    edition = taken_in(desk, series).edition.id
    history = desk.history()
    report = again(desk, edition, OPENING, TALK)
    assert (report.read, report.added, report.updated, report.unchanged) == (2, 0, 0, 2)
    assert report.step is None
    assert desk.history() == history


@pytest.mark.parametrize("first", [date(2026, 1, 31), date(9999, 5, 1), None])
def test_the_edition_of_a_source_is_found_again_whatever_its_dates(
    desk: ForumFile, series: str, first: date | None
) -> None:
    schedule = replace(SMALL, first_day=first, last_day=first)
    edition = taken_in(desk, series, schedule).edition
    assert imported_before(desk, series, schedule) == edition
    next_year = replace(SMALL, first_day=date(2027, 1, 30), last_day=None)
    assert imported_before(desk, series, next_year) == (
        edition if edition.first_day is None else None
    )


def test_the_source_corrects_what_was_not_changed_here(desk: ForumFile, series: str) -> None:
    there = taken_in(desk, series)
    edit(desk, there.sessions[0], title=Text.of(ko="개회식", en="Opening"), notes="ours")
    moved = replace(OPENING, title="Grand opening", starts=datetime(2026, 1, 31, 10, 0))
    report = again(desk, there.edition.id, moved, TALK)
    session = desk.get(Session, there.sessions[0].id)
    assert (report.updated, report.unchanged) == (1, 1)
    assert session.title == Text.of(ko="개회식", en="Grand opening")
    assert (session.starts, session.notes) == (datetime(2026, 1, 31, 10, 0), "ours")


def test_what_was_changed_here_stays_and_is_told(desk: ForumFile, series: str) -> None:
    there = taken_in(desk, series)
    edit(desk, there.sessions[0], title=Text.of(en="Our opening"), minutes=40)
    report = again(desk, there.edition.id, replace(OPENING, title="Grand opening"), TALK)
    session = desk.get(Session, there.sessions[0].id)
    assert (session.title["en"], session.minutes) == ("Our opening", 40)
    assert len(report.problems) == 1
    assert "title.en" in dict(report.problems[0].values).values()


def test_a_link_added_here_and_one_added_there_are_both_kept(desk: ForumFile, series: str) -> None:
    there = taken_in(desk, series)
    ours, theirs = Link("https://example.org/ours"), Link("https://example.org/theirs")
    edit(desk, there.sessions[0], links=(*OPENING.links, ours))
    again(desk, there.edition.id, replace(OPENING, links=(*OPENING.links, theirs)), TALK)
    assert desk.get(Session, there.sessions[0].id).links == (*OPENING.links, ours, theirs)


def test_what_was_removed_here_stays_removed(desk: ForumFile, series: str) -> None:
    there = taken_in(desk, series)
    with desk.step("Remove"):
        for link in desk.find(SessionRoom, session=there.sessions[1].id):
            desk.remove(SessionRoom, link.id)
        desk.remove(Session, there.sessions[1].id)
    report = again(desk, there.edition.id, OPENING, replace(TALK, title="New title"))
    assert (report.added, report.skipped, report.unchanged) == (0, 1, 1)
    assert [s.id for s in desk.find(Session)] == [there.sessions[0].id]


def test_what_vanished_from_the_source_is_told_and_kept(desk: ForumFile, series: str) -> None:
    there = taken_in(desk, series)
    report = again(desk, there.edition.id, OPENING)
    assert [p.values for p in report.problems] == [(("title", "A talk"),)]
    assert desk.count(Session) == 2


def test_speakers_and_rooms_follow_the_source_and_keep_our_roles(
    desk: ForumFile, series: str
) -> None:
    there = taken_in(desk, series)
    ada = there.parts_of(there.sessions[0])[1]
    edit(desk, ada, role=Role.MODERATES, minutes=5)
    changed = replace(OPENING, speakers=(SourceSpeaker("id:1"),), rooms=("slug:side",))
    report = again(desk, there.edition.id, changed, TALK)
    assert report.updated == 1
    parts = desk.find(Part, session=there.sessions[0].id)
    told = [(p.id, p.role, p.minutes, p.position) for p in parts]
    assert told == [(ada.id, Role.MODERATES, 5, 0)]
    (link,) = desk.find(SessionRoom, session=there.sessions[0].id)
    assert desk.get(Room, link.room).name["en"] == "Side room"


def test_undo_takes_the_whole_import_back(desk: ForumFile, series: str) -> None:
    taken_in(desk, series)
    entry = desk.undo()
    assert entry is not None
    assert entry.phrase.values == (("count", 2),)
    for kind in (Edition, Session, Person, Participation, Part, Room):
        assert desk.count(kind) == 0


def test_an_import_given_up_leaves_no_trace(desk: ForumFile, series: str) -> None:
    importing = import_edition(desk, series, SMALL)
    next(importing)
    importing.close()
    assert desk.count(Edition) == desk.count(Person) == 0
    assert len(desk.history()) == 1
    with desk.step("The file still takes changes"):
        desk.put(Person(desk.new_id(), Names.of({Script.LATIN: Name(full="Bo")})))


def test_an_edition_that_is_not_there_is_refused(desk: ForumFile) -> None:
    with pytest.raises(ForumDeskError):
        done(import_schedule(desk, "nowhere", SMALL))


def test_two_of_one_name_stay_two_and_a_name_alone_is_one(desk: ForumFile, series: str) -> None:
    persons = (
        SourcePerson("guid:x", "Kim Minsu"),
        SourcePerson("guid:y", "Kim Minsu"),
        SourcePerson("name:Kim Minsu", "Kim Minsu", identified=False),
    )
    there = taken_in(desk, series, replace(SMALL, persons=persons))
    assert [full_name(person, "en") for person in there.people] == ["Kim Minsu"] * 3


def test_people_without_ids_are_those_of_the_edition_with_that_name(
    desk: ForumFile, series: str
) -> None:
    there = taken_in(desk, series, replace(SMALL, persons=(), sessions=()))
    person = Person(desk.new_id(), Names.of({Script.LATIN: Name("Example", "Ada")}))
    with desk.step("Invite"):
        desk.put(person)
        desk.put(Participation(desk.new_id(), there.edition.id, person=person.id))
    nameless = SourcePerson("name:Ada Example", "Ada Example", "Counts.", identified=False)
    done(import_schedule(desk, there.edition.id, replace(SMALL, persons=(nameless,))))
    (only,) = desk.find(Person)
    assert (only.id, only.biography) == (person.id, Text.of(en="Counts."))


def test_a_guid_is_the_same_person_at_the_next_edition(desk: ForumFile, series: str) -> None:
    persons = (SourcePerson("guid:x", "Ada"), SourcePerson("id:7", "Bo"))
    taken_in(desk, series, replace(SMALL, persons=persons))
    later = replace(SMALL, name="forum-8", title="The 8th Forum", persons=persons)
    taken_in(desk, series, later)
    names = Counter(full_name(person, "en") for person in desk.find(Person))
    assert names == {"Ada": 1, "Bo": 2}
    assert desk.count(Participation) == 4


def test_a_cancelled_session_is_marked(desk: ForumFile, series: str) -> None:
    cancelled = replace(TALK, title="[CANCELED] A talk")
    there = taken_in(desk, series, replace(SMALL, sessions=(cancelled, OPENING)))
    statuses = [session.status for session in there.sessions]
    assert statuses == [SessionStatus.CANCELLED, SessionStatus.CONFIRMED]


def test_an_edition_with_sessions_keeps_its_own_zone_and_says_so(
    desk: ForumFile, series: str
) -> None:
    there = taken_in(desk, series)
    other = replace(SMALL, name="other", timezone="Asia/Seoul", title="Other")
    report = done(import_schedule(desk, there.edition.id, other))
    edition = desk.get(Edition, there.edition.id)
    assert (edition.timezone, edition.title["en"]) == ("Europe/Brussels", "The 7th Forum")
    assert dict(report.problems[0].values) == {"theirs": "Asia/Seoul", "ours": "Europe/Brussels"}


def run_file(desk: ForumFile, series: str, path: Path) -> tuple[ImportReport, Dossier]:
    report = done(import_edition(desk, series, read(path.read_bytes())))
    return report, dossier(desk, report.edition)


def test_fosdem_comes_in_whole_and_only_once(
    desk: ForumFile, series: str, real_input: Path
) -> None:
    report, there = run_file(desk, series, real_input / "fosdem_2026.xml")
    assert (report.read, report.added, report.problems) == (1079, 1079, ())
    assert (len(there.sessions), len(there.rooms), len(there.people)) == (1079, 37, 1216)
    assert len(there.parts) == 1472
    assert there.days == (date(2026, 1, 31), date(2026, 2, 1))
    kinds = Counter(link.kind for session in there.sessions for link in session.links)
    assert (kinds["link"], kinds["attachment"]) == (6515, 552)
    history = desk.history()
    second = read((real_input / "fosdem_2026.xml").read_bytes())
    report = done(import_schedule(desk, there.edition.id, second))
    assert (report.added, report.updated, report.unchanged) == (0, 0, 1079)
    assert desk.history() == history
    assert dossier(desk, there.edition.id) == there


def test_sessions_after_midnight_are_under_their_program_day(
    desk: ForumFile, series: str, real_input: Path
) -> None:
    _, there = run_file(desk, series, real_input / "39c3_himmel.xml")
    assert (len(there.sessions), len(there.rooms)) == (186, 5)
    assert there.days == tuple(date(2025, 12, day) for day in (27, 28, 29, 30))
    late = [s for s in there.sessions if s.starts and s.starts.hour < 5]
    assert len(late) > 3
    assert all(there.day_of(s) != s.starts.date() for s in late if s.starts)
    assert Counter(there.day_of(s) for s in there.sessions) == {
        date(2025, 12, 27): 55,
        date(2025, 12, 28): 59,
        date(2025, 12, 29): 53,
        date(2025, 12, 30): 19,
    }


def test_a_new_edition_has_the_next_number_unless_its_title_says_one(
    desk: ForumFile, series: str
) -> None:
    first = taken_in(desk, series, replace(SMALL, name="a", title="Forum 2026"))
    named = taken_in(desk, series)
    other = taken_in(desk, series, replace(SMALL, name="b", title="The 7th again"))
    assert [there.edition.number for there in (first, named, other)] == [1, 7, 8]
    assert first.title == Text.of(en="Forum 2026", ko="Forum 2026")
    assert named.title == Text.of(en="The 7th Forum", ko="제7회 포럼")


def test_an_edition_that_was_there_keeps_its_title_and_is_filled_in(
    desk: ForumFile, series: str
) -> None:
    planned = Edition(desk.new_id(), series, number=3, venue=Text.of(en="Ours"))
    with desk.step("Plan"):
        desk.put(planned)
    source = replace(SMALL, venue="Theirs", city="Brussels")
    done(import_schedule(desk, planned.id, source))
    edition = desk.get(Edition, planned.id)
    assert (edition.title, edition.venue) == (Text(), Text.of(en="Ours"))
    assert (edition.city, edition.timezone) == (Text.of(en="Brussels"), "Europe/Brussels")
    done(import_schedule(desk, planned.id, replace(source, title="Renamed", city="Ghent")))
    edition = desk.get(Edition, planned.id)
    assert (edition.title, edition.city) == (Text(), Text.of(en="Ghent"))
