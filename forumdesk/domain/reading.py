# SPDX-License-Identifier: MIT
"""Whole editions as values, read by whoever has a desk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Generator, Iterable
from dataclasses import replace
from typing import Any, TypeVar

from forumdesk.domain.agenda import CheckIn, Part, Session, SessionRoom
from forumdesk.domain.agreements import BINDING
from forumdesk.domain.desk import Desk
from forumdesk.domain.dossier import Dossier, Heads
from forumdesk.domain.forum import Availability, Edition, Host, Room, Series, Side, Track
from forumdesk.domain.outcomes import (
    Agreement,
    Aim,
    Commitment,
    CommitmentOwner,
    Original,
    Party,
    Report,
    Review,
    Signatory,
)
from forumdesk.domain.people import (
    INTERPRETERS,
    CardPrint,
    Image,
    LetterText,
    Organization,
    Participation,
    Person,
    Quota,
)
from forumdesk.domain.places import Rider, Seat, Seating, Vehicle
from forumdesk.domain.printed import OwnTheme, PackSheet, Passage, Term
from forumdesk.domain.progress import Progress
from forumdesk.domain.records import Record
from forumdesk.domain.versions import Acknowledgement, Printing, Version
from forumdesk.domain.wording import fold

R = TypeVar("R", bound=Record)


MANY = 2_000
"""More participants than these are not read whole: nothing could show them all at a time."""

_PIECE = 200  # participants read at a time where nobody may have to wait


def dossier(desk: Desk, edition_id: str) -> Dossier:
    """An edition and everything in it; raises ``ForumDeskError`` if there is no such edition.

    Of more than ``MANY`` participants it has only those who are on the program: who have a
    part, sign, are introduced, have a rank or hours of their own, or interpret.
    """
    return _drained(dossier_in_pieces(desk, edition_id))


def dossier_in_pieces(desk: Desk, edition_id: str) -> Generator[None, None, Dossier]:
    """The same, read in pieces, between which whoever waits for it can go on."""
    return _read(desk, edition_id, whole=is_whole(desk, edition_id))


def whole_dossier(desk: Desk, edition_id: str) -> Dossier:
    """The same with every participant, however many: for lists and cards of everybody."""
    return _drained(_read(desk, edition_id, whole=True))


def _drained(reading: Generator[None, None, Dossier]) -> Dossier:
    while True:
        try:
            next(reading)
        except StopIteration as stop:
            found: Dossier = stop.value
            return found


def read_everybody(desk: Desk, part: Dossier) -> Generator[Progress, None, Dossier]:
    """The participants that a dossier has not, read in pieces: the whole dossier comes of it."""
    edition = part.edition.id
    tally = desk.tally(Participation, "id", edition=edition)
    yield Progress(0, len(tally))
    ids = sorted(str(key) for (key,) in tally)
    found: dict[type[Record], list[Record]] = defaultdict(list)
    for at in range(0, len(ids), _PIECE):
        some = desk.find(Participation, id=ids[at : at + _PIECE])
        people = list(_by_id(desk, Person, (p.person for p in some)))
        found[Participation] += sorted(some, key=lambda p: p.id)
        found[Person] += people
        found[Image] += _by_id(desk, Image, (p.photo for p in people))
        for kind in (CheckIn, CardPrint):
            found[kind] += _children(desk, kind, "participation", some)
        yield Progress(min(at + _PIECE, len(ids)), len(ids))
    names = {Person: "people", Image: "images", CheckIn: "check_ins", CardPrint: "card_prints"}
    lists: dict[str, Any] = {
        name: tuple({record.id: record for record in (*getattr(part, name), *found[kind])}.values())
        for kind, name in names.items()
    }
    everybody: Any = tuple(found[Participation])
    return replace(part, participations=everybody, **lists, whole=True, counted=())


def is_whole(desk: Desk, edition_id: str) -> bool:
    """Whether an edition's dossier has all its participants."""
    return is_few(desk.count(Participation, edition=edition_id))


def is_few(participants: int) -> bool:
    """Whether so many participants are all in the dossier of their edition."""
    return participants <= MANY


def is_called_upon(participation: Participation) -> bool:
    """Whether somebody is on the program even without a part in it."""
    has_place = participation.honored or participation.rank is not None
    return has_place or _interprets(participation.category)


def _interprets(category: str) -> bool:
    return any(word in fold(category) for word in INTERPRETERS)


