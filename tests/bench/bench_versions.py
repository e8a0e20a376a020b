# SPDX-License-Identifier: MIT
"""Comparing a very large agenda with a version of it, against merely reading the version's JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from forumdesk.domain.changes import compare
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.frozen import as_of, freeze
from forumdesk.domain.versions import Version
from tests.bench import Measure, in_turn
from tests.bench.bench_checks import fosdem
from tests.bench.bench_import import SOURCE

PATIENCE = 0.3  # seconds in which the answer must be there


def measures() -> Iterator[Measure]:
    """Thawing and comparing; nothing where the file of real input isn't there."""
    if not SOURCE.is_file():
        return
    state = fosdem()
    content = freeze(state)
    version = Version("v", state.edition.id, "v1", datetime(2026, 1, 1, tzinfo=UTC), content, "")
    later = _later(state)

    def ours() -> None:
        assert len(compare(as_of(later, version), replace(later))) >= len(state.sessions) // 3

    took, floor = in_turn(ours, lambda: json.loads(content))
    sessions = len(state.sessions)
    yield Measure(
        f"changes of {sessions:,} since a version, to its JSON", took, floor, must=8, wants=5
    )
    yield Measure("the same, to 300 ms", took, PATIENCE, must=1, wants=0.8)


def _later(state: Dossier) -> Dossier:
    """Every third session a quarter of an hour later."""
    by, every = timedelta(minutes=15), enumerate(state.sessions)
    sessions = (s if n % 3 or not s.starts else replace(s, starts=s.starts + by) for n, s in every)
    return replace(state, sessions=tuple(sessions))
