# SPDX-License-Identifier: MIT
"""What the live page says of a session at a moment: values, worded, without widgets."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from forumdesk.domain.agenda import Session
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.running import Current, Running
from forumdesk.domain.terms import term
from forumdesk.domain.values import frozen
from forumdesk.domain.words import Words
from forumdesk.ui.agenda.columns import participant_name
from forumdesk.ui.dates import clock, span

CLOSE = timedelta(minutes=2)  # so much before the end, the countdown warns
_NOTHING = timedelta()


@frozen
class Face:
    """A session as it is shown: who and when, a figure that counts, and what the figure means.

    ``tone`` is ``""``, ``good``, ``warning`` or ``danger``; ``note`` says how late it began.
    """

    titles: tuple[str, ...]
    about: str
    people: str
    figure: str
    caption: str
    tone: str = ""
    note: str = ""


def on_stage(run: Running, now: Sequence[Current] | None = None) -> Current | None:
    """What is on, if one thing is to be named: what was begun before what only should have.

    The item that is on stands for its session.
    """
    on = run.now if now is None else now
    ids = {current.session.id for current in on}
    outer = [current for current in on if current.session.parent not in ids]
    first = next((c for c in outer if c.begun), outer[0] if outer else None)
    if first is None:
        return None
    items = [current for current in on if current.session.parent == first.session.id]
    return on_stage(run, items) or first


def up_next(run: Running, dossier: Dossier) -> Session | None:
    """What is to begin next: the first item of a session, if it begins with it."""
    if not run.next:
        return None
    first = run.next[0].session
    items = [n.session for n in run.next if n.session.parent == first.id]
    return items[0] if items and items[0].starts == first.starts else first


def face(dossier: Dossier, session: Session, run: Running, words: Words) -> Face:
    """A session as it is at the moment of ``run``."""
    figure, caption, tone, note = _state(session, run, words)
    rooms = ", ".join(words.text(room.name) for room in dossier.rooms_of(session))
    about = (span(session.starts, session.ends), term(session.kind, words), rooms)
    return Face(
        titles(session, words),
        " · ".join(filter(None, about)),
        people(dossier, session, words),
        figure,
        caption,
        tone,
        note,
    )


def titles(session: Session, words: Words) -> tuple[str, ...]:
    """A session's titles, the one in the language of ``words`` first."""
    said = dict.fromkeys([words.text(session.title), *session.title.values()])
    return tuple(filter(None, said)) or (words("Without a title"),)


def people(dossier: Dossier, session: Session, words: Words) -> str:
    """Who has a part in a session, by name."""
    parts = dossier.parts_of(session)
    return ", ".join(participant_name(dossier, part.participation, words) for part in parts)


def _state(session: Session, run: Running, words: Words) -> tuple[str, str, str, str]:
    if current := run.current.get(session.id):
        return _counting(current, words)
    if upcoming := run.upcoming.get(session.id):
        if upcoming.until >= _NOTHING:
            return length(upcoming.until), words("until it begins"), "", ""
        return length(upcoming.until), words("waiting to begin"), "warning", ""
    if session.ended is not None:
        said = words("ended at {time}", time=clock(session.ended))
        return clock(session.ended), said, "", _late(session, session.began, words)
    return clock(session.starts or run.at), words("is over, as planned"), "", ""


def _counting(current: Current, words: Words) -> tuple[str, str, str, str]:
    note = _late(current.session, current.since, words) if current.begun else ""
    left = current.left
    if left is None:
        return length(run_for(current)), words("running, with an open end"), "good", note
    if left < _NOTHING:
        return length(left), words("over time"), "danger", note
    return length(left), words("left"), "warning" if left <= CLOSE else "good", note


def _late(session: Session, began: datetime | None, words: Words) -> str:
    if session.starts is None or began is None or began == session.starts:
        return ""
    minutes = round((began - session.starts).total_seconds() / 60)
    if minutes > 0:
        return words("began {minutes} min late", minutes=minutes)
    return words("began {minutes} min early", minutes=-minutes)


def run_for(current: Current) -> timedelta:
    """For how long it has been on."""
    return current.at - current.since


def length(of: timedelta) -> str:
    """A length as a clock that counts: ``4:05``, ``1:10:00``; without its sign."""
    seconds = abs(round(of.total_seconds()))
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def aside(session: Session, run: Running, words: Words) -> str:
    """What stands beside a session in the list of the day, in a word or two."""
    if current := run.current.get(session.id):
        over = current.left is not None and current.left < _NOTHING
        return words("over time") if over else words("now")
    if session.id in run.upcoming:
        return ""
    return clock(session.ended) if session.ended else words("over")
