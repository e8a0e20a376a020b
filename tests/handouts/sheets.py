# SPDX-License-Identifier: MIT
"""Small sheets made by hand, and the marks that layouts make of them."""

from collections.abc import Iterable, Iterator

from forumdesk.handouts.content import (
    Abstract,
    Abstracts,
    Agenda,
    Block,
    Cover,
    Day,
    Entry,
    Labels,
    PartLine,
    ProgramContent,
    Prose,
    Sheet,
    Stamp,
    Wording,
)
from forumdesk.handouts.document import Document
from forumdesk.handouts.flow.boxes import Page, TextMark
from forumdesk.handouts.options import Options
from forumdesk.handouts.program import program_story
from forumdesk.handouts.render import look


def both(ko: str, en: str) -> Wording:
    return (("ko", ko), ("en", en))


def prose(*paragraphs: str, language: str = "ko") -> Prose:
    return ((language, tuple(Block(text) for text in paragraphs)),)


def sheet(languages: tuple[str, ...] = ("ko", "en"), title: Wording | None = None) -> Sheet:
    return Sheet(
        languages=languages,
        title=title or both("제1회 포럼", "1st Forum"),
        subject=both("프로그램", "Program"),
        running=title or both("제1회 포럼", "1st Forum"),
        dates=both("2024년 6월 27일", "June 27, 2024"),
        place=both("워싱턴", "Washington"),
        stamp=Stamp((("ko", "초안"),), "2024-06-24 18:20", "7f3a"),
        labels=Labels(both("차례", "Contents"), both("계속", "continued"), both("쪽", "page")),
    )


def session(n: int, title: Wording | None = None, **given: object) -> Entry:
    start = ((("", f"{9 + n // 6:02}:{n % 6}0")),)
    end = ((("", f"{9 + n // 6:02}:{n % 6}5")),)
    said = title or both(f"세션 {n}", f"Session {n}")
    return Entry(f"s{n}", "presentation", said, start, end, **given)  # type: ignore[arg-type]


def part(n: int, role: Wording | None = None) -> PartLine:
    return PartLine(
        key="presents" if role is None else role[0][1],
        role=role or both("발제", "Presentation"),
        name=both(f"홍길동{n}", f"Gil-dong Hong {n}"),
        office=both("연구위원", "Research Fellow"),
        organization=both("산업연구원", "Institute for Industrial Economics"),
    )


def day(entries: Iterable[Entry], n: int = 1) -> Day:
    return Day(
        f"day{n}",
        both(f"2024년 6월 {26 + n}일", f"June {26 + n}, 2024"),
        both(f"6월 {26 + n}일", f"June {26 + n}"),
        tuple(entries),
    )


def program(*days: Day, title: Wording | None = None, **given: object) -> ProgramContent:
    agenda = Agenda(both("프로그램", "Program"), days)
    return ProgramContent(sheet(title=title), agenda=agenda, **given)  # type: ignore[arg-type]


def abstracts(text: Prose, title: Wording | None = None) -> Abstracts:
    one = Abstract("a1", "s1", both("09:00", "09:00"), title or both("초록", "Abstract"), (), text)
    return Abstracts(both("초록", "Abstracts"), (one,))


def cover(title: Wording) -> Cover:
    return Cover(title, dates=both("2024년 6월 27일", "June 27, 2024"))


def document(content: ProgramContent, options: Options | None = None) -> Document:
    made = Document(content.sheet, look(options or Options()))
    made.add(program_story(content))
    return made


def marks(page: Page, side: int = 0) -> Iterator[tuple[float, TextMark]]:
    """Text marks of a page with the height of their base lines over the foot of the paper."""
    for top, strip in page.strips:
        for mark in strip.opposite if side else strip.marks:
            if isinstance(mark, TextMark):
                yield top - strip.above + mark.y, mark


def height_of(page: Page, text: str, side: int = 0) -> float:
    """The base line of the first mark that begins with a text."""
    return next(y for y, mark in marks(page, side) if mark.text.startswith(text))
