# SPDX-License-Identifier: MIT
"""What seating plans say: the seats with names and sides, the lists by table and by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from forumdesk.domain.dates import date_long
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.finding import sort_key
from forumdesk.domain.people import NameForm, Participation
from forumdesk.domain.places import Layout, Seat, Seating
from forumdesk.domain.seat_layouts import GUESTS, Chair, Edge, Place, Post, Room, drawn, room_of
from forumdesk.domain.terms import T_
from forumdesk.domain.wording import Text
from forumdesk.handouts.content import NOTHING, Wording, affiliation
from forumdesk.handouts.contents.lines import body_of, name_of
from forumdesk.handouts.contents.plans import place_of, plans_asked_for, taken, title_of
from forumdesk.handouts.contents.prose import blocks
from forumdesk.handouts.contents.setting import Imprint, Setting
from forumdesk.handouts.contents.sheet import sheet
from forumdesk.handouts.dress import languages_of
from forumdesk.handouts.options import Options
from forumdesk.handouts.published import stamped
from forumdesk.handouts.seated import (
    PlanRoom,
    PlanSeat,
    PlanTable,
    SeatGroup,
    SeatingContent,
    SeatingHeads,
    SeatingPlan,
    SeatRow,
    SideMark,
    Sought,
)
from forumdesk.handouts.taking import as_signing_table

SEATING = T_("handout", "Seating plan")
_TABLE = T_("paper", "Table {table}")
_ROW = T_("paper", "Row {row}")
_HOST_SIDE = T_("paper", "Hosts")
_GUEST_SIDE = T_("paper", "Guests")
_HEAD_TABLE = T_("paper", "Head table")
_RIGHT = T_("paper", "← Host’s right")
_LEFT = T_("paper", "Host’s left →")
_HOSTS_RIGHT = T_("paper", "Host’s right →")
_GUESTS_RIGHT = T_("paper", "← Guest’s right")
_INTERPRETER = T_("role", "Interpretation")
_TO_BE_NAMED = T_("paper", "to be named")
_EDGES = {
    Edge.NONE: None,
    Edge.STAGE: T_("paper", "Stage"),
    Edge.AUDIENCE: T_("paper", "Audience"),
    Edge.DOOR: T_("paper", "Door"),
}
_FEW = 6  # round tables on a page that names everybody in two languages
NO_PLAN = T_("paper", "No seating plan is made for this forum yet.")


def seating_content(dossier: Dossier, options: Options, imprint: Imprint) -> SeatingContent:
    """Every plan asked for on its pages; raises ``ForumDeskError`` for one there is not."""
    return stamped(_content, Setting(dossier, as_signing_table(options), imprint))


def _content(setting: Setting) -> SeatingContent:
    say = setting.say
    return SeatingContent(
        sheet=sheet(setting, SEATING),
        heads=SeatingHeads(
            by_table=say(T_("paper", "Who sits where")),
            by_name=say(T_("paper", "Find your seat")),
            head=say(T_("paper", "Host or head of delegation")),
            free=say(T_("paper", "Free seat")),
            number=say(T_("column", "Seat")),
            name=say(T_("column", "Name")),
            position=say(T_("column", "Office")),
            side=say(T_("column", "Side")),
            empty=say(T_("paper", "Nobody is seated in this plan yet.")),
        ),
        plans=tuple(_plan(setting, drawn(plan)) for plan in plans_asked_for(setting)),
        nothing=say(NO_PLAN),
    )


def _plan(setting: Setting, plan: Seating) -> SeatingPlan:
    room, there = room_of(plan), taken(setting.dossier, plan)
    above, below = _EDGES[room.above], _EDGES[room.below]
    tones = {side.id: n for n, side in enumerate(setting.dossier.sides, 1)}
    sat = {
        setting.dossier.participation[s.participation or ""].side for s in _people(setting, there)
    }
    return SeatingPlan(
        anchor=f"seating-{plan.id}",
        title=setting.text(title_of(setting, plan)) or setting.say(SEATING),
        when=_when(setting, plan),
        room=_room(setting, plan, room, there),
        parts=tuple(_parts(setting, plan, there)),
        wide=plan.layout in (Layout.HEAD_TABLE, Layout.BILATERAL),
        above=setting.say(above) if above else NOTHING,
        below=setting.say(below) if below else NOTHING,
        sides=tuple(
            SideMark(setting.text(side.name), tones[side.id], _code(setting, side.id))
            for side in setting.dossier.sides
            if side.id in sat
        ),
        groups=tuple(_groups(setting, plan, there)),
        found=tuple(_found(setting, plan, there))
        if plan.layout in (Layout.ROUND, Layout.THEATRE)
        else (),
        notes=tuple((tag, blocks(plan.notes)) for tag in setting.languages[:1])
        if plan.notes
        else (),
    )


def _room(setting: Setting, plan: Seating, room: Room, there: Mapping[Place, Seat]) -> PlanRoom:
    return PlanRoom(
        room.width,
        room.height,
        room.field,
        tuple(_seats(setting, plan, room, there)),
        tuple(_tables(setting, plan, room, there)),
    )


def _parts(setting: Setting, plan: Seating, there: Mapping[Place, Seat]) -> Iterator[PlanRoom]:
    """Round tables, few to a drawing; they keep their numbers."""
    if plan.layout is not Layout.ROUND or plan.tables <= _FEW:
        return
    for first in range(0, plan.tables, _FEW):
        room = room_of(replace(plan, tables=min(_FEW, plan.tables - first)))
        moved = replace(
            room,
            chairs=tuple(replace(c, table=c.table + first) for c in room.chairs),
            boards=tuple(replace(b, table=b.table + first) for b in room.boards),
        )
        yield _room(setting, plan, moved, there)


def _people(setting: Setting, there: Mapping[Place, Seat]) -> Iterator[Seat]:
    known = setting.dossier.participation
    return (seat for seat in there.values() if seat.participation in known)


def _when(setting: Setting, plan: Seating) -> Wording:
    """Day, time, room and session of a plan."""
    dossier = setting.dossier
    session = dossier.session.get(plan.session or "")
    own = dossier.room.get(plan.room or "")
    rooms = (own,) if own else dossier.rooms_of(session) if session else ()
    day = dossier.day_of(session) if session else None
    clock = f" {session.starts:%H:%M}" if session and session.starts else ""
    named = session.title if session and plan.title else Text()

    def said(tag: str) -> str:
        found = (
            date_long(day, tag) + clock if day else "",
            ", ".join(room.name.best((tag,)) for room in rooms),
            named.best((tag,)),
        )
        return " · ".join(filter(None, found))

    return setting.by_language(said)


def _seats(
    setting: Setting, plan: Seating, room: Room, there: Mapping[Place, Seat]
) -> Iterator[PlanSeat]:
    tones = {side.id: n for n, side in enumerate(setting.dossier.sides, 1)}
    rows = plan.layout is Layout.THEATRE
    for chair in room.chairs:
        number = f"{chair.table}-{chair.number}" if rows else str(chair.number)
        head = chair.post is Post.HEAD and plan.layout is not Layout.THEATRE
        bare = PlanSeat(chair.x, chair.y, number, side=_post(setting, chair), head=head)
        seat = there.get(chair.place)
        one = setting.dossier.participation.get(seat.participation or "") if seat else None
        if one is not None:
            yield replace(
                bare,
                name=_named(setting, one),
                office=_office(setting, one),
                side=_post(setting, chair) or _side(setting, one),
                code=_code(setting, one.side),
                tone=tones.get(one.side or "", 0),
                who=one.id,
            )
        else:
            yield replace(bare, kept=setting.text(seat.reserved) if seat else NOTHING)


def _named(setting: Setting, one: Participation) -> Wording:
    """A name, or that one is to be given: a body is no name, and stands below as for others."""
    return name_of(setting, one) or setting.say(_TO_BE_NAMED)


def _sought(setting: Setting, one: Participation) -> Wording:
    """What a seat is looked for by: a name, the body's where nobody is named yet."""
    return name_of(setting, one) or body_of(setting, one) or setting.say(_TO_BE_NAMED)


