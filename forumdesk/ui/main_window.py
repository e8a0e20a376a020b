# SPDX-License-Identifier: MIT
"""The window of one forum file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from PySide6.QtCore import QByteArray, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow

from forumdesk import __version__
from forumdesk.domain.desk import News, Subject
from forumdesk.store.forumfile import ForumFile
from forumdesk.store.journal import Entry, Replay
from forumdesk.ui import editions
from forumdesk.ui.actions import Actions
from forumdesk.ui.care import Care
from forumdesk.ui.commands import COMMANDS
from forumdesk.ui.committing import commit_typing
from forumdesk.ui.desktop import Desktop
from forumdesk.ui.frame import Frame
from forumdesk.ui.jobs import Job
from forumdesk.ui.labels import bare, plain, tip
from forumdesk.ui.look import Appearance
from forumdesk.ui.messages import Banner, Messages, WindowMessages
from forumdesk.ui.pages import page_named
from forumdesk.ui.status import Status
from forumdesk.ui.tabbing import tab_as_read
from forumdesk.ui.topbar import TopBar
from forumdesk.ui.turns import Turns
from forumdesk.ui.workspace import Workspace

SIZE = QSize(1280, 800)
Left = tuple[Mapping[str, str], Subject | None]


class MainWindow(QMainWindow):
    """Menus, frame and status bar of one file; ``closed`` when file and window are closed."""

    closed = Signal()
    desktop: Desktop
    care: Care
    work: Workspace
    frame: Frame

    def __init__(
        self, desk: ForumFile, desktop: Desktop, *, messages: Messages | None = None
    ) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.desktop = desktop
        self._closed = self._painted = False
        self._left: Left | None = None
        self._returning = Turns(self)
        self._own_messages = WindowMessages(self, self, desktop.words)
        self.work = Workspace(desk, desktop, messages or self._own_messages)
        self.setWindowTitle(f"{desk.path.stem} – ForumDesk")
        self.resize(SIZE)
        self.restoreGeometry(_bytes(desktop.settings.choices.geometry))
        self._build()
        self.care = Care(self.work)
        self._come_back()
        self._connect()
        self.care.say()

    def _build(self) -> None:
        """Make the content; done anew when language or colours change."""
        work = self.work
        self.actions_ = Actions(work.words, work.look.icons, work.settings.choices.shortcuts)
        self.actions_.before_run = self.commit
        self.actions_.editable = lambda: work.editable
        self.frame = Frame(work, self.actions_, self)
        self.frame.stack.shown.connect(self._page_shown)
        self.frame.stack.beginWanted.connect(self.begin_edition)
        self.actions_.add(COMMANDS, self, self)
        self.top = TopBar(self.actions_, work.words, self)
        self.top.add_search(self.actions_["edit.find"])
        for name in ("edit.undo", "edit.redo"):
            self.top.add_tool(self.actions_.pictured(name))
        self.status = Status(work, self)
        self.status.languagePicked.connect(self.desktop.speak_soon)
        self.status.problemsWanted.connect(self.actions_["view.problems"].trigger)
        self.status.versionsWanted.connect(lambda: self.frame.show_page("versions"))
        self.status.show_since()
        self.frame.problemsClosed.connect(self.actions_["view.problems"].trigger)
        self.setMenuWidget(self.top)
        self.setCentralWidget(self.frame)
        self.setStatusBar(self.status)

    def _connect(self) -> None:
        self.work.changed.connect(self._hear)
        self.work.editionShown.connect(self._edition_shown)
        self.work.problemsFound.connect(self._problems_found)
        self.work.wanted.connect(self._go)
        self.work.jobs.progressed.connect(self._job)
        self.desktop.languageChanged.connect(self._speak)
        self.desktop.leaving.connect(self._leave)
        self.work.look.changed.connect(self._rebuild)

    # Following the workspace

    def _hear(self, news: News) -> None:
        self.frame.refresh()
        if not self.work.edition and (editions := self.frame.sidebar.editions()):
            self.frame.stay = True  # nobody asked for it to be shown
            self.work.show_edition(editions[0])
            self.frame.stay = False
        else:
            self.frame.stack.heed(news)
        self._refresh()

    def _edition_shown(self) -> None:
        self.frame.show_edition()
        self._refresh()

    def _page_shown(self, id: str) -> None:
        kind = page_named(id)
        self.top.show_page(self.work.words(kind.title) if kind else "")
        self.actions_.refresh()

    def _problems_found(self) -> None:
        self.status.show_problems(sum(not p.acknowledged for p in self.work.problems))

    def _go(self, subject: Subject) -> None:
        self.frame.go(subject)

    def _job(self) -> None:
        self.frame.setEnabled(not self.work.jobs.writing)
        self.actions_.refresh()

    def _refresh(self) -> None:
        bridge, words = self.work.bridge, self.work.words
        self.status.refresh()
        if self.frame.stack.page is None:
            self.top.show_page("")
        texts = {"edit.undo": bridge.undo_text(words), "edit.redo": bridge.redo_text(words)}
        for name, text in texts.items():
            self.actions_[name].setText(text)
            self.actions_[name].setToolTip(tip(bare(text)))
        self.actions_.refresh()

    # What the commands do

    def undo(self) -> None:
        """Undo the last step."""
        desk = self.work.desk
        self._replay(desk.undoable(), type(desk).undo, desk.undoing)

    def redo(self) -> None:
        """Redo the step undone last."""
        desk = self.work.desk
        self._replay(desk.redoable(), type(desk).redo, desk.redoing)

    def _replay(
        self,
        entry: Entry | None,
        at_once: Callable[[ForumFile], object],
        bit_by_bit: Callable[[], Replay],
    ) -> None:
        """A large step goes bit by bit, so that the window goes on and it can be stopped."""
        work = self.work
        if entry is None or work.jobs.writing or not work.desk.takes_long(entry):
            work.run(at_once)
            return
        title = plain(entry.phrase.said(work.words))
        work.jobs.start(Job(title, bit_by_bit(), lambda _: None, work.messages.refuse))

    def show_history(self) -> None:
        """Show the steps, to go back to one."""
        from forumdesk.ui.history import History  # noqa: PLC0415 - loaded when first shown

        History(self, self.work).open()

    def show_backups(self) -> None:
        """Show the backups of this file, to get one back."""
        from forumdesk.ui.backups import Backups  # noqa: PLC0415 - loaded when first shown

        work, get_back = self.work, self.desktop.get_back
        Backups(self, work.desk.backups, get_back, look=work.look, words=work.words).open()

    def review_people(self) -> None:
        """Show whose data was to be kept until now."""
        from forumdesk.ui.retention import Review  # noqa: PLC0415 - loaded when first shown

        Review(self, self.work).open()

    def erase_person(self) -> None:
        """Ask whether the person chosen is to be erased."""
        from forumdesk.ui.erasing import chosen, erase  # noqa: PLC0415 - rare

        if person := chosen(self):
            erase(self.work, person, self)

    def begin_edition(self) -> None:
        """Add the first edition; of a new series, if there is none either."""
        if editions.has_series(self.work):
            editions.add(self.work)
        else:
            self.new_series()

    def new_series(self) -> None:
        """Ask what a new series is called, and begin it."""
        from forumdesk.ui.new_series import NewSeries  # noqa: PLC0415 - loaded when first shown

        dialog = NewSeries(self, self.work)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def publish(self) -> None:
        """Ask for a name, and publish the edition as it is now."""
        from forumdesk.ui.versions.publishing import ask_to_publish  # noqa: PLC0415 - when asked

        ask_to_publish(self.work, self)

    def write_letters(self) -> None:
        """Open the letters of the edition shown."""
        from forumdesk.ui.inviting.letters_dialog import open_letters  # noqa: PLC0415 - when asked

        open_letters(self.work, self)

    def move_up(self) -> None:
        """Invite from the waiting list whoever a seat is left for."""
        from forumdesk.ui.inviting.commands import move_up  # noqa: PLC0415 - when asked

        move_up(self.work)

    def show_shortcuts(self) -> None:
        """Show the shortcuts, to change them."""
        from forumdesk.ui.shortcuts import Shortcuts  # noqa: PLC0415 - loaded when first shown

        dialog = Shortcuts(self, self.actions_, self.work.settings, self.work.words)
        dialog.accepted.connect(self._rebuild)
        dialog.open()

    def about(self) -> None:
        """Say what this program is."""
        from forumdesk.ui.dialogs import plain_box  # noqa: PLC0415 - loaded when first shown

        words = self.work.words
        text = words("ForumDesk {version}", version=__version__)
        more = words(
            "Agendas, people and printed programs of recurring forums, in two languages.\n\n"
            "Free software under the MIT licence. It stands on Qt (LGPL 3), SQLite, ReportLab, "
            "Babel and the Noto fonts (OFL)."
        )
        box = plain_box(self, text, more)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def find_anything(self) -> None:
        """Open the command palette under the search field."""
        from forumdesk.ui.palette import Palette  # noqa: PLC0415 - loaded when first shown

        palette = Palette(self, self.work, self.actions_)
        field = self.top.search
        palette.move(field.mapToGlobal(QPoint(field.width() - palette.width(), field.height() + 4)))
        palette.open()
        palette.field.setFocus()

    def open_file(self) -> None:
        """Open another file in a window of its own."""
        words = self.work.words
        kinds = words("Forum files (*.forum)")
        path = self.work.messages.open_path(words("Open a forum file"), kinds)
        if path is not None:
            self.desktop.open_file(path)

    def import_program(self) -> None:
        """Take in a program of others."""
        from forumdesk.ui.importing import import_program  # noqa: PLC0415 - rare

        import_program(self.work)

    def export_list(self) -> None:
        """Write the participants of the edition as a list."""
        from forumdesk.ui.exporting import export_list  # noqa: PLC0415 - rare

        export_list(self.work, parent=self)

    def export_program(self) -> None:
        """Write the program of the edition for other programs, or as a page."""
        from forumdesk.ui.program_export import export_program  # noqa: PLC0415 - rare

        export_program(self.work, parent=self)

    def export_calendar(self) -> None:
        """Write the agenda of the edition as a calendar."""
        from forumdesk.ui.calendars import export_calendar  # noqa: PLC0415 - rare

        export_calendar(self.work, self)

    def import_people(self) -> None:
        """Take in a list of people from a file."""
        from forumdesk.ui.intake.commands import import_people  # noqa: PLC0415 - rare

        import_people(self.work, self)

    def import_pasted(self) -> None:
        """Take in a list of people from copied cells."""
        from forumdesk.ui.intake.commands import import_pasted  # noqa: PLC0415 - rare

        import_pasted(self.work, self)

    def show_doubles(self) -> None:
        """Look for people who may be one."""
        from forumdesk.ui.directory.doubles import show_doubles  # noqa: PLC0415 - rare

        show_doubles(self.work, self)

    def step_edition(self, by: int) -> None:
        """Show the next edition of the sidebar in either direction."""
        editions = self.frame.sidebar.editions()
        index = editions.index(self.work.edition) + by
        if 0 <= index < len(editions):
            self.frame.open_edition(editions[index])

    def choose_appearance(self, which: Appearance) -> None:
        """Light, dark, or as the system has it."""
        self.work.settings.change(appearance=which.value)
        self.work.look.choose_soon(which)

    # Language, colours, typing

    def _speak(self) -> None:
        self.commit()
        self.work.words = self._own_messages.words = self.desktop.words
        self._rebuild()

    def _leave(self) -> None:
        """The content is to be built anew in a moment: most of it goes already, unseen."""
        if self._left is None:
            self.commit()
            self._left = self.frame.stack.place(), self.frame.inspector.subject
            self.setUpdatesEnabled(False)
            self.frame.stack.put_away()
            self.frame.inspector.put_away()

    def _rebuild(self) -> None:
        """Build everything anew, at the same place; in steps where it was left before."""
        self.commit()
        shown, splits = self.frame.banners.shown.values(), self.frame.splits()
        gone = self._left is not None
        if self._left is None:
            self._left = self.frame.stack.place(), self.frame.inspector.subject
        self.work.settings.change(splits={**self.work.settings.choices.splits, **splits})
        for action in self.actions():
            self.removeAction(action)
            action.deleteLater()
        self._build()
        self.frame.banners.show_anew(shown)
        place, subject = self._left
        coming, arrived = self._coming_back(place), partial(self._arrived, subject)
        if gone:
            self._returning.go(coming, arrived)
        else:
            self._returning.at_once(coming, arrived)

    def _coming_back(self, place: Mapping[str, str]) -> Iterator[None]:
        """Show the edition, and the page and place on it that were left, step by step."""
        yield from self.frame.coming_back(place.get("page", ""))
        self.frame.stack.restore(place)
        yield
        self._refresh()
        self._problems_found()

    def _arrived(self, subject: Subject | None) -> None:
        """The place that was left is in view again: so is what was chosen there."""
        self._left = None
        if self.frame.inspector.subject != subject:
            self.frame.inspector.show_subject(subject)
        self.setUpdatesEnabled(True)

    def commit(self) -> None:
        """Take over what is being typed, a syllable being composed included."""
        commit_typing()
        if (page := self.frame.stack.page) is not None:
            page.commit()

    # Lines that ``WindowMessages`` shows

    def show_banner(self, banner: Banner) -> None:
        """Show a line over the page."""
        self.frame.banners.show_banner(banner)

    def clear_banner(self, key: str) -> None:
        """Take a line away."""
        self.frame.banners.clear_banner(key)

    def show_line(self, text: str) -> None:
        """Show a passing line."""
        self.status.show_line(text)

    # Coming and going

    def _come_back(self) -> None:
        place = self.work.settings.place(self.work.desk.path)
        editions = self.frame.sidebar.editions()
        if editions:
            last = place.get("edition", "")
            self.work.show_edition(last if last in editions else editions[0])
        self._returning.at_once(self._coming_back(place))
        self.frame.sidebar.list.setFocus()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes as the window is read."""
        return tab_as_read(self, forward=forward)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first paint."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            # Not by ``changeEvent``: for its argument PySide6 loads every kind of event there is.
            self.windowHandle().activeChanged.connect(self._turned)
            self.work.painted.emit()

    def _turned(self) -> None:
        """Commit what is being typed when the user turns to another window."""
        if not self.isActiveWindow():
            self.commit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take over what is being typed, remember the place, close the file."""
        event.accept()
        if self._closed:
            return
        self._closed = True
        self.commit()
        work = self.work
        self.desktop.languageChanged.disconnect(self._speak)
        self.desktop.leaving.disconnect(self._leave)
        work.look.changed.disconnect(self._rebuild)
        self._returning.drop()
        work.jobs.stop()
        self.care.close()
        work.close()
        if work.edition:
            on = self._left[0] if self._left else self.frame.stack.place()
            place = {"edition": work.edition, **on}
            work.settings.keep_place(work.desk.path, place)
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        kept = {**work.settings.choices.splits, **self.frame.splits()}
        work.settings.change(geometry=geometry, splits=kept)
        work.desk.close()
        self.closed.emit()


def _bytes(base64: str) -> QByteArray:
    return QByteArray.fromBase64(base64.encode())
