# SPDX-License-Identifier: MIT
"""Export names are safe everywhere, and files are written whole or not at all (FAULTS 37)."""

import errno
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.wording import clean
from forumdesk.handouts.naming import MOST_BYTES, file_name, free_name, write_whole, written_whole


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("제1회 한미 반도체 협력 포럼", "제1회 한미 반도체 협력 포럼.pdf"),
        ("../../x", "x.pdf"),
        ("/etc/passwd", "etc passwd.pdf"),
        ("CON", "_CON.pdf"),
        ("nul.txt", "_nul.txt.pdf"),
        ("a/b:c*?", "a b c.pdf"),
        ("Forum 2024...", "Forum 2024.pdf"),
        (".hidden", "hidden.pdf"),
        ("line\nbreak\u202e\x00", "line break.pdf"),
        ("…", "….pdf"),
        ("", "forum.pdf"),
        ("///", "forum.pdf"),
        ("가" * 300, "가" * (MOST_BYTES // 3) + ".pdf"),
    ],
)
def test_a_name_from_a_title(title: str, name: str) -> None:
    assert file_name(title, ending="pdf") == name


def test_a_long_title_keeps_what_tells_files_apart() -> None:
    name = file_name("Forum " * 60, "program", "en", ending="pdf")
    assert name.endswith(" - program - en.pdf")
    assert len(name.encode()) <= MOST_BYTES + len(".pdf")


@given(st.lists(st.text(), max_size=3))
def test_any_words_give_a_name_in_the_folder(words: list[str]) -> None:
    name = file_name(*words, ending="pdf")
    assert Path("/folder", name).parent == Path("/folder")
    assert name == Path(name).name
    assert not name.startswith(".")
    assert not set(name) & set('<>:"/\\|?*\0\n')
    assert len(name.encode()) <= MOST_BYTES + len(".pdf") + 1


@given(st.text(st.characters(categories=["L", "M"]), min_size=80))
def test_a_cut_name_is_made_of_whole_characters(title: str) -> None:
    stem = file_name(title, ending="pdf").removesuffix(".pdf")
    rest = clean(title).removeprefix(stem)
    assert clean(title) == stem + rest
    assert not rest or not unicodedata.combining(rest[0])


def test_a_free_name_overwrites_nothing(tmp_path: Path) -> None:
    assert free_name(tmp_path, "x.pdf") == tmp_path / "x.pdf"
    (tmp_path / "x.pdf").touch()
    (tmp_path / "x (2).pdf").touch()
    assert free_name(tmp_path, "x.pdf") == tmp_path / "x (3).pdf"


def test_a_written_file_is_whole_and_alone(tmp_path: Path) -> None:
    path = tmp_path / "포럼.pdf"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="rights are others there")
def test_a_replaced_file_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.touch()
    path.chmod(0o640)
    write_whole(path, b"new")
    assert path.stat().st_mode & 0o777 == 0o640


def half_written(path: Path, failure: BaseException) -> None:
    with written_whole(path) as file:
        file.write(b"half")
        raise failure


def test_a_cancelled_export_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        half_written(tmp_path / "x.pdf", KeyboardInterrupt())
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(b"old")
    with pytest.raises(ForumDeskError, match="No space left"):
        half_written(path, OSError(errno.ENOSPC, "No space left"))
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_device_leaves_nothing(tmp_path: Path) -> None:
    """A real refusal of the system, by a limit on the size of files."""
    resource = pytest.importorskip("resource")
    signal = pytest.importorskip("signal")
    path = tmp_path / "x.pdf"
    path.write_bytes(b"old")
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, usual[1]))
    try:
        with pytest.raises(ForumDeskError, match="Nothing was changed"):
            write_whole(path, b"x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
        signal.signal(signal.SIGXFSZ, handler)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("place", ["missing/x.pdf", "folder"])
def test_a_place_that_cannot_be_written_is_said(tmp_path: Path, place: str) -> None:
    (tmp_path / "folder").mkdir()
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(ForumDeskError, match="could not be written"):
        write_whole(tmp_path / place, b"data")
    assert sorted(tmp_path.rglob("*")) == before
