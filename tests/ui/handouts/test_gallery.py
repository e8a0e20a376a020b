# SPDX-License-Identifier: MIT
"""The gallery of handouts: shelves, finding, keys, and the pictures that are made in peace."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from forumdesk.domain.agenda import Session
from forumdesk.domain.forum import Edition
from forumdesk.domain.wording import Text
from forumdesk.handouts.catalogue import HANDOUTS, SHELVES, handout
from forumdesk.services.planning import change_session
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.handouts.gallery import Gallery
from forumdesk.ui.handouts.page import HandoutsPage
from forumdesk.ui.handouts.thumbnails import SIZE
from forumdesk.ui.main_window import MainWindow

LONG = 60_000  # milliseconds: the worker loads its fonts on the first sheet


@pytest.fixture
def page(
    three_editions: list[Edition], open_window: Callable[..., MainWindow], qtbot: QtBot
) -> HandoutsPage:
    window = open_window("handouts")
    window.resize(1280, 800)
    window.work.show_edition(three_editions[2].id)
    window.frame.show_page("handouts")
    shown = window.frame.stack.page
    assert isinstance(shown, HandoutsPage)
    with qtbot.waitSignals([shown.sheet.made, shown.sheet.inspected], timeout=LONG):
        shown.show_handout("program")
    return shown


def drawn(gallery: Gallery) -> list[str]:
    cards = gallery.cards.items()
    return [name for name, card in cards if not card.thumbnail.picture.isNull()]


def seen(gallery: Gallery) -> list[str]:
    return [card.handout for card in gallery.cards.values() if not card.isHidden()]


def image(page: HandoutsPage, name: str) -> QImage:
    return page.gallery.cards[name].thumbnail.picture.toImage()


def all_in_view_are_drawn(page: HandoutsPage) -> bool:
    return set(page.gallery.in_view()) <= set(drawn(page.gallery))


def test_the_first_card_is_seen_whole_with_its_shelf(page: HandoutsPage) -> None:
    assert page.gallery.area.verticalScrollBar().value() == 0


def test_every_handout_has_a_card_under_its_shelf(page: HandoutsPage) -> None:
    heads = [(head.text(), [c.handout for c in cards]) for head, cards in page.gallery._heads]
    assert heads == [(s.title[1], [h.name for h in s.handouts]) for s in SHELVES]
    for card in page.gallery.cards.values():
        assert card.accessibleName()
        assert card.accessibleDescription()


def test_typing_leaves_what_has_the_words(page: HandoutsPage, qtbot: QtBot) -> None:
    gallery = page.gallery
    qtbot.keyClicks(gallery.field, "sign-in")
    assert seen(gallery) == ["sign-in"]
    assert [head.text() for head, _ in gallery._heads if not head.isHidden()] == [
        "For the door and the desk"
    ]
    qtbot.keyClick(gallery.field, Qt.Key.Key_Return)
    assert page.handout == "sign-in"
    qtbot.keyClick(gallery.field, Qt.Key.Key_Escape)
    assert len(seen(gallery)) == len(HANDOUTS)
    qtbot.keyClicks(gallery.field, "no such sheet")
    assert seen(gallery) == []
    assert not gallery.none.isHidden()


def test_arrows_lead_from_card_to_card_and_enter_chooses(page: HandoutsPage, qtbot: QtBot) -> None:
    gallery, window = page.gallery, page.window()
    window.activateWindow()
    gallery.field.setFocus()
    qtbot.keyClick(gallery.field, Qt.Key.Key_Down)
    assert window.focusWidget() is gallery.cards["program"]
    qtbot.keyClick(gallery.cards["program"], Qt.Key.Key_Down)
    second = HANDOUTS[1].name
    assert window.focusWidget() is gallery.cards[second]
    assert page.handout == "program"
    qtbot.keyClick(gallery.cards[second], Qt.Key.Key_Return)
    assert page.handout == second
    assert gallery.cards[second].isChecked()
    qtbot.keyClick(gallery.cards[second], Qt.Key.Key_End)
    assert window.focusWidget() is gallery.cards[HANDOUTS[-1].name]
    qtbot.keyClick(gallery.cards[HANDOUTS[-1].name], Qt.Key.Key_Home)
    qtbot.keyClick(gallery.cards["program"], Qt.Key.Key_Up)
    assert window.focusWidget() is gallery.field


def test_what_is_typed_on_a_card_is_looked_for(page: HandoutsPage, qtbot: QtBot) -> None:
    card = page.gallery.cards["program"]
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_B)
    assert page.gallery.field.text() == "b"


def test_those_in_view_get_pictures_and_others_when_they_are(
    page: HandoutsPage, qtbot: QtBot
) -> None:
    gallery = page.gallery
    qtbot.waitUntil(lambda: all_in_view_are_drawn(page), timeout=LONG)
    assert "program" in drawn(gallery)
    assert "certificates" not in drawn(gallery)
    size = gallery.cards["program"].thumbnail.picture.size()
    ratio = gallery.cards["program"].thumbnail.picture.devicePixelRatioF()
    assert SIZE.height() * ratio - 2 <= size.height() <= SIZE.height() * ratio
    gallery.area.verticalScrollBar().setValue(gallery.area.verticalScrollBar().maximum())
    last = [name for name in gallery.in_view() if not handout(name).compares]
    assert last
    qtbot.waitUntil(lambda: set(last) <= set(drawn(gallery)), timeout=LONG)


def test_a_picture_follows_the_file(page: HandoutsPage, desk: ForumFile, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: all_in_view_are_drawn(page), timeout=LONG)
    cover, agenda = image(page, "program"), image(page, "agenda")
    (opening,) = desk.find(Session, edition=page.work.edition)
    title = {"title": Text.of(en="A title that is quite a lot longer than it was", ko="길다")}
    page.work.run(change_session, opening.id, title)
    qtbot.waitUntil(lambda: image(page, "agenda") != agenda, timeout=LONG)
    assert image(page, "program") == cover  # the cover says nothing of sessions


def test_pictures_are_made_and_follow_the_file_beside_the_pack(
    page: HandoutsPage, desk: ForumFile, qtbot: QtBot
) -> None:
    page.show_pack()
    qtbot.waitUntil(lambda: all_in_view_are_drawn(page), timeout=LONG)
    before = image(page, "agenda")
    (session,) = desk.find(Session, edition=page.work.edition)
    page.work.run(change_session, session.id, {"title": Text.of(ko="폐회식", en="Closing " * 9)})
    qtbot.waitUntil(lambda: image(page, "agenda") != before, timeout=LONG)
    assert page.in_pack


def test_a_sheet_that_cannot_be_made_stays_blank_paper(page: HandoutsPage, qtbot: QtBot) -> None:
    page._options["agenda"] = replace(page._options["agenda"], room="no such room")
    others = set(page.gallery.in_view()) - {"agenda"}
    qtbot.waitUntil(lambda: set(drawn(page.gallery)) >= others, timeout=LONG)
    assert others > {"program"}
    assert "agenda" not in drawn(page.gallery)


def test_what_compares_editions_has_a_picture_only_when_it_is_read(
    page: HandoutsPage, qtbot: QtBot
) -> None:
    page.gallery.field.setText("comparison")
    page.gallery.field.setText("labels")
    qtbot.waitUntil(lambda: "labels" in drawn(page.gallery), timeout=LONG)
    assert "comparison" not in drawn(page.gallery)
