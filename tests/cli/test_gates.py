# SPDX-License-Identifier: MIT
"""What is no forum file, or none at all, is refused in one line and left as it is."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., str]
TITLE = ("--title", "en=Forum")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not a forum", b"hello"])
@pytest.mark.parametrize("command", ["info", "check", "history", "undo", "redo"])
def test_a_file_that_is_no_forum_file_is_refused_and_left_as_it_is(
    tmp_path: Path, refused: Run, command: str, content: bytes
) -> None:
    path = tmp_path / "x.forum"
    path.write_bytes(content)
    assert str(path) in refused(command, path)
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path, refused: Run) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for request in (("info", pipe), ("verify", pipe), ("restore", pipe, "-o", tmp_path / "x")):
        assert refused(*request) == f"{pipe} is a pipe, not a file."


@pytest.mark.parametrize("command", ["info", "check", "history", "undo", "redo"])
def test_a_folder_or_nothing_is_refused(tmp_path: Path, refused: Run, command: str) -> None:
    assert str(tmp_path) in refused(command, tmp_path)
    missing = tmp_path / "missing.forum"
    assert str(missing) in refused(command, missing)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_and_a_missing_folder_are_no_place_for_a_file(
    tmp_path: Path, refused: Run
) -> None:
    assert str(tmp_path) in refused("new", tmp_path, *TITLE)
    missing = tmp_path / "no" / "x.forum"
    assert str(missing) in refused("new", missing, *TITLE)
    assert list(tmp_path.iterdir()) == []
