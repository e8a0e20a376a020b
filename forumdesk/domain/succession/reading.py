# SPDX-License-Identifier: MIT
"""The last edition as far as a next one is made of it: who somebody is, it need not know."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import replace
from typing import Any, TypeVar

from forumdesk.domain.agenda import Part, Session, SessionRoom
from forumdesk.domain.desk import Desk
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition, Host, Room, Series, Side, Track
from forumdesk.domain.outcomes import Agreement, Commitment, Review
from forumdesk.domain.people import LetterText, Organization, Participation, Person, Quota
from forumdesk.domain.places import Seating
from forumdesk.domain.printed import PackSheet, Passage
from forumdesk.domain.progress import Progress
from forumdesk.domain.records import Record

R = TypeVar("R", bound=Record)
_PIECE = 150  # records read at a time


def read_last(desk: Desk, edition: Edition) -> Dossier:
    """An edition with every participation, but without persons, versions and what was printed."""
    sessions = tuple(desk.find(Session, edition=edition.id))
    participations = tuple(desk.find(Participation, edition=edition.id))
    return _dossier(desk, edition, sessions, participations)


def reading_last(desk: Desk, edition: Edition) -> Generator[Progress, None, Dossier]:
    """The same with persons, read in pieces where nobody may have to wait."""
    ids = {kind: _ids(desk, kind, edition.id) for kind in (Session, Participation)}
    total = sum(map(len, ids.values()))
    found: dict[type[Record], list[Record]] = {Session: [], Participation: [], Person: []}
    done = 0
    for kind, every in ids.items():
        for at in range(0, len(every), _PIECE):
            some = desk.find(kind, id=every[at : at + _PIECE])
            found[kind] += some
            people = {p.person for p in some if isinstance(p, Participation)} - {None}
            found[Person] += desk.find(Person, id=sorted(map(str, people))) if people else []
            done += len(some)
            yield Progress(done, total)
    sessions: Any = tuple(sorted(found[Session], key=_by_position))
    participations: Any = tuple(sorted(found[Participation], key=lambda p: p.id))
    people_there: Any = tuple({person.id: person for person in found[Person]}.values())
    yield Progress(total, total)
    return replace(_dossier(desk, edition, sessions, participations), people=people_there)


def _ids(desk: Desk, kind: type[Record], edition: str) -> list[str]:
    return sorted(str(key) for (key,) in desk.tally(kind, "id", edition=edition))


def _by_position(session: Any) -> tuple[int, str]:  # noqa: ANN401 - sessions, found by their kind
    return (session.position, session.id)


def _dossier(
    desk: Desk,
    edition: Edition,
    sessions: tuple[Session, ...],
    participations: tuple[Participation, ...],
) -> Dossier:
    return Dossier(
        series=desk.get(Series, edition.series),
        edition=edition,
        hosts=tuple(desk.find(Host, edition=edition.id)),
        sides=tuple(desk.find(Side, edition=edition.id)),
        rooms=tuple(desk.find(Room, edition=edition.id)),
        tracks=tuple(desk.find(Track, edition=edition.id)),
        sessions=sessions,
        session_rooms=_of(desk, SessionRoom, "session", (s.id for s in sessions)),
        parts=_of(desk, Part, "session", (s.id for s in sessions)),
        participations=participations,
        organizations=tuple(desk.find(Organization)),
        agreements=tuple(desk.find(Agreement, edition=edition.id)),
        commitments=tuple(desk.find(Commitment, series=edition.series)),
        reviews=_of(desk, Review, "session", (s.id for s in sessions)),
        editions=tuple(desk.find(Edition, series=edition.series)),
        quotas=tuple(desk.find(Quota, edition=edition.id)),
        letter_texts=tuple(desk.find(LetterText, edition=edition.id)),
        passages=tuple(desk.find(Passage, edition=edition.id)),
        pack=tuple(desk.find(PackSheet, edition=edition.id)),
        seatings=tuple(desk.find(Seating, edition=edition.id)),
    )


def _of(desk: Desk, kind: type[R], field: str, values: Iterable[str]) -> tuple[R, ...]:
    wanted = list(dict.fromkeys(values))
    return tuple(desk.find(kind, **{field: wanted})) if wanted else ()
