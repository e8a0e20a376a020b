# SPDX-License-Identifier: MIT
"""Erasing a person: gone from every table, from published versions and from the history.

What stays is a count: for each edition in which somebody was expected or came, that somebody was
(``Erasure``), so that reports still add up. Parts in sessions, origins of imports, accepted
problems about the person, distinctions, check-ins, the photo and signatures go; so does the
answering for commitments. Sheets of handout packs that were for them alone go, too; of a printing
of such a sheet is no longer known for whom it was. A message that was theirs is left without an
author, and told of. Published versions lose the name, and get another digest, which their note
tells.

An agreement needs who signs it: the request is refused with a sentence that says where, unless
``anonymize`` lets the organization sign alone, its seat without a name.

As a step it can be undone; ``for_good`` makes it final. Backups that hold the person are not
touched here: ``store.backups.holding`` lists them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Generator
from dataclasses import replace
from datetime import date

from forumdesk.domain.agenda import Part
from forumdesk.domain.desk import Desk, ForumDeskError, Subject
from forumdesk.domain.forum import Availability
from forumdesk.domain.ids import PersonId
from forumdesk.domain.naming import is_called
from forumdesk.domain.outcomes import Agreement
from forumdesk.domain.packing import options_without
from forumdesk.domain.people import CardPrint, Erasure, Participation
from forumdesk.domain.printed import PackSheet
from forumdesk.domain.progress import Progress
from forumdesk.domain.records import Record
from forumdesk.domain.redacting import marks_of, without_person
from forumdesk.domain.traces import Traces, traces
from forumdesk.domain.values import frozen
from forumdesk.domain.versions import Acknowledgement, Origin, Printing, Version
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_, interface_languages, words_in
from forumdesk.services import passages, people
from forumdesk.services._removing import remove_whole
from forumdesk.services._writing import called, keep, person_called

NOTE = N_("A person was erased from this version on {day}; its check sum is another since.")


@frozen
class Erased:
    """What erasing did: how many participations went, how many of them are still counted.

    ``versions`` are the names of those that were changed, ``mentions`` the records whose typed
    texts still name the person.
    """

    person: str
    participations: int
    counted: int
    versions: tuple[str, ...]
    mentions: tuple[Subject, ...]


Erasing = Generator[Progress, None, Erased]


def erase_person(desk: Desk, person: PersonId, *, anonymize: bool = False) -> Erasing:
    """Erase a person as one step; yields its progress. See above what goes and what stays.

    Raises ``ForumDeskError`` if the person signs an agreement and ``anonymize`` is not wanted,
    or has no organization that could sign alone.
    """
    found = traces(desk, person)
    _check_signatures(desk, found, anonymize=anonymize)
    # The label must not keep what is erased.
    with desk.step(N_("Erase a person")):
        return (yield from _Eraser(desk, found).run())


def for_good(erasing: Erasing, desk: Desk) -> Erasing:
    """Erase, and make it final: the history is forgotten, and the file written anew.

    There is no way back, for anything done before either.
    """
    erased = yield from erasing
    desk.forget_history()
    return erased


def _check_signatures(desk: Desk, found: Traces, *, anonymize: bool) -> None:
    homeless = {one.id for one in found.participations if one.organization is None}
    for signatory in found.signs:
        agreement = desk.get(Agreement, signatory.agreement)
        name, title = person_called(found.person), called(agreement.title)
        if not anonymize:
            raise ForumDeskError(
                N_(
                    "{name} signs the agreement “{title}”: let the organization stand there "
                    "alone, or take the signature out first. Nothing was changed."
                ),
                name=name,
                title=title,
            )
        if signatory.participation in homeless:
            raise ForumDeskError(
                N_(
                    "{name} signs the agreement “{title}” without an organization that could "
                    "stand there alone. Nothing was changed."
                ),
                name=name,
                title=title,
            )


class _Eraser:
    """Erases one person, within a step."""

    def __init__(self, desk: Desk, found: Traces) -> None:
        self._desk, self._found = desk, found
        self._today: date = desk.now().date()
        self._signing = {signatory.participation for signatory in found.signs}
        self._gone = {found.person.id, *(one.id for one in found.participations)}

    def run(self) -> Erasing:
        """Do it, telling how far it is."""
        found, done = self._found, 0
        for message in found.messages:
            unsigned = {"participation": None, "signature": None}
            passages.change_passage(self._desk, message.id, unsigned)
        total = len(found.participations) + len(found.versions) + 1
        for participation in found.participations:
            self._leave(participation)
            done += 1
            yield Progress(done, total)
        for version in found.versions:
            self._redact(version)
            done += 1
            yield Progress(done, total)
        self._remove_person()
        yield Progress(total, total)
        return Erased(
            found.person.id,
            len(found.participations),
            len(found.counted),
            tuple(version.name for version in found.versions),
            found.mentions,
        )

    def _leave(self, participation: Participation) -> None:
        """Take a participation away; what is left is a count, or a seat without a name."""
        desk = self._desk
        parts = desk.find(Part, participation=participation.id)
        self._gone |= {part.id for part in parts}
        if participation.id in self._signing:
            self._empty_seat(participation, parts)
            return
        if participation.id in self._found.counted:
            came = participation.id in self._found.came
            keep(
                desk,
                Erasure(
                    desk.new_id(),
                    participation.edition,
                    self._today,
                    participation.side,
                    came,
                ),
            )
        remove_whole(desk, participation)

    def _empty_seat(self, participation: Participation, parts: list[Part]) -> None:
        """The seat of the organization alone; that somebody came to it is still known."""
        desk = self._desk
        keep(
            desk,
            Participation(
                participation.id,
                participation.edition,
                organization=participation.organization,
                side=participation.side,
                status=participation.status,
            ),
        )
        personal: list[Record] = [
            *parts,
            *desk.find(Availability, participation=participation.id),
            *desk.find(CardPrint, participation=participation.id),
        ]
        for record in personal:
            remove_whole(desk, record)

    def _redact(self, version: Version) -> None:
        desk, found = self._desk, self._found
        content = without_person(version.content, found.person, self._instead)
        if content == version.content:
            return
        digest = hashlib.sha256(content.encode()).hexdigest()
        note = _noted(version.note, self._today)
        desk.put(replace(version, content=content, digest=digest, note=note))

    @property
    def _instead(self) -> dict[str, str]:
        """New ids for those that frozen editions hold: the same in each of them."""
        if self._new_ids is None:
            mine = [one.id for one in self._found.participations if one.id not in self._signing]
            self._new_ids = {old: self._desk.new_id() for old in (self._found.person.id, *mine)}
        return self._new_ids

    _new_ids: dict[str, str] | None = None

    def _remove_person(self) -> None:
        desk, found = self._desk, self._found
        for owner in found.owned:
            remove_whole(desk, owner)
        for acknowledgement in self._about():
            remove_whole(desk, acknowledgement)
        self._leave_sheets()
        people.remove_person(desk, found.person.id)
        marks = marks_of(found.person)
        for origin in desk.find(Origin, record=list(self._gone)):
            desk.remove(Origin, origin.id)
        for origin in desk.find(Origin):
            if any(mark in origin.extra for mark in marks):
                desk.put(replace(origin, extra=""))

    def _leave_sheets(self) -> None:
        """Take the person out of what sheets of packs, and those printed, were asked for with."""
        desk = self._desk
        for sheet in desk.find(PackSheet):
            options = options_without(sheet.options, self._is_named)
            if options is None:
                remove_whole(desk, sheet)
            elif options != sheet.options:
                desk.put(replace(sheet, options=options))
        for printing in desk.find(Printing):
            if options_without(printing.options, self._is_named) != printing.options:
                desk.put(replace(printing, options=""))

    def _is_named(self, name: str) -> bool:
        return name in self._gone or is_called(self._found.person, name)

    def _about(self) -> list[Acknowledgement]:
        """Accepted problems about the person, or whose reason or facts name them."""
        marks = (*marks_of(self._found.person), *self._gone)

        def names(text: str) -> bool:
            return any(mark in text for mark in marks)

        every = self._desk.find(Acknowledgement)
        return [one for one in every if any(map(names, (one.subject, one.reason, one.facts)))]


def _noted(note: Text, day: date) -> Text:
    """A version's note with the sentence that it was changed, in each language of the program."""
    said = {
        language: words_in(language)(NOTE, day=day.isoformat())
        for language in interface_languages()
    }
    whole = {
        language: "\n".join(filter(None, (note.get(language, ""), text)))
        for language, text in said.items()
    }
    return Text.of({**dict(note.pairs), **whole})
