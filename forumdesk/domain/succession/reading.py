# SPDX-License-Identifier: MIT
"""The last edition as far as a next one is made of it: who somebody is, it need not know."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from forumdesk.domain.agenda import Part, Session, SessionRoom
from forumdesk.domain.desk import Desk
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition, Host, Room, Series, Side, Track
from forumdesk.domain.outcomes import Agreement, Commitment, Review
from forumdesk.domain.people import LetterText, Organization, Participation, Quota
from forumdesk.domain.records import Record

R = TypeVar("R", bound=Record)


def read_last(desk: Desk, edition: Edition) -> Dossier:
    """An edition with every participation, but without persons, versions and what was printed."""
    sessions = tuple(desk.find(Session, edition=edition.id))
    hosts = tuple(desk.find(Host, edition=edition.id))
    return Dossier(
        series=desk.get(Series, edition.series),
        edition=edition,
        hosts=hosts,
        sides=tuple(desk.find(Side, edition=edition.id)),
        rooms=tuple(desk.find(Room, edition=edition.id)),
        tracks=tuple(desk.find(Track, edition=edition.id)),
        sessions=sessions,
        session_rooms=_of(desk, SessionRoom, "session", (s.id for s in sessions)),
        parts=_of(desk, Part, "session", (s.id for s in sessions)),
        participations=tuple(desk.find(Participation, edition=edition.id)),
        organizations=_of(desk, Organization, "id", (h.organization for h in hosts)),
        agreements=tuple(desk.find(Agreement, edition=edition.id)),
        commitments=tuple(desk.find(Commitment, series=edition.series)),
        reviews=_of(desk, Review, "session", (s.id for s in sessions)),
        editions=tuple(desk.find(Edition, series=edition.series)),
        quotas=tuple(desk.find(Quota, edition=edition.id)),
        letter_texts=tuple(desk.find(LetterText, edition=edition.id)),
    )


def _of(desk: Desk, kind: type[R], field: str, values: Iterable[str]) -> tuple[R, ...]:
    wanted = list(dict.fromkeys(values))
    return tuple(desk.find(kind, **{field: wanted})) if wanted else ()
