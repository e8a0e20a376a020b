# SPDX-License-Identifier: MIT
"""The first page of every handout of the sample, from the data to a picture, in a warm worker."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from forumdesk.domain.comparison import with_comparison
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition
from forumdesk.handouts.catalogue import HANDOUTS, Handout, options_for
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.worker import (
    Answer,
    Draw,
    Failed,
    Made,
    Make,
    PageImage,
    PaperWorker,
    Ready,
)
from forumdesk.services.sample import read_sample, write_sample
from forumdesk.store.forumfile import ForumFile
from forumdesk.store.queries import dossier
from tests.bench import Measure

MOST = 300.0  # milliseconds
TIMES = 5
SCALE = 1.0  # of 72 dpi: a whole page in a window


def measures() -> Iterator[Measure]:
    """Milliseconds of each handout, of the edition that is being planned."""
    of = sample()
    worker = PaperWorker(patience=600.0)
    worker.start()
    try:
        _wait(worker, Ready)
        for one in HANDOUTS:
            _preview(worker, one, of)
            took = min(_preview(worker, one, of) for _ in range(TIMES))
            yield Measure(f"preview of {one.name}", took, MOST, "ms", must=1.0)
    finally:
        worker.close()


def sample() -> Dossier:
    """The newest edition of the sample, with the others to compare it with."""
    with (
        tempfile.TemporaryDirectory() as folder,
        ForumFile.create(Path(folder) / "bench.forum") as desk,
    ):
        for _ in write_sample(desk, read_sample()):
            pass
        newest = max(desk.find(Edition), key=lambda edition: edition.number or 0)
        reading = with_comparison(desk, dossier(desk, newest.id))
        while True:
            try:
                next(reading)
            except StopIteration as end:
                found: Dossier = end.value
                return found


def _preview(worker: PaperWorker, one: Handout, of: Dossier) -> float:
    begin = time.perf_counter()
    options = options_for(of)
    worker.submit(Make("bench", one.name, one.build(of, options, Imprint()), options))
    _wait(worker, Made)
    worker.submit(Draw("page", "bench", 0, SCALE))
    _wait(worker, PageImage)
    return (time.perf_counter() - begin) * 1000


def _wait(worker: PaperWorker, wanted: type[Answer]) -> None:
    """Until an answer of a kind comes; what could not be met ends the run."""
    while True:
        if worker.connection is not None:
            worker.connection.poll(1.0)
        for answer in worker.poll():
            if isinstance(answer, Failed):
                raise RuntimeError(answer.phrase.message, answer.details)
            if isinstance(answer, wanted):
                return
