# SPDX-License-Identifier: MIT
"""Which participants a list shows, and in which order: as values that can be kept under a name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from forumdesk.domain.people import Invitation
from forumdesk.domain.terms import T_
from forumdesk.domain.values import frozen

if TYPE_CHECKING:
    from datetime import datetime

    from forumdesk.domain.people import Organization, Participation, Person
    from forumdesk.domain.words import Words


class Mark(StrEnum):
    """Something that is so of some participants, to see these alone."""

    CAME = "came"
    NOT_CAME = "not-came"
    UNANSWERED = "unanswered"
    UNLISTED = "no-consent-list"
    UNPICTURED = "no-consent-photo"
    UNREACHED = "no-consent-contact"
    WITHOUT_EMAIL = "without-email"
    HONORED = "honored"
    RETURNING = "returning"
    NEW = "new"
    ON_PROGRAM = "on-program"
    DOUBLE = "double"

    def said(self, words: Words) -> str:
        """What it is called in a list of filters."""
        return words.context(*_SAID[self])


_SAID: Mapping[Mark, tuple[str, str]] = {
    Mark.CAME: T_("filter", "Checked in"),
    Mark.NOT_CAME: T_("filter", "Not checked in"),
    Mark.UNANSWERED: T_("filter", "No answer in time"),
    Mark.UNLISTED: T_("filter", "No consent to be listed"),
    Mark.UNPICTURED: T_("filter", "No consent to photos"),
    Mark.UNREACHED: T_("filter", "No consent to be contacted"),
    Mark.WITHOUT_EMAIL: T_("filter", "Without e-mail"),
    Mark.HONORED: T_("filter", "Guests of honor"),
    Mark.RETURNING: T_("filter", "Took part last time"),
    Mark.NEW: T_("filter", "New this time"),
    Mark.ON_PROGRAM: T_("filter", "In the program"),
    Mark.DOUBLE: T_("filter", "Same name twice"),
}


@frozen
class Filters:
    """What participants must have to be shown; of each field one of the values, of all fields.

    ``typed`` are words to be found; ``""`` among sides, organizations or categories stands for
    having none.
    """

    typed: str = ""
    sides: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    statuses: tuple[Invitation, ...] = ()
    marks: tuple[Mark, ...] = ()

    def __bool__(self) -> bool:
        return self != Filters()


@frozen
class Order:
    """By which column a list is sorted (``office.ko`` is one language of a text)."""

    column: str = "name"
    falling: bool = False


@frozen
class View:
    """A way of looking at a list: filters, order, and the columns shown (none: the usual ones)."""

    filters: Filters = Filters()
    order: Order = Order()
    columns: tuple[str, ...] = ()

    def to_json(self) -> str:
        """As it is kept in ``SavedView.state``."""
        filters = {
            "typed": self.filters.typed,
            **{name: list(getattr(self.filters, name)) for name in _SEVERAL},
        }
        order = {"by": self.order.column, "falling": self.order.falling}
        whole = {"filters": filters, "order": order, "columns": list(self.columns)}
        return json.dumps(whole, ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, state: str) -> View:
        """What was kept; whatever of it is not understood (any more) is left out."""
        whole = _object(state)
        filters, order = _mapping(whole.get("filters")), _mapping(whole.get("order"))
        found = {name: _members(filters.get(name), kind) for name, kind in _SEVERAL.items()}
        typed, by = filters.get("typed"), order.get("by")
        return cls(
            Filters(typed if isinstance(typed, str) else "", **found),
            Order(by if isinstance(by, str) else "name", order.get("falling") is True),
            _members(whole.get("columns"), str),
        )


_SEVERAL: Mapping[str, type[str]] = {
    "sides": str,
    "organizations": str,
    "categories": str,
    "statuses": Invitation,
    "marks": Mark,
}


def _object(state: str) -> Mapping[str, Any]:
    try:
        return _mapping(json.loads(state))
    except ValueError:
        return {}


def _mapping(found: object) -> Mapping[str, Any]:
    return found if isinstance(found, dict) else {}


def _members(found: object, kind: type[str]) -> tuple[Any, ...]:
    said = [one for one in found if isinstance(one, str)] if isinstance(found, list) else []
    if kind is str:
        return tuple(said)
    known = {str(member): member for member in kind}  # type: ignore[attr-defined]
    return tuple(known[one] for one in said if one in known)


@frozen
class Row:
    """A participant with all a list says of them; ``came`` is when they were checked in (UTC)."""

    participation: Participation
    person: Person | None = None
    organization: Organization | None = None
    came: datetime | None = None

    @property
    def id(self) -> str:
        """The id of the participation."""
        return self.participation.id
