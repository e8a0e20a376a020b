# SPDX-License-Identifier: MIT
"""The command palette: commands, sessions, people and editions, found as they are typed.

Everything is found by its name in either language, by any words of it in any order, and Korean
also by initial consonants (ㅂㄷㅊ finds 반도체). The keyboard never has to leave the field.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cached_property, partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from forumdesk.domain.desk import Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition, Series, edition_title
from forumdesk.domain.people import Person, all_names, full_name
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import fold
from forumdesk.domain.words import interface_languages, words_in
from forumdesk.ui.actions import Actions
from forumdesk.ui.dates import span
from forumdesk.ui.labels import bare, label
from forumdesk.ui.lists import ASIDE, AsideDelegate
from forumdesk.ui.places import place_of
from forumdesk.ui.remedies import put_right
from forumdesk.ui.workspace import Workspace

MOST = 40  # lines shown
_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"


@frozen
class Entry:
    """Something that can be found: what it says, what it is, by which texts, and what happens."""

    text: str
    kind: str
    keys: tuple[str, ...]
    run: Callable[[], object]
    icon: str = ""
    usable: bool = True

    @cached_property
    def folded(self) -> tuple[tuple[str, str], ...]:
        """Each key as it is compared: folded, and by initial consonants."""
        return tuple((key, initials(key)) for key in map(fold, self.keys))


def initials(text: str) -> str:
    """A folded text with each Hangul syllable as its initial consonant: 반도체 is ㅂㄷㅊ."""
    return "".join(_INITIALS[(ord(c) - 0xAC00) // 588] if "가" <= c <= "힣" else c for c in text)


def found(typed: str, entries: Iterable[Entry]) -> list[Entry]:
    """The entries that what is typed finds, those that begin with it first."""
    # A consonant typed alone must stay one: folding would take it for half a syllable.
    wanted = [(fold(word), word.casefold()) for word in typed.split()]
    hits = [(entry, key) for entry in entries if (key := _hit(wanted, entry)) is not None]
    hits.sort(key=lambda hit: not hit[1].startswith(wanted[0][0]))
    return [entry for entry, _ in hits[:MOST]]


def _hit(wanted: list[tuple[str, str]], entry: Entry) -> str | None:
    """The key in which every word that is wanted stands."""
    for key, first in entry.folded:
        if wanted and all(word in key or raw in first for word, raw in wanted):
            return key
    return None


def entries(work: Workspace, actions: Actions) -> list[Entry]:
    """Everything that can be found now."""
    found_ = [*_commands(work, actions), *_series(work), *_editions(work)]
    if work.dossier is not None:
        found_ += [*_sessions(work, work.dossier), *_people(work, work.dossier), *_fixes(work)]
    return found_


def _commands(work: Workspace, actions: Actions) -> Iterator[Entry]:
    languages = [words_in(language) for language in interface_languages()]
    for command, action in actions.all():
        keys = tuple(bare(words(command.text)) for words in languages)
        shortcut = action.shortcut().toString()
        text = bare(action.text())
        yield Entry(
            text,
            shortcut or work.words("command"),
            (text, *keys),
            action.trigger,
            command.icon,
            action.isEnabled(),
        )


def _series(work: Workspace) -> Iterator[Entry]:
    for series in work.desk.find(Series):
        keys = (*series.title.values(), *series.short.values())
        text, act = work.words.text(series.title), partial(work.go, Subject("series", series.id))
        yield Entry(text, work.words("series"), keys, act, "calendar")


def _editions(work: Workspace) -> Iterator[Entry]:
    for series in work.desk.find(Series):
        for edition in work.desk.find(Edition, series=series.id):
            title = edition_title(series, edition)
            keys = (*title.values(), *edition.city.values())
            year = str(edition.first_day.year) if edition.first_day else ""
            yield Entry(
                work.words.text(title),
                year or work.words("edition"),
                (*keys, year),
                partial(work.show_edition, edition.id),
                "calendar",
            )


def _sessions(work: Workspace, dossier: Dossier) -> Iterator[Entry]:
    for session in dossier.sessions:
        text = work.words.text(session.title)
        yield Entry(
            text,
            span(session.starts, session.ends) or work.words("session"),
            tuple(session.title.values()),
            partial(work.go, Subject("session", session.id)),
            f"session-{session.kind.value}",
        )


def _fixes(work: Workspace) -> Iterator[Entry]:
    """What the checks offer to put right, by the words of the offer."""
    languages = [words_in(language) for language in interface_languages()]
    for problem in work.problems:
        for fix in () if problem.acknowledged else problem.fixes:
            keys = tuple(fix.phrase.said(words) for words in languages)
            said = fix.phrase.said(work.words)
            act = partial(put_right, work, fix)
            yield Entry(said, work.words("fix"), keys, act, "check", work.editable)


def _people(work: Workspace, dossier: Dossier) -> Iterator[Entry]:
    for participation in dossier.participations:
        person = dossier.person.get(participation.person or "")
        if person is None:
            continue
        subject = Subject("participation", participation.id)
        if place_of(subject, dossier) is None:
            continue
        office = work.words.text(participation.office)
        yield Entry(
            full_name(person, work.words.language),
            office or work.words("participant"),
            (*all_names(person), *participation.office.values()),
            partial(work.go, subject),
            "person",
        )


def others(work: Workspace, typed: str, known: Collection[str]) -> Iterator[Entry]:
    """People of the whole file whom the words find, but for those known already by id."""
    desk, words = work.desk, work.words
    ids = desk.person_ids(typed, words.language, MOST)
    for person in desk.find(Person, id=[id_ for id_ in ids if id_ not in known]):
        yield Entry(
            full_name(person, words.language),
            words("person"),
            tuple(all_names(person)),
            partial(work.go, Subject("person", person.id)),
            "person",
        )


class Palette(QDialog):
    """The field and what it finds; opened with ``open``."""

    def __init__(self, parent: QWidget, work: Workspace, actions: Actions) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("look", "popup")
        self._work = work
        self._entries = entries(work, actions)
        dossier = work.dossier
        self._known = frozenset(p.person or "" for p in dossier.participations) if dossier else ()
        words = work.words
        self.setAccessibleName(words("Command palette"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(words("Find people, sessions, commands"))
        self.field.setAccessibleName(words("Find people, sessions, commands"))
        self.list = QListWidget()
        self.list.setProperty("look", "bare")
        self.list.setAccessibleName(words("Found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(AsideDelegate(work.look, self.list))
        self.none = label(words("Nothing of this name."), "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)
        for part in (self.field, self.none, self.list):
            layout.addWidget(part)
        self.setFixedSize(560, 400)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self.look_for)
        self.list.itemClicked.connect(lambda _: self.choose())
        self.look_for("")

    def look_for(self, typed: str) -> None:
        """Show what a text finds; with nothing typed, the commands that can be used."""
        usable = [e for e in self._entries if e.usable]
        if typed.strip():
            listed = found(typed, usable)
            self.shown = [*listed, *others(self._work, typed, self._known)][:MOST]
        else:
            self.shown = usable[:MOST]
        self.list.clear()
        for entry in self.shown:
            self.list.addItem(self._item(entry))
        self.list.setCurrentRow(0)
        self.none.setVisible(not self.shown)
        self.list.setVisible(bool(self.shown))

    def _item(self, entry: Entry) -> QListWidgetItem:
        item = QListWidgetItem(entry.text)
        item.setData(ASIDE, entry.kind)
        if entry.icon:
            item.setIcon(self._work.look.icons(entry.icon, self._work.look.tokens.muted))
        return item

    def choose(self) -> None:
        """Do what the marked line says."""
        row = self.list.currentRow()
        if 0 <= row < len(self.shown):
            run = self.shown[row].run
            self.close()
            run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move through the list, Enter chooses, while typing goes on in the field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key, row = event.key(), self.list.currentRow()
            moves = {
                Qt.Key.Key_Down: row + 1,
                Qt.Key.Key_Up: row - 1,
                Qt.Key.Key_PageDown: row + 10,
                Qt.Key.Key_PageUp: row - 10,
            }
            if key in moves:
                last = self.list.count() - 1
                self.list.setCurrentRow(max(0, min(moves[Qt.Key(key)], last)))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.choose()
                return True
        return super().eventFilter(watched, event)
