# SPDX-License-Identifier: MIT
"""The editor of themes, with the real worker process behind its pages."""

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image as Pillow
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from forumdesk.domain.forum import Edition
from forumdesk.domain.printed import OwnTheme
from forumdesk.domain.themes import carried, resolved
from forumdesk.domain.wording import Text
from forumdesk.services import themes
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.choices import ChoiceField
from forumdesk.ui.handouts.page import HandoutsPage
from forumdesk.ui.main_window import MainWindow
from forumdesk.ui.themes.dialog import ThemeEditor
from forumdesk.ui.themes.knobs import GROUPS
from forumdesk.ui.themes.opening import edit_themes
from forumdesk.ui.themes.rows import InkRow, MarginsRow, Row, SizeRow
from tests.ui.conftest import Recorded

pytestmark = pytest.mark.gui
LONG = 60_000  # milliseconds: the worker loads its fonts on the first sheet
VIOLET = "#5a2a7a"


@pytest.fixture
def page(
    three_editions: list[Edition], open_window: Callable[..., MainWindow], qtbot: QtBot
) -> HandoutsPage:
    """The program of the third edition."""
    window = open_window("handouts")
    window.work.show_edition(three_editions[2].id)
    window.frame.show_page("handouts")
    shown = window.frame.stack.page
    assert isinstance(shown, HandoutsPage)
    with qtbot.waitSignal(shown.sheet.made, timeout=LONG):
        shown.show_handout("program")
    return shown


@pytest.fixture
def editor(page: HandoutsPage, qtbot: QtBot) -> ThemeEditor:
    """The editor as it opens, with its first page set."""
    made = edit_themes(page)
    assert made is not None
    qtbot.waitUntil(lambda: made.sheet.rendered is not None, timeout=LONG)
    return made


@pytest.fixture
def ours(editor: ThemeEditor, qtbot: QtBot) -> ThemeEditor:
    """The same with a theme made that is like the modern one."""
    editor.keeping.new.menu().actions()[1].trigger()
    settle(editor, qtbot)
    return editor


def settle(editor: ThemeEditor, qtbot: QtBot) -> None:
    qtbot.waitUntil(
        lambda: editor.sheet.rendered is not None and editor.sheet.view.is_settled(), timeout=LONG
    )


def row(editor: ThemeEditor, table: str, name: str) -> Any:
    return editor.board.rows[table, name]


def data(desk: ForumFile) -> Any:
    (theme,) = desk.find(OwnTheme)
    return json.loads(theme.data)


def colors(editor: ThemeEditor) -> set[str]:
    """The colours on the page shown, a few pixels of it looked at."""
    picture = editor.sheet.view.grab().toImage()
    return {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 5)
        for y in range(0, picture.height(), 5)
    }


def test_without_a_theme_there_is_one_thing_to_do(editor: ThemeEditor, desk: ForumFile) -> None:
    assert editor.nothing.isVisible()
    assert not editor.board.isVisible()
    assert not editor.use.isEnabled()
    said = [action.text() for action in editor.keeping.new.menu().actions()]
    assert said[:3] == ["Like “Ministerial”", "Like “Modern”", "Like “Plain”"]
    assert desk.find(OwnTheme) == []


def test_the_keyboard_begins_with_the_theme_and_ends_with_the_buttons(editor: ThemeEditor) -> None:
    assert editor.focusWidget() is editor.keeping.new
    for _ in range(30):
        QTest.keyClick(editor.focusWidget(), Qt.Key.Key_Tab)
        if editor.focusWidget() is editor.close_button:
            break
    assert editor.focusWidget() is editor.close_button
    QTest.keyClick(editor.close_button, Qt.Key.Key_Tab)
    assert editor.focusWidget() is editor.keeping.new


def test_the_groups_come_one_by_one_and_in_the_end_all_are_there(
    editor: ThemeEditor, desk: ForumFile, qtbot: QtBot
) -> None:
    every = [knob.path for group in GROUPS for knob in group.knobs]
    theme = themes.copy_bundled(desk, "modern")

    def there() -> list[tuple[str, str]]:
        return [row.knob.path for row in editor.board.findChildren(Row)]

    editor.show_theme(theme.id)
    assert 0 < len(there()) < len(every)
    qtbot.waitUntil(lambda: there() == every)
    base = resolved(carried(theme))["type"]["base"]
    assert row(editor, "type", "base").field.text() == f"{base:g}"


def test_a_theme_made_there_is_that_of_the_handout(
    ours: ThemeEditor, page: HandoutsPage, desk: ForumFile
) -> None:
    (theme,) = desk.find(OwnTheme)
    assert (ours.shown, theme.like) == (theme.id, "modern")
    assert ours.board.isVisible()
    assert page.options.theme == theme.id
    choice = page.form().field("theme")
    assert isinstance(choice, ChoiceField)
    assert choice.currentText() == "Modern 2"


