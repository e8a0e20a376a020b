# SPDX-License-Identifier: MIT
"""``import`` of lists of people: as attendees, into the directory, again, for trial, odd ones."""

import unicodedata
from base64 import b64encode
from collections.abc import Callable
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PIL.Image import Exif

from forumdesk.domain.forum import Edition, Series
from forumdesk.domain.naming import name_text
from forumdesk.domain.people import Image as Portrait
from forumdesk.domain.people import Participation, Person
from forumdesk.services.editions import add_edition
from forumdesk.store.forumfile import ForumFile

Run = Callable[..., str]
Tell = Callable[..., Any]

HEAD = "성명,소속,직위,이메일,휴대전화\n"
ROWS = (
    "홍길동,한국반도체산업협회,회장,hong@ksia.or.kr,010-1234-5678\n"
    "김영희,㈜새회사,부장,kim@new.co.kr,010-2222-3333\n"
)
COUNTS = ("read", "added", "updated", "unchanged", "skipped")


@pytest.fixture
def edition(forum: Path) -> Path:
    """A forum file with an edition to take part in."""
    with ForumFile.open(forum) as desk:
        (series,) = desk.find(Series)
        add_edition(desk, series.id, {})
    return forum


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "attendees.csv"
    path.write_text(HEAD + ROWS, "utf-8-sig")
    return path


def counts(report: dict[str, Any]) -> tuple[int, ...]:
    return tuple(report[name] for name in COUNTS)


def people(path: Path) -> list[str]:
    """The names in the file, family name first, as stored."""
    with ForumFile.open(path, read_only=True) as desk:
        names = [next(iter(person.names.values())) for person in desk.find(Person)]
    return [name.full or name.family + name.given for name in names]


def offices(path: Path) -> list[str]:
    with ForumFile.open(path, read_only=True) as desk:
        return [one.office.best() for one in desk.find(Participation)]


def test_a_list_becomes_attendees_and_the_same_again_nothing(
    edition: Path, source: Path, told: Tell
) -> None:
    assert told("import", edition, source) == {
        "read": 2,
        "added": 2,
        "updated": 0,
        "unchanged": 0,
        "skipped": 0,
        "problems": [],
        "step": "Import 2 attendees",
    }
    assert (people(edition), offices(edition)) == (["홍길동", "김영희"], ["회장", "부장"])
    again = told("import", edition, source)
    assert (counts(again), again["step"]) == ((2, 0, 0, 2, 0), None)
    source.write_text(HEAD + ROWS.replace("부장", "이사"), "utf-8-sig")
    assert counts(told("import", edition, source, "--edition", "CHIP/1")) == (2, 0, 1, 1, 0)
    assert offices(edition) == ["회장", "이사"]


def test_a_list_makes_an_edition_of_its_own_and_the_same_again_none(
    forum: Path, source: Path, told: Tell, said: Run, refused: Run
) -> None:
    assert refused("import", forum, source).startswith("The file has no edition yet; --new-edition")
    trial = told("import", forum, source, "--new-edition", "--dry-run")
    assert (counts(trial), editions(forum)) == ((2, 2, 0, 0, 0), [])
    assert counts(told("import", forum, source, "--new-edition")) == (2, 2, 0, 0, 0)
    assert counts(told("import", forum, source, "--new-edition")) == (2, 0, 0, 2, 0)
    assert (editions(forum), people(forum)) == ([1], ["홍길동", "김영희"])
    cards = source.with_name("contacts.vcf")
    cards.write_text(CARDS, "utf-8")
    assert counts(told("import", forum, cards, "--new-edition")) == (2, 2, 0, 0, 0)
    assert (editions(forum), people(forum)) == ([1, 2], ["홍길동", "김영희", "RoeJane"])
    said("undo", forum)
    said("undo", forum)
    assert (editions(forum), people(forum)) == ([], [])


def editions(path: Path) -> list[int | None]:
    with ForumFile.open(path, read_only=True) as desk:
        return sorted(edition.number or 0 for edition in desk.find(Edition))


