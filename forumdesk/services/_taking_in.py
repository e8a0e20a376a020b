# SPDX-License-Identifier: MIT
"""How a foreign program becomes records, and how it meets those that are there already."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Generator, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import count
from typing import Protocol, TypeVar

from forumdesk.domain import source_fields as fields
from forumdesk.domain.agenda import Part, Session, SessionRoom
from forumdesk.domain.desk import Desk, Severity
from forumdesk.domain.forum import DAY_BOUNDARY, Edition, Room, Series, Track
from forumdesk.domain.intake import ImportReport, Schedule, SourcePerson, SourceSession
from forumdesk.domain.merging import Fields, decided, marks
from forumdesk.domain.people import Invitation, Participation, Person, all_names
from forumdesk.domain.progress import Progress
from forumdesk.domain.session_words import speaker_role
from forumdesk.domain.versions import Origin
from forumdesk.domain.wording import Text, clean, fold
from forumdesk.domain.words import N_, Phrase
from forumdesk.services._ledger import Fate, Ledger, by, called
from forumdesk.services._numbering import next_number

_AT_ONCE = 25  # persons or sessions between two reports of progress: a few milliseconds


class Keyed(Protocol):
    """Anything of a source that has a key."""

    @property
    def key(self) -> str:
        """What it is known by in its source."""


K = TypeVar("K", bound=Keyed)


class Intake:
    """One import of one program into one edition, inside a step that the caller opened."""

    def __init__(
        self, desk: Desk, edition: Edition, schedule: Schedule, *, new: bool = False
    ) -> None:
        self._desk = desk
        self._new = new
        self._edition = edition
        self._schedule = schedule
        self._languages = desk.get(Series, edition.series).languages
        self._ledger = Ledger(desk, edition.id, schedule.source, schedule.findings)
        self._rooms: dict[str, str] = {}  # ids of ours by key of the source
        self._tracks: dict[str, str] = {}
        self._met: set[str] = set()  # sessions of ours that the source speaks of
        self._people = _People(desk, self._ledger, schedule, self._languages)

    def run(self, label: str) -> Generator[Progress, None, ImportReport]:
        """Take everything in, yielding progress; return the report."""
        schedule, ledger = self._schedule, self._ledger
        persons, sessions = _unique(schedule.persons), _unique(schedule.sessions)
        total = len(persons) + len(sessions)
        fates: Counter[Fate] = Counter()
        self._take_edition()
        self._take_rooms_and_tracks()
        for done, person in enumerate(persons, 1):
            self._people.take(person)
            if done % _AT_ONCE == 0 or done == len(persons):
                ledger.flush()
                yield Progress(done, total)
        for done, session in enumerate(sessions, 1):
            fates[self._take_session(session, done - 1)] += 1
            if done % _AT_ONCE == 0 or done == len(sessions):
                ledger.flush()
                yield Progress(len(persons) + done, total)
        # What we wrote may be a day or a room of it.
        if not schedule.own and not any(session.own for session in sessions):
            self._tell_vanished({session.key for session in sessions})
        return ImportReport(
            edition=self._edition.id,
            read=len(schedule.sessions),
            added=fates[Fate.ADDED],
            updated=fates[Fate.UPDATED],
            unchanged=fates[Fate.UNCHANGED],
            skipped=fates[Fate.SKIPPED] + len(schedule.sessions) - len(sessions),
            problems=tuple(ledger.problems),
            step=Phrase.of(label, count=len(schedule.sessions)) if ledger.changed else None,
        )

    def _take_edition(self) -> None:
        said = fields.edition(self._schedule, self._languages)
        extra, edition, ledger = self._schedule.extra, self._edition, self._ledger
        origin = ledger.origin(Edition, "conference")
        if self._new or (origin is not None and "title." in origin.digest):
            # An edition that was there has its title from its series, or its own.
            said["title"] = fields.edition_title(self._schedule, self._languages)
        if self._schedule.own and self._desk.count(Session, edition=edition.id):
            # Its texts may stand for several of ours.
            said = {name: value for name, value in said.items() if not isinstance(value, Text)}
        if origin is not None:
            ledger.meet(Edition, origin, said, extra, partial=self._schedule.own)
        elif not self._desk.count(Session, edition=edition.id):
            ledger.adopt(self._set_up(said), "conference", said, extra)
        else:
            ledger.take_over(edition, "conference", said, extra, ours=self._schedule.own)
        ours = self._desk.get(Edition, edition.id).timezone
        if said["timezone"] and said["timezone"] != ours:
            ledger.tell(
                N_(
                    "The source is in the time zone {theirs}, the edition in {ours};"
                    " times were taken as they stand."
                ),
                theirs=str(said["timezone"]),
                ours=ours,
            )
        ledger.flush()

    def _set_up(self, said: Fields) -> Edition:
        """Zone and day boundary from the source, where nobody chose them and no session has them.

        Neither is ever empty, so that what stands there from the beginning counts as not chosen.
        """
        edition = self._edition
        beginning = {"timezone": "UTC", "day_boundary": DAY_BOUNDARY}
        own = {
            name: said[name]
            for name, usual in beginning.items()
            if said[name] not in ("", None) and (self._new or getattr(edition, name) == usual)
        }
        edition = replace(edition, **own)  # type: ignore[arg-type]
        if edition != self._edition:
            self._ledger.put(edition)
        return edition

    def _take_rooms_and_tracks(self) -> None:
        main = self._schedule.language
        for position, room in enumerate(_unique(self._schedule.rooms)):
            name = fields.text(room.name, main, self._languages)
            place = Room("", self._edition.id, name, position=position)
            if ours := self._take_named(place, room.key, {"name": name}, room.extra):
                self._rooms[room.key] = ours
        for position, track in enumerate(_unique(self._schedule.tracks)):
            name = fields.text(track.name, main, self._languages)
            color = fields.color(track.color)
            strand = Track("", self._edition.id, name, color, position)
            said = {"name": name, "color": color}
            if ours := self._take_named(strand, track.key, said, track.extra):
                self._tracks[track.key] = ours
        self._ledger.flush()

    def _take_named(self, made: Room | Track, key: str, said: Fields, extra: str) -> str:
        """A room or track: the one taken in before, else one of the same name, else a new one."""
        kind, ledger = type(made), self._ledger
        if origin := ledger.origin(kind, key):
            record, _ = ledger.meet(kind, origin, said, extra, partial=self._schedule.own)
            return record.id if record else ""
        own = self._schedule.own
        if known := ledger.alike(kind, key):
            return ledger.take_over(known, key, said, extra, ours=own)[0].id
        names = set(made.name.values())
        if own:  # where several languages stand together
            names |= {part for name in names for part in name.split(" / ")}
        for there in ledger.there(kind).values():
            if names & set(there.name.values()):
                return ledger.take_over(there, key, said, extra, ours=own)[0].id
        new = replace(made, id=self._desk.new_id())
        ledger.add(new)
        ledger.enter(new, key, marks(said), extra)
        return new.id

    def _take_session(self, source: SourceSession, position: int) -> Fate:
        said = fields.session(source, self._schedule.language, self._languages)
        said["track"] = self._tracks.get(source.track)
        rooms = tuple(dict.fromkeys(self._rooms[key] for key in source.rooms if key in self._rooms))
        speakers = self._people.speakers(source)
        whole = {**said, "rooms": rooms, "speakers": tuple(speakers)}
        extra = _with_split(source)
        origin = self._ledger.origin(Session, source.key)
        if origin is None and (ours := self._ours(source)):
            origin = self._ledger.origin_of(ours)
            if origin is None:
                return self._ledger.take_over(ours, source.key, whole, "")[1]
            extra = origin.extra
        if origin is None and (known := self._ledger.alike(Session, source.key)):
            self._met.add(known.id)
            own = self._schedule.own
            return self._ledger.take_over(known, source.key, whole, extra, ours=own)[1]
        if origin is None:
            session = Session(self._desk.new_id(), self._edition.id, position=position, **said)  # type: ignore[arg-type]
            self._ledger.add(session)
            self._ledger.enter(session, source.key, marks(whole), extra)
            self._add_rooms(session.id, rooms, 0)
            self._add_parts(session, speakers, 0)
            return Fate.ADDED
        return self._meet_session(origin, whole, extra, speakers)

    def _ours(self, source: SourceSession) -> Session | None:
        """The session of this edition that we once wrote out, and that now comes back."""
        if not source.own:
            return None
        return self._ledger.there(Session).get(
            source.key.removeprefix("uid:").removesuffix("@forumdesk")
        )

    def _meet_session(
        self, origin: Origin, whole: Fields, extra: str, speakers: dict[str, str]
    ) -> Fate:
        self._met.add(origin.record)
        session, fate = self._ledger.meet(Session, origin, whole, extra, partial=self._schedule.own)
        if session is None:
            self._ledger.tell(
                N_("“{title}” was removed here and was not added again."),
                Severity.NOTE,
                title=called(whole),
            )
        elif marks(whole) != origin.digest:
            moved = self._meet_rooms(session.id, whole["rooms"], origin.digest)
            spoken = self._meet_parts(session, speakers, origin.digest)
            if moved or spoken:
                return Fate.UPDATED
        return fate

    def _meet_rooms(self, session: str, new: object, last: str) -> bool:
        assert isinstance(new, tuple)
        links = self._desk.find(SessionRoom, session=session)
        here = tuple(link.room for link in links)
        if self._is_part_of(new, here):
            return False
        wanted = decided(here, new, last, "rooms")
        if wanted == here:
            return False
        for link in links:
            self._ledger.remove(link)
        self._add_rooms(session, wanted, 0)
        return True

    def _meet_parts(self, session: Session, speakers: dict[str, str], last: str) -> bool:
        """Parts that stay keep what was said of them here: role, minutes, statement."""
        parts = by("participation", self._desk.find(Part, session=session.id))
        here = tuple(parts)
        speakers = self._speaking(session, speakers, here)
        if self._is_part_of(tuple(speakers), here):
            return False
        wanted = decided(here, tuple(speakers), last, "speakers")
        if self._schedule.own:
            wanted = (*wanted, *(one for one in here if one not in wanted))
        if wanted == here:
            return False
        for participation in here:
            if participation not in wanted:
                for part in parts[participation]:
                    self._ledger.remove(part)
        for position, participation in enumerate(wanted):
            if participation not in parts:
                self._add_parts(session, {participation: speakers[participation]}, position)
            for part in parts.get(participation, ()):
                self._desk.put(replace(part, position=position))
        self._ledger.changed = True
        return True

    def _speaking(
        self, session: Session, speakers: dict[str, str], here: tuple[str, ...]
    ) -> dict[str, str]:
        """The speakers; of a file of our own but for those who speak in items of the session."""
        if not self._schedule.own:
            return speakers
        items = [item.id for item in self._desk.find(Session, parent=session.id)]
        inside = {p.participation for p in self._desk.find(Part, session=items)} if items else set()
        return {one: role for one, role in speakers.items() if one in here or one not in inside}

    def _is_part_of(self, new: tuple[str, ...], here: tuple[str, ...]) -> bool:
        """Whether a file of our own only leaves something out that its format can't hold."""
        return self._schedule.own and new == tuple(one for one in here if one in new)

    def _add_rooms(self, session: str, rooms: Iterable[str], first: int) -> None:
        for position, room in enumerate(rooms, first):
            self._ledger.add(SessionRoom(self._desk.new_id(), session, room, position))

    def _add_parts(self, session: Session, speakers: dict[str, str], first: int) -> None:
        for position, (participation, word) in enumerate(speakers.items(), first):
            role = speaker_role(word, session.kind)
            self._ledger.add(Part(self._desk.new_id(), session.id, participation, role, position))

    def _tell_vanished(self, keys: set[str]) -> None:
        gone = [o.record for o in self._ledger.origins(Session) if o.key not in keys]
        for record in gone:
            if record in self._met:
                continue
            if session := self._ledger.there(Session).get(record):
                self._ledger.tell(
                    N_("“{title}” is no longer in the source; it was kept here."),
                    title=session.title.best(self._languages),
                )


