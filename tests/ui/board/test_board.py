# SPDX-License-Identifier: MIT
"""What the board shows: days, blocks, marks, empty states, and the views of the agenda."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from forumdesk.domain.agenda import Role, Session, SessionStatus
from forumdesk.domain.desk import Subject
from forumdesk.domain.forum import Edition, Room
from forumdesk.domain.people import Names, Person, full_name
from forumdesk.domain.wording import Text
from forumdesk.services.parts import add_part_by_name
from forumdesk.services.planning import add_session, change_session, remove_session
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.agenda.page import AgendaPage
from forumdesk.ui.agenda.switch import BOARD, LIST, PAGE
from forumdesk.ui.board.faces import face_of
from forumdesk.ui.main_window import MainWindow
from tests.ui.board.conftest import DAY, NEXT, OnBoard


def said(on: OnBoard) -> list[str]:
    """What the blocks on the board say, in order of time."""
    blocks = sorted(on.board.canvas.made.values(), key=lambda made: made.block.starts)
    return [made.accessibleName() for made in blocks]


def test_each_session_is_a_widget_that_says_title_time_and_room(on: OnBoard) -> None:
    assert said(on) == [
        "Opening ceremony, 09:00–09:40, All rooms, Opening, Draft",
        "Alpha, 10:00–11:00, A, Panel, Draft",
        "Beta, 10:30–11:30, B, Panel, Draft",
        "Gamma, 12:00–12:30, C, Panel, Draft",
    ]
    policies = {made.focusPolicy() for made in on.board.canvas.made.values()}
    assert policies == {Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus}


def test_a_face_says_titles_in_both_languages_items_and_what_was_found(on: OnBoard) -> None:
    opening = on.session("Opening ceremony")
    fields = {"title": Text.of(en="Welcome"), "starts": datetime(2026, 6, 27, 9, 5)}
    on.page.work.run(add_session, opening.edition, fields, parent=opening.id)
    on.page.work.run(change_session, opening.id, {"status": SessionStatus.CONFIRMED})
    on.page.work.check()
    dossier, words = on.page.work.dossier, on.page.work.words
    assert dossier is not None
    found = [p for p in on.page.work.problems if p.subject.id == opening.id]
    face = face_of(dossier, dossier.session[opening.id], words, found)
    assert face.titles == ("Opening ceremony", "개회식")
    assert (face.time, face.word, face.off) == ("09:00–09:40", "Opening", "")
    assert face.items == ("09:05 Welcome",)
    assert face.found == found[0].phrase.said(words)
    block = on.board.canvas.block_of(opening.id)
    assert block is not None
    assert face == block.face
    assert block.accessibleDescription() == "\n".join(p.phrase.said(words) for p in found)


def test_only_what_changed_is_drawn_anew(on: OnBoard) -> None:
    before = {key: made.picture().cacheKey() for key, made in on.board.canvas.made.items()}
    widgets = dict(on.board.canvas.made)
    alpha = on.session("Alpha")
    on.page.work.run(change_session, alpha.id, {"title": Text.of(en="Omega")})
    assert dict(on.board.canvas.made) == widgets
    changed = {
        key[0]
        for key, made in on.board.canvas.made.items()
        if made.picture().cacheKey() != before[key]
    }
    assert changed == {alpha.id}


def test_a_removed_session_leaves_the_board_and_comes_back_undone(on: OnBoard) -> None:
    on.choose("Alpha")
    on.page.work.run(remove_session, on.session("Alpha").id)
    assert [line.split(",")[0] for line in said(on)] == ["Opening ceremony", "Beta", "Gamma"]
    assert on.current() == ""
    on.desk.undo()
    on.board.canvas.populate(on.board.view.part())
    assert len(said(on)) == 4


def test_cancelled_and_locked_sessions_say_so(on: OnBoard) -> None:
    alpha = on.session("Alpha")
    with on.desk.step("Both"):
        on.desk.put(replace(alpha, locked=True, status=SessionStatus.CANCELLED))
    assert said(on)[1] == "Alpha, 10:00–11:00, A, Panel, Cancelled, locked"
    block = on.board.canvas.block_of(alpha.id)
    assert block is not None
    assert (block.face.cancelled, block.face.locked, block.face.off) == (True, True, "Cancelled")


def test_other_days_are_shown_and_sessions_found_on_them(on: OnBoard) -> None:
    on.page.show_day(NEXT)
    assert said(on) == []
    assert on.board.nothing.isVisible()
    assert on.page.select(Subject("session", on.session("Beta").id))
    assert (on.board.day, on.current()) == (DAY, "Beta")
    assert not on.board.nothing.isVisible()
    block = on.board.canvas.block_of(on.session("Beta").id)
    assert block is not None
    assert on.board.view.part().contains(block.geometry())


@pytest.mark.parametrize("above", [True, False])
def test_a_session_is_brought_into_view_whole(on: OnBoard, above: bool) -> None:
    on.board.step_zoom(1)
    bar = on.board.view.verticalScrollBar()
    bar.setValue(bar.maximum() if above else bar.minimum())
    assert on.page.select(Subject("session", on.session("Beta").id))
    block = on.board.canvas.block_of(on.session("Beta").id)
    assert block is not None
    top = block.geometry().top() - bar.value()
    assert 0 <= top <= on.board.view.height() - block.height()


def test_an_item_is_found_in_its_session(on: OnBoard) -> None:
    fields = {"title": Text.of(en="Welcome")}
    alpha = on.session("Alpha")
    made = on.page.work.run(add_session, alpha.edition, fields, parent=alpha.id)
    assert made is not None
    assert on.page.select(Subject("session", made.id))
    assert on.current() == "Alpha"


def test_the_cursor_comes_along_from_view_to_view(on: OnBoard) -> None:
    on.choose("Beta")
    on.page.show_view(LIST)
    assert on.page.table.current_session() == on.session("Beta").id
    on.page.table.select_session(on.session("Gamma").id)
    on.page.show_view(BOARD)
    assert on.current() == "Gamma"
    on.page.show_view(PAGE)
    on.page.show_paper(False)
    assert on.page.on_board


def test_view_zoom_and_place_are_remembered(on: OnBoard) -> None:
    on.choose("Beta")
    on.board.set_zoom(30)
    assert on.page.place() == {
        "day": DAY.isoformat(),
        "session": on.session("Beta").id,
        "as": "",
        "zoom": "30",
    }
    other = AgendaPage(on.page.work)
    assert on.page.work.dossier is not None
    other.show_edition(on.page.work.dossier)
    other.restore({**on.page.place(), "as": BOARD})
    assert (other.view, other.board.zoom) == (BOARD, 30)
    assert other.board.current_session() == on.session("Beta").id
    other.restore({"day": "", "as": LIST})
    assert other.view == LIST
    other.deleteLater()


@pytest.mark.parametrize("gone", ["rooms", "times"])
def test_without_rooms_or_times_the_list_comes_first(
    gone: str,
    three_editions: list[Edition],
    open_window: Callable[[], MainWindow],
    desk: ForumFile,
) -> None:
    edition = three_editions[2]
    with desk.step("Less"):
        for record in desk.find(Room if gone == "rooms" else Session, edition=edition.id):
            desk.remove(type(record), record.id)
    window = open_window()
    window.work.show_edition(edition.id)
    window.frame.show_page("agenda")
    page = window.frame.stack.page
    assert isinstance(page, AgendaPage)
    assert page.view == LIST
    page.show_view(BOARD)
    assert page.board.canvas.table is not None
    assert len(page.board.canvas.table.columns) == 1


def test_without_dates_the_board_leads_to_them(on: OnBoard, qtbot: QtBot) -> None:
    edition = on.desk.get(Edition, on.page.work.edition)
    with on.desk.step("No dates"):
        on.desk.put(replace(edition, first_day=None, last_day=None))
        for session in on.desk.find(Session, edition=edition.id):
            on.desk.put(replace(session, starts=None))
    nothing = on.board.nothing
    assert (nothing.isVisible(), nothing.head.text()) == (True, "No dates yet")
    assert on.board.tray.isVisible()
    with qtbot.waitSignal(on.page.work.wanted) as heard:
        nothing.button.click()
    assert heard.args == [Subject("edition", edition.id, "first_day")]


def test_a_room_typed_on_an_empty_board_becomes_a_column(on: OnBoard) -> None:
    for session in on.desk.find(Session, edition=on.page.work.edition):
        on.page.work.run(remove_session, session.id)
    with on.desk.step("No rooms"):
        for room in on.desk.find(Room, edition=on.page.work.edition):
            on.desk.remove(Room, room.id)
    assert on.board.nothing.head.text() == "No rooms yet"
    QTest.keyClicks(on.board.nothing.room, "Hall")
    QTest.keyClick(on.board.nothing.room, Qt.Key.Key_Return)
    assert on.board.heads.name(0) == "Hall"
    assert on.board.nothing.head.text() == "No sessions on this day yet"
    on.board.nothing.button.click()
    QTest.keyClicks(on.board.naming.line, "First")
    QTest.keyClick(on.board.naming.line, Qt.Key.Key_Return)
    assert on.placed("First") == "27 09:00-09:30"


def test_the_time_now_is_a_line_on_the_day_itself(
    on: OnBoard, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Noon in New York, where the edition is, on its first and then on its second day.
    for day, shown in ((27, True), (28, False)):
        noon = datetime(2026, 6, day, 16, tzinfo=UTC)
        monkeypatch.setattr(on.desk, "now", lambda noon=noon: noon)
        on.page.show_day(date(2026, 6, 27))
        assert on.board.now.isVisible() is shown
        assert on.board.rail.now == (12 * 60 if shown else None)


def test_rooms_stay_in_view_and_are_picked_by_their_heads(on: OnBoard, qtbot: QtBot) -> None:
    assert [on.board.heads.name(n) for n in range(3)] == ["A", "B", "C"]
    rooms = on.desk.find(Room, edition=on.page.work.edition)
    with qtbot.waitSignal(on.page.selected) as heard:
        middle = QPoint(on.at(1, "9:00").x(), 10)
        QTest.mouseClick(on.board.heads, Qt.MouseButton.LeftButton, pos=middle)
    assert heard.args == [Subject("room", rooms[1].id)]
    on.board.view.verticalScrollBar().setValue(300)
    assert on.board.rail.offset == on.board.view.verticalScrollBar().value()


def test_a_file_that_is_only_read_can_be_looked_at(
    on: OnBoard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(on.page.work), "editable", property(lambda self: False))
    steps = on.steps()
    on.pull(on.at(0, "10:30"), on.at(2, "14:00"))
    on.choose("Alpha")
    on.press(Qt.Key.Key_Return)
    assert not on.board.naming.line.isVisible()
    assert on.steps() == steps


def test_colours_change_while_it_is_shown(on: OnBoard) -> None:
    def fill() -> str:
        block = on.board.canvas.block_of(on.session("Alpha").id)
        assert block is not None
        image = block.picture().toImage()
        return image.pixelColor(image.width() // 2, image.height() - 6).name()

    light = fill()
    look = on.page.work.look
    assert light == look.tokens.talk.fill
    look.choose(type(look.appearance).DARK)
    assert fill() == look.tokens.talk.fill != light


@pytest.mark.parametrize(
    ("width", "expected"),
    [(1700, "word grid tabs"), (700, "grid tabs"), (600, "tabs"), (420, "")],
)
def test_the_bar_gives_way_where_it_is_narrow(
    width: int, expected: str, on: OnBoard, qtbot: QtBot
) -> None:
    edition = on.desk.get(Edition, on.page.work.edition)
    with on.desk.step("Four days"):
        on.desk.put(replace(edition, last_day=date(2026, 6, 30)))
    bar, tab = on.page.bar, on.page.days.tab(date(2026, 6, 30))
    assert tab is not None
    assert tab.text() == "Tue 30"
    bar.parentWidget().layout().removeWidget(bar)  # type: ignore[union-attr]
    bar.resize(width, 44)
    qtbot.waitUntil(lambda: bar.width() == width)
    parts = {
        "word": bool(bar.new.text()),
        "grid": not bar.zoom.isHidden(),
        "tabs": not tab.isHidden(),
    }
    assert " ".join(name for name, shown in parts.items() if shown) == expected


def test_a_face_follows_what_stands_in_its_session_and_who_is_called_how(on: OnBoard) -> None:
    def face() -> tuple[str, tuple[str, ...]]:
        block = on.board.canvas.block_of(on.session("Alpha").id)
        assert block is not None
        return block.face.names, block.face.items

    run, alpha = on.page.work.run, on.session("Alpha")
    assert face() == ("", ())
    run(add_part_by_name, alpha.id, "Jane Doe", Role.PRESENTS)
    assert face() == ("Jane Doe", ())
    item = run(add_session, alpha.edition, {"title": Text.of(en="One")}, parent=alpha.id)
    assert item is not None
    run(add_part_by_name, item.id, "John Roe", Role.PRESENTS)
    assert face() == ("Jane Doe", ("One — John Roe",))
    (jane,) = (p for p in on.desk.find(Person) if full_name(p, "en") == "Jane Doe")
    with on.desk.step("Rename"):
        names = {script: replace(name, given="Joan") for script, name in jane.names.items()}
        on.desk.put(replace(jane, names=Names.of(names)))
    assert face()[0] == "Joan Doe"


def test_what_was_chosen_in_another_edition_is_chosen_no_more(
    on: OnBoard, three_editions: list[Edition]
) -> None:
    on.choose("Alpha", "Beta")
    frame, work = on.page.window().frame, on.page.work  # type: ignore[attr-defined]
    frame.show_page("overview")
    work.show_edition(three_editions[0].id)
    assert on.page.chosen == []
    frame.show_page("agenda")
    assert on.chosen() == []
    frame.show_page("overview")
    work.show_edition(three_editions[2].id)
    frame.show_page("agenda")
    assert on.placed("Alpha") == "27 10:00-11:00 A"
