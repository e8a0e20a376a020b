# SPDX-License-Identifier: MIT
"""Changes as scripts get them."""

from __future__ import annotations

from collections.abc import Sequence

from forumdesk.domain.changes import Change, Value
from forumdesk.domain.changes.values import Days, Slot, When, said
from forumdesk.domain.wording import Text
from forumdesk.domain.words import Words, words_in


def change_json(change: Change, words: Words, languages: Sequence[str]) -> dict[str, object]:
    """A change: its sentence in the language of messages, its values for scripts.

    Texts, names and roles are objects by language; times have ``starts`` and ``ends`` (wall
    time of the edition), days ``first`` and ``last``.
    """
    tags = tuple(languages)
    return {
        "kind": change.kind.value,
        "subject": str(change.subject),
        "session": change.session or None,
        "title": _plain(change.named, tags) if change.session else None,
        "before": _plain(change.before, tags),
        "after": _plain(change.after, tags),
        "people": sorted(change.people),
        "text": change.phrase.said(words),
    }


def _plain(value: Value | None, languages: Sequence[str]) -> object:
    match value:
        case None | Text():
            return value
        case When():
            return _times(value)
        case Slot():
            people = [_plain(who, languages) for who in value.who]
            return {**_times(value.when), "rooms": value.rooms, "people": people}
        case Days():
            return {"first": value.first, "last": value.last}
    return Text.of({tag: said(value, words_in(tag)) for tag in languages})


def _times(when: When) -> dict[str, object]:
    return {"starts": when.starts, "ends": when.ends}
