# SPDX-License-Identifier: MIT
"""Removing a series from the window."""

from __future__ import annotations

from forumdesk.domain.chronicle import Chronicle
from forumdesk.services.editions import remove_series
from forumdesk.ui.messages import Question
from forumdesk.ui.workspace import Workspace


def remove(work: Workspace, of: Chronicle) -> None:
    """Remove a series, if the user is sure; one that has editions is refused at once."""
    words = work.words
    question = Question(
        words("Remove the series “{title}”?", title=words.text(of.series.title)),
        words("Its commitments go with it. It can be undone."),
        (("remove", words("Remove")),),
        danger="remove",
    )
    if of.held or work.messages.ask(question) == "remove":
        work.run(remove_series, of.series.id)
