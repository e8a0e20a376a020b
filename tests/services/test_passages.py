# SPDX-License-Identifier: MIT
"""Texts of a program: added, changed, signed, put in order and removed."""

import pytest

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.forum import Edition
from forumdesk.domain.people import Image
from forumdesk.domain.printed import Passage, PassageKind
from forumdesk.domain.wording import Text
from forumdesk.services import passages
from tests.services.small import PNG, Small, en, label


def kinds(small: Small) -> list[PassageKind]:
    return [passage.kind for passage in small.desk.find(Passage, edition=small.edition.id)]


def test_texts_come_in_the_order_in_which_they_were_added_until_it_is_changed(small: Small) -> None:
    made = passages.add_passage(
        small.desk, small.edition.id, PassageKind.OTHER, {"title": en("Visa")}
    )
    assert label(small.desk) == "Add text “further text”"
    assert kinds(small) == [PassageKind.MESSAGE, PassageKind.EMERGENCY, PassageKind.OTHER]
    passages.order_passages(small.desk, small.edition.id, [made.id])
    assert kinds(small) == [PassageKind.OTHER, PassageKind.MESSAGE, PassageKind.EMERGENCY]
    small.desk.undo()
    assert kinds(small) == [PassageKind.MESSAGE, PassageKind.EMERGENCY, PassageKind.OTHER]


def test_a_message_is_called_by_its_author_and_a_text_by_its_title(small: Small) -> None:
    desk = small.desk
    passages.change_passage(desk, small.message.id, {"text": Text.of(ko="환영")})
    assert label(desk) == "Change text “welcome message by Gina Raimondo”"
    passages.change_passage(desk, small.message.id, {"title": en("Greeting")})
    passages.remove_passage(desk, small.message.id)
    assert label(desk) == "Remove text “Greeting”"
    assert kinds(small) == [PassageKind.EMERGENCY]


def test_a_signature_goes_with_what_it_stood_under(small: Small) -> None:
    desk, before = small.desk, small.desk.count(Image)
    first = passages.set_signature(desk, small.message.id, PNG + b"1", (80, 30))
    second = passages.set_signature(desk, small.message.id, PNG + b"2", (80, 30))
    assert first.signature != second.signature
    assert desk.count(Image) == before + 1
    passages.remove_signature(desk, small.message.id)
    assert desk.get(Passage, small.message.id).signature is None
    assert desk.count(Image) == before
    desk.undo()
    passages.remove_passage(desk, small.message.id)
    assert desk.count(Image) == before
    with pytest.raises(ForumDeskError):
        passages.set_signature(desk, small.message.id, b"no picture", (1, 1))


def test_a_picture_that_is_shown_elsewhere_stays(small: Small) -> None:
    passages.change_passage(small.desk, small.message.id, {"signature": small.logo.id})
    passages.remove_signature(small.desk, small.message.id)
    assert small.desk.get(Image, small.logo.id)


def test_sections_are_put_in_order_and_back(small: Small) -> None:
    desk, edition = small.desk, small.edition.id
    passages.order_sections(desk, edition, ["agenda", "welcome"])
    assert desk.get(Edition, edition).sections == ("agenda", "welcome")
    with pytest.raises(ForumDeskError):
        passages.order_sections(desk, edition, ["agenda", "agenda"])
    passages.order_sections(desk, edition, [])
    assert desk.get(Edition, edition).sections == ()


def test_an_author_takes_part_in_the_same_edition(small: Small) -> None:
    made = passages.add_passage(small.desk, small.later.id, PassageKind.MESSAGE, {})
    with pytest.raises(ForumDeskError):
        passages.change_passage(small.desk, made.id, {"participation": small.gina.id})
