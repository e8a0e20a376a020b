# SPDX-License-Identifier: MIT
"""Frozen values are what ``dataclass(frozen=True, slots=True)`` makes, in all that can be seen."""

import copy
import pickle
from dataclasses import (
    FrozenInstanceError,
    asdict,
    dataclass,
    field,
    fields,
    is_dataclass,
    make_dataclass,
    replace,
)
from functools import cached_property
from typing import Any, get_type_hints

import pytest

from forumdesk.domain import agenda, people, wording
from forumdesk.domain.records import KINDS
from forumdesk.domain.values import frozen


@frozen
class Point:
    """A point with notes."""

    x: int
    y: int = 2
    notes: list[str] = field(default_factory=list)


@frozen
class Named:
    """Says itself how it is shown, and is told apart by its name alone."""

    name: str
    other: int = 0

    def __repr__(self) -> str:
        return f"<{self.name}>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Named) and other.name == self.name

    def __hash__(self) -> int:
        return hash(self.name)


@frozen
class Square:
    """Keeps what it found out once."""

    side: int

    @cached_property
    def area(self) -> int:
        """Its area."""
        return self.side**2


def standard(kind: type[Any]) -> type[Any]:
    parts = [(p.name, p.type, field(default=p.default)) for p in fields(kind)]
    return make_dataclass(kind.__name__, parts, frozen=True, slots=True)


def test_it_takes_values_by_place_and_by_name_and_else_the_defaults() -> None:
    assert (Point(1).x, Point(1).y, Point(1).notes) == (1, 2, [])
    assert (Point(1, 3, ["a"]).y, Point(y=4, x=5).x, Point(1, notes=["b"]).notes) == (3, 5, ["b"])
    assert Point(1).notes is not Point(1).notes


@pytest.mark.parametrize("wrong", [{}, {"x": 1, "z": 2}])
def test_it_takes_nothing_else(wrong: dict[str, int]) -> None:
    with pytest.raises(TypeError, match="__init__"):
        Point(**wrong)


def test_it_is_equal_by_value_to_its_own_kind_alone() -> None:
    assert Point(1) == Point(1) != Point(2)
    assert Square(1) != standard(Square)(1)
    assert Point(1).__eq__(1) is NotImplemented
    assert {Square(1), Square(1), Square(2)} == {Square(2), Square(1)}


def test_it_shows_its_fields() -> None:
    assert repr(Point(1)) == "Point(x=1, y=2, notes=[])"


def test_it_can_not_be_changed() -> None:
    for value, name in ((Point(1), "x"), (Point(1), "z"), (Square(1), "side"), (Square(1), "z")):
        with pytest.raises(FrozenInstanceError):
            setattr(value, name, 1)
        with pytest.raises(FrozenInstanceError):
            delattr(value, name)


def test_own_methods_are_left_alone() -> None:
    assert (repr(Named("a")), Named("a", 1) == Named("a", 2)) == ("<a>", True)
    assert len({Named("a", 1), Named("a", 2)}) == 1


def test_a_cached_property_is_found_out_once() -> None:
    square = Square(3)
    assert (square.area, vars(square)) == (9, {"side": 3, "area": 9})


def test_it_is_a_dataclass() -> None:
    assert is_dataclass(Point)
    assert [part.name for part in fields(Point)] == ["x", "y", "notes"]
    assert replace(Point(1), y=5) == Point(1, 5)
    assert asdict(Point(1)) == {"x": 1, "y": 2, "notes": []}
    assert Point.__slots__ == Point.__match_args__ == ("x", "y", "notes")
    assert get_type_hints(Square) == {"side": int}
    assert not hasattr(Point(1), "__dict__")


def test_standard_dataclasses_can_be_made_of_it() -> None:
    @dataclass(frozen=True)
    class Higher(Point):
        z: int = 0

    assert repr(Higher(1, z=4)).endswith("Higher(x=1, y=2, notes=[], z=4)")


@pytest.mark.parametrize("value", [Point(1, 2, ["a"]), Square(2), Named("a", 3)])
def test_it_can_be_copied_and_sent(value: object) -> None:
    assert copy.copy(value) == copy.deepcopy(value) == pickle.loads(pickle.dumps(value)) == value


@pytest.mark.parametrize("kind", [*KINDS, people.Name, people.Consent, agenda.Link, wording.Text])
def test_every_record_is_as_the_standard_makes_it(kind: type[Any]) -> None:
    values = [f"v{place}" for place, _ in enumerate(fields(kind))]
    ours, theirs = kind(*values), standard(kind)(*values)
    assert [getattr(ours, part.name) for part in fields(kind)] == values
    assert (kind(*values) == ours, kind(*values[:-1], "w") == ours) == (True, False)
    if kind is not wording.Text:  # it has a hash of its own
        assert (repr(ours), hash(ours)) == (repr(theirs), hash(theirs))
