# SPDX-License-Identifier: MIT
"""Problems are put right or accepted: under the page, in the inspector, from menus, by keyboard."""

from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton

from forumdesk.domain.agenda import Part, Session
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.people import Invitation, Participation
from forumdesk.domain.versions import Acknowledgement
from forumdesk.domain.wording import Text
from forumdesk.domain.words import Phrase, words_in
from forumdesk.services.planning import add_session, change_session
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.main_window import MainWindow
from forumdesk.ui.palette import Palette
from forumdesk.ui.problems import ROW, WRAPPED, ProblemList, ProblemTable
from forumdesk.ui.remedies import add_remedies, problems_in
from tests.ui.test_frame_parts import twice_at_once

pytestmark = pytest.mark.gui


@pytest.fixture
def edition(three_editions):
    return three_editions[2]


@pytest.fixture
def speech(desk, edition):
    """An item that lasts longer than the session it is in."""
    (opening,) = desk.find(Session, edition=edition.id)
    fields = {
        "title": Text.of(ko="인사말", en="Greetings"),
        "starts": datetime(2026, 6, 27, 9, 20),
        "minutes": 30,
    }
    return add_session(desk, edition.id, fields, parent=opening.id)


@pytest.fixture
def window(open_window, speech):
    opened = open_window()
    opened.work.check()
    return opened


def mark(window, kind):
    """Put the cursor of the strip on a problem of a kind."""
    strip = window.frame.problems
    row = next(n for n, p in enumerate(strip.model.problems) if p.kind == kind)
    strip.table.selectRow(row)
    return strip.model.problems[row]


def kinds(window):
    window.work.check()
    return {p.kind for p in window.work.problems if not p.acknowledged}


def texts(menu):
    return [action.text() for action in menu.actions() if action.text()]


def test_the_strip_offers_the_fix_of_the_problem_marked(window, desk, speech, messages):
    strip = window.frame.problems
    assert not strip.fix.isVisible()
    mark(window, "outside-parent")
    assert strip.fix.isVisible()
    assert strip.fix.text() == "Let “Opening ceremony” last until 09:50"
    strip.fix.click()
    (opening,) = desk.find(
        Session,
        parent=None,
        title=Text.of(ko="개회식", en="Opening ceremony"),
        edition=window.work.edition,
    )
    assert opening.minutes == 50
    assert messages.said == ["Done: Let “Opening ceremony” last until 09:50"]
    assert "outside-parent" not in kinds(window)
    assert window.work.bridge.undo_text(window.work.words).startswith("&Undo: Change the length")
    window.undo()
    assert "outside-parent" in kinds(window)
    assert desk.get(Session, speech.parent).minutes == 40


def test_a_problem_without_a_fix_can_only_be_accepted(window, desk, edition):
    desk_change = {"title": Text.of(en="Only English")}
    change_session(desk, desk.find(Session, edition=edition.id)[0].id, desk_change)
    window.work.check()
    mark(window, "missing-translation")
    strip = window.frame.problems
    assert not strip.fix.isVisible()
    assert strip.accept.isEnabled()


def test_the_mark_stays_on_its_problem_when_others_come(window, desk, edition):
    known = mark(window, "outside-parent")
    fields = {"title": Text.of(ko="가", en="Early"), "starts": datetime(2026, 6, 1, 8)}
    add_session(desk, edition.id, fields)
    window.work.check()
    strip = window.frame.problems
    assert len(strip.model.problems) > 1
    assert strip.marked() == known


def test_an_accepted_problem_comes_back_when_its_facts_change(window, desk, speech, messages):
    mark(window, "outside-parent")
    messages.answers = ["They will be brief"]
    strip = window.frame.problems
    strip.accept.click()
    assert "outside-parent" not in kinds(window)
    strip.accepted.click()
    mark(window, "outside-parent")
    said = strip.table.currentIndex().siblingAtColumn(1).data()
    assert said.endswith("(09:00–09:40). Accepted: They will be brief")
    change_session(desk, speech.id, {"minutes": 45})
    assert "outside-parent" in kinds(window)
    change_session(desk, speech.id, {"minutes": 30})
    assert "outside-parent" not in kinds(window)


def test_the_inspector_puts_right_what_is_wrong_with_its_session(window, desk, speech, qtbot):
    window.frame.go(Subject("session", speech.id))
    panel, _ = window.frame.inspector._panels["session"]
    acts = [b for b in panel.found.findChildren(QPushButton) if b.isVisible()]
    assert [b.accessibleName() or b.text() for b in acts] == [
        "Let “Opening ceremony” last until 09:50",
        "Acce&pt…",
    ]
    acts[0].setFocus()
    qtbot.keyClick(acts[0], Qt.Key.Key_Space)
    window.work.check()
    assert not panel.found.isVisible()
    assert desk.get(Session, speech.parent).minutes == 50


def test_tab_goes_from_what_is_wrong_to_the_fields(window, speech, qtbot):
    window.frame.go(Subject("session", speech.id))
    panel, _ = window.frame.inspector._panels["session"]
    fix, accept = panel.found.findChildren(QPushButton)
    window.activateWindow()
    fix.setFocus()
    qtbot.keyClick(fix, Qt.Key.Key_Tab)
    assert accept.hasFocus()
    qtbot.keyClick(accept, Qt.Key.Key_Tab)
    assert panel.times.fields["starts"].hasFocus()


def test_the_inspector_accepts_what_is_all_right(window, desk, speech, messages):
    window.frame.go(Subject("session", speech.id))
    panel, _ = window.frame.inspector._panels["session"]
    messages.answers = [None, "They will be brief"]
    accept = panel.found.findChildren(QPushButton)[-1]
    accept.click()
    accept.click()
    assert [a.reason for a in desk.find(Acknowledgement)] == ["They will be brief"]


