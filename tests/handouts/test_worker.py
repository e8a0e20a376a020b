# SPDX-License-Identifier: MIT
"""The paper worker sets and draws in its own process, drops what is replaced, survives a crash."""

import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing.connection import wait

import pytest

from forumdesk.handouts.catalogue import options_for, render
from forumdesk.handouts.content import AgendaContent
from forumdesk.handouts.contents.program import agenda_content
from forumdesk.handouts.options import Paper
from forumdesk.handouts.worker import (
    Answer,
    Crashed,
    Draw,
    Failed,
    Made,
    Make,
    PageImage,
    PaperWorker,
    Ready,
)
from tests.handouts.dossiers import forum

OPTIONS = options_for(forum())
CONTENT = agenda_content(forum(), OPTIONS)
MAKE = Make("preview", "agenda", CONTENT, OPTIONS)
SECONDS = 60.0


@pytest.fixture
def worker() -> Iterator[PaperWorker]:
    worker = PaperWorker()
    yield worker
    worker.close()


def answers(worker: PaperWorker, count: int = 1) -> list[Answer]:
    """The next answers, waiting for each as the window's event loop would."""
    found: list[Answer] = []
    while len(found) < count:
        assert worker.connection is not None
        assert wait([worker.connection], SECONDS), f"no answer after {found}"
        found += worker.poll()
    return found


def other(content: AgendaContent, title: str) -> AgendaContent:
    return replace(content, sheet=replace(content.sheet, title=(("en", title),)))


def test_a_handout_is_set_as_it_is_here(worker: PaperWorker) -> None:
    worker.start()
    worker.submit(MAKE)
    assert worker.busy
    ready, made = answers(worker, 2)
    assert ready == Ready("warm")
    assert made == Made("preview", render("agenda", CONTENT, OPTIONS))
    assert not worker.busy


@pytest.mark.parametrize(
    ("paper", "scale", "size"), [(Paper.A4, 0.5, (298, 421)), (Paper.A5, 1.0, (420, 596))]
)
def test_pages_are_drawn(
    worker: PaperWorker, paper: Paper, scale: float, size: tuple[int, int]
) -> None:
    worker.submit(replace(MAKE, options=replace(OPTIONS, paper=paper)))
    worker.submit(Draw("page", "preview", 0, scale))
    worker.submit(Draw("beyond", "preview", 99))
    _, image, beyond = answers(worker, 3)
    assert isinstance(image, PageImage)
    assert (image.document, image.page) == ("preview", 0)
    assert (image.width, image.height) == size
    assert len(image.pixels) == image.stride * image.height >= 4 * image.width * image.height
    assert len(set(image.pixels)) > 10, "an empty page"
    assert isinstance(beyond, Failed)
    assert beyond.id == "beyond"


def test_the_latest_of_one_id_wins(worker: PaperWorker) -> None:
    for title in ("first", "second", "third"):
        worker.submit(replace(MAKE, content=other(CONTENT, title)))
    worker.submit(replace(MAKE, id="last"))
    made, last = answers(worker, 2)
    assert made == Made("preview", render("agenda", other(CONTENT, "third"), OPTIONS))
    assert last.id == "last"


def test_what_is_cancelled_is_not_answered(worker: PaperWorker) -> None:
    worker.submit(MAKE)
    worker.submit(replace(MAKE, id="waiting"))
    worker.cancel("preview")
    worker.cancel("waiting")
    assert not worker.busy
    worker.submit(replace(MAKE, id="wanted"))
    (made,) = answers(worker)
    assert made.id == "wanted"


def test_work_nobody_waits_for_does_not_keep_others_waiting() -> None:
    worker = PaperWorker(patience=0.0)
    try:
        worker.submit(MAKE)
        first = worker.pid
        worker.submit(replace(MAKE, content=other(CONTENT, "newer")))
        assert worker.pid != first
        assert answers(worker) == [
            Made("preview", render("agenda", other(CONTENT, "newer"), OPTIONS))
        ]
    finally:
        worker.close()


def test_a_refusal_is_told_and_the_process_lives_on(worker: PaperWorker) -> None:
    worker.submit(replace(MAKE, options=replace(OPTIONS, theme="no such theme")))
    worker.submit(replace(MAKE, id="nothing", handout="poster"))
    worker.submit(replace(MAKE, id="defect", content=None))
    refused, unknown, defect = answers(worker, 3)
    assert isinstance(refused, Failed)
    assert refused.details == ""
    assert isinstance(unknown, Failed)
    assert dict(unknown.phrase.values)["name"] == "poster"
    assert isinstance(defect, Failed)
    assert "Traceback" in defect.details
    pid = worker.pid
    worker.submit(MAKE)
    (made,) = answers(worker)
    assert isinstance(made, Made)
    assert worker.pid == pid


def kill(worker: PaperWorker) -> None:
    assert worker.pid is not None
    os.kill(worker.pid, signal.SIGTERM)


def test_a_crash_is_reported_and_work_goes_on(worker: PaperWorker) -> None:
    worker.submit(MAKE)
    worker.submit(replace(MAKE, id="after"))
    first = worker.pid
    kill(worker)
    crashed, after = answers(worker, 2)
    assert isinstance(crashed, Crashed)
    assert crashed.id == "preview"
    assert crashed.code
    assert worker.pid != first
    assert after == Made("after", render("agenda", CONTENT, OPTIONS))


def test_a_document_outlives_the_process_that_set_it(worker: PaperWorker) -> None:
    worker.submit(MAKE)
    answers(worker)
    kill(worker)
    assert answers(worker) == [Crashed("", -signal.SIGTERM)]
    worker.submit(Draw("page", "preview", 0, 0.2))
    (image,) = answers(worker)
    assert isinstance(image, PageImage)
    worker.forget("preview")
    kill(worker)
    answers(worker)
    worker.submit(Draw("page", "preview", 0, 0.2))
    (gone,) = answers(worker)
    assert isinstance(gone, Failed)


def test_a_worker_that_never_starts_is_given_up(worker: PaperWorker) -> None:
    worker.start()
    found: list[Answer] = []
    while worker.connection is not None:
        kill(worker)
        found += answers(worker)
    assert [type(answer) for answer in found] == [Crashed, Crashed, Crashed]
    worker.submit(MAKE)
    (made,) = answers(worker)
    assert isinstance(made, Made)


def test_closing_ends_the_process(worker: PaperWorker) -> None:
    worker.start()
    pid = worker.pid
    assert pid is not None
    worker.close()
    assert worker.pid is None
    assert worker.poll() == []
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
