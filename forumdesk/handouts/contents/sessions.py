# SPDX-License-Identifier: MIT
"""Which sessions and parts are on a sheet, by its audience, day and room."""

from __future__ import annotations

from collections.abc import Iterator

from forumdesk.domain.agenda import Part, Session, SessionKind, SessionStatus, Visibility
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import ABSENT, Participation
from forumdesk.handouts.contents.setting import Setting
from forumdesk.handouts.options import Audience

_SEEN = {
    Audience.PUBLIC: frozenset({Visibility.PUBLIC, Visibility.INVITED, Visibility.PRESS}),
    Audience.GUESTS: frozenset(Visibility) - {Visibility.INTERNAL},
    Audience.ORGANIZERS: frozenset(Visibility),
}


def printed_sessions(setting: Setting) -> tuple[Session, ...]:
    """The sessions on the sheet that are not items of another, in the order of the agenda."""
    return tuple(s for s in setting.dossier.program if _is_on(setting, s) and _is_asked(setting, s))


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
