# SPDX-License-Identifier: MIT
"""One change between two states of an edition, and how it is said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from types import MappingProxyType

from forumdesk.domain.changes.values import UNTITLED, Slot, Value, When, Who
from forumdesk.domain.desk import Subject
from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_, Phrase


class ChangeKind(StrEnum):
    """What happened to something of the program."""

    TITLE = "title"  # of the edition
    SLOGAN = "slogan"
    DATES = "dates"
    VENUE = "venue"
    CITY = "city"
    ADDRESS = "address"
    HOST_ADDED = "host-added"
    HOST_REMOVED = "host-removed"
    HOST_ROLE = "host-role"
    ADDED = "added"  # a session, from here on
    RESTORED = "restored"
    CANCELLED = "cancelled"
    REMOVED = "removed"
    RETIMED = "retimed"
    MOVED = "moved"
    RENAMED = "renamed"
    TRACK = "track"
    VISIBILITY = "visibility"
    TEXT = "text"
    PART_ADDED = "part-added"
    PART_REMOVED = "part-removed"
    REPLACED = "replaced"
    ROLE = "role"
    MODE = "mode"
    NAME = "name"  # of a person
    OFFICE = "office"
    ORGANIZATION = "organization"
    BIOGRAPHY = "biography"
    ORGANIZATION_NAME = "organization-name"
    ROOM_NAME = "room-name"


APPEARING = MappingProxyType(
    {
        ChangeKind.ADDED: ChangeKind.REMOVED,
        ChangeKind.RESTORED: ChangeKind.CANCELLED,
        ChangeKind.PART_ADDED: ChangeKind.PART_REMOVED,
        ChangeKind.HOST_ADDED: ChangeKind.HOST_REMOVED,
    }
)
"""Kinds of which the other direction is a kind of its own."""


@frozen
class Change:
    """A change: what happened to what, and its value before and after (``None``: not there).

    ``session`` is the session it is in or about, ``""`` for what concerns the edition, a person
    or a room; ``people`` are the persons it concerns, by id. ``along`` marks an item that only
    moved along with its session. ``heading`` are the names of the session, outmost first, and
    ``about`` what it is a change of, where the kind does not say so: a role, a person. In the
    languages that are ``unchanged`` the text is the same as before.
    """

    kind: ChangeKind
    subject: Subject
    before: Value | None = None
    after: Value | None = None
    session: str = ""
    people: frozenset[str] = frozenset()
    along: bool = False
    about: Value | None = field(default=None, compare=False)
    heading: tuple[Value, ...] = field(default=(), compare=False)
    unchanged: frozenset[str] = field(default=frozenset(), compare=False)

    @property
    def line(self) -> Phrase:
        """What changed, for a place under the name and day of the session."""
        return _joined(self.now, self.was)

    @property
    def now(self) -> Phrase:
        """How it is now, for such a place."""
        return self._now(self.after if self._crosses_days else _undated(self.after))

    @property
    def was(self) -> Phrase | None:
        """How it was, where that is not said with how it is now."""
        before = self.before if self._crosses_days else _undated(self.before)
        if not before or self.kind in _SAY_WHO_LEFT:
            return None
        return Phrase.of(N_("before: {before}"), before=_brief(before))

    @property
    def _crosses_days(self) -> bool:
        """Whether a time is on another day than before: both are then said with their day."""
        before, after = self.before, self.after
        if not (isinstance(before, When) and isinstance(after, When)):
            return False
        return bool(before and after) and before.day != after.day

    def _now(self, after: Value | None) -> Phrase:
        what = self.about or Phrase.of(_LABELS.get(self.kind, ""))
        return Phrase.of(self._message(), what=what, before=self.before, after=after)

    def _message(self) -> str:
        if self.kind in _ONE_SIDED:
            full, bare = _ONE_SIDED[self.kind]
            return full if self.before or self.after else bare
        if self.after:
            return N_("{what}: {after}")
        if self.kind is ChangeKind.REPLACED:
            return N_("{what}: to be announced")
        return N_("{what}: none any more")

    @property
    def phrase(self) -> Phrase:
        """The change in one line that stands alone."""
        if not self.session:
            return self.line
        was = self.was
        if isinstance(self.before, Slot):
            was = Phrase.of(N_("before: {before}"), before=_brief(self.before))
        change = _joined(self._now(self.after), was)
        return Phrase.of(N_("{session} — {change}"), session=self.named, change=change)

    @property
    def named(self) -> Value:
        """The name of the session, an item's behind that of the session it is in."""
        if len(self.heading) < 2:
            return self.heading[0] if self.heading else UNTITLED
        return Phrase.of(N_("{session}, {item}"), session=self.heading[0], item=self.heading[-1])

    def is_seen_in(self, language: str) -> bool:
        """Whether a reader of this language sees a difference: a title may change in one alone."""
        return language not in self.unchanged


def _joined(now: Phrase, was: Phrase | None) -> Phrase:
    return Phrase.of(N_("{now} ({was})"), now=now, was=was) if was else now


def _undated(value: Value | None) -> Value | None:
    """A time without its day, for a place under that day."""
    return value.undated if isinstance(value, When | Slot) else value


def _brief(value: Value) -> Value:
    """What it was, in as few words as tell it apart."""
    return value.brief if isinstance(value, Slot | Who) else value


_LABELS: Mapping[ChangeKind, str] = MappingProxyType(
    {
        ChangeKind.TITLE: N_("New title"),
        ChangeKind.SLOGAN: N_("New slogan"),
        ChangeKind.DATES: N_("New dates"),
        ChangeKind.VENUE: N_("New venue"),
        ChangeKind.CITY: N_("New city"),
        ChangeKind.ADDRESS: N_("New address"),
        ChangeKind.RETIMED: N_("New time"),
        ChangeKind.MOVED: N_("New room"),
        ChangeKind.RENAMED: N_("New title"),
        ChangeKind.TRACK: N_("New track"),
        ChangeKind.VISIBILITY: N_("New admission"),
        ChangeKind.NAME: N_("Name corrected"),
        ChangeKind.ORGANIZATION_NAME: N_("Organization renamed"),
        ChangeKind.ROOM_NAME: N_("Room renamed"),
    }
)
_PLUS, _MINUS = N_("{what}: {after} (added)"), N_("{what}: no longer {before}")
_ONE_SIDED: Mapping[ChangeKind, tuple[str, str]] = MappingProxyType(
    {
        ChangeKind.ADDED: (N_("Added: {after}"), N_("Added to the program")),
        ChangeKind.RESTORED: (N_("Takes place after all: {after}"), N_("Takes place after all")),
        ChangeKind.CANCELLED: (N_("Cancelled"), N_("Cancelled")),
        ChangeKind.REMOVED: (N_("No longer on the program"), N_("No longer on the program")),
        ChangeKind.PART_ADDED: (_PLUS, _PLUS),
        ChangeKind.PART_REMOVED: (_MINUS, _MINUS),
        ChangeKind.HOST_ADDED: (_PLUS, _PLUS),
        ChangeKind.HOST_REMOVED: (_MINUS, _MINUS),
        ChangeKind.TEXT: ("", N_("The text was revised")),
        ChangeKind.BIOGRAPHY: ("", N_("{what}: the biography was revised")),
    }
)
_SAY_WHO_LEFT = frozenset({ChangeKind.PART_REMOVED, ChangeKind.HOST_REMOVED})
