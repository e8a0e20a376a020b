# SPDX-License-Identifier: MIT
"""Whole forum files as JSON and back, into new files and into those with content of their own."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from forumdesk.domain.agenda import Session
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.forum import Series
from forumdesk.domain.intake import ImportReport
from forumdesk.domain.people import Organization, Participation
from forumdesk.domain.records import KINDS
from forumdesk.domain.versions import Origin
from forumdesk.domain.wording import Text
from forumdesk.domain.words import words_in
from forumdesk.exchange.forum_json import read
from forumdesk.services.merging import import_forum
from forumdesk.store.dump import export_json
from forumdesk.store.forumfile import ForumFile
from tests.services.small import Small, label
from tests.store.making import one_of_each


@pytest.fixture
def other(new_file: Path, tmp_path: Path) -> Iterator[ForumFile]:
    with ForumFile.open(shutil.copyfile(new_file, tmp_path / "other.forum")) as file:
        yield file


def taken(desk: ForumFile, text: str) -> ImportReport:
    importing = import_forum(desk, read(text.encode(), "x.json"))
    while True:
        try:
            next(importing)
        except StopIteration as end:
            report: ImportReport = end.value
            return report


def counts(report: ImportReport) -> tuple[int, int, int, int]:
    return report.added, report.updated, report.unchanged, report.skipped


def edited(text: str, change: Callable[[dict[str, Any]], object]) -> str:
    stored = json.loads(text)
    change(stored)
    return json.dumps(stored)


def test_every_kind_of_record_is_read_as_it_was_written(desk: ForumFile) -> None:
    made = one_of_each(desk, Random(7))
    with desk.step("Add"):
        desk.put_all(made)
    found = read(export_json(desk).encode(), "x.json").records
    assert {record.id: record for record in found} == {record.id: record for record in made}
    assert {type(record) for record in found} == set(KINDS)


def test_the_sample_comes_back_byte_by_byte_and_again_changes_nothing(
    sample_desk: ForumFile, other: ForumFile
) -> None:
    desk = sample_desk
    text = export_json(desk)
    taken(other, text)
    assert export_json(other) == text
    assert label(other) == "Import a forum file"
    again = taken(other, text)
    assert counts(again) == (0, 0, again.read, 0)
    assert again.step is None
    assert len(other.history()) == 1
    other.undo()
    assert not other.count(Series)


def test_items_that_come_before_what_they_are_in_find_their_place(
    small: Small, other: ForumFile
) -> None:
    def turned(stored: dict[str, Any]) -> None:
        for records in stored.values():
            records.reverse()

    text = export_json(small.desk)
    taken(other, edited(text, turned))
    assert export_json(other) == text


def test_a_copy_that_was_changed_elsewhere_brings_its_changes(
    small: Small, other: ForumFile
) -> None:
    desk = small.desk
    taken(other, export_json(desk))
    with desk.step("Here"):
        desk.put(Organization("only-here", Text.of(en="Only here")))
        desk.put(replace(small.panel, notes="kept? no"))
    with other.step("There"):
        other.put(replace(small.panel, title=Text.of(en="Panel of five")))
        other.put(Organization("only-there", Text.of(en="Only there")))
        other.remove(Session, other.find(Session, title=Text.of(en="Greeting"))[0].id)
    before = export_json(desk)
    report = taken(desk, export_json(other))
    assert (report.added, report.updated) == (1, 1)
    assert [found.phrase.said(words_in("en")) for found in report.problems] == [
        "“Panel of five” was different here, and is now as in the file."
    ]
    assert desk.get(Session, small.panel.id).title == Text.of(en="Panel of five")
    assert {o.id for o in desk.find(Organization)} >= {"only-here", "only-there"}
    assert desk.find(Session, title=Text.of(en="Greeting"))
    desk.undo()
    assert export_json(desk) == before


def test_two_participants_of_one_number_are_told(small: Small, other: ForumFile) -> None:
    text = export_json(small.desk)
    taken(other, text)
    new = replace(small.gina, id=other.new_id())
    with other.step("There"):
        other.put(new)
    report = taken(small.desk, export_json(other))
    assert [found.phrase.said(words_in("en")) for found in report.problems] == [
        f"The number {small.gina.number} is that of two participants now."
    ]
    assert small.desk.get(Participation, new.id) == new


def test_where_both_files_took_in_the_same_thing_ours_stays(small: Small, other: ForumFile) -> None:
    desk = small.desk
    (origin,) = desk.find(Origin)
    taken(other, export_json(desk))
    with other.step("There"):
        other.remove(Origin, origin.id)
        other.put(replace(origin, id=other.new_id(), extra="{}"))
    assert counts(taken(desk, export_json(other)))[3] == 1
    assert desk.find(Origin) == [origin]


REFUSED: tuple[tuple[str, Callable[[dict[str, Any]], object]], ...] = (
    ("room points to nothing", lambda s: s["room"].pop()),
    ("logo points to nothing", lambda s: s["image"].clear()),
    ("x.json, Series .*: A series needs a title", lambda s: s["series"][0].update(title={})),
    ("edition” number 1 is broken .first_day.", lambda s: s["edition"][0].update(first_day="x")),
    ("“room” number 1 is broken .capacity.", lambda s: s["room"][0].update(capacity="9")),
    ("“room” number 1 is broken .capacity.", lambda s: s["room"][0].update(capacity=True)),
    ("“room” number 1 is broken .capacity.", lambda s: s["room"][0].update(capacity=2**31)),
    ("“room” number 1 is broken .name.", lambda s: s["room"][0].update(name="x")),
    ("“room” number 1 is broken .name.", lambda s: s["room"][0].update(name={"en": 1})),
    ("“room” number 1 is broken .name.", lambda s: s["room"][0].pop("name")),
    ("“room” number 2 is broken .id.", lambda s: s["room"][1].update(id=s["room"][0]["id"])),
    ("“room” number 1 is broken .id.", lambda s: s["room"][0].update(id="")),
    ("“room” number 1 is broken", lambda s: s["room"].insert(0, "x")),
    ("“room” is no list", lambda s: s.update(room={})),
    ("“image” number 1 is broken .data.", lambda s: s["image"][0].update(data="?")),
    ("“session” number 1 is broken .kind.", lambda s: s["session"][0].update(kind="party")),
    ("“person” number 1 is broken .names.", lambda s: s["person"][0].update(names={"Xx": {}})),
    ("holds “room.size”, which this", lambda s: s["room"][0].update(size=4)),
    ("holds “stool”, which this ForumDesk", lambda s: s.update(stool=[])),
    (
        "belongs to several editions",
        lambda s: s["session_room"][0].update(
            room=s["room"].append({**s["room"][0], "id": "r9", "edition": s["edition"][1]["id"]})
            or "r9"
        ),
    ),
    (
        "would be inside itself",
        lambda s: s["organization"][0].update(parent=s["organization"][0]["id"]),
    ),
)


@pytest.mark.parametrize(("text", "change"), REFUSED, ids=range(len(REFUSED)))
def test_what_is_broken_is_refused_whole(
    small: Small, other: ForumFile, text: str, change: Callable[[dict[str, Any]], object]
) -> None:
    whole = export_json(small.desk)
    broken = edited(whole, change)
    for desk in (other, small.desk):
        before, steps = export_json(desk), len(desk.history())
        if desk is small.desk and "points to nothing" in text:
            continue  # here it is there
        with pytest.raises(ForumDeskError, match=text) as refused:
            taken(desk, broken)
        assert str(refused.value).endswith("othing was imported.")
        assert (export_json(desk), len(desk.history())) == (before, steps)


def test_what_belongs_to_something_else_here_is_refused(small: Small) -> None:
    text = edited(export_json(small.desk), lambda s: s["track"][0].update(edition=small.later.id))
    with pytest.raises(ForumDeskError, match=r"belongs to (something else here|several editions)"):
        taken(small.desk, text)


def test_a_file_of_an_older_program_lacks_what_came_later(small: Small, other: ForumFile) -> None:
    text = edited(
        export_json(small.desk),
        lambda s: (s.pop("saved_view"), [r.pop("changeover") for r in s["room"]]),
    )
    taken(other, text)
    assert other.count(Session) == small.desk.count(Session)


@pytest.mark.parametrize("data", [b"[]", b"{}", b'{"schedule": {}}', b"5"])
def test_other_json_is_refused(data: bytes) -> None:
    with pytest.raises(ForumDeskError, match="not the content of a forum file"):
        read(data, "x.json")
