# SPDX-License-Identifier: MIT
"""The law of undo, over every service there is.

Undoing a step restores exactly what was before, redoing it exactly what was after, and a step
that fails changes nothing. Services that are added later are driven too, by their annotations.
"""

from collections.abc import Iterator
from contextlib import suppress
from inspect import isgeneratorfunction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from forumdesk.domain.desk import ForumDeskError
from forumdesk.services import every_service
from forumdesk.store.forumfile import ForumFile
from forumdesk.store.records import tables
from tests.services.arguments import arguments
from tests.services.renewing import Renew, renewed

SERVICES = every_service()
Dump = dict[str, list[tuple[object, ...]]]

quick = settings(
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],  # a failing example is small enough; shrinking takes minutes
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.fixture(scope="module")
def renew(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Renew]:
    """The small forum as it was made, in a file that is used again and again."""
    with renewed(template, tmp_path_factory.mktemp("law") / "example.forum") as renew:
        yield renew


def dump(desk: ForumFile) -> Dump:
    """Every row of every table of records, as stored."""
    db = desk._connection
    return {name: db.execute(f"SELECT * FROM {name} ORDER BY id").fetchall() for name in tables()}


def run(desk: ForumFile, name: str, values: dict[str, Any]) -> bool:
    """Run a service to its end; ``False`` if the request was refused."""
    try:
        result = SERVICES[name](desk, **values)
        if isinstance(result, Iterator):
            list(result)
    except ForumDeskError:
        return False
    return True


def steps(desk: ForumFile) -> int:
    """How many steps were taken and not undone."""
    counted = "SELECT count(*) FROM journal_step WHERE state = 'done'"
    return int(desk._connection.execute(counted).fetchone()[0])


def keeps_the_law(desk: ForumFile, name: str, values: dict[str, Any]) -> bool:
    before, first = dump(desk), steps(desk)
    done = run(desk, name, values)
    after, taken = dump(desk), steps(desk) - first
    assert done or after == before, "a refused request changed something"
    assert taken == (after != before), "one step for a change, none for none"
    assert desk._connection.execute("PRAGMA foreign_key_check").fetchall() == []
    if taken:
        desk.undo()
        assert dump(desk) == before
        desk.redo()
        assert dump(desk) == after
    return done


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_every_service_is_undone_and_redone(name: str, renew: Renew) -> None:
    # A service that is hard to please is asked more often.
    assert any(any(asked(name, renew, times)) for times in (12, 150)), (
        "no arguments were found that this service takes"
    )


def asked(name: str, renew: Renew, times: int) -> list[bool]:
    """Whether a service did what it was asked, each time."""
    done, values = [], arguments(SERVICES[name], renew())

    @settings(quick, max_examples=times)
    @given(st.data())
    def law(data: st.DataObject) -> None:
        desk = renew()
        done.append(keeps_the_law(desk, name, data.draw(values, label=name)))

    law()
    return done


@pytest.mark.parametrize("name", [n for n in sorted(SERVICES) if isgeneratorfunction(SERVICES[n])])
def test_long_operation_that_is_cancelled_leaves_nothing(name: str, renew: Renew) -> None:
    begun, values = [], arguments(SERVICES[name], renew())

    @settings(quick, max_examples=5)
    @given(st.data())
    def law(data: st.DataObject) -> None:
        desk = renew()
        before, first = dump(desk), steps(desk)
        operation = SERVICES[name](desk, **data.draw(values))
        with suppress(ForumDeskError, StopIteration):
            begun.append(next(operation))
            operation.close()
            assert (dump(desk), steps(desk)) == (before, first)

    law()
    assert begun, "the operation was never under way"


@settings(quick, max_examples=25)
@given(data=st.data())
def test_any_sequence_is_undone_to_its_beginning(renew: Renew, data: st.DataObject) -> None:
    desk = renew()
    begun, first = steps(desk), dump(desk)
    for _ in range(8):
        name = data.draw(st.sampled_from(sorted(SERVICES)))
        values = data.draw(arguments(SERVICES[name], desk), label=name)
        keeps_the_law(desk, name, values)
    last, taken = dump(desk), steps(desk) - begun
    for _ in range(taken):
        desk.undo()
    assert dump(desk) == first
    for _ in range(taken):
        desk.redo()
    assert dump(desk) == last
