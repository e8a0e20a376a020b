# SPDX-License-Identifier: MIT
"""Values of a row of a list, and the fields they are for, as text for people."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from forumdesk.domain.list_changes import FieldNames
from forumdesk.domain.people import Consent, Contact, Invitation, Name
from forumdesk.domain.terms import term
from forumdesk.domain.wording import Text
from forumdesk.domain.words import Words
from forumdesk.ui.directory.contacts_field import KINDS


def field_said(name: str, words: Words) -> str:
    """What a field of a row is called; ``office.ko`` with its language."""
    return FieldNames((name,)).said(words)


def value_said(value: object, words: Words) -> str:
    """A value of a row as text; ``""`` where it says nothing."""
    if isinstance(value, tuple):
        return ", ".join(filter(None, (value_said(part, words) for part in value)))
    if value in (None, "", False):
        return ""
    say = next((say for kind, say in _SAID if isinstance(value, kind)), None)
    return say(value, words) if say else str(value)


def _contact(contact: Contact, words: Words) -> str:
    kind = KINDS.get(contact.kind)
    return f"{words.context(*kind)} {contact.value}" if kind else contact.value


def _consent(consent: Consent, words: Words) -> str:
    answer = words("yes") if consent.given else words("no")
    return f"{field_said(f'consent_{consent.purpose}', words)}: {answer}"


_SAID: tuple[tuple[type[Any], Callable[[Any, Words], str]], ...] = (
    (Text, lambda text, words: words.text(text)),
    (Name, lambda name, _: name.full or f"{name.family} {name.given}".strip()),
    (Contact, _contact),
    (Consent, _consent),
    (Invitation, term),
    (bool, lambda _, words: words("yes")),
)
