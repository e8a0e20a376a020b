# SPDX-License-Identifier: MIT
"""PySide6's enumerations, made in a quarter of the time.

PySide6 asks Python for all enumerations of a class when that class is first touched: two hundred
with three thousand members before the first paint. Python makes each member as if it stood in a
class statement, with whatever could stand there, and that took a seventh of our start. These are
only names and numbers.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeGuard

Kind = type[enum.Enum]
Members = list[tuple[str, int]]

_KINDS: tuple[Kind, ...] = (enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag)
# Where a Python keeps members: to one that does it otherwise, all enumerations are left.
_LISTS, _MAPS = {"_member_names_", "_unhashable_values_"}, {"_member_map_", "_value2member_map_"}
# What something of each kind is called already: a member of that name needs more care.
_TAKEN = {
    kind: {name for part in (*kind.__mro__, enum.EnumType, type) for name in vars(part)}
    for kind in _KINDS
}


@contextmanager
def made_quickly() -> Iterator[None]:
    """The enumerations that PySide6 asks for in this block are made quickly."""
    # What makes one out of ``Enum("Name", members)``.
    made: Callable[..., Kind] = vars(enum.EnumType)["_create_"]
    empty: dict[object, dict[str, Any] | None] = {}

    def make(kind: Kind, class_name: str, names: object, **how: object) -> Kind:
        if kind in _KINDS and _simple(names, kind):
            key = (kind, *how.values())
            if key not in empty:
                empty[key] = _usual(made(kind, class_name, (), **how))
            if (usual := empty[key]) is not None:
                return _filled(kind, class_name, names, usual)
        return made(kind, class_name, names, **how)

    python: Any = enum.EnumType
    python._create_ = make
    try:
        yield
    finally:
        python._create_ = made


def _simple(members: object, kind: Kind) -> TypeGuard[Members]:
    """Whether members are but names and numbers."""
    if not isinstance(members, list):
        return False
    numbers = dict(members)
    return (
        len(numbers) == len(members)
        and {*map(type, numbers.values())} <= {int}
        and _TAKEN[kind].isdisjoint(numbers)
        and not any(name.startswith("_") for name in numbers)
    )


def _usual(empty: Kind) -> dict[str, Any] | None:
    """What every enumeration of a kind has; ``None`` if that is not what is known here."""
    has = dict(vars(empty))
    kept = {name for name, value in has.items() if isinstance(value, (list, dict, set))}
    return has if kept == _LISTS | _MAPS else None


def _filled(kind: Kind, name: str, members: Members, usual: dict[str, Any]) -> Kind:
    body = {**usual, **{n: [] for n in _LISTS}, **{n: {} for n in _MAPS}}
    made: Any = type.__new__(enum.EnumType, name, (kind,), body)
    by_name, by_value, named = made._member_map_, made._value2member_map_, made._member_names_
    new, numeric, flags = made._new_member_, made._use_args_, issubclass(kind, enum.Flag)
    for called, value in members:
        member = by_value.get(value)
        if member is None:
            member = by_value[value] = new(made, value) if numeric else new(made)
            member._value_, member._name_, member.__objclass__ = value, called, made
            member._sort_order_ = len(named)
            # A flag of several bits is a name for others together.
            if not flags or (value and not value & (value - 1)):
                named.append(called)
        by_name[called] = member
        type.__setattr__(made, called, member)
    if flags:
        _note_bits(made)
    return made  # type: ignore[no-any-return]


def _note_bits(made: Any) -> None:  # noqa: ANN401 - names that are Python's own
    for value in made._value2member_map_:
        made._flag_mask_ |= value
    singles = [made._member_map_[name]._value_ for name in made._member_names_]
    made._singles_mask_ = sum(singles)
    made._all_bits_ = 2 ** made._flag_mask_.bit_length() - 1
    if singles != sorted(singles):
        made._iter_member_ = made._iter_member_by_def_
