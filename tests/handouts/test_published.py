# SPDX-License-Identifier: MIT
"""A sheet says which state it shows: a version as published, or the draft."""

import hashlib
from dataclasses import replace
from datetime import timedelta

import pytest

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.frozen import freeze
from forumdesk.domain.versions import Version
from forumdesk.domain.wording import Text
from forumdesk.handouts.contents.program import agenda_content
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.options import Options
from forumdesk.handouts.published import as_published, present_state
from tests.handouts.dossiers import EDITION, FORUM, NOON

LATER = NOON + timedelta(days=1)


def version(name: str, of: object = FORUM, at: object = NOON) -> Version:
    content = freeze(of)
    digest = hashlib.sha256(content.encode()).hexdigest()
    return Version(f"id-{name}", "edition", name, at, content, digest)


RENAMED = replace(FORUM, edition=replace(EDITION, title=Text.of(en="Renamed")))
FIRST, SECOND = version("First"), version("둘째", RENAMED, LATER)


@pytest.mark.parametrize("name", ["First", "first", "id-First"])
def test_a_version_prints_as_it_was_published(name: str) -> None:
    now = replace(RENAMED, versions=(FIRST, SECOND))
    then, imprint = as_published(now, name)
    sheet = agenda_content(then, Options(), imprint).sheet
    assert sheet == agenda_content(FORUM, Options(), Imprint(FIRST)).sheet
    assert sheet.title[1] == ("en", "2nd Chip Forum")
    assert (then.versions, then.editions) == (now.versions, now.editions)


def test_a_version_there_is_not() -> None:
    with pytest.raises(ForumDeskError, match="Nothing of this edition has been published"):
        as_published(FORUM, "First")
    with pytest.raises(ForumDeskError, match="First, 둘째"):
        as_published(replace(FORUM, versions=(FIRST, SECOND)), "Third")


def test_the_present_is_the_newest_version_until_something_changes() -> None:
    assert present_state(FORUM, NOON) == Imprint(at=NOON)
    assert present_state(replace(FORUM, versions=(FIRST,)), LATER) == Imprint(FIRST)
    published = replace(RENAMED, versions=(SECOND, FIRST))
    assert present_state(published, LATER) == Imprint(SECOND)
    # Gone back to how it was before the newest version: that is not the newest version.
    assert present_state(replace(FORUM, versions=(FIRST, SECOND)), LATER) == Imprint(at=LATER)


def test_an_unchanged_edition_bears_the_name_of_its_version() -> None:
    unchanged = replace(FORUM, versions=(FIRST,))
    stamp = agenda_content(unchanged, Options(), Imprint(at=LATER)).sheet.stamp
    assert stamp == agenda_content(FORUM, Options(), Imprint(FIRST)).sheet.stamp
    changed = replace(RENAMED, versions=(FIRST,))
    assert agenda_content(changed, Options(), Imprint(at=LATER)).sheet.stamp.digest == ""
