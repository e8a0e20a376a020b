# SPDX-License-Identifier: MIT
"""Records as plain JSON values and back."""

import json
from datetime import UTC, date, datetime

import pytest

from forumdesk.domain.agenda import CheckIn, CheckInHow, Link, Session
from forumdesk.domain.naming import names_from
from forumdesk.domain.people import Consent, Contact, Image, Participation, Person
from forumdesk.domain.plain import plain, record_from
from forumdesk.domain.records import Record
from forumdesk.domain.wording import Text

RECORDS: list[Record] = [
    Session(
        "1",
        "2",
        Text.of(ko="개회", en="Opening"),
        starts=datetime(2024, 6, 27, 9, 5),
        languages=("ko",),
        links=(Link("https://example.org", "Slides"),),
    ),
    Person(
        "1",
        names_from("홍길동 (Gil-dong HONG)"),
        True,
        contacts=(Contact("email", "h@example.org"),),
    ),
    Participation("1", "2", consents=(Consent("photo", False, date(2024, 5, 1)),)),
    Image("1", "image/png", 2, 3, b"\x00\xff"),
    CheckIn("1", "2", datetime(2024, 6, 27, 13, 5, 9, tzinfo=UTC), how=CheckInHow.SCANNED),
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_record_is_read_back_the_same(record: Record) -> None:
    written = json.dumps(plain(record))
    assert record_from(type(record), json.loads(written)) == record


def test_session_is_written_in_plain_values() -> None:
    written = plain(RECORDS[0])
    assert isinstance(written, dict)
    assert {name: value for name, value in written.items() if value} == {
        "id": "1",
        "edition": "2",
        "title": {"en": "Opening", "ko": "개회"},
        "kind": "presentation",
        "starts": "2024-06-27T09:05",
        "visibility": "public",
        "status": "draft",
        "languages": ["ko"],
        "links": [{"url": "https://example.org", "title": "Slides", "kind": "link"}],
    }


def test_names_are_written_without_empty_parts() -> None:
    written = plain(RECORDS[1])
    assert isinstance(written, dict)
    assert written["names"] == {
        "Hang": {"family": "홍", "given": "길동"},
        "Latn": {"family": "Hong", "given": "Gil-dong"},
    }


def test_content_of_another_version_is_read_as_far_as_known() -> None:
    assert record_from(Session, {"id": "1", "edition": "2", "mood": "good"}) == Session("1", "2")
