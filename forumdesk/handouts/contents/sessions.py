# SPDX-License-Identifier: MIT
"""Which sessions and parts are on a sheet, by its audience, day and room."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from forumdesk.domain.agenda import Part, Session, SessionKind, SessionStatus, Visibility
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.naming import is_called
from forumdesk.domain.people import ABSENT, Participation, Person
from forumdesk.domain.terms import T_
from forumdesk.domain.words import N_
from forumdesk.handouts.contents.setting import Setting
from forumdesk.handouts.options import Audience

NO_SESSIONS = T_("paper", "There are no sessions to be on this sheet yet.")
_SEEN = {
    Audience.PUBLIC: frozenset({Visibility.PUBLIC, Visibility.INVITED, Visibility.PRESS}),
    Audience.GUESTS: frozenset(Visibility) - {Visibility.INTERNAL},
    Audience.ORGANIZERS: frozenset(Visibility),
}


def printed_sessions(setting: Setting) -> tuple[Session, ...]:
    """The sessions on the sheet that are not items of another, in the order of the agenda."""
    return tuple(s for s in setting.dossier.program if _is_on(setting, s) and _is_asked(setting, s))


def known_sessions(setting: Setting) -> tuple[Session, ...]:
    """The same with cancelled ones, and of a person all that they have a part in.

    An item with a time of its own then stands for itself, others for what they are in. Raises
    ``ForumDeskError`` if the options name a room or a person the edition does not have.
    """
    dossier, audience = setting.dossier, setting.options.audience
    every = dossier.program
    if setting.options.person:
        every = _own_sessions(setting)
    return tuple(
        session
        for session in every
        if all(is_for(each, audience) for each in dossier.lineage(session))
        and _is_asked(setting, session)
    )


def _own_sessions(setting: Setting) -> tuple[Session, ...]:
    dossier = setting.dossier
    person = person_called(dossier, setting.options.person)
    own = {p.id for p in dossier.participations if p.person == person.id and p.status not in ABSENT}
    held = {part.session for part in dossier.parts if part.participation in own}
    found = {}
    for session in (session for session in dossier.sessions if session.id in held):
        timed = (each for each in dossier.lineage(session) if each.starts is not None)
        entry = next(timed, dossier.lineage(session)[-1])
        found[entry.id] = entry
    if not found:
        raise ForumDeskError(
            N_("{name} has no part in this edition; nothing was written."),
            name=setting.options.person,
        )
    return tuple(sorted(found.values(), key=lambda s: (s.starts or datetime.max, s.position, s.id)))


def person_called(dossier: Dossier, wanted: str) -> Person:
    """Somebody of an edition by name or id; raises ``ForumDeskError`` for nobody, or several."""
    found = [one for one in dossier.people if one.id == wanted]
    found = found or [one for one in dossier.people if is_called(one, wanted)]
    if len(found) > 1:
        raise ForumDeskError(
            N_("Several people of this edition are called “{name}”; say which by id: {ids}."),
            name=wanted,
            ids=", ".join(one.id for one in found),
        )
    if not found:
        raise ForumDeskError(N_("Nobody in this edition is called “{name}”."), name=wanted)
    return found[0]


def printed_items(setting: Setting, session: Session) -> tuple[Session, ...]:
    """The items of a session that are on the sheet, in order."""
    return tuple(s for s in setting.dossier.items_of(session) if _is_on(setting, s))


def every_session(setting: Setting) -> Iterator[Session]:
    """Every session and item on the sheet, items after what they belong to."""
    waiting = list(reversed(printed_sessions(setting)))
    while waiting:
        session = waiting.pop()
        yield session
        waiting.extend(reversed(printed_items(setting, session)))


def who(setting: Setting, part: Part) -> Participation | None:
    """Who takes a part; ``None`` while nobody does, or after declining."""
    found = setting.dossier.participation.get(part.participation)
    return None if found is None or found.status in ABSENT else found


def is_for(session: Session, audience: Audience) -> bool:
    """Whether those whom a sheet is for may know of a session, cancelled or not."""
    if audience is Audience.ORGANIZERS:
        return True
    return session.kind is not SessionKind.INTERNAL and session.visibility in _SEEN[audience]


def known_to(dossier: Dossier, audience: Audience) -> frozenset[str]:
    """The ids of all sessions and items that an audience may know of, cancelled ones included."""
    return frozenset(
        session.id
        for session in dossier.sessions
        if all(is_for(one, audience) for one in dossier.lineage(session))
    )


def _is_on(setting: Setting, session: Session) -> bool:
    audience = setting.options.audience
    cancelled = session.status is SessionStatus.CANCELLED
    return is_for(session, audience) and (audience is Audience.ORGANIZERS or not cancelled)


def _is_asked(setting: Setting, session: Session) -> bool:
    day = setting.options.day
    if day is not None and setting.dossier.day_of(session) != day:
        return False
    rooms = setting.dossier.rooms_of(session)
    return setting.room is None or not rooms or setting.room in rooms
