# SPDX-License-Identifier: MIT
"""Who takes the stage one after the other in a session, and who only sits there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from forumdesk.domain.agenda import PAUSES, Part, Role, Session, SessionKind
from forumdesk.domain.readiness import SPEECHES
from forumdesk.domain.values import frozen
from forumdesk.handouts.contents.lines import acting, shown_parts
from forumdesk.handouts.contents.setting import Setting

LEADING = frozenset({Role.CHAIRS, Role.MODERATES})
OFF_STAGE = frozenset({SessionKind.INTERNAL, SessionKind.BILATERAL, SessionKind.SITE_VISIT})
"""Sessions in which nobody is called to a stage."""
_SINGLY = frozenset({Role.OPENS, Role.WELCOMES, Role.CONGRATULATES, Role.KEYNOTE, Role.CLOSES})


@frozen
class Turn:
    """A speech: whose it is, or of whom together, and when, as far as that is certain."""

    parts: tuple[Part, ...]
    starts: datetime | None = None
    minutes: int | None = None


@frozen
class Stage:
    """The parts of a session: speeches in their order, the panel, and everybody else."""

    speeches: tuple[Turn, ...]
    panel: tuple[Part, ...]
    others: tuple[Part, ...]
    apart: bool = False  # each speech, and the panel, is called by itself


def stage(setting: Setting, session: Session) -> Stage:
    """Who is on stage in a session, its items not counted."""
    parts = [(acting(setting, session, part), part) for part in shown_parts(setting, session)]
    if session.kind in OFF_STAGE:
        return Stage((), (), tuple(part for _, part in parts))
    speeches = [(role, part) for role, part in parts if role in SPEECHES]
    turns = _turns(session, speeches)
    panel = tuple(part for role, part in parts if role is Role.DISCUSSES)
    return Stage(
        turns,
        panel,
        tuple(part for role, part in parts if role not in SPEECHES | {Role.DISCUSSES}),
        # At a meal one speaks after the guests have come.
        apart=len(turns) + bool(panel) > 1 or (bool(turns) and session.kind in PAUSES),
    )


def signers(setting: Setting, session: Session) -> tuple[Part, ...]:
    """Who signs in a session, in order; those of the host whose copy this is first (alternat)."""
    first = setting.first_host.id if setting.first_host else ""

    def later(part: Part) -> bool:
        found = setting.dossier.participation.get(part.participation)
        return found is None or found.organization != first

    parts = shown_parts(setting, session)
    return tuple(sorted((p for p in parts if acting(setting, session, p) is Role.SIGNS), key=later))


def _turns(session: Session, speeches: Sequence[tuple[Role, Part]]) -> tuple[Turn, ...]:
    """Speeches one after the other; those of one kind without lengths are given together."""
    parts = [part for _, part in speeches]
    alike = len({role for role, _ in speeches}) == 1 and speeches[0][0] not in _SINGLY
    if len(parts) > 1 and alike and all(part.minutes is None for part in parts):
        return (Turn(tuple(parts), session.starts, session.minutes),)
    turns = [Turn((part,), None, part.minutes) for part in parts]
    return tuple(_timed(session, turns))


def _timed(session: Session, turns: Sequence[Turn]) -> Iterator[Turn]:
    """Turns with their starts, where one follows another and together they fill the session."""
    known = [turn.minutes for turn in turns if turn.minutes is not None]
    at = session.starts
    if len(known) < len(turns) or sum(known) != session.minutes or at is None:
        yield from turns
        return
    for turn, minutes in zip(turns, known, strict=True):
        yield replace(turn, starts=at)
        at += timedelta(minutes=minutes)
