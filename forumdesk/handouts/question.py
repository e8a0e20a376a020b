# SPDX-License-Identifier: MIT
"""One option of a handout, as it is asked for."""

from __future__ import annotations

from enum import StrEnum

from forumdesk.domain.values import frozen


class Ask(StrEnum):
    """How an option is asked for: what a form shows, and how its text is read."""

    LANGUAGES = "languages"  # an ordered choice of the document's languages
    CHOICE = "choice"  # one of some values
    SEVERAL = "several"  # any of some values
    SWITCH = "switch"
    NUMBER = "number"  # a whole number, not negative
    HOST = "host"  # one of the edition's hosts, by name or id
    ROOM = "room"  # one of its rooms, by name or id
    DAY = "day"  # one of its days, as 2024-06-27
    DATE = "date"  # any day, as 2024-06-27
    THEME = "theme"
    COLOR = "color"  # as #rrggbb
    VERSION = "version"  # one of the edition's versions, by name or id
    PERSON = "person"  # somebody with a part in it, by name or id
    STOCK = "stock"  # a sheet of cards or labels, by name
    SIDE = "side"  # one of its sides, by name or id
    PEOPLE = "people"  # participants, by name, number or id
    HANDOUT = "handout"  # a kind of sheet that can be a booklet, by name
    AGREEMENT = "agreement"  # one of its agreements, by title or id
    PLAN = "plan"  # one of its seating plans, by title or id


@frozen
class Question:
    """One option as it is asked for: field name, kind, label and help (marked messages).

    ``values`` are the members to choose from, where it is a choice. ``called`` is its name on the
    command line, where options of different handouts share one; ``of`` is the handout that asks,
    where the offer depends on it.
    """

    name: str
    ask: Ask
    label: str
    help: str
    values: tuple[StrEnum, ...] = ()
    called: str = ""
    of: str = ""

    @property
    def flag(self) -> str:
        """The name on the command line."""
        return "--" + self.asked_as.replace("_", "-")

    @property
    def asked_as(self) -> str:
        """The same as a key of what was asked for there."""
        return self.called or self.name
