# SPDX-License-Identifier: MIT
"""Looking back: a session in which every open commitment of the series has its item."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from forumdesk.domain.agenda import Session, SessionKind, Visibility
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.outcomes import Commitment, CommitmentStatus, Review
from forumdesk.domain.succession.days import shifted
from forumdesk.domain.succession.ground import Ground
from forumdesk.domain.succession.plan import SessionFate
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_

CLOSED = frozenset({CommitmentStatus.DONE, CommitmentStatus.DROPPED})
TITLE = N_("Review of the last forum")
_EACH, _LEAST, _MOST = 5, 10, 60  # minutes of an item, of the session


@frozen
class LookingBack:
    """The session that looks back, its items, and which commitment each is about."""

    fates: tuple[SessionFate, ...] = ()
    reviews: tuple[Review, ...] = ()
    untimed: bool = False


def open_commitments(last: Dossier) -> tuple[Commitment, ...]:
    """The series' commitments that are neither done nor dropped."""
    return tuple(c for c in last.commitments if c.status not in CLOSED)


def sessions_looking_back(last: Dossier) -> frozenset[str]:
    """The sessions of the last edition that looked back at commitments, with their items."""
    found = {review.session for review in last.reviews}
    around = {last.session[key].parent or key for key in found if key in last.session}
    items = {item.id for key in around for item in last.items_of(last.session[key])}
    return frozenset(around | items)


def looking_back(ground: Ground, sessions: Sequence[SessionFate]) -> LookingBack:
    """The review of the last forum, where it was held before; else right after the opening."""
    promised = open_commitments(ground.last)
    choices = ground.choices
    if not (promised and choices.review and choices.agenda):
        return LookingBack()
    chosen = _chosen(ground, sessions)
    if chosen is not None:
        items, reviews = _items(ground, chosen, promised)
        return LookingBack(tuple(SessionFate(None, item) for item in items), reviews)
    there = sorted(sessions_looking_back(ground.last))
    before = [s for key in there if (s := ground.last.session[key]).parent is None]
    whole = _as_before(ground, before[0]) if before else _new(ground, sessions, len(promised))
    items, reviews = _items(ground, whole, promised)
    fates = (
        SessionFate(before[0] if before else None, whole),
        *(SessionFate(None, item) for item in items),
    )
    return LookingBack(fates, reviews, untimed=whole.starts is None and ground.shift is not None)


def _chosen(ground: Ground, sessions: Sequence[SessionFate]) -> Session | None:
    """The new session that was chosen to look back, if it is carried and is no item."""
    wanted = ground.choices.review_in
    found = (f.now for f in sessions if f.was and f.now and f.was.id == wanted)
    return next((session for session in found if session.parent is None), None)


def _items(
    ground: Ground, whole: Session, promised: Sequence[Commitment]
) -> tuple[tuple[Session, ...], tuple[Review, ...]]:
    """An item for each commitment, and what ties the two."""
    made = tuple(_item(ground, whole, c, n) for n, c in enumerate(promised))
    pairs = zip(made, promised, strict=True)
    return made, tuple(Review(ground.new_id(), item.id, c.id, 0) for item, c in pairs)


def _as_before(ground: Ground, was: Session) -> Session:
    return Session(
        ground.new_id(),
        ground.edition.id,
        was.title,
        was.kind,
        position=was.position,
        starts=shifted(was.starts, ground.shift),
        minutes=was.minutes,
        visibility=was.visibility,
        languages=was.languages,
        interpretation=was.interpretation,
        responsible=was.responsible,
        predecessor=was.id,
    )


def _new(ground: Ground, sessions: Sequence[SessionFate], count: int) -> Session:
    program = [fate.now for fate in sessions if fate.now and fate.now.parent is None]
    opening = next((s for s in _by_time(program) if s.kind is SessionKind.OPENING), None)
    fresh = Session(
        ground.new_id(),
        ground.edition.id,
        ground.text(TITLE),
        SessionKind.PRESENTATION,
        position=opening.position if opening else 0,
        minutes=min(max(count * _EACH, _LEAST), _MOST),
        visibility=opening.visibility if opening else Visibility.PUBLIC,
        languages=opening.languages if opening else (),
        interpretation=opening.interpretation if opening else Text(),
    )
    return _placed(fresh, opening, program) if opening else fresh


def _by_time(program: Iterable[Session]) -> list[Session]:
    return sorted(program, key=lambda s: (s.starts or datetime.max, s.position))


def _placed(fresh: Session, opening: Session, program: Sequence[Session]) -> Session:
    """Right after the opening, as long as there is time until what comes next."""
    starts = opening.ends
    if starts is None or fresh.minutes is None:
        return fresh
    others = [s for s in program if s is not opening and s.starts is not None]
    if any(s.starts and s.starts <= starts < (s.ends or s.starts + _MOMENT) for s in others):
        return fresh
    following = min((s.starts for s in others if s.starts and s.starts > starts), default=None)
    room = (following - starts) // timedelta(minutes=1) if following else fresh.minutes
    if room < _LEAST:
        return fresh
    return replace(fresh, starts=starts, minutes=min(room, fresh.minutes))


_MOMENT = timedelta(minutes=1)


def _item(ground: Ground, whole: Session, commitment: Commitment, position: int) -> Session:
    return Session(
        ground.new_id(),
        ground.edition.id,
        commitment.title or commitment.text,
        SessionKind.PRESENTATION,
        parent=whole.id,
        position=position,
        visibility=whole.visibility,
    )
