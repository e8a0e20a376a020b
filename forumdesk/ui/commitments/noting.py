# SPDX-License-Identifier: MIT
"""A commitment made in the session of the agenda that the cursor is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumdesk.domain.desk import Subject
from forumdesk.services.commitments import commit_in_session

if TYPE_CHECKING:
    from forumdesk.ui.agenda.page import AgendaPage


def note_commitment(page: AgendaPage) -> None:
    """Add a commitment made in the session, and go on with its words."""
    session = page.session
    made = page.work.run(commit_in_session, session.id) if session else None
    if made is not None:
        page.work.go(Subject("commitment", made.id, "title"))
