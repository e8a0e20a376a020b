# SPDX-License-Identifier: MIT
"""Lists that are set as a whole: who hosts, who is party, which rooms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from forumdesk.domain.desk import Desk
from forumdesk.domain.records import Record
from forumdesk.services._removing import remove_whole
from forumdesk.services._writing import reorder

R = TypeVar("R", bound=Record)


def settle(
    desk: Desk, before: Sequence[R], field: str, *, wanted: Iterable[str], new: Callable[[str], R]
) -> list[R]:
    """One record for each ``wanted`` value of ``field``, in order.

    Records that are wanted stay, so that what points to them holds; the others are removed, and
    ``new`` makes those that are missing.
    """
    values = list(dict.fromkeys(wanted))
    kept: dict[str, R] = {}
    for record in before:
        value = getattr(record, field)
        if value in values and value not in kept:
            kept[value] = record
        else:
            remove_whole(desk, record)
    return [kept.get(value) or new(value) for value in values]


def settle_in_order(
    desk: Desk, before: Sequence[R], field: str, *, wanted: Iterable[str], new: Callable[[str], R]
) -> list[R]:
    """As ``settle``, with positions counted from nought."""
    settled = settle(desk, before, field, wanted=wanted, new=new)
    return reorder(desk, settled, [record.id for record in settled])
