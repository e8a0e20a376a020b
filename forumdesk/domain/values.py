# SPDX-License-Identifier: MIT
"""Frozen dataclasses that cost next to nothing until they are used."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import (
    MISSING,
    Field,
    FrozenInstanceError,
    dataclass,
    field,
    fields,
)
from functools import cached_property
from itertools import count
from typing import Any, NoReturn, TypeVar, dataclass_transform

T = TypeVar("T")
Fields = tuple[Field[Any], ...]
Written = tuple[list[str], dict[str, Any]]  # the lines of a method, and what they name
Source = Callable[[Fields, type[Any]], Written]
FEW = 64  # values of a kind that are made before compiling its ``__init__`` pays


# ``dataclass`` writes and compiles six functions for each class, close to a millisecond: a good
# part of a start with seventy classes, of whose functions most runs use one in four.
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(kind: type[T]) -> type[T]:
    """``dataclass(frozen=True, slots=True)``, whose methods are compiled when first called.

    A method that the class defines itself is left alone; a class with cached properties has no
    slots, since they are kept in its ``__dict__``.
    """
    own = {name for name, part in vars(kind).items() if part is not None}
    slots = not any(isinstance(part, cached_property) for part in vars(kind).values())
    made: Any = _with_fields(kind, slots=slots)
    for name, source in _METHODS.items():
        if name not in own:
            setattr(made, name, _at_first_call(made, name, source))
    if "__init__" not in own:
        made.__init__ = _compiled_after_few(made, made.__init__)
    made.__setattr__ = made.__delattr__ = _refuse
    made.__reduce__ = _reduce
    return made  # type: ignore[no-any-return]


@dataclass(init=False, repr=False, eq=False)
class _Pattern:
    """What ``dataclass`` notes of a class and of a field: the same of all that are made here."""

    part: object


_Pattern.__dataclass_params__.frozen = True  # type: ignore[attr-defined]
_A_FIELD: Any = fields(_Pattern)[0]._field_type  # type: ignore[attr-defined]


def _with_fields(kind: type[Any], *, slots: bool) -> type[Any]:
    """The class with its fields, as ``dataclass`` makes it.

    That would match the text of each annotation thrice against a pattern, to find out what can
    be seen at once.
    """
    own = dict(vars(kind))
    told = own.get("__annotations__", {})
    parts = {
        name: _part(name, said, own.pop(name, MISSING))
        for name, said in told.items()
        if not str(said).startswith("ClassVar")
    }
    noted = {
        "__dataclass_fields__": parts,
        "__dataclass_params__": _Pattern.__dataclass_params__,  # type: ignore[attr-defined]
        "__match_args__": tuple(parts),
    }
    if slots:
        noted |= {"__slots__": tuple(parts), "__qualname__": kind.__qualname__}
        body = {name: own[name] for name in own if name not in ("__dict__", "__weakref__")}
        make: Any = type(kind)
        return make(kind.__name__, kind.__bases__, {**body, **noted})  # type: ignore[no-any-return]
    defaults = {name: part.default for name, part in parts.items()}
    for name, value in {**noted, **defaults}.items():
        if value is not MISSING:
            setattr(kind, name, value)
        elif name in vars(kind):
            delattr(kind, name)
    return kind


def _part(name: str, said: object, given: object) -> Field[Any]:
    part: Any = given if isinstance(given, Field) else field(default=given)
    assert part.default is MISSING or part.default.__hash__, f"{name} would be shared by all values"
    part.name, part.type, part._field_type = name, said, _A_FIELD
    part.kw_only = part.kw_only is True
    return part  # type: ignore[no-any-return]


def _at_first_call(kind: type[Any], name: str, source: Source) -> Callable[..., Any]:
    def method(self: object, *args: object, **kwargs: object) -> object:
        lines, known = source(fields(kind), kind)
        # Compiled apart: an interruption inside ``exec`` of a text ends the whole program.
        exec(compile("\n ".join(lines), f"<{kind.__qualname__}.{name}>", "exec"), known)
        setattr(kind, name, known[name])
        return known[name](self, *args, **kwargs)

    return method


def _compiled_after_few(kind: type[Any], compiled: Callable[..., None]) -> Callable[..., None]:
    """Two kinds in three have but a few values at the start: those are filled field by field."""
    calls = count()
    parts: list[Fields] = []  # what it has; not known yet while it is being made

    def method(self: object, *args: object, **kwargs: object) -> None:
        if next(calls) < FEW:
            if not parts:
                parts.append(fields(kind))
            if _filled(self, parts[0], args, kwargs):
                return
        compiled(self, *args, **kwargs)

    return method


def _filled(
    self: object, parts: Fields, args: Sequence[object], by_name: Mapping[str, object]
) -> bool:
    """Whether it could be filled; where not, the compiled ``__init__`` says what is wrong."""
    if len(args) > len(parts):
        return False
    for part, value in zip(parts, args, strict=False):
        object.__setattr__(self, part.name, value)
    rest = parts[len(args) :]
    for part in rest:
        value = by_name[part.name] if part.name in by_name else _default(part)
        if value is MISSING:
            return False
        object.__setattr__(self, part.name, value)
    return by_name.keys() <= {part.name for part in rest}


def _default(part: Field[Any]) -> object:
    return part.default if part.default_factory is MISSING else part.default_factory()


def _init(parts: Fields, kind: type[Any]) -> Written:
    """Takes a value for each field; with its setter at hand, in half ``dataclass``'s time."""
    slotted = "__slots__" in vars(kind)
    keep = "_set_{name}(self, {value})" if slotted else "self.__dict__[{name!r}] = {value}"
    given, body = ["self"], ["pass"]
    known: dict[str, Any] = {"MISSING": MISSING}
    for part in parts:
        assert (part.init, part.kw_only) == (True, False), (
            f"{kind}: {part.name} is not taken by its place"
        )
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
    return [f"def __init__({', '.join(given)}):", *body], known


def _repr(parts: Fields, _: type[Any]) -> Written:
    shown = ", ".join(f"{part.name}={{self.{part.name}!r}}" for part in parts if part.repr)
    return ["def __repr__(self):", f"return f'{{self.__class__.__qualname__}}({shown})'"], {}


def _eq(parts: Fields, _: type[Any]) -> Written:
    names = [part.name for part in parts if part.compare]
    same = f"return {_values('self', names)} == {_values('other', names)}"
    head = ["def __eq__(self, other):", "if other.__class__ is self.__class__:"]
    return [*head, f" {same}", "return NotImplemented"], {}


def _hash(parts: Fields, _: type[Any]) -> Written:
    names = [p.name for p in parts if (p.compare if p.hash is None else p.hash)]
    return ["def __hash__(self):", f"return hash({_values('self', names)})"], {}


def _values(of: str, names: list[str]) -> str:
    return "(" + "".join(f"{of}.{name}, " for name in names) + ")"


_METHODS: dict[str, Source] = {
    "__init__": _init,
    "__repr__": _repr,
    "__eq__": _eq,
    "__hash__": _hash,
}


def _refuse(self: object, name: str, *_: object) -> NoReturn:
    raise FrozenInstanceError(f"the field {name!r} can't be changed")


def _reduce(self: object) -> tuple[type[Any], tuple[object, ...]]:
    """How it is copied, and sent to another process."""
    kind: Any = type(self)
    return kind, tuple(getattr(self, name) for name in kind.__match_args__)
