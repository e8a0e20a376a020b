# SPDX-License-Identifier: MIT
"""``export … ics`` and ``import … --as calendar``: an edition, a person, a series, and back."""

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest

from forumdesk.domain.agenda import Role, Session, SessionStatus, Visibility
from forumdesk.domain.forum import Edition, Series
from forumdesk.domain.naming import names_from
from forumdesk.domain.wording import Text
from forumdesk.services import editions, invitations, parts, people, planning, publishing
from forumdesk.store.forumfile import ForumFile

Run = Callable[..., str]
Tell = Callable[..., Any]


def add(desk: ForumFile, edition: str, title: str, starts: str, **fields: Any) -> Session:
    at = datetime.fromisoformat(starts) if starts else None
    more = {"title": Text.of(en=title), "starts": at, "minutes": 60, **fields}
    return planning.add_session(desk, edition, more)


@pytest.fixture
def planned(forum: Path) -> Path:
    """A forum file of two editions; the second has sessions of every sort on two days."""
    with ForumFile.open(forum) as desk:
        (series,) = desk.find(Series)
        editions.add_edition(desk, series.id, {"number": 1})
        edition = editions.add_edition(
            desk,
            series.id,
            {
                "number": 2,
                "timezone": "America/New_York",
                "first_day": datetime(2026, 3, 7).date(),
                "last_day": datetime(2026, 3, 8).date(),
            },
        )
        hall = editions.add_room(desk, edition.id, Text.of(en="Hall"), {})
        room = editions.add_room(desk, edition.id, Text.of(en="Room"), {})
        first = add(desk, edition.id, "Opening", "2026-03-07T09:00")
        add(desk, edition.id, "In hall", "2026-03-08T09:00")
        closed = add(desk, edition.id, "Closed", "2026-03-08T10:00", visibility=Visibility.CLOSED)
        add(desk, edition.id, "Inside", "2026-03-08T11:00", visibility=Visibility.INTERNAL)
        add(desk, edition.id, "Off", "2026-03-08T12:00", status=SessionStatus.CANCELLED)
        add(desk, edition.id, "Open", "")
        sessions = {one.title["en"]: one for one in desk.find(Session)}
        planning.set_rooms(desk, sessions["In hall"].id, [hall.id])
        planning.set_rooms(desk, sessions["Off"].id, [room.id])
        kim = people.add_person(desk, names_from("Kim, Cheol-su"), {})
        seat = invitations.add_participation(desk, edition.id, kim.id, {})
        timed = planning.add_session(
            desk,
            edition.id,
            {
                "title": Text.of(en="Speech"),
                "starts": datetime(2026, 3, 7, 9, 20),
                "minutes": 10,
            },
            parent=first.id,
        )
        for session in (timed, closed):
            parts.add_part(desk, session.id, seat.id, {"role": Role.SPEAKS})
    return forum


def entries(path: Path) -> dict[str, icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    return {str(one["SUMMARY"]): one for one in calendar.walk("VEVENT")}


def test_the_agenda_is_written_for_everybody(planned: Path, tmp_path: Path, told: Tell) -> None:
    target = tmp_path / "a.ics"
    report = told("export", planned, "ics", "-o", target)
    assert [problem["text"] for problem in report["problems"]] == [
        "“Open” has no time yet and is not in the calendar."
    ]
    found = entries(target)
    assert list(found) == ["Opening", "In hall", "Off"]
    assert found["Off"]["STATUS"] == "CANCELLED"
    assert found["Opening"]["DESCRIPTION"] == "- 09:20 Speech – Cheol-su Kim"
    # The clock goes forward in the night between the two days.
    new_york = ZoneInfo("America/New_York")
    assert (
        found["Opening"]["DTSTART"].dt.utcoffset()
        == datetime(2026, 3, 7, 9, tzinfo=new_york).utcoffset()
    )
    assert found["In hall"]["DTSTART"].dt == datetime(2026, 3, 8, 9, tzinfo=new_york)
    with ForumFile.open(planned) as desk:
        ids = {one.id for one in desk.find(Session)}
    assert {str(one["UID"]) for one in found.values()} <= ids


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        (("--audience", "guests"), "Opening In hall Closed Off"),
        (("--audience", "organizers"), "Opening In hall Closed Inside Off"),
        (("--day", "2026-03-07"), "Opening"),
        (("--room", "hall"), "Opening In hall"),
        (("--room", "Room", "--day", "2026-03-08"), "Off"),
        (("--person", "Kim Cheol-su"), "Speech Closed"),
        (("--person", "Kim Cheol-su", "--audience", "public"), "Speech"),
    ],
)
def test_a_day_a_room_a_person_and_an_audience(
    planned: Path, tmp_path: Path, said: Run, asked: tuple[str, ...], titles: str
) -> None:
    target = tmp_path / "a.ics"
    said("export", planned, "ics", "-o", target, *asked)
    assert " ".join(entries(target)) == titles


