# SPDX-License-Identifier: MIT
"""Erasing a person from the window: what goes, what stays, which backups, and no way back.

``erase(work, person_id)`` asks and does it; whoever shows a person offers it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from forumdesk.domain.desk import ForumDeskError, News, Subject
from forumdesk.domain.naming import name_text
from forumdesk.domain.outcomes import Agreement
from forumdesk.domain.people import Participation
from forumdesk.domain.traces import Traces, traces
from forumdesk.domain.words import Words
from forumdesk.services.erasing import Erased, erase_person, for_good
from forumdesk.store.backups import Backup, holding
from forumdesk.store.copies import kept_aside
from forumdesk.ui.background import Background
from forumdesk.ui.dates import moment
from forumdesk.ui.jobs import Job
from forumdesk.ui.labels import FlowLabel, button, label
from forumdesk.ui.messages import Banner, said_anew
from forumdesk.ui.workspace import Workspace

if TYPE_CHECKING:
    from forumdesk.ui.main_window import MainWindow

WIDTH = 560
_SHOWN = 6  # backups told by their time; the others are counted


def erase(work: Workspace, person_id: str, parent: QWidget | None = None) -> None:
    """Ask whether a person is to be erased, saying all that it means, and do it."""
    try:
        found = traces(work.desk, person_id)
    except ForumDeskError as error:
        work.messages.refuse(error)
        return
    if work.editable:
        EraseDialog(work, found, parent or QApplication.activeWindow()).open()


def person_of(work: Workspace, subject: Subject | None) -> str:
    """The person a subject is about; ``""`` if it is about none."""
    if subject is None or subject.kind not in ("person", "participation"):
        return ""
    if subject.kind == "person":
        return subject.id
    found = work.desk.find(Participation, id=subject.id)
    return (found[0].person or "") if found else ""


def chosen(window: MainWindow) -> str:
    """The person chosen in a window: on the page in view, or in the inspector."""
    page = window.frame.stack.page
    on_page = person_of(window.work, page.subject if page else None)
    return on_page or person_of(window.work, window.frame.inspector.subject)


class EraseDialog(QDialog):
    """Says what goes and what stays; erasing is offered once the user says that it is final."""

    def __init__(self, work: Workspace, found: Traces, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.work, self.found = work, found
        words = work.words
        self.doomed: list[Path] = []
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words("Erase a person"))
        self.alone = QCheckBox(words("Let the organization stand there alone, without a name"))
        self.purge = QCheckBox(words("Delete these files, too"))
        self.final = QCheckBox(words("I know that this can't be undone"))
        self.held = FlowLabel(words("Looking through the backups…"), "muted")
        self.go = button(words("&Erase for good"), "first")
        self.cancel = button(words("&Cancel"))
        self._lay_out()
        self.go.clicked.connect(self.erase)
        self.cancel.clicked.connect(self.reject)
        for box in (self.alone, self.final):
            box.toggled.connect(self._enable)
        self.purge.hide()
        self._enable()
        self._look_through_backups()

    def _lay_out(self) -> None:
        words, found = self.work.words, self.found
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(10)
        name = words.text(name_text(found.person)) or words("Without a name")
        layout.addWidget(label(words("Erase {name}?", name=name), "title"))
        layout.addWidget(FlowLabel(_going(found, words)))
        for text in _staying(self.work, found):
            layout.addWidget(FlowLabel(text, "muted"))
        if found.signs:
            layout.addWidget(FlowLabel(_signing(self.work, found), "warning"))
            layout.addWidget(self.alone)
        layout.addWidget(self.held)
        layout.addWidget(self.purge)
        layout.addSpacing(6)
        warning = words(
            "The history of this file ends here: nothing done before can be undone any more."
        )
        layout.addWidget(FlowLabel(warning, "danger"))
        layout.addWidget(self.final)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.go)
        layout.addLayout(row)
        self.setMinimumWidth(WIDTH)
        self.cancel.setFocus()

    def _enable(self) -> None:
        allowed = self.alone.isChecked() or not self.found.signs
        self.go.setEnabled(allowed and self.final.isChecked())

    def _look_through_backups(self) -> None:
        """In a thread: there may be many, and each is read to its end."""
        desk, person = self.work.desk, self.found.person.id
        folder, path = desk.backups, desk.path
        looking = Background(lambda: _holding(folder, path, person), self)
        looking.finished.connect(self._show_backups)
        looking.failed.connect(self._backups_unread)
        looking.start()

    def _show_backups(self, held: tuple[list[Backup], list[Path]]) -> None:
        words = self.work.words
        backups, aside = held
        self.doomed = [*(backup.path for backup in backups), *aside]
        self.purge.setVisible(bool(self.doomed))
        if not backups:
            text = words("No backup holds this person.")
        else:
            times = [moment(backup.made, words) for backup in backups[:_SHOWN]]
            more = len(backups) - len(times)
            said = ", ".join(times) + (f", +{more}" if more else "")
            text = words.plural(
                "{count} backup still holds this person: {times}",
                "{count} backups still hold this person: {times}",
                len(backups),
                times=said,
            )
        if aside:
            names = ", ".join(path.name for path in aside)
            text += "\n" + words("So do files put aside when restoring: {names}", names=names)
        copies = words("Copies saved or given away elsewhere are not known here.")
        self.held.setText(f"{text}\n{copies}")

    def _backups_unread(self, error: Exception) -> None:
        self.held.setText(self.work.words("The backups could not be read."))
        if not isinstance(error, OSError):
            raise error

    def erase(self) -> None:
        """Erase, and delete the backups if that was asked for."""
        work, words = self.work, self.work.words
        person, alone = self.found.person.id, self.alone.isChecked()
        doomed = self.doomed if self.purge.isChecked() else []
        erasing = for_good(erase_person(work.desk, person, anonymize=alone), work.desk)
        title = words("Erasing a person")
        done = _Done(work, doomed)
        work.jobs.start(Job(title, erasing, done.finished, work.messages.refuse))
        self.accept()


class _Done:
    """What follows the erasing: the backups, and what is said."""

    def __init__(self, work: Workspace, doomed: list[Path]) -> None:
        self._work, self._doomed = work, doomed

    def finished(self, erased: Erased) -> None:
        work = self._work
        kept = [path for path in self._doomed if not _deleted(path)]
        # The history is another, though no record changed since the step.
        work.changed.emit(News({}))
        work.messages.tell(work.words("The person is erased."))
        if erased.versions or kept:
            names = [path.name for path in kept]
            work.messages.show(said_anew(lambda: _told(erased.versions, names, work.words)))


def _told(versions: Sequence[str], kept: Sequence[str], words: Words) -> Banner:
    """What else there is to know: versions that were changed, backups that are still there."""
    said = []
    if versions:
        said.append(
            words(
                "Published versions that lost the name, and have another check sum now: {names}.",
                names=", ".join(versions),
            )
        )
    if kept:
        said.append(words("These backups could not be deleted: {names}.", names=", ".join(kept)))
    return Banner("erased", " ".join(said), "warning" if kept else "plain")


def _holding(folder: Path, path: Path, person: str) -> tuple[list[Backup], list[Path]]:
    """The backups, and the files put aside beside this one, that hold a person."""
    key = person.encode()
    return holding(folder, [person]), [p for p in kept_aside(path) if key in p.read_bytes()]


def _deleted(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _going(found: Traces, words: Words) -> str:
    """What is taken away, in a sentence."""
    editions, parts, lines = len(found.participations), found.parts, found.check_ins
    said = (
        words.plural("{count} edition", "{count} editions", editions) if editions else "",
        words.plural("{count} part in a session", "{count} parts in sessions", parts)
        if parts
        else "",
        words.plural("{count} line of the door's log", "{count} lines of the door's log", lines)
        if lines
        else "",
    )
    what = ", ".join(filter(None, said))
    if not what:
        return words("Names, contacts, photo, biography and notes go.")
    return words(
        "Names, contacts, photo, biography, notes and consents go, with everything the person "
        "did: {what}.",
        what=what,
    )


def _staying(work: Workspace, found: Traces) -> list[str]:
    words = work.words
    said = []
    if found.counted:
        said.append(
            words.plural(
                "What stays is a count without a name, in {count} edition.",
                "What stays is a count without a name, in {count} editions.",
                len(found.counted),
            )
        )
    if found.versions:
        names = ", ".join(version.name for version in found.versions)
        said.append(words("Published versions lose the name: {names}.", names=names))
    if found.owned:
        said.append(
            words.plural(
                "{count} commitment loses who answers for it.",
                "{count} commitments lose who answers for them.",
                len(found.owned),
            )
        )
    if found.mentions:
        said.append(
            words.plural(
                "{count} typed text names the person and stays as it is (a title, a note).",
                "{count} typed texts name the person and stay as they are (titles, notes).",
                len(found.mentions),
            )
        )
    return said


def _signing(work: Workspace, found: Traces) -> str:
    titles = dict.fromkeys(
        work.words.text(work.desk.get(Agreement, one.agreement).title) for one in found.signs
    )
    return work.words("This person signs an agreement: {titles}", titles=", ".join(titles))
