# SPDX-License-Identifier: MIT
"""``agreements``: the register, for people and for scripts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from forumdesk.cli.files import FILE, JSON, forum, label, series_named
from forumdesk.cli.frame import command
from forumdesk.cli.speaking import give_json, say, shown, spoken
from forumdesk.domain.agreements import (
    DAY_OF,
    Registered,
    Review,
    day_of,
    kind_name,
    register,
    review_of,
)
from forumdesk.domain.outcomes import Agreement
from forumdesk.domain.terms import term
from forumdesk.domain.words import N_, Words

_REVIEWS = {Review.SOON: N_("review due"), Review.PAST: N_("review overdue")}


@command(
    "agreements",
    N_("List what has been agreed: parties, states and days, reviews that are due."),
)
@FILE
@click.option("--series", metavar="SERIES", help=N_("Only of this series."))
@JSON
def agreements_command(file: Path, *, series: str | None, as_json: bool) -> None:
    """The register of agreements, the newest first."""
    with forum(file, reading=True) as desk:
        wanted = series_named(desk, series).id if series is not None else None
        entries = register(desk, wanted)
        known = {one.id: one for one in desk.find(Agreement)}
        today = desk.now().date()
    if as_json:
        give_json([_as_json(entry) for entry in entries])
        return
    words = spoken()
    for entry in entries:
        _tell(entry, known, _REVIEWS.get(review_of(entry.agreement, today)), words)
    if not entries:
        say(words("No agreements."))


def _as_json(entry: Registered) -> dict[str, Any]:
    one = entry.agreement
    days = {field: getattr(one, field) for field in (*DAY_OF.values(), "review_on")}
    return {
        "id": one.id,
        "edition": label(entry.series, entry.edition),
        "kind": one.kind,
        "title": one.title,
        "state": one.state.value,
        **days,
        "parties": [body.name for body in entry.parties],
        "aims": entry.aims,
        "originals": [{"language": o.language, "place": o.place} for o in entry.originals],
        "amends": one.amends,
        "replaces": one.replaces,
        "amended_by": [other.id for other in entry.amended_by],
        "replaced_by": [other.id for other in entry.replaced_by],
        "commitments": entry.commitments,
    }


def _tell(entry: Registered, known: dict[str, Agreement], due: str | None, words: Words) -> None:
    one, day = entry.agreement, day_of(entry.agreement)
    state = term(one.state, words) + (f" {day}" if day else "")
    say(f"{shown(one.title) or kind_name(one.kind, words)}")
    say(f"  {kind_name(one.kind, words)} · {state} · {label(entry.series, entry.edition)}")
    if entry.parties:
        say("  " + ", ".join(shown(body.name) for body in entry.parties))
    if one.review_on:
        said = words("review by {day}", day=one.review_on.isoformat())
        say(f"  {said}" + (f" · {words(due)}" if due else ""))
    for message, other in ((_AMENDS, one.amends), (_REPLACES, one.replaces)):
        if other:
            say("  " + words(message, title=shown(known[other].title)))


_AMENDS = N_("amends “{title}”")
_REPLACES = N_("takes the place of “{title}”")
