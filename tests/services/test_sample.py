# SPDX-License-Identifier: MIT
"""The sample forum loads, says what was publicly reported, and is sound in both languages."""

from forumdesk.domain.forum import Edition
from forumdesk.domain.people import Organization
from forumdesk.services.sample import read_sample, write_sample
from forumdesk.store.forumfile import ForumFile


def test_sample_is_written_as_one_step_and_undone_as_one(desk: ForumFile) -> None:
    sample = read_sample()
    progress = list(write_sample(desk, sample))
    assert progress[-1].done == progress[-1].total == len(progress)
    assert desk.count(Organization) == 40
    assert [edition.number for edition in desk.find(Edition)] == [1, 2, 3]
    desk.undo()
    assert desk.count(Organization) == 0