def _post(setting: Setting, chair: Chair) -> Wording:
    return setting.say(_INTERPRETER) if chair.post is Post.INTERPRETER else NOTHING


def _office(setting: Setting, one: Participation) -> Wording:
    """Office and the short name of the body, as there is little room."""
    body = setting.dossier.organization.get(one.organization or "")
    short = setting.text((body.short or body.name) if body else Text())
    office = setting.text(one.office)
    return tuple(affiliation(office, short, tag) for tag in languages_of(office, short))


def _side(setting: Setting, one: Participation) -> Wording:
    side = setting.dossier.side.get(one.side or "")
    return setting.text(side.name) if side else NOTHING


def _code(setting: Setting, side_id: str | None) -> str:
    """A side in two letters: its country's, else the first of its name."""
    side = setting.dossier.side.get(side_id or "")
    return (side.country or side.name.best(setting.languages)[:2]) if side else ""


def _tables(
    setting: Setting, plan: Seating, room: Room, there: Mapping[Place, Seat]
) -> Iterator[PlanTable]:
    for board in room.boards:
        made = PlanTable(board.x, board.y, board.width, board.height, board.round)
        match plan.layout:
            case Layout.ROUND:
                yield replace(made, name=setting.by_language(lambda _, n=board.table: str(n)))  # type: ignore[misc]
            case Layout.BILATERAL:
                upper, lower = _facing(setting, plan, there)
                left, right = setting.say(_GUESTS_RIGHT), setting.say(_HOSTS_RIGHT)
                yield replace(made, upper=upper, lower=lower, left=left, right=right)
            case _:
                left, right = setting.say(_RIGHT), setting.say(_LEFT)
                name = setting.say(_HEAD_TABLE)
                yield replace(made, name=name, left=left, right=right)


