# SPDX-License-Identifier: MIT
"""Beginning a forum: its series, with a first edition to work on."""

from __future__ import annotations

from forumdesk.domain.desk import Desk
from forumdesk.domain.forum import Edition
from forumdesk.domain.ids import SeriesChanges
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_
from forumdesk.services._writing import called
from forumdesk.services.editions import add_edition, create_series


def begin_forum(desk: Desk, title: Text, fields: SeriesChanges) -> Edition:
    """A new series and its first edition, in the time zone of the series, as one step."""
    with desk.step(N_("Begin “{title}”"), title=called(title)):
        series = create_series(desk, title, fields)
        return add_edition(desk, series.id, {"timezone": series.timezone})
