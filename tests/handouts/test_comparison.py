# SPDX-License-Identifier: MIT
"""The comparison of editions on paper: one page, whatever number of editions stands on it."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from forumdesk.domain.comparison import compared, facts_of
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.wording import Text
from forumdesk.handouts.catalogue import handout, options_for, render, stale_printings
from forumdesk.handouts.comparison import ComparisonContent
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.options import Options, Paper, options_from
from forumdesk.handouts.result import Rendered
from tests.handouts.cards import crowd
from tests.handouts.conftest import poppler, reader, texts
from tests.handouts.staged import staged


def years(count: int) -> Dossier:
    """The last of so many editions, all alike, with their comparison."""
    editions = []
    for n in range(1, count + 1):
        mine = replace(
            staged().edition,
            id=f"e{n}",
            number=n,
            first_day=date(2010 + n, 6, 1),
            last_day=date(2010 + n, 6, 2),
            city=Text.of(ko="서울", en="Seoul") if n % 2 else Text.of(ko="워싱턴", en="Washington"),
        )
        editions.append(replace(staged(), edition=mine))
    return replace(editions[-1], comparison=compared([facts_of(one) for one in editions]))


def content(dossier: Dossier, options: Options | None = None) -> ComparisonContent:
    made = handout("comparison").build(dossier, options or options_for(dossier), Imprint())
    assert isinstance(made, ComparisonContent)
    return made


def printed(dossier: Dossier, options: Options) -> Rendered:
    return render("comparison", content(dossier, options), options)


def test_as_many_editions_as_were_asked_for_end_with_this_one() -> None:
    dossier = years(7)
    heads = content(dossier, replace(options_for(dossier), earlier=2)).heads
    assert [dict(head.number)["en"] for head in heads] == ["5th forum", "6th forum", "7th forum"]
    assert [dict(head.when)["ko"] for head in heads][-1] == "2017년 6월"
    assert [head.shown for head in heads] == [False, False, True]


def test_only_the_first_edition_of_all_has_nobody_who_returns() -> None:
    dossier = years(3)
    under = [
        row.figures
        for group in content(dossier, replace(options_for(dossier), earlier=1)).groups
        for row in group.rows
        if row.under
    ]
    assert "–" not in {figures[0] for figures in under if figures[1] != "–"}
    (alone, *_) = (
        row.figures for group in content(years(1)).groups for row in group.rows if row.under
    )
    assert alone == ("–",)


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
@pytest.mark.parametrize("count", [1, 3, 9])
def test_all_stands_on_one_page(count: int, paper: Paper) -> None:
    dossier = years(count)
    options = replace(options_for(dossier), paper=paper, earlier=8)
    assert printed(dossier, options).pages == 1


@pytest.mark.parametrize("given", [{"paper": Paper.A5}, {"large_print": True}])
def test_where_there_is_little_room_the_paper_lies_on_its_side(given: dict[str, Any]) -> None:
    dossier = years(4)
    options = replace(options_for(dossier), earlier=3, **given)
    sizes = [
        (page.mediabox.width, page.mediabox.height)
        for page in reader(printed(dossier, options).data).pages
    ]
    assert all(width > height for width, height in sizes)
    fewer = printed(dossier, replace(options, earlier=1)).data
    assert all(page.mediabox.width < page.mediabox.height for page in reader(fewer).pages)


def test_figures_of_all_editions_stand_equally_far_apart() -> None:
    dossier = years(4)
    options = replace(options_for(dossier), earlier=3)
    found = poppler("pdftotext", "-bbox", "-", "-", data=printed(dossier, options).data)
    ends = [float(end) for end in re.findall(r'xMax="([0-9.]+)"[^>]*>forum<', found)][:4]
    steps = [right - left for left, right in pairwise(ends)]
    assert len(steps) == 3
    assert max(steps) - min(steps) < 0.5


def test_the_edition_alone_is_compared_with_nothing() -> None:
    assert len(content(replace(years(3), comparison=None)).heads) == 1


def test_a_comparison_is_never_stale() -> None:
    assert "comparison" not in {printing.handout for printing in stale_printings(years(2))}


def test_what_it_says_in_english() -> None:
    dossier = years(2)
    options = options_from({"arrangement": "en"}, options_for(dossier))
    (page,) = texts(printed(dossier, options).data)
    for said in (
        "Comparison of editions",
        "1st forum",
        "2nd forum",
        "Speaking time",
        "returning / new",
    ):
        assert said in page


def test_thousands_stand_apart() -> None:
    many = replace(crowd(1216), parts=())
    alone = replace(many, comparison=compared([facts_of(many)]))
    cells = [cell for group in content(alone).groups for row in group.rows for cell in row.figures]
    assert "1,216" in cells
    assert "1216" not in cells
    assert "1,216" in "".join(texts(printed(alone, options_for(alone)).data))
