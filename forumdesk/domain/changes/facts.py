# SPDX-License-Identifier: MIT
"""What changed about the edition as a whole, its rooms, and the people of its program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

from forumdesk.domain.changes.change import Change, ChangeKind
from forumdesk.domain.changes.state import State, alike, differing
from forumdesk.domain.changes.values import Days, Term, Who
from forumdesk.domain.desk import Subject
from forumdesk.domain.forum import Edition, Host
from forumdesk.domain.people import Participation, Person, full_name
from forumdesk.domain.wording import Text

_LANGUAGES = ("ko", "en")  # names are said for readers of these, whatever the documents are in
Found: TypeAlias = tuple[State, Participation]


def edition_changes(then: State, now: State) -> Iterator[Change]:
    """Titles, dates, places and hosts."""
    subject = ("edition", now.dossier.edition.id)
    old, new = then.dossier, now.dossier
    texts = [(ChangeKind.TITLE, "title", old.title, new.title)]
    texts += (
        (kind, field, getattr(old.edition, field), getattr(new.edition, field))
        for kind, field in (
            (ChangeKind.SLOGAN, "slogan"),
            (ChangeKind.VENUE, "venue"),
            (ChangeKind.CITY, "city"),
            (ChangeKind.ADDRESS, "address"),
        )
    )
    for kind, field, was, is_now in texts:
        yield from _text(kind, Subject(*subject, field), was, is_now)
    days = _days(old.edition), _days(new.edition)
    if days[0] != days[1] and (days[0] or days[1]):
        yield Change(ChangeKind.DATES, Subject(*subject, "first_day"), *days)
    yield from _hosts(then, now)


def _days(edition: Edition) -> Days:
    return Days(edition.first_day, edition.last_day or edition.first_day)


def _text(kind: ChangeKind, subject: Subject, was: Text, is_now: Text) -> Iterator[Change]:
    before, after = differing(was, is_now)
    if before or after:
        yield Change(kind, subject, before, after, unchanged=alike(was, is_now))


def _hosts(then: State, now: State) -> Iterator[Change]:
    old = {host.organization: host for host in then.dossier.hosts}
    new = {host.organization: host for host in now.dossier.hosts}
    for body in old.keys() | new.keys():
        was, is_now = old.get(body), new.get(body)
        if was is None or is_now is None:
            kind = ChangeKind.HOST_REMOVED if is_now is None else ChangeKind.HOST_ADDED
            names = (then.body(body) if was else None, now.body(body) if is_now else None)
            yield Change(kind, _host(was, is_now), *names, about=_role(is_now or was))
        elif was.role is not is_now.role:
            yield Change(
                ChangeKind.HOST_ROLE,
                _host(was, is_now),
                Term(was.role),
                Term(is_now.role),
                about=now.body(body),
            )


def _host(was: Host | None, is_now: Host | None) -> Subject:
    found = is_now or was
    assert found is not None
    return Subject("host", found.id)


def _role(host: Host | None) -> Term | None:
    return Term(host.role) if host else None


def room_changes(then: State, now: State) -> Iterator[Change]:
    """Rooms that are called otherwise."""
    for room in then.dossier.room.keys() & now.dossier.room.keys():
        names = then.dossier.room[room].name, now.dossier.room[room].name
        yield from _text(ChangeKind.ROOM_NAME, Subject("room", room, "name"), *names)


def people_changes(then: State, now: State) -> Iterator[Change]:
    """Names, offices and organizations of those who have parts before and after."""
    old, new = _on_program(then), _on_program(now)
    bodies: set[str] = {host.organization for host in now.dossier.hosts}
    told: set[str] = set()
    for key in sorted(old.keys() & new.keys()):
        before, after = old[key], new[key]
        bodies |= {body for found in (before, after) if (body := found.organization)}
        yield from _held((then, before), (now, after))
        if after.person and after.person == before.person and after.person not in told:
            told.add(after.person)
            yield from _person(then.dossier.person.get(after.person), (now, after))
    for body in sorted(bodies):
        yield from _body(then, now, body)


def _on_program(state: State) -> dict[str, Participation]:
    parts = (p for session in state.held.values() for p in state.dossier.parts_of(session))
    takers = (taker for part in parts if (taker := state.taker(part)))
    return {taker.id: taker for taker in takers}


def _held(then: Found, now: Found) -> Iterator[Change]:
    """The office and organization of one who has a part, as said of the same person."""
    (old, before), (new, after) = then, now
    if before.person != after.person:
        return
    people = frozenset(filter(None, [after.person]))
    pairs = [(ChangeKind.OFFICE, "office", before.office, after.office)]
    if before.organization != after.organization:
        names = old.body(before.organization), new.body(after.organization)
        pairs.append((ChangeKind.ORGANIZATION, "organization", *names))
    for kind, field, was, is_now in pairs:
        for change in _text(kind, Subject("participation", after.id, field), was, is_now):
            yield replace(change, people=people, about=new.name(after))


def _person(before: Person | None, now: Found) -> Iterator[Change]:
    state, participation = now
    after = state.dossier.person.get(participation.person or "")
    if before is None or after is None or before == after:
        return
    concerned = frozenset([after.id])
    forms = [
        Text.of({tag: full_name(person, tag, state.manner.names) for tag in _LANGUAGES})
        for person in (before, after)
    ]
    for change in _text(ChangeKind.NAME, Subject("person", after.id, "names"), *forms):
        yield replace(change, people=concerned)
    if before.biography != after.biography:
        about = Who(after, names=state.manner.names)
        subject = Subject("person", after.id, "biography")
        yield Change(ChangeKind.BIOGRAPHY, subject, people=concerned, about=about)


def _body(then: State, now: State, id: str) -> Iterator[Change]:
    names = then.body(id), now.body(id)
    if all(names):
        yield from _text(ChangeKind.ORGANIZATION_NAME, Subject("organization", id, "name"), *names)
