# SPDX-License-Identifier: MIT
"""Booklets and pocket agendas on the handouts page, with the real worker process behind it."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from forumdesk.domain.forum import Edition
from forumdesk.ui.choices import ChoiceField
from forumdesk.ui.handouts.page import HandoutsPage
from forumdesk.ui.main_window import MainWindow

LONG = 60_000  # milliseconds: the worker loads its fonts on the first sheet


@pytest.fixture
def page(
    three_editions: list[Edition], open_window: Callable[..., MainWindow], qtbot: QtBot
) -> HandoutsPage:
    """The booklet of the third edition, made and looked through."""
    window = open_window("handouts")
    window.work.show_edition(three_editions[2].id)
    window.frame.show_page("handouts")
    shown = window.frame.stack.page
    assert isinstance(shown, HandoutsPage)
    with qtbot.waitSignals([shown.sheet.made, shown.sheet.inspected], timeout=LONG):
        shown.show_handout("booklet")
    return shown


def test_a_booklet_is_of_the_handout_chosen(page: HandoutsPage, qtbot: QtBot) -> None:
    field = page.form().field("of")
    assert isinstance(field, ChoiceField)
    assert page._name().endswith("booklet.pdf")
    made = page.sheet.rendered
    assert made is not None
    with qtbot.waitSignals([page.sheet.made, page.sheet.inspected], timeout=LONG):
        field.committed.emit("mc-script")
    assert page.options.of == "mc-script"
    assert "mc-script" in page._name()
    assert page.sheet.rendered is not None
    assert page.sheet.rendered.data != made.data
