# SPDX-License-Identifier: MIT
"""How far the preparation of an edition has come: what is still open, line by line, and parity.

A session that is cancelled counts nowhere; neither does a participation that was declined or
cancelled.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum

from forumdesk.domain.agenda import CEREMONIES, PAUSES, Part, Role, Session, SessionStatus
from forumdesk.domain.agenda import SessionKind as Kind
from forumdesk.domain.commitments import CLOSED, SOON, is_late
from forumdesk.domain.desk import Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Side
from forumdesk.domain.inviting import answer_by, late, moving_up, seats, waiting
from forumdesk.domain.people import ABSENT, Invitation
from forumdesk.domain.values import frozen
from forumdesk.domain.versions import last_printings

SPEECHES = frozenset(
    {
        *(Role.OPENS, Role.WELCOMES, Role.CONGRATULATES, Role.KEYNOTE),
        *(Role.PRESENTS, Role.CLOSES, Role.SPEAKS),
    }
)
SPEAKING = SPEECHES | {Role.DISCUSSES, Role.CHAIRS, Role.MODERATES}
_LED = frozenset({Kind.PANEL, Kind.DISCUSSION})


class Matter(StrEnum):
    """What a line of the readiness list is about."""

    TIMES = "times"
    TITLES = "titles"
    CHAIRS = "chairs"
    CONFIRMED = "confirmed"
    INVITED = "invited"
    ANSWERED = "answered"
    LATE = "late"
    SEATS = "seats"
    WAITING = "waiting"
    NAMED = "named"
    TEXTS = "texts"
    OVERDUE = "overdue"
    COMMITMENTS = "commitments"
    PRINTED = "printed"


@frozen
class Line:
    """One matter: the subjects that are still open, of ``total`` that it is about.

    ``others`` are open too, and too many to be named; ``by`` is the day on which the first of
    them was due, where that is past.
    """

    matter: Matter
    open: tuple[Subject, ...]
    total: int
    by: date | None = None
    others: int = 0

    @property
    def left(self) -> int:
        """How many are still open."""
        return len(self.open) + self.others


def readiness(
    dossier: Dossier, today: date, stale: Collection[str] | None = None
) -> tuple[Line, ...]:
    """Every matter that the edition has anything of, in the order in which one prepares it.

    ``stale`` are the ids of the printings that say something else than their sheets would now,
    ``None`` while that is not known.
    """
    lines = (
        _times(dossier),
        _titles(dossier),
        _chairs(dossier),
        _confirmed(dossier),
        *_invitations(dossier),
        _late(dossier, today),
        _seats(dossier),
        _waiting(dossier),
        _texts(dossier),
        _overdue(dossier, today),
        _commitments(dossier, today),
        *([] if stale is None else [_printed(dossier, stale)]),
    )
    return tuple(line for line in lines if line.total)


def _held(dossier: Dossier) -> list[Session]:
    return [s for s in dossier.sessions if s.status is not SessionStatus.CANCELLED]


def _line(matter: Matter, kind: str, about: Mapping[str, bool], field: str = "") -> Line:
    """A line from ids and whether each is done."""
    still = tuple(Subject(kind, key, field) for key, done in about.items() if not done)
    return Line(matter, still, len(about))


def _times(dossier: Dossier) -> Line:
    about = {s.id: s.starts is not None for s in _held(dossier) if s.parent is None}
    return _line(Matter.TIMES, "session", about, "starts")


def _titles(dossier: Dossier) -> Line:
    wanted = set(dossier.languages)
    about = {s.id: wanted <= set(s.title) for s in _held(dossier)}
    return _line(Matter.TITLES, "session", about, "title")


def _chairs(dossier: Dossier) -> Line:
    leading = {Role.CHAIRS, Role.MODERATES}
    about = {
        s.id: any(part.role in leading for part in dossier.parts_of(s))
        for s in _held(dossier)
        if s.kind in _LED
    }
    return _line(Matter.CHAIRS, "session", about)


def _confirmed(dossier: Dossier) -> Line:
    about = {
        s.id: s.status is SessionStatus.CONFIRMED
        for s in _held(dossier)
        if s.parent is None and s.kind not in PAUSES | CEREMONIES
    }
    return _line(Matter.CONFIRMED, "session", about, "status")


def _invitations(dossier: Dossier) -> Iterable[Line]:
    coming = [p for p in dossier.participations if p.status not in ABSENT]
    sent = [p for p in coming if p.status is not Invitation.PROPOSED]
    answered = {p.id: p.status is Invitation.ACCEPTED for p in sent}
    acting = {part.participation for part in _parts(dossier)}
    invited = {p.id: p.status is not Invitation.PROPOSED for p in coming}
    yield _of_all(dossier, _line(Matter.INVITED, "participation", invited, "status"))
    yield _of_all(dossier, _line(Matter.ANSWERED, "participation", answered, "status"))
    yield _line(
        Matter.NAMED,
        "participation",
        {p.id: p.person is not None for p in coming if p.id in acting},
        "person",
    )


def _of_all(dossier: Dossier, line: Line) -> Line:
    """A line about invitations, with those who are not in the dossier."""
    if dossier.whole:
        return line
    asked = {status for status in Invitation if status not in ABSENT}
    done = asked - {Invitation.PROPOSED}
    if line.matter is Matter.ANSWERED:
        asked, done = done, {Invitation.ACCEPTED}
    total = sum(heads.count for heads in dossier.heads if heads.status in asked)
    done_by = sum(heads.count for heads in dossier.heads if heads.status in done)
    return replace(line, total=total, others=total - done_by - len(line.open))


def _late(dossier: Dossier, today: date) -> Line:
    """Who has not answered although the day for it is past; nothing where nobody is late."""
    those = late(dossier, today)
    days = [day for one in those if (day := answer_by(dossier, one))]
    open_ = tuple(Subject("participation", one.id, "status") for one in those)
    return Line(Matter.LATE, open_, len(open_), min(days, default=None))


def _seats(dossier: Dossier) -> Line:
    """The quotas of which more have taken a seat than there are."""
    every = seats(dossier)
    over = tuple(
        Subject("side", each.quota.side)
        if each.quota.side
        else Subject("edition", dossier.edition.id)
        for each in every
        if each.over
    )
    return Line(Matter.SEATS, over, len(every))


def _waiting(dossier: Dossier) -> Line:
    """Who of the waiting list can be invited now; nothing where nobody can."""
    those = moving_up(dossier) if dossier.quotas else ()
    open_ = tuple(Subject("participation", one.id, "status") for one in those)
    return Line(Matter.WAITING, open_, len(waiting(dossier)) if open_ else 0)


def _parts(dossier: Dossier) -> Iterable[Part]:
    for session in _held(dossier):
        yield from dossier.parts_of(session)


def _texts(dossier: Dossier) -> Line:
    about = {p.id: p.text_received for p in _parts(dossier) if p.role in SPEECHES}
    return _line(Matter.TEXTS, "part", about, "text_received")


def _overdue(dossier: Dossier, today: date) -> Line:
    """Commitments that are late; nothing where none is."""
    those = [c for c in dossier.commitments if is_late(c, today)]
    days = [c.due for c in those if c.due is not None and c.due < today]
    open_ = tuple(Subject("commitment", c.id, "status") for c in those)
    return Line(Matter.OVERDUE, open_, len(open_), min(days, default=None))


def _commitments(dossier: Dossier, today: date) -> Line:
    """Commitments due by the edition, or within a month where it has no date; none that is late."""
    by = dossier.edition.last_day or dossier.edition.first_day or today + SOON
    about = {
        c.id: c.status in CLOSED
        for c in dossier.commitments
        if c.due is not None and c.due <= by and not is_late(c, today)
    }
    return _line(Matter.COMMITMENTS, "commitment", about, "status")


def _printed(dossier: Dossier, stale: Collection[str]) -> Line:
    """The sheets printed last, of each kind; an older one was replaced."""
    last = last_printings(dossier.printings)
    still = tuple(Subject("handout", p.handout) for p in last if p.id in stale)
    return Line(Matter.PRINTED, still, len(last))


@frozen
class Share:
    """What a side has of the program: its speakers, and the minutes they speak.

    Where parts have no minutes of their own, those of the session are shared out evenly among
    its speaking parts.
    """

    side: Side
    speakers: int
    minutes: int


def floor(dossier: Dossier) -> dict[str, float]:
    """The minutes for which each participation has the floor in sessions that take place."""
    minutes: dict[str, float] = {}
    for session in _held(dossier):
        speaking = _speaking(dossier, session)
        for part in speaking:
            who = part.participation
            minutes[who] = minutes.get(who, 0.0) + _minutes(session, part, speaking)
    return minutes


def parity(dossier: Dossier) -> tuple[Share, ...]:
    """The share of each side, in order of the sides."""
    speakers = dict.fromkeys((side.id for side in dossier.sides), 0)
    minutes = dict.fromkeys(speakers, 0.0)
    for who, spoken in floor(dossier).items():
        side = dossier.participation[who].side
        if side in speakers:
            speakers[side] += 1
            minutes[side] += spoken
    return tuple(Share(side, speakers[side.id], round(minutes[side.id])) for side in dossier.sides)


def _speaking(dossier: Dossier, session: Session) -> list[Part]:
    """Who speaks in a session; on a visit and in a pause nobody has the floor."""
    if session.kind in PAUSES or session.kind is Kind.SITE_VISIT:
        return []
    return [
        part
        for part in dossier.parts_of(session)
        if part.role in SPEAKING and dossier.participation[part.participation].status not in ABSENT
    ]


def _minutes(session: Session, part: Part, speaking: list[Part]) -> float:
    if part.minutes is not None:
        return part.minutes
    open_parts = [p for p in speaking if p.minutes is None]
    left = (session.minutes or 0) - sum(p.minutes or 0 for p in speaking)
    return max(left, 0) / len(open_parts)
