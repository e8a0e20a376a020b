# SPDX-License-Identifier: MIT
"""What is said of when a handout was printed, how much of it, and whether it changed since."""

from __future__ import annotations

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.versions import Printing
from forumdesk.domain.words import Words
from forumdesk.ui.dates import moment

PRINTINGS = 3  # of a handout, told of


def printings_said(dossier: Dossier, handout: str, stale: frozenset[str], words: Words) -> str:
    """When a handout was produced, the newest first; ``stale`` are printings by their ids."""
    found = [p for p in dossier.printings if p.handout == handout]
    newest = sorted(found, key=lambda printing: printing.at, reverse=True)[:PRINTINGS]
    return "\n".join(_said(printing, printing.id in stale, words) for printing in newest)


def _said(printing: Printing, stale: bool, words: Words) -> str:
    at = moment(printing.at, words)
    said = words.plural(
        "Printed {at} · {count} page", "Printed {at} · {count} pages", printing.pages, at=at
    )
    if printing.copies > 1:
        copies = words.plural("{count} copy", "{count} copies", printing.copies)
        said = f"{said} · {copies}"
    if stale:
        since = words("changed since")
        said = f"{said} · {since}"
    return said
