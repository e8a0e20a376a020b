# SPDX-License-Identifier: MIT
"""Colours that can be read, icons that are there, a style sheet without gaps."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QRadioButton, QWidget

from forumdesk.domain.agenda import SessionKind
from forumdesk.domain.assets import resources
from forumdesk.ui.commands import COMMANDS
from forumdesk.ui.icons import icon_of, pixmap
from forumdesk.ui.look import Appearance, Look
from forumdesk.ui.pages import PAGES
from forumdesk.ui.settings import Settings
from forumdesk.ui.stylesheet import stylesheet
from forumdesk.ui.tokens import DARK, LIGHT, Tone, contrast, tone_of

pytestmark = pytest.mark.gui
BOTH = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@BOTH
def test_text_can_be_read_on_everything_it_stands_on(tokens):
    grounds = (tokens.window, tokens.sidebar, tokens.surface, tokens.raised)
    poor = [
        (ink, ground, round(contrast(ink, ground), 2))
        for ink in (tokens.text, tokens.muted, tokens.link)
        for ground in (*grounds, tokens.hover, tokens.tint)
        if contrast(ink, ground) < 4.5
    ]
    assert poor == []
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5
    assert contrast(tokens.on_accent, tokens.accent_hover) >= 4.5


@BOTH
def test_every_tint_carries_its_ink(tokens):
    tones = [getattr(tokens, f.name) for f in fields(tokens)]
    tones = [tone for tone in tones if isinstance(tone, Tone)]
    assert len(tones) == 8
    assert [t for t in tones if contrast(t.ink, t.fill) < 4.5] == []
    signs = (tokens.danger, tokens.warning, tokens.good)
    grounds = (tokens.window, tokens.surface)
    assert [t for t in signs for g in grounds if contrast(t.ink, g) < 4.5] == []


@BOTH
def test_the_style_sheet_leaves_nothing_open(tokens):
    sheet = stylesheet(tokens, faint="#888888", chevron="x.svg", tick="y.svg")
    assert not re.search(r"\$\w", sheet)
    assert not re.search(r"gradient|shadow", sheet)


@pytest.mark.parametrize("made", [QCheckBox, QRadioButton])
@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
def test_boxes_and_buttons_to_choose_by_can_be_seen(look, qtbot, made, appearance):
    look.choose(appearance)
    around = QWidget()
    qtbot.addWidget(around)
    box = made("", around)
    around.resize(40, 40)
    box.setGeometry(8, 8, 24, 24)
    picture = around.grab().toImage()
    line = [picture.pixelColor(x, 20).name() for x in range(32)]
    ground = picture.pixelColor(2, 2).name()
    assert max(contrast(color, ground) for color in line) >= 3
    box.setChecked(True)
    assert around.grab().toImage() != picture


def test_colours_stand_only_where_they_are_declared():
    folder = Path(__file__).parents[2] / "forumdesk" / "ui"
    allowed = {"tokens.py", "fields.py", "look.py", "start.py"}
    found = {
        path.name
        for path in folder.rglob("*.py")
        if re.search(r"[\"']#[0-9a-fA-F]{6}[\"']", path.read_text("utf-8"))
    }
    assert found <= allowed


def test_every_kind_of_session_has_tint_and_icon():
    for kind in SessionKind:
        assert isinstance(tone_of(kind, LIGHT), Tone)
        assert not pixmap(icon_of(kind), "#000000", 16).isNull()


def test_every_icon_named_is_there_and_drawn_in_lines():
    names = {command.icon for command in COMMANDS if command.icon} | {p.icon for p in PAGES}
    there = {path.stem for path in (resources() / "icons").glob("*.svg")}
    assert names <= there
    for path in (resources() / "icons").glob("*.svg"):
        assert path.read_text("utf-8").startswith("<svg "), path.name


def test_an_unknown_icon_is_our_fault():
    with pytest.raises(KeyError):
        pixmap("no-such-icon", "#000000", 16)


def test_dark_and_light_are_chosen(look: Look, qapp, tmp_path):
    look.choose(Appearance.DARK)
    assert look.tokens is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.window
    look.choose(Appearance.LIGHT)
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == LIGHT.window
    assert Settings(tmp_path / "none.json").choices.appearance == "system"
