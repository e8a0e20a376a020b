# SPDX-License-Identifier: MIT
"""What all lists of people share: their rows, groups, and the words on how they are ordered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from forumdesk.domain.codes import row_code
from forumdesk.domain.languages import base
from forumdesk.domain.listed import ListOrder, ordered, scripts_of
from forumdesk.domain.people import Invitation, Participation
from forumdesk.domain.terms import T_, term
from forumdesk.handouts.content import NOTHING, Wording
from forumdesk.handouts.contents.lines import body_of, name_of, name_text
from forumdesk.handouts.contents.setting import Setting
from forumdesk.handouts.lists import ListGroup, ListHeads, ListRow

TO_BE_NAMED = T_("paper", "to be named")
_OTHERS = T_("paper", "Other participants")
_NO_BODY = T_("paper", "Without an organization")
_ORDERS = {
    ListOrder.SIDE: T_("list", "By delegation, in order of precedence."),
    ListOrder.ORGANIZATION: T_("list", "By organization, in order of precedence."),
    ListOrder.NAME: T_("list", "In the order of names."),
}
_BY_RANK = T_("list", "In the order of precedence.")
_TWO_SCRIPTS = {
    True: T_("list", "Hangul names come first, in Korean order, then others by family name."),
    False: T_("list", "Latin names come first, by family name, then others."),
}
_DEPUTY = T_("list", "in place of {name}")
_COMPANION = T_("list", "with {name}")
Making = Callable[[Participation], ListRow]


def in_order(setting: Setting, found: Iterable[Participation]) -> list[Participation]:
    """Those on a list as its order has them; the first host's side leads its copy."""
    order = setting.options.list_order
    line = ordered(setting.dossier, found, order, setting.languages[0])
    first = setting.first_host.id if setting.first_host else ""
    if order is ListOrder.SIDE and first:
        own = {side.id for side in setting.dossier.sides if side.organization == first}
        line.sort(key=lambda one: one.side not in own)
    return line


def groups(setting: Setting, line: Sequence[Participation], row: Making) -> Iterator[ListGroup]:
    """People parted by side or organization, or all in one."""
    titled = _TITLES[setting.options.list_order]
    keyed = groupby(line, key=lambda one: titled(setting, one)[0])
    for n, (_, members) in enumerate(keyed):
        together = list(members)
        title = titled(setting, together[0])[1]
        rows = tuple(row(one) for one in together)
        yield ListGroup(f"group-{n}", title, count(setting, len(rows)), rows)


def row(setting: Setting, one: Participation, heads: ListHeads) -> ListRow:
    """A row of a list with such columns: a file holds nothing that is not shown."""
    name = name_of(setting, one)
    return ListRow(
        name or setting.say(TO_BE_NAMED),
        code=row_code(one.number) if heads.code and one.number is not None else "",
        office=setting.text(one.office) if heads.office else NOTHING,
        organization=body_of(setting, one) if heads.organization else NOTHING,
        side=_side(setting, one) if heads.side else NOTHING,
        status=status_of(setting, one) if heads.status else NOTHING,
        place=_place(setting, one) if heads.place else NOTHING,
        remark=_remark(setting, one) if heads.remark else NOTHING,
        named=bool(name),
        marked=one.status is not Invitation.ACCEPTED,
    )


def status_of(setting: Setting, one: Participation) -> Wording:
    """How far an invitation has come."""
    return setting.each(lambda words: term(one.status, words))


def count(setting: Setting, number: int) -> Wording:
    """So many people."""
    return setting.each(
        lambda words: words.plural("{count:,} participant", "{count:,} participants", number)
    )


def order_note(setting: Setting, line: Sequence[Participation]) -> Wording:
    """How a list is ordered; one with names in two scripts says which of them come first."""
    apart = setting.dossier.sides or setting.options.list_order is not ListOrder.SIDE
    said = setting.say(_ORDERS[setting.options.list_order] if apart else _BY_RANK)
    if len(scripts_of(setting.dossier, line, setting.languages[0])) < 2:
        return said
    more = setting.say(_TWO_SCRIPTS[base(setting.languages[0]) == "ko"])
    return tuple((tag, f"{text} {dict(more)[tag]}") for tag, text in said)


def _side(setting: Setting, one: Participation) -> Wording:
    side = setting.dossier.side.get(one.side or "")
    return setting.text(side.name) if side else NOTHING


def _place(setting: Setting, one: Participation) -> Wording:
    """Table and seat, which are no text of a language."""
    said = " · ".join(filter(None, (one.table_name, one.seat)))
    return (("", said),) if said else NOTHING


def _remark(setting: Setting, one: Participation) -> Wording:
    """For whom somebody stands in, or with whom they come."""
    for other, said in ((one.deputy_for, _DEPUTY), (one.companion_of, _COMPANION)):
        found = setting.dossier.participation.get(other or "")
        person = setting.dossier.person.get(found.person or "") if found else None
        if person:
            return setting.say(said, name=name_text(setting, person))
    return NOTHING


def _by_side(setting: Setting, one: Participation) -> tuple[str, Wording]:
    side = setting.dossier.side.get(one.side or "")
    if side:
        return side.id, setting.text(side.name)
    return "", setting.say(_OTHERS) if setting.dossier.sides else NOTHING


def _by_organization(setting: Setting, one: Participation) -> tuple[str, Wording]:
    body = setting.dossier.organization.get(one.organization or "")
    return (body.id, setting.text(body.name)) if body else ("", setting.say(_NO_BODY))


def _together(setting: Setting, one: Participation) -> tuple[str, Wording]:
    return "", NOTHING


_TITLES = {
    ListOrder.SIDE: _by_side,
    ListOrder.ORGANIZATION: _by_organization,
    ListOrder.NAME: _together,
}
