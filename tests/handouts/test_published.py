# SPDX-License-Identifier: MIT
"""A sheet says which state it shows: a version as published, or the draft."""

import hashlib
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.frozen import freeze
from forumdesk.domain.people import Consent
from forumdesk.domain.versions import Printing, Version
from forumdesk.domain.wording import Text
from forumdesk.handouts.catalogue import stale_printings
from forumdesk.handouts.content import Stamp
from forumdesk.handouts.contents.attendees import attendees_content
from forumdesk.handouts.contents.program import agenda_content, program_content
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.options import Options
from forumdesk.handouts.published import as_published
from tests.handouts.dossiers import EDITION, FORUM, NOON, PARTICIPATIONS, every_text

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


def stamp(now: Dossier, at: datetime = LATER) -> Stamp:
    return agenda_content(now, Options(), Imprint(at=at)).sheet.stamp


def test_a_sheet_bears_the_name_of_the_newest_version_until_it_changes() -> None:
    first = agenda_content(FORUM, Options(), Imprint(FIRST)).sheet.stamp
    assert first.digest == FIRST.digest[:7]
    assert stamp(replace(FORUM, versions=(FIRST,))) == first
    assert stamp(replace(RENAMED, versions=(SECOND, FIRST))).name == (("ko", "둘째"),)
    draft = stamp(FORUM)
    assert stamp(replace(RENAMED, versions=(FIRST,))) == draft
    # Gone back to how it was before the newest version: that is not the newest version.
    assert stamp(replace(FORUM, versions=(FIRST, SECOND))) == draft


def test_what_is_not_on_the_sheet_does_not_make_a_draft_of_it() -> None:
    notes = replace(FORUM, edition=replace(EDITION, notes="for us", welcome=Text.of(en="Hello")))
    changed = replace(notes, versions=(FIRST,))
    assert stamp(changed).digest == FIRST.digest[:7]
    program = program_content(changed, Options(), Imprint(at=LATER))
    assert program.sheet.stamp == stamp(FORUM)


def test_who_took_a_consent_back_is_on_no_sheet_of_an_old_version() -> None:
    yes, no = Consent("list", True), Consent("list", False)
    then = replace(FORUM, participations=tuple(replace(p, consents=(yes,)) for p in PARTICIPATIONS))
    back = replace(then.participations[0], consents=(no,))
    moved = replace(then.participations[1], office=Text.of(en="Somebody else"))
    now = replace(then, participations=(back, moved), versions=(version("First", then),))
    published, imprint = as_published(now, "First")
    said = set(every_text(attendees_content(published, Options(languages=("ko", "en")), imprint)))
    assert {"제인 도", "President"} <= said
    assert "홍길동" not in said
    printing = Printing("pr", "edition", "attendees", LATER, version="id-First", digest="old")
    # What was printed of it then says more than it may now.
    only_that = replace(now, participations=(back, *then.participations[1:]), printings=(printing,))
    assert stale_printings(only_that) == (printing,)
    assert stale_printings(replace(then, versions=now.versions, printings=(printing,))) == ()
