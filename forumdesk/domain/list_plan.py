# SPDX-License-Identifier: MIT
"""What would become of each row of a list of people, to be looked at and changed before it does.

A plan is made by ``drafting``, taken in by the services. Nothing of it has happened yet: each row
has a verdict, what would be done about it, and what else could be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.entries import ListEntry
from forumdesk.domain.matching.comparing import Likeness
from forumdesk.domain.merging import Change
from forumdesk.domain.people import Names
from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_, Phrase, Words


class Verdict(StrEnum):
    """What a row of a list is."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"
    DOUBTFUL = "doubtful"
    REPEATED = "repeated"
    REFUSED = "refused"


class Action(StrEnum):
    """What is done about a row."""

    ADD = "add"
    TAKE = "take"
    LEAVE = "leave"


@frozen
class Candidate:
    """Who a row may be, and what speaks for and against it.

    A person of the directory by id, or (``person`` empty) who another ``row`` of the list adds.
    """

    person: str
    row: int
    names: Names
    likeness: Likeness
    reasons: tuple[Phrase, ...] = ()


@frozen
class Reasons:
    """Several reasons as one phrase."""

    phrases: tuple[Phrase, ...]

    def said(self, words: Words) -> str:
        """The reasons in the language of ``words``."""
        return ", ".join(phrase.said(words) for phrase in self.phrases)


@frozen
class Row:
    """A row of a list and what would become of it.

    ``number`` counts the rows from 1, ``key`` is what it is remembered by. Its ``person`` (or who
    ``row`` adds) is who it is taken as; ``changes`` are those of the person, ``part_changes`` of
    how they take part in the edition; ``joins`` says that they do not yet. ``reasons`` say why a
    verdict is what it is; ``chosen`` that somebody decided.
    """

    number: int
    entry: ListEntry
    key: str
    verdict: Verdict
    action: Action
    person: str = ""
    row: int = 0
    candidates: tuple[Candidate, ...] = ()
    changes: tuple[Change, ...] = ()
    part_changes: tuple[Change, ...] = ()
    joins: bool = False
    reasons: tuple[Phrase, ...] = ()
    chosen: bool = False


@frozen
class Plan:
    """What would become of a list: its rows, and what they would add besides.

    ``source`` is the name under which it is remembered what came from the list. ``organizations``
    are names of bodies that would be added, ``sides`` those of delegations that there are none of.
    """

    source: str
    rows: tuple[Row, ...] = ()
    organizations: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()

    @property
    def counts(self) -> Mapping[Verdict, int]:
        """How many rows there are of each verdict."""
        found = Counter(row.verdict for row in self.rows)
        return {verdict: found[verdict] for verdict in Verdict}


def decide(plan: Plan, number: int, action: Action, *, person: str = "", row: int = 0) -> Plan:
    """The plan with another action for a row: as new, as one of its candidates, or left out.

    A candidate is a ``person`` of the directory, or who another ``row`` adds; any person of the
    directory may be chosen. Raises ``ForumDeskError`` for what can't be done with the row.
    """
    there = _row(plan, number)
    if there.verdict is Verdict.REFUSED and action is not Action.LEAVE:
        raise ForumDeskError(N_("Row {row} can't be taken in as it is."), row=number)
    if action is Action.TAKE and not (person or 0 < row < number):
        raise ForumDeskError(N_("Row {row}: choose who it is."), row=number)
    if action is not Action.TAKE:
        person, row = "", 0
    kept = action is Action.TAKE and person == there.person
    chosen = replace(
        there,
        action=action,
        person=person,
        row=row,
        chosen=True,
        changes=there.changes if kept else (),
        part_changes=there.part_changes if kept else (),
    )
    return _with(plan, chosen)


def take_over(plan: Plan, number: int, name: str, *, take: bool) -> Plan:
    """The plan with a change of a row taken over, or what stands here kept; by the field's name."""
    row = _row(plan, number)

    def chosen(found: tuple[Change, ...]) -> tuple[Change, ...]:
        return tuple(replace(c, take=take) if c.name == name else c for c in found)

    changed = replace(row, changes=chosen(row.changes), part_changes=chosen(row.part_changes))
    return _with(plan, replace(changed, chosen=True))


def settle_doubts(plan: Plan, action: Action) -> Plan:
    """The plan with every doubtful row added as new, or left out; not those decided by hand."""
    rows = tuple(
        replace(row, action=action)
        if row.verdict is Verdict.DOUBTFUL and not row.chosen and row.action is not Action.TAKE
        else row
        for row in plan.rows
    )
    return replace(plan, rows=rows)


def _row(plan: Plan, number: int) -> Row:
    if not 0 < number <= len(plan.rows):
        raise ForumDeskError(N_("The list has no row {row}."), row=number)
    return plan.rows[number - 1]


def _with(plan: Plan, row: Row) -> Plan:
    at = row.number - 1
    return replace(plan, rows=(*plan.rows[:at], row, *plan.rows[at + 1 :]))
