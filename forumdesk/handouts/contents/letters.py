# SPDX-License-Identifier: MIT
"""Letters to participants, worded: for paper, for mail programs and for the example on screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from forumdesk.domain.dates import date_long
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Host, HostRole
from forumdesk.domain.inviting import answer_by
from forumdesk.domain.languages import base
from forumdesk.domain.letters import (
    Message,
    Wanted,
    addressed,
    filled,
    filled_body,
    is_address,
    languages_for,
    wanted,
)
from forumdesk.domain.naming import is_called, name_text
from forumdesk.domain.people import Organization, Participation, Person, full_name
from forumdesk.domain.precedence import in_order
from forumdesk.domain.terms import T_
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import Text, one_line
from forumdesk.domain.words import N_, Phrase
from forumdesk.handouts.contents.address import body_in_a_sentence, in_short
from forumdesk.handouts.contents.announcements import forum_in_a_sentence
from forumdesk.handouts.contents.posting import for_the_post, goes_to
from forumdesk.handouts.contents.prose import blocks
from forumdesk.handouts.contents.setting import Imprint, Setting
from forumdesk.handouts.contents.sheet import dates, host_groups, place, sheet, web_link
from forumdesk.handouts.contents.spoken import enumerated, told
from forumdesk.handouts.mailing import LetterPage, LettersContent
from forumdesk.handouts.options import Arrangement, Options

LETTERS = T_("handout", "Letters")
_DEAR = T_("letter", "Dear {name},")
_DEAR_ALL = T_("letter", "Dear Sir or Madam,")
_NOBODY = T_("letter", "There is nobody to write to.")
_BETWEEN = "\n\n――――――――――\n\n"
_KOREAN_ENDING = "귀하"
_HOSTING = frozenset({HostRole.HOST, HostRole.CO_HOST})


@frozen
class Letter:
    """A letter to one person in one language, worded but not set."""

    to: Participation
    person: Person
    language: str
    subject: str
    body: str


@frozen
class NotMade:
    """Somebody who gets no letter, and why."""

    to: Participation
    why: Phrase


@frozen
class Mailing:
    """The letters of an edition as the options ask for them: in what languages, to whom.

    ``draft`` is what they shall say instead of what the edition has.
    """

    dossier: Dossier
    options: Options
    imprint: Imprint = Imprint()
    draft: Wanted | None = None

    @cached_property
    def text(self) -> Wanted:
        """What they say."""
        return self.draft or wanted(self.dossier, self.options.purpose)

    @cached_property
    def those(self) -> tuple[Participation, ...]:
        """To whom they go, in the order of precedence; raises ``ForumDeskError`` for nobody."""
        found = addressed(self.dossier, self.options.purpose, self.options.status)
        if name := self.options.person:
            known = {one.person: one for one in reversed(self.dossier.participations)}
            people = (p for p in self.dossier.people if p.id in known)
            one = next((p for p in people if p.id == name or is_called(p, name)), None)
            if one is None:
                raise ForumDeskError(N_("Nobody in this edition is called “{name}”."), name=name)
            return (known[one.id],)
        return tuple(in_order(self.dossier, found))

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages there may be letters in."""
        return self.options.languages or self.dossier.languages

    def of(self, one: Participation) -> tuple[str, ...]:
        """The languages of somebody's letter: the one they read best, or all, that one first."""
        ordered = languages_for(self.dossier, one, self.languages)
        return ordered if self.options.all_languages else ordered[:1]

    def setting(self, language: str) -> Setting:
        """How texts are worded in a language, made once for each."""
        return self._settings[language]

    @cached_property
    def _settings(self) -> Mapping[str, Setting]:
        alone = Arrangement.SINGLE
        return {
            tag: Setting(
                self.dossier,
                replace(self.options, languages=(tag,), arrangement=alone),
                self.imprint,
            )
            for tag in self.languages
        }

    @cached_property
    def _common(self) -> Mapping[str, Mapping[str, str]]:
        return {tag: _of_edition(self.setting(tag)) for tag in self.languages}

    def written(self, one: Participation, language: str) -> Letter | None:
        """A letter to somebody; ``None`` for a seat whose name is to follow."""
        person = self.dossier.person.get(one.person or "")
        if person is None:
            return None
        values = {**self._common[language], **_of_person(self.setting(language), one, person)}
        subject = filled(_in(self.text.subject, language), values, language)
        body = filled_body(_in(self.text.body, language), values, language)
        return Letter(one, person, language, one_line(subject), body)

    def letters(self) -> Iterator[Letter]:
        """Every letter, in order."""
        for one in self.those:
            for language in self.of(one):
                if letter := self.written(one, language):
                    yield letter

    def unnamed(self) -> Iterator[NotMade]:
        """The seats whose name is to follow: nobody can be written to there."""
        for one in self.those:
            if one.person not in self.dossier.person:
                body = self.dossier.organization.get(one.organization or "")
                name = body.name if body and body.name else "…"
                yield NotMade(one, Phrase.of(N_("The seat of {name} has no name yet."), name=name))

    def messages(self) -> Iterator[tuple[Participation, Message]]:
        """A message to everybody who has an e-mail address and may be written to at it."""
        for one in self.those:
            if not self._why_not(one) and (message := self.message(one)):
                yield one, message

    def no_message(self) -> Iterator[NotMade]:
        """Who gets no message, and why."""
        yield from self.unnamed()
        for one in self.those:
            if why := self._why_not(one):
                yield NotMade(one, why)

    def message(self, one: Participation) -> Message | None:
        """A letter as a message, several languages below one another; ``None`` for a seat."""
        found = [letter for tag in self.of(one) if (letter := self.written(one, tag))]
        if not found:
            return None
        person, first = found[0].person, found[0].language
        return Message(
            full_name(person, first, self.options.names),
            e_mail(person),
            " / ".join(dict.fromkeys(letter.subject for letter in found)),
            _BETWEEN.join(self._signed(letter) for letter in found),
            first if len(found) == 1 else "",
        )

    def _signed(self, letter: Letter) -> str:
        names = (_in(name, letter.language) for name in _host_names(self.setting(letter.language)))
        return "\n".join((letter.body, "", *names))

    def _why_not(self, one: Participation) -> Phrase | None:
        person = self.dossier.person.get(one.person or "")
        if person is None:
            return None  # told of as a seat
        name, address = name_text(person) or "…", e_mail(person)
        if any(c.purpose == "contact" and not c.given for c in one.consents):
            return Phrase.of(N_("{name} does not want to be contacted."), name=name)
        if not address:
            return Phrase.of(N_("{name} has no e-mail address."), name=name)
        if not is_address(address):
            message = N_("“{address}” of {name} is not an e-mail address.")
            return Phrase.of(message, address=address[:80], name=name)
        return None


