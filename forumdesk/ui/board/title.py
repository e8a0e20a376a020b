# SPDX-License-Identifier: MIT
"""Typing a title in place on the board; Tab goes on to the title in the next language."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from forumdesk.domain.agenda import Session
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.placing import Place
from forumdesk.domain.wording import EMPTY, Text
from forumdesk.domain.words import Words
from forumdesk.ui.dates import language_name
from forumdesk.ui.grid.editors import LineEditor

HEIGHT = 28
LEAST_WIDTH = 180


class TitleEditor(LineEditor):
    """A line over a block; ``typed`` carries all titles once, ``left`` that it was given up."""

    typed = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent, name)
        self._under = parent
        self.languages: Sequence[str] = ("en",)
        self._texts: dict[str, str] = {}
        self._open = False
        self._language = ""
        self.hide()

    def open_at(self, place: QRect, title: Text) -> None:
        """Begin to type over a place."""
        self._texts = dict(title)
        self._open = True
        width = max(place.width(), LEAST_WIDTH)
        left = max(0, min(place.left(), self._under.width() - width))
        self.setGeometry(QRect(left, place.top(), width, HEIGHT))
        self._show(self.languages[0])
        self.show()
        self.raise_()
        self.setFocus()

    def _show(self, language: str) -> None:
        self._language = language
        self.begin(self._texts.get(language, ""))
        self.setPlaceholderText(language_name(language))

    def _keep(self) -> None:
        self._texts[self._language] = self.taken()

    def commit(self) -> None:
        """Take over what was typed, if anything is being typed."""
        if self._open:
            self._keep()
            self._open = False
            self.typed.emit(Text.of(self._texts))
            self._put_away()

    def give_up(self) -> None:
        """Forget what was typed."""
        if self._open:
            self._open = False
            self.left.emit()
            self._put_away()

    def _put_away(self) -> None:
        """Last of all: hidden in focus, it would hand that on to whatever comes next."""
        if not self._open:
            self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes over, Esc gives up."""
        keys: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Return: self.commit,
            Qt.Key.Key_Enter: self.commit,
            Qt.Key.Key_Escape: self.give_up,
        }
        if done := keys.get(event.key()):
            done()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tab goes to the next language, not to the next widget."""
        key = event.key() if isinstance(event, QKeyEvent) else 0
        by = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(key), 0) if key else 0
        if event.type() == QEvent.Type.KeyPress and by:
            self._keep()
            here = self.languages.index(self._language)
            self._show(self.languages[(here + by) % len(self.languages)])
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Left for something else, what was typed is taken over."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self.commit()


class Naming(QObject):
    """Names sessions in place: one there is, or one that comes to be by it.

    ``renamed`` carries session and title, ``drawn`` place and title, ``put`` the session around
    and the title of an item; ``ended`` comes before either, and after giving up.
    """

    renamed = Signal(str, object)
    drawn = Signal(object, object)
    put = Signal(str, object)
    ended = Signal()

    def __init__(self, parent: QWidget, words: Words) -> None:
        super().__init__(parent)
        self._words = words
        self._then: Callable[[Text], object] = lambda title: None
        self.line = TitleEditor(parent, words("Title"))
        self.line.typed.connect(self._typed)
        self.line.left.connect(self.ended)

    def rename(self, at: QRect, dossier: Dossier, session: Session) -> None:
        """Type another title for a session."""

        def then(title: Text) -> None:
            if title != session.title:
                self.renamed.emit(session.id, title)

        self._open(at, dossier, session.title, then)

    def name(self, at: QRect, dossier: Dossier, place: Place) -> None:
        """Type the title of a new session at a place."""
        self._open(at, dossier, EMPTY, lambda title: self.drawn.emit(place, title))

    def item(self, at: QRect, dossier: Dossier, session: Session) -> None:
        """Type the title of a new item in a session; without one there is none."""

        def then(title: Text) -> None:
            if title:
                self.put.emit(session.id, title)

        self._open(at, dossier, EMPTY, then)

    def _open(
        self, at: QRect, dossier: Dossier, title: Text, then: Callable[[Text], object]
    ) -> None:
        self.line.commit()
        languages = dict.fromkeys((self._words.language, *dossier.languages))
        known = tuple(tag for tag in languages if tag in dossier.languages)
        self.line.languages = known or (self._words.language,)
        self.line.open_at(at, title)
        self._then = then

    def _typed(self, title: Text) -> None:
        self.ended.emit()
        self._then(title)
