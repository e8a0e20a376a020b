# SPDX-License-Identifier: MIT
"""Who takes the stage one after the other in a session, and who only sits there."""

from __future__ import annotations

from datetime import datetime, timedelta

from forumdesk.domain.agenda import Part, Role, Session
from forumdesk.domain.readiness import SPEECHES
from forumdesk.domain.values import frozen
from forumdesk.handouts.contents.lines import acting, shown_parts
from forumdesk.handouts.contents.setting import Setting

LEADING = frozenset({Role.CHAIRS, Role.MODERATES})


@frozen
class Turn:
    """A speech: whose it is, and when, as far as that is certain."""

    part: Part
    starts: datetime | None = None


@frozen
class Stage:
    """The parts of a session: speeches in their order, the panel, and everybody else."""

    speeches: tuple[Turn, ...]
    panel: tuple[Part, ...]
    others: tuple[Part, ...]

    @property
    def several(self) -> bool:
        """Whether more than one thing is called in it."""
        return len(self.speeches) + bool(self.panel) > 1


def stage(setting: Setting, session: Session) -> Stage:
    """Who is on stage in a session, its items not counted."""
    parts = [(acting(setting, session, part), part) for part in shown_parts(setting, session)]
    speeches = [part for role, part in parts if role in SPEECHES]
    return Stage(
        _timed(session, speeches),
        tuple(part for role, part in parts if role is Role.DISCUSSES),
        tuple(part for role, part in parts if role not in SPEECHES | {Role.DISCUSSES}),
    )


def signers(setting: Setting, session: Session) -> tuple[Part, ...]:
    """Who signs in a session, in order; those of the host whose copy this is first (alternat)."""
    first = setting.first_host.id if setting.first_host else ""

    def later(part: Part) -> bool:
        found = setting.dossier.participation.get(part.participation)
        return found is None or found.organization != first

    parts = shown_parts(setting, session)
    return tuple(sorted((p for p in parts if acting(setting, session, p) is Role.SIGNS), key=later))


def _timed(session: Session, speeches: list[Part]) -> tuple[Turn, ...]:
    """Speeches with their starts, where one follows another and together they fill the session."""
    lengths = [part.minutes for part in speeches]
    known = [length for length in lengths if length is not None]
    if len(known) < len(lengths) or sum(known) != session.minutes or session.starts is None:
        return tuple(Turn(part) for part in speeches)
    turns = []
    at = session.starts
    for part, length in zip(speeches, known, strict=True):
        turns.append(Turn(part, at))
        at += timedelta(minutes=length)
    return tuple(turns)
