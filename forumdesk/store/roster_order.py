# SPDX-License-Identifier: MIT
"""Very many put in order at once: by what is said of each, those alike by their names.

A database sorts whole rows; here only numbers are, since of a hundred thousand values few differ.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

NOTHING = frozenset({"", "9"})  # to be sorted by: no value, and no name


class Everybody:
    """Ids in the order of their entry, with what their names are sorted by."""

    def __init__(self, ids: Sequence[str], names: Sequence[str]) -> None:
        self.ids, self.names = ids, names
        self.by_name = ordered(sorted(range(len(ids)), key=ids.__getitem__), names)

    def knows(self, named: Mapping[str, str], among: Collection[str]) -> bool:
        """Whether of ``among`` just these are there, and under these names."""
        pairs = zip(self.ids, self.names, strict=True)
        return named == {id_: name for id_, name in pairs if id_ in among}


def ordered(places: Iterable[int], values: Sequence[Any], *, falling: bool = False) -> list[int]:
    """Places by the value in each, those with nothing last; alike ones stay as they stood."""
    distinct = set(values)
    first = sorted(distinct - NOTHING, reverse=falling)
    last = sorted(distinct & NOTHING, reverse=falling)
    rank = {value: n for n, value in enumerate((*first, *last))}
    ranks = [rank[value] for value in values]
    return sorted(places, key=ranks.__getitem__)
