# SPDX-License-Identifier: MIT
"""``export json`` and ``import --as forum``: a file becomes another that says the same."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from forumdesk.cli import main
from forumdesk.store.forumfile import ForumFile
from tests.services.small import small_forum

Run = Callable[..., Any]


@pytest.fixture(scope="module")
def made_once(new_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The JSON of a small forum, to be copied."""
    path = shutil.copyfile(new_file, tmp_path_factory.mktemp("whole") / "small.forum")
    with ForumFile.open(path) as desk:
        small_forum(desk)
    target = path.with_suffix(".json")
    assert main(["export", str(path), "json", "-o", str(target)]) == 0
    return target


@pytest.fixture
def whole(made_once: Path, tmp_path: Path) -> Path:
    """The JSON of a small forum."""
    return shutil.copyfile(made_once, tmp_path / "small.json")


def test_a_new_file_says_the_same_byte_by_byte(whole: Path, tmp_path: Path, told: Run) -> None:
    new, back = tmp_path / "new.forum", tmp_path / "back.json"
    report = told("import", new, whole, "--as", "forum")
    assert (report["added"], report["problems"]) == (report["read"], [])
    assert report["step"] == "Import a forum file"
    told("export", new, "json", "-o", back)
    assert back.read_bytes() == whole.read_bytes()
    again = told("import", new, whole, "--as", "forum")
    assert (again["added"], again["unchanged"], again["step"]) == (0, report["read"], None)


def test_into_a_file_with_content_a_backup_is_kept_before(
    whole: Path, forum: Path, said: Run, told: Run
) -> None:
    text = said("import", forum, whole, "--as", "forum")
    assert text.startswith("Records read: ")
    assert len(told("info", forum)["series"]) == 3
    said("undo", forum)
    assert len(told("info", forum)["series"]) == 1


def test_a_dry_run_and_a_refusal_leave_nothing(
    whole: Path, forum: Path, tmp_path: Path, said: Run, refused: Run
) -> None:
    before = forum.read_bytes()
    said("import", forum, whole, "--as", "forum", "--dry-run")
    whole.write_bytes(whole.read_bytes().replace(b'"session": [', b'"seance": ['))
    new = tmp_path / "new.forum"
    for file in (new, forum):
        assert "holds “seance”" in refused("import", file, whole, "--as", "forum")
    assert not new.exists()
    assert forum.read_bytes() == before


def test_what_does_not_go_together_is_refused(whole: Path, forum: Path, refused: Run) -> None:
    assert "--new-edition" in refused("import", forum, whole, "--as", "forum", "--new-edition")
    assert "--encoding" in refused("import", forum, whole, "--as", "forum", "--encoding", "cp949")
    assert "--as forum" in refused("import", forum, whole)


Mend = Callable[[Any], object]


def in_circle(kind: str, field: str) -> Mend:
    def mend(whole: Any) -> None:
        first, second = whole[kind][:2]
        first[field], second[field] = second["id"], first["id"]

    return mend


@pytest.mark.parametrize(
    ("mend", "reason"),
    [
        (in_circle("edition", "predecessor"), "would be inside itself"),
        (in_circle("session", "parent"), "would be inside itself"),
        (lambda it: it["session"][0].update(edition=it["person"][0]["id"]), "points to nothing"),
        (lambda it: it["session"][0].update(mood="calm"), "holds “session.mood”"),
        (lambda it: it["session"][0].update(minutes=2**70), "is broken (minutes)"),
        (lambda it: it.update(session={}), "“session” is no list"),
    ],
)
def test_a_file_that_was_tampered_with_is_refused_in_a_line(
    whole: Path, forum: Path, refused: Run, mend: Mend, reason: str
) -> None:
    before, content = forum.read_bytes(), json.loads(whole.read_bytes())
    mend(content)
    whole.write_text(json.dumps(content), "utf-8")
    assert reason in refused("import", forum, whole, "--as", "forum")
    assert forum.read_bytes() == before


@pytest.mark.parametrize(("key", "name"), [(b'"session": [', "session"), (b'"id":', "id")])
def test_what_is_said_twice_is_refused_as_one_of_both_would_be_lost(
    whole: Path, forum: Path, refused: Run, key: bytes, name: str
) -> None:
    before, content = forum.read_bytes(), whole.read_bytes()
    assert key in content
    another = key.replace(b"[", b"[],") if key.endswith(b"[") else key + b'"1",'
    whole.write_bytes(content.replace(key, another + key, 1))
    line = refused("import", forum, whole, "--as", "forum")
    assert line == f"{whole} says “{name}” twice of the same thing; nothing was imported."
    assert forum.read_bytes() == before