def test_problems_of_parts_are_those_of_their_session(window, desk, edition):
    _, second, guest = twice_at_once(desk, edition)
    with desk.step("Declined"):
        desk.put(replace(desk.get(Participation, guest.id), status=Invitation.DECLINED))
    window.work.check()
    found = problems_in(window.work, second.id)
    assert "declined" in {p.kind for p in found}
    assert all(p.subject.kind == "part" or p.subject.id == second.id for p in found)
    assert problems_in(window.work, "gone") == []


def test_a_menu_has_every_remedy_under_its_problem(window, speech):
    menu = QMenu(window)
    add_remedies(menu, window.work, problems_in(window.work, speech.id))
    said, *acts = [a for a in menu.actions() if a.text()]
    assert not said.isEnabled()
    assert said.text().startswith("“Greetings” (09:20–09:50) is outside")
    assert [a.text() for a in acts] == ["Let “Opening ceremony” last until 09:50", "Acce&pt…"]


def test_remedies_are_asked_for_by_keyboard(window, desk, speech, qtbot):
    window.frame.go(Subject("session", speech.id))
    window.actions_["edit.remedies"].trigger()
    (menu,) = window.frame.problems.findChildren(QMenu)
    assert menu.activeAction().text() == "Let “Opening ceremony” last until 09:50"
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert desk.get(Session, speech.parent).minutes == 50


def test_the_strip_has_a_menu_of_its_line(window, speech):
    mark(window, "outside-parent")
    window.frame.problems._menu(window.mapToGlobal(window.rect().center()))
    (menu,) = window.frame.problems.findChildren(QMenu)
    assert texts(menu)[1:] == ["Let “Opening ceremony” last until 09:50", "Acce&pt…"]
    menu.close()


def test_where_there_is_no_problem_the_window_says_so(window, desk, three_editions, messages):
    strip = window.frame.problems
    assert strip.remedies(Subject("edition", window.work.edition)) is None
    assert messages.said == ["There is no problem here."]


def test_problems_are_gone_through_by_keyboard(window, desk, edition):
    fields = {"title": Text.of(ko="가", en="Early"), "starts": datetime(2026, 6, 1, 8)}
    early = add_session(desk, edition.id, fields)
    window.work.check()
    count = len(window.frame.problems.model.problems)
    seen = []
    for _ in range(count + 1):
        window.actions_["edit.next-problem"].trigger()
        seen.append(window.frame.problems.marked())
    assert set(seen[:count]) == set(window.work.problems)
    assert seen[count] == seen[0]
    assert early.id in {p.subject.id for p in seen}


def test_the_palette_finds_fixes_in_either_language(window, desk, speech):
    palette = Palette(window, window.work, window.actions_)
    palette.look_for("last until")
    (entry,) = palette.shown
    assert (entry.text, entry.kind) == ("Let “Opening ceremony” last until 09:50", "fix")
    palette.look_for("개회식 09:50")
    assert [e.text for e in palette.shown] == [entry.text]
    entry.run()
    assert desk.get(Session, speech.parent).minutes == 50


def test_nothing_is_put_right_in_a_file_that_is_only_read(desk, desktop, messages, speech):
    desk.close()
    with ForumFile.open(desk.path, read_only=True) as file:
        window = MainWindow(file, desktop, messages=messages)
        window.show()
        window.work.check()
        mark(window, "outside-parent")
        assert not window.frame.problems.fix.isEnabled()
        assert not window.frame.problems.accept.isEnabled()
        assert not window.actions_["edit.remedies"].isEnabled()
        menu = QMenu(window)
        add_remedies(menu, window.work, problems_in(window.work, speech.id))
        assert not any(a.isEnabled() for a in menu.actions() if a.text())
        window.frame.go(Subject("session", speech.id))
        panel, _ = window.frame.inspector._panels["session"]
        assert not any(b.isEnabled() for b in panel.found.findChildren(QPushButton))
        window.close()


def test_a_fix_that_no_longer_fits_is_refused_in_words(window, desk, speech, messages):
    problem = mark(window, "outside-parent")
    (fix,) = problem.fixes
    with desk.step("Gone"):
        for part in desk.find(Part):
            desk.remove(Part, part.id)
        for item in desk.find(Session, parent=speech.parent):
            desk.remove(Session, item.id)
        desk.remove(Session, speech.parent)
    window.frame.problems.fix.click()
    assert fix.service == "planning.change_session"
    assert len(messages.refused) == 1
    assert messages.said == []


def test_a_long_finding_before_printing_is_told_whole(qtbot, look):
    words = words_in("en")
    said = "“Opening Remarks” names an organization, but no person, for one of its parts. " * 2
    problems = tuple(
        Problem("kind", Severity.NOTE, Subject("session", str(n)), Phrase.of(text))
        for n, text in enumerate((said, "Short."))
    )
    model = ProblemList(words, look)
    table = ProblemTable(model, "Before printing", wraps=True)
    qtbot.addWidget(table)
    table.resize(480, 200)
    table.show()
    model.replace(problems)
    assert table.rowHeight(1) == ROW
    line = table.fontMetrics().horizontalAdvance(said)
    assert table.rowHeight(0) >= table.fontMetrics().height() * (line // table.columnWidth(1))
    wide = table.rowHeight(0)
    table.resize(2400, 200)
    assert table.rowHeight(0) < wide
    many = tuple(replace(problems[0], facts=str(n)) for n in range(WRAPPED + 1))
    model.replace(many)
    assert table.rowHeight(0) == ROW
