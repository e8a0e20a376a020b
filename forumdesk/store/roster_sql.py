# SPDX-License-Identifier: MIT
"""The SQL of a list of participants: conditions of its filters, and keys of its order.

``p`` is the participation, ``q`` its person, ``o`` its organization, ``s`` its side; SQLite
leaves out those that a query has no use for. Parameters are named: ``edition``, ``before`` (the
edition before it), ``today``, ``reply_by``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from forumdesk.domain.languages import base
from forumdesk.domain.people import Invitation
from forumdesk.domain.sifting import Filters, Mark, Order

SOURCE = """participation AS p
  LEFT JOIN person AS q ON q.id = p.person
  LEFT JOIN organization AS o ON o.id = p.organization
  LEFT JOIN side AS s ON s.id = p.side"""
EVERYBODY = "p.edition = :edition"
ORGANIZATION = "organization"
_LAST_HOW = """(SELECT c.how FROM check_in AS c WHERE c.participation = p.id
  ORDER BY c.at DESC, c.id DESC LIMIT 1)"""
_LAST_AT = """(SELECT iif(c.how = 'undone', NULL, c.at) FROM check_in AS c
  WHERE c.participation = p.id ORDER BY c.at DESC, c.id DESC LIMIT 1)"""
_BEFORE = "(SELECT person FROM participation WHERE edition = :before AND person IS NOT NULL)"


def _without(purpose: str) -> str:
    return f"""(p.consents = '[]' OR NOT EXISTS (SELECT 1 FROM json_each(p.consents) AS c
  WHERE c.value ->> 'purpose' = '{purpose}' AND c.value ->> 'given'
  AND ifnull(c.value ->> 'until', :today) >= :today))"""


def _shared(language: str) -> str:
    return f"""q.sort_{language} IN (SELECT same.sort_{language} FROM participation AS other
  JOIN person AS same ON same.id = other.person WHERE other.edition = :edition
  AND same.sort_{language} <> '9' GROUP BY 1 HAVING count(*) > 1)"""


MARKS: Mapping[Mark, str] = MappingProxyType(
    {
        Mark.CAME: f"{_LAST_HOW} <> 'undone'",
        Mark.NOT_CAME: f"ifnull({_LAST_HOW}, 'undone') = 'undone'",
        Mark.UNANSWERED: "p.status = 'invited' AND ifnull(p.reply_by, :reply_by) < :today",
        Mark.UNLISTED: _without("list"),
        Mark.UNPICTURED: _without("photo"),
        Mark.UNREACHED: _without("contact"),
        # As the store writes it; within a value, quotes would be escaped.
        Mark.WITHOUT_EMAIL: 'ifnull(instr(q.contacts, \'"kind":"email"\'), 0) = 0',
        Mark.HONORED: "p.honored",
        Mark.RETURNING: f"p.person IN {_BEFORE}",
        Mark.NEW: f"p.person IS NOT NULL AND p.person NOT IN {_BEFORE}",
        Mark.ON_PROGRAM: "EXISTS (SELECT 1 FROM part WHERE part.participation = p.id)",
        Mark.DOUBLE: f"({_shared('ko')} OR {_shared('en')})",
    }
)


def conditions(filters: Filters) -> tuple[str, dict[str, object]]:
    """What must hold of a participation of the edition, words typed left aside."""
    parts, values = [EVERYBODY], dict[str, object]()
    fields = {
        "side": filters.sides,
        "organization": filters.organizations,
        "category": filters.categories,
        "status": filters.statuses,
    }
    for field, wanted in fields.items():
        if wanted:
            parts.append(f"ifnull(p.{field}, '') IN (SELECT value FROM json_each(:{field}))")
            values[field] = json.dumps([str(one) for one in wanted])
    parts += [f"({MARKS[mark]})" for mark in filters.marks]
    return " AND ".join(parts), values


def _numbered(column: str) -> str:
    """Texts that are mostly numbers: 2 before 10, and A2 after both."""
    return f"iif({column} = '', '', printf('%010d', CAST({column} AS INTEGER)) || {column})"


def _contact(kind: str) -> str:
    return f"""(SELECT lower(c.value ->> 'value') FROM json_each(q.contacts) AS c
  WHERE c.value ->> 'kind' = '{kind}' LIMIT 1)"""


def _consent(purpose: str) -> str:
    return f"""(SELECT iif(c.value ->> 'given', 'a', 'b') FROM json_each(p.consents) AS c
  WHERE c.value ->> 'purpose' = '{purpose}' LIMIT 1)"""


_STATUS = " ".join(f"WHEN '{member}' THEN {n}" for n, member in enumerate(Invitation))
_KEYS: Mapping[str, str] = MappingProxyType(
    {
        "number": "p.number",
        "side": "s.position",
        "category": "lower(p.category)",
        "status": f"CASE p.status {_STATUS} END",
        "status-on": "p.status_on",
        "reply-by": "ifnull(p.reply_by, :reply_by)",
        "email": _contact("email"),
        "phone": _contact("phone"),
        "mobile": _contact("mobile"),
        "table": _numbered("p.table_name"),
        "seat": _numbered("p.seat"),
        "rank": "p.rank",
        "rank-reason": "lower(p.pin_reason)",
        "grade": "lower(p.grade)",
        "since": "p.since",
        "honored": "nullif(p.honored, 0)",
        "arrives": "p.arrives",
        "departs": "p.departs",
        "came": _LAST_AT,
        "notes": "lower(p.notes)",
        **{f"consent-{purpose}": _consent(purpose) for purpose in ("list", "photo", "contact")},
    }
)
_TEXTS = {"office": "p.office", "badge-name": "p.badge_name"}


def keys(order: Order, language: str) -> tuple[str, str, str]:
    """What a list is sorted by: whether there is nothing to sort by, the value, then the name."""
    reads = "ko" if base(language) == "ko" else "en"
    # Of the few seats without a name alone: a join would look up everybody's organization.
    body = f"(SELECT sort_{reads} FROM organization WHERE id = p.organization)"
    name = f"ifnull(iif(p.person IS NULL, {body}, q.sort_{reads}), '')"
    column, _, tag = order.column.partition(".")
    if column in _TEXTS and tag.replace("-", "").isalnum():
        key = f"""lower(json_extract({_TEXTS[column]}, '$."{tag}"'))"""
    elif column == ORGANIZATION:
        key = f"o.sort_{reads}"
    else:
        key = _KEYS.get(order.column, "")
    value = f"ifnull({key}, '')" if key else name
    return f"{value} IN ('', '9')", value, name


def sortable() -> Iterator[str]:
    """The columns that a list can be sorted by; those of texts without their language."""
    yield from ("name", ORGANIZATION, *_TEXTS, *_KEYS)
