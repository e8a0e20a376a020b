# SPDX-License-Identifier: MIT
"""Whole editions as values, read by whoever has a desk."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from forumdesk.domain.agenda import CheckIn, Part, Session, SessionRoom
from forumdesk.domain.desk import Desk
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Availability, Edition, Host, Room, Series, Side, Track
from forumdesk.domain.outcomes import (
    Agreement,
    Aim,
    Commitment,
    CommitmentOwner,
    Original,
    Party,
    Report,
    Signatory,
)
from forumdesk.domain.people import (
    CardPrint,
    Image,
    LetterText,
    Organization,
    Participation,
    Person,
    Quota,
)
from forumdesk.domain.records import Record
from forumdesk.domain.versions import Acknowledgement, Printing, Version

R = TypeVar("R", bound=Record)


def dossier(desk: Desk, edition_id: str) -> Dossier:
    """An edition and everything in it; raises ``ForumDeskError`` if there is no such edition."""
    edition = desk.get(Edition, edition_id)
    series = desk.get(Series, edition.series)
    sessions = tuple(desk.find(Session, edition=edition_id))
    participations = tuple(desk.find(Participation, edition=edition_id))
    agreements = tuple(desk.find(Agreement, edition=edition_id))
    commitments = tuple(desk.find(Commitment, series=series.id))
    organizations = tuple(desk.find(Organization))
    owners = tuple(_children(desk, CommitmentOwner, "commitment", commitments))
    people_ids = [*(p.person for p in participations), *(o.person for o in owners)]
    people = tuple(_by_id(desk, Person, people_ids))
    image_ids = [*(o.logo for o in organizations), *(p.photo for p in people)]
    return Dossier(
        series=series,
        edition=edition,
        hosts=tuple(desk.find(Host, edition=edition_id)),
        sides=tuple(desk.find(Side, edition=edition_id)),
        rooms=tuple(desk.find(Room, edition=edition_id)),
        tracks=tuple(desk.find(Track, edition=edition_id)),
        availabilities=tuple(desk.find(Availability, edition=edition_id)),
        sessions=sessions,
        session_rooms=tuple(_children(desk, SessionRoom, "session", sessions)),
        parts=tuple(_children(desk, Part, "session", sessions)),
        participations=participations,
        people=people,
        organizations=organizations,
        images=tuple(_by_id(desk, Image, image_ids)),
        agreements=agreements,
        parties=tuple(_children(desk, Party, "agreement", agreements)),
        aims=tuple(sorted(_children(desk, Aim, "agreement", agreements), key=lambda a: a.number)),
        signatories=tuple(_children(desk, Signatory, "agreement", agreements)),
        originals=tuple(_children(desk, Original, "agreement", agreements)),
        commitments=commitments,
        commitment_owners=owners,
        reports=tuple(_children(desk, Report, "commitment", commitments)),
        versions=tuple(desk.find(Version, edition=edition_id)),
        printings=tuple(desk.find(Printing, edition=edition_id)),
        acknowledgements=tuple(desk.find(Acknowledgement, edition=edition_id)),
        editions=tuple(desk.find(Edition, series=series.id)),
        quotas=tuple(desk.find(Quota, edition=edition_id)),
        letter_texts=tuple(desk.find(LetterText, edition=edition_id)),
        check_ins=tuple(_children(desk, CheckIn, "participation", participations)),
        card_prints=tuple(_children(desk, CardPrint, "participation", participations)),
    )


def _children(desk: Desk, kind: type[R], field: str, parents: Iterable[Record]) -> list[R]:
    ids = [parent.id for parent in parents]
    return desk.find(kind, **{field: ids}) if ids else []


def _by_id(desk: Desk, kind: type[R], ids: Iterable[str | None]) -> list[R]:
    wanted = list(dict.fromkeys(filter(None, ids)))
    return desk.find(kind, id=wanted) if wanted else []
