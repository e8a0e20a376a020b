# SPDX-License-Identifier: MIT
"""What a plan says of each module, line by line, as tables show it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime

from forumdesk.domain.agenda import Part, Session
from forumdesk.domain.forum import Host, Room, Side
from forumdesk.domain.people import Quota, full_name
from forumdesk.domain.succession.plan import Module, Plan, SessionFate
from forumdesk.domain.terms import term
from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_, Words
from forumdesk.ui.dates import short_day, span
from forumdesk.ui.seating.faces import LAYOUTS


@frozen
class Line:
    """A line of a table; ``left`` tells that what it is about stays behind."""

    cells: tuple[str, ...]
    left: bool = False
    id: str = ""


@frozen
class Sheet:
    """A table of a module: the heads of its columns, how wide they are, and its lines.

    The first column takes what the others leave.
    """

    heads: tuple[str, ...]
    widths: tuple[int, ...]
    lines: Callable[[Plan, Words], Iterator[Line]]


def _agenda(plan: Plan, words: Words) -> Iterator[Line]:
    rooms = _rooms_by_session(plan, words)
    for fate in sorted(plan.sessions, key=_by_time):
        about = fate.now or fate.was
        if about is None:
            continue
        title = words.text(about.title) or f"({term(about.kind, words)})"
        before = when(fate.was, words) if fate.was else words("new")
        now = when(fate.now, words) if fate.now else words("left behind")
        cells = ("    " * bool(about.parent) + title, now, before, rooms.get(about.id, ""))
        yield Line(cells, fate.now is None)


def _by_time(fate: SessionFate) -> tuple[bool, datetime, bool, int]:
    """New ones in order of time, then those left behind; an item after what it is in."""
    about = fate.now or fate.was
    at = about.starts if about else None
    position = about.position if about else 0
    return (fate.now is None, at or datetime.max, bool(about and about.parent), position)


def when(session: Session | None, words: Words) -> str:
    """Day and time of a session."""
    if session is None or session.starts is None:
        return words("no time yet") if session and session.parent is None else ""
    return f"{short_day(session.starts.date(), words)}  {span(session.starts, session.ends)}"


def _rooms_by_session(plan: Plan, words: Words) -> dict[str, str]:
    draft = plan.draft
    return {
        session.id: ", ".join(words.text(room.name) for room in draft.rooms_of(session))
        for session in draft.sessions
    }


def _hosts(plan: Plan, words: Words) -> Iterator[Line]:
    pairs = zip(plan.hosts, plan.last.hosts, strict=False)
    for number, (host, was) in enumerate(pairs, 1):
        role = term(host.role, words)
        yield Line((f"{number}. {_host(plan, host, words)}", role, _host(plan, was, words)))
    kept = {host.organization for host in plan.hosts}
    for host in plan.last.hosts:
        if host.organization not in kept:
            yield Line((_host(plan, host, words), term(host.role, words), ""), left=True)


def _host(plan: Plan, host: Host, words: Words) -> str:
    found = plan.last.organization.get(host.organization)
    return words.text(found.name) if found else ""


def _sides(plan: Plan, words: Words) -> Iterator[Line]:
    def name(side: Side) -> str:
        return words.text(side.name)

    for number, (side, was) in enumerate(zip(plan.sides, plan.last.sides, strict=True), 1):
        yield Line((f"{number}. {name(side)}", side.country, name(was)))


def _tracks(plan: Plan, words: Words) -> Iterator[Line]:
    for track in plan.last.tracks:
        count = sum(session.track == track.id for session in plan.last.sessions)
        said = words.plural("{count} session", "{count} sessions", count)
        yield Line((words.text(track.name), said), left=not plan.choices.tracks)


def _quotas(plan: Plan, words: Words) -> Iterator[Line]:
    for quota in plan.last.quotas:
        yield Line((_of_whom(plan, quota, words), str(quota.seats)), left=not plan.choices.quotas)


def _of_whom(plan: Plan, quota: Quota, words: Words) -> str:
    side = plan.last.side.get(quota.side or "")
    if side is not None:
        return words.text(side.name)
    body = plan.last.organization.get(quota.organization or "")
    return words.text(body.name) if body else words("The whole edition")


def _parts(plan: Plan, words: Words) -> Iterator[Line]:
    draft = plan.draft
    before = {seat.now.id: seat.was.id for seat in plan.seats if seat.now}
    carried = {
        (draft.session[part.session].predecessor, before[part.participation], part.role)
        for part in draft.parts
    }
    for part in plan.last.parts:
        there = (part.session, part.participation, part.role) in carried
        session = plan.last.session[part.session]
        title = words.text(session.title) or term(session.kind, words)
        yield Line((_who(plan, part, words), term(part.role, words), title), left=not there)


def _who(plan: Plan, part: Part, words: Words) -> str:
    participation = plan.last.participation[part.participation]
    person = plan.last.person.get(participation.person or "")
    body = plan.last.organization.get(participation.organization or "")
    if person is not None:
        return full_name(person, words.language)
    return words.text(body.name) if body else ""


def _seatings(plan: Plan, words: Words) -> Iterator[Line]:
    for each in plan.last.seatings:
        held = plan.last.session.get(each.session or "")
        title = words.text(held.title) or term(held.kind, words) if held else ""
        cells = (words.text(each.title), words.context(*LAYOUTS[each.layout]), title)
        yield Line(cells, left=not plan.choices.seatings)


def _commitments(plan: Plan, words: Words) -> Iterator[Line]:
    made = bool(plan.draft.reviews)
    for each in plan.commitments:
        due = words.text(each.due_text) or _said(each.due, words)
        said = words.text(each.title or each.text)
        yield Line((said, term(each.status, words), due), left=not made)


def _agreements(plan: Plan, words: Words) -> Iterator[Line]:
    for each in plan.last.agreements:
        day = _said(each.review_on, words)
        yield Line((words.text(each.title), term(each.state, words), day))


def _said(day: date | None, words: Words) -> str:
    return day.isoformat() if day else ""


SHEETS: Mapping[Module, Sheet] = {
    Module.AGENDA: Sheet(
        (N_("Session"), N_("Next time"), N_("Last time"), N_("Room")), (170, 170, 130), _agenda
    ),
    Module.TRACKS: Sheet((N_("Track"), N_("Last time")), (120,), _tracks),
    Module.HOSTS: Sheet((N_("Host"), N_("Role"), N_("Last time")), (110, 240), _hosts),
    Module.SIDES: Sheet((N_("Side"), N_("Country"), N_("Last time")), (90, 200), _sides),
    Module.PARTS: Sheet((N_("Name"), N_("Part"), N_("Session")), (160, 260), _parts),
    Module.QUOTAS: Sheet((N_("Seats of"), N_("Seats")), (90,), _quotas),
    Module.SEATINGS: Sheet((N_("Plan"), N_("Layout"), N_("Session")), (130, 260), _seatings),
    Module.COMMITMENTS: Sheet(
        (N_("Commitment"), N_("Status"), N_("Due")), (110, 150), _commitments
    ),
    Module.AGREEMENTS: Sheet(
        (N_("Agreement"), N_("State"), N_("Review by")), (110, 160), _agreements
    ),
}


def room_said(room: Room, words: Words) -> str:
    """A room with its seats: "Grand Ballroom · 300"."""
    return " · ".join(filter(None, (words.text(room.name), str(room.capacity or ""))))
