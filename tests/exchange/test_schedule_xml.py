# SPDX-License-Identifier: MIT
"""Schedules as they are found in the wild: everything is read that can be, the rest refused."""

import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

import pytest

from forumdesk.domain.agenda import Link
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.intake import Schedule, SourceSession, SourceSpeaker
from forumdesk.exchange import xmltree
from forumdesk.exchange.schedule_xml import read

WHOLE = """<?xml version="1.0" encoding="utf-8"?>
<f:schedule xmlns:f="urn:x">
  <version>1.1 final</version>
  <conference><acronym>forum7</acronym><title>The\u00a07th Forum</title><subtitle>Together</subtitle>
    <venue>Hall of Seoul</venue><city>Seoul</city><time_zone_name>Asia/Seoul</time_zone_name>
    <start>2026-05-01</start><end>2026-05-02</end><day_change>05:00</day_change>
    <base_url>https://forum.example/7/</base_url>
    <track name="Chips" color="#AABBCC" slug="chips"/></conference>
  <day index="1" date="2026-05-01" start="2026-05-01T05:00:00+09:00" end="2026-05-02T05:00:00+09:00">
    <room name="Grand" guid="r-1"><event id="1" guid="e-1" code="ABC">
      <date>2026-05-01T09:00:00+09:00</date><start>09:00</start><duration>00:45</duration>
      <room>Grand</room><slug>forum7-opening</slug><title>Opening &amp; <b>more</b></title>
      <subtitle>How</subtitle><track>Chips</track><type>Keynote</type><language>ko</language>
      <abstract>&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;</abstract><description>Three</description>
      <logo>/logo.png</logo><url>https://forum.example/7/opening</url>
      <feedback_url>https://forum.example/f</feedback_url>
      <video_download_url>https://forum.example/v.mp4</video_download_url>
      <persons><person guid="p-2">홍길동</person><person guid="p-1" role="moderator">Ada</person>
        <person guid="p-2">홍길동</person></persons>
      <links><link href="https://x.example/">The &lt;i&gt;x&lt;/i&gt;</link><link href="javascript:evil()">no</link></links>
      <attachments><attachment href="a.pdf" type="slides">Slides</attachment></attachments>
      <recording><license>CC-BY</license><optout>false</optout></recording>
      <surprise kind="new">kept</surprise>
    </event></room>
    <room name="Empty"/>
  </day>
</f:schedule>"""  # noqa: E501


def event(inside: str = "", attributes: str = 'id="1"', day: str = 'date="2026-05-01"') -> str:
    """A schedule of one event."""
    return (
        f'<schedule><conference/><day {day}><room name="A"><event {attributes}>{inside}'
        "</event></room></day></schedule>"
    )


def only(text: str) -> SourceSession:
    (session,) = read(text.encode()).sessions
    return session


def told(schedule: Schedule) -> list[str]:
    return [found.message.format_map(dict(found.values)) for found in schedule.findings]


