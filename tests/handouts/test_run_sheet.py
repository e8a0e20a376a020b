# SPDX-License-Identifier: MIT
"""The run sheet: rows in running order, what is called between them, and whose copy it is."""

from dataclasses import replace

import pytest

from forumdesk.domain.agenda import Part, Role, SessionKind, Visibility
from forumdesk.domain.dossier import Dossier
from forumdesk.handouts.catalogue import handout, render
from forumdesk.handouts.contents.run_sheet import run_sheet_content
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.options import Arrangement, Audience, Options, Variant
from forumdesk.handouts.stage import RowKind, RunRow
from forumdesk.handouts.taking import as_run_sheet
from tests.handouts.conftest import reader, texts
from tests.handouts.dossiers import FORUM, PARTS, SESSIONS, at, every_text, forum, titled
from tests.handouts.test_tagging import walk

EN = Options(("en",), Arrangement.SINGLE)
CLIENT = replace(EN, variant=Variant.CLIENT)


def rows(dossier: Dossier, options: Options = EN) -> list[RunRow]:
    (day,) = run_sheet_content(dossier, options, Imprint()).days
    return list(day.rows)


def titles(found: list[RunRow]) -> list[str]:
    return [row.title[0][1] for row in found]


def test_rows_stand_in_running_order_with_what_is_called_before_each() -> None:
    found = rows(FORUM)
    assert titles([row for row in found if row.kind is not RowKind.TRANSITION]) == [
        *("Opening", "Opening remarks", "Welcome remarks", "Congratulatory remarks"),
        *("Break", "Talk"),
    ]
    assert titles([row for row in found if row.kind is RowKind.TRANSITION]) == [
        "Guests take their seats · Announce: Opening",
        "Announce: Gil-dong Hong · Speaker to the lectern · Next ready: Jane Doe",
        "Announce: Jane Doe · Speaker to the lectern · Next ready: Ministry of Industry",
        "Announce: Ministry of Industry · Speaker to the lectern",
        "Announce: Break, back at 09:45",
        "Bell at 09:40 · Guests take their seats · Announce: to be announced"
        " · Speaker to the lectern · Slides on screen",
    ]


def test_times_run_from_the_start_of_the_day() -> None:
    timed = [row for row in rows(FORUM) if row.running]
    assert [(row.clock[0][1], row.running, row.minutes) for row in timed] == [
        ("09:00", "+0:00", "30"),
        ("09:30", "+0:30", "15"),
        ("09:45", "+0:45", "45"),
    ]


def test_speeches_that_fill_a_session_have_times_of_their_own() -> None:
    lengths = (10, 15, 5)
    parts = [replace(p, minutes=n) for p, n in zip(PARTS, lengths, strict=False)]
    speeches = [row for row in rows(forum(parts=tuple(parts))) if row.kind is RowKind.PART]
    assert [(row.clock[0][1], row.minutes) for row in speeches] == [
        *(("09:00", "10"), ("09:10", "15"), ("09:25", "5"))
    ]
    open_end = rows(forum(parts=tuple(parts[:2])))
    assert [row.clock for row in open_end if row.kind is RowKind.PART] == [(), ()]


def test_the_client_s_copy_has_no_cues_nothing_internal_and_the_same_running_times() -> None:
    briefing = titled("early", "회의", "Briefing", kind=SessionKind.INTERNAL, starts=at("08:00"))
    cued = replace(SESSIONS[0], cues="Lights", notes="North door", responsible="Noh")
    dossier = forum(sessions=(briefing, cued, *SESSIONS[1:]))
    caller, client = rows(dossier), rows(dossier, CLIENT)
    assert "Briefing" in titles(caller)
    assert "Briefing" not in titles(client)
    assert RowKind.TRANSITION not in {row.kind for row in client}
    said = set(every_text(run_sheet_content(dossier, CLIENT, Imprint())))
    assert not said & {"Lights", "North door", "Cues"}
    assert "Noh" in said
    assert {"Lights", "North door", "Cues"} <= set(
        every_text(run_sheet_content(dossier, EN, Imprint()))
    )
    opening = [row.running for row in (*caller, *client) if row.title == (("en", "Opening"),)]
    assert opening == ["+1:00", "+1:00"]


