# SPDX-License-Identifier: MIT
"""Having a pack made: read what it needs, make it beside the window, note it, and tell of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from forumdesk.domain.comparison import with_comparison
from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.progress import Progress
from forumdesk.domain.reading import read_everybody
from forumdesk.domain.words import N_, Words
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.naming import file_name
from forumdesk.handouts.pack.findings import found
from forumdesk.handouts.pack.making import Fate, Pack, PackOrder
from forumdesk.handouts.pack.usual import with_usual
from forumdesk.handouts.published import as_published
from forumdesk.services.packing import log_pack
from forumdesk.ui.handouts.pack.making import PackRun
from forumdesk.ui.jobs import Job
from forumdesk.ui.messages import Banner, said_anew
from forumdesk.ui.workspace import Workspace

TOLD = 3  # sheets that were not made, told of in the window; the list of the pack tells of all


class PackMaker(QObject):
    """``made`` carries the ``Pack`` when it is. It outlives the view that asked for the pack."""

    made = Signal(object)

    def __init__(self, work: Workspace) -> None:
        super().__init__(work)
        self._work = work
        self._unnoted: tuple[str, Pack] | None = None
        work.jobs.progressed.connect(self._note)

    def make(self, dossier: Dossier, where: Path, version: str, *, changed: bool) -> None:
        """Make the pack of an edition, as it is now or as it was published, in a new folder."""
        words, desk = self._work.words, self._work.desk
        try:
            named = file_name(words.text(dossier.title), words("Handout pack"), ending="pdf")
            folder = _new_folder(where, named.removesuffix(".pdf"))
        except ForumDeskError as error:
            self._work.messages.refuse(error)
            return

        def order(whole: Dossier, imprint: Imprint) -> PackOrder:
            """Thawing a version takes its time: it is for the thread."""
            of, stamp = as_published(whole, version) if version else (whole, imprint)
            return PackOrder.of(with_usual(of), stamp, words, changed=changed)

        def begin(whole: Dossier) -> None:
            self._begin(partial(order, whole, Imprint(at=desk.now())), folder, whole.edition.id)

        reading, failed = _complete(desk, dossier), partial(self._failed, folder)
        self._work.jobs.start(Job(words("Reading the edition"), reading, begin, failed))

    def _begin(self, order: Callable[[], PackOrder], folder: Path, edition: str) -> None:
        title = self._work.words("Making the handout pack")
        steps = PackRun(order, folder).steps(partial(self._cancelled, folder))
        next(steps)  # begun at once, so that it is told when it is cancelled
        made, failed = partial(self._made, edition), partial(self._failed, folder)
        self._work.jobs.start(Job(title, steps, made, failed, writes=False))

    def _failed(self, folder: Path, error: ForumDeskError) -> None:
        _drop_empty(folder)
        self._work.messages.refuse(error)

    def _cancelled(self, folder: Path) -> None:
        words = self._work.words
        count = len(list(folder.glob("*.pdf")))
        if not count:
            _drop_empty(folder)
            self._work.messages.tell(words("The handout pack was cancelled."))
            return
        self._show(lambda: _cancelled(count, self._work.words), folder, "warning")

    def _made(self, edition: str, pack: Pack) -> None:
        self._unnoted = (edition, pack)
        self._note()
        trouble = pack.being(Fate.LEFT) or any(one.problems for one in pack.outcomes)
        self._show(lambda: self._said(pack), pack.folder, "warning" if trouble else "plain")
        self.made.emit(pack)

    def _note(self) -> None:
        """Note what was made as printed, as soon as nothing else writes into the file."""
        if self._unnoted is None or self._work.jobs.writing:
            return
        (edition, pack), self._unnoted = self._unnoted, None
        if self._work.editable and pack.produced:
            self._work.run(log_pack, edition, pack.produced)

    def _show(self, said: Callable[[], str], folder: Path, tone: str) -> None:
        url = QUrl.fromLocalFile(str(folder))

        def banner() -> Banner:
            offer = (self._work.words("Open folder"), lambda: QDesktopServices.openUrl(url))
            return Banner("pack", said(), tone, (offer,))

        self._work.messages.show(said_anew(banner))

    def _said(self, pack: Pack) -> str:
        """What became of the pack, in a few sentences."""
        words = self._work.words
        made, left = pack.being(Fate.MADE), pack.being(Fate.LEFT)
        said = [
            words.plural(
                "The handout pack is made: {count} sheet.",
                "The handout pack is made: {count} sheets.",
                len(made),
            )
        ]
        if unchanged := len(pack.being(Fate.UNCHANGED)):
            said.append(words.plural("{count} is unchanged.", "{count} are unchanged.", unchanged))
        if noted := len(found(pack.outcomes, words)):
            said.append(
                words.plural(
                    "{count} thing is to be looked at; the cover list says on which sheets.",
                    "{count} things are to be looked at; the cover list says on which sheets.",
                    noted,
                )
            )
        for one in left[:TOLD]:
            why = one.why.said(words) if one.why else ""
            said.append(words("{sheet} was not made: {why}", sheet=one.ticket.said, why=why))
        if (more := len(left) - TOLD) > 0:
            said.append(
                words.plural(
                    "{count} more was not made; the cover list says why.",
                    "{count} more were not made; the cover list says why.",
                    more,
                )
            )
        return " ".join(said)


def _complete(desk: Desk, dossier: Dossier) -> Generator[Progress, None, Dossier]:
    """The edition with everybody, and with the other editions."""
    if not dossier.whole:
        dossier = yield from read_everybody(desk, dossier)
    return (yield from with_comparison(desk, dossier))


def _new_folder(where: Path, name: str) -> Path:
    """A folder of a pack's own; of a name that is taken, the next one that is free."""
    folder, number = where / name, 2
    while os.path.lexists(folder):
        folder, number = where / f"{name} ({number})", number + 1
    try:
        folder.mkdir()
    except OSError as error:
        raise ForumDeskError(
            N_("“{path}” could not be written: {reason}. Nothing was changed."),
            path=str(folder),
            reason=error.strerror or str(error),
        ) from error
    return folder


def _drop_empty(folder: Path) -> None:
    """Take a folder away in which nothing was made."""
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def _cancelled(count: int, words: Words) -> str:
    return words.plural(
        "The handout pack was cancelled: {count} file is in the folder, without a cover list;"
        " nothing was noted as printed.",
        "The handout pack was cancelled: {count} files are in the folder, without a cover list;"
        " nothing was noted as printed.",
        count,
    )
