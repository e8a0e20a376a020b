# SPDX-License-Identifier: MIT
"""Which state of an edition a sheet shows: a published version, or the draft."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.frozen import thaw
from forumdesk.domain.versions import Version
from forumdesk.domain.wording import fold
from forumdesk.domain.words import N_
from forumdesk.handouts.content import AgendaContent, ProgramContent
from forumdesk.handouts.contents.setting import Imprint, Setting

C = TypeVar("C", ProgramContent, AgendaContent)


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


def stamped(make: Callable[[Setting], C], setting: Setting) -> C:
    """What ``make`` says of the present, as the newest version's if it says the same as then.

    A sheet is a draft only while something on it differs from what was published.
    """
    content = make(setting)
    versions = setting.dossier.versions
    if setting.imprint.version is not None or not versions:
        return content
    newest = max(versions, key=lambda version: version.at)
    then, imprint = as_published(setting.dossier, newest.id)
    published = make(Setting(then, setting.options, imprint))
    stamp = published.sheet.stamp
    same = replace(content, sheet=replace(content.sheet, stamp=stamp)) == published
    return published if same else content


def _named(dossier: Dossier, name: str) -> Version:
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
