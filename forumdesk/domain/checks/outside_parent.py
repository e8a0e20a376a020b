# SPDX-License-Identifier: MIT
"""An item happens while the session around it does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from forumdesk.domain.agenda import Session
from forumdesk.domain.checks.common import begin_at, clock, named, when
from forumdesk.domain.desk import Fix, Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.words import N_, Phrase

KIND = "outside-parent"


def check(dossier: Dossier) -> Iterable[Problem]:
    """Items that begin before the session around them, or end after it."""
    for item in dossier.sessions:
        parent = dossier.session.get(item.parent or "")
        if parent is None or parent.starts is None or item.starts is None:
            continue
        if not dossier.takes_place(item):
            continue
        field = _outside(item.starts, item.ends, parent.starts, parent.ends)
        if field:
            yield _problem(item, parent, parent.starts, field)


def _outside(
    starts: datetime, ends: datetime | None, opens: datetime, closes: datetime | None
) -> str:
    if starts < opens or (closes is not None and starts >= closes > opens):
        return "starts"
    return "minutes" if ends and closes and ends > closes else ""


def _problem(item: Session, parent: Session, opens: datetime, field: str) -> Problem:
    closes = parent.ends
    phrase = Phrase.of(
        N_("“{item}” ({time}) is outside the session it is part of, “{session}” ({around})."),
        item=named(item),
        time=_span(item.starts, item.ends),
        session=named(parent),
        around=_span(opens, closes),
    )
    facts = f"{when(item)} {parent.id} {when(parent)}"
    subject = Subject("session", item.id, field)
    fixes = tuple(_fixes(item, parent, opens))
    return Problem(KIND, Severity.ERROR, subject, phrase, facts, fixes=fixes)


def _fixes(item: Session, parent: Session, opens: datetime) -> Iterator[Fix]:
    """An item before its session begins with it; for one after it, the session lasts longer."""
    if item.starts is None or item.locked:
        return
    if item.starts < opens:
        yield from begin_at(item, opens)
    elif item.ends and item.ends > item.starts and not parent.locked:
        yield Fix.of(
            Phrase.of(
                N_("Let “{session}” last until {time}"),
                session=named(parent),
                time=clock(item.ends),
            ),
            "planning.change_session",
            session=parent.id,
            changes={"minutes": (item.ends - opens) // timedelta(minutes=1)},
        )


def _span(starts: datetime | None, ends: datetime | None) -> str:
    return "–".join(clock(at) for at in (starts, ends) if at)
