# SPDX-License-Identifier: MIT
"""Frozen dataclasses that cost next to nothing until they are used."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import (
    MISSING,
    FrozenInstanceError,
    dataclass,
    field,
    fields,
    make_dataclass,
)
from functools import cached_property
from typing import Any, NoReturn, TypeVar, dataclass_transform

T = TypeVar("T")
Compile = Callable[[type[Any]], Callable[..., Any]]


# ``dataclass`` writes and compiles six functions for each class, close to a millisecond: a good
# part of a start with seventy classes, of whose functions most runs use one in four.
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(kind: type[T]) -> type[T]:
    """``dataclass(frozen=True, slots=True)``, whose methods are compiled when first called.

    A method that the class defines itself is left alone; a class with cached properties has no
    slots, since they are kept in its ``__dict__``.
    """
    slots = not any(isinstance(part, cached_property) for part in vars(kind).values())
    made: Any = dataclass(init=False, repr=False, eq=False, slots=slots)(kind)
    made.__dataclass_params__.frozen = True
    for name, compiled in _METHODS.items():
        if kind.__dict__.get(name) is None:
            setattr(made, name, _at_first_call(made, name, compiled))
    made.__setattr__ = made.__delattr__ = _refuse
    made.__reduce__ = _reduce
    return made  # type: ignore[no-any-return]


def _at_first_call(kind: type[Any], name: str, compiled: Compile) -> Callable[..., Any]:
    def method(self: object, *args: object, **kwargs: object) -> object:
        setattr(kind, name, compiled(kind))
        return getattr(kind, name)(self, *args, **kwargs)

    return method


def _init(kind: type[Any]) -> Callable[..., None]:
    """What takes a value for each field; with setters at hand, in half ``dataclass``'s time."""
    slotted = "__slots__" in vars(kind)
    keep = "_set_{name}(self, {value})" if slotted else "self.__dict__[{name!r}] = {value}"
    given, body = ["self"], ["pass"]
    known: dict[str, Any] = {"MISSING": MISSING}
    for part in fields(kind):
        name = value = taken = part.name
        if slotted:
            known[f"_set_{name}"] = getattr(kind, name).__set__
        if part.default_factory is not MISSING:
            known[f"_new_{name}"] = part.default_factory
            taken, value = f"{name}=MISSING", f"_new_{name}() if {name} is MISSING else {name}"
        elif part.default is not MISSING:
            known[f"_else_{name}"] = part.default
            taken = f"{name}=_else_{name}"
        given.append(taken)
        body.append(keep.format(name=name, value=value))
    exec(f"def __init__({', '.join(given)}):\n " + "\n ".join(body), known)
    made: Callable[..., None] = known["__init__"]
    return made


def _twin(kind: type[Any], *, shown: bool = False, compared: bool = False) -> type[Any]:
    """A class of the same fields, with methods as ``dataclass`` makes them."""
    parts = [(part.name, part.type, part) for part in fields(kind)]
    return make_dataclass(
        kind.__name__, parts, init=False, repr=shown, eq=compared, unsafe_hash=compared
    )


_METHODS: dict[str, Compile] = {
    "__init__": _init,
    "__repr__": lambda kind: _twin(kind, shown=True).__repr__,
    "__eq__": lambda kind: _twin(kind, compared=True).__eq__,
    "__hash__": lambda kind: _twin(kind, compared=True).__hash__,
}


def _refuse(self: object, name: str, *_: object) -> NoReturn:
    raise FrozenInstanceError(f"the field {name!r} can't be changed")


def _reduce(self: object) -> tuple[type[Any], tuple[object, ...]]:
    """How it is copied, and sent to another process."""
    kind: Any = type(self)
    return kind, tuple(getattr(self, name) for name in kind.__match_args__)