def test_where_is_said_in_the_language_of_the_reader(
    edition: Path, source: Path, said: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    source.write_text(HEAD.replace("휴대전화", "혈액형") + ROWS, "utf-8")
    assert "note: line 1: The column “혈액형”" in said("import", edition, source, "--dry-run")
    monkeypatch.setenv("FORUMDESK_LANGUAGE", "ko")
    assert "참고: 1행: “혈액형” 열은" in said("import", edition, source, "--dry-run")


def test_it_is_one_step_that_can_be_undone(edition: Path, source: Path, said: Run) -> None:
    said("import", edition, source)
    assert "Import 2 attendees" in said("undo", edition)
    assert (people(edition), offices(edition)) == ([], [])
    said("redo", edition)
    assert people(edition) == ["홍길동", "김영희"]


def test_what_was_read_is_told_in_words(edition: Path, source: Path, said: Run) -> None:
    source.write_text(HEAD.replace("휴대전화", "혈액형") + ROWS, "cp949")
    lines = said("import", edition, source, "--dry-run").splitlines()
    assert lines[:5] == [
        "People read: 2; added 2, updated 0, unchanged 0, skipped 0.",
        "Rows: new 2.",
        "Organizations not known before: 2",
        "Read as cp949.",
        "Columns: 성명 = Name; 소속 = Organization; 직위 = Office; 이메일 = E-mail;"
        " 혈액형 (not taken in)",
    ]
    assert lines[-1] == "A dry run: nothing was changed."
    assert people(edition) == []


def test_a_backup_is_kept_before(edition: Path, source: Path, told: Tell) -> None:
    told("import", edition, source, "--dry-run")
    with ForumFile.open(edition) as desk:
        folder = desk.backups
        assert not folder.is_dir() or not [*folder.glob("*.forum")]
    told("import", edition, source)
    assert len([*folder.iterdir()]) >= 1


def test_people_go_into_the_directory(forum: Path, source: Path, told: Tell) -> None:
    report = told("import", forum, source, "--as", "people")
    assert (counts(report), report["step"]) == ((2, 2, 0, 0, 0), "Import 2 people")
    assert (people(forum), offices(forum)) == (["홍길동", "김영희"], [])
    assert counts(told("import", forum, source, "--as", "people")) == (2, 0, 0, 2, 0)


CARDS = """BEGIN:VCARD
VERSION:3.0
FN:홍길동
N:홍;길동;;;
ORG:한국반도체산업협회
TITLE:회장
EMAIL:hong@ksia.or.kr
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Jane Roe
N:Roe;Jane;;;
TEL;TYPE=CELL:+1 202 555 0100
END:VCARD
"""


def test_an_address_book_goes_into_the_directory_or_an_edition(
    edition: Path, source: Path, told: Tell
) -> None:
    cards = source.with_name("contacts.vcf")
    cards.write_text(CARDS, "utf-8")
    report = told("import", edition, cards)
    assert (counts(report), report["step"]) == ((2, 2, 0, 0, 0), "Import 2 people")
    assert counts(told("import", edition, cards, "--as", "contacts")) == (2, 0, 0, 2, 0)
    assert counts(told("import", edition, cards, "--edition", "1")) == (2, 2, 0, 0, 0)
    assert people(edition) == ["홍길동", "RoeJane"]
    assert offices(edition) == ["회장", ""]
    # The same person in the list of the secretariat.
    assert counts(told("import", edition, source)) == (2, 1, 1, 0, 0)


def test_portraits_of_an_address_book_are_kept_and_an_odd_one_is_told(
    forum: Path, tmp_path: Path, said: Run, told: Tell
) -> None:
    picture = BytesIO()
    noise = Image.merge("RGB", [Image.effect_noise((90, 120), 80) for _ in "RGB"])
    exif = Exif()
    exif[271] = "Camera of somebody"
    noise.save(picture, "JPEG", exif=exif)
    photos = [picture.getvalue(), b"\xff\xd8 no picture"]
    lines = [f"PHOTO;ENCODING=b;TYPE=JPEG:{b64encode(data).decode()}" for data in photos]
    first, second, _ = CARDS.split("END:VCARD")
    cards = tmp_path / "contacts.vcf"
    ends = "\nEND:VCARD\n"
    cards.write_text(f"{first}{lines[0]}{ends}{second.strip()}\n{lines[1]}{ends}", "utf-8")
    report = told("import", forum, cards)
    assert counts(report) == (2, 2, 0, 0, 0)
    assert [problem["text"] for problem in report["problems"]] == [
        "The photo can't be read; it was left out.",
        "Office, organization and the like belong to an edition: those of 1 rows were left aside.",
    ]
    ((name, kept),) = portraits(forum)
    assert (name, kept.media_type, kept.width, kept.height) == ("홍길동", "image/jpeg", 90, 120)
    assert b"Camera" not in kept.data
    assert counts(told("import", forum, cards)) == (2, 0, 0, 2, 0)
    assert len(portraits(forum)) == 1
    said("undo", forum)
    assert (people(forum), portraits(forum)) == ([], [])


def portraits(path: Path) -> list[tuple[str, Portrait]]:
    """Who has a portrait in the file, and that; each picture of the file belongs to somebody."""
    with ForumFile.open(path, read_only=True) as desk:
        found = [
            (person, desk.get(Portrait, person.photo))
            for person in desk.find(Person)
            if person.photo
        ]
        assert desk.count(Portrait) == len(found)
        return [(name_text(person).best(("ko",)), image) for person, image in found]


def test_columns_are_mapped_by_hand_and_that_is_remembered(
    edition: Path, tmp_path: Path, told: Tell, refused: Run
) -> None:
    source = tmp_path / "list.csv"
    source.write_text("A,B\n홍길동,회장\n", "utf-8")
    line = refused("import", edition, source, "--map", "A=", "--map", "B=")
    assert line.startswith(f"{source}: no column of these is known to be a name: A, B.")
    told("import", edition, source, "--map", "A=name", "--map", "2=office.ko")
    assert (people(edition), offices(edition)) == (["홍길동"], ["회장"])
    source.write_text("A,B\n홍길동,회장\n김영희,부장\n", "utf-8")
    assert counts(told("import", edition, source)) == (2, 1, 0, 1, 0)
    assert offices(edition) == ["회장", "부장"]


def test_what_is_no_character_is_replaced_only_where_that_is_asked_for(
    edition: Path, source: Path, told: Tell, refused: Run
) -> None:
    source.write_bytes(HEAD.encode() + "홍길동,협회,회장,,\n김철수,".encode() + b"\xb0\xa1,,,\n")
    assert "the byte 0xB0 is no character" in refused("import", edition, source)
    report = told("import", edition, source, "--replace")
    assert counts(report) == (2, 2, 0, 0, 0)
    (problem,) = report["problems"]
    assert (problem["where"], problem["severity"]) == ("line 3", "warning")


@pytest.mark.parametrize("name", ["list.xls", "list.hwp", "list.pdf"])
def test_lists_of_other_programs_say_what_to_do(
    edition: Path, tmp_path: Path, refused: Run, name: str
) -> None:
    source = tmp_path / name
    source.write_bytes(b"%PDF-1.4 " if name == "list.pdf" else b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    assert "save it as .xlsx" in refused("import", edition, source)


@pytest.mark.parametrize(
    ("choice", "expected"), [("new", (1, 1, 0, 0, 0)), ("skip", (1, 0, 0, 0, 1))]
)
def test_doubtful_rows_are_added_or_left_out(
    edition: Path, source: Path, told: Tell, choice: str, expected: tuple[int, ...]
) -> None:
    told("import", edition, source)
    other = source.with_name("other.csv")
    other.write_text("성명,소속\n홍길동,다른회사\n", "utf-8")
    report = told("import", edition, other, "--doubtful", choice)
    assert counts(report) == expected
    (problem,) = report["problems"]
    assert (problem["where"], problem["severity"]) == ("line 2: 홍길동", "warning")
    assert "may be somebody known: the same name" in problem["text"]


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (("--as", "people", "--edition", "1"), "--edition and --new-edition go with attendees"),
        (("--as", "people", "--new-edition"), "--edition and --new-edition go with attendees"),
        (("--doubtful", "merge"), "--doubtful is one of new, skip, not “merge”."),
        (("--map", "성명"), "“성명” maps no column"),
        (("--map", "없다=name"), "There is no column “없다”"),
        (("--encoding", "klingon"), "There is no character encoding called “klingon”"),
        (("--edition", "9"), "There is no edition “9”"),
    ],
)
def test_options_that_do_not_fit_a_list(
    edition: Path, source: Path, refused: Run, options: tuple[str, ...], reason: str
) -> None:
    assert refused("import", edition, source, *options).startswith(reason)
    assert people(edition) == []


