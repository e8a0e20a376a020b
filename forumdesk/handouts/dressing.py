# SPDX-License-Identifier: MIT
"""Which theme a sheet is set in: looked up in the forum file, and carried where there is none.

What a sheet says carries its theme along, so that the worker and whoever else sets it need know
nothing of the themes of a forum file; a sheet whose theme was changed says something else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from forumdesk.domain.colors import rgb
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.theme_rules import TEXT_INKS
from forumdesk.domain.themes import (
    USUAL,
    carried,
    is_carried,
    own_theme,
    read_data,
    resolved,
    theme_names,
)
from forumdesk.domain.wording import EMPTY, Text
from forumdesk.handouts.content import Content
from forumdesk.handouts.options import Options

_GREY = "plain"  # the bundled theme that needs no colour


def design(dossier: Dossier, wanted: str) -> str:
    """The theme to be carried by a sheet that is wanted in one (``""``: as the edition has it).

    ``wanted`` is a name or an id. Nothing is carried where whoever sets the sheet knows the theme
    by what is wanted. One of the forum file's own is carried itself; one that was removed gives
    way to the edition's, or to the usual one, and so does one of the edition's that this release
    does not know.
    """
    found = _found(dossier, wanted)
    return "" if found == (wanted or USUAL) else found


def _found(dossier: Dossier, wanted: str) -> str:
    for name in (wanted, dossier.edition.design):
        if not name:
            continue
        if name in theme_names() or is_carried(name):
            return name
        if (own := own_theme(dossier.themes, name)) is not None:
            return carried(own)
        if not _may_be_gone(dossier, name):
            return name
    return USUAL


def is_gone(dossier: Dossier, wanted: str) -> bool:
    """Whether a theme was asked for that there is no more."""
    name = wanted or dossier.edition.design
    known = name in theme_names() or is_carried(name)
    return not known and _may_be_gone(dossier, name) and own_theme(dossier.themes, name) is None


def needs_color(dossier: Dossier, wanted: str) -> bool:
    """Whether a sheet in a theme that is wanted has text or tints of any colour but grey."""
    name = _found(dossier, wanted)
    if not is_carried(name):
        return name != _GREY
    inks = resolved(name)["ink"]
    named = (inks[ink] for ink in (*TEXT_INKS, "tint", "hairline"))
    return any(ink and len({*rgb(ink)}) > 1 for ink in named)


def has_heads(design: str) -> bool:
    """Whether a theme that is carried has logos over running heads; the bundled ones have not."""
    manner = read_data(design).get("manner") if is_carried(design) else None
    return isinstance(manner, Mapping) and bool(manner.get("heads"))


def cover_credit(design: str) -> Text:
    """Whose picture is on the cover, as a theme that is carried tells."""
    cover = read_data(design).get("cover") if is_carried(design) else None
    told = cover.get("credit") if isinstance(cover, Mapping) else None
    if not isinstance(told, Mapping):
        return EMPTY
    return Text.of({tag: text for tag, text in told.items() if isinstance(text, str)})


def dressed(content: Content, options: Options) -> Options:
    """Options with the theme that a sheet carries."""
    return replace(options, theme=content.sheet.design or options.theme)


def _may_be_gone(dossier: Dossier, name: str) -> bool:
    """Whether a theme was not typed just now, so that there may have been one."""
    return bool(name) and (name == dossier.edition.design or _is_id(name))


def _is_id(name: str) -> bool:
    try:
        return str(UUID(name)) == name
    except ValueError:
        return False
