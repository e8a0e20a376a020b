# SPDX-License-Identifier: MIT
"""Themes are data: complete, legible, and the only place of points, colours and font names."""

import io
import re
import tokenize
from pathlib import Path

import pytest

from forumdesk.domain.desk import ForumDeskError
from forumdesk.handouts import theme as themes
from forumdesk.handouts.theme import (
    PAPERS,
    contrast_on_paper,
    least_scale,
    legible,
    theme,
    theme_names,
)

ENGINE = Path(themes.__file__).parent
TEXT_INKS = ("ink", "soft", "accent", "mark", "good", "bad")
STYLES = re.compile(r'"([a-z]+(?:-[a-z]+)*)"')


@pytest.mark.parametrize("name", themes.theme_names())
@pytest.mark.parametrize("paper", list(PAPERS))
def test_every_theme_sets_every_style_on_every_paper(name: str, paper: str) -> None:
    of = theme(name, paper=paper)
    data = themes._data(name)
    for style in data["style"]:
        for second in (False, True):
            made = of.style(style, second=second)
            assert data["type"]["floor"] <= made.size <= of.frame.measure / 4
            assert made.leading > made.size
    assert of.name["ko"]
    assert of.frame.measure > of.frame.width / 2


@pytest.mark.parametrize("name", themes.theme_names())
def test_text_has_contrast_on_paper(name: str) -> None:
    for ink in TEXT_INKS:
        assert contrast_on_paper(theme(name).ink(ink)) >= 4.5, ink


def test_themes_differ_in_character() -> None:
    assert themes.theme_names() == ("ministerial", "modern", "plain")
    assert theme("ministerial").style("title").face is not theme("modern").style("title").face
    assert {theme(name).choice("cover") for name in themes.theme_names()} == {
        *("field", "frame", "line")
    }
    assert theme("plain").ink("tint") == ""


def test_every_size_follows_from_base_and_ratio() -> None:
    small, large = theme("modern"), theme("modern", large=True)
    growth = large.base / small.base
    assert large.base == 14
    for style in ("title", "section", "text"):
        assert large.style(style).size == pytest.approx(small.style(style).size * growth)
    assert large.space("row") == pytest.approx(small.space("row") * growth)


def test_house_accent_replaces_the_theme_s_and_stays_legible() -> None:
    assert theme("modern", accent="#123456").style("time").color == "#123456"
    pale = theme("modern", accent="#ffee00").style("time").color
    assert pale != "#ffee00"
    assert contrast_on_paper(pale) >= 4.5
    assert legible("#000000") == "#000000"


def test_type_shrinks_no_further_than_the_theme_allows() -> None:
    of = theme("modern")
    assert of.base * least_scale(of) == pytest.approx(of.least)
    assert theme("modern", scale=0.01).base == of.least


def test_large_print_never_shrinks() -> None:
    for name in theme_names():
        large = theme(name, large=True)
        assert large.base >= 14
        assert least_scale(large) == 1
        assert theme(name, large=True, scale=0.01).base == large.base


def test_unknown_theme_or_paper_is_refused() -> None:
    with pytest.raises(ForumDeskError, match="no theme “none”"):
        theme("none")
    with pytest.raises(ForumDeskError, match="no paper size “B5”"):
        theme(paper="B5")


def strings(path: Path) -> list[str]:
    tokens = tokenize.generate_tokens(io.StringIO(path.read_text("utf-8")).readline)
    return [token.string for token in tokens if token.type == tokenize.STRING]


def test_no_colour_or_font_name_stands_outside_the_themes() -> None:
    for path in ENGINE.rglob("*.py"):
        for text in strings(path):
            assert not re.search(r"#[0-9A-Fa-f]{6}\b", text), f"{path.name}: {text}"
            named = re.search(r"Noto|Helvetica|Times-|Courier", text)
            assert path.name == "fonts.py" or not named, f"{path.name}: {text}"


def test_no_size_in_points_stands_outside_the_themes() -> None:
    """Layout knows no number but 0, 1, 2, halves of what it measured, and loops' ends."""
    allowed = {"0", "1", "2", "3", "0.0", "1.0", "2.0", "0.5", "1.5", "0.75", "4"}
    for name in ("story", "program", "agenda", "dress", "flow/setting", "flow/rails"):
        path = ENGINE / f"{name}.py"
        tokens = tokenize.generate_tokens(io.StringIO(path.read_text("utf-8")).readline)
        numbers = {t.string for t in tokens if t.type == tokenize.NUMBER}
        assert numbers - {"5"} <= allowed, f"{name}: {numbers - allowed}"


def test_every_style_and_space_that_stories_name_is_in_the_themes() -> None:
    data = themes._data("modern")
    named = {n for kind in ("style", "space", "share", "rule", "manner") for n in data[kind]}
    for name in ("program", "agenda", "covers", "document", "flow/elements", "flow/rails"):
        source = (ENGINE / f"{name}.py").read_text("utf-8")
        asked = re.findall(r'\.(?:style|space|share|line|choice)\("([a-z-]+)"', source)
        assert set(asked) <= named, f"{name}: {set(asked) - named}"


@pytest.mark.parametrize("name", themes.theme_names())
def test_on_the_field_of_a_cover_every_language_is_legible(name: str) -> None:
    of = theme(name, paper="A4")
    data = themes._data(name)
    inks = {of.ink("cover"), of.ink("cover-soft")}
    for style, told in data["style"].items():
        if str(told.get("ink")).startswith("cover"):
            assert of.style(style, second=True).color in inks, style
