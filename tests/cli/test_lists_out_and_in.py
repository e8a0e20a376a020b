# SPDX-License-Identifier: MIT
"""What is exported is imported again without a change where it came from, and whole elsewhere."""

import shutil
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from forumdesk.domain.columns import COLUMNS
from forumdesk.domain.forum import Edition, Side
from forumdesk.domain.people import Organization, Participation, Person
from forumdesk.domain.wording import Text
from forumdesk.store.forumfile import ForumFile

Run = Callable[..., str]
Tell = Callable[..., Any]
Facts = dict[str, Any]

ALL = ",".join(one.key for one in COLUMNS if not (one.told or one.key in ("family", "given")))
# What is given anew, or ties one participant to another.
NEVER_IN_LISTS = (
    *("id", "edition", "person", "number", "history"),
    *("created", "deputy_for", "companion_of"),
)
# What a card of an address book has a place for.
ON_CARDS = ("names", "contacts", "languages", "notes", "office", "organization")


@pytest.fixture
def whole(sample_file: Path, tmp_path: Path) -> Path:
    """The sample, its three editions with their participants."""
    return shutil.copyfile(sample_file, tmp_path / "whole.forum")


def content(path: Path, number: int) -> list[tuple[str, Facts, Facts]]:
    """Everybody at an edition by number: names, what is said of the person and of taking part."""
    with ForumFile.open(path, read_only=True) as desk:
        (edition,) = desk.find(Edition, number=number)
        bodies = {body.id: body for body in desk.find(Organization)}
        sides = {side.id: side.name for side in desk.find(Side)}
        people = {person.id: person for person in desk.find(Person)}
        found = []
        for one in desk.find(Participation, edition=edition.id):
            person = people.get(one.person or "")
            known = facts(person, "id", "photo", "created") if person else {}
            part = facts(one, *NEVER_IN_LISTS)
            body = bodies.get(one.organization or "")
            part["organization"] = (body.name, body.country) if body else None
            part["side"] = sides.get(one.side or "", Text()).get("ko")
            part["consents"] = {consent.purpose: consent.given for consent in one.consents}
            found.append((repr(person.names) if person else "", known, part))
    return sorted(found, key=repr)


def facts(record: object, *left: str) -> Facts:
    """The fields of a record but those that no list says."""
    names = [field.name for field in fields(record) if field.name not in left]  # type: ignore[arg-type]
    return {name: getattr(record, name) for name in names}


def exported(said: Run, whole: Path, into: Path, number: int) -> Path:
    more = ("--vcard", "4.0") if into.suffix == ".vcf" else ("--columns", ALL)
    said("export", whole, into.suffix[1:], "-o", into, "--edition", number, *more)
    return into


@pytest.fixture(params=[("en", 1, "csv"), ("ko", 2, "xlsx"), ("ko", 3, "csv"), ("en", 3, "xlsx")])
def case(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> tuple[int, str]:
    language, number, kind = request.param
    monkeypatch.setenv("FORUMDESK_LANGUAGE", language)
    return number, kind


def test_a_list_into_its_own_edition_changes_nothing(
    whole: Path, case: tuple[int, str], tmp_path: Path, said: Run, told: Tell
) -> None:
    number, kind = case
    before = content(whole, number)
    path = Path(shutil.copy(whole, tmp_path / "copy.forum"))
    source = exported(said, path, tmp_path / f"list.{kind}", number)
    for _ in range(2):
        report = told("import", path, source, "--edition", number)
        assert (report["read"], report["unchanged"]) == (len(before), len(before))
        assert [p for p in report["problems"] if "differs" in p["text"]] == []
        assert content(path, number) == before


def test_a_list_into_a_new_file_says_all_that_it_said(
    whole: Path, case: tuple[int, str], tmp_path: Path, *, forum: Path, said: Run, told: Tell
) -> None:
    number, kind = case
    before = content(whole, number)
    source = exported(said, whole, tmp_path / f"list.{kind}", number)
    report = told("import", forum, source, "--new-edition")
    assert (report["read"], report["added"]) == (len(before), len(before))
    assert content(forum, 1) == before
    assert told("import", forum, source, "--new-edition")["unchanged"] == len(before)


def test_what_is_said_in_a_language_of_no_document_comes_along(
    forum: Path, said: Run, told: Tell
) -> None:
    first, source = forum.with_name("first.csv"), forum.with_name("list.csv")
    first.write_text("氏名,会社名,役職\n山田 太郎,東京電子株式会社,部長\n", "cp932")
    told("import", forum, first, "--new-edition")
    before = content(forum, 1)
    said("export", forum, "csv", "-o", source)
    assert "東京電子株式会社" in source.read_text("utf-8")
    assert told("import", forum, source)["unchanged"] == 1
    other = source.rename(forum.with_name("other.csv"))  # the same list would go where it went
    assert told("import", forum, other, "--new-edition")["added"] == 1
    assert content(forum, 2)[0][2] == before[0][2]
    said("export", forum, "csv", "-o", source, "--languages", "en")
    assert "東京電子株式会社" not in source.read_text("utf-8")


@pytest.mark.parametrize("number", [1, 2, 3])
def test_cards_say_again_what_cards_can_say(
    whole: Path, number: int, tmp_path: Path, *, forum: Path, said: Run, told: Tell
) -> None:
    named = [one for one in content(whole, number) if one[0]]
    source = exported(said, whole, tmp_path / "people.vcf", number)
    path = Path(shutil.copy(whole, tmp_path / "copy.forum"))
    report = told("import", path, source, "--edition", number)
    assert (report["read"], report["unchanged"]) == (len(named), len(named))
    assert content(path, number) == content(whole, number)
    assert told("import", forum, source, "--new-edition")["added"] == len(named)
    assert [on_a_card(one) for one in content(forum, 1)] == [on_a_card(one) for one in named]


def on_a_card(one: tuple[str, Facts, Facts]) -> list[object]:
    _, person, part = one
    said = {**part, **person, "organization": part["organization"] and part["organization"][0]}
    return [said[name] for name in ON_CARDS]