def _facing(
    setting: Setting, plan: Seating, there: Mapping[Place, Seat]
) -> tuple[Wording, Wording]:
    """The guests' word and the hosts', with the name of the side where all of one are seated."""
    said = []
    for table, word in ((GUESTS, _GUEST_SIDE), (3 - GUESTS, _HOST_SIDE)):
        seats = (seat for seat in _people(setting, there) if seat.table == table)
        people = [setting.dossier.participation[seat.participation or ""] for seat in seats]
        sides = {one.side for one in people}
        own = _side(setting, people[0]) if len(sides) == 1 and people else NOTHING
        label = dict(setting.say(word))
        said.append(
            tuple((tag, " · ".join((text, label.get(tag, "")))) for tag, text in own)
            or setting.say(word)
        )
    return said[0], said[1]


def _groups(setting: Setting, plan: Seating, there: Mapping[Place, Seat]) -> Iterator[SeatGroup]:
    """Those at each table, in the order of the seats."""
    tables = sorted({place[0] for place in there})
    for table in tables:
        rows = tuple(
            _row(setting, plan, place, seat) for place, seat in there.items() if place[0] == table
        )
        yield SeatGroup(_group_title(setting, plan, table), rows)


def _group_title(setting: Setting, plan: Seating, table: int) -> Wording:
    match plan.layout:
        case Layout.ROUND:
            return setting.say(_TABLE, table=table)
        case Layout.THEATRE:
            return setting.say(_ROW, row=table)
        case Layout.BILATERAL:
            return setting.say(_GUEST_SIDE if table == GUESTS else _HOST_SIDE)
    return setting.say(_HEAD_TABLE)


def _row(setting: Setting, plan: Seating, place: Place, seat: Seat) -> SeatRow:
    one = setting.dossier.participation.get(seat.participation or "")
    if one is None:
        return SeatRow(str(place[1]), setting.text(seat.reserved), named=False)
    office = setting.text(one.office)
    body = body_of(setting, one)
    position = tuple(affiliation(office, body, tag) for tag in languages_of(office, body))
    chair = room_of(plan).chair[place]
    side = _post(setting, chair) or _side(setting, one)
    return SeatRow(str(place[1]), _named(setting, one), position, side)


def _found(setting: Setting, plan: Seating, there: Mapping[Place, Seat]) -> Iterator[Sought]:
    """Everybody by name: what comes first in a name is what it is found by."""
    if setting.options.names is NameForm.GIVEN_FIRST:
        form = replace(setting.options, names=NameForm.FAMILY_CAPITALS)
        setting = Setting(setting.dossier, form, setting.imprint)
    for place, one in _by_name(setting, there.items()):
        yield Sought(_sought(setting, one), place_of(setting, plan, place))


def _by_name(
    setting: Setting, there: Iterable[tuple[Place, Seat]]
) -> list[tuple[Place, Participation]]:
    dossier, language = setting.dossier, setting.languages[0]
    known = [
        (place, dossier.participation[seat.participation])
        for place, seat in there
        if seat.participation in dossier.participation and seat.participation
    ]

    def key(pair: tuple[Place, Participation]) -> tuple[str, Place]:
        one = pair[1]
        record = dossier.person.get(one.person or "") or dossier.organization.get(
            one.organization or ""
        )
        return (sort_key(record, language) if record else "9", pair[0])

    return sorted(known, key=key)
