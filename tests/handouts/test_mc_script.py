# SPDX-License-Identifier: MIT
"""The MC's script: what is said for each kind of session, in polite Korean and English."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

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
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import Organization, OrganizationKind, Participation, Person
from forumdesk.domain.wording import Text
from forumdesk.handouts.catalogue import handout as kind
from forumdesk.handouts.catalogue import render
from forumdesk.handouts.contents.address import by_oneself, in_full, in_short
from forumdesk.handouts.contents.mc_script import mc_script_content
from forumdesk.handouts.contents.setting import Imprint, Setting
from forumdesk.handouts.options import Arrangement, Audience, Options
from forumdesk.handouts.stage import Aloud, Cast, CueWords, Roll, Said, ScriptItem, Speech
from tests.handouts.conftest import texts
from tests.handouts.dossiers import (
    AGREEMENT,
    DOE,
    FORUM,
    HONG,
    KSIA,
    MINISTRY,
    PARTICIPATIONS,
    SESSIONS,
    SIA,
    at,
    forum,
    titled,
)

KO = Options(("ko",), Arrangement.SINGLE)
EN = Options(("en",), Arrangement.SINGLE)
HONORED = replace(HONG, honorific=Text.of(ko="회장님", en="Mr."), reading=Text.of(en="hong"))
LADY = replace(DOE, honorific=Text.of(ko="대표님", en="Ms."))


def polite(**changes: Any) -> Dossier:
    """The forum of three sessions, its people with titles."""
    return forum(people=(HONORED, LADY), **changes)


def script(dossier: Dossier, options: Options = EN) -> list[ScriptItem]:
    days = mc_script_content(dossier, options, Imprint()).days
    return [item for day in days for item in day.items]


def plain(speech: Speech) -> str:
    return "".join(said.text for said in speech[0][1])


def lines(item: ScriptItem) -> Iterator[str]:
    """What is said, cues between brackets, names of rolls one by one."""
    for line in item.lines:
        match line:
            case Aloud():
                yield plain(line.text)
            case CueWords():
                yield f"[{line.text[0][1]}]"
            case Roll():
                yield from map(plain, line.people)
            case Cast():
                for role, said in line.people:
                    yield f"{role[0][1] if role else ''}: {plain(said)}"


def said(dossier: Dossier, options: Options = EN, n: int = 0) -> list[str]:
    return list(lines(script(dossier, options)[n]))


def one(session: Session, *parts: Part, **changes: Any) -> Dossier:
    """A forum of a session after the opening."""
    opening = replace(SESSIONS[0], minutes=5)
    return polite(sessions=(opening, session), parts=parts, **changes)


def test_the_forum_is_opened() -> None:
    parts = (Part("mc", "open", "p-hong", Role.MC),)
    opened = said(polite(parts=parts))
    assert opened == [
        "[Five minutes before]",
        "Ladies and gentlemen, we are about to begin. Please take your seats, and set your phones"
        " to silent.",
        "[When all are seated]",
        "Distinguished guests, ladies and gentlemen, good morning. Welcome to the 2nd Chip Forum.",
        "My name is Gil-dong Hong, and it is my honor to guide you through today’s program.",
        "The forum is co-hosted by Korea Association and U.S. Association.",
        "It is supported by Ministry of Industry.",
        "Our theme is “Together”.",
    ]
    korean = said(polite(parts=parts), KO)
    assert korean[3:] == [
        "존경하는 내외 귀빈 여러분, 안녕하십니까. 제2회 칩 포럼에 오신 것을 진심으로 환영합니다.",
        "저는 오늘 사회를 맡은 한국협회 홍길동입니다.",
        "이번 포럼은 한국협회와 미국협회가 공동으로 개최합니다.",
        "후원 기관은 산업부입니다.",
        "이번 포럼의 주제는 ‘함께’입니다.",
    ]


@pytest.mark.parametrize(("hour", "greeting"), [("13:00", "afternoon"), ("19:00", "evening")])
def test_the_greeting_goes_by_the_time_of_day(hour: str, greeting: str) -> None:
    late = replace(SESSIONS[0], starts=at(hour))
    assert any(f"good {greeting}" in line for line in said(polite(sessions=(late,), parts=())))


def test_guests_of_honor_are_introduced_in_the_order_of_precedence() -> None:
    ranks = {"p-doe": 1, "p-hong": 2}
    people = tuple(replace(p, rank=ranks.get(p.id), honored=True) for p in PARTICIPATIONS)
    opened = said(polite(participations=people, parts=()), KO)
    first = opened.index("오늘 자리를 빛내 주신 내빈을 소개해 드리겠습니다.")
    assert opened[first + 1 : first + 3] == ["미국협회 제인 도 대표님", "한국협회 홍길동 회장님"]


def test_speeches_are_called_up_in_a_row_and_thanked_for() -> None:
    opened = said(polite())
    assert [line for line in opened if line.startswith(("We begin", "Next", "And finally"))] == [
        "We begin with opening remarks by Mr. Gil-dong Hong, Chairman, Korea Association.",
        "Next, we will hear welcome remarks by Ms. Jane Doe, President, U.S. Association.",
        "And finally, we will hear congratulatory remarks by the Minister of Industry.",
    ]
    assert opened[-3:] == [
        "Please welcome Minister (name to follow).",
        "[Applause · Congratulatory remarks]",
        "Thank you very much, Minister (name to follow).",
    ]
    korean = said(polite(), KO)
    assert "먼저 한국협회 홍길동 회장님의 개회사가 있겠습니다." in korean
    assert "다음은 미국협회 제인 도 대표님의 환영사가 있겠습니다." in korean
    assert "끝으로 산업부 장관님의 축사가 있겠습니다." in korean
    assert "큰 박수로 홍길동 회장님을 맞아 주시기 바랍니다." in korean
    assert "홍길동 회장님, 감사합니다." in korean


def test_names_bear_their_reading_where_they_are_introduced() -> None:
    opening = script(polite())[0]
    introduced = [
        stretch
        for line in opening.lines
        if isinstance(line, Aloud)
        for stretch in line.text[0][1]
        if stretch.name and stretch.text == "Gil-dong Hong"
    ]
    assert {stretch.reading for stretch in introduced} == {"hong"}


def test_a_keynote_has_its_topic_and_length() -> None:
    talk = titled("k", "내일", "Tomorrow", kind=SessionKind.KEYNOTE, starts=at("10:00"), minutes=20)
    dossier = one(talk, Part("p", "k", "p-doe", Role.KEYNOTE))
    assert said(dossier, n=1) == [
        "We will now hear a keynote by Ms. Jane Doe, President, U.S. Association.",
        "The topic is “Tomorrow”.",
        "Please welcome Ms. Doe.",
        "[Applause · Keynote, 20 min.]",
        "Thank you very much, Ms. Doe.",
    ]
    assert said(dossier, KO, 1)[:2] == [
        "미국협회 제인 도 대표님의 기조연설이 있겠습니다.",
        "주제는 ‘내일’입니다.",
    ]


def test_messages_by_video_and_read_out() -> None:
    remarks = titled("r", "축사", "R", kind=SessionKind.REMARKS, starts=at("10:00"), minutes=5)
    part = Part("p", "r", "p-doe", Role.CONGRATULATES, mode=Mode.VIDEO)
    assert said(one(remarks, part), KO, 1) == [
        "미국협회 제인 도 대표님께서 영상으로 축사를 보내 주셨습니다. 다 함께 보시겠습니다.",
        "[영상 재생]",
        "영상으로 함께해 주신 제인 도 대표님께 감사드립니다.",
    ]
    read = replace(part, mode=Mode.READ, reader="p-hong")
    assert said(one(remarks, read), KO, 1)[0] == (
        "미국협회 제인 도 대표님의 축사는 한국협회 홍길동 회장님께서 대독하시겠습니다."
    )
    assert said(one(remarks, read), n=1)[-1] == "Thank you very much, Mr. Hong."


def test_a_panel_is_handed_over_to_its_chair() -> None:
    panel = titled("d", "토론", "Debate", kind=SessionKind.PANEL, starts=at("10:00"), minutes=60)
    parts = (Part("c", "d", "p-hong", Role.MODERATES), Part("x", "d", "p-doe", Role.DISCUSSES))
    host = Part("y", "d", "p-hong", Role.DISCUSSES)
    assert said(one(panel, *parts, host), n=1) == [
        "We now turn to “Debate”.",
        "The session is moderated by Mr. Gil-dong Hong, Chairman, Korea Association.",
        "Taking part are the following speakers.",
        "Discussion: Ms. Jane Doe, President, U.S. Association",
        "Discussion: Mr. Gil-dong Hong, Chairman, Korea Association",
        "Please welcome them to the stage.",
        "[Applause; all take their seats on the stage]",
        "Mr. Hong, the floor is yours.",
        "[Session, 60 min.]",
        "Thank you to Mr. Hong, and to all who took part.",
    ]
    alone = said(one(panel, parts[1]), n=1)
    assert alone[-1] == "Thank you to all who took part."


def test_one_who_discusses_is_no_list_of_speakers() -> None:
    panel = titled("d", "토론", "Debate", kind=SessionKind.PANEL, starts=at("10:00"), minutes=60)
    parts = (Part("c", "d", "p-hong", Role.MODERATES), Part("x", "d", "p-doe", Role.DISCUSSES))
    assert said(one(panel, *parts), n=1)[1:4] == [
        "The session is moderated by Mr. Gil-dong Hong, Chairman, Korea Association.",
        "Taking part is Ms. Jane Doe, President, U.S. Association.",
        "Please welcome them to the stage.",
    ]
    assert "미국협회 제인 도 대표님께서 함께해 주시겠습니다." in said(one(panel, *parts), KO, 1)


def test_breaks_and_meals_say_when_and_where_it_goes_on() -> None:
    dossier = polite(session_rooms=(SessionRoom("a", "pause", "attic"), *FORUM.session_rooms))
    assert said(dossier, n=1) == [
        "We will now take a break.",
        "Refreshments are served in Attic.",
        "We resume at 9:45 a.m., in Attic.",
        "Please be back in your seats in good time.",
    ]
    assert said(dossier, KO, 1)[2] == "오전 9시 45분에 다락에서 다시 시작하겠습니다."
    lunch = titled("l", "오찬", "Luncheon", kind=SessionKind.LUNCHEON, starts=at("12:00"))
    host = Part("h", "l", "p-doe", Role.HOSTS_TABLE)
    rooms = (SessionRoom("r", "l", "hall"),)
    assert said(one(lunch, host, session_rooms=rooms), KO, 2)[:2] == [
        "이어서 오찬 순서입니다. 홀로 자리를 옮겨 주시기 바랍니다.",
        "오늘 오찬은 미국협회 제인 도 대표님께서 마련해 주셨습니다.",
    ]


def signing(**options: Any) -> list[str]:
    session = titled("s", "체결식", "Signing", kind=SessionKind.SIGNING, starts=at("10:00"))
    item = Session("act", "edition", kind=SessionKind.SIGNING, parent="s", starts=at("10:05"))
    parts = (
        Part("1", "act", "p-hong", Role.SIGNS, 0),
        Part("2", "act", "p-doe", Role.SIGNS, 1),
        Part("3", "act", "p-ministry", Role.WITNESSES, 2),
    )
    mou = replace(AGREEMENT["agreements"][0], session="s")
    agreed = {**AGREEMENT, "agreements": (mou,)}
    opening = replace(SESSIONS[0], minutes=5)
    dossier = polite(sessions=(opening, session, item), parts=parts, **agreed)
    found = script(dossier, replace(EN, **options))
    return [line for item in found[1:3] for line in lines(item)]


def test_an_agreement_is_signed_in_the_order_of_the_copy() -> None:
    assert signing() == [
        "We now come to the signing of the “MOU on Cooperation”.",
        "It is concluded between Korea Association and U.S. Association.",
        "We invite the signatories to the table.",
        "Mr. Gil-dong Hong, Chairman, Korea Association",
        "Ms. Jane Doe, President, U.S. Association",
        "The signing is witnessed by the following guests.",
        "The Minister of Industry",
        "[Signatories are seated; folders are opened]",
        "The signatories will now sign.",
        "[All sign; folders are passed across]",
        "They will now exchange the originals.",
        "[Folders are exchanged; handshake; applause]",
        "The Memorandum of Understanding is signed. Please join me in a warm round of applause.",
    ]
    mirrored = signing(first_host="sia")
    assert mirrored[1] == "It is concluded between U.S. Association and Korea Association."
    assert mirrored[3] == "Ms. Jane Doe, President, U.S. Association"


@pytest.mark.parametrize("handout", ["mc-script", "run-sheet", "interpreters"])
def test_a_sheet_without_sessions_says_so(handout: str) -> None:
    made = kind(handout).build(forum(sessions=(), parts=()), EN, Imprint())
    assert (
        "There are no sessions to be on this sheet yet." in texts(render(handout, made, EN).data)[0]
    )


def test_an_agreement_signed_at_no_session_is_announced_at_none() -> None:
    loose = (replace(AGREEMENT["agreements"][0], session=None),)
    found = script(polite(**{**AGREEMENT, "agreements": loose}), EN)
    assert not [line for item in found for line in lines(item) if "MOU" in line]


def test_photographs_and_what_nobody_leads() -> None:
    photo = titled("f", "촬영", "Photo", kind=SessionKind.PHOTO, starts=at("10:00"), cues="3 rows")
    assert said(one(photo), n=1)[0] == "[3 rows]"
    assert said(one(photo), KO, 1)[1] == (
        "이어서 기념 촬영이 있겠습니다. 내빈께서는 단상으로 나와 주시기 바랍니다."
    )
    show = titled("f", "공연", "Performance", starts=at("10:00"))
    assert said(one(show), KO, 1) == ["다음은 ‘공연’ 순서입니다."]


def test_days_end_and_the_forum_closes() -> None:
    second = titled("b", "둘째 날", "Second day", starts=at("09:30", 4), minutes=30)
    dossier = polite(sessions=(SESSIONS[0], second), parts=())
    items = script(dossier)
    assert [item.title[0][1] for item in items] == [
        *("Opening", "End of the day", "Second day", "Close of the forum")
    ]
    assert list(lines(items[1]))[-1] == "We begin again tomorrow at 9:30 a.m."
    assert any("welcome to day 2 of the 2nd Chip Forum" in line for line in lines(items[2]))
    assert "제2회 칩 포럼을 모두 마치겠습니다" in said(dossier, KO, 3)[0]


def test_parallel_sessions_are_announced_with_their_rooms() -> None:
    beside = tuple(titled(n, n, n.upper(), starts=at("10:00"), minutes=30) for n in ("x", "y"))
    rooms = (SessionRoom("1", "x", "hall"), SessionRoom("2", "y", "attic"))
    dossier = polite(sessions=(SESSIONS[0], *beside), parts=(), session_rooms=rooms)
    assert said(dossier, n=1) == [*("We now continue in parallel sessions.", "Hall: X", "Attic: Y")]


def test_what_is_internal_cancelled_or_between_two_is_not_said() -> None:
    hidden = (
        replace(SESSIONS[2], visibility=Visibility.INTERNAL),
        replace(SESSIONS[2], status=SessionStatus.CANCELLED),
        replace(SESSIONS[2], kind=SessionKind.BILATERAL),
    )
    everything = replace(EN, audience=Audience.ORGANIZERS)
    for session, options in zip(hidden, (EN, everything, everything), strict=True):
        dossier = polite(sessions=(SESSIONS[0], session))
        assert "Talk" not in [item.title[0][1] for item in script(dossier, options)]


def addressed(person: Person, body: Organization, **office: str) -> Setting:
    found = Participation("p", "edition", person.id, body.id, Text.of(**office))
    return Setting(
        forum(people=(person,), organizations=(body, KSIA, SIA, MINISTRY), participations=(found,)),
        Options(("ko", "en")),
    )


@pytest.mark.parametrize(
    ("honorific", "office", "full", "short"),
    [
        ("장관님", "장관", "산업부 홍길동 장관님", "홍길동 장관님"),
        ("부사장님", "개발 담당 부사장", "산업부 개발 담당 홍길동 부사장님", "홍길동 부사장님"),
        ("본부장님", "국제협력본부장", "산업부 국제협력본부장 홍길동 님", "홍길동 본부장님"),
        ("박사", "책임연구원", "산업부 책임연구원 홍길동 박사님", "홍길동 박사님"),
        ("", "과장", "산업부 과장 홍길동 님", "홍길동 님"),
        ("각하", "", "산업부 홍길동 각하", "홍길동 각하"),
    ],
)
def test_korean_forms_of_address(honorific: str, office: str, full: str, short: str) -> None:
    person = replace(HONG, honorific=Text.of(ko=honorific))
    setting = addressed(person, MINISTRY, ko=office)
    (found,) = setting.dossier.participations
    assert bare(in_full(setting, found))["ko"] == full
    assert bare(in_short(setting, found))["ko"] == short
    assert bare(by_oneself(setting, found))["ko"] == "산업부 홍길동"


@pytest.mark.parametrize(
    ("honorific", "office", "full", "short"),
    [
        ("Ms.", "Chair", "Ms. Jane Doe, Chair of the Chip Board", "Ms. Doe"),
        ("The Honorable", "Vice Chair", "the Honorable Jane Doe, Vice Chair of the Chip Board", ""),
        ("H.E.", "", "H.E. Jane Doe, Chip Board", "Jane Doe"),
        ("", "Head, Policy", "Jane Doe, Head, Policy, Chip Board", "Jane Doe"),
        ("Dr.", "Chair of the Chip Board", "Dr. Jane Doe, Chair of the Chip Board", "Dr. Doe"),
    ],
)
def test_english_forms_of_address(honorific: str, office: str, full: str, short: str) -> None:
    person = replace(DOE, honorific=Text.of(en=honorific))
    board = Organization("board", Text.of(en="Chip Board"), kind=OrganizationKind.ASSOCIATION)
    setting = addressed(person, board, en=office)
    (found,) = setting.dossier.participations
    assert bare(in_full(setting, found))["en"] == full
    assert bare(in_short(setting, found))["en"] == (short or "Vice Chair Doe")


def bare(text: Text) -> dict[str, str]:
    """Texts without the marks of names."""
    return {
        tag: "".join(c for c in said if c < "\ue000" or c > "\ue00f") for tag, said in text.items()
    }


def test_nobody_yet_is_left_open() -> None:
    setting = Setting(FORUM, Options(("ko", "en")))
    assert dict(in_full(setting, None)) == {"ko": "○○○ 님", "en": "(name to follow)"}
    ministry = setting.dossier.participation["p-ministry"]
    assert dict(in_full(setting, ministry)) == {
        "ko": "산업부 장관님",
        "en": "the Minister of Industry",
    }


@pytest.mark.parametrize("arrangement", Arrangement)
@pytest.mark.parametrize("tall", [0, 7, 13])
def test_no_page_turns_in_what_is_said(arrangement: Arrangement, tall: int) -> None:
    """However far down a page it comes to stand."""
    speech = "".join(f"Word{n:02} " for n in range(60)).strip()
    aloud = Aloud(tuple((tag, (Said(speech),)) for tag in ("ko", "en")))
    pause = tuple(CueWords((("ko", "쉼"), ("en", "Pause"))) for _ in range(tall))
    options = Options(("ko", "en"), arrangement)
    content = mc_script_content(polite(), options, Imprint())
    (day, *_) = content.days
    (item, *_) = day.items
    items = tuple(replace(item, anchor="", lines=(*pause, aloud)) for _ in range(9))
    told = replace(content, days=(replace(day, items=items),))
    pages = texts(render("mc-script", told, options).data)
    assert len(pages) > 1
    for page in pages:
        assert page.count("Word00") == page.count("Word59"), page


@pytest.mark.parametrize("arrangement", Arrangement)
def test_every_arrangement_prints_it_in_large_type(arrangement: Arrangement) -> None:
    options = Options(("ko", "en"), arrangement)
    pages = texts(
        render("mc-script", mc_script_content(polite(), options, Imprint()), options).data
    )
    whole = " ".join(pages)
    assert "감사합니다." in whole
    assert ("Thank" in whole) is (arrangement is not Arrangement.SINGLE)
