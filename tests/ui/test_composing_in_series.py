# SPDX-License-Identifier: MIT
"""A syllable being composed on the pages of a series belongs to what was typed before it."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from forumdesk.domain.desk import Subject
from forumdesk.domain.forum import Edition
from forumdesk.domain.outcomes import Agreement, Aim, Commitment
from forumdesk.services.agreements import add_aim, draw_up
from forumdesk.services.outcomes import add_commitment
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.agreements.card import AgreementCard
from forumdesk.ui.main_window import MainWindow
from tests.services.small import en
from tests.ui.conftest import add_three_editions, begins_with

pytestmark = pytest.mark.gui
Field = Callable[[MainWindow], QWidget]
Kept = Callable[[ForumFile], str | None]


def add_mou(desk: ForumFile) -> None:
    """An agreement of eight aims and a commitment."""
    edition = add_three_editions(desk)[0]
    mou = draw_up(desk, edition.id, en("MOU"))
    for number in range(8):
        add_aim(desk, mou.id, en(f"To do {number}"))
    add_commitment(desk, edition.series, en("Promised"), {"edition": edition.id})


filling = begins_with("window", add_mou)


@pytest.fixture
def window(open_window: Callable[[], MainWindow]) -> MainWindow:
    opened = open_window()
    opened.activateWindow()
    assert QTest.qWaitForWindowActive(opened)
    return opened


def _card(window: MainWindow) -> AgreementCard:
    (mou,) = window.work.desk.find(Agreement)
    window.frame.go(Subject("agreement", mou.id))
    card = window.frame.stack.page.card  # type: ignore[union-attr]
    assert isinstance(card, AgreementCard)
    card.aims.finish()
    return card


def _panel(window: MainWindow) -> QWidget:
    (one,) = window.work.desk.find(Commitment)
    window.frame.go(Subject("commitment", one.id))
    panel: QWidget = window.frame.stack.page.panel  # type: ignore[union-attr]
    return panel


FIELDS: dict[str, tuple[Field, Kept]] = {
    "aim": (
        lambda w: _card(w).aims.blocks[6].text.fields["ko"],
        lambda desk: next(a for a in desk.find(Aim) if a.number == 7).text.get("ko"),
    ),
    "preamble": (
        lambda w: _card(w).preamble.fields["ko"],
        lambda desk: desk.find(Agreement)[0].preamble.get("ko"),
    ),
    "promise": (
        lambda w: _panel(w).texts["text"].fields["ko"],  # type: ignore[attr-defined]
        lambda desk: desk.find(Commitment)[0].text.get("ko"),
    ),
}


def compose(field: QWidget, syllable: str) -> None:
    """Type a syllable that the input method has not let go of yet."""
    field.setFocus()
    assert field.hasFocus()
    QApplication.sendEvent(field, QInputMethodEvent(syllable, []))


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize("by", ["command", "page", "closing"])
def test_syllable_being_composed_is_kept(window: MainWindow, name: str, by: str) -> None:
    field, kept = FIELDS[name]
    compose(field(window), "글")
    desk, found = window.work.desk, list[str | None]()
    window.work.changed.connect(lambda _: found.append(kept(desk)))
    if by == "command":
        window.commit()
    elif by == "page":
        window.frame.show_page("overview")
    else:
        window.close()
    assert found == ["글"]


def test_undo_keeps_the_syllable_first_and_then_undoes_it(window: MainWindow) -> None:
    field, kept = FIELDS["aim"]
    compose(field(window), "글")
    window.actions_["edit.undo"].trigger()
    desk = window.work.desk
    assert (kept(desk) or "") == ""
    window.actions_["edit.redo"].trigger()
    assert kept(desk) == "글"


def test_syllable_stays_with_its_agreement_when_another_is_shown(
    window: MainWindow, three_editions: list[Edition]
) -> None:
    desk = window.work.desk
    other = draw_up(desk, three_editions[1].id, en("Other"))
    theirs = add_aim(desk, other.id, en("Theirs"))
    mine = next(a for a in desk.find(Agreement) if a.id != other.id)
    window.frame.go(Subject("agreement", mine.id))
    card = window.frame.stack.page.card  # type: ignore[union-attr]
    compose(card.aims.blocks[0].text.fields["ko"], "글")
    window.frame.go(Subject("agreement", other.id))
    mended = {aim.id: aim.text.get("ko", "") for aim in desk.find(Aim)}
    assert mended[theirs.id] == ""
    assert mended[desk.find(Aim, agreement=mine.id, number=1)[0].id] == "글"
