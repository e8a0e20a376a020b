# SPDX-License-Identifier: MIT
"""Writing in steps: nested, failing, merged, long; and reading back."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from forumdesk.domain.desk import ForumDeskError, News
from forumdesk.domain.forum import Room
from forumdesk.domain.people import Organization, Person
from forumdesk.domain.wording import Text
from forumdesk.domain.words import Phrase, words_in
from forumdesk.store.forumfile import ForumFile
from tests.store.making import everything, one_of_each, rows


def body(desk: ForumFile, name: str) -> Organization:
    return Organization(desk.new_id(), Text.of(en=name))


def names(desk: ForumFile) -> list[str]:
    return [o.name["en"] for o in desk.find(Organization)]


def test_every_kind_of_record_comes_back_as_it_was_put(tmp_path: Path) -> None:
    with ForumFile.create(tmp_path / "a.forum") as desk:
        made = one_of_each(desk, Random(1), rounds=4)
        with desk.step("Add"):
            for one, other in zip(made[::2], made[1::2], strict=True):
                desk.put_all([one])
                desk.put(other)
    with ForumFile.open(tmp_path / "a.forum") as desk:
        found = [record for records in everything(desk).values() for record in records]
        assert sorted(found, key=lambda r: r.id) == sorted(made, key=lambda r: r.id)
        assert desk.problems() == []


def test_many_are_written_at_once_as_each_would_be_alone(tmp_path: Path) -> None:
    with (
        ForumFile.create(tmp_path / "a.forum") as desk,
        ForumFile.create(tmp_path / "b.forum") as other,
    ):
        made = one_of_each(desk, Random(2), rounds=12)
        made += [body(desk, f"it's {n % 2}") for n in range(9)]  # these say little besides
        with desk.step("Add"):
            desk.put_all(made)
        with other.step("Add"):
            for record in made:
                other.put(record)
        assert rows(desk) == rows(other)


def test_find_by_field_by_list_and_by_nothing(desk: ForumFile) -> None:
    made = [body(desk, str(n)) for n in range(2000)]
    with desk.step("Add"):
        desk.put_all(made)
        desk.put(replace(made[3], parent=made[0].id))
    assert desk.find(Organization, parent=made[0].id) == [replace(made[3], parent=made[0].id)]
    assert desk.count(Organization, parent=None) == 1999
    ids = [o.id for o in made[10:1990]]
    assert desk.find(Organization, id=[*reversed(ids), *ids]) == made[10:1990]
    assert desk.find(Organization, id=[]) == []
    assert desk.count(Organization, id=set(ids), parent=None) == 1980
    assert desk.count(Organization) == 2000


def test_get_of_what_is_not_there_says_so(desk: ForumFile) -> None:
    with pytest.raises(ForumDeskError, match="no organization with the id 123"):
        desk.get(Organization, "123")


def test_records_come_in_order_of_position_then_of_entry(desk: ForumFile) -> None:
    made = one_of_each(desk, Random(3), rounds=1)
    room = next(r for r in made if isinstance(r, Room))
    rooms = [replace(room, id=desk.new_id(), position=n) for n in (2, 0, 1, 0)]
    with desk.step("Add"):
        desk.put_all(made[: made.index(room)])
        desk.put_all(rooms)
    assert desk.find(Room) == [rooms[1], rooms[3], rooms[2], rooms[0]]


def test_many_are_added_all_or_none(desk: ForumFile) -> None:
    one, two = body(desk, "One"), body(desk, "Two")
    with desk.step("Add"):
        with pytest.raises(ForumDeskError):
            desk.put_all([one, replace(two, parent="nobody")])
        desk.put(two)
    assert desk.find(Organization) == [two]
    desk.undo()
    desk.redo()
    assert desk.find(Organization) == [two]


def test_news_tells_what_changed_and_who_did_it(desk: ForumFile) -> None:
    heard: list[News] = []
    desk.listeners.append(heard.append)
    one, two = body(desk, "One"), body(desk, "Two")
    origin = object()
    with desk.step("Add", origin=origin):
        desk.put(one)
        desk.put_all([two])
    with desk.step("Nothing"):
        desk.put(one)
    desk.undo(origin="window")
    assert heard == [
        News({Organization: frozenset({one.id, two.id})}, origin),
        News({Organization: frozenset({one.id, two.id})}, "window"),
    ]


def test_news_tells_which_fields_changed_where_none_came_or_went(desk: ForumFile) -> None:
    heard: list[News] = []
    desk.listeners.append(heard.append)
    one, two = body(desk, "One"), body(desk, "Two")
    with desk.step("Add"):
        desk.put_all([one, two])
    with desk.step("Change"):
        desk.put(replace(one, sector="memory"))
        desk.put(replace(two, website="two.kr", country="KR"))
    desk.undo()
    desk.redo()
    with desk.step("Both"):
        desk.put(replace(one, sector="logic"))
        desk.remove(Organization, two.id)
    desk.undo()
    changed = {Organization: frozenset({"sector", "website", "country"})}
    assert [news.fields for news in heard] == [{}, changed, changed, changed, {}, {}]
    assert heard[1].may_change(Organization, "name", "sector")
    assert not heard[1].may_change(Organization, "name", "kind")
    assert not heard[1].may_change(Person, "names")
    assert all(heard[n].may_change(Organization, "name") for n in (0, 4, 5))
    assert News(heard[1].changes).may_change(Organization, "name"), "nothing is known of fields"


def test_a_step_that_changes_nothing_is_not_kept(desk: ForumFile) -> None:
    one = body(desk, "One")
    with desk.step("Add"):
        desk.put(one)
    desk.undo()
    with desk.step("Look"):
        desk.remove(Organization, one.id)
    assert [entry.phrase.message for entry in desk.history()] == ["Add"]
    assert desk.redoable() is not None


def test_a_failing_step_leaves_nothing(desk: ForumFile) -> None:
    with pytest.raises(KeyError), desk.step("Add"):  # noqa: PT012
        desk.put(body(desk, "One"))
        raise KeyError
    assert names(desk) == []
    assert desk.history() == []
    with desk.step("Add"):
        desk.put(body(desk, "Two"))
    assert names(desk) == ["Two"]


def test_an_inner_step_that_fails_leaves_the_rest_of_the_outer_one(desk: ForumFile) -> None:
    heard: list[News] = []
    desk.listeners.append(heard.append)
    one, two, three = (body(desk, n) for n in ("One", "Two", "Three"))
    with desk.step("Outer"):
        desk.put(one)
        with pytest.raises(KeyError), desk.step("Inner"):  # noqa: PT012
            desk.put(two)
            desk.put(replace(one, sector="memory"))
            raise KeyError
        desk.put(three)
    assert desk.find(Organization) == [one, three]
    assert heard == [News({Organization: frozenset({one.id, three.id})})]
    assert [e.phrase.message for e in desk.history()] == ["Outer"]
    desk.undo()
    assert desk.find(Organization) == []
    desk.redo()
    assert desk.find(Organization) == [one, three]


def test_an_outer_step_fails_with_its_inner_ones(desk: ForumFile) -> None:
    with pytest.raises(KeyError), desk.step("Outer"):  # noqa: PT012
        with desk.step("Inner"):
            desk.put(body(desk, "One"))
        raise KeyError
    assert names(desk) == []


def test_what_something_else_needs_is_not_removed(desk: ForumFile) -> None:
    one = body(desk, "One")
    two = replace(body(desk, "Two"), parent=one.id)
    with desk.step("Add"):
        desk.put_all([one, two])
    with pytest.raises(ForumDeskError, match="still needs this"), desk.step("Remove"):
        desk.remove(Organization, one.id)
    with desk.step("Remove one or the other"):
        with pytest.raises(ForumDeskError):
            desk.remove(Organization, one.id)
        desk.remove(Organization, two.id)
    assert desk.find(Organization) == [one]


def test_nothing_can_point_to_what_is_not_there(desk: ForumFile) -> None:
    with pytest.raises(ForumDeskError, match="not there"), desk.step("Add"):
        desk.put(replace(body(desk, "One"), parent="nobody"))
    assert names(desk) == []


def test_steps_of_one_kind_within_two_seconds_become_one(desk: ForumFile) -> None:
    at = datetime(2026, 6, 1, tzinfo=UTC)
    one = body(desk, "")
    for seconds, letters in ((0, "S"), (1.5, "Se"), (3, "Seo"), (9, "Seoul")):
        desk.now = lambda s=seconds: at + timedelta(seconds=s)  # type: ignore[misc]
        with desk.step("Rename", merge="name"):
            desk.put(replace(one, name=Text.of(en=letters)))
    assert len(desk.history()) == 2
    desk.undo()
    assert names(desk) == ["Seo"]
    with desk.step("Rename", merge="name"):  # not into one that was undone
        desk.put(replace(one, name=Text.of(en="Se")))
    desk.undo()
    assert names(desk) == ["Seo"]
    desk.undo()
    assert names(desk) == []


def test_a_merged_step_that_changes_nothing_keeps_the_one_before(desk: ForumFile) -> None:
    one = body(desk, "One")
    for _ in range(2):
        with desk.step("Add", merge="one"):
            desk.put(one)
    assert [e.phrase.message for e in desk.history()] == ["Add"]


def test_steps_are_not_merged_when_the_clock_goes_back(desk: ForumFile) -> None:
    at = datetime(2026, 6, 1, tzinfo=UTC)
    for hours in (5, 0, -9):
        desk.now = lambda h=hours: at + timedelta(hours=h)  # type: ignore[misc]
        with desk.step("Add", merge="x"):
            desk.put(body(desk, str(hours)))
    assert [e.number for e in desk.history()] == [3, 2, 1]
    desk.undo()
    assert names(desk) == ["5", "0"]


def test_undone_steps_are_forgotten_on_a_new_one(desk: ForumFile) -> None:
    for name in ("One", "Two", "Three"):
        with desk.step("Add {name}", name=name):
            desk.put(body(desk, name))
    desk.undo()
    desk.undo()
    with desk.step("Add {name}", name="Four"):
        desk.put(body(desk, "Four"))
    assert desk.redo() is None
    assert names(desk) == ["One", "Four"]
    english = words_in("en")
    assert [e.phrase.said(english) for e in desk.history()] == ["Add Four", "Add One"]


def test_steps_are_undone_and_redone_after_closing(tmp_path: Path) -> None:
    title = Text.of(ko="포럼", en="Forum")
    with ForumFile.create(tmp_path / "a.forum") as desk:
        one = body(desk, "One")
        with desk.step("Add {title} {how} {n}", title=title, how=Phrase.of("by {t}", t=title), n=3):
            desk.put(one)
        with desk.step("Change"):
            desk.put(replace(one, country="KR"))
    with ForumFile.open(tmp_path / "a.forum") as desk:
        assert desk.undoable() is not None
        assert (desk.undo(), desk.undo(), desk.undo())[2] is None
        assert names(desk) == []
    with ForumFile.open(tmp_path / "a.forum") as desk:
        entry = desk.redo()
        assert entry is not None
        assert entry.phrase.said(words_in("ko")) == "Add 포럼 by 포럼 3"
        assert desk.find(Organization) == [one]
        assert desk.redo() is not None
        assert desk.find(Organization) == [replace(one, country="KR")]
        assert desk.history(1)[0].phrase.message == "Change"


def test_a_long_step_is_driven_in_slices_and_cancelled(desk: ForumFile) -> None:
    def importing() -> Iterator[int]:
        with desk.step("Import"):
            for n in range(10):
                desk.put_all([body(desk, str(n))])
                yield n

    assert list(importing()) == list(range(10))
    assert desk.count(Organization) == 10
    running = importing()
    next(running), next(running)
    assert desk.in_step
    running.close()
    assert not desk.in_step
    assert desk.count(Organization) == 10
    desk.undo()
    assert desk.count(Organization) == 0


def test_closing_inside_a_step_leaves_nothing_of_it(tmp_path: Path) -> None:
    path = tmp_path / "a.forum"
    desk = ForumFile.create(path)

    def importing() -> Iterator[None]:
        with desk.step("Import"):
            desk.put(body(desk, "One"))
            yield

    running = importing()
    next(running)
    desk.close()
    with pytest.raises(ForumDeskError, match="closed"):
        running.close()
    assert os.listdir(tmp_path) == ["a.forum"]
    with ForumFile.open(path) as desk:
        assert names(desk) == []
        assert not desk.recovered


def test_a_change_outside_a_step_is_a_fault_of_ours(desk: ForumFile) -> None:
    with pytest.raises(AssertionError):
        desk.put(body(desk, "One"))
    with desk.step("Add"), pytest.raises(AssertionError):
        desk.undo()


def test_a_person_is_found_by_search_text_after_undo_and_redo(desk: ForumFile) -> None:
    made = next(r for r in one_of_each(desk, Random(5)) if isinstance(r, Person))
    person = replace(made, photo=None)
    with desk.step("Add"):
        desk.put(person)
    with desk.step("Change"):
        desk.put(replace(person, reading=Text.of(en="Kim Seoul")))
    search = "SELECT search FROM person"
    (after,) = desk._connection.execute(search).fetchone()
    assert "kimseoul" in after
    desk.undo()
    (before,) = desk._connection.execute(search).fetchone()
    assert "kimseoul" not in before
    desk.undo()
    desk.redo()
    assert desk._connection.execute(search).fetchone() == (before,)
    desk.redo()
    assert desk._connection.execute(search).fetchone() == (after,)


def test_forgetting_the_history_leaves_nothing_removed_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.forum"
    with ForumFile.create(path) as desk:
        secret = body(desk, "Gildong Hong")
        with desk.step("Add {name}", name="Gildong Hong"):
            desk.put_all([secret, *(body(desk, "x" * 500) for _ in range(50))])
        with desk.step("Erase"):
            desk.remove(Organization, secret.id)
        assert desk.forget_history() == 2
        assert desk.history() == []
        assert desk.undo() is None
        with desk.step("Add"):
            desk.put(body(desk, "Two"))
    stored = path.read_bytes()
    assert b"Gildong" not in stored
    assert b"gildong" not in stored
