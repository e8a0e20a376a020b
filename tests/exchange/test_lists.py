# SPDX-License-Identifier: MIT
"""Lists in every format: written as they come, told of on the way, and stopped without a trace."""

import io
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from forumdesk.domain.roster import Asked, Roster
from forumdesk.domain.words import words_in
from forumdesk.exchange.lists import LIST_FORMATS, ListFile, write_list
from tests.exchange.people import forum

NOON = datetime(2027, 6, 1, 12, tzinfo=UTC)
kinds = pytest.mark.parametrize("kind", LIST_FORMATS)


class EnoughError(Exception):
    """Nobody wants the list any more."""


def roster() -> Roster:
    return Roster(forum(), Asked(languages=("en",)), words_in("en"))


@kinds
def test_every_format_tells_how_far_it_is_and_is_the_same_each_time(kind: str) -> None:
    files = []
    for _ in range(2):
        file, heard = io.BytesIO(), list[int]()
        assert write_list(kind, ListFile(roster(), NOON, heed=heard.append), file) == 0
        assert heard == [1, 2]
        files.append(file.getvalue())
    assert files[0] == files[1]
    assert len(files[0]) > 100


@kinds
def test_whoever_listens_may_stop_it(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def heed(done: int) -> None:
        raise EnoughError

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(EnoughError):
        write_list(kind, ListFile(roster(), NOON, heed=heed), io.BytesIO())
    assert list(tmp_path.iterdir()) == []


def test_nobody_makes_a_list_with_heads() -> None:
    nobody = Roster(forum(participations=()), Asked(languages=("en",)), words_in("en"))
    sizes = {}
    for kind in LIST_FORMATS:
        file = io.BytesIO()
        write_list(kind, ListFile(nobody, NOON), file)
        sizes[kind] = len(file.getvalue())
    assert sizes["vcf"] == 0
    assert sizes["csv"] > 100
    assert sizes["xlsx"] > 1000
