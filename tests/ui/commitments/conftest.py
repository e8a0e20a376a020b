# SPDX-License-Identifier: MIT
"""A series with four commitments, and the page that shows them on a day in May 2026."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from forumdesk.domain.agenda import Session
from forumdesk.domain.outcomes import Commitment, CommitmentStatus
from forumdesk.domain.people import Organization
from forumdesk.domain.wording import Text
from forumdesk.services import commitments, outcomes, people
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.commitments.page import CommitmentsPage
from forumdesk.ui.main_window import MainWindow
from tests.ui.conftest import add_three_editions, begins_with

TODAY = datetime(2026, 5, 1, 12, tzinfo=UTC)


@dataclass
class Promises:
    """What the tests speak of."""

    body: Organization
    late: Commitment
    soon: Commitment
    open: Commitment
    done: Commitment


def add_promises(desk: ForumFile) -> Promises:
    """One late, one due soon, one without a day, one done; the first two of an association."""
    desk.now = lambda: TODAY
    first = add_three_editions(desk)[0]
    body = people.add_organization(desk, Text.of(ko="반도체협회", en="Chip Association"), {})

    def made(ko: str, en: str, due: str, status: CommitmentStatus) -> Commitment:
        fields = {"title": Text.of(ko=ko, en=en), "edition": first.id, "status": status}
        text = Text.of(ko=f"{ko}을 약속한다.", en=f"To do: {en}.")
        record = outcomes.add_commitment(desk, first.series, text, fields)
        return commitments.set_due(desk, record.id, due)

    status = CommitmentStatus
    found = Promises(
        body,
        made("센터", "Centre", "2026-04-10", status.OPEN),
        made("소식지", "Newsletter", "mid-May 2026", status.ON_TRACK),
        made("교류", "Exchange", "ongoing", status.OPEN),
        made("보고서", "Report", "2025-01-31", status.DONE),
    )
    for one in (found.late, found.soon):
        outcomes.set_owners(desk, one.id, [body.id], [])
    session = desk.find(Session, edition=first.id)[0]
    commitments.set_origin(desk, found.late.id, session=session.id)
    return found


filling = begins_with("promises", add_promises)


@pytest.fixture
def promises(desk: ForumFile, begun: Promises) -> Promises:
    """The commitments, on the day that they are looked at."""
    desk.now = lambda: TODAY
    return begun


@pytest.fixture
def page(open_window: Callable[[], MainWindow], promises: Promises) -> CommitmentsPage:
    """The commitments page, shown."""
    window = open_window()
    window.frame.show_page("commitments")
    shown = window.frame.stack.page
    assert isinstance(shown, CommitmentsPage)
    return shown


def cells(page: CommitmentsPage, column: str) -> list[str]:
    """What a column shows, row by row."""
    model = page.table.model_
    at = [c.id for c in model.columns].index(column)
    return [model.shown(row, at) for row in range(model.filled())]


def typed(page: CommitmentsPage, row: int, column: str, text: str) -> bool:
    """Type into a cell; whether it was taken."""
    model = page.table.model_
    at = [c.id for c in model.columns].index(column)
    return model.setData(model.index(row, at), text)
