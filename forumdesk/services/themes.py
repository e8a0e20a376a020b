# SPDX-License-Identifier: MIT
"""Themes of paper that a forum file keeps for itself: each like a bundled one, but for something.

What can't be set is refused with a sentence that says what is wrong; type that is hard to read is
kept, and told of before printing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.forum import Edition
from forumdesk.domain.ids import OwnThemeId, ThemeData, ThemeName, ThemePath, ThemeValue
from forumdesk.domain.patterns import Pattern
from forumdesk.domain.printed import OwnTheme, PackSheet
from forumdesk.domain.theme_rules import check_theme
from forumdesk.domain.themes import (
    USUAL,
    bundled,
    differing,
    read_data,
    said,
    theme_names,
    theme_title,
)
from forumdesk.domain.wording import Text, fold
from forumdesk.domain.words import N_
from forumdesk.services._removing import remove_whole
from forumdesk.services._writing import add, called, change, next_position

_COUNT = Pattern(r" \d{1,2}$")  # at the end of a name, which tells it from others


def add_theme(desk: Desk, name: Text, like: ThemeName, data: ThemeData) -> OwnTheme:
    """A theme of the file's own; where another is called so, a number tells them apart.

    ``data`` is JSON of what differs from the bundled theme it is ``like``.
    """
    kept = _checked(like, data)
    if not name:
        raise ForumDeskError(N_("A theme needs a name in at least one language."))
    apart = _apart(desk, name)
    with desk.step(N_("Add theme “{name}”"), name=called(apart)):
        given = {"position": next_position(desk, OwnTheme), "data": kept}
        return add(desk, OwnTheme, given, name=apart, like=like)


def take_theme(desk: Desk, name: Text, like: ThemeName, data: ThemeData) -> OwnTheme:
    """A theme from elsewhere: the one of this name is brought up to date, else it is added."""
    same = (one for one in desk.find(OwnTheme) if one.name == name)
    known = next(same, None)
    if known is None:
        return add_theme(desk, name, like, data)
    kept = _checked(like, data)
    with desk.step(N_("Change theme “{name}”"), name=called(name)):
        return change(desk, known, {"like": like, "data": kept})


def copy_bundled(desk: Desk, like: ThemeName) -> OwnTheme:
    """A theme of the file's own that is as yet like a bundled one in everything."""
    if like not in theme_names():
        _checked(like, "{}")
    return add_theme(desk, theme_title(like), like, "{}")


def copy_theme(desk: Desk, theme: OwnThemeId) -> OwnTheme:
    """One more theme that is as another of the file's own."""
    record = desk.get(OwnTheme, theme)
    return add_theme(desk, record.name, record.like, record.data)


def rename_theme(desk: Desk, theme: OwnThemeId, name: Text) -> OwnTheme:
    """Another name for a theme."""
    record = desk.get(OwnTheme, theme)
    if not name:
        raise ForumDeskError(N_("A theme needs a name in at least one language."))
    merge = f"rename theme {theme}"
    with desk.step(N_("Rename theme “{name}”"), name=called(record.name), merge=merge):
        return change(desk, record, {"name": _apart(desk, name, but=theme)})


def set_in_theme(
    desk: Desk, theme: OwnThemeId, path: ThemePath, value: ThemeValue | None
) -> OwnTheme:
    """A value of a theme by its table and name; ``None`` for what it is like has.

    Changes of one value in quick succession are one step.
    """
    return set_several(desk, theme, [(path, value)])


def set_several(
    desk: Desk, theme: OwnThemeId, values: Sequence[tuple[ThemePath, ThemeValue | None]]
) -> OwnTheme:
    """Several values of a theme at once, as ``set_in_theme`` sets each."""
    record = desk.get(OwnTheme, theme)
    data = read_data(record.data)
    for path, value in values:
        data = _having(data, list(path), value)
    kept = _checked(record.like, said(data))
    merge = f"theme {theme} {sorted('.'.join(path) for path, _ in values)}"
    with desk.step(N_("Change theme “{name}”"), name=called(record.name), merge=merge):
        return change(desk, record, {"data": kept})


def remove_theme(desk: Desk, theme: OwnThemeId) -> None:
    """Remove a theme; what was set in it is set in the bundled one it was like."""
    record = desk.get(OwnTheme, theme)
    with desk.step(N_("Remove theme “{name}”"), name=called(record.name)):
        for edition in desk.find(Edition, design=theme):
            change(desk, edition, {"design": "" if record.like == USUAL else record.like})
        for sheet in desk.find(PackSheet):
            if theme in sheet.options:
                change(desk, sheet, {"options": sheet.options.replace(theme, record.like)})
        remove_whole(desk, record)


def _checked(like: str, data: str) -> str:
    """The data of a theme as it is kept: only what differs; refused where it can't be set."""
    own = read_data(data)
    tables = {key: value for key, value in own.items() if key not in ("like", "name")}
    check_theme({**tables, "like": like})
    return said(differing(bundled(like), tables))


def _apart(desk: Desk, name: Text, *, but: str = "") -> Text:
    """A name that tells a theme from all others, the bundled ones included."""
    taken = {fold(said) for one in theme_names() for said in (one, *theme_title(one).values())}
    for theme in desk.find(OwnTheme):
        if theme.id != but:
            taken |= {fold(said) for said in theme.name.values()}
    number, apart = 2, name
    while taken & {fold(said) for said in apart.values()}:
        apart = Text.of({tag: f"{_COUNT.sub('', said)} {number}" for tag, said in name.items()})
        number += 1
    return apart


def _having(data: dict[str, Any], path: list[str], value: object) -> dict[str, Any]:
    """Data with a value at a path, or without it; tables that hold nothing more go."""
    if not path:
        return data
    key, *rest = path
    made = dict(data)
    if not rest:
        made[key] = _plain(value)
    else:
        inner = made.get(key)
        made[key] = _having(dict(inner) if isinstance(inner, dict) else {}, rest, value)
    if made[key] is None or made[key] == {}:
        del made[key]
    return made


def _plain(value: object) -> object:
    """A value as JSON has it."""
    if isinstance(value, Text):
        return dict(value)
    return list(value) if isinstance(value, tuple) else value
