# SPDX-License-Identifier: MIT
"""``export``: handouts and data, where they go, and what is refused."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from forumdesk.domain.agenda import Session
from forumdesk.domain.forum import Edition, Series
from forumdesk.domain.naming import names_from
from forumdesk.domain.people import CardPrint, Invitation
from forumdesk.domain.versions import Printing, Version
from forumdesk.domain.wording import Text
from forumdesk.domain.words import words_in
from forumdesk.handouts.catalogue import FORMATS, HANDOUTS, handout
from forumdesk.handouts.options import QUESTIONS
from forumdesk.services import editions, invitations, people, planning, publishing
from forumdesk.store.forumfile import ForumFile

Run = Callable[..., str]
Tell = Callable[..., Any]
ROOT = Path(__file__).parents[2]


@pytest.fixture
def planned(forum: Path) -> Path:
    """A forum file of one edition with one session."""
    with ForumFile.open(forum) as desk:
        (series,) = desk.find(Series)
        edition = editions.add_edition(desk, series.id, {"first_day": date(2026, 5, 6)})
        title = Text.of(ko="개회식", en="Opening")
        times = {"starts": datetime(2026, 5, 6, 9), "minutes": 30}
        planning.add_session(desk, edition.id, {"title": title, **times})
    return forum


def text_of(pdf: Path | bytes) -> str:
    source = BytesIO(pdf) if isinstance(pdf, bytes) else pdf
    return "\n".join(page.extract_text() for page in PdfReader(source).pages)


# A letter says nothing of the agenda, and bears the day on which it is printed; editions are
# compared as they are now.
@pytest.mark.parametrize(
    "what", [one.name for one in HANDOUTS if one.name != "letters" and not one.compares]
)
def test_an_old_state_is_printed_again_to_the_byte(
    planned: Path, tmp_path: Path, said: Run, what: str
) -> None:
    then, again = tmp_path / "then.pdf", tmp_path / "again.pdf"
    said("publish", planned, "--name", "v1")
    with ForumFile.open(planned) as desk:
        (session,) = desk.find(Session)
        planning.change_session(desk, session.id, {"minutes": 45})
    said("publish", planned, "--name", "v2")
    said("export", planned, what, "-o", then, "--printed", 30)
    with ForumFile.open(planned) as desk:
        (series,), (edition,) = desk.find(Series), desk.find(Edition)
        assert [p.handout for p in desk.find(Printing)] == [what]
        planning.change_session(desk, session.id, {"title": Text.of(en="Closing")})
        editions.change_edition(desk, edition.id, {"venue": Text.of(en="Hotel")})
        editions.add_edition(desk, series.id, {"first_day": date(2027, 5, 6)})
    said("publish", planned, "--name", "v3", "--edition", edition.id)
    more = ("--version", "v2", "--edition", edition.id)
    said("export", planned, what, "-o", again, *more)
    assert again.read_bytes() == then.read_bytes()
    said("export", planned, what, "-o", again, "--edition", edition.id)
    # On cards nothing has changed, nor on copies to be signed, which bear no stamp.
    same = handout(what).cards or what == "agreement"
    assert (again.read_bytes() == then.read_bytes()) is same


def test_editions_are_compared_as_they_are_now(
    planned: Path, tmp_path: Path, said: Run, refused: Run
) -> None:
    said("publish", planned, "--name", "v1")
    out = tmp_path / "out.pdf"
    assert "--version" in refused("export", planned, "comparison", "-o", out, "--version", "v1")
    assert not out.exists()
    with ForumFile.open(planned) as desk:
        (series,) = desk.find(Series)
        editions.add_edition(desk, series.id, {"first_day": date(2027, 5, 6)})
    said("export", planned, "comparison", "-o", out, "--arrangement", "en")
    text = text_of(out)
    assert "May 2026" in text
    assert "May 2027" in text
    said("export", planned, "comparison", "-o", out, "--arrangement", "en", "--earlier", "0")
    assert "May 2026" not in text_of(out)


def test_what_is_printed_is_noted_when_asked_for(
    planned: Path, tmp_path: Path, said: Run, refused: Run
) -> None:
    target = tmp_path / "sheet.pdf"
    said("publish", planned, "--name", "v1")
    said("export", planned, "agenda", "-o", target)
    said("export", planned, "agenda", "-o", target, "--printed", 200, "--large-print")
    with ForumFile.open(planned, read_only=True) as desk:
        (printing,), (version,) = desk.find(Printing), desk.find(Version)
        assert desk.history(1)[0].phrase.said(words_in("en")) == "Print agenda"
    assert (printing.handout, printing.version) == ("agenda", version.id)
    assert (printing.pages, printing.copies) == (1, 200)
    assert json.loads(printing.options)["large_print"] is True
    assert len(printing.digest) == 64
    assert "--printed" in refused("export", planned, "json", "-o", target, "--printed", 1)
    assert "--printed" in refused("export", planned, "agenda", "-o", target, "--printed", 0)


def test_list_names_every_handout_and_format(said: Run, told: Tell) -> None:
    names = [one.name for one in (*HANDOUTS, *FORMATS)]
    assert [line.split()[0] for line in said("export", "--list").splitlines()] == names
    rows = told("export", "--list")
    assert [row["what"] for row in rows] == names
    assert all(set(row) == {"what", "title", "format", "purpose"} for row in rows)


@pytest.mark.parametrize("what", ["program", "agenda"])
def test_a_handout_in_both_languages(planned: Path, tmp_path: Path, said: Run, what: str) -> None:
    target = tmp_path / "sheet.pdf"
    told = said("export", planned, what, "-o", target)
    assert told.startswith(f"{target} (")
    words = text_of(target)
    assert "Opening" in words
    assert "개회식" in words


def test_options_reach_the_sheet(planned: Path, tmp_path: Path, said: Run) -> None:
    target = tmp_path / "sheet.pdf"
    said("export", planned, "agenda", "-o", target, "--arrangement", "ko", "--paper", "a5")
    words = text_of(target)
    assert "개회식" in words
    assert "Opening" not in words
    box = PdfReader(target).pages[0].mediabox
    assert sorted((round(box.width), round(box.height))) == [420, 595]


def test_a_version_prints_as_it_was_published(
    planned: Path, tmp_path: Path, said: Run, refused: Run
) -> None:
    with ForumFile.open(planned) as desk:
        (edition,) = desk.find(Edition)
        (session,) = desk.find(Session)
        version = publishing.publish_version(desk, edition.id, "v1")
        planning.change_session(desk, session.id, {"title": Text.of(ko="폐회식", en="Closing")})
    target = tmp_path / "sheet.pdf"
    said("export", planned, "agenda", "-o", target, "--version", "v1")
    words = text_of(target)
    assert "Opening" in words
    assert f"v1 · {version.at:%Y-%m-%d %H:%M} · {version.digest[:7]}" in words
    said("export", planned, "agenda", "-o", target)
    words = text_of(target)
    assert "Closing" in words
    assert "v1" not in words
    assert "v1" in refused("export", planned, "agenda", "-o", target, "--version", "v2")
    assert "--version" in refused("export", planned, "json", "-o", target, "--version", "v1")


def test_a_folder_gets_a_name_from_the_title(planned: Path, tmp_path: Path, told: Tell) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    made = told("export", planned, "agenda", "-o", folder)
    assert Path(made["path"]) == folder / "제1회 반도체 포럼 - agenda.pdf"
    assert made["pages"] == 1
    assert Path(told("export", planned, "json", "-o", folder)["path"]) == folder / "chip.json"


def test_json_is_the_whole_content_and_the_same_each_time(
    planned: Path, tmp_path: Path, said: Run
) -> None:
    first, second = tmp_path / "1.json", tmp_path / "2.json"
    said("export", planned, "json", "-o", first)
    said("export", planned, "json", "-o", second)
    assert first.read_bytes() == second.read_bytes()
    (session,) = json.loads(first.read_text("utf-8"))["session"]
    assert session["title"] == {"ko": "개회식", "en": "Opening"}


def test_standard_output_takes_the_bytes_alone(planned: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "forumdesk", "export", str(planned), "agenda", "-o", "-"],
        capture_output=True,
        cwd=ROOT,
        check=True,
    )
    assert "Opening" in text_of(run.stdout)
    assert run.stderr == b""


def test_an_existing_file_is_replaced_and_a_forum_file_never(
    planned: Path, tmp_path: Path, said: Run, refused: Run
) -> None:
    target = tmp_path / "agenda.pdf"
    target.write_text("old")
    said("export", planned, "agenda", "-o", target)
    assert target.read_bytes().startswith(b"%PDF")
    before = planned.read_bytes()
    assert "is a forum file" in refused("export", planned, "json", "-o", planned)
    assert planned.read_bytes() == before


def test_through_a_link_the_file_behind_it_is_written(
    planned: Path, tmp_path: Path, said: Run
) -> None:
    target, link = tmp_path / "real.json", tmp_path / "link.json"
    target.write_text("old")
    link.symlink_to(target)
    said("export", planned, "json", "-o", link)
    assert link.is_symlink()
    assert json.loads(target.read_text("utf-8"))


@pytest.mark.skipif(os.name == "nt", reason="a pipe of POSIX")
def test_a_device_is_written_to_and_stays_one(planned: Path, said: Run) -> None:
    said("export", planned, "json", "-o", os.devnull)
    assert Path(os.devnull).is_char_device()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_device_without_room_is_named(planned: Path, refused: Run) -> None:
    assert refused("export", planned, "json", "-o", "/dev/full").startswith("“/dev/full” could not")


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (
            ("brochure", "-o", "{}"),
            "“brochure” can't be written; there are: program, agenda, ",
        ),
        (("program",), "export needs a FILE, WHAT to write and -o OUT"),
        (("agenda", "-o", "{}", "--paper", "A0"), "--paper can't be “A0”"),
        (
            ("grid", "-o", "{}", "--paper", "A5"),
            "--paper can't be “A5” for grid; it is one of: A4, Letter, A3, Tabloid, A2,",
        ),
        (
            ("grid", "-o", "{}", "--arrangement", "facing"),
            "--arrangement can't be “facing” for grid; it is one of: single, stacked.",
        ),
        (("agenda", "-o", "{}", "--theme", "nowhere"), ""),
        (("agenda", "-o", "{}", "--day", "someday"), "--day can't be “someday”"),
        (("agenda", "-o", "{}", "--day", "1999-01-01"), "There is no day 1999-01-01 in this"),
        (("agenda", "-o", "{}", "--languages", ""), "--languages can't be “”"),
        (("errata", "-o", "{}", "--since", " "), "--since can't be “ ”"),
        (("program", "-o", "{}", "--version", ""), "--version can't be “”"),
        (("agenda", "-o", "{}", "--room", "Cellar"), ""),
        (("agenda", "-o", "{}", "--first-host", "Nobody"), ""),
        (("agenda", "-o", "{}", "--edition", "9"), "There is no edition “9”"),
        (("agenda", "-o", "{}", "--sections", "cover"), "agenda has no option --sections."),
        (("json", "-o", "{}", "--paper", "A4"), "json has no option --paper."),
        (("json", "-o", "{}/"), "There is no folder “"),
        (("json", "-o", ""), "There is no folder “”; nothing was written."),
        (("json", "-o", "-", "--json"), "--json and -o - exclude each other"),
        (("json", "-o", "{}/no/folder.json"), "“"),
    ],
)
def test_what_can_not_be_met_is_refused_and_nothing_written(
    planned: Path, tmp_path: Path, refused: Run, arguments: tuple[str, ...], reason: str
) -> None:
    target = tmp_path / "out"
    line = refused("export", planned, *(a.format(target) for a in arguments))
    assert line.startswith(reason)
    assert [path.name for path in tmp_path.iterdir()] == ["chip.forum"]


def test_every_question_is_an_option_with_help(said: Run) -> None:
    told = said("export", "--help")
    for question in QUESTIONS.values():
        assert f"\n  {question.flag} " in told


def test_an_edition_without_sessions_still_prints(forum: Path, tmp_path: Path, said: Run) -> None:
    with ForumFile.open(forum) as desk:
        (series,) = desk.find(Series)
        editions.add_edition(desk, series.id, {})
    said("export", forum, "program", "-o", tmp_path / "p.pdf")
    assert "Chip Forum" in text_of(tmp_path / "p.pdf")


def test_what_to_look_at_is_told_with_what_was_written(
    planned: Path, tmp_path: Path, said: Run, told: Tell
) -> None:
    with ForumFile.open(planned) as desk:
        (edition,) = desk.find(Edition)
        times = {"starts": datetime(2026, 5, 6, 17), "minutes": 30}
        planning.add_session(desk, edition.id, {"title": Text.of(ko="폐회식"), **times})
    target = tmp_path / "a.pdf"
    lines = said("export", planned, "agenda", "-o", target).splitlines()
    assert lines == [f"{target} (1 page)", "warning: “폐회식” has no title in English."]
    assert said("export", planned, "agenda", "-o", target, "--languages", "ko").count("\n") == 1
    (problem,) = told("check", planned, "--handout", "agenda")
    assert problem["kind"] == "missing-translation"
    assert told("export", planned, "agenda", "-o", target) == {
        "path": str(target),
        "pages": 1,
        "problems": [problem],
    }


def test_a_handout_is_checked_as_it_is_asked_for(
    planned: Path, said: Run, told: Tell, refused: Run
) -> None:
    with ForumFile.open(planned) as desk:
        (edition,) = desk.find(Edition)
        planning.add_session(desk, edition.id, {"title": Text.of(ko="폐회식")})
        (first, *_) = desk.find(Session)
    agenda = ("check", planned, "--handout", "agenda")
    said("publish", planned, "--name", "v1")
    assert [one["kind"] for one in told(*agenda)].count("missing-translation") == 1
    assert "missing-translation" not in [p["kind"] for p in told(*agenda, "--languages", "ko")]
    with ForumFile.open(planned) as desk:
        planning.change_session(desk, first.id, {"title": Text.of(ko="이름", en="")})
    now, then = told(*agenda), told(*agenda, "--version", "v1")
    assert len(now) > len(then)
    assert "no option --reader" in refused(*agenda, "--reader", "door")
    assert "A17" in refused(*agenda, "--paper", "A17")
    assert "--handout" in refused("check", planned, "--paper", "A5")
    assert "--handout" in refused("check", planned, "--version", "v1")


def test_a_sheet_with_nothing_on_it_is_said_to_be_so(
    planned: Path, tmp_path: Path, said: Run, told: Tell
) -> None:
    target = tmp_path / "v.pdf"
    why = "There are no cars yet. Add them, and who rides in them."
    lines = said("export", planned, "vehicle-cards", "-o", target).splitlines()
    assert lines == [f"{target} (1 page)", f"warning: {why}"]
    (problem,) = told("export", planned, "vehicle-cards", "-o", target)["problems"]
    assert (problem["kind"], problem["text"]) == ("empty", why)
    assert told("check", planned, "--handout", "vehicle-cards") == [problem]


def test_an_unknown_handout_has_nothing_to_check(planned: Path, refused: Run) -> None:
    assert "brochure" in refused("check", planned, "--handout", "brochure")


def test_only_badges_that_are_new_are_printed_again(
    planned: Path, tmp_path: Path, said: Run
) -> None:
    out = tmp_path / "badges.pdf"
    with ForumFile.open(planned) as desk:
        (edition,) = desk.find(Edition)
        accepted = {"status": Invitation.ACCEPTED}
        ann = people.add_person(desk, names_from("Ann Lee"), {})
        invitations.add_participation(desk, edition.id, ann.id, accepted)
    said("export", planned, "badges", "-o", out, "--printed", 1)
    assert "Ann Lee" in text_of(out)
    with ForumFile.open(planned) as desk:
        (noted,) = desk.find(CardPrint)
        assert noted.handout == "badges"
        bob = people.add_person(desk, names_from("Bob Bee"), {})
        invitations.add_participation(desk, edition.id, bob.id, accepted)
    said("export", planned, "badges", "-o", out, "--only-new", "--stock", "avery-l4785")
    assert "Bob Bee" in text_of(out)
    assert "Ann Lee" not in text_of(out)
