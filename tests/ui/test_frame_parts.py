# SPDX-License-Identifier: MIT
"""Sidebar, problems, history, palette, banners, status: each part of the frame."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from forumdesk.domain.agenda import Part, Role, Session
from forumdesk.domain.desk import Severity
from forumdesk.domain.forum import Edition, Series
from forumdesk.domain.people import Invitation, Name, Names, Participation, Person, Script
from forumdesk.domain.versions import Acknowledgement
from forumdesk.domain.wording import Text
from forumdesk.services.editions import change_edition
from forumdesk.ui.history import History
from forumdesk.ui.messages import Banner
from forumdesk.ui.palette import Entry, Palette, found, initials

pytestmark = pytest.mark.gui


@pytest.fixture
def window(open_window, three_editions):
    return open_window()


def twice_at_once(desk, edition):
    """A person in two places: one error."""
    with desk.step("Set up"):
        first = desk.find(Session, edition=edition.id)[0]
        second = replace(first, id=desk.new_id(), title=Text.of(ko="둘째", en="Second"))
        names = Names.of({Script.HANGUL: Name("홍", "길동"), Script.LATIN: Name("Hong", "Gildong")})
        person = Person(desk.new_id(), names)
        guest = Participation(desk.new_id(), edition.id, person.id, status=Invitation.ACCEPTED)
        parts = [Part(desk.new_id(), s.id, guest.id, Role.CHAIRS) for s in (first, second)]
        for record in (second, person, guest, *parts):
            desk.put(record)
    return first, second, guest


def test_sidebar_lists_series_and_editions(window, qtmodeltester):
    model = window.frame.sidebar.model
    qtmodeltester.check(model)
    lines = [(line.text, line.year) for line in model.lines]
    assert lines == [
        ("Semiconductor Forum", ""),
        ("3rd · Washington", "2026"),
        ("2nd · Washington", "2025"),
        ("1st · Washington", "2024"),
        ("Directory", ""),
        ("People", ""),
        ("Organizations", ""),
        ("Agreements", ""),
        ("Commitments", ""),
        ("Terms", ""),
    ]
    # The heading over editions leads to the page of their series, the other nowhere.
    assert model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.flags(model.index(4)) == Qt.ItemFlag.NoItemFlags
    spoken = model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "3rd · Washington, 2026, Planned"


def test_sidebar_holds_thirty_editions_and_follows_changes(open_window, desk):
    with desk.step("Set up"):
        series = Series(desk.new_id(), Text.of(en="Long Series"))
        desk.put(series)
        for number in range(1, 31):
            desk.put(Edition(desk.new_id(), series.id, number))
    window = open_window()
    assert len(window.frame.sidebar.editions()) == 30
    newest = window.work.edition
    change_edition(desk, newest, {"city": Text.of(en="Busan")})
    assert window.frame.sidebar.model.lines[1].text == "30th · Busan"
    current = window.frame.sidebar.list.currentIndex()
    assert window.frame.sidebar.model.lines[current.row()].edition == newest


def test_editions_are_stepped_through_by_keyboard(window, three_editions):
    window.actions_["view.previous-edition"].trigger()
    assert window.work.edition == three_editions[1].id
    window.actions_["view.next-edition"].trigger()
    window.actions_["view.next-edition"].trigger()
    assert window.work.edition == three_editions[2].id


def test_problems_are_listed_and_lead_to_their_place(window, desk, three_editions, qtmodeltester):
    twice_at_once(desk, three_editions[2])
    window.work.check()
    strip = window.frame.problems
    qtmodeltester.check(strip.model)
    errors = [p for p in strip.model.problems if p.severity is Severity.ERROR]
    assert [p.kind for p in errors] == ["person-in-two-places"]
    assert strip.isVisible()
    assert strip.head.text() == window.status.problems.text()
    wanted = []
    window.work.wanted.connect(wanted.append)
    strip.table.selectRow(0)
    strip.table.setFocus()
    strip.table._go(strip.model.index(0, 1))
    assert wanted == [strip.model.problems[0].subject]
    desk.undo()
    window.work.check()
    assert not strip.isVisible()
    assert window.status.problems.text() == "No problems"


def test_checks_run_by_themselves_after_a_step(window, desk, three_editions, qtbot):
    twice_at_once(desk, three_editions[2])
    # A look begun before the step may come in first.
    qtbot.waitUntil(lambda: "person-in-two-places" in {p.kind for p in window.work.problems})


def test_accepted_problems_are_out_of_the_way(window, desk, three_editions):
    twice_at_once(desk, three_editions[2])
    window.work.check()
    problem = next(p for p in window.work.problems if p.kind == "person-in-two-places")
    with desk.step("Accept"):
        desk.put(
            Acknowledgement(
                desk.new_id(),
                window.work.edition,
                problem.kind,
                str(problem.subject),
                "both know",
                problem.facts,
            )
        )
    window.work.check()
    strip = window.frame.problems
    assert "person-in-two-places" not in {p.kind for p in strip.model.problems}
    strip.accepted.click()
    assert "person-in-two-places" in {p.kind for p in strip.model.problems}


def test_history_goes_back_and_forward(window, desk, three_editions, qtmodeltester):
    edition = three_editions[2].id
    for city in ("Seoul", "Busan", "Jeju"):
        change_edition(desk, edition, {"city": Text.of(en=city)})
    history = History(window, window.work)
    qtmodeltester.check(history.model)
    assert len(history.model.entries) == 4
    assert not history.go.isEnabled()
    history.list.setCurrentIndex(history.model.index(2))
    history.go_to_marked()
    assert desk.get(Edition, edition).city == Text.of(en="Seoul")
    assert [e.undone for e in history.model.entries] == [True, True, False, False]
    assert history.model.data(history.model.index(0)).endswith("(undone)")
    history.list.setCurrentIndex(history.model.index(0))
    assert history.go.text() == "&Go forward to this step"
    history.go_to_marked()
    assert desk.get(Edition, edition).city == Text.of(en="Jeju")


def test_history_hears_of_new_steps(window, desk, three_editions):
    history = History(window, window.work)
    change_edition(desk, three_editions[2].id, {"city": Text.of(en="Seoul")})
    assert len(history.model.entries) == 2


def entry(*keys):
    return Entry(keys[0], "", keys, lambda: None)


@pytest.mark.parametrize(
    ("typed", "finds"),
    [
        ("undo", ["Undo"]),
        ("되돌", ["Undo"]),
        ("ㅂㄷㅊ", ["반도체 포럼"]),
        ("포럼 반도", ["반도체 포럼"]),
        ("forum semi", ["반도체 포럼"]),
        ("ÉLAN", ["élan"]),
        ("%", []),
        ("", []),
    ],
)
def test_the_palette_finds_in_either_language(typed, finds):
    entries = [
        entry("Undo", "되돌리기"),
        entry("반도체 포럼", "Semiconductor Forum"),
        entry("élan"),
    ]
    assert [e.text for e in found(typed, entries)] == finds


def test_what_begins_with_the_typed_comes_first():
    entries = [entry("The agenda"), entry("Agenda")]
    assert [e.text for e in found("agenda", entries)] == ["Agenda", "The agenda"]


def test_initials_of_a_text():
    assert initials("반도체 a1") == "ㅂㄷㅊ a1"


def test_the_palette_is_worked_by_keyboard_alone(window, desk, three_editions, qtbot):
    twice_at_once(desk, three_editions[2])
    palette = Palette(window, window.work, window.actions_)
    qtbot.keyClicks(palette.field, "1st semi")
    assert [e.text for e in palette.shown] == ["1st Semiconductor Forum"]
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.work.edition == three_editions[0].id


def test_the_palette_finds_people_and_sessions(window, desk, three_editions):
    _, second, guest = twice_at_once(desk, three_editions[2])
    wanted = []
    window.work.wanted.connect(wanted.append)
    palette = Palette(window, window.work, window.actions_)
    for typed in ("ㅎㄱㄷ", "둘째"):
        palette.look_for(typed)
        palette.shown[0].run()
    assert [(s.kind, s.id) for s in wanted] == [
        ("participation", guest.id),
        ("session", second.id),
    ]


def test_arrows_move_through_what_is_found(window, qtbot):
    palette = Palette(window, window.work, window.actions_)
    palette.look_for("")
    for key, row in (
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_PageDown, min(11, palette.list.count() - 1)),
    ):
        qtbot.keyClick(palette.field, key)
        assert palette.list.currentRow() == row
    palette.look_for("zzzz")
    assert palette.none.isVisibleTo(palette)
    palette.choose()


def test_a_banner_is_replaced_by_its_key_and_closed(window):
    area, done = window.frame.banners, []
    area.show_banner(Banner("a", "First", "warning", (("Do it", lambda: done.append(1)),)))
    area.show_banner(Banner("b", "Second", "danger", lasting=True))
    area.show_banner(Banner("a", "Third"))
    assert {b.text for b in area.shown.values()} == {"Second", "Third"}
    for closer in area.findChildren(QToolButton):
        closer.click()
    assert set(area.shown) == {"b"}


def test_what_a_banner_offers_is_done(window, qtbot):
    area, done = window.frame.banners, []
    area.show_banner(Banner("a", "First", "warning", (("Do it", lambda: done.append(1)),)))
    button = next(b for b in area.findChildren(type(window.status.problems)) if b.text() == "Do it")
    button.click()
    assert done == [1]


def test_status_tells_when_saved_and_how_much(window, desk, three_editions):
    assert window.status.counts.text() == "1 session · 1 room · 0 participants"
    later = desk.history(1)[0].at + timedelta(minutes=1)
    desk.now = lambda: later
    change_edition(desk, three_editions[2].id, {"city": Text.of(en="Seoul")})
    assert window.status.saved.text().startswith("Saved ")
    window.show_line("Done.")
    assert window.status.passing.text() == "Done."


def test_parts_of_the_window_are_put_away_and_stay_so(window, open_window, desktop):
    window.actions_["view.sidebar"].trigger()
    assert not window.frame.sidebar.isVisible()
    assert desktop.settings.choices.hidden == ("sidebar",)
    window.actions_["view.sidebar"].trigger()
    assert window.frame.sidebar.isVisible()