class _People:
    """The persons of a source, and where they take part in the edition."""

    def __init__(
        self, desk: Desk, ledger: Ledger, schedule: Schedule, languages: tuple[str, ...]
    ) -> None:
        self._desk = desk
        self._ledger = ledger
        self._main = schedule.language
        self._languages = languages
        # A schedule.xml that validates says of people but their names.
        bare = not any(one.biography or one.contacts for one in schedule.persons)
        self._own = schedule.own
        self._partial = schedule.own or bare
        keys = (one.key for one in schedule.persons if one.key.startswith("guid:"))
        self._guids = [key.removeprefix("guid:") for key in keys]
        here = ledger.there(Participation).values()
        self._bodies = {p.id for p in here if p.person is None}
        self._participations: dict[str, str] = {}  # ids by key of the source
        self._numbers = count(next_number(desk, ledger.edition))
        self._by_person = {p.person: p.id for p in ledger.there(Participation).values() if p.person}

    def take(self, source: SourcePerson) -> None:
        """Take in one person, and let them take part in the edition."""
        said = fields.person(source, self._main, self._languages)
        if not said["names"]:
            return
        body = source.key.removeprefix("guid:")
        if body in self._bodies:  # written from the seat of one whose name is to follow
            self._participations[source.key] = body
            return
        origin = self._ledger.origin(Person, source.key)
        if origin is not None:
            person, _ = self._ledger.meet(Person, origin, said, source.extra, partial=self._partial)
            # Who was taken off the edition here is not brought back.
            if person and person.id in self._by_person:
                self._participations[source.key] = self._by_person[person.id]
            return
        if known := self._known(source):
            person, _ = self._ledger.take_over(
                known, source.key, said, source.extra, ours=self._own
            )
        else:
            person = Person(self._desk.new_id(), **said)  # type: ignore[arg-type]
            self._ledger.add(person)
            self._ledger.enter(person, source.key, marks(said), source.extra)
        self._participations[source.key] = self._participation(person.id)

    def speakers(self, source: SourceSession) -> dict[str, str]:
        """Who speaks in a session, in order: participations with the source's word for the role."""
        found: dict[str, str] = {}
        for speaker in source.speakers:
            if participation := self._participations.get(speaker.person):
                found.setdefault(participation, speaker.role)
        return found

    def _participation(self, person: str) -> str:
        if person not in self._by_person:
            record = Participation(
                self._desk.new_id(),
                self._ledger.edition,
                person=person,
                status=Invitation.ACCEPTED,
                number=next(self._numbers),
            )
            self._ledger.add(record)
            self._by_person[person] = record.id
        return self._by_person[person]

    def _known(self, source: SourcePerson) -> Person | None:
        """Who is there already: by an id that is one everywhere, or, without any id, by name.

        Numbers of other systems begin anew with each event, so that only a guid counts.
        """
        names = fields.names(source.name)
        if source.key.startswith("guid:"):
            if ours := self._ours.get(source.key):
                return ours
            if self._own and (one := self._ledger.known_as(Person, source.key)):
                return next(iter(self._desk.find(Person, id=one)), None)
            known = self._by_guid.get(source.key, ())
            return next((p for p in known if set(p.names.pairs) & set(names.pairs)), None)
        if source.identified:
            return None
        taken = set(self._participations.values())
        same = [p for p in self._by_name[fold(source.name)] if self._by_person[p.id] not in taken]
        return same[0] if len(same) == 1 else None

    @cached_property
    def _ours(self) -> Mapping[str, Person]:
        """Persons of the file by a guid that this program gave them."""
        found = self._desk.find(Person, id=self._guids) if self._guids else ()
        return {f"guid:{person.id}": person for person in found}

    @cached_property
    def _by_guid(self) -> Mapping[str, Sequence[Person]]:
        """Persons of other imports by their guid there."""
        origins = self._desk.find(Origin, table_name="person")
        keys = {o.record: o.key for o in origins if o.key.startswith("guid:")}
        found: dict[str, list[Person]] = defaultdict(list)
        for person in self._desk.find(Person, id=list(keys)) if keys else ():
            found[keys[person.id]].append(person)
        return found

    @cached_property
    def _by_name(self) -> Mapping[str, Sequence[Person]]:
        """Those who take part in the edition by each way in which their name is written."""
        found: dict[str, list[Person]] = defaultdict(list)
        ids = list(self._by_person)
        for person in self._desk.find(Person, id=ids) if ids else ():
            for name in {fold(name) for name in all_names(person)}:
                found[name].append(person)
        return found


def _unique(things: Iterable[K]) -> list[K]:
    """Each thing once; of two with one key the first."""
    found: dict[str, K] = {}
    for thing in things:
        found.setdefault(clean(thing.key), thing)
    return list(found.values())


def _with_split(source: SourceSession) -> str:
    """``extra`` of a session, with where in its text the description begins."""
    if not (source.abstract and source.description):
        return source.extra
    try:
        said = json.loads(source.extra or "{}")
    except ValueError:
        return source.extra
    if not isinstance(said, dict):
        return source.extra
    return json.dumps({**said, "split": len(source.abstract.strip())}, ensure_ascii=False)
