# SPDX-License-Identifier: MIT
"""The plan of a next edition, told in lines and as JSON: what the window's preview shows."""

from __future__ import annotations

from forumdesk.cli.problems import SEVERITIES
from forumdesk.cli.speaking import say, shown
from forumdesk.domain.agenda import Session
from forumdesk.domain.forum import edition_title
from forumdesk.domain.naming import name_text
from forumdesk.domain.succession.plan import Module, Plan, RoomFate, Seat, SessionFate
from forumdesk.domain.succession.said import counted, module_called
from forumdesk.domain.succession.warnings import warnings
from forumdesk.domain.wording import EMPTY, Text
from forumdesk.domain.words import Words

_MOST = 10  # warnings told in words; --json tells all


def next_json(plan: Plan, words: Words, step: str | None) -> dict[str, object]:
    """A plan as scripts get it; ``step`` is what was done, ``None`` after a dry run."""
    edition, last = plan.edition, plan.last
    return {
        "series": last.series.id,
        "edition": {
            "id": edition.id if step else None,
            "number": edition.number,
            "title": edition_title(last.series, edition),
            "starts": edition.first_day,
            "ends": edition.last_day,
            "timezone": edition.timezone,
            "city": edition.city,
            "venue": edition.venue,
            "predecessor": last.edition.id,
        },
        "modules": [
            {
                "module": account.module.value,
                "carried": account.carried,
                "left": account.left,
                "shifted": account.shifted,
                "reset": account.reset,
                "made": account.made,
                "why": [phrase.said(words) for phrase in account.why],
            }
            for account in plan.accounts
        ],
        "sessions": [_session(fate) for fate in plan.sessions],
        "people": [_seat(plan, seat, words) for seat in plan.seats],
        "rooms": [_room(fate, words) for fate in plan.rooms],
        "hosts": [last.organization[h.organization].name for h in plan.hosts],
        "sides": [side.name for side in plan.sides],
        "commitments": [
            {"id": each.id, "title": each.title or each.text} for each in plan.commitments
        ],
        "warnings": [
            {"severity": told.severity.value, "text": told.phrase.said(words)}
            for told in warnings(plan)
        ],
        "step": step,
    }


def _session(fate: SessionFate) -> dict[str, object]:
    was, now = fate.was, fate.now
    about: Session | None = now or was
    return {
        "title": about.title if about else EMPTY,
        "kind": about.kind.value if about else None,
        "item": bool(about and about.parent),
        "starts": now.starts if now else None,
        "minutes": now.minutes if now else None,
        "carried": now is not None,
        "predecessor": was.id if was else None,
        "was": was.starts if was else None,
    }


def _seat(plan: Plan, seat: Seat, words: Words) -> dict[str, object]:
    person = plan.last.person.get(seat.was.person or "")
    about = seat.now or seat.was
    return {
        "name": name_text(person) if person and about.person else EMPTY,
        "office": about.office,
        "organization": _body(plan, about.organization),
        "carried": seat.now is not None,
        "status": seat.now.status.value if seat.now else None,
        "asked": seat.asked,
        "why": seat.why.said(words),
    }


def _body(plan: Plan, organization: str | None) -> Text:
    found = plan.last.organization.get(organization or "")
    return found.name if found else EMPTY


def _room(fate: RoomFate, words: Words) -> dict[str, object]:
    return {
        "was": fate.was.name if fate.was else None,
        "name": fate.now.name if fate.now else None,
        "why": fate.why.said(words),
    }


def tell_next(plan: Plan, words: Words, *, done: bool) -> None:
    """A plan in lines: the edition, each module, warnings."""
    edition = plan.edition
    title = words.text(edition_title(plan.last.series, edition))
    days = " – ".join(d.isoformat() for d in (edition.first_day, edition.last_day) if d)
    where = (days, words.text(edition.city), edition.timezone)
    say(shown(" · ".join(filter(None, (title, *where)))))
    for module in Module:
        account = plan.account(module)
        figures = counted(account, words)
        if figures or account.why:
            say(shown(": ".join(filter(None, (module_called(module, words), figures)))))
            for phrase in account.why:
                say(f"  {shown(phrase.said(words))}")
    for told in warnings(plan)[:_MOST]:
        severity = words.context(*SEVERITIES[told.severity])
        say(f"{severity}: {shown(told.phrase.said(words))}")
    if not done:
        say(words("A dry run: nothing was changed."))
