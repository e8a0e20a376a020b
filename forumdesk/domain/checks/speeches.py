# SPDX-License-Identifier: MIT
"""The speeches that greet a forum, and what those who give them are to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from forumdesk.domain.agenda import Mode, Part, Role, Session
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import HostRole
from forumdesk.domain.people import ABSENT, Participation
from forumdesk.domain.roles import Giver, acting_role
from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_

GREETINGS = (Role.OPENS, Role.WELCOMES, Role.CONGRATULATES)  # in the order of a ceremony
SPEECH_WORDS: Mapping[Role, str] = {
    Role.OPENS: N_("opening remarks"),
    Role.WELCOMES: N_("welcome remarks"),
    Role.CONGRATULATES: N_("congratulatory remarks"),
    Role.KEYNOTE: N_("keynote"),
    Role.CLOSES: N_("closing remarks"),
}


@frozen
class Speech:
    """A greeting: the part, the session or item it stands in, who gives it, and as what."""

    part: Part
    session: Session
    by: Participation
    giver: Giver
    role: Role

    @property
    def in_person(self) -> bool:
        """Whether the one it is of stands on the stage."""
        return self.part.mode is Mode.IN_PERSON


def greetings(dossier: Dossier, session: Session) -> tuple[Speech, ...]:
    """The greetings of a session in the order of the ceremony: its items', else its own."""
    items = [item for item in dossier.items_of(session) if dossier.takes_place(item)]
    inside = tuple(speech for item in items for speech in _of(dossier, item))
    return inside or tuple(_of(dossier, session))


def _of(dossier: Dossier, session: Session) -> Iterator[Speech]:
    for part in dossier.parts_of(session):
        by = dossier.participation.get(part.participation)
        if by is None or by.status in ABSENT:
            continue
        giver = giver_of(dossier, by)
        role = acting_role(part.role, session.kind, giver)
        if role in GREETINGS:
            yield Speech(part, session, by, giver, role)


def giver_of(dossier: Dossier, participation: Participation) -> Giver:
    """What somebody's organization, or the one it belongs to, is to the edition.

    ``None`` where no organization is known, and where the edition has no hosts yet.
    """
    hosts = {host.organization: host.role for host in reversed(dossier.hosts)}
    if not {HostRole.HOST, HostRole.CO_HOST} & set(hosts.values()):
        return None
    body = dossier.organization.get(participation.organization or "")
    seen: list[str] = []
    while body is not None and body.id not in seen:
        if body.id in hosts:
            return hosts[body.id]
        seen.append(body.id)
        body = dossier.organization.get(body.parent or "")
    return "guest" if seen else None
