# SPDX-License-Identifier: MIT
"""Themes that a forum file keeps for itself."""

import json

import pytest

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.forum import Edition
from forumdesk.domain.printed import OwnTheme, PackSheet
from forumdesk.domain.wording import EMPTY, Text
from forumdesk.services import editions, themes
from tests.services.small import Small, label

OURS = Text.of(ko="우리", en="Ours")


def data(theme: OwnTheme) -> object:
    return json.loads(theme.data)


def test_only_what_differs_is_kept(small: Small) -> None:
    desk = small.desk
    made = themes.add_theme(desk, OURS, "plain", '{"ink":{"accent":"#000000","mark":"#204060"}}')
    assert label(desk) == "Add theme “Ours”"
    assert data(made) == {"ink": {"mark": "#204060"}}
    again = themes.set_in_theme(desk, made.id, ("type", "base"), 10.5)
    assert data(again) == {"ink": {"mark": "#204060"}, "type": {"base": 10.5}}
    again = themes.set_in_theme(desk, made.id, ("ink", "mark"), None)
    assert data(again) == {"type": {"base": 10.5}}
    again = themes.set_in_theme(desk, made.id, ("type", "base"), 9.3)  # that of plain
    assert data(again) == {}
    again = themes.set_in_theme(desk, made.id, ("page", "margins"), (20, 20, 20, 20))
    assert data(again) == {"page": {"margins": [20, 20, 20, 20]}}


def test_quick_changes_of_one_value_are_one_step(small: Small) -> None:
    desk = small.desk
    made = themes.copy_bundled(desk, "modern")
    for n, color in enumerate(("#204060", "#204061", "#204062")):
        themes.set_in_theme(desk, made.id, ("ink", "accent"), color)
        assert desk.get(OwnTheme, made.id).data.count(color) == 1, n
    desk.undo()
    assert desk.get(OwnTheme, made.id) == made
    desk.redo()
    themes.set_in_theme(desk, made.id, ("ink", "mark"), "#204060")
    desk.undo()
    assert data(desk.get(OwnTheme, made.id)) == {"ink": {"accent": "#204062"}}


def test_what_can_not_be_set_is_refused_and_nothing_is_changed(small: Small) -> None:
    desk = small.desk
    made = themes.copy_bundled(desk, "modern")
    steps = len(desk.history())
    for path, value, why in (
        (("ink", "accent"), "blue", "is a colour as #1f4e5f"),
        (("type", "base"), 99, "between 7 and 14, not 99"),
        (("page", "margins"), (60.0, 60.0, 60.0, 60.0), "less than 60 %"),
        (("paint",), "red", "has no “paint”"),
        (("ink",), "red", "does not fit"),
    ):
        with pytest.raises(ForumDeskError, match=why):
            themes.set_in_theme(desk, made.id, path, value)
    with pytest.raises(ForumDeskError, match="there are: ministerial, modern, plain"):
        themes.copy_bundled(desk, "gothic")
    with pytest.raises(ForumDeskError, match="needs a name"):
        themes.add_theme(desk, EMPTY, "modern", "{}")
    with pytest.raises(ForumDeskError, match="needs a name"):
        themes.rename_theme(desk, made.id, EMPTY)
    with pytest.raises(ForumDeskError, match="damaged"):
        themes.add_theme(desk, OURS, "modern", "[]")
    assert desk.get(OwnTheme, made.id) == made
    assert len(desk.history()) == steps


def test_whose_picture_it_is_is_a_text_by_language(small: Small) -> None:
    desk = small.desk
    made = themes.copy_bundled(desk, "modern")
    credit = ("cover", "credit")
    told = themes.set_in_theme(desk, made.id, credit, Text.of(ko="사진: 서울", en="Photo: Seoul"))
    assert told.data == '{"cover":{"credit":{"en":"Photo: Seoul","ko":"사진: 서울"}}}'
    assert themes.set_in_theme(desk, made.id, credit, EMPTY).data == "{}"
    with pytest.raises(ForumDeskError, match=r"does not fit “cover\.credit” of a theme"):
        themes.set_in_theme(desk, made.id, credit, "Photo: Seoul")


def test_themes_are_told_apart_by_their_names(small: Small) -> None:
    desk = small.desk
    first, second = (themes.copy_bundled(desk, "modern") for _ in range(2))
    assert (first.name["en"], first.name["ko"]) == ("Modern 2", "모던 2")
    assert second.name["en"] == "Modern 3"
    renamed = themes.rename_theme(desk, second.id, OURS)
    assert renamed.name == OURS
    assert themes.rename_theme(desk, second.id, OURS) == renamed
    assert themes.rename_theme(desk, first.id, OURS).name["ko"] == "우리 2"
    assert themes.rename_theme(desk, first.id, Text.of(en="PLAIN")).name["en"] == "PLAIN 3"
    copy = themes.copy_theme(desk, second.id)
    assert (copy.name["en"], copy.like, copy.data) == ("Ours 2", "modern", renamed.data)
    assert copy.position > second.position


def test_what_was_set_in_a_theme_that_is_removed_is_set_in_what_it_was_like(small: Small) -> None:
    desk = small.desk
    made = themes.copy_bundled(desk, "ministerial")
    editions.change_edition(desk, small.edition.id, {"design": made.id})
    sheet = PackSheet(desk.new_id(), small.edition.id, "program", f'{{"theme":"{made.id}"}}')
    with desk.step("Pack"):
        desk.put(sheet)
    themes.remove_theme(desk, made.id)
    assert label(desk) == "Remove theme “Ministerial 2”"
    assert desk.get(Edition, small.edition.id).design == "ministerial"
    assert desk.get(PackSheet, sheet.id).options == '{"theme":"ministerial"}'
    assert made.id not in {theme.id for theme in desk.find(OwnTheme)}
    desk.undo()
    assert desk.get(Edition, small.edition.id).design == made.id
    assert desk.get(OwnTheme, made.id) == made
    assert desk.get(PackSheet, sheet.id) == sheet


def test_a_theme_taken_in_again_is_brought_up_to_date(small: Small) -> None:
    desk = small.desk
    first = themes.take_theme(desk, OURS, "modern", "{}")
    steps = len(desk.history())
    assert themes.take_theme(desk, OURS, "modern", "{}") == first
    assert len(desk.history()) == steps
    again = themes.take_theme(desk, OURS, "plain", '{"type":{"base":10}}')
    assert (again.id, again.like, data(again)) == (first.id, "plain", {"type": {"base": 10}})
