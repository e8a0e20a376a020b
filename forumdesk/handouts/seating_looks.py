# SPDX-License-Identifier: MIT
"""What to look at before seating plans are printed: empty ones, and the texts that are on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from forumdesk.domain.checks.common import named, person_named, plan_titled
from forumdesk.domain.checks.translation import Printed
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.people import ABSENT, Invitation, Participation
from forumdesk.domain.places import Seating
from forumdesk.domain.words import N_, Phrase
from forumdesk.handouts.contents.plans import plans_asked_for, taken
from forumdesk.handouts.contents.setting import Setting


def _looks(setting: Setting) -> Iterator[Problem]:
    """No plan at all, or plans on which nobody sits."""
    plans = plans_asked_for(setting)
    if not plans:
        subject = Subject("edition", setting.dossier.edition.id)
        phrase = Phrase.of(N_("There is no seating plan on this sheet."))
        yield Problem("no-seating", Severity.WARNING, subject, phrase)
    for plan in plans:
        there = taken(setting.dossier, plan)
        if not there:
            phrase = Phrase.of(N_("Nobody is seated in “{plan}” yet."), plan=plan_titled(plan))
            subject = Subject("seating", plan.id)
            yield Problem("nobody-seated", Severity.WARNING, subject, phrase)
        known = (setting.dossier.participation.get(s.participation or "") for s in there.values())
        yield from _doubts(setting, plan, [one for one in known if one is not None])


def _doubts(setting: Setting, plan: Seating, seated: list[Participation]) -> Iterator[Problem]:
    """Who sits in a plan and may not come, and seats of which only the body is known."""
    for one in seated:
        name, subject = (
            person_named(setting.dossier, one),
            Subject("participation", one.id, "status"),
        )
        if one.status in _UNSURE:
            phrase = Phrase.of(_UNSURE[one.status], name=name, plan=plan_titled(plan))
            severity = Severity.ERROR if one.status in ABSENT else Severity.WARNING
            yield Problem("seated-unsure", severity, subject, phrase, f"{plan.id} {one.status}")
        if not one.person:
            phrase = Phrase.of(_UNNAMED, name=name, plan=plan_titled(plan))
            at = Subject("participation", one.id, "person")
            yield Problem("to-be-named", Severity.WARNING, at, phrase, plan.id)


_UNSURE: Mapping[Invitation, str] = MappingProxyType(
    {
        Invitation.PROPOSED: N_("{name} sits in “{plan}”, but was not invited yet."),
        Invitation.INVITED: N_("{name} sits in “{plan}”, but has not answered yet."),
        Invitation.TENTATIVE: N_("{name} sits in “{plan}”, but may not come."),
        Invitation.WAITLISTED: N_("{name} sits in “{plan}”, but is on the waiting list."),
        Invitation.DECLINED: N_("{name} sits in “{plan}”, but has declined."),
        Invitation.CANCELLED: N_("{name} sits in “{plan}”, but has cancelled."),
    }
)
_UNNAMED = N_("{name}: the seat in “{plan}” says “to be named”.")


def _fields(setting: Setting) -> Iterator[Printed]:
    """The texts of the data that stand on the plans, each with its record."""
    dossier = setting.dossier
    for plan in plans_asked_for(setting):
        yield Printed("seating", plan.id, "title", plan.title, plan_titled(plan))
        session, room = dossier.session.get(plan.session or ""), dossier.room.get(plan.room or "")
        if session:
            yield Printed("session", session.id, "title", session.title, named(session))
        if room:
            yield Printed("room", room.id, "name", room.name, room.name)
        for seat in taken(dossier, plan).values():
            one = dossier.participation.get(seat.participation or "")
            if one is None:
                yield Printed("seating", plan.id, "reserved", seat.reserved, seat.reserved)
                continue
            person = person_named(dossier, one)
            yield Printed("participation", one.id, "office", one.office, person)
            if body := dossier.organization.get(one.organization or ""):
                yield Printed("organization", body.id, "name", body.name, body.name)


SEATING_LOOKS: Mapping[str, Callable[[Setting], Iterable[Problem]]] = MappingProxyType(
    {"seating": _looks}
)
"""What to look at on seating plans."""
FIELDS_OF_SEATING: Mapping[str, Callable[[Setting], Iterable[Printed]]] = MappingProxyType(
    {"seating": _fields}
)
"""The texts of the data that are on them."""
