# SPDX-License-Identifier: MIT
"""``demo``: what a second run leaves alone.

What a first run makes is looked at where it is made as a user does (``tests/test_packaging.py``).
"""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from forumdesk.cli.demo import NAME, write_sample_file

Run = Callable[..., str]
Tell = Callable[..., Any]


def test_a_sample_that_is_there_is_kept_as_it_is(
    sample_file: Path, tmp_path: Path, said: Run, told: Tell
) -> None:
    folder = tmp_path / "견본"
    folder.mkdir()
    file = shutil.copyfile(sample_file, folder / NAME)
    said("undo", file)
    lines = said("demo", "--into", folder, "--no-window").splitlines()
    assert lines == [f"{file} (kept as it is)"]
    assert told("info", file)["series"] == []


def test_half_a_sample_of_a_killed_run_is_not_kept(tmp_path: Path, said: Run, told: Tell) -> None:
    part = tmp_path / ".sample.forum.part"
    said("new", part, "--title", "en=Half")
    write_sample_file(tmp_path / "sample.forum")
    (series,) = told("info", tmp_path / "sample.forum")["series"]
    assert len(series["editions"]) == 3
    assert sorted(p.name for p in tmp_path.iterdir()) == ["sample.forum"]


def test_a_file_in_the_way_is_left_alone(tmp_path: Path, refused: Run) -> None:
    (tmp_path / "sample-forum").write_text("mine")
    assert "sample-forum" in refused("demo", "--into", tmp_path / "sample-forum", "--no-window")
    assert (tmp_path / "sample-forum").read_text() == "mine"
