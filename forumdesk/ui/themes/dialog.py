# SPDX-License-Identifier: MIT
"""The editor of themes: fields at the left, the pages they make at the right, as they change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from forumdesk.domain.desk import ForumDeskError, Severity
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.printed import OwnTheme
from forumdesk.domain.theme_rules import theme_problems
from forumdesk.domain.themes import carried, own_theme, read_data, theme_title
from forumdesk.handouts.catalogue import HANDOUTS, handout, options_for
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.options import Options
from forumdesk.services import themes
from forumdesk.services.editions import change_edition
from forumdesk.ui.choices import ChoiceField
from forumdesk.ui.committing import commit_typing
from forumdesk.ui.completing import Completing
from forumdesk.ui.labels import FlowLabel, button, hairline, label
from forumdesk.ui.sheets.press import Order
from forumdesk.ui.sheets.sheet import SheetView
from forumdesk.ui.tabbing import tab_as_read
from forumdesk.ui.themes.board import WIDTH, Board
from forumdesk.ui.themes.keeping import Keeping
from forumdesk.ui.themes.steps import Steps
from forumdesk.ui.workspace import Workspace

SIZE = (1180, 700)


class ThemeEditor(QDialog):
    """The themes of the forum file: one of them in fields, and pages set in it.

    ``shown`` is the id of that theme, ``""`` while there is none. ``chosen`` carries the id of a
    theme that was made here, ``used`` of one that the edition is to be printed in.
    """

    chosen = Signal(str)
    used = Signal(str)

    def __init__(
        self, work: Workspace, dossier: Dossier, start: tuple[str, Options], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.work, self._dossier = work, dossier
        self._start = start
        self.shown = ""
        words = work.words
        self.setWindowTitle(words("Themes"))
        self.theme = ChoiceField(words("Theme"))
        self.keeping = Keeping(work, self)
        self.about = label(look="small", wrap=True)
        # From outside in: what gets another parent is dressed anew with all in it.
        self._left_side, self._right_side = QWidget(self), QWidget(self)
        self.board = Board(work, dossier.languages, self._left_side)
        self.nothing = FlowLabel(look="muted")
        self.refused = label(look="danger", wrap=True)
        titles = [(one.name, words.context(*one.title)) for one in HANDOUTS]
        self.page = ChoiceField(words("Page to look at"), titles)
        self.sheet = SheetView(work, "theme", strip=False, parent=self._right_side)
        self.steps = Steps(work)
        self.use = button(words("&Use for this edition"), "first")
        self.close_button = button(words("Close"))
        self._completing = Completing(work)
        self._lay_out()
        self._wire()
        self.page.show_value(start[0])
        own = own_theme(dossier.themes, start[1].theme or dossier.edition.design)
        first = own or next(iter(dossier.themes), None)
        self.show_theme(first.id if first else "")
        self.resize(*SIZE)

    # -- what it is made of -----------------------------------------------------------------------

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._left())
        middle.addWidget(hairline(vertical=True))
        middle.addWidget(self._right(), 1)
        layout.addLayout(middle, 1)
        layout.addWidget(hairline())
        row = QHBoxLayout()
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(8)
        row.addWidget(self.steps)
        row.addStretch(1)
        for made in (self.close_button, self.use):
            row.addWidget(made)
        layout.addLayout(row)

    def _left(self) -> QWidget:
        left = self._left_side
        left.setFixedWidth(WIDTH)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(16, 14, 16, 8)
        head.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.theme, 1)
        row.addStretch(0)
        for made in (self.keeping.new, self.keeping.more):
            row.addWidget(made)
        head.addLayout(row)
        for said in (self.about, self.refused, self.nothing):
            head.addWidget(said)
        column.addLayout(head)
        column.addWidget(self.board, 1)
        column.addStretch(0)
        return left

    def _right(self) -> QWidget:
        right = self._right_side
        right.setProperty("look", "surface")
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(12, 10, 12, 4)
        row.setSpacing(8)
        caption = label(self.work.words("Page to look at"), "small")
        caption.setBuddy(self.page)
        row.addWidget(caption)
        row.addWidget(self.page, 1)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.sheet, 1)
        return right

    def _wire(self) -> None:
        self.theme.committed.connect(self.show_theme)
        self.page.committed.connect(lambda _: self._look())
        self.board.changed.connect(self.change)
        self.board.renamed.connect(lambda name: self._run(themes.rename_theme, self.shown, name))
        self.keeping.made.connect(self._made)
        self.use.clicked.connect(self.use_it)
        self.close_button.clicked.connect(self.accept)
        self.work.changed.connect(self._heed)
        self.work.refused.connect(self._refuse)

    # -- what it shows ----------------------------------------------------------------------------

    @property
    def own(self) -> OwnTheme | None:
        """The theme shown."""
        return next((one for one in self._dossier.themes if one.id == self.shown), None)

    def show_theme(self, id: str) -> None:
        """Show a theme of the file, and pages set in it; ``""`` for none."""
        commit_typing()
        self.shown = id
        self.refused.hide()
        self._show()
        self._look()

    def _show(self) -> None:
        words, theme = self.work.words, self.own
        self.shown = theme.id if theme else ""
        named = [(one.id, words.text(one.name)) for one in self._dossier.themes]
        self.theme.show_value(self.shown, named)
        for made in (self.theme, self.keeping.more):
            made.setVisible(bool(named))
        self.keeping.show_theme(theme)
        self.about.setVisible(theme is not None)
        self.use.setEnabled(theme is not None and self.work.editable and not self._is_used())
        broken = _broken(theme)
        self.board.setVisible(theme is not None and not broken)
        self.nothing.setVisible(theme is None)
        if theme is None:
            self.nothing.setText(
                words(
                    "This file has no theme of its own yet. Make one that is like a bundled one,"
                    " and change what you like."
                )
            )
            return
        named_like = words.text(theme_title(theme.like))
        self.about.setText(words("Like “{name}”, but for what is changed here.", name=named_like))
        if broken:
            self._refuse(broken)
        else:
            self.board.show_theme(theme, self._dossier)

    def _is_used(self) -> bool:
        return bool(self.shown) and self._dossier.edition.design == self.shown

    def _look(self) -> None:
        """Have the page set in the theme as it is now."""
        name, options = self._start
        wanted = str(self.page.currentData())
        if wanted != name:
            options = options_for(self._dossier)
        theme = self.shown or options.theme
        options = replace(options, theme=theme, accent="" if self.shown else options.accent)

        def send(dossier: Dossier) -> None:
            imprint = Imprint(at=self.work.desk.now())
            self.sheet.show_order(Order(wanted, dossier, options, imprint))

        self.sheet.expect_order()
        self._completing.give(self._dossier, handout(wanted), send)

    def _heed(self, _: object) -> None:
        """The file changed: show it so, unless another edition is shown by now."""
        dossier = self.work.dossier
        if dossier is not None and dossier.edition.id == self._dossier.edition.id:
            self._dossier = dossier
            self.refused.hide()
            self._show()
            self._look()

    def _refuse(self, error: ForumDeskError) -> None:
        """Say in place why something can't be, and show what there is instead."""
        self.refused.setText(error.said(self.work.words))
        self.refused.show()
        theme = self.own
        if theme is not None and not _broken(theme):
            self.board.show_theme(theme, self._dossier)

    # -- what it does -----------------------------------------------------------------------------

    def change(self, path: tuple[str, str], value: object) -> None:
        """Change a value of the theme shown."""
        self._run(themes.set_in_theme, self.shown, path, value)

    def use_it(self) -> None:
        """Print the edition in the theme shown."""
        shown = self.shown
        if self.work.done(change_edition, self._dossier.edition.id, {"design": shown})[0]:
            self.used.emit(shown)

    def _made(self, theme: str) -> None:
        self.show_theme(theme)
        self.chosen.emit(theme)

    def _run(self, service: Callable[..., object], *given: object) -> None:
        if self.shown:
            self.work.run(service, *given)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes as the window is read."""
        return tab_as_read(self, forward=forward)

    def done(self, result: int) -> None:
        """Close; what is being typed is kept."""
        commit_typing()
        super().done(result)


def _broken(theme: OwnTheme | None) -> ForumDeskError | None:
    """Why a theme can't be set, as one from elsewhere may be."""
    if theme is None:
        return None
    try:
        problems = theme_problems(read_data(carried(theme)))
    except ForumDeskError as error:
        return error
    for problem in problems:
        if problem.severity is Severity.ERROR:
            return ForumDeskError(problem.phrase.message, **dict(problem.phrase.values))
    return None
