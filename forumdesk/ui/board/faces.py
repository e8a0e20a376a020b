# SPDX-License-Identifier: MIT
"""What the board says of a session: words alone, to be drawn and to be read out."""

from __future__ import annotations

from collections.abc import Sequence

from forumdesk.domain.agenda import PAUSES, Session, SessionKind, SessionStatus
from forumdesk.domain.desk import Problem, Severity
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.terms import term
from forumdesk.domain.values import frozen
from forumdesk.domain.words import Words
from forumdesk.ui.agenda.columns import participant_name
from forumdesk.ui.dates import clock, span

MOST_NAMES = 6


@frozen
class Face:
    """The words of a session's block, the most important first.

    ``titles`` are in every language it has, that of the interface first; ``said`` is what is
    read out of it, and shown in its tip. ``off`` is a word for one that is cancelled.
    """

    session: str
    kind: SessionKind
    titles: tuple[str, ...]
    time: str
    start: str
    word: str
    off: str
    names: str
    items: tuple[str, ...]
    said: str
    found: str
    severity: Severity | None
    pause: bool
    cancelled: bool
    draft: bool
    locked: bool


def face_of(
    dossier: Dossier, session: Session, words: Words, problems: Sequence[Problem] = ()
) -> Face:
    """The face of a session as it is now."""
    titles = _titles(dossier, session, words)
    cancelled = session.status is SessionStatus.CANCELLED
    found = [problem.phrase.said(words) for problem in problems]
    worst = min((p.severity for p in problems), key=list(Severity).index, default=None)
    return Face(
        session.id,
        session.kind,
        titles,
        span(session.starts, session.ends),
        clock(session.starts) if session.starts else "",
        term(session.kind, words),
        term(session.status, words) if cancelled else "",
        _names(dossier, session, words),
        tuple(_items(dossier, session, words)),
        _said(dossier, session, words, found),
        found[0] if found else "",
        worst,
        session.kind in PAUSES,
        cancelled,
        session.status is SessionStatus.DRAFT,
        session.locked,
    )


def names_stay(before: Dossier | None, after: Dossier) -> bool:
    """Whether nobody and no room is called otherwise than before."""
    return before is not None and all(
        getattr(before, field) is getattr(after, field)
        for field in ("people", "participations", "organizations", "rooms", "series")
    )


def stays(before: Dossier, after: Dossier, session: str) -> bool:
    """Whether a session is as it was, with what its face tells, if names stayed."""
    then, now = before.session.get(session), after.session[session]
    if then is not now:
        return False
    items = before.items_of(then), after.items_of(now)
    return (
        items[0] == items[1]
        and before.rooms_of(then) == after.rooms_of(now)
        and all(before.parts_of(s) == after.parts_of(s) for s in (now, *items[1]))
    )


def _titles(dossier: Dossier, session: Session, words: Words) -> tuple[str, ...]:
    languages = dict.fromkeys((words.language, *dossier.languages))
    titles = [session.title[language] for language in languages if language in session.title]
    titles = titles or [words.text(session.title)]
    return tuple(dict.fromkeys(filter(None, titles))) or (words("Without a title"),)


def _names(dossier: Dossier, session: Session, words: Words) -> str:
    parts = dossier.parts_of(session)
    names = dict.fromkeys(
        participant_name(dossier, part.participation, words) for part in parts[: MOST_NAMES + 1]
    )
    said = ", ".join(list(names)[:MOST_NAMES])
    return f"{said} …" if len(parts) > MOST_NAMES else said


def _items(dossier: Dossier, session: Session, words: Words) -> list[str]:
    lines = []
    for item in dossier.items_of(session):
        at = f"{clock(item.starts)} " if item.starts else ""
        names = _names(dossier, item, words)
        title = words.text(item.title) or term(item.kind, words)
        lines.append(f"{at}{title}" + (f" — {names}" if names else ""))
    return lines


def _said(dossier: Dossier, session: Session, words: Words, found: Sequence[str]) -> str:
    """Title, time and room first, as they are listened for."""
    rooms = ", ".join(words.text(room.name) for room in dossier.rooms_of(session))
    facts = [
        words.text(session.title) or words("Without a title"),
        span(session.starts, session.ends),
        rooms or words("All rooms"),
        term(session.kind, words),
        term(session.status, words),
        words("locked") if session.locked else "",
    ]
    return "\n".join([", ".join(filter(None, facts)), *found])
