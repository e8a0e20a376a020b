# SPDX-License-Identifier: MIT
"""The agenda on one sheet: type shrinks first, then declared details go, text is never cut."""

from dataclasses import replace

import pytest

from forumdesk.handouts.agenda import agenda_story
from forumdesk.handouts.content import AgendaContent, Badge, BadgeKind, Detail
from forumdesk.handouts.fits import Fit
from forumdesk.handouts.options import Options
from forumdesk.handouts.render import render
from tests.handouts import sheets
from tests.handouts.conftest import texts
from tests.handouts.dossiers import every_text
from tests.handouts.sheets import both, session

ORDER = (Detail.SUMMARY, Detail.ORGANIZATION, Detail.OFFICE)


def agenda(count: int, parts: int = 2) -> AgendaContent:
    entries = [
        session(n, summary=both("설명", "Summary"), parts=tuple(map(sheets.part, range(parts))))
        for n in range(count)
    ]
    content = sheets.program(sheets.day(entries))
    assert content.agenda
    return AgendaContent(content.sheet, content.agenda, details=ORDER)


def test_a_short_agenda_is_set_at_full_size() -> None:
    printed = render(agenda(3), Options())
    assert (printed.pages, printed.fit) == (1, Fit())


def test_a_longer_one_shrinks() -> None:
    printed = render(agenda(11), Options())
    assert printed.pages == 1
    assert printed.fit
    assert printed.fit.scale < 1
    assert printed.fit.dropped == ()


def test_large_print_takes_more_pages_and_never_shrinks() -> None:
    printed = render(agenda(60), Options(large_print=True))
    assert printed.pages > 2
    assert printed.fit
    assert printed.fit.scale == 1


def test_a_long_one_leaves_out_declared_details_in_order() -> None:
    printed = render(agenda(20), Options())
    assert printed.fit
    assert printed.pages == 1
    assert printed.fit.dropped
    assert printed.fit.dropped == ORDER[: len(printed.fit.dropped)]
    [page] = texts(printed.data)
    assert "설명" not in page
    assert all(f"세션 {n}" in page for n in range(20))


def test_what_says_who_may_come_stays_where_other_labels_go() -> None:
    content = agenda(3)
    labels = [Badge(kind, both(f"말 {kind}", f"Word {kind}")) for kind in BadgeKind]
    days = [
        replace(d, entries=tuple(replace(e, badges=tuple(labels)) for e in d.entries))
        for d in content.agenda.days
    ]
    marked = replace(content, agenda=replace(content.agenda, days=tuple(days)))
    told = set(every_text(tuple(agenda_story(marked, tuple(Detail)))))
    kept = {kind for kind in BadgeKind if f"Word {kind}" in told}
    assert kept == {BadgeKind.VISIBILITY, BadgeKind.STATUS}


def test_one_that_can_not_fit_takes_as_few_pages_as_it_takes() -> None:
    printed = render(agenda(120), Options())
    assert printed.pages > 1
    found = " ".join(texts(printed.data))
    assert all(f"세션 {n}" in found for n in range(120))


def test_a_sheet_of_one_day_of_several_names_it() -> None:
    content = agenda(2)
    [day] = content.agenda.days
    second = replace(day, ordinal=both("2일차", "Day 2"), date=both("9월 4일", "September 4"))
    (alone,) = agenda_story(content)
    (part,) = agenda_story(replace(content, agenda=replace(content.agenda, days=(second,))))
    assert len(part.entries) == len(alone.entries) + 1
    assert {"Day 2", "September 4"} <= set(every_text(tuple(part.entries[:2])))


@pytest.mark.parametrize("has_dates", [True, False])
def test_dates_and_place_stand_once_below_the_title(has_dates: bool) -> None:
    content = agenda(1)
    dates = content.sheet.dates if has_dates else ()
    sheet = replace(content.sheet, dates=dates)
    [page] = texts(render(replace(content, sheet=sheet), Options()).data)
    assert page.count("Washington") == 1
    assert ("June 27, 2024 · Washington" in page) is has_dates


def test_who_speaks_stays_on_a_sheet_that_does_not_fit() -> None:
    printed = render(agenda(40, parts=3), Options())
    found = " ".join(texts(printed.data))
    assert printed.fit is not None
    assert printed.fit.dropped
    assert found.count("Gil-dong Hong") >= 40 * 3


def test_bare_names_of_one_role_run_in_and_bodies_stand_for_names() -> None:
    lines = (
        replace(sheets.part(0), note=both("영상", "by video")),
        replace(sheets.part(1), name=()),
    )
    content = sheets.program(sheets.day([session(1, parts=lines)]))
    assert content.agenda
    whole = AgendaContent(content.sheet, content.agenda)
    [part] = list(agenda_story(whole, (Detail.ORGANIZATION, Detail.OFFICE)))
    told = repr(part)
    seat = "Research Fellow, Institute for Industrial Economics"
    assert f"Gil-dong Hong 0 (by video) · {seat}" in told
    assert "홍길동0 (영상) · 산업연구원 연구위원" in told
