# SPDX-License-Identifier: MIT
"""What changed between two states of an edition: the draft, or any of its versions.

>>> for group in grouped(compare(before, after), before, after): ...

Only what stands in a program counts: sessions that take place, their times, rooms, titles and
parts, the offices of those who speak, rooms, dates and hosts. Equal states give nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from forumdesk.domain.changes.change import Change, ChangeKind
from forumdesk.domain.changes.facts import edition_changes, people_changes, room_changes
from forumdesk.domain.changes.sessions import session_changes
from forumdesk.domain.changes.state import State
from forumdesk.domain.changes.values import Manner, Value
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.values import frozen

__all__ = ["Change", "ChangeKind", "Group", "Manner", "Value", "compare", "concerning", "grouped"]
_KINDS = {kind: number for number, kind in enumerate(ChangeKind)}
_AS_USUAL = Manner()


def compare(before: Dossier, after: Dossier, manner: Manner = _AS_USUAL) -> tuple[Change, ...]:
    """Every change from one state to another, in the order of the program.

    First what concerns the edition, then session by session, then people, organizations and
    rooms. The order in which records stand in their lists is of no account.
    """
    dated = len({*before.days, *after.days}) > 1
    then, now = State(before, manner, dated), State(after, manner, dated)
    places = _places(before, after)
    changes = [
        *edition_changes(then, now),
        *session_changes(then, now),
        *people_changes(then, now),
        *room_changes(then, now),
    ]
    return tuple(sorted(changes, key=lambda change: _key(change, places)))


def concerning(changes: Iterable[Change], people: Iterable[str]) -> tuple[Change, ...]:
    """The changes that concern any of some persons, by id, and those of the edition."""
    wanted = frozenset(people)
    return tuple(c for c in changes if c.people & wanted or c.subject.kind == "edition")


@frozen
class Group:
    """Changes that stand together: of a session and its items, or of none (``""``)."""

    session: str
    changes: tuple[Change, ...]


def grouped(changes: Iterable[Change], before: Dossier, after: Dossier) -> tuple[Group, ...]:
    """Changes by the session they are about, items with the session they are in; in order."""
    groups: dict[tuple[str, bool], list[Change]] = {}
    for change in changes:
        root = _root(change.session, before, after)
        is_fact = not root and _KINDS[change.kind] < _KINDS[ChangeKind.ADDED]
        groups.setdefault((root, is_fact), []).append(change)
    return tuple(Group(root, tuple(found)) for (root, _), found in groups.items())


def _root(id: str, before: Dossier, after: Dossier) -> str:
    """The outmost session that a session is or was in."""
    seen: set[str] = set()
    root = id
    while root not in seen:
        seen.add(root)
        session = after.session.get(root) or before.session.get(root)
        root = (session.parent if session else None) or root
    return root


Place = tuple[datetime, int, int, str]


def _places(before: Dossier, after: Dossier) -> dict[str, Place]:
    """Where each session stands in the program, as it is now or was before."""
    found: dict[str, Place] = {}
    for dossier in (before, after):
        for number, session in enumerate(dossier.program):
            place = (session.starts or datetime.max, number)
            found[session.id] = (*place, 0, session.id)
            for inner, item in enumerate(_items(dossier, session.id), 1):
                found[item] = (*place, inner, item)
    return found


def _items(dossier: Dossier, id: str) -> list[str]:
    """The ids of the items in a session and in those, in order."""
    found: dict[str, None] = {}
    waiting = [id]
    while waiting:
        one = dossier.session[waiting.pop()]
        inner = [item.id for item in dossier.items_of(one) if item.id not in found]
        found.update(dict.fromkeys(inner))
        waiting.extend(inner)
    return list(found)


_LAST: Place = (datetime.max, 0, 0, "")


def _key(change: Change, places: dict[str, Place]) -> tuple[object, ...]:
    kind = _KINDS[change.kind]
    section = 1 if change.session else 2 * (kind > _KINDS[ChangeKind.ADDED])
    place = places.get(change.session, _LAST)
    return (section, place, kind, str(change.subject))
