# SPDX-License-Identifier: MIT
"""Erasing a person: nothing of them is left in the file, and reports still add up."""

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from forumdesk.domain.agenda import CheckIn, CheckInHow, Part, Role
from forumdesk.domain.desk import ForumDeskError, Problem, Severity, Subject
from forumdesk.domain.frozen import thaw
from forumdesk.domain.naming import names_from
from forumdesk.domain.outcomes import CommitmentOwner, Signatory, SignatoryRole
from forumdesk.domain.packing import options_written
from forumdesk.domain.people import (
    Contact,
    Distinction,
    Erasure,
    Image,
    Invitation,
    Participation,
    Person,
    full_name,
)
from forumdesk.domain.places import Seating, Vehicle
from forumdesk.domain.printed import PackSheet, Passage, PassageKind
from forumdesk.domain.traces import traces
from forumdesk.domain.turnout import turnout
from forumdesk.domain.versions import Acknowledgement, Origin, Printing, Version
from forumdesk.domain.wording import EMPTY, Text
from forumdesk.domain.words import Phrase
from forumdesk.services import (
    checkin,
    invitations,
    outcomes,
    packing,
    parts,
    passages,
    people,
    planning,
    publishing,
    seating,
    seats,
    vehicles,
)
from forumdesk.services.erasing import Erased, erase_person, for_good
from forumdesk.store.backups import holding, list_backups
from forumdesk.store.forumfile import ForumFile
from tests.services.small import PNG, Small

SECRETS = (
    *("정보라", "鄭寶羅", "Jung", "Bo-ra", "bora.jung@example.org", "+82 10 9876 5432", "Junghwa"),
    *("bo-rajung", "boraexample", "\u110c\u1107\u1105", "peanuts", "Quoted line of hers"),
)


def bora(small: Small) -> Person:
    """Somebody who is everywhere: at both editions, in a part, checked in, published, owning."""
    desk = small.desk
    picture = people.add_image(desk, PNG + b" of Junghwa", (8, 8))
    person = people.add_person(
        desk,
        names_from("정보라 (Bo-ra JUNG)"),
        {
            "contacts": (
                Contact("email", "bora.jung@example.org"),
                Contact("mobile", "+82 10 9876 5432"),
            ),
            "diet": "no peanuts",
            "photo": picture.id,
            "biography": Text.of(en="Born in Junghwa"),
            "notes": "鄭寶羅",
        },
    )
    here = invitations.add_participation(
        desk,
        small.edition.id,
        person.id,
        {
            "side": small.side.id,
            "status": Invitation.ACCEPTED,
            "office": Text.of(en="Deputy of Junghwa"),
        },
    )
    invitations.add_participation(desk, small.later.id, person.id, {"status": Invitation.DECLINED})
    part = parts.add_part(desk, small.panel.id, here.id, {"role": Role.DISCUSSES})
    parts.change_part(desk, part.id, {"statement": Text.of(en="Quoted line of hers")})
    checkin.check_in(desk, here.id, CheckInHow.SCANNED, "A")
    outcomes.set_owners(desk, small.promise.id, [small.ksia.id], [person.id])
    with desk.step("Known from a list"):
        origin = Origin(desk.new_id(), None, "list:x", "bora.jung@example.org", "person", person.id)
        desk.put(origin)
        desk.put(Distinction(desk.new_id(), person.id, small.minister.id))
    problem = Problem("two-places", Severity.ERROR, Subject("person", person.id), Phrase("Twice"))
    publishing.acknowledge_problem(desk, small.edition.id, problem, "정보라 knows of it")
    publishing.publish_version(desk, small.edition.id, "With her")
    return person


def erased(small: Small, person: Person, *, anonymize: bool = False) -> Erased:
    work = for_good(erase_person(small.desk, person.id, anonymize=anonymize), small.desk)
    while True:
        try:
            next(work)
        except StopIteration as stop:
            result: Erased = stop.value
            return result


def left_in(path: Path) -> list[str]:
    """Which of the secrets can still be read in the file's bytes."""
    held = path.read_bytes()
    return [secret for secret in SECRETS if secret.encode() in held]