def test_a_colour_typed_is_on_the_page_at_once(
    ours: ThemeEditor, desk: ForumFile, qtbot: QtBot
) -> None:
    assert VIOLET not in colors(ours)
    accent = row(ours, "ink", "accent")
    assert isinstance(accent, InkRow)
    with qtbot.waitSignal(ours.sheet.made, timeout=LONG):
        accent.field.setFocus()
        accent.field.setText(VIOLET)
        qtbot.keyClick(accent.field, Qt.Key.Key_Return)
    settle(ours, qtbot)
    assert data(desk) == {"ink": {"accent": VIOLET}}
    assert VIOLET in colors(ours)
    assert accent.figure.text() == "10.3 : 1 ✓"
    with qtbot.waitSignal(ours.sheet.made, timeout=LONG):
        ours.steps.undo.click()
    settle(ours, qtbot)
    assert data(desk) == {}
    assert VIOLET not in colors(ours)
    assert accent.field.text() == "#0f4c5c"
    assert ours.steps.redo.accessibleName() == "Redo: Change theme “Modern 2”"


def test_faint_type_is_told_and_mended(ours: ThemeEditor, desk: ForumFile) -> None:
    mark = row(ours, "ink", "mark")
    assert not mark.mend.isVisible()
    ours.change(("ink", "mark"), "#d09040")
    assert mark.figure.text() == "2.7 : 1 ✗"
    assert mark.figure.toolTip() == "Hard to read: text needs 4.5 : 1"
    mark.mend.click()
    assert not mark.mend.isVisible()
    assert mark.figure.text().endswith("✓")
    assert data(desk)["ink"]["mark"] != "#d09040"
    mark.back.click()
    assert data(desk) == {}
    assert not mark.back.isVisible()


def test_a_colour_looked_at_is_tried_and_given_back(ours: ThemeEditor, desk: ForumFile) -> None:
    accent = row(ours, "ink", "accent")
    dialog = accent.choose()
    dialog.setCurrentColor(QColor(VIOLET))
    assert data(desk) == {"ink": {"accent": VIOLET}}
    dialog.reject()
    assert data(desk) == {}


def test_sizes_and_margins_are_typed(ours: ThemeEditor, desk: ForumFile) -> None:
    base, margins = row(ours, "type", "base"), row(ours, "page", "margins")
    assert isinstance(base, SizeRow)
    assert isinstance(margins, MarginsRow)
    base.field.setText("10,5")
    base.field.commit()
    margins.fields[3].setText("25")
    margins.fields[3].commit()
    assert data(desk) == {"type": {"base": 10.5}, "page": {"margins": [24, 17, 21, 25]}}
    margins.fields[3].setText("")
    margins.fields[3].commit()
    assert margins.fields[3].text() == "25"
    base.field.setText("")
    base.field.commit()
    assert "type" not in data(desk)


def test_what_can_not_be_is_said_in_place(ours: ThemeEditor, desk: ForumFile) -> None:
    base = row(ours, "type", "base")
    base.field.setText("99")
    base.field.commit()
    assert ours.refused.isVisible()
    assert "between 7 and 14, not 99" in ours.refused.text()
    assert base.field.text() == "9.5"
    assert data(desk) == {}
    ours.change(("type", "base"), 10)
    assert not ours.refused.isVisible()


def test_inks_of_a_field_are_there_where_there_is_one(ours: ThemeEditor) -> None:
    assert row(ours, "ink", "cover").isVisible()
    ours.change(("manner", "cover"), "frame")
    assert not row(ours, "ink", "cover").isVisible()
    assert row(ours, "manner", "cover").field.currentText() == "Centred in a frame"


def test_another_page_is_looked_at(ours: ThemeEditor, qtbot: QtBot) -> None:
    assert ours.sheet.rendered is not None
    program = ours.sheet.rendered.pages
    ours.page.show_value("agenda")
    with qtbot.waitSignal(ours.sheet.made, timeout=LONG):
        ours.page.committed.emit("agenda")
    assert ours.sheet.rendered.pages == 1 < program


def test_the_edition_and_every_handout_are_set_in_it(
    ours: ThemeEditor, page: HandoutsPage, desk: ForumFile
) -> None:
    ours.use.click()
    assert desk.get(Edition, page.work.edition).design == ours.shown
    assert not ours.use.isEnabled()
    page.show_handout("agenda")
    assert page.options.theme == ours.shown


def test_themes_are_renamed_copied_and_removed(ours: ThemeEditor, desk: ForumFile) -> None:
    english = ours.board.name.fields["en"]
    english.setText("House")
    english.commit()
    assert [theme.name["en"] for theme in desk.find(OwnTheme)] == ["House"]
    assert ours.theme.currentText() == "House"
    ours.keeping.copy.trigger()
    assert [theme.name["en"] for theme in desk.find(OwnTheme)] == [
        "House",
        "House 3",
    ]  # as “모던 2” becomes “모던 3”
    assert ours.theme.currentText() == "House 3"
    ours.keeping.gone.trigger()
    assert [theme.name["en"] for theme in desk.find(OwnTheme)] == ["House"]
    assert ours.shown == ""
    assert ours.nothing.isVisible()
    ours.theme.committed.emit(desk.find(OwnTheme)[0].id)
    assert ours.board.isVisible()