def e_mail(person: Person) -> str:
    """The address at which somebody is written to: the first they have; ``""`` for none."""
    return next((c.value.strip() for c in person.contacts if c.kind == "email"), "")


def letters_content(dossier: Dossier, options: Options, imprint: Imprint) -> LettersContent:
    """The letters of an edition for paper."""
    mailing = Mailing(dossier, options, imprint)
    setting = Setting(dossier, replace(options, languages=mailing.languages), imprint)
    hosts = [mark for group in host_groups(setting)[:1] for mark in group.hosts]
    return LettersContent(
        sheet(setting, LETTERS),
        tuple(hosts),
        tuple(_page(mailing, letter) for letter in mailing.letters()),
        setting.say(_NOBODY),
    )


def _page(mailing: Mailing, letter: Letter) -> LetterPage:
    setting, language = mailing.setting(letter.language), letter.language
    version = setting.imprint.version
    at = version.at if version else setting.imprint.at
    return LetterPage(
        to=letter.to.id,
        language=language,
        name=full_name(letter.person, language, setting.options.names),
        sender=_sender(setting),
        address=tuple(address(setting, letter.to, letter.person)),
        date=date_long(setting.local(at).date(), language) if at else "",
        subject=letter.subject,
        body=blocks(letter.body),
        signed=tuple(text.best((language,)) for text in _host_names(setting)),
    )


