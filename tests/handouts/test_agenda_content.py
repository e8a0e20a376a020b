# SPDX-License-Identifier: MIT
"""What the agenda on paper says: days, times, titles, parts, and who may read what."""

import pickle
from dataclasses import replace
from datetime import date

import pytest

from forumdesk.domain.agenda import (
    Mode,
    Part,
    Role,
    Session,
    SessionKind,
    SessionRoom,
    SessionStatus,
    Visibility,
)
from forumdesk.domain.dates import Clock
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import HostRole
from forumdesk.domain.people import Invitation, NameForm
from forumdesk.domain.wording import Text
from forumdesk.handouts.content import (
    Badge,
    BadgeKind,
    Day,
    Entry,
    PartLine,
    Quote,
    TrackMark,
    Wording,
    affiliation,
    said,
)
from forumdesk.handouts.contents.program import agenda_content
from forumdesk.handouts.options import Arrangement, Audience, Options
from tests.handouts.dossiers import (
    HOSTS,
    PARTICIPATIONS,
    PARTS,
    SESSIONS,
    at,
    forum,
    titled,
    with_edition,
)


def ko_en(ko: str, en: str) -> Wording:
    return (("ko", ko), ("en", en))


def clock(time: str) -> Wording:
    return (("en", time),)


def days(dossier: Dossier, options: Options | None = None) -> tuple[Day, ...]:
    return agenda_content(dossier, options or Options()).agenda.days


def entries(dossier: Dossier, options: Options | None = None) -> tuple[Entry, ...]:
    (day,) = days(dossier, options)
    return day.entries


def titles(dossier: Dossier, options: Options | None = None) -> list[str]:
    return [e.title[0][1] for day in days(dossier, options) for e in day.entries]


def test_the_forum_of_three_sessions_whole() -> None:
    content = agenda_content(forum(), Options())
    assert content.sheet.title == ko_en("제2회 칩 포럼", "2nd Chip Forum")
    assert content.sheet.dates == ko_en("2025년 9월 3일 수요일", "Wednesday, September 3, 2025")
    assert content.sheet.place == ko_en("서울 큰집", "Great House, Seoul")
    assert content.agenda.days == (
        Day(
            anchor="day-2025-09-03",
            date=ko_en("2025년 9월 3일 수요일", "Wednesday, September 3, 2025"),
            short=ko_en("9월 3일(수)", "Wed, Sep 3"),
            entries=(
                Entry(
                    anchor="session-open",
                    kind="opening",
                    title=ko_en("개회식", "Opening"),
                    start=clock("09:00"),
                    end=clock("09:30"),
                    minutes=30,
                    parts=(
                        PartLine(
                            "opens",
                            ko_en("개회사", "Opening remarks"),
                            ko_en("홍길동", "Gil-dong Hong"),
                            ko_en("회장", "Chairman"),
                            ko_en("한국협회", "Korea Association"),
                        ),
                        PartLine(
                            "welcomes",
                            ko_en("환영사", "Welcome remarks"),
                            ko_en("제인 도", "Jane Doe"),
                            ko_en("대표", "President"),
                            ko_en("미국협회", "U.S. Association"),
                        ),
                        PartLine(
                            "congratulates",
                            ko_en("축사", "Congratulatory remarks"),
                            (),
                            ko_en("장관", "Minister"),
                            ko_en("산업부", "Ministry of Industry"),
                        ),
                    ),
                ),
                Entry(
                    anchor="session-pause",
                    kind="break",
                    title=ko_en("휴식", "Break"),
                    start=clock("09:30"),
                    end=clock("09:45"),
                    minutes=15,
                    quiet=True,
                ),
                Entry(
                    anchor="session-talk",
                    kind="presentation",
                    title=ko_en("강연", "Talk"),
                    start=clock("09:45"),
                    end=clock("10:30"),
                    minutes=45,
                    room=ko_en("다락", "Attic"),
                    track=TrackMark(ko_en("기술", "Technology"), "#336699"),
                    parts=(
                        PartLine(
                            "presents",
                            ko_en("발제", "Presentation"),
                            ko_en("추후 공지", "to be announced"),
                            announced=False,
                        ),
                    ),
                ),
            ),
        ),
    )


