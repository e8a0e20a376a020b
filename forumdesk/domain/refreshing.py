# SPDX-License-Identifier: MIT
"""A dossier brought up to date by what a step changed, instead of being read as a whole.

Reading an edition of a thousand sessions takes a good part of a second; the records that one
step touched take a millisecond. What is not worth telling apart is read anew.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, TypeVar

from forumdesk.domain.agenda import CheckIn, Part, Session, SessionRoom
from forumdesk.domain.desk import Desk, News
from forumdesk.domain.dossier import Dossier, Heads
from forumdesk.domain.forum import Availability, Edition, Host, Room, Side, Track
from forumdesk.domain.outcomes import Commitment, Report, Review
from forumdesk.domain.people import CardPrint, LetterText, Participation, Person, Quota
from forumdesk.domain.places import Rider, Seat, Seating, Vehicle
from forumdesk.domain.printed import OwnTheme, PackSheet, Passage, Term
from forumdesk.domain.reading import (
    bound_agreements,
    count_heads,
    is_called_upon,
    is_few,
    is_whole,
)
from forumdesk.domain.reading import dossier as read
from forumdesk.domain.records import Record
from forumdesk.domain.versions import Acknowledgement, Printing

R = TypeVar("R", bound=Record)
FEW = 200  # more records than these are read faster with all the others
Belongs = Callable[[Dossier, Record], bool]
Changes = Mapping[type[Any], Collection[str]]


def _of_edition(dossier: Dossier, record: Record) -> bool:
    return getattr(record, "edition", None) == dossier.edition.id


def _of_session(dossier: Dossier, record: Record) -> bool:
    return getattr(record, "session", None) in dossier.session


def _of_participation(dossier: Dossier, record: Record) -> bool:
    return getattr(record, "participation", None) in dossier.participation


def _of_series(dossier: Dossier, record: Record) -> bool:
    return getattr(record, "series", None) == dossier.series.id


def _of_commitment(dossier: Dossier, record: Record) -> bool:
    return getattr(record, "commitment", None) in dossier.commitment


def _of_seating(dossier: Dossier, record: Record) -> bool:
    return getattr(record, "seating", None) in {seating.id for seating in dossier.seatings}


def _of_vehicle(dossier: Dossier, record: Record) -> bool:
    return getattr(record, "vehicle", None) in {vehicle.id for vehicle in dossier.vehicles}


def _of_file(_dossier: Dossier, _record: Record) -> bool:
    return True


# In an order in which each follows what decides whether it belongs.
_FIELDS: Mapping[type[Any], tuple[str, Belongs]] = MappingProxyType(
    {
        Host: ("hosts", _of_edition),
        Side: ("sides", _of_edition),
        Room: ("rooms", _of_edition),
        Track: ("tracks", _of_edition),
        Availability: ("availabilities", _of_edition),
        Participation: ("participations", _of_edition),
        Quota: ("quotas", _of_edition),
        LetterText: ("letter_texts", _of_edition),
        CheckIn: ("check_ins", _of_participation),
        CardPrint: ("card_prints", _of_participation),
        Session: ("sessions", _of_edition),
        SessionRoom: ("session_rooms", _of_session),
        Part: ("parts", _of_session),
        Commitment: ("commitments", _of_series),
        Report: ("reports", _of_commitment),
        Review: ("reviews", _of_session),
        Passage: ("passages", _of_edition),
        PackSheet: ("pack", _of_edition),
        Seating: ("seatings", _of_edition),
        Seat: ("seats", _of_seating),
        Vehicle: ("vehicles", _of_edition),
        Rider: ("riders", _of_vehicle),
        Term: ("terms", _of_series),
        OwnTheme: ("themes", _of_file),
        Printing: ("printings", _of_edition),
        Acknowledgement: ("acknowledgements", _of_edition),
    }
)
# What these say of brings participants onto the program.
_BRINGING = (Part, Availability, Passage, Seat, Rider)
# What these change may bring other records in or out: they are handled where that can't be.
_KNOWN = frozenset({*_FIELDS, Edition, Person})


def refreshed(desk: Desk, dossier: Dossier, news: News) -> Dossier:
    """The dossier as it is after a step; equal to reading the edition anew.

    Raises ``ForumDeskError`` if the edition is gone.
    """
    changes: Changes = news.changes
    if not dossier.whole:
        changes = _of_the_program(desk, dossier, changes)
    if not _is_small(changes):
        changes = {k: ids for k, ids in changes.items() if not _elsewhere(desk, dossier, k, ids)}
    if not _is_small(changes) or not _stays_whole(desk, dossier, changes):
        return read(desk, dossier.edition.id)
    fresh = dossier
    if news.may_change(Participation, "edition", "side", "status"):
        heads = () if dossier.whole else count_heads(desk, dossier.edition.id)
        if _is_whole(desk, dossier, heads) is not dossier.whole:
            return read(desk, dossier.edition.id)
        fresh = replace(fresh, counted=heads)
    if Edition in changes:
        editions = tuple(desk.find(Edition, series=dossier.series.id))
        mine = next(e for e in editions if e.id == dossier.edition.id)
        bound = bound_agreements(desk, editions, mine.id)
        fresh = replace(fresh, edition=mine, editions=editions, bound=bound)
    if Person in changes:
        fresh = replace(fresh, people=_patched(desk, Person, fresh.people, changes[Person]))
    for kind, (field, belongs) in _FIELDS.items():
        if kind in changes:
            records = _patched(desk, kind, getattr(fresh, field), changes[kind])
            kept = tuple(record for record in records if belongs(fresh, record))
            field_as_it_is: dict[str, Any] = {field: kept}
            fresh = replace(fresh, **field_as_it_is)
    return fresh


def _is_whole(desk: Desk, dossier: Dossier, heads: tuple[Heads, ...]) -> bool:
    """``is_whole`` now; of very many from the heads, as counting again would take as long."""
    if dossier.whole:
        return is_whole(desk, dossier.edition.id)
    return is_few(sum(some.count for some in heads))


def _of_the_program(desk: Desk, dossier: Dossier, changes: Changes) -> Changes:
    """What changed, but for participants and persons that are not in the dossier before or after.

    They come in with a part, a signature, hours: that is for reading anew, as is whoever is
    called upon now.
    """
    taking_part = changes.get(Participation, frozenset())
    known = {one for one in taking_part if one in dossier.participation}
    others = desk.find(Participation, id=[one for one in taking_part if one not in known])
    known |= {p.id for p in others if is_called_upon(p)}
    persons = changes.get(Person, frozenset())
    kept = {**changes, Participation: known, Person: {p for p in persons if p in dossier.person}}
    lines: tuple[CheckIn | CardPrint, ...] = (*dossier.check_ins, *dossier.card_prints)
    there = {line.id for line in lines}
    logs: tuple[type[CheckIn] | type[CardPrint], ...] = (CheckIn, CardPrint)
    for kind in logs:
        log = desk.find(kind, id=list(changes.get(kind, ())))
        ours = {line.id for line in log if line.participation in dossier.participation}
        kept[kind] = ours | there.intersection(changes.get(kind, ()))
    return {kind: ids for kind, ids in kept.items() if ids}


def _elsewhere(desk: Desk, dossier: Dossier, kind: type[Any], ids: Collection[str]) -> bool:
    """Whether none of these records was or is of the edition: a step may fill another one."""
    field, belongs = _FIELDS.get(kind, ("", _of_file))
    if belongs not in (_of_edition, _of_session):
        return False
    there = {record.id for record in getattr(dossier, field)}
    of_edition = belongs is _of_edition
    owner: dict[str, object] = (
        {"edition": dossier.edition.id} if of_edition else {"session": list(dossier.session)}
    )
    return there.isdisjoint(ids) and not desk.count(kind, id=list(ids), **owner)


def _is_small(changes: Changes) -> bool:
    return changes.keys() <= _KNOWN and sum(map(len, changes.values())) <= FEW


def _stays_whole(desk: Desk, dossier: Dossier, changes: Changes) -> bool:
    """Whether people and pictures of the edition stay the same ones."""
    if dossier.edition.id in changes.get(Edition, ()):
        found = desk.find(Edition, id=dossier.edition.id)
        if not found or _pointed(found[0]) != _pointed(dossier.edition):
            return False
    if not _same_signatures(desk, dossier, changes.get(Passage, ())):
        return False
    people = desk.find(Person, id=list(changes.get(Person, ())))
    for person in people:
        before = dossier.person.get(person.id)
        if before is None or before.photo != person.photo:
            return False
    if len(people) != len(changes.get(Person, ())):
        return False
    ids = list(changes.get(Participation, ()))
    before_ids = {p.id: p.person for p in dossier.participations if p.id in set(ids)}
    after = desk.find(Participation, id=ids)
    if before_ids != {p.id: p.person for p in after}:
        return False
    return dossier.whole or _acts_alike(desk, dossier, changes, after)


def _pointed(edition: Edition) -> tuple[str, str | None]:
    """What an edition brings with it."""
    return edition.series, edition.cover


def _same_signatures(desk: Desk, dossier: Dossier, ids: Collection[str]) -> bool:
    """Whether the same pictures stand below the edition's texts."""
    mine = (p for p in desk.find(Passage, id=list(ids)) if _of_edition(dossier, p))
    before = {p.signature for p in dossier.passages if p.id in ids}
    return before - {None} == {p.signature for p in mine} - {None}


def _acts_alike(
    desk: Desk, dossier: Dossier, changes: Changes, after: Iterable[Participation]
) -> bool:
    """Whether the same participants are on the program still."""
    called = all(is_called_upon(p) == is_called_upon(dossier.participation[p.id]) for p in after)
    return called and not any(kind in changes for kind in _BRINGING)


def _patched(
    desk: Desk, kind: type[R], before: tuple[R, ...], ids: Collection[str]
) -> tuple[R, ...]:
    """Records with those of some ids read anew, in the order in which ``find`` gives them."""
    others = [record for record in before if record.id not in ids]
    return tuple(sorted([*others, *desk.find(kind, id=list(ids))], key=_order))


def _order(record: Record) -> tuple[int, str]:
    return (getattr(record, "position", 0), record.id)
