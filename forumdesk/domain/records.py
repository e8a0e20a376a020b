# SPDX-License-Identifier: MIT
"""Every kind of record there is, in an order in which each follows what it points to."""

from __future__ import annotations

import builtins
import sys
import types
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import Any, TypeAlias, get_args

from forumdesk.domain import agenda, forum, outcomes, people, places, printed, versions

Record: TypeAlias = (
    people.Image
    | people.Organization
    | people.Person
    | people.Distinction
    | printed.OwnTheme
    | forum.Series
    | forum.SeriesHost
    | printed.Term
    | forum.Edition
    | forum.Host
    | forum.Side
    | forum.Room
    | forum.Track
    | people.Participation
    | people.Quota
    | people.LetterText
    | people.CardPrint
    | people.Erasure
    | forum.Availability
    | agenda.Session
    | agenda.SessionRoom
    | agenda.Part
    | agenda.CheckIn
    | printed.Passage
    | printed.PackSheet
    | places.Seating
    | places.Seat
    | places.Vehicle
    | places.Rider
    | outcomes.Agreement
    | outcomes.Party
    | outcomes.Aim
    | outcomes.Signatory
    | outcomes.Original
    | outcomes.Commitment
    | outcomes.CommitmentOwner
    | outcomes.Report
    | outcomes.Review
    | versions.Version
    | versions.Printing
    | versions.Acknowledgement
    | versions.Origin
    | versions.HeadingMap
    | versions.SavedView
)

KINDS: tuple[type[Record], ...] = get_args(Record)


def field_types(kind: type[Any]) -> Mapping[str, Any]:
    """What each field of a record (or of a value inside one) holds, by name."""
    return _hints(kind)  # type: ignore[arg-type] # mypy takes a class for not hashable


def without_none(hint: object) -> object:
    """The type of a field that may be empty where it is not; any other type as it is."""
    if isinstance(hint, types.UnionType):
        return next(option for option in get_args(hint) if option is not types.NoneType)
    return hint


@cache
def _hints(kind: type[Any]) -> Mapping[str, Any]:
    hints = {part.name: _meant(str(part.type), kind.__module__) for part in fields(kind)}
    return types.MappingProxyType(hints)


@cache
def _meant(annotation: str, module: str) -> Any:  # noqa: ANN401 - a type, a union or a tuple
    """What an annotation stands for; there are few different ones, and looking takes a while."""
    there = vars(sys.modules[module])
    for names in (there, vars(builtins)):  # most are one name: nothing to compile
        if annotation in names:
            return names[annotation]
    return eval(annotation, there)
