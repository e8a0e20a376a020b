# SPDX-License-Identifier: MIT
"""What other programs and people call kinds of session and roles, in several languages."""

from __future__ import annotations

import re

from forumdesk.domain.agenda import Role, SessionKind

# The first that matches counts: "opening keynote" is a keynote, "lunch break" a luncheon.
_KINDS: tuple[tuple[SessionKind, str], ...] = (
    (SessionKind.KEYNOTE, r"keynote|기조|基調|plenary lecture|festvortrag"),
    (SessionKind.PRESS_BRIEFING, r"press|기자|pressekonferenz"),
    (SessionKind.SIGNING, r"signing|서명|조인|unterzeichnung|mou"),
    (SessionKind.PHOTO, r"photo|사진|촬영|gruppenfoto"),
    (SessionKind.REGISTRATION, r"registration|check-?in|등록|접수|anmeldung|registrierung|einlass"),
    (SessionKind.LUNCHEON, r"lunch|luncheon|오찬|점심|중식|mittag\w*"),
    (SessionKind.DINNER, r"dinner|banquet|gala|만찬|저녁|abendessen"),
    (SessionKind.RECEPTION, r"reception|리셉션|환영연|empfang|apéro|get-?together"),
    (SessionKind.BREAK, r"break|coffee|pause|휴식|kaffee\w*|umbau\w*|intermission"),
    (SessionKind.SITE_VISIT, r"site visit|visit|tour|excursion|시찰|견학|방문|führung|exkursion"),
    (SessionKind.BILATERAL, r"bilateral|양자|양자회담|business meeting|1:1|one-on-one"),
    (SessionKind.PANEL, r"panel|podium\w*|패널|좌담|round ?table|원탁|라운드테이블"),
    (SessionKind.DISCUSSION, r"discussion|diskussion|debate|토론|토의|bof|birds of a feather"
     r"|unconference|meeting|meetup|q ?& ?a|질의응답|open space"),
    (SessionKind.CLOSING, r"closing|폐회|폐막|abschluss|schluss\w*|verabschiedung"),
    (SessionKind.OPENING, r"opening|개회|개막|eröffnung|ceremony|기념식"),
    (SessionKind.REMARKS, r"remarks|welcome|address|축사|환영사|개회사|grußwort\w*|begrüßung"),
    (SessionKind.INTERNAL, r"internal|내부|intern|orga|briefing|setup|teardown|aufbau|abbau"),
    (SessionKind.PRESENTATION, r"presentation|talk|lecture|vortrag|발표|발제|강연|세션|lightning\w*"
     r"|workshop|tutorial|devroom|maintrack|demo|session|lesung|podcast\w*"),
)  # fmt: skip
_TABLE = tuple((kind, re.compile(rf"(?<!\w)(?:{words})(?![a-zäöüß])")) for kind, words in _KINDS)
_PLAIN_TITLES = frozenset(
    {
        SessionKind.REGISTRATION,
        SessionKind.LUNCHEON,
        SessionKind.DINNER,
        SessionKind.RECEPTION,
        SessionKind.BREAK,
        SessionKind.CLOSING,
        SessionKind.OPENING,
    }
)
_ROLES: tuple[tuple[Role, str], ...] = (
    (Role.MODERATES, r"moderat\w*|panel ?chair|진행|사회자?"),
    (Role.CHAIRS, r"chair\w*|좌장|의장|vorsitz\w*|session ?chair"),
    (Role.KEYNOTE, r"keynote\w*|기조\w*"),
    (Role.DISCUSSES, r"discuss\w*|panell?ist\w*|토론자?|패널\w*"),
    (Role.INTERPRETS, r"interpret\w*|통역\w*|dolmetsch\w*"),
    (Role.MC, r"mc|host|emcee|herald|사회"),
    (Role.PRESENTS, r"present\w*|발표자?|발제자?|referent\w*"),
)
_ROLE_TABLE = tuple((role, re.compile(words)) for role, words in _ROLES)


def session_kind(word: str, title: str) -> SessionKind:
    """The kind a source's word names; else, for a short title, what the title itself says."""
    said = word.casefold()
    for kind, words in _TABLE:
        if said and words.search(said):
            if kind is not SessionKind.PRESENTATION:
                return kind
            break
    name = title.casefold()
    if len(name.split()) <= 3 and len(name) <= 30:
        for kind, words in _TABLE:
            if kind in _PLAIN_TITLES and words.search(name):
                return kind
    return SessionKind.PRESENTATION


def names_kind(word: str) -> bool:
    """Whether a word is nothing but the name of a kind of session, such as "Keynote"."""
    said = word.casefold().strip()
    return any(words.fullmatch(said) for _, words in _TABLE)


def speaker_role(word: str, kind: SessionKind) -> Role:
    """The role a source's word names; without one a speaker, or the keynote in a keynote."""
    said = word.casefold().strip()
    if said in tuple(Role):
        return Role(said)
    for role, words in _ROLE_TABLE:
        if said and words.fullmatch(said):
            return role
    return Role.KEYNOTE if kind is SessionKind.KEYNOTE else Role.SPEAKS
