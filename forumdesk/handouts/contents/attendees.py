# SPDX-License-Identifier: MIT
"""The list of participants: for everybody, for the desk at the door, for the organizers."""

from __future__ import annotations

from forumdesk.domain.bulk import uncollected
from forumdesk.domain.columns import Reader
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.listed import ListOrder, listed
from forumdesk.domain.people import Participation
from forumdesk.domain.terms import T_
from forumdesk.handouts.content import NOTHING
from forumdesk.handouts.contents import people_rows
from forumdesk.handouts.contents.setting import Imprint, Setting
from forumdesk.handouts.contents.sheet import sheet
from forumdesk.handouts.lists import AttendeesContent, ListHeads, ListRow
from forumdesk.handouts.options import Options
from forumdesk.handouts.published import stamped
from forumdesk.handouts.taking import as_list

ATTENDEES = T_("paper", "List of participants")
MANY = 40
"""With more people than these, a list of few columns stands in two side by side."""
_READERS = {
    Reader.DOOR: T_("paper", "Door desk’s copy"),
    Reader.ORGANIZER: T_("paper", "Organizers’ copy"),
}


def attendees_content(dossier: Dossier, options: Options, imprint: Imprint) -> AttendeesContent:
    """The list of an edition's participants, raising like ``program_content``."""
    with uncollected():  # of a hundred thousand rows each is kept
        return stamped(_attendees, Setting(dossier, as_list(options), imprint))


def shown(setting: Setting) -> list[Participation]:
    """Who is on the list, in its order."""
    return people_rows.in_order(setting, listed(setting.dossier, setting.options.reader))


def _attendees(setting: Setting) -> AttendeesContent:
    reader, order = setting.options.reader, setting.options.list_order
    line = shown(setting)
    heads = _heads(setting, line)

    def row(one: Participation) -> ListRow:
        return people_rows.row(setting, one, heads)

    return AttendeesContent(
        sheet=sheet(setting, ATTENDEES),
        reader=setting.say(_READERS[reader]) if reader in _READERS else NOTHING,
        count=people_rows.count(setting, len(line)),
        note=people_rows.order_note(setting, line),
        heads=heads,
        groups=tuple(people_rows.groups(setting, line, row)),
        inside=order is ListOrder.ORGANIZATION,
        wide=reader is Reader.ORGANIZER,
        narrow=order is ListOrder.ORGANIZATION and reader is Reader.PUBLIC and len(line) > MANY,
    )


def _heads(setting: Setting, line: list[Participation]) -> ListHeads:
    """The columns that readers see; those in which nothing would stand are left out."""
    reader, order = setting.options.reader, setting.options.list_order
    inside = reader is not Reader.PUBLIC
    say = setting.say
    # Whom a body sends stands for its side already; the desk at the door asks by side.
    apart = inside or order is ListOrder.NAME
    sides = apart and order is not ListOrder.SIDE and any(one.side for one in line)
    places = inside and any(one.table_name or one.seat for one in line)
    remarks = inside and any(one.deputy_for or one.companion_of for one in line)
    bodies = order is not ListOrder.ORGANIZATION
    return ListHeads(
        name=say(T_("column", "Name")),
        code=say(T_("column", "No.")) if inside else NOTHING,
        office=say(T_("column", "Office")),
        organization=say(T_("column", "Organization")) if bodies else NOTHING,
        side=say(T_("column", "Side")) if sides else NOTHING,
        status=say(T_("column", "Status")) if inside else NOTHING,
        place=say(T_("column", "Seat")) if places else NOTHING,
        remark=say(T_("column", "Remarks")) if remarks else NOTHING,
    )
