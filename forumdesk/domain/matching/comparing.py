# SPDX-License-Identifier: MIT
"""Whether two people are the same: surely, doubtfully or not, and what speaks for and against it.

Two people may share a name, and an assistant's address is many people's: neither alone makes two
one. The same takes a name written alike and an address, a number or an organization besides, with
nothing that speaks against it.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from forumdesk.domain.matching.traits import Keys, Traits, heard, same_words
from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_, Phrase


class Likeness(StrEnum):
    """How alike two people are."""

    SAME = "same"
    DOUBTFUL = "doubtful"
    DIFFERENT = "different"


@frozen
class Comparison:
    """How alike two people are, and why; what speaks against it stands last."""

    likeness: Likeness
    reasons: tuple[Phrase, ...] = ()


NAME = Phrase(N_("the same name"))
SOUND = Phrase(N_("a name that sounds alike"))
EMAIL = Phrase(N_("the same e-mail address"))
PHONE = Phrase(N_("the same telephone number"))
BODY = Phrase(N_("the same organization"))
OTHER_NAME = Phrase(N_("another name"))
OTHER_SCRIPT = Phrase(N_("the name differs in another script"))
OTHER_EMAIL = Phrase(N_("another e-mail address"))
OTHER_PHONE = Phrase(N_("another telephone number"))
OTHER_BODY = Phrase(N_("another organization"))

_DIFFERENT = Comparison(Likeness.DIFFERENT)


def compare(one: Traits, other: Traits) -> Comparison:
    """How alike two people are."""
    exact, differs = _written(one.names, other.names)
    email = _shared(one.emails, other.emails)
    phone = _shared(one.phones, other.phones)
    body = _shared(one.bodies, other.bodies)
    sounds = not exact and not differs and _any_same(one.sounds, other.sounds)
    if exact:
        likeness = _of_one_name(differs, email, phone, body)
    elif sounds:
        # Of two spellings, each with its own address and house, there is nothing left to ask.
        apart = body is False and (email is False or phone is False)
        likeness = Likeness.DIFFERENT if apart else Likeness.DOUBTFUL
    else:
        likeness = Likeness.DOUBTFUL if email else Likeness.DIFFERENT
    if likeness is Likeness.DIFFERENT:
        return _DIFFERENT
    first = NAME if exact else SOUND if sounds else OTHER_NAME
    script = OTHER_SCRIPT if exact and differs else None
    return Comparison(likeness, _reasons(first, script, (email, phone, body)))


def _of_one_name(
    differs: str, email: bool | None, phone: bool | None, body: bool | None
) -> Likeness:
    """Two people of one name in a script; ``differs`` names a script in which they do not."""
    if differs:
        # Characters and syllables are chosen by the parents, Latin letters by whoever types.
        told_apart = differs != "Latn" and not email and not phone
        return Likeness.DIFFERENT if told_apart else Likeness.DOUBTFUL
    by_phone = phone and email is not False
    by_body = body and email is not False and phone is not False
    return Likeness.SAME if email or by_phone or by_body else Likeness.DOUBTFUL


def _written(one: Keys, other: Keys) -> tuple[bool, str]:
    """Whether a name is the same in any script, and a script in which it is not, ``""`` if none."""
    exact, differs = False, ""
    for name in one:
        script = name[:4]
        for there in other:
            if there.startswith(script):
                if same_words(name, there):
                    exact = True
                elif script != "Latn" or not _sound_alike(name, there):
                    differs = differs if differs and differs != "Latn" else script
    return exact, differs


def _sound_alike(one: str, other: str) -> bool:
    return same_words(heard(one[5:].split()), heard(other[5:].split()))


def _any_same(one: Keys, other: Keys) -> bool:
    return any(same_words(a, b) for a in one for b in other)


def _shared(one: Keys, other: Keys) -> bool | None:
    """Whether two share one of their keys; ``None`` where one of them has none."""
    if not one or not other:
        return None
    return any(key in other for key in one)


def _reasons(
    first: Phrase, script: Phrase | None, shared: Iterable[bool | None]
) -> tuple[Phrase, ...]:
    pairs = zip(
        shared, ((EMAIL, OTHER_EMAIL), (PHONE, OTHER_PHONE), (BODY, OTHER_BODY)), strict=True
    )
    rest = [(has, same if has else unlike) for has, (same, unlike) in pairs if has is not None]
    against = [phrase for has, phrase in rest if not has]
    head = [first] if first is not OTHER_NAME else []
    tail = [OTHER_NAME] if first is OTHER_NAME else []
    told = [
        *head,
        *(phrase for has, phrase in rest if has),
        *tail,
        *filter(None, [script]),
        *against,
    ]
    return tuple(told)
