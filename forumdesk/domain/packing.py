# SPDX-License-Identifier: MIT
"""The handout pack as values: what is to be in it, and what was made of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.ids import ParticipationId, SheetOptions, VersionId
from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_

_PEOPLE = ("person", "people")
"""Options that name people, by name or id."""


@frozen
class Planned:
    """A sheet a pack is to have; ``options`` as those of ``PackSheet``."""

    handout: str
    options: SheetOptions = "{}"
    copies: int = 1


@frozen
class Produced:
    """A sheet of a pack that was made, as its printing is noted (see ``Printing``)."""

    handout: str
    version: VersionId | None = None
    pages: int = 0
    copies: int = 1
    digest: str = ""
    options: str = ""
    cards: tuple[tuple[ParticipationId, str], ...] = ()


def options_read(options: str) -> dict[str, object] | None:
    """What is asked of a sheet; ``None`` for what is no JSON object."""
    try:
        read = json.loads(options)
    except (ValueError, RecursionError):
        return None
    return read if isinstance(read, dict) else None


def options_written(options: Mapping[str, object]) -> str:
    """What is asked of a sheet in one way of writing: the same is the same text."""
    return json.dumps(options, ensure_ascii=False, sort_keys=True)


def options_without(options: str, named: Callable[[str], bool]) -> str | None:
    """Options that name people, without those of a name or id; ``None`` if they name no others."""
    asked = options_read(options) or {}
    for name in _PEOPLE:
        value = asked.get(name)
        if not value:
            continue
        whom = list(map(str, value)) if isinstance(value, list | tuple) else [str(value)]
        left = [one for one in whom if not named(one)]
        if not left:
            return None
        if len(left) < len(whom):
            asked[name] = left
            options = options_written(asked)
    return options


def options_tidied(options: str) -> str:
    """Options of a sheet in that way of writing; raises ``ForumDeskError`` for none."""
    read = options_read(options)
    if read is None:
        raise ForumDeskError(N_("The options of a sheet can't be read. Nothing was changed."))
    return options_written(read)
