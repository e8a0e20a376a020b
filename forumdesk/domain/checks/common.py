# SPDX-License-Identifier: MIT
"""What several checks need: who is where from when to when, and what things are called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from heapq import heappop, heappush

from forumdesk.domain.agenda import Session
from forumdesk.domain.desk import Fix
from forumdesk.domain.dossier import Dossier, program_day
from forumdesk.domain.languages import language_name
from forumdesk.domain.naming import name_text
from forumdesk.domain.people import Participation
from forumdesk.domain.places import Seat, Seating
from forumdesk.domain.printed import PASSAGES, Passage
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import EMPTY, Text
from forumdesk.domain.words import N_, Phrase


@frozen
class Slot:
    """A session on the clock (wall time, end excluded) and the sessions around it, inmost first.

    ``sure`` is ``False`` for an item without a time of its own: it is somewhere in its parent.
    A session without an end, or of no length, takes one minute.
    """

    session: Session
    start: datetime
    end: datetime
    around: tuple[str, ...]
    sure: bool

    @property
    def root(self) -> str:
        """The id of the outmost session."""
        return self.around[-1] if self.around else self.session.id

    def belongs_to(self, other: Slot) -> bool:
        """Whether one is inside the other, or may lie before or after it in the same session."""
        if self.root != other.root:
            return False
        inside = self.session.id in other.around or other.session.id in self.around
        return inside or not (self.sure and other.sure) or self.session.id == other.session.id


def slots(dossier: Dossier) -> Mapping[str, Slot]:
    """Every session that takes place and has a time, its own or its parent's, by id."""
    made = ((session.id, _slot(dossier, session)) for session in dossier.sessions)
    return {key: slot for key, slot in made if slot is not None}


def carry_slots(before: Dossier, after: Dossier, changed: Container[str]) -> None:
    """Take over the slots of sessions that did not change, with all around and inside them."""
    known = before.derived(slots)
    made = ((s.id, _slot(after, s) if s.id in changed else known.get(s.id)) for s in after.sessions)
    found: Mapping[str, Slot] = {key: slot for key, slot in made if slot is not None}
    after.note(slots, found)


def _slot(dossier: Dossier, session: Session) -> Slot | None:
    timed: Session | None = session
    around: tuple[str, ...] = ()
    if session.parent is not None:
        line = dossier.lineage(session)
        timed = next((s for s in line if s.starts is not None), None)
        around = tuple(s.id for s in line[1:])
    if timed is None or timed.starts is None or not dossier.takes_place(session):
        return None
    length = timed.minutes if timed.minutes and timed.minutes > 0 else 1
    end = timed.starts + timedelta(minutes=length)
    return Slot(session, timed.starts, end, around, timed is session)


def days(dossier: Dossier) -> Mapping[date, tuple[Slot, ...]]:
    """The outmost sessions that take place, by program day, each day in order of time."""
    found: dict[date, list[Slot]] = defaultdict(list)
    for slot in dossier.derived(slots).values():
        if not slot.around:
            found[program_day(slot.start, dossier.edition.day_boundary)].append(slot)
    return {day: tuple(sorted(held, key=_by_time)) for day, held in found.items()}


def _by_time(slot: Slot) -> tuple[datetime, str]:
    return slot.start, slot.session.id


def clashes(taken: Iterable[Slot]) -> Iterator[tuple[Slot, Slot]]:
    """Every slot that begins while another runs, after that other one.

    Each slot is told once, with one of those running, so that fifty sessions at one time give
    forty-nine pairs and not a thousand. A sweep over the starts with a heap of the ends.
    """
    running: list[tuple[datetime, int, Slot]] = []
    order = sorted(taken, key=lambda slot: (slot.start, len(slot.around), slot.session.id))
    for number, slot in enumerate(order):
        while running and running[0][0] <= slot.start:
            heappop(running)
        other = next((s for _, _, s in running if not s.belongs_to(slot)), None)
        if other is not None:
            yield other, slot
        heappush(running, (slot.end, number, slot))


def another_time(*slots: Slot) -> Iterator[Fix]:
    """A free time for each of some that has a time of its own and is not locked."""
    for slot in slots:
        if slot.sure and not slot.session.locked:
            yield Fix.of(
                Phrase.of(N_("Move “{session}” to a free time"), session=named(slot.session)),
                "fixing.move_to_free_time",
                session=slot.session.id,
            )


def another_room(dossier: Dossier, slot: Slot, room: str) -> Iterator[Fix]:
    """A free room instead of one, where there are others, for what is not locked."""
    if not slot.session.locked and len(dossier.rooms) > 1:
        yield Fix.of(
            Phrase.of(N_("Move “{session}” to a free room"), session=named(slot.session)),
            "fixing.move_to_free_room",
            session=slot.session.id,
            room=room,
        )


def begin_at(session: Session, starts: datetime) -> Iterator[Fix]:
    """Another start, and the same length, for a session that is not locked."""
    if not session.locked:
        yield Fix.of(
            Phrase.of(
                N_("Begin “{session}” at {time}"), session=named(session), time=clock(starts)
            ),
            "planning.retime_session",
            session=session.id,
            starts=starts,
            minutes=session.minutes,
        )


def named(session: Session) -> Text | Phrase:
    """A session's title, or a word for one that has none."""
    return session.title if session.title else Phrase.of(N_("untitled session"))


def person_named(dossier: Dossier, participation: Participation) -> Text | Phrase:
    """A participant's name as each reader reads it; an unnamed seat by its organization."""
    person = dossier.person.get(participation.person or "")
    if person is not None:
        name = name_text(person)
    else:
        body = dossier.organization.get(participation.organization or "")
        name = body.name if body else EMPTY
    return name if name else Phrase.of(N_("somebody without a name"))


def passage_named(dossier: Dossier, passage: Passage) -> Text | Phrase:
    """What a text of the program is called: its title, else what it is, and by whom."""
    if passage.title:
        return passage.title
    kind = Phrase(PASSAGES[passage.kind])
    author = dossier.participation.get(passage.participation or "")
    if author is None:
        return kind
    return Phrase.of(N_("{text} by {name}"), text=kind, name=person_named(dossier, author))


def plan_titled(plan: Seating) -> Text | Phrase:
    """A seating plan's title, or a word for one that has none."""
    return plan.title if plan.title else Phrase.of(N_("untitled seating plan"))


def seat_cleared(plan: Seating, seat: Seat, said: Mapping[str, Text | Phrase]) -> tuple[Fix, ...]:
    """What clears a seat (``person`` and ``plan`` as ``said``); a locked one is left to people."""
    if seat.locked:
        return ()
    phrase = Phrase.of(N_("Clear the seat of {person} in “{plan}”"), **said)
    place = {"seating": plan.id, "table": seat.table, "number": seat.number}
    return (Fix.of(phrase, "seats.clear_seat", **place),)


def language_called(tag: str) -> Text:
    """What a language is called by Korean and by English readers."""
    return Text.of({reader: language_name(tag, reader) for reader in ("ko", "en")})


def listing(names: Sequence[object]) -> Phrase:
    """Texts, phrases or strings as a list, each said in the language of the whole."""
    keys = [f"_{number}" for number in range(len(names))]
    listed = ", ".join(f"{{{key}}}" for key in keys)
    return Phrase.of(listed, **dict(zip(keys, names, strict=True)))


def clock(at: datetime) -> str:
    """A wall time as ``14:30``."""
    return f"{at:%H:%M}"


def when(session: Session) -> str:
    """Start and length as part of the facts a finding rests on."""
    return f"{session.starts:%Y-%m-%dT%H:%M}+{session.minutes}" if session.starts else ""
