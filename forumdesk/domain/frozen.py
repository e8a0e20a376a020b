# SPDX-License-Identifier: MIT
"""An edition frozen as text, as it was published, and thawed again to print or compare it.

What is nobody's business in a program is left out: contacts, diet, access needs, notes about
people, when somebody can be had, how invitations went and who was there. Versions, printings and
acknowledgements are about the edition, not in it. Of a great many participants those on the
program are kept.
"""

from __future__ import annotations

import json
from dataclasses import fields, replace

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition
from forumdesk.domain.people import Participation, Person
from forumdesk.domain.plain import plain, record_from
from forumdesk.domain.versions import Version
from forumdesk.domain.wording import fold
from forumdesk.domain.words import N_

_LEFT_OUT = frozenset(
    {
        *("availabilities", "versions", "printings", "acknowledgements"),
        *("quotas", "letter_texts", "check_ins", "card_prints", "whole", "counted"),
        *("comparison", "bound", "vehicles", "riders", "pack"),
    }
)


def freeze(dossier: Dossier) -> str:
    """The edition as JSON; the same content gives the same text."""
    public = replace(
        dossier,
        people=tuple(map(_public_person, dossier.people)),
        participations=tuple(map(_public_participation, dossier.participations)),
        editions=tuple(map(_place_in_series, dossier.editions)),
    )
    kept = (field.name for field in fields(Dossier) if field.name not in _LEFT_OUT)
    content = {name: plain(getattr(public, name)) for name in kept}
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def thaw(content: str) -> Dossier:
    """The edition of which ``freeze`` made ``content``."""
    stored = json.loads(content)
    for one in stored.get("participations", ()):
        # Before it was said apart, whoever had a rank was introduced as a guest of honour.
        one.setdefault("honored", one.get("rank") is not None)
    whole = record_from(Dossier, stored)
    own = whole.edition
    others = tuple(own if other.id == own.id else other for other in whole.editions)
    return replace(whole, editions=others or (own,))


def version_named(dossier: Dossier, name: str) -> Version:
    """The version of an edition by its name or id.

    Raises ``ForumDeskError`` if there is none called that.
    """
    for version in dossier.versions:
        if version.id == name or fold(version.name) == fold(name):
            return version
    if not dossier.versions:
        raise ForumDeskError(N_("Nothing of this edition has been published yet."))
    raise ForumDeskError(
        N_("No version is called “{name}”; there are: {names}."),
        name=name,
        names=", ".join(version.name for version in dossier.versions),
    )


def as_of(dossier: Dossier, version: Version) -> Dossier:
    """An edition as it was published, with what is known of it since: versions, printings."""
    return replace(
        thaw(version.content),
        versions=dossier.versions,
        printings=dossier.printings,
        acknowledgements=dossier.acknowledgements,
        quotas=dossier.quotas,
        letter_texts=dossier.letter_texts,
        check_ins=dossier.check_ins,
        card_prints=dossier.card_prints,
        comparison=dossier.comparison,
        bound=dossier.bound,
        vehicles=dossier.vehicles,
        riders=dossier.riders,
        pack=dossier.pack,
    )


def _place_in_series(edition: Edition) -> Edition:
    """Of the other editions of a series only which they are, and when: what refers to them."""
    return Edition(edition.id, edition.series, edition.number, first_day=edition.first_day)


def _public_person(person: Person) -> Person:
    return replace(person, contacts=(), diet="", access="", notes="", keep_until=None)


def _public_participation(participation: Participation) -> Participation:
    return replace(participation, notes="", history=(), reply_by=None)
