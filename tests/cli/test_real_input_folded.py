# SPDX-License-Identifier: MIT
"""The pocket agenda of a very large conference: many sheets, and nothing left out."""

import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree

from forumdesk.cli import main
from tests.cli.conftest import FOSDEM


def words_of(path: Path) -> str:
    """All text of a PDF without white, which depends on where lines end."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext of poppler-utils is not installed")
    told = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True)
    return "".join(told.stdout.decode().split())


def test_every_session_of_a_day_is_in_the_pocket(fosdem: Path, tmp_path: Path) -> None:
    day = etree.parse(FOSDEM).find("day")
    assert day is not None
    titles = [str(title.text).strip() for title in day.iterfind("room/event/title")]
    assert len(titles) > 400
    target = tmp_path / "pocket.pdf"
    assert main(["export", str(fosdem), "pocket", "-o", str(target), "--day", day.get("date")]) == 0
    said = words_of(target)
    missing = [title for title in titles if "".join(title.split()) not in said]
    assert missing == []
