# SPDX-License-Identifier: MIT
"""The picture on an edition's cover comes, goes, and leaves nothing behind."""

import pytest

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.forum import Edition
from forumdesk.domain.people import Image
from forumdesk.domain.reading import dossier
from forumdesk.services import covers, editions, people
from tests.services.small import PNG, Small, label


def test_a_cover_is_set_replaced_and_removed(small: Small) -> None:
    desk, edition = small.desk, small.edition.id
    before = desk.count(Image)
    first = covers.set_cover(desk, edition, PNG, (800, 600)).cover
    assert label(desk) == "Set the cover picture of “1st Chip Forum”"
    assert dossier(desk, edition).image[first or ""].width == 800
    second = covers.set_cover(desk, edition, PNG, (900, 600)).cover
    assert second != first
    assert desk.count(Image) == before + 1
    assert covers.remove_cover(desk, edition).cover is None
    assert label(desk) == "Remove the cover picture of “1st Chip Forum”"
    assert desk.count(Image) == before
    desk.undo()
    assert desk.get(Edition, edition).cover == second


def test_what_is_no_picture_is_refused(small: Small) -> None:
    with pytest.raises(ForumDeskError, match="neither PNG nor JPEG"):
        covers.set_cover(small.desk, small.edition.id, b"text", (1, 1))
    assert small.desk.get(Edition, small.edition.id).cover is None


def test_a_picture_used_elsewhere_stays(small: Small) -> None:
    desk, edition = small.desk, small.edition.id
    editions.change_edition(desk, edition, {"cover": small.logo.id})
    covers.remove_cover(desk, edition)
    assert desk.count(Image, id=small.logo.id) == 1
    editions.change_edition(desk, edition, {"cover": small.logo.id})
    people.change_organization(desk, small.ksia.id, {"logo": None})
    assert desk.get(Edition, edition).cover == small.logo.id
    assert desk.count(Image, id=small.logo.id) == 1


def test_the_cover_of_an_edition_goes_with_it(small: Small) -> None:
    desk = small.desk
    before = desk.count(Image)
    covers.set_cover(desk, small.later.id, PNG, (800, 600))
    editions.remove_edition(desk, small.later.id)
    assert desk.count(Image) == before
