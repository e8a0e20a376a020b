# SPDX-License-Identifier: MIT
"""An edition frozen as text, as it was published, and thawed again to print or compare it.

What is nobody's business in a program is left out: contacts, diet, access needs and notes
about people. Versions, printings and acknowledgements are about the edition, not in it.
"""

from __future__ import annotations

import json
import typing
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import Participation, Person
from forumdesk.domain.plain import Json, plain, record_from
from forumdesk.domain.validity import having

_LEFT_OUT = frozenset({"versions", "printings", "acknowledgements", "editions"})
_PRIVATE: Mapping[type[Any], Mapping[str, object]] = {
    Person: {"contacts": (), "diet": "", "access": "", "notes": ""},
    Participation: {"notes": ""},
}


def freeze(dossier: Dossier) -> str:
    """The edition as JSON; the same content gives the same text."""
    kept = (field.name for field in fields(Dossier) if field.name not in _LEFT_OUT)
    content = {name: _frozen(getattr(dossier, name)) for name in kept}
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def thaw(content: str) -> Dossier:
    """The edition of which ``freeze`` made ``content``."""
    hints = typing.get_type_hints(Dossier)
    stored = json.loads(content)
    whole = {name: _thawed(hints[name], stored[name]) for name in hints if name in stored}
    return Dossier(**whole, editions=(whole["edition"],))


def _frozen(value: Any) -> Json:  # noqa: ANN401 - a record, or a tuple of them
    if isinstance(value, tuple):
        return [_frozen(record) for record in value]
    return plain(having(value, _PRIVATE.get(type(value), {})))


def _thawed(hint: Any, stored: Any) -> Any:  # noqa: ANN401 - a record, or a tuple of them
    if isinstance(stored, list):
        kind = typing.get_args(hint)[0]
        return tuple(record_from(kind, values) for values in stored)
    return record_from(hint, stored)
