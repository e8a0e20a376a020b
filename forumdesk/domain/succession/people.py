# SPDX-License-Identifier: MIT
"""Standing invitations: who is proposed again, in which office, and with what part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from forumdesk.domain.agenda import Mode, Part
from forumdesk.domain.forum import Side
from forumdesk.domain.people import ABSENT, Consent, Invitation, Participation
from forumdesk.domain.succession.choices import Answer, Invite, Office, Parts
from forumdesk.domain.succession.ground import Ground
from forumdesk.domain.succession.plan import Seat, SessionFate
from forumdesk.domain.validity import tidied
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import EMPTY
from forumdesk.domain.words import N_, Phrase

ABSENTEE = Phrase(N_("Declined or cancelled"))
NOT_MEANT = Phrase(N_("Not among those who are proposed again"))
BY_HAND = Phrase(N_("Left out by you"))
GONE = Phrase(N_("Has left this office"))
SEAT_KEPT = Phrase(N_("Has left; the organization keeps the seat, the name to follow"))
STOOD_IN = Phrase(N_("Stood in for somebody who is proposed again"))
STANDS_ALONE = Phrase(N_("Stood in last time; proposed in their own name"))
CAME_ALONG = Phrase(N_("Came along with somebody"))
OTHER_OFFICE = Phrase(N_("Proposed in a new office"))
PROPOSED = Phrase(N_("Proposed again"))
_KEPT = Office()


@frozen
class _Lot:
    """Whether somebody is carried, and why."""

    carried: bool
    why: Phrase


def seats_for(ground: Ground, sides: Mapping[str, Side]) -> tuple[Seat, ...]:
    """What becomes of every participation, in order of their numbers."""
    last = ground.last
    ordered = sorted(last.participations, key=lambda p: (p.number is None, p.number or 0))
    wanted = _wanted(ground)
    lots = {p.id: _lot(ground, p, wanted) for p in ordered if p.companion_of is None}
    for one in ordered:
        if one.companion_of is not None:
            lots[one.id] = _lot_of_companion(ground, one, lots)
    _settle_deputies(ordered, lots)
    new = {p.id: ground.new_id() for p in ordered if lots[p.id].carried}
    numbers = iter(range(1, len(new) + 1))
    return tuple(_seat(ground, p, lots[p.id], (new, numbers, sides)) for p in ordered)


def _wanted(ground: Ground) -> frozenset[str] | None:
    """The participations that are meant by the choice; ``None`` for all."""
    last, choices = ground.last, ground.choices
    match choices.invite:
        case Invite.SPEAKERS:
            held = (p for p in last.parts if last.takes_place(last.session[p.session]))
            return frozenset(part.participation for part in held)
        case Invite.SIDE:
            return frozenset(p.id for p in last.participations if p.side == choices.side)
        case Invite.NOBODY:
            return frozenset()
    return None


def _lot(ground: Ground, one: Participation, wanted: frozenset[str] | None) -> _Lot:
    if wanted is not None and one.id not in wanted:
        return _Lot(carried=False, why=NOT_MEANT)
    if one.status in ABSENT:
        return _Lot(carried=False, why=ABSENTEE)
    if one.id in ground.choices.behind:
        return _Lot(carried=False, why=BY_HAND)
    office = ground.choices.offices.get(one.id, _KEPT)
    if office.answer is Answer.LEFT and one.person is not None:
        kept = office.seat and one.organization is not None
        return _Lot(carried=kept, why=SEAT_KEPT if kept else GONE)
    changed = office.answer is Answer.CHANGED
    return _Lot(carried=True, why=OTHER_OFFICE if changed else PROPOSED)


def _lot_of_companion(ground: Ground, one: Participation, lots: Mapping[str, _Lot]) -> _Lot:
    with_whom = lots.get(one.companion_of or "")
    if not ground.choices.companions or with_whom is None or not with_whom.carried:
        return _Lot(carried=False, why=CAME_ALONG)
    if with_whom.why is SEAT_KEPT:
        return _Lot(carried=False, why=CAME_ALONG)
    return _lot(ground, one, None)


def _settle_deputies(ordered: Iterable[Participation], lots: dict[str, _Lot]) -> None:
    """A deputy stays behind for whom they stood in for; alone, they come in their own name."""
    for one in ordered:
        if one.deputy_for is None or not lots[one.id].carried:
            continue
        principal = lots.get(one.deputy_for)
        if principal is not None and principal.carried:
            lots[one.id] = _Lot(carried=False, why=STOOD_IN)
        elif lots[one.id].why is PROPOSED:
            lots[one.id] = _Lot(carried=True, why=STANDS_ALONE)


_Made = tuple[Mapping[str, str], Iterator[int], Mapping[str, Side]]


def _seat(ground: Ground, was: Participation, lot: _Lot, made: _Made) -> Seat:
    asked = bool(was.person and was.office) and lot.why not in (NOT_MEANT, ABSENTEE, CAME_ALONG)
    if not lot.carried:
        return Seat(was, None, lot.why, asked)
    new, numbers, sides = made
    side = sides.get(was.side or "")
    fresh = Participation(
        new[was.id],
        ground.edition.id,
        was.person,
        was.organization,
        was.office,
        side.id if side else None,
        was.category,
        badge_name=was.badge_name,
        status=Invitation.PROPOSED,
        number=next(numbers),
        grade=was.grade,
        since=was.since,
        consents=consents_for(was.consents, ground.edition.last_day),
        companion_of=new.get(was.companion_of or ""),
    )
    return Seat(was, _in_office(ground, was, _ranked(ground, was, fresh)), lot.why, asked)


def _ranked(ground: Ground, was: Participation, fresh: Participation) -> Participation:
    if not ground.choices.ranks or (was.rank is None and not was.honored):
        return fresh
    return replace(fresh, rank=was.rank, pin_reason=was.pin_reason, honored=was.honored)


def _in_office(ground: Ground, was: Participation, fresh: Participation) -> Participation:
    """The participation in the office that its holder has now; a rank was that of the old one."""
    office = ground.choices.offices.get(was.id, _KEPT)
    match office.answer:
        case Answer.CHANGED:
            return tidied(
                replace(
                    fresh,
                    office=office.office,
                    organization=office.organization or was.organization,
                    **_UNRANKED,
                )
            )
        case Answer.LEFT if was.person is not None:
            return replace(fresh, person=None, badge_name=EMPTY, consents=(), **_UNRANKED)
    return fresh


_UNRANKED: dict[str, Any] = {
    "rank": None,
    "pin_reason": "",
    "honored": False,
    "grade": "",
    "since": None,
}


def consents_for(consents: tuple[Consent, ...], until: date | None) -> tuple[Consent, ...]:
    """The consents that still hold at a next edition.

    Leave to list somebody or take pictures was given for one forum; unless it says until when, it
    is asked for anew. A refusal holds until somebody says otherwise.
    """
    return tuple(consent for consent in consents if _holds(consent, until))


def _holds(consent: Consent, until: date | None) -> bool:
    if not consent.given:
        return True
    if consent.until is None:
        return consent.purpose == "contact"
    return until is not None and consent.until >= until


def parts_for(
    ground: Ground, sessions: Iterable[SessionFate], seats: Iterable[Seat]
) -> Iterator[Part]:
    """The parts in the program, with those who are proposed again; nothing of what was said."""
    if ground.choices.parts is Parts.EMPTY:
        return
    new = {fate.was.id: fate.now.id for fate in sessions if fate.was and fate.now}
    hosts = {host.organization for host in ground.last.hosts}
    every = ground.choices.parts is Parts.PEOPLE
    there = {
        seat.was.id: seat.now.id
        for seat in seats
        if seat.now and (every or seat.was.organization in hosts)
    }
    for part in ground.last.parts:
        if part.session in new and part.participation in there:
            yield replace(
                part,
                id=ground.new_id(),
                session=new[part.session],
                participation=there[part.participation],
                mode=Mode.IN_PERSON,
                reader=None,
                text_received=False,
                statement=EMPTY,
            )
