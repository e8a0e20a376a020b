# SPDX-License-Identifier: MIT
"""Grids and signs at doors: what comes to stand on them, and what to look at beforehand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from forumdesk.domain.agenda import PAUSES, Session, SessionKind
from forumdesk.domain.checks.common import named
from forumdesk.domain.checks.plenary import ASIDE
from forumdesk.domain.checks.translation import Printed
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.words import N_, Phrase
from forumdesk.handouts.contents.door_signs import in_one_place
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


def _sign_looks(setting: Setting) -> Iterator[Problem]:
    """The same, and what is on no sign: it has no room, or is elsewhere."""
    told = list(_looks(setting))
    yield from told
    known = {problem.subject.id for problem in told}
    if in_one_place(setting.dossier) and setting.dossier.edition.venue:
        left = [s for s in printed_sessions(setting) if s.kind is SessionKind.SITE_VISIT]
    else:
        left = [s for s in printed_sessions(setting) if not setting.dossier.rooms_of(s)]
    unsigned = [s for s in left if s.kind not in PAUSES and s.id not in known]
    if len(unsigned) > _MANY:
        phrase = Phrase.of(_NO_SIGNS, count=len(unsigned))
        subject = Subject("edition", setting.dossier.edition.id)
        yield Problem("no-sign", Severity.NOTE, subject, phrase)
        return
    for session in unsigned:
        message = _ELSEWHERE if session.kind is SessionKind.SITE_VISIT else _NO_SIGN
        phrase = Phrase.of(message, session=named(session))
        yield Problem("no-sign", Severity.NOTE, Subject("session", session.id, "rooms"), phrase)


_MANY = 10  # more are told as one
_NO_SIGN = N_("“{session}” has no room; it is on no door sign.")
_NO_SIGNS = N_("{count} sessions have no room; they are on no door sign.")
_ELSEWHERE = N_("“{session}” is a visit elsewhere; it is on no door sign.")


def _overlap(one: Session, other: Session) -> bool:
    """Whether two sessions are at one time, as far as their ends are known."""
    if one.starts is None or other.starts is None:
        return False
    return one.starts < (other.ends or other.starts) and other.starts < (one.ends or one.starts)


GRID_LOOKS: Mapping[str, Callable[[Setting], Iterable[Problem]]] = MappingProxyType(
    {"grid": _looks, "door-signs": _sign_looks}
)
"""What to look at on each of these sheets."""