def test_content_crosses_to_another_process() -> None:
    content = agenda_content(forum(), Options())
    assert pickle.loads(pickle.dumps(content)) == content


def test_one_language_and_a_language_the_program_does_not_speak() -> None:
    alone = agenda_content(forum(), Options(("en",), Arrangement.SINGLE)).agenda.days[0]
    assert alone.entries[0].title == (("en", "Opening"),)
    german = agenda_content(forum(), Options(("de", "ko"))).agenda.days[0]
    assert german.date == (("de", "Mittwoch, 3. September 2025"), ("ko", "2025년 9월 3일 수요일"))
    assert german.entries[0].title == (("ko", "개회식"),)
    assert german.entries[0].parts[0].role == (("en", "Opening remarks"), ("ko", "개회사"))


def test_a_missing_translation_falls_back_once() -> None:
    (entry,) = entries(forum(sessions=(titled("a", "", "Only English", starts=at("10:00")),)))
    assert entry.title == (("en", "Only English"),)
    assert said(entry.title, "ko") == ("en", "Only English")
    (entry,) = entries(forum(sessions=(titled("a", "AI", "AI", starts=at("10:00")),)))
    assert entry.title == (("en", "AI"),)


def test_a_session_without_a_title_is_named_after_its_kind() -> None:
    (entry,) = entries(
        forum(sessions=(Session("a", "edition", kind=SessionKind.LUNCHEON, starts=at("12:00")),))
    )
    assert entry.title == ko_en("오찬", "Luncheon")


def test_items_stand_in_their_session() -> None:
    items = (
        titled("i2", "둘째 인사", "Second greeting", parent="open", position=2),
        titled("i1", "개회사", "Opening Remarks", parent="open", position=1, starts=at("09:05")),
        Session("i3", "edition", parent="open", position=3, kind=SessionKind.REMARKS),
    )
    parts = (
        Part("x1", "i1", "p-hong", Role.OPENS),
        Part("x2", "i2", "p-doe", Role.WELCOMES),
        Part("x3", "i3", "p-ministry"),
    )
    rooms = (SessionRoom("r1", "open", "hall"), SessionRoom("r2", "i3", "attic"))
    opening = entries(forum(sessions=(*SESSIONS, *items), parts=parts, session_rooms=rooms))[0]
    assert opening.room == ko_en("홀", "Hall")
    assert [(i.title, i.start, i.untimed, i.room) for i in opening.items] == [
        (ko_en("개회사", "Opening Remarks"), clock("09:05"), (), ()),
        (ko_en("둘째 인사", "Second greeting"), (), (), ()),
        (ko_en("축사", "Congratulatory remarks"), (), (), ko_en("다락", "Attic")),
    ]
    assert [i.parts[0].role[0][1] for i in opening.items] == ["개회사", "환영사", "축사"]


def test_after_midnight_belongs_to_the_evening_before() -> None:
    late = titled("late", "뒤풀이", "Nightcap", starts=at("00:30", 4), minutes=None)
    next_day = titled("early", "산책", "Walk", starts=at("06:00", 4), minutes=30)
    first, second = days(forum(sessions=(*SESSIONS, late, next_day)))
    assert [e.title[1][1] for e in first.entries] == ["Opening", "Break", "Talk", "Nightcap"]
    assert (first.entries[3].start, first.entries[3].end) == (clock("00:30"), ())
    assert first.entries[3].open_end
    assert first.ordinal == ko_en("1일차", "Day 1")
    assert second.ordinal == ko_en("2일차", "Day 2")


