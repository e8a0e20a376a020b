# SPDX-License-Identifier: MIT
"""An edition cut down to what its first pages tell: for small pictures of sheets, soon made.

Whoever looks at a thumbnail sees a page. Setting a list of a hundred thousand people for it, or
a program of a thousand sessions, would be paper for nobody.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from forumdesk.domain.agenda import Session
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import Participation

SESSIONS = 40  # with what is inside them
PEOPLE = 120
PROMISES = 40


def at_a_glance(dossier: Dossier) -> Dossier:
    """The first sessions and people of an edition, with all that they need; a small one whole."""
    tops = [session for session in dossier.sessions if session.parent is None]
    many = len(tops) > SESSIONS or len(dossier.participations) > PEOPLE
    if not many and len(dossier.commitments) <= PROMISES:
        return dossier
    promises = dossier.commitments[:PROMISES]
    owners = [o for o in dossier.commitment_owners if o.commitment in {p.id for p in promises}]
    sessions = _sessions(dossier, tops)
    kept = {session.id for session in sessions}
    parts = tuple(part for part in dossier.parts if part.session in kept)
    seats = _participations(dossier, (id_ for p in parts for id_ in (p.participation, p.reader)))
    there = {seat.id for seat in seats}
    persons = {*(seat.person for seat in seats), *(owner.person for owner in owners)}
    return replace(
        dossier,
        sessions=sessions,
        session_rooms=tuple(one for one in dossier.session_rooms if one.session in kept),
        parts=parts,
        participations=seats,
        people=tuple(person for person in dossier.people if person.id in persons),
        commitments=promises,
        commitment_owners=tuple(owners),
        reports=tuple(one for one in dossier.reports if one.commitment in {p.id for p in promises}),
        check_ins=tuple(one for one in dossier.check_ins if one.participation in there),
        card_prints=tuple(one for one in dossier.card_prints if one.participation in there),
    )


def _sessions(dossier: Dossier, tops: Iterable[Session]) -> tuple[Session, ...]:
    """The first sessions on the clock, those that others speak of, and what is inside them."""
    told = {
        *(agreement.session for agreement in dossier.agreements),
        *(commitment.session for commitment in dossier.commitments),
        *(seating.session for seating in dossier.seatings),
        *(review.session for review in dossier.reviews),
    }
    first = sorted(tops, key=lambda session: (session.starts or datetime.max, session.position))
    wanted = {session.id for session in first[:SESSIONS]}
    wanted |= {s.parent or s.id for s in dossier.sessions if s.id in told}
    return tuple(s for s in dossier.sessions if s.id in wanted or s.parent in wanted)


def _participations(dossier: Dossier, acting: Iterable[str | None]) -> tuple[Participation, ...]:
    """Who acts, signs, writes, sits or rides, the first of all others, and whom these point to."""
    wanted = {
        *acting,
        *(signatory.participation for signatory in dossier.signatories),
        *(passage.participation for passage in dossier.passages),
        *(seat.participation for seat in dossier.seats),
        *(rider.participation for rider in dossier.riders),
    }
    wanted |= {seat.id for seat in dossier.participations[:PEOPLE]}
    pointed = (
        id_
        for seat in dossier.participations
        if seat.id in wanted
        for id_ in (seat.deputy_for, seat.companion_of)
    )
    wanted |= set(pointed)
    return tuple(seat for seat in dossier.participations if seat.id in wanted)
