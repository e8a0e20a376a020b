# SPDX-License-Identifier: MIT
"""What is packaged, that it runs from where it is unpacked, and what setting up says."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest
from hatchling.builders.sdist import SdistBuilder

from forumdesk import __version__
from forumdesk.domain.assets import resources
from forumdesk.domain.forum import Edition, Series
from forumdesk.store.forumfile import ForumFile

ROOT = Path(__file__).parent.parent
SET_UP = ("Makefile", "pyproject.toml", ".ci/run", ".ci/environment", ".ci/system-libraries")
KINDS = (
    *("desktop", "fonts", "i18n", "icons", "letters", "precedence", "sample", "stock", "themes"),
    "web",
)
needs_sh = pytest.mark.skipif(not shutil.which("sh"), reason="setting up is done by sh")


def files(folder: Path) -> set[str]:
    """The files under a folder, without what running Python leaves there."""
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {path.as_posix() for path in found if "__pycache__" not in path.parts}


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_wheel_holds_the_program_whole_and_runs_from_where_it_lies(tmp_path: Path) -> None:
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path, cwd=ROOT)
    (wheel,) = tmp_path.glob("*.whl")
    installed, elsewhere = tmp_path / "installed", tmp_path / "elsewhere"
    elsewhere.mkdir()
    with zipfile.ZipFile(wheel) as file:
        file.extractall(installed)
    assert wheel.name == f"forumdesk-{__version__}-py3-none-any.whl"

    package = {f"forumdesk/{name}" for name in files(ROOT / "forumdesk")}
    data = {
        f"forumdesk/resources/{kind}/{name}"
        for kind in KINDS
        for name in files(ROOT / "resources" / kind)
    }
    about = f"forumdesk-{__version__}.dist-info"
    rest = {name for name in files(installed) if not name.startswith(f"{about}/")}
    assert rest == package | data
    assert {Path(name).suffix for name in package} == {".py", ".sql", ".json"}
    licences = files(installed / about / "licenses")
    assert "LICENSE" in licences
    assert {f"resources/{n}" for n in files(resources()) if "OFL" in n} <= licences
    metadata = Parser().parsestr((installed / about / "METADATA").read_text("utf-8"))
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["License-Expression"] == "MIT"

    def forumdesk(*arguments: str) -> list[str]:
        done = run(sys.executable, *arguments, cwd=elsewhere, PYTHONPATH=str(installed))
        assert (done.returncode, done.stderr) == (0, ""), done.stderr
        return done.stdout.splitlines()

    where = "from forumdesk.domain.assets import resources; print(resources())"
    assert forumdesk("-c", where) == [str((installed / "forumdesk" / "resources").resolve())]
    assert any(
        line.startswith("program") for line in forumdesk("-m", "forumdesk", "export", "--list")
    )
    written = forumdesk("-m", "forumdesk", "demo", "--into", "견본", "--no-window")
    file, *sheets = (elsewhere / name for name in written)
    assert file == elsewhere / "견본" / "sample.forum"
    assert {file, *sheets} == {path for path in elsewhere.rglob("*") if path.is_file()}
    with ForumFile.open(file, read_only=True) as desk:
        assert (desk.count(Series), desk.count(Edition)) == (1, 3)
    are_three_packs(sheets)


def are_three_packs(sheets: list[Path]) -> None:
    """The handouts of the sample: a pack an edition, that of the latest with special sheets."""
    assert len({path.read_bytes() for path in sheets}) == len(sheets)
    assert all(path.read_bytes().startswith(b"%PDF") for path in sheets)
    packs = {path.parent for path in sheets}
    assert len(packs) == 3
    assert {pack.parent.name for pack in packs} == {"handouts"}
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


def test_source_package_holds_what_is_needed_to_run_and_test() -> None:
    packed = {
        file.distribution_path.replace(os.sep, "/")
        for file in SdistBuilder(str(ROOT)).recurse_included_files()
    }
    top = {name.split("/")[0] for name in packed}
    assert top <= {
        *("pyproject.toml", "forumdesk", "resources", "tests", "README.md"),
        *("Makefile", "LICENSE", "CHANGELOG.md", ".gitignore", ".ci"),
    }
    for folder in ("forumdesk", "resources", "tests", ".ci"):
        assert {f"{folder}/{name}" for name in files(ROOT / folder)} <= packed
    # What Python's own rules ask for (pyproject.toml, README.md, LICENSE) is packed besides.
    assert {"Makefile", "CHANGELOG.md"} <= packed


def test_resources_are_found_from_a_checkout() -> None:
    assert resources() == ROOT / "resources"
    # The pictures are those of the README; the program needs none.
    assert {p.name for p in resources().iterdir()} - {"pictures"} == {*KINDS}


@pytest.mark.parametrize("name", SET_UP)
def test_no_package_index_is_named(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert not re.search(r"index-url|find-links|trusted-host|https?://", text)


def test_every_requirement_is_a_range() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for requirement in (*project["dependencies"], *project["optional-dependencies"]["dev"]):
        assert ">=" in requirement, requirement


def script(path: Path, text: str) -> Path:
    path.write_text(f"#!/bin/sh\n{text}\n", "utf-8")
    path.chmod(0o755)
    return path


@needs_sh
@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ('case "$2" in *print*) echo 3.10;; *) exit 1;; esac', "is 3.10"),
        ("exit 127", "there is no"),
    ],
)
def test_a_python_too_old_is_refused_in_a_sentence(tmp_path: Path, answer: str, said: str) -> None:
    python = script(tmp_path / "py thon", answer)
    done = run(
        "sh", ROOT / ".ci" / "environment", tmp_path / "made", cwd=tmp_path, PYTHON=str(python)
    )
    assert done.returncode == 1
    assert not (tmp_path / "made").exists()
    (line,) = (done.stdout + done.stderr).splitlines()
    assert line.startswith("ForumDesk needs Python 3.11 or newer")
    assert said in line


@needs_sh
@pytest.mark.parametrize(
    ("installed", "said"),
    [
        (["one", "two", "libglib2.0-0t64"], ""),
        (
            ["one", "libglib2.0-0"],
            "Setting up needs these system packages, please have them ",
        ),
    ],
)
def test_who_may_not_install_packages_is_told_their_names(
    tmp_path: Path, installed: list[str], said: str
) -> None:
    there = "; ".join(f'echo "installed {name} "' for name in installed)
    script(tmp_path / "dpkg-query", there)
    script(tmp_path / "id", "echo 1000")
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    libraries = ROOT / ".ci" / "system-libraries"
    done = run("sh", libraries, "one", "two", "libglib2.0-0", cwd=tmp_path, PATH=path)
    assert done.returncode == 0
    assert done.stderr == (f"{said}installed: two\n" if said else "")
