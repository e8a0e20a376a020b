# SPDX-License-Identifier: MIT
"""A grid as a file: every session is on it, at the right place, and read in order."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from forumdesk.domain.agenda import Session, SessionKind, Visibility
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition, Series
from forumdesk.domain.wording import Text
from forumdesk.domain.words import words_in
from forumdesk.exchange.schedule_xml import read
from forumdesk.handouts.catalogue import handout, options_for, render
from forumdesk.handouts.contents.grid import grid_content
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.document import Look
from forumdesk.handouts.grid.plan import Plan
from forumdesk.handouts.grid.sheet import SheetPainter
from forumdesk.handouts.options import Options
from forumdesk.handouts.preflight import preflight
from forumdesk.handouts.render import look
from forumdesk.handouts.result import FindingKind, Rendered
from forumdesk.services.importing import import_edition
from forumdesk.store.forumfile import ForumFile
from forumdesk.store.queries import dossier
from tests.handouts.conftest import poppler, reader, texts
from tests.handouts.dossiers import at, titled
from tests.handouts.test_tagging import walk
from tests.handouts.timetabled import conference, held, talk

GRID = handout("grid")


def asked(forum: Dossier, **given: object) -> Options:
    return GRID.asked(given, options_for(forum))


def made(forum: Dossier, **given: object) -> Rendered:
    options = asked(forum, **given)
    return render("grid", GRID.build(forum, options, Imprint()), options)


def plan(forum: Dossier, **given: object) -> Plan:
    options = asked(forum, **given)
    content = grid_content(forum, options)
    set_as: Look = look(options, sheet="grid")
    painter = SheetPainter(content, set_as.theme, content.sheet.languages)
    return painter.plan


def squeezed(text: str) -> str:
    return "".join(text.split())


def said(rendered: Rendered) -> str:
    return squeezed(" ".join(texts(rendered.data)))


LOOKS = [(paper.value, "modern") for paper in GRID.papers]


@pytest.mark.parametrize(("paper", "theme"), [*LOOKS, ("A4", "ministerial"), ("A4", "plain")])
def test_every_session_is_on_it_on_every_paper(paper: str, theme: str) -> None:
    forum = conference()
    text = said(made(forum, paper=paper, theme=theme, arrangement="en"))
    for session in forum.sessions:
        assert squeezed(session.title["en"]) in text


@pytest.mark.parametrize("large", [False, True])
def test_what_has_no_room_has_a_number_and_stands_in_the_list(large: bool) -> None:
    long = "on the long way from laboratory to factory and on to everybody everywhere"
    short = [talk(f"s{n}", at(f"09:{n * 5:02}"), 5, long) for n in range(6)]
    rooms = tuple(f"r{n}" for n in range(2, 9))
    after = (talk("next", at("09:30"), 30), ("r1",))
    end = (talk("end", at("20:00"), 60), rooms)
    forum = held(*((session, ("r1",)) for session in short), after, end)
    rendered = made(forum, arrangement="en", large_print=large)
    (numbered,) = [f for f in rendered.findings if f.kind is FindingKind.NUMBERED]
    assert numbered.amount == 6
    text = said(rendered)
    for session in short:
        assert squeezed(session.title["en"]) in text
    *_, last = texts(rendered.data)
    # Two by two on as many lines, each number whole beside its title.
    assert re.findall(r"(\d+) Talk s(\d)", " ".join(last.split())) == [
        (str(n + 1), str(n)) for n in range(6)
    ]
    problems = preflight(forum, asked(forum, arrangement="en"), "grid", rendered)
    told = [p.phrase.said(words_in("en")) for p in problems]
    assert "Sessions shortened or with a number alone, and told in full in the list: 6." in told


def brief(*more: tuple[Session, tuple[str, ...]]) -> Dossier:
    """A talk of ten minutes with a long title, among rooms and hours enough."""
    long = "on the long way from laboratory to factory and on to everybody everywhere"
    short = (talk("short", at("09:00"), 15, long), ("r1",))
    end = (talk("end", at("20:00"), 60), tuple(f"r{n}" for n in range(2, 9)))
    return held(short, end, *more)


def test_a_title_goes_on_over_free_room_below_its_block() -> None:
    forum = brief()
    rendered = made(forum, arrangement="en")
    assert not [f for f in rendered.findings if f.kind is FindingKind.NUMBERED]
    assert squeezed(forum.sessions[0].title["en"]) in said(rendered)


def test_a_title_without_room_begins_beside_its_number() -> None:
    forum = brief((talk("next", at("09:15"), 60), ("r1",)))
    rendered = made(forum, arrangement="en")
    assert [f.amount for f in rendered.findings if f.kind is FindingKind.NUMBERED] == [1]
    grid, key = (" ".join(page.split()) for page in texts(rendered.data))
    assert re.search(r"1 Talk short on the long way \.\.\. ", grid)
    assert forum.sessions[0].title["en"] in key


def test_numbers_of_two_figures_stand_on_one_line() -> None:
    long = "on the long way from laboratory to factory and on to everybody everywhere"
    short = [talk(f"s{n}", at(f"09:{n * 5:02}"), 5, long) for n in range(12)]
    rooms = tuple(f"r{n}" for n in range(2, 9))
    after = (talk("next", at("10:00"), 30), ("r1",))
    end = (talk("end", at("20:00"), 60), rooms)
    forum = held(*((session, ("r1",)) for session in short), after, end)
    last = texts(made(forum, arrangement="en").data)[-1]
    assert "12 Talk s11" in " ".join(last.split())


def test_details_go_before_titles_and_are_told() -> None:
    sessions = [
        (talk(f"{room}-{n}", at(f"{9 + n // 12:02}:{n % 12 * 5:02}"), 5, "factory"), (f"r{room}",))
        for room in range(1, 6)
        for n in range(132)
    ]
    forum = held(*sessions)
    rendered = made(forum)
    gone = {f.text: f.amount for f in rendered.findings if f.kind is FindingKind.ABRIDGED}
    assert gone["grid-who"] == len(sessions)
    text = said(rendered)
    assert "홍길동" not in text
    assert all(squeezed(session.title["ko"]) in text for session, _ in sessions)
    told = [p.phrase.said(words_in("ko")) for p in preflight(forum, asked(forum), "grid", rendered)]
    assert f"자리가 모자라 세션 {len(sessions)}개에서 뺀 것: 출연자 이름." in told


def test_names_go_in_the_second_language_before_they_go_at_all() -> None:
    sessions = [
        (talk(f"{room}-{n}", at(f"{9 + n // 12:02}:{n % 12 * 5:02}"), 5), (f"r{room}",))
        for room in range(1, 6)
        for n in range(132)
    ]
    rendered = made(held(*sessions))
    gone = {f.text: f.amount for f in rendered.findings if f.kind is FindingKind.ABRIDGED}
    assert gone == {"grid-second": len(sessions)}
    text = said(rendered)
    assert text.count("홍길동") == len(sessions)
    assert "Hong" not in text
    assert all(squeezed(session.title["en"]) in text for session, _ in sessions)


@pytest.mark.parametrize(("arrangement", "expected"), [("ko", (1, 0)), ("stacked", (1, 1))])
def test_marks_are_in_every_language_of_the_sheet(
    arrangement: str, expected: tuple[int, int]
) -> None:
    invited = talk("a", at("09:00"), 60, visibility=Visibility.INVITED)
    forum = held((invited, ("r1",)), (talk("b", at("10:00"), 60), ("r1",)))
    text = " ".join(texts(made(forum, arrangement=arrangement).data))
    assert (text.count("(초청자 한정)"), text.count("(By invitation)")) == expected


def test_a_break_of_everybody_crosses_the_rooms_and_says_where_it_is() -> None:
    forum = conference(3)
    where = replace(forum.session_rooms[0], id="at", session="lunch", room="r4")
    named = replace(forum, rooms=conference(4).rooms, session_rooms=(*forum.session_rooms, where))
    page = texts(made(named, arrangement="en").data)[0]
    assert "Luncheon · Hall 4" in page.replace("\u00a0", " ")
    assert page.count("Hall 4") == 1  # there is no column for it


def test_heads_say_day_rooms_and_sheet() -> None:
    pages = texts(made(conference(), arrangement="en").data)
    assert len(pages) == 2
    for number, page in enumerate(pages, 1):
        first = (number - 1) * 6 + 1
        assert "Wednesday, September 3, 2025" in page
        assert f"Rooms {first}–{first + 5} of 12 · Sheet {number} of 2" in page
        assert [f"Hall {n}" in page for n in (first, first + 5)] == [True, True]
        assert "Luncheon" in page  # plenaries are on every sheet
        assert "continued" not in page


def test_one_scale_for_all_days_and_sheets() -> None:
    day = conference(14)
    short = talk("short", at("10:00", 4), 60)
    links = (*day.session_rooms, replace(day.session_rooms[0], id="x", session="short"))
    found = plan(replace(day, sessions=(*day.sessions, short), session_rooms=links), paper="A3")
    counts = [len(sheets) for _, sheets in found.days]
    assert counts == [2, 1]
    columns = [len(sheet.names) for _, sheets in found.days for sheet in sheets]
    assert columns == [7, 7, 1]


def sizes(data: bytes) -> set[float]:
    """Every size of type on the first page."""
    found: set[float] = set()
    reader(data).pages[0].extract_text(visitor_text=lambda *of: found.add(round(of[4], 1)))
    return found


def test_type_is_larger_on_larger_paper_and_where_there_is_room() -> None:
    few = held((talk("a", at("09:00"), 60), ("r1",)), (talk("b", at("10:00"), 60), ("r1",)))
    small, large = (max(sizes(made(few, paper=paper).data)) for paper in ("A4", "A1"))
    crowded = max(sizes(made(conference()).data))
    assert crowded < small < large


def test_larger_paper_takes_fewer_sheets_with_type_no_smaller() -> None:
    counts, least = [], []
    for paper in ("A3", "A2", "A1"):
        rendered = made(conference(30), paper=paper, arrangement="en")
        counts.append(rendered.pages)
        least.append(min(sizes(rendered.data)))
    assert counts == sorted(counts, reverse=True)
    assert counts[-1] < counts[0]
    assert least == sorted(least)


def test_a_day_is_cut_at_its_lunch_which_stands_on_both_sheets() -> None:
    given = {"large_print": True, "arrangement": "en"}
    (_, sheets), *others = plan(conference(3), **given).days
    assert others == []
    assert [(one.window.begins, one.window.ends) for one in sheets] == [(540, 810), (720, 1050)]
    first, second = texts(made(conference(3), **given).data)
    assert "Luncheon" in first
    assert "Luncheon" in second
    assert next(line for line in second.splitlines() if line[:1].isdigit()) == "12:00"


def test_no_western_word_is_ever_broken() -> None:
    word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"
    forum = conference()
    sessions = [
        replace(s, title=Text.of(en=word)) if s.id == "t3-1100" else s for s in forum.sessions
    ]
    rendered = made(replace(forum, sessions=tuple(sessions)), arrangement="en")
    assert [f.amount for f in rendered.findings if f.kind is FindingKind.NUMBERED] == [1]
    assert f"1 {word}" in texts(rendered.data)[-1]


def test_a_session_over_a_cut_is_on_both_sheets() -> None:
    forum = conference()
    both = talk("wide", at("18:00"), 60, "together")
    links = [
        replace(forum.session_rooms[0], id=f"x{n}", session="wide", room=f"r{n}")
        for n in range(1, 12)
    ]
    forum = replace(
        forum, sessions=(*forum.sessions, both), session_rooms=(*forum.session_rooms, *links)
    )
    pages = texts(made(forum, arrangement="en").data)
    assert ["Talkwidetogether" in squeezed(page) for page in pages].count(True) == 2
    assert ["continued" in page for page in pages].count(True) == 1


def test_the_file_is_read_in_order_of_time_and_room() -> None:
    data = made(conference(2)).data
    assert "Tagged:          yes" in poppler("pdfinfo", "-", data=data)
    pdf = reader(data)
    nodes = list(walk(pdf.root_object["/StructTreeRoot"]["/K"]))
    tags = [node["/S"] for node in nodes]
    assert tags[:3] == ["/Document", "/Sect", "/H1"]
    heard = [str(node["/Alt"]) for node in nodes if "/Alt" in node]
    assert heard[:3] == ["09:00\u00a0– 10:00", "10:00\u00a0– 10:30, 1관", "10:00\u00a0– 10:30, 2관"]
    assert heard == sorted(heard)
    assert tags.count("/LI") == len(conference(2).sessions)


def outline(pdf: PdfReader) -> list[Any]:
    return [one if isinstance(one, list) else one.title for one in pdf.outline]


def test_the_outline_has_days_and_sessions() -> None:
    day, sessions = outline(reader(made(conference(1), arrangement="en").data))
    assert day == "Wednesday, September 3, 2025"
    assert [one.title for one in sessions][:2] == ["Opening", "Talk t1-1000"]


def test_awkward_forums_are_set() -> None:
    none = held((talk("a", at("09:00"), 60), ()), (talk("b", at("09:00"), 60), ()), count=0)
    alone = said(made(none, arrangement="en"))
    assert "Talka" in alone
    assert "Talkb" in alone
    beside = held(*((talk(f"n{n}", at("09:00"), 60), ("r1",)) for n in range(4)))
    together = said(made(beside, arrangement="en"))
    assert all(f"Talkn{n}" in together for n in range(4))
    untimed = held((talk("late", None, None), ("r3",)))
    page = texts(made(untimed, arrangement="en").data)[0]
    assert "Time to be announced" in page
    assert "Talk late" in page
    assert "There is no session yet." in texts(made(held(), arrangement="en").data)[0]


def test_markup_long_names_and_symbols() -> None:
    typed = '<b>R&D</b> <img src="/etc/passwd"> &amp; </para>'
    name = "A hall whose name is as long as a name of a hall can be, which is 80 characters"
    signing = titled("sign", "", typed, kind=SessionKind.SIGNING, starts=at("09:00"), minutes=60)
    forum = held((signing, ("r1",)), (talk("b", at("09:00"), 60), ("r2",)))
    room = replace(forum.rooms[0], name=Text.of(en=name))
    text = said(made(replace(forum, rooms=(room, *forum.rooms[1:])), arrangement="en"))
    assert squeezed(typed) in text
    assert squeezed(name) in text


def test_a_very_large_conference_fits_sheet_by_sheet(real_input: Path, tmp_path: Path) -> None:
    with ForumFile.create(tmp_path / "large.forum") as desk:
        series = Series(desk.new_id(), Text.of(en="FOSDEM"), languages=("en",))
        with desk.step("Add"):
            desk.put(series)
        list(import_edition(desk, series.id, read((real_input / "fosdem_2026.xml").read_bytes())))
        forum = dossier(desk, desk.find(Edition)[0].id)
    rendered = made(forum, paper="A3", day="2026-01-31")
    text = said(rendered)
    on_day = [s for s in forum.program if s.starts and f"{s.starts:%Y-%m-%d}" == "2026-01-31"]
    lost = [s.title.best(("en",)) for s in on_day if squeezed(s.title.best(("en",))) not in text]
    assert len(on_day) == 554
    assert lost == []


def test_tracks_that_blocks_have_no_room_to_name_are_told_by_their_colours() -> None:
    """At the foot of the last sheet, where it takes no sheet more, and by colours there are."""
    crowded = conference(9)
    longer = (Text.of(en=f"{one} and how they come together") for one in ("Chips", "Talent"))
    crowded = replace(
        crowded,
        tracks=tuple(replace(t, name=name) for t, name in zip(crowded.tracks, longer, strict=True)),
        sessions=tuple(
            replace(s, minutes=10) if s.id.startswith("t") else s for s in crowded.sessions
        ),
    )
    said = texts(made(crowded, arrangement="en").data)
    assert all("Tracks" not in page for page in said[:-1])
    assert "Tracks" in said[-1]
    assert said[-1].replace("\n", " ").count("come together") == len(crowded.tracks)
    plain = texts(made(crowded, arrangement="en", theme="plain").data)
    assert len(plain) == len(said)
    assert not any("Tracks" in page for page in plain)
    assert not any("Tracks" in page for page in texts(made(conference(9), arrangement="en").data))
