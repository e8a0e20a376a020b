# SPDX-License-Identifier: MIT
"""Words by which a schedule that ForumDesk wrote is known, and the acronym of an edition."""

from __future__ import annotations

import re
import unicodedata

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.terms import T_

GENERATOR = "ForumDesk"
OPEN_END = "0:00"
"""How an open end is written: a length must be there, and one of nothing has two digits."""
CANCELLED = T_("schedule", "Cancelled: {title}")
_LEAST = 4  # characters of an acronym
_OTHERS = re.compile(r"[^a-z0-9_-]+")
_ACRONYM = re.compile(r"[a-z0-9_-]{4,}")


def acronym(dossier: Dossier, known: str) -> str:
    """The source's acronym as far as it is one, else one made of the series' name and a number."""
    if _ACRONYM.fullmatch(known):
        return known
    edition, series = dossier.edition, dossier.series
    when = edition.first_day or next(iter(dossier.days), None)
    number = edition.number or (when.year if when else 1)
    names = (known, *series.short.values(), *series.title.values())
    name = next(filter(None, map(_plain, names)), "forum")
    if name != _plain(known):
        name = f"{name}-{number}"
    return name if len(name) >= _LEAST else f"{name}-{number}".rjust(_LEAST, "0")


def _plain(name: str) -> str:
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return _OTHERS.sub("-", bare).strip("-_")
