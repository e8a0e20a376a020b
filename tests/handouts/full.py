# SPDX-License-Identifier: MIT
"""A program with everything a program can have."""

from dataclasses import replace

from forumdesk.handouts.content import (
    Abstracts,
    Appearance,
    BackCover,
    Badge,
    BadgeKind,
    Biography,
    Block,
    BlockKind,
    Cover,
    Entry,
    HostGroup,
    HostMark,
    Letter,
    NotesPage,
    Practical,
    PracticalNote,
    ProgramContent,
    Prose,
    Quote,
    Speakers,
    TrackMark,
    Wording,
)
from forumdesk.handouts.outcomes import (
    AgreementPage,
    NumberedAim,
    Promise,
    PromiseLabels,
    Promises,
    ReportLine,
    Signature,
)
from tests.handouts import sheets
from tests.handouts.sheets import both, part, session

TITLE = both("제1회 한미 반도체 협력 포럼", "1st Korea–U.S. Semiconductor Forum")
LONG = both(
    "공급망 안정을 위한 협력을 넓힌다. " * 9, "Cooperation keeps supply chains stable. " * 9
)


def text(wording: Wording) -> Prose:
    return tuple((language, (Block(words.strip()),)) for language, words in wording)


def hosts() -> tuple[HostGroup, ...]:
    names = (both("한국반도체산업협회", "KSIA"), both("미국반도체산업협회", "SIA"))
    return (HostGroup(both("공동 주최", "Co-hosted by"), tuple(map(HostMark, names))),)


def first_day() -> list[Entry]:
    channel = Badge(BadgeKind.INTERPRETATION, both("동시통역", "Interpreted"), "channel")
    role = both("축사", "Congratulatory remarks")
    items = tuple(
        Entry(f"i{n}", "remarks", role, (("", f"09:0{n}"),), parts=(part(n, role),)) for n in (1, 5)
    )
    quote = Quote(
        both("함께 간다.", "We go together."), both("홍길동, 회장", "Gil-dong Hong, Chair")
    )
    return [
        replace(session(0, both("등록", "Registration")), quiet=True),
        session(1, both("개회식", "Opening"), badges=(channel,), items=items, quotes=(quote,)),
        replace(session(2, both("기념 촬영", "Group photo")), kind="photo", ceremony=True),
        session(
            3, track=TrackMark(both("소재", "Materials"), "#336699"), room=both("1관", "Hall 1")
        ),
        replace(session(4), start=(), end=(), untimed=both("추후 공지", "To be announced")),
        session(5, parts=(part(1), part(2), part(3, both("좌장", "Chair")))),
    ]


def agreement() -> AgreementPage:
    return AgreementPage(
        "mou",
        both("양해각서", "Memorandum of Understanding"),
        both("협력에 관한 양해각서", "Memorandum on Cooperation"),
        text(LONG),
        tuple(NumberedAim(str(n), both(f"목표 {n}", f"Aim {n}"), text(LONG)) for n in (1, 2, 3)),
        closing=text(both("끝.", "Done.")),
        signed=both("2024년 6월 27일 서명", "Signed on June 27, 2024"),
        signatures=(
            Signature(
                "signs", both("서명", "Signed"), both("홍길동", "Gil-dong Hong"), party=TITLE
            ),
        ),
    )


def promises() -> Promises:
    report = ReportLine(both("2025년", "2025"), both("열었다.", "Opened."), "p. 3")
    kept = Promise(
        "c1",
        both("2024년 9월 초", "early September 2024"),
        both("센터 개소", "Open the centre"),
        text(LONG),
        both("협회", "Association"),
        both("완료", "Done"),
        "done",
        (report,),
    )
    return Promises(
        both("지난 포럼 이후", "Since the last forum"),
        (kept,),
        PromiseLabels(both("담당", "By")),
        "since",
    )


def full_program() -> ProgramContent:
    speakers = Biography(
        "b1",
        both("홍길동", "Gil-dong Hong"),
        (("ko-Hani", "洪吉童"),),
        both("회장", "Chair"),
        both("협회", "Association"),
        text=text(LONG),
        appearances=(
            Appearance("s1", both("6월 27일", "June 27"), TITLE, both("축사", "Remarks")),
        ),
    )
    bullets = tuple(
        (language, (Block("A", BlockKind.BULLET), Block("B", BlockKind.NUMBER, "2.")))
        for language in ("ko", "en")
    )
    notes = (
        PracticalNote(both("장소", "Venue"), bullets, "https://example.org/map"),
        PracticalNote(both("무선망", "Wi-Fi"), text(both("암호 없음", "No password"))),
    )
    where = both("2024년 6월 27일", "June 27, 2024")
    return sheets.program(
        sheets.day(first_day()),
        replace(sheets.day([session(8), session(9)], n=2), ordinal=both("제2일", "Day 2")),
        title=TITLE,
        cover=Cover(TITLE, both("함께", "Together"), hosts(), where, both("회관", "Hall")),
        welcome=Letter(both("모시는 글", "Welcome"), text(LONG)),
        abstracts=Abstracts(
            both("초록", "Abstracts"), sheets.abstracts(text(LONG)).abstracts, "abstracts"
        ),
        speakers=Speakers(both("연사", "Speakers"), (speakers,)),
        agreements=(agreement(),),
        commitments=(promises(),),
        practical=Practical(both("안내", "Practical information"), notes),
        notes=NotesPage(both("메모", "Notes")),
        back=BackCover(TITLE, where, both("워싱턴", "Washington"), hosts(), "https://example.org"),
    )
