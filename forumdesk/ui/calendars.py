# SPDX-License-Identifier: MIT
"""Writing a calendar from the window: whose it is, of which day and room, or of all editions."""

from __future__ import annotations

from collections.abc import Generator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from forumdesk.domain.dates import date_full
from forumdesk.domain.desk import Problem
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.values import frozen
from forumdesk.domain.versions import Version
from forumdesk.handouts.contents.sessions import is_for, known_sessions
from forumdesk.handouts.contents.setting import Setting
from forumdesk.handouts.naming import file_name, written_whole
from forumdesk.handouts.options import Audience, choice_name, options_from
from forumdesk.ui.aside import aside
from forumdesk.ui.choices import ChoiceField
from forumdesk.ui.forms import captioned, closing_row
from forumdesk.ui.jobs import Job
from forumdesk.ui.labels import button, label
from forumdesk.ui.messages import Banner, said_anew
from forumdesk.ui.workspace import Workspace

AGENDA, EDITIONS = "agenda", "editions"
_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


@frozen
class Wanted:
    """What calendar is wanted; ``day`` and ``room`` are ``""`` for all of them."""

    what: str = AGENDA
    audience: str = Audience.PUBLIC.value
    day: str = ""
    room: str = ""


class CalendarDialog(QDialog):
    """``wanted`` carries what is asked of the calendar."""

    wanted = Signal(object)

    def __init__(self, work: Workspace, dossier: Dossier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._work, self._dossier = work, dossier
        words = work.words
        self.setWindowTitle(words("Export a calendar"))
        contents = ((AGENDA, words("The agenda")), (EDITIONS, words("The days of all editions")))
        self.what = ChoiceField(words("Contents"), contents)
        self.audience = ChoiceField(
            words("Audience"), [(each.value, choice_name(each, words)) for each in Audience]
        )
        days = [(day.isoformat(), date_full(day, words.language)) for day in dossier.days]
        self.day = ChoiceField(words("Day"), [("", words("All days")), *days])
        rooms = [(room.id, words.text(room.name)) for room in dossier.rooms]
        self.room = ChoiceField(words("Room"), [("", words("All rooms")), *rooms])
        self.said = label(look="small", wrap=True)
        self.go = button(words("&Export…"), "first")
        self._lay_out()
        for field in (self.what, self.audience, self.day, self.room):
            field.committed.connect(self._look)
        self.go.clicked.connect(self._export)
        self._look()

    def _lay_out(self) -> None:
        words = self._work.words
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(label(words("Calendar"), "lead"))
        fields = QGridLayout()
        fields.setSpacing(12)
        for n, field in enumerate((self.what, self.audience, self.day, self.room)):
            fields.addWidget(captioned(field.accessibleName(), field), n // 2, n % 2)
            fields.setColumnStretch(n % 2, 1)
        layout.addLayout(fields)
        layout.addWidget(self.said)
        layout.addStretch(1)
        layout.addLayout(closing_row(self, words, self.go))
        self.resize(520, 280)

    def asked(self) -> Wanted:
        """What is asked of the calendar now."""
        fields = (self.what, self.audience, self.day, self.room)
        return Wanted(*(str(field.currentData()) for field in fields))

    def _look(self) -> None:
        """Say how many entries there are, and how many sessions have no time yet."""
        words, asked = self._work.words, self.asked()
        agenda = asked.what == AGENDA
        for field in (self.audience, self.day, self.room):
            field.setEnabled(agenda)
        if not agenda:
            dated = sum(edition.first_day is not None for edition in self._dossier.editions)
            self.said.setText(words.plural("{count} edition", "{count} editions", dated))
            self.go.setEnabled(dated > 0)
            return
        found = known_sessions(_setting(self._dossier, asked))
        timed = sum(session.starts is not None for session in found)
        said = [words.plural("{count} session", "{count} sessions", timed)]
        if untimed := len(found) - timed:
            said.append(
                words.plural(
                    "{count} is left out: it has no time yet",
                    "{count} are left out: they have no time yet",
                    untimed,
                )
            )
        self.said.setText(" · ".join(said))
        self.go.setEnabled(timed > 0)

    def _export(self) -> None:
        asked = self.asked()
        self.accept()
        self.wanted.emit(asked)


def export_calendar(work: Workspace, parent: QWidget | None = None) -> CalendarDialog | None:
    """Ask what calendar is wanted, and write it."""
    if work.dossier is None:
        return None
    dialog = CalendarDialog(work, work.dossier, parent)
    dialog.wanted.connect(lambda asked: write(work, asked))
    dialog.open()
    return dialog


def write(work: Workspace, asked: Wanted) -> None:
    """Ask where to, and write a calendar there."""
    dossier, words = work.dossier, work.words
    if dossier is None:
        return
    folder = work.folder
    series = dossier.series.short or dossier.series.title
    title = dossier.title if asked.what == AGENDA else series
    name = file_name(title.best(dossier.languages), ending="ics")
    path = work.messages.save_path(
        words("Export a calendar"), folder / name, words("Calendars (*.ics)")
    )
    if path is None:
        return
    path = path if path.suffix else path.with_suffix(".ics")
    work.settings.change(folder=str(path.parent))
    title_of_job = words("Writing {name}", name=path.name)
    done = partial(_tell, work, path)
    work.jobs.start(Job(title_of_job, _writing(work, path, asked), done, work.messages.refuse))


def _writing(
    work: Workspace, path: Path, asked: Wanted
) -> Generator[Any, None, tuple[Problem, ...]]:
    dossier = work.dossier
    assert dossier is not None
    desk, last = work.desk, work.desk.undoable()
    published = {e.id: desk.count(Version, edition=e.id) for e in dossier.editions}
    changed = last.at if last else _BEGINNING
    return (yield from aside(lambda: _written(path, dossier, asked, (published, changed))))


def _written(
    path: Path, dossier: Dossier, asked: Wanted, known: tuple[dict[str, int], datetime]
) -> tuple[Problem, ...]:
    from forumdesk.exchange.calendar import Writing, written  # noqa: PLC0415 - when asked for
    from forumdesk.exchange.calendar_program import Chosen, program_calendar  # noqa: PLC0415
    from forumdesk.exchange.calendar_series import series_calendar  # noqa: PLC0415

    published, changed = known
    writing = Writing(dossier.languages, changed)
    if asked.what == EDITIONS:
        editions = dossier.editions
        data, problems = series_calendar(dossier.series, editions, published.__getitem__, writing)
    else:
        setting = _setting(dossier, asked)
        audience = setting.options.audience
        chosen = Chosen(
            known_sessions(setting),
            lambda item: is_for(item, audience),
            interpreters=audience is Audience.ORGANIZERS,
            sequence=published.get(dossier.edition.id, 0),
        )
        calendar, problems = program_calendar(dossier, chosen, writing)
        data = written(calendar)
    with written_whole(path) as file:
        file.write(data)
    return problems


def _setting(dossier: Dossier, asked: Wanted) -> Setting:
    given = {"audience": asked.audience, "day": asked.day, "room": asked.room}
    options = options_from({name: value for name, value in given.items() if value})
    return Setting(dossier, options)


def _tell(work: Workspace, path: Path, problems: tuple[Problem, ...]) -> None:
    work.messages.tell(work.words("Written: {path}", path=str(path)))

    def banner() -> Banner:
        words = work.words
        text = problems[0].phrase.said(words)
        if more := len(problems) - 1:
            text = f"{text} {words.plural('… and {count} more.', '… and {count} more.', more)}"
        return Banner("left-out", text, "warning")

    if problems:
        work.messages.show(said_anew(banner))
