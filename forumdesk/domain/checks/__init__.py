# SPDX-License-Identifier: MIT
"""The checks: what is wrong with an edition, found by pure functions over its dossier.

To add a check: one file, one line. The file is a module of this package with one public
``check(dossier) -> Iterable[Problem]``; the line puts it into ``CHECKS``, with the ``Scope`` of
its answers if they fall apart (``Check(length.check, Scope.SESSION)``): after a change only what
that touches is then looked at again. Without one it looks at the whole edition after every change.

Texts are phrases, said later in any language; a problem rests on its ``facts``, and an
acknowledgement of it holds as long as they are the same. Where there is one right answer a
problem offers it as a ``Fix``: what to call it, and the service that does it, by name and with
its arguments (domain imports no services; ids, numbers, times, mappings and tuples of these)::

    Fix.of(
        Phrase.of(N_("Confirm “{session}”"), session=named(session)),
        "planning.change_session",
        session=session.id,
        changes={"status": SessionStatus.CONFIRMED},
    )

A fix does what it says in one step, and the problem is gone after it: a test holds every one
that is offered to that.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from forumdesk.domain.checks import (
    agreed,
    back_to_back,
    chair,
    changeover,
    clock_change,
    co_chairs,
    commitments,
    companion,
    declined,
    delegations,
    entered_twice,
    follow_on,
    interpreter,
    interpreter_alone,
    length,
    long_text,
    mc,
    meals,
    nobody,
    odd_hour,
    order_of_day,
    orders,
    outside_edition,
    outside_parent,
    overfull,
    panel_size,
    part_twice,
    passages,
    person_available,
    plenary,
    plenary_seats,
    precedence,
    public_holiday,
    quota,
    reply_day,
    riders,
    room_available,
    room_size,
    room_twice,
    seat_absent,
    seat_twice,
    sides,
    signatories,
    signing,
    speech_kind,
    speech_title,
    succession,
    transfer,
    translation,
    two_places,
    unconfirmed,
    unseated,
    untimed,
    waiting,
)
from forumdesk.domain.checks.scopes import Check, Finder, Scope
from forumdesk.domain.desk import Problem, Severity
from forumdesk.domain.dossier import Dossier

CHECKS: tuple[Check, ...] = (
    Check(two_places.check, Scope.PERSON),
    Check(room_twice.check, Scope.ROOM),
    Check(outside_edition.check, Scope.SESSION),
    Check(outside_parent.check, Scope.SESSION),
    Check(length.check, Scope.SESSION),
    Check(clock_change.check, Scope.SESSION),
    Check(declined.check, Scope.SESSION),
    Check(nobody.check, Scope.SESSION),
    Check(translation.check, Scope.UNTIMED),
    Check(chair.check, Scope.SESSION),
    Check(co_chairs.check, Scope.SESSION),
    Check(panel_size.check, Scope.SESSION),
    Check(interpreter.check, Scope.UNTIMED),
    Check(interpreter_alone.check),
    Check(sides.check),
    Check(precedence.check, Scope.SESSION),
    Check(speech_kind.check),
    Check(speech_title.check, Scope.SESSION),
    Check(signing.check, Scope.UNTIMED),
    Check(signatories.check, Scope.UNTIMED),
    Check(transfer.check, Scope.PERSON),
    Check(back_to_back.check, Scope.PERSON),
    Check(changeover.check, Scope.ROOM),
    Check(room_available.check, Scope.ROOM),
    Check(person_available.check, Scope.PERSON),
    Check(room_size.check, Scope.SESSION),
    Check(plenary_seats.check),
    Check(meals.check),
    Check(public_holiday.check, Scope.UNTIMED),
    Check(unconfirmed.check, Scope.UNTIMED),
    Check(long_text.check, Scope.UNTIMED),
    Check(plenary.check),
    Check(entered_twice.check),
    Check(order_of_day.check),
    Check(mc.check, Scope.SESSION),
    Check(odd_hour.check),
    Check(overfull.check, Scope.SESSION),
    Check(part_twice.check, Scope.SESSION),
    Check(follow_on.check),
    Check(untimed.check, Scope.SESSION),
    Check(quota.check, Scope.UNTIMED),
    Check(waiting.check, Scope.UNTIMED),
    Check(companion.check, Scope.UNTIMED),
    Check(reply_day.check, Scope.UNTIMED),
    Check(riders.check, Scope.UNTIMED),
    Check(orders.check),
    Check(agreed.check),
    Check(succession.check, Scope.UNTIMED),
    Check(commitments.check, Scope.UNTIMED),
    Check(passages.check, Scope.UNTIMED),
    Check(seat_absent.check, Scope.UNTIMED),
    Check(seat_twice.check, Scope.UNTIMED),
    Check(delegations.check, Scope.UNTIMED),
    Check(unseated.check, Scope.UNTIMED),
)
_ORDER = {severity: place for place, severity in enumerate(Severity)}


def run(dossier: Dossier, checks: Iterable[Finder] = CHECKS) -> list[Problem]:
    """What all checks find, errors first, then by time; acknowledged problems say so."""
    return settled(dossier, (problem for check in checks for problem in check(dossier)))


def settled(dossier: Dossier, found: Iterable[Problem]) -> list[Problem]:
    """Findings in the order in which they are shown, those acknowledged marked as such."""
    known = {(a.kind, a.subject, a.facts) for a in dossier.acknowledgements}
    marked = (
        replace(p, acknowledged=True) if (p.kind, str(p.subject), p.facts) in known else p
        for p in found
    )
    return sorted(marked, key=lambda problem: _place(dossier, problem))


def _place(dossier: Dossier, problem: Problem) -> tuple[int, datetime, str, str, str]:
    session = problem.subject.id if problem.subject.kind == "session" else ""
    at = dossier.session[session].starts if session in dossier.session else None
    subject = str(problem.subject)
    severity = _ORDER[problem.severity]
    return (severity, at or datetime.max, problem.kind, subject, problem.facts)
