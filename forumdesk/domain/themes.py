# SPDX-License-Identifier: MIT
"""Themes of paper as data: the bundled ones, and those of a forum file's own that are like one.

A theme is tables of values (``resources/themes/*.toml``). One of one's own says only what differs
from the bundled theme it is ``like``; on its way to paper it is JSON text that begins with ``{``
and says what it is like, so that whoever sets a sheet needs no forum file.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from forumdesk.domain.assets import resources
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.printed import OwnTheme
from forumdesk.domain.wording import Text, fold
from forumdesk.domain.words import N_

USUAL = "modern"
"""The theme of whoever chooses none."""
PICTURES = ("picture", "picture-field")
"""Manners of covers that show the edition's picture."""
FIELDS = ("field", "picture-field")
"""Manners of covers whose title stands on a field of the accent."""
Data = Mapping[str, Any]


def theme_names() -> tuple[str, ...]:
    """The names of all bundled themes."""
    return tuple(sorted(path.stem for path in (resources() / "themes").glob("*.toml")))


@cache
def bundled(name: str) -> Data:
    """The whole data of a bundled theme; raises ``ForumDeskError`` if there is none such."""
    if name not in theme_names():
        raise ForumDeskError(
            N_("There is no theme “{name}”; there are: {names}."),
            name=name,
            names=", ".join(theme_names()),
        )
    data = tomllib.loads((resources() / "themes" / f"{name}.toml").read_text("utf-8"))
    return merged(bundled(data["like"]), data) if "like" in data else data


def theme_title(name: str) -> Text:
    """What a bundled theme is called, by language."""
    return Text.of(bundled(name)["name"])


def merged(under: Data, over: Data) -> dict[str, Any]:
    """Data with what other data says put over it, table by table."""
    together = dict(under)
    for key, value in over.items():
        both = isinstance(value, Mapping) and isinstance(together.get(key), Mapping)
        together[key] = merged(together[key], value) if both else value
    return together


def differing(base: Data, data: Data) -> dict[str, Any]:
    """What data says otherwise than other data does."""
    told: dict[str, Any] = {}
    for key, value in data.items():
        if isinstance(value, Mapping) and isinstance(base.get(key), Mapping):
            if inner := differing(base[key], value):
                told[key] = inner
        elif key not in base or base[key] != value:
            told[key] = value
    return told


def said(data: Data) -> str:
    """Data as text, the same for the same data."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read_data(text: str) -> dict[str, Any]:
    """Data that ``said`` made text of; raises ``ForumDeskError`` if it is no such text."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict):
        raise ForumDeskError(N_("The data of the theme is damaged: it is no table of values."))
    return data


def carried(theme: OwnTheme) -> str:
    """A theme of one's own as text for whoever sets a sheet: all it says, and what it is like."""
    return said({**read_data(theme.data), "like": theme.like})


def is_carried(name: str) -> bool:
    """Whether the name of a theme is the theme itself."""
    return name.startswith("{")


def own_theme(themes: Iterable[OwnTheme], wanted: str) -> OwnTheme | None:
    """The theme of one's own of this id, else of this name in any language."""
    every = sorted(themes, key=lambda theme: (theme.position, theme.id))
    by_id = (theme for theme in every if theme.id == wanted)
    key = fold(wanted)
    by_name = (theme for theme in every if key and key in map(fold, theme.name.values()))
    return next(by_id, None) or next(by_name, None)


def resolved(text: str) -> dict[str, Any]:
    """The whole data of a theme that was ``carried``.

    What is large or small in it is so on every sheet: type that a kind of sheet or a paper sets
    in a size of its own grows and shrinks along, and so do margins on a paper with its own.
    """
    own = read_data(text)
    base = bundled(str(own.get("like") or USUAL))
    growth = _growth(own, base)
    sizes = {name: times for name, times in growth.items() if name != "margins"}
    grown = {
        **base,
        "sheet": _grown(base.get("sheet", {}), sizes),
        "paper": _grown(base.get("paper", {}), growth),
    }
    manner = _cover(own) or base["manner"]["cover"]
    if manner != base["manner"]["cover"]:
        grown = merged(grown, cover_manner(manner))
    return merged(merged(grown, _least(own, base)), own)


@cache
def cover_manner(name: str) -> Data:
    """How type stands on covers of a manner, over whatever theme takes it."""
    path = resources() / "themes" / "covers" / f"{name}.toml"
    return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}


def cover_manners() -> tuple[str, ...]:
    """The manners of covers there are."""
    return tuple(sorted(path.stem for path in (resources() / "themes" / "covers").glob("*.toml")))


def _cover(own: Data) -> str:
    manner = own.get("manner")
    found = manner.get("cover") if isinstance(manner, Mapping) else None
    return found if isinstance(found, str) and found in cover_manners() else ""


def _growth(own: Data, base: Data) -> Mapping[str, Any]:
    """How many times larger than in its model base sizes and margins of a theme are."""
    kind, page = own.get("type", {}), own.get("page", {})
    sizes = {key: kind[key] / base["type"][key] for key in ("base", "large") if key in kind}
    margins = page.get("margins")
    if margins is not None:
        sizes["margins"] = [a / b for a, b in zip(margins, base["page"]["margins"], strict=True)]
    return sizes


def _least(own: Data, base: Data) -> dict[str, Any]:
    """Type that is chosen smaller than what sheets shrink to is set as it was chosen."""
    size, least = own.get("type", {}).get("base"), base["type"]["least"]
    return {"type": {"least": size}} if size is not None and size < least else {}


def _grown(tables: Data, growth: Mapping[str, Any], *, within: str = "") -> dict[str, Any]:
    """Tables of sheets and papers with their own sizes of type larger by as much."""
    made: dict[str, Any] = {}
    for key, value in tables.items():
        if isinstance(value, Mapping):
            made[key] = _grown(value, growth, within=key)
        elif within == "type" and key in growth:
            made[key] = round(value * growth[key], 2)
        elif within == "page" and key in growth:
            made[key] = [round(a * b, 1) for a, b in zip(value, growth[key], strict=True)]
        else:
            made[key] = value
    return made
