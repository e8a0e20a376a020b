# SPDX-License-Identifier: MIT
"""What arranges the chosen sessions: swap, split, join, lock, link, shift what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumdesk.domain.agenda import Session
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.following import sessions_before
from forumdesk.domain.times import typed_cut
from forumdesk.services import arranging

if TYPE_CHECKING:
    from forumdesk.ui.agenda.page import AgendaPage


def _chosen(page: AgendaPage) -> list[Session]:
    dossier = page.work.dossier
    return [dossier.session[key] for key in page.chosen] if dossier else []


def are_two(page: AgendaPage) -> bool:
    """Whether two sessions are chosen."""
    return len(page.chosen) == 2


def swap(page: AgendaPage) -> None:
    """The two chosen sessions change places."""
    first, second = page.chosen
    page.work.run(arranging.swap_sessions, first, second)


def join(page: AgendaPage) -> None:
    """Make one session of the two chosen: the earlier takes the later in."""
    first, second = sorted(_chosen(page), key=lambda s: (s.starts is None, s.starts, s.position))
    page.work.run(arranging.join_sessions, first.id, second.id)
    page.planner.select_session(first.id)


def split(page: AgendaPage) -> None:
    """Ask where to split the session, and split it there."""
    session, words = page.session, page.work.words
    if session is None:
        return
    question = words("Split it at what time, or after how many minutes?")
    typed = page.work.messages.ask_text(question, words.text(session.title))
    if typed is None or not typed.strip():
        return
    try:
        minutes = typed_cut(typed, starts=session.starts, minutes=session.minutes or 0)
    except ForumDeskError as error:
        page.work.messages.refuse(error)
        return
    made = page.work.run(arranging.split_session, session.id, minutes)
    if made is not None:
        page.planner.select_session(made.id)


def lock(page: AgendaPage) -> None:
    """Lock the chosen sessions where they are; if all of them are, unlock them."""
    page.work.run(arranging.lock_sessions, page.chosen, not is_locked(page))


def is_locked(page: AgendaPage) -> bool:
    """Whether all chosen sessions are locked."""
    chosen = _chosen(page)
    return bool(chosen) and all(session.locked for session in chosen)


def link(page: AgendaPage) -> None:
    """Let the session follow the one before it; one that follows another follows no more."""
    session, dossier = page.session, page.work.dossier
    if session is None or dossier is None:
        return
    leader = None if session.follows else next(iter(sessions_before(dossier, session)), None)
    if leader is None and session.follows is None:
        page.work.messages.tell(page.work.words("There is no session before it to follow."))
        return
    page.work.run(arranging.follow_session, session.id, leader.id if leader else None)


def is_linked(page: AgendaPage) -> bool:
    """Whether the session follows another one."""
    return page.session is not None and page.session.follows is not None


def shift_after(page: AgendaPage) -> None:
    """Ask by how much what comes after the session is to be shifted, and show what that does."""
    session, dossier = page.session, page.work.dossier
    if session is None or dossier is None:
        return
    if session.starts is None:
        text = page.work.words("It has no time yet; nothing comes after it.")
        page.work.messages.tell(text)
        return
    # Made when first wanted: it is no part of the page.
    from forumdesk.ui.agenda.shift_dialog import ShiftDialog  # noqa: PLC0415

    ShiftDialog(page.window(), page.work, dossier, session.id).open()
