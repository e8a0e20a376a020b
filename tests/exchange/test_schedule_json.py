# SPDX-License-Identifier: MIT
"""schedule.json as others write it, and what is none."""

import json
from datetime import date, datetime
from typing import Any

import pytest

from forumdesk.domain.agenda import Link
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.intake import Schedule
from forumdesk.exchange.json_file import MOST_VALUES
from forumdesk.exchange.schedules import read_schedule

EVENT = {
    "guid": "e-1",
    "id": 7,
    "code": "ABC",
    "logo": "/logo.png",
    "date": "2026-05-01T09:00:00+09:00",
    "start": "09:00",
    "duration": "00:45",
    "room": "Grand",
    "slug": "forum7-opening",
    "url": "https://forum.example/7/opening",
    "title": "Opening & more",
    "subtitle": "How",
    "track": "Chips",
    "type": "Keynote",
    "language": "ko",
    "abstract": "<p>One</p><p>Two</p>",
    "description": "Three",
    "recording_license": "CC-BY",
    "do_not_record": False,
    "persons": [
        {
            "code": "P2",
            "guid": "p-2",
            "name": "Legal",
            "public_name": "홍길동",
            "biography": "*Hi*",
        },
        {"id": 4, "name": "Ada", "role": "moderator", "email": "a@b.example"},
        "Nobody Special",
        {"id": 9},
    ],
    "links": [
        {"title": "The x", "url": "https://x.example/", "type": "related"},
        "https://y.example",
    ],
    "attachments": [{"title": "Slides", "url": "a.pdf"}],
    "answers": [{"question": 1}],
}


def whole(*events: Any, **conference: Any) -> dict[str, Any]:
    """A file as pretalx writes it."""
    return {
        "$schema": "https://c3voc.de/schedule/schema.json",
        "generator": {"name": "pretalx", "version": "2026"},
        "schedule": {
            "version": "1.1",
            "base_url": "https://forum.example/7/",
            "conference": {
                "acronym": "forum7",
                "title": "The 7th Forum",
                "start": "2026-05-01",
                "end": "2026-05-02",
                "daysCount": 2,
                "time_zone_name": "Asia/Seoul",
                "rooms": [{"name": "Small", "guid": "r-2"}, {"name": "Grand", "guid": "r-1"}],
                "tracks": [{"name": "Chips", "slug": "chips", "color": "#AABBCC"}],
                "days": [
                    {
                        "index": 1,
                        "date": "2026-05-01",
                        "day_start": "2026-05-01T04:00:00+09:00",
                        "day_end": "2026-05-02T03:59:00+09:00",
                        "rooms": {"Grand": list(events)},
                    },
                    {"index": 2, "date": "2026-05-02", "rooms": {}},
                ],
                **conference,
            },
        },
    }


def read(value: Any) -> Schedule:
    return read_schedule(json.dumps(value).encode(), "x.json")


def refusal(data: bytes) -> str:
    with pytest.raises(ForumDeskError) as refused:
        read_schedule(data, "x.json")
    return str(refused.value)


