# SPDX-License-Identifier: MIT
"""Who gets a card, and in which order."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.finding import sort_key
from forumdesk.domain.naming import is_called
from forumdesk.domain.people import Participation
from forumdesk.domain.precedence import ranking
from forumdesk.domain.wording import goes_by
from forumdesk.domain.words import N_
from forumdesk.handouts.card_options import Order
from forumdesk.handouts.contents.plans import plans_asked_for, sitting
from forumdesk.handouts.contents.setting import Setting

Key: TypeAlias = tuple[object, ...]
_LAST = "\U0010ffff"  # behind every name


def chosen(setting: Setting) -> list[Participation]:
    """The participants asked for, in the order asked for.

    Who is asked for by name, number or id, or sits in the plan asked for, is there whatever the
    invitation has come to. Raises ``ForumDeskError`` for a side, a plan or somebody there is not.
    """
    options = setting.options
    everybody = setting.dossier.participations
    if options.people:
        found = list(
            dict.fromkeys(p for wanted in options.people for p in _called(setting, wanted))
        )
    elif options.plan:
        seated = sitting(setting.dossier, plans_asked_for(setting))
        found = [one for one in everybody if one.id in seated]
    else:
        found = [one for one in everybody if one.status in options.statuses]
    if options.side:
        side = side_asked(setting)
        found = [one for one in found if one.side == side]
    return sorted(found, key=_keys(setting))


def _called(setting: Setting, wanted: str) -> list[Participation]:
    dossier = setting.dossier
    found = [
        one
        for one in dossier.participations
        if wanted in (one.id, str(one.number))
        or ((person := dossier.person.get(one.person or "")) and is_called(person, wanted))
    ]
    if not found:
        raise ForumDeskError(N_("Nobody in this edition is called “{name}”."), name=wanted)
    return found


def side_asked(setting: Setting) -> str:
    """The id of the side asked for; raises ``ForumDeskError`` if the edition has none such."""
    wanted = setting.options.side
    for side in setting.dossier.sides:
        if goes_by(wanted, side.id, side.name):
            return side.id
    raise ForumDeskError(N_("No side of this edition is called “{name}”."), name=wanted)


def _keys(setting: Setting) -> Callable[[Participation], Key]:
    dossier, language = setting.dossier, setting.languages[0]

    def name(one: Participation) -> str:
        record = dossier.person.get(one.person or "") or dossier.organization.get(
            one.organization or ""
        )
        return sort_key(record, language) if record else _LAST

    def organization(one: Participation) -> str:
        body = dossier.organization.get(one.organization or "")
        return sort_key(body, language) if body else _LAST

    if setting.options.order is Order.TABLE:
        own = _by_table(setting)
    else:
        own = _OWN[setting.options.order](dossier, organization)
    return lambda one: (*own(one), name(one), one.number or 0, one.id)


def _by_table(setting: Setting) -> Callable[[Participation], Key]:
    """Plan by plan, table by table; then by what was typed, and those without any place last."""
    seated = sitting(setting.dossier, plans_asked_for(setting))
    plans = {plan.id: n for n, plan in enumerate(setting.dossier.seatings)}
    last = (len(plans), (0, 0))

    def key(one: Participation) -> Key:
        plan, place = seated.get(one.id, (None, (0, 0)))
        at = (plans[plan.id], place) if plan else last
        return (*at, not one.table_name, _natural(one.table_name), _natural(one.seat))

    return key


def _natural(text: str) -> tuple[tuple[bool, int, str], ...]:
    """Figures in a text by what they count: table 2 before table 10."""
    parts = re.findall(r"[0-9]+|[^0-9]+", text)
    return tuple((not p.isdecimal(), int(p) if p.isdecimal() else 0, p) for p in parts)


def _by_side(dossier: Dossier, _: Callable[[Participation], str]) -> Callable[[Participation], Key]:
    places = {side.id: place for place, side in enumerate(dossier.sides)}
    return lambda one: (places.get(one.side or "", len(places)),)


def _by_precedence(
    dossier: Dossier, _: Callable[[Participation], str]
) -> Callable[[Participation], Key]:
    places = ranking(dossier)
    return lambda one: (places.get(one.id, len(places)),)


_OWN: Mapping[
    Order,
    Callable[[Dossier, Callable[[Participation], str]], Callable[[Participation], Key]],
] = MappingProxyType(
    {
        Order.NAME: lambda _, __: lambda one: (),
        Order.ORGANIZATION: lambda _, organization: lambda one: (organization(one),),
        Order.SIDE: _by_side,
        Order.PRECEDENCE: _by_precedence,
        Order.NUMBER: lambda _, __: lambda one: (one.number is None, one.number or 0),
    }
)
