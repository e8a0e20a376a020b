# SPDX-License-Identifier: MIT
"""The one place that talks to the user: lines in place first, dialogs only where needed.

``Messages`` is what the rest of the window asks for; ``WindowMessages`` does it with a banner
over the page, the status bar and, where an answer is needed, a dialog. Tests hand in a fake.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.values import frozen
from forumdesk.domain.words import Words

if TYPE_CHECKING:
    from forumdesk.ui.dialogs import Dialogs


@frozen
class Banner:
    """A line over the page that stays until closed or taken away.

    ``key`` names it: another of the same key takes its place. ``tone``: ``plain``,
    ``warning`` or ``danger``. ``offers`` are things to do, each a button of its own. A lasting one
    has no button to close it. ``anew`` makes it once more when the window is built anew, in
    another language, say; one that belongs to what is being typed has none, and goes with it.
    """

    key: str
    text: str
    tone: str = "plain"
    offers: tuple[tuple[str, Callable[[], object]], ...] = ()
    lasting: bool = False
    anew: Callable[[], Banner] | None = None


def said_anew(make: Callable[[], Banner]) -> Banner:
    """A banner that is made once more when the window is built anew."""
    return replace(make(), anew=make)


@frozen
class Question:
    """Something only the user can decide. ``answers`` are buttons by name, the first the usual.

    ``danger`` marks an answer that takes something away; closing the dialog answers ``""``.
    """

    text: str
    more: str
    answers: tuple[tuple[str, str], ...]
    danger: str = ""


class Messages(Protocol):
    """How the rest of the window talks to the user."""

    def tell(self, text: str) -> None:
        """Say something in passing, in the status bar."""

    def refuse(self, error: ForumDeskError) -> None:
        """Say why a request can't be met, in place."""

    def show(self, banner: Banner) -> None:
        """Show a line over the page."""

    def clear(self, key: str) -> None:
        """Take a line away."""

    def ask(self, question: Question) -> str:
        """The name of the answer, or ``""``."""

    def ask_text(self, question: str, about: str) -> str | None:
        """A line of text from the user, ``None`` if given up; ``about`` is what it is about."""

    def ask_zone(self, question: str, about: str, zone: str) -> str | None:
        """A time zone from the user, ``None`` if given up; ``zone`` is the usual answer."""

    def open_path(self, title: str, kinds: str) -> Path | None:
        """An existing file of the user's choice; ``kinds`` is a filter of Qt's."""

    def save_path(self, title: str, suggested: Path, kinds: str) -> Path | None:
        """A file to write; the user has agreed to replace it if it exists."""

    def folder_path(self, title: str, suggested: Path) -> Path | None:
        """A folder that is there, of the user's choice."""

    def report(self, title: str, details: str) -> None:
        """Say that something went wrong that is our fault, with details to copy."""


class MessageLines(Protocol):
    """What of a window the messages need: a place for banners and for a passing line."""

    def show_banner(self, banner: Banner) -> None:
        """Show a line over the page."""

    def clear_banner(self, key: str) -> None:
        """Take a line away."""

    def show_line(self, text: str) -> None:
        """Show a passing line."""


class WindowMessages:
    """Messages in a window."""

    def __init__(self, parent: QWidget | None, lines: MessageLines | None, words: Words) -> None:
        self._parent, self._lines, self.words = parent, lines, words

    def tell(self, text: str) -> None:
        """Say something in passing."""
        if self._lines is not None:
            self._lines.show_line(text)

    def refuse(self, error: ForumDeskError) -> None:
        """Say why a request can't be met."""
        self.show(said_anew(lambda: Banner("refused", error.said(self.words), "warning")))

    def show(self, banner: Banner) -> None:
        """Show a line over the page."""
        if self._lines is not None:
            self._lines.show_banner(banner)

    def clear(self, key: str) -> None:
        """Take a line away."""
        if self._lines is not None:
            self._lines.clear_banner(key)

    @property
    def _dialogs(self) -> Dialogs:
        """The dialogs, loaded with the first."""
        from forumdesk.ui.dialogs import Dialogs  # noqa: PLC0415 - not before the first paint

        return Dialogs(self._parent, self.words)

    def ask(self, question: Question) -> str:
        """The name of the answer, or ``""`` if the dialog was closed."""
        return self._dialogs.ask(question)

    def ask_text(self, question: str, about: str) -> str | None:
        """A line of text."""
        return self._dialogs.ask_text(question, about)

    def ask_zone(self, question: str, about: str, zone: str) -> str | None:
        """A time zone."""
        return self._dialogs.ask_zone(question, about, zone)

    def open_path(self, title: str, kinds: str) -> Path | None:
        """An existing file."""
        return self._dialogs.open_path(title, kinds)

    def save_path(self, title: str, suggested: Path, kinds: str) -> Path | None:
        """A file to write."""
        return self._dialogs.save_path(title, suggested, kinds)

    def folder_path(self, title: str, suggested: Path) -> Path | None:
        """A folder that is there."""
        return self._dialogs.folder_path(title, suggested)

    def report(self, title: str, details: str) -> None:
        """One calm dialog about our own fault, with details to copy."""
        self._dialogs.report(title, details)