def test_options_are_taken_as_they_can_be() -> None:
    taken = as_run_sheet(Options(arrangement=Arrangement.COLUMNS, variant=Variant.CLIENT))
    assert (taken.arrangement, taken.audience) == (Arrangement.STACKED, Audience.GUESTS)
    assert as_run_sheet(Options()).audience is Audience.ORGANIZERS
    assert as_run_sheet(EN).arrangement is Arrangement.SINGLE


@pytest.mark.parametrize("visibility", [Visibility.CLOSED, Visibility.INTERNAL])
def test_what_is_closed_is_on_the_copies_it_is_for(visibility: Visibility) -> None:
    hidden = replace(SESSIONS[2], visibility=visibility)
    dossier = forum(sessions=(*SESSIONS[:2], hidden))
    assert "Talk" in titles(rows(dossier))
    assert ("Talk" in titles(rows(dossier, CLIENT))) is (visibility is Visibility.CLOSED)


def test_heads_of_the_table_stand_on_every_page() -> None:
    many = tuple(
        titled(
            f"s{n}", f"순서 {n}", f"Item {n}", starts=at(f"{8 + n // 6:02}:{n % 6}0"), minutes=10
        )
        for n in range(40)
    )
    content = run_sheet_content(forum(sessions=many, parts=()), EN, Imprint())
    pages = texts(render("run-sheet", content, EN).data)
    assert len(pages) > 2
    assert all("Responsible" in page for page in pages)
    assert all("2nd Chip Forum" in page and "Draft" in page for page in pages)


def test_paper_lies_on_its_side_and_the_file_is_a_table() -> None:
    content = run_sheet_content(FORUM, EN, Imprint())
    pdf = reader(render("run-sheet", content, EN).data)
    box = pdf.pages[0].mediabox
    assert box.width > box.height
    tags = [node["/S"] for node in walk(pdf.root_object["/StructTreeRoot"]["/K"])]
    assert tags.count("/Table") == 1
    assert tags.count("/TH") == 7
    assert "/TD" in tags


def test_moderators_announce_what_they_lead() -> None:
    parts = (*PARTS[:3], Part("lead", "talk", "p-hong", Role.CHAIRS), PARTS[3])
    said = titles(rows(forum(parts=parts)))
    assert any("Chair announces: to be announced" in line for line in said)


def test_the_window_asks_for_the_variant_instead_of_the_audience() -> None:
    options = handout("run-sheet").options
    assert "variant" in options
    assert "audience" not in options
    assert "variant" not in handout("program").options
    asked = {question.name: question.values for question in handout("run-sheet").questions}
    assert asked["arrangement"] == (Arrangement.SINGLE, Arrangement.STACKED)
    assert asked["variant"] == tuple(Variant)


def test_a_row_taller_than_a_page_parts_between_people() -> None:
    panel = titled("d", "토론", "Debate", kind=SessionKind.PANEL, starts=at("10:00"))
    parts = tuple(Part(f"d{n}", "d", "p-doe", Role.DISCUSSES, n) for n in range(70))
    options = Options(("ko", "en"))
    content = run_sheet_content(forum(sessions=(panel,), parts=parts), options, Imprint())
    pages = texts(render("run-sheet", content, options).data)
    assert len(pages) > 2
    for page in pages[1:]:
        said = [line for line in page.splitlines() if "Jane Doe" in line or "제인 도" in line]
        assert said[0].endswith("제인 도, 미국협회 대표")
        assert "Jane Doe" in said[-1]


def test_a_fixed_point_is_marked_for_the_show_caller() -> None:
    dossier = forum(sessions=(replace(SESSIONS[0], locked=True), *SESSIONS[1:]))
    badges = [badge.text[0][1] for row in rows(dossier) for badge in row.badges]
    assert badges.count("Fixed time") == 1
    assert "Fixed time" not in every_text(run_sheet_content(dossier, CLIENT, Imprint()))


def test_a_panel_leaves_the_stage_before_a_break() -> None:
    panel = titled("d", "토론", "Debate", kind=SessionKind.PANEL, starts=at("09:00"), minutes=30)
    parts = (Part("x", "d", "p-doe", Role.DISCUSSES),)
    said = titles(rows(forum(sessions=(panel, SESSIONS[1]), parts=parts)))
    assert "Announce: Break · Panel leaves the stage" in said