def test_without_dates_and_without_sessions() -> None:
    undated = with_edition(first_day=None, last_day=None)
    content = agenda_content(replace(undated, sessions=(), parts=()), Options())
    assert (content.agenda.days, content.sheet.dates) == ((), ())
    untimed = (titled("a", "가", "A"), titled("b", "나", "B"))
    (day,) = days(replace(undated, sessions=untimed, parts=()))
    assert day.date == ko_en("날짜 추후 공지", "Day to be announced")
    assert [e.untimed for e in day.entries] == [ko_en("시간 미정", "time to be announced")] * 2
    # Where the edition has one day, that is where they are.
    (day,) = days(forum(sessions=untimed, parts=()))
    assert day.anchor == "day-2025-09-03"


def test_markup_in_names_is_text() -> None:
    title = "<b>R&D</b> <img src=/etc/passwd> &amp; </para>"
    (entry,) = entries(forum(sessions=(titled("a", title, title, starts=at("10:00")),)))
    assert entry.title == (("en", title),)


def test_twelve_hours_by_each_languages_custom() -> None:
    opening = entries(forum(), Options(clock=Clock.H12))[0]
    assert opening.start == ko_en("오전 9:00", "9:00 a.m.")


def test_one_day_and_one_room() -> None:
    sessions = (
        *SESSIONS,
        titled("hall", "홀에서", "In the hall", starts=at("09:45"), minutes=45),
        titled("next", "이튿날", "Next day", starts=at("09:00", 4), minutes=30),
    )
    rooms = (SessionRoom("r1", "talk", "attic"), SessionRoom("r2", "hall", "hall"))
    whole = forum(sessions=sessions, session_rooms=rooms)
    assert titles(whole, Options(day=date(2025, 9, 4))) == ["이튿날"]
    assert titles(whole, Options(room="hall")) == ["개회식", "휴식", "홀에서", "이튿날"]
    assert titles(whole, Options(room="ATTIC")) == ["개회식", "휴식", "강연", "이튿날"]
    with pytest.raises(ForumDeskError, match="Cellar"):
        titles(whole, Options(room="Cellar"))


def test_who_may_read_what() -> None:
    kinds: tuple[tuple[str, dict[str, object]], ...] = (
        ("공개", {}),
        ("언론", {"visibility": Visibility.PRESS}),
        ("초청", {"visibility": Visibility.INVITED}),
        ("비공개", {"visibility": Visibility.CLOSED}),
        ("내부", {"visibility": Visibility.INTERNAL}),
        ("회의", {"kind": SessionKind.INTERNAL}),
        ("취소", {"status": SessionStatus.CANCELLED}),
    )
    sessions = tuple(
        titled(f"s{n}", name, name, starts=at(f"1{n}:00"), **fields)
        for n, (name, fields) in enumerate(kinds)
    )
    hidden = titled("item", "속", "속", parent="s3", starts=at("13:00"))
    dossier = forum(sessions=(*sessions, hidden), parts=())
    assert titles(dossier) == ["공개", "언론", "초청"]
    assert titles(dossier, Options(audience=Audience.GUESTS)) == ["공개", "언론", "초청", "비공개"]
    everything = entries(dossier, Options(audience=Audience.ORGANIZERS))
    assert [e.title[0][1] for e in everything] == [name for name, _ in kinds]
    assert everything[6].cancelled
    assert everything[6].badges == (
        Badge(BadgeKind.STATUS, ko_en("취소", "Cancelled"), "cancelled"),
    )
    assert entries(dossier)[2].badges == (
        Badge(BadgeKind.VISIBILITY, ko_en("초청자 한정", "By invitation"), "invited"),
    )


def test_interpretation_and_floor_languages() -> None:
    session = titled(
        "a",
        "가",
        "A",
        starts=at("10:00"),
        languages=("ko",),
        interpretation=Text.of(ko="동시통역", en="Interpretation"),
    )
    (entry,) = entries(forum(sessions=(session,), parts=()))
    assert entry.badges == (
        Badge(BadgeKind.INTERPRETATION, ko_en("동시통역", "Interpretation")),
        Badge(BadgeKind.LANGUAGE, ko_en("한국어", "Korean")),
    )


