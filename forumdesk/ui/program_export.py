# SPDX-License-Identifier: MIT
"""Writing the program from the window: as a page of the web, or for other programs."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from forumdesk.domain.desk import Problem
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.languages import language_name
from forumdesk.domain.values import frozen
from forumdesk.domain.versions import Origin
from forumdesk.domain.words import N_
from forumdesk.handouts.catalogue import options_for
from forumdesk.handouts.naming import file_name, write_whole
from forumdesk.handouts.options import Audience, choice_name
from forumdesk.ui.aside import aside
from forumdesk.ui.choices import ChoiceField
from forumdesk.ui.forms import captioned, closing_row
from forumdesk.ui.jobs import Job
from forumdesk.ui.labels import button, label
from forumdesk.ui.messages import Banner, said_anew
from forumdesk.ui.workspace import Workspace

PAGE, WHOLE = "html", "json"
_FORMATS = (
    (PAGE, N_("Page for the web (.html)"), N_("Pages (*.html)")),
    ("schedule.xml", N_("For schedule apps (schedule.xml)"), N_("Schedules (*.xml)")),
    ("schedule.json", N_("For schedule apps (schedule.json)"), N_("Schedules (*.json)")),
    (WHOLE, N_("The whole forum file (.json)"), N_("Forum files as JSON (*.json)")),
)
Made = tuple[bytes, tuple[Problem, ...]]


@frozen
class Wanted:
    """What is to be written: a format, for whom, in which languages (none: in all)."""

    kind: str
    audience: Audience
    languages: tuple[str, ...]


class ProgramExport(QDialog):
    """What is wanted, asked for; ``wanted`` carries it."""

    wanted = Signal(object)

    def __init__(self, work: Workspace, dossier: Dossier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = work.words
        self.setWindowTitle(words("Export the program"))
        self.kind = ChoiceField(
            words("Format"), [(kind, words(said)) for kind, said, _ in _FORMATS]
        )
        self.audience = ChoiceField(
            words("Audience"), [(one, choice_name(one, words)) for one in Audience]
        )
        tags = [(tag, language_name(tag, words.language)) for tag in dossier.languages]
        self.language = ChoiceField(words("Languages"), [("", words("All languages")), *tags])
        self.kind.show_value(PAGE)
        self.audience.show_value(Audience.PUBLIC)
        self.language.show_value("")
        self.go = button(words("&Export…"), "first")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(label(words("Program"), "lead"))
        for field in (self.kind, self.audience, self.language):
            layout.addWidget(captioned(field.accessibleName(), field))
        layout.addStretch(1)
        layout.addLayout(closing_row(self, words, self.go))
        self.setMinimumWidth(420)
        self.kind.committed.connect(self._look)
        self.go.clicked.connect(self._export)

    def _look(self) -> None:
        """The whole file is for nobody in particular."""
        for field in (self.audience, self.language):
            field.setEnabled(self.kind.currentData() != WHOLE)

    def _export(self) -> None:
        tag = str(self.language.currentData())
        wanted = Wanted(
            str(self.kind.currentData()),
            Audience(self.audience.currentData()),  # Qt gives back a plain text
            (tag,) if tag else (),
        )
        self.accept()
        self.wanted.emit(wanted)


def export_program(work: Workspace, parent: QWidget | None = None) -> ProgramExport | None:
    """Ask what is wanted, and write it."""
    if work.dossier is None:
        return None
    dialog = ProgramExport(work, work.dossier, parent)
    dialog.wanted.connect(lambda wanted: write(work, wanted))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def write(work: Workspace, wanted: Wanted) -> None:
    """Ask where to, and write it there; it can be cancelled."""
    dossier, words = work.dossier, work.words
    if dossier is None:
        return
    folder = work.folder
    title = dossier.title.best(dossier.languages)
    name = file_name(work.desk.path.stem if wanted.kind == WHOLE else title, ending=wanted.kind)
    pattern = next(said for kind, _, said in _FORMATS if kind == wanted.kind)
    path = work.messages.save_path(words("Export the program"), folder / name, words(pattern))
    if path is None:
        return
    path = path if path.suffix else path.with_name(f"{path.name}.{wanted.kind}")
    work.settings.change(folder=str(path.parent))
    making = _whole(work, path) if wanted.kind == WHOLE else _making(work, dossier, wanted, path)
    title = words("Writing {name}", name=path.name)
    work.jobs.start(Job(title, making, lambda told: _tell(work, path, told), work.messages.refuse))


def _whole(work: Workspace, path: Path) -> Generator[Any, None, tuple[Problem, ...]]:
    """The whole file, a table at a time: it may only be read from here."""
    from forumdesk.store.dump import json_pieces  # noqa: PLC0415 - rare

    pieces = []
    for piece in json_pieces(work.desk):
        pieces.append(piece)
        yield None
    write_whole(path, "".join(pieces).encode())
    return ()


def _making(
    work: Workspace, dossier: Dossier, wanted: Wanted, path: Path
) -> Generator[Any, None, tuple[Problem, ...]]:
    origins = tuple(work.desk.find(Origin, edition=dossier.edition.id))
    data, problems = yield from aside(lambda: made(dossier, origins, wanted))
    write_whole(path, data)
    return problems


def made(dossier: Dossier, origins: tuple[Origin, ...], wanted: Wanted) -> Made:
    """The file, and what could not be written as it is; in any thread."""
    make: Callable[[Dossier, tuple[Origin, ...], Wanted], Made]
    make = _page if wanted.kind == PAGE else _schedule
    return make(dossier, origins, wanted)


def _page(dossier: Dossier, _: tuple[Origin, ...], wanted: Wanted) -> Made:
    # What makes pages is loaded when the first is wanted.
    from forumdesk.handouts.contents.page import page_content  # noqa: PLC0415
    from forumdesk.handouts.contents.setting import Imprint  # noqa: PLC0415
    from forumdesk.handouts.web.page import page  # noqa: PLC0415

    usual = options_for(dossier)
    languages = wanted.languages or usual.languages
    options = replace(usual, languages=languages, audience=wanted.audience)
    return page(page_content(dossier, options, Imprint()), options.theme, options.accent), ()


def _schedule(dossier: Dossier, origins: tuple[Origin, ...], wanted: Wanted) -> Made:
    from forumdesk.exchange.programs import write_program  # noqa: PLC0415 - as above
    from forumdesk.exchange.schedule_out import Outgoing  # noqa: PLC0415
    from forumdesk.handouts.contents.sessions import known_to  # noqa: PLC0415

    outgoing = Outgoing(
        dossier,
        origins,
        known_to(dossier, wanted.audience),
        wanted.languages or dossier.languages,
        joined=not wanted.languages,
        inner=wanted.audience is Audience.ORGANIZERS,
    )
    return write_program(wanted.kind, outgoing)


def _tell(work: Workspace, path: Path, problems: tuple[Problem, ...]) -> None:
    work.messages.tell(work.words("Written: {path}", path=str(path)))

    def banner() -> Banner:
        words = work.words
        first = problems[0].phrase.said(words)
        text = words.plural(
            "{count} remark: {first}",
            "{count} remarks, the first: {first}",
            len(problems),
            first=first,
        )
        return Banner("exported", text, "warning")

    if problems:
        work.messages.show(said_anew(banner))
