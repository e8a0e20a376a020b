# SPDX-License-Identifier: MIT
"""``history``, ``undo`` and ``redo``."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from forumdesk.domain.forum import Series
from forumdesk.domain.wording import Text
from forumdesk.store.forumfile import ForumFile

Run = Callable[..., str]


def test_undo_and_redo_name_the_step(
    forum: Path, said: Run, told: Callable[..., Any], refused: Run
) -> None:
    assert said("undo", forum) == "Undone: Create series “Chip Forum”\n"
    assert told("info", forum)["series"] == []
    assert [entry["undone"] for entry in told("history", forum)] == [True]
    assert "(undone)" in said("history", forum)
    assert said("redo", forum) == "Redone: Create series “Chip Forum”\n"
    assert len(told("info", forum)["series"]) == 1
    assert refused("redo", forum) == "There is nothing to redo."


def test_nothing_left_to_undo_is_refused(forum: Path, said: Run, refused: Run) -> None:
    said("undo", forum)
    assert refused("undo", forum) == "There is nothing to undo."


def test_history_tells_the_newest_step_first(
    forum: Path, said: Run, told: Callable[..., Any]
) -> None:
    with ForumFile.open(forum) as desk, desk.step("Rename “{title}”", title=Text.of(en="A\nB")):
        (series,) = desk.find(Series)
        desk.put(Series(desk.new_id(), series.title))
    entries = told("history", forum)
    assert [entry["text"] for entry in entries] == ["Rename “A\nB”", "Create series “Chip Forum”"]
    assert set(entries[0]) == {"number", "text", "at", "undone"}
    lines = said("history", forum).splitlines()
    assert len(lines) == 2
    assert lines[0].endswith("  Rename “A B”")
