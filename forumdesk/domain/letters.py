# SPDX-License-Identifier: MIT
"""Letters to participants: what they say, to whom they go, in which language.

A text has **fields** in braces (``{forum}``), filled in for each letter, and **stretches** in
brackets (``[ at {venue}]``), left out where a field in them has nothing to say. A name in braces
that is no field stays as it was typed and is told; what is filled in is never read again, so that
braces and brackets in a name are only that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from forumdesk.domain.assets import resources
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.korean import particles_after
from forumdesk.domain.languages import base, spoken_in
from forumdesk.domain.patterns import Pattern
from forumdesk.domain.people import Invitation, LetterPurpose, Participation
from forumdesk.domain.terms import T_
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import EMPTY, Text

FIELDS: Mapping[str, tuple[str, str]] = {
    "salutation": T_("letter field", "Salutation"),
    "name": T_("letter field", "Name"),
    "honorific": T_("letter field", "Form of address"),
    "office": T_("letter field", "Office"),
    "organization": T_("letter field", "Organization"),
    "forum": T_("letter field", "Title of the forum"),
    "slogan": T_("letter field", "Theme"),
    "dates": T_("letter field", "Dates"),
    "venue": T_("letter field", "Venue"),
    "host": T_("letter field", "Hosts"),
    "reply_by": T_("letter field", "Day to answer by"),
    "side": T_("letter field", "Side"),
    "seat": T_("letter field", "Seat"),
    "link": T_("letter field", "Web page"),
}
"""Every field by its name in braces, and what it stands for."""

# One at sign between what RFC 5322 lets stand without quotes, and a name with a point in it.
_ADDRESS = Pattern(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@(?:[\w-]+\.)+[\w-]{2,}")
_FIELD = Pattern(r"\{([A-Za-z_]+)\}")
_STRETCH = Pattern(r"\[([^\[\]]*)\]")
_BLANKS = Pattern(r"(?: *\n){3,}")
ADDRESSED: Mapping[LetterPurpose, frozenset[Invitation]] = {
    LetterPurpose.INVITATION: frozenset({Invitation.PROPOSED}),
    LetterPurpose.REMINDER: frozenset({Invitation.INVITED}),
    LetterPurpose.CONFIRMATION: frozenset({Invitation.ACCEPTED}),
    LetterPurpose.THANKS: frozenset({Invitation.ACCEPTED}),
}
"""To whom a letter goes unless it is said otherwise: by the status of their invitation."""


@frozen
class Wanted:
    """What a letter of a purpose says, in every language there is it in."""

    subject: Text = EMPTY
    body: Text = EMPTY


@frozen
class Message:
    """A message to one person; ``address`` is an e-mail address, ``name`` who it is of."""

    name: str
    address: str
    subject: str
    body: str
    language: str = ""


def is_address(text: str) -> bool:
    """Whether a text is an e-mail address to which a message can be made out."""
    text = text.strip()
    return bool(_ADDRESS.fullmatch(text)) and ".." not in text and not text.startswith(".")


@cache
def usual(purpose: LetterPurpose) -> Wanted:
    """What letters of a purpose say unless an edition says it otherwise."""
    import tomllib  # noqa: PLC0415 - when the first letter is written

    data = tomllib.loads((resources() / "letters" / f"{purpose}.toml").read_text("utf-8"))
    return Wanted(Text.of(data["subject"]), Text.of(data["body"]))


def wanted(dossier: Dossier, purpose: LetterPurpose) -> Wanted:
    """What the letters of an edition say: its own words, in other languages the usual ones."""
    mine = [text for text in dossier.letter_texts if text.purpose is purpose]
    of = usual(purpose)
    if not mine:
        return of
    return Wanted(Text.of({**of.subject, **mine[0].subject}), Text.of({**of.body, **mine[0].body}))


def filled(text: str, values: Mapping[str, str], language: str = "") -> str:
    """A text with its fields filled in, and without the stretches that would say nothing.

    Korean particles after a field take the form that follows from it.
    """
    said, at = "", 0
    for found in _STRETCH.compiled.finditer(text):
        said = _with_fields(said, text[at : found.start()], values, language=language)
        names = _FIELD.compiled.findall(found[1])
        if not names:
            said += found.group()  # brackets as anybody types them
        elif all(values.get(name) or name not in FIELDS for name in names):
            said = _with_fields(said, found[1], values, language=language)
        at = found.end()
    return _with_fields(said, text[at:], values, language=language)


def filled_body(text: str, values: Mapping[str, str], language: str = "") -> str:
    """A body filled in; where paragraphs were left out, no more white than between others."""
    return _BLANKS.sub("\n\n", filled(text, values, language)).strip()


def _with_fields(said: str, text: str, values: Mapping[str, str], *, language: str) -> str:
    at = 0
    for found in _FIELD.compiled.finditer(text):
        said += _literal(said, text[at : found.start()], language)
        name = found[1]
        said += values.get(name, "") if name in FIELDS else found.group()
        at = found.end()
    return said + _literal(said, text[at:], language)


def _literal(said: str, text: str, language: str) -> str:
    """What follows a field; "Washington, D.C." ends a sentence with the point it has."""
    if said.endswith(".") and text.startswith("."):
        text = text[1:]
    return particles_after(said, text) if base(language) == "ko" else text


def unknown_fields(*texts: str | Text) -> tuple[str, ...]:
    """The names in braces that are no fields, once each, in order."""
    each = (t for text in texts for t in ([text] if isinstance(text, str) else text.values()))
    names = (name for text in each for name in _FIELD.compiled.findall(text))
    return tuple(dict.fromkeys(name for name in names if name not in FIELDS))


def addressed(
    dossier: Dossier, purpose: LetterPurpose, statuses: Iterable[Invitation] = ()
) -> tuple[Participation, ...]:
    """To whom letters of a purpose go: those of some statuses, else the usual ones.

    Who comes along with somebody is not written to apart.
    """
    those = frozenset(statuses) or ADDRESSED[purpose]
    return tuple(
        one for one in dossier.participations if one.status in those and one.companion_of is None
    )


def languages_for(
    dossier: Dossier, one: Participation, languages: Iterable[str]
) -> tuple[str, ...]:
    """Some languages in the order in which somebody reads them best.

    Their own first, else that of the country of their side or body; then as they were given.
    """
    given = tuple(languages)
    own = [base(tag) for tag in _read_by(dossier, one)]
    known = [tag for language in own for tag in given if base(tag) == language]
    return tuple(dict.fromkeys((*known, *given)))


def _read_by(dossier: Dossier, one: Participation) -> Iterator[str]:
    person = dossier.person.get(one.person or "")
    if person is not None and person.languages:
        yield from person.languages
        return
    side = dossier.side.get(one.side or "")
    body = dossier.organization.get(one.organization or "")
    for country in (side.country if side else "", body.country if body else ""):
        if country:
            yield spoken_in(country)