# -- what the fields say --------------------------------------------------------------------------


def _of_edition(setting: Setting) -> Mapping[str, str]:
    """What is the same in all letters of a language."""
    language = setting.languages[0]
    hosts = [setting.dossier.organization[h.organization] for h in _hosting(setting)]
    named = enumerated(setting, (body_in_a_sentence(setting, host) for host in hosts))
    return {
        "forum": _in(forum_in_a_sentence(setting), language),
        "slogan": _in(setting.dossier.edition.slogan, language),
        "dates": _first(dates(setting)),
        "venue": _first(place(setting)),
        "host": _in(named, language),
        "link": web_link(setting.dossier.edition.link),
    }


def _of_person(setting: Setting, one: Participation, person: Person) -> Mapping[str, str]:
    language, dossier = setting.languages[0], setting.dossier
    body, side = dossier.organization.get(one.organization or ""), dossier.side.get(one.side or "")
    day = answer_by(dossier, one)
    return {
        "salutation": salutation(setting, one),
        "name": full_name(person, language, setting.options.names),
        "honorific": person.honorific.get(language, ""),
        "office": _in(one.office, language),
        "organization": _in(body.name, language) if body else "",
        "reply_by": date_long(day, language) if day else "",
        "side": _in(side.name, language) if side else "",
        "seat": " ".join(filter(None, (one.table_name, one.seat))),
    }


def salutation(setting: Setting, one: Participation) -> str:
    """How a letter begins: "Dear Minister Ahn," or "존경하는 안덕근 장관님께"."""
    (_, words), *_ = setting.voices
    said = "".join(
        part.text for _, parts in told(setting, in_short(setting, one)) for part in parts
    )
    if not setting.dossier.person.get(one.person or ""):
        return words.context(*_DEAR_ALL)
    return words.context(*_DEAR, name=said)


def address(setting: Setting, one: Participation, person: Person) -> Iterator[str]:
    """The lines of an address as the post of the reader's country has them.

    Korean begins with the place and ends with the name; others the other way round. The country
    comes last where it is not the one in which letters are posted.
    """
    language = setting.languages[0]
    name = full_name(person, language, setting.options.names)
    body = setting.dossier.organization.get(one.organization or "")
    office = _in(one.office, language)
    typed, to = _place(person, body, language)
    place, abroad = for_the_post(setting, typed, to)
    named = _in(body.name, language) if body else ""
    if base(language) == "ko":
        yield from place
        yield from filter(None, (named, " ".join(filter(None, (office, name, _KOREAN_ENDING)))))
        yield from filter(None, (abroad,))
        return
    honorific = person.honorific.get(language, "")
    yield from filter(None, (" ".join(filter(None, (honorific, name))), office, named))
    yield from place
    yield from filter(None, (abroad,))


def _place(person: Person, body: Organization | None, language: str) -> tuple[list[str], str]:
    """Where somebody's letters go, and its country: their own address, else that of their body."""
    own = [contact.value for contact in person.contacts if contact.kind == "address"]
    found = own[0] if own else _in(body.address, language) if body else ""
    lines = [line.strip() for line in found.splitlines() if line.strip()]
    return lines, goes_to(found, body) if lines else ""


def _sender(setting: Setting) -> str:
    """The return address in one line: the first host and where it is."""
    language = setting.languages[0]
    for host in _hosting(setting):
        body = setting.dossier.organization[host.organization]
        where = one_line(_in(body.address, language))
        return " · ".join(filter(None, (_in(body.name, language), where)))
    return ""


def _hosting(setting: Setting) -> list[Host]:
    return [host for host in setting.hosts if host.role in _HOSTING]


def _host_names(setting: Setting) -> Iterator[Text]:
    for host in _hosting(setting):
        yield setting.dossier.organization[host.organization].name


def _in(text: Text, language: str) -> str:
    return text.best((language, base(language), "en"))


def _first(wording: tuple[tuple[str, str], ...]) -> str:
    return wording[0][1] if wording else ""