def test_nothing_of_a_person_is_left_in_the_bytes_of_the_file(small: Small, tmp_path: Path) -> None:
    desk = small.desk
    person = bora(small)
    assert left_in(desk.path) != []
    done = erased(small, person)
    assert (done.participations, done.counted, done.versions) == (2, 1, ("With her",))
    assert done.mentions == ()
    assert [entry.phrase for entry in desk.history()] == []
    desk.close()
    assert left_in(desk.path) == []
    assert [p.name for p in tmp_path.glob("small*")] == ["small.forum"]
    with ForumFile.open(desk.path, folder=tmp_path / "backups") as again:
        assert again.problems() == []
        assert again.find(Person, id=person.id) == []
        assert again.find(Participation, person=person.id) == []
        assert again.count(Image) == 1
        assert (again.count(CommitmentOwner), again.count(Distinction)) == (1, 0)
        assert [o.table_name for o in again.find(Origin)] == ["session"]
        assert [a.reason for a in again.find(Acknowledgement)] == ["To be named"]


def test_what_was_reported_still_adds_up(small: Small) -> None:
    desk = small.desk
    person = bora(small)
    before = turnout(desk, small.edition.id)
    erased(small, person)
    after = turnout(desk, small.edition.id)
    assert after.total == before.total
    assert [(side and side.id, count) for side, count in after.sides] == [
        (side and side.id, count) for side, count in before.sides
    ]
    assert (before.erased, after.erased) == (0, 1)
    (count,) = desk.find(Erasure)
    assert (count.edition, count.side, count.attended) == (small.edition.id, small.side.id, True)


def test_a_published_version_keeps_its_shape_without_the_name(small: Small) -> None:
    desk = small.desk
    person = bora(small)
    (before,) = (v for v in desk.find(Version) if v.name == "With her")
    erased(small, person)
    (after,) = (v for v in desk.find(Version) if v.name == "With her")
    assert after.digest == hashlib.sha256(after.content.encode()).hexdigest() != before.digest
    assert "A person was erased from this version on " in after.note["en"]
    was, now = thaw(before.content), thaw(after.content)
    assert [len(d.participations) for d in (was, now)] == [3, 3]
    assert [len(d.parts) for d in (was, now)] == [3, 3]
    (nameless,) = (p for p in now.people if p.id not in was.person)
    assert full_name(nameless, "en") == full_name(nameless, "ko") == "—"
    assert small.desk.get(Version, small.version.id) == small.version  # published before her


def test_erasing_is_a_step_until_it_is_made_final(small: Small) -> None:
    desk = small.desk
    person = bora(small)
    list(erase_person(desk, person.id))
    assert desk.find(Person, id=person.id) == []
    desk.undo()
    assert desk.get(Person, person.id) == person
    assert desk.count(CheckIn, participation=[p.id for p in desk.find(Participation)]) == 2


def test_who_signs_is_not_erased_unless_the_organization_signs_alone(small: Small) -> None:
    desk = small.desk
    steps = len(desk.history())
    with pytest.raises(ForumDeskError, match="Hong signs the agreement “MOU”: let the organiz"):
        erased(small, small.minister)
    assert len(desk.history()) == steps
    done = erased(small, small.minister, anonymize=True)
    seat = desk.get(Participation, small.hong.id)
    bare = Participation(
        seat.id, seat.edition, organization=small.ksia.id, side=small.side.id, status=seat.status
    )
    assert seat == bare
    assert [s.participation for s in desk.find(Signatory)] == [seat.id]
    assert desk.find(Part, participation=seat.id) == []
    assert desk.find(Erasure) == []
    assert done.versions == ("Final",)
    assert "길동" not in desk.get(Version, small.version.id).content


def test_who_signs_for_nobody_can_not_be_made_nameless(small: Small) -> None:
    outcomes.set_signatories(small.desk, small.mou.id, [small.gina.id], SignatoryRole.WITNESSES)
    with pytest.raises(ForumDeskError, match="without an organization that could stand there"):
        erased(small, small.secretary, anonymize=True)


def test_typed_texts_that_name_the_person_are_told(small: Small) -> None:
    person = bora(small)
    planning.change_session(
        small.desk, small.panel.id, {"title": Text.of(en="A talk with Bo-ra Jung")}
    )
    assert traces(small.desk, person.id).mentions == (Subject("session", small.panel.id),)
    assert erased(small, person).mentions == (Subject("session", small.panel.id),)


