# SPDX-License-Identifier: MIT
"""What can be chosen of each module, declared once: a switch, or one of some things."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from forumdesk.domain.agenda import Session
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.succession.choices import Choices, Invite, Parts, Texts
from forumdesk.domain.succession.plan import Module
from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_, Words

Offers = Sequence[tuple[object, str]]


@frozen
class Control:
    """A choice of a module: ``field`` of the choices, and what it is called.

    ``offers`` are what can be chosen among, ``value`` what is chosen now, ``taken`` what
    choosing one changes; without them it is a switch.
    """

    field: str
    name: str
    offers: Callable[[Dossier, Words], Offers] | None = None
    value: Callable[[Choices], object] | None = None
    taken: Callable[[object], Mapping[str, object]] | None = None

    def chosen(self, choices: Choices) -> object:
        """What is chosen now."""
        return self.value(choices) if self.value else getattr(choices, self.field)

    def changes(self, value: object) -> Mapping[str, object]:
        """What choosing something changes of the choices."""
        return self.taken(value) if self.taken else {self.field: value}


_TEXTS = (
    (Texts.TITLES, N_("Titles alone")),
    (Texts.KEEP, N_("All as they were")),
    (Texts.EMPTY, N_("Without titles and texts")),
)
_PARTS = (
    (Parts.PEOPLE, N_("All who are proposed again")),
    (Parts.HOSTS, N_("People of the hosts alone")),
    (Parts.EMPTY, N_("Nobody; all are to be named")),
)


def _texts(_: Dossier, words: Words) -> Offers:
    return [(value, words(name)) for value, name in _TEXTS]


def _parts(_: Dossier, words: Words) -> Offers:
    return [(value, words(name)) for value, name in _PARTS]


def _invited(last: Dossier, words: Words) -> Offers:
    sides = [(side.id, words("{side} alone", side=side.name)) for side in last.sides]
    return [
        (Invite.EVERYBODY, words("Everybody")),
        (Invite.SPEAKERS, words("Those with a part in the program")),
        *sides,
        (Invite.NOBODY, words("Nobody")),
    ]


def _invite(choices: Choices) -> object:
    return choices.side if choices.invite is Invite.SIDE else choices.invite


def _take_invite(value: object) -> Mapping[str, object]:
    if isinstance(value, Invite):
        return {"invite": value, "side": ""}
    return {"invite": Invite.SIDE, "side": value}


def _reviews(last: Dossier, words: Words) -> Offers:
    return [("", words("A session of its own")), *((s.id, _called(s, words)) for s in last.program)]


def _called(session: Session, words: Words) -> str:
    return words.text(session.title) or words("Without a title")


CONTROLS: Mapping[Module, tuple[Control, ...]] = {
    Module.AGENDA: (
        Control("agenda", N_("Carry the agenda")),
        Control("items", N_("With the items inside sessions")),
        Control("texts", N_("Titles and texts"), _texts),
    ),
    Module.TRACKS: (Control("tracks", N_("Carry the tracks")),),
    Module.HOSTS: (
        Control("alternate", N_("Hosts and sides take turns")),
        Control("sponsors", N_("Carry the sponsors")),
    ),
    Module.SIDES: (Control("alternate", N_("Hosts and sides take turns")),),
    Module.PEOPLE: (
        Control("invite", N_("Proposed again"), _invited, _invite, _take_invite),
        Control("companions", N_("With those who came along")),
        Control("ranks", N_("Keep places of honour set by hand")),
    ),
    Module.PARTS: (Control("parts", N_("Parts stay with"), _parts),),
    Module.QUOTAS: (Control("quotas", N_("Carry the seats")),),
    Module.LETTERS: (Control("letters", N_("Carry the texts of letters")),),
    Module.PASSAGES: (Control("passages", N_("Carry the texts of the program")),),
    Module.SEATINGS: (Control("seatings", N_("Carry the seating plans")),),
    Module.PACK: (Control("pack", N_("Carry the handout pack")),),
    Module.EDITION: (
        Control("design", N_("Paper design and house colour")),
        Control("cover", N_("Cover picture")),
        Control("practical", N_("Practical notes and Wi-Fi")),
        Control("welcome", N_("Words of welcome")),
    ),
    Module.COMMITMENTS: (
        Control("review", N_("Review every open commitment")),
        Control("review_in", N_("Where they are reviewed"), _reviews),
    ),
}