def test_options_of_lists_do_not_fit_a_schedule(
    edition: Path, tmp_path: Path, refused: Run
) -> None:
    source = tmp_path / "schedule.xml"
    source.write_text("<schedule/>", "utf-8")
    line = refused("import", edition, source, "--map", "A=name")
    assert line == "--map, --encoding and --delimiter go with lists of people."


# FAULTS 20 to 28


@pytest.mark.parametrize(
    ("encoding", "delimiter", "end"),
    [*product(("utf-8", "utf-8-sig", "cp949", "utf-16"), ",;\t", ("\n", "\r\n", "\r"))],
)
def test_a_list_of_any_encoding_and_dialect(
    edition: Path, told: Tell, encoding: str, delimiter: str, end: str
) -> None:
    source = edition.with_name("list.txt")
    text = (HEAD + ROWS).replace(",", delimiter).replace("\n", end)
    source.write_bytes(text.encode(encoding))
    assert counts(told("import", edition, source)) == (2, 2, 0, 0, 0)
    assert (people(edition), offices(edition)) == (["홍길동", "김영희"], ["회장", "부장"])


def test_an_encoding_may_be_said(edition: Path, source: Path, told: Tell) -> None:
    source.write_bytes("Name,E-mail\nJosé Muñoz,jose@x.es\n".encode("cp1252"))
    told("import", edition, source, "--encoding", "cp1252", "--delimiter", ",")
    assert people(edition) == ["MuñozJosé"]


