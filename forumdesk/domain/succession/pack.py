# SPDX-License-Identifier: MIT
"""The handout pack of the next edition: the last one's sheets, as far as they fit it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from forumdesk.domain.packing import options_read, options_written
from forumdesk.domain.printed import PackSheet
from forumdesk.domain.succession.ground import Ground

_OF_ONE_EDITION = ("day", "person", "people", "since", "agreement", "plan")
"""Options that name something which only the last edition has."""
_OF_ITS_TIME = "texts_by"  # a day that is over by then; what is for it is wanted again

Successors = Mapping[str, str]
"""What comes in the place of something, by id."""


def pack_for(ground: Ground, rooms: Successors, sides: Successors) -> Iterator[PackSheet]:
    """The sheets that are carried: for the same room and side, in the same number of copies.

    A sheet that was made for a day, a person or an agreement of the last edition stays behind.
    """
    if not ground.choices.pack:
        return
    for sheet in ground.last.pack:
        options = _fitting(sheet.options, {"room": rooms, "side": sides})
        if options is not None:
            yield replace(sheet, id=ground.new_id(), edition=ground.edition.id, options=options)


def _fitting(options: str, successors: Mapping[str, Successors]) -> str | None:
    """Options as the next edition has them; ``None`` if it has nothing of the kind."""
    asked = options_read(options)
    if asked is None or any(asked.get(name) for name in _OF_ONE_EDITION):
        return None
    asked.pop(_OF_ITS_TIME, None)
    for name, by_id in successors.items():
        if not (old := asked.get(name)):
            continue
        if str(old) not in by_id:
            return None
        asked[name] = by_id[str(old)]
    return options_written(asked)
