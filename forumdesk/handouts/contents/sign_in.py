# SPDX-License-Identifier: MIT
"""Sheets on which participants sign in, their rows with codes to be typed back."""

from __future__ import annotations

from dataclasses import replace

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import Participation
from forumdesk.domain.terms import T_
from forumdesk.handouts.content import NOTHING
from forumdesk.handouts.contents import people_rows
from forumdesk.handouts.contents.setting import Imprint, Setting
from forumdesk.handouts.contents.sheet import sheet
from forumdesk.handouts.lists import ListGroup, ListHeads, ListRow, SignInContent
from forumdesk.handouts.options import Options
from forumdesk.handouts.published import stamped
from forumdesk.handouts.taking import as_list

SIGN_IN = T_("paper", "Sign-in sheet")
_INSTRUCTION = T_(
    "paper", "To record who came, type the codes of the signed rows into ForumDesk: 12N 37Z …"
)


def sign_in_content(dossier: Dossier, options: Options, imprint: Imprint) -> SignInContent:
    """The sign-in sheets of an edition, raising like ``program_content``."""
    return stamped(_sign_in, Setting(dossier, as_list(options), imprint))


def expected(setting: Setting) -> list[Participation]:
    """Who is on the sheets, in their order."""
    wanted = frozenset(setting.options.expected)
    found = (one for one in setting.dossier.participations if one.status in wanted)
    return people_rows.in_order(setting, found)


def _sign_in(setting: Setting) -> SignInContent:
    line = expected(setting)
    heads = ListHeads(
        code=setting.say(T_("column", "Code")),
        name=setting.say(T_("column", "Name")),
        organization=setting.say(T_("column", "Organization")),
        office=setting.say(T_("column", "Office")),
        signature=setting.say(T_("column", "Signature")),
    )

    def row(one: Participation) -> ListRow:
        said = people_rows.row(setting, one, heads)
        # Where most are sure to come, only who is not bears a mark.
        return replace(said, status=people_rows.status_of(setting, one)) if said.marked else said

    found = tuple(people_rows.groups(setting, line, row))
    nobody = (ListGroup("group-0", NOTHING, NOTHING, ()),)
    return SignInContent(
        sheet=sheet(setting, SIGN_IN),
        note=people_rows.order_note(setting, line),
        instruction=setting.say(_INSTRUCTION),
        heads=heads,
        groups=found or nobody,
        blanks=setting.options.blank_rows,
    )
