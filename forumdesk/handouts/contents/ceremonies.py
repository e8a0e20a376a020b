# SPDX-License-Identifier: MIT
"""What the MC says at a signing and for photographs: who comes to the table, in which order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from forumdesk.domain.agenda import Part, Role, Session, SessionKind
from forumdesk.domain.outcomes import Agreement
from forumdesk.domain.terms import T_
from forumdesk.domain.wording import Text
from forumdesk.handouts.contents.address import body_in_a_sentence, in_full
from forumdesk.handouts.contents.lines import acting, shown_parts
from forumdesk.handouts.contents.outcomes import kind_of, parties_of
from forumdesk.handouts.contents.sessions import who
from forumdesk.handouts.contents.setting import Setting
from forumdesk.handouts.contents.spoken import enumerated, spoken, told
from forumdesk.handouts.contents.turns import signers
from forumdesk.handouts.stage import Aloud, CueWords, Line, Roll

_SIGNING = T_("script", "We now come to the signing of the “{agreement}”.")
_PARTIES = T_("script", "It is concluded between {parties}.")
_TO_TABLE = T_("script", "We invite the signatories to the table.")
_WITNESSED = T_("script", "The signing is witnessed by the following guests.")
_SIGN = T_("script", "The signatories will now sign.")
_EXCHANGE = T_("script", "They will now exchange the originals.")
_SIGNED = T_("script", "The {kind} is signed. Please join me in a warm round of applause.")
_AGREEMENT = T_("script", "agreement")
_SEATED = T_("script cue", "Signatories are seated; folders are opened")
_PENS = T_("script cue", "All sign; folders are passed across")
_HANDSHAKE = T_("script cue", "Folders are exchanged; handshake; applause")
_PHOTO = T_(
    "script", "We will now take a photograph together. We invite our guests of honor to the stage."
)
_STAY = T_(
    "script", "We ask the signatories and the witnesses to stay where they are for a photograph."
)
_PICTURE = T_("script cue", "Photographs are taken")
_SEATS = T_("script", "Thank you. Please return to your seats.")


def agreement_at(setting: Setting, session: Session) -> Agreement | None:
    """The agreement signed in a session, or in the one it is an item of."""
    here = {session.id, session.parent} - {None}  # an agreement may be signed at no session
    return next((a for a in setting.dossier.agreements if a.session in here), None)


def signing_announced(setting: Setting, session: Session) -> Iterator[Line]:
    """What is to be signed, and between whom."""
    agreement = agreement_at(setting, session)
    if agreement is None:
        return
    yield Aloud(spoken(setting, _SIGNING, agreement=agreement.title))
    organization = setting.dossier.organization
    parties = (organization[party.organization] for party in parties_of(setting, agreement))
    bodies = [body_in_a_sentence(setting, body) for body in parties]
    if bodies:
        yield Aloud(spoken(setting, _PARTIES, parties=enumerated(setting, bodies)))


def signed(setting: Setting, session: Session) -> Iterator[Line]:
    """The act of signing: to the table, sign, exchange, applause."""
    signing = signers(setting, session)
    if not signing:
        return
    yield Aloud(spoken(setting, _TO_TABLE))
    yield _roll(setting, signing)
    parts = shown_parts(setting, session)
    witnesses = [p for p in parts if acting(setting, session, p) is Role.WITNESSES]
    if witnesses:
        yield Aloud(spoken(setting, _WITNESSED))
        yield _roll(setting, witnesses)
    yield CueWords(setting.say(_SEATED))
    yield Aloud(spoken(setting, _SIGN))
    yield CueWords(setting.say(_PENS))
    yield Aloud(spoken(setting, _EXCHANGE))
    yield CueWords(setting.say(_HANDSHAKE))
    agreement = agreement_at(setting, session)
    kind = kind_of(setting, agreement) if agreement else setting.say(_AGREEMENT)
    yield Aloud(spoken(setting, _SIGNED, kind=Text.of(dict(kind))))


def photographed(setting: Setting, session: Session) -> Iterator[Line]:
    """A photograph of the guests, or of those who have just signed."""
    parent = setting.dossier.session.get(session.parent or "")
    after_signing = parent is not None and parent.kind is SessionKind.SIGNING
    yield Aloud(spoken(setting, _STAY if after_signing else _PHOTO))
    yield CueWords(setting.say(_PICTURE))
    yield Aloud(spoken(setting, _SEATS))


def _roll(setting: Setting, parts: Sequence[Part]) -> Roll:
    people = (in_full(setting, who(setting, part)) for part in parts)
    return Roll(tuple(told(setting, person) for person in people))
