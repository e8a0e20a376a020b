# SPDX-License-Identifier: MIT
"""The alternat: whoever stands beside an equal comes first in the copy of the own side.

What is a matter of the agenda, such as who speaks first, is the same in every copy.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from forumdesk.domain.people import Participation
from forumdesk.handouts.contents.setting import Setting

One = TypeVar("One")


def leads(setting: Setting, found: Participation | None) -> bool:
    """Whether somebody is of the host whose copy this is, or of the side that it leads."""
    first = setting.first_host
    if first is None or found is None:
        return False
    own = {
        side.id
        for side in setting.dossier.sides
        if side.organization == first.id or (first.country and side.country == first.country)
    }
    return found.organization == first.id or found.side in own


def in_turn(
    setting: Setting,
    those: Iterable[One],
    seat: Callable[[One], Participation | None],
    equal: Callable[[One], Hashable],
) -> list[One]:
    """The same in the order of this copy: of those who are ``equal`` the own first.

    They change places among each other alone; everybody else stays.
    """
    line = list(those)
    if setting.first_host is None:
        return line
    places: dict[Hashable, list[int]] = defaultdict(list)
    for place, one in enumerate(line):
        places[equal(one)].append(place)
    done = list(line)
    for alike in places.values():
        turned = sorted(alike, key=lambda place: not leads(setting, seat(line[place])))
        for place, found in zip(alike, turned, strict=True):
            done[place] = line[found]
    return done
