# SPDX-License-Identifier: MIT
"""Opening the editor of themes from the page of handouts."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from forumdesk.domain.words import N_
from forumdesk.ui.actions import Command

if TYPE_CHECKING:
    from forumdesk.ui.handouts.page import HandoutsPage
    from forumdesk.ui.themes.dialog import ThemeEditor


def edit_themes(page: HandoutsPage) -> ThemeEditor | None:
    """Open the editor with the handout shown; what is made there, the handout is set in."""
    from forumdesk.ui.themes.dialog import ThemeEditor  # noqa: PLC0415 - loaded when first opened

    dossier = page.work.dossier
    if dossier is None:
        return None
    editor = ThemeEditor(page.work, dossier, (page.handout, page.options), page)

    def set_in(theme: str, *, all_of_them: bool) -> None:
        if all_of_them:
            page.set_all_in(theme)
        else:
            page.change_options(replace(page.options, theme=theme))
        if page.work.dossier is not None:
            page.show_edition(page.work.dossier)

    editor.chosen.connect(partial(set_in, all_of_them=False))
    editor.used.connect(partial(set_in, all_of_them=True))
    editor.finished.connect(editor.deleteLater)
    editor.open()
    (editor.theme if editor.shown else editor.keeping.new).setFocus()
    return editor


EDIT_THEMES: Command[HandoutsPage] = Command(
    *("handouts.themes", N_("Edit &themes…"), edit_themes, "page", 1),
    icon="edit",
    enabled=lambda page: page.work.dossier is not None,
)
