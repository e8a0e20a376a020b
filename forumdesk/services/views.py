# SPDX-License-Identifier: MIT
"""Ways of looking at a list, kept under a name in the file for everybody who works with it."""

from __future__ import annotations

from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.ids import SavedViewId
from forumdesk.domain.versions import SavedView
from forumdesk.domain.wording import fold, one_line
from forumdesk.domain.words import N_
from forumdesk.services._writing import add, change, next_position


def save_view(desk: Desk, page: str, name: str, state: str) -> SavedView:
    """Keep a way of looking at the list of a page; one of the same name is replaced."""
    called = one_line(name)
    if not called:
        raise ForumDeskError(N_("Type a name first."))
    known = (v for v in desk.find(SavedView, page=page) if fold(v.name) == fold(called))
    with desk.step(N_("Save the view “{name}”"), name=called):
        if (view := next(known, None)) is not None:
            return change(desk, view, {"name": called, "state": state})
        given = {"name": called, "state": state, "page": page}
        return add(desk, SavedView, {}, position=next_position(desk, SavedView, page=page), **given)


def remove_view(desk: Desk, view: SavedViewId) -> None:
    """Forget a view."""
    record = desk.get(SavedView, view)
    with desk.step(N_("Remove the view “{name}”"), name=record.name):
        desk.remove(SavedView, view)
