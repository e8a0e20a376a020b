# SPDX-License-Identifier: MIT
"""A theme of paper as a file: TOML, in the form of the bundled ones, to be given to others.

Dropped into ``resources/themes`` such a file would be a bundled theme.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.patterns import Pattern
from forumdesk.domain.printed import OwnTheme
from forumdesk.domain.theme_rules import check_theme
from forumdesk.domain.themes import USUAL, bundled, differing, read_data, said
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import Text, clean
from forumdesk.domain.words import N_

LARGEST = 1 << 20
"""Bytes of a file: a theme has a few thousand."""
ENDING = "theme.toml"
_BARE = Pattern(r"[A-Za-z0-9_-]+")
_FIRST = ("name", "page", "type", "fonts", "ink", "rule", "manner", "cover", "share", "space")


@frozen
class ThemeFile:
    """A theme as it came in a file: its name, the bundled theme it is like, its data as JSON."""

    name: Text
    like: str
    data: str


def read_theme(data: bytes, name: str) -> ThemeFile:
    """A theme from the bytes of a file; ``name`` is what it is called in a refusal.

    Raises ``ForumDeskError`` for what is no theme, or one that can't be set.
    """
    if len(data) > LARGEST:
        raise ForumDeskError(N_("{name} is too large to be a theme."), name=name)
    try:
        told = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise ForumDeskError(N_("{name} is no theme: it is not a text."), name=name) from None
    except (ValueError, RecursionError) as error:  # also of a number of thousands of digits
        raise ForumDeskError(
            N_("{name} is no theme that can be read: {why}."), name=name, why=str(error)
        ) from None
    if not any(isinstance(value, dict) for value in told.values()):
        raise ForumDeskError(N_("{name} is no theme: it has no tables."), name=name)
    check_theme(told)
    like = str(told.get("like", USUAL))
    tables = {key: value for key, value in told.items() if key not in ("like", "name")}
    texts = {tag: clean(text).strip() for tag, text in told.get("name", {}).items()}
    named = Text.of({tag: text for tag, text in texts.items() if text})
    return ThemeFile(
        named or Text.of(en=name.partition(".")[0] or "…"),
        like,
        said(differing(bundled(like), tables)),
    )


def theme_as_file(theme: OwnTheme) -> bytes:
    """A theme as the bytes of a file."""
    data = {"name": dict(theme.name), **read_data(theme.data)}
    lines = [f"like = {_value(theme.like)}", *_table(data, ())]
    return ("\n".join(lines).strip() + "\n").encode()


def _table(data: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[str]:
    """The lines of a table: its values, then the tables in it, styles in a line each."""
    inline = path[-1:] == ("style",)
    tables = {k: v for k, v in data.items() if isinstance(v, Mapping) and not inline}
    values = {k: v for k, v in data.items() if k not in tables}
    if path and (values or not tables):
        yield ""
        yield f"[{'.'.join(map(_key, path))}]"
    yield from (f"{_key(key)} = {_value(value)}" for key, value in sorted(values.items()))
    for key in sorted(tables, key=_order):
        yield from _table(tables[key], (*path, key))


def _order(key: str) -> tuple[int, str]:
    return (_FIRST.index(key) if key in _FIRST else len(_FIRST), key)


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else json.dumps(key, ensure_ascii=False)


def _value(value: object) -> str:
    if isinstance(value, Mapping):
        inner = ", ".join(f"{_key(k)} = {_value(v)}" for k, v in sorted(value.items()))
        return f"{{ {inner} }}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    # JSON's texts are TOML's but for one character.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
