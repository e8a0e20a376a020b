# SPDX-License-Identifier: MIT
"""What can be done about a problem: put it right by a fix of its check, or accept it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from forumdesk.domain.desk import Fix, Problem
from forumdesk.domain.words import N_
from forumdesk.ui.labels import plain
from forumdesk.ui.workspace import Workspace

ACCEPT, TAKE_BACK = N_("Acce&pt…"), N_("Take &back")
LONGEST = 90  # characters of a problem in a menu


def put_right(work: Workspace, fix: Fix) -> None:
    """Do what a check offers, and say so in passing."""
    from forumdesk.services.fixing import apply_fix  # noqa: PLC0415 - with the checks, not at first

    done, _ = work.done(apply_fix, fix)
    if done:
        work.messages.tell(work.words("Done: {fix}", fix=fix.phrase))


def accept(work: Workspace, problem: Problem) -> None:
    """Accept a problem with a reason that is asked for, or take that back."""
    from forumdesk.services.publishing import (  # noqa: PLC0415 - not at first
        acknowledge_problem,
        withdraw_acknowledgement,
    )

    if work.dossier is None:
        return
    if problem.acknowledged:
        known = (problem.kind, str(problem.subject), problem.facts)
        for one in work.dossier.acknowledgements:
            if (one.kind, one.subject, one.facts) == known:
                work.run(withdraw_acknowledgement, one.id)
        return
    text = problem.phrase.said(work.words)
    reason = work.messages.ask_text(work.words("Why is this all right?"), text)
    if reason is not None:
        work.run(acknowledge_problem, work.edition, problem, reason)


def reasons(work: Workspace, problems: Iterable[Problem]) -> dict[Problem, str]:
    """Why problems were accepted, of those that were."""
    known = work.dossier.acknowledgements if work.dossier is not None else ()
    given = {(one.kind, one.subject, one.facts): one.reason for one in known}
    keys = {p: (p.kind, str(p.subject), p.facts) for p in problems if p.acknowledged}
    return {problem: given[key] for problem, key in keys.items() if key in given}


def problems_in(work: Workspace, session: str) -> list[Problem]:
    """The open problems of a session, those of its parts included."""
    dossier = work.dossier
    if dossier is None or session not in dossier.session:
        return []
    parts = {part.id for part in dossier.parts_of(dossier.session[session])}
    return [
        problem
        for problem in work.problems
        if not problem.acknowledged and _is_in(problem, session, parts)
    ]


def _is_in(problem: Problem, session: str, parts: Iterable[str]) -> bool:
    kind, key = problem.subject.kind, problem.subject.id
    return (kind == "session" and key == session) or (kind == "part" and key in parts)


def add_remedies(menu: QMenu, work: Workspace, problems: Sequence[Problem]) -> None:
    """What can be done about some problems, each under its text."""
    for problem in problems:
        menu.addSeparator()
        said = problem.phrase.said(work.words)
        short = said if len(said) <= LONGEST else f"{said[: LONGEST - 1]}…"
        menu.addAction(plain(short)).setEnabled(False)
        for action in _remedies(menu, work, problem):
            action.setEnabled(work.editable)
            menu.addAction(action)


def _remedies(menu: QMenu, work: Workspace, problem: Problem) -> Iterator[QAction]:
    for fix in problem.fixes:
        each = QAction(work.look.icons("check"), plain(fix.phrase.said(work.words)), menu)
        each.triggered.connect(partial(put_right, work, fix))
        yield each
    last = QAction(work.words(TAKE_BACK if problem.acknowledged else ACCEPT), menu)
    last.triggered.connect(partial(accept, work, problem))
    yield last


def offer(parent: QWidget, work: Workspace, problems: Sequence[Problem], at: QPoint) -> QMenu:
    """A menu of what can be done about some problems, open at a point of the screen.

    Its first entry that can be chosen is marked, so that Enter does it.
    """
    menu = QMenu(parent)
    add_remedies(menu, work, problems)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)
    usable = (action for action in menu.actions() if action.isEnabled() and action.text())
    if (first := next(usable, None)) is not None:
        menu.setActiveAction(first)
    return menu
