# SPDX-License-Identifier: MIT
"""What the letters of an edition say is kept as far as it is not what they say anyway."""

from forumdesk.domain.letters import usual, wanted
from forumdesk.domain.people import LetterPurpose, LetterText
from forumdesk.domain.reading import dossier
from forumdesk.domain.wording import EMPTY, Text
from forumdesk.services.letters import set_letter
from tests.services.small import Small, label

THANKS = LetterPurpose.THANKS


def test_only_other_words_are_kept(small: Small) -> None:
    desk, edition = small.desk, small.edition.id
    of = usual(THANKS)
    subject = of.subject.having("en", "Many thanks")
    kept = set_letter(desk, edition, THANKS, subject=subject, body=of.body)
    assert kept is not None
    assert (kept.subject, kept.body) == (Text.of(en="Many thanks"), EMPTY)
    assert label(desk) == "Change the words of a letter"
    assert wanted(dossier(desk, edition), THANKS).subject == subject
    again = set_letter(
        desk, edition, THANKS, subject=of.subject, body=of.body.having("ko", "고맙습니다")
    )
    assert again is not None
    assert again.id == kept.id
    assert set_letter(desk, edition, THANKS, subject=of.subject, body=of.body) is None
    assert desk.count(LetterText) == 0
