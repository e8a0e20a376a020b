# SPDX-License-Identifier: MIT
"""The picture on an edition's printed cover."""

from __future__ import annotations

from forumdesk.domain.desk import Desk
from forumdesk.domain.forum import Edition, Series, edition_title
from forumdesk.domain.ids import EditionId
from forumdesk.domain.words import N_
from forumdesk.services._writing import called
from forumdesk.services.editions import change_edition
from forumdesk.services.people import add_image


def set_cover(desk: Desk, edition: EditionId, data: bytes, size: tuple[int, int]) -> Edition:
    """Give an edition's cover a picture, re-encoded before; ``size`` in pixels."""
    with desk.step(N_("Set the cover picture of “{title}”"), title=_title(desk, edition)):
        return change_edition(desk, edition, {"cover": add_image(desk, data, size).id})


def remove_cover(desk: Desk, edition: EditionId) -> Edition:
    """Take the picture from an edition's cover."""
    with desk.step(N_("Remove the cover picture of “{title}”"), title=_title(desk, edition)):
        return change_edition(desk, edition, {"cover": None})


def _title(desk: Desk, edition: str) -> object:
    record = desk.get(Edition, edition)
    return called(edition_title(desk.get(Series, record.series), record))