def test_the_version_counts_and_the_past_stays(planned: Path, tmp_path: Path, said: Run) -> None:
    target = tmp_path / "a.ics"
    sequences = []
    for name in ("", "first", "second"):
        with ForumFile.open(planned) as desk:
            (edition,) = desk.find(Edition, number=2)
            if name:
                publishing.publish_version(desk, edition.id, name)
        said("export", planned, "ics", "-o", target)
        sequences.append(entries(target)["Opening"]["SEQUENCE"])
    assert sequences == [0, 1, 2]
    with ForumFile.open(planned) as desk:
        opening = next(one for one in desk.find(Session) if one.title["en"] == "Opening")
        planning.change_session(desk, opening.id, {"title": Text.of(en="Beginning")})
    said("export", planned, "ics", "-o", target, "--version", "first")
    assert entries(target)["Opening"]["SEQUENCE"] == 1
    once = target.read_bytes()
    said("export", planned, "ics", "-o", target, "--version", "first")
    assert target.read_bytes() == once
    said("export", planned, "ics", "-o", target)
    assert "Beginning" in entries(target)
    now = target.read_bytes()
    said("export", planned, "ics", "-o", target)
    assert target.read_bytes() == now


def test_a_series_is_written_as_days(planned: Path, tmp_path: Path, told: Tell) -> None:
    report = told("export", planned, "ics", "-o", tmp_path, "--series", "CHIP", "--languages", "en")
    assert report["path"] == str(tmp_path / "CHIP.ics")
    assert [problem["text"] for problem in report["problems"]] == [
        "“1st Chip Forum” has no date yet and is not in the calendar."
    ]
    (found,) = entries(tmp_path / "CHIP.ics").values()
    assert found["SUMMARY"] == "2nd Chip Forum"
    assert (found["DTSTART"].dt, found["DTEND"].dt) == (
        datetime(2026, 3, 7).date(),
        datetime(2026, 3, 9).date(),
    )
    assert found["STATUS"] == "TENTATIVE"  # it is only planned


def test_a_series_is_written_with_the_days_that_are_suggested(
    planned: Path, tmp_path: Path, told: Tell
) -> None:
    with ForumFile.open(planned) as desk:
        (series,) = desk.find(Series)
        rule = {"recurrence": "FREQ=YEARLY;INTERVAL=100;BYMONTH=3;BYDAY=1SA"}
        editions.change_series(desk, series.id, {**rule, "places": (Text.of(en="Seoul"),)})
        (waiting,) = desk.find(Edition, number=1)
    asked = ("--series", "CHIP", "--suggested", "--languages", "en")
    report = told("export", planned, "ics", "-o", tmp_path, *asked)
    # The edition without a date has one that is suggested for it.
    assert report["problems"] == []
    first, second = entries(tmp_path / "CHIP.ics").values()
    assert (first["SUMMARY"], first["DTSTART"].dt.year) == ("2nd Chip Forum", 2026)
    assert (second["SUMMARY"], second["DTSTART"].dt) == (
        "1st Chip Forum",
        datetime(2126, 3, 2).date(),
    )
    assert (second["STATUS"], second["LOCATION"]) == ("TENTATIVE", "Seoul")
    assert waiting.id in str(second["UID"])


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (("--suggested",), "--suggested goes with --series"),
        (("--person", "Nobody"), "Nobody in this edition is called “Nobody”"),
        (("--room", "Cellar"), "No room of this edition is called “Cellar”"),
        (("--day", "2026-03-09"), "There is no day 2026-03-09"),
        (("--edition", "1"), "No session that was asked for has a time"),
        (("--series", "CHIP", "--day", "2026-03-07"), "--series and --day exclude each other"),
        (("--series", "CHIP", "--edition", "2"), "--series and --edition exclude each other"),
        (("--series", "Fish"), "There is no series “Fish”"),
        (("--version", "none"), "Nothing of this edition has been published yet"),
        (("--columns", "latin"), "ics has no option --columns"),
        (("--audience", "door"), "one of: public, guests, organizers"),
    ],
)
def test_what_can_not_be_is_refused_and_nothing_written(
    planned: Path, tmp_path: Path, refused: Run, asked: tuple[str, ...], why: str
) -> None:
    target = tmp_path / "a.ics"
    assert why in refused("export", planned, "ics", "-o", target, *asked)
    assert not target.exists()


def test_what_was_written_comes_back_unchanged(planned: Path, tmp_path: Path, told: Tell) -> None:
    target = tmp_path / "a.ics"
    told("export", planned, "ics", "-o", target, "--audience", "organizers")
    before = told("info", planned)
    for _ in range(2):
        report = told("import", planned, target)
        assert (report["read"], report["unchanged"], report["problems"]) == (5, 5, [])
    assert told("info", planned) == before
    told("export", planned, "ics", "-o", tmp_path / "b.ics", "--audience", "organizers")
    assert without_stamps(tmp_path / "b.ics") == without_stamps(target)