def test_a_message_of_theirs_is_left_unsigned_and_told(small: Small) -> None:
    desk = small.desk
    person = bora(small)
    (seat,) = desk.find(Participation, person=person.id, edition=small.edition.id)
    words = {"participation": seat.id, "text": Text.of(en="Quoted line of hers")}
    message = passages.add_passage(desk, small.edition.id, PassageKind.MESSAGE, words)
    passages.set_signature(desk, message.id, PNG + b" signed by Junghwa", (80, 30))
    version = publishing.publish_version(desk, small.edition.id, "With a message")
    done = erased(small, person)
    assert done.mentions == (Subject("passage", message.id),)
    left = desk.get(Passage, message.id)
    assert (left.participation, left.signature) == (None, None)
    assert left.text == words["text"]
    frozen = thaw(desk.get(Version, version.id).content)
    (unsigned,) = (p for p in frozen.passages if p.id == message.id)
    assert unsigned.text == EMPTY
    assert not unsigned.signature
    assert desk.count(Image) == len(frozen.images) == 1
    desk.close()
    assert [s for s in left_in(desk.path) if s != "Quoted line of hers"] == []


def test_sheets_that_were_for_them_go_and_others_leave_them_out(small: Small) -> None:
    desk = small.desk
    person = bora(small)
    (seat,) = desk.find(Participation, person=person.id, edition=small.edition.id)
    edition, other = small.edition.id, small.hong.id
    for asked in ({"person": "정보라"}, {"people": [seat.id]}, {"people": [other, "Bo-ra JUNG"]}):
        packing.add_pack_sheet(desk, edition, "name-tents", options=options_written(asked))
        publishing.log_printing(desk, edition, "name-tents", options=options_written(asked))
    packing.add_pack_sheet(desk, edition, "name-tents")
    publishing.log_printing(desk, edition, "name-tents", options="{}")
    erased(small, person)
    left = [one.options for one in desk.find(PackSheet) if one.handout == "name-tents"]
    assert left == [options_written({"people": [other]}), "{}"]
    kept = [one.options for one in desk.find(Printing) if one.handout == "name-tents"]
    assert kept == ["", "", "", "{}"]
    desk.close()
    assert left_in(desk.path) == []


def test_plans_and_cars_that_name_the_person_are_told(small: Small) -> None:
    desk = small.desk
    person = bora(small)
    car, plan = desk.find(Vehicle)[0], desk.find(Seating)[0]
    vehicles.change_vehicle(desk, car.id, {"driver": "정보라"})
    seating.change_seating(desk, plan.id, {"notes": "Not beside Bo-ra Jung"})
    kept = seats.reserve_seat(desk, plan.id, Text.of(ko="정보라"), table=1, number=3)
    assert kept is not None
    told = {Subject("vehicle", car.id), Subject("seating", plan.id), Subject("seat", kept.id)}
    assert set(erased(small, person).mentions) == told


def test_a_namesake_in_a_version_keeps_the_name(small: Small) -> None:
    """김성태 and 김성태: the one that stays is not blotted out of a title in a version."""
    desk = small.desk
    one, other = (people.add_person(desk, names_from("김성태"), {}) for _ in range(2))
    for person in (one, other):
        invitations.add_participation(desk, small.edition.id, person.id, {})
    planning.change_session(desk, small.panel.id, {"title": Text.of(ko="김성태 강연")})
    version = publishing.publish_version(desk, small.edition.id, "Two of a name")
    erased(small, one)
    content = thaw(desk.get(Version, version.id).content)
    assert [full_name(p, "ko") for p in content.people if p.id == other.id] == ["김성태"]
    assert content.session[small.panel.id].title == Text.of(ko="김성태 강연")
    assert desk.get(Person, other.id) == other


def test_backups_that_hold_the_person_are_found(small: Small) -> None:
    desk = small.desk
    before = desk.backup()
    person = bora(small)
    during = desk.backup()
    erased(small, person)
    after = desk.backup()
    assert [b.number for b in list_backups(desk.backups)] == [
        after.number,
        during.number,
        before.number,
    ]
    assert [b.number for b in holding(desk.backups, [person.id])] == [during.number]
    assert left_in(after.path) == []


def test_a_person_who_was_nowhere_leaves_nothing(small: Small) -> None:
    person = people.add_person(small.desk, names_from("Single Person"), {})
    done = erased(small, person)
    assert done == Erased(person.id, 0, 0, (), ())
    assert small.desk.find(Erasure) == []


def test_day_of_an_erasure_is_the_day_it_was_done(small: Small) -> None:
    person = bora(small)
    erased(small, person)
    (count,) = small.desk.find(Erasure)
    assert count == replace(count, on=small.desk.now().date())
    assert isinstance(count.on, date)