def test_everything_a_schedule_says_is_read() -> None:
    schedule = read(whole(EVENT))
    assert (schedule.name, schedule.title) == ("forum7", "The 7th Forum")
    assert (schedule.first_day, schedule.last_day) == (date(2026, 5, 1), date(2026, 5, 2))
    assert (schedule.timezone, schedule.day_boundary) == ("Asia/Seoul", 240)
    assert [(room.key, room.name) for room in schedule.rooms] == [
        ("guid:r-2", "Small"),
        ("guid:r-1", "Grand"),
    ]
    assert [(t.key, t.name, t.color) for t in schedule.tracks] == [
        ("slug:chips", "Chips", "#aabbcc")
    ]
    assert [(p.key, p.name, p.biography) for p in schedule.persons] == [
        ("guid:p-2", "홍길동", "Hi"),
        ("id:4", "Ada", ""),
        ("name:Nobody Special", "Nobody Special", ""),
    ]
    assert schedule.persons[1].contacts == (("email", "a@b.example"),)
    (session,) = schedule.sessions
    assert (session.key, session.title, session.subtitle) == ("guid:e-1", "Opening & more", "How")
    assert (session.starts, session.minutes) == (datetime(2026, 5, 1, 9), 45)
    assert (session.rooms, session.track) == (("guid:r-1",), "slug:chips")
    assert (session.abstract, session.description) == ("One\n\nTwo", "Three")
    assert [(s.person, s.role) for s in session.speakers] == [
        ("guid:p-2", ""),
        ("id:4", "moderator"),
        ("name:Nobody Special", ""),
    ]
    assert session.links == (
        Link("https://forum.example/7/opening", "", "page"),
        Link("https://x.example/", "The x"),
        Link("https://y.example", ""),
        Link("https://forum.example/7/a.pdf", "Slides", "attachment"),
        Link("https://forum.example/logo.png", "", "image"),
    )
    kept = json.loads(session.extra)
    assert (kept["recording_license"], kept["do_not_record"]) == ("CC-BY", "false")
    assert json.loads(kept["answers"]) == [{"question": 1}]
    assert [found.message for found in schedule.findings] == [
        "A person has no name and was left out."
    ]


@pytest.mark.parametrize(
    "rooms",
    [
        [{"name": "Grand", "events": [EVENT]}],
        {"Grand": [EVENT, "no event", None, 5]},
        {"Grand": [EVENT], "None": None, "Text": "text"},
    ],
)
def test_days_and_rooms_may_be_written_in_several_ways(rooms: Any) -> None:
    days = [{"date": "2026-05-01", "rooms": rooms}, "no day"]
    for value in (whole(days=days), whole(days=[]) | {"schedule": {"conference": {}, "day": days}}):
        (session,) = read(value).sessions
        assert (session.title, len(session.rooms)) == ("Opening & more", 1)


@pytest.mark.parametrize(
    "odd",
    [
        {"title": {"en": "T"}, "track": {"name": "X"}, "room": {"name": "R"}},
        {"title": None, "persons": {"a": 1}, "links": "x", "date": [1], "start": 9, "id": {}},
        {"title": "\ud800x", "duration": 1e308, "persons": [[], None, 5], "links": [None, 3]},
        {"": "", "a:b": {"c": [[[]]]}, "language": {"x": {"y": None}}},
    ],
)
def test_what_is_odd_is_read_as_far_as_it_goes(odd: Any) -> None:
    schedule = read(whole({**EVENT, **odd}))
    assert len(schedule.sessions) == 1


def test_a_file_in_another_width_of_unicode_is_read() -> None:
    text = json.dumps(whole(EVENT), ensure_ascii=False)
    for encoding in ("utf-8-sig", "utf-16", "utf-16-le", "utf-32"):
        assert read_schedule(text.encode(encoding), "x").sessions[0].title == "Opening & more"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"{}", "x.json is JSON, but no schedule"),
        (b"[1, 2]", "x.json is JSON, but no schedule"),
        (b'{"schedule": []}', "x.json is JSON, but no schedule"),
        (b'{"edition": [], "series": []}', "import it with --as forum"),
        (b'{"schedule": {\n "conference": }}', "x.json, line 2, column 16: this is not"),
        (b'{"schedule": {"conference": {"title"', "this is not well-formed JSON"),
        (b'{"\xff": 1}', "x.json is not JSON"),
        (b'{"a": ' + b"9" * 5000 + b"}", "x.json is not JSON"),
        (b"[" * 100_000, "x.json is not JSON"),
        (b"[" + b"," * (MOST_VALUES + 1), "x.json holds too much"),
    ],
)
def test_what_is_no_schedule_is_refused_in_one_sentence(data: bytes, text: str) -> None:
    said = refusal(data)
    assert text in said
    assert "\n" not in said


def test_a_file_that_is_nested_without_end_is_refused() -> None:
    deep: Any = "x"
    for _ in range(900):
        deep = {"a": deep}
    assert "x.json is n" in refusal(json.dumps(whole({**EVENT, "more": deep})).encode())
