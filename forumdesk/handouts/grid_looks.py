# SPDX-License-Identifier: MIT
"""Grids and signs at doors: what comes to stand on them, and what to look at beforehand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from forumdesk.domain.agenda import Session
from forumdesk.domain.checks.common import named
from forumdesk.domain.checks.plenary import ASIDE
from forumdesk.domain.checks.translation import Printed
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.words import N_, Phrase
from forumdesk.handouts.contents.fields import printed_fields
from forumdesk.handouts.contents.sessions import printed_sessions
from forumdesk.handouts.contents.setting import Setting

_SHOWN = frozenset(
    {
        *(("edition", "title"), ("session", "title"), ("room", "name"), ("track", "name")),
        *(("person", "names"), ("organization", "name")),
    }
)


def _fields(setting: Setting) -> Iterator[Printed]:
    """The fields of the agenda that are shown; bodies only where they stand for nobody's name."""
    bodies = {
        found.organization
        for found in setting.dossier.participations
        if found.organization and not found.person
    }
    for printed in printed_fields(setting):
        shown = (printed.kind, printed.field) in _SHOWN
        if shown and (printed.kind != "organization" or printed.id in bodies):
            yield printed


FIELDS_OF_GRIDS: Mapping[str, Callable[[Setting], Iterator[Printed]]] = MappingProxyType(
    {"grid": _fields, "door-signs": _fields}
)
"""The fields on each of these sheets."""


def _looks(setting: Setting) -> Iterator[Problem]:
    """Sessions without a room while others are in one: nobody finds them by these sheets."""
    rooms = setting.dossier.rooms_of
    timed = [s for s in printed_sessions(setting) if s.starts is not None]
    placed = [session for session in timed if rooms(session)]
    if timed and not placed:
        phrase = Phrase.of(N_("No session on this sheet has a room."))
        subject = Subject("edition", setting.dossier.edition.id)
        yield Problem("no-room", Severity.NOTE, subject, phrase)
    for session in timed:
        meanwhile = any(_overlap(session, other) for other in placed)
        if meanwhile and not rooms(session) and session.kind not in ASIDE:
            phrase = Phrase.of(
                N_("“{session}” has no room, while others are in theirs."), session=named(session)
            )
            subject = Subject("session", session.id, "rooms")
            yield Problem("no-room", Severity.WARNING, subject, phrase)


def _overlap(one: Session, other: Session) -> bool:
    """Whether two sessions are at one time, as far as their ends are known."""
    if one.starts is None or other.starts is None:
        return False
    return one.starts < (other.ends or other.starts) and other.starts < (one.ends or one.starts)


GRID_LOOKS: Mapping[str, Callable[[Setting], Iterable[Problem]]] = MappingProxyType(
    {"grid": _looks, "door-signs": _looks}
)
"""What to look at on each of these sheets."""
