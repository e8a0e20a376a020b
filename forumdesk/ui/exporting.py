# SPDX-License-Identifier: MIT
"""Writing a list of participants from the window: asked for in a dialog, written in a thread."""

from __future__ import annotations

import time
from collections.abc import Collection, Generator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.languages import base
from forumdesk.domain.progress import Progress
from forumdesk.domain.reading import read_everybody
from forumdesk.domain.roster import Asked, Roster
from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_, words_in
from forumdesk.handouts.naming import file_name, written_whole
from forumdesk.ui.aside import PAUSE
from forumdesk.ui.jobs import Job
from forumdesk.ui.messages import Banner, said_anew
from forumdesk.ui.workspace import Workspace

if TYPE_CHECKING:
    from forumdesk.exchange.lists import ListFile
    from forumdesk.ui.export_dialog import ExportDialog

_KINDS = {"csv": "CSV (*.csv)", "xlsx": "Excel (*.xlsx)", "vcf": "vCard (*.vcf)"}


@frozen
class Written:
    """A list that was written: where, how many are on it, how many texts had to be cut."""

    path: Path
    people: int
    cut: int


class _Stopped(Exception):  # noqa: N818 - not an error: somebody wants no more
    """The list is not wanted any more."""


def export_list(
    work: Workspace, ids: Collection[str] | None = None, parent: QWidget | None = None
) -> ExportDialog | None:
    """Ask what list is wanted, of some participations (ids) or of all, and write it."""
    from forumdesk.ui.export_dialog import ExportDialog  # noqa: PLC0415 - rare

    if work.dossier is None:
        return None
    only = None if ids is None else frozenset(ids)
    dialog = ExportDialog(work, work.dossier, only, parent)
    dialog.wanted.connect(lambda kind, asked: write(work, kind, asked))
    dialog.open()
    return dialog


def write(work: Workspace, kind: str, asked: Asked) -> None:
    """Ask where to, and write a list there; it can be cancelled."""
    dossier, words = work.dossier, work.words
    if dossier is None:
        return
    folder = work.folder
    name = file_name(dossier.title.best(dossier.languages), ending=kind)
    path = work.messages.save_path(words("Export a list"), folder / name, _KINDS[kind])
    if path is None:
        return
    path = path if path.suffix else path.with_suffix(f".{kind}")
    work.settings.change(folder=str(path.parent))
    writing = _writing(work, dossier, kind, (asked, path))
    title = words("Writing {name}", name=path.name)
    job = Job(title, writing, lambda done: _tell(work, done), work.messages.refuse)
    work.jobs.start(job)


def _writing(
    work: Workspace, dossier: Dossier, kind: str, wanted: tuple[Asked, Path]
) -> Generator[Any, None, Written]:
    from forumdesk.exchange.lists import ListFile  # noqa: PLC0415 - not before a list is wanted

    asked, path = wanted
    whole = dossier if dossier.whole else (yield from read_everybody(work.desk, dossier))
    roster = Roster(whole, asked, words_in(base(asked.languages[0])))
    stop, people, done = Event(), len(roster.listed), [0]

    def heed(number: int) -> None:
        done[0] = number
        if stop.is_set():
            raise _Stopped

    listed = ListFile(roster, work.desk.now(), heed=heed)
    with ThreadPoolExecutor(1) as thread:
        written = thread.submit(_write, kind, listed, path)
        try:
            while not written.done():
                time.sleep(PAUSE)
                yield Progress(done[0], max(people, 1))
        finally:
            stop.set()
    return Written(path, people, written.result())


def _write(kind: str, listed: ListFile, path: Path) -> int:
    from forumdesk.exchange.lists import write_list  # noqa: PLC0415 - as above

    with written_whole(path) as file:
        return write_list(kind, listed, file)


def _tell(work: Workspace, done: Written) -> None:
    words = work.words
    people = words.plural("{count} participant", "{count} participants", done.people)
    work.messages.tell(words("Written: {path}", path=f"{done.path} ({people})"))
    if done.cut:
        cut = N_(
            "{count} texts are longer than a cell of a spreadsheet holds, and end with “…” there."
        )
        work.messages.show(
            said_anew(lambda: Banner("cut", work.words(cut, count=done.cut), "warning"))
        )
