# SPDX-License-Identifier: MIT
"""Room in the window: nothing is cut or pushed out at 1280 pixels, whatever page was seen."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QToolButton

from forumdesk.domain.desk import Subject
from forumdesk.domain.wording import Text
from forumdesk.services.editions import add_host, add_side, add_track
from forumdesk.services.people import add_organization
from forumdesk.services.vehicles import add_vehicle
from forumdesk.ui.pages import EVERY, PAGES
from tests.ui.conftest import add_three_editions, begins_with

pytestmark = pytest.mark.gui

KINDS = ("edition", "host", "side", "room", "track", "vehicle", "session")


def add_everything(desk):
    """An edition with one of each kind of record that has a panel."""
    edition = add_three_editions(desk)[2].id
    body = add_organization(desk, Text.of(ko="협회", en="Association"), {})
    add_host(desk, edition, body.id, {})
    add_side(desk, edition, Text.of(ko="한국", en="Korea"), {})
    add_track(desk, edition, Text.of(ko="기술", en="Technology"), {})
    add_vehicle(desk, edition, Text.of(en="VIP 1"), {})
    return edition


filling = begins_with("window", add_everything)


@pytest.fixture(params=["en", "ko"])
def window(open_window, begun, desktop, request):
    if request.param != "en":
        desktop.speak(request.param)
    made = open_window()
    made.work.show_edition(begun)
    made.resize(1280, 800)
    return made


def first(window, kind):
    dossier = window.work.dossier
    records = {"room": dossier.rooms, "session": dossier.sessions, "edition": [dossier.edition]}
    records |= {"host": dossier.hosts, "side": dossier.sides, "track": dossier.tracks}
    records |= {"vehicle": dossier.vehicles}
    return records[kind][0].id


def test_parts_beside_the_page_keep_their_room_from_page_to_page(window, qtbot):
    frame = window.frame
    frame.show_page("overview")
    qtbot.waitUntil(lambda: frame.across.sizes()[2] > 0)
    before = frame.across.sizes()
    for page in ("handouts", "overview", "seating", "agenda", "handouts", "participants"):
        frame.show_page(page)
        qtbot.wait(1)
    assert frame.across.sizes() == before
    assert window.width() == 1280


def test_no_field_of_a_panel_is_cut(window, qtbot):
    window.frame.show_page("handouts")
    window.frame.show_page("overview")
    for kind in KINDS:
        window.frame.inspector.show_subject(Subject(kind, first(window, kind)))
        qtbot.wait(1)
        area = window.frame.inspector._stack.currentWidget()
        assert area.widget().minimumSizeHint().width() <= area.viewport().width(), kind
    assert window.width() == 1280


def test_all_tabs_are_seen_and_longer_words_do_not_widen_the_window(window, qtbot):
    window.frame.show_page("overview")
    qtbot.wait(1)
    tabs = window.frame.header.tabs
    last = tabs.count() - 1
    assert tabs.tabRect(last).right() <= tabs.width()
    for at in range(tabs.count()):
        tabs.setTabText(at, f"{tabs.tabText(at)}sübersicht")
    qtbot.wait(1)
    window.frame.show_page("checkin")
    qtbot.wait(1)
    assert window.width() == 1280
    assert tabs.currentIndex() == last
    assert tabs.tabRect(last).right() <= tabs.width()


def test_no_part_of_a_page_is_ever_a_window(open_window, three_editions, qtbot):
    """A part shown before it has a parent would flash up, and take the keyboard from the window."""
    window = open_window()
    window.work.show_edition(three_editions[2].id)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for kind in EVERY:
        window.frame.show_page(kind.id)
        assert window.isActiveWindow(), kind.id
        qtbot.wait(1)
        assert window.isActiveWindow(), kind.id


def test_tabs_stay_where_they_are_and_are_all_seen_on_every_page(window):
    tabs = window.frame.header.tabs
    places = set()
    for page in PAGES:
        window.frame.show_page(page.id)
        QCoreApplication.sendPostedEvents()
        places.add(tuple(tabs.tabRect(number).getRect() for number in range(tabs.count())))
        assert not any(arrow.isVisible() for arrow in tabs.findChildren(QToolButton))
    assert len(places) == 1
