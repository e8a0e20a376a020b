# SPDX-License-Identifier: MIT
"""Which state of an edition a sheet shows: a published version, or the draft."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.frozen import as_of, version_named
from forumdesk.domain.versions import Version
from forumdesk.handouts.content import Content
from forumdesk.handouts.contents.setting import Imprint, Setting

C = TypeVar("C", bound=Content)


def as_published(dossier: Dossier, name: str) -> tuple[Dossier, Imprint]:
    """An edition as it was published under a name, with what is known of it since.

    What people agreed to is as it is today: who took a consent back is on no sheet any more.
    Raises ``ForumDeskError`` if no version is called that.
    """
    version = version_named(dossier, name)
    then = as_of(dossier, version)
    today = dossier.participation
    going = tuple(
        replace(one, consents=today[one.id].consents) if one.id in today else one
        for one in then.participations
    )
    return replace(then, participations=going), Imprint(version)


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


def version_shown(dossier: Dossier, content: Content) -> Version | None:
    """The version whose stamp a sheet bears; ``None`` on a draft."""
    stamp = content.sheet.stamp
    for version in dossier.versions:
        named = version.name in dict(stamp.name).values()
        if named and stamp.digest and version.digest.startswith(stamp.digest):
            return version
    return None
