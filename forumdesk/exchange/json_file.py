# SPDX-License-Identifier: MIT
"""Foreign JSON; what is broken, too large or too deep is refused before it takes all memory."""

from __future__ import annotations

import json
from typing import Any

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.words import N_

MOST_VALUES = 4_000_000  # sixteen of the largest real schedules


def read_json(data: bytes, file: str, most: int = MOST_VALUES, *, once: bool = False) -> Any:  # noqa: ANN401 - any value
    """The value in a JSON file; ``file`` is how it is named in a refusal.

    Raises ``ForumDeskError`` for what isn't JSON, or may hold more than ``most`` values; with
    ``once`` also where an object has a name twice, of which only one could be kept.
    """
    if not data.strip():
        raise ForumDeskError(N_("{file} is empty; nothing was imported."), file=file)
    # Each value but the first stands behind one of these: counted, a bomb is known unopened.
    if sum(data.count(sign) for sign in (b"[", b"{", b",")) > most:
        raise ForumDeskError(N_("{file} holds too much; nothing was imported."), file=file)
    try:
        text = data.decode(json.detect_encoding(data))
        return json.loads(text, object_pairs_hook=_only_once if once else None)
    except _TwiceError as error:
        raise ForumDeskError(
            N_("{file} says “{name}” twice of the same thing; nothing was imported."),
            file=file,
            name=str(error)[:60],
        ) from error
    except json.JSONDecodeError as error:
        raise ForumDeskError(
            N_(
                "{file}, line {line}, column {column}: this is not well-formed JSON;"
                " nothing was imported."
            ),
            file=file,
            line=error.lineno,
            column=error.colno,
        ) from error
    except (ValueError, RecursionError) as error:  # no text, too large a number, too deep
        raise ForumDeskError(N_("{file} is not JSON; nothing was imported."), file=file) from error


class _TwiceError(Exception):
    """An object has a name twice."""


def _only_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    said = dict(pairs)
    if len(said) < len(pairs):
        names = [name for name, _ in pairs]
        raise _TwiceError(next(name for name in names if names.count(name) > 1))
    return said