def test_a_theme_goes_out_as_a_file_and_comes_in(
    ours: ThemeEditor, desk: ForumFile, messages: Recorded, tmp_path: Path
) -> None:
    ours.change(("ink", "accent"), VIOLET)
    messages.paths += [tmp_path / "ours.toml", tmp_path / "ours.toml"]
    ours.keeping.save.trigger()
    assert VIOLET in (tmp_path / "ours.toml").read_text("utf-8")
    assert messages.said == [f"Written: {tmp_path / 'ours.toml'}"]
    ours.keeping.open_file()
    first, second = desk.find(OwnTheme)
    assert (second.data, second.like) == (first.data, first.like)
    assert (second.name["en"], ours.shown) == ("Modern 3", second.id)
    (tmp_path / "bad.toml").write_text("[ink]\naccent = 'blue'\n")
    messages.paths.append(tmp_path / "bad.toml")
    ours.keeping.open_file()
    assert "not “blue”" in ours.refused.text()
    assert desk.count(OwnTheme) == 2
    messages.paths.append(None)
    ours.keeping.open_file()


def test_the_cover_takes_a_picture(ours: ThemeEditor, desk: ForumFile, tmp_path: Path) -> None:
    out = BytesIO()
    Pillow.new("RGB", (90, 60), (200, 40, 40)).save(out, "PNG")
    (tmp_path / "cover.png").write_bytes(out.getvalue())
    ours.board.cover.take(tmp_path / "cover.png")
    assert desk.get(Edition, ours.work.edition).cover
    assert not ours.board.cover.picture.pixmap().isNull()
    ours.board.cover.gone.click()
    assert desk.get(Edition, ours.work.edition).cover is None


def test_whose_picture_it_is_is_typed_in_each_language(ours: ThemeEditor, desk: ForumFile) -> None:
    credit = row(ours, "cover", "credit")
    assert credit.back.isHidden()
    credit.field.fields["en"].setText(" Photo: Seoul ")
    credit.field.fields["en"].editingFinished.emit()
    credit.field.fields["ko"].setText("사진: 서울")
    credit.field.fields["ko"].editingFinished.emit()
    (theme,) = desk.find(OwnTheme)
    told = {"credit": {"en": "Photo: Seoul", "ko": "사진: 서울"}}
    assert json.loads(theme.data)["cover"] == told
    assert not credit.back.isHidden()
    credit.back.click()
    assert "cover" not in json.loads(desk.get(OwnTheme, theme.id).data)
    assert credit.field.fields["en"].text() == ""


def test_a_damaged_theme_is_told_of_and_can_be_removed(
    page: HandoutsPage, desk: ForumFile, qtbot: QtBot
) -> None:
    broken = OwnTheme(desk.new_id(), Text.of(en="Broken"), "modern", '{"ink":{"accent":"blue"}}')
    with desk.step("From elsewhere"):
        desk.put(broken)
    editor = edit_themes(page)
    assert editor is not None
    assert "not “blue”" in editor.refused.text()
    assert not editor.board.isVisible()
    editor.keeping.gone.trigger()
    assert desk.find(OwnTheme) == []
    qtbot.waitUntil(lambda: editor.sheet.rendered is not None, timeout=LONG)


def test_it_is_opened_by_the_link_beside_the_theme_and_from_the_palette(
    page: HandoutsPage,
) -> None:
    page.form().themes.click()
    (opened,) = page.findChildren(ThemeEditor)
    opened.accept()
    window = page.window()
    assert isinstance(window, MainWindow)
    window.actions_.run("handouts.themes")
    assert any(editor.isVisible() for editor in page.findChildren(ThemeEditor))


def test_everything_has_a_name_and_tab_goes_down(ours: ThemeEditor) -> None:
    fields = [w for w in ours.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    named = [w for w in fields if w.isVisible() and w.metaObject().className() != "Board"]
    nameless = [
        w for w in named if not (w.accessibleName() or getattr(w, "text", lambda: "")().strip())
    ]
    assert [w.metaObject().className() for w in nameless if w.inherits("QLineEdit")] == []
    accent = row(ours, "ink", "accent")
    after = accent.swatch.nextInFocusChain()
    while not after.focusPolicy() & Qt.FocusPolicy.TabFocus or not after.isVisible():
        after = after.nextInFocusChain()
    assert after is accent.field


def test_a_file_that_is_only_read_can_be_looked_at(
    page: HandoutsPage, desk: ForumFile, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    theme = themes.copy_bundled(desk, "plain")
    monkeypatch.setattr(type(page.work), "editable", property(lambda _: False))
    editor = edit_themes(page)
    assert editor is not None
    editor.show_theme(theme.id)
    assert not row(editor, "ink", "accent").isEnabled()
    assert not editor.use.isEnabled()
    assert not editor.keeping.new.isEnabled()
    assert editor.keeping.save.isEnabled()
    qtbot.waitUntil(lambda: editor.sheet.rendered is not None, timeout=LONG)
