# SPDX-License-Identifier: MIT
"""A pattern finds what ``re`` finds with the same expression and flags."""

import re

import pytest

from forumdesk.domain.patterns import Pattern


@pytest.mark.parametrize("text", ["Room 12", "room 12b", "12", "no number", ""])
def test_a_pattern_finds_what_re_finds(text: str) -> None:
    source = r"room (\d+)"
    ours, theirs = Pattern(source, re.IGNORECASE), re.compile(source, re.IGNORECASE)
    for found, wanted in (
        (ours.search(text), theirs.search(text)),
        (ours.match(text), theirs.match(text)),
        (ours.fullmatch(text), theirs.fullmatch(text)),
    ):
        assert (found and found.groups()) == (wanted and wanted.groups())
    assert ours.sub("hall", text) == theirs.sub("hall", text)
