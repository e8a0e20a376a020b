# SPDX-License-Identifier: MIT
"""The README tells the truth: its commands exist, its pictures are there."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from forumdesk.cli import program

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "README.md").read_text("utf-8")
LINES = re.findall(r"^forumdesk ([\w-]+) .*$", TEXT, re.MULTILINE)


def test_every_command_is_shown() -> None:
    shown = CliRunner().invoke(program, ["--help"]).output
    listed = re.findall(r"^  ([\w-]+)  +\S", shown.partition("Commands:")[2], re.MULTILINE)
    assert set(LINES) == set(listed)


@pytest.mark.parametrize("line", re.findall(r"^forumdesk ([\w-]+ .*--.*)$", TEXT, re.MULTILINE))
def test_options_shown_are_known(line: str) -> None:
    name, *_ = line.split()
    told = CliRunner().invoke(program, [name, "--help"]).output
    for option in re.findall(r"--[a-z-]+", line):
        assert option in told


def test_pictures_are_there() -> None:
    for path in re.findall(r"\]\(([^)]+)\)", TEXT):
        assert (ROOT / path).is_file()


def test_make_targets_are_there() -> None:
    targets = (ROOT / "Makefile").read_text("utf-8")
    for target in re.findall(r"make (run|test|bench|words)", TEXT):
        assert re.search(rf"^{target}:", targets, re.MULTILINE)
