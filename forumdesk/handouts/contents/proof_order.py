# SPDX-License-Identifier: MIT
"""Where texts are printed: the order in which a proof has them, and what each is a text of."""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import groupby

from forumdesk.domain.agenda import Session
from forumdesk.domain.checks.common import passage_named
from forumdesk.domain.dates import date_full
from forumdesk.domain.terms import T_
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import Text
from forumdesk.handouts.content import NOTHING, Wording
from forumdesk.handouts.contents.agenda import times_of
from forumdesk.handouts.contents.lines import body_of, name_of
from forumdesk.handouts.contents.setting import Setting

Record = tuple[str, str]
"""The kind of a record, and its id."""
_COVER = T_("proof", "Cover and practical information")
_TEXTS = T_("proof", "Texts")
_UNDATED = T_("proof", "Sessions without a day")
_PEOPLE = T_("proof", "Names and offices")
_AGREEMENTS = T_("proof", "Agreements")
_COMMITMENTS = T_("proof", "Commitments")
_NAMES = T_("proof", "Rooms, tracks, sides and organizations")


@frozen
class Place:
    """A record that has printed texts; ``of`` says which it is, where its texts don't."""

    kind: str
    id: str
    of: Wording = NOTHING


@frozen
class Gathered:
    """Records whose texts are printed together, under a title."""

    title: Wording
    places: tuple[Place, ...]


def gathered(setting: Setting, printed: Container[Record]) -> Iterator[Gathered]:
    """All records with texts that are ``printed``, each once, as a reader of the program goes."""
    groups = (
        *(Gathered(setting.say(_COVER), tuple(_front(setting))), *_days(setting)),
        Gathered(setting.say(_TEXTS), tuple(_passages(setting))),
        Gathered(setting.say(_PEOPLE), tuple(_people(setting))),
        Gathered(setting.say(_AGREEMENTS), tuple(_agreements(setting))),
        Gathered(setting.say(_COMMITMENTS), tuple(_commitments(setting))),
        Gathered(setting.say(_NAMES), tuple(_names(setting))),
    )
    seen: set[Record] = set()
    for group in groups:
        own = []
        for place in group.places:
            record = (place.kind, place.id)
            if record in printed and record not in seen:
                seen.add(record)
                own.append(place)
        if own:
            yield Gathered(group.title, tuple(own))


def _front(setting: Setting) -> Iterator[Place]:
    dossier = setting.dossier
    yield Place("edition", dossier.edition.id)
    yield Place("series", dossier.series.id, setting.say(T_("proof", "Series")))


def _days(setting: Setting) -> Iterator[Gathered]:
    dossier = setting.dossier
    for day, sessions in groupby(dossier.program, dossier.day_of):
        title = (
            setting.by_language(lambda tag, day=day: date_full(day, tag))  # type: ignore[misc]
            if day
            else setting.say(_UNDATED)
        )
        places = (place for session in sessions for place in _session(setting, session))
        yield Gathered(title, tuple(places))


def _session(setting: Setting, session: Session) -> Iterator[Place]:
    dossier = setting.dossier
    yield Place("session", session.id, times_of(setting, session))
    for part in dossier.parts_of(session):
        found = dossier.participation.get(part.participation)
        yield Place("part", part.id, name_of(setting, found) or body_of(setting, found))
    for item in dossier.items_of(session):
        yield from _session(setting, item)


def _passages(setting: Setting) -> Iterator[Place]:
    for passage in setting.dossier.passages:
        name = passage_named(setting.dossier, passage)
        of = setting.text(name) if isinstance(name, Text) else setting.each(name.said)
        yield Place("passage", passage.id, of)


def _people(setting: Setting) -> Iterator[Place]:
    """Whoever is named, each with office after name."""
    dossier = setting.dossier
    for found in dossier.participations:
        yield Place("person", found.person or "")
        yield Place("participation", found.id, name_of(setting, found) or body_of(setting, found))


def _agreements(setting: Setting) -> Iterator[Place]:
    dossier = setting.dossier
    for agreement in dossier.agreements:
        yield Place("agreement", agreement.id)
        for aim in sorted(dossier.aims, key=lambda aim: aim.number):
            if aim.agreement == agreement.id:
                yield Place("aim", aim.id, (("", str(aim.number)),))


def _commitments(setting: Setting) -> Iterator[Place]:
    dossier = setting.dossier
    for commitment in dossier.commitments:
        yield Place("commitment", commitment.id)
        for report in dossier.reports:
            if report.commitment == commitment.id:
                yield Place("report", report.id, setting.say(T_("proof", "Report")))


def _names(setting: Setting) -> Iterator[Place]:
    dossier = setting.dossier
    yield from (Place("room", room.id, setting.say(T_("proof", "Room"))) for room in dossier.rooms)
    for track in dossier.tracks:
        yield Place("track", track.id, setting.say(T_("proof", "Track")))
    yield from (Place("side", side.id, setting.say(T_("proof", "Side"))) for side in dossier.sides)
    for body in dossier.organizations:
        yield Place("organization", body.id, setting.say(T_("proof", "Organization")))
