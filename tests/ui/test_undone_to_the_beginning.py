# SPDX-License-Identifier: MIT
"""Pages of a series while everything is undone to the empty file, and done again."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from PySide6.QtWidgets import QApplication

from forumdesk.domain.desk import Subject
from forumdesk.domain.forum import Edition, Series
from forumdesk.domain.outcomes import Agreement, AgreementState, Commitment, CommitmentStatus
from forumdesk.domain.wording import Text
from forumdesk.services import agreements, commitments, outcomes
from forumdesk.services.beginning import begin_forum
from forumdesk.services.editions import change_series, set_series_hosts
from forumdesk.services.people import add_organization
from forumdesk.services.series import plan_edition
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.agreements.page import AgreementsPage
from forumdesk.ui.commitments.page import CommitmentsPage
from forumdesk.ui.main_window import MainWindow
from forumdesk.ui.series.page import SeriesPage
from tests.services.small import en

pytestmark = pytest.mark.gui


@pytest.fixture
def grown(desk: ForumFile) -> ForumFile:
    """A forum with two editions, an agreement of seven aims, and what was promised in one."""
    desk.now = lambda: datetime(2026, 5, 1, 12, tzinfo=UTC)
    begin_forum(desk, Text.of(ko="포럼", en="Forum"), {})
    (series,) = desk.find(Series)
    days = {"first_day": date(2025, 6, 26), "last_day": date(2025, 6, 26)}
    edition = plan_edition(desk, series.id, days, ())
    bodies = [add_organization(desk, en(name), {}).id for name in ("KSIA", "SIA")]
    set_series_hosts(desk, series.id, bodies)
    mou = agreements.draw_up(desk, edition.id, en("MOU"))
    agreements.add_party_named(desk, mou.id, "KSIA")
    aims = [agreements.add_aim(desk, mou.id, en(f"To do {n}")).id for n in range(8)]
    agreements.order_aims(desk, mou.id, aims[::-1])
    agreements.remove_aim(desk, aims[4])
    made = commitments.commit_to_aim(desk, aims[2])
    commitments.set_due(desk, made.id, "2026-01-05")
    outcomes.report_commitment(desk, made.id, edition.id, CommitmentStatus.DONE, fields={})
    agreements.set_state(desk, mou.id, AgreementState.AGREED)
    change_series(desk, series.id, {"recurrence": "FREQ=YEARLY;BYMONTH=6;BYDAY=4TH"})
    return desk


def everything_undone_and_redone(
    window: MainWindow, choose: Callable[[], object], shown: Callable[[], object]
) -> object:
    """What is shown of the empty file, with whatever there is chosen on the way there and back."""
    desk = window.work.desk
    choose()
    before = shown()
    while desk.undoable():
        window.undo()
        QApplication.processEvents()
        choose()
    empty = shown()
    while desk.redoable():
        window.redo()
        QApplication.processEvents()
        choose()
    assert shown() == before
    return empty


def test_the_agreements_follow(open_window: Callable[[], MainWindow], grown: ForumFile) -> None:
    window = open_window()
    window.frame.show_page("agreements")
    page = window.frame.stack.page
    assert isinstance(page, AgreementsPage)

    def choose() -> None:
        for one in grown.find(Agreement):
            page.select(Subject("agreement", one.id))

    def shown() -> object:
        page.card.aims.finish()  # type: ignore[attr-defined]
        blocks = page.card.aims.blocks  # type: ignore[attr-defined]
        texts = [(block.number.text(), block.text.value()) for block in blocks]
        return (window.frame.stack.page, page.count.text(), page.side.currentIndex(), texts)

    empty = everything_undone_and_redone(window, choose, shown)
    assert empty[:3] == (page, "0 agreements", 0)  # type: ignore[index]


def test_the_commitments_follow(open_window: Callable[[], MainWindow], grown: ForumFile) -> None:
    window = open_window()
    window.frame.show_page("commitments")
    page = window.frame.stack.page
    assert isinstance(page, CommitmentsPage)
    for view in ("table", "board"):
        page.show_view(view)

        def choose() -> None:
            for one in grown.find(Commitment):
                page.select(Subject("commitment", one.id))

        def shown() -> object:
            model = page.table.model_
            cells = [[model.shown(r, c) for c in range(6)] for r in range(model.filled())]
            return (window.frame.stack.page, page.nothing.isVisible(), model.rowCount(), cells)

        empty = everything_undone_and_redone(window, choose, shown)
        assert empty == (page, view == "table", 0, [])


def test_the_series_follows(open_window: Callable[[], MainWindow], grown: ForumFile) -> None:
    window = open_window()
    window.frame.show_page("series")
    page = window.frame.stack.page
    assert isinstance(page, SeriesPage)

    def shown() -> object:
        hosts = [body.id for body in page.of.hosts] if page.of else []
        editions = [one.edition.id for one in page.of.held] if page.of else []
        return (window.frame.stack.page, page.nothing.isVisible(), hosts, editions)

    empty = everything_undone_and_redone(window, lambda: None, shown)
    assert empty == (page, True, [], [])


def test_what_goes_with_its_series_in_one_step_is_shown_no_more(
    open_window: Callable[[], MainWindow], desk: ForumFile
) -> None:
    with desk.step("All at once"):
        series = Series(desk.new_id(), en("Forum"))
        desk.put(series)
        edition = Edition(desk.new_id(), series.id, 1)
        desk.put(edition)
        desk.put(Commitment(desk.new_id(), series.id, en("To do"), edition.id))
    window = open_window()
    window.frame.show_page("commitments")
    page = window.frame.stack.page
    assert isinstance(page, CommitmentsPage)
    assert page.table.model_.rowCount() == 2
    window.undo()
    assert window.frame.stack.page is page
    assert page.table.model_.rowCount() == 0
    assert not any(lane.cards.rows for lane in page.board.lanes.values())
