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
from forumdesk.domain.people import Contact, Image, Participation, Person
from forumdesk.domain.places import Seating, Vehicle
from forumdesk.domain.printed import Passage, PassageKind
from forumdesk.domain.versions import Acknowledgement, Origin, Version
from forumdesk.domain.wording import Text
from forumdesk.services import (
    directory,
    editions,
    invitations,
    outcomes,
    passages,
    people,
    planning,
    publishing,
    seating,
    vehicles,
)
from forumdesk.store.forumfile import ForumFile
from tests.services.small import PNG, small_forum

SECRETS = (
    *("guest@example.org", "02-123-4567", "no peanuts", "wheelchair", "Rude on the phone"),
    *("Seat him far away", "Kill the lights", "Ms Park of the secretariat", "Budget is short"),
    *("To be named", "Removed Person", "guestexample", "Old minister"),
    *("They wanted less", "Nobody believes in it"),
    *("They are not to meet", "signed by hand", "Mr Driver", "010-9999-8888", "Late last time"),
)
# A picture that is a signature and a photo, as it is, stays as the photo.
SHOWN = PNG + b" shown to all"


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
    for plan in desk.find(Seating):
        seating.change_seating(desk, plan.id, {"notes": "They are not to meet"})
    for car in desk.find(Vehicle):
        secret = {"driver": "Mr Driver", "phone": "010-9999-8888", "notes": "Late last time"}
        vehicles.change_vehicle(desk, car.id, secret)
    passages.set_signature(desk, small.message.id, PNG + b" signed by hand", (80, 30))
    photo = directory.set_photo(desk, guest.id, SHOWN, (80, 30)).photo
    passages.add_passage(desk, small.edition.id, PassageKind.MESSAGE, {"signature": photo})
    publishing.publish_version(desk, small.edition.id, "With notes")
    return desk


def left_in(path: Path) -> list[str]:
    held = path.read_bytes()
    return [secret for secret in SECRETS if secret.encode() in held]


def test_nothing_private_is_left_in_its_bytes(made: ForumFile, tmp_path: Path) -> None:
    shared = tmp_path / "shared.forum"
    before = made.find(Person)
    made.share(shared).finish()
    assert len(left_in(made.path)) > len(SECRETS) // 2
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
        assert {one.signature for one in copy.find(Passage)} == {None}
        photos = {one.photo for one in copy.find(Person)} - {None}
        assert {one.id for one in copy.find(Image) if one.data == SHOWN} == photos
        for version in copy.find(Version):
            assert version.digest == hashlib.sha256(version.content.encode()).hexdigest()
            then = thaw(version.content)
            assert {one.signature for one in then.passages} <= {None}
            assert {one.photo for one in then.people} - {None} <= {one.id for one in then.images}
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
