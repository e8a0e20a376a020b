# SPDX-License-Identifier: MIT
"""``export`` of participants: files, pipes, columns and audiences, and what is refused."""

import csv
import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from forumdesk.domain.forum import Edition, Series
from forumdesk.domain.naming import names_from
from forumdesk.domain.people import Consent, Contact, Invitation
from forumdesk.domain.wording import Text
from forumdesk.services import editions, invitations, people
from forumdesk.store.forumfile import ForumFile
from tests.cli.test_exporting import text_of

Run = Callable[..., str]
ROOT = Path(__file__).parents[2]


@pytest.fixture
def invited(forum: Path) -> Path:
    """A forum file of an edition with three participants."""
    with ForumFile.open(forum) as desk:
        (series,) = desk.find(Series)
        edition = editions.add_edition(desk, series.id, {"title": Text.of(ko="회의", en="Meeting")})
        for typed, status in (
            ("홍길동 (Hong, Gil-dong)", Invitation.ACCEPTED),
            ("Jane Doe", Invitation.INVITED),
            ("김철수", Invitation.DECLINED),
        ):
            contacts = (Contact("phone", "+82 10-1"), Contact("email", "a@example.org"))
            person = people.add_person(desk, names_from(typed), {"contacts": contacts})
            consents = (Consent("list", status is Invitation.ACCEPTED),)
            fields = {"status": status, "consents": consents}
            invitations.add_participation(desk, edition.id, person.id, fields)
    return forum


def table(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def test_a_list_has_everybody_unless_it_is_for_others(
    invited: Path, tmp_path: Path, said: Run
) -> None:
    target = tmp_path / "list.csv"
    assert said("export", invited, "csv", "-o", target).strip() == str(target)
    assert [row["성명(한글)"] for row in table(target)] == [
        "홍길동",
        "",
        "김철수",
    ]  # who declined is last
    assert "전화" not in table(target)[0]
    said("export", invited, "csv", "-o", target, "--audience", "door", "--languages", "en")
    assert [(row["No."], row["Name (Latin)"], row["Status"]) for row in table(target)] == [
        *[("1", "Gil-dong Hong", "Accepted"), ("2", "Jane Doe", "Invited")],
    ]
    said("export", invited, "csv", "-o", target, "--audience", "public", "--languages", "en")
    assert [row["Name (Latin)"] for row in table(target)] == ["Gil-dong Hong"]


def test_columns_stand_as_they_are_asked_for(invited: Path, tmp_path: Path, said: Run) -> None:
    target = tmp_path / "list.csv"
    asked = ("--columns", "Latin, phone,organization.en", "--order", "name", "--languages", "en")
    said("export", invited, "csv", "-o", target, *asked)
    assert [list(row.values())[:2] for row in table(target)] == [
        *(["Jane Doe", "+82 10-1"], ["Gil-dong Hong", "+82 10-1"], ["", "+82 10-1"]),
    ]
    assert list(table(target)[0]) == ["Name (Latin)", "Telephone", "Organization (English)"]


def test_a_folder_gets_a_name_from_the_title(invited: Path, tmp_path: Path, told: Any) -> None:
    made = told("export", invited, "xlsx", "-o", tmp_path)
    assert made == {"path": str(tmp_path / "회의.xlsx"), "pages": None, "problems": []}
    names = zipfile.ZipFile(tmp_path / "회의.xlsx").namelist()
    assert "xl/worksheets/sheet1.xml" in names


@pytest.mark.parametrize(
    ("what", "begins"), [("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK"), ("vcf", b"BEGIN:VCARD\r\n")]
)
def test_lists_go_through_a_pipe(invited: Path, what: str, begins: bytes) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "forumdesk", "export", str(invited), what, "-o", "-"],
        capture_output=True,
        cwd=ROOT,
        check=True,
    )
    assert run.stdout.startswith(begins)
    assert run.stderr == b""


def test_cards_are_of_the_version_asked_for(invited: Path, tmp_path: Path, said: Run) -> None:
    target = tmp_path / "people.vcf"
    for asked, version in (((), "3.0"), (("--vcard", "4.0"), "4.0")):
        said("export", invited, "vcf", "-o", target, *asked)
        cards = target.read_bytes().decode()
        assert cards.count(f"VERSION:{version}\r\n") == cards.count("BEGIN:VCARD") == 3
        assert "+82 10-1" in cards
    said("export", invited, "vcf", "-o", target, "--audience", "public")
    assert target.read_bytes().decode().count("BEGIN:VCARD") == 1
    assert "+82" not in target.read_bytes().decode()


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (("csv", "--columns", "shoe-size"), "There is no column “shoe-size”"),
        (("csv", "--columns", "phone", "--audience", "door"), "“phone” is not for this audience"),
        (("csv", "--columns", " "), "--columns can't be"),
        (("csv", "--audience", "guests"), "one of: public, door, organizers"),
        (("program", "--audience", "door"), "one of: public, guests, organizers"),
        (("csv", "--order", "age"), "one of: side, organization, name"),
        (("csv", "--paper", "A5"), "csv has no option --paper"),
        (("csv", "--version", "v1"), "csv has no option --version"),
        (("vcf", "--columns", "latin"), "vcf has no option --columns"),
        (("vcf", "--vcard", "2.1"), "one of: 3.0, 4.0"),
        (("json", "--audience", "public"), "json has no option --audience"),
        (("agenda", "--blanks", "3"), "agenda has no option --blanks"),
        (("sign-in", "--blanks", "-1"), "--blanks can't be “-1”"),
        (("sign-in", "--audience", "door"), "sign-in has no option --audience"),
    ],
)
def test_what_can_not_be_is_refused_and_nothing_written(
    invited: Path, tmp_path: Path, refused: Run, asked: tuple[str, ...], why: str
) -> None:
    target = tmp_path / "out"
    what, *options = asked
    assert why in refused("export", invited, what, "-o", target, *options)
    assert not target.exists()


def test_lists_on_paper_are_asked_for_by_the_same_names(
    invited: Path, tmp_path: Path, said: Run
) -> None:
    target = tmp_path / "list.pdf"
    asked = ("--audience", "organizers", "--order", "name", "--arrangement", "en")
    assert "(1 page)" in said("export", invited, "attendees", "-o", target, *asked)
    assert "Organizers’ copy" in text_of(target)
    assert "Declined" in text_of(target)
    said("export", invited, "attendees", "-o", target)
    assert "홍길동" in text_of(target)
    assert "김철수" not in text_of(target)
    said("export", invited, "sign-in", "-o", target, "--status", "invited", "--blanks", 0)
    assert "Jane Doe" in text_of(target)
    assert "홍길동" not in text_of(target)


def test_what_is_left_out_is_told_by_check(invited: Path, told: Any) -> None:
    with ForumFile.open(invited) as desk:
        (edition,) = desk.find(Edition)
        person = people.add_person(desk, names_from("박하나"), {})
        fields = {"status": Invitation.ACCEPTED}
        invitations.add_participation(desk, edition.id, person.id, fields)
    found = told("check", invited, "--handout", "attendees")
    (left_out,) = [p for p in found if p["kind"] == "left-out"]
    assert left_out["text"] == "박하나 is not on this sheet: there is no consent to be listed."
    assert "consents" in left_out["subject"]
    assert not [
        p for p in told("check", invited, "--handout", "sign-in") if p["kind"] == "left-out"
    ]