def _read(desk: Desk, edition_id: str, *, whole: bool) -> Generator[None, None, Dossier]:
    edition = desk.get(Edition, edition_id)
    series = desk.get(Series, edition.series)
    sessions = tuple(desk.find(Session, edition=edition_id))
    yield
    parts = tuple(_children(desk, Part, "session", sessions))
    yield
    agreed = _agreed(desk, edition_id)
    availabilities = tuple(desk.find(Availability, edition=edition_id))
    printed = _printed_matter(desk, edition)
    if whole:
        participations = tuple(desk.find(Participation, edition=edition_id))
    else:
        named = (*printed["passages"], *printed["seats"], *printed["riders"])
        acting: list[Record] = [*parts, *agreed["signatories"], *availabilities, *named]
        participations = _on_the_program(desk, edition_id, acting)
    yield
    commitments = tuple(desk.find(Commitment, series=series.id))
    editions = tuple(desk.find(Edition, series=series.id))
    organizations = tuple(desk.find(Organization))
    owners = tuple(_children(desk, CommitmentOwner, "commitment", commitments))
    people_ids = [*(p.person for p in participations), *(o.person for o in owners)]
    people = tuple(_by_id(desk, Person, people_ids))
    yield
    image_ids = [*(o.logo for o in organizations), *(p.photo for p in people), edition.cover]
    image_ids += [passage.signature for passage in printed["passages"]]
    return Dossier(
        series=series,
        edition=edition,
        hosts=tuple(desk.find(Host, edition=edition_id)),
        sides=tuple(desk.find(Side, edition=edition_id)),
        rooms=tuple(desk.find(Room, edition=edition_id)),
        tracks=tuple(desk.find(Track, edition=edition_id)),
        availabilities=availabilities,
        sessions=sessions,
        session_rooms=tuple(_children(desk, SessionRoom, "session", sessions)),
        parts=parts,
        participations=participations,
        people=people,
        organizations=organizations,
        images=tuple(_by_id(desk, Image, image_ids)),
        **agreed,
        commitments=commitments,
        commitment_owners=owners,
        reports=tuple(_children(desk, Report, "commitment", commitments)),
        reviews=tuple(_children(desk, Review, "session", sessions)),
        **printed,
        versions=tuple(desk.find(Version, edition=edition_id)),
        printings=tuple(desk.find(Printing, edition=edition_id)),
        acknowledgements=tuple(desk.find(Acknowledgement, edition=edition_id)),
        editions=editions,
        bound=bound_agreements(desk, editions, edition_id),
        quotas=tuple(desk.find(Quota, edition=edition_id)),
        letter_texts=tuple(desk.find(LetterText, edition=edition_id)),
        check_ins=tuple(_children(desk, CheckIn, "participation", participations)),
        card_prints=tuple(_children(desk, CardPrint, "participation", participations)),
        whole=whole,
        counted=() if whole else count_heads(desk, edition_id),
    )


def _agreed(desk: Desk, edition_id: str) -> dict[str, Any]:
    """The agreements of an edition, with all that is in them."""
    agreements = tuple(desk.find(Agreement, edition=edition_id))
    return {
        "agreements": agreements,
        "parties": tuple(_children(desk, Party, "agreement", agreements)),
        "aims": tuple(sorted(_children(desk, Aim, "agreement", agreements), key=_number)),
        "signatories": tuple(_children(desk, Signatory, "agreement", agreements)),
        "originals": tuple(_children(desk, Original, "agreement", agreements)),
    }


def _number(aim: Aim) -> int:
    return aim.number


def _printed_matter(desk: Desk, edition: Edition) -> dict[str, Any]:
    """What is kept of an edition for paper alone: texts, plans, cars, terms, themes, its pack."""
    seatings = tuple(desk.find(Seating, edition=edition.id))
    vehicles = tuple(desk.find(Vehicle, edition=edition.id))
    return {
        "passages": tuple(desk.find(Passage, edition=edition.id)),
        "seatings": seatings,
        "seats": tuple(_children(desk, Seat, "seating", seatings)),
        "vehicles": vehicles,
        "riders": tuple(_children(desk, Rider, "vehicle", vehicles)),
        "terms": tuple(desk.find(Term, series=edition.series)),
        "themes": tuple(desk.find(OwnTheme)),
        "pack": tuple(desk.find(PackSheet, edition=edition.id)),
    }


def bound_agreements(desk: Desk, editions: Iterable[Edition], here: str) -> tuple[Agreement, ...]:
    """The agreements of other editions that bind still, and are to be reviewed on a day."""
    found = desk.find(Agreement, edition=[edition.id for edition in editions if edition.id != here])
    return tuple(one for one in found if one.review_on is not None and one.state in BINDING)


def count_heads(desk: Desk, edition_id: str) -> tuple[Heads, ...]:
    """How many take part in an edition, by side and status."""
    found = desk.tally(Participation, "side", "status", edition=edition_id)
    return tuple(
        Heads(side, status, count)  # type: ignore[arg-type] # as the columns hold them
        for (side, status), count in sorted(found.items(), key=str)
    )


def _on_the_program(
    desk: Desk, edition_id: str, acting: Iterable[Record]
) -> tuple[Participation, ...]:
    fields = ("participation", "reader")
    ids = {getattr(record, field, None) for record in acting for field in fields} - {None}
    found = {p.id: p for p in desk.find(Participation, id=sorted(map(str, ids)))}
    categories = desk.tally(Participation, "category", edition=edition_id)
    ranks = desk.tally(Participation, "rank", edition=edition_id)
    sought: tuple[tuple[str, list[object]], ...] = (
        ("honored", [True]),
        ("rank", [rank for (rank,) in ranks if rank is not None]),
        ("category", [name for (name,) in categories if _interprets(str(name))]),
    )
    for field, values in sought:
        if values:
            called = desk.find(Participation, edition=edition_id, **{field: values})
            found.update((p.id, p) for p in called)
    return tuple(sorted(found.values(), key=lambda p: p.id))


def _children(desk: Desk, kind: type[R], field: str, parents: Iterable[Record]) -> list[R]:
    ids = [parent.id for parent in parents]
    return desk.find(kind, **{field: ids}) if ids else []


def _by_id(desk: Desk, kind: type[R], ids: Iterable[str | None]) -> list[R]:
    wanted = list(dict.fromkeys(filter(None, ids)))
    return desk.find(kind, id=wanted) if wanted else []
