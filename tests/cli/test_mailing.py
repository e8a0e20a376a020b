# SPDX-License-Identifier: MIT
"""``export letters`` and ``export eml`` on the command line."""

import json
from collections.abc import Callable
from datetime import date
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from forumdesk.domain.forum import Series
from forumdesk.domain.naming import names_from
from forumdesk.domain.people import Contact
from forumdesk.services import editions, invitations, people
from forumdesk.store.forumfile import ForumFile
from tests.cli.conftest import Run


@pytest.fixture
def guests(forum: Path) -> Path:
    """A forum file with two to be invited, of whom one has an e-mail address."""
    with ForumFile.open(forum) as desk:
        (series,) = desk.find(Series)
        edition = editions.add_edition(desk, series.id, {"first_day": date(2026, 5, 6)})
        for name, contacts in (
            ("홍길동", (Contact("email", "hong@example.org"),)),
            ("Jane Doe", ()),
        ):
            person = people.add_person(desk, names_from(name), {"contacts": contacts})
            invitations.add_participation(desk, edition.id, person.id, {})
    return forum


def test_letters_are_printed(guests: Path, tmp_path: Path, said: Run, refused: Run) -> None:
    target = tmp_path / "letters.pdf"
    assert "(2 pages)" in said("export", guests, "letters", "-o", target)
    assert len(PdfReader(target).pages) == 2
    said(
        "export",
        guests,
        "letters",
        "-o",
        target,
        "--status",
        "proposed,invited",
        "--languages",
        "en",
    )
    texts = [page.extract_text() for page in PdfReader(target).pages]
    assert ["Dear 홍길동," in texts[0], "Dear Jane Doe," in texts[1]] == [True, True]
    assert "invite you to the 1st Chip Forum, which will be held" in " ".join(texts[1].split())
    assert "--purpose can't be “love”; it is one of: invitation" in refused(
        "export", guests, "letters", "-o", target, "--purpose", "love"
    )


def test_messages_are_written_and_it_is_told_who_gets_none(
    guests: Path, tmp_path: Path, said: Run
) -> None:
    folder = tmp_path / "mail"
    lines = said("export", guests, "eml", "-o", folder).splitlines()
    assert lines == [f"{folder} (1 message)", "Jane Doe has no e-mail address."]
    (file,) = folder.iterdir()
    message = message_from_bytes(file.read_bytes(), policy=default)
    assert str(message["To"]) == "홍길동 <hong@example.org>"
    assert message["Subject"] == "제1회 반도체 포럼 초청의 말씀"


def test_messages_in_json(guests: Path, tmp_path: Path, told: Callable[..., Any]) -> None:
    folder = tmp_path / "mail"
    given = told("export", guests, "eml", "-o", folder, "--purpose", "reminder", "--json")
    assert given == {"path": str(folder), "messages": 0, "left_out": []}
    assert list(folder.iterdir()) == []


def test_messages_need_a_folder_of_their_own(guests: Path, tmp_path: Path, refused: Run) -> None:
    (tmp_path / "kept").write_text("mine")
    assert "There is something in" in refused("export", guests, "eml", "-o", tmp_path)
    assert "into a folder" in refused("export", guests, "eml", "-o", "-")
    assert "no option --version" in refused(
        "export", guests, "eml", "-o", tmp_path / "x", "--version", "v1"
    )
    assert (tmp_path / "kept").read_text() == "mine"


def test_both_are_listed(told: Callable[..., Any]) -> None:
    listed = {
        one["what"]: one["format"]
        for one in json.loads(json.dumps(told("export", "--list", "--json")))
    }
    assert (listed["letters"], listed["eml"]) == ("pdf", "eml")
