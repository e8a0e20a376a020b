# SPDX-License-Identifier: MIT
"""Themes of one's own as data: what they say, what they are like, and what is wrong with them."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forumdesk.domain.colors import contrast, is_color, mended
from forumdesk.domain.desk import ForumDeskError, Severity
from forumdesk.domain.printed import OwnTheme
from forumdesk.domain.theme_rules import (
    MANNERS,
    check_theme,
    contrasts,
    theme_problems,
)
from forumdesk.domain.themes import (
    bundled,
    carried,
    cover_manners,
    differing,
    merged,
    own_theme,
    read_data,
    resolved,
    said,
    theme_names,
)
from forumdesk.domain.wording import Text


def of(like: str = "modern", **data: Any) -> dict[str, Any]:
    return resolved(carried(OwnTheme("id", Text.of(en="Ours"), like, said(data))))


def told(**data: Any) -> list[tuple[str, str]]:
    return [(problem.kind, problem.facts) for problem in theme_problems(data)]


@pytest.mark.parametrize("name", theme_names())
def test_a_theme_that_says_nothing_is_as_what_it_is_like(name: str) -> None:
    assert of(name) == {**bundled(name), "like": name}
    assert theme_problems({**bundled(name), "like": name}) == []
    assert check_theme(bundled(name)) is None


def test_only_what_differs_is_told() -> None:
    data = merged(bundled("plain"), {"ink": {"accent": "#204060"}, "page": {"margins": [9] * 4}})
    assert differing(bundled("plain"), data) == {
        "ink": {"accent": "#204060"},
        "page": {"margins": [9] * 4},
    }
    assert differing(data, data) == {}


def test_the_same_data_is_the_same_text() -> None:
    one = OwnTheme(
        "a", Text.of(en="A"), "plain", '{"rule": {"heavy": 2}, "ink": {"ink": "#111111"}}'
    )
    other = OwnTheme("b", Text.of(en="B"), "plain", '{"ink":{"ink":"#111111"},"rule":{"heavy":2}}')
    assert carried(one) == carried(other)
    assert json.loads(carried(one))["like"] == "plain"


def test_larger_type_is_larger_on_every_sheet_and_paper() -> None:
    whole, like = of(type={"base": 11.4}), bundled("modern")
    growth = 11.4 / like["type"]["base"]
    assert whole["type"]["base"] == 11.4
    lists = whole["sheet"]["list"]["type"]["base"], like["sheet"]["list"]["type"]["base"]
    small = whole["paper"]["A5"]["type"]["base"], like["paper"]["A5"]["type"]["base"]
    for larger, usual in (lists, small):
        assert larger == pytest.approx(usual * growth, abs=0.01)
    # The least that type shrinks to is no matter of taste.
    assert whole["sheet"]["letter"]["type"]["least"] == like["sheet"]["letter"]["type"]["least"]


def test_wider_margins_are_wider_on_small_paper_and_leave_letters_alone() -> None:
    usual = bundled("modern")
    whole = of(page={"margins": [m * 1.5 for m in usual["page"]["margins"]]})
    for wide, narrow in zip(
        whole["paper"]["A5"]["page"]["margins"],
        usual["paper"]["A5"]["page"]["margins"],
        strict=True,
    ):
        assert wide == pytest.approx(narrow * 1.5, abs=0.06)
    assert whole["sheet"]["letter"] == usual["sheet"]["letter"]


@pytest.mark.parametrize("like", theme_names())
@pytest.mark.parametrize("manner", cover_manners())
def test_type_on_any_cover_stands_out_from_what_is_behind_it(like: str, manner: str) -> None:
    whole = of(like, manner={"cover": manner})
    field = manner in ("field", "picture-field")
    for style in ("cover-title", "cover-slogan", "cover-kind", "back-title", "back-text"):
        told = whole["style"][style]
        for ink in (told["ink"], told.get("second", {}).get("ink", "soft")):
            behind = whole["ink"]["accent" if field else "paper"]
            assert contrast(whole["ink"][ink], behind) >= 4.5, (style, ink)


@pytest.mark.parametrize(
    ("data", "where"),
    [
        ({"like": "gothic"}, "like"),
        ({"like": ["modern"]}, "like"),
        ({"name": "Ours"}, "name"),
        ({"name": {"en": 1}}, "name"),
        ({"paint": {}}, "paint"),
        ({"ink": "red"}, "ink"),
        ({"ink": {"gold": "#aa8800"}}, "ink.gold"),
        ({"ink": {"accent": "blue"}}, "ink.accent"),
        ({"ink": {"accent": ""}}, "ink.accent"),
        ({"ink": {"accent": 0x204060}}, "ink.accent"),
        ({"ink": {"accent": None}}, "ink.accent"),
        ({"type": {"base": 99}}, "type.base"),
        ({"type": {"base": "10"}}, "type.base"),
        ({"type": {"base": True}}, "type.base"),
        ({"type": {"base": float("nan")}}, "type.base"),
        ({"type": {"base": 10**400}}, "type.base"),
        ({"type": {"weight": 3}}, "type.weight"),
        ({"type": {"default": {"font": "comic"}}}, "type.default.font"),
        ({"page": {"margins": [20, 20, 20]}}, "page.margins"),
        ({"page": {"margins": [20, 20, 20, "20"]}}, "page.margins"),
        ({"page": {"margins": [20, 60, 20, 60]}}, "page.margins"),
        ({"page": {"margins": [70, 20, 70, 20]}}, "page.margins"),
        ({"page": {"margins": [0, 20, 20, 20]}}, "page.margins"),
        ({"page": {"size": "A4"}}, "page.size"),
        ({"page": {"turned": 1}}, "page.turned"),
        ({"page": {"margins": [10**400, 20, 20, 20]}}, "page.margins"),
        ({"fonts": {"text": "Comic Sans"}}, "fonts.text"),
        ({"fonts": {"body": "sans"}}, "fonts.body"),
        ({"manner": {"cover": "gothic"}}, "manner.cover"),
        ({"manner": {"logos": "middle"}}, "manner.logos"),
        ({"manner": {"covers": "field"}}, "manner.covers"),
        ({"cover": {"credits": {}}}, "cover.credits"),
        ({"cover": {"credit": "Photo: me"}}, "cover.credit"),
        ({"cover": {"credit": {"en": 1}}}, "cover.credit"),
        ({"cover": {"credit": {"en": "two\nlines"}}}, "cover.credit"),
        ({"cover": {"credit": {"en": "x" * 201}}}, "cover.credit"),
        ({"sheet": {"list": {"cover": {"credit": {}}}}}, "sheet.list.cover.credit"),
        ({"space": {"logo": -1}}, "space.logo"),
        ({"space": {"logos": 1}}, "space.logos"),
        ({"rule": {"heavy": 999}}, "rule.heavy"),
        ({"share": {"logo": {}}}, "share.logo"),
        ({"style": {"headline": {}}}, "style.headline"),
        ({"style": {"title": 3}}, "style.title"),
        ({"style": {"title": {"ink": "gold"}}}, "style.title.ink"),
        ({"style": {"title": {"size": 3}}}, "style.title.size"),
        ({"style": {"title": {"balanced": "yes"}}}, "style.title.balanced"),
        ({"style": {"title": {"second": {"step": 99}}}}, "style.title.second.step"),
        ({"style": {"title": {"align": ["left"]}}}, "style.title.align"),
        ({"second": {"weight": "thin"}}, "second.weight"),
        ({"tones": []}, "tones"),
        ({"tones": ["gold"]}, "tones"),
        ({"tones": [[]]}, "tones"),
        ({"sheet": {"poster": {}}}, "sheet.poster"),
        ({"sheet": {"list": 1}}, "sheet.list"),
        ({"sheet": {"list": {"type": {"base": 999}}}}, "sheet.list.type.base"),
        ({"paper": {"A5": {"ink": {"accent": "red"}}}}, "paper.A5.ink.accent"),
    ],
)
def test_what_has_no_place_or_does_not_fit_is_named(data: dict[str, Any], where: str) -> None:
    problems = theme_problems(data)
    assert [(p.kind, p.severity, p.facts) for p in problems] == [
        ("theme-broken", Severity.ERROR, where)
    ]
    with pytest.raises(ForumDeskError) as refused:
        check_theme(data)
    assert refused.value.phrase == problems[0].phrase
    assert "\n" not in str(refused.value)


def test_type_that_is_hard_to_read_is_a_warning_with_its_contrast() -> None:
    assert told(ink={"mark": "#d09040"}) == [("theme-contrast", "mark 2.7")]
    (problem,) = theme_problems({"ink": {"mark": "#d09040"}})
    assert problem.severity is Severity.WARNING
    # White on a pale field; and the accent itself, which is text on paper too.
    assert told(ink={"accent": "#e0c060"}) == [
        *(("theme-contrast", "accent 1.8"), ("theme-contrast", "cover 1.8")),
        ("theme-contrast", "cover-soft 1.3"),
    ]
    # On a cover without a field there is no type on it.
    assert told(ink={"accent": "#e0c060"}, manner={"cover": "line"}) == [
        ("theme-contrast", "accent 1.8")
    ]


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#ff0000", "#ffffff") == pytest.approx(4.0, abs=0.01)
    figures = {one.ink: round(one.ratio, 1) for one in contrasts({})}
    assert figures["ink"] == 16.9
    assert figures["accent"] == figures["cover"] == 9.5


colors = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@settings(deadline=None, max_examples=200)
@given(colors, colors)
def test_a_mended_colour_can_be_read_on_anything(color: str, behind: str) -> None:
    found = mended(color, behind)
    assert is_color(found)
    # On a grey in between, black or white is the most there is: always more than 4.5.
    assert contrast(found, behind) >= 4.5
    if contrast(color, behind) >= 4.5:
        assert found == color


def test_a_theme_is_found_by_its_id_or_name() -> None:
    first = OwnTheme("1", Text.of(ko="협회", en="Association"), "plain", "{}", 0)
    second = OwnTheme("2", Text.of(en="association"), "plain", "{}", 1)
    themes = (second, first)
    assert own_theme(themes, "2") is second
    assert own_theme(themes, " ASSOCIATION ") is first
    assert own_theme(themes, "협회") is first
    assert own_theme(themes, "") is None
    assert own_theme(themes, "modern") is None


@pytest.mark.parametrize("text", ["", "[", "[1]", "3", "null", "[" * 100_000])
def test_data_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ForumDeskError, match="damaged"):
        read_data(text)


def test_every_manner_that_is_offered_is_one() -> None:
    for name, values in MANNERS.items():
        for value in values:
            assert told(manner={name: value}) == []
