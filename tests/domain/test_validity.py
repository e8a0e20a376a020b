# SPDX-License-Identifier: MIT
"""What a record may hold at all."""

from datetime import UTC, datetime

import pytest

from forumdesk.domain.agenda import CheckIn, Link, Session
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.outcomes import CommitmentOwner
from forumdesk.domain.people import Name, Names, Person, Script
from forumdesk.domain.validity import changed, tidied
from forumdesk.domain.wording import Text


def test_text_is_kept_composed_and_without_what_is_not_seen() -> None:
    typed = Session(
        "1",
        "2",
        Text((("ko", "\u1112\u1161\u11ab\u200b "),)),
        notes=" a\r\nb\x00 ",
        links=(Link(" https://example.org\u202e"),),
    )
    assert tidied(typed) == Session(
        "1", "2", Text.of(ko="한"), notes="a\nb", links=(Link("https://example.org"),)
    )


def test_list_is_kept_as_tuple() -> None:
    assert changed(Session("1", "2"), {"languages": ["ko", "en"]}).languages == ("ko", "en")


def test_moments_keep_their_seconds() -> None:
    at = datetime(2024, 6, 27, 9, 0, 7, tzinfo=UTC)
    assert tidied(CheckIn("1", "2", at)).at == at


def test_names_are_of_known_scripts() -> None:
    for pairs in (((Script.LATIN, "Hong"),), (("Latin", Name("Hong")),)):
        with pytest.raises(ForumDeskError, match="does not fit the field “names”"):
            tidied(Person("1", Names(pairs)))  # type: ignore[arg-type]


def test_somebody_answers_for_a_commitment() -> None:
    with pytest.raises(ForumDeskError, match="is a person or an organization"):
        tidied(CommitmentOwner("1", "2"))