def test_how_a_part_is_given() -> None:
    parts = (
        Part("a", "talk", "p-hong", Role.PRESENTS, 0, mode=Mode.VIDEO),
        Part("b", "talk", "p-doe", Role.PRESENTS, 1, mode=Mode.READ, reader="p-hong"),
        Part("c", "talk", "p-doe", Role.PRESENTS, 2, mode=Mode.READ),
        Part("d", "talk", "p-doe", Role.SPEAKS, 3, label=Text.of(ko="건배사", en="Toast")),
        Part("e", "talk", "p-doe", Role.INTERPRETS, 4),
    )
    talk = entries(forum(parts=parts))[2]
    assert [line.note for line in talk.parts] == [
        ko_en("영상", "by video"),
        ko_en("홍길동 대독", "read by Gil-dong Hong"),
        ko_en("대독", "read out"),
        (),
    ]
    assert talk.parts[3].role == ko_en("건배사", "Toast")
    assert len(entries(forum(parts=parts), Options(audience=Audience.ORGANIZERS))[2].parts) == 5


def test_who_declined_is_to_be_announced() -> None:
    gone = tuple(
        replace(p, status=Invitation.DECLINED) if p.id == "p-hong" else p for p in PARTICIPATIONS
    )
    line = entries(forum(participations=gone))[0].parts[0]
    assert (line.name, line.organization, line.announced) == (
        ko_en("추후 공지", "to be announced"),
        (),
        False,
    )


@pytest.mark.parametrize(
    ("role", "role_of_host", "ko"),
    [
        (Role.OPENS, HostRole.HOST, "개회사"),
        (Role.OPENS, HostRole.ORGANIZER, "대회사"),
        (Role.SPEAKS, HostRole.HOST, "개회사"),
        (Role.SPEAKS, HostRole.CO_HOST, "환영사"),
        (Role.SPEAKS, HostRole.SUPPORTER, "축사"),
        (Role.CHAIRS, HostRole.HOST, "좌장"),
        (Role.MC, HostRole.HOST, "사회"),
    ],
)
def test_korean_words_follow_the_giver(role: Role, role_of_host: HostRole, ko: str) -> None:
    hosts = (replace(HOSTS[0], role=role_of_host),)
    parts = (replace(PARTS[0], role=role),)
    assert entries(forum(hosts=hosts, parts=parts))[0].parts[0].role[0] == ("ko", ko)


def test_a_speaker_of_no_known_body_is_a_speaker() -> None:
    parts = (replace(PARTS[0], role=Role.SPEAKS),)
    alone = tuple(replace(p, organization=None) for p in PARTICIPATIONS)
    for dossier in (forum(parts=parts, hosts=()), forum(parts=parts, participations=alone)):
        assert entries(dossier)[0].parts[0].role == ko_en("연사", "Speaker")


def test_statements_and_whose_they_are() -> None:
    part = replace(PARTS[0], statement=Text.of(ko="약속합니다.", en="We promise."))
    assert entries(forum(parts=(part,)))[0].quotes == (
        Quote(
            ko_en("약속합니다.", "We promise."),
            ko_en("홍길동, 한국협회 회장", "Gil-dong Hong, Chairman, Korea Association"),
        ),
    )


def test_names_in_the_documents_form() -> None:
    opening = entries(forum(), Options(names=NameForm.FAMILY_CAPITALS))[0]
    assert [line.name for line in opening.parts[:2]] == [
        ko_en("홍길동", "HONG Gil-dong"),
        ko_en("제인 도", "DOE Jane"),
    ]


def test_office_and_body_run_into_one_another() -> None:
    office, body = ko_en("장관", "Minister"), ko_en("산업부", "Ministry")
    assert affiliation(office, body, "ko") == ("ko", "산업부 장관")
    assert affiliation(office, body, "en") == ("en", "Minister, Ministry")
    assert affiliation(office, (), "en") == ("en", "Minister")
    assert affiliation((), body, "ko") == ("ko", "산업부")
    assert affiliation(ko_en("산업부 장관", ""), body, "ko") == ("ko", "산업부 장관")
