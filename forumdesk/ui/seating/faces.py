# SPDX-License-Identifier: MIT
"""What a seat says on the screen: name, office, side, rank; and the same to who listens."""

from __future__ import annotations

from forumdesk.domain.checks.common import person_named
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import ABSENT, Participation, full_name
from forumdesk.domain.places import Layout, Seat, Seating
from forumdesk.domain.precedence import ranking
from forumdesk.domain.seat_layouts import GUESTS, Chair, Edge, Place, Post, room_of
from forumdesk.domain.seat_order import Wing, ladder
from forumdesk.domain.seating import seats_of
from forumdesk.domain.terms import T_, term
from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_, Phrase, Words

LAYOUTS = {
    Layout.HEAD_TABLE: T_("layout", "Head table"),
    Layout.BILATERAL: T_("layout", "Two delegations face to face"),
    Layout.THEATRE: T_("layout", "Rows"),
    Layout.ROUND: T_("layout", "Round tables"),
}
EDGES = {
    Edge.STAGE: T_("paper", "Stage"),
    Edge.AUDIENCE: T_("paper", "Audience"),
    Edge.DOOR: T_("paper", "Door"),
}


@frozen
class Face:
    """A seat as it is shown. ``tone`` counts the sides from 1 (0: none); ``rank`` 0: none.

    ``code`` is the side in two letters. ``kept``: it is reserved, or locked and empty.
    ``absent``: whoever sits there will not come.
    """

    place: Place
    number: str
    name: str = ""
    second: str = ""
    about: str = ""
    side: str = ""
    code: str = ""
    tone: int = 0
    rank: int = 0
    who: str = ""
    kept: str = ""
    locked: bool = False
    head: bool = False
    absent: bool = False
    spoken: str = ""


def faces_of(dossier: Dossier, plan: Seating, words: Words) -> list[Face]:
    """The seats of a plan, in the order in which the keyboard goes through them."""
    room, seats = room_of(plan), seats_of(dossier, plan)
    hands = _hands(plan)
    return [
        _face(dossier, plan, chair, (seats.get(chair.place), hands.get(chair.place)), words=words)
        for chair in sorted(room.chairs, key=lambda chair: chair.place)
    ]


def _face(
    dossier: Dossier,
    plan: Seating,
    chair: Chair,
    there: tuple[Seat | None, str | None],
    *,
    words: Words,
) -> Face:
    seat, hand = there
    where = ", ".join(
        filter(None, (place_said(plan, chair.place, words), words(hand) if hand else ""))
    )
    number = f"{chair.table}-{chair.number}" if plan.layout is Layout.THEATRE else ""
    number = number or str(chair.number)
    head = chair.post is Post.HEAD and plan.layout is not Layout.THEATRE
    locked = bool(seat and seat.locked)
    one = dossier.participation.get(seat.participation or "") if seat else None
    if one is None:
        kept = words.text(seat.reserved) if seat and seat.reserved else ""
        said = kept or words("kept free") if locked or kept else words("empty")
        return Face(
            *(chair.place, number),
            kept=kept or (words("kept free") if locked else ""),
            locked=locked,
            head=head,
            spoken=f"{where}: {said}{_locked(words, locked)}",
        )
    name, second = names_said(dossier, one, words)
    about = about_said(dossier, one, words)
    side = dossier.side.get(one.side or "")
    absent = one.status in ABSENT
    told = (name, second, about, words.text(side.name) if side else "")
    spoken = f"{where}: {', '.join(filter(None, told))}{_locked(words, locked)}"
    return Face(
        *(chair.place, number, name, second, about),
        side=words.text(side.name) if side else "",
        code=code_of(dossier, one, words),
        tone=tone_of_side(dossier, one),
        rank=ranking(dossier).get(one.id, 0),
        who=one.id,
        locked=locked,
        head=head,
        absent=absent,
        spoken=f"{spoken}, {term(one.status, words)}" if absent else spoken,
    )


def _locked(words: Words, locked: bool) -> str:
    return f", {words('locked')}" if locked else ""


def names_said(dossier: Dossier, one: Participation, words: Words) -> tuple[str, str]:
    """A name for who reads the window's language, and the same in the document's other one."""
    person = dossier.person.get(one.person or "")
    if person is None:
        named = person_named(dossier, one)
        return (named.said(words) if isinstance(named, Phrase) else words.text(named)), ""
    first = full_name(person, words.language)
    others = (full_name(person, tag) for tag in dossier.languages)
    return first, next((name for name in others if name and name != first), "")


def about_said(dossier: Dossier, one: Participation, words: Words) -> str:
    """Office and body in a line."""
    body = dossier.organization.get(one.organization or "")
    office = words.text(one.office) if one.office else ""
    named = words.text(body.short or body.name) if body and one.person else ""
    return ", ".join(filter(None, (office, named)))


def code_of(dossier: Dossier, one: Participation, words: Words) -> str:
    """A side in two letters: its country's, else the first of its name."""
    side = dossier.side.get(one.side or "")
    return (side.country or words.text(side.name)[:2]) if side else ""


def tone_of_side(dossier: Dossier, one: Participation) -> int:
    """Which colour a side has, from 1."""
    return next((n for n, side in enumerate(dossier.sides, 1) if side.id == one.side), 0)


def place_said(plan: Seating, place: Place, words: Words) -> str:
    """A seat in words."""
    table, number = place
    chair = room_of(plan).chair.get(place)
    if chair is not None and chair.post is Post.INTERPRETER:
        return words("Interpreter’s seat {number}", number=number)
    match plan.layout:
        case Layout.ROUND:
            return words("Table {table}, seat {number}", table=table, number=number)
        case Layout.THEATRE:
            return words("Row {table}, seat {number}", table=table, number=number)
        case Layout.BILATERAL:
            side = N_("Guests’ seat {number}") if table == GUESTS else N_("Hosts’ seat {number}")
            return words(side, number=number)
    return words("Seat {number}", number=number)


_HANDS = {
    Wing.MIDDLE: N_("in the middle"),
    Wing.RIGHT: N_("right of the host"),
    Wing.LEFT: N_("left of the host"),
}


def _hands(plan: Seating) -> dict[Place, str]:
    """On which hand of the head each seat is, where that is said of a layout."""
    if plan.layout in (Layout.THEATRE, Layout.ROUND):
        return {}
    room = room_of(plan)
    return {
        rung.place: _HANDS[rung.wing]
        if table != GUESTS
        else _GUEST_HANDS.get(rung.wing, _HANDS[Wing.MIDDLE])
        for table in room.at
        for rung in ladder(room, table)
    }


_GUEST_HANDS = {
    Wing.RIGHT: N_("right of the head"),
    Wing.LEFT: N_("left of the head"),
}
