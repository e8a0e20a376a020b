# SPDX-License-Identifier: MIT
"""Last year's forum, the next one made of it, changed, printed, published, changed, corrected."""

import json
from collections.abc import Callable
from datetime import timedelta

from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from forumdesk.domain.agenda import Session
from forumdesk.domain.desk import Subject
from forumdesk.domain.people import Invitation
from forumdesk.domain.succession.choices import Answer
from forumdesk.domain.succession.plan import Module
from forumdesk.domain.wording import Text
from forumdesk.services.planning import change_session, retime_session
from forumdesk.ui.handouts.page import HandoutsPage
from forumdesk.ui.main_window import MainWindow
from forumdesk.ui.program import Program
from forumdesk.ui.session.panel import SessionPanel
from forumdesk.ui.succession.dialog import NextDialog
from tests.journeys.test_to_the_printed_program import LONG, only_window
from tests.journeys.test_versions import command, edition_of, page_of, printed, publish
from tests.ui.conftest import Recorded

__all__ = ["command"]
TITLE = "4th Korea–U.S. Semiconductor Cooperation Forum"


def prepared(window: MainWindow, qtbot: QtBot) -> None:
    """The next edition, one office of the last one changed and the review in its old place."""
    window.actions_["forum.next-edition"].trigger()
    (dialog,) = window.findChildren(NextDialog)
    qtbot.waitUntil(lambda: dialog.is_planned, timeout=LONG)
    dialog.list.setCurrentIndex(dialog.modules.index(list(Module).index(Module.PEOPLE), 0))
    people = dialog.view(Module.PEOPLE).people
    assert people is not None
    people.table.selectRow([line.cells[0] for line in people.model.lines].index("Moon Sung-ho"))
    people.answer.committed.emit(Answer.LEFT)
    qtbot.waitUntil(lambda: dialog.is_planned, timeout=LONG)
    looked = next(s for s in dialog.last.program if "Since the Last Forum" in s.title["en"])
    dialog.choose(review_in=looked.id)
    qtbot.waitUntil(lambda: dialog.is_planned, timeout=LONG)
    assert dialog.told.isHidden() or "no time yet" not in dialog.told.text()
    dialog.prepare()
    qtbot.waitUntil(lambda: edition_of(window).edition.number == 4, timeout=LONG)


def test_the_next_forum_is_made_of_the_last(
    program: Program,
    open_sample: Callable[[], None],
    messages: Recorded,
    qtbot: QtBot,
    command: Callable[[str], Callable[..., str]],
) -> None:
    open_sample()
    window = only_window(program)
    window.work.show_edition(window.frame.sidebar.editions()[0])
    work, folder = window.work, window.work.desk.path.parent
    last = edition_of(window)

    # The next edition: everybody proposed, nobody invited, one seat without its person.
    prepared(window, qtbot)
    of = edition_of(window)
    assert of.title["en"] == TITLE
    assert {p.status for p in of.participations} == {Invitation.PROPOSED}
    assert sum(p.person is None for p in of.participations) == 3
    assert len(of.reviews) == len({review.commitment for review in of.reviews}) == 8

    # Changes; and how it was the last time is a click away.
    looked = next(s for s in of.program if of.items_of(s) and "Progress" in s.title["en"])
    title = Text.of(ko="지난 포럼 이후 1년", en="One Year On")
    work.run(change_session, looked.id, {"title": title})
    work.go(Subject("session", looked.id))
    (panel,) = window.frame.inspector.findChildren(SessionPanel)
    assert panel.last_time.line.accessibleName().startswith("Last time: 50 min · ")
    panel.last_time.line.click()
    assert work.edition == last.edition.id
    work.show_edition(of.edition.id)

    # The program, with what became of the promises; published; changed; corrected.
    handouts = page_of(window, "handouts")
    assert isinstance(handouts, HandoutsPage)
    program_text = printed(handouts, messages, folder / "program.pdf", qtbot)
    assert "One Year On" in program_text
    assert "Since the last forum" in program_text
    assert "Pilot Talent Exchange" in program_text
    publish(window, "v1")
    session = next(s for s in edition_of(window).program if s.predecessor and s.starts)
    assert session.starts is not None
    later = session.starts - timedelta(minutes=15)
    work.run(retime_session, session.id, later, 45)
    publish(window, "v2")
    path = work.desk.path
    window.close()
    run = command("en")
    kinds = [c["kind"] for c in json.loads(run("changes", path, "--since", "v1", "--json"))]
    assert kinds == ["retimed"]
    slip = folder / "slip.pdf"
    run("export", path, "errata", "-o", slip, "--version", "v2", "--since", "v1")
    told = " ".join(PdfReader(slip).pages[0].extract_text().split())
    assert f"{later:%H:%M} – {later + timedelta(minutes=45):%H:%M}" in told
    assert f"(before: {session.starts:%H:%M}–{session.ends:%H:%M})" in told
    assert run("next", path, "--dry-run").startswith("5th Korea–U.S. Semiconductor")


def test_what_was_prepared_is_undone_as_one_step(
    program: Program, open_sample: Callable[[], None], qtbot: QtBot
) -> None:
    open_sample()
    window = only_window(program)
    window.work.show_edition(window.frame.sidebar.editions()[0])
    desk = window.work.desk
    sessions, steps = desk.count(Session), len(desk.history())
    prepared(window, qtbot)
    assert len(desk.history()) == steps + 1
    assert window.actions_["edit.undo"].text() == f"&Undo: Prepare {TITLE}"
    window.actions_["edit.undo"].trigger()
    qtbot.waitUntil(lambda: desk.count(Session) == sessions, timeout=LONG)
