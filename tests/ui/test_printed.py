# SPDX-License-Identifier: MIT
"""What became of what was printed is told in the status bar and on the overview."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from forumdesk.domain.agenda import Session
from forumdesk.domain.forum import Edition
from forumdesk.handouts.options import Options
from forumdesk.handouts.stale import options_kept
from forumdesk.services.planning import change_session
from forumdesk.services.publishing import log_printing, publish_version
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.main_window import MainWindow
from forumdesk.ui.overview.cards import ReadinessCard
from forumdesk.ui.overview.lines import Line, Row

LONG = 60_000  # milliseconds


@pytest.fixture
def window(three_editions: list[Edition], open_window: Callable[[], MainWindow]) -> MainWindow:
    opened = open_window()
    opened.work.show_edition(three_editions[2].id)
    opened.frame.show_page("overview")
    return opened


def found(window: MainWindow, qtbot: QtBot, do: Callable[[], object]) -> str:
    """What the status bar says after a step."""
    with qtbot.waitSignal(window.work.printed.found, timeout=LONG):
        do()
    return window.status.since.text() if window.status.since.isVisibleTo(window) else ""


def test_changes_since_the_version_printed_last(
    window: MainWindow, desk: ForumFile, qtbot: QtBot
) -> None:
    work = window.work
    (opening,) = desk.find(Session, edition=work.edition)
    qtbot.waitUntil(lambda: work.printed.looked, timeout=LONG)
    assert not window.status.since.isVisibleTo(window)
    run = work.run
    said = found(window, qtbot, lambda: run(publish_version, work.edition, "R&D"))
    assert said == "“R&&D” published"
    said = found(window, qtbot, lambda: run(change_session, opening.id, {"minutes": 20}))
    assert said == "“R&&D” published, 1 change since"
    said = found(window, qtbot, lambda: run(publish_version, work.edition, "Long name " * 30))
    assert said == "“Long name Long name Lon…” published"
    window.status.since.click()
    page = window.frame.stack.page
    assert page is not None
    assert page.kind.id == "versions"
    said = found(window, qtbot, lambda: work.show_edition(""))
    assert said == ""


def test_stale_sheets_stand_in_the_readiness_list_and_lead_to_the_handout(
    window: MainWindow, desk: ForumFile, qtbot: QtBot
) -> None:
    work = window.work
    (opening,) = desk.find(Session, edition=work.edition)
    version = work.run(publish_version, work.edition, "v1")
    assert version is not None
    kept = options_kept(Options())
    work.run(log_printing, work.edition, "agenda", version=version.id, options=kept)

    def lines() -> list[str]:
        shown = [card for card in window.findChildren(ReadinessCard) if card.isVisibleTo(window)]
        return [
            each.accessibleName()
            for card in shown
            for each in (*card.findChildren(Line), *card.findChildren(Row))
        ]

    done = "Every printed sheet is as it is now"
    qtbot.waitUntil(lambda: any(done in line for line in lines()), timeout=LONG)
    work.run(change_session, opening.id, {"minutes": 20})
    open_ = "1 printed sheet has changed since"
    qtbot.waitUntil(lambda: any(open_ in line for line in lines()), timeout=LONG)
    row = next(row for row in window.findChildren(Row) if open_ in row.accessibleName())
    row.click()
    page = window.frame.stack.page
    assert page is not None
    assert page.kind.id == "handouts"
    assert page.place() == {"handout": "agenda"}
