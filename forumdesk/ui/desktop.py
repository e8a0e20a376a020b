# SPDX-License-Identifier: MIT
"""The running program behind its windows: settings, look and language, one window per file."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QLibraryInfo,
    QLocale,
    QObject,
    QTimer,
    QTranslator,
    Signal,
)

from forumdesk.domain.words import Words, interface_languages, words_in
from forumdesk.ui.background import Background
from forumdesk.ui.look import Look
from forumdesk.ui.paper import Paper
from forumdesk.ui.settings import Settings
from forumdesk.ui.turns import TURN

if TYPE_CHECKING:
    from forumdesk.store.backups import Backup
    from forumdesk.ui.sheets.press import Press


class Desktop(QObject):
    """What all windows share.

    ``languageChanged`` follows a change of the interface language; windows then build their
    content anew. ``leaving`` goes before it, and before a change of colours, where that is not
    made at once: what is put away by then need not be dressed anew. ``open_file``, ``get_back``,
    ``new_forum`` and ``show_start`` are set by ``app``, which alone knows the windows there are.
    """

    languageChanged = Signal()
    leaving = Signal()

    def __init__(self, look: Look, settings: Settings) -> None:
        super().__init__()
        self.look, self.settings = look, settings
        look.soon = self.soon
        self.paper = Paper(self)
        self._press: Press | None = None
        self._loading: Background | None = None
        self._translator = QTranslator(self)
        self.words: Words = words_in(self._language())
        self._speak_qt()
        self.open_file: Callable[[Path], object] = lambda _: None
        self.get_back: Callable[[Backup], object] = lambda _: None
        self.new_forum: Callable[[], object] = lambda: None
        self.show_start: Callable[[], object] = lambda: None

    @property
    def press(self) -> Press:
        """The press, loaded when paper is first wanted."""
        if self._press is None:
            from forumdesk.ui.sheets.press import Press  # noqa: PLC0415 - after the first paint

            self._press = Press(self.paper)
        return self._press

    def prepare(self) -> None:
        """Get ready what will be wanted soon; called after the first paint."""
        self.paper.warm()
        self._loading = Background(_load_paper, self)
        self._loading.start()

    def close(self) -> None:
        """End what runs behind the windows."""
        if self._loading is not None:
            self._loading.drop()
            self._loading.wait()
        if self._press is not None:
            self._press.close()
            self._press = None
        self.paper.close()

    def _language(self) -> str:
        chosen = self.settings.choices.language
        spoken = chosen or next(iter(QLocale.system().uiLanguages()), "")
        wanted = spoken.partition("-")[0]
        return wanted if wanted in interface_languages() else interface_languages()[0]

    def speak(self, language: str) -> None:
        """Change the interface language, now and for later."""
        if language != self.words.language:
            self.settings.change(language=language)
            self.words = words_in(language)
            self._speak_qt()
            self.languageChanged.emit()

    def speak_soon(self, language: str) -> None:
        """The same, as soon as the windows are ready for it."""
        if language != self.words.language:
            self.soon(partial(self.speak, language))

    def soon(self, change: Callable[[], object]) -> None:
        """Change what windows are built anew for, when they have put away what they can."""
        self.leaving.emit()
        QTimer.singleShot(TURN, self, change)

    def next_language(self) -> str:
        """The language after the present one, of those there are."""
        known = interface_languages()
        return known[(known.index(self.words.language) + 1) % len(known)]

    def _speak_qt(self) -> None:
        QCoreApplication.removeTranslator(self._translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        locale_ = QLocale(self.words.language)
        QLocale.setDefault(locale_)
        if self._translator.load(locale_, "qtbase", "_", folder):
            QCoreApplication.installTranslator(self._translator)


def _load_paper() -> None:
    """Import what the handouts page needs of paper, so that it opens at once."""
    for name in ("forumdesk.handouts.preflight", "forumdesk.handouts.theme"):
        importlib.import_module(name)
