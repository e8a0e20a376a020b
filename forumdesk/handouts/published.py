# SPDX-License-Identifier: MIT
"""Which state of an edition a sheet shows: a published version, or the draft."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.frozen import freeze, thaw
from forumdesk.domain.versions import Version
from forumdesk.domain.wording import fold
from forumdesk.domain.words import N_
from forumdesk.handouts.contents.setting import Imprint


def as_published(dossier: Dossier, name: str) -> tuple[Dossier, Imprint]:
    """An edition as it was published under a name, with what is known of it since.

    Raises ``ForumDeskError`` if no version is called that.
    """
    version = _named(dossier, name)
    then = replace(
        thaw(version.content),
        editions=dossier.editions,
        versions=dossier.versions,
        printings=dossier.printings,
        acknowledgements=dossier.acknowledgements,
    )
    return then, Imprint(version)


def present_state(dossier: Dossier, at: datetime | None = None) -> Imprint:
    """What a sheet of the present shows: the newest version while nothing has changed since."""
    if dossier.versions:
        newest = max(dossier.versions, key=lambda version: version.at)
        if hashlib.sha256(freeze(dossier).encode()).hexdigest() == newest.digest:
            return Imprint(newest)
    return Imprint(at=at)


def _named(dossier: Dossier, name: str) -> Version:
    for version in dossier.versions:
        if fold(version.name) == fold(name) or version.id == name:
            return version
    if not dossier.versions:
        raise ForumDeskError(N_("Nothing of this edition has been published yet."))
    raise ForumDeskError(
        N_("No version is called “{name}”; there are: {names}."),
        name=name,
        names=", ".join(version.name for version in dossier.versions),
    )
