# SPDX-License-Identifier: MIT
"""The columns of a list of people: named once, and shown to whom they concern."""

from forumdesk.domain.columns import COLUMNS, Reader, column, may_see
from forumdesk.domain.words import words_in


def test_every_column_has_a_key_and_a_title_of_its_own() -> None:
    for words in map(words_in, ("en", "ko")):
        titles = [one.shown(words, "ko" if one.lingual else "") for one in COLUMNS]
        assert len(set(titles)) == len({one.key for one in COLUMNS}) == len(COLUMNS)


def test_a_column_is_found_with_and_without_its_language() -> None:
    office = column("office.ko")
    assert office is not None
    assert office == column("office")
    assert office.shown(words_in("en"), "ko") == "Office (Korean)"
    assert column("shoe-size") is None


def test_contacts_diet_and_notes_are_for_organizers_alone() -> None:
    hidden = {one.key for one in COLUMNS if not may_see(Reader.DOOR, one)}
    assert {"email", "phone", "mobile", "address", "diet", "access", "notes", "about"} <= hidden
    public = {one.key for one in COLUMNS if may_see(Reader.PUBLIC, one)}
    assert public == {
        *("hangul", "latin", "hanja", "name", "family", "given"),
        *("organization", "office", "side", "country"),
    }
    assert all(may_see(Reader.ORGANIZER, one) for one in COLUMNS)