def test_everything_a_schedule_says_is_read() -> None:
    schedule = read(WHOLE.encode())
    assert (schedule.name, schedule.title, schedule.subtitle) == (
        "forum7", "The 7th Forum", "Together",
    )  # fmt: skip
    assert (schedule.venue, schedule.city) == ("Hall of Seoul", "Seoul")
    assert (schedule.first_day, schedule.last_day) == (date(2026, 5, 1), date(2026, 5, 1))
    assert (schedule.timezone, schedule.day_boundary) == ("Asia/Seoul", 300)
    assert schedule.link == "https://forum.example/7/"
    assert [room.name for room in schedule.rooms] == ["Grand", "Empty"]
    assert [(t.name, t.color) for t in schedule.tracks] == [("Chips", "#aabbcc")]
    assert [(p.key, p.name) for p in schedule.persons] == [
        ("guid:p-2", "홍길동"),
        ("guid:p-1", "Ada"),
    ]
    (session,) = schedule.sessions
    assert session.key == "guid:e-1"
    assert session.title == "Opening & more"
    assert (session.subtitle, session.kind, session.languages) == ("How", "Keynote", ("ko",))
    assert (session.abstract, session.description) == ("One\n\nTwo", "Three")
    assert (session.starts, session.minutes) == (datetime(2026, 5, 1, 9, 0), 45)
    assert (session.rooms, session.track) == (("guid:r-1",), "slug:chips")
    assert session.speakers == (SourceSpeaker("guid:p-2"), SourceSpeaker("guid:p-1", "moderator"))
    assert session.links == (
        Link("https://forum.example/7/opening", "", "page"),
        Link("https://x.example/", "The x", "link"),
        Link("https://forum.example/7/a.pdf", "Slides", "attachment"),
        Link("https://forum.example/v.mp4", "", "recording"),
        Link("https://forum.example/f", "", "feedback"),
        Link("https://forum.example/logo.png", "", "image"),
    )
    extra = json.loads(session.extra)
    assert (extra["guid"], extra["code"], extra["id"]) == ("e-1", "ABC", "1")
    assert extra["slug"] == "forum7-opening"
    assert extra["recording"] == {"license": "CC-BY", "optout": "false"}
    assert extra["surprise"] == {"kind": "new", "": "kept"}
    assert extra["left_out"] == ["javascript:evil()"]
    assert len(told(schedule)) == 1
    assert schedule.findings[0].where.startswith("line ")


def test_a_schedule_with_next_to_nothing_is_read() -> None:
    empty = read(b"<schedule><conference/></schedule>")
    assert (empty.sessions, empty.first_day, empty.day_boundary) == ((), None, None)
    assert told(empty) == ["The schedule holds no sessions."]
    session = only("<schedule><day><event/></day></schedule>")
    assert (session.title, session.starts, session.minutes, session.rooms) == ("", None, None, ())


def test_events_are_found_wherever_they_stand() -> None:
    text = "<schedule><event><title>A</title></event><day><event><title>B</title></event></day>"
    assert [s.title for s in read(f"{text}</schedule>".encode()).sessions] == ["A", "B"]


def test_ids_that_stand_twice_make_two_sessions() -> None:
    events = "".join(
        f'<event id="7" guid="g"><title>T{n}</title><start>10:0{n}</start></event>' for n in "123"
    )
    text = f'<schedule><day date="2026-05-01"><room name="A">{events}</room></day></schedule>'
    schedule = read(text.encode())
    assert [s.title for s in schedule.sessions] == ["T1", "T2", "T3"]
    assert len({s.key for s in schedule.sessions}) == 3
    assert [s.key for s in read(text.encode()).sessions] == [s.key for s in schedule.sessions]
    assert len(told(schedule)) == 2


def test_a_room_that_contradicts_itself_is_told() -> None:
    schedule = read(event("<title>T</title><room>B</room>").encode())
    assert schedule.sessions[0].rooms == ("name:A",)
    assert "Listed under room “A”, but says room “B”." in told(schedule)
    assert json.loads(schedule.sessions[0].extra)["room"] == "B"


def test_persons_are_told_apart_by_id_and_found_by_name_without() -> None:
    persons = (
        '<persons><person id="1">Kim</person><person id="2">Kim</person><person>Kim</person>'
        '<person>Lee</person><person>Lee</person><person id="2">Park</person><person id="9"/>'
        "</persons>"
    )
    schedule = read(event(persons).encode())
    assert [p.name for p in schedule.persons] == ["Kim", "Kim", "Kim", "Lee", "Park"]
    assert len(schedule.sessions[0].speakers) == 5
    assert [p.identified for p in schedule.persons] == [True, True, False, False, True]
    assert "A person has no name and was left out." in told(schedule)


def test_persons_of_a_list_are_those_of_the_sessions() -> None:
    text = (
        '<schedule><persons><person id="1"><name>Ada</name><biography>Counts.</biography>'
        "<extended_biography>Long.</extended_biography><email>ada@x.example</email></person>"
        '</persons><day><room name="A"><event><persons><person id="1"/></persons></event></room>'
        "</day></schedule>"
    )
    schedule = read(text.encode())
    (person,) = schedule.persons
    assert (person.name, person.biography) == ("Ada", "Counts.")
    assert person.contacts == (("email", "ada@x.example"),)
    assert json.loads(person.extra)["extended_biography"] == "Long."
    assert schedule.sessions[0].speakers == (SourceSpeaker("id:1"),)


