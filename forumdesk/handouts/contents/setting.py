# SPDX-License-Identifier: MIT
"""What every builder of content shares: the dossier, the options, and how a text is worded."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import cached_property

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Host, HostRole, Room
from forumdesk.domain.languages import base, spoken_in
from forumdesk.domain.people import Image, Organization
from forumdesk.domain.times import known_zone
from forumdesk.domain.values import frozen
from forumdesk.domain.versions import Version
from forumdesk.domain.wording import Text, goes_by
from forumdesk.domain.words import LEFTWARD, N_, Words, interface_languages, words_in
from forumdesk.handouts.content import Picture, Prose, Wording
from forumdesk.handouts.contents.prose import blocks
from forumdesk.handouts.options import Arrangement, Options


@frozen
class Imprint:
    """The state a sheet shows: a published version, or the present as of a time (UTC).

    A sheet of the present is a draft where it differs from that of the newest version.
    """

    version: Version | None = None
    at: datetime | None = None


@frozen
class Setting:
    """A dossier to be worded as the options ask."""

    dossier: Dossier
    options: Options
    imprint: Imprint = Imprint()

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages of the sheet, that of the first host's country first (alternat)."""
        wanted = dict.fromkeys(self.options.languages or self.dossier.languages)
        host = self.first_host
        own = spoken_in(host.country) if host else ""
        ordered = tuple(sorted(wanted, key=lambda tag: base(tag) != own))
        return ordered[:1] if self.options.arrangement is Arrangement.SINGLE else ordered

    @cached_property
    def hosts(self) -> tuple[Host, ...]:
        """The edition's hosts: the one whose copy this is, then those of its country, first.

        In every group of them, supporters and sponsors too, these come before their equals.
        """
        first = self.first_host
        if first is None:
            return self.dossier.hosts
        bodies = self.dossier.organization

        def later(host: Host) -> tuple[bool, bool]:
            abroad = not first.country or bodies[host.organization].country != first.country
            return host.organization != first.id, abroad

        return tuple(sorted(self.dossier.hosts, key=later))

    @cached_property
    def first_host(self) -> Organization | None:
        """The host whose copy this is; raises ``ForumDeskError`` if it is none of the hosts."""
        wanted = self.options.first_host
        if not wanted:
            return None
        hosts = [self.dossier.organization[host.organization] for host in self.dossier.hosts]
        for host in hosts:
            if goes_by(wanted, host.id, host.name, host.short):
                return host
        raise ForumDeskError(N_("No host of this edition is called “{name}”."), name=wanted)

    @cached_property
    def room(self) -> Room | None:
        """The room the sheet is for; raises ``ForumDeskError`` if the edition has none such."""
        wanted = self.options.room
        if not wanted:
            return None
        for room in self.dossier.rooms:
            if goes_by(wanted, room.id, room.name):
                return room
        raise ForumDeskError(N_("No room of this edition is called “{name}”."), name=wanted)

    @cached_property
    def giver(self) -> dict[str, HostRole]:
        """What each organization is to the edition, by id."""
        return {host.organization: host.role for host in reversed(self.dossier.hosts)}

    @cached_property
    def faceless(self) -> frozenset[str]:
        """The persons, by id, who refused to have their photo used at this edition."""
        return frozenset(
            found.person or ""
            for found in self.dossier.participations
            for consent in found.consents
            if consent.purpose == "photo" and not consent.given
        )

    def text(self, text: Text) -> Wording:
        """A text of the data in the sheet's languages; in another where it has none of them.

        What is written from right to left stands in another language too, if there is one.
        """
        if not text.pairs:
            return ()
        pairs = [pair for pair in text.pairs if not LEFTWARD.search(pair[1])] or text.pairs
        known = dict(pairs)
        own = [(language, known[language]) for language in self.languages if language in known]
        return once(own or pairs[:1])

    def prose(self, text: Text) -> Prose:
        """Running text, in blocks."""
        return tuple((language, blocks(written)) for language, written in self.text(text))

    def say(self, term: tuple[str, str], **values: Text | int | str) -> Wording:
        """A word of the program's own in the sheet's languages, English where it has no other."""
        return once(
            (tag, words.context(*term, **{k: _in(v, tag) for k, v in values.items()}))
            for tag, words in self.voices
        )

    def each(self, word: Callable[[Words], str]) -> Wording:
        """What ``word`` answers for the program's words in each of the sheet's languages."""
        return once((tag, word(words)) for tag, words in self.voices)

    def by_language(self, write: Callable[[str], str]) -> Wording:
        """What ``write`` answers for each of the sheet's languages."""
        return once((language, write(language)) for language in self.languages)

    def joined(self, texts: Iterable[Text], joint: str = " · ") -> Wording:
        """Several texts in one line of each language, those left out that are empty."""
        found = [text for text in texts if text]
        return self.by_language(
            lambda tag: joint.join(t.best((tag, *self.languages)) for t in found)
        )

    def lines(self, texts: Iterable[Text]) -> Prose:
        """Several texts one below the other, each falling back for itself."""
        found = [text for text in texts if text]
        said = self.by_language(
            lambda tag: "\n".join(t.best((tag, *self.languages)) for t in found)
        )
        return tuple((language, blocks(written)) for language, written in said)

    def picture(self, image: str | None, alt: Wording) -> Picture | None:
        """A picture of the dossier with the words that stand for it."""
        found: Image | None = self.dossier.image.get(image or "")
        if found is None:
            return None
        return Picture(found.id, found.data, found.media_type, found.width, found.height, alt)

    def local(self, at: datetime) -> datetime:
        """A time in UTC as a wall time of the edition's zone (UTC where that is unknown)."""
        zone = known_zone(self.dossier.edition.timezone)
        return at.astimezone(zone) if zone else at

    @property
    def words(self) -> tuple[Words, ...]:
        """The program's words in each of the sheet's languages."""
        return tuple(words for _, words in self.voices)

    @cached_property
    def voices(self) -> tuple[tuple[str, Words], ...]:
        """The sheet's languages, each with the program's words for it."""
        return tuple(_words(language) for language in self.languages)


def once(pairs: Iterable[tuple[str, str]]) -> Wording:
    """A wording without empty texts, and with one that several languages share only once.

    A shared text keeps the first of its languages that is written in its script.
    """
    given = tuple(pairs)
    texts = {text for _, text in given}
    if len(texts) == len(given) and "" not in texts:
        return given
    tags: dict[str, list[str]] = {}
    for language, text in given:
        if text:
            tags.setdefault(text, []).append(language)
    return tuple((_natural(text, languages), text) for text, languages in tags.items())


def _natural(text: str, languages: list[str]) -> str:
    if len(languages) == 1:
        return languages[0]
    eastern = any(_is_eastern(c) for c in text)
    fitting = (tag for tag in languages if (base(tag) in ("ko", "ja", "zh")) == eastern)
    return next(fitting, languages[0])


def _is_eastern(c: str) -> bool:
    return "\u1100" <= c <= "\u11ff" or "\u3040" <= c <= "\ud7a3" or "\uf900" <= c <= "\ufaff"


def _words(language: str) -> tuple[str, Words]:
    """The program's words for a language, and the language they are really in."""
    known = interface_languages()
    for tag in (language, base(language)):
        if tag in known:
            return language, words_in(tag)
    return "en", words_in("en")


def _in(value: Text | int | str, language: str) -> int | str:
    return value.best((language,)) if isinstance(value, Text) else value