@pytest.mark.parametrize(
    "content", [b"", b"\xef\xbb\xbf", "성명,소속\n".encode(), b"\n\n\n", b"PK\x03\x04 and nothing"]
)
def test_a_list_with_nobody_in_it_is_refused(
    edition: Path, source: Path, refused: Run, content: bytes
) -> None:
    source.write_bytes(content)
    assert str(source) in refused("import", edition, source)
    assert people(edition) == []


def test_bytes_that_are_no_characters_are_refused_with_their_line(
    edition: Path, source: Path, refused: Run
) -> None:
    source.write_bytes((HEAD + ROWS).encode() + b"\xff\xfe\xfa,x,y\n" + "박".encode() + b",,\n")
    line = refused("import", edition, source, "--encoding", "utf-8")
    assert "line 4" in line
    assert people(edition) == []


def test_ragged_rows_quotes_and_blank_lines(edition: Path, source: Path, told: Tell) -> None:
    rows = '홍길동,"협회\n본부",회장\n\n김영희,새회사,부장,kim@new.kr,010-2222-3333,,넘침\n'
    source.write_text(HEAD + rows, "utf-8")
    report = told("import", edition, source)
    assert counts(report) == (2, 2, 0, 0, 0)
    assert {p["where"].split(":")[0] for p in report["problems"]} == {"line 2", "line 5"}


def test_nfd_and_nfc_are_one_person_and_stored_composed(
    edition: Path, source: Path, told: Tell
) -> None:
    decomposed = unicodedata.normalize("NFD", "홍길동,한국반도체산업협회,회장,hong@ksia.or.kr,\n")
    source.write_text(HEAD + decomposed + ROWS, "utf-8")
    report = told("import", edition, source)
    assert counts(report) == (3, 2, 0, 0, 1)
    assert people(edition) == ["홍길동", "김영희"]
    assert "The person stands in the list before" in report["problems"][0]["text"]


def test_characters_that_are_not_seen_make_no_new_person(
    edition: Path, source: Path, told: Tell
) -> None:
    told("import", edition, source)
    odd = source.with_name("odd.csv")
    odd.write_text(HEAD + ROWS.replace("홍길동", "\u202e홍\u200b길동\u2028"), "utf-8")
    assert counts(told("import", edition, odd)) == (2, 0, 0, 2, 0)


def test_values_stay_as_written(edition: Path, source: Path, told: Tell) -> None:
    row = "=홍길동,+협회,@직위,hong@ksia.or.kr,+82 10-1234-0007\n"
    source.write_text(HEAD + row, "utf-8")
    told("import", edition, source)
    with ForumFile.open(edition, read_only=True) as desk:
        (person,) = desk.find(Person)
        (part,) = desk.find(Participation)
    assert [contact.value for contact in person.contacts] == ["hong@ksia.or.kr", "+82 10-1234-0007"]
    assert part.office.best() == "@직위"


def test_a_list_of_many_is_undone_and_redone(
    edition: Path, source: Path, told: Tell, said: Run
) -> None:
    many = "".join(f"김철{n},회사{n % 7},부장,u{n}@x.kr,\n" for n in range(5_000))
    source.write_text(HEAD + many, "utf-8")
    assert told("import", edition, source)["added"] == 5_000
    said("undo", edition)
    assert people(edition) == []
    said("redo", edition)
    assert len(people(edition)) == 5_000


def test_the_assembly_comes_in_whole_and_only_once(
    real_input: Path, edition: Path, told: Tell
) -> None:
    source = real_input / "kr_assembly_utf8.csv"
    assert counts(told("import", edition, source, "--as", "attendees")) == (299, 299, 0, 0, 0)
    assert counts(told("import", edition, source)) == (299, 0, 0, 299, 0)
    assert counts(told("import", edition, source, "--as", "people")) == (299, 0, 0, 299, 0)
    everybody = people(edition)
    assert len(everybody) == 299
    assert [everybody.count(name) for name in ("김성태", "최경환")] == [2, 2]
