# SPDX-License-Identifier: MIT
"""Adding and removing editions and series from the window."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from forumdesk.domain.forum import Series
from forumdesk.ui.messages import Question
from forumdesk.ui.workspace import Workspace


def add(work: Workspace) -> None:
    """One more edition of the series shown, or of the first there is; then show it."""
    from forumdesk.services.editions import add_edition  # noqa: PLC0415 - loaded when first used

    dossier = work.dossier
    series = dossier.series if dossier else next(iter(work.desk.find(Series)), None)
    if series is None:
        return
    zone = dossier.edition.timezone if dossier else series.timezone
    made, edition = work.done(add_edition, series.id, {"timezone": zone})
    if made and edition is not None:
        work.show_edition(edition.id)


def prepare_next(work: Workspace, parent: QWidget | None = None) -> None:
    """Show what the next edition of the series shown would be, to make it of the last one."""
    from forumdesk.ui.succession.opening import prepare_shown  # noqa: PLC0415 - when first used

    prepare_shown(work, parent)


def remove(work: Workspace) -> None:
    """Remove the edition shown, if the user is sure; then show another."""
    from forumdesk.services.editions import remove_edition  # noqa: PLC0415 - when first used

    dossier, words = work.dossier, work.words
    if dossier is None:
        return
    question = Question(
        words("Remove “{title}” with everything in it?", title=words.text(dossier.title)),
        words("Its agenda, participants and agreements go with it. It can be undone."),
        (("remove", words("Remove")),),
        danger="remove",
    )
    if work.messages.ask(question) == "remove":
        work.run(remove_edition, dossier.edition.id)


def has_series(work: Workspace) -> bool:
    """Whether there is a series that an edition can be added to."""
    return work.desk.count(Series) > 0
