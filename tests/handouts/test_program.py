# SPDX-License-Identifier: MIT
"""The program: how rows stand, what stays together, and that user text is data."""

import sys
from dataclasses import replace

import pytest

from forumdesk.handouts.content import Entry, NotesPage
from forumdesk.handouts.covers import CoverPainter
from forumdesk.handouts.options import Arrangement, Options, Paper
from forumdesk.handouts.render import look, render
from tests.handouts import sheets
from tests.handouts.conftest import reader, texts
from tests.handouts.sheets import both, document, height_of, marks, session

HOSTILE = "<b>굵게 <img src=/etc/passwd> & &amp; <font color=red> <onDraw name=x/> ${x} %s {0}"


@pytest.mark.parametrize("arrangement", [Arrangement.COLUMNS, Arrangement.FACING])
def test_both_languages_of_a_row_start_at_one_height(arrangement: Arrangement) -> None:
    long = both(
        "짧은 제목", "A title that is so long in English that it needs more than one line " * 2
    )
    content = sheets.program(
        sheets.day(
            [session(1, long, parts=(sheets.part(1), sheets.part(2))), session(2), session(3)]
        )
    )
    [page, *_] = document(content, Options(arrangement=arrangement)).pages()
    other = 1 if arrangement is Arrangement.FACING else 0
    for korean, english in (
        ("짧은", "A title"),
        ("홍길동1", "Gil-dong Hong 1"),
        ("세션 2", "Session 2"),
    ):
        assert height_of(page, korean) == height_of(page, english, other)


def test_stacked_languages_stand_below_each_other() -> None:
    [page] = document(sheets.program(sheets.day([session(1)]))).pages()
    assert height_of(page, "세션 1") > height_of(page, "Session 1")
    assert height_of(page, "09:10") == height_of(page, "세션 1")


def test_what_is_the_same_in_both_languages_is_set_once() -> None:
    [page] = document(sheets.program(sheets.day([session(1, (("en", "SK hynix"),))]))).pages()
    assert [mark.text for _, mark in marks(page)].count("SK hynix") == 1


def test_times_align_on_their_dash() -> None:
    [page] = document(sheets.program(sheets.day([session(n) for n in range(1, 6)]))).pages()
    dashes = {round(mark.x, 3) for _, mark in marks(page) if mark.text == "–"}
    assert len(dashes) == 1


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("arrangement", list(Arrangement))
def test_nothing_leaves_the_text_area_and_nothing_is_lost(
    paper: Paper, arrangement: Arrangement
) -> None:
    title = both("가" * 5000, "x" * 3000)
    text = sheets.prose(*(f"{n}번째 줄 " + "내용이 이어진다. " * 12 for n in range(200)))
    entries = [session(n, parts=tuple(map(sheets.part, range(n)))) for n in range(1, 30)]
    content = sheets.program(
        sheets.day([session(0, title), *entries]), abstracts=sheets.abstracts(text)
    )
    made = document(content, Options(paper=paper, arrangement=arrangement, large_print=True))
    frame = made.theme.frame
    said: list[str] = []
    for page in made.pages():
        for side in (0, 1):
            for y, mark in marks(page, side):
                assert mark.x >= frame.left - 0.1
                assert mark.x + mark.width <= frame.width - frame.right + 0.1
                assert frame.bottom - 0.1 <= y <= frame.height - frame.top
                said.append(mark.text)
    letters = "".join(said)
    assert letters.count("가") >= 5000
    lines = " ".join(said)
    assert [n for n in range(200) if f"{n}번째 줄" not in lines] == []


def test_a_day_starts_a_page_when_less_than_a_third_is_left() -> None:
    first = sheets.day([session(n) for n in range(10)])
    second = sheets.day([session(n) for n in range(10, 13)], n=2)
    made = document(sheets.program(first, second))
    frame = made.theme.frame
    for page in made.pages():
        for top, strip in page.strips:
            if "day2" in strip.anchors:
                assert top - frame.bottom >= frame.depth / 3 - strip.before


def test_headings_stay_with_what_they_head() -> None:
    for count in range(1, 40):
        entries = [session(n, parts=(sheets.part(n),)) for n in range(count)]
        content = sheets.program(sheets.day(entries), sheets.day([session(50)], n=2))
        for page in document(content).pages():
            *_, (_, last) = page.strips
            assert "day2" not in last.anchors
            assert not last.keep


def test_a_session_taller_than_a_page_goes_on_under_its_title() -> None:
    tall = session(1, parts=tuple(sheets.part(n) for n in range(60)))
    pages = document(sheets.program(sheets.day([tall]))).pages()
    assert len(pages) > 1
    for page in pages[1:]:
        first = [mark.text for _, mark in marks(page)][:2]
        assert first[0].startswith("세션 1")
        assert "계속" in "".join(first)
    named = [mark.text for page in pages for _, mark in marks(page) if "홍길동" in mark.text]
    assert len(named) == 60


