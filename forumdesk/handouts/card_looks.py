# SPDX-License-Identifier: MIT
"""What more to look at before cards are printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from forumdesk.domain.checks.common import person_named
from forumdesk.domain.checks.translation import Printed
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import Participation, Script
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_, Phrase
from forumdesk.handouts.card_options import Certificate
from forumdesk.handouts.cards.content import CardsContent, card_digest
from forumdesk.handouts.contents.cards import badges_content, places_content, tents_content
from forumdesk.handouts.contents.certificates import certificates_content, earned
from forumdesk.handouts.contents.chosen import chosen, side_asked
from forumdesk.handouts.contents.labels import labels_content, without_address
from forumdesk.handouts.contents.lines import name_text
from forumdesk.handouts.contents.personal import personal_content
from forumdesk.handouts.contents.plans import sitting
from forumdesk.handouts.contents.setting import Imprint, Setting
from forumdesk.handouts.options import Options

_MANY = 8  # of a kind are told one by one
_EAST = frozenset({"ko", "ja", "zh"})


def card_fields(setting: Setting) -> Iterator[Printed]:
    """The texts of the data that stand on cards, each with its record and field; none empty."""
    dossier = setting.dossier
    bodies: dict[str, None] = {}
    for one in _those(setting):
        name = person_named(dossier, one)
        for field in ("badge_name", "office"):
            if text := getattr(one, field):
                yield Printed("participation", one.id, field, text, name)
        person = dossier.person.get(one.person or "")
        if person is not None and not one.badge_name:
            written = name_text(setting, person)
            if Script.LATIN not in person.names:
                # A reader of Latin script can't read what would stand in for the name.
                written = Text.of({tag: written[tag] for tag in written if tag in _EAST})
            yield Printed("person", person.id, "names", written, name)
        bodies[one.organization or ""] = None
    for key in bodies:
        if body := dossier.organization.get(key):
            yield Printed("organization", body.id, "name", body.name, body.name)


def badge_looks(setting: Setting) -> Iterator[Problem]:
    """Badges without a code."""
    yield from _of_all(setting, badges_content)
    missing = [one for one in chosen(setting) if one.number is None]
    yield from _told(setting, missing, ("no-number", "number", _NO_NUMBER, _NO_NUMBERS))


def tent_looks(setting: Setting) -> Iterator[Problem]:
    """Who has a seat and gets no tent."""
    yield from _of_all(setting, tents_content)
    yield from _without_card(setting)


def place_looks(setting: Setting) -> Iterator[Problem]:
    """Who has a seat and gets no card."""
    yield from _of_all(setting, places_content)
    yield from _without_card(setting)


def _without_card(setting: Setting) -> Iterator[Problem]:
    """Those who sit in a plan, of whom no card is made, as they have not accepted."""
    options = setting.options
    if options.people or options.plan:
        return
    given = {one.id for one in chosen(setting)}
    seated = sitting(setting.dossier, setting.dossier.seatings)
    missing = [
        one
        for one in setting.dossier.participations
        if one.id in seated and one.id not in given and _of_side(setting, one)
    ]
    yield from _told(setting, missing, ("no-card", "status", _NO_CARD, _NO_CARDS))


def _of_side(setting: Setting, one: Participation) -> bool:
    return not setting.options.side or one.side == side_asked(setting)


def label_looks(setting: Setting) -> Iterator[Problem]:
    """Who gets no label."""
    yield from _of_all(setting, labels_content)
    missing = list(without_address(setting))
    yield from _told(setting, missing, ("no-address", "contacts", _NO_ADDRESS, _NO_ADDRESSES))


def personal_looks(setting: Setting) -> Iterator[Problem]:
    """What is to be said of every kind of card."""
    return _of_all(setting, personal_content)


def certificate_looks(setting: Setting) -> Iterator[Problem]:
    """That nobody was there, as far as is known."""
    of_attendance = setting.options.certificate is Certificate.ATTENDANCE
    if of_attendance and not setting.dossier.check_ins:
        phrase = Phrase.of(N_("Nobody was checked in yet; there is no certificate of attendance."))
        yield Problem("nobody-came", Severity.WARNING, _edition(setting), phrase)
        return
    yield from _of_all(setting, certificates_content)


CARD_LOOKS: Mapping[str, Callable[[Setting], Iterable[Problem]]] = MappingProxyType(
    {
        "badges": badge_looks,
        "name-tents": tent_looks,
        "place-cards": place_looks,
        "labels": label_looks,
        "certificates": certificate_looks,
        "personal": personal_looks,
    }
)


def _those(setting: Setting) -> list[Participation]:
    """Everybody who may get a card."""
    return list({one.id: one for one in (*chosen(setting), *earned(setting))}.values())


def _of_all(
    setting: Setting, build: Callable[[Dossier, Options, Imprint], CardsContent]
) -> Iterator[Problem]:
    """Nobody at all, seats without a name, cards that have changed since they were printed."""
    content = build(setting.dossier, setting.options, setting.imprint)
    edition = _edition(setting)
    if not content.cards:
        yield Problem("nobody", Severity.WARNING, edition, Phrase.of(_NOBODY))
    vacant = sum(
        not setting.dossier.participation[card.participation].person
        for card in content.cards
        if card.participation
    )
    if vacant:
        phrase = Phrase.of(_VACANT, count=vacant)
        yield Problem("seats-without-name", Severity.NOTE, edition, phrase, str(vacant))
    printed = {
        one.participation: one.digest
        for one in setting.dossier.card_prints
        if one.handout == content.handout
    }
    known = (card for card in content.cards if card.participation in printed)
    changed = sum(printed[card.participation] != card_digest(content, card) for card in known)
    if changed:
        phrase = Phrase.of(_CHANGED, count=changed)
        yield Problem("cards-changed", Severity.WARNING, edition, phrase, str(changed))


def _told(
    setting: Setting, those: list[Participation], how: tuple[str, str, str, str]
) -> Iterator[Problem]:
    """A lack, of each one; of many as a number."""
    kind, field, of_one, of_many = how
    if len(those) > _MANY:
        phrase = Phrase.of(of_many, count=len(those))
        yield Problem(kind, Severity.WARNING, _edition(setting), phrase, str(len(those)))
        return
    for one in those:
        phrase = Phrase.of(of_one, name=person_named(setting.dossier, one))
        subject = Subject("participation", one.id, field if field != "contacts" else "")
        if field == "contacts" and one.person:
            subject = Subject("person", one.person, field)
        yield Problem(kind, Severity.WARNING, subject, phrase)


def _edition(setting: Setting) -> Subject:
    return Subject("edition", setting.dossier.edition.id)


_NOBODY = N_("Nobody gets a card: nobody was asked for, or all of them are printed already.")
_VACANT = N_(
    "{count} of the seats have no name yet;"
    " their cards have a line to write on or the organization."
)
_CHANGED = N_("{count} of these cards say something else than those printed last.")
_NO_NUMBER = N_("{name} has no number yet; the badge has no code.")
_NO_NUMBERS = N_("{count} of these people have no number yet; their badges have no code.")
_NO_CARD = N_("{name} has a seat, but no card, not having accepted.")
_NO_CARDS = N_("{count} of those seated get no card: they have not accepted.")
_NO_ADDRESS = N_("{name} has no address and gets no label.")
_NO_ADDRESSES = N_("{count} of these people have no address and get no label.")
