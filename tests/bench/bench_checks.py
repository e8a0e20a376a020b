# SPDX-License-Identifier: MIT
"""What the checks find after one move in a very large agenda, against looking at all of it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random
from statistics import median

from forumdesk.domain.checks import run
from forumdesk.domain.checks.incremental import Findings, verdict
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition
from forumdesk.domain.placing import Place, with_places
from forumdesk.domain.reading import dossier
from forumdesk.store.forumfile import ForumFile
from tests.bench import Measure, seconds
from tests.bench.bench_import import SOURCE, empty_file, imported

MOVES = 25
AT_ONCE = 0.050  # seconds in which the answer must be there
FRAME = 1 / 60


def measures() -> Iterator[Measure]:
    """The moves of sessions; nothing where the file of real input isn't there."""
    if not SOURCE.is_file():
        return
    state = fosdem()
    sessions = len(state.sessions)
    ours, floor = _after_moves(state)
    yield Measure(f"checks after a move of {sessions:,}, to all", ours, floor, must=0.25, wants=0.1)
    yield Measure("the same, to 50 ms", ours, AT_ONCE, must=1, wants=0.5)
    ghost = _verdicts(state)
    yield Measure("verdict on a session dragged, to a frame", ghost, FRAME, must=1, wants=0.5)


def fosdem() -> Dossier:
    """The agenda of a very large edition."""
    with tempfile.TemporaryDirectory() as folder:
        path = empty_file(Path(folder) / "fosdem.forum")
        imported(path, SOURCE)
        with ForumFile.open(path) as desk:
            (edition,) = desk.find(Edition)
            return dossier(desk, edition.id)


def _after_moves(state: Dossier) -> tuple[float, float]:
    """Median seconds of looking again after each of many moves, and of looking at all."""
    random, findings = Random(7), Findings.of(state)
    pairs = []
    for _ in range(MOVES):
        state = with_places(state, _move(state, random))
        known, fresh = findings, replace(state)  # nothing is derived of either yet
        ours = seconds(lambda known=known, state=state: known.after(state).problems)
        pairs.append((ours, seconds(lambda fresh=fresh: run(fresh))))
        findings = known.after(state)
        assert list(findings.problems) == run(state)
    return median(ours for ours, _ in pairs), median(floor for _, floor in pairs)


def _verdicts(state: Dossier) -> float:
    """Median seconds of the checks' answer at each stop of a session that is dragged."""
    random, findings = Random(7), Findings.of(state)
    places = [_move(state, random) for _ in range(MOVES)]
    return median(seconds(lambda p=place: verdict(findings, state, p)) for place in places)


def _move(state: Dossier, random: Random) -> dict[str, Place]:
    """A session at a time and in a room of another."""
    session, other = random.sample([s for s in state.sessions if s.starts], 2)
    assert other.starts is not None
    rooms = tuple(room.id for room in state.rooms_of(other))
    return {session.id: Place(other.starts + timedelta(minutes=5), session.minutes, rooms)}
