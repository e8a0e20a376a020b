# SPDX-License-Identifier: MIT
"""A copy to give away holds neither history nor what is nobody else's business."""

import hashlib
import os
from dataclasses import replace
from pathlib import Path

import pytest

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.frozen import thaw
from forumdesk.domain.naming import names_from
from forumdesk.domain.people import Contact, Participation, Person
from forumdesk.domain.versions import Acknowledgement, Origin, Version
from forumdesk.domain.wording import Text
from forumdesk.services import editions, invitations, outcomes, people, planning, publishing
from forumdesk.store.forumfile import ForumFile
from tests.services.small import small_forum

SECRETS = (
    *("guest@example.org", "02-123-4567", "no peanuts", "wheelchair", "Rude on the phone"),
    *("Seat him far away", "Kill the lights", "Ms Park of the secretariat", "Budget is short"),
    *("To be named", "Removed Person", "guestexample", "Old minister"),
    *("They wanted less", "Nobody believes in it"),
)


@pytest.fixture
def made(tmp_path: Path) -> ForumFile:
    desk = ForumFile.create(tmp_path / "whole.forum", folder=tmp_path / "backups")
    small = small_forum(desk)
    guest = people.add_person(
        desk,
        names_from("Guest Public"),
        {
            "contacts": (Contact("email", "guest@example.org"), Contact("phone", "02-123-4567")),
            "diet": "no peanuts",
            "access": "wheelchair",
            "notes": "Rude on the phone",
            "biography": Text.of(en="Known to all"),
        },
    )
    fields = {"notes": "Seat him far away", "pin_reason": "Old minister", "rank": 1}
    invitations.add_participation(desk, small.edition.id, guest.id, fields)
    gone = people.add_person(desk, names_from("Removed Person"), {})
    people.remove_person(desk, gone.id)
    planning.change_session(
        desk,
        small.panel.id,
        {"cues": "Kill the lights", "responsible": "Ms Park of the secretariat"},
    )
    editions.change_edition(desk, small.edition.id, {"notes": "Budget is short"})
    outcomes.change_agreement(desk, small.mou.id, {"notes": "They wanted less"})
    outcomes.change_commitment(desk, small.promise.id, {"notes": "Nobody believes in it"})
    publishing.publish_version(desk, small.edition.id, "With notes")
    return desk


def left_in(path: Path) -> list[str]:
    held = path.read_bytes()
    return [secret for secret in SECRETS if secret.encode() in held]


def test_nothing_private_is_left_in_its_bytes(made: ForumFile, tmp_path: Path) -> None:
    shared = tmp_path / "shared.forum"
    before = made.find(Person)
    made.share(shared).finish()
    assert left_in(made.path) != []
    assert left_in(shared) == []
    assert made.find(Person) == before
    with ForumFile.open(shared, folder=tmp_path / "none") as copy:
        assert copy.problems() == []
        assert copy.history() == []
        assert (copy.count(Origin), copy.count(Acknowledgement)) == (0, 0)
        assert copy.find(Person) == [
            replace(one, contacts=(), diet="", access="", notes="", keep_until=None)
            for one in before
        ]
        assert copy.find(Participation) == [
            replace(one, notes="", pin_reason="") for one in made.find(Participation)
        ]
        for version in copy.find(Version):
            assert version.digest == hashlib.sha256(version.content.encode()).hexdigest()
            thaw(version.content)
        edition = copy.find(Participation)[0].edition
        assert copy.participants_named(edition, "guestexample", 8) == []
        assert len(copy.participants_named(edition, "Guest", 8)) == 1


def test_nothing_is_written_over_and_nothing_left_behind(made: ForumFile, tmp_path: Path) -> None:
    there = tmp_path / "there.forum"
    there.write_text("mine", "utf-8")
    files = sorted(os.listdir(tmp_path))
    with pytest.raises(ForumDeskError, match="exists already"):
        made.share(there).finish()
    assert there.read_text("utf-8") == "mine"
    assert sorted(os.listdir(tmp_path)) == files
    made.share(tmp_path / "shared.forum").finish()
    assert sorted(os.listdir(tmp_path)) == sorted([*files, "shared.forum"])
