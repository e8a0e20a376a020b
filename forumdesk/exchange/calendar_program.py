# SPDX-License-Identifier: MIT
"""An edition's agenda as the entries of a calendar.

Each session is an entry; its items stand in its description, as people look for "the opening"
and not for five speeches. What the format has no place for, such as a text in each language, goes
along in properties of our own, so that reading it again loses nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from forumdesk.domain.agenda import Mode, Part, Role, Session, SessionStatus, Visibility
from forumdesk.domain.dates import clock_time
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.languages import base
from forumdesk.domain.people import ABSENT, full_name
from forumdesk.domain.roles import Giver, role_word
from forumdesk.domain.terms import T_, term
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_, Phrase, words_in
from forumdesk.exchange.calendar import (
    Attendee,
    Calendar,
    Event,
    EventStatus,
    Wording,
    Writing,
    joined,
    uid_of,
)

_STATUS = {
    SessionStatus.DRAFT: EventStatus.TENTATIVE,
    SessionStatus.CONFIRMED: EventStatus.CONFIRMED,
    SessionStatus.CANCELLED: EventStatus.CANCELLED,
}
_ACCESS = {Visibility.CLOSED: "PRIVATE", Visibility.INTERNAL: "CONFIDENTIAL"}
_LEADING = frozenset({Role.CHAIRS, Role.MODERATES})
_OPEN_END = T_("calendar", "The end is open.")
_BODY_FIRST = frozenset({"ko", "ja", "zh"})  # the body stands before the office


@frozen
class Chosen:
    """What of an edition goes into a calendar.

    ``sessions`` are entries; ``shows`` says which items may stand in them, ``interpreters``
    whether those who interpret are named. ``sequence`` counts the published versions.
    """

    sessions: tuple[Session, ...]
    shows: Callable[[Session], bool] = lambda _: True
    interpreters: bool = False
    sequence: int = 0


def program_calendar(
    dossier: Dossier, chosen: Chosen, writing: Writing
) -> tuple[Calendar, tuple[Problem, ...]]:
    """The sessions as a calendar, and those that are left out for having no time."""
    entries = _Entries(dossier, chosen, writing)
    edition = dossier.edition
    calendar = Calendar(
        writing.words(dossier.title),
        tuple(entries.event(one) for one in chosen.sessions if one.starts is not None),
        writing.changed,
        edition.timezone,
        writing.words(edition.slogan),
        edition.link,
    )
    untimed = (one for one in chosen.sessions if one.starts is None)
    return calendar, tuple(_left_out(one, entries.named(one)) for one in untimed)


def _left_out(session: Session, title: Text) -> Problem:
    message = N_("“{title}” has no time yet and is not in the calendar.")
    phrase = Phrase.of(message, title=title)
    return Problem("left-out", Severity.WARNING, Subject("session", session.id, "starts"), phrase)


class _Entries:
    """Sessions of an edition as entries of a calendar."""

    def __init__(self, dossier: Dossier, chosen: Chosen, writing: Writing) -> None:
        self._dossier, self._chosen, self._writing = dossier, chosen, writing
        self._words = {tag: words_in(base(tag)) for tag in writing.languages}
        self._hosts = {host.organization: host.role for host in reversed(dossier.hosts)}

    def event(self, session: Session) -> Event:
        """A session as an entry."""
        assert session.starts is not None
        title = self.named(session)
        description = self._description(session)
        return Event(
            uid=uid_of(session.id),
            starts=session.starts,
            ends=session.ends,
            summary=self._writing.words(title),
            description=description,
            location=self._location(session),
            categories=tuple(self._categories(session)),
            links=session.links,
            attendees=tuple(self._attendees(session)),
            status=self._status(session),
            access=_ACCESS.get(session.visibility, "PUBLIC"),
            sequence=self._chosen.sequence,
            own=tuple(self._own(session, description)),
        )

    def named(self, session: Session) -> Text:
        """A session's title; without one the role of its first part, or what kind it is."""
        if session.title:
            return session.title
        parts = self._parts(session)
        if session.parent is not None and parts:
            return Text.of({tag: self._role(session, parts[0], tag) for tag in self._words})
        return Text.of({tag: term(session.kind, words) for tag, words in self._words.items()})

    def _status(self, session: Session) -> EventStatus:
        if not self._dossier.takes_place(session):
            return EventStatus.CANCELLED
        return _STATUS[session.status]

    # -- what it says -------------------------------------------------------------------------

    def _description(self, session: Session) -> Wording:
        texts = (session.title, session.summary, session.abstract)
        tags = [tag for tag in self._words if any(tag in text for text in texts)]
        told = [(tag, self._told(session, tag)) for tag in tags or [*self._words]]
        return tuple((tag, text) for tag, text in told if text)

    def _told(self, session: Session, tag: str) -> str:
        """What stands below a session in a language: who, its items, and what it is about."""
        first = tag == self._writing.languages[0]
        blocks = [
            self._own_text(session.summary, tag, first=first),
            "\n".join(self._part_lines(session, tag)),
            "\n".join(self._item_lines(session, tag)),
            self._own_text(session.abstract, tag, first=first),
            "" if session.minutes is not None else self._words[tag].context(*_OPEN_END),
        ]
        return "\n\n".join(filter(None, blocks))

    def _own_text(self, text: Text, tag: str, *, first: bool) -> str:
        """A text in a language; where it has none that is asked for, once in another."""
        if tag in text:
            return text[tag]
        return joined(self._writing.words(text), "") if first and not self._asked(text) else ""

    def _asked(self, text: Text) -> bool:
        return any(tag in text for tag in self._words)

    def _part_lines(self, session: Session, tag: str) -> Iterator[str]:
        for part in self._parts(session):
            if who := self._who(part, tag):
                yield f"{self._role(session, part, tag)}: {who}"

    def _item_lines(self, session: Session, tag: str, depth: int = 0) -> Iterator[str]:
        if depth > 4:  # nobody's agenda is as deep
            return
        for item in self._dossier.items_of(session):
            if not self._chosen.shows(item) or item.status is SessionStatus.CANCELLED:
                continue
            clock = f"{clock_time(item.starts, tag)} " if item.starts else ""
            title = self.named(item).best((tag, *self._writing.languages))
            named = [who for part in self._parts(item) if (who := self._who(part, tag))]
            line = f"{clock}{title}" + (f" – {'; '.join(named)}" if named else "")
            yield f"{'  ' * depth}- {line}"
            yield from self._item_lines(item, tag, depth + 1)

    def _parts(self, session: Session) -> list[Part]:
        """The parts of a session that somebody takes."""
        found = self._dossier.participation
        return [
            part
            for part in self._dossier.parts_of(session)
            if (one := found.get(part.participation)) and one.status not in ABSENT
            if self._chosen.interpreters or part.role is not Role.INTERPRETS
        ]

    def _who(self, part: Part, tag: str) -> str:
        """Who takes a part, in one line: name, office and body."""
        one = self._dossier.participation[part.participation]
        order = (tag, *self._writing.languages)
        person = self._dossier.person.get(one.person or "")
        body = self._dossier.organization.get(one.organization or "")
        name = full_name(person, tag) if person else ""
        place = [one.office.best(order), body.name.best(order) if body else ""]
        if base(tag) in _BODY_FIRST:
            affiliation = " ".join(filter(None, reversed(place)))
        else:
            affiliation = ", ".join(filter(None, place))
        said = ", ".join(filter(None, (name, affiliation)))
        if part.mode is Mode.IN_PERSON or not said:
            return said
        return f"{said} ({term(part.mode, self._words[tag])})"

    def _role(self, session: Session, part: Part, tag: str) -> str:
        if part.label:
            return part.label.best((tag, *self._writing.languages))
        one = self._dossier.participation[part.participation]
        giver: Giver = None
        if one.organization and self._hosts:
            giver = self._hosts.get(one.organization, "guest")
        return role_word(part.role, session.kind, giver, self._words[tag])

    def _location(self, session: Session) -> Wording:
        rooms = self._dossier.rooms_of(session)
        edition = self._dossier.edition

        def where(tag: str) -> str:
            order = (tag, *self._writing.languages)
            texts = (*(room.name for room in rooms), edition.venue, edition.city)
            return ", ".join(dict.fromkeys(filter(None, (text.best(order) for text in texts))))

        return tuple((tag, text) for tag in self._words if (text := where(tag)))

    def _categories(self, session: Session) -> Iterator[str]:
        tag = self._writing.languages[0]
        track = self._dossier.track.get(session.track or "")
        if track:
            yield track.name.best(self._writing.languages)
        yield term(session.kind, self._words[tag])

    def _attendees(self, session: Session) -> Iterator[Attendee]:
        """Who takes part, by name alone."""
        for part in self._parts(session):
            one = self._dossier.participation[part.participation]
            person = self._dossier.person.get(one.person or "")
            if person and (name := self._name(person.id)):
                role = "CHAIR" if part.role in _LEADING else "REQ-PARTICIPANT"
                yield Attendee(name, role, part.role.value)

    def _name(self, person: str) -> str:
        return full_name(self._dossier.person[person], self._writing.languages[0])

    # -- what only we read ----------------------------------------------------------------------

    def _own(self, session: Session, description: Wording) -> Iterator[tuple[str, str, str]]:
        yield "KIND", "", session.kind.value
        if len(session.title) > 1:
            yield from (("TITLE", tag, text) for tag, text in session.title.pairs)
        yield from (("SUMMARY", tag, text) for tag, text in session.summary.pairs)
        yield from _abstract(session, description)
        first = self._writing.languages
        yield from (("ROOM", "", room.name.best(first)) for room in self._dossier.rooms_of(session))
        if track := self._dossier.track.get(session.track or ""):
            yield "TRACK", "", track.name.best(first)
        if session.languages:
            yield "SPOKEN", "", " ".join(session.languages)
        if session.visibility in (Visibility.INVITED, Visibility.PRESS):
            yield "VISIBILITY", "", session.visibility.value


def _abstract(session: Session, description: Wording) -> Iterator[tuple[str, str, str]]:
    """Where in the description the abstract is found; else the abstract itself."""
    abstract = session.abstract.pairs
    if description == abstract and len(abstract) < 2:
        return
    if not abstract:  # nothing of what is described is one
        yield "ABSTRACT", "", ""
    if len(abstract) == len(description) == 1 and description[0][1].endswith(abstract[0][1]):
        yield "TAIL", abstract[0][0], str(len(abstract[0][1]))
        return
    yield from (("ABSTRACT", tag, text) for tag, text in abstract)