def without_stamps(path: Path) -> list[str]:
    """A calendar's parts without what says when it was changed, and as which record it is known.

    Of what begins at one time in two rooms, the order is that of the rooms.
    """
    text = path.read_bytes().decode()
    text = re.sub(r"^(DTSTAMP|LAST-MODIFIED|UID):.*\r\n", "", text, flags=re.MULTILINE)
    return sorted(text.split("BEGIN:VEVENT"))


def test_a_foreign_calendar_comes_in_and_out_and_in_without_a_change(
    real_input: Path, tmp_path: Path, said: Run, told: Tell
) -> None:
    source, forum, other = (
        real_input / "kielux_2020.ics",
        tmp_path / "a.forum",
        tmp_path / "b.forum",
    )
    for path in (forum, other):
        new = ("--title", "de=Kielux", "--languages", "de", "--timezone", "Europe/Berlin")
        said("new", path, *new)
    report = told("import", forum, source, "--new-edition")
    assert (report["read"], report["added"]) == (24, 24)
    counts = told("info", forum)["series"][0]["editions"][0]
    assert (counts["starts"], counts["ends"]) == ("2020-09-18", "2020-09-19")
    assert (counts["timezone"], counts["counts"]["rooms"]) == ("Europe/Berlin", 4)
    assert (counts["counts"]["sessions"], counts["counts"]["speakers"]) == (24, 20)
    for again in (("--new-edition",), ()):
        report = told("import", forum, source, *again)
        assert (report["added"], report["unchanged"], report["step"]) == (0, 24, None)
    ours = tmp_path / "ours.ics"
    said("export", forum, "ics", "-o", ours)
    report = told("import", forum, ours)
    assert (report["unchanged"], report["problems"], report["step"]) == (24, [], None)
    # Into another file, and out of it again.
    report = told("import", other, ours, "--as", "calendar", "--new-edition")
    assert (report["added"], report["problems"]) == (24, [])
    said("export", other, "ics", "-o", tmp_path / "theirs.ics")
    assert without_stamps(tmp_path / "theirs.ics") == without_stamps(ours)
    with ForumFile.open(forum) as desk:
        sessions = {one.title["de"]: one for one in desk.find(Session)}
        xen = sessions["Xen - ist das nicht tot?"]
        assert xen.starts == datetime(2020, 9, 18, 14)
        assert xen.minutes == 60
        assert xen.abstract["de"].startswith("von: Jürgen Groß\n\nXen war lange Zeit die Plattform")


def test_times_go_into_the_zone_of_the_edition(planned: Path, tmp_path: Path, told: Tell) -> None:
    source = tmp_path / "foreign.ics"
    source.write_text(
        "BEGIN:VCALENDAR\nX-WR-CALNAME:Theirs\nBEGIN:VEVENT\nUID:1\nSUMMARY:Call\n"
        "DTSTART;TZID=Korea Standard Time:20260308T220000\nDURATION:PT1H\n"
        "END:VEVENT\nEND:VCALENDAR\n"
    )
    report = told("import", planned, source)
    assert (report["added"], [problem["severity"] for problem in report["problems"]]) == (
        1,
        ["note"],
    )
    with ForumFile.open(planned) as desk:
        (call,) = (one for one in desk.find(Session) if one.title == Text.of(en="Call"))
        assert call.starts == datetime(2026, 3, 8, 9)
        before = desk.count(Session)
    assert told("import", planned, source)["unchanged"] == 1
    source.write_text(source.read_text().replace("T220000", "T230000"))
    assert told("import", planned, source)["updated"] == 1
    with ForumFile.open(planned) as desk:
        assert desk.count(Session) == before
        assert desk.get(Session, call.id).starts == datetime(2026, 3, 8, 10)


def test_a_bad_calendar_is_refused_in_one_line(planned: Path, tmp_path: Path, refused: Run) -> None:
    source = tmp_path / "foreign.ics"
    source.write_text("nothing of the kind")
    assert "is no calendar" in refused("import", planned, source)
    assert "--map and --delimiter" in refused("import", planned, source, "--map", "a=b")


def test_the_zone_that_nobody_knows_is_said(
    planned: Path, tmp_path: Path, told: Tell, refused: Run
) -> None:
    source = tmp_path / "foreign.ics"
    source.write_text(
        "BEGIN:VCALENDAR\nX-WR-CALNAME:Theirs\nBEGIN:VEVENT\nUID:1\nSUMMARY:Call\n"
        "DTSTART;TZID=Our Zone:20260308T220000\nDURATION:PT1H\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    line = refused("import", planned, source, "--timezone", "Narnia")
    assert line == "There is no time zone “Narnia”; names look like “Asia/Seoul”."
    list_ = tmp_path / "people.csv"
    line = refused("import", planned, list_, "--timezone", "Asia/Seoul")
    assert line == "--timezone goes with calendars."
    report = told("import", planned, source, "--timezone", "Korea Standard Time")
    assert report["problems"][0]["text"] == (
        "The time zone Our Zone is not known; its times were taken as of Asia/Seoul."
    )
    with ForumFile.open(planned) as desk:
        (call,) = (one for one in desk.find(Session) if one.title == Text.of(en="Call"))
        assert call.starts == datetime(2026, 3, 8, 9)
