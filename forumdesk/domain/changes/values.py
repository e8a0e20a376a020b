# SPDX-License-Identifier: MIT
"""What a change was before and is after: values that say themselves in any language."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TypeAlias

from forumdesk.domain.agenda import Mode, Role, SessionKind, Visibility
from forumdesk.domain.dates import Clock, clock_time, date_range, date_short, time_range
from forumdesk.domain.forum import HostRole
from forumdesk.domain.languages import base
from forumdesk.domain.naming import position
from forumdesk.domain.people import NameForm, Person, full_name
from forumdesk.domain.roles import role_word
from forumdesk.domain.terms import term
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import EMPTY, Text
from forumdesk.domain.words import N_, Phrase, Words


@frozen
class Manner:
    """How times and names in Latin letters are written."""

    clock: Clock = Clock.H24
    names: NameForm = NameForm.GIVEN_FIRST


@frozen
class When:
    """A time of the agenda: wall time, minutes, and its program day where there are several."""

    starts: datetime | None
    minutes: int | None
    day: date | None = None
    clock: Clock = Clock.H24

    def __bool__(self) -> bool:
        return self.starts is not None

    @property
    def ends(self) -> datetime | None:
        """Wall time of the end; ``None`` while start or length is open."""
        if self.starts is None or self.minutes is None:
            return None
        return self.starts + timedelta(minutes=self.minutes)

    @property
    def undated(self) -> When:
        """The time without its day, where that is known."""
        return When(self.starts, self.minutes, None, self.clock)

    def said(self, words: Words) -> str:
        """ "Thu, Jun 27 09:00–10:30"; empty while the start is open."""
        if self.starts is None:
            return ""
        tag = words.language
        if self.ends is None:
            at = clock_time(self.starts, tag, self.clock)
        else:
            at = time_range(self.starts, self.ends, tag, self.clock)
        return f"{date_short(self.day, tag)} {at}" if self.day else at


@frozen
class Who:
    """Somebody with office and organization; a body's seat has no person yet."""

    person: Person | None
    office: Text = EMPTY
    organization: Text = EMPTY
    names: NameForm = NameForm.GIVEN_FIRST

    def said(self, words: Words) -> str:
        """ "Gina Raimondo (Secretary, Department of Commerce)"."""
        name = self.name(words)
        held = position(words.text(self.office), words.text(self.organization), words.language)
        if not name or not held:
            return name or held
        return f"{name}({held})" if base(words.language) == "ko" else f"{name} ({held})"

    @property
    def brief(self) -> Who:
        """By name alone, or by the body of a seat without one."""
        body = EMPTY if self.person else self.organization
        return Who(self.person, EMPTY if self.person or body else self.office, body, self.names)

    def name(self, words: Words) -> str:
        """The name alone."""
        return full_name(self.person, words.language, self.names) if self.person else ""


@frozen
class Slot:
    """When, where and with whom a session is held."""

    when: When
    rooms: Text = EMPTY
    who: tuple[Who, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.when or self.rooms or self.who)

    @property
    def undated(self) -> Slot:
        """Without the day."""
        return Slot(self.when.undated, self.rooms, self.who)

    @property
    def brief(self) -> Slot:
        """When and where alone."""
        return Slot(self.when, self.rooms)

    def said(self, words: Words) -> str:
        """ "09:00–10:30 · Grand Ballroom · Gina Raimondo (Secretary, …)"."""
        people = ", ".join(filter(None, (who.said(words) for who in self.who)))
        return " · ".join(filter(None, (self.when.said(words), words.text(self.rooms), people)))


@frozen
class Called:
    """What a part is called: its own label, else the word of the role it acts in.

    ``organizer``: an organizer gives it, whose opening remarks have a word of their own.
    """

    role: Role = Role.SPEAKS
    organizer: bool = False
    label: Text = EMPTY

    def said(self, words: Words) -> str:
        """ "Welcome remarks"."""
        giver = HostRole.ORGANIZER if self.organizer else None
        # The role follows no session any more.
        word = role_word(self.role, SessionKind.INTERNAL, giver, words)
        return words.text(self.label) or word


@frozen
class Given:
    """How a part is given; ``reader`` reads it out."""

    mode: Mode
    reader: Who | None = None

    def said(self, words: Words) -> str:
        """ "by video", "read out by Hong Gil-dong"."""
        if self.mode is Mode.READ and self.reader is not None:
            return words("read out by {name}", name=self.reader.name(words) or self.reader)
        return term(self.mode, words)


@frozen
class Term:
    """A state or kind by its word."""

    member: SessionKind | Visibility | HostRole

    def said(self, words: Words) -> str:
        """ "By invitation"."""
        return term(self.member, words)


@frozen
class Days:
    """First and last day of an edition."""

    first: date | None
    last: date | None

    def __bool__(self) -> bool:
        return self.first is not None

    def said(self, words: Words) -> str:
        """ "June 27–28, 2024"."""
        if self.first is None:
            return ""
        return date_range(self.first, max(self.first, self.last or self.first), words.language)


Value: TypeAlias = Text | When | Slot | Who | Called | Given | Term | Days | Phrase
UNTITLED = Phrase.of(N_("untitled session"))


def said(value: Value | None, words: Words) -> str:
    """A value in the language of ``words``."""
    if value is None:
        return ""
    return words.text(value) if isinstance(value, Text) else value.said(words)
