# SPDX-License-Identifier: MIT
"""Large conferences that nobody here wrote, in and out again: nothing is lost or made twice."""

import json
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from forumdesk.cli import main
from forumdesk.domain.wording import one_line
from tests.cli.conftest import FOSDEM
from tests.conftest import REAL_INPUT

Run = Callable[..., Any]
SOURCES = ("39c3_himmel.xml", "fosdem_2026.xml")
WANTED = ("schedule.xml", "schedule.json")


@pytest.fixture(scope="module", params=SOURCES)
def template(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A forum file with one of them, made once; the source lies beside it."""
    if not REAL_INPUT.is_dir():
        pytest.skip("no folder of real input beside the checkout")
    path = tmp_path_factory.mktemp("taken") / "chip.forum"
    source = path.with_suffix(".source")
    shutil.copyfile(REAL_INPUT / request.param, source)
    if request.param == FOSDEM.name:
        once, _ = request.getfixturevalue("fosdem_once")
        return Path(shutil.copyfile(once, path))
    assert main(["new", str(path), "--title", "ko=반도체 포럼", "--title", "en=Chip Forum"]) == 0
    assert main(["import", str(path), str(source), "--as", "schedule", "--new-edition"]) == 0
    return path


@pytest.fixture
def taken(template: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    shutil.copyfile(template.with_suffix(".source"), tmp_path / "chip.source")
    return Path(shutil.copyfile(template, tmp_path / "chip.forum"))


def events(root: ET.Element) -> list[ET.Element]:
    return sorted(root.iter("event"), key=lambda event: event.get("guid", ""))


def test_what_goes_out_comes_back_unchanged(taken: Path, tmp_path: Path, told: Run) -> None:
    schema = etree.XMLSchema(etree.parse(str(REAL_INPUT / "schedule.xml.xsd")))
    whole = events(ET.parse(taken.with_suffix(".source")).getroot())
    out = {name: tmp_path / f"out.{name}" for name in WANTED}
    for name, path in out.items():
        assert told("export", taken, name, "-o", path)["problems"] == []
    schema.assertValid(etree.parse(str(out["schedule.xml"])))
    holds_all(whole, ET.parse(out["schedule.xml"]).getroot())
    before = [path.read_bytes() for path in out.values()]
    for path in (*out.values(), taken.with_suffix(".source")):
        report = told("import", taken, path, "--as", "schedule")
        assert (report["read"], report["unchanged"]) == (len(whole), len(whole))
        assert report["problems"] == []
    for name, path in out.items():
        told("export", taken, name, "-o", path)
    assert [path.read_bytes() for path in out.values()] == before


def test_into_a_new_file_it_is_the_same_program(
    taken: Path, tmp_path: Path, told: Run, said: Run, template: Path
) -> None:
    # The larger one in the format that holds more: this takes a while.
    large = template.with_suffix(".source").stat().st_size > 1_000_000
    name = "schedule.json" if large else "schedule.xml"
    first, second, other = (tmp_path / one for one in (f"a.{name}", f"b.{name}", "other.forum"))
    told("export", taken, name, "-o", first)
    said("new", other, "--title", "en=Other")
    report = told("import", other, first, "--new-edition")
    assert (report["added"], report["problems"]) == (report["read"], [])
    told("export", other, name, "-o", second)
    assert second.read_bytes() == first.read_bytes()


def holds_all(whole: list[ET.Element], written: ET.Element) -> None:
    """Ids, times, people in their order, links and attachments are all there."""
    assert len(events(written)) == len(whole)
    for theirs, ours in zip(whole, events(written), strict=True):
        for attribute in ("guid", "id", "code"):
            assert ours.get(attribute) == theirs.get(attribute)
        for tag in ("date", "start", "duration", "room", "track", "type", "language", "url"):
            assert words(ours, tag) == words(theirs, tag)
        assert named(ours) == named(theirs)
        for group in ("links", "attachments"):
            made, given = addresses(ours, group), addresses(theirs, group)
            assert len(made) == len(given)
            # One that was relative is made whole.
            assert all(one.endswith(said) for one, said in zip(made, given, strict=True))
        assert words(ours, "recording/license") == words(theirs, "recording/license")


def words(event: ET.Element, tag: str) -> str:
    return one_line(event.findtext(tag) or "")


def named(event: ET.Element) -> list[tuple[str | None, str]]:
    """Each person once, by the id the source gives them."""
    people = event.findall("persons/person")
    own = "id" if people and people[0].get("id") else "guid"
    return list(dict.fromkeys((one.get(own), one_line(one.text or "")) for one in people))


def addresses(event: ET.Element, group: str) -> list[str]:
    return [one.get("href", "") for one in event.iterfind(f"{group}/*")]


def test_json_holds_biographies_and_what_the_source_said_besides(
    taken: Path, tmp_path: Path, told: Run
) -> None:
    target = tmp_path / "out.json"
    told("export", taken, "schedule.json", "-o", target)
    conference = json.loads(target.read_text("utf-8"))["schedule"]["conference"]
    people = [
        person
        for day in conference["days"]
        for room in day["rooms"].values()
        for event in room
        for person in event["persons"]
    ]
    if conference["acronym"] == "39c3":
        assert conference["timeslot_duration"] == "00:10"
        assert len({person["guid"] for person in people}) > 200
        return
    assert (conference["day_change"], conference["city"]) == ("09:00:00", "Brussels")
    assert conference["tracks"][1] == {"name": "Main Track (K-building)", "slug": "main_k"}
    assert sum("biography" in person for person in people) > 1000
    assert len({person["id"] for person in people}) == 1216