STARTS = {
    "moment": ("<date>2026-05-01T10:00:00</date>", datetime(2026, 5, 1, 10)),
    "day and clock": ("<start>10:00</start>", datetime(2026, 5, 1, 10)),
    "date and clock": ("<date>2026-05-02</date><start>10:00</start>", datetime(2026, 5, 2, 10)),
    "clock after midnight": ("<start>00:30</start>", datetime(2026, 5, 2, 0, 30)),
    "date and clock after midnight": (
        "<date>2026-05-01</date><start>00:30</start>",
        datetime(2026, 5, 2, 0, 30),
    ),
    "date of the next day": (
        "<date>2026-05-02</date><start>00:30</start>",
        datetime(2026, 5, 2, 0, 30),
    ),
    "wrong offset": (
        "<date>2026-05-01T10:00:00+00:00</date><start>10:00</start>",
        datetime(2026, 5, 1, 10),
    ),
    "nothing": ("<title>T</title>", None),
    "nonsense": ("<date>tomorrow</date><start>soon</start>", None),
}


@pytest.mark.parametrize("name", STARTS)
def test_the_start_is_found(name: str) -> None:
    inside, wanted = STARTS[name]
    zone = "<conference><time_zone_name>Asia/Seoul</time_zone_name></conference>"
    assert only(event(inside).replace("<conference/>", zone)).starts == wanted


def test_long_and_odd_durations_are_read_or_told() -> None:
    assert only(event("<duration>55:00</duration>")).minutes == 3300
    schedule = read(event("<duration>long</duration>").encode())
    assert schedule.sessions[0].minutes is None
    assert "The duration long can't be read." in told(schedule)


def test_a_zone_is_told_by_the_offset_where_it_is_not_named() -> None:
    schedule = read(event("<date>2026-05-01T10:00:00+09:00</date>").encode())
    assert (schedule.timezone, schedule.sessions[0].starts) == (
        "Etc/GMT-9",
        datetime(2026, 5, 1, 10),
    )


def test_tracks_are_found_by_name_or_slug_and_keep_their_colour() -> None:
    lists = '<tracks><track slug="a" color="abc">Alpha</track><track>Beta</track></tracks>'
    text = event('<track slug="a">Alpha</track>').replace("<conference/>", lists)
    schedule = read(text.encode())
    assert [(t.key, t.name, t.color) for t in schedule.tracks] == [
        ("slug:a", "Alpha", "#aabbcc"),
        ("name:Beta", "Beta", ""),
    ]
    assert schedule.sessions[0].track == "slug:a"
    assert only(event("<track>New</track>")).track == "name:New"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1", "cp1252", "euc-kr"])
def test_other_encodings_are_read(encoding: str) -> None:
    title = "Forum 가" if encoding in ("utf-8-sig", "utf-16", "euc-kr") else "Zürich"
    text = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?>'
    (session,) = read((text + event(f"<title>{title}</title>")).encode(encoding)).sessions
    assert session.title == title


def test_entities_of_html_are_understood() -> None:
    assert only(event("<title>a&nbsp;b &eacute;&nosuch;</title>")).title == "a b é&nosuch;"