def test_no_paragraph_leaves_a_line_alone() -> None:
    for extra in range(12):
        text = sheets.prose(*["짧은 문단." for _ in range(extra)], "내용이 이어진다. " * 130)
        content = replace(sheets.program(), agenda=None, abstracts=sheets.abstracts(text))
        pages = document(content).pages()
        counts = [sum("이어진다" in m.text for _, m in marks(page)) for page in pages]
        assert 1 not in counts


def test_user_text_is_data_and_opens_no_file() -> None:
    hostile = both(HOSTILE, HOSTILE)
    entry = session(1, hostile, parts=(replace(sheets.part(1), name=hostile),), summary=hostile)
    content = sheets.program(
        sheets.day([entry]),
        title=hostile,
        cover=sheets.cover(hostile),
        abstracts=sheets.abstracts(sheets.prose(HOSTILE), hostile),
    )
    render(content, Options())  # fonts are loaded
    opened: list[str] = []
    watching = [True]

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if watching and event in ("open", "socket.connect", "subprocess.Popen", "os.system"):
            opened.append(str(arguments))

    sys.addaudithook(hook)
    data = render(content, Options()).data
    watching.clear()
    assert opened == []
    found = " ".join(" ".join(texts(data)).split())
    assert "<img src=/etc/passwd> & &amp; <font color=red> <onDraw name=x/> ${x} %s {0}" in found
    assert reader(data).metadata.title == HOSTILE


@pytest.mark.parametrize(
    ("address", "linked"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("mail@example.org", "mailto:mail@example.org"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
    ],
)
def test_only_web_and_mail_addresses_become_links(address: str, linked: str | None) -> None:
    content = sheets.program(
        sheets.day([session(1)]), abstracts=sheets.abstracts(sheets.prose(f"보기: {address} 끝"))
    )
    uris = [
        annotation.get_object()["/A"]["/URI"]
        for page in reader(render(content, Options()).data).pages
        for annotation in page.get("/Annots", ())
        if "/A" in annotation.get_object()
    ]
    assert uris == ([linked] if linked else [])


def test_contents_list_names_the_pages_of_a_long_program() -> None:
    entries = [session(n, parts=tuple(map(sheets.part, range(9)))) for n in range(60)]
    content = sheets.program(sheets.day(entries[:30]), sheets.day(entries[30:], n=2))
    printed = render(content, Options())
    pages = texts(printed.data)
    assert printed.pages > 8
    lines = [line.rsplit(" ", 1) for line in pages[0].splitlines()]
    listed = [
        (line[0], int(line[1]))
        for line in lines
        if line[-1].isdigit() and not line[0].endswith("/")
    ]
    assert len(listed) >= 3
    for title, number in listed:
        assert title in pages[number - 1].replace("\n", " ")
    outline = reader(printed.data).outline
    assert outline[0]["/Title"] == "프로그램"


def test_missing_characters_are_told() -> None:
    content = sheets.program(sheets.day([session(1, both("가\U0010fffd", "a"))]))
    assert render(content, Options()).missing[0][0] == "\U0010fffd"


def test_empty_program_is_still_a_file() -> None:
    assert render(sheets.program(), Options()).pages == 1
    assert render(replace(sheets.program(), agenda=None), Options()).pages == 1


def test_items_show_the_role_once() -> None:
    role = both("개회사", "Opening remarks")
    item = Entry("i1", "remarks", role, (("", "09:00"),), parts=(sheets.part(1, role),))
    [page] = document(sheets.program(sheets.day([session(1, items=(item,))]))).pages()
    assert [m.text for _, m in marks(page) if m.text == "개회사"] == ["개회사"]
    assert height_of(page, "개회사") == height_of(page, "홍길동1") == height_of(page, "09:00")


def test_running_heads_of_any_length_stay_on_the_page_and_apart() -> None:
    title = both("가나다라 마바사 " * 700, "An endless title " * 400)
    content = sheets.program(sheets.day([session(1)]), title=title)
    page = texts(render(content, Options()).data)[0]
    assert page.count("…") == 2
    assert "2024-06-24 18:20" in page


@pytest.mark.parametrize("design", ["modern", "ministerial", "plain"])
def test_a_cover_makes_room_for_a_very_long_title(design: str) -> None:
    of = look(Options(theme=design, large_print=True)).theme
    title = both("가" * 2000, "x" * 1000)
    painter = CoverPainter(of, ("ko", "en"))
    fitting = painter._fitting(sheets.cover(title), both("프로그램", "Program"))
    assert fitting._need(sheets.cover(title), both("프로그램", "Program")) <= of.frame.depth
    short = both("제1회 포럼", "1st Forum")
    assert painter._fitting(sheets.cover(short), short).theme.base == of.base


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5])
@pytest.mark.parametrize("large", [False, True])
def test_lines_for_notes_go_to_the_foot_of_their_page_and_no_further(
    paper: Paper, large: bool
) -> None:
    notes = NotesPage(both("메모", "Notes"))
    content = sheets.program(sheets.day([session(1)]), notes=notes)
    pages = texts(render(content, Options(paper=paper, large_print=large)).data)
    assert ["Notes" in page for page in pages] == [False, True]
