# SPDX-License-Identifier: MIT
"""Places in the order of precedence that are set by hand."""

from __future__ import annotations

from dataclasses import replace

from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.ids import EditionId, ParticipationId
from forumdesk.domain.people import ABSENT, Participation
from forumdesk.domain.precedence import missing_pins, order, pinned_rank, rules_of
from forumdesk.domain.words import N_
from forumdesk.services._guests import guests
from forumdesk.services._writing import keep, participant_called


def pin(
    desk: Desk, participation: ParticipationId, place: int, reason: str = ""
) -> list[Participation]:
    """Put somebody at a place in the order of precedence, 1 the first, and say why.

    Others who are pinned keep their places among one another and make room.
    """
    record = desk.get(Participation, participation)
    if place < 1:
        raise ForumDeskError(N_("There is no place {place}; the first is 1."), place=place)
    with desk.step(N_("Put {name} in order"), name=participant_called(desk, record)):
        return _pinned(desk, guests(desk, record.edition), record, place=place, reason=reason)


def unpin(desk: Desk, participation: ParticipationId) -> Participation:
    """Let somebody stand where the rules put them."""
    record = desk.get(Participation, participation)
    name = participant_called(desk, record)
    with desk.step(N_("Put {name} where the rules say"), name=name):
        return keep(desk, replace(record, rank=None, pin_reason=""))


def move_in_order(
    desk: Desk,
    edition: EditionId,
    participation: ParticipationId,
    before: ParticipationId | None,
    *,
    reason: str = "",
) -> list[Participation]:
    """Put somebody right before another, or last of those who come, and pin them there."""
    record = desk.get(Participation, participation)
    other = desk.get(Participation, before) if before is not None else None
    if edition != record.edition or (other is not None and other.edition != edition):
        raise ForumDeskError(N_("What belongs together must be of the same edition."))
    of = guests(desk, edition)
    line = [id_ for id_ in _coming(of) if id_ != participation]
    place = line.index(other.id) + 1 if other is not None and other.id in line else len(line) + 1
    if other is not None and other.id == participation:
        return []
    with desk.step(N_("Put {name} in order"), name=participant_called(desk, record)):
        return _pinned(desk, of, record, place=place, reason=reason)


def _coming(of: Dossier) -> list[str]:
    return [id_ for id_ in order(of, rules_of(of)) if of.participation[id_].status not in ABSENT]


def _pinned(
    desk: Desk, of: Dossier, record: Participation, *, place: int, reason: str
) -> list[Participation]:
    """Pin one, and number the other pins anew so that all stand where they are seen to stand."""
    if record.status in ABSENT:
        return [keep(desk, replace(record, rank=place, pin_reason=reason))]
    line = [id_ for id_ in _coming(of) if id_ != record.id]
    line.insert(min(place, len(line) + 1) - 1, record.id)
    missing = missing_pins(p for p in of.participations if p.status in ABSENT)
    done = []
    for at, id_ in enumerate(line, 1):
        one, rank = of.participation[id_], pinned_rank(at, missing)
        if id_ == record.id:
            done.append(keep(desk, replace(one, rank=rank, pin_reason=reason)))
        elif one.rank not in (None, rank):
            done.append(keep(desk, replace(one, rank=rank)))
    return done