REFUSED = {
    "nothing": (b"", "is empty"),
    "spaces": (b"  \n ", "is empty"),
    "no XML": (b"name,office\nHong,Minister", "is not XML"),
    "JSON": (b'{"schedule": {}}', "is not XML"),
    "zip": (b"PK\x03\x04\x00\x00", "is not XML"),
    "HTML": (b"<html><body/></html>", "begins with <html>"),
    "other XML": (b"<rss><channel/></rss>", "begins with <rss>"),
    "schedule of another kind": (b"<schedule><job/></schedule>", "begins with <schedule>"),
    "cut off": (WHOLE.encode()[:1500], "line 1"),
    "not closed": (b"<schedule>\n<conference>", "ends too early, at line 2"),
    "broken": (b"<schedule>\n<a></b></schedule>", "line 2, column 6"),
    "two roots": (b"<schedule><day/></schedule>\n<schedule/>", "line 2"),
    "wrong bytes": (b"<schedule><day>\xff\xfe</day></schedule>", "line 1"),
    "wrong encoding": (b"<?xml version='1.0' encoding='cp949'?><a>\xff</a>", "encoding"),
    "unknown encoding": (b"<?xml version='1.0' encoding='klingon'?><a/>", "encoding"),
    "codec that is no encoding": (b"<?xml version='1.0' encoding='zip'?><a/>", "encoding"),
    "bomb": (
        b'<!DOCTYPE s [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><schedule><day>&b;</day></schedule>',
        "declares its own entities",
    ),
    "external entity": (
        b'<!DOCTYPE s [<!ENTITY a SYSTEM "file:///etc/passwd">]><schedule>&a;</schedule>',
        "declares its own entities",
    ),
    "parameter entity": (
        b'<!DOCTYPE s [<!ENTITY % a SYSTEM "http://x.example/d"> %a;]><schedule/>',
        "declares its own entities",
    ),
    "deep": (b"<schedule>" + b"<day>" * 500, "too deep"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_schedule_is_refused_with_what_and_where(name: str) -> None:
    data, reason = REFUSED[name]
    with pytest.raises(ForumDeskError, match="nothing was imported") as refusal:
        read(data, "forum.xml")
    assert str(refusal.value).startswith("forum.xml")
    assert reason in str(refusal.value) or name == "cut off"


def test_a_doctype_elsewhere_is_passed_over_and_never_fetched() -> None:
    text = '<!DOCTYPE schedule SYSTEM "file:///etc/passwd">' + event("<title>T</title>")
    assert only(text).title == "T"


def test_too_large_a_file_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xmltree, "MOST_BYTES", 1000)
    with pytest.raises(ForumDeskError, match="larger than"):
        read(b" " * 1001)
    monkeypatch.setattr(xmltree, "MOST_ELEMENTS", 10)
    with pytest.raises(ForumDeskError, match="too many"):
        read(b"<schedule>" + b"<a/>" * 11 + b"</schedule>")


def damaged(data: bytes, seed: int) -> bytes:
    """The data cut, with flipped bits, a hole, or other characters in it."""
    chance = random.Random(seed)
    harm = bytearray(data)
    if seed % 4 == 0:
        return bytes(harm[: chance.randrange(len(harm))])
    if seed % 4 == 1:
        for _ in range(chance.choice([1, 3, 30])):
            harm[chance.randrange(len(harm))] ^= 1 << chance.randrange(8)
    elif seed % 4 == 2:
        start = chance.randrange(len(harm))
        del harm[start : start + chance.randrange(5000)]
    else:
        places = [m.start() for m in re.finditer(rb"[0-9]", harm)]
        for place in chance.sample(places, min(40, len(places))):
            harm[place] = chance.choice(b"0123456789:-+TZ%a .")
    return bytes(harm)


@pytest.mark.parametrize("seed", range(80))
def test_damaged_schedules_are_read_or_refused(seed: int) -> None:
    with suppress(ForumDeskError):
        assert len(read(damaged(WHOLE.encode(), seed)).sessions) <= 1


NASTY = [
    "",
    " ",
    "\u00a0",
    "<",
    "&amp;",
    "0",
    "-1",
    "9" * 30,
    "2026-13-45",
    "25:61",
    "::",
    "2026-05-01T25:00:00+99:99",
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-12:00",
    "가" * 500,
    "<b>",
    "]]&gt;",
    "http://[",
    "//",
    "javascript:x",
    "ko;en;;",
    "P9999D",
    "\t\n",
]


def nasty(seed: int) -> Iterator[str]:
    chance = random.Random(seed)
    while True:
        yield chance.choice(NASTY).replace("<", "&lt;").replace('"', "&quot;")


@pytest.mark.parametrize("seed", range(40))
def test_nonsense_in_any_place_is_read(seed: int) -> None:
    values = nasty(seed)
    odd = re.sub(r">[^<>]+</", lambda _: f">{next(values)}</", WHOLE)
    odd = re.sub(r'(\w+)="[^"]*"', lambda m: m[0] if m[1] in "xmlns:f version encoding" else
                 f'{m[1]}="{next(values)}"', odd)  # fmt: skip
    assert len(read(odd.encode()).sessions) == 1


def test_fosdem_is_read_without_a_loss(real_input: Path) -> None:
    data = (real_input / "fosdem_2026.xml").read_bytes()
    schedule = read(data)
    assert (len(schedule.sessions), len(schedule.rooms)) == (1079, 37)
    assert (len(schedule.tracks), len(schedule.persons)) == (71, 1216)
    assert schedule.findings == ()
    assert (schedule.timezone, schedule.day_boundary) == ("Europe/Brussels", 540)
    kinds = Counter(link.kind for session in schedule.sessions for link in session.links)
    assert kinds == {"link": 6515, "attachment": 552, "page": 1079, "feedback": 1079}
    texts = [text for s in schedule.sessions for text in (s.abstract, s.description)]
    texts += [person.biography for person in schedule.persons]
    assert not any(re.search(r"</?(?:p|a|ul|li|strong|em|code|br|h\d)\b", t) for t in texts)
    assert not any("\u00a0" in session.title for session in schedule.sessions)


def test_39c3_is_read_without_a_loss(real_input: Path) -> None:
    schedule = read((real_input / "39c3_himmel.xml").read_bytes())
    assert (len(schedule.sessions), len(schedule.rooms), len(schedule.persons)) == (186, 5, 274)
    assert schedule.findings == ()
    assert (schedule.first_day, schedule.last_day) == (date(2025, 12, 27), date(2025, 12, 30))
    assert (schedule.timezone, schedule.day_boundary) == ("Europe/Berlin", 360)
    assert Counter(s.languages[0] for s in schedule.sessions) == {"en": 106, "de": 80}
    namesakes = Counter(person.name for person in schedule.persons)
    assert namesakes["erdgeist"] == namesakes["Leonard"] == 2


def test_markup_that_is_not_escaped_is_read_like_any_other() -> None:
    session = only(
        event(
            '<title>One <i>fine</i> day</title><abstract>Before <p class="x">a &lt; b</p>'
            "<ul><li>one</li><li>two</li></ul>after</abstract>"
        )
    )
    assert session.title == "One fine day"
    assert session.abstract == "Before\n\na < b\n\n- one\n- two\n\nafter"


def test_one_id_for_two_rooms_or_tracks_keeps_both() -> None:
    rooms = (
        '<room name="A" guid="g"/><room name="B" guid="g"/><room name="B" guid="g">'
        '<event><track slug="s">One</track></event><event><track slug="s">Two</track></event>'
        '</room><room guid="h"/><room/>'
    )
    schedule = read(f"<schedule><day>{rooms}</day></schedule>".encode())
    assert [room.name for room in schedule.rooms] == ["A", "B", "guid:h"]
    assert {session.rooms for session in schedule.sessions} == {("guid:g name:B",)}
    assert [track.name for track in schedule.tracks] == ["One", "Two"]
    assert [session.track for session in schedule.sessions] == ["slug:s", "slug:s name:Two"]


def test_events_outside_any_room_are_in_the_one_they_say() -> None:
    events = "<event><room>B</room></event><event><room>A</room></event><event><room/></event>"
    schedule = read(f'<schedule><day><room name="A"/>{events}</day></schedule>'.encode())
    assert [session.rooms for session in schedule.sessions] == [("name:B",), ("name:A",), ()]


def test_what_has_parts_is_kept_with_them() -> None:
    inside = "<more a='1'><b>x</b><b/><c d='2'>y</c></more>"
    assert json.loads(only(event(inside)).extra)["more"] == {
        "a": "1", "b": "x", "c": {"d": "2", "": "y"},
    }  # fmt: skip
