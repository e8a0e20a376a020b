# SPDX-License-Identifier: MIT
"""Guests register, then the forum opens; when it has closed, it is over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from forumdesk.domain.agenda import SessionKind, Visibility
from forumdesk.domain.checks.common import Slot, named, slots, when
from forumdesk.domain.checks.stays import while_open
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.words import N_, Phrase

BEFORE, AFTER, UNREGISTERED = "before-the-opening", "after-the-closing", "late-registration"
WORK = frozenset(
    {
        *(SessionKind.REMARKS, SessionKind.KEYNOTE, SessionKind.PRESENTATION),
        *(SessionKind.PANEL, SessionKind.DISCUSSION, SessionKind.SIGNING),
    }
)


@while_open
def check(dossier: Dossier) -> Iterable[Problem]:
    """Public work before the opening or after the closing, and registration after the opening.

    Only where there is one opening, or one closing: several are those of tracks. What is by
    invitation, visits and meals may well lie before and after.
    """
    held = [slot for slot in dossier.derived(slots).values() if not slot.around]
    work = [s for s in held if s.session.kind in WORK and _is_public(s)]
    opening, closing = _only(held, SessionKind.OPENING), _only(held, SessionKind.CLOSING)
    if opening is not None:
        early = [s for s in work if s.start < opening.start]
        yield from _first(min, early, opening)
        desks = [s for s in held if s.session.kind is SessionKind.REGISTRATION]
        if desks and (desk := min(desks, key=_start)).start >= opening.start:
            message = N_("“{session}” begins when “{other}” has already begun.")
            yield _problem(UNREGISTERED, message, desk, opening)
    if closing is not None:
        late = [s for s in work if s.start >= closing.end]
        yield from _first(max, late, closing)


def _first(choose: Callable[..., Slot], found: list[Slot], around: Slot) -> Iterator[Problem]:
    """The outmost of what lies outside."""
    if found:
        outmost = choose(found, key=_start)
        if outmost.start < around.start:
            yield _problem(
                BEFORE, N_("“{session}” is before the opening, “{other}”."), outmost, around
            )
        else:
            yield _problem(
                AFTER, N_("“{session}” is after the closing, “{other}”."), outmost, around
            )


def _start(slot: Slot) -> tuple[object, str]:
    return (slot.start, slot.session.id)


def _is_public(slot: Slot) -> bool:
    return slot.session.visibility is Visibility.PUBLIC


def _only(held: Iterable[Slot], kind: SessionKind) -> Slot | None:
    found = [slot for slot in held if slot.session.kind is kind and slot.sure]
    return found[0] if len(found) == 1 else None


def _problem(kind: str, message: str, slot: Slot, other: Slot) -> Problem:
    phrase = Phrase.of(message, session=named(slot.session), other=named(other.session))
    facts = f"{when(slot.session)} {other.session.id} {when(other.session)}"
    subject = Subject("session", slot.session.id, "starts")
    return Problem(kind, Severity.WARNING, subject, phrase, facts)
