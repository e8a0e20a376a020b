# SPDX-License-Identifier: MIT
"""What the letters of an edition say."""

from __future__ import annotations

from forumdesk.domain.desk import Desk
from forumdesk.domain.forum import Edition
from forumdesk.domain.ids import EditionId
from forumdesk.domain.letters import usual
from forumdesk.domain.people import LetterPurpose, LetterText
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_
from forumdesk.services._removing import remove_whole
from forumdesk.services._writing import add, change


def set_letter(
    desk: Desk, edition: EditionId, purpose: LetterPurpose, *, subject: Text, body: Text
) -> LetterText | None:
    """What letters of a purpose say; where that is the usual words, nothing is kept."""
    desk.get(Edition, edition)
    of = usual(purpose)
    changes = {"subject": _own(subject, of.subject), "body": _own(body, of.body)}
    known = desk.find(LetterText, edition=edition, purpose=purpose)
    with desk.step(N_("Change the words of a letter"), merge=f"letter {edition} {purpose}"):
        for extra in known[1:] if any(changes.values()) else known:
            remove_whole(desk, extra)
        if not any(changes.values()):
            return None
        if known:
            return change(desk, known[0], changes)
        return add(desk, LetterText, changes, edition=edition, purpose=purpose)


def _own(text: Text, usual_text: Text) -> Text:
    """Only what is worded otherwise than usual."""
    return Text.of({tag: said for tag, said in text.items() if usual_text.get(tag) != said})
