# SPDX-License-Identifier: MIT
"""A folder of files is written whole or not at all."""

from pathlib import Path

import pytest

from forumdesk.domain.desk import ForumDeskError
from forumdesk.handouts.folders import write_folder

FILES = {"a.eml": b"one", "한글.eml": b"two"}


def found(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_files_come_into_a_new_folder_or_an_empty_one(tmp_path: Path) -> None:
    write_folder(tmp_path / "new", FILES)
    empty = tmp_path / "empty"
    empty.mkdir()
    write_folder(empty, FILES)
    assert found(tmp_path / "new") == found(empty) == FILES
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty", "new"]


def test_nothing_is_written_over(tmp_path: Path) -> None:
    full, file = tmp_path / "full", tmp_path / "file"
    full.mkdir()
    (full / "mine").write_bytes(b"kept")
    file.write_bytes(b"kept")
    for place in (full, file):
        with pytest.raises(ForumDeskError, match="There is something in"):
            write_folder(place, FILES)
    assert found(full) == {"mine": b"kept"}
    assert file.read_bytes() == b"kept"


def test_what_fails_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ForumDeskError, match="could not be written"):
        write_folder(tmp_path / "new", {"a": b"one", "b" * 300: b"two"})
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(ForumDeskError, match="could not be written"):
        write_folder(tmp_path / "none" / "new", FILES)
    with pytest.raises(TypeError):
        write_folder(tmp_path / "new", {"a": b"one", "b": "text"})  # type: ignore[dict-item]
    assert list(tmp_path.iterdir()) == []
