# SPDX-License-Identifier: MIT
"""Titles, names and offices fit the places they are printed in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from forumdesk.domain.agenda import SessionStatus
from forumdesk.domain.checks.common import language_called
from forumdesk.domain.checks.stays import while_open
from forumdesk.domain.checks.translation import FIELDS, GROUPS, MANY
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.limits import SPACES, columns
from forumdesk.domain.naming import name_text
from forumdesk.domain.people import Name, Participation
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_, Phrase

KIND = "long-text"
NAMES = {**FIELDS, "badge_name": N_("badge name")}
Given: TypeAlias = tuple[str, str, str, Text]  # kind of record, id, field, and what it says


@frozen
class Long:
    """A text too wide for its place: of which record and field, in which language, how wide."""

    kind: str
    id: str
    field: str
    text: Text
    language: str
    width: int


@while_open
def check(dossier: Dossier) -> Iterable[Problem]:
    """Texts wider than their place on paper has columns: they are set small, or on more lines.

    A record tells the longest of its languages; many of one kind are told as one.
    """
    for texts in (_sessions, _people, _offices, _bodies, _places):
        long: dict[tuple[str, str], list[Long]] = defaultdict(list)
        for kind, key, field, text in texts(dossier):
            most = SPACES[kind, field].columns
            # No text is wider than two columns a letter: of a thousand hardly one is measured.
            if all(2 * len(said) <= most for _, said in text.pairs):
                continue
            width, language = max((columns(said), tag) for tag, said in text.pairs)
            if width > most:
                long[kind, field].append(Long(kind, key, field, text, language, width))
        for found in long.values():
            yield from ([_summary(dossier, found)] if len(found) > MANY else map(_single, found))


def _sessions(dossier: Dossier) -> Iterator[Given]:
    for session in dossier.sessions:
        if session.status is not SessionStatus.CANCELLED:
            yield "session", session.id, "title", session.title


def _acting(dossier: Dossier) -> Sequence[Participation]:
    keys = dict.fromkeys(part.participation for part in dossier.parts)
    return [dossier.participation[key] for key in keys if key in dossier.participation]


def _people(dossier: Dossier) -> Iterator[Given]:
    most = SPACES["person", "names"].columns
    for seat in dossier.derived(_acting):
        person = dossier.person.get(seat.person or "")
        # Of a thousand names hardly one is long: most need not be put together.
        if person and any(2 * _letters(name) > most for _, name in person.names.pairs):
            yield "person", person.id, "names", name_text(person)


def _letters(name: Name) -> int:
    return max(len(name.family) + 1 + len(name.given), len(name.full))


def _offices(dossier: Dossier) -> Iterator[Given]:
    for seat in dossier.derived(_acting):
        yield "participation", seat.id, "office", seat.office
        yield "participation", seat.id, "badge_name", seat.badge_name


def _bodies(dossier: Dossier) -> Iterator[Given]:
    hosts = (host.organization for host in dossier.hosts)
    for key in dict.fromkeys((*hosts, *(seat.organization for seat in dossier.derived(_acting)))):
        if body := dossier.organization.get(key or ""):
            yield "organization", body.id, "name", body.name


def _places(dossier: Dossier) -> Iterator[Given]:
    for room in dossier.rooms:
        yield "room", room.id, "name", room.name
    for track in dossier.tracks:
        yield "track", track.id, "name", track.name


def _single(long: Long) -> Problem:
    phrase = Phrase.of(
        N_("“{name}”: the {field} is too long in {language} for its place on paper."),
        name=long.text,
        field=Phrase.of(NAMES[long.field]),
        language=language_called(long.language),
    )
    subject = Subject(long.kind, long.id, long.field)
    facts = f"{long.language} {long.width}>{SPACES[long.kind, long.field].columns}"
    return Problem(KIND, Severity.NOTE, subject, phrase, facts)


def _summary(dossier: Dossier, found: Sequence[Long]) -> Problem:
    kind, field = found[0].kind, found[0].field
    phrase = Phrase.of(
        N_("{count} {records} have a {field} too long for its place on paper."),
        count=len(found),
        records=Phrase.of(GROUPS[kind]),
        field=Phrase.of(NAMES[field]),
    )
    subject = Subject("edition", dossier.edition.id, f"{kind}.{field}")
    return Problem(KIND, Severity.NOTE, subject, phrase, str(len(found)))
