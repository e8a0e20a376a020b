# SPDX-License-Identifier: MIT
"""A theme as a file: out and in again without a loss, and what is none is refused."""

import json
import tomllib
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forumdesk.domain.assets import resources
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.printed import OwnTheme
from forumdesk.domain.themes import bundled, merged, said, theme_names
from forumdesk.domain.wording import Text
from forumdesk.exchange.theme_file import read_theme, theme_as_file

DATA = {
    "ink": {"accent": "#204060", "tint": ""},
    "page": {"margins": [20, 18.5, 20, 18]},
    "type": {"base": 10.5, "default": {"weight": "semibold"}},
    "manner": {"cover": "picture", "logos": "top-left"},
    "cover": {"credit": {"ko": "사진: “서울”", "en": "© Seoul"}},
    "style": {"title": {"step": 2, "balanced": True, "second": {"ink": "accent"}}},
    "sheet": {"list": {"type": {"base": 9.5}, "paper": {"A5": {"type": {"base": 8}}}}},
    "tones": ["ink", "accent"],
}
OURS = OwnTheme("id", Text.of(ko="우리 “것”", en='Ours \\ "x"\x7f'), "ministerial", said(DATA))


def test_a_theme_comes_back_as_it_went() -> None:
    read = read_theme(theme_as_file(OURS), "ours.theme.toml")
    assert (read.name, read.like) == (Text.of(ko="우리 “것”", en='Ours \\ "x"'), "ministerial")
    assert json.loads(read.data) == DATA
    assert theme_as_file(OURS) == theme_as_file(OURS)


def test_the_file_is_in_the_form_of_the_bundled_ones() -> None:
    told = tomllib.loads(theme_as_file(OURS).decode())
    assert told["like"] == "ministerial"
    whole = merged(bundled("ministerial"), told)
    assert whole["style"]["title"]["second"]["ink"] == "accent"
    assert whole["ink"]["accent"] == "#204060"


@pytest.mark.parametrize("name", theme_names())
def test_a_bundled_file_says_nothing_new(name: str) -> None:
    data = (resources() / "themes" / f"{name}.toml").read_bytes()
    read = read_theme(data, f"{name}.toml")
    assert read.name == Text.of(bundled(name)["name"])
    # What is like modern says how it differs from it.
    assert merged(bundled(read.like), json.loads(read.data))["ink"] == bundled(name)["ink"]


def test_without_a_name_it_is_called_as_its_file() -> None:
    assert read_theme(b"[ink]\naccent='#204060'", "house.theme.toml").name == Text.of(en="house")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\xff\xfe\x00", "it is not a text"),
        (b"", "it has no tables"),
        (b"like = 'modern'", "it has no tables"),
        (b"[ink\naccent = 1", "no theme that can be read: .*line 1"),
        (b"[ink]\naccent = 'blue'", "is a colour as #1f4e5f, not “blue”"),
        (b"[paint]\nred = 1", "has no “paint”"),
        (b"like = 'gothic'\n[ink]", "like “gothic”, which there is not"),
        (b"name = 'x'\n[ink]", "does not fit “name”"),
        (b"[ink]\naccent = 1979-05-27", "is a colour as"),
        (b"[type]\nbase = inf", "does not fit “type.base”"),
        (b"x" * (1 << 20) + b"x", "too large"),
        (b"a = " + b"[" * 5000, "no theme that can be read"),
        ("[ink]\n".encode("utf-16"), "it is not a text"),
        (b"[type]\nbase = " + b"9" * 5000, "no theme that can be read"),
        (b"[type]\nbase = 0x" + b"f" * 5000, "“…” does not fit “type.base”"),
        (
            b"[style.title" + b".second" * 2000 + b"]\nstep = 1",
            "has no “style.title.second.second”",
        ),
        (b"[" + b"sheet.grid." * 2000 + b"type]\nbase = 9", "has no “sheet.grid.sheet"),
        (b"[" + b"paper.A4." * 2000 + b"type]\nbase = 9", "has no “paper.A4.paper"),
    ],
)
def test_what_is_no_theme_is_refused_in_one_sentence(data: bytes, why: str) -> None:
    with pytest.raises(ForumDeskError, match=why) as refused:
        read_theme(data, "x.toml")
    assert "\n" not in str(refused.value)


@settings(deadline=None, max_examples=150)
@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_anything_is_read_or_refused(data: bytes) -> None:
    with suppress(ForumDeskError):
        assert json.loads(read_theme(data, "x").data) is not None
