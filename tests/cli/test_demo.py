# SPDX-License-Identifier: MIT
"""``demo``: the sample with its handouts, and what a second run leaves alone."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from forumdesk.cli.demo import write_sample_file

Run = Callable[..., str]
Tell = Callable[..., Any]


def test_the_sample_and_its_handouts(tmp_path: Path, said: Run, told: Tell, refused: Run) -> None:
    folder = tmp_path / "견본"
    lines = said("demo", "--into", folder, "--no-window").splitlines()
    file, *sheets = map(Path, lines)
    editions = told("info", file)["series"][0]["editions"]
    assert len(editions) == 3
    assert len({path.read_bytes() for path in sheets}) == len(sheets)
    assert all(path.read_bytes().startswith(b"%PDF") for path in sheets)
    assert sorted(folder.glob("handouts/*/*")) == sorted(sheets)
    packs = {path.parent for path in sheets}
    assert len(packs) == 3
    for pack in packs:
        names = sorted(path.name for path in sheets if path.parent == pack)
        assert names[0] == "00 Cover list.pdf"
        numbered = [name for name in names if name[:2].isdigit()]
        assert [name[:2] for name in numbered] == [f"{n:02}" for n in range(len(numbered))]
        together = names[len(numbered) :]
        assert all(name.startswith("Print all ") for name in together)
        assert "Print all A4.pdf" in together
    (latest,) = (pack for pack in packs if pack.name.startswith("3rd"))
    said_of_latest = " ".join(path.name for path in latest.iterdir())
    for title in ("Program", "Agenda", "Run sheet", "MC script", "Badges", "Comparison"):
        assert title in said_of_latest
    for special in ("SIA first", "KSIA first", "A5", "Large print", "English", "Client"):
        assert special in said_of_latest
    assert all(len(list(pack.iterdir())) > 10 for pack in packs)
    said("undo", file)
    again = said("demo", "--into", folder, "--no-window").splitlines()
    assert again == [f"{file} (kept as it is)"]
    assert told("info", file)["series"] == []


def test_half_a_sample_of_a_killed_run_is_not_kept(tmp_path: Path, said: Run, told: Tell) -> None:
    part = tmp_path / ".sample.forum.part"
    said("new", part, "--title", "en=Half")
    write_sample_file(tmp_path / "sample.forum")
    (series,) = told("info", tmp_path / "sample.forum")["series"]
    assert len(series["editions"]) == 3
    assert sorted(p.name for p in tmp_path.iterdir()) == ["sample.forum"]


def test_a_file_in_the_way_is_left_alone(tmp_path: Path, refused: Run) -> None:
    (tmp_path / "sample-forum").write_text("mine")
    assert "sample-forum" in refused("demo", "--into", tmp_path / "sample-forum", "--no-window")
    assert (tmp_path / "sample-forum").read_text() == "mine"
