# SPDX-License-Identifier: MIT
"""What a session holds fits into its time, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from forumdesk.domain.agenda import Session
from forumdesk.domain.checks.common import clock, named, when
from forumdesk.domain.checks.stays import while_open
from forumdesk.domain.desk import Fix, Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.readiness import SPEAKING
from forumdesk.domain.words import N_, Phrase

SPEECHES, ITEMS, OVERLAP = "speeches-too-long", "items-too-long", "items-overlap"
MESSAGES = {
    SPEECHES: N_("The speeches in “{session}” take {taken} min together, but it lasts {minutes}."),
    ITEMS: N_("The items of “{session}” take {taken} min together, but it lasts {minutes}."),
}


@while_open
def check(dossier: Dossier) -> Iterable[Problem]:
    """Speeches, or items, longer together than their session; items that overlap in one room.

    Items in rooms of their own are groups that meet side by side.
    """
    for session in dossier.sessions:
        parts, items = dossier.parts_of(session), dossier.items_of(session)
        if not (parts or items) or not dossier.takes_place(session):
            continue
        held = [item for item in items if dossier.takes_place(item)]
        speeches = sum(part.minutes or 0 for part in parts if part.role in SPEAKING)
        yield from _too_long(SPEECHES, session, speeches)
        if any(item.starts is None for item in held):
            taken = sum(max(item.minutes or 0, 0) for item in held)
            yield from _too_long(ITEMS, session, taken)
        yield from _overlapping(dossier, held)


def _too_long(kind: str, session: Session, taken: int) -> Iterator[Problem]:
    minutes = session.minutes
    if minutes is None or minutes <= 0 or taken <= minutes:
        return
    phrase = Phrase.of(MESSAGES[kind], session=named(session), taken=taken, minutes=minutes)
    fix = Fix.of(
        Phrase.of(N_("Let “{session}” last {minutes} min"), session=named(session), minutes=taken),
        "planning.change_session",
        session=session.id,
        changes={"minutes": taken},
    )
    subject = Subject("session", session.id, "minutes")
    fixes = () if session.locked else (fix,)
    yield Problem(kind, Severity.WARNING, subject, phrase, f"{taken}>{minutes}", fixes=fixes)


def _overlapping(dossier: Dossier, items: Sequence[Session]) -> Iterator[Problem]:
    before: Session | None = None
    for item in items:
        if item.starts is None or item.ends is None:
            continue
        if before is not None and before.ends is not None:
            here = dossier.rooms_of(before) == dossier.rooms_of(item)
            if here and item.starts < before.ends:
                yield _clash(before, item)
            if item.ends < before.ends:
                continue
        before = item


def _clash(first: Session, second: Session) -> Problem:
    phrase = Phrase.of(
        N_("“{second}” begins at {start}, before “{first}” ends at {end}."),
        second=named(second),
        start=clock(second.starts) if second.starts else "",
        first=named(first),
        end=clock(first.ends) if first.ends else "",
    )
    subject = Subject("session", second.id, "starts")
    facts = f"{first.id} {when(first)} {when(second)}"
    return Problem(OVERLAP, Severity.WARNING, subject, phrase, facts)
