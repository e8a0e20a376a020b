# SPDX-License-Identifier: MIT
"""The law of undo at the level of the store: back to exactly what was, forth to what came."""

import shutil
import tempfile
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.people import Names, Organization, Person
from forumdesk.domain.progress import Progress
from forumdesk.domain.records import KINDS
from forumdesk.domain.wording import Text
from forumdesk.store.forumfile import ForumFile
from tests.store.making import Ids, make, one_of_each, pointed_to, rows

OPERATIONS = ("put", "put", "change", "change", "remove", "bulk", "inner", "fail")


def act(desk: ForumFile, operation: str, rng: Random) -> None:
    """One change of a step, whatever it is; what can't be done is refused and leaves nothing."""
    kind = rng.choice(KINDS)
    there = ids_of(desk, kind)
    try:
        if operation == "remove" and there:
            desk.remove(kind, rng.choice(there))
        elif operation == "change" and there:
            one(desk, kind, rng, rng.choice(there))
        elif operation == "put":
            one(desk, kind, rng, desk.new_id())
        elif operation == "bulk":
            desk.put_all(one_of_each(desk, rng, 1))
        elif operation in ("inner", "fail"):
            inner(desk, operation, rng)
    except ForumDeskError:
        pass


def one(desk: ForumFile, kind: type[Any], rng: Random, id: str) -> None:
    """A record of a kind, made of what there is, if that is enough."""
    ids: Ids = {target: ids_of(desk, target) for target in pointed_to(kind)}
    record = make(kind, ids, rng, id)
    if record is not None:
        desk.put(record)


def ids_of(desk: ForumFile, kind: type[Any]) -> list[str]:
    return [record.id for record in desk.find(kind)]


def inner(desk: ForumFile, operation: str, rng: Random) -> None:
    with desk.step("Inner"):
        for _ in range(2):
            act(desk, rng.choice(OPERATIONS[:5]), rng)
        if operation == "fail":
            raise ForumDeskError("no")


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    # A number to begin with: to have each of a thousand records' fields drawn takes longer than
    # all that is tested.
    seed=st.integers(0, 2**32),
    plan=st.lists(st.lists(st.sampled_from(OPERATIONS), max_size=5), min_size=1, max_size=8),
)
def test_undo_restores_the_exact_content_and_redo_the_next(
    new_file: Path, seed: int, plan: list[list[str]]
) -> None:
    rng = Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        desk = ForumFile.open(shutil.copyfile(new_file, Path(folder) / "law.forum"))
        # What is tested is the journal, not the disk.
        desk._connection.execute("PRAGMA synchronous = OFF")
        with desk.step("Begin"):
            desk.put_all(one_of_each(desk, rng, 1))
        states = [rows(desk)]
        for operations in plan:
            before = len(desk.history())
            with desk.step("Step"):
                for operation in operations:
                    act(desk, operation, rng)
            if len(desk.history()) > before:
                states.append(rows(desk))
            else:
                assert rows(desk) == states[-1]
        for state in reversed(states[:-1]):
            desk.undo()
            assert rows(desk) == state
        for state in states[1:]:
            desk.redo()
            assert rows(desk) == state
        assert desk.redo() is None
        assert desk.problems() == []
        desk.close()


@pytest.mark.parametrize("seed", range(3))
def test_undo_and_redo_of_everything_at_once(desk: ForumFile, seed: int) -> None:
    rng = Random(seed)
    with desk.step("Add"):
        desk.put_all(one_of_each(desk, rng, 5))
    full = rows(desk)
    desk.undo()
    assert rows(desk) == []
    desk.redo()
    assert rows(desk) == full


def test_undoing_and_redoing_stopped_in_the_middle_leave_all_as_it_was(desk: ForumFile) -> None:
    before = rows(desk)
    with desk.step("Add"):
        desk.put_all(Organization(desk.new_id(), Text.of(en=str(n))) for n in range(2001))
        desk.put_all(Person(desk.new_id(), Names()) for _ in range(700))
    added, done = rows(desk), desk.undoable()
    assert done is not None
    assert desk.takes_long(done)
    undoing = desk.undoing()
    assert [next(undoing) for _ in range(3)] == [Progress(n, 7) for n in (1, 2, 3)]
    undoing.close()
    assert (rows(desk), desk.undoable()) == (added, done)
    assert [step.done for step in desk.undoing()] == list(range(1, 8))
    assert (rows(desk), desk.undoable()) == (before, None)
    redoing = desk.redoing()
    next(redoing)
    redoing.close()
    assert (rows(desk), desk.undoable()) == (before, None)
    desk.redo()
    assert (rows(desk), desk.undoable()) == (added, done)


def test_a_step_of_few_records_is_undone_at_once(desk: ForumFile) -> None:
    with desk.step("Add"):
        desk.put_all(Organization(desk.new_id(), Text.of(en=str(n))) for n in range(2000))
    done = desk.undoable()
    assert done is not None
    assert not desk.takes_long(done)
