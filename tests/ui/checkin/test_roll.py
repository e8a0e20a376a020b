# SPDX-License-Identifier: MIT
"""The roll counts line by line what counting everybody anew would give."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from forumdesk.domain.agenda import CheckInHow
from forumdesk.domain.attendance import NOBODY, counted
from forumdesk.domain.naming import names_from
from forumdesk.domain.people import Invitation
from forumdesk.services import checkin, invitations, people
from forumdesk.services.erasing import erase_person
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.checkin.roll import Roll
from tests.services.small import Small, small_forum


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Small]:
    with ForumFile.create(tmp_path / "small.forum", folder=tmp_path / "backups") as desk:
        yield small_forum(desk)


def test_counts_follow_every_step_as_if_read_anew(small: Small) -> None:
    desk, edition = small.desk, small.edition.id
    roll = Roll(desk, edition)
    desk.listeners.append(roll.heed)

    def same() -> None:
        everybody = desk.attendees(edition)
        counts = {side: count for side, count in roll.counts.items() if count != NOBODY}
        assert counts == counted(everybody, lambda one: one.side)
        assert roll.size == len(everybody)
        inside = {one.participation for one in everybody if one.entry}
        assert {line.participation for line in roll.latest()} == inside

    same()
    invitations.set_status(desk, small.hong.id, Invitation.ACCEPTED, None)
    same()
    checkin.check_in(desk, small.hong.id, CheckInHow.TYPED, "A")
    same()
    walked = checkin.walk_in(desk, edition, names_from("Walks In"), "KSIA")
    same()
    checkin.undo_check_in(desk, walked.id)
    same()
    checkin.check_in(desk, walked.id, CheckInHow.TYPED)
    same()
    invitations.change_participation(desk, walked.id, {"side": None})
    same()
    checkin.take_back_sheet(desk, edition, "1R- 2W")
    same()
    list(erase_person(desk, walked.person or ""))
    same()
    person = people.add_person(desk, names_from("Comes Later"), {})
    invitations.add_participation(desk, edition, person.id, {"status": Invitation.ACCEPTED})
    same()
    for _ in range(10):
        desk.undo()
        same()
    for _ in range(10):
        desk.redo()
        same()
